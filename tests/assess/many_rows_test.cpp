// Assessing and counting by columns, against judging one row after the other.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <vector>

#include <safegov/assess.hpp>
#include <safegov/timeline.hpp>

#include "../bench/generated.hpp"
#include "test.hpp"

using namespace safegov;

namespace {

/// Facts of a row up to a day, from its records alone; the generator knows of no meetings.
Facts facts_of(const Obligations& owed, std::size_t row, Date as_at) {
  Facts facts{.kind = owed.kind()[row], .first = owed.first()[row], .last = owed.last()[row]};
  for (const auto& h : owed.happenings(row)) {
    if (h.day > as_at.days() || facts.closing != Closing::none) break;
    facts.closed_on = h.day;
    if (h.kind == RecordKind::received) facts.closing = Closing::received;
    if (h.kind == RecordKind::waived) facts.closing = Closing::waived;
    if (h.kind == RecordKind::partly_received) facts.part_received = true;
    if (h.kind != RecordKind::extended) continue;
    facts.first = h.first;
    facts.last = h.last;
  }
  return facts;
}

const Obligations& many_rows() {
  static const Obligations owed =
      expand_obligations(bench::Generator().partnership_of(400));  // several blocks of any kernel
  return owed;
}

}  // namespace

TEST_CASE("the states of many rows are those of each row, and are counted", "[assess][oracle]") {
  const Obligations& owed = many_rows();
  for (const int soon : {0, 30, 200'000})
    for (const Date as_at : {Date(2018, 1, 1), Date(2019, 4, 1), Date(2020, 2, 29),
                             Date(2020, 11, 1), Date(2022, 3, 31), Date(2030, 1, 1)}) {
      const Assessment assessment = assess(owed, as_at, {.due_soon_days = soon});
      Counts counts;
      std::size_t wrong = 0;
      for (std::size_t row = 0; row < owed.size(); ++row) {
        const State state = state_of(facts_of(owed, row, as_at), as_at.days(), soon);
        ++counts[state];
        wrong += assessment[row] != state;
      }
      INFO("as at " << as_at << ", window " << soon);
      CHECK(wrong == 0);
      CHECK(assessment.counts() == counts);
    }
}

TEST_CASE("the timeline of many rows is their assessment on each day", "[timeline][oracle]") {
  const Obligations& owed = many_rows();
  for (const AssessOptions& options :
       {AssessOptions{}, AssessOptions{.due_soon_days = 0}, AssessOptions{.due_soon_days = 500},
        AssessOptions{.known_at = Date(2020, 6, 1)}})
    for (const DateRange range : {DateRange(Date(2018, 12, 1), Date(2019, 5, 1)),
                                  DateRange(Date(2020, 3, 1), Date(2020, 3, 1)),
                                  DateRange(Date(2021, 12, 1), Date(2022, 6, 15))}) {
      const Timeline line = timeline(owed, range, options);
      int wrong = 0;
      for (Date day = range.first(); day <= range.last(); day = add_days(day, 1))
        wrong += line.on(day) != assess(owed, day, options).counts();
      INFO("from " << range.first() << ", window " << options.due_soon_days);
      CHECK(wrong == 0);
    }
}

TEST_CASE("intervals of many rows cover each day of each row once", "[timeline][oracle]") {
  const Obligations& owed = many_rows();
  const DateRange range(Date(2020, 10, 1), Date(2020, 12, 31));
  const Assessment assessment = assess(owed, Date(2020, 11, 1));
  std::vector<int> days(owed.size());
  std::size_t wrong = 0;
  for (const StateInterval& in : state_intervals(owed, range)) {
    days[in.row] += in.days.length();
    if (in.days.contains(Date(2020, 11, 1))) wrong += assessment[in.row] != in.state;
  }
  CHECK(wrong == 0);
  CHECK(std::ranges::all_of(days, [&](int n) { return n == range.length(); }));
}
