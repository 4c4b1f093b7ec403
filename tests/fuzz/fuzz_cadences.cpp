// Any words as how often: what is read is a spacing, and its stretches follow one another.
// SPDX-License-Identifier: Apache-2.0
//
// The first two bytes choose the day that stretches are counted from.

#include <stdexcept>

#include <safegov/deadline.hpp>

#include "base/text.hpp"
#include "fuzz/fuzz.hpp"

using namespace safegov;
using fuzz::holds;

namespace {

std::string shown(const Cadence& cadence) {
  std::ostringstream out;
  out << cadence << ' ' << cadence.step << ' ' << cadence.least << ' ' << cadence.most;
  return out.str();
}

void check_cadence(std::string_view text, const Cadence& cadence) {
  using Kind = Cadence::Kind;
  const bool even = cadence.kind == Kind::every_days || cadence.kind == Kind::every_months;
  holds(even == (cadence.step > 0), "what is even has a step", [&] { return shown(cadence); });
  holds(cadence.step >= 0 && cadence.least >= 0 && cadence.most >= 0, "nothing is negative",
        shown(cadence));
  holds(cadence.most == 0 || cadence.least <= cadence.most, "the least is not the most",
        shown(cadence));
  holds(cadence.text == internal::trim(text), "all words are kept", [&] { return shown(cadence); });
}

void check_stretches(const Cadence& cadence, Date anchor) {
  if (cadence.step == 0) {
    try {
      static_cast<void>(occurrence(cadence, anchor, 0));
      holds(false, "what has no step has no stretches", [&] { return shown(cadence); });
    } catch (const std::invalid_argument&) {
      return;
    }
  }
  std::optional<DateRange> before;
  for (int k = 0; k < 40; ++k) {
    try {
      const DateRange stretch = occurrence(cadence, anchor, k);
      holds(stretch.first() == (before ? add_days(before->last(), 1) : anchor),
            "stretches follow one another", [&] { return shown(cadence); });
      before = stretch;
    } catch (const std::invalid_argument&) {
      // The calendar ends, and no stretch comes after.
      for (const int later : {k + 1, k + 1000}) {
        try {
          static_cast<void>(occurrence(cadence, anchor, later));
          holds(false, "nothing comes after the end", [&] { return shown(cadence); });
        } catch (const std::invalid_argument&) {
        }
      }
      return;
    }
  }
}

/// Laid over a plan's period, it fills it or says why not.
void check_laid_out(std::string_view text, const DateRange& window) {
  DeadlineContext context;
  context.window = window;
  const Deadlines read = parse_deadlines(text, context);
  if (!read.problems.empty() || read.deadlines.empty()) return;
  for (const Deadline& d : read.deadlines)
    holds(d.range || d.kind == DeadlineKind::open, "a deadline has days, or never falls due", text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  // From 1 January 1900, a day or two for each number: over three centuries.
  const Date anchor = Date::from_days(-25'567 + (data[0] * 256 + data[1]) * 2);
  const std::string_view text = fuzz::text_of(data + 2, size - 2);
  check_laid_out(text, {anchor, add_months(anchor, 37)});
  const auto cadence = parse_cadence(text);
  holds(cadence == parse_cadence(text), "the same words read the same", text);
  const auto small = parse_cadence(internal::lower(text));
  holds(cadence.has_value() == small.has_value(), "capitals do not matter", text);
  if (!cadence) return 0;
  holds(cadence->kind == small->kind && cadence->step == small->step &&
            cadence->least == small->least && cadence->most == small->most &&
            cadence->stretch == small->stretch,
        "capitals do not matter", text);
  check_cadence(text, *cadence);
  check_stretches(*cadence, anchor);
  return 0;
}
