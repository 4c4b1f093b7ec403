// Many partnerships, a line each: against counting them one by one.
// SPDX-License-Identifier: Apache-2.0

#include <safegov/survey.hpp>

#include "partnership.hpp"

using namespace safegov;
using namespace safegov::test;

namespace {

Assessment small_state(const std::string& promises, const std::string& records, Date as_at) {
  std::vector<Source> sources{{"partnership.yaml", small_partnership},
                              {"plan.yaml", small_plan(promises)}};
  if (!records.empty()) sources.push_back({"records.yaml", small_records(records)});
  return assess(expand_obligations(sound(std::move(sources))), as_at);
}

const std::string report = "- what: Report\n  to: bmg\n  due: June 2019, Oct 2019\n";

Diagnostics problems(std::vector<Severity> severities) {
  Diagnostics all;
  for (const Severity severity : severities) all.push_back({.severity = severity});
  return all;
}

SurveyLine overdue_line(const std::string& path, std::size_t overdue) {
  RollUp figures{.id = path};
  figures.counts[State::overdue] = overdue;
  return {.path = path, .figures = figures};
}

}  // namespace

TEST_CASE("a line has the counts of its assessment", "[survey]") {
  const auto state = assess(nottingham_plan(), Date(2019, 11, 1));
  const SurveyLine line = survey_line("here", state, problems({Severity::warning}));
  REQUIRE(line.figures);
  CHECK(line.path == "here");
  CHECK(line.figures->id == "ncscp");
  CHECK(line.figures->counts == state.counts());
  CHECK(line.errors == 0);
  CHECK(line.remarks == 1);
}

TEST_CASE("what is unsound has no figures, only how much is wrong", "[survey]") {
  const SurveyLine line = survey_line(
      "there", problems({Severity::error, Severity::warning, Severity::error, Severity::note}));
  CHECK_FALSE(line.figures);
  CHECK(line.errors == 2);
  CHECK(line.remarks == 2);
}

TEST_CASE("the longest overdue is judged by the date in force", "[survey]") {
  const Date as_at(2020, 1, 15);
  const auto plain = survey_line("", small_state(report, "", as_at)).figures.value();
  CHECK(plain.longest_overdue ==
        LongestOverdue{.id = "p/1.1/bmg@2019-06", .since = Date(2019, 7, 1), .days = 199});
  // The first in the plan was put off until after the second.
  const auto moved = survey_line("", small_state(report,
                                                 "- extended: p/1.1/bmg of June 2019\n"
                                                 "  date: 2019-06-12\n  until: Dec 2019\n",
                                                 as_at));
  CHECK(moved.figures->longest_overdue ==
        LongestOverdue{.id = "p/1.1/bmg@2019-10", .since = Date(2019, 11, 1), .days = 76});
  // What came in, though late, is overdue no more.
  const auto late = survey_line("", small_state(report,
                                                "- received: p/1.1/bmg of June 2019\n"
                                                "  date: 2019-09-12\n",
                                                as_at));
  CHECK(late.figures->longest_overdue->id == "p/1.1/bmg@2019-10");
  CHECK_FALSE(survey_line("", small_state(report, "", Date(2019, 6, 30))).figures->longest_overdue);
}

TEST_CASE("the longest overdue agrees with looking at every obligation", "[survey][oracle]") {
  const Obligations plans = nottingham_plan();
  const Obligations meetings =
      expand_obligations(read_partnership({SAFEGOV_SOURCE_DIR "/examples/meetings"}).value());
  for (Date day(2019, 1, 1); day < Date(2026, 12, 31); day = add_days(day, 13)) {
    const auto state = assess(day < Date(2022, 6, 1) ? plans : meetings, day);
    int days = 0;
    for (std::size_t row = 0; row < state.size(); ++row)
      if (state[row] == State::overdue) days = std::max(days, state.days_overdue(row));
    const auto longest = survey_line("", state).figures->longest_overdue;
    CAPTURE(day);
    CHECK((longest ? longest->days : 0) == days);
    if (longest) CHECK(add_days(longest->since, longest->days - 1) == day);
  }
}

TEST_CASE("totals are of the sound and say of how many", "[survey]") {
  const auto state = assess(nottingham_plan(), Date(2019, 11, 1));
  Survey survey{.as_at = Date(2019, 11, 1)};
  CHECK(survey.totals().total() == 0);
  CHECK(survey.longest_overdue() == nullptr);
  survey.lines = {survey_line("a", state), survey_line("b", problems({Severity::error})),
                  survey_line("c", state)};
  CHECK(survey.sound() == 2);
  CHECK(survey.unsound() == 1);
  CHECK(survey.totals()[State::overdue] == 2 * state.counts()[State::overdue]);
  CHECK(survey.totals().total() == 2 * state.size());
  REQUIRE(survey.longest_overdue() != nullptr);
  CHECK(*survey.longest_overdue() == survey.lines[0].figures->longest_overdue);
}

TEST_CASE("most overdue first leaves equals as they stood and the unsound at the end", "[survey]") {
  Survey survey{.as_at = Date(2019, 11, 1)};
  survey.lines = {survey_line("unsound", problems({Severity::error})), overdue_line("one", 1),
                  overdue_line("three", 3), overdue_line("also one", 1), overdue_line("two", 2)};
  survey.sort_by_overdue();
  std::string order;
  for (const SurveyLine& line : survey.lines) order += line.path + ", ";
  CHECK(order == "three, two, one, also one, unsound, ");
}
