// Reading generated plans, against yaml-cpp's bare events over the same texts.
// SPDX-License-Identifier: Apache-2.0

#include <streambuf>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include <safegov/read.hpp>

#include "peers/no_handler.hpp"

namespace {

using namespace safegov;

/// The texts of a folder that generate_plans.py wrote when this was built.
std::vector<Source> texts_of(const std::string& folder) {
  Diagnostics problems;
  auto sources = load_sources({SAFEGOV_BENCH_PLANS "/" + folder}, problems);
  if (!problems.empty()) throw InputError(problems);
  return sources;
}

void count_bytes(benchmark::State& state, const std::vector<Source>& texts) {
  std::size_t bytes = 0;
  for (const Source& text : texts) bytes += text.text().size();
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes) * state.iterations());
}

/// Copying the texts, finding their lines, and destroying the partnership are counted as reading.
void read_texts(benchmark::State& state, const std::string& folder) {
  const auto texts = texts_of(folder);
  for (auto _ : state) {
    std::vector<Source> sources;
    for (const Source& text : texts) sources.emplace_back(text.name(), text.text());
    const auto partnership = read_sources(std::move(sources));
    if (!partnership) state.SkipWithError("the generated plans are unsound");
    benchmark::DoNotOptimize(partnership);
  }
  count_bytes(state, texts);
}

class MemoryBuffer : public std::streambuf {
 public:
  explicit MemoryBuffer(const std::string& text) {
    char* begin = const_cast<char*>(text.data());
    setg(begin, begin, begin + text.size());
  }
};

void bare_events(benchmark::State& state, const std::string& folder) {
  const auto texts = texts_of(folder);
  for (auto _ : state) {
    std::size_t events = 0;
    for (const Source& text : texts) {
      MemoryBuffer buffer(text.text());
      std::istream stream(&buffer);
      events += bench::events_of(stream);
    }
    benchmark::DoNotOptimize(events);
  }
  count_bytes(state, texts);
}

const bool registered = [] {
  for (const std::string folder : {"1mb-many", "10mb-many", "1mb-one", "10mb-one"}) {
    const auto add = [&](const std::string& name, auto* function) {
      benchmark::RegisterBenchmark((name + "/" + folder).c_str(), function, folder)
          ->Unit(benchmark::kMillisecond);
    };
    add("bare_events", bare_events);
    add("read_sources", read_texts);
  }
  return true;
}();

}  // namespace
