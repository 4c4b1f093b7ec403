// Records from tables: as programs write them, as Excel saves them, and as they should not be.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <string>
#include <vector>

#include "read/support.hpp"

using namespace support;

namespace {

const std::string head = "event,obligation,date,reference\n";

Result<Partnership> with_table(std::string_view table) {
  return read(
      {{"a.yaml", support::partnership}, {"b.yaml", support::plan}, {"x.csv", std::string(table)}});
}

std::vector<Record> records_in(std::string_view table) {
  const auto result = with_table(table);
  INFO(printed(result.diagnostics()));
  REQUIRE(result);
  return {result->records().begin(), result->records().end()};
}

const std::vector<Record> one{{.event = {RecordKind::received, "b/1.1/bmg of Oct-19"},
                               .date = Date(2019, 10, 12),
                               .reference = "minutes, item 4"}};

}  // namespace

TEST_CASE("a table is read whatever separates its cells", "[read][csv]") {
  CHECK(records_in("event,obligation,date,reference\n"
                   "received,b/1.1/bmg of Oct-19,12/10/2019,\"minutes, item 4\"\n") == one);
  CHECK(records_in("event;obligation;date;reference\n"
                   "received;b/1.1/bmg of Oct-19;12/10/2019;minutes, item 4\n") == one);
  CHECK(records_in("event\tobligation\tdate\treference\n"
                   "received\tb/1.1/bmg of Oct-19\t12/10/2019\tminutes, item 4\n") == one);
}

TEST_CASE("columns go by name, in any order and case, and rows may be short, long or blank",
          "[read][csv]") {
  CHECK(records_in("Reference;DATE; Obligation ;Event\n"
                   "minutes, item 4;2019-10-12;b/1.1/bmg of Oct-19;Received\n") == one);
  CHECK(records_in("\r\nevent,obligation,date,reference,,\r\n,,,,,\r\n\r\n"
                   "received,b/1.1/bmg of Oct-19,2019-10-12,\"minutes, item 4\",,,,\r\n") == one);
  CHECK(records_in("event,obligation,date,reference,note\n"
                   "received,b/1.1/bmg of Oct-19,2019-10-12,\"minutes, item 4\"") == one);
  const auto part = records_in(head + "Partly received,b/1.1/bmg of Oct 2019,2019-10-12,\n");
  CHECK(part[0].event.kind == RecordKind::partly_received);
  CHECK(part[0].reference.empty());
  CHECK(records_in(head).empty());
}

TEST_CASE("quotes hold line breaks, separators and quotes", "[read][csv]") {
  const auto records =
      records_in(head +
                 "received,b/1.1/bmg of June 2019,2019-06-12,\"one\r\ntwo, \"\"three\"\"\"\r\n"
                 "\"received\",\"b/1.1/bmg of Oct 2019\",2019-10-12,\"a\" b\r\n");
  REQUIRE(records.size() == 2);
  CHECK(records[0].reference == "one two, \"three\"");
  CHECK(records[1].reference == "a b");
}

TEST_CASE("a byte order mark, line breaks of any system and either encoding are read",
          "[read][csv]") {
  const std::string row = "received,b/1.1/bmg of Oct-19,2019-10-12,\"minutes, item 4\"";
  CHECK(records_in("\xEF\xBB\xBF" + head + row) == one);
  CHECK(records_in("event,obligation,date,reference\r\n" + row + "\r\n") == one);
  CHECK(records_in("event,obligation,date,reference\r" + row + "\r") == one);

  const auto utf8 = with_table(head + "received,b/1.1/bmg of Oct-19,2019-10-12,M\xC3\xBCller\n");
  CHECK(utf8.diagnostics().empty());
  const auto ansi =
      with_table(head + "received,b/1.1/bmg of Oct-19,2019-10-12,M\xFCller \x96 \x80\x35\n");
  REQUIRE(ansi);
  CHECK(utf8->records()[0].reference == "Müller");
  CHECK(ansi->records()[0].reference == "Müller – €5");
  CHECK(summary(ansi.diagnostics()) == Lines{"x.csv:2:42 SG024"});
  CHECK(ansi.diagnostics()[0].severity == Severity::note);
}

TEST_CASE("what is no table of text is refused as a plan would be", "[read][csv]") {
  const std::string row = "received,b/1.1/bmg of Oct-19,2019-10-12,";
  CHECK(summary(with_table(head + row + "\x81\n").diagnostics()) == Lines{"x.csv:2:41 SG005"});
  CHECK(summary(with_table(std::string("PK\x03\x04", 4)).diagnostics()) ==
        Lines{"x.csv:1:3 SG004"});
  CHECK(summary(with_table(std::string("\xFF\xFE"
                                       "e\0v\0",
                                       6))
                    .diagnostics()) == Lines{"x.csv SG005"});
  CHECK(summary(with_table("").diagnostics()) == Lines{"x.csv SG003"});
  CHECK(summary(with_table(" \n\n").diagnostics()) == Lines{"x.csv SG003"});
  CHECK(summary(with_table(",,\n,,\n").diagnostics()) == Lines{"x.csv:1:1 SG003"});
  CHECK(summary(with_table(std::string(largest_text + 1, 'a')).diagnostics()) ==
        Lines{"x.csv SG006"});
}

TEST_CASE("a header that is not of records is refused", "[read][csv]") {
  const auto lines = [](std::string_view table) {
    return summary(with_table(table).diagnostics());
  };
  CHECK(lines("event,obligation\nreceived,b/1.1/bmg of Oct-19\n") == Lines{"x.csv:1:1 SG016"});
  CHECK(lines("a b\nc\n") ==
        Lines{"x.csv:1:1 SG015", "x.csv:1:1 SG016", "x.csv:1:1 SG016", "x.csv:1:1 SG016"});
  CHECK(lines("event,obligation,date,date\n") == Lines{"x.csv:1:23 SG012"});
  const auto near = with_table("event,obligation,date,refrence\n");
  CHECK(summary(near.diagnostics()) == Lines{"x.csv:1:23 SG015"});
  CHECK(near.diagnostics()[0].help == "did you mean 'reference'?");
}

TEST_CASE("every bad cell is told with its row, its column and its place", "[read][csv]") {
  const auto result = with_table(
      "event,obligation,date,reference\n"
      "receivd,b/1.1/bmg of June 2019,2019-06-12,\n"
      "\n"
      "received,b/1.1/bmg of June 2019,31/6/2019,\"over\n"
      "two lines\"\n"
      "received,b/1.1/bmg of July 2019,2019-06-12,\"over\n"
      "two\",x\n"
      ",b/1.1/bmg of June 2019,2019-06-12\n"
      "received,,2019-06-12\n"
      "received,b/1.1/bmg of Oct 2019\n");
  CHECK_FALSE(result);
  INFO(printed(result.diagnostics()));
  const auto& found = result.diagnostics();
  CHECK(summary(found) == Lines{"x.csv:2:1 SG018", "x.csv:4:33 SG019", "x.csv:6:10 SG103",
                                "x.csv:7:6 SG017", "x.csv:8:1 SG016", "x.csv:9:1 SG016",
                                "x.csv:10:1 SG016"});
  CHECK(found[0].message.starts_with("row 2, column 'event': "));
  CHECK(found[0].help == "did you mean 'received'?");
  CHECK(found[1].message.starts_with("row 4, column 'date': "));
  CHECK(found[3].message == "row 5 has 5 cells for 4 columns");
  CHECK(found[4].message == "row 6 has no 'event'");
  CHECK(found[5].message == "row 7 has no 'obligation'");
  CHECK(found[6].message == "row 8 has no 'date'");
}

TEST_CASE("what is wrong with a record of a table is underlined as far as its cell goes",
          "[read][csv]") {
  const auto underlined = [](const std::string& row) {
    const auto result = with_table(head + row);
    REQUIRE(result.diagnostics().size() == 1);
    const Span& where = result.diagnostics()[0].where;
    return std::string(line_of(where).substr(where.begin.column - 1, where.length));
  };
  CHECK(underlined("received,b/1.1/bmg of July 2019 ,2019-06-12,x\n") == "b/1.1/bmg of July 2019");
  CHECK(underlined("received,\"b/1.1/bmg of \"\"July\"\", 2019\",2019-06-12,x\n") ==
        "\"b/1.1/bmg of \"\"July\"\", 2019\"");
}

TEST_CASE("a quote that is never closed ends the table, with its place", "[read][csv]") {
  check_refused(with_table(head + "received,b/1.1/bmg of Oct-19,2019-10-12,\"open\nmore,\n"),
                {"x.csv:2:41 SG009"});
  check_refused(with_table("\"event"), {"x.csv:1:1 SG009"});
}

TEST_CASE("the same records as YAML and as a table make equal partnerships", "[read][csv]") {
  const auto table = with_table(
      "event,obligation,date,until,by,reason,recorded,id\n"
      "extended,b/1.1/bmg of Oct 2019,2019-10-09,Feb 2020,bmg,data not ready,,\n"
      "received,b/1.1/bmg of June 2019,2019-06-12,,qa,,2019-06-20,r1\n"
      "retracted,r1,2019-07-01,,,another report,,\n");
  const auto yaml =
      read({{"a.yaml", support::partnership},
            {"b.yaml", support::plan},
            {"x.yaml", records_head + "  - extended: b/1.1/bmg of Oct 2019\n"
                                      "    date: 2019-10-09\n    until: Feb 2020\n    by: bmg\n"
                                      "    reason: data not ready\n"
                                      "  - received: b/1.1/bmg of June 2019\n"
                                      "    date: 2019-06-12\n    by: qa\n"
                                      "    recorded: 2019-06-20\n    id: r1\n"
                                      "  - retracted: r1\n    date: 2019-07-01\n"
                                      "    reason: another report\n"}});
  INFO(printed(table.diagnostics()) << printed(yaml.diagnostics()));
  REQUIRE(table);
  REQUIRE(yaml);
  CHECK(*table == *yaml);
}

TEST_CASE("tables are found in folders, unless their name begins with a dot", "[read][csv]") {
  const Folder folder;
  folder.write("partnership.yaml", support::partnership);
  folder.write("plan.yaml", support::plan);
  folder.write("records.csv",
               head + "received,b/1.1/bmg of Oct-19,2019-10-12,\"minutes, item 4\"\n");
  folder.write(".records.csv.new", "half a");
  const auto result = read_partnership({folder.path()});
  INFO(printed(result.diagnostics()));
  REQUIRE(result);
  CHECK(std::ranges::equal(result->records(), one));
}

TEST_CASE("a hostile table is read in time that grows with its size", "[read][csv][size]") {
  const std::string mib = repeated(",", 1 << 20);
  const std::vector<std::string> tables{
      mib,
      repeated("\n", 4 << 20),
      head + repeated(",,,\n", 1 << 20),
      head + repeated("a\n", 1 << 20),
      head + repeated("received,b/1.1/bmg,2019-10-12,\"\"\n", 30'000),
      repeated("\"\"", 1 << 20),
      head + repeated(std::string(999, ',') + "\n", 4000)};
  for (const std::string& table : tables) {
    CAPTURE(table.substr(0, 60));
    CHECK(seconds([&] { (void)with_table(table); }) < 10);
  }
  CHECK(summary(with_table(mib).diagnostics()) == Lines{"x.csv:1:1001 SG017"});
}
