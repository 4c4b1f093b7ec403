// Every rule of lint, over the example from real documents, and over generated plans of any size.
// SPDX-License-Identifier: Apache-2.0

#include <benchmark/benchmark.h>

#include <safegov/lint.hpp>
#include <safegov/read.hpp>

#include "generated.hpp"

namespace {

using namespace safegov;

/// The plan, the structure and all registers that were encoded from the five documents.
void nottingham(benchmark::State& state) {
  const Partnership partnership = read_partnership({SAFEGOV_EXAMPLES "/nottingham"}).value();
  const Date as_at(2025, 12, 31);
  for (auto _ : state) benchmark::DoNotOptimize(lint(partnership, as_at));
}
BENCHMARK(nottingham)->Name("lint/nottingham")->Unit(benchmark::kMillisecond);

void generated(benchmark::State& state) {
  const auto promises = static_cast<std::size_t>(state.range(0));
  const Partnership partnership = bench::Generator().partnership_of(promises / 60);
  const Date as_at(2020, 11, 1);
  for (auto _ : state) benchmark::DoNotOptimize(lint(partnership, as_at));
  state.counters["findings"] = static_cast<double>(lint(partnership, as_at).findings.size());
}
BENCHMARK(generated)
    ->Name("lint/promises")
    ->Arg(1'200)
    ->Arg(12'000)
    ->Arg(120'000)
    ->Unit(benchmark::kMillisecond);

}  // namespace
