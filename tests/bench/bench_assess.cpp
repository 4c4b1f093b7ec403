// Expanding and assessing: one plan, a country's worth, and a million obligations.
// SPDX-License-Identifier: Apache-2.0

#include <map>
#include <string>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>

#include <safegov/assess.hpp>

namespace {

using namespace safegov;

/// Plans of 30 actions and 60 promises of one date each, every title and report with its own name;
/// one promise in ten has come in.
Partnership partnership_of(std::size_t plans) {
  Partnership::Parts parts;
  parts.arrangements = {.id = "generated", .name = "Generated", .top = {"body-0"}};
  for (int i = 0; i < 12; ++i) parts.arrangements.bodies.push_back({"body-" + std::to_string(i)});
  const auto body = [&](std::size_t n) { return BodyRef{parts.arrangements.bodies[n % 12].id}; };
  constexpr std::string_view months[] = {"Jan",  "Feb", "March", "April", "May", "June",
                                         "July", "Aug", "Sept",  "Oct",   "Nov", "Dec"};
  std::size_t n = 0;  // of the promise
  for (std::size_t p = 0; p < plans; ++p) {
    const std::string id = "bp-" + std::to_string(p);
    Plan plan{.id = id, .title = "Plan " + std::to_string(p)};
    for (std::size_t o = 1; o <= 15; ++o) {
      Objective objective{.no = std::to_string(o), .text = "Objective " + id + "." + plan.title};
      for (std::size_t a = 1; a <= 2; ++a) {
        Action action{.no = objective.no + "." + std::to_string(a),
                      .text = "Review " + id + std::to_string(n)};
        action.lead = body(n / 2);
        for (std::size_t i = 0; i < 2; ++i, ++n) {
          const std::string month(months[n % 12]), year = std::to_string(2019 + n % 3);
          action.promises.push_back({.id = "report-" + std::to_string(i),
                                     .what = "Report " + std::to_string(n),
                                     .to = body(n + 1),
                                     .due = month + " " + year});
          if (n % 10 != 0) continue;
          Record& record = parts.records.emplace_back();
          record.event.about = id + "/" + action.no + "/" + action.promises.back().id;
          record.date = Date(2019 + static_cast<int>(n % 3), 6, 15);
        }
        objective.actions.push_back(std::move(action));
      }
      plan.objectives.push_back(std::move(objective));
    }
    parts.plans.push_back(std::move(plan));
  }
  return Partnership::make(std::move(parts)).value();
}

const Partnership& plans_of(benchmark::State& state) {
  static std::map<std::int64_t, Partnership> kept;  // a million take a while to make
  const auto plans = state.range(0);
  if (!kept.contains(plans)) kept.emplace(plans, partnership_of(static_cast<std::size_t>(plans)));
  return kept.at(plans);
}

void count_rows(benchmark::State& state, const Obligations& owed) {
  state.SetItemsProcessed(static_cast<std::int64_t>(owed.size()) * state.iterations());
}

void expand(benchmark::State& state) {
  const Partnership& partnership = plans_of(state);
  for (auto _ : state) benchmark::DoNotOptimize(expand_obligations(partnership));
  count_rows(state, expand_obligations(partnership));
}

void assess_all(benchmark::State& state) {
  const Obligations owed = expand_obligations(plans_of(state));
  for (auto _ : state) benchmark::DoNotOptimize(assess(owed, Date(2020, 11, 1)));
  count_rows(state, owed);
}

void count_by_lead(benchmark::State& state) {
  const Obligations owed = expand_obligations(plans_of(state));
  const Assessment assessment = assess(owed, Date(2020, 11, 1));
  for (auto _ : state) benchmark::DoNotOptimize(assessment.by(Group::lead));
  count_rows(state, owed);
}

/// The limit: reading the two columns that a state depends on, and nothing else.
void read_columns(benchmark::State& state) {
  const Obligations owed = expand_obligations(plans_of(state));
  const auto first = owed.first(), last = owed.last();
  for (auto _ : state) {
    std::uint32_t sum = 0;
    for (std::size_t i = 0; i < first.size(); ++i)
      sum += static_cast<std::uint32_t>(first[i]) + static_cast<std::uint32_t>(last[i]);
    benchmark::DoNotOptimize(sum);
  }
  count_rows(state, owed);
}

/// The same states as an analyst's loop has them: an object a row, one branch after the other.
void naive_rows(benchmark::State& state) {
  struct Row {
    std::string id;
    Date first, last;
    bool received;
  };
  const Obligations owed = expand_obligations(plans_of(state));
  std::vector<Row> rows;
  for (const Obligation o : owed)
    rows.push_back({o.id(), o.due().range->first(), o.due().range->last(), o.row() % 10 == 0});
  const Date as_at(2020, 11, 1), soon = add_days(as_at, 30);
  for (auto _ : state) {
    std::vector<State> states;
    for (const Row& row : rows)
      states.push_back(row.received         ? State::received
                       : row.last < as_at   ? State::overdue
                       : row.first <= as_at ? State::due
                       : row.first <= soon  ? State::due_soon
                                            : State::not_due);
    benchmark::DoNotOptimize(states);
  }
  count_rows(state, owed);
}

// Plans: one, one for each of 150 partnerships, and a million obligations.
#define PLANS ->Arg(1)->Arg(150)->Arg(16'667)->Unit(benchmark::kMicrosecond)
BENCHMARK(expand) PLANS;
BENCHMARK(assess_all) PLANS;
BENCHMARK(count_by_lead) PLANS;
BENCHMARK(read_columns) PLANS;
BENCHMARK(naive_rows) PLANS;

}  // namespace
