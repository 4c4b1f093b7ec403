// How long concerns take to the top; against a walk from day to day, written from the definition.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <functional>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include <safegov/arrival.hpp>

#include "partnership.hpp"

using namespace safegov;
using namespace safegov::test;

namespace {

// The oracle: bodies, with the days on which each meets, and lines.
struct NaiveLine {
  std::size_t from, to;
  std::optional<Date> first, last;
};
struct Naive {
  std::vector<std::vector<Date>> meets;
  std::vector<int> papers;
  std::vector<NaiveLine> lines;
  Date end;  // nobody meets after

  [[nodiscard]] bool meets_on(std::size_t body, Date day) const {
    return std::ranges::count(meets[body], day) != 0;
  }

  /// Is a paper that was ready on a day in so many working days before another?
  [[nodiscard]] static bool in_time(Date ready, Date meeting, int papers) {
    Date day = meeting;
    for (int left = papers; left > 0;) {
      day = add_days(day, -1);
      if (Calendar::england_and_wales().is_working_day(day)) --left;
    }
    return ready <= day;
  }

  /// Day by day, who has met with the concern before it; and who meets today on a paper from them.
  [[nodiscard]] std::optional<Date> arrival(std::size_t body, Date raised, std::size_t top) const {
    std::vector<std::optional<Date>> met(meets.size());
    for (Date day = raised; day <= end; day = add_days(day, 1)) {
      const auto hears = [&](std::size_t who) {
        if (met[who] || !meets_on(who, day)) return false;
        if (who == body) return true;
        return std::ranges::any_of(lines, [&](const NaiveLine& line) {
          return line.to == who && met[line.from] && (!line.first || *line.first <= day) &&
                 (!line.last || day <= *line.last) && in_time(*met[line.from], day, papers[who]);
        });
      };
      for (bool again = true; again;) {  // several may meet on one day
        again = false;
        for (std::size_t who = 0; who < meets.size(); ++who)
          if (hears(who)) {
            met[who] = day;
            again = true;
          }
      }
      if (met[top]) return day;
    }
    return {};
  }
};

struct Case {
  Partnership partnership;
  Naive naive;
};

/// Partnerships of a few bodies over ten weeks: cycles, orphans, dated lines, papers, meetings that
/// were moved or called off.
class Cases {
 public:
  explicit Cases(unsigned seed) : random_(seed) {}

  Case next() {
    const std::size_t bodies = 1 + below(5);
    Partnership::Parts parts;
    parts.arrangements = {.id = "generated", .name = "Generated", .top = {"b0"}};
    Naive naive{.meets = {}, .papers = {}, .lines = {}, .end = day(length + 4)};
    for (std::size_t i = 0; i < bodies; ++i) {
      Body body{.id = "b" + std::to_string(i)};
      std::vector<int> days;
      for (std::size_t n = below(7); n > 0; --n) days.push_back(static_cast<int>(below(length)));
      std::ranges::sort(days);
      days.erase(std::unique(days.begin(), days.end()), days.end());
      naive.meets.emplace_back();
      for (const int number : days) {
        body.meets += (body.meets.empty() ? "" : ", ") + in_words(day(number));
        add_meeting(body, day(number), naive.meets.back(), parts.records);
      }
      if (below(2) == 0) body.papers = static_cast<int>(below(7));
      naive.papers.push_back(body.papers.value_or(0));
      for (std::size_t n = below(3); n > 0 && bodies > 1; --n) {
        const std::size_t to = (i + 1 + below(bodies - 1)) % bodies;
        const Line line{
            .to = {"b" + std::to_string(to)}, .from = some_day(20), .until = some_day(60)};
        (below(4) == 0 ? body.escalates_to : body.reports_to).push_back(line);
        naive.lines.push_back({i, to, line.from, line.until});
      }
      parts.arrangements.bodies.push_back(std::move(body));
    }
    const auto made = Partnership::make(std::move(parts));
    INFO(printed(made.diagnostics()));
    REQUIRE(made);
    return {*made, std::move(naive)};
  }

  static constexpr int length = 70;
  static Date day(int number) { return add_days(Date(2025, 4, 1), number); }  // Easter is in it

 private:
  std::size_t below(std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
  }

  std::optional<Date> some_day(std::size_t around) {
    if (below(3) != 0) return {};
    return day(static_cast<int>(around - 10 + below(20)));
  }

  void add_meeting(const Body& body, Date scheduled, std::vector<Date>& meets,
                   std::vector<Record>& records) {
    const std::size_t what = below(12);
    if (what > 2) return meets.push_back(scheduled);
    Record& record = records.emplace_back();
    record.event.about = body.id + "@" + iso(scheduled);
    record.date = add_days(scheduled, -3);
    if (what == 0) {
      record.event.kind = RecordKind::cancelled;
    } else if (what == 1) {
      record.event.kind = RecordKind::moved;
      record.until = in_words(add_days(scheduled, 4));
      meets.push_back(add_days(scheduled, 4));
    } else {
      record.event.kind = RecordKind::held;
      record.date = scheduled;
      record.quorum = Quorum::not_met;
    }
  }

  std::mt19937 random_;
};

/// A partnership of some bodies, in YAML.
Partnership of_bodies(const std::string& bodies) {
  return sound({{"partnership.yaml",
                 "safegov: 1\npartnership: example\nname: Example\ntop: top\nbodies:\n" + bodies}});
}

Arrivals at_top(const Partnership& partnership, const TimetableOptions& options = {}) {
  return {Timetable(expand_obligations(partnership), options), partnership.find_body("top")};
}

const char* const three_levels =
    "  - id: top\n    meets: 24 June 2025, 23 Sept 2025, 16 Dec 2025\n    papers: 5\n"
    "  - id: middle\n    reports-to: top\n    meets: 10 June 2025, Sept 2025, 2 Dec 2025\n"
    "  - id: low\n    reports-to: middle\n    meets: 3 June 2025, 2 Sept 2025\n"
    "  - id: blind\n    meets: 3 June 2025\n"
    "  - id: silent\n    reports-to: top\n    meets: quarterly\n"
    "  - id: behind\n    reports-to: silent\n    meets: 3 June 2025\n";

}  // namespace

TEST_CASE("a concern arrives when a walk from day to day says so", "[network][arrival]") {
  Cases cases(1);
  std::size_t arrived = 0, on = 0, never = 0;
  for (int i = 0; i < 2000; ++i) {
    const Case made = cases.next();
    const auto& partnership = made.partnership;
    const Naive& naive = made.naive;
    const Arrivals arrivals(Timetable(expand_obligations(partnership), {.escalations = true}), {0});
    for (std::uint32_t body = 0; body < naive.meets.size(); ++body) {
      for (int number = 0; number <= Cases::length; number += 2 + number % 3) {
        const Date raised = Cases::day(number);
        const auto wanted = naive.arrival(body, raised, 0);
        const Arrival arrival = arrivals.of({body}, raised);
        const auto journey = arrivals.journey({body}, raised, Reckoning::possible);
        const bool same = arrival.possible == wanted && arrival.certain == wanted;
        if (!same || journey.empty() == wanted.has_value()) {
          CAPTURE(i, body, iso(raised));
          REQUIRE(arrival.possible == wanted);
          REQUIRE(arrival.certain == wanted);
          REQUIRE(journey.empty() == !wanted);
        }
        wanted ? ++arrived : ++never;
        on += journey.size();
        if (journey.empty()) continue;
        REQUIRE(journey.back().day == *wanted);
        REQUIRE(partnership[journey.front().meeting].body == BodyId{body});
        REQUIRE(partnership[journey.back().meeting].body == BodyId{0});
        for (std::size_t step = 1; step < journey.size(); ++step) {
          const auto from = partnership[journey[step - 1].meeting].body.index;
          const auto to = partnership[journey[step].meeting].body.index;
          const Date day = journey[step].day;
          REQUIRE(naive.meets_on(to, day));
          REQUIRE(Naive::in_time(journey[step - 1].day, day, naive.papers[to]));
          REQUIRE(std::ranges::any_of(naive.lines, [&](const NaiveLine& line) {
            return line.from == from && line.to == to && (!line.first || *line.first <= day) &&
                   (!line.last || day <= *line.last);
          }));
        }
      }
    }
  }
  CHECK(arrived > 30'000);
  CHECK(on > arrived + 10'000);
  CHECK(never > 30'000);
}

TEST_CASE("looking back is the last day on which the walk still arrives", "[network][arrival]") {
  Cases cases(2);
  for (int i = 0; i < 300; ++i) {
    const Case made = cases.next();
    const auto& partnership = made.partnership;
    const Naive& naive = made.naive;
    const Arrivals arrivals(Timetable(expand_obligations(partnership), {.escalations = true}), {0});
    const Date before = Cases::day(-30);
    for (std::uint32_t body = 0; body < naive.meets.size(); ++body) {
      std::vector<std::optional<Date>> heard;
      for (int number = 0; number <= Cases::length; ++number)
        heard.push_back(naive.arrival(body, Cases::day(number), 0));
      for (int by = 0; by <= Cases::length; by += 7) {
        std::optional<Date> wanted;
        for (int number = 0; number <= by; ++number) {
          const auto& day = heard[static_cast<std::size_t>(number)];
          if (day && *day <= Cases::day(by)) wanted = Cases::day(number);
        }
        REQUIRE(arrivals.latest({body}, Cases::day(by)) == Arrival{wanted, wanted});
      }
      CHECK_FALSE(arrivals.latest({body}, before).possible);

      std::vector<int> waits;
      std::optional<Date> worst_on;
      for (int number = 0; number <= Cases::length; ++number)
        if (const auto& day = heard[static_cast<std::size_t>(number)]) {
          const int wait = day->days() - Cases::day(number).days();
          if (waits.empty() || wait > *std::ranges::max_element(waits))
            worst_on = Cases::day(number);
          waits.push_back(wait);
        }
      const Spread spread =
          arrivals.spread({body}, {Cases::day(0), Cases::day(Cases::length)}, Reckoning::certain);
      REQUIRE(spread.arriving == static_cast<int>(waits.size()));
      REQUIRE(spread.worst_on == worst_on);
      if (waits.empty()) continue;
      std::ranges::sort(waits);
      REQUIRE(spread.worst == waits.back());
      REQUIRE(spread.median == waits[(waits.size() - 1) / 2]);
    }
  }
}

TEST_CASE(
    "the best case is the best of all choices of days, and none is worse than the certain one",
    "[network][arrival]") {
  std::mt19937 random(3);
  const auto below = [&](int limit) {
    return std::uniform_int_distribution<int>(0, limit - 1)(random);
  };
  int open = 0, bounded = 0, exact = 0;
  for (int i = 0; i < 600; ++i) {
    const std::size_t bodies = 2 + static_cast<std::size_t>(below(3));
    // A chain has one route; otherwise there are lines to any.
    const bool chain = below(2) == 0;
    Partnership::Parts parts;
    parts.arrangements = {.id = "generated", .name = "Generated", .top = {"b0"}};
    struct Range {
      std::size_t body;
      int first, last;
    };
    std::vector<Range> ranges;
    Naive naive{.meets = {}, .papers = {}, .lines = {}, .end = Date(2025, 6, 30)};
    naive.meets.resize(bodies);
    for (std::size_t b = 0; b < bodies; ++b) {
      Body body{.id = "b" + std::to_string(b)};
      std::vector<std::string> known;
      for (int n = chain && b > 0 ? 1 : 2; n > 0; --n) {
        const int first = 1 + below(20), last = first + below(4);
        const std::string words = std::to_string(first) +
                                  (last == first ? "" : "-" + std::to_string(last)) + " June 2025";
        if (std::ranges::count(known, words) != 0) continue;
        known.push_back(words);
        body.meets += (body.meets.empty() ? "" : ", ") + words;
        ranges.push_back({b, first, last});
      }
      body.papers = below(3);
      naive.papers.push_back(*body.papers);
      for (int n = chain ? 1 : 1 + below(2); n > 0 && b > 0; --n) {
        const std::size_t to =
            chain
                ? b - 1
                : (b + 1 + static_cast<std::size_t>(below(static_cast<int>(bodies) - 1))) % bodies;
        Line line{.to = {"b" + std::to_string(to)}};
        if (below(4) == 0) line.from = Date(2025, 6, 1 + below(12));
        body.reports_to.push_back(line);
        naive.lines.push_back({b, to, line.from, {}});
      }
      parts.arrangements.bodies.push_back(std::move(body));
    }
    const Partnership partnership = Partnership::make(std::move(parts)).value();
    const Arrivals arrivals(Timetable(expand_obligations(partnership)), {0});
    const auto from = static_cast<std::uint32_t>(bodies - 1);
    const Date raised(2025, 6, 1 + below(6));

    // Every choice of a day for every meeting.
    std::optional<Date> best, worst;
    bool always = true;
    std::size_t choices = 0;
    const std::function<void(std::size_t)> choose = [&](std::size_t meeting) {
      if (meeting == ranges.size()) {
        ++choices;
        const auto day = naive.arrival(from, raised, 0);
        always = always && day;
        if (day) {
          best = best ? std::min(*best, *day) : *day;
          worst = worst ? std::max(*worst, *day) : *day;
        }
        return;
      }
      for (int day = ranges[meeting].first; day <= ranges[meeting].last; ++day) {
        naive.meets[ranges[meeting].body].push_back(Date(2025, 6, day));
        choose(meeting + 1);
        naive.meets[ranges[meeting].body].pop_back();
      }
    };
    choose(0);
    CAPTURE(i, choices);
    const Arrival arrival = arrivals.of({from}, raised);
    REQUIRE(arrival.possible == best);
    if (arrival.certain) {
      REQUIRE(always);
      REQUIRE(*worst <= *arrival.certain);
      ++bounded;
      if (best != worst) ++open;
      if (worst == arrival.certain) ++exact;
    }
    // One route and one meeting of each below the top: nothing can be made up for by another.
    if (chain && always && arrivals.timetable().meetings() == bodies) {
      REQUIRE(arrival.certain == worst);
    }
  }
  CHECK(bounded > 100);
  CHECK(open > 30);
  CHECK(exact > bounded / 2);
}

TEST_CASE("a concern waits for meetings, and its paper for a later one if it is late",
          "[network][arrival]") {
  const Partnership partnership = of_bodies(three_levels);
  const Arrivals arrivals = at_top(partnership);
  const BodyId low = partnership.find_body("low"), middle = partnership.find_body("middle");
  const auto day = [](int month, int number) { return Date(2025, month, number); };

  CHECK(arrivals.of(middle, day(6, 10)) == Arrival{day(6, 24), day(6, 24)});
  // Raised in time for the meeting on any day of September; certainly only for that of December.
  CHECK(arrivals.of(middle, day(6, 11)) == Arrival{day(9, 23), day(12, 16)});
  CHECK(arrivals.of(low, day(6, 3)) == Arrival{day(6, 24), day(6, 24)});
  CHECK(arrivals.of(low, day(6, 4)) == Arrival{day(9, 23), day(12, 16)});
  CHECK(arrivals.of(low, day(9, 3)) == Arrival{});
  CHECK(arrivals.of(partnership.find_body("top"), day(6, 25)) == Arrival{day(9, 23), day(9, 23)});

  const auto journey = arrivals.journey(low, day(6, 4), Reckoning::possible);
  REQUIRE(journey.size() == 3);
  CHECK(partnership.id_of(journey[1].meeting) == "middle@2025-09");
  CHECK(journey[1].day == day(9, 2));
  CHECK(journey[0].line == nullptr);
  CHECK(journey[1].line == &partnership[low].reports_to[0]);

  // As far as it is certain, the board knows of low what was there by 3 June.
  CHECK(arrivals.latest(low, day(9, 23)) == Arrival{day(9, 2), day(6, 3)});
  CHECK(arrivals.latest(low, day(6, 23)) == Arrival{});
}

TEST_CASE("why a concern never arrives is told apart", "[network][arrival]") {
  const Partnership partnership = of_bodies(three_levels);
  const Arrivals arrivals = at_top(partnership);
  using enum Way;
  CHECK(arrivals.timetable().ways(arrivals.at()) ==
        std::vector{known, known, known, no_line, no_meeting, no_meeting});
  // Two lines to the top's three days, one to the middle's two and September.
  CHECK(arrivals.timetable().connections() == 2 * 3 + (1 + 30 + 1));
}

TEST_CASE("a meeting stands as it was known to stand", "[network][arrival]") {
  const Partnership partnership = sound(
      {{"partnership.yaml", "safegov: 1\npartnership: example\nname: Example\ntop: top\nbodies:\n" +
                                std::string(three_levels)},
       {"records.yaml", small_records("- moved: top of June 2025\n  date: 2025-06-20\n"
                                      "  until: 1 July 2025\n  recorded: 2025-06-22\n")}});
  const BodyId low = partnership.find_body("low");
  const Date raised(2025, 6, 1), scheduled(2025, 6, 24), moved(2025, 7, 1);
  CHECK(at_top(partnership).of(low, raised).certain == moved);
  CHECK(at_top(partnership, {.as_at = Date(2025, 6, 19)}).of(low, raised).certain == scheduled);
  CHECK(at_top(partnership, {.known_at = Date(2025, 6, 21)}).of(low, raised).certain == scheduled);
}

TEST_CASE("papers before a meeting outside the calendar are refused, not guessed",
          "[network][arrival]") {
  const Partnership partnership = of_bodies("  - id: top\n    meets: 3 June 2040\n    papers: 5\n");
  CHECK_THROWS_AS(at_top(partnership), OutsideCalendar);
  CHECK(at_top(of_bodies("  - id: top\n    meets: 3 June 2040\n"))
            .of({0}, Date(2040, 6, 1))
            .certain == Date(2040, 6, 3));
}

TEST_CASE("a line to a body that is gone leads to who took over from it", "[network][arrival]") {
  const Partnership partnership = sound(
      {{"partnership.yaml",
        "safegov: 1\npartnership: example\nname: Example\ntop: slg\nbodies:\n"
        "  - id: lscb\n    until: 2019-06-26\n    meets: 10 June 2019\n"
        "  - id: slg\n    from: 2019-06-27\n    succeeds: lscb\n"
        "    meets: 10 July 2019, 10 Sept 2019\n"
        "  - id: bmg\n    reports-to: lscb\n    meets: 3 June 2019, 1 July 2019, 1 Sept 2019\n"}});
  const Timetable timetable(expand_obligations(partnership));
  const BodyId lscb = partnership.find_body("lscb"), slg = partnership.find_body("slg"),
               bmg = partnership.find_body("bmg");
  const Arrivals before(timetable, lscb), after(timetable, slg);
  CHECK(before.of(bmg, Date(2019, 6, 1)).certain == Date(2019, 6, 10));
  CHECK(before.of(bmg, Date(2019, 6, 4)).certain == std::nullopt);
  // What bmg sent before the change is heard by whoever then meets.
  CHECK(after.of(bmg, Date(2019, 6, 1)).certain == Date(2019, 7, 10));
  CHECK(after.of(bmg, Date(2019, 7, 2)).certain == Date(2019, 9, 10));
  CHECK(timetable.ways(slg)[bmg.index] == Way::known);
  const auto steps = after.journey(bmg, Date(2019, 6, 4), Reckoning::certain);
  REQUIRE(steps.size() == 2);
  CHECK(partnership[steps[1].meeting].body == slg);
  CHECK(steps[1].line->to.id == "lscb");
}
