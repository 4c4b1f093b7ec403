// Adding a record to a file: nothing that stood there changes, and what was added reads back.
// SPDX-License-Identifier: Apache-2.0

#include <string>
#include <vector>

#include <safegov/append.hpp>

#include "read/support.hpp"

using namespace support;

namespace {

const Record june{.event = {RecordKind::received, "b/1.1/bmg of June 2019"},
                  .date = Date(2019, 6, 12)};

std::vector<Record> records_in(const std::string& text) {
  const auto result = read(support::partnership, support::plan, text);
  INFO(text << printed(result.diagnostics()));
  REQUIRE(result);
  return {result->records().begin(), result->records().end()};
}

/// The text with the record at its end; fails the test if anything before it changed.
std::string appended(const std::string& text, const Record& record) {
  const auto result = append_record({"records.yaml", text}, record);
  INFO(printed(result.diagnostics()));
  REQUIRE(result);
  CHECK(result->starts_with(text));
  return *result;
}

const std::string october =
    "  - received: b/1.1/bmg of Oct 2019   # came by post\n    date: 12 October 2019\n";

}  // namespace

TEST_CASE("every byte that stood in the file stays", "[read][append]") {
  const std::vector<std::string> files{
      records_head + october,
      records_head + october + "    reference: no line break at the end",
      records_head + october + "# a last remark\n",
      records_head + october + "\n\n",
      records_head + october + "    note: >-\n      over\n\n      lines\n\n",
      "# first\nsafegov:   1\npartnership: t\nrecords:\n- {received: b/1.1/bmg of Oct 2019, date: "
      "2019-10-12}\n",
      "safegov: 1\npartnership: t\nrecords:\n        -   received: b/1.1/bmg of Oct 2019\n         "
      " "
      "  date: 2019-10-12\n",
      "\xEF\xBB\xBFsafegov: 1\npartnership: t\nrecords:\n- received: b/1.1/bmg of Oct 2019\n  "
      "date: "
      "2019-10-12\n",
      "safegov: 1\r\npartnership: t\r\nrecords:\r\n  - received: b/1.1/bmg of Oct 2019\r\n    "
      "date: "
      "2019-10-12"};
  for (const std::string& text : files) {
    CAPTURE(text);
    const auto before = records_in(text);
    const std::string with = appended(text, june);
    const auto after = records_in(with);
    REQUIRE(after.size() == 2);
    CHECK(after[0] == before[0]);
    CHECK(after[1] == june);
    if (text.find('\r') != std::string::npos)
      CHECK(std::ranges::count(with, '\r') == std::ranges::count(with, '\n'));
  }
}

TEST_CASE("whatever the text, it reads back as it was", "[read][append]") {
  const std::vector<std::string> hostile{"it's \"quoted\"",
                                         "'",
                                         "\"",
                                         "''",
                                         "key: value",
                                         "ends in:",
                                         "case #2",
                                         "a # b",
                                         "- item",
                                         "-",
                                         "? what",
                                         "{a: b}",
                                         "[a]",
                                         "&anchor",
                                         "*alias",
                                         "!tag",
                                         "| block",
                                         "> folded",
                                         "%TAG",
                                         "@at",
                                         "`tick`",
                                         "~",
                                         "null",
                                         "Null",
                                         "NULL",
                                         "true",
                                         "no",
                                         "1.10",
                                         "0x1F",
                                         "---",
                                         "...",
                                         "<<",
                                         "=",
                                         "\\n is no break",
                                         "two\nlines",
                                         "a\ttab",
                                         "tab:\tvalue",
                                         "\U0001F600 emoji",
                                         "Müller – £5",
                                         "\u2028 separator",
                                         "non\u00A0breaking",
                                         "a, b; c",
                                         "#",
                                         ": x",
                                         ", x",
                                         "x:y",
                                         "'tis",
                                         std::string(5000, 'x')};
  for (const std::string& text : hostile) {
    CAPTURE(text);
    Record record = june;
    record.by = {"bmg"};
    record.reference = text;
    record.reason = text + "\nand " + text;
    record.note = text;
    record.recorded = Date(2019, 6, 20);
    const auto records = records_in(appended(records_head + october, record));
    REQUIRE(records.size() == 2);
    CHECK(records[1] == record);
    CHECK(records_in(records_file("t", record))[0] == record);
  }
}

TEST_CASE("every kind of record can be added", "[read][append]") {
  std::string text = records_file("t", june);
  const std::vector<Record> more{
      {.event = {RecordKind::extended, "b/1.1/bmg of Oct 2019"},
       .date = Date(2019, 10, 9),
       .until = "Feb 2020",
       .by = {"bmg"},
       .reason = "data not ready"},
      {.event = {RecordKind::superseded, "b/1.1/bmg of Oct 2019"},
       .id = "r7",
       .date = Date(2019, 11, 9),
       .replaced_by = "b/1.1/bmg of June 2019"},
      {.event = {RecordKind::retracted, "r7"}, .date = Date(2019, 12, 1)}};
  for (const Record& record : more) text = appended(text, record);
  const auto records = records_in(text);
  REQUIRE(records.size() == 4);
  CHECK(records[0] == june);
  for (std::size_t i = 0; i < more.size(); ++i) CHECK(records[i + 1] == more[i]);
}

TEST_CASE("a file that cannot take a record at its end is refused with a place", "[read][append]") {
  const std::vector<std::string> refused{"safegov: 1\npartnership: t\nrecords: []\n",
                                         "safegov: 1\npartnership: t\nrecords: [{received: "
                                         "b/1.1/bmg of Oct 2019, date: 2019-10-12}]\n",
                                         "safegov: 1\npartnership: t\nrecords:\n",
                                         "safegov: 1\nrecords:\n" + october + "partnership: t\n",
                                         support::plan,
                                         support::partnership,
                                         "- a\n",
                                         "a",
                                         "[a]",
                                         ""};
  for (const std::string& text : refused) {
    CAPTURE(text);
    const auto result = append_record({"records.yaml", text}, june);
    CHECK_FALSE(result);
    REQUIRE(result.diagnostics().size() == 1);
    CHECK(result.diagnostics()[0].where.name() == "records.yaml");
    CHECK_FALSE(result.diagnostics()[0].help.empty());
  }
}

TEST_CASE("a file cut off anywhere in its last record never changes an earlier one",
          "[read][append]") {
  Record last = june;
  last.by = {"bmg"};
  last.reference = "minutes of \"June\": item 4";
  last.reason = "it's two\nlines";
  const std::string before = records_head + october;
  const auto earlier = records_in(before);
  const std::string whole = appended(before, last);
  for (std::size_t size = before.size(); size <= whole.size(); ++size) {
    CAPTURE(size, whole.substr(before.size(), size - before.size()));
    const auto result = read(support::partnership, support::plan, whole.substr(0, size));
    CHECK((result || !result.diagnostics().empty()));
    if (!result) continue;
    REQUIRE(!result->records().empty());
    CHECK(result->records()[0] == earlier[0]);
    CHECK(result->records().size() <= 2);
  }
}
