// How things stand by rule, beside how somebody says they stand.
// SPDX-License-Identifier: Apache-2.0
//
//   const Ratings ratings = rate(assess(owed, Date(2019, 11, 1)));
//   const Rating& r = ratings.of(owed.action()[row]);
//   ratings.declared_label(r);                    // `G green`; nothing where the column is blank
//   ratings.derived_label(r);                     // `R red`; `? unknown`
//   r.verdict == Verdict::optimistic && r.bands;  // by so many bands
//   ratings.since(r);                             // and from which day on

#pragma once

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/assess.hpp>
#include <safegov/explain.hpp>
#include <safegov/rating_rules.hpp>
#include <safegov/scale.hpp>

namespace safegov {

/// What a rating is of.
enum class Rated : std::uint8_t { plan, priority, objective, action };
template <>
std::span<const std::string_view> words_of<Rated>();

/// What a declared rating is, held against the derived one.
enum class Verdict : std::uint8_t {
  blank,        ///< nobody declared one, or it was declared unknown
  unchecked,    ///< what is derived is unknown: there is nothing to hold it against
  differs,      ///< one of the two stands apart from the steps of the scale: no better, no worse
  honest,       ///< the same band
  optimistic,   ///< declared better than derived
  pessimistic,  ///< declared worse than derived
};
template <>
std::span<const std::string_view> words_of<Verdict>();
std::ostream& operator<<(std::ostream& out, Verdict verdict);

/// Why a derived rating is what it is.
enum class DerivedBy : std::uint8_t {
  rule,      ///< the rule of that number held first
  no_parts,  ///< nothing was promised, or there is no action
  no_known,  ///< of a roll-up: every action is unknown
  no_rule,   ///< no rule held
  silence,   ///< a rule held, and would have made good news of silence
};
template <>
std::span<const std::string_view> words_of<DerivedBy>();

/// What a rule made of a thing.
struct Derivation {
  BandId band = {};  ///< none for unknown
  DerivedBy by = DerivedBy::no_parts;
  std::optional<std::size_t> rule = {};   ///< the rule that held, from 0
  std::optional<std::size_t> limit = {};  ///< the rule that limited it, if one did
  friend bool operator==(const Derivation&, const Derivation&) = default;
};

/// One thing that is rated.
struct Rating {
  Rated kind = Rated::action;
  PlanId plan = {};
  std::uint32_t priority = 0;  ///< which of the plan's, of a priority
  ObjectiveId objective = {};  ///< of an objective or an action
  ActionId action = {};
  Derivation derived = {};
  std::uint32_t parts = 0;         ///< the obligations or actions that it is derived from
  std::uint32_t unknown = 0;       ///< those of the actions that are unknown
  const Record* record = nullptr;  ///< the latest that declares it; null if nobody did
  BandId declared = {};
  Verdict verdict = Verdict::blank;
  int bands = 0;  ///< by how many steps it is optimistic or pessimistic
};

/// How many of a body's declared ratings are what.
struct LeadRatings {
  BodyId lead = {};  ///< none: nobody is stated
  std::size_t actions = 0, declared = 0, honest = 0, optimistic = 0, pessimistic = 0, other = 0,
              stale = 0;
};

/// Why a rating is what it is.
struct RatingReason {
  std::string rule;                ///< the rule that decided, in words
  std::vector<Fact> facts;         ///< the rule's place, the lead, every part, the declaration
  std::vector<std::string> steps;  ///< what was asked before, limited or withheld; the comparison
};

/// Every plan, priority, objective and action of an assessment, rated. In the order written: a
/// plan, its priorities, each objective and its actions. Immutable; cheap to copy.
class Ratings {
 public:
  [[nodiscard]] const Assessment& assessment() const noexcept;
  [[nodiscard]] std::span<const Rating> all() const noexcept;
  [[nodiscard]] std::span<const Rating>::iterator begin() const noexcept { return all().begin(); }
  [[nodiscard]] std::span<const Rating>::iterator end() const noexcept { return all().end(); }
  [[nodiscard]] std::size_t size() const noexcept { return all().size(); }

  [[nodiscard]] const Rating& of(ActionId action) const noexcept;
  [[nodiscard]] const Rating& of(ObjectiveId objective) const noexcept;
  [[nodiscard]] const Rating& of(PlanId plan) const noexcept;
  /// `bp-2019`, `bp-2019/2` (an objective), `bp-2019/2.1`; null if nothing is called so.
  [[nodiscard]] const Rating* find(std::string_view id) const;

  [[nodiscard]] std::string id(const Rating& rating) const;
  /// Its title or text.
  [[nodiscard]] const std::string& text(const Rating& rating) const;
  [[nodiscard]] const RatingScheme& scheme(const Rating& rating) const noexcept;
  /// `R red`; `? unknown`.
  [[nodiscard]] std::string derived_label(const Rating& rating) const;
  /// `G green`; nothing if none is declared.
  [[nodiscard]] std::string declared_label(const Rating& rating) const;
  /// What the deciding rule says of it: `evidence missing`, or its words if it says nothing.
  [[nodiscard]] std::string because(const Rating& rating) const;
  /// The actions that a plan, priority or objective is rated by.
  [[nodiscard]] std::vector<const Rating*> actions_of(const Rating& rating) const;

  /// The first day from which on, up to the date of the assessment, declared and derived have
  /// stood to each other as they do: the verdict and by how many bands. Nothing where it is blank.
  [[nodiscard]] std::optional<Date> since(const Rating& rating) const;
  /// How many days ago it was declared; nothing where nobody did.
  [[nodiscard]] std::optional<int> age(const Rating& rating) const;
  /// Was it declared longer ago than the rules allow?
  [[nodiscard]] bool is_stale(const Rating& rating) const;

  /// For each body that leads an action, in the order of bodies; last, where none is stated.
  [[nodiscard]] std::vector<LeadRatings> by_lead() const;

 private:
  friend Ratings rate(const Assessment&);
  friend RatingReason explain(const Ratings&, const Rating&);
  struct Data;
  explicit Ratings(std::shared_ptr<const Data> data) noexcept;
  std::shared_ptr<const Data> data_;
};

/// Applies the rules in force to every plan of the assessment's partnership, and holds what is
/// declared against what follows.
[[nodiscard]] Ratings rate(const Assessment& assessment);

/// Why a rating is what it is. Worked out when it is asked for.
[[nodiscard]] RatingReason explain(const Ratings& ratings, const Rating& rating);

}  // namespace safegov
