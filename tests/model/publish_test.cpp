// What is published: what goes, what stays masked, and that nothing becomes false by it.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <fstream>
#include <map>
#include <random>
#include <regex>

#include <safegov/assess.hpp>
#include <safegov/indicator.hpp>
#include <safegov/lint.hpp>
#include <safegov/occasion.hpp>
#include <safegov/publish.hpp>
#include <safegov/registers.hpp>
#include <safegov/report.hpp>
#include <safegov/review.hpp>

#include "partnership.hpp"

using namespace safegov;
using namespace safegov::test;

namespace {

const std::string bodies =
    "safegov: 1\npartnership: example\nname: Example\ntop: board\nbodies:\n"
    "  - {id: board, name: Executive Board, meets: 'June 2019, Oct 2019'}\n"
    "  - {id: bmg, name: Management Group, reports-to: board}\n";

Partnership of(const std::string& more_bodies, const std::string& plan,
               const std::string& records = "", const std::string& rows = "") {
  std::vector<Source> sources{{"partnership.yaml", bodies + more_bodies}};
  const std::string head = "safegov: 1\npartnership: example\n";
  if (!plan.empty()) sources.emplace_back("plan.yaml", head + plan);
  if (!records.empty()) sources.emplace_back("records.yaml", head + "records:\n" + records);
  if (!rows.empty()) sources.emplace_back("rows.yaml", head + rows);
  return sound(std::move(sources));
}

Published open(const Partnership& partnership, PublishOptions options = {}) {
  auto published = publish(partnership, options);
  INFO(printed(published.diagnostics()));
  REQUIRE(published);
  return std::move(published).value();
}

/// Every obligation's id and state.
std::map<std::string, std::string> states(const Partnership& partnership, Date as_at) {
  const Assessment assessment = assess(expand_obligations(partnership), as_at);
  std::map<std::string, std::string> out;
  for (std::size_t row = 0; row < assessment.size(); ++row)
    out[assessment.obligations()[row].id()] = to_string(assessment[row]);
  return out;
}

/// `left-out 12 risks --open risks`, a line each.
std::string listed(const Published& published) {
  std::string out;
  for (const Withheld& one : published.withheld)
    out += std::string(words_of<Withholding>()[static_cast<std::size_t>(one.how)]) + " " +
           in_words(one) + (open_with(one).empty() ? "" : " " + open_with(one)) + "\n";
  return out;
}

const std::string qa = "  - {id: qa, name: Quality Assurance, reports-to: bmg}\n";
const std::string plan =
    "plan: p\nobjectives:\n  - no: 1\n    actions:\n      - no: 1.1\n        lead: qa\n"
    "        promises:\n          - {what: Report, to: bmg, due: June 2019}\n"
    "          - {what: Figures, to: board, due: board of Oct 2019}\n";

}  // namespace

TEST_CASE("what is marked goes whole, with what it owes and what records say of it", "[publish]") {
  const auto whole =
      of(qa,
         plan +
             "      - no: 1.2\n        text: Look into it\n        audience: restricted\n"
             "        promises:\n          - {what: Findings, to: board, due: June 2019}\n",
         "  - {received: p/1.2/board of June 2019, date: 2019-06-20}\n"
         "  - {received: p/1.1/bmg of June 2019, date: 2019-06-20}\n");
  const Published out = open(whole);
  CHECK(out.partnership.plans()[0].objectives[0].actions.size() == 1);
  CHECK(out.partnership.records().size() == 1);
  CHECK(listed(out) == "left-out 1 action --audience restricted\nleft-out 1 record\n");
}

TEST_CASE("to whoever may see all, the partnership is as it is", "[publish]") {
  const auto whole = of(qa, plan, "", "risks: [{id: r1, event: It fails, owner: qa}]\n");
  const Published out = open(whole, {.audience = Audience::restricted});
  CHECK(out.partnership == whole);
  CHECK(out.withheld.empty());
}

TEST_CASE("a body that is marked stays, and is called nothing", "[publish]") {
  const auto whole =
      of("  - {id: qa, name: Quality Assurance, also-known-as: [QAG], was: audit, audience: "
         "restricted,\n     reports-to: [{to: bmg, condition: by exception}], meets: 'May 2019',\n"
         "     mandates: [{text: To look into cases}], note: A remark}\n",
         plan +
             "      - no: 1.2\n        promises:\n          - {what: Data, to: qa, from: bmg, "
             "due: qa of May 2019}\n",
         "  - {received: p/1.2/qa of May 2019, date: 2019-05-14, by: qa}\n"
         "  - {held: qa of May 2019, date: 2019-05-15}\n");
  const Published out = open(whole);
  const Body& body = out.partnership.bodies()[2];
  CHECK(body.id == "withheld-1");
  CHECK(body.name == "withheld");
  CHECK((body.was + body.note).empty());
  CHECK(body.also_known_as.empty());
  CHECK(body.mandates.empty());
  CHECK(body.reports_to[0].to.id == "bmg");
  CHECK(body.reports_to[0].condition == "withheld");
  CHECK(out.partnership.plans()[0].objectives[0].actions[0].lead.id == "withheld-1");
  CHECK(states(out.partnership, Date(2019, 7, 1)) ==
        std::map<std::string, std::string>{{"p/1.1/bmg@2019-06", "overdue"},
                                           {"p/1.1/board@2019-10", "not_due"},
                                           {"p/1.2/withheld-1@2019-05", "received"}});
}

TEST_CASE("a record that is marked stays, without its words", "[publish]") {
  const auto whole = of(qa, plan,
                        "  - {received: p/1.1/bmg of June 2019, date: 2019-06-20, by: bmg, "
                        "reference: 'Item 4', source: '001:2', id: r1, audience: restricted}\n"
                        "  - {retracted: r1, date: 2019-06-21, reason: It was another}\n");
  const Published out = open(whole);
  const Record& record = out.partnership.records()[0];
  CHECK(record.event.about == "p/1.1/bmg of June 2019");
  CHECK(record.reference == "withheld");  // there is evidence: a rule may ask for that
  CHECK((record.source + record.by.id).empty());
  CHECK(out.partnership.records()[1].event.about == record.id);
  CHECK(record.id != "r1");
  CHECK(out.partnership.records()[1].reason.empty());
}

TEST_CASE("a closed register is left out unless somebody opens it", "[publish]") {
  const auto whole = of(qa, plan, "",
                        "risks:\n  - {id: r1, event: It fails, owner: qa}\n"
                        "  - {id: r2, event: It falls, owner: qa, audience: restricted}\n");
  CHECK(open(whole).partnership.registers().empty());
  CHECK(listed(open(whole)) == "left-out 2 rows of risks --open risks\n");
  const Published opened = open(whole, {.open_registers = {"risks"}});
  CHECK(opened.partnership.registers()[0].size() == 1);
  CHECK(listed(opened) == "left-out 1 risk --audience restricted\n");
  const Published members = open(whole, {.audience = Audience::partnership});
  CHECK(members.partnership.registers()[0].size() == 1);
}

TEST_CASE("what minutes that are closed say came in does not become overdue", "[publish]") {
  const auto whole = of(qa, plan, "",
                        "minutes:\n  - {id: m1, body: board, date: 2019-06-27, kind: minutes, "
                        "meeting: June 2019,\n     items: [{no: 1, title: A case, receives: "
                        "['p/1.1/bmg of June 2019']}]}\n");
  const Published out = open(whole);
  CHECK(out.partnership.registers().empty());
  CHECK(states(out.partnership, Date(2019, 12, 1)) == states(whole, Date(2019, 12, 1)));
  for (const Record& record : out.partnership.records()) CHECK(record.reason.empty());
}

TEST_CASE("arrangements that are marked are not published at all", "[publish]") {
  const auto whole = sound({{"partnership.yaml", bodies + "audience: partnership\n"}});
  const auto refused = publish(whole);
  REQUIRE_FALSE(refused);
  CHECK(refused.diagnostics()[0].code == "SG118");
  CHECK(publish(whole, {.audience = Audience::partnership}));
}

TEST_CASE("one small number is suppressed, and another by which it could be told", "[publish]") {
  const std::string agencies = "  - {id: a, name: A}\n  - {id: b, name: B}\n  - {id: c, name: C}\n";
  const auto whole = of(agencies, "", "",
                        "events:\n  - {id: e, title: Training, kind: training, attended: 39, "
                        "attendance: [{agency: a, people: 4}, {agency: b, people: 15}, "
                        "{agency: c, people: 20}]}\n");
  const auto people = [](const Published& published) {
    std::vector<std::optional<int>> out;
    for (const EventAttendance& came : published.partnership.list<Occasion>()[0].attendance)
      out.push_back(came.people);
    return out;
  };
  CHECK(people(open(whole)) == std::vector<std::optional<int>>{{}, {}, 20});
  CHECK(people(open(whole, {.suppress_under = 0})) == std::vector<std::optional<int>>{4, 15, 20});
  CHECK(people(open(whole, {.suppress_under = 4})) == std::vector<std::optional<int>>{4, 15, 20});
  CHECK(people(open(whole, {.audience = Audience::partnership})) ==
        std::vector<std::optional<int>>{4, 15, 20});
  CHECK(listed(open(whole)) == "suppressed 2 numbers of events --audience partnership\n");
}

TEST_CASE("an event of few shows neither how many nor their average", "[publish]") {
  const auto whole = of("", "", "",
                        "events:\n  - {id: e, title: Training, kind: training, attended: 3, "
                        "sessions: 2, averages: [{of: staff, value: 1.5}]}\n"
                        "  - {id: f, title: Briefing, kind: briefing, printed: 3 practitioners}\n");
  const Published out = open(whole);
  for (const Occasion& event : out.partnership.list<Occasion>()) {
    CHECK_FALSE(event.attended);
    CHECK(event.printed.empty());
    CHECK(event.averages.empty());
  }
}

TEST_CASE("an indicator's small count goes with all that it could be told by", "[publish]") {
  const auto whole =
      of(qa, "", "",
         "indicators:\n  - {id: i, title: Reviews in time, unit: per-cent, due: June 2019, "
         "owner: qa, to: bmg,\n     values: [{period: 2018/19, value: 75%, numerator: 3, "
         "denominator: 4, dated: 2019-06-10},\n              {period: 2017/18, value: 75%, "
         "numerator: 30, denominator: 40, dated: 2018-06-10}]}\n");
  const Published out = open(whole);
  const auto& values = out.partnership.list<Indicator>()[0].values;
  CHECK_FALSE(values[0].value);
  CHECK_FALSE(values[0].numerator);
  CHECK_FALSE(values[0].denominator);
  CHECK(values[0].instead == Instead::suppressed);
  CHECK(values[1].value);
  // The return came in, whether or not its number is shown.
  CHECK(states(out.partnership, Date(2019, 12, 1)) == states(whole, Date(2019, 12, 1)));
}

TEST_CASE("a count of reviews that is small is left out", "[publish]") {
  const auto whole =
      of(qa, "", "",
         "documents: [{id: d, title: Report, kind: report}]\n"
         "reviews:\n  - {id: r1, kind: rapid-review, number: 3, period: 2018/19, in: "
         "d, dated: 2019-06-01}\n"
         "  - {id: r2, kind: rapid-review, number: 9, period: 2017/18, in: d, "
         "dated: 2019-06-01}\n");
  const Published out = open(whole, {.open_registers = {"reviews"}});
  CHECK(out.partnership.list<Review>().size() == 1);
  CHECK(out.partnership.list<Review>()[0].id == "r2");
}

TEST_CASE("lint says to an audience what is so of the whole, and only that", "[publish]") {
  const auto whole =
      of(qa,
         "plan: p\nobjectives:\n  - no: 1\n    actions:\n      - {no: 1.1, lead: qa, audience: "
         "restricted, promises: [{what: Report, to: bmg, due: June 2019}]}\n  - {no: 2}\n");
  const Published out = open(whole);
  const Date as_at(2019, 11, 1);
  const LintReport said = findings_for(lint(whole, as_at), lint(out.partnership, as_at));
  const auto of_objective = [&](const LintReport& report, const std::string& about) {
    return std::ranges::count_if(report.findings, [&](const Finding& f) {
      return f.what.code == "SG309" && f.about == about;
    });
  };
  CHECK(of_objective(lint(out.partnership, as_at), "p/1") == 1);  // false of the whole
  CHECK(of_objective(said, "p/1") == 0);
  CHECK(of_objective(said, "p/2") == of_objective(lint(whole, as_at), "p/2"));
}

TEST_CASE("the page says of every register whom it is for", "[publish]") {
  std::ifstream file(SAFEGOV_SOURCE_DIR "/docs/publication.md");
  std::map<std::string, std::string> said, is;
  for (std::string line; std::getline(file, line);) {
    static const std::regex row("\\| `([a-z-]+)` \\| `([a-z]+)` \\| .+ \\|");
    std::smatch found;
    if (std::regex_match(line, found, row)) said[found[1]] = found[2];
  }
  for (const Register* kind : registers())
    is[std::string(kind->name)] = words_of<Audience>()[static_cast<std::size_t>(kind->audience)];
  CHECK(said == is);
}

TEST_CASE("the list of what was withheld is a section for reports", "[publish]") {
  const auto whole = of(qa, plan, "", "risks: [{id: r1, event: It fails, owner: qa}]\n");
  const Section section = withheld_section(open(whole).withheld);
  const Table& table = std::get<Table>(section.blocks[0]);
  REQUIRE(table.rows.size() == 1);
  REQUIRE(table.rows[0].size() == table.columns.size());
  CHECK(std::get<std::string>(table.rows[0][4].value) == "--open risks");
  CHECK(std::get<Table>(withheld_section({}).blocks[0]).rows.empty());
}

namespace {

/// Marks values here and there, by chance that is always the same.
void mark_some(const Type& type, void* value, std::mt19937& chance) {
  for (const Field& field : type.fields) {
    const Codec& codec = field.codec();
    void* member = field.at(value);
    if (field.codec == CodecOf<Audience>::get && &type != &type_of<Arrangements>() &&
        chance() % 9 == 0)
      *static_cast<Audience*>(member) = Audience::restricted;
    if (codec.shape == Shape::value) {
      if (const void* inner = codec.get(member))
        mark_some(codec.type(), const_cast<void*>(inner), chance);
    } else if (codec.shape == Shape::list && codec.element().shape == Shape::value) {
      for (std::size_t i = 0; i < codec.size(member); ++i)
        mark_some(codec.element().type(), const_cast<void*>(codec.item(member, i)), chance);
    }
  }
}

/// Ids of the whole in the names that bodies have when they are masked.
std::string after(std::string id, const Partnership& whole) {
  std::size_t number = 0;
  for (const Body& body : whole.bodies()) {
    if (body.audience == Audience::open) continue;
    const std::string now = "withheld-" + std::to_string(++number);
    const std::size_t at = id.find("/" + body.id + "@");
    if (at != std::string::npos) id.replace(at + 1, body.id.size(), now);
  }
  return id;
}

}  // namespace

TEST_CASE("whatever is marked, what is published is sound and has the states of the whole",
          "[publish]") {
  for (const char* const name : {"nottingham", "trust", "reviews", "risks", "clocks", "escalation",
                                 "rollover", "meetings", "coverage", "timetable"}) {
    const auto read = read_partnership({std::string(SAFEGOV_SOURCE_DIR "/examples/") + name});
    REQUIRE(read);
    for (unsigned seed = 1; seed <= 6; ++seed) {
      CAPTURE(name, seed);
      std::mt19937 chance(seed);
      Partnership::Parts parts = read->parts();
      mark_some(type_of<Arrangements>(), &parts.arrangements, chance);
      for (Plan& one : parts.plans)
        for (Objective& objective : one.objectives)
          mark_some(type_of<Objective>(), &objective, chance);
      for (Record& record : parts.records) mark_some(type_of<Record>(), &record, chance);
      for (RegisterTable& table : parts.registers)
        for (std::size_t i = 0; i < table.size(); ++i)
          mark_some(table.kind().row(), const_cast<void*>(table[i]), chance);
      const auto whole = Partnership::make(std::move(parts));
      REQUIRE(whole);
      PublishOptions options;
      if (seed % 2 == 0)
        for (const Register* kind : registers()) options.open_registers.emplace_back(kind->name);
      const Published out = open(*whole, options);
      for (const Date day : {Date(2019, 9, 1), Date(2022, 5, 1), Date(2026, 1, 1)}) {
        CAPTURE(iso(day));
        std::map<std::string, std::string> before;
        for (const auto& [id, state] : states(*whole, day)) before[after(id, *whole)] = state;
        for (const auto& [id, state] : states(out.partnership, day)) {
          CAPTURE(id);
          REQUIRE(before.contains(id));
          CHECK(before[id] == state);
        }
      }
    }
  }
}
