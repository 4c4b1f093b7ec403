// The publication boundary: a partnership with nothing in it that is not for an audience.
// SPDX-License-Identifier: Apache-2.0
//
//   const Published out = publish(partnership, {.audience = Audience::open}).value();
//   render(assess(expand_obligations(out.partnership), as_at), Format::text);
//   for (const Withheld& one : out.withheld) std::cout << one.count << ' ' << one.what << '\n';
//
// What is made of the published partnership cannot show what was withheld: it is not there. No
// report and no form knows of audiences.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <safegov/describe.hpp>
#include <safegov/partnership.hpp>
#include <safegov/result.hpp>

namespace safegov {

struct PublishOptions {
  Audience audience = Audience::open;
  /// Registers that are published although they are for a narrower audience; what their rows say of
  /// themselves still counts.
  std::vector<std::string> open_registers = {};
  /// For an audience of `open`, numbers of people and cases from 1 up to below this are suppressed;
  /// 0: none are.
  int suppress_under = 5;
};

/// What became of something that is withheld.
enum class Withholding : std::uint8_t {
  left_out,    ///< it is not there
  masked,      ///< it is there, without its words: others stand on it
  suppressed,  ///< a number that is small, or gives a small one away
};

/// One line of the list of what was withheld. It names nothing: only what sort of thing, how many,
/// and why.
struct Withheld {
  Withholding how = Withholding::left_out;
  std::string what = {};  ///< a register, a type or a field: `risks`, `action`, `reason`
  std::size_t count = 0;
  std::string why = {};
  /// The narrowest audience that has it; none for what no audience but the files' owners has.
  std::optional<Audience> seen_by = {};
  std::string open_register = {};  ///< the register to be opened for it, if that is enough
  friend bool operator==(const Withheld&, const Withheld&) = default;
};

struct Published {
  Partnership partnership;
  std::vector<Withheld> withheld = {};  ///< rows of registers, then by type and field; small counts
};

/// A partnership of what is for the audience, without the places where it was written. For
/// `restricted`, which may see everything, it is the partnership itself.
///
/// What is left out goes whole, with all that it owes and what records say about it. What others
/// stand on stays and is masked: a body, a line, a seat, a record. No obligation that stays has
/// another state than it has in the whole. Fails if the arrangements themselves are for a narrower
/// audience; what it then says quotes nothing.
[[nodiscard]] Result<Published> publish(const Partnership& partnership,
                                        const PublishOptions& options = {});

/// What would have to be said on the command line to see it: `--audience partnership`, or
/// `--open risks`.
[[nodiscard]] std::string open_with(const Withheld& withheld);
/// `12 rows of risks`, `1 action`, `3 notes`: what it is and how many.
[[nodiscard]] std::string in_words(const Withheld& withheld);

template <>
std::span<const std::string_view> words_of<Withholding>();

}  // namespace safegov
