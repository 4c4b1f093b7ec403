// The sections of a pack about registers: indicators with their charts, risks, decisions.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <cmath>

#include <safegov/register_report.hpp>

#include "base/text.hpp"
#include "model/spoken.hpp"
#include "report/pack_parts.hpp"

namespace safegov::internal {
namespace {

/// What a register amounts to; nothing if the partnership has none of that name.
std::optional<RegisterReport> report_of(const PackInput& in, std::string_view name) {
  for (const RegisterTable& table : in.partnership().registers())
    if (table.kind().name == name) return report_on(in.assessment, table);
  return {};
}

/// The text of a measure, or nothing.
std::string measured(const RegisterRow& row, std::string_view name) {
  const auto found = std::ranges::find(row.measures, name, &Measure::name);
  return found == row.measures.end() ? std::string() : found->text;
}

/// Is anything known of it as at the day?
bool is_known(const RegisterRow& row) {
  return !row.not_before && (!row.measures.empty() || !row.obligations.empty());
}

/// What a row owes, in the order of the days, in words; what it owes is not told where the row says
/// it.
std::string owed_in_words(const PackInput& in, const RegisterRow& row) {
  std::string words;
  for (const std::size_t o : row.obligations) {
    const State state = in.assessment[o];
    if (!words.empty()) words += '\n';
    words += spoken(state);
    if (const auto last = in.last_of(o)) words += ", by " + in_words(*last);
    if (in.owed()[o].what() != row.text) words += ": " + in.owed()[o].what();
  }
  return words;
}

Table table_of(std::string key, std::string caption, std::vector<Column> columns,
               std::string none) {
  return {.key = std::move(key),
          .caption = std::move(caption),
          .columns = std::move(columns),
          .none = std::move(none),
          .home = Home::of_its_rows};
}

/// A measure over time as a small chart; nothing for fewer than two numbers.
std::optional<Chart> indicator_chart(const RegisterRow& row) {
  const auto values = std::ranges::find(row.measures, "values", &Measure::name);
  if (values == row.measures.end()) return {};
  Curves curves{.days = DateRange(Date(1970, 1, 1))};
  Curves::Curve curve{.label = row.text};
  std::optional<Date> first, last;
  std::size_t numbers = 0;
  Chart chart{.key = row.id,
              .title = row.text.empty() ? row.id : row.text,
              .figures = {.key = row.id,
                          .caption = row.text.empty() ? row.id : row.text,
                          .columns = {{"period", "Period"},
                                      {"value", "Value"},
                                      {"standing", "Rating"},
                                      {"remark", "Remark"}}}};
  std::ranges::replace(chart.key, '/', '_');
  chart.figures.key = chart.key;
  for (const MeasuredPoint& point : values->points) {
    std::string remark = point.remark;
    if (!point.broken.empty())
      remark +=
          (remark.empty() ? "" : "; ") + ("not comparable with what is before: " + point.broken);
    chart.figures.rows.push_back(
        {point.label, point.text, {point.standing, tone_of_words(point.standing)}, remark});
    if (!point.days) continue;
    const Date day = point.days->last();
    first = first ? std::min(*first, day) : day;
    last = last ? std::max(*last, day) : day;
    std::optional<double> value;
    if (point.value) {
      value = static_cast<double>(point.value->units) / std::pow(10.0, point.value->places);
      ++numbers;
    }
    curve.points.push_back({day, value, point.text, !point.broken.empty()});
  }
  if (numbers < 2 || !first || *first == *last) return {};
  curves.days = {*first, *last};
  curves.curves.push_back(std::move(curve));
  chart.says = values->text.empty() ? "No number." : "Values " + values->text + ".";
  if (const std::string rating = measured(row, "rating"); !rating.empty())
    chart.says += " Newest: " + measured(row, "newest") + "; rated " + rating + ".";
  chart.shape = std::move(curves);
  return chart;
}

}  // namespace

Section indicators_section(const PackInput& in) {
  Section section{.key = "indicators", .title = "Indicators"};
  Table table = table_of("indicators", "Indicators: the newest number that was known",
                         {{"id", "Id"},
                          {"indicator", "Indicator"},
                          {"newest", "Newest"},
                          {"target", "Target"},
                          {"rating", "Rating"},
                          {"against_last", "Against last"}},
                         "No number of an indicator is known as at this day.");
  std::vector<Chart> charts;
  std::size_t without = 0;
  if (const auto report = report_of(in, "indicators"))
    for (const RegisterRow& row : report->rows) {
      const std::string newest = measured(row, "newest");
      if (!is_known(row) || newest.empty() || newest.starts_with("none")) {
        ++without;
        continue;
      }
      const std::string rating = measured(row, "rating");
      table.rows.push_back({{row.id, Tone::plain, row.id},
                            row.text,
                            newest,
                            measured(row, "target"),
                            {rating, tone_of_words(rating)},
                            measured(row, "against last")});
      if (auto chart = indicator_chart(row)) charts.push_back(std::move(*chart));
    }
  const std::string_view more = table.rows.empty() ? "" : " more";
  section.blocks.emplace_back(std::move(table));
  if (without != 0)
    section.blocks.emplace_back("Of " + counted(static_cast<long long>(without), "indicator") +
                                std::string(more) + " no number was known on this day.");
  for (Chart& chart : charts) section.blocks.emplace_back(std::move(chart));
  return section;
}

Section risks_section(const PackInput& in) {
  Table table = table_of("risks", "Risks that were known",
                         {{"id", "Id"},
                          {"risk", "Risk"},
                          {"residual", "Residual score"},
                          {"target", "Target"},
                          {"movement", "Movement"},
                          {"owed", "Owed"}},
                         "No risk is known as at this day.");
  if (const auto report = report_of(in, "risks"))
    for (const RegisterRow& row : report->rows) {
      if (!is_known(row)) continue;
      const std::string residual = measured(row, "residual"), band = measured(row, "printed band");
      const std::string scored = residual + (band.empty() ? "" : "; printed " + band);
      table.rows.push_back({{row.id, Tone::plain, row.id},
                            row.text,
                            {scored, tone_of_words(scored)},
                            measured(row, "target"),
                            measured(row, "movement"),
                            owed_in_words(in, row)});
    }
  return {.key = "risks", .title = "Risks", .blocks = {std::move(table)}};
}

Section decisions_section(const PackInput& in) {
  Table table = table_of("decisions", "Decisions and recommendations, and what follows from them",
                         {{"id", "Id"},
                          {"decision", "Decision"},
                          {"decided", "Decided"},
                          {"by", "By"},
                          {"status", "Status as printed"},
                          {"follow_up", "Follow-up"}},
                         "No decision is known as at this day.");
  if (const auto report = report_of(in, "decisions"))
    for (const RegisterRow& row : report->rows) {
      if (!is_known(row)) continue;
      const BodyId by = in.partnership().find_body(measured(row, "by"));
      table.rows.push_back({{row.id, Tone::plain, row.id},
                            row.text,
                            measured(row, "decided"),
                            by ? in.name_of(by) : measured(row, "by"),
                            measured(row, "status as printed"),
                            owed_in_words(in, row)});
    }
  Table commitments = table_of("commitments", "Commitments that are overdue, or came in",
                               {{"id", "Id"}, {"commitment", "Commitment"}, {"owed", "Owed"}},
                               "No commitment is overdue, or came in.");
  if (const auto report = report_of(in, "commitments"))
    for (const RegisterRow& row : report->rows) {
      const Counts& counts = row.counts;
      if (counts[State::overdue] + counts[State::received] + counts[State::received_late] == 0)
        continue;
      commitments.rows.push_back({{row.id, Tone::plain, row.id}, row.text, owed_in_words(in, row)});
    }
  return {.key = "decisions",
          .title = "Decisions and follow-up",
          .blocks = {std::move(table), std::move(commitments)}};
}

}  // namespace safegov::internal
