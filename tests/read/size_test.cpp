// Inputs of sizes that no person writes: time grows with their size, not with its square.
// SPDX-License-Identifier: Apache-2.0

#include "read/support.hpp"

using namespace support;

namespace {

/// Enough for a slow build on a busy machine; a square of these sizes would take minutes.
constexpr double a_few_seconds = 8.0;

Result<Partnership> read_in_time(const Texts& texts) {
  Result<Partnership> result = Diagnostics{};
  const double took = seconds([&] { result = support::read(texts); });
  CHECK(took < a_few_seconds);
  return result;
}

/// A plan of so many promises, 50 to an action.
std::string many_promises(std::size_t count, const std::string& more = {}) {
  std::string text = plan_head + more + "objectives:\n  - no: 1\n    actions:\n";
  for (std::size_t i = 0; i < count; ++i) {
    if (i % 50 == 0)
      text += "      - no: 1." + std::to_string(i / 50) + "\n        lead: qa\n        promises:\n";
    text += "          - what: Report " + std::to_string(i) + "\n            id: p" +
            std::to_string(i) + "\n            to: bmg\n            due: June 2019, Oct 2019\n";
  }
  return text;
}

std::string many_records(std::size_t count, const std::string& plan_id,
                         const std::string& promise = "p") {
  std::string text = records_head;
  for (std::size_t i = 0; i < count; ++i)
    text += "  - received: " + plan_id + "/1." + std::to_string(i / 50) + "/" + promise +
            std::to_string(i) + " of June 2019\n    date: 2019-06-03\n";
  return text;
}

}  // namespace

TEST_CASE("10,000 unknown keys", "[read][size]") {
  std::string text = plan_head + "objectives: []\n";
  for (int i = 0; i < 10'000; ++i) text += "key-number-" + std::to_string(i) + ": x\n";
  const auto result = read_in_time({{"a", partnership}, {"x", text}});
  CHECK(!result);
  CHECK(result.diagnostics().size() == 1001);  // the first 1,000, and that there are more
  CHECK(result.diagnostics().back().code == "SG023");
}

TEST_CASE("10,000 keys written twice", "[read][size]") {
  const auto result = read_in_time(
      {{"a", partnership}, {"x", plan_head + "objectives: []\n" + repeated("title: x\n", 10'000)}});
  CHECK(result.diagnostics().size() == 1001);
}

TEST_CASE("5,000 unknown references among 2,000 bodies", "[read][size]") {
  std::string bodies = partnership;
  for (int i = 0; i < 2000; ++i)
    bodies += "  - id: body-number-" + std::to_string(i) + "\n    name: The body of that number\n";
  std::string members = "  - id: all\n    members:\n";
  for (int i = 0; i < 5000; ++i) members += "      - boddy-numbr-" + std::to_string(i) + "\n";
  const auto result = read_in_time({{"x", bodies + members}});
  CHECK(count(result.diagnostics(), "SG102") == 5000);
  CHECK(!result.diagnostics()[0].help.empty());
}

TEST_CASE("5,000 unknown references in one list of references", "[read][size]") {
  std::string order = partnership + "  - id: all\n    chair:\n      order:\n";
  for (int i = 0; i < 5000; ++i) order += "        - zz" + std::to_string(i) + "\n";
  const auto result = read_in_time({{"x", order}});
  CHECK(count(result.diagnostics(), "SG102") == 5000);
  CHECK(result.diagnostics().back().where.begin == Position{5017, 11});
}

TEST_CASE("20,000 promises and as many records", "[read][size]") {
  const auto result = read_in_time(
      {{"a", partnership}, {"b", many_promises(20'000)}, {"c", many_records(20'000, "b")}});
  INFO(printed(result.diagnostics()).substr(0, 1000));
  REQUIRE(result);
  CHECK(result->promises().size() == 20'000);
  CHECK(std::get<Subject>(result->resolved_records()[19'999].about).promise == PromiseId{19'999});
}

TEST_CASE("20,000 records under a former id of their plan", "[read][size]") {
  const auto result = read_in_time({{"a", partnership},
                                    {"b", many_promises(20'000, "was: old\n")},
                                    {"c", many_records(20'000, "old")}});
  INFO(printed(result.diagnostics()).substr(0, 1000));
  CHECK(result);
}

TEST_CASE("5,000 records of nothing among 20,000 promises", "[read][size]") {
  const auto result = read_in_time(
      {{"a", partnership}, {"b", many_promises(20'000)}, {"c", many_records(5'000, "b", "q")}});
  CHECK(count(result.diagnostics(), "SG103") == 5'000);
}

TEST_CASE("20,000 records that say the same, and as many that take one back", "[read][size]") {
  const std::string june = " b/1.1/bmg of June 2019\n    date: ";
  // Each takes back the one above it.
  std::string turns = records_head;
  for (int i = 0; i < 20'000; ++i)
    turns += "  - received:" + june + iso(Date::from_days(20'000 + i)) +
             "\n  - retracted: received" + june + iso(Date::from_days(20'000 + i)) + "\n";
  const auto in_turn = read_in_time({{"a", partnership}, {"b", plan}, {"c", turns}});
  INFO(printed(in_turn.diagnostics()).substr(0, 1000));
  REQUIRE(in_turn);
  CHECK(in_turn->resolved_records()[39'999].retracts == 39'998);
  // Nobody can tell which.
  const auto unclear = read_in_time(
      {{"a", partnership},
       {"b", plan},
       {"c", records_head + repeated("  - received:" + june + "2019-06-03\n", 20'000) +
                 repeated("  - retracted: received" + june + "2019-06-04\n", 20'000)}});
  CHECK(count(unclear.diagnostics(), "SG110") == 20'000);
}

TEST_CASE("20,000 records of a promise with 1,000 dates", "[read][size]") {
  std::string daily = plan;
  daily.replace(daily.find("June 2019, Oct 2019"), 19, "daily from 1 April 2019 to 20 Dec 2021");
  std::string records = records_head;
  for (int i = 0; i < 20'000; ++i)
    records += "  - partly-received: b/1.1/bmg@" + iso(Date::from_days(18'900 - i % 900)) +
               "\n    date: 2019-04-02\n";
  const auto result = read_in_time({{"a", partnership}, {"b", daily}, {"c", records}});
  INFO(printed(result.diagnostics()).substr(0, 1000));
  CHECK(result);
}

TEST_CASE("2,000 duplicated ids, of each kind", "[read][size]") {
  const auto bodies = read_in_time({{"x", partnership + repeated("  - id: one\n", 2000)}});
  CHECK(count(bodies.diagnostics(), "SG101") == 1999);
  const auto promises =
      read_in_time({{"a", partnership},
                    {"x", action_head + repeated("          - {what: Report, to: bmg}\n", 2000)}});
  CHECK(count(promises.diagnostics(), "SG101") == 1999);
  const auto objectives = read_in_time(
      {{"a", partnership}, {"x", plan_head + "objectives:\n" + repeated("  - no: 1\n", 2000)}});
  CHECK(count(objectives.diagnostics(), "SG101") == 1999);
}

TEST_CASE("5,000 faults in one line", "[read][size]") {
  std::string line = plan_head + "priorities: [";
  for (int i = 0; i < 5000; ++i) line += "{no: 1}, ";
  const auto result =
      read_in_time({{"a", partnership}, {"x", line + "{no: 2, text: b}]\nobjectives: []\n"}});
  CHECK(!result);
  CHECK(seconds([&] { static_cast<void>(printed(result.diagnostics())); }) < a_few_seconds);
}

TEST_CASE("1,000 priorities that 1,000 objectives name", "[read][size]") {
  std::string text = plan_head + "priorities:\n", objectives = "objectives:\n", list;
  for (int i = 0; i < 1000; ++i) {
    const std::string no = std::to_string(i);
    text += "  - {no: " + no + ", text: One}\n";
    objectives += "  - no: " + no + "\n    priorities: [1, 999, " + no + ", 5000]\n";
  }
  const auto result = read_in_time({{"a", partnership}, {"x", text + objectives}});
  CHECK(count(result.diagnostics(), "SG102") == 1000);
}

TEST_CASE("300 files", "[read][size]") {
  Texts texts{{"partnership", partnership}};
  for (int i = 0; i < 300; ++i) {
    std::string text = plan;
    text.replace(text.find("plan: b"), 7, "plan: b" + std::to_string(i));
    texts.emplace_back("plan" + std::to_string(i), text);
  }
  CHECK(read_in_time(texts));
}

TEST_CASE("one text of 8 MiB, and a line of it that is wrong", "[read][size]") {
  const std::string words(8 << 20, 'x');
  CHECK(read_in_time(
      {{"a", partnership}, {"x", plan_head + "title: " + words + "\nobjectives: []\n"}}));
  const auto result = read_in_time(
      {{"a", partnership}, {"x", plan_head + "period: " + words + "\nobjectives: []\n"}});
  CHECK(printed(result.diagnostics()).size() < 1000);
}
