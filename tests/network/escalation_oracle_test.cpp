// Random histories of misses and disputes, against a walk from day to day.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <safegov/assess.hpp>
#include <safegov/escalation.hpp>

#include "partnership.hpp"

using namespace safegov;
using namespace safegov::test;

namespace {

const Date start(2019, 6, 1);
constexpr int length = 70;
const char* const bodies[] = {"b0", "b1", "b2", "b3"};

Date day(int number) { return add_days(start, number); }

/// A step as a line of text: what both must agree on.
std::string line(const std::string& rule, std::size_t stage, const std::string& about,
                 const std::string& to, Date since, std::optional<Date> due, std::string_view state,
                 std::optional<Date> taken) {
  return (due ? iso(*due) : "no day") + " " + rule + " " + std::to_string(stage) + " " + about +
         " to " + to + " since " + iso(since) + " " + std::string(state) +
         (taken ? " " + iso(*taken) : "") + "\n";
}

/// Said again from the words of docs/escalation.md, and in no hurry.
class Naive {
 public:
  Naive(const Obligations& owed, Date as_at, std::optional<Date> known)
      : owed_(owed), partnership_(owed.partnership()), as_at_(as_at), known_(known) {}

  std::multiset<std::string> steps() {
    for (const Escalation& rule : partnership_.escalations()) {
      if (rule.is_procedure()) {
        for (const Dispute& dispute : partnership_.disputes())
          if (&partnership_[dispute.procedure] == &rule) follow(rule, rule.id + "/" + dispute.name);
      } else {
        count(rule);
      }
    }
    return lines_;
  }

 private:
  [[nodiscard]] bool counts(const Record& record) const {
    if (*record.date > as_at_) return false;
    const auto written = [](const Record& r) { return r.recorded.value_or(*r.date); };
    if (known_ && written(record) > *known_) return false;
    return std::ranges::none_of(partnership_.records(), [&](const Record& other) {
      return other.event.kind == RecordKind::retracted && other.event.about == record.id &&
             !(known_ && written(other) > *known_);
    });
  }

  /// By body: `old` ended on the day that `new_from` says the next began.
  [[nodiscard]] std::string holder(const std::string& id, Date on) const {
    const Body& body = partnership_[partnership_.find_body(id)];
    if (!body.until || on <= *body.until) return id;
    for (const Body& other : partnership_.bodies())
      for (const Succession& succession : other.succeeds)
        if (succession.body.id == id) return other.id;
    return "nobody";
  }

  [[nodiscard]] static std::optional<Date> end_of(const std::optional<TimeLimit>& limit,
                                                  Date from) {
    if (!limit || limit->unit == LimitUnit::hours) return {};
    Date end = from;
    const int days = limit->count * (limit->unit == LimitUnit::weeks ? 7 : 1);
    for (int left = days; left > 0;) {
      end = add_days(end, 1);
      if (limit->unit != LimitUnit::working_days ||
          Calendar::england_and_wales().is_working_day(end))
        --left;
    }
    return end;
  }

  /// The stage that a record takes it to, of those from `least` on.
  [[nodiscard]] std::optional<std::size_t> stage_of(const Escalation& rule, const Record& record,
                                                    std::size_t least) const {
    for (std::size_t i = least; i < rule.stages.size(); ++i) {
      const std::string& to = rule.stages[i].to.id;
      if (record.to.id == to || record.to.id == holder(to, *record.date)) return i;
    }
    return {};
  }

  [[nodiscard]] State state(std::size_t row, Date on) {
    const auto [found, fresh] = assessed_.try_emplace(on);
    if (fresh) {
      const Assessment at = assess(owed_, on, {.due_soon_days = 0, .known_at = known_});
      found->second.assign(at.states().begin(), at.states().end());
    }
    return found->second[row];
  }

  /// On every day, row after row: was it missed on this day, or had it come in by the day before?
  void count(const Escalation& rule) {
    std::map<std::string, std::pair<int, int>> tallies;  // in all, in a row
    for (Date on = start; on <= as_at_; on = add_days(on, 1))
      for (std::size_t row = 0; row < owed_.size(); ++row) {
        const Obligation o = owed_[row];
        if (rule.of && rule.of->from && rule.of->from.id != o.from()->id) continue;
        if (rule.of && rule.of->to && rule.of->to.id != o.to()->id) continue;
        std::string group = o.promise().id;
        if (rule.per == CountedPer::line) group = o.from()->id + " " + o.to()->id;
        if (rule.per == CountedPer::body) group = o.from()->id;
        auto& [in_all, in_a_row] = tallies[group];
        const State now = state(row, on), before = state(row, add_days(on, -1));
        const auto bad = [](State s) { return s == State::overdue || s == State::received_late; };
        if (bad(now) && !bad(before)) {
          ++in_all;
          ++in_a_row;
          for (std::size_t i = rule.stages.size(); i-- > 0;) {
            const Misses& after = *rule.stages[i].after;
            if ((after.counted == MissCount::in_all ? in_all : in_a_row) < after.count) continue;
            miss(rule, i, row, on);
            break;
          }
        } else if (now == State::received) {
          const auto days = assess(owed_, on, {.known_at = known_}).in_force(row);
          if (days && add_days(days->last(), 1) == on) in_a_row = 0;
        }
      }
  }

  void miss(const Escalation& rule, std::size_t stage, std::size_t row, Date since) {
    const auto due = end_of(rule.stages[stage].within, since);
    const std::string id = owed_[row].id();
    std::optional<Date> resolved, taken;
    std::string_view done;
    bool over = false;  // the next miss of this row has begun
    for (Date on = since; on <= as_at_ && !over; on = add_days(on, 1)) {
      const State now = state(row, on);
      if (!resolved && now != State::overdue) resolved = on;
      over = on > since && now == State::overdue && state(row, add_days(on, -1)) != State::overdue;
      over = over || (on > since && now == State::received_late && resolved && *resolved < on &&
                      state(row, add_days(on, -1)) != State::received_late);
      if (over || taken) continue;
      for (const Record& record : partnership_.records()) {
        if (taken || record.event.kind != RecordKind::escalated || *record.date != on ||
            !counts(record) || owed_.find(record.event.about) != row)
          continue;
        const auto to = stage_of(rule, record, stage);
        if (!to) continue;
        taken = on;
        done = *to == stage ? "taken" : "bypassed";
      }
    }
    const bool in_time = resolved && (!due || *resolved <= *due);
    std::string_view state = "due";
    if (done == "taken" && due && *taken > *due && !in_time) done = "taken_late";
    if (taken)
      state = done;
    else if (resolved)
      state = in_time ? "not_needed" : "not_taken";
    else if (due && *due < as_at_)
      state = "overdue";
    const std::string to = holder(rule.stages[stage].to.id, due.value_or(since));
    lines_.insert(line(rule.id, stage + 1, id, to, since, due, state, taken));
  }

  void follow(const Escalation& rule, const std::string& id) {
    std::optional<Date> raised, settled, due;
    Date since = start;
    std::size_t next = 0;
    const auto add = [&](std::string_view state, std::optional<Date> taken) {
      const std::string to = holder(rule.stages[next].to.id, due.value_or(since));
      lines_.insert(line(rule.id, next + 1, id, to, since, due, state, taken));
    };
    for (Date on = start; on <= as_at_ && !settled; on = add_days(on, 1)) {
      for (const Record& record : partnership_.records()) {
        if (record.event.kind != RecordKind::escalated || record.event.about != id ||
            *record.date != on || !counts(record))
          continue;
        const auto stage = stage_of(rule, record, next);
        if (!stage) continue;
        if (!raised) raised = since = on, due = on;
        for (; next < *stage; ++next) add("bypassed", on);
        add(due && on > *due ? "taken_late" : "taken", on);
        since = on;
        due = end_of(rule.stages[next++].within, on);
      }
      for (const Record& record : partnership_.records())
        if (raised && record.event.kind == RecordKind::settled && record.event.about == id &&
            *record.date == on && counts(record))
          settled = on;
    }
    if (!raised || next == rule.stages.size()) return;
    const bool hours = rule.stages[next - 1].within && !due;
    if (settled)
      add(due && *settled > *due ? "not_taken" : "not_needed", {});
    else if (hours)
      add("due", {});
    else
      add(!due || as_at_ < *due ? "not_due" : as_at_ == *due ? "due" : "overdue", {});
  }

  const Obligations& owed_;
  const Partnership& partnership_;
  Date as_at_;
  std::optional<Date> known_;
  std::map<Date, std::vector<State>> assessed_;
  std::multiset<std::string> lines_;
};

/// Partnerships of four bodies, one of which may be followed by another, over ten weeks.
class Cases {
 public:
  explicit Cases(unsigned seed) : random_(seed) {}

  Partnership next() {
    Partnership::Parts parts;
    parts.arrangements = {.id = "generated", .name = "Generated", .top = {"b0"}};
    for (const char* const id : bodies) parts.arrangements.bodies.push_back({.id = id});
    if (below(2) == 0) {
      parts.arrangements.bodies[2].until = day(number(60));
      parts.arrangements.bodies[3].succeeds = {{.body = {"b2"}}};
    }
    for (std::size_t i = 1 + below(2); i > 0; --i)
      parts.arrangements.escalations.push_back(by_misses("m" + std::to_string(i)));
    parts.arrangements.escalations.push_back(procedure());
    Action action{.no = "1.1", .lead = {"b1"}};
    std::vector<std::string> subjects;
    for (std::size_t i = 0; i < 1 + below(3); ++i) {
      Promise promise{.id = "r" + std::to_string(i), .what = "Report", .to = {body()}};
      if (below(3) == 0) promise.from = {body()};
      std::set<int> dates;
      for (std::size_t n = 1 + below(4); n > 0; --n) dates.insert(number(50));
      for (const int date : dates) {
        promise.due += (promise.due.empty() ? "" : ", ") + in_words(day(date));
        subjects.push_back("p/1.1/" + promise.id + "@" + iso(day(date)));
      }
      action.promises.push_back(promise);
    }
    parts.plans = {{.id = "p", .objectives = {{.no = "1", .actions = {action}}}}};
    for (const std::string& subject : subjects) add_records(subject, parts.records);
    for (const char* const name : {"d/1", "d/2"}) add_dispute(name, parts.records);
    const auto made = Partnership::make(std::move(parts));
    INFO(printed(made.diagnostics()));
    REQUIRE(made);
    return *made;
  }

  int number(int most) { return static_cast<int>(below(static_cast<std::size_t>(most))); }
  std::size_t below(std::size_t most) { return random_() % most; }

 private:
  std::string body() { return bodies[below(4)]; }

  std::optional<TimeLimit> limit() {
    if (below(5) == 0) return {};
    return TimeLimit{number(8), static_cast<LimitUnit>(below(4))};
  }

  Escalation by_misses(const std::string& id) {
    Escalation rule{.id = id};
    if (below(2) == 0) {
      rule.of.emplace();
      if (below(2) == 0) rule.of->from = {body()};
      if (below(2) == 0) rule.of->to = {body()};
    }
    if (below(3) != 0) rule.per = static_cast<CountedPer>(below(3));
    std::set<Misses> counts;
    for (std::size_t n = 1 + below(3); n > 0; --n)
      counts.insert({1 + number(3), static_cast<MissCount>(below(2))});
    for (const Misses& after : counts)
      rule.stages.push_back({.to = {body()}, .after = after, .within = limit()});
    return rule;
  }

  Escalation procedure() {
    Escalation rule{.id = "d"};
    std::vector<std::string> order(std::begin(bodies), std::end(bodies));
    std::ranges::shuffle(order, random_);
    for (std::size_t i = 0; i < 2 + below(3); ++i)
      rule.stages.push_back({.to = {order[i]}, .within = limit()});
    stages_ = rule.stages;
    return rule;
  }

  void add(Record record, std::vector<Record>& records) {
    record.id = "x" + std::to_string(records.size());
    if (below(4) == 0) record.recorded = add_days(*record.date, number(10));
    const Date written = record.recorded.value_or(*record.date);
    const std::string id = record.id;
    records.push_back(std::move(record));
    if (below(8) == 0)
      records.push_back(
          {.event = {RecordKind::retracted, id}, .date = add_days(written, number(9))});
  }

  void add_records(const std::string& subject, std::vector<Record>& records) {
    for (std::size_t n = below(4); n > 0; --n) {
      const RecordKind kinds[] = {RecordKind::received,        RecordKind::extended,
                                  RecordKind::extended,        RecordKind::waived,
                                  RecordKind::partly_received, RecordKind::cancelled};
      Record record{.event = {kinds[below(6)], subject}, .date = day(number(length))};
      if (record.event.kind == RecordKind::extended)
        record.until = in_words(add_days(*record.date, number(12)));
      add(std::move(record), records);
    }
    for (std::size_t n = below(4); n > 0; --n)
      add({.event = {RecordKind::escalated, subject}, .date = day(number(length)), .to = {body()}},
          records);
  }

  void add_dispute(const std::string& id, std::vector<Record>& records) {
    const std::size_t count = below(5);
    for (std::size_t n = 0; n < count; ++n)
      add({.event = {RecordKind::escalated, id},
           .date = day(number(length)),
           .to = {stages_[below(stages_.size())].to.id}},
          records);
    if (count > 0 && below(2) == 0)
      add({.event = {RecordKind::settled, id}, .date = day(number(length))}, records);
  }

  std::mt19937 random_;
  std::vector<EscalationStage> stages_;
};

std::multiset<std::string> steps_of(const Obligations& owed, const Escalations& found) {
  const Partnership& partnership = owed.partnership();
  std::multiset<std::string> lines;
  for (const EscalationStep& step : found.steps)
    lines.insert(
        line(partnership[step.escalation].id, step.stage,
             step.rows.empty() ? partnership.id_of(step.dispute) : owed[step.rows.back()].id(),
             step.to ? partnership[step.to].id : "nobody", step.since, step.due,
             to_string(step.state), step.taken));
  return lines;
}

std::string joined(const std::multiset<std::string>& lines) {
  std::string all;
  for (const std::string& each : lines) all += each;
  return all;
}

}  // namespace

TEST_CASE("steps are those that a walk from day to day finds", "[escalation][oracle]") {
  Cases cases(20191101);
  std::map<StepState, int> seen;
  for (int i = 0; i < 400; ++i) {
    const Partnership partnership = cases.next();
    const Obligations owed = expand_obligations(partnership);
    for (int n = 0; n < 3; ++n) {
      const Date as_at = day(cases.number(length + 15));
      std::optional<Date> known;
      if (n == 2) known = day(cases.number(length + 15));
      CAPTURE(i, as_at, known.value_or(as_at));
      const auto found = find_escalations(owed, as_at, known);
      REQUIRE(joined(steps_of(owed, found)) == joined(Naive(owed, as_at, known).steps()));
      for (const EscalationStep& step : found.steps) ++seen[step.state];
    }
  }
  for (std::size_t i = 0; i < step_state_count; ++i) {
    CAPTURE(words_of<StepState>()[i]);
    CHECK(seen[static_cast<StepState>(i)] > 20);
  }
}

TEST_CASE("steps go by the day they are due, and facts of later days change none",
          "[escalation][oracle]") {
  Cases cases(7);
  for (int i = 0; i < 200; ++i) {
    const Partnership partnership = cases.next();
    const Date as_at = day(cases.number(length)), last(9999, 12, 31);
    const Obligations owed = expand_obligations(partnership);
    const auto found = find_escalations(owed, as_at, as_at);
    CHECK(std::ranges::is_sorted(
        found.steps, {}, [&](const EscalationStep& step) { return step.due.value_or(last); }));
    // Without what had not been written down by then, it is the same.
    Partnership::Parts parts = partnership.parts();
    const auto later = [&](const Record& r) { return r.recorded.value_or(*r.date) > as_at; };
    std::erase_if(parts.records, later);
    const auto made = Partnership::make(std::move(parts));
    if (!made) continue;  // a dispute that is settled and was raised later
    const Obligations then = expand_obligations(*made);
    CHECK(joined(steps_of(then, find_escalations(then, as_at))) == joined(steps_of(owed, found)));
  }
}
