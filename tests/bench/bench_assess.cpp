// Expanding and assessing: one plan, a country's worth, and a million obligations.
// SPDX-License-Identifier: Apache-2.0

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <benchmark/benchmark.h>

#include <safegov/assess.hpp>

#include "generated.hpp"

namespace {

using namespace safegov;

const Partnership& plans_of(benchmark::State& state) {
  static std::map<std::int64_t, Partnership> kept;  // a million take a while to make
  const auto plans = state.range(0);
  if (!kept.contains(plans))
    kept.emplace(plans, bench::Generator().partnership_of(static_cast<std::size_t>(plans)));
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
    std::optional<Date> received;
  };
  const Obligations owed = expand_obligations(plans_of(state));
  std::vector<Row> rows;
  for (const Obligation o : owed) {
    if (!o.days()) continue;
    const std::int32_t received = owed.received()[o.row()];
    rows.push_back({o.id(), o.days()->first(), o.days()->last(), {}});
    if (received != Obligations::no_day && received != Obligations::many)
      rows.back().received = Date::from_days(received);
  }
  const Date as_at(2020, 11, 1), soon = add_days(as_at, 30);
  for (auto _ : state) {
    std::vector<State> states;
    for (const Row& row : rows)
      states.push_back(row.received && *row.received <= as_at
                           ? *row.received > row.last ? State::received_late : State::received
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
