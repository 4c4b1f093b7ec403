// When concerns reach the top from everywhere: a million bodies that meet four times a year.
// SPDX-License-Identifier: Apache-2.0

#include <cstdint>
#include <vector>

#include <benchmark/benchmark.h>

#include <safegov/arrival.hpp>

#include "bodies.hpp"

namespace {

using namespace safegov;

const Timetable& million() {
  static const Timetable timetable(expand_obligations(bench::bodies(1'000'000)));
  return timetable;
}

/// Of all bodies, for one day; and with that, for any other.
void arrivals_from_all(benchmark::State& state) {
  const Timetable& timetable = million();
  for (auto _ : state) {
    const Arrivals arrivals(timetable, {0});
    std::uint32_t arriving = 0;
    const auto count = static_cast<std::uint32_t>(timetable.partnership().bodies().size());
    for (std::uint32_t body = 0; body < count; ++body)
      arriving += arrivals.of({body}, Date(2025, 1, 10)).certain.has_value();
    state.counters["arriving"] = arriving;
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(timetable.connections()) * state.iterations());
}

/// The limit: each connection as a pair of meetings, in the order of its line, and their days.
void pass_over_connections(benchmark::State& state) {
  struct Connection {
    std::uint32_t from, to;
  };
  const Partnership& partnership = million().partnership();
  std::vector<std::int32_t> days;
  for (const Meeting& meeting : partnership.meetings())
    days.push_back(meeting.scheduled.range->first().days());
  const auto first_meeting = [&](BodyId body) {
    return static_cast<std::uint32_t>(partnership.meetings(body).data() -
                                      partnership.meetings().data());
  };
  std::vector<Connection> connections;
  for (std::uint32_t body = 0; body < partnership.bodies().size(); ++body)
    for (const Line& line : partnership.bodies()[body].reports_to)
      for (std::uint32_t i = 0; i < 4; ++i)
        connections.push_back(
            {first_meeting({body}) + i, first_meeting(partnership.find_body(line.to.id)) + i});
  for (auto _ : state) {
    std::int64_t waits = 0;
    for (const Connection& connection : connections)
      waits += days[connection.to] - days[connection.from];
    benchmark::DoNotOptimize(waits);
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(connections.size()) * state.iterations());
}

BENCHMARK(arrivals_from_all)->Unit(benchmark::kMillisecond);
BENCHMARK(pass_over_connections)->Unit(benchmark::kMillisecond);

}  // namespace
