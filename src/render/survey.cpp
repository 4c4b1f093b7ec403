// Many partnerships, a line each, as text, JSON and CSV.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <map>
#include <stdexcept>

#include <safegov/render.hpp>

#include "base/text.hpp"
#include "render/count_table.hpp"
#include "render/csv.hpp"
#include "render/json.hpp"
#include "render/obligation.hpp"
#include "render/text.hpp"

namespace safegov {
namespace {

using namespace internal;

long long number(std::size_t count) { return static_cast<long long>(count); }

/// Whole, however long: it is what people copy.
std::string uncut(const std::string& text) { return cell(text, text.size()); }

/// Ids under which more than one partnership was read: a copy counts as any other.
void write_repeated(Page& page, const Survey& survey) {
  std::map<std::string_view, std::vector<std::string_view>> paths;
  for (const SurveyLine& line : survey.lines)
    if (line.figures) paths[line.figures->id].push_back(line.path);
  for (const auto& [id, places] : paths) {
    if (places.size() < 2) continue;
    std::string all;
    for (const std::string_view path : places) all.append(all.empty() ? "" : ", ").append(path);
    page.paragraph(std::string(id) + " was read " + std::to_string(places.size()) +
                       " times, and all of them count: " + all,
                   0);
  }
}

std::string as_text(const Survey& survey, const RenderOptions& options) {
  Page page(options);
  const Counts totals = survey.totals();
  const auto& known_at = survey.options.known_at;
  page.line(page.bold("as at " + in_words(survey.as_at) +
                      (known_at ? ", as known at " + in_words(*known_at) : std::string())));
  std::string what = counted(number(survey.lines.size()), "partnership") + ", " +
                     counted(number(totals.total()), "obligation");
  if (survey.unsound() != 0) what += ", " + std::to_string(survey.unsound()) + " unsound";
  page.line(what);
  page.line();
  CountTable table(page,
                   {{"overdue", 9, {State::overdue}},
                    {"due", 5, {State::due, State::due_soon, State::partly_received}},
                    {"late", 5, {State::received_late}},
                    {"received", 9, {State::received}},
                    {"no day", 7, {State::undated, State::unresolved}}},
                   14);
  const auto since = [](const LongestOverdue* longest) {
    return longest ? iso(longest->since) : std::string();
  };
  table.head("partnership", "overdue since");
  for (const SurveyLine& line : survey.lines) {
    if (!line.figures) {
      page.line("  " + uncut(line.path) + "  " + page.bold("unsound") + ": " +
                counted(number(line.errors), "error") + "; safegov check " + uncut(line.path));
      continue;
    }
    const RollUp& sums = *line.figures;
    std::string label = sums.id + "  " + sums.name;
    if (display_width(sums.id) > table.room()) {
      page.line("  " + uncut(sums.id));
      label.clear();
    }
    table.row(label, sums.counts, since(sums.longest_overdue ? &*sums.longest_overdue : nullptr));
  }
  const std::size_t sound = survey.sound(), all = survey.lines.size();
  table.row(sound == all ? "in all" : std::to_string(sound) + " of " + std::to_string(all), totals,
            since(survey.longest_overdue()));
  const auto remarked = std::ranges::count_if(
      survey.lines, [](const SurveyLine& line) { return line.figures && line.remarks != 0; });
  page.line();
  write_repeated(page, survey);
  if (remarked != 0)
    page.paragraph("there are remarks on " + counted(remarked, "partnership") +
                       "; 'safegov check' prints them",
                   0);
  std::string text = page.take();
  if (text.ends_with("\n\n")) text.pop_back();
  return text;
}

void write_longest(Json& json, const LongestOverdue* longest) {
  json.key("longest_overdue");
  if (longest == nullptr) {
    json.null();
    return;
  }
  json.object().field("id", longest->id).field("since", iso(longest->since));
  json.field("days", longest->days).end();
}

std::string as_json(const Survey& survey) {
  Json json;
  begin_report(json, "survey");
  json.field("as_at", iso(survey.as_at)).key("known_at");
  survey.options.known_at ? json.text(iso(*survey.options.known_at)) : json.null();
  json.field("due_soon_days", survey.options.due_soon_days);
  json.field("sound", number(survey.sound())).field("unsound", number(survey.unsound()));
  write_counts(json, survey.totals());
  json.key("partnerships").list();
  for (const SurveyLine& line : survey.lines) {
    json.object().field("path", line.path).key("sound").boolean(line.figures.has_value());
    json.field("errors", number(line.errors)).field("remarks", number(line.remarks));
    if (line.figures) {
      const RollUp& sums = *line.figures;
      json.field("id", sums.id).field("name", sums.name);
      json.field("obligations", number(sums.counts.total()));
      write_counts(json, sums.counts);
      write_longest(json, sums.longest_overdue ? &*sums.longest_overdue : nullptr);
    }
    json.end();
  }
  return json.end().end().take();
}

/// A row for each partnership and none for all: whoever adds rows up must not count twice.
std::string as_csv(const Survey& survey) {
  Csv csv;
  std::vector<std::string> cells{"path", "id", "name", "sound", "errors", "remarks", "obligations"};
  for (const std::string_view word : words_of<State>()) cells.emplace_back(word);
  cells.insert(cells.end(), {"longest_overdue", "overdue_since", "days_overdue"});
  const std::size_t columns = cells.size();
  csv.cells(cells);
  for (const SurveyLine& line : survey.lines) {
    cells = {line.path,
             line.figures ? line.figures->id : "",
             line.figures ? line.figures->name : "",
             line.figures ? "true" : "false",
             std::to_string(line.errors),
             std::to_string(line.remarks)};
    if (line.figures) {
      const RollUp& sums = *line.figures;
      cells.push_back(std::to_string(sums.counts.total()));
      for (std::size_t i = 0; i < state_count; ++i)
        cells.push_back(std::to_string(sums.counts[static_cast<State>(i)]));
      if (const auto& longest = sums.longest_overdue)
        cells.insert(cells.end(),
                     {longest->id, iso(longest->since), std::to_string(longest->days)});
    }
    cells.resize(columns);
    csv.cells(cells);
  }
  return csv.take();
}

}  // namespace

std::string render(const Survey& survey, Format format, const RenderOptions& options) {
  switch (format) {
    case Format::text:
      break;
    case Format::json:
      return as_json(survey);
    case Format::csv:
      return as_csv(survey);
    case Format::markdown:
    case Format::dot:
      throw std::invalid_argument("a survey has no such form");
  }
  return as_text(survey, options);
}

}  // namespace safegov
