// The engine on request: times assess() and timeline() in process, in turns with its peers.
// SPDX-License-Identifier: Apache-2.0
// Usage: engine PLANS [FOLDER]
//
// Writes the columns for the peers to FOLDER, then answers line by line:
//   assess DAY TIMES        nanoseconds on the clock and of the processor, of one of so many calls
//   timeline FIRST LAST TIMES
//   expand TIMES
//   reasons DAY             assesses, and explains every state
//   answer                  the counts of the last call, without the rows that the peers do not get
// tests/bench/run asks, and peers/analyst.py answers the same.

#include <chrono>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <vector>

#include <safegov/explain.hpp>
#include <safegov/timeline.hpp>

#include "generated.hpp"

namespace {

using namespace safegov;

/// Rows with more than one receipt to them. Peers cannot express them and do not get them.
bool has_history(const Obligations& owed, std::size_t row) {
  return owed.received()[row] == Obligations::many;
}

template <class T>
void write_column(const std::filesystem::path& path, const Obligations& owed,
                  std::span<const T> column) {
  std::vector<T> rows;
  for (std::size_t row = 0; row < owed.size(); ++row)
    if (!has_history(owed, row)) rows.push_back(column[row]);
  std::ofstream(path, std::ios::binary)
      .write(reinterpret_cast<const char*>(rows.data()),
             static_cast<std::streamsize>(rows.size() * sizeof(T)));
}

void write_columns(const std::filesystem::path& folder, const Obligations& owed) {
  write_column(folder / "first", owed, owed.first());
  write_column(folder / "last", owed, owed.last());
  write_column(folder / "received", owed, owed.received());
  write_column(folder / "kind", owed, owed.kind());
}

/// By state, then day; of an assessment one day.
using Table = std::vector<std::int64_t>;

Table without_history(const Assessment& assessment) {
  Table counts;
  for (std::size_t i = 0; i < state_count; ++i)
    counts.push_back(static_cast<std::int64_t>(assessment.counts()[static_cast<State>(i)]));
  for (std::size_t row = 0; row < assessment.size(); ++row)
    if (has_history(assessment.obligations(), row))
      --counts[static_cast<std::size_t>(assessment[row])];
  return counts;
}

Table without_history(const Timeline& line, const Obligations& owed) {
  Table counts;
  for (std::size_t i = 0; i < state_count; ++i)
    for (const std::uint32_t n : line.counts(static_cast<State>(i))) counts.push_back(n);
  const auto days = static_cast<std::size_t>(line.range().length());
  for (const StateInterval& in : state_intervals(owed, line.range())) {
    if (!has_history(owed, in.row)) continue;
    for (int day = 0; day < in.days.length(); ++day)
      --counts[static_cast<std::size_t>(in.state) * days +
               static_cast<std::size_t>(in.days.first().days() - line.range().first().days() +
                                        day)];
  }
  return counts;
}

template <class Work>
void time(int times, Work&& work) {
  const auto nanoseconds = [] {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return now.tv_sec * 1'000'000'000LL + now.tv_nsec;
  };
  const auto processor = nanoseconds();
  const auto clock = std::chrono::steady_clock::now();
  for (int i = 0; i < times; ++i) work();
  const std::chrono::nanoseconds took = std::chrono::steady_clock::now() - clock;
  std::cout << took.count() / times << ' ' << (nanoseconds() - processor) / times << std::endl;
}

}  // namespace

int main(int count, char** words) {
  if (count < 2) return 2;
  const auto partnership = bench::Generator().partnership_of(std::stoul(words[1]));
  const Obligations owed = expand_obligations(partnership);
  if (count > 2) write_columns(words[2], owed);
  std::cout << owed.size() << std::endl;

  Table answer;
  std::optional<Assessment> assessment;
  std::optional<Timeline> line;
  for (std::string asked; std::getline(std::cin, asked);) {
    std::istringstream in(asked);
    std::string what;
    int first = 0, last = 0, times = 1;
    in >> what;
    if (what == "assess") {
      in >> first >> times;
      time(times, [&] { assessment = assess(owed, Date::from_days(first)); });
      line.reset();
    } else if (what == "timeline") {
      in >> first >> last >> times;
      const DateRange range{Date::from_days(first), Date::from_days(last)};
      time(times, [&] { line = timeline(owed, range); });
      assessment.reset();
    } else if (what == "expand") {
      in >> times;
      time(times, [&] { static_cast<void>(expand_obligations(partnership)); });
    } else if (what == "reasons") {
      in >> first;
      const Assessment asked_of = assess(owed, Date::from_days(first));
      std::size_t facts = 0;
      for (std::size_t row = 0; row < owed.size(); ++row)
        facts += explain(asked_of, row).facts.size();
      std::cout << facts << std::endl;
    } else if (what == "answer") {
      answer = line ? without_history(*line, owed) : without_history(*assessment);
      for (const auto n : answer) std::cout << n << ' ';
      std::cout << std::endl;
    } else {
      return 2;
    }
  }
}
