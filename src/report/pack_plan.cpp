// The section of a pack with the plans, in the eight columns in which councils print them.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include <safegov/timeline.hpp>

#include "base/text.hpp"
#include "model/spoken.hpp"
#include "report/pack_parts.hpp"

namespace safegov::internal {
namespace {

/// Of each promise, the rows of its obligations as written.
std::vector<std::vector<std::size_t>> rows_by_promise(const PackInput& in) {
  std::vector<std::vector<std::size_t>> rows(in.partnership().promises().size());
  for (std::size_t row = 0; row < in.owed().size(); ++row)
    rows[in.owed().promise()[row].index].push_back(row);
  for (auto& each : rows)
    std::ranges::sort(each, {}, [&](std::size_t row) { return in.owed().number()[row]; });
  return rows;
}

void add_line(std::string& cell, std::string_view line) {
  if (!cell.empty()) cell += '\n';
  cell += line;
}

/// `overdue by 31 days`, `received on 12 June 2019 (QA minutes, item 4)`.
std::string progress(const PackInput& in, std::size_t row) {
  const State state = in.assessment[row];
  std::string words = spoken(state);
  if (state == State::overdue) words += " by " + counted(in.assessment.days_overdue(row), "day");
  if (state == State::received_late)
    words += " by " + counted(in.assessment.days_overdue(row), "day");
  const Record* record = in.assessment.closed_by(row);
  if (record == nullptr) record = in.assessment.part_by(row);
  if (record != nullptr) {
    words +=
        (record == in.assessment.part_by(row) ? ", a part on " : " on ") + in_words(*record->date);
    if (!record->reference.empty()) words += " (" + record->reference + ")";
    if (!record->reason.empty()) words += ": " + record->reason;
  } else if (in.assessment.slips(row).count != 0) {
    if (const auto last = in.last_of(row)) words += ", now by " + in_words(*last);
  }
  return words;
}

/// What was declared, what follows and why; never a colour alone.
Cell rating_cell(const PackInput& in, const Rating& rating) {
  std::string words = in.ratings.derived_label(rating) + " (derived)";
  add_line(words, (rating.record ? in.ratings.declared_label(rating) : "blank") + " (declared)");
  add_line(words, in.ratings.because(rating));
  if (rating.verdict == Verdict::optimistic || rating.verdict == Verdict::pessimistic)
    add_line(words, std::string(words_of<Verdict>()[static_cast<std::size_t>(rating.verdict)]) +
                        " by " + counted(rating.bands, "band"));
  return {words, tone_of(*in.ratings.scheme(rating).scale, rating.derived.band)};
}

Table council_table(const PackInput& in, PlanId id, std::uint32_t& action, std::uint32_t& promise,
                    const std::vector<std::vector<std::size_t>>& rows) {
  const Plan& plan = in.partnership()[id];
  Table table{.key = "plan_" + plan.id,
              .caption = plan.title.empty() ? plan.id : plan.title,
              .columns = {{"no", "No."},
                          {"what_do_we_want_to_achieve", "What do we want to achieve?"},
                          {"how_are_we_going_to_do_it", "How are we going to do it?"},
                          {"who_will_lead", "Who will lead?"},
                          {"how_will_we_know", "How will we know?"},
                          {"when", "When?"},
                          {"progress", "Progress"},
                          {"rag", "RAG"}},
              .none = "It has no objective.",
              .home = Home::of_its_rows};
  for (const Objective& objective : plan.objectives) {
    std::string aim = objective.text.empty() ? objective.no : objective.no + ". " + objective.text;
    if (objective.actions.empty()) table.rows.push_back({"", aim, "", "", "", "", "", ""});
    for (const Action& each : objective.actions) {
      std::string evidence, when, so_far;
      for (std::size_t i = 0; i < each.promises.size(); ++i) {
        const Promise& one = each.promises[i];
        const std::string letter =
            each.promises.size() > 1 ? "(" + std::string(1, static_cast<char>('a' + i % 26)) + ") "
                                     : "";
        add_line(evidence, letter + one.what);
        add_line(when, letter + (one.due.empty() ? "no date" : one.due));
        const auto& of_it = rows[promise++];
        for (const std::size_t row : of_it)
          add_line(so_far, letter + (of_it.size() > 1 ? in.owed()[row].due().text + ": " : "") +
                               progress(in, row));
      }
      const BodyId lead = in.partnership().find_body(each.lead.id);
      const Rating& rating = in.ratings.of(ActionId{action++});
      table.rows.push_back({{each.no, Tone::plain, in.ratings.id(rating)},
                            aim,
                            each.text,
                            lead ? in.name_of(lead) : "not stated",
                            evidence,
                            when,
                            so_far,
                            rating_cell(in, rating)});
      aim.clear();  // it stands once, at its first action
    }
  }
  return table;
}

/// What became of each obligation of a plan, day by day up to the pack's day.
std::optional<Chart> promises_chart(const PackInput& in, PlanId id,
                                    const std::vector<StateInterval>& intervals,
                                    const std::vector<std::vector<std::size_t>>& rows) {
  const Plan& plan = in.partnership()[id];
  std::vector<std::size_t> shown;
  std::optional<Date> first, last;
  for (std::uint32_t p = 0; p < rows.size(); ++p)
    if (in.partnership().promises()[p].plan == id)
      for (const std::size_t row : rows[p])
        if (const auto range = in.assessment.in_force(row)) {
          shown.push_back(row);
          first = first ? std::min(*first, range->first()) : range->first();
          last = last ? std::max(*last, range->last()) : range->last();
        }
  if (shown.empty()) return {};
  if (plan.period) {
    first = std::min(*first, plan.period->range.first());
    last = std::max(*last, plan.period->range.last());
  }
  Chart chart{.key = "promises_" + plan.id,
              .title = "What became of the promises of " + plan.id,
              .figures = {.key = "promises_" + plan.id,
                          .caption = "Every dated obligation of " + plan.id,
                          .columns = {{"obligation", "Obligation"},
                                      {"what", "What"},
                                      {"due", "Due, as written"},
                                      {"last", "Last day"},
                                      {"state", "State"},
                                      {"closed", "Closed on"}},
                          .home = Home::of_its_rows},
              .as_at = in.as_at()};
  Strips strips{.days = {*first, *last}};
  std::size_t overdue = 0, in_time = 0;
  for (const std::size_t row : shown) {
    Strips::Strip strip{.label = in.owed()[row].id()};
    if (strip.label.starts_with(plan.id + "/")) strip.label.erase(0, plan.id.size() + 1);
    auto found = std::ranges::lower_bound(intervals, static_cast<std::uint32_t>(row), {},
                                          &StateInterval::row);
    for (; found != intervals.end() && found->row == row; ++found) {
      if (found->state == State::not_due || found->days.last() < *first ||
          *last < found->days.first())
        continue;
      const DateRange days(std::max(found->days.first(), *first),
                           std::min(found->days.last(), *last));
      strip.stretches.push_back({days, tone_of(found->state), {}, spoken(found->state)});
    }
    const auto last_day = in.last_of(row);
    strip.marks.push_back({*last_day, "last day"});
    const Record* closed = in.assessment.closed_by(row);
    if (in.assessment[row] == State::overdue) ++overdue;
    if (in.assessment[row] == State::received) ++in_time;
    chart.figures.rows.push_back({in.id_cell(row), in.owed()[row].what(), in.owed()[row].due().text,
                                  last_day, in.state_cell(row),
                                  closed ? closed->date : std::optional<Date>()});
    strips.strips.push_back(std::move(strip));
  }
  chart.says = "Of " + counted(static_cast<long long>(shown.size()), "dated obligation") + ", " +
               std::to_string(overdue) + " are overdue and " + std::to_string(in_time) +
               " came in on time. A stroke marks each last day.";
  chart.shape = std::move(strips);
  return chart;
}

}  // namespace

Section plan_section(const PackInput& in) {
  Section section{.key = "plan", .title = "The plan"};
  const auto rows = rows_by_promise(in);
  const auto plans = in.plans();
  std::optional<Date> first;
  for (std::size_t row = 0; row < in.owed().size(); ++row)
    if (in.owed().kind()[row] == DeadlineKind::dated) {
      const Date day = Date::from_days(in.owed().first()[row]);
      first = first ? std::min(*first, day) : day;
    }
  std::vector<StateInterval> intervals;
  if (first && *first < in.as_at())
    intervals = state_intervals(in.owed(), {*first, in.as_at()}, in.assessment.options());
  std::uint32_t action = 0, promise = 0;  // the next, as written
  for (std::uint32_t i = 0; i < in.partnership().plans().size(); ++i) {
    Table table = council_table(in, PlanId{i}, action, promise, rows);
    if (std::ranges::count(plans, PlanId{i}) == 0) continue;
    section.blocks.emplace_back(std::move(table));
    if (auto chart = promises_chart(in, PlanId{i}, intervals, rows))
      section.blocks.emplace_back(std::move(*chart));
  }
  if (plans.size() < in.partnership().plans().size())
    section.blocks.emplace_back(
        counted(static_cast<long long>(in.partnership().plans().size() - plans.size()), "plan") +
        " not in force, of which nothing is overdue, not shown.");
  if (plans.empty()) section.blocks.emplace_back("There is no plan.");
  return section;
}

}  // namespace safegov::internal
