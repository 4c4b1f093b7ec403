// Counts over time as text, JSON and CSV.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>

#include <safegov/render.hpp>

#include "render/csv.hpp"
#include "render/json.hpp"
#include "render/obligation.hpp"
#include "render/text.hpp"

namespace safegov {
namespace {

using namespace internal;

/// The columns of the text: what a reader follows, in the order of the days.
constexpr std::array<State, 6> followed{State::not_due, State::due_soon,      State::due,
                                        State::overdue, State::received_late, State::received};

/// The first day of the range and of each month in it.
std::vector<Date> steps(DateRange range) {
  std::vector<Date> days{range.first()};
  Date month = month_of(range.first().year(), range.first().month()).last();
  while (month < range.last()) {
    const Date next = add_days(month, 1);
    days.push_back(next);
    month = month_of(next.year(), next.month()).last();
  }
  if (days.back() != range.last()) days.push_back(range.last());
  return days;
}

std::string as_text(const Obligations& owed, const Timeline& timeline,
                    const RenderOptions& options) {
  constexpr std::size_t wide = 10;
  Page page(options);
  page.line(page.bold(cell(owed.partnership().arrangements().name, page.width())));
  page.line("from " + in_words(timeline.range().first()) + " to " +
            in_words(timeline.range().last()));
  page.line();
  std::string head = "  " + left("as at", 12);
  for (const State state : followed)
    head += right(state == State::received_late ? "late" : spoken(state), wide);
  page.line(page.bold(head));
  for (const Date day : steps(timeline.range())) {
    const Counts counts = timeline.on(day);
    std::string line = "  " + left(iso(day), 12);
    for (const State state : followed) {
      const std::string number =
          right(counts[state] == 0 ? "·" : std::to_string(counts[state]), wide);
      line += counts[state] == 0 ? number : page.in_colour(state, number);
    }
    page.line(line);
  }
  page.line();
  if (const auto first = timeline.first(State::overdue)) {
    const Date worst = *timeline.worst(State::overdue);
    page.line("first overdue on " + in_words(*first) + "; most, " +
              std::to_string(timeline.on(worst)[State::overdue]) + ", from " + in_words(worst));
  } else {
    page.line("never overdue");
  }
  return page.take();
}

std::string as_json(const Obligations& owed, const Timeline& timeline) {
  Json json;
  begin_report(json, "timeline", owed.partnership());
  json.field("first", iso(timeline.range().first())).field("last", iso(timeline.range().last()));
  const auto day = [&](std::string_view name, const std::optional<Date>& date) {
    json.key(name);
    date ? json.text(iso(*date)) : json.null();
  };
  day("first_overdue", timeline.first(State::overdue));
  day("most_overdue", timeline.worst(State::overdue));
  json.key("counts").object();
  for (std::size_t i = 0; i < state_count; ++i) {
    const auto state = static_cast<State>(i);
    json.numbers(to_string(state), timeline.counts(state));
  }
  json.end();
  return json.end().take();
}

std::string as_csv(const Timeline& timeline) {
  Csv csv;
  std::vector<std::string> cells{"as_at"};
  for (const std::string_view word : words_of<State>()) cells.emplace_back(word);
  csv.cells(cells);
  for (Date day = timeline.range().first(); day <= timeline.range().last();
       day = add_days(day, 1)) {
    const Counts counts = timeline.on(day);
    cells = {iso(day)};
    for (std::size_t i = 0; i < state_count; ++i)
      cells.push_back(std::to_string(counts[static_cast<State>(i)]));
    csv.cells(cells);
    if (day == timeline.range().last()) break;  // the last day there is has no next
  }
  return csv.take();
}

}  // namespace

std::string render(const Obligations& obligations, const Timeline& timeline, Format format,
                   const RenderOptions& options) {
  switch (format) {
    case Format::text:
      break;
    case Format::json:
      return as_json(obligations, timeline);
    case Format::csv:
      return as_csv(timeline);
  }
  return as_text(obligations, timeline, options);
}

}  // namespace safegov
