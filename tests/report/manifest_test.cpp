// What a result rests on is told apart, and nothing else is in it.
// SPDX-License-Identifier: Apache-2.0

#include <safegov/manifest.hpp>
#include <safegov/read.hpp>
#include <safegov/version.hpp>

#include "base/sha256.hpp"
#include "partnership.hpp"
#include "test.hpp"

using namespace safegov;

namespace {

const std::string bodies = test::small_partnership;
const std::string plan =
    test::small_plan("- {what: A look, to: bmg, due: Oct 2019}", "period: 2019-22\n");

Partnership made_of(std::vector<Source> sources, const ReadOptions& options = {}) {
  return read_sources(std::move(sources), options).value();
}

Manifest of(std::vector<Source> sources) {
  return manifest_of(made_of(std::move(sources)), {}, Date(2019, 11, 1));
}

}  // namespace

TEST_CASE("inputs are called by their place in the innermost folder, wherever that lies",
          "[manifest]") {
  const Manifest here = of({{"p/partnership.yaml", bodies}, {"p/plans/bp.yaml", plan}});
  const Manifest there =
      of({{"/srv/plans/p/partnership.yaml", bodies}, {"/srv/plans/p/plans/bp.yaml", plan}});
  CHECK(here == there);
  REQUIRE(here.inputs.size() == 2);
  CHECK(here.inputs[0].name == "partnership.yaml");
  CHECK(here.inputs[0].bytes == static_cast<int>(bodies.size()));
  CHECK(here.inputs[0].sha256 == internal::sha256(bodies));
  CHECK(here.inputs[1].name == "plans/bp.yaml");
  CHECK(here.inputs_sha256 == internal::sha256(internal::sha256(bodies) + "  partnership.yaml\n" +
                                               internal::sha256(plan) + "  plans/bp.yaml\n"));
  // Names that begin alike are in no common folder for that; standard input is in none.
  const Manifest alike = of(
      {{"p-1/a.yaml", bodies},
       {"p-2/a.yaml", plan},
       {"<stdin>", test::small_records("- {received: p/1.1/bmg of Oct 2019, date: 2019-10-02}")}});
  CHECK(alike.inputs[0].name != alike.inputs[1].name);
}

TEST_CASE("a manifest says what was asked", "[manifest]") {
  const Partnership partnership = made_of({{"a.yaml", bodies}, {"b.yaml", plan}});
  const Manifest manifest = manifest_of(
      partnership, {.due_soon_days = 7, .known_at = Date(2019, 10, 1)}, Date(2019, 11, 1));
  CHECK(manifest.made_by == "safegov " + std::string(version()));
  CHECK(manifest.partnership == "example");
  CHECK(manifest.as_at == Date(2019, 11, 1));
  CHECK(manifest.known_at == Date(2019, 10, 1));
  CHECK(manifest.due_soon_days == 7);
  std::vector<std::string> names;
  for (const RuleTable& rules : manifest.rules) names.push_back(rules.name);
  CHECK(names ==
        std::vector<std::string>{"states", "clocks", "scales", "findings", "ratings of p"});
}

TEST_CASE("a holiday more is another calendar, a remark more is not", "[manifest]") {
  const auto with = [&](const std::string& table) {
    const std::string named = bodies + "calendar: ours\n";
    const auto partnership =
        made_of({{"a.yaml", named}}, {.calendars = {Calendar::parse(table).value()}});
    return manifest_of(partnership, {}, Date(2019, 11, 1)).calendars;
  };
  const std::string table = "calendar: ours\ncovers: 2019 to 2020\n2019-04-19 Good Friday\n";
  const auto before = with(table);
  REQUIRE(before.size() == 2);
  CHECK(before[0].name == "ours");
  CHECK(before[1].name == "england-and-wales");
  CHECK(before == with(table + "# a remark\n"));
  const auto after = with(table + "2019-04-22 Easter Monday\n");
  CHECK(before[0].sha256 != after[0].sha256);
  CHECK(before[1] == after[1]);
  CHECK(before[0].sha256 ==
        internal::sha256("calendar: ours\ncovers: 2019 to 2020\nweekend: saturday sunday\n"
                         "2019-04-19 Good Friday\n"));
}

TEST_CASE("another rule of rating is another table of rules, and only that of its plan",
          "[manifest]") {
  const auto rules = [&](const std::string& more) {
    return of({{"a.yaml", bodies}, {"b.yaml", plan + more}}).rules;
  };
  const std::string ours =
      "ratings:\n  scale: brag\n  rules:\n    - {rate: red, any: [overdue]}\n    - rate: green\n";
  const auto before = rules(ours);
  const auto after = rules(
      "ratings:\n  scale: brag\n  rules:\n    - {rate: amber, any: [overdue]}\n    - rate: "
      "green\n");
  REQUIRE(before.size() == after.size());
  for (std::size_t i = 0; i + 1 < before.size(); ++i) CHECK(before[i] == after[i]);
  CHECK(before.back().sha256 != after.back().sha256);
}

TEST_CASE("a manifest's table has a row for everything that it names", "[manifest]") {
  const Manifest manifest = of({{"a.yaml", bodies}, {"b.yaml", plan}});
  const Table table = manifest_table(manifest);
  const std::size_t of_itself = 2;  // the program, and for whom it was made
  CHECK(table.rows.size() ==
        of_itself + manifest.inputs.size() + manifest.calendars.size() + manifest.rules.size());
  for (const auto& row : table.rows) CHECK(row.size() == table.columns.size());
}

TEST_CASE("of what is published a manifest names no file and no rule that is withheld",
          "[manifest]") {
  const Partnership whole = made_of({{"secret.yaml", bodies}, {"plan.yaml", plan}});
  const Partnership published = made_of({{"none.yaml", bodies}});
  const Date day(2019, 11, 1);
  const Manifest all = manifest_of(whole, {}, day);
  const Manifest open = manifest_of(whole, published, Audience::open, {}, day);
  CHECK(all.made_for == Audience::restricted);
  CHECK(open.made_for == Audience::open);
  REQUIRE(open.inputs.size() == 2);
  CHECK(open.inputs[0].name == "text 1");
  CHECK(open.inputs[1].name == "text 2");
  for (std::size_t i = 0; i < 2; ++i) CHECK(open.inputs[i].sha256 == all.inputs[i].sha256);
  CHECK(open.inputs_sha256 == internal::sha256(open.inputs[0].sha256 + "  text 1\n" +
                                               open.inputs[1].sha256 + "  text 2\n"));
  CHECK(open.rules == manifest_of(published, {}, day).rules);
  CHECK(manifest_of(whole, whole, Audience::restricted, {}, day) == all);
}
