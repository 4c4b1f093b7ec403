// A pack for a meeting: what it looks at, and its sections in the order in which they are read.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include <safegov/meetings.hpp>
#include <safegov/pack.hpp>

#include "base/text.hpp"
#include "model/spoken.hpp"
#include "report/pack_parts.hpp"

namespace safegov {

namespace internal {

std::string PackInput::name_of(BodyId id) const {
  return id ? partnership()[id].label_on(as_at()) : "nobody stated";
}

std::string PackInput::name_of(const Body* named) const {
  return named ? named->label_on(as_at()) : "nobody stated";
}

std::string PackInput::route_of(std::size_t row) const {
  const BodyId to = owed().to()[row];
  if (!to) return "nobody is stated to receive it";
  const auto route = network.route_of(row);
  if (!route) return partnership()[to].id + ": no way to the top";
  return way_of(network, *route);
}

Cell PackInput::id_cell(std::size_t row) const {
  const std::string id = owed()[row].id();
  return {id, Tone::plain, id};
}

Cell PackInput::state_cell(std::size_t row) const {
  return {spoken(assessment[row]), tone_of(assessment[row])};
}

std::optional<Date> PackInput::last_of(std::size_t row) const {
  const auto range = assessment.in_force(row);
  return range ? std::optional(range->last()) : std::nullopt;
}

std::vector<PlanId> PackInput::plans() const {
  const auto count = static_cast<std::uint32_t>(partnership().plans().size());
  std::vector<PlanId> shown;
  for (std::uint32_t i = 0; i < count; ++i) {
    const auto& period = partnership().plans()[i].period;
    const bool begun = !period || period->range.first() <= as_at();
    bool outstanding = !period || as_at() <= period->range.last();
    for (std::size_t row = 0; row < owed().size() && !outstanding; ++row)
      outstanding = owed().plan()[row] == PlanId{i} && assessment[row] == State::overdue;
    if (begun && outstanding) shown.push_back(PlanId{i});
  }
  if (shown.empty())
    for (std::uint32_t i = 0; i < count; ++i) shown.push_back(PlanId{i});
  return shown;
}

Tone tone_of(const Scale& scale, BandId band) {
  if (!band) return Tone::unknown;
  const std::string& colour = scale[band].colour.empty() ? scale[band].word : scale[band].colour;
  if (colour == "green") return Tone::good;
  if (colour == "blue") return Tone::done;
  if (colour == "amber" || colour == "yellow" || colour == "orange") return Tone::fair;
  if (colour == "red") return Tone::bad;
  return Tone::quiet;
}

Tone tone_of_words(std::string_view words) {
  const auto is_letter = [&](std::size_t at) {
    return at < words.size() && ((words[at] >= 'a' && words[at] <= 'z') || words[at] == '-');
  };
  const auto has = [&](std::string_view word) {
    for (auto at = words.find(word); at != std::string_view::npos; at = words.find(word, at + 1))
      if (!is_letter(at + word.size()) && (at == 0 || !is_letter(at - 1))) return true;
    return false;
  };
  if (has("green")) return Tone::good;
  if (has("amber") || has("yellow")) return Tone::fair;
  if (has("red")) return Tone::bad;
  if (has("blue")) return Tone::done;
  return Tone::plain;
}

}  // namespace internal

Since last_meeting(const Assessment& assessment, BodyId body) {
  constexpr int back = 91;  // a quarter of a year, in whole weeks
  const Date as_at = assessment.as_at();
  const Obligations& owed = assessment.obligations();
  if (body) {
    const DateRange before(Date(1400, 1, 1), add_days(as_at, -1));
    const auto days = meeting_days(owed, body, before, assessment.options().known_at);
    const std::string& name = owed.partnership()[body].label_on(as_at);
    if (!days.empty()) return {days.back(), "the last meeting of " + name};
    return {add_days(as_at, -back),
            "13 weeks before: no earlier meeting of " + name + " is known by its date"};
  }
  return {add_days(as_at, -back),
          "13 weeks before: nobody is at the top, whose meetings could be counted by"};
}

Report pack(const Assessment& assessment, const PackOptions& options) {
  using namespace internal;
  const Ratings ratings = rate(assessment);
  const Network network = network_of(assessment.obligations(), assessment.as_at());
  const BodyId body = options.body ? options.body : network.top();
  Since since = last_meeting(assessment, body);
  if (options.since) since = {*options.since, "the day asked for"};
  const PackInput in{assessment, ratings, network, options, body, since};
  const Partnership& partnership = in.partnership();

  Report report{.kind = "pack", .title = partnership.arrangements().name};
  if (report.title.empty()) report.title = partnership.arrangements().id;
  report.subtitle = "Pack for " + in.name_of(body) + " as at " + in_words(in.as_at());
  report.headings = {
      {{"partnership", "Partnership"}, partnership.arrangements().id},
      {{"body", "For"}, body ? Cell(partnership[body].id) : Cell()},
      {{"as_at", "As at"}, in.as_at()},
      {{"known_at", "As known at"}, assessment.options().known_at},
      {{"since", "New since"}, since.day},
  };
  report.sections = {glance_section(in),    changes_section(in),    overdue_section(in),
                     ratings_section(in),   plan_section(in),       forward_section(in),
                     slips_section(in),     indicators_section(in), risks_section(in),
                     decisions_section(in), structure_section(in),  findings_section(in)};
  report.sections.insert(report.sections.end(), options.more.begin(), options.more.end());
  return report;
}

}  // namespace safegov
