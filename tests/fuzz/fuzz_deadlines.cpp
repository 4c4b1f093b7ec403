// Any words as a deadline, a day, a period: what is read holds together, and reads as itself again.
// SPDX-License-Identifier: Apache-2.0
//
// The first byte says what is known besides: `0` nothing, `?` everything (see context_of).

#include <algorithm>
#include <optional>

#include <safegov/calendar.hpp>
#include <safegov/deadline.hpp>
#include <safegov/partnership.hpp>
#include <safegov/period.hpp>

#include "base/recurrence.hpp"
#include "base/text.hpp"
#include "base/words.hpp"
#include "fuzz/fuzz.hpp"

using namespace safegov;
using fuzz::holds;

namespace {

DeadlineContext context_of(std::uint8_t bits) {
  DeadlineContext context;
  if (bits & 1) context.anchor = Date(2022, 1, 31);
  if (bits & 2) context.window = DateRange(Date(2019, 4, 1), Date(2022, 3, 31));
  if (bits & 4) context.calendar = &Calendar::england_and_wales();
  if (bits & 8)
    context.named_periods = {
        {"autumn", YearBasis::calendar, "1 September", "31 December", Precision::season},
        {"spring term", YearBasis::academic, "1 January", "15 April", Precision::term},
        {"summer term", YearBasis::academic, "2021-04-16", "2021-07-31", Precision::term},
        {"early", YearBasis::financial, "1 April", "30 June", Precision::part}};
  return context;
}

std::string shown(const Deadlines& read) {
  std::ostringstream out;
  for (const Deadline& d : read.deadlines) out << d << ' ' << to_string(d.precision) << '\n';
  for (const DeadlineProblem& p : read.problems) out << p.text << ": " << p.message << '\n';
  return out.str();
}

/// Kinds and days, without the words.
bool mean_the_same(const Deadlines& a, const Deadlines& b) {
  return std::ranges::equal(a.deadlines, b.deadlines, [](const Deadline& x, const Deadline& y) {
    return x.kind == y.kind && x.range == y.range && x.precision == y.precision;
  });
}

void check_day(Date day) {
  holds(parse_day(iso(day)) == day, "a day reads as itself", iso(day));
  holds(parse_date(iso(day)) == day, "a date reads as itself", iso(day));
  // Years of two and three figures are read as something else; boards write none.
  if (day.year() >= 1800 && day.year() < 2200)
    holds(parse_day(in_words(day)) == day, "a day in words reads as itself", in_words(day));
}

void check_range(const DateRange& range) {
  if (range.first().year() < 1800 || range.last().year() >= 2200) return;
  for (const std::string& words :
       {iso(range.first()) + " to " + iso(range.last()), internal::stretch_in_words(range)}) {
    const auto again = parse_deadlines(words).deadlines;
    holds(again.size() == 1 && again[0].range == range, "an interval reads as itself", words);
    if (words.find(" to ") != std::string::npos)
      holds(parse_period(words) == range, "a period reads as itself", words);
  }
}

void check_deadlines(std::string_view text, const Deadlines& read) {
  const std::string_view trimmed = internal::trim(text);
  holds(read.deadlines.size() <= internal::most_deadlines, "deadlines are bounded");
  std::size_t unresolved = 0, looked_at = 0;
  for (const Deadline& d : read.deadlines) {
    const bool dated = d.kind == DeadlineKind::dated;
    holds(dated == d.range.has_value(), "what is dated has days", [&] { return shown(read); });
    holds(dated == (d.precision != Precision::none), "and says how exactly",
          [&] { return shown(read); });
    holds(d.kind != DeadlineKind::undated, "what has words is not undated",
          [&] { return shown(read); });
    holds(!d.text.empty() && internal::trim(d.text) == d.text, "words are kept",
          [&] { return shown(read); });
    unresolved += d.kind == DeadlineKind::unresolved ? 1U : 0U;
    if (++looked_at > 20) continue;  // a cadence's stretches are alike
    if (trimmed.find(d.text) == std::string_view::npos) {
      const auto again = parse_deadlines(d.text).deadlines;
      holds(again.size() == 1 && again[0].range == d.range, "new words read as themselves", d.text);
    }
    const std::string key = deadline_key(d);
    holds(!key.empty() && key.find_first_of("/@ \t\n") == std::string::npos,
          "a key does not take an id apart", key);
    if (d.range) {
      check_day(d.range->first());
      check_day(d.range->last());
      check_range(*d.range);
    }
  }
  holds(unresolved == read.problems.size(), "each that is unresolved says why",
        [&] { return shown(read); });
  for (const DeadlineProblem& p : read.problems) {
    holds(trimmed.find(p.text) != std::string_view::npos, "a problem names words",
          [&] { return shown(read); });
    holds(!p.message.empty() && !p.message.ends_with('.') && !p.help.empty(),
          "a problem says what it is and what to do", [&] { return shown(read); });
  }
}

std::string spread(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == ' ' ? std::string("  ") : std::string(1, c);
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const DeadlineContext context = context_of(data[0]);
  const std::string_view text = fuzz::text_of(data + 1, size - 1);
  const Deadlines read = parse_deadlines(text, context);
  check_deadlines(text, read);

  const Deadlines again = parse_deadlines(text, context);
  holds(shown(read) == shown(again), "the same words read the same",
        [&] { return shown(read) + shown(again); });
  const std::string wide = spread(text);
  if (internal::trim(wide).size() <= internal::longest_text) {
    const Deadlines other = parse_deadlines(wide, context);
    holds(mean_the_same(read, other), "two spaces are as one",
          [&] { return shown(read) + shown(other); });
  }
  const Deadlines small = parse_deadlines(internal::lower(text), context);
  holds(mean_the_same(read, small), "capitals do not matter",
        [&] { return shown(read) + shown(small); });

  // What is resolved without knowing more is not resolved to something else by knowing more. The
  // words that are declared are no such knowledge: `early 2022` is a date only where `early` is
  // one.
  const DeadlineContext words{.named_periods = context.named_periods};
  const Deadlines bare = parse_deadlines(text, words);
  if (bare.problems.empty())
    holds(mean_the_same(bare, read), "knowing more changes nothing",
          [&] { return shown(bare) + shown(read); });

  if (const auto day = parse_day(text)) {
    check_day(*day);
    const auto& found = bare.deadlines;
    holds(found.size() == 1 && found[0].range == DateRange(*day), "a day is due that day", text);
  }
  if (const auto period = parse_period(text)) check_range(*period);
  if (const auto label = parse_year_label(text)) {
    holds(label->years >= 1 && label->years <= 25, "a label spans some years", text);
    for (const YearBasis basis : {YearBasis::calendar, YearBasis::financial, YearBasis::academic})
      check_range(range_of(*label, basis));
    const DateRange years = range_of(*label, YearBasis::financial);
    const auto named = parse_year_label(financial_year_label(years.first()));
    if (!label->single)
      holds(named && named->first == label->first && named->years == 1, "a label is one", text);
  }
  return 0;
}
