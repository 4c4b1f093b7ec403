// Audits planned and done, promised again and graded; and programmes that count them.
// SPDX-License-Identifier: Apache-2.0

#include <string>
#include <vector>

#include <safegov/audit.hpp>

#include "registers/rows.hpp"

using namespace safegov;
using namespace safegov::test;

namespace {

Partnership with(const std::string& rows) {
  return sound({{"partnership.yaml", small_partnership},
                {"rows.yaml", "safegov: 1\npartnership: example\n" + rows},
                documents_named_in(rows)});
}

std::vector<std::string> wrong(const std::string& rows) {
  const auto result = read_sources({{"partnership.yaml", small_partnership},
                                    {"rows.yaml", "safegov: 1\npartnership: example\n" + rows},
                                    documents_named_in(rows)});
  std::vector<std::string> found;
  for (const Diagnostic& d : result.diagnostics())
    found.push_back(d.code + ":" + std::to_string(d.where.begin.line));
  return found;
}

std::string measured(const Partnership& partnership, const std::string& row,
                     const std::string& name, Date as_at) {
  return measures(partnership, row, as_at)[name];
}

using Codes = std::vector<std::string>;

const std::string planned = R"(audits:
  - id: neglect
    title: Neglect
    by: qa
    to: bmg
    planned:
      - {due: Q1 2022/23, in: plan-report, dated: 2022-03-31}
)";

std::string with_outcome(const std::string& outcome) {
  return planned + "    outcomes:\n      - {" + outcome + ", in: next-report, dated: 2023-09-30}\n";
}

}  // namespace

TEST_CASE("an audit is owed from the day of the document that plans it", "[audits]") {
  const Partnership partnership = with(planned);
  CHECK(expand_obligations(partnership, {.promised_by = Date(2022, 3, 30)}).empty());
  const auto owed = expand_obligations(partnership, {.promised_by = Date(2022, 3, 31)});
  REQUIRE(owed.size() == 1);
  CHECK(owed[0].id() == "audits/neglect/audit@2022-04..2022-06");
  CHECK(assess(owed, Date(2022, 6, 30))[0] == State::due);
  CHECK(assess(owed, Date(2022, 7, 1))[0] == State::overdue);
}

TEST_CASE("an audit that is planned and neither done nor explained is odd when its time is over",
          "[audits]") {
  CHECK(odd(with(planned), Date(2022, 6, 30)).empty());
  CHECK(odd(with(planned), Date(2022, 7, 1)) == Codes{"SG500"});
  const Partnership explained = with(with_outcome("outcome: not-done, reason: lack of capacity"));
  CHECK(odd(explained, Date(2023, 9, 29)) == Codes{"SG500"});
  CHECK(odd(explained, Date(2023, 9, 30)).empty());
  CHECK(measured(explained, "audits/neglect", "not done", Date(2023, 9, 30)) ==
        "lack of capacity (next-report)");
  CHECK(state_of_only(explained, "audits/neglect/audit", Date(2023, 9, 30)) == State::overdue);
  // A reason has words.
  CHECK(odd(with(with_outcome("outcome: not-done")), Date(2023, 9, 30)) == Codes{"SG500"});
}

TEST_CASE("what was given up is owed no more", "[audits]") {
  const Partnership gone = with(with_outcome("outcome: dropped, reason: no longer wanted"));
  CHECK(state_of_only(gone, "audits/neglect/audit", Date(2023, 9, 30)) == State::cancelled);
  CHECK(odd(gone, Date(2023, 9, 30)).empty());
}

TEST_CASE("how late an audit is, is said in quarters, from the least to the most", "[audits]") {
  const auto late = [](const std::string& date) {
    return measured(with(with_outcome("outcome: done, date: " + date)), "audits/neglect", "late",
                    Date(2023, 12, 31));
  };
  CHECK(late("30 June 2022") == "in time");
  CHECK(late("1 July 2022") == "1 quarter late");
  CHECK(late("Q4 2022/23") == "3 quarters late");
  CHECK(late("2022/23") == "0 to 3 quarters late");  // some day of the year: nobody says which
  CHECK(late("January 2022") == "in time");
  CHECK(measured(with(planned), "audits/neglect", "late", Date(2023, 1, 1)) ==
        "3 quarters, and not told of");
}

TEST_CASE("an audit without a date of its own is due in the year of its programme", "[audits]") {
  const Partnership partnership = with(R"(audit-programmes:
  - {id: p, title: P, period: 2020/21}
audits:
  - id: first
    title: Neglect
    planned: [{due: 2019/20, in: r1, dated: 2019-04-30}]
    outcomes: [{outcome: done, in: r1, dated: 2020-03-31}]
    re-audit: {in: r1, dated: 2020-03-31}
  - {id: a, title: A, programme: p, planned: [{in: r1, dated: 2020-03-31}]}
  - {id: again, title: B, programme: p, re-audit-of: first, planned: [{in: r1, dated: 2020-03-31}]}
)");
  CHECK(odd(partnership, Date(2021, 3, 31)).empty());
  CHECK(odd(partnership, Date(2021, 4, 1)) == Codes{"SG504", "SG500"});
}

TEST_CASE("an audit that no document planned is odd only once it is told of", "[audits]") {
  const Partnership partnership = with(R"(audits:
  - id: neglect
    title: Neglect
    outcomes:
      - {outcome: done, date: May 2022, in: report, dated: 2022-09-30}
)");
  CHECK(odd(partnership, Date(2022, 5, 30)).empty());
  CHECK(odd(partnership, Date(2022, 5, 31)) == Codes{"SG501"});
  CHECK(register_findings(partnership, Date(2022, 5, 31), Date(2022, 9, 29)).empty());
}

TEST_CASE("an audit that is moved is owed by its new day", "[audits]") {
  const Partnership partnership = with(planned +
                                       "      - {due: Q3 2022/23, in: next-report, dated: "
                                       "2022-09-30, reason: an inspection}\n");
  CHECK(state_of_only(partnership, "audits/neglect/audit", Date(2022, 9, 29)) == State::overdue);
  CHECK(state_of_only(partnership, "audits/neglect/audit", Date(2022, 12, 31)) == State::due);
  CHECK(odd(partnership, Date(2022, 12, 31)).empty());
  CHECK(odd(partnership, Date(2023, 1, 1)) == Codes{"SG500"});
  CHECK(measured(partnership, "audits/neglect", "planned", Date(2022, 12, 31)) ==
        "for Q1 2022/23 (plan-report); then for Q3 2022/23 (next-report): an inspection");
}

TEST_CASE("an audit that is planned as one thing and becomes less is weakened", "[audits]") {
  const auto with_kinds = [](const std::string& first, const std::string& then) {
    return odd(with("audits:\n  - id: a\n    title: A\n    planned:\n"
                    "      - {due: 2025/26, kind: " +
                    first + ", in: r1, dated: 2022-03-31}\n      - {due: 2025/26, kind: " + then +
                    ", in: r2, dated: 2022-09-30}\n"),
               Date(2023, 1, 1));
  };
  CHECK(with_kinds("multi-agency", "activity") == Codes{"SG503"});
  CHECK(with_kinds("multi-agency", "single-agency") == Codes{"SG503"});
  CHECK(with_kinds("single-agency", "self-assessment") == Codes{"SG503"});
  // Who is across the border does not make it more.
  CHECK(with_kinds("cross-authority", "multi-agency").empty());
  CHECK(with_kinds("activity", "multi-agency").empty());
}

TEST_CASE("an audit graded worse than the last of its theme on the same scale is odd", "[audits]") {
  const auto graded = [](const std::string& scale, const std::string& first,
                         const std::string& then, const std::string& theme = "neglect") {
    return with(
        "audits:\n  - id: a\n    title: A\n    theme: neglect\n    scale: section-175\n"
        "    planned: [{due: 2019/20, in: r1, dated: 2019-04-30}]\n"
        "    outcomes: [{outcome: done, date: March 2020, in: r1, dated: 2020-09-30, "
        "grade: " +
        first + "}]\n  - id: b\n    title: B\n    theme: " + theme + "\n    scale: " + scale +
        "\n    planned: [{due: 2021/22, in: r2, dated: 2021-04-30}]\n"
        "    outcomes: [{outcome: done, date: March 2022, in: r2, dated: 2022-09-30, "
        "grade: " +
        then + "}]\n");
  };
  const Date after(2022, 10, 1);
  CHECK(odd(graded("section-175", "green", "amber"), after) == Codes{"SG502"});
  CHECK(odd(graded("section-175", "green", "amber", "Neglect"), after) == Codes{"SG502"});
  CHECK(odd(graded("section-175", "amber", "amber"), after).empty());
  CHECK(odd(graded("section-175", "red", "amber"), after).empty());
  CHECK(odd(graded("section-175", "green", "amber", "exploitation"), after).empty());
  CHECK(odd(graded("rag-progress", "green", "amber"), after).empty());  // another scale
  // Before the second was graded, nobody could have seen it.
  CHECK(odd(graded("section-175", "green", "amber"), Date(2022, 3, 30)).empty());
}

TEST_CASE("a grade that falls between two documents of one audit is odd", "[audits]") {
  const Partnership partnership = with(R"(audits:
  - id: a
    title: A
    scale: section-175
    planned: [{due: 2019/20, in: r1, dated: 2019-04-30}]
    outcomes:
      - {outcome: done, in: r1, dated: 2020-09-30, grade: green}
      - {outcome: done, in: r2, dated: 2021-09-30, grade: R}
)");
  CHECK(odd(partnership, Date(2021, 9, 29)).empty());
  CHECK(odd(partnership, Date(2021, 9, 30)) == Codes{"SG502"});
  CHECK(measured(partnership, "audits/a", "graded", Date(2021, 9, 30)) ==
        "R red on section-175 (r2)");
}

TEST_CASE("a re-audit is owed by the audit that promised it, and kept by the one that does it",
          "[audits]") {
  const std::string first = R"(audits:
  - id: first
    title: Neglect
    planned: [{due: 2019/20, in: r1, dated: 2019-04-30}]
    outcomes: [{outcome: done, in: r2, dated: 2020-09-30}]
    re-audit: {due: Q4 2020/21, in: r2, dated: 2020-09-30}
)";
  const std::string again = R"(  - id: again
    title: Neglect again
    re-audit-of: first
    planned: [{due: Q4 2020/21, in: r2, dated: 2020-09-30}]
)";
  const Date over(2021, 4, 1);
  CHECK(state_of_only(with(first), "audits/first/re-audit", over) == State::overdue);
  CHECK(odd(with(first), over) == Codes{"SG504"});
  CHECK(odd(with(first), Date(2021, 3, 31)).empty());
  // The row of the re-audit owes nothing beside it, and what is odd is said once.
  CHECK(expand_obligations(with(first + again)).size() == 2);
  CHECK(odd(with(first + again), over) == Codes{"SG504"});
  const Partnership done =
      with(first + again +
           "    outcomes: [{outcome: done, date: May 2021, in: r3, dated: 2021-09-30}]\n");
  CHECK(state_of_only(done, "audits/first/re-audit", Date(2021, 5, 30)) == State::overdue);
  CHECK(state_of_only(done, "audits/first/re-audit", Date(2021, 5, 31)) == State::received_late);
  CHECK(odd(done, Date(2021, 5, 31)).empty());
  CHECK(measured(done, "audits/first", "re-audit", Date(2021, 5, 31)) ==
        "promised for 'Q4 2020/21', done by 31 May 2021 (again)");
}

TEST_CASE("what a commitment promises already is not owed twice", "[audits]") {
  const Partnership partnership = with(R"(commitments:
  - {id: c, made-in: r1, dated: 2020-09-30, text: We will audit neglect, by: qa, due: 2020/21}
audits:
  - id: a
    title: A
    planned: [{due: Towards the end of the year, in: r1, dated: 2020-09-30, commitment: c}]
)");
  CHECK(expand_obligations(partnership).size() == 1);
  CHECK(odd(partnership, Date(2021, 3, 31)).empty());
  CHECK(odd(partnership, Date(2021, 4, 1)) == Codes{"SG500"});  // by the day of the commitment
}

TEST_CASE("actions count from the document that tells what was found, whatever planned the audit",
          "[audits]") {
  const Partnership partnership = with(R"(audits:
  - id: a
    title: A
    by: qa
    planned: [{due: in three months, in: r1, dated: 2019-04-30}]
    outcomes:
      - outcome: done
        in: r2
        dated: 2020-09-30
        findings: [Delays, {text: Good attendance, kind: works-well}]
        actions:
          - {id: plan, what: An action plan, due: in three months}
)");
  const auto all = expand_obligations(partnership);
  REQUIRE(all.size() == 2);
  CHECK(all[0].id() == "audits/a/audit@2019-07-30");
  CHECK(all[1].id() == "audits/a.actions/plan@2020-12-30");
  CHECK(expand_obligations(partnership, {.promised_by = Date(2020, 9, 29)}).size() == 1);
  CHECK(measured(partnership, "audits/a", "findings", Date(2020, 9, 30)) ==
        "1 to improve, 1 working well");
  CHECK(measured(partnership, "audits/a", "actions done", Date(2020, 9, 30)) == "0 of 1 (0 %)");
  CHECK(measured(partnership, "audits/a", "findings", Date(2020, 9, 29)) == "");
}

TEST_CASE("what an audit cannot be is said where it stands", "[audits]") {
  CHECK(wrong("audits:\n  - id: a\n    title: A\n    outcomes:\n"
              "      - {outcome: done, in: r1, dated: 2020-09-30, grade: amber}\n") ==
        Codes{"SG189:7"});
  CHECK(wrong("audits:\n  - id: a\n    title: A\n    scale: brag\n    outcomes:\n"
              "      - {outcome: done, in: r1, dated: 2020-09-30, grade: purple}\n") ==
        Codes{"SG189:8"});
  CHECK(wrong("audits:\n  - id: a\n    title: A\n    outcomes:\n"
              "      - {outcome: dropped, in: r1, dated: 2020-09-30, actions: [{id: x, what: X}]}"
              "\n") == Codes{"SG190:7"});
  CHECK(wrong("audits:\n  - id: a\n    title: A\n    outcomes:\n"
              "      - {outcome: done, in: r1, dated: 2020-09-30}\n"
              "      - {outcome: not-done, in: r1, dated: 2020-09-30}\n") == Codes{"SG170:8"});
  CHECK(wrong("audits:\n  - {id: a, title: A, re-audit-of: b}\n  - {id: b, title: B, "
              "re-audit-of: a}\n") == Codes{"SG164:5"});
  CHECK(wrong("audits:\n  - {id: a, title: A, re-audit-of: a}\n") == Codes{"SG164:4"});
}

TEST_CASE("a programme counts what was planned for it, done, explained and not told of",
          "[audits]") {
  const Partnership partnership = with(R"(audit-programmes:
  - id: p
    title: Programme
    by: qa
    to: bmg
    period: 2021/22
    promised:
      - {number: 4, in: r1, dated: 2021-04-30}
      - {what: meetings, number: 8, in: r1, dated: 2021-04-30}
    told:
      - {number: 3, date: 2021/22, in: r2, dated: 2022-09-30, reason: lack of capacity}
audits:
  - {id: a, title: A, programme: p, planned: [{due: 2021/22, in: r1, dated: 2021-04-30}],
     outcomes: [{outcome: done, date: May 2021, in: r2, dated: 2022-09-30}]}
  - {id: b, title: B, programme: p, planned: [{due: 2021/22, in: r1, dated: 2021-04-30}],
     outcomes: [{outcome: not-done, reason: an inspection, in: r2, dated: 2022-09-30}]}
  - {id: c, title: C, programme: p, planned: [{due: Q2 2021/22, in: r1, dated: 2021-04-30}]}
  - {id: d, title: D, programme: p,
     outcomes: [{outcome: done, date: June 2021, in: r2, dated: 2022-09-30}]}
  - {id: e, title: E, planned: [{due: 2021/22, in: r1, dated: 2021-04-30}],
     outcomes: [{outcome: done, date: May 2021, in: r2, dated: 2022-09-30}]}
)");
  const auto after = measures(partnership, "audit-programmes/p", Date(2022, 9, 30));
  CHECK(after.at("promised") == "4 audits, 8 meetings");
  CHECK(after.at("done of those planned") == "1 of 3 (33.3 %)");
  CHECK(after.at("done unplanned") == "1");
  CHECK(after.at("not done, with a reason") == "1");
  CHECK(after.at("nothing told of") == "1");
  CHECK(after.at("told") == "3 audits (r2): lack of capacity");
  const auto before = measures(partnership, "audit-programmes/p", Date(2021, 4, 30));
  CHECK(before.at("done of those planned") == "0 of 3 (0 %)");
  CHECK(before.count("nothing told of") == 0);
  CHECK(before.count("told") == 0);
  CHECK(measures(partnership, "audit-programmes/p", Date(2021, 4, 29)).empty());

  const auto of_programme = [&](Date day) {
    Codes codes;
    for (const Diagnostic& d : register_findings(partnership, day))
      if (d.path.starts_with("audit-programmes")) codes.push_back(d.code);
    return codes;
  };
  CHECK(of_programme(Date(2022, 3, 30)).empty());  // the year is not over, and nothing is told
  // 4 promised, 3 told of; 3 told of, 2 listed. Of meetings nothing is told.
  CHECK(of_programme(Date(2022, 9, 30)) == Codes{"SG505", "SG506"});
  CHECK(state_of_only(partnership, "audit-programmes/p/audits", Date(2022, 9, 30)) ==
        State::overdue);
}

TEST_CASE("a programme that keeps its number is received", "[audits]") {
  const Partnership partnership = with(R"(audit-programmes:
  - id: p
    title: Programme
    by: qa
    period: 2021/22
    promised: [{what: meetings, number: 8, in: r1, dated: 2021-04-30}]
    told: [{what: meetings, number: 8, date: March 2022, in: r2, dated: 2022-09-30}]
)");
  CHECK(state_of_only(partnership, "audit-programmes/p/meetings", Date(2022, 3, 31)) ==
        State::received);
  CHECK(odd(partnership, Date(2023, 1, 1)).empty());
  CHECK(wrong("audit-programmes:\n  - id: p\n    title: P\n    period: 2021/22\n    promised:\n"
              "      - {number: 4, in: r1, dated: 2021-04-30}\n"
              "      - {number: 5, in: r1, dated: 2021-04-30}\n") == Codes{"SG161:9"});
}
