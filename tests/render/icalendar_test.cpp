// How a diary is written: lines, texts and days as iCalendar has them.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <string>

#include <safegov/diary.hpp>
#include <safegov/render.hpp>

#include "cli/call.hpp"

using namespace safegov;
using safegov::test::says;

namespace {

const Date may(2019, 5, 1);

}  // namespace

TEST_CASE("lines of a calendar end in CR LF and have 75 bytes, and no character is cut",
          "[render][icalendar]") {
  Diary made{.name = "N", .as_at = may};
  DiaryEntry one{.uid = "u", .days = DateRange(may)};
  for (int i = 0; i < 60; ++i) {
    one.summary = std::string(static_cast<std::size_t>(i), 'x');
    for (int n = 0; n < 40; ++n) one.summary += "é😀a";
    made.entries = {one};
    const std::string text = render_icalendar(made);
    std::string unfolded;
    std::size_t longest = 0;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = text.find("\r\n", at);
      REQUIRE(end != std::string::npos);
      const std::string line = text.substr(at, end - at);
      longest = std::max(longest, line.size());
      CHECK(line.find('\n') == std::string::npos);
      CHECK((static_cast<unsigned char>(line[line[0] == ' ' ? 1 : 0]) & 0xC0) != 0x80);
      unfolded += line[0] == ' ' ? line.substr(1) : "\n" + line;
      at = end + 2;
    }
    CHECK(longest <= 75);
    CHECK(longest > 71);
    CHECK(says(unfolded, "\nSUMMARY:" + one.summary + "\n"));
  }
}

TEST_CASE("a text cannot break out of its line", "[render][icalendar]") {
  Diary made{.name = "a;b,c\\d", .as_at = may};
  DiaryEntry one{.uid = "u", .days = DateRange(may)};
  one.summary =
      "x\r\nEND:VEVENT\nBEGIN:VEVENT\rUID:evil\xE2\x80\xA8"
      "z\x01\x7F\tq\xFFr\xC3";
  one.categories = {"a,b", "c;d"};
  made.entries = {one};
  const std::string text = render_icalendar(made);
  CHECK(says(text, "\r\nNAME:a\\;b\\,c\\\\d\r\n"));
  CHECK(says(
      text,
      "\r\nSUMMARY:x\\nEND:VEVENT\\nBEGIN:VEVENT\\nUID:evil\\nz\tq\xEF\xBF\xBDr\xEF\xBF\xBD\r\n"));
  CHECK(says(text, "\r\nCATEGORIES:a\\,b,c\\;d\r\n"));
}

TEST_CASE("a calendar of nothing is still a calendar, and the last day of all ends",
          "[render][icalendar]") {
  CHECK(says(render_icalendar({.name = "N", .as_at = may}), "BEGIN:VTIMEZONE"));
  DiaryEntry one{.uid = "u", .days = DateRange(Date(9999, 12, 1), Date(9999, 12, 31))};
  const std::string text = render_icalendar({.name = "N", .as_at = may, .entries = {one}});
  CHECK(says(text, "DTSTART;VALUE=DATE:99991201\r\nDURATION:P31D\r\n"));
  CHECK_FALSE(says(text, "VTIMEZONE"));
}
