// Records and promises from tables that a program has made.
// SPDX-License-Identifier: Apache-2.0

#include <string>

#include <safegov/assess.hpp>

#include "read/support.hpp"

using namespace support;

namespace {

Partnership sound(const Result<Partnership>& result) {
  INFO(printed(result.diagnostics()));
  REQUIRE(result);
  return *result;
}

Partnership bodies_alone() { return sound(read({{"a.yaml", support::partnership}})); }

std::string problems_of(const Result<Partnership>& result) {
  REQUIRE_FALSE(result);
  return printed(result.diagnostics());
}

const std::string promises =
    "plan,objective,action,lead,promise,what,to,due\n"
    "n,1,1.1,qa,report,Report,bmg,June 2019\n"
    "n,1,1.1,qa,report,Report,bmg,Oct 2019\n"
    "n,1,1.2,qa,,Review,bmg,ongoing\n"
    "n,2,2.1,bmg,,Audit,slg,Q1 2019/20\n";

}  // namespace

TEST_CASE("the records of a table are added to those there are", "[read][table]") {
  const Partnership before =
      sound(read({{"a.yaml", support::partnership}, {"b.yaml", support::plan}}));
  const Source table("frame", "event,obligation,date\nreceived,b/1.1/bmg of Oct-19,2019-10-12\n");
  const Partnership after = sound(add_records(before, table));
  CHECK(after.records().size() == before.records().size() + 1);
  CHECK(after.records().back().event.kind == RecordKind::received);
  CHECK(after == sound(read({{"a.yaml", support::partnership},
                             {"b.yaml", support::plan},
                             {"frame.csv", table.text()}})));
  SECTION("and what is there is left as it was") {
    CHECK(before == sound(read({{"a.yaml", support::partnership}, {"b.yaml", support::plan}})));
  }
}

TEST_CASE("a bad cell of a table names its row and column", "[read][table]") {
  const Partnership to = sound(read({{"a.yaml", support::partnership}, {"b.yaml", support::plan}}));
  const std::string said = problems_of(
      add_records(to, Source("frame", "event,obligation,date\nreceived,b/1.1/nothing,soon\n")));
  CHECK(said.find("row 2, column 'date'") != std::string::npos);
  CHECK(said.find("frame:2:24") != std::string::npos);
  CHECK(said.find("'b/1.1/nothing'") != std::string::npos);
}

TEST_CASE("promises of a table make the plans, objectives and actions that there are not",
          "[read][table]") {
  const Partnership made = sound(add_promises(bodies_alone(), Source("frame", promises)));
  REQUIRE(made.plans().size() == 1);
  const Plan& first = made.plans()[0];
  CHECK(first.id == "n");
  REQUIRE(first.objectives.size() == 2);
  REQUIRE(first.objectives[0].actions.size() == 2);
  CHECK(first.objectives[0].actions[0].lead.id == "qa");
  SECTION("rows of one promise are its dates") {
    REQUIRE(first.objectives[0].actions[0].promises.size() == 1);
    CHECK(first.objectives[0].actions[0].promises[0].due == "June 2019, Oct 2019");
  }
  SECTION("it is the partnership that a file of the same makes") {
    CHECK(made == sound(read({{"a.yaml", support::partnership}, {"n.yaml", R"(safegov: 1
partnership: t
plan: n
objectives:
  - no: 1
    actions:
      - no: 1.1
        lead: qa
        promises:
          - {id: report, what: Report, to: bmg, due: "June 2019, Oct 2019"}
      - no: 1.2
        lead: qa
        promises:
          - {what: Review, to: bmg, due: ongoing}
  - no: 2
    actions:
      - no: 2.1
        lead: bmg
        promises:
          - {what: Audit, to: slg, due: "Q1 2019/20"}
)"}})));
  }
  SECTION("further rows go where they belong") {
    const Partnership more = sound(add_promises(
        made,
        Source("more", "plan,objective,action,promise,what,due\nn,1,1.2,sum,Summary,May 2020\n")));
    CHECK(more.plans().size() == 1);
    CHECK(more.plans()[0].objectives[0].actions[1].promises.size() == 2);
    CHECK(more.plans()[0].objectives[0].actions[1].lead.id == "qa");
  }
  SECTION("and records of them can be told") {
    const Partnership told = sound(add_records(
        made, Source("r", "event,obligation,date\nreceived,n/1.1/report@2019-06,2019-06-30\n")));
    CHECK(assess(expand_obligations(told), Date(2019, 7, 1)).counts()[State::received] == 1);
  }
}

TEST_CASE("what contradicts itself in a table of promises is said with its row", "[read][table]") {
  const std::string head = "plan,objective,action,lead,promise,what,due\n";
  const auto said = [&](const std::string& rows) {
    return problems_of(add_promises(bodies_alone(), Source("frame", head + rows)));
  };
  CHECK(said("n,1,1.1,qa,,A,May 2020\nn,1,1.1,bmg,,B,May 2020\n")
            .find("row 3, column 'lead': action '1.1' is led by 'qa', found 'bmg'") !=
        std::string::npos);
  CHECK(said("n,1,1.1,qa,x,A,May 2020\nn,1,1.1,qa,x,B,June 2020\n")
            .find("row 3: 'x' is promised already") != std::string::npos);
  CHECK(said("n,1,,qa,x,A,May 2020\n").find("row 2 has no 'action'") != std::string::npos);
  CHECK(said("n,1,1.1,nobody,x,A,May 2020\n").find("'nobody'") != std::string::npos);
  CHECK(said("n,1,1.1,qa,x,A,31 June 2020\n").find("31 June 2020") != std::string::npos);
}

TEST_CASE("a table without its columns is refused as a whole", "[read][table]") {
  const auto result = add_promises(bodies_alone(), Source("frame", "plan,what,dues\nn,A,May\n"));
  const std::string said = problems_of(result);
  CHECK(said.find("there is no column 'objective'") != std::string::npos);
  CHECK(said.find("there is no column 'action'") != std::string::npos);
  CHECK(said.find("did you mean 'due'?") != std::string::npos);
  CHECK_FALSE(add_records(bodies_alone(), Source("frame", "")));
}
