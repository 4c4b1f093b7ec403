// Who must be there for a body to decide: read from words, and held against who was there.
// SPDX-License-Identifier: Apache-2.0
//
//   const ParsedQuorum read = parse_quorum("all of council, health, police and 2 of a, b, c");
//   const QuorumAnswer answer = quorum_on(*read.rule, body, partnership.bodies(), day, roll);
//   answer.is;   // Quoracy::not_met
//   answer.why;  // `all of council, health, police: health is missing; 2 of a, b, c: 2 there`

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/body.hpp>
#include <safegov/date.hpp>

namespace safegov {

/// A place that a quorum names, filled by any of these bodies: `icb or health-trust`.
struct QuorumSeat {
  std::vector<BodyRef> any_of = {};
  friend bool operator==(const QuorumSeat&, const QuorumSeat&) = default;
};

/// How many must be there.
enum class QuorumNeed : std::uint8_t {
  all,
  count,      ///< `4 of`, `3 members`
  share,      ///< `half of`: at least so much
  more_than,  ///< `more than half of`
};

/// One thing that a quorum asks; all of them must be met.
struct QuorumClause {
  QuorumNeed need = QuorumNeed::all;
  long long count = 0;                 ///< of a share, the upper number
  long long of = 1;                    ///< of a share, the lower number
  std::vector<QuorumSeat> seats = {};  ///< whose presence counts; that of all members, if empty
  std::string text = {};               ///< as written

  /// How many of `n` it needs.
  [[nodiscard]] std::size_t needed(std::size_t n) const noexcept;
  friend bool operator==(const QuorumClause&, const QuorumClause&) = default;
};

/// A quorum as it can be counted.
struct QuorumRule {
  std::vector<QuorumClause> clauses = {};
  bool substitutes_count = true;   ///< unless it says that they do not
  bool chair_may_declare = false;  ///< shown, and never taken to have happened
  std::string text = {};           ///< all of what was given
  friend bool operator==(const QuorumRule&, const QuorumRule&) = default;
};

/// The rule, or why the words are none.
struct ParsedQuorum {
  std::optional<QuorumRule> rule = {};
  std::string problem = {};
  std::string help = {};
};

/// Every form of docs/registers/minutes.md. That the bodies exist is for the partnership to say.
[[nodiscard]] ParsedQuorum parse_quorum(std::string_view text);

/// Somebody who was there.
struct Presence {
  BodyRef seat = {};
  BodyRef agency = {};      ///< on whose behalf, if that is another
  bool substitute = false;  ///< for whoever holds the seat
};

/// Who was there, out of how many that were asked after.
struct Roll {
  std::vector<Presence> there = {};
  std::size_t asked = 0;  ///< none: nothing is known of who was there
};

enum class Quoracy : std::uint8_t { met, not_met, unknown };

struct QuorumAnswer {
  Quoracy is = Quoracy::unknown;
  std::string why = {};  ///< in words, clause by clause
};

/// Whether those who were there on `day` could decide for `body`. A seat is filled by who holds it,
/// by the agency on whose behalf somebody came, and by whoever succeeds it by that day. Members are
/// counted as `members` says; where nothing is said, those that were asked after are the members.
[[nodiscard]] QuorumAnswer quorum_on(const QuorumRule& rule, const Body& body,
                                     std::span<const Body> bodies, Date day, const Roll& roll);

}  // namespace safegov
