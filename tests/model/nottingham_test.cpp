// The structure in examples/nottingham is sound on every day, and says what its documents print.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <regex>
#include <string>
#include <vector>

#include <safegov/partnership.hpp>

#include "markdown.hpp"
#include "partnership.hpp"

using namespace safegov;
using namespace safegov::test;

namespace {

const std::string page_path = SAFEGOV_SOURCE_DIR "/docs/nottingham.md";
const std::string file_path = SAFEGOV_SOURCE_DIR "/examples/nottingham/partnership.yaml";

template <class Dated>
bool holds(const Dated& value, Date day) {
  return (!value.from || *value.from <= day) && (!value.until || day <= *value.until);
}

const Body& named(const Partnership& partnership, std::string_view id) {
  const BodyId found = partnership.find_body(id);
  CAPTURE(id);
  REQUIRE(found);
  return partnership[found];
}

/// `lsp`, `nobody` or `is not there`; in back ticks if it is a body's id, as the page writes it.
std::string reports_to(const Body& body, Date day) {
  if (!holds(body, day)) return "is not there";
  std::string ids;
  for (const Line& line : body.reports_to)
    if (holds(line, day)) ids += (ids.empty() ? "`" : ", `") + line.to.id + "`";
  return ids.empty() ? "nobody" : ids;
}

std::string chaired_by(const Body& body, Date day) {
  for (const Chair& chair : body.chair)
    if (holds(chair, day)) return "`" + chair.held_by.id + "`";
  return "not printed";
}

/// Holds the table under `header`, whose columns are days, to what `say` says of a body on a day.
template <class Say>
void check_table(const std::string& header, const std::vector<Date>& days, Say say) {
  const Partnership example = nottingham();
  const Table rows = table_of(file_text(page_path), header);
  REQUIRE(!rows.empty());
  for (const auto& row : rows) {
    REQUIRE(row.size() == days.size() + 1);
    const Body& body = named(example, row[0].substr(1, row[0].size() - 2));
    for (std::size_t i = 0; i < days.size(); ++i) {
      CAPTURE(body.id, days[i].year());
      CHECK(row[i + 1] == say(body, days[i]));
    }
  }
}

/// Every body that `body` has to do with on `day`.
std::vector<std::string> others(const Body& body, Date day) {
  std::vector<std::string> ids;
  for (const auto* lines : {&body.reports_to, &body.escalates_to, &body.assures, &body.scrutinises,
                            &body.advises, &body.joint_with})
    for (const Line& line : *lines)
      if (holds(line, day)) ids.push_back(line.to.id);
  for (const auto* seats : {&body.members, &body.attends, &body.holders})
    for (const Seat& seat : *seats)
      if (holds(seat, day)) ids.push_back(seat.body.id);
  for (const Chair& chair : body.chair)
    if (holds(chair, day)) ids.push_back(chair.held_by.id);
  return ids;
}

std::vector<std::string> seated(const std::vector<Seat>& seats, Date day) {
  std::vector<std::string> ids;
  for (const Seat& seat : seats)
    if (holds(seat, day)) ids.push_back(seat.body.id);
  return ids;
}

/// `002:113` or `001:397-398`, and no line that the document has not.
bool is_place(const std::string& text) {
  // How many lines the text copies have.
  static const std::map<std::string, int> lines{
      {"000", 690}, {"001", 1454}, {"002", 205}, {"003", 809}, {"004", 91}};
  static const std::regex form("(00[0-4]):([1-9][0-9]{0,3})(-([1-9][0-9]{0,3}))?");
  std::smatch part;
  if (!std::regex_match(text, part, form)) return false;
  const int first = std::stoi(part[2]), last = part[4].matched ? std::stoi(part[4]) : first;
  return first <= last && last <= lines.at(part[1]) && (!part[4].matched || first < last);
}

}  // namespace

TEST_CASE("the Nottingham structure says what each body reported to on three days",
          "[model][nottingham][docs]") {
  check_table("| body | 2019-06-30 | 2021-12-01 | 2024-10-01 |",
              {Date(2019, 6, 30), Date(2021, 12, 1), Date(2024, 10, 1)}, reports_to);
}

TEST_CASE("the Nottingham structure says who chaired, and nobody where print names none",
          "[model][nottingham][docs]") {
  check_table("| body | 2019-06-26 | 2019-06-30 | 2021-12-01 | 2024-10-01 |",
              {Date(2019, 6, 26), Date(2019, 6, 30), Date(2021, 12, 1), Date(2024, 10, 1)},
              chaired_by);
}

TEST_CASE("health's seat in the top group passes to the integrated care board on 1 July 2022",
          "[model][nottingham]") {
  using Ids = std::vector<std::string>;
  const Body slg = named(nottingham(), "slg");
  CHECK(seated(slg.members, Date(2019, 6, 30)) == Ids{"local-authority", "ccg", "police"});
  CHECK(seated(slg.members, Date(2022, 6, 30)) == Ids{"local-authority", "ccg", "police"});
  CHECK(seated(slg.members, Date(2022, 7, 1)) == Ids{"local-authority", "icb", "police"});
}

TEST_CASE("the independent scrutineer attends the top group without a vote",
          "[model][nottingham]") {
  const Body slg = named(nottingham(), "slg");
  for (const Date day : {Date(2019, 6, 30), Date(2021, 12, 1), Date(2024, 10, 1)}) {
    CHECK(seated(slg.attends, day) == std::vector<std::string>{"independent-scrutineer"});
    const auto voting = seated(slg.members, day);
    CHECK(std::ranges::count(voting, "independent-scrutineer") == 0);
  }
}

TEST_CASE("the heads of the three partners lead from the report for 2024/25 on",
          "[model][nottingham]") {
  const Partnership example = nottingham();
  const Body& lsp = named(example, "lsp");
  CHECK(seated(lsp.members, Date(2024, 10, 1)) ==
        std::vector<std::string>{"council-chief-executive", "icb-chief-executive",
                                 "chief-constable"});
  // Each of the three partners fills one lead's post and one delegate's.
  for (const std::string mandate : {"Lead Safeguarding Partner", "Delegate Safeguarding Partner"}) {
    std::vector<std::string> agencies;
    for (const Body& body : example.arrangements().bodies)
      for (const Mandate& has : body.mandates)
        if (has.text == mandate && holds(has, Date(2024, 10, 1)))
          for (const std::string& agency : seated(body.holders, Date(2024, 10, 1)))
            agencies.push_back(agency);
    std::ranges::sort(agencies);
    CHECK(agencies == std::vector<std::string>{"icb", "local-authority", "police"});
  }
}

TEST_CASE("a Nottingham body that takes over begins the day after the other ends",
          "[model][nottingham]") {
  const Partnership example = nottingham();
  std::size_t ended = 0;
  for (const Body& body : example.arrangements().bodies)
    for (const Succession& succession : body.succeeds) {
      const Body& before = named(example, succession.body.id);
      CAPTURE(body.id, before.id);
      REQUIRE(succession.from);
      CHECK(holds(body, *succession.from));
      // The three groups that meet together from 26 March 2025 go on: print does not end them.
      CHECK(before.until.has_value() == (body.id != "merged-slg"));
      if (!before.until) continue;
      CHECK(add_days(*before.until, 1) == *succession.from);
      ++ended;
    }
  CHECK(ended == 7);
}

TEST_CASE("whoever sits, chairs or is reported to in Nottingham is there on that day",
          "[model][nottingham]") {
  const Partnership example = nottingham();
  for (Date day(2019, 1, 1); day < Date(2026, 7, 1); day = add_days(day, 1))
    for (const Body& body : example.arrangements().bodies) {
      if (!holds(body, day)) continue;
      for (const std::string& id : others(body, day))
        if (!holds(example[example.find_body(id)], day)) {
          CAPTURE(body.id, id, day.year());
          FAIL_CHECK("it has to do with a body that is not there");
        }
    }
}

TEST_CASE("every place in the Nottingham structure is a line that its document has",
          "[model][nottingham]") {
  CHECK(is_place("002:113"));
  CHECK(is_place("001:397-398"));
  for (const char* wrong : {"", "113", "002", "002:0", "002:206", "005:1", "002:5-4", "002:5-",
                            "002:5-5", "002:113, 002:114", "002:200-206"}) {
    CAPTURE(wrong);
    CHECK(!is_place(wrong));
  }

  const Partnership example = nottingham();
  const auto check = [](const std::string& place) {
    CAPTURE(place);
    CHECK(is_place(place));
  };
  for (const Body& body : example.arrangements().bodies) {
    CAPTURE(body.id);
    check(body.source);
    if (!body.named_only.empty()) check(body.named_only);
    for (const auto* lines : {&body.reports_to, &body.escalates_to, &body.assures,
                              &body.scrutinises, &body.advises, &body.joint_with})
      for (const Line& line : *lines)
        if (!line.source.empty()) check(line.source);
    for (const Mandate& mandate : body.mandates) check(mandate.source);
    for (const Succession& succession : body.succeeds) check(succession.source);
    for (const JointOf& joint : body.joint_of) check(joint.source);
  }

  // In remarks, notes and the page too, where a place stands among words.
  const std::regex place("\\b[0-9]{3}:[0-9]+(-[0-9]+)?");
  for (const std::string& path : {file_path, page_path}) {
    const std::string text = file_text(path);
    std::size_t places = 0;
    for (std::sregex_iterator at(text.begin(), text.end(), place), end; at != end; ++at, ++places)
      check(at->str());
    CHECK(places > 50);
  }
}
