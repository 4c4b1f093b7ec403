// What is printed: widths, colours, words beside every colour, and the same bytes every time.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <clocale>
#include <sstream>
#include <string>

#include <safegov/render.hpp>

#include "base/text.hpp"
#include "markdown.hpp"
#include "partnership.hpp"

using namespace safegov;
using namespace safegov::test;

namespace {

Assessment nottingham_state() { return assess(nottingham_plan(), Date(2019, 11, 1)); }

std::string without_colour(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '\x1b')
      at = text.find('m', at) + 1;
    else
      out += text[at++];
  }
  return out;
}

std::size_t widest_line(const std::string& text) {
  std::size_t widest = 0;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);)
    widest = std::max(widest, internal::display_width(line));
  return widest;
}

}  // namespace

TEST_CASE("no line of text is wider than the page", "[render]") {
  const auto state = nottingham_state();
  for (const std::size_t width : {60U, 80U, 100U}) {
    CAPTURE(width);
    CHECK(widest_line(render(state, Format::text, {.width = width})) <= width);
    CHECK(widest_line(render(state, Format::text, {.width = width, .by = Group::action})) <= width);
    CHECK(widest_line(render(state.obligations(), Format::text, {.width = width})) <= width);
    const Obligations owed = state.obligations();
    const DateRange range(Date(2019, 1, 1), Date(2020, 6, 1));
    CHECK(widest_line(render(owed, burn_up(owed, timeline(owed, range)), Format::text,
                             {.width = width})) <= width);
    CHECK(widest_line(render(owed, range, state_intervals(owed, range), Format::text,
                             {.width = width})) <= width);
  }
}

TEST_CASE("a narrow page has fewer columns, and counts what they had with the others", "[render]") {
  const auto state = nottingham_state();
  for (const Group by : {Group::plan, Group::objective, Group::action, Group::lead, Group::state})
    for (const std::size_t width : {0U, 40U, 45U, 50U, 55U, 60U, 62U}) {
      CAPTURE(width);
      const std::string text = render(state, Format::text, {.width = width, .by = by});
      CHECK(widest_line(text) <= std::max<std::size_t>(width, 40));
      CHECK(widest_line(render(state, Format::text, {.width = width})) <=
            std::max<std::size_t>(width, 40));
    }
  const std::string text = render(state, Format::text, {.width = 45, .by = Group::plan});
  CHECK(text.find("  plan             in all  overdue  due other\n") != std::string::npos);
  CHECK(text.find("     61       32    ·    29\n") != std::string::npos);
}

TEST_CASE("JSON is UTF-8, even where the name of a file is not", "[render]") {
  const auto state =
      read_sources({{"a", small_partnership}, {"caf\xE9.yaml", "safegov: 1\nbodies: 3\n"}});
  const std::string json = render(state.diagnostics(), Format::json);
  CHECK(json.find("caf\xE9") == std::string::npos);
  CHECK(json.find("\"caf\uFFFD.yaml\"") != std::string::npos);
  const auto named = read_sources({{"caf\u00E9.yaml", "safegov: 1\nbodies: 3\n"}});
  CHECK(render(named.diagnostics(), Format::json).find("\"caf\u00E9.yaml\"") != std::string::npos);
}

TEST_CASE("colour adds nothing that is not said in words", "[render]") {
  const auto state = nottingham_state();
  const std::string plain = render(state, Format::text);
  const std::string coloured = render(state, Format::text, {.colour = true});
  CHECK(plain.find('\x1b') == std::string::npos);
  CHECK(coloured.find('\x1b') != std::string::npos);
  CHECK(without_colour(coloured) == plain);
  CHECK(without_colour(render(state, Format::text, {.colour = true, .by = Group::lead})) ==
        render(state, Format::text, {.by = Group::lead}));
}

TEST_CASE("only the states asked for are listed, and all are counted", "[render]") {
  const auto state = nottingham_state();
  const std::string text = render(state, Format::text, {.only = {State::received_late}});
  CHECK(text.find("bp-2019/5.1/bmg@2019-06") != std::string::npos);
  CHECK(text.find("bp-2019/2.2/omg@2019-06") == std::string::npos);
  CHECK(text.find("overdue             32") != std::string::npos);
}

TEST_CASE("the same partnership gives the same bytes, whatever the locale", "[render]") {
  const std::string before =
      render(nottingham_state(), Format::json) + render(nottingham_state(), Format::text);
  const char* const old = std::setlocale(LC_ALL, "C.UTF-8");
  const std::string after =
      render(nottingham_state(), Format::json) + render(nottingham_state(), Format::text);
  std::setlocale(LC_ALL, "C");
  CHECK(old != nullptr);
  CHECK(before == after);
}

TEST_CASE("text in a plan cannot steer the terminal", "[render]") {
  Partnership::Parts parts;
  parts.arrangements = {.id = "x", .name = "Evil \x1b[31m name\r\n", .bodies = {{.id = "b"}}};
  parts.plans = {
      {.id = "p",
       .objectives = {
           {.no = "1",
            .actions = {
                {.no = "1.1", .promises = {{.id = "r", .what = "\x1b]0;title\x07 report"}}}}}}}};
  const auto state = assess(expand_obligations(Partnership::make(parts).value()), Date(2019, 1, 1));
  CHECK(render(state, Format::text).find('\x1b') == std::string::npos);
  CHECK(render(state, Format::text).find('\x07') == std::string::npos);
  CHECK(render(state, Format::json).find("\\u001b") != std::string::npos);
}

TEST_CASE("text in a plan cannot break the council's table, nor become HTML", "[render]") {
  Partnership::Parts parts;
  parts.arrangements = {.id = "x", .name = "A | B", .bodies = {{.id = "b"}}};
  parts.plans = {
      {.id = "p",
       .objectives = {{.no = "1",
                       .text = "line\nbreak | pipe",
                       .actions = {{.no = "1.1",
                                    .text = "<script>alert('x')</script> *bold* `code` [a](b)",
                                    .promises = {{.id = "r", .what = "a \\| b & c"}}}}}}}};
  const auto state = assess(expand_obligations(Partnership::make(parts).value()), Date(2019, 1, 1));
  const std::string page = render(state, Format::markdown);
  CHECK(page.find("<script") == std::string::npos);
  CHECK(page.find("| 1.1 | 1. line break \\| pipe | &lt;script&gt;alert('x')&lt;/script&gt; "
                  "\\*bold\\* \\`code\\` \\[a\\](b) | not stated | a \\\\\\| b &amp; c | no date | "
                  "undated | ") != std::string::npos);
  CHECK(render(state, Format::markdown, {.by = Group::plan}).find("| p |  | 1 | 1 |") !=
        std::string::npos);
  CHECK_THROWS_AS(render(state.obligations(), Format::markdown), std::invalid_argument);
}

TEST_CASE("the page of the plan format is what the types describe", "[render][docs]") {
  const std::string path = SAFEGOV_SOURCE_DIR "/docs/plan-format.md";
  const std::string page = file_text(path);
  const std::string begin = "<!-- from the descriptions: begin -->\n",
                    end = "<!-- from the descriptions: end -->";
  const auto from = page.find(begin), to = page.find(end);
  REQUIRE(from != std::string::npos);
  REQUIRE(to != std::string::npos);
  const std::string written = page.substr(from + begin.size(), to - from - begin.size());
  const std::string described = "\n" + plan_reference() + "\n";
  if (written != described && std::getenv("UPDATE") != nullptr)
    std::ofstream(path, std::ios::binary)
        << page.substr(0, from + begin.size()) << described << page.substr(to);
  else
    CHECK(written == described);
}
