// When concerns arrive and how old knowledge is, as text, JSON and CSV.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

#include <safegov/arrival.hpp>
#include <safegov/render.hpp>

#include "base/text.hpp"
#include "render/csv.hpp"
#include "render/json.hpp"
#include "render/obligation.hpp"
#include "render/text.hpp"

namespace safegov {
namespace {

using namespace internal;

bool escalates(const Body& from, const Line* line) {
  return std::ranges::any_of(from.escalates_to, [&](const Line& own) { return &own == line; });
}

/// Which day of a month is said beside it: none where it makes no difference.
enum class Said : std::uint8_t { no_day, at_best, at_worst };

/// `on 7 October 2025`; `in Sept 2025 (at best on 2 September 2025)`.
std::string when_in_words(const Partnership& partnership, const JourneyStep& step, Said said) {
  if (step.days.length() == 1) return "on " + in_words(step.day);
  const Deadline& scheduled = partnership[step.meeting].scheduled;
  std::string words = scheduled.range == step.days ? "in " + scheduled.text
                                                   : "between " + in_words(step.days.first()) +
                                                         " and " + in_words(step.days.last());
  if (said == Said::no_day) return words;
  return words + (said == Said::at_best ? " (at best on " : " (at worst on ") + in_words(step.day) +
         ")";
}

/// `Audit Group meets on 2 September 2025, reports to Executive Board on 23 September 2025`
std::string in_words(const Partnership& partnership, const std::vector<JourneyStep>& journey,
                     Said said) {
  std::string words;
  const Body* from = nullptr;
  for (const JourneyStep& step : journey) {
    const Body& body = partnership[partnership[step.meeting].body];
    if (from == nullptr) {
      words += body.label_on(step.day) + " meets ";
    } else {
      words += &step == &journey[1] ? ", " : ", which ";
      words += escalates(*from, step.line) ? "escalates to " : "reports to ";
      words += body.label_on(step.day) + " ";
      if (!step.line->condition.empty()) words += "(" + step.line->condition + ") ";
    }
    words += when_in_words(partnership, step, said);
    from = &body;
  }
  return words;
}

std::optional<int> days_between(std::optional<Date> from, std::optional<Date> to) {
  if (!from || !to) return {};
  return to->days() - from->days();
}

/// `98`, `98 to 106`, `98 or more`; the same of dates.
template <class Value, class Print>
std::string range_in_words(const std::optional<Value>& least, const std::optional<Value>& most,
                           Print print) {
  if (!least) return "·";
  if (!most) return print(*least) + " or more";
  return least == most ? print(*least) : print(*least) + " to " + print(*most);
}

std::string number(int value) { return std::to_string(value); }

/// A number at the right of a line.
struct Cell {
  std::string text;
  std::size_t width;
};

/// The line with its numbers; on a narrow page without the last of them.
std::string with_cells(const Page& page, std::string line, const std::vector<Cell>& cells) {
  std::size_t used = display_width(line);
  for (const auto& [text, width] : cells) {
    used += width;
    if (used > page.width()) break;
    line += right(text, width);
  }
  return line;
}

/// How wide a column of ids must be so that none is cut.
template <class Rows, class Shown>
std::size_t widest_id(const Partnership& partnership, const Rows& rows, Shown shown) {
  std::size_t width = std::string_view("body").size();
  for (const auto& row : rows)
    if (shown(row)) width = std::max(width, display_width(partnership[row.body].id));
  return width;
}

/// Lists the bodies for which something holds, and why.
template <class Rows, class Holds>
void write_others(Page& page, const Partnership& partnership, const Rows& rows,
                  std::string_view why, Holds holds) {
  std::string ids;
  for (const auto& row : rows)
    if (holds(row)) ids += (ids.empty() ? "" : ", ") + partnership[row.body].id;
  if (ids.empty()) return;
  page.line();
  page.line(page.bold(why));
  page.paragraph(ids, 4);
}

template <class Rows, class Holds>
void write_never(Page& page, const Partnership& partnership, const Rows& rows,
                 const std::string& never, Holds arrives) {
  using Row = typename Rows::value_type;
  const auto list = [&](Way way, const char* why) {
    write_others(page, partnership, rows, never + why,
                 [&](const Row& row) { return row.way == way && !arrives(row); });
  };
  list(Way::known, ": no meetings that are known lead there in time");
  list(Way::no_meeting, ": no meeting is known, of it or of a body on each of its ways");
  list(Way::no_line, ": no line leads there");
}

bool arrives(const ArrivalRow& row) { return row.arrival.possible.has_value(); }

std::string as_text(const Partnership& partnership, const ArrivalReport& report,
                    const RenderOptions& options) {
  Page page(options);
  page.line(page.bold(cell(partnership.arrangements().name, page.width())));
  page.paragraph("raised on " + in_words(report.raised) + ", heard by " +
                     partnership[report.at].label_on(report.raised),
                 0);
  page.paragraph("over the year from then: days to the hearing, and days on which it is not heard",
                 0);
  const std::size_t wide = widest_id(partnership, report.rows, arrives);
  if (std::ranges::any_of(report.rows, arrives)) {
    page.line();
    page.line(page.bold(with_cells(page, "  " + left("body", wide) + "  " + left("heard", 24),
                                   {{"days", 12}, {"median", 8}, {"worst", 7}, {"unheard", 9}})));
  }
  for (const ArrivalRow& row : report.rows) {
    if (!arrives(row)) continue;
    const auto& [possible, certain] = row.arrival;
    const auto spread = [](const std::optional<int>& days) { return days ? number(*days) : "·"; };
    const std::string days = range_in_words(days_between(report.raised, possible),
                                            days_between(report.raised, certain), number);
    page.line(with_cells(page,
                         "  " + left(partnership[row.body].id, wide) + "  " +
                             left(range_in_words(possible, certain, iso), 24),
                         {{days, 12},
                          {spread(row.certain_spread.median), 8},
                          {spread(row.certain_spread.worst), 7},
                          {number(report.over.length() - row.certain_spread.arriving), 9}}));
    if (possible == certain) {
      page.paragraph(in_words(partnership, row.certain, Said::no_day), 6);
      continue;
    }
    page.paragraph(in_words(partnership, row.possible, Said::at_best), 6);
    page.paragraph(certain ? in_words(partnership, row.certain, Said::at_worst)
                           : "at worst in no meeting that is known",
                   6);
  }
  write_never(page, partnership, report.rows, "never", arrives);
  return page.take();
}

void write_date(Json& json, std::string_view name, const std::optional<Date>& date) {
  date ? json.field(name, iso(*date)) : json.key(name).null();
}

void write_number(Json& json, std::string_view name, std::optional<int> value) {
  value ? json.field(name, static_cast<long long>(*value)) : json.key(name).null();
}

void write_journey(Json& json, const Partnership& partnership, std::string_view name,
                   const std::vector<JourneyStep>& journey) {
  json.key(name).list();
  const Body* from = nullptr;
  for (const JourneyStep& step : journey) {
    const Body& body = partnership[partnership[step.meeting].body];
    json.object().field("body", body.id).field("meeting", partnership.id_of(step.meeting));
    json.field("first", iso(step.days.first())).field("last", iso(step.days.last()));
    json.field("day", iso(step.day)).key("line");
    if (step.line == nullptr)
      json.null();
    else
      json.text(escalates(*from, step.line) ? "escalates_to" : "reports_to");
    json.optional("condition", step.line ? step.line->condition : std::string()).end();
    from = &body;
  }
  json.end();
}

void write_spread(Json& json, std::string_view name, const Spread& spread) {
  json.key(name).object().field("arriving", static_cast<long long>(spread.arriving));
  write_number(json, "median", spread.median);
  write_number(json, "worst", spread.worst);
  write_date(json, "worst_on", spread.worst_on);
  json.end();
}

std::string as_json(const Partnership& partnership, const ArrivalReport& report) {
  Json json;
  begin_report(json, "arrival", partnership);
  json.field("to", partnership[report.at].id).field("raised", iso(report.raised));
  json.key("over").object();
  json.field("first", iso(report.over.first())).field("last", iso(report.over.last())).end();
  json.key("bodies").list();
  for (const ArrivalRow& row : report.rows) {
    json.object().field("body", partnership[row.body].id).field("way", to_string(row.way));
    write_date(json, "possible", row.arrival.possible);
    write_date(json, "certain", row.arrival.certain);
    write_number(json, "possible_days", days_between(report.raised, row.arrival.possible));
    write_number(json, "certain_days", days_between(report.raised, row.arrival.certain));
    write_journey(json, partnership, "possible_journey", row.possible);
    write_journey(json, partnership, "certain_journey", row.certain);
    write_spread(json, "possible_over_year", row.possible_spread);
    write_spread(json, "certain_over_year", row.certain_spread);
    json.end();
  }
  return json.end().end().take();
}

/// A date or number, or nothing.
std::string text_of(const std::optional<Date>& date) { return date ? iso(*date) : ""; }
std::string text_of(const std::optional<int>& value) { return value ? number(*value) : ""; }

std::string as_csv(const Partnership& partnership, const ArrivalReport& report) {
  Csv csv;
  csv.row("body", "way", "possible", "certain", "possible_days", "certain_days", "median", "worst",
          "unheard", "possible_journey", "certain_journey");
  for (const ArrivalRow& row : report.rows)
    csv.row(partnership[row.body].id, to_string(row.way), text_of(row.arrival.possible),
            text_of(row.arrival.certain),
            text_of(days_between(report.raised, row.arrival.possible)),
            text_of(days_between(report.raised, row.arrival.certain)),
            text_of(row.certain_spread.median), text_of(row.certain_spread.worst),
            report.over.length() - row.certain_spread.arriving,
            in_words(partnership, row.possible, Said::at_best),
            in_words(partnership, row.certain, Said::at_worst));
  return csv.take();
}

bool is_seen(const AssuranceRow& row) { return row.known.possible.has_value(); }

std::string as_text(const Partnership& partnership, const AssuranceReport& report,
                    const RenderOptions& options) {
  Page page(options);
  page.line(page.bold(cell(partnership.arrangements().name, page.width())));
  page.paragraph("what " + partnership[report.at].label_on(report.as_at) + " can know as at " +
                     in_words(report.as_at) + ": up to which day, and how old that is",
                 0);
  const std::size_t wide = widest_id(partnership, report.rows, is_seen);
  if (std::ranges::any_of(report.rows, is_seen)) {
    page.line();
    page.line(page.bold(
        with_cells(page, "  " + left("body", wide) + "  " + left("up to", 24), {{"days", 14}})));
  }
  for (const AssuranceRow& row : report.rows) {
    if (!is_seen(row)) continue;
    const auto& [possible, certain] = row.known;
    std::string up_to = iso(*possible);
    if (!certain) up_to = "at best " + up_to;
    if (certain && certain != possible) up_to = iso(*certain) + " to " + up_to;
    const std::string age = range_in_words(days_between(possible, report.as_at),
                                           days_between(certain, report.as_at), number);
    page.line(with_cells(page, "  " + left(partnership[row.body].id, wide) + "  " + left(up_to, 24),
                         {{age, 14}}));
  }
  write_never(page, partnership, report.rows, "blind", is_seen);
  return page.take();
}

std::string as_json(const Partnership& partnership, const AssuranceReport& report) {
  Json json;
  begin_report(json, "assurance", partnership);
  json.field("to", partnership[report.at].id).field("as_at", iso(report.as_at));
  json.key("bodies").list();
  for (const AssuranceRow& row : report.rows) {
    json.object().field("body", partnership[row.body].id).field("way", to_string(row.way));
    json.key("blind").boolean(!is_seen(row));
    write_date(json, "certain", row.known.certain);
    write_date(json, "possible", row.known.possible);
    write_number(json, "certain_age", days_between(row.known.certain, report.as_at));
    write_number(json, "possible_age", days_between(row.known.possible, report.as_at));
    json.end();
  }
  return json.end().end().take();
}

std::string as_csv(const Partnership& partnership, const AssuranceReport& report) {
  Csv csv;
  csv.row("body", "way", "certain", "possible", "certain_age", "possible_age");
  for (const AssuranceRow& row : report.rows)
    csv.row(partnership[row.body].id, to_string(row.way), text_of(row.known.certain),
            text_of(row.known.possible), text_of(days_between(row.known.certain, report.as_at)),
            text_of(days_between(row.known.possible, report.as_at)));
  return csv.take();
}

template <class Report>
std::string render_any(const Partnership& partnership, const Report& report, Format format,
                       const RenderOptions& options) {
  switch (format) {
    case Format::text:
      break;
    case Format::json:
      return as_json(partnership, report);
    case Format::csv:
      return as_csv(partnership, report);
    case Format::markdown:
    case Format::dot:
      throw std::invalid_argument("arrivals have no such form");
  }
  return as_text(partnership, report, options);
}

}  // namespace

std::string render(const Partnership& partnership, const ArrivalReport& report, Format format,
                   const RenderOptions& options) {
  return render_any(partnership, report, format, options);
}

std::string render(const Partnership& partnership, const AssuranceReport& report, Format format,
                   const RenderOptions& options) {
  return render_any(partnership, report, format, options);
}

}  // namespace safegov
