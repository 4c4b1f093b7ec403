// The sections of a pack that say how things stand in sum, and what is new since the last meeting.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>

#include <safegov/timeline.hpp>

#include "base/text.hpp"
#include "model/spoken.hpp"
#include "report/pack_parts.hpp"

namespace safegov::internal {
namespace {

std::string count_of(std::size_t count, std::string_view noun) {
  return counted(static_cast<long long>(count), noun);
}

/// From the first day on which anything is due, or a plan begins, to the day of the pack.
std::optional<DateRange> days_so_far(const PackInput& in) {
  std::optional<Date> first;
  const auto reach = [&](Date day) { first = first ? std::min(*first, day) : day; };
  for (const PlanId id : in.plans()) {
    if (const auto& period = in.partnership()[id].period) reach(period->range.first());
    for (std::size_t row = 0; row < in.owed().size(); ++row)
      if (in.owed().plan()[row] == id && in.owed().kind()[row] == DeadlineKind::dated)
        reach(Date::from_days(in.owed().first()[row]));
  }
  if (!first || in.as_at() <= *first) return {};
  return DateRange{std::max(*first, add_days(in.as_at(), -3660)), in.as_at()};
}

Table counts_table(const PackInput& in) {
  Table table{.key = "counts",
              .caption = "Obligations by state",
              .columns = {{"state", "State"}, {"obligations", "Obligations"}},
              .none = "Nothing is owed."};
  for (const State state : by_urgency)
    if (const std::size_t count = in.assessment.counts()[state])
      table.rows.push_back(
          {{spoken(state), tone_of(state)}, Cell::number(static_cast<std::int64_t>(count))});
  table.rows.push_back(
      {"in all", Cell::number(static_cast<std::int64_t>(in.assessment.counts().total()))});
  return table;
}

/// What was promised by each day beside what had come in.
std::optional<Chart> burn_up_chart(const PackInput& in) {
  const auto days = days_so_far(in);
  if (!days) return {};
  const BurnUp line = burn_up(in.owed(), timeline(in.owed(), *days, in.assessment.options()));
  Curves curves{
      .days = *days, .drawn = Curves::Drawn::steps, .curves = {{"promised"}, {"received"}}};
  Chart chart{
      .key = "burn_up",
      .title = "Promised, and received",
      .figures = {.key = "burn_up",
                  .caption = "Promised by the plan as written, and received, month by month",
                  .columns = {{"day", "By"}, {"promised", "Promised"}, {"received", "Received"}}},
      .as_at = in.as_at()};
  const auto add = [&](std::size_t i, Date day) {
    const std::array<std::uint32_t, 2> numbers{line.due[i], line.received[i]};
    for (std::size_t c = 0; c < numbers.size(); ++c) {
      auto& points = curves.curves[c].points;
      const auto value = static_cast<double>(numbers[c]);
      if (points.empty() || points.back().value != value || day == days->last())
        points.push_back({day, value, std::to_string(numbers[c])});
    }
  };
  for (std::size_t i = 0; i < line.due.size(); ++i)
    add(i, add_days(days->first(), static_cast<int>(i)));
  for (const Date day : steps(*days, Step::month)) {
    const std::size_t i = line.index(day);
    chart.figures.rows.push_back({day, Cell::number(line.due[i]), Cell::number(line.received[i])});
  }
  const std::size_t last = line.due.size() - 1;
  chart.says = "By " + in_words(in.as_at()) + ", " + std::to_string(line.due[last]) +
               " had been promised, and " + std::to_string(line.received[last]) + " had come in.";
  if (const auto widest = line.widest())
    chart.says += " The gap was first as wide as it ever was on " + in_words(*widest) + ", when " +
                  std::to_string(line.gap(line.index(*widest))) + " were missing.";
  chart.shape = std::move(curves);
  return chart;
}

std::string headline(const PackInput& in) {
  const Counts& counts = in.assessment.counts();
  const std::size_t due =
      counts[State::due] + counts[State::due_soon] + counts[State::partly_received];
  std::string text = count_of(counts[State::overdue], "obligation") +
                     (counts[State::overdue] == 1 ? " is" : " are") + " overdue, " +
                     std::to_string(due) + (due == 1 ? " is" : " are") + " due or due soon, " +
                     std::to_string(counts[State::received]) + " came in on time and " +
                     std::to_string(counts[State::received_late]) + " late, of " +
                     std::to_string(counts.total()) + ".";
  const std::size_t unclear = counts[State::undated] + counts[State::unresolved];
  if (unclear != 0)
    text += " " + std::to_string(unclear) + (unclear == 1 ? " has" : " have") +
            " no day by which anybody could be held to it.";
  return text;
}

std::string declared_line(const PackInput& in) {
  std::size_t declared = 0, better = 0;
  for (const Rating& rating : in.ratings) {
    if (rating.record) ++declared;
    if (rating.verdict == Verdict::optimistic) ++better;
  }
  if (declared == 0)
    return "No rating is declared: all that follow are derived from records, by rule.";
  return count_of(declared, "rating") + (declared == 1 ? " is" : " are") + " declared; " +
         std::to_string(better) + " of these " + (better == 1 ? "is" : "are") +
         " better than what follows from records.";
}

Cell state_cell(const Assessment& assessment, const std::optional<std::size_t>& row) {
  return row ? Cell(spoken(assessment[*row]), tone_of(assessment[*row])) : Cell("not owed");
}

/// The record that closed or moved it: when, by whom, with what evidence and why.
std::string record_in_words(const PackInput& in, const Differing& difference) {
  const Record* record = difference.closed_by ? difference.closed_by : difference.moved_by;
  if (record == nullptr) return {};
  std::string text = record->date ? in_words(*record->date) : std::string();
  if (const BodyId by = in.partnership().find_body(record->by.id)) text += ", by " + in.name_of(by);
  if (!record->reference.empty()) text += ": " + record->reference;
  if (!record->reason.empty()) text += " (" + record->reason + ")";
  return text;
}

}  // namespace

Section glance_section(const PackInput& in) {
  Section section{.key = "glance", .title = "At a glance"};
  section.blocks = {headline(in), declared_line(in), counts_table(in)};
  if (auto chart = burn_up_chart(in)) section.blocks.emplace_back(std::move(*chart));
  return section;
}

Section changes_section(const PackInput& in) {
  Section section{.key = "changes", .title = "What is new since " + in_words(in.since.day)};
  section.blocks.emplace_back("Compared with " + in_words(in.since.day) + ", " + in.since.why +
                              ".");
  if (in.as_at() < in.since.day) {
    section.blocks.emplace_back("That day is after the day of this pack, so that nothing is new.");
    return section;
  }
  const Obligations then = expand_obligations(
      in.partnership(),
      {.of = {in.owed().of().begin(), in.owed().of().end()},
       .promised_by = known_until(in.since.day, in.assessment.options().known_at)});
  const Comparison comparison =
      differences(assess(then, in.since.day, in.assessment.options()), in.assessment);
  Table table{.key = "changes",
              .caption = "Obligations that stand otherwise than on " + in_words(in.since.day),
              .columns = {{"change", "Change"},
                          {"obligation", "Obligation"},
                          {"what", "What"},
                          {"owed_by", "Owed by"},
                          {"before", "Then"},
                          {"now", "Now"},
                          {"record", "Record"}},
              .none = "No obligation stands otherwise."};
  for (std::size_t kind = 0; kind < difference_count; ++kind) {
    const auto difference = static_cast<Difference>(kind);
    for (const Differing& each : comparison.changes) {
      if (each.kinds.front() != difference) continue;  // each once, under what is told first
      std::string word(to_string(difference));
      std::ranges::replace(word, '_', ' ');
      const auto& [then_row, now_row] = std::pair(each.change.before, each.change.after);
      const Obligation owed = now_row ? in.owed()[*now_row] : then[*then_row];
      const Body* owner = owed.from() ? owed.from() : owed.lead();
      table.rows.push_back({word,
                            {each.change.id, Tone::plain, each.change.id},
                            owed.what(),
                            in.name_of(owner),
                            state_cell(comparison.before, then_row),
                            state_cell(comparison.after, now_row),
                            record_in_words(in, each)});
    }
  }
  section.blocks.emplace_back(std::move(table));
  Table ratings{.key = "rating_changes",
                .caption = "Ratings that are others than on " + in_words(in.since.day),
                .columns = {{"id", "Of"},
                            {"what", "What"},
                            {"declared_before", "Declared then"},
                            {"declared", "Declared now"},
                            {"derived_before", "Derived then"},
                            {"derived", "Derived now"}},
                .none = "No rating is another."};
  const auto rated = [](const std::string& label) { return Cell(label, tone_of_words(label)); };
  for (const RatingChange& change : comparison.ratings)
    ratings.rows.push_back({{change.id, Tone::plain, change.id},
                            change.text,
                            rated(change.declared_before),
                            rated(change.declared_after),
                            rated(change.derived_before),
                            rated(change.derived_after)});
  section.blocks.emplace_back(std::move(ratings));
  return section;
}

}  // namespace safegov::internal
