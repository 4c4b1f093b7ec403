// What Ratings hold, and how a thing is judged on any day.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include <safegov/ratings.hpp>

#include "assess/derive.hpp"

namespace safegov {

struct Ratings::Data {
  explicit Data(const Assessment& assessment);

  /// A record that declares a rating. Sorted by thing, then day, then as written.
  struct Declared {
    std::pair<Rated, std::uint32_t> thing;
    std::int32_t day, recorded, retracted;
    std::uint32_t record;
    BandId band;
  };

  Assessment assessment;
  std::vector<internal::CompiledScheme> schemes;  ///< by plan
  std::vector<std::uint32_t> row_begin, rows;     ///< the rows of each action
  std::vector<Declared> declared;
  std::vector<Rating> things;
  std::size_t of_plans = 0;  ///< so many of them; those of registers come behind
  std::vector<std::size_t> plan_at, objective_at, action_at;  ///< in things

  [[nodiscard]] std::span<const std::uint32_t> rows_of(ActionId action) const {
    return std::span(rows).subspan(row_begin[action.index],
                                   row_begin[action.index + 1] - row_begin[action.index]);
  }
  struct Judged {
    State state;
    bool has_evidence;
  };
  [[nodiscard]] Judged judge(std::uint32_t row, std::int32_t day) const;
  [[nodiscard]] internal::Parts parts_on(ActionId action, std::int32_t day) const;
  /// The actions that a thing is rated by, in things; of an action, itself.
  [[nodiscard]] std::vector<std::size_t> actions_in(const Rating& thing) const;
  /// On any day, from records and dates alone.
  [[nodiscard]] Derivation derive_on(const Rating& thing, std::int32_t day) const;
  /// As at the date of the assessment, from the ratings of its actions.
  [[nodiscard]] internal::Parts parts_of_roll_up(const Rating& thing) const;
  [[nodiscard]] const Declared* declared_on(const Rating& thing, std::int32_t day) const;
  [[nodiscard]] std::span<const Declared> declarations_of(const Rating& thing) const;
  [[nodiscard]] std::vector<std::int32_t> change_days(const Rating& thing, std::int32_t last) const;

 private:
  void index_rows();
  void index_declared();
  void list_things();
  static std::pair<Rated, std::uint32_t> thing_of(const About& about);
  static std::pair<Rated, std::uint32_t> key_of(const Rating& thing);
};

}  // namespace safegov
