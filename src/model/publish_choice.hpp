// What of a partnership goes when it is published, and the account of it.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include <safegov/publish.hpp>

namespace safegov::internal {

/// Why something is withheld.
enum class Because : std::uint8_t { closed, marked, field, follows, small, overlay };

/// Counts what is withheld, by what it is and why.
class Tally {
 public:
  void add(Withholding how, std::string_view what, Because why, std::optional<Audience> seen_by,
           std::size_t count = 1);
  void add(const Tally& other);
  [[nodiscard]] std::vector<Withheld> lines(int suppress_under) const;

 private:
  using Key = std::tuple<Because, Withholding, std::string, int>;
  std::map<Key, std::size_t> counts_;
};

/// The audience that a value names for itself; open if its type has no such field.
[[nodiscard]] Audience audience_of(const Type& type, const void* value);

/// True of a type whose values stay when they are not for the audience, without their words: others
/// stand on them.
[[nodiscard]] bool is_masked(const Type& type);

/// Which values go whole, by their addresses in the parts of the whole. More may be added to them,
/// and none is taken back.
class Choice {
 public:
  Choice(const Partnership& whole, const PublishOptions& options);

  [[nodiscard]] const Partnership& whole() const noexcept { return whole_; }
  [[nodiscard]] const PublishOptions& options() const noexcept { return options_; }
  [[nodiscard]] bool hides(Audience audience) const noexcept {
    return audience > options_.audience;
  }
  [[nodiscard]] bool hides(const Type& type, const void* value) const {
    return hides(audience_of(type, value));
  }

  /// Does that value go?
  [[nodiscard]] bool goes(const void* value) const { return gone_.contains(value); }
  /// Does what a record or reference is about go, or something that it is in?
  [[nodiscard]] bool goes(const About& what) const;
  /// The row of a register, by its type and id; null if there is none.
  [[nodiscard]] const void* row(std::string_view type, std::string_view id) const;
  /// Takes a value out because it cannot stand without what goes; false if it goes already.
  bool take_out(const Type& type, const void* value);

  [[nodiscard]] const Tally& tally() const noexcept { return tally_; }

 private:
  void look_through(const Type& type, const void* value);
  [[nodiscard]] bool goes(ActionId action, ObjectiveId objective, PlanId plan) const;
  void index_rows();
  void index_plans();

  const Partnership& whole_;
  const PublishOptions& options_;
  std::set<const void*> gone_;
  std::map<std::string_view, std::map<std::string, const void*, std::less<>>> rows_;  // by type, id
  std::vector<PlanId> plan_of_;            // of each objective
  std::vector<ObjectiveId> objective_of_;  // of each action
  Tally tally_;
};

}  // namespace safegov::internal
