// Reviews: the chain and its clocks, what print claims, and what is no field on purpose.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <safegov/format.hpp>
#include <safegov/registers.hpp>
#include <safegov/review.hpp>

#include "partnership.hpp"
#include "rows.hpp"

using namespace safegov;
using namespace safegov::test;

namespace {

using Codes = std::vector<std::string>;

/// A rapid review with these steps, each `step day`.
std::string rapid(std::initializer_list<std::pair<const char*, const char*>> steps,
                  const std::string& more = "") {
  std::string rows = "- id: r\n  kind: rapid-review\n  lead: qa\n" + more + "  history:\n";
  for (const auto& [step, day] : steps)
    rows += "    - {step: " + std::string(step) + ", date: " + day + "}\n";
  return rows;
}

/// The obligations by id without the row, and their states.
std::string owed(const Partnership& partnership, Date as_at) {
  const Assessment state =
      assess(expand_obligations(partnership, {.of = {}, .promised_by = as_at}), as_at);
  std::string all;
  for (std::size_t o = 0; o < state.obligations().size(); ++o) {
    std::string id = state.obligations()[o].id();
    id.erase(0, std::string("reviews/").size());
    all += id + " " + std::string(to_string(state[o])) + "\n";
  }
  return all;
}

std::string measure(const Partnership& partnership, const std::string& row, const std::string& name,
                    Date as_at) {
  const auto all = measures(partnership, "reviews/" + row, as_at);
  const auto found = all.find(name);
  return found == all.end() ? "(none)" : found->second;
}

/// Every field of a type, with those of the types that it is made of.
void gather(const Type& type, std::set<std::string>& names) {
  for (const Field& field : type.fields) {
    names.emplace(field.name);
    const Codec* codec = &field.codec();
    if (codec->shape == Shape::list) codec = &codec->element();
    if (codec->shape == Shape::value) gather(codec->type(), names);
  }
}

}  // namespace

TEST_CASE("a review has no field for anything about a child, a family, a place or a case",
          "[reviews]") {
  std::set<std::string> names;
  gather(type_of<Review>(), names);
  // A field more is a decision: not one that may hold something about a child.
  CHECK(names ==
        std::set<std::string>{"id",       "kind",    "number", "period",       "text",
                              "in",       "dated",   "lead",   "panel",        "follows",
                              "history",  "outcome", "claim",  "due",          "recommendations",
                              "themes",   "source",  "note",   "monitored-by", "monitored-until",
                              "audience", "step",    "date",   "recorded",     "by",
                              "what",     "from",    "to",     "commitment",   "progress"});
}

TEST_CASE("a key about a child is refused, and told why", "[reviews]") {
  for (const std::string key : {"child", "children", "date-of-birth", "age", "Family", "school",
                                "case_reference", "reference", "name", "place-of-incident"}) {
    CAPTURE(key);
    const auto result = read_sources(
        {{"partnership.yaml", small_partnership},
         register_file("reviews", rapid({{"notified", "2024-06-03"}}, "  " + key + ": x\n"))});
    REQUIRE(result.diagnostics().size() == 1);
    const Diagnostic& d = result.diagnostics()[0];
    CHECK(d.code == "SG187");
    CHECK(d.message.find("on purpose") != std::string::npos);
    CHECK(d.help.find("nothing about a child") != std::string::npos);
  }
  // Nor in a step, a recommendation or a theme.
  const std::string head = rapid({{"notified", "2024-06-03"}});
  CHECK(problems("reviews", rapid({}) + "    - {step: notified, date: 2024-06-03, child: x}\n") ==
        std::vector<std::pair<unsigned, std::string>>{{8, "SG187"}});
  CHECK(problems("reviews", head + "  recommendations:\n    - {id: a, what: x, child: x}\n") ==
        std::vector<std::pair<unsigned, std::string>>{{10, "SG187"}});
  CHECK(problems("reviews", head + "  themes:\n    - {text: x, victim: x}\n") ==
        std::vector<std::pair<unsigned, std::string>>{{10, "SG187"}});
  // A slip of the pen is one still.
  CHECK(problems("reviews", head + "  monitered-by: qa\n") ==
        std::vector<std::pair<unsigned, std::string>>{{9, "SG015"}});
}

TEST_CASE("each step of a rapid review owes the next, by the clock", "[reviews]") {
  // The vectors of the State Funeral: 19 September 2022 was no working day.
  const auto review = with_rows("reviews", rapid({{"aware", "2022-09-02"},
                                                  {"notified", "2022-09-08"},
                                                  {"completed", "2022-09-30"},
                                                  {"sent", "2022-09-30"},
                                                  {"replied", "2022-10-20"}}));
  CHECK(owed(review, Date(2022, 9, 1)) == "");
  CHECK(owed(review, Date(2022, 9, 2)) == "r/notification@2022-09-02..2022-09-09 due\n");
  CHECK(owed(review, Date(2022, 9, 8)).find("r/review@2022-09-08..2022-09-30") !=
        std::string::npos);
  const std::string at_end = owed(review, Date(2022, 12, 31));
  CHECK(at_end.find("r/notification@2022-09-02..2022-09-09 received\n") != std::string::npos);
  CHECK(at_end.find("r/review@2022-09-08..2022-09-30 received\n") != std::string::npos);
  CHECK(at_end.find("r/reply@undated received\n") != std::string::npos);
  const auto incident = with_rows("reviews", rapid({{"aware", "2022-09-16"}}));
  CHECK(owed(incident, Date(2022, 9, 26)) == "r/notification@2022-09-16..2022-09-26 due\n");
  CHECK(owed(incident, Date(2022, 9, 27)) == "r/notification@2022-09-16..2022-09-26 overdue\n");
}

TEST_CASE("both readings of the fifteen days are shown, and the stricter is never silent",
          "[reviews]") {
  const auto review = with_rows(
      "reviews",
      rapid({{"aware", "2022-09-02"}, {"notified", "2022-09-08"}, {"completed", "2022-09-30"}}));
  CHECK(measure(review, "r", "review from notification", Date(2022, 9, 30)) ==
        "15 working days, due 30 September 2022: met");
  CHECK(measure(review, "r", "review from awareness", Date(2022, 9, 30)) ==
        "19 working days, due 26 September 2022: not met");
  CHECK(odd(review, Date(2022, 9, 26)) == Codes{});
  CHECK(odd(review, Date(2022, 9, 27)) == Codes{"SG481"});
  CHECK(odd(review, Date(2022, 9, 30)) == Codes{"SG481"});
  const auto quick = with_rows(
      "reviews",
      rapid({{"aware", "2022-09-02"}, {"notified", "2022-09-08"}, {"completed", "2022-09-26"}}));
  CHECK(odd(quick, Date(2022, 12, 31)) == Codes{});
}

TEST_CASE("a reply of the Panel is expected, and never overdue", "[reviews]") {
  const auto review = with_rows(
      "reviews",
      rapid({{"notified", "2024-06-03"}, {"completed", "2024-06-24"}, {"sent", "2024-06-24"}}));
  CHECK(owed(review, Date(2026, 1, 1)).find("r/reply@undated undated") != std::string::npos);
  CHECK(measure(review, "r", "reply, 15 working days", Date(2026, 1, 1)).find("not binding") !=
        std::string::npos);
}

TEST_CASE("the spring of 2020 has a limit for the notification and none for the review",
          "[reviews]") {
  const auto review = with_rows(
      "reviews",
      rapid({{"aware", "2020-04-30"}, {"notified", "2020-05-07"}, {"completed", "2020-06-12"}}));
  CHECK(measure(review, "r", "notification", Date(2020, 12, 31)) ==
        "5 working days, due 7 May 2020: met");
  CHECK(measure(review, "r", "review from notification", Date(2020, 12, 31)) ==
        "24 working days, no fixed limit then");
  CHECK(odd(review, Date(2020, 12, 31)) == Codes{});
}

TEST_CASE("a serious case review is finished under the rules that it was begun under",
          "[reviews]") {
  const std::string head = "- id: r\n  kind: serious-case-review\n  history:\n";
  const auto old = with_rows("reviews", head +
                                            "    - {step: decided, date: 2019-03-11}\n"
                                            "    - {step: published, date: 2020-02-14}\n");
  const Assessment state = assess(expand_obligations(old), Date(2020, 12, 31));
  REQUIRE(state.obligations().size() == 1);
  CHECK(state.obligations()[0].id() == "reviews/r/publication@2019-03-11..2019-09-11");
  CHECK(state[0] == State::received_late);
  CHECK(odd(old, Date(2020, 12, 31)) == Codes{});
}

TEST_CASE("a local review is to be published six months after the decision, wherever that stands",
          "[reviews]") {
  const std::string rows =
      rapid({{"completed", "2024-06-24"}, {"decided", "2024-08-31"}}, "  outcome: local-review\n") +
      "- id: l\n  kind: local-review\n  follows: r\n  lead: qa\n";
  const auto open =
      with_rows("reviews", rows + "  history:\n    - {step: completed, date: 2024-12-01}\n");
  // The corresponding day, or the last of a shorter month.
  CHECK(state_of_only(open, "reviews/l/publication@2024-08-31..2025-02-28", Date(2025, 3, 1)) ==
        State::overdue);
  const auto kept =
      with_rows("reviews", rows +
                               "  history:\n    - {step: not-published, date: 2025-02-03}\n"
                               "    - {step: reasons-sent, date: 2025-02-05}\n");
  CHECK(state_of_only(kept, "reviews/l/publication", Date(2025, 2, 2)) != State::waived);
  CHECK(state_of_only(kept, "reviews/l/publication", Date(2025, 2, 3)) == State::waived);
  CHECK(state_of_only(kept, "reviews/l/reasons", Date(2025, 2, 5)) == State::received);
}

TEST_CASE("the copy goes seven working days before the day that was planned last", "[reviews]") {
  const std::string head =
      "- id: l\n  kind: local-review\n  history:\n    - {step: decided, date: 2022-09-30}\n"
      "    - {step: planned, date: 2023-03-20, recorded: 2023-02-24}\n"
      "    - {step: planned, date: 2023-03-30, recorded: 2023-03-06}\n";
  const auto moved = with_rows("reviews", head +
                                              "    - {step: copied, date: 2023-03-17}\n"
                                              "    - {step: published, date: 2023-03-30}\n");
  // 20 March back: 17, 16, 15, 14, 13, 10, 9.
  CHECK(state_of_only(moved, "reviews/l/copy@2023-03-09", Date(2023, 3, 5)) == State::due_soon);
  CHECK(state_of_only(moved, "reviews/l/copy@2023-03-09", Date(2023, 3, 6)) == State::superseded);
  CHECK(state_of_only(moved, "reviews/l/copy-2@2023-03-21", Date(2023, 3, 17)) == State::received);
  CHECK(measure(moved, "l", "copy", Date(2023, 3, 17)) ==
        "9 working days before it is to be published");
  CHECK(measure(moved, "l", "copy", Date(2023, 3, 30)) == "9 working days before it was published");
  // Nobody says when that was planned: it counts as always known.
  const auto bare = with_rows("reviews",
                              "- id: l\n  kind: local-review\n  history:\n"
                              "    - {step: decided, date: 2022-09-30}\n"
                              "    - {step: planned, date: 2023-03-30}\n"
                              "    - {step: copied, date: 2023-03-17}\n");
  CHECK(state_of_only(bare, "reviews/l/copy@2023-03-21", Date(2023, 3, 17)) == State::received);
  CHECK(measure(bare, "l", "copy", Date(2023, 3, 17)) ==
        "9 working days before it is to be published");
  // What had gone by then answers the earlier day.
  const auto early = with_rows("reviews", head + "    - {step: copied, date: 2023-03-03}\n");
  CHECK(state_of_only(early, "reviews/l/copy", Date(2023, 4, 1)) == State::received);
}

TEST_CASE("an outcome is known with the step that it came of, or with the document", "[reviews]") {
  const std::string outcome = "  outcome: no-review\n";
  const auto begun = with_rows("reviews", rapid({{"notified", "2024-06-03"}}, outcome));
  CHECK(measure(begun, "r", "outcome", Date(2024, 7, 1)) == "(none)");
  const auto ended = with_rows(
      "reviews", rapid({{"notified", "2024-06-03"}, {"completed", "2024-06-24"}}, outcome));
  CHECK(measure(ended, "r", "outcome", Date(2024, 6, 23)) == "(none)");
  CHECK(measure(ended, "r", "outcome", Date(2024, 6, 24)) == "no-review");
  const auto told =
      with_rows("reviews", rapid({{"notified", "2024-06-03"}}, outcome + "  dated: 2025-08-01\n"));
  CHECK(measure(told, "r", "outcome", Date(2025, 7, 31)) == "(none)");
  CHECK(measure(told, "r", "outcome", Date(2025, 8, 1)) == "no-review");
}

TEST_CASE("what a local review led to without a row of it is odd", "[reviews]") {
  const std::string head = rapid({{"decided", "2024-07-10"}}, "  outcome: local-review\n");
  CHECK(odd(with_rows("reviews", head), Date(2024, 7, 9)) == Codes{});
  CHECK(odd(with_rows("reviews", head), Date(2024, 7, 10)) == Codes{"SG494"});
  const auto followed = with_rows("reviews", head +
                                                 "- id: l\n  kind: local-review\n  follows: r\n"
                                                 "  recommendations:\n    - {id: a, what: x}\n");
  CHECK(odd(followed, Date(2024, 7, 10)) == Codes{});
}

TEST_CASE("a claim of timeliness is held against the days, and is no pass without", "[reviews]") {
  const std::string claim =
      "- id: c\n  kind: rapid-review\n  number: 1\n  period: 2024/25\n"
      "  dated: 2025-08-01\n  claim: within statutory timescales\n";
  const Date after(2025, 8, 1);
  const auto none = with_rows("reviews", claim);
  CHECK(odd(none, Date(2025, 7, 31)) == Codes{});
  CHECK(odd(none, after) == Codes{"SG491"});
  CHECK(measure(none, "c", "claim", after) == "unverifiable: within statutory timescales");
  const auto with = [&](const char* notified, const char* completed) {
    return with_rows("reviews", claim + rapid({{"notified", notified}, {"completed", completed}}));
  };
  CHECK(odd(with("2024-06-03", "2024-06-24"), after) == Codes{});
  CHECK(measure(with("2024-06-03", "2024-06-24"), "c", "claim", after) ==
        "met: within statutory timescales");
  CHECK(odd(with("2024-06-03", "2024-06-25"), after) == Codes{"SG490"});
  // The month is not enough, unless all of it is late.
  CHECK(odd(with("2024-06-03", "June 2024"), after) == Codes{"SG491"});
  CHECK(odd(with("2024-06-03", "July 2024"), after) == Codes{"SG490"});
  CHECK(odd(with("June 2024", "2024-06-24"), after) == Codes{"SG491"});
  // A review of another year says nothing of this one.
  CHECK(odd(with("2023-06-05", "2023-06-26"), after) == Codes{"SG491"});
}

TEST_CASE("a claim of a review itself is held against its own days", "[reviews]") {
  const std::string claim = "  claim: in time\n";
  CHECK(odd(with_rows("reviews",
                      rapid({{"notified", "2024-06-03"}, {"completed", "2024-06-25"}}, claim)),
            Date(2025, 1, 1)) == Codes{"SG490"});
  CHECK(odd(with_rows("reviews", rapid({{"completed", "March 2022"}}, claim)), Date(2025, 1, 1)) ==
        Codes{"SG491"});
}

TEST_CASE("counts of the same year that differ are found at the later, of other years not",
          "[reviews]") {
  const auto count = [](const std::string& id, const std::string& number, const std::string& period,
                        const std::string& dated) {
    return "- id: " + id + "\n  kind: rapid-review\n  number: " + number + "\n  period: " + period +
           "\n  dated: " + dated + "\n";
  };
  const auto differ = with_rows("reviews", count("a", "4", "2018/19", "2019-09-30") +
                                               count("b", "3", "2018/19", "2020-09-29"));
  CHECK(odd(differ, Date(2020, 9, 28)) == Codes{});
  CHECK(odd(differ, Date(2020, 9, 29)) == Codes{"SG492"});
  CHECK(odd(with_rows("reviews", count("a", "4", "2018/19", "2019-09-30") +
                                     count("b", "3", "2019/20", "2020-09-29")),
            Date(2021, 1, 1)) == Codes{});
  // Nor if the register holds more; fewer are no fault.
  CHECK(odd(with_rows("reviews", count("a", "0", "2024/25", "2025-08-01") +
                                     rapid({{"completed", "2024-06-24"}})),
            Date(2026, 1, 1)) == Codes{"SG492"});
  CHECK(odd(with_rows("reviews", count("a", "2", "2024/25", "2025-08-01") +
                                     rapid({{"completed", "2024-06-24"}})),
            Date(2026, 1, 1)) == Codes{});
}

TEST_CASE("recommendations are owed as actions of inspections are, and watched over until done",
          "[reviews]") {
  const std::string head = rapid({{"completed", "2024-06-24"}},
                                 "  monitored-by: bmg\n  monitored-until: until completion\n");
  const std::string two =
      head +
      "  recommendations:\n    - {id: a, what: Guidance, from: qa, due: 30 June 2024}\n"
      "    - {id: b, what: Training, from: qa}\n";
  const auto open = with_rows("reviews", two);
  CHECK(state_of_only(open, "reviews/r/a@2024-06-30", Date(2024, 7, 1)) == State::overdue);
  CHECK(state_of_only(open, "reviews/r/b", Date(2024, 7, 1)) == State::undated);
  CHECK(state_of_only(open, "reviews/r/monitoring", Date(2024, 7, 1)) == State::open);
  CHECK(measure(open, "r", "recommendations done", Date(2024, 7, 1)) == "0 of 2 (0 %)");
  const auto over = with_rows("reviews", two + "  themes: [neglect]\n");
  CHECK(measure(over, "r", "themes", Date(2024, 7, 1)) == "1");
}

TEST_CASE("what a review cannot be", "[reviews]") {
  const auto codes_of = [](const std::string& rows) {
    Codes codes;
    for (const auto& [line, code] : problems("reviews", rows))
      codes.push_back(code + ":" + std::to_string(line));
    return codes;
  };
  const std::string count = "- id: c\n  kind: rapid-review\n";
  CHECK(codes_of(count) == Codes{"SG186:4"});
  CHECK(codes_of(count + "  number: 1\n") == Codes{"SG186:6"});
  CHECK(codes_of(count + "  number: 1\n  period: 2021/22\n") == Codes{"SG186:6"});
  CHECK(codes_of(count + "  number: -1\n  period: 2021/22\n  dated: 2022-09-30\n") ==
        Codes{"SG018:6"});
  CHECK(codes_of(count + "  number: 1\n  period: 2021/22\n  dated: 2022-09-30\n  history:\n"
                         "    - {step: completed, date: 2021-09-30}\n") == Codes{"SG186:6"});
  CHECK(codes_of(rapid({{"sent", "2024-06-24"}, {"replied", "2024-06-23"}})) == Codes{"SG185:9"});
  CHECK(codes_of(rapid({{"sent", "June 2024"}, {"replied", "2024-06-01"}})) == Codes{});
  CHECK(codes_of(rapid({{"sent", "July 2024"}, {"replied", "2024-06-30"}})) == Codes{"SG185:9"});
  CHECK(codes_of("- id: l\n  kind: local-review\n  history:\n"
                 "    - {step: decided, date: 2024-06-24}\n"
                 "    - {step: published, date: 2024-06-01}\n") == Codes{"SG185:8"});
  // The decision may stand in the rapid review.
  CHECK(codes_of(rapid({{"decided", "2024-06-24"}}) +
                 "- id: l\n  kind: local-review\n  follows: r\n  history:\n"
                 "    - {step: published, date: 2024-06-01}\n") == Codes{"SG185:13"});
  CHECK(codes_of(rapid({{"decided", "2024-06-24"}}, "  follows: r\n")) == Codes{"SG188:7"});
}

TEST_CASE("Nottingham claims what nobody can check, in every report that counts rapid reviews",
          "[reviews][nottingham]") {
  const auto partnership = nottingham();
  const auto state = assess(expand_obligations(partnership), Date(2025, 12, 31));
  const auto report = report_of(state, "reviews");
  Codes codes;
  for (const Diagnostic& d : report.findings) codes.push_back(d.code);
  CHECK(codes == Codes{"SG491", "SG491"});
  // The ninth stands in three places of the same report as not done.
  CHECK(measures(report, "reviews/rapid-review-2024-25")["recommendations done"] ==
        "9 of 10 (90 %)");
}
