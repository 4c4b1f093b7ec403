// Working days, against asking the calendar about one day after the other.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <random>
#include <vector>

#include <benchmark/benchmark.h>

#include <safegov/calendar.hpp>

namespace {

using namespace safegov;

struct Question {
  Date from, to;
  int days;
};

/// Any two days of ten years, and counts from -60 to 60; the same ones every time.
const std::vector<Question>& questions() {
  static const std::vector<Question> all = [] {
    std::mt19937 random(1);
    std::uniform_int_distribution<std::int32_t> day(Date(2014, 1, 1).days(),
                                                    Date(2023, 12, 31).days());
    std::uniform_int_distribution<int> count(-60, 60);
    std::vector<Question> made;
    for (int i = 0; i < 4096; ++i)
      made.push_back({Date::from_days(day(random)), Date::from_days(day(random)), count(random)});
    return made;
  }();
  return all;
}

template <class Answer>
void ask(benchmark::State& state, Answer answer) {
  const Calendar& calendar = Calendar::england_and_wales();
  const auto& all = questions();
  for (auto _ : state)
    for (const Question& question : all) benchmark::DoNotOptimize(answer(calendar, question));
  state.SetItemsProcessed(static_cast<std::int64_t>(all.size()) * state.iterations());
}

void add(benchmark::State& state) {
  ask(state,
      [](const Calendar& c, const Question& q) { return add_working_days(c, q.from, q.days); });
}

void add_day_by_day(benchmark::State& state) {
  ask(state, [](const Calendar& c, const Question& q) {
    const int step = q.days < 0 ? -1 : 1;
    Date day = q.from;
    for (int left = q.days; left != 0;) {
      day = add_days(day, step);
      if (c.is_working_day(day)) left -= step;
    }
    return day;
  });
}

void between(benchmark::State& state) {
  ask(state,
      [](const Calendar& c, const Question& q) { return working_days_between(c, q.from, q.to); });
}

void between_day_by_day(benchmark::State& state) {
  ask(state, [](const Calendar& c, const Question& q) {
    const auto [first, last] = std::minmax(q.from, q.to);
    int days = 0;
    for (Date day = add_days(first, 1); day <= last; day = add_days(day, 1))
      days += c.is_working_day(day);
    return q.from <= q.to ? days : -days;
  });
}

BENCHMARK(add);
BENCHMARK(add_day_by_day);
BENCHMARK(between);
BENCHMARK(between_day_by_day);

}  // namespace
