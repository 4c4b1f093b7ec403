// That a pack says what assessments, ratings and registers say, and nothing of later days.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <filesystem>

#include <safegov/network.hpp>
#include <safegov/pack.hpp>
#include <safegov/ratings.hpp>
#include <safegov/read.hpp>
#include <safegov/render.hpp>

#include "partnership.hpp"
#include "test.hpp"

using namespace safegov;

namespace {

const Date day(2019, 11, 1);

Assessment as_at(const Partnership& partnership, Date when, const AssessOptions& options = {}) {
  return assess(expand_obligations(partnership, {.promised_by = when}), when, options);
}

const Partnership& nottingham() {
  static const Partnership partnership =
      read_partnership({std::string(SAFEGOV_SOURCE_DIR) + "/examples/nottingham"}).value();
  return partnership;
}

/// A table of a report by its key, those of charts included.
Table table_of(const Report& report, std::string_view key) {
  for (const Section& section : report.sections)
    for (const Block& block : section.blocks) {
      if (const auto* table = std::get_if<Table>(&block); table && table->key == key) return *table;
      if (const auto* chart = std::get_if<Chart>(&block); chart && chart->figures.key == key)
        return chart->figures;
    }
  FAIL("there is no table " << key);
  throw 0;
}

Chart chart_of(const Report& report, std::string_view key) {
  for (const Section& section : report.sections)
    for (const Block& block : section.blocks)
      if (const auto* chart = std::get_if<Chart>(&block); chart && chart->key == key) return *chart;
  FAIL("there is no chart " << key);
  throw 0;
}

std::string text_of(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell.value)) return *text;
  if (const auto* number = std::get_if<std::int64_t>(&cell.value)) return std::to_string(*number);
  if (const auto* date = std::get_if<Date>(&cell.value)) return iso(*date);
  return {};
}

/// The cell of that column in the first row whose first cell has that text.
std::string at(const Table& table, std::string_view row, std::string_view column) {
  const auto found = std::ranges::find(table.columns, column, &Column::key);
  REQUIRE(found != table.columns.end());
  for (const auto& cells : table.rows)
    if (text_of(cells[0]) == row)
      return text_of(cells[static_cast<std::size_t>(found - table.columns.begin())]);
  FAIL("there is no row " << row);
  return {};
}

std::vector<std::string> first_cells(const Table& table) {
  std::vector<std::string> texts;
  for (const auto& row : table.rows) texts.push_back(text_of(row[0]));
  return texts;
}

Partnership made_of(const std::string& promises, const std::string& records = "",
                    const std::string& head = "period: 2019-22\n") {
  std::vector<Source> sources{{"partnership.yaml", test::small_partnership},
                              {"plan.yaml", test::small_plan(promises, head)}};
  if (!records.empty()) sources.emplace_back("records.yaml", test::small_records(records));
  return test::sound(std::move(sources));
}

}  // namespace

TEST_CASE("a pack has its sections in the order in which a board asks", "[pack]") {
  std::vector<std::string> keys;
  for (const Section& section : pack(as_at(nottingham(), day)).sections)
    keys.push_back(section.key);
  CHECK(keys == std::vector<std::string>{"glance", "changes", "overdue", "ratings", "plan",
                                         "forward", "slips", "indicators", "risks", "decisions",
                                         "structure", "findings"});
}

TEST_CASE("what counts in a pack is what assess counts", "[pack]") {
  const Assessment state = as_at(nottingham(), day);
  const Report report = pack(state);
  const Table counts = table_of(report, "counts");
  std::size_t sum = 0;
  for (std::size_t i = 0; i < state_count; ++i) {
    std::string word(to_string(static_cast<State>(i)));
    std::ranges::replace(word, '_', ' ');
    const std::size_t count = state.counts()[static_cast<State>(i)];
    sum += count;
    if (count != 0) CHECK(at(counts, word, "obligations") == std::to_string(count));
  }
  CHECK(at(counts, "in all", "obligations") == std::to_string(sum));

  std::vector<std::string> overdue, shown = first_cells(table_of(report, "overdue"));
  for (const Obligation owed : state.obligations())
    if (state[owed.row()] == State::overdue) overdue.push_back(owed.id());
  std::ranges::sort(overdue);
  std::ranges::sort(shown);
  CHECK(shown == overdue);
}

TEST_CASE("who owes what is overdue adds up to what is overdue", "[pack]") {
  const Report report = pack(as_at(nottingham(), day));
  const Table owners = table_of(report, "overdue_by_owner");
  std::int64_t sum = 0;
  for (const auto& row : owners.rows) sum += std::get<std::int64_t>(row[2].value);
  CHECK(sum == static_cast<std::int64_t>(table_of(report, "overdue").rows.size()));
  CHECK(std::ranges::is_sorted(owners.rows, std::greater<>(), [](const auto& row) {
    return std::get<std::int64_t>(row[2].value);
  }));
}

TEST_CASE("an overdue obligation has its way to the top, or why it has none", "[pack]") {
  const Table overdue = table_of(pack(as_at(nottingham(), day)), "overdue");
  CHECK(at(overdue, "bp-2019/11.3/bmg@2019-04", "to") == "bmg → slg");
  CHECK(at(overdue, "bp-2019/2.2/omg@2019-06", "to") == "omg: no way to the top");
  CHECK(at(overdue, "bp-2019/11.3/bmg@2019-04", "days_overdue") == "185");
}

TEST_CASE("each rating in a pack is that of the engine, with the reason", "[pack]") {
  const Assessment state = as_at(nottingham(), day);
  const Ratings ratings = rate(state);
  const Report report = pack(state);
  const Table plan = table_of(report, "plan_bp-2019");
  REQUIRE(plan.columns.size() == 8);
  std::size_t actions = 0;
  for (const Rating& rating : ratings) {
    if (rating.kind != Rated::action) continue;
    ++actions;
    const std::string cell = at(plan, ratings.id(rating).substr(8), "rag");
    CHECK(cell.starts_with(ratings.derived_label(rating) + " (derived)\n"));
    CHECK(cell.find(ratings.because(rating)) != std::string::npos);
  }
  CHECK(actions == 30);
  CHECK(plan.rows.size() == 30);
}

TEST_CASE("strips of ratings end as things are rated now", "[pack]") {
  const Assessment state = as_at(nottingham(), day);
  const Ratings ratings = rate(state);
  const auto strips = std::get<Strips>(chart_of(pack(state), "ratings_over_time").shape);
  REQUIRE(strips.strips.size() == 14);
  for (const auto& strip : strips.strips) {
    const Rating* rating = ratings.find(strip.label);
    REQUIRE(rating != nullptr);
    CHECK(strip.stretches.back().days.last() == day);
    CHECK(strip.stretches.back().letter + " " + strip.stretches.back().word ==
          ratings.derived_label(*rating));
    for (std::size_t i = 1; i < strip.stretches.size(); ++i)
      CHECK(strip.stretches[i - 1].days.last() < strip.stretches[i].days.first());
  }
}

TEST_CASE("a burn-up counts what was due by the plan, and what had come in", "[pack]") {
  const Partnership partnership =
      made_of("- {what: A, to: bmg, due: 'June 2019, Aug 2019, Dec 2019'}",
              "- received: p/1.1/bmg of June 2019\n  date: 2019-07-03\n");
  const Table figures = table_of(pack(as_at(partnership, Date(2019, 9, 15))), "burn_up");
  CHECK(at(figures, "2019-06-01", "promised") == "0");
  CHECK(at(figures, "2019-08-01", "promised") == "1");
  CHECK(at(figures, "2019-08-01", "received") == "1");
  CHECK(at(figures, "2019-07-01", "received") == "0");
  CHECK(at(figures, "2019-09-15", "promised") == "2");
}

TEST_CASE("nothing that was recorded later is in a pack", "[pack]") {
  const std::string promises = "- {what: A, to: bmg, due: 'June 2019, Oct 2019, Feb 2020'}";
  const std::string then = "- received: p/1.1/bmg of June 2019\n  date: 2019-06-03\n";
  const std::string later =
      "- received: p/1.1/bmg of Oct 2019\n  date: 2019-11-02\n  reference: minutes of November\n"
      "- extended: p/1.1/bmg of Feb 2020\n  until: May 2020\n  date: 2019-12-01\n  by: bmg\n"
      "- rated: p/1.1\n  rating: green\n  date: 2019-12-01\n";
  const auto made = [&](const std::string& records) {
    return render(pack(as_at(made_of(promises, records), day)), ReportFormat::json);
  };
  CHECK(made(then) == made(then + later));
  const std::string told_later =
      "- received: p/1.1/bmg of Oct 2019\n  date: 2019-10-20\n  recorded: 2019-11-20\n";
  const auto known = [&](const std::string& records) {
    return render(pack(as_at(made_of(promises, records), day, {.known_at = day})),
                  ReportFormat::json);
  };
  CHECK(known(then) == known(then + told_later));
  CHECK(made(then) != made(then + told_later));
}

TEST_CASE("what is new is counted from the last meeting that is known by its date", "[pack]") {
  const std::string bodies =
      "safegov: 1\npartnership: example\nname: Example\ntop: board\nbodies:\n  - id: board\n    "
      "name: Board\n"
      "    meets: 12 June 2019, 9 Oct 2019, 11 Dec 2019\n  - id: qa\n    meets: 3 times a year\n";
  const Partnership partnership = test::sound({{"partnership.yaml", bodies}});
  const Assessment state = as_at(partnership, day);
  CHECK(last_meeting(state, partnership.find_body("board")).day == Date(2019, 10, 9));
  CHECK(last_meeting(state, partnership.find_body("board")).why == "the last meeting of Board");
  // The meeting of the day itself is the one that the pack is for.
  CHECK(last_meeting(as_at(partnership, Date(2019, 10, 9)), partnership.find_body("board")).day ==
        Date(2019, 6, 12));
  CHECK(last_meeting(state, partnership.find_body("qa")).day == Date(2019, 8, 2));
  CHECK(last_meeting(state, BodyId{}).day == Date(2019, 8, 2));
}

TEST_CASE("what changed since then stands in it once, under what is told first", "[pack]") {
  const Partnership partnership =
      made_of("- {what: A, to: bmg, due: 'June 2019, Oct 2019'}",
              "- received: p/1.1/bmg of June 2019\n  date: 2019-08-05\n  by: bmg\n"
              "  reference: item 3\n");
  const Report report = pack(as_at(partnership, day), {.since = Date(2019, 7, 15)});
  const Table changes = table_of(report, "changes");
  REQUIRE(changes.rows.size() == 2);
  CHECK(text_of(changes.rows[0][0]) == "overdue");
  CHECK(text_of(changes.rows[0][1]) == "p/1.1/bmg@2019-10");
  CHECK(text_of(changes.rows[1][0]) == "closed");
  CHECK(text_of(changes.rows[1][4]) == "overdue");
  CHECK(text_of(changes.rows[1][5]) == "received late");
  CHECK(text_of(changes.rows[1][6]) == "5 August 2019, by Management Group: item 3");
  CHECK(table_of(pack(as_at(partnership, day), {.since = day}), "changes").rows.empty());
}

TEST_CASE("a date that was moved stands among the slips with who moved it and why", "[pack]") {
  const Partnership partnership =
      made_of("- {what: A, to: bmg, due: Oct 2019}",
              "- extended: p/1.1/bmg\n  until: Feb 2020\n  by: bmg\n  date: 2019-10-09\n"
              "  reason: data not ready\n");
  const Table slips = table_of(pack(as_at(partnership, day)), "slips");
  REQUIRE(slips.rows.size() == 1);
  CHECK(at(slips, "p/1.1/bmg@2019-10", "original") == "2019-10-31");
  CHECK(at(slips, "p/1.1/bmg@2019-10", "last") == "2020-02-29");
  CHECK(at(slips, "p/1.1/bmg@2019-10", "days") == "121");
  CHECK(at(slips, "p/1.1/bmg@2019-10", "why") == "Management Group: data not ready");
}

TEST_CASE("risks and decisions of later documents are in no earlier pack", "[pack]") {
  for (const std::string& id : first_cells(table_of(pack(as_at(nottingham(), day)), "risks")))
    CHECK(!id.starts_with("risks/001-"));  // of September 2020
  const Report later = pack(as_at(nottingham(), Date(2020, 10, 1)));
  const auto risks = first_cells(table_of(later, "risks"));
  CHECK(std::ranges::count(risks, "risks/001-575") == 1);
  for (const std::string& id : first_cells(table_of(pack(as_at(nottingham(), day)), "decisions")))
    CHECK(!id.starts_with("decisions/2024-"));
}

TEST_CASE("a partnership of which there is next to nothing has a pack that says so", "[pack]") {
  const Partnership partnership = test::sound(
      {{"partnership.yaml", "safegov: 1\npartnership: bare\nname: Bare\nbodies: []\n"}});
  const Report report = pack(as_at(partnership, day));
  CHECK(report.title == "Bare");
  for (const Section& section : report.sections) {
    CHECK(!section.blocks.empty());
    for (const Block& block : section.blocks)
      if (const auto* table = std::get_if<Table>(&block); table && table->rows.empty())
        CHECK(!table->none.empty());
  }
  for (const ReportFormat format :
       {ReportFormat::text, ReportFormat::json, ReportFormat::markdown, ReportFormat::html})
    CHECK(!render(report, format).empty());
}

TEST_CASE("a structure as deep as anybody likes is listed without a stack of calls", "[pack]") {
  std::string bodies = "safegov: 1\npartnership: deep\nname: Deep\ntop: b0\nbodies:\n  - id: b0\n";
  for (int i = 1; i < 3000; ++i)
    bodies +=
        "  - id: b" + std::to_string(i) + "\n    reports-to: b" + std::to_string(i - 1) + "\n";
  const Report report = pack(as_at(test::sound({{"partnership.yaml", bodies}}), day));
  for (const Section& section : report.sections)
    for (const Block& block : section.blocks)
      if (const auto* picture = std::get_if<Picture>(&block)) {
        REQUIRE(picture->outline.size() == 3000);
        CHECK(picture->outline.back().depth == 2999);
      }
  CHECK(render(report, ReportFormat::html).find("b2999") != std::string::npos);
}

TEST_CASE("keys of tables and charts are each there once", "[pack]") {
  for (const char* example : {"nottingham", "trust", "rollover", "meetings"}) {
    const Partnership partnership =
        read_partnership({std::string(SAFEGOV_SOURCE_DIR) + "/examples/" + example}).value();
    std::set<std::string> keys;
    for (const Section& section : pack(as_at(partnership, Date(2025, 10, 20))).sections)
      for (const Block& block : section.blocks) {
        const auto* chart = std::get_if<Chart>(&block);
        const auto* table = chart ? &chart->figures : std::get_if<Table>(&block);
        if (table == nullptr) continue;
        INFO(example << ": " << table->key);
        CHECK(keys.insert(table->key).second);
        for (const auto& row : table->rows) CHECK(row.size() == table->columns.size());
      }
  }
}

TEST_CASE("a line of the page that leads to packs has the figures of the survey", "[pack]") {
  Survey survey{.as_at = day};
  survey.lines = {survey_line("city", as_at(nottingham(), day)), {.path = "broken", .errors = 3}};
  const Report report = pack_index(survey, {"city.html", "broken.html"});
  const Table table = table_of(report, "packs");
  CHECK(at(table, "city", "overdue") == "37");
  CHECK(at(table, "city", "all") == "131");
  CHECK(at(table, "broken", "partnership") == "unsound: 3 errors");
  CHECK(at(table, "broken", "overdue").empty());
  const std::string page = render(report, ReportFormat::html);
  CHECK(page.find("href=\"city.html\"") != std::string::npos);
  CHECK(page.find("broken.html") == std::string::npos);
}
