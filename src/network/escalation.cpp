// What had to go further up: misses counted as they came, and disputes stage by stage.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>

#include <safegov/assess.hpp>
#include <safegov/escalation.hpp>
#include <safegov/timeline.hpp>

#include "network/graph.hpp"
#include "network/succession.hpp"

namespace safegov {

template <>
std::span<const std::string_view> words_of<StepState>() {
  static constexpr std::array<std::string_view, step_state_count> words{
      "not_due", "due", "overdue", "taken", "taken_late", "bypassed", "not_needed", "not_taken"};
  return words;
}

std::string_view to_string(StepState state) noexcept {
  return words_of<StepState>()[static_cast<std::size_t>(state)];
}

std::array<std::size_t, step_state_count> Escalations::counts() const noexcept {
  std::array<std::size_t, step_state_count> counts{};
  for (const EscalationStep& step : steps) ++counts[static_cast<std::size_t>(step.state)];
  return counts;
}

namespace {

using namespace internal;

const Date last_of_days(9999, 12, 31);

/// When what was owed was judged: it was missed on that day, or had come in before it.
struct Verdict {
  Date day;
  std::uint32_t row;
  bool missed;
  std::optional<Date> resolved = {};  ///< of a miss: the first day on which it was none any more
  std::optional<Date> again = {};     ///< of a miss: when the same row was missed once more
};

/// A record that something was escalated or settled.
struct Said {
  Date day;
  std::uint32_t record;
  BodyId to;
};

class Finder {
 public:
  Finder(const Obligations& owed, Date as_at, std::optional<Date> known_at)
      : owed_(owed), partnership_(owed.partnership()), found_{as_at, known_at} {}

  Escalations run() {
    collect_records();
    const auto rules = partnership_.escalations();
    const auto by_misses = [](const Escalation& e) { return !e.is_procedure(); };
    if (std::ranges::any_of(rules, by_misses)) collect_verdicts();
    for (std::uint32_t i = 0; i < rules.size(); ++i)
      if (by_misses(rules[i])) follow_misses({i});
    for (std::uint32_t i = 0; i < partnership_.disputes().size(); ++i) follow_dispute({i});
    std::ranges::sort(found_.steps, {}, [](const EscalationStep& s) {
      return std::tuple(s.due.value_or(last_of_days), !s.due, s.escalation, s.stage,
                        s.rows.empty() ? 0 : s.rows.back(), s.dispute, s.since);
    });
    collect_others();
    return std::move(found_);
  }

 private:
  [[nodiscard]] bool known(Date written) const {
    return !found_.known_at || written <= *found_.known_at;
  }
  static Date written_down(const Record& record) { return record.recorded.value_or(*record.date); }

  /// Those that count, by what they are about: by day, then as written.
  void collect_records() {
    const auto records = partnership_.records();
    const auto resolved = partnership_.resolved_records();
    std::vector<bool> counts(records.size());
    for (std::size_t i = 0; i < records.size(); ++i)
      counts[i] = *records[i].date <= found_.as_at && known(written_down(records[i]));
    for (std::size_t i = 0; i < records.size(); ++i)
      if (const auto target = resolved[i].retracts; target && known(written_down(records[i])))
        counts[*target] = false;
    for (std::uint32_t i = 0; i < records.size(); ++i) {
      const RecordKind kind = records[i].event.kind;
      if (!counts[i] || (kind != RecordKind::escalated && kind != RecordKind::settled)) continue;
      const Said said{*records[i].date, i, partnership_.find_body(records[i].to.id)};
      (kind == RecordKind::settled ? settled_ : escalated_)[resolved[i].about].push_back(said);
    }
    for (auto* all : {&escalated_, &settled_})
      for (auto& [about, said] : *all)
        std::ranges::sort(said, {}, [](const Said& s) { return std::pair(s.day, s.record); });
    used_.resize(records.size());
  }

  /// Of every obligation, when it was missed, or came in on time: by day, then in their order.
  void collect_verdicts() {
    const AssessOptions options{.due_soon_days = 0, .known_at = found_.known_at};
    const Assessment now = assess(owed_, found_.as_at, options);
    const DateRange ever(Date(1400, 1, 1), found_.as_at);
    std::optional<StateInterval> before;
    std::optional<std::size_t> open;  // the miss of this row that is the latest
    for (const StateInterval& each : state_intervals(owed_, ever, options)) {
      if (before && before->row != each.row) before.reset();
      if (!before) open.reset();
      const bool was_overdue = before && before->state == State::overdue;
      const bool late = each.state == State::received_late;
      if (was_overdue) verdicts_[*open].resolved = each.days.first();
      if (each.state == State::overdue || (late && !was_overdue)) {
        if (open) verdicts_[*open].again = each.days.first();
        open = verdicts_.size();
        verdicts_.push_back({each.days.first(), each.row, true});
        if (late) verdicts_.back().resolved = each.days.first();
      }
      before = each;
    }
    for (std::uint32_t row = 0; row < owed_.size(); ++row) {
      if (now[row] != State::received) continue;
      const auto days = now.in_force(row);
      if (days && days->last() < found_.as_at)
        verdicts_.push_back({add_days(days->last(), 1), row, false});
    }
    std::ranges::sort(verdicts_, {}, [](const Verdict& v) { return std::pair(v.day, v.row); });
  }

  [[nodiscard]] bool is_of(const Escalation& rule, std::uint32_t row) const {
    if (!rule.of) return true;
    const auto meets = [&](const BodyRef& ref, BodyId body) {
      return !ref || partnership_.find_body(ref.id) == body;
    };
    return meets(rule.of->from, owed_.from()[row]) && meets(rule.of->to, owed_.to()[row]);
  }

  /// What is counted together; a body that nobody stated is one of its own.
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> group_of(const Escalation& rule,
                                                                 std::uint32_t row) const {
    switch (rule.per.value_or(CountedPer::promise)) {
      case CountedPer::promise:
        break;
      case CountedPer::line:
        return {owed_.from()[row].index, owed_.to()[row].index};
      case CountedPer::body:
        return {owed_.from()[row].index, 0};
    }
    return {owed_.promise()[row].index, 0};
  }

  /// What was missed so far of what is counted together.
  struct Tally {
    std::vector<std::uint32_t> missed;  ///< rows, as they were missed
    std::size_t in_a_row = 0;
  };

  void follow_misses(EscalationId id) {
    const Escalation& rule = partnership_[id];
    std::map<std::pair<std::uint32_t, std::uint32_t>, Tally> tallies;
    for (const Verdict& verdict : verdicts_) {
      if (!is_of(rule, verdict.row)) continue;
      Tally& tally = tallies[group_of(rule, verdict.row)];
      if (!verdict.missed) {
        tally.in_a_row = 0;
        continue;
      }
      tally.missed.push_back(verdict.row);
      ++tally.in_a_row;
      // The furthest stage that it comes to.
      for (std::size_t i = rule.stages.size(); i-- > 0;) {
        const Misses& after = *rule.stages[i].after;
        const auto wanted = static_cast<std::size_t>(after.count);
        if ((after.counted == MissCount::in_a_row ? tally.in_a_row : tally.missed.size()) < wanted)
          continue;
        add_missed(id, i, verdict, std::span(tally.missed).last(wanted));
        break;
      }
    }
  }

  void add_missed(EscalationId id, std::size_t stage, const Verdict& verdict,
                  std::span<const std::uint32_t> rows) {
    const Escalation& rule = partnership_[id];
    EscalationStep step{.escalation = id,
                        .stage = static_cast<std::uint32_t>(stage + 1),
                        .rows = {rows.begin(), rows.end()},
                        .since = verdict.day,
                        .resolved = verdict.resolved};
    step.due = day_of(rule.stages[stage].within, verdict.day);
    step.to = holder_of(body_of(rule.stages[stage]), step.due.value_or(verdict.day));
    const About about = Subject{owed_.promise()[verdict.row], owed_.number()[verdict.row]};
    const Said* taken = nullptr;
    for (const Said& said : said_of(escalated_, about)) {
      if (said.day < verdict.day || (verdict.again && said.day >= *verdict.again)) continue;
      const auto went_to = stage_of(rule, said, stage);
      if (!went_to) continue;
      taken = &said;
      step.state = *went_to == stage ? StepState::taken : StepState::bypassed;
      break;
    }
    const bool in_time = step.resolved && (!step.due || *step.resolved <= *step.due);
    if (taken != nullptr) {
      take(step, *taken);
      if (step.state == StepState::taken && step.due && taken->day > *step.due && !in_time)
        step.state = StepState::taken_late;
    } else if (step.resolved) {
      step.state = in_time ? StepState::not_needed : StepState::not_taken;
    } else {
      step.state = step.due && found_.as_at > *step.due ? StepState::overdue : StepState::due;
    }
    found_.steps.push_back(std::move(step));
  }

  void follow_dispute(DisputeId id) {
    const EscalationId procedure = partnership_[id].procedure;
    const Escalation& rule = partnership_[procedure];
    const auto escalated = said_of(escalated_, id);
    const auto first = std::ranges::find_if(
        escalated, [&](const Said& said) { return stage_of(rule, said, 0).has_value(); });
    if (first == escalated.end()) return;  // not yet, or not known yet
    DisputeStanding standing{.dispute = id, .raised = first->day, .since = first->day};
    for (const Said& said : said_of(settled_, id)) {
      if (said.day < standing.raised) continue;
      standing.settled = said.day;
      standing.record = said.record;
      used_[said.record] = true;
      break;
    }
    std::size_t next = 0;  // the stage to come
    std::optional<Date> due = standing.raised;
    const auto add = [&](std::size_t stage, StepState state) -> EscalationStep& {
      found_.steps.push_back(
          {.escalation = procedure,
           .stage = static_cast<std::uint32_t>(stage + 1),
           .dispute = id,
           .before = standing.stage,
           .to = holder_of(body_of(rule.stages[stage]), due.value_or(standing.since)),
           .since = standing.since,
           .due = due,
           .state = state});
      return found_.steps.back();
    };
    for (const Said& said : escalated) {
      if (standing.settled && said.day > *standing.settled) break;
      const auto stage = stage_of(rule, said, next);
      if (!stage) continue;
      for (; next < *stage; ++next) take(add(next, StepState::bypassed), said);
      const bool late = due && said.day > *due;
      take(add(next, late ? StepState::taken_late : StepState::taken), said);
      standing.stage = static_cast<std::uint32_t>(++next);
      standing.since = said.day;
      standing.settle_by = due = day_of(rule.stages[*stage].within, said.day);
    }
    if (next < rule.stages.size()) {
      EscalationStep& step = add(next, StepState::not_due);
      step.resolved = standing.settled;
      if (standing.settled)
        step.state = due && *standing.settled > *due ? StepState::not_taken : StepState::not_needed;
      else if (due && found_.as_at >= *due)
        step.state = found_.as_at == *due ? StepState::due : StepState::overdue;
      else if (!due && rule.stages[next - 1].within)
        step.state = StepState::due;  // its hours may be over
    }
    found_.disputes.push_back(standing);
  }

  /// The stage, from `least` on, that a record took it to.
  [[nodiscard]] std::optional<std::size_t> stage_of(const Escalation& rule, const Said& said,
                                                    std::size_t least) {
    for (std::size_t i = least; i < rule.stages.size(); ++i) {
      const BodyId body = body_of(rule.stages[i]);
      if (said.to == body || said.to == holder_of(body, said.day)) return i;
    }
    return {};
  }

  void take(EscalationStep& step, const Said& said) {
    step.taken = said.day;
    step.record = said.record;
    used_[said.record] = true;
  }

  /// When a limit that begins on a day is over.
  [[nodiscard]] std::optional<Date> day_of(const std::optional<TimeLimit>& limit, Date from) const {
    if (!limit) return {};
    switch (limit->unit) {
      case LimitUnit::hours:
        return {};
      case LimitUnit::days:
        return add(from, limit->count);
      case LimitUnit::working_days:
        return add_working_days(partnership_.calendar(), from, limit->count);
      case LimitUnit::weeks:
        return add(from, 7 * limit->count);
    }
    return {};
  }
  /// The last of all days, if it would be a later one.
  static Date add(Date from, int days) {
    return add_days(from, std::min(days, last_of_days.days() - from.days()));
  }

  [[nodiscard]] BodyId body_of(const EscalationStage& stage) const {
    return partnership_.find_body(stage.to.id);
  }

  [[nodiscard]] BodyId holder_of(BodyId body, Date day) {
    if (exists_on(partnership_[body], day)) return body;
    const auto [holders, fresh] = holders_.try_emplace(day);
    if (fresh) holders->second = holders_on(partnership_, day);
    return {holders->second[body.index]};
  }

  using ByAbout = std::map<About, std::vector<Said>>;
  static std::span<const Said> said_of(const ByAbout& all, const About& about) {
    const auto found = all.find(about);
    return found == all.end() ? std::span<const Said>() : std::span<const Said>(found->second);
  }

  void collect_others() {
    for (const auto* all : {&escalated_, &settled_})
      for (const auto& [about, said] : *all)
        for (const Said& each : said)
          if (!used_[each.record]) found_.others.push_back(each.record);
    std::ranges::sort(found_.others, {}, [&](std::uint32_t i) {
      const Record& r = partnership_.records()[i];
      return std::tuple(*r.date, r.event.kind, std::string_view(r.event.about),
                        std::string_view(r.to.id), i);
    });
  }

  const Obligations& owed_;
  const Partnership& partnership_;
  Escalations found_;
  std::vector<Verdict> verdicts_;
  ByAbout escalated_, settled_;
  std::vector<bool> used_;
  std::map<Date, std::vector<std::uint32_t>> holders_;
};

}  // namespace

Escalations find_escalations(const Obligations& obligations, Date as_at,
                             std::optional<Date> known_at) {
  return Finder(obligations, as_at, known_at).run();
}

}  // namespace safegov
