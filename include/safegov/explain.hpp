// Why an obligation is in its state: the rule, the facts and where they stand, the arithmetic.
// SPDX-License-Identifier: Apache-2.0
//
//   const Reason why = explain(state, *owed.find("bp-2019/2.1/bmg of Oct 2019"));
//   std::cout << why.rule;         // its last day in force is over and nothing has come in

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/assess.hpp>
#include <safegov/source.hpp>

namespace safegov {

/// Something that a state rests on, and where it is written.
struct Fact {
  std::string kind;  ///< `promise`, `due`, or the kind of a record: `received`
  std::string text;
  Span where = {};        ///< false for what was not read from a text
  std::string path = {};  ///< the place in the plan's terms: `records[3]`
};

/// Why an obligation is in a state.
struct Reason {
  State state;
  std::string rule;                ///< in words, from docs/states.md
  std::vector<Fact> facts;         ///< the promise, its deadline, then records, earliest first
  std::vector<std::string> steps;  ///< the arithmetic on days, one line each
};

/// Why the row is in its state as at the date of the assessment. Worked out when it is asked for;
/// assess() does nothing for it.
[[nodiscard]] Reason explain(const Assessment& assessment, std::size_t row);

/// What a state means, in words: the rule of docs/states.md.
[[nodiscard]] std::string_view meaning(State state) noexcept;

}  // namespace safegov
