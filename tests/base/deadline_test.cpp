// Deadlines as boards really write them, and what nobody should write.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <cstddef>
#include <ctime>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <safegov/deadline.hpp>

#include "base/naive.hpp"
#include "test.hpp"

using namespace safegov;

namespace {

using Problem = DeadlineProblem::Kind;

DateRange range(Date first, Date last) { return {first, last}; }

DeadlineContext anchored(Date anchor) {
  DeadlineContext context;
  context.anchor = anchor;
  return context;
}

DeadlineContext within(Date first, Date last) {
  DeadlineContext context;
  context.window = DateRange(first, last);
  return context;
}

DeadlineContext naming(std::vector<NamedPeriod> periods) {
  DeadlineContext context;
  context.named_periods = std::move(periods);
  return context;
}

NamedPeriod named(std::string name, YearBasis of, std::string from, std::string to,
                  Precision precision) {
  return {std::move(name), of, std::move(from), std::move(to), precision};
}

bool has_problem(const Deadlines& deadlines, Problem kind) {
  return std::any_of(deadlines.problems.begin(), deadlines.problems.end(),
                     [&](const DeadlineProblem& problem) { return problem.kind == kind; });
}

bool has_dated(const Deadlines& deadlines) {
  return std::any_of(deadlines.deadlines.begin(), deadlines.deadlines.end(),
                     [](const Deadline& deadline) { return deadline.kind == DeadlineKind::dated; });
}

/// What must hold of any words at all.
void require_sound(const std::string& words, const Deadlines& read) {
  for (const Deadline& deadline : read.deadlines) {
    // A range is what being dated means.
    naive::same(deadline.range.has_value(), deadline.kind == DeadlineKind::dated, words);
    // The words are kept as written; a stretch of a cadence, which has no words of its own, is
    // worded so that it reads back as the same days.
    if (words.find(deadline.text) == std::string::npos) {
      const Deadlines again = parse_deadlines(deadline.text);
      naive::same(again.deadlines.size(), std::size_t{1}, words, deadline.text);
      naive::same(again.deadlines[0].range == deadline.range, true, words, deadline.text);
    }
    if (deadline.kind == DeadlineKind::dated) {
      naive::same(deadline.precision != Precision::none, true, words);
    }
    if (deadline.kind == DeadlineKind::unresolved) {
      naive::same(read.problems.empty(), false, words);
    }
  }
  for (const DeadlineProblem& problem : read.problems) {
    naive::same(problem.message.empty(), false, words);
    naive::same(problem.message.ends_with('.'), false, words);
  }
}

Deadlines read_soundly(const std::string& words, const DeadlineContext& context = {}) {
  Deadlines read = parse_deadlines(words, context);
  require_sound(words, read);
  return read;
}

/// The one dated deadline that the words are.
Deadline only(const std::string& words, const DeadlineContext& context = {}) {
  const Deadlines read = read_soundly(words, context);
  CAPTURE(words);
  REQUIRE(read.deadlines.size() == 1);
  REQUIRE(read.deadlines[0].kind == DeadlineKind::dated);
  REQUIRE(read.deadlines[0].range.has_value());
  CHECK(read.problems.empty());
  return read.deadlines[0];
}

void check_unresolved(const std::string& words, const DeadlineContext& context = {}) {
  const Deadlines read = read_soundly(words, context);
  CAPTURE(words);
  REQUIRE(read.deadlines.size() == 1);
  CHECK(read.deadlines[0].kind == DeadlineKind::unresolved);
  CHECK_FALSE(read.deadlines[0].range.has_value());
  CHECK(read.deadlines[0].text == words);
  CHECK(has_problem(read, Problem::unresolved));
}

/// The dated stretches of a cadence must follow one another and fill the window.
void check_fills(const Deadlines& read, const DateRange& window, std::size_t count) {
  CHECK(read.problems.empty());
  REQUIRE(read.deadlines.size() == count);
  Date next = window.first();
  for (const Deadline& deadline : read.deadlines) {
    REQUIRE(deadline.range.has_value());
    CHECK(deadline.kind == DeadlineKind::dated);
    CHECK(deadline.range->first() == next);
    next = add_days(deadline.range->last(), 1);
  }
  CHECK(next == add_days(window.last(), 1));
}

/// Runs something that must not loop. The bound is generous: it tells loops, not slowness.
template <class Run>
void check_finishes(Run run) {
  // The processor's time: how busy the machine is with other things is no matter.
  const std::clock_t start = std::clock();
  run();
  CHECK((std::clock() - start) / CLOCKS_PER_SEC < 20);
}

const std::vector<NamedPeriod> terms = {
    {"autumn term", YearBasis::academic, "1 September", "31 December", Precision::term},
    {"spring term", YearBasis::academic, "1 January", "31 March", Precision::term},
    {"summer term", YearBasis::academic, "1 April", "31 August", Precision::term}};

}  // namespace

TEST_CASE("deadlines as boards write them come to the days they mean", "[base][deadline]") {
  struct Row {
    std::string words;
    DeadlineContext context;
    Precision precision;
    Date first;
    Date last;
  };
  const auto early =
      naming({named("early", YearBasis::financial, "1 April", "30 June", Precision::part)});
  const auto seasons = naming(
      {named("spring", YearBasis::calendar, "1 March", "31 May", Precision::season),
       named("summer", YearBasis::calendar, "1 June", "31 August", Precision::season),
       named("autumn", YearBasis::calendar, "1 September", "30 November", Precision::season)});
  const std::vector<Row> rows = {
      // Month and year
      {"June 2019", {}, Precision::month, {2019, 6, 1}, {2019, 6, 30}},
      {"Oct 2019", {}, Precision::month, {2019, 10, 1}, {2019, 10, 31}},
      {"Feb 2020", {}, Precision::month, {2020, 2, 1}, {2020, 2, 29}},
      {"Feb 2019", {}, Precision::month, {2019, 2, 1}, {2019, 2, 28}},
      {"Apr 2020", {}, Precision::month, {2020, 4, 1}, {2020, 4, 30}},
      {"Sept 2014", {}, Precision::month, {2014, 9, 1}, {2014, 9, 30}},
      {"September 2014", {}, Precision::month, {2014, 9, 1}, {2014, 9, 30}},
      // Season
      {"Autumn 2022", seasons, Precision::season, {2022, 9, 1}, {2022, 11, 30}},
      {"spring of 2020", seasons, Precision::season, {2020, 3, 1}, {2020, 5, 31}},
      {"summer of 2020", seasons, Precision::season, {2020, 6, 1}, {2020, 8, 31}},
      // Quarter
      {"Q1 2022/23", {}, Precision::quarter, {2022, 4, 1}, {2022, 6, 30}},
      {"Q2 2022/23", {}, Precision::quarter, {2022, 7, 1}, {2022, 9, 30}},
      {"Q3 2022/23", {}, Precision::quarter, {2022, 10, 1}, {2022, 12, 31}},
      {"Q4 2022/23", {}, Precision::quarter, {2023, 1, 1}, {2023, 3, 31}},
      {"Quarter One of the 2022/2023 year", {}, Precision::quarter, {2022, 4, 1}, {2022, 6, 30}},
      {"quarter one of 2020-21", {}, Precision::quarter, {2020, 4, 1}, {2020, 6, 30}},
      // Part of the year
      {"early 2022/2023", early, Precision::part, {2022, 4, 1}, {2022, 6, 30}},
      {"early 2022/23", early, Precision::part, {2022, 4, 1}, {2022, 6, 30}},
      // Range
      {"June/July 2012", {}, Precision::range, {2012, 6, 1}, {2012, 7, 31}},
      // By date, day first
      {"By 31/12/2016", {}, Precision::day, {2016, 12, 31}, {2016, 12, 31}},
      {"27/7/24", {}, Precision::day, {2024, 7, 27}, {2024, 7, 27}},
      {"13/9/2024", {}, Precision::day, {2024, 9, 13}, {2024, 9, 13}},
      {"26/03/25", {}, Precision::day, {2025, 3, 26}, {2025, 3, 26}},
      {"25 th March 2015", {}, Precision::day, {2015, 3, 25}, {2015, 3, 25}},
      {"25th March 2015", {}, Precision::day, {2015, 3, 25}, {2015, 3, 25}},
      {"27 June 2019", {}, Precision::day, {2019, 6, 27}, {2019, 6, 27}},
      {"2019-06-27", {}, Precision::day, {2019, 6, 27}, {2019, 6, 27}},
      {"29 February 2020", {}, Precision::day, {2020, 2, 29}, {2020, 2, 29}},
      {"30 September 2024", {}, Precision::day, {2024, 9, 30}, {2024, 9, 30}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.words);
    const Deadline deadline = only(row.words, row.context);
    CHECK(deadline.text == row.words);
    CHECK(deadline.precision == row.precision);
    CHECK(*deadline.range == range(row.first, row.last));
    CHECK(deadline.condition.empty());
  }
}

TEST_CASE("across a financial year is on time until its last day", "[base][deadline]") {
  const Deadline deadline = only("across financial year 2012/13");
  CHECK(*deadline.range == range(Date(2012, 4, 1), Date(2013, 3, 31)));
  CHECK((deadline.precision == Precision::year || deadline.precision == Precision::range));
}

TEST_CASE("months in a row are a series, with commas or without", "[base][deadline]") {
  for (const char* words : {"June 2019, Oct 2019, Feb 2020", "June 2019 Oct 2019 Feb 2020",
                            "June 2019,Oct 2019,Feb 2020"}) {
    CAPTURE(words);
    const Deadlines read = read_soundly(words);
    CHECK(read.problems.empty());
    REQUIRE(read.deadlines.size() == 3);
    for (const Deadline& deadline : read.deadlines) {
      CHECK(deadline.kind == DeadlineKind::dated);
      CHECK(deadline.precision == Precision::month);
    }
    CHECK(read.deadlines[0].text == "June 2019");
    CHECK(read.deadlines[1].text == "Oct 2019");
    CHECK(read.deadlines[2].text == "Feb 2020");
    CHECK(read.deadlines[0].range == month_of(2019, 6));
    CHECK(read.deadlines[1].range == month_of(2019, 10));
    CHECK(read.deadlines[2].range == month_of(2020, 2));
  }
}

TEST_CASE("a series stays in the order written", "[base][deadline]") {
  const Deadlines read = read_soundly("Feb 2020, 27/7/24, June 2019");
  REQUIRE(read.deadlines.size() == 3);
  CHECK(read.deadlines[0].range == month_of(2020, 2));
  CHECK(read.deadlines[1].range == DateRange(Date(2024, 7, 27)));
  CHECK(read.deadlines[2].range == month_of(2019, 6));
}

TEST_CASE("a series can mix what is dated, unresolved and open", "[base][deadline]") {
  const Deadlines read = read_soundly("June 2019, Autumn 2022, ongoing");
  REQUIRE(read.deadlines.size() == 3);
  CHECK(read.deadlines[0].kind == DeadlineKind::dated);
  CHECK(read.deadlines[0].range == month_of(2019, 6));
  CHECK(read.deadlines[1].kind == DeadlineKind::unresolved);
  CHECK(read.deadlines[1].text == "Autumn 2022");
  CHECK(read.deadlines[2].kind == DeadlineKind::open);
  CHECK(read.deadlines[2].text == "ongoing");
  CHECK(has_problem(read, Problem::unresolved));
}

TEST_CASE("a date behind an unresolved one is not swallowed by it", "[base][deadline]") {
  for (const char* words : {"Autumn 2022 and June 2023", "Autumn 2022, June 2023",
                            "TBC & June 2023", "As per strategy and action plan, June 2023"}) {
    CAPTURE(words);
    const Deadlines read = read_soundly(words);
    REQUIRE(read.deadlines.size() == 2);
    CHECK(read.deadlines[0].kind == DeadlineKind::unresolved);
    CHECK(read.deadlines[1].range == month_of(2023, 6));
  }
  CHECK(read_soundly("Autumn 2022, Spring 2023").deadlines.size() == 2);
  CHECK(read_soundly("TBC, TBC").deadlines.size() == 2);
  CHECK(read_soundly("As per strategy and action plan").deadlines.size() == 1);
}

TEST_CASE("what was added to a month is its condition", "[base][deadline]") {
  const std::string words = "September 2014 (website permitting)";
  const Deadline deadline = only(words);
  CHECK(*deadline.range == month_of(2014, 9));
  CHECK(deadline.precision == Precision::month);
  CHECK(deadline.condition == "website permitting");
  CHECK(deadline.text.starts_with("September 2014"));
}

TEST_CASE("words that point elsewhere are unresolved", "[base][deadline]") {
  check_unresolved("As per strategy and action plan");
  check_unresolved("To be confirmed in Children and Social Work Act");
}

TEST_CASE("a month with a reference is that month or unresolved, and nothing else",
          "[base][deadline]") {
  const Deadlines read = read_soundly("March 2015 as per training strategy");
  REQUIRE(read.deadlines.size() == 1);
  CHECK(read.deadlines[0].kind != DeadlineKind::open);
  if (read.deadlines[0].range) CHECK(*read.deadlines[0].range == month_of(2015, 3));
}

TEST_CASE("words for a part of the year are unresolved until somebody says when",
          "[base][deadline]") {
  for (const char* words : {"Autumn 2022", "spring of 2020", "summer of 2020", "Spring Term",
                            "summer term", "early 2022/2023", "early 2022/23"}) {
    check_unresolved(words);
  }
  SECTION("a table of other words does not help") {
    const auto context = naming(
        {named("winter", YearBasis::calendar, "1 December", "28 February", Precision::season)});
    check_unresolved("Autumn 2022", context);
    check_unresolved("early 2022/23", context);
  }
  SECTION("nor does an anchor") { check_unresolved("Autumn 2022", anchored(Date(2022, 5, 1))); }
}

TEST_CASE("words that count from the document's date are unresolved without it",
          "[base][deadline]") {
  for (const char* words : {"in three months", "reviewed in three months",
                            "over the next two years", "in approximately two years' time",
                            "in approximately two years\xe2\x80\x99 time", "Next year", "next year",
                            "Towards the end of the year", "by the end of the financial year"}) {
    check_unresolved(words);
  }
}

TEST_CASE("words that count from the document's date are resolved by it", "[base][deadline]") {
  CHECK(only("in three months", anchored(Date(2015, 5, 13))).range->last() == Date(2015, 8, 13));
  CHECK(only("reviewed in three months", anchored(Date(2015, 5, 13))).range->last() ==
        Date(2015, 8, 13));
  CHECK(only("in three months", anchored(Date(2024, 11, 30))).range->last() == Date(2025, 2, 28));
  for (const char* words :
       {"in approximately two years' time", "in approximately two years\xe2\x80\x99 time"}) {
    CHECK(only(words, anchored(Date(2025, 9, 10))).range->last() == Date(2027, 9, 10));
  }
}

TEST_CASE("over the next two years runs from the document's date", "[base][deadline]") {
  const Deadline deadline = only("over the next two years", anchored(Date(2025, 9, 10)));
  CHECK(deadline.range->contains(Date(2026, 1, 1)));
  CHECK(deadline.range->last() >= Date(2027, 9, 9));
  CHECK(deadline.range->last() <= Date(2027, 9, 10));
}

TEST_CASE("next year is a whole year that begins after the document's date", "[base][deadline]") {
  for (const char* words : {"Next year", "next year"}) {
    const Deadline deadline = only(words, anchored(Date(2022, 9, 1)));
    const DateRange calendar_year = year_of(YearBasis::calendar, 2023);
    const DateRange financial_year = year_of(YearBasis::financial, 2023);
    CHECK((*deadline.range == calendar_year || *deadline.range == financial_year));
  }
}

TEST_CASE("by the end of the financial year is by 31 March", "[base][deadline]") {
  const char* words = "by the end of the financial year";
  CHECK(only(words, anchored(Date(2012, 6, 1))).range->last() == Date(2013, 3, 31));
  CHECK(only(words, anchored(Date(2013, 3, 31))).range->last() == Date(2013, 3, 31));
  CHECK(only(words, anchored(Date(2013, 4, 1))).range->last() == Date(2014, 3, 31));
}

TEST_CASE("how a list comes apart does not depend on what is known besides", "[base][deadline]") {
  for (const char* words :
       {"March 2020 subject to approval, within 15 days", "as per the strategy, next month",
        "subject to funding, within 10 working days", "depending on Ofsted, Q2"}) {
    INFO(words);
    CHECK(parse_deadlines(words).deadlines.size() == 2);
    CHECK(parse_deadlines(words, anchored(Date(2022, 9, 8))).deadlines.size() == 2);
  }
}

TEST_CASE("working days need an anchor and a calendar that covers the answer", "[base][deadline]") {
  const std::string words = "in 15 working days";
  DeadlineContext context = anchored(Date(2022, 9, 8));
  check_unresolved(words);
  check_unresolved(words, context);
  context.calendar = &Calendar::england_and_wales();
  CHECK(only(words, context).range->last() == Date(2022, 9, 30));
  context.anchor = Date(2028, 12, 20);
  check_unresolved(words, context);
  context.anchor = Date(2035, 6, 1);
  check_unresolved(words, context);
  context.anchor.reset();
  check_unresolved(words, context);
}

TEST_CASE("ongoing never falls due", "[base][deadline]") {
  for (const char* words : {"Ongoing", "ongoing", "continuing", "Continuing", "as and when",
                            "As and when", "regular updates", "Regular updates"}) {
    CAPTURE(words);
    const Deadlines read = read_soundly(words);
    REQUIRE(read.deadlines.size() == 1);
    CHECK(read.deadlines[0].kind == DeadlineKind::open);
    CHECK_FALSE(read.deadlines[0].range.has_value());
    CHECK(read.deadlines[0].text == words);
    CHECK_FALSE(has_problem(read, Problem::unresolved));
    CHECK_FALSE(has_problem(read, Problem::impossible));
  }
}

TEST_CASE("a named period recurs in each year of its basis", "[base][deadline]") {
  SECTION("calendar") {
    const auto context = naming(
        {named("autumn", YearBasis::calendar, "1 September", "31 December", Precision::season)});
    for (int year = 2015; year <= 2030; ++year) {
      const Deadline deadline = only("Autumn " + std::to_string(year), context);
      CHECK(*deadline.range == range(Date(year, 9, 1), Date(year, 12, 31)));
      CHECK(deadline.precision == Precision::season);
    }
  }
  SECTION("financial") {
    const auto context =
        naming({named("early", YearBasis::financial, "1 April", "30 June", Precision::part),
                named("late", YearBasis::financial, "1 January", "31 March", Precision::part)});
    CHECK(*only("early 2022/23", context).range == range(Date(2022, 4, 1), Date(2022, 6, 30)));
    CHECK(*only("late 2022/23", context).range == range(Date(2023, 1, 1), Date(2023, 3, 31)));
  }
  SECTION("academic") {
    const auto context = naming(terms);
    CHECK(*only("Autumn Term 2020/21", context).range ==
          range(Date(2020, 9, 1), Date(2020, 12, 31)));
    CHECK(*only("Spring Term 2020/21", context).range ==
          range(Date(2021, 1, 1), Date(2021, 3, 31)));
    CHECK(*only("Summer Term 2020/21", context).range ==
          range(Date(2021, 4, 1), Date(2021, 8, 31)));
    CHECK(only("summer term 2020/21", context).precision == Precision::term);
  }
}

TEST_CASE("a named period can cross the end of its year", "[base][deadline]") {
  const auto context =
      naming({named("winter", YearBasis::calendar, "1 December", "28 February", Precision::season),
              named("year end", YearBasis::financial, "1 March", "30 April", Precision::part)});
  CHECK(*only("winter 2022", context).range == range(Date(2022, 12, 1), Date(2023, 2, 28)));
  CHECK(*only("winter 2019", context).range == range(Date(2019, 12, 1), Date(2020, 2, 28)));
  CHECK(*only("year end 2022/23", context).range == range(Date(2023, 3, 1), Date(2023, 4, 30)));
}

TEST_CASE("a named period can be one dated stretch", "[base][deadline]") {
  const auto context = naming({named("spring term 2021", YearBasis::academic, "4 January 2021",
                                     "1 April 2021", Precision::term)});
  const Deadline deadline = only("Spring Term 2021", context);
  CHECK(*deadline.range == range(Date(2021, 1, 4), Date(2021, 4, 1)));
  CHECK(deadline.precision == Precision::term);
  CHECK(deadline.text == "Spring Term 2021");
  check_unresolved("Spring Term 2022", context);
}

TEST_CASE("the name of a period is compared without regard to case", "[base][deadline]") {
  const auto context = naming(
      {named("AutUMN", YearBasis::calendar, "1 September", "30 November", Precision::season)});
  for (const char* words : {"autumn 2022", "Autumn 2022", "AUTUMN 2022"}) {
    CHECK(*only(words, context).range == range(Date(2022, 9, 1), Date(2022, 11, 30)));
    CHECK(only(words, context).text == words);
  }
}

TEST_CASE("a named period whose days make no sense resolves nothing and does no harm",
          "[base][deadline]") {
  for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
           {"", ""},
           {"1 September", ""},
           {"31 June", "31 July"},
           {"banana", "1 May"},
           {"1 May 2021", "1 May 2020"},
           {"99 September", "31 December"},
           {std::string(10'000, '('), "31 December"}}) {
    CAPTURE(from.substr(0, 20), to);
    const auto context = naming({named("autumn", YearBasis::calendar, from, to, Precision::season),
                                 named("", YearBasis::calendar, from, to, Precision::season)});
    const Deadlines read = read_soundly("Autumn 2022", context);
    CHECK_FALSE(has_dated(read));
    (void)read_soundly("", context);
    (void)read_soundly("Autumn 99999", context);
  }
}

TEST_CASE("a day is written day first, never month first", "[base][deadline]") {
  CHECK(*only("03/04/2019").range == DateRange(Date(2019, 4, 3)));
  CHECK(*only("3/4/19").range == DateRange(Date(2019, 4, 3)));
  CHECK(*only("12/11/2019").range == DateRange(Date(2019, 11, 12)));
  for (const char* words : {"12/25/2019", "06/27/19", "2/30/2019"}) {
    CAPTURE(words);
    const Deadlines read = read_soundly(words);
    CHECK_FALSE(has_dated(read));
    CHECK_FALSE(read.problems.empty());
    CHECK_FALSE(parse_day(words).has_value());
  }
}

TEST_CASE("a day that cannot be is a problem, never the nearest that can", "[base][deadline]") {
  for (const char* words :
       {"31 June 2019", "30 February 2020", "29 February 2019", "30/02/2020", "31/9/2024",
        "2019-02-29", "2019-06-31", "32 January 2020", "31st April 2021", "By 31/11/2016"}) {
    CAPTURE(words);
    const Deadlines read = read_soundly(words);
    CHECK_FALSE(has_dated(read));
    CHECK(has_problem(read, Problem::impossible));
  }
}

TEST_CASE("an impossible day in a series leaves the others standing", "[base][deadline]") {
  const Deadlines read = read_soundly("June 2019, 31 June 2019, Feb 2020");
  CHECK(has_problem(read, Problem::impossible));
  const auto dated = [&](const DateRange& wanted) {
    return std::any_of(read.deadlines.begin(), read.deadlines.end(),
                       [&](const Deadline& deadline) { return deadline.range == wanted; });
  };
  CHECK(dated(month_of(2019, 6)));
  CHECK(dated(month_of(2020, 2)));
  CHECK(std::count_if(read.deadlines.begin(), read.deadlines.end(), [](const Deadline& deadline) {
          return deadline.kind == DeadlineKind::dated;
        }) == 2);
}

TEST_CASE("the words concerned are named in the problem", "[base][deadline]") {
  const Deadlines read = read_soundly("June 2019, Autumn 2022, 31 June 2019");
  REQUIRE(read.problems.size() == 2);
  for (const DeadlineProblem& problem : read.problems) {
    if (problem.kind == Problem::impossible) {
      CHECK(problem.text == "31 June 2019");
    } else {
      CHECK(problem.kind == Problem::unresolved);
      CHECK(problem.text == "Autumn 2022");
    }
  }
}

TEST_CASE("a cadence fills the plan's period without gap or overlap", "[base][deadline]") {
  const DateRange plan(Date(2019, 4, 1), Date(2022, 3, 31));
  const auto context = within(plan.first(), plan.last());
  SECTION("quarterly") {
    const Deadlines read = read_soundly("quarterly", context);
    check_fills(read, plan, 12);
    CHECK(*read.deadlines[0].range == range(Date(2019, 4, 1), Date(2019, 6, 30)));
    CHECK(*read.deadlines[11].range == range(Date(2022, 1, 1), Date(2022, 3, 31)));
  }
  SECTION("monthly") { check_fills(read_soundly("monthly", context), plan, 36); }
  SECTION("three times a year") {
    check_fills(read_soundly("Reports 3 times per year", context), plan, 9);
    check_fills(read_soundly("3 times a year", context), plan, 9);
  }
  SECTION("every two months") { check_fills(read_soundly("every two months", context), plan, 18); }
  SECTION("twice yearly") { check_fills(read_soundly("twice yearly", context), plan, 6); }
  SECTION("annual") { check_fills(read_soundly("annual", context), plan, 3); }
  SECTION("weekly, over whole weeks") {
    const DateRange weeks(Date(2019, 4, 1), Date(2019, 4, 28));
    check_fills(read_soundly("weekly", within(weeks.first(), weeks.last())), weeks, 4);
    check_fills(read_soundly("fortnightly", within(weeks.first(), weeks.last())), weeks, 2);
  }
}

TEST_CASE("a cadence fills any period of whole steps, wherever it begins", "[base][deadline]") {
  std::mt19937 random(12);
  std::uniform_int_distribution<int> starts(Date(2012, 1, 1).days(), Date(2030, 12, 31).days());
  std::uniform_int_distribution<int> counts(1, 20);
  const std::vector<std::pair<const char*, int>> cadences = {
      {"monthly", 1}, {"every two months", 2}, {"quarterly", 3}, {"3 times a year", 4}};
  for (int round = 0; round < 200; ++round) {
    const Date first = Date::from_days(starts(random));
    const auto& [words, step] = cadences[static_cast<std::size_t>(round) % cadences.size()];
    const int count = counts(random);
    const naive::Day next = naive::months_later(naive::day(first), step * count);
    const DateRange window(first, naive::date(naive::previous(next)));
    CAPTURE(words, window);
    check_fills(read_soundly(words, within(window.first(), window.last())), window,
                static_cast<std::size_t>(count));
  }
}

TEST_CASE("a cadence that says from when to when needs no plan", "[base][deadline]") {
  check_fills(read_soundly("monthly from June 2019 to March 2020"),
              range(Date(2019, 6, 1), Date(2020, 3, 31)), 10);
}

TEST_CASE("a cadence without an end is endless", "[base][deadline]") {
  for (const char* words :
       {"quarterly", "monthly", "weekly", "3 times a year", "Reports 3 times per year", "annual"}) {
    CAPTURE(words);
    const Deadlines read = read_soundly(words);
    CHECK(has_problem(read, Problem::endless));
    CHECK_FALSE(has_dated(read));
  }
}

TEST_CASE("a cadence with more dates than anyone means is endless", "[base][deadline]") {
  check_finishes([] {
    const Deadlines read = read_soundly("weekly", within(Date(1400, 1, 1), Date(9999, 12, 31)));
    CHECK(has_problem(read, Problem::endless));
  });
}

TEST_CASE("a cadence that nobody can count resolves to no dates", "[base][deadline]") {
  const auto context = within(Date(2019, 4, 1), Date(2022, 3, 31));
  for (const char* words : {"bi-monthly", "termly"}) {
    CAPTURE(words);
    const Deadlines read = read_soundly(words, context);
    CHECK_FALSE(has_dated(read));
    CHECK_FALSE(read.problems.empty());
  }
}

TEST_CASE("termly is once in each declared term", "[base][deadline]") {
  DeadlineContext context = naming(terms);
  context.window = DateRange(Date(2020, 9, 1), Date(2021, 8, 31));
  const Deadlines read = read_soundly("termly", context);
  CHECK(read.problems.empty());
  REQUIRE(read.deadlines.size() == 3);
  CHECK(read.deadlines[0].range == range(Date(2020, 9, 1), Date(2020, 12, 31)));
  CHECK(read.deadlines[1].range == range(Date(2021, 1, 1), Date(2021, 3, 31)));
  CHECK(read.deadlines[2].range == range(Date(2021, 4, 1), Date(2021, 8, 31)));
}

TEST_CASE("a day is read in any form that names one day", "[base][deadline]") {
  CHECK(parse_day("2019-06-27") == Date(2019, 6, 27));
  CHECK(parse_day("27 June 2019") == Date(2019, 6, 27));
  CHECK(parse_day("27/6/19") == Date(2019, 6, 27));
  CHECK(parse_day("27/7/24") == Date(2024, 7, 27));
  CHECK(parse_day("13/9/2024") == Date(2024, 9, 13));
  CHECK(parse_day("26/03/25") == Date(2025, 3, 26));
  CHECK(parse_day("31/12/2016") == Date(2016, 12, 31));
  CHECK(parse_day("25 th March 2015") == Date(2015, 3, 25));
  CHECK(parse_day("25th March 2015") == Date(2015, 3, 25));
}

TEST_CASE("what names no single day is no day", "[base][deadline]") {
  using namespace std::string_view_literals;
  for (const std::string_view text : {""sv,
                                      " "sv,
                                      ","sv,
                                      "June 2019"sv,
                                      "2019"sv,
                                      "2021/22"sv,
                                      "Q1 2022/23"sv,
                                      "Autumn 2022"sv,
                                      "ongoing"sv,
                                      "31 June 2019"sv,
                                      "29 February 2019"sv,
                                      "2019-02-29"sv,
                                      "12/25/2019"sv,
                                      "0/1/2019"sv,
                                      "1/0/2019"sv,
                                      "1/13/2019"sv,
                                      "27 June 2019, 28 June 2019"sv,
                                      "27 June 2019 28 June 2019"sv,
                                      "June/July 2012"sv,
                                      "99999999999999999999/1/2019"sv,
                                      "1/99999999999999999999/2019"sv,
                                      "27 June 99999999999999999999"sv,
                                      "27/6/19\0"sv,
                                      "//"sv,
                                      "1//2019"sv,
                                      "27 Smarch 2019"sv,
                                      "-27 June 2019"sv}) {
    CAPTURE(std::string(text));
    CHECK_FALSE(parse_day(text).has_value());
  }
  CHECK_FALSE(parse_day(std::string(100'000, '1')).has_value());
  CHECK_FALSE(parse_day(std::string(100'000, '/')).has_value());
}

TEST_CASE("every day can be written in every form and reads back", "[base][deadline]") {
  const std::vector<std::string> short_names = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  for (naive::Day day{2011, 1, 1}; day.year <= 2030; day = naive::next(day)) {
    const Date date = naive::date(day);
    const std::string number = std::to_string(day.day);
    const std::string month = std::to_string(day.month);
    const std::string year = std::to_string(day.year);
    const std::string& name = short_names[static_cast<std::size_t>(day.month - 1)];
    for (const std::string& text :
         {iso(date), in_words(date), number + '/' + month + '/' + year,
          number + '/' + month + '/' + year.substr(2), number + ' ' + name + ' ' + year}) {
      naive::same(parse_day(text) == std::optional(date), true, text);
      if (day.day % 9 != 0) continue;
      const Deadlines read = parse_deadlines(text);
      REQUIRE(read.deadlines.size() == 1);
      naive::same(read.deadlines[0].range == std::optional(DateRange(date)), true, text);
      naive::same(read.deadlines[0].precision == Precision::day, true, text);
    }
  }
}

TEST_CASE("every month can be written and is on time until its last day", "[base][deadline]") {
  for (int year = 2011; year <= 2030; ++year) {
    for (int month = 1; month <= 12; ++month) {
      const std::string name(month_name(month));
      for (const std::string& text :
           {name + ' ' + std::to_string(year), name.substr(0, 3) + ' ' + std::to_string(year)}) {
        const Deadlines read = parse_deadlines(text);
        REQUIRE(read.deadlines.size() == 1);
        naive::same(read.deadlines[0].range == std::optional(month_of(year, month)), true, text);
        naive::same(read.deadlines[0].precision == Precision::month, true, text);
      }
    }
  }
}

TEST_CASE("words kept in a deadline are the words as written", "[base][deadline]") {
  for (const char* words : {"JUNE 2019", "june 2019", "By 31/12/2016", "25 th March 2015",
                            "Quarter One of the 2022/2023 year"}) {
    CHECK(only(words).text == words);
  }
  for (const char* words :
       {"Towards the end of the year", "spring of 2020", "AS PER strategy and action plan"}) {
    const Deadlines read = read_soundly(words);
    REQUIRE(read.deadlines.size() == 1);
    CHECK(read.deadlines[0].text == words);
  }
}

TEST_CASE("the same words in the same context read the same", "[base][deadline]") {
  DeadlineContext context = naming(terms);
  context.anchor = Date(2022, 9, 1);
  context.window = DateRange(Date(2022, 4, 1), Date(2023, 3, 31));
  for (const char* words : {"June 2019, Autumn 2022, ongoing", "quarterly", "next year",
                            "Spring Term 2020/21", "31 June 2019"}) {
    const Deadlines one = parse_deadlines(words, context);
    const Deadlines other = parse_deadlines(words, context);
    CHECK(one.deadlines == other.deadlines);
    CHECK(one.problems.size() == other.problems.size());
  }
}

TEST_CASE("hostile words never throw and never loop", "[base][deadline]") {
  using namespace std::string_literals;
  const auto repeated = [](const std::string& text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
  };
  const std::vector<std::string> hostile = {
      ""s,
      " "s,
      "\n"s,
      ","s,
      ", , ,"s,
      "()"s,
      ")("s,
      "June"s,
      "2019"s,
      "June 2019,"s,
      ",June 2019"s,
      "June 2019,,Oct 2019"s,
      "\0"s,
      "June\0 2019"s,
      "June 2019\0"s,
      "\x01\x02\x03\x1b[31m\x7f"s,
      "June\t2019\r\n"s,
      "\xff\xfe\xfd"s,
      "\xc3"s,
      "\xe2\x80"s,
      "Juin \xc3\xa9t\xc3\xa9 2019"s,
      "\xd9\xa2\xd9\xa7/\xd9\xa6/\xd9\xa1\xd9\xa9"s,
      "\xef\xbb\xbfJune 2019"s,
      "\xf0\x9f\x93\x85 2019"s,
      "June\xc2\xa0"
      "2019"s,
      "June 99999999999999999999"s,
      "99999999999999999999 June 2019"s,
      "99999999999999999999/99999999999999999999/99999999999999999999"s,
      "Q99999999999999999999 2022/23"s,
      "Q0 2022/23"s,
      "Q5 2022/23"s,
      "Q1 9999/00"s,
      "Q4 9999/10000"s,
      "in 99999999999999999999 months"s,
      "in 2147483647 months"s,
      "in 2147483647 years"s,
      "in 2147483647 working days"s,
      "in 99999999999999999999 working days"s,
      "in -3 months"s,
      "in 0 months"s,
      "in months"s,
      "over the next 99999999999999999999 years"s,
      "over the next years"s,
      "every 0 months"s,
      "every 99999999999999999999 months"s,
      "0 times a year"s,
      "1000000 times a year"s,
      "99999999999999999999 times a year"s,
      "weekly from January 1400 to December 9999"s,
      "monthly from March 2020 to June 2019"s,
      "monthly from to"s,
      "June/July"s,
      "July/June 2012"s,
      "June/July/August/ 2012"s,
      "December/January 2012"s,
      "By By By 31/12/2016"s,
      "by"s,
      "(June 2019"s,
      "June 2019)"s,
      "((((June 2019))))"s,
      "September 2014 ()"s,
      "September 2014 (website permitting"s,
      "%s%n%d"s,
      std::string(100'000, 'a'),
      std::string(100'000, ' '),
      std::string(100'000, '9'),
      std::string(100'000, '/'),
      std::string(100'000, '('),
      std::string(100'000, ')'),
      std::string(50'000, '(') + std::string(50'000, ')'),
      "June 2019 " + std::string(50'000, '(') + std::string(50'000, ')'),
      std::string(100'000, '\0'),
      std::string(100'000, '\xe2'),
      std::string(10'000, ','),
      repeated(", ", 10'000),
      repeated("June ", 20'000),
      repeated("2019 ", 20'000),
      repeated("a ", 50'000),
      repeated("a, ", 10'000),
      repeated("June/", 20'000) + " 2019",
      repeated("of the ", 10'000),
      repeated("quarterly ", 10'000),
      repeated("in three months ", 5'000),
      repeated("1/", 50'000),
      repeated("31 June 2019, ", 5'000),
      "June 2019 (" + std::string(100'000, 'a') + ')',
  };
  DeadlineContext rich = naming(terms);
  rich.anchor = Date(9999, 12, 31);
  rich.calendar = &Calendar::england_and_wales();
  rich.window = DateRange(Date(2019, 4, 1), Date(2022, 3, 31));
  DeadlineContext early;
  early.anchor = Date(1400, 1, 1);
  early.window = DateRange(Date(9999, 12, 31));
  for (const std::string& words : hostile) {
    CAPTURE(words.substr(0, 60), words.size());
    check_finishes([&] {
      require_sound(words, parse_deadlines(words));
      require_sound(words, parse_deadlines(words, rich));
      require_sound(words, parse_deadlines(words, early));
      (void)parse_day(words);
      (void)parse_cadence(words);
    });
  }
}

TEST_CASE("nothing in hostile words becomes a date", "[base][deadline]") {
  for (const std::string& words :
       {std::string(), std::string(" "), std::string(100'000, 'a'), std::string(10'000, ','),
        std::string(50'000, '('), std::string(100'000, '\0'), std::string("\xff\xfe")}) {
    CAPTURE(words.size());
    CHECK_FALSE(has_dated(parse_deadlines(words)));
  }
}

TEST_CASE("thousands of months in one line are each that month, or too many to mean",
          "[base][deadline]") {
  std::string words;
  for (int i = 0; i < 3000; ++i) words += i == 0 ? "June 2019" : ", June 2019";
  check_finishes([&] {
    const Deadlines read = read_soundly(words);
    CHECK((read.deadlines.size() == 3000 || !read.problems.empty()));
    for (const Deadline& deadline : read.deadlines) {
      if (deadline.range) naive::same(*deadline.range, month_of(2019, 6));
    }
  });
}

TEST_CASE("words thrown together at random never throw", "[base][deadline]") {
  const std::vector<std::string> scraps = {"June",
                                           "Oct",
                                           "Feb",
                                           "2019",
                                           "2022/23",
                                           "2019-20",
                                           "31",
                                           "1st",
                                           "27/6/19",
                                           "12/25/19",
                                           "Q1",
                                           "Quarter",
                                           "One",
                                           "autumn",
                                           "Spring Term",
                                           "early",
                                           "by",
                                           "the end",
                                           "of",
                                           "of the",
                                           "year",
                                           "financial",
                                           "next",
                                           "in",
                                           "three",
                                           "months",
                                           "years'",
                                           "time",
                                           "over",
                                           "ongoing",
                                           "quarterly",
                                           "monthly",
                                           "3",
                                           "times",
                                           "per year",
                                           "from",
                                           "to",
                                           "(website",
                                           "permitting)",
                                           "(",
                                           ")",
                                           ",",
                                           "/",
                                           "-",
                                           "\xe2\x80\x93",
                                           "\xe2\x80\x99",
                                           "15",
                                           "working days",
                                           "termly",
                                           "bi-monthly",
                                           "every",
                                           "as per",
                                           "2019-06-27",
                                           "99999",
                                           "0",
                                           "th"};
  DeadlineContext rich = naming(terms);
  rich.anchor = Date(2022, 9, 8);
  rich.calendar = &Calendar::england_and_wales();
  rich.window = DateRange(Date(2019, 4, 1), Date(2022, 3, 31));
  std::mt19937 random(13);
  std::uniform_int_distribution<std::size_t> scrap(0, scraps.size() - 1);
  std::uniform_int_distribution<int> counts(1, 9);
  std::uniform_int_distribution<int> gap(0, 5);
  int dated = 0;
  check_finishes([&] {
    for (int round = 0; round < 6000; ++round) {
      std::string words;
      for (int i = counts(random); i > 0; --i) {
        words += scraps[scrap(random)];
        if (gap(random) != 0) words += ' ';
      }
      const Deadlines read = read_soundly(words);
      if (has_dated(read)) ++dated;
      require_sound(words, parse_deadlines(words, rich));
      (void)parse_day(words);
      (void)parse_cadence(words);
    }
  });
  CHECK(dated > 0);
}

TEST_CASE("bytes thrown together at random never throw", "[base][deadline]") {
  std::mt19937 random(14);
  std::uniform_int_distribution<int> any_byte(0, 255);
  std::uniform_int_distribution<int> lengths(0, 60);
  int read = 0;
  check_finishes([&] {
    for (int round = 0; round < 6000; ++round) {
      std::string words;
      for (int i = lengths(random); i > 0; --i) words += static_cast<char>(any_byte(random));
      require_sound(words, parse_deadlines(words));
      ++read;
    }
  });
  CHECK(read == 6000);
}

TEST_CASE("a real deadline with one byte changed never throws", "[base][deadline]") {
  const std::vector<std::string> real = {
      "June 2019, Oct 2019, Feb 2020",        "September 2014 (website permitting)",
      "Quarter One of the 2022/2023 year",    "in approximately two years\xe2\x80\x99 time",
      "monthly from June 2019 to March 2020", "By 31/12/2016",
      "across financial year 2012/13"};
  std::mt19937 random(15);
  std::uniform_int_distribution<int> any_byte(0, 255);
  int read = 0;
  for (int round = 0; round < 6000; ++round) {
    std::string words = real[static_cast<std::size_t>(round) % real.size()];
    std::uniform_int_distribution<std::size_t> place(0, words.size() - 1);
    words[place(random)] = static_cast<char>(any_byte(random));
    require_sound(words, parse_deadlines(words, anchored(Date(2022, 9, 1))));
    ++read;
  }
  CHECK(read == 6000);
}

TEST_CASE("kinds and precisions have their names", "[base][deadline]") {
  CHECK(to_string(DeadlineKind::dated) == "dated");
  CHECK(to_string(DeadlineKind::open) == "open");
  CHECK(to_string(DeadlineKind::unresolved) == "unresolved");
  CHECK(to_string(Precision::none) == "none");
  CHECK(to_string(Precision::day) == "day");
  CHECK(to_string(Precision::month) == "month");
  CHECK(to_string(Precision::quarter) == "quarter");
  CHECK(to_string(Precision::season) == "season");
  CHECK(to_string(Precision::term) == "term");
  CHECK(to_string(Precision::part) == "part");
  CHECK(to_string(Precision::year) == "year");
  CHECK(to_string(Precision::range) == "range");
}
