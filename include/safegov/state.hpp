// Where an obligation stands: the closed list of states.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <span>
#include <string_view>

#include <safegov/describe.hpp>

namespace safegov {

/// Where an obligation stands. A closed list; docs/states.md is its truth table.
enum class State : std::uint8_t {
  undated,          ///< no date was ever given
  open,             ///< it never falls due: ongoing, as and when
  unresolved,       ///< its words could not be turned into days
  not_due,          ///< its interval is further off than the warning window
  due_soon,         ///< its interval begins within the warning window
  due,              ///< inside its interval
  partly_received,  ///< a part came in and the last day is not over
  overdue,          ///< the last day is over and nothing, or only a part, came in
  received,         ///< on time, or never bound to a day
  received_late,    ///< after the last day; it stays late
  waived,           ///< somebody decided that it need not come
  superseded,       ///< something else took its place
  cancelled,        ///< it will not come and is not missed
};
inline constexpr std::size_t state_count = 13;

/// It came in, in time or not.
[[nodiscard]] constexpr bool is_received(State state) noexcept {
  return state == State::received || state == State::received_late;
}
/// It came in, or need not: the states from `received` on.
[[nodiscard]] constexpr bool is_closed(State state) noexcept { return state >= State::received; }

template <>
std::span<const std::string_view> words_of<State>();

/// `partly_received`: as in JSON and code. YAML and people write `partly-received`.
[[nodiscard]] std::string_view to_string(State state) noexcept;
/// Either spelling; nothing for any other text.
[[nodiscard]] std::optional<State> parse_state(std::string_view text);
std::ostream& operator<<(std::ostream& out, State state);

/// As a file spells it: `partly-received`.
template <>
struct CodecOf<State> {
  static const Codec& get();
};

}  // namespace safegov
