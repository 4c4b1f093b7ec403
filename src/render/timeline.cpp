// Counts over time as text, JSON and CSV.
// SPDX-License-Identifier: Apache-2.0

#include <array>
#include <stdexcept>

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

/// Of which it is said when they first were, and when most were.
constexpr std::array<State, 4> told{State::due, State::partly_received, State::overdue,
                                    State::received_late};

void write_extremes(Page& page, const Timeline& timeline) {
  for (const State state : told) {
    const auto first = timeline.first(state);
    if (!first) continue;
    const Date worst = *timeline.worst(state);
    page.line("  " + page.in_colour(state, left(spoken(state), 16)) + " first on " +
              in_words(*first) + "; most, " + std::to_string(timeline.on(worst)[state]) +
              ", from " + in_words(worst));
  }
  if (!timeline.first(State::overdue)) page.line("  never overdue");
}

std::string as_text(const Obligations& owed, const Timeline& timeline,
                    const RenderOptions& options) {
  constexpr std::size_t wide = 10;
  Page page(options);
  write_head(page, owed.partnership(), timeline.range());
  std::string head = "  " + left("as at", 12);
  for (const State state : followed)
    head += right(state == State::received_late ? "late" : spoken(state), wide);
  page.line(page.bold(head));
  for (const Date day : days_shown(timeline.range(), options, Step::month)) {
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
  write_extremes(page, timeline);
  return page.take();
}

std::string as_json(const Obligations& owed, const Timeline& timeline) {
  Json json;
  begin_report(json, "timeline", owed.partnership());
  json.field("first", iso(timeline.range().first())).field("last", iso(timeline.range().last()));
  json.key("counts").object();
  for (std::size_t i = 0; i < state_count; ++i) {
    const auto state = static_cast<State>(i);
    json.numbers(to_string(state), timeline.counts(state));
  }
  json.end().key("extremes").object();
  for (std::size_t i = 0; i < state_count; ++i) {
    const auto state = static_cast<State>(i);
    json.key(to_string(state));
    if (const auto first = timeline.first(state)) {
      const Date worst = *timeline.worst(state);
      json.object().field("first", iso(*first)).field("worst", iso(worst));
      json.field("most", static_cast<long long>(timeline.on(worst)[state])).end();
    } else {
      json.null();
    }
  }
  return json.end().end().take();
}

std::string as_csv(const Timeline& timeline, const RenderOptions& options) {
  Csv csv;
  std::vector<std::string> cells{"as_at"};
  for (const std::string_view word : words_of<State>()) cells.emplace_back(word);
  csv.cells(cells);
  for (const Date day : days_shown(timeline.range(), options, Step::day)) {
    const Counts counts = timeline.on(day);
    cells = {iso(day)};
    for (std::size_t i = 0; i < state_count; ++i)
      cells.push_back(std::to_string(counts[static_cast<State>(i)]));
    csv.cells(cells);
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
      return as_csv(timeline, options);
    case Format::markdown:
    case Format::dot:
      throw std::invalid_argument("a timeline has no such form");
  }
  return as_text(obligations, timeline, options);
}

}  // namespace safegov
