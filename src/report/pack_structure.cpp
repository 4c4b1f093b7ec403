// The section of a pack on who answers to whom, and how long a concern takes to the top.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <utility>

#include <safegov/arrival.hpp>
#include <safegov/calendar.hpp>

#include "base/text.hpp"
#include "report/pack_parts.hpp"

namespace safegov::internal {
namespace {

/// The bodies below each body, as written.
class Tree {
 public:
  explicit Tree(const PackInput& in) : in_(in), below_(in.partnership().bodies().size()) {
    for (std::uint32_t i = 0; i < below_.size(); ++i)
      if (const auto line = in.network.next(BodyId{i})) below_[line->to.index].push_back(BodyId{i});
  }

  /// A body and all below it. By a stack of our own: a chain of bodies may be longer than the
  /// other.
  [[nodiscard]] std::vector<OutlineLine> from(BodyId top) const {
    std::vector<OutlineLine> lines;
    std::vector<std::pair<BodyId, std::size_t>> open{{top, 0}};
    while (!open.empty()) {
      const auto [body, depth] = open.back();
      open.pop_back();
      lines.push_back(line(body, depth));
      const auto& below = below_[body.index];
      for (std::size_t i = below.size(); i-- > 0;) open.emplace_back(below[i], depth + 1);
    }
    return lines;
  }

 private:
  [[nodiscard]] OutlineLine line(BodyId body, std::size_t depth) const {
    const std::string& id = in_.partnership()[body].id;
    const std::string name = in_.name_of(body);
    const std::size_t load = in_.network.load(body);
    std::string remark = load == 0 ? std::string() : "is owed " + std::to_string(load);
    if (const std::size_t behind = in_.network.behind(body);
        behind != 0 && body != in_.network.top())
      remark +=
          (remark.empty() ? "" : "; ") + std::to_string(behind) + " reach the top only through it";
    return {depth, name == id ? id : name + " (" + id + ")", std::move(remark)};
  }

  const PackInput& in_;
  std::vector<std::vector<BodyId>> below_;
};

Picture picture_of(const PackInput& in) {
  Picture picture{.title = "The structure on " + in_words(in.as_at()), .svg = in.options.diagram};
  std::size_t routed = 0;
  for (std::uint32_t i = 0; i < in.partnership().bodies().size(); ++i)
    if (in.network.depth(BodyId{i})) ++routed;
  if (!in.network.top()) {
    picture.says = "Nobody is at the top on this day.";
    return picture;
  }
  picture.says = counted(static_cast<long long>(routed == 0 ? 0 : routed - 1), "body") +
                 " answer to " + in.name_of(in.network.top()) + ", directly or through others.";
  picture.outline = Tree(in).from(in.network.top());
  return picture;
}

std::string_view spoken(NetworkOddity what) {
  switch (what) {
    case NetworkOddity::no_top:
      return "nobody is at the top";
    case NetworkOddity::other_top:
      return "others report to it, and it reports to nobody";
    case NetworkOddity::no_route:
      return "no way to the top";
    case NetworkOddity::cycle:
      return "each of them answers to all of them";
    case NetworkOddity::answers_to_itself:
      return "it answers to itself";
    case NetworkOddity::line_to_nobody:
      return "it has a line to a body that is gone";
    case NetworkOddity::orphaned_duties:
      return "it is gone, and nobody took over what it owes or is owed";
  }
  return {};
}

Table oddities(const PackInput& in) {
  Table table{.key = "structure_odd",
              .caption = "What is odd about the structure",
              .columns = {{"what", "What"}, {"bodies", "Bodies"}},
              .none = "Nothing is odd about the structure."};
  for (const NetworkFinding& finding : in.network.findings()) {
    std::string bodies;
    for (const BodyId body : finding.bodies)
      bodies += (bodies.empty() ? "" : ", ") + in.partnership()[body].id;
    table.rows.push_back({std::string(spoken(finding.what)), bodies});
  }
  return table;
}

std::optional<std::int64_t> days_between(Date from, const std::optional<Date>& to) {
  if (!to) return {};
  return to->days() - from.days();
}

/// How long a concern takes that is raised on the day of the pack.
Chart arrival_chart(const PackInput& in, const ArrivalReport& report) {
  Chart chart{.key = "arrival",
              .title = "How long a concern takes to " + in.name_of(report.at),
              .figures = {.key = "arrival",
                          .caption = "A concern that is raised on " + in_words(report.raised),
                          .columns = {{"body", "Raised in"},
                                      {"earliest", "Heard at the earliest"},
                                      {"certain", "Heard for certain by"},
                                      {"days", "Days"},
                                      {"worst", "Worst over a year, in days"}}}};
  Bars bars{.unit = "days"};
  std::size_t unknown = 0;
  const Bars::Bar* slowest = nullptr;
  for (const ArrivalRow& row : report.rows) {
    if (row.body == report.at || !in.network.depth(row.body)) continue;
    Bars::Bar bar{.label = in.partnership()[row.body].id,
                  .least = days_between(report.raised, row.arrival.possible),
                  .most = days_between(report.raised, row.arrival.certain)};
    if (!bar.least)
      bar.text = row.way == Way::known ? "not after this day" : "no known meetings carry it";
    else if (bar.most == bar.least)
      bar.text = counted(*bar.least, "day");
    else
      bar.text = std::to_string(*bar.least) +
                 (bar.most ? " to " + counted(*bar.most, "day") : " days or more");
    if (!bar.least) ++unknown;
    const auto& worst =
        row.certain_spread.worst ? row.certain_spread.worst : row.possible_spread.worst;
    chart.figures.rows.push_back({{bar.label, Tone::plain, bar.label},
                                  row.arrival.possible,
                                  row.arrival.certain,
                                  bar.text,
                                  worst ? Cell::number(*worst) : Cell()});
    bars.bars.push_back(std::move(bar));
  }
  for (const Bars::Bar& bar : bars.bars)
    if (bar.least && (slowest == nullptr ||
                      bar.most.value_or(*bar.least) > slowest->most.value_or(*slowest->least)))
      slowest = &bar;
  chart.says = slowest == nullptr
                   ? "No known meetings carry a concern to the top."
                   : "It takes longest from " + slowest->label + ": " + slowest->text + ".";
  if (unknown != 0 && slowest != nullptr)
    chart.says += " From " + std::to_string(unknown) + " no known meetings carry it.";
  chart.figures.none = "Nobody but " + in.name_of(report.at) + " has a way to the top.";
  chart.shape = std::move(bars);
  return chart;
}

}  // namespace

Section structure_section(const PackInput& in) {
  Section section{.key = "structure", .title = "Who answers to whom"};
  section.blocks.emplace_back(picture_of(in));
  section.blocks.emplace_back(oddities(in));
  if (!in.network.top()) return section;
  try {
    const Timetable timetable(in.owed(),
                              {.as_at = in.as_at(), .known_at = in.assessment.options().known_at});
    section.blocks.emplace_back(
        arrival_chart(in, arrival(Arrivals(timetable, in.network.top()), in.as_at())));
  } catch (const OutsideCalendar& outside) {
    section.blocks.emplace_back(std::string("When papers are due cannot be told: ") +
                                outside.what() + ".");
  }
  return section;
}

Section findings_section(const PackInput& in) {
  Table by_rule{.key = "findings_by_rule",
                .caption = "Findings by rule, errors first",
                .columns = {{"severity", "Severity"},
                            {"rule", "Rule"},
                            {"name", "Name"},
                            {"findings", "Findings"}},
                .none = "Nothing was found."};
  Table table{.key = "findings",
              .caption = "Every finding",
              .columns = {{"severity", "Severity"},
                          {"rule", "Rule"},
                          {"about", "About"},
                          {"finding", "Finding"},
                          {"help", "What to do"}},
              .none = "Nothing was found."};
  const auto tone = [](Severity severity) {
    return severity == Severity::error     ? Tone::bad
           : severity == Severity::warning ? Tone::fair
                                           : Tone::quiet;
  };
  const auto name = [](std::string_view code) {
    const Code* known = find_code(code);
    return known == nullptr ? std::string() : std::string(known->name);
  };
  std::vector<std::pair<const Finding*, std::int64_t>> rules;  // the first of each, and how many
  for (const Finding& finding : in.options.findings) {
    const auto found = std::ranges::find_if(
        rules, [&](const auto& rule) { return rule.first->what.code == finding.what.code; });
    if (found == rules.end())
      rules.emplace_back(&finding, 1);
    else
      ++found->second;
    table.rows.push_back(
        {{std::string(to_string(finding.what.severity)), tone(finding.what.severity)},
         finding.what.code,
         {finding.about, Tone::plain, finding.about},
         finding.what.message,
         finding.what.help});
  }
  std::ranges::stable_sort(rules, [](const auto& a, const auto& b) {
    if (a.first->what.severity != b.first->what.severity)
      return a.first->what.severity > b.first->what.severity;
    return a.second > b.second;
  });
  for (const auto& [first, count] : rules)
    by_rule.rows.push_back(
        {{std::string(to_string(first->what.severity)), tone(first->what.severity)},
         first->what.code,
         name(first->what.code),
         Cell::number(count)});
  return {.key = "findings",
          .title = "Where the paperwork contradicts itself",
          .blocks = {std::move(by_rule), std::move(table)}};
}

}  // namespace safegov::internal
