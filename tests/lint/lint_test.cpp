// Lint as a whole: what is let stand, what is asked for, in which order, and of what day.
// SPDX-License-Identifier: Apache-2.0
//
// What each rule says is on its page, and read/code_pages_test.cpp holds the two together.

#include <algorithm>
#include <filesystem>
#include <optional>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include <safegov/lint.hpp>

#include "lint/catalogue.hpp"
#include "markdown.hpp"
#include "partnership.hpp"

using namespace safegov;
using namespace safegov::test;

namespace {

using Strings = std::vector<std::string>;

const Date day(2020, 3, 1);

/// Two reports of qa to itself, and one to bmg: two of self-report, nothing else of the plan.
const char* const self_reports =
    "- {what: Audit, id: audit, to: qa, due: Oct 2019}\n"
    "- {what: Survey, id: survey, to: qa, due: Oct 2019}\n"
    "- {what: Report, to: bmg, due: Oct 2020}\n";

/// `lines` of YAML stand under `allow`.
std::string allow(const std::string& lines) {
  std::string text = "allow:\n";
  std::istringstream in(lines);
  for (std::string line; std::getline(in, line);) text += "  " + line + "\n";
  return text;
}

std::vector<Source> sources(const std::string& in_plan = {}, const std::string& in_partnership = {},
                            const std::string& promises = self_reports) {
  return {{"partnership.yaml", small_partnership + in_partnership},
          {"plan.yaml", small_plan(promises, in_plan)}};
}

Partnership with(const std::string& in_plan = {}, const std::string& in_partnership = {},
                 const std::string& promises = self_reports) {
  return sound(sources(in_plan, in_partnership, promises));
}

/// `SG303 p/1.1/audit`, in their order.
Strings told(const LintReport& report) {
  Strings all;
  for (const Finding& finding : report.findings)
    all.push_back(finding.what.code + " " + finding.about);
  return all;
}
Strings let_stand(const LintReport& report) {
  Strings all;
  for (const Allowed& allowed : report.allowed)
    all.push_back(allowed.finding.what.code + " " + allowed.finding.about);
  return all;
}

const LintOptions only_self_report{.only = {"self-report"}};

Strings lines_of(const Diagnostics& diagnostics) {
  Strings all;
  for (const Diagnostic& d : diagnostics) all.push_back(d.code + " " + d.message + "; " + d.help);
  return all;
}

/// Decisions that were taken on Saturdays.
Source saturdays() {
  return {"decisions.yaml",
          "safegov: 1\npartnership: example\ndecisions:\n"
          "  - {id: 1, text: The plan was agreed, by: board, date: 20 July 2019}\n"
          "  - {id: 2, text: The budget was agreed, by: board, date: 27 July 2019}\n"};
}

Partnership with_decisions(const std::string& in_partnership) {
  auto all = sources({}, in_partnership);
  all.push_back(saturdays());
  return sound(std::move(all));
}

}  // namespace

// ---- what is let stand ----

TEST_CASE("what is let stand at a promise stands there only, and is kept with its reason",
          "[lint]") {
  const Partnership p =
      with(allow("- {rule: self-report, at: p/1.1/audit, reason: by its terms of reference}"));
  const LintReport report = lint(p, day);
  CHECK(told(report) == Strings{"SG303 p/1.1/survey"});
  REQUIRE(let_stand(report) == Strings{"SG303 p/1.1/audit"});
  REQUIRE(report.allowed[0].by == &p.plans()[0].allow[0]);
  CHECK(report.allowed[0].by->reason == "by its terms of reference");
}

TEST_CASE("what is let stand at an action, an objective or a plan stands in all of it", "[lint]") {
  for (const char* at : {"p/1.1", "p/1", "p"}) {
    CAPTURE(at);
    const LintReport report =
        lint(with(allow("- {rule: SG303, at: " + std::string(at) + ", reason: so}")), day);
    CHECK(told(report).empty());
    CHECK(let_stand(report) == Strings{"SG303 p/1.1/audit", "SG303 p/1.1/survey"});
  }
}

TEST_CASE("what is let stand at one action is not let stand at another that begins like it",
          "[lint]") {
  std::string plan = "safegov: 1\npartnership: example\nplan: p\n" +
                     allow("- {rule: self-report, at: p/1.1, reason: so}") +
                     "objectives:\n  - no: 1\n    actions:\n";
  for (int i = 1; i <= 11; ++i)
    plan += "      - no: \"1." + std::to_string(i) +
            "\"\n        lead: " + (i % 2 == 0 ? "qa" : "bmg") +
            "\n        promises:\n          - {what: Report, to: " + (i % 2 == 0 ? "qa" : "bmg") +
            ", due: Oct 2019}\n";
  const LintReport report = lint(
      sound({{"partnership.yaml", small_partnership}, {"plan.yaml", plan}}), day, only_self_report);
  CHECK(let_stand(report) == Strings{"SG303 p/1.1/bmg"});
  CHECK(report.findings.size() == 10);
}

TEST_CASE("without a place it is let stand in all of the plan, or of the partnership", "[lint]") {
  const std::string rule = allow("- {rule: self-report, reason: so}");
  for (const Partnership& p : {with(rule), with({}, rule)}) {
    const LintReport report = lint(p, day);
    CHECK(told(report).empty());
    CHECK(report.allowed.size() == 2);
  }
  // Of another plan it says nothing.
  auto two = sources(rule);
  std::string other = small_plan(self_reports);
  other.replace(other.find("plan: p\n"), 8, "plan: q\n");
  two.push_back({"other.yaml", other});
  CHECK(told(lint(sound(std::move(two)), day)) ==
        Strings{"SG303 q/1.1/audit", "SG303 q/1.1/survey"});
}

TEST_CASE("a body's own oddity is let stand at the body", "[lint]") {
  const std::string bodies = "  - id: forum\n  - id: network\n";
  CHECK(told(lint(with({}, bodies), day, {.only = {"no-route"}})) ==
        Strings{"SG322 forum", "SG322 network"});
  const std::string rule = allow("- {rule: no-route, at: forum, reason: it is the county's}");
  const LintReport report = lint(with({}, bodies + rule), day, {.only = {"no-route"}});
  CHECK(told(report) == Strings{"SG322 network"});
  CHECK(let_stand(report) == Strings{"SG322 forum"});
}

TEST_CASE("what is odd in registers is let stand at a row, or at the register", "[lint]") {
  const LintOptions weekends{.only = {"decided-at-weekend"}};
  CHECK(told(lint(with_decisions({}), day, weekends)) ==
        Strings{"SG401 decisions/1", "SG401 decisions/2"});

  const LintReport row = lint(
      with_decisions(allow("- {rule: decided-at-weekend, at: decisions/2, reason: by letter}")),
      day, weekends);
  CHECK(told(row) == Strings{"SG401 decisions/1"});
  CHECK(let_stand(row) == Strings{"SG401 decisions/2"});

  const LintReport all =
      lint(with_decisions(allow("- {rule: decided-at-weekend, at: decisions, reason: by letter}")),
           day, weekends);
  CHECK(told(all).empty());
  CHECK(all.allowed.size() == 2);
}

TEST_CASE("it is let stand up to its last day, and is told of after that", "[lint]") {
  const Partnership p = with(allow("- {rule: self-report, reason: so, until: 2020-03-01}"));
  CHECK(told(lint(p, Date(2020, 3, 1))).empty());
  const LintReport after = lint(p, Date(2020, 3, 2));
  CHECK(told(after) == Strings{"SG390 p", "SG303 p/1.1/audit", "SG303 p/1.1/survey"});
  CHECK(after.allowed.empty());
  CHECK(after.findings[0].what.message == "it has let nothing stand since 2020-03-01");
}

TEST_CASE("an allowance that lets nothing stand is told of", "[lint]") {
  const LintReport report =
      lint(with(allow("- {rule: no-lead, reason: so}\n- {rule: self-report, reason: so}")), day);
  REQUIRE(told(report) == Strings{"SG390 p"});
  const Diagnostic& idle = report.findings[0].what;
  CHECK(idle.message == "there is no 'no-lead' that it lets stand");
  CHECK(idle.path == "plans[0].allow[0]");
  CHECK(idle.where.begin.line == 5);
  CHECK(idle.help == "take it out");

  // Of the second of two that say the same, too.
  CHECK(told(lint(with(allow("- {rule: self-report, reason: so}\n- {rule: SG303, reason: so}")),
                  day)) == Strings{"SG390 p"});
  // Whichever other rules are asked; but not unless that is, or if it is let stand itself.
  const Partnership p = with(allow("- {rule: no-lead, reason: so}"));
  CHECK(told(lint(p, day, {.only = {"idle-allowance"}})) == Strings{"SG390 p"});
  CHECK(told(lint(p, day, {.only = {"no-date", "idle-allowance"}})) == Strings{"SG390 p"});
  CHECK(told(lint(with(allow("- {rule: self-report, reason: so}")), day,
                  {.only = {"idle-allowance"}}))
            .empty());
  CHECK(told(lint(p, day, {.only = {"no-lead"}})).empty());
  CHECK(told(lint(p, day, {.only = {"no-lead", "idle-allowance"}})) == Strings{"SG390 p"});
  CHECK(told(lint(p, day, {.allow = {"idle-allowance", "self-report"}})).empty());
}

TEST_CASE("an allowance for what there is no rule or place of is unsound", "[lint]") {
  const auto problems = [](const std::string& rule) {
    return lines_of(read_sources(sources(allow(rule))).diagnostics());
  };
  CHECK(problems("- {rule: self-reprot, reason: so}") ==
        Strings{"SG102 no rule is called 'self-reprot'; did you mean 'self-report'?"});
  CHECK(problems("- {rule: wisdom-of-owls, reason: so}") ==
        Strings{"SG102 no rule is called 'wisdom-of-owls'; write a code as lint prints it, or its "
                "name"});
  const Strings nowhere = problems("- {rule: self-report, at: p/9.9, reason: so}");
  REQUIRE(nowhere.size() == 1);
  CHECK(nowhere[0].starts_with("SG103 nothing is called 'p/9.9'; write the id of"));
  // A meeting is in no plan, and nothing would be let stand there.
  std::vector<Source> with_meeting =
      sources(allow("- {rule: self-report, at: met of Oct 2019, reason: so}"),
              "  - id: met\n    meets: Oct 2019\n");
  const Strings meeting = lines_of(read_sources(std::move(with_meeting)).diagnostics());
  REQUIRE(meeting.size() == 1);
  CHECK(meeting[0].starts_with("SG116 no rule speaks of 'met of Oct 2019', a meeting"));
  CHECK(problems("- {rule: unknown-reference, reason: so}") ==
        Strings{"SG018 unknown-reference cannot be let stand: nothing is said of what is unsound; "
                "mend it"});
  const Strings reasonless = problems("- {rule: self-report}");
  REQUIRE(reasonless.size() == 1);
  CHECK(reasonless[0].starts_with("SG016 "));
}

// ---- what is asked for ----

TEST_CASE("only the rules that are asked for are held, by code or name", "[lint]") {
  const Partnership p = with({}, "  - id: forum\n");
  CHECK(told(lint(p, day)) == Strings{"SG322 forum", "SG303 p/1.1/audit", "SG303 p/1.1/survey"});
  for (const char* name : {"SG303", "sg303", "self-report"})
    CHECK(told(lint(p, day, {.only = {name}})) ==
          Strings{"SG303 p/1.1/audit", "SG303 p/1.1/survey"});
  CHECK(told(lint(p, day, {.only = {"no-route", "self-report"}})).size() == 3);
}

TEST_CASE("what the call lets stand is kept, without an allowance", "[lint]") {
  const Partnership p = with(allow("- {rule: self-report, at: p/1.1/audit, reason: so}"));
  const LintReport report = lint(p, day, {.allow = {"SG303"}});
  CHECK(told(report).empty());
  REQUIRE(let_stand(report) == Strings{"SG303 p/1.1/audit", "SG303 p/1.1/survey"});
  CHECK(report.allowed[0].by == &p.plans()[0].allow[0]);
  CHECK(report.allowed[1].by == nullptr);
}

TEST_CASE("a rule that there is not cannot be asked for", "[lint]") {
  const Partnership p = with();
  CHECK_THROWS_AS(lint(p, day, {.only = {"self-reprot"}}), std::invalid_argument);
  CHECK_THROWS_AS(lint(p, day, {.allow = {"SG999"}}), std::invalid_argument);
}

// ---- what is among the findings, and in which order ----

TEST_CASE("findings stand by file, line and column, then by code", "[lint]") {
  const LintReport report = lint(nottingham(), Date(2019, 11, 1));
  REQUIRE(report.findings.size() > 20);
  const auto key = [](const Finding& f) {
    return std::tuple(std::string(f.what.where.name()), f.what.where.begin.line,
                      f.what.where.begin.column, f.what.code);
  };
  for (std::size_t i = 1; i < report.findings.size(); ++i) {
    CAPTURE(i, report.findings[i].what.message);
    CHECK(key(report.findings[i - 1]) <= key(report.findings[i]));
  }
}

TEST_CASE("two rules that say something of one place stand by their codes", "[lint]") {
  // Both are said of `what`.
  const LintReport report = lint(with({}, {}, "- {what: Report, id: report}\n"), day);
  CHECK(told(report) == Strings{"SG210 p/1.1/report", "SG305 p/1.1/report"});
  CHECK(report.count(Severity::warning) == 1);
  CHECK(report.count(Severity::note) == 1);
  CHECK(report.count(Severity::error) == 0);
}

TEST_CASE("every finding has a place, a path and a thing that it is about", "[lint]") {
  for (const Finding& finding : lint(nottingham(), Date(2019, 11, 1)).findings) {
    CAPTURE(finding.what.code, finding.what.message);
    CHECK(finding.what.where);
    CHECK(!finding.what.path.empty());
    CHECK(!finding.about.empty());
    CHECK(!finding.what.help.empty());
  }
}

TEST_CASE("what registers find and what reading remarked is among the findings", "[lint]") {
  auto all = sources({}, {}, "- {what: Report, to: bmg, due: in the new year}\n");
  all.push_back(saturdays());
  auto read = read_sources(all);
  REQUIRE(read);
  REQUIRE(!read.diagnostics().empty());
  CHECK(told(lint(*read, day)) == Strings{"SG401 decisions/1", "SG401 decisions/2"});

  Diagnostics remarks = read.diagnostics();
  remarks.push_back({.code = "SG102", .severity = Severity::error, .message = "not sound"});
  const LintReport report = lint(*read, day, {}, remarks);
  CHECK(std::ranges::count(told(report), std::string("SG401 decisions/2")) == 1);
  const auto codes_told = told(report);
  CHECK(std::ranges::any_of(codes_told, [](const auto& t) { return t.starts_with("SG106"); }));
  // What made something unsound is not a finding.
  CHECK(std::ranges::none_of(codes_told, [](const auto& t) { return t.starts_with("SG102"); }));
  CHECK(told(lint(*read, day, {.only = {"no-lead"}}, remarks)).empty());
  const LintReport allowed = lint(*read, day, {.allow = {"unresolved-deadline"}}, remarks);
  CHECK(allowed.allowed.size() == 1);
}

// ---- of which day ----

TEST_CASE("what had not happened, or was not yet known, is not looked at", "[lint]") {
  const std::string due = "- {what: Report, to: bmg, due: 'June 2019, July 2019, Oct 2019'}\n";
  auto all = sources({}, {}, due);
  all.push_back({"records.yaml", small_records("- received: p/1.1/bmg of June 2019\n"
                                               "  date: 2019-12-02\n"
                                               "  recorded: 2020-01-10\n")});
  const Partnership p = sound(all);
  const auto found = [&](Date as_at, std::optional<Date> known_at = {}) {
    return told(lint(p, as_at, {.only = {"nothing-recorded"}, .known_at = known_at}));
  };
  CHECK(found(Date(2019, 10, 31)).empty());  // two are overdue by then
  CHECK(found(Date(2019, 12, 1)) == Strings{"SG222 p"});
  CHECK(found(Date(2019, 12, 2)).empty());
  CHECK(found(Date(2020, 3, 1), Date(2020, 1, 9)) == Strings{"SG222 p"});
  CHECK(found(Date(2020, 3, 1), Date(2020, 1, 10)).empty());
}

TEST_CASE("a rating of another plan, or of a later day, is no word on this one", "[lint]") {
  const std::string due = "- {what: Report, to: bmg, due: 'June 2019, July 2019, Oct 2019'}\n";
  auto all = sources({}, {}, due);
  std::string other = small_plan("- {what: Report, to: bmg, due: June 2019}\n");
  other.replace(other.find("plan: p\n"), 8, "plan: q\n");
  all.push_back({"other.yaml", other});
  const auto found = [&](const std::string& about, Date as_at) {
    auto rated = all;
    rated.push_back({"records.yaml",
                     small_records("- {rated: " + about + ", rating: red, date: 2020-01-10}\n")});
    return told(lint(sound(std::move(rated)), as_at, {.only = {"nothing-recorded"}}));
  };
  CHECK(found("p/1.1", day).empty());
  CHECK(found("p", day).empty());
  CHECK(found("p/1.1", Date(2020, 1, 9)) == Strings{"SG222 p"});
  CHECK(found("q/1.1", day) == Strings{"SG222 p"});
}

TEST_CASE("lint looks at the structure of the day", "[lint]") {
  const Partnership p = with({}, "  - id: forum\n    until: 2020-06-30\n");
  const LintOptions routes{.only = {"no-route"}};
  CHECK(told(lint(p, Date(2020, 6, 30), routes)) == Strings{"SG322 forum"});
  CHECK(told(lint(p, Date(2020, 7, 1), routes)).empty());
}

// ---- what is hardly there ----

TEST_CASE("a partnership without plans is read as far as there is something", "[lint]") {
  const Partnership p = sound({{"partnership.yaml", small_partnership}});
  CHECK(told(lint(p, day)).empty());
}

TEST_CASE("a partnership of a name alone has no top, and nothing else is said", "[lint]") {
  Partnership::Parts parts;
  parts.arrangements = {.id = "example", .name = "Example"};
  const Partnership p = Partnership::make(std::move(parts)).value();
  CHECK(told(lint(p, day)) == Strings{"SG320 example"});
}

TEST_CASE("what was made in a program is found by paths and ids, without places", "[lint]") {
  Partnership::Parts parts;
  parts.arrangements = {
      .id = "example",
      .name = "Example",
      .top = {"board"},
      .allow = {{.rule = "no-receiver", .reason = "as printed"}},
      .bodies = {{.id = "board"}, {.id = "qa", .reports_to = {{.to = {"board"}}}}}};
  Plan plan;
  plan.id = "p";
  Action action;
  action.no = "1.1";
  action.lead = {"qa"};
  action.promises = {{.what = "Audit", .to = {"qa"}, .due = "Oct 2019"},
                     {.id = "tool", .what = "Tool", .due = "Oct 2019"}};
  plan.objectives = {{.no = "1", .actions = {action}}};
  parts.plans = {plan};
  const Partnership p = Partnership::make(std::move(parts)).value();
  const LintReport report = lint(p, day);
  REQUIRE(told(report) == Strings{"SG303 p/1.1/qa"});
  CHECK(!report.findings[0].what.where);
  CHECK(report.findings[0].what.path == "plans[0].objectives[0].actions[0].promises[0].to");
  CHECK(let_stand(report) == Strings{"SG305 p/1.1/tool"});
}

// ---- faults of rules that no page can show ----

TEST_CASE("a day before all that the calendar covers has no working day before it", "[lint]") {
  // 1 January 2012, a Sunday, is the first day that the calendar has.
  const LintReport report = lint(with({}, {}, "- {what: Report, to: bmg, due: 1 January 2012}\n"),
                                 day, {.only = {"non-working-day"}});
  REQUIRE(told(report) == Strings{"SG217 p/1.1/bmg"});
  CHECK(report.findings[0].what.help == "say a working day");
}

TEST_CASE("every line that leads to nobody is told of where it stands", "[lint]") {
  const LintReport report =
      lint(with({},
                "  - id: old\n    until: 2019-06-30\n    reports-to: board\n  - id: new\n    "
                "reports-to: board\n    scrutinises: old\n"),
           day, {.only = {"line-to-nobody"}});
  REQUIRE(told(report) == Strings{"SG325 new"});
  const Diagnostic& found = report.findings[0].what;
  CHECK(found.message ==
        "'new' has a line to 'old', which is not there, and which nobody took over");
  CHECK(found.path == "bodies[4].scrutinises");
  CHECK(found.where.begin.line == 19);
}

TEST_CASE("of three bodies the two that share a name at a time are told of", "[lint]") {
  const auto body = [](const std::string& id, const std::string& more) {
    return "  - id: " + id + "\n    name: Scrutiny Group\n    reports-to: board\n" + more;
  };
  const Partnership p =
      with({}, body("a", "    until: 2018-12-31\n") + body("b", "    from: 2019-01-01\n") +
                   body("c", "    from: 2019-06-01\n"));
  const LintReport report = lint(p, day, {.only = {"same-name"}});
  REQUIRE(told(report) == Strings{"SG313 c"});
  CHECK(report.findings[0].what.message == "'c' and 'b' are both called 'Scrutiny Group'");
}

// ---- the catalogue ----

TEST_CASE("every rule has a file of its own, and every page a rule", "[lint]") {
  namespace fs = std::filesystem;
  const fs::path lint_folder = fs::path(SAFEGOV_SOURCE_DIR) / "src" / "lint";
  // A rule's function is named as its file; its code's name may be in the singular.
  const auto rules = internal::lint_catalogue();
  std::set<std::string> files;
  for (const auto& entry : fs::directory_iterator(lint_folder / "rules"))
    files.insert(entry.path().stem().string());
  CHECK(files.size() == rules.size());
  const std::string catalogue = file_text((lint_folder / "catalogue.cpp").string());
  for (const std::string& file : files) {
    CAPTURE(file);
    CHECK(catalogue.find("rules::" + file + "}") != std::string::npos);
    CHECK(file_text((lint_folder / "rules" / (file + ".cpp")).string())
              .find("void " + file + "(const LintInput& in, RuleFindings& findings)") !=
          std::string::npos);
  }

  std::set<std::string> known, pages;
  for (const Code* code : lint_rules())
    known.insert(std::string(code->id) + "-" + std::string(code->name));
  for (const auto& entry : fs::directory_iterator(lint_folder / "codes"))
    pages.insert(entry.path().stem().string());
  CHECK(pages == known);
  CHECK(known.size() == rules.size() + 1);  // and idle-allowance
}

TEST_CASE("every rule has an example from the sources, one from elsewhere and three near misses",
          "[lint]") {
  const auto has = [](std::string_view text, std::string_view part) {
    return text.find(part) != text.npos;
  };
  for (const Code* rule : lint_rules()) {
    CAPTURE(std::string(rule->id));
    const std::string mark = ": " + std::string(rule->id) + "\n";
    CHECK(std::ranges::count_if(blocks_of(rule->page),
                                [&](const Block& block) { return has(block.text, mark); }) >= 2);
    CHECK(has(rule->page, "\nFrom elsewhere, "));
    CHECK(has(rule->page, "\n## Source\n\n"));

    const std::size_t begins = rule->page.find("\n## When it is silent\n");
    REQUIRE(begins != rule->page.npos);
    const std::size_t ends = rule->page.find("\n## ", begins + 1);
    const auto silent = blocks_of(rule->page.substr(begins, ends - begins));
    CHECK(std::ranges::count_if(silent, [&](const Block& block) {
            return block.info == "yaml" && !has(block.text, mark);
          }) >= 3);
  }
}

TEST_CASE("rules stand in the order of their codes, each once, and none is an error", "[lint]") {
  const auto rules = lint_rules();
  for (std::size_t i = 1; i < rules.size(); ++i) CHECK(rules[i - 1]->id < rules[i]->id);
  for (const Code* rule : rules) CHECK(rule->severity != Severity::error);
}
