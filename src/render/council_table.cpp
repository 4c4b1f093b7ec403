// An assessment in the eight columns in which councils print their plans.
// SPDX-License-Identifier: Apache-2.0

#include "render/council_table.hpp"

#include <algorithm>
#include <vector>

#include <safegov/ratings.hpp>

#include "base/text.hpp"
#include "render/markdown.hpp"
#include "render/text.hpp"

namespace safegov::internal {
namespace {

std::string as_at_line(const Assessment& assessment) {
  const auto& known_at = assessment.options().known_at;
  return "As at " + in_words(assessment.as_at()) +
         (known_at ? ", as known at " + in_words(*known_at) : std::string()) + ".";
}

/// `**overdue** since 1 July 2019`: a state as it stands beside its date.
std::string progress(const Assessment& assessment, std::size_t row) {
  const State state = assessment[row];
  std::string words = state == State::overdue ? "**overdue**" : spoken(state);
  if (state == State::overdue)
    words += " since " + in_words(*assessment.overdue_since(row));
  else if (const Record* closed = assessment.closed_by(row))
    words += " " + in_words(*closed->date);
  if (const Record* part = assessment.part_by(row); part && !assessment.closed_by(row))
    words += state == State::partly_received ? " " + in_words(*part->date)
                                             : ", a part in " + in_words(*part->date);
  const auto meeting = assessment.meeting(row);
  if (meeting && state == State::unresolved)
    words += ": meeting " + std::string(to_string(meeting->state));
  if (const Slips slips = assessment.slips(row); slips.count != 0)
    words += ", moved " + counted(slips.count, "time") + " by " + counted(slips.days, "day");
  return words;
}

class CouncilTable {
 public:
  explicit CouncilTable(const Assessment& assessment)
      : assessment_(assessment),
        ratings_(rate(assessment)),
        partnership_(assessment.obligations().partnership()),
        rows_(partnership_.promises().size()) {
    for (const Obligation o : assessment.obligations())
      rows_[assessment.obligations().promise()[o.row()].index].push_back(o.row());
    for (auto& rows : rows_)
      std::ranges::sort(rows, {},
                        [&](std::size_t row) { return assessment.obligations().number()[row]; });
  }

  std::string run() {
    out_.heading(1, partnership_.arrangements().name);
    out_.paragraph(as_at_line(assessment_));
    write_counts();
    const auto of = assessment_.obligations().of();
    for (std::uint32_t i = 0; i < partnership_.plans().size(); ++i)
      if (of.empty() || std::ranges::count(of, PlanId{i}) != 0) write_plan(partnership_[PlanId{i}]);
    return out_.take();
  }

 private:
  void write_counts() {
    out_.head({"State", "Obligations"});
    for (std::size_t i = 0; i < state_count; ++i) {
      const auto state = static_cast<State>(i);
      if (const std::size_t count = assessment_.counts()[state])
        out_.row({spoken(state), std::to_string(count)});
    }
    out_.row({"in all", std::to_string(assessment_.counts().total())});
  }

  void write_plan(const Plan& plan) {
    out_.heading(2, plan.title.empty() ? plan.id : plan.title);
    out_.head({"No.", "What do we want to achieve?", "How are we going to do it?", "Who will lead?",
               "How will we know?", "When?", "Progress", "RAG"});
    for (const Objective& objective : plan.objectives) {
      std::string aim =
          as_markdown(objective.text.empty() ? objective.no : objective.no + ". " + objective.text);
      if (objective.actions.empty()) out_.row({"", aim, "", "", "", "", "", ""});
      for (const Action& action : objective.actions) {
        write_action(action, aim);
        aim.clear();  // it stands once, at its first action
      }
    }
    write_key(plan);
  }

  void write_action(const Action& action, const std::string& aim) {
    std::vector<std::string> evidence, when, so_far;
    for (std::size_t i = 0; i < action.promises.size(); ++i) {
      const Promise& promise = action.promises[i];
      const std::string letter = action.promises.size() > 1
                                     ? "(" + std::string(1, static_cast<char>('a' + i % 26)) + ") "
                                     : "";
      evidence.push_back(letter + as_markdown(promise.what));
      when.push_back(letter + (promise.due.empty() ? "no date" : as_markdown(promise.due)));
      const auto& rows = rows_[promise_++];
      for (const std::size_t row : rows) {
        const Obligation o = assessment_.obligations()[row];
        const std::string date = rows.size() > 1 ? as_markdown(o.due().text) + ": " : "";
        so_far.push_back(letter + date + progress(assessment_, row));
      }
    }
    const BodyId lead = partnership_.find_body(action.lead.id);
    out_.row({as_markdown(action.no), aim, as_markdown(action.text),
              lead ? as_markdown(partnership_[lead].label_on(assessment_.as_at())) : "not stated",
              Markdown::lines(evidence), Markdown::lines(when), Markdown::lines(so_far),
              rating(ratings_.of(ActionId{action_++}))});
  }

  /// What was declared, and what follows from the rules; never a colour alone.
  std::string rating(const Rating& rating) const {
    const std::string derived = as_markdown(ratings_.derived_label(rating)) + " (derived)";
    if (!rating.record) return derived;
    std::string words = as_markdown(ratings_.declared_label(rating)) + " (declared)";
    if (rating.verdict == Verdict::optimistic || rating.verdict == Verdict::pessimistic)
      words += ", " + std::string(words_of<Verdict>()[static_cast<std::size_t>(rating.verdict)]) +
               " by " + counted(rating.bands, "band");
    return Markdown::lines({words, derived});
  }

  void write_key(const Plan& plan) {
    const auto index = static_cast<std::uint32_t>(&plan - partnership_.plans().data());
    const Rating& of_plan = ratings_.of(PlanId{index});
    const Scale& scale = *ratings_.scheme(of_plan).scale;
    out_.paragraph("Derived on the scale *" + as_markdown(scale.name) +
                   "* by the rules that `safegov ratings` prints; the plan as a whole: " +
                   as_markdown(ratings_.derived_label(of_plan)) + ".");
    out_.head({"RAG", "means"});
    for (std::uint32_t i = 0; i < scale.size(); ++i)
      out_.row({as_markdown(scale.label(BandId{i})), as_markdown(scale[BandId{i}].meaning)});
    out_.row({as_markdown(scale.label({})), "nothing can be said, for want of records or dates"});
  }

  const Assessment& assessment_;
  Ratings ratings_;
  const Partnership& partnership_;
  std::vector<std::vector<std::size_t>> rows_;  // of each promise, as written
  std::uint32_t promise_ = 0, action_ = 0;      // the next, as written
  Markdown out_;
};

}  // namespace

std::string council_table(const Assessment& assessment) { return CouncilTable(assessment).run(); }

std::string group_table(const Assessment& assessment, Group group) {
  Markdown out;
  out.heading(1, assessment.obligations().partnership().arrangements().name);
  out.paragraph(as_at_line(assessment));
  std::vector<std::string> cells{std::string(words_of<Group>()[static_cast<std::size_t>(group)]),
                                 "name", "in all"};
  std::vector<State> shown;
  for (std::size_t i = 0; i < state_count; ++i)
    if (assessment.counts()[static_cast<State>(i)] != 0) shown.push_back(static_cast<State>(i));
  for (const State state : shown) cells.push_back(spoken(state));
  out.head(cells);
  for (const GroupCounts& entry : assessment.by(group)) {
    cells = {as_markdown(entry.id), as_markdown(entry.name), std::to_string(entry.counts.total())};
    for (const State state : shown) cells.push_back(std::to_string(entry.counts[state]));
    out.row(cells);
  }
  return out.take();
}

}  // namespace safegov::internal
