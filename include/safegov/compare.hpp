// What two assessments say differently, obligation by obligation.
// SPDX-License-Identifier: Apache-2.0
//
//   for (const Change& change : compare(before, after)) std::cout << change.id << '\n';
//   differences(before, after).count(Difference::slipped);   // whose date moved to a later day

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/assess.hpp>

namespace safegov {

/// An obligation that is not the same in both.
struct Change {
  std::string id;  ///< in `after`; there it may be called otherwise than before (`was`)
  std::optional<std::size_t> before = {};  ///< its row; nothing for what is new
  std::optional<std::size_t> after = {};   ///< its row; nothing for what is gone
  bool state = false;                      ///< it stands elsewhere
  bool days = false;                       ///< another interval is in force
  bool owner = false;                      ///< another body owes it
  bool lead = false;                       ///< another body leads its action
  bool receiver = false;                   ///< another body receives it
  bool words = false;                      ///< the promise or its deadline is worded otherwise
  friend bool operator==(const Change&, const Change&) = default;
};

/// Every obligation of either of which any of these differs, or that the other has not: in the
/// order of the rows of `after`, then what is gone in that of `before`. What has a former id is the
/// same as what was called so.
[[nodiscard]] std::vector<Change> compare(const Assessment& before, const Assessment& after);

/// In what way an obligation is not the same. In the order in which they are told.
enum class Difference : std::uint8_t {
  gone,             ///< no longer in the text
  reopened,         ///< closed before, and not now
  overdue,          ///< overdue now, and not before
  slipped,          ///< its last day in force is a later one
  brought_forward,  ///< an earlier one
  redated,          ///< its days in force differ in another way
  closed,           ///< received, waived, superseded or cancelled now, and not before
  added,            ///< not in the text before: `new`
  re_owned,         ///< another body owes it, or leads its action
  re_addressed,     ///< another body receives it
  reworded,         ///< the words of the promise or of its deadline
  otherwise,        ///< in another state, and none of the above says why: `not due`, now `due`
};
inline constexpr std::size_t difference_count = 12;
template <>
std::span<const std::string_view> words_of<Difference>();
[[nodiscard]] std::string_view to_string(Difference difference) noexcept;

/// An obligation that is not the same, and in what ways.
struct Differing {
  Change change;
  std::vector<Difference> kinds;      ///< at least one, ascending
  int days = 0;                       ///< from the last day in force before to the one after
  const Record* moved_by = nullptr;   ///< the record that moved it; null if none did
  const Record* closed_by = nullptr;  ///< the record that closed it
  /// Of what is gone: the promise is still there, and has other dates.
  bool promise_remains = false;
};

/// A plan, objective or action that is rated otherwise: `R red`, or nothing where nobody says.
struct RatingChange {
  std::string id;
  std::string text;
  std::string declared_before, declared_after;
  std::string derived_before, derived_after;
  friend bool operator==(const RatingChange&, const RatingChange&) = default;
};

/// Two assessments of one partnership, held against each other: of two texts, or as at two dates.
struct Comparison {
  Assessment before, after;
  std::vector<Differing> changes = {};     ///< in the order of compare()
  std::vector<RatingChange> ratings = {};  ///< as written in `after`; what both have
  std::size_t unchanged = 0;

  /// How many differ in that way; one that differs in two ways counts under both.
  [[nodiscard]] std::size_t count(Difference difference) const noexcept;
};

/// What is new, closed, gone, slipped, re-rated, re-owned, and so on.
[[nodiscard]] Comparison differences(const Assessment& before, const Assessment& after);

}  // namespace safegov
