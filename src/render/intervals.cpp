// The stretches of days over which each obligation was in a state, as text, JSON and CSV.
// SPDX-License-Identifier: Apache-2.0

#include <stdexcept>

#include <safegov/render.hpp>

#include "base/text.hpp"
#include "render/csv.hpp"
#include "render/json.hpp"
#include "render/obligation.hpp"
#include "render/text.hpp"

namespace safegov {
namespace {

using namespace internal;

std::string as_text(const Obligations& owed, DateRange range,
                    const std::vector<StateInterval>& intervals, const RenderOptions& options) {
  Page page(options);
  write_head(page, owed.partnership(), range);
  for (std::size_t i = 0; i < intervals.size(); ++i) {
    const auto& [row, state, days] = intervals[i];
    if (i == 0 || intervals[i - 1].row != row) write_obligation(page, owed[row], "");
    page.line("      " + iso(days.first()) + " to " + iso(days.last()) + "  " +
              page.in_colour(state, left(spoken(state), 16)) +
              right(counted(days.length(), "day"), 12));
  }
  return page.take();
}

std::string as_json(const Obligations& owed, DateRange range,
                    const std::vector<StateInterval>& intervals) {
  Json json;
  begin_report(json, "intervals", owed.partnership());
  json.field("first", iso(range.first())).field("last", iso(range.last()));
  json.key("intervals").list();
  for (const StateInterval& each : intervals) {
    json.object().field("id", owed[each.row].id()).field("state", to_string(each.state));
    json.field("first", iso(each.days.first())).field("last", iso(each.days.last()));
    json.field("days", each.days.length()).end();
  }
  return json.end().end().take();
}

std::string as_csv(const Obligations& owed, const std::vector<StateInterval>& intervals) {
  Csv csv;
  csv.row("id", "state", "first", "last", "days");
  for (const StateInterval& each : intervals)
    csv.row(owed[each.row].id(), to_string(each.state), iso(each.days.first()),
            iso(each.days.last()), each.days.length());
  return csv.take();
}

}  // namespace

std::string render(const Obligations& obligations, DateRange range,
                   const std::vector<StateInterval>& intervals, Format format,
                   const RenderOptions& options) {
  switch (format) {
    case Format::text:
      break;
    case Format::json:
      return as_json(obligations, range, intervals);
    case Format::csv:
      return as_csv(obligations, intervals);
    case Format::markdown:
    case Format::dot:
      throw std::invalid_argument("a table of intervals has no such form");
  }
  return as_text(obligations, range, intervals, options);
}

}  // namespace safegov
