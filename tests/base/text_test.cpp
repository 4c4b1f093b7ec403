// Small helpers over UTF-8 text.
// SPDX-License-Identifier: Apache-2.0

#include "base/text.hpp"

#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/source.hpp>

#include "test.hpp"

using namespace safegov;
using namespace safegov::internal;

namespace {

/// The distance by its definition; slow.
std::size_t naive_distance(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return a.size() + b.size();
  std::size_t best =
      std::min({naive_distance(a.substr(1), b) + 1, naive_distance(a, b.substr(1)) + 1,
                naive_distance(a.substr(1), b.substr(1)) + (a[0] == b[0] ? 0 : 1)});
  if (a.size() > 1 && b.size() > 1 && a[0] == b[1] && a[1] == b[0])
    best = std::min(best, naive_distance(a.substr(2), b.substr(2)) + 1);
  return best;
}

std::string token(const std::string& text, std::uint32_t column) {
  const Span span = token_at(std::make_shared<const Source>("x", text), {1, column});
  return std::string(line_of(span).substr(column - 1, span.length));
}

}  // namespace

TEST_CASE("white space is trimmed at either end", "[base][text]") {
  CHECK(trim(" \t\r\n a b \f\v").size() == 3);
  CHECK(trim("").empty());
  CHECK(trim(" \n ").empty());
  CHECK(trim("\xC2\xA0x") == "\xC2\xA0x");  // a no-break space is text
}

TEST_CASE("small letters are ASCII's only", "[base][text]") {
  CHECK(lower("AbZ[9") == "abz[9");
  CHECK(lower("\xC3\x89") == "\xC3\x89");
  CHECK(as_word("Reports To_x") == "reports-to-x");
}

TEST_CASE("width is what a terminal shows", "[base][text]") {
  CHECK(display_width("") == 0);
  CHECK(display_width("abc") == 3);
  CHECK(display_width("Caf\xC3\xA9") == 4);
  CHECK(display_width("e\xCC\x81") == 1);
  CHECK(display_width("\xE4\xB8\xAD") == 2);
  CHECK(display_width("\xEF\xBC\xA1") == 2);      // a full-width A
  CHECK(display_width("\xF0\x9F\x98\x80") == 2);  // a face
  CHECK(display_width("\xF0\x9F\x9A\x80") == 2);  // a rocket
  CHECK(display_width("\xF0\xA0\x80\x80") == 2);  // a rare ideograph
  CHECK(display_width("\xE2\x80\x8B") == 0);      // nothing at all
  CHECK(display_width("\xFF\xC3") == 2);          // what is no UTF-8: one column a byte
}

TEST_CASE("text is cut between characters", "[base][text]") {
  CHECK(fit("abc", 2) == "ab");
  CHECK(fit("abc", 9) == "abc");
  CHECK(fit("a\xE4\xB8\xAD", 2) == "a");
  CHECK(fit("e\xCC\x81x", 1) == "e\xCC\x81");
  CHECK(fit("abc", 0).empty());
}

TEST_CASE("a character is as long as UTF-8 says, what is none counts one", "[base][text]") {
  CHECK(character_length("a", 0) == 1);
  CHECK(character_length("\xC3\xA9", 0) == 2);
  CHECK(character_length("\xE2\x82\xAC", 0) == 3);
  CHECK(character_length("\xF0\x9F\x98\x80", 0) == 4);
  for (const std::string_view bad :
       {"\xC3", "\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xF0\x8F\xBF\xBF",
        "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xC3\x28", "\xE2\x82", "\xFF"})
    CHECK(character_length(bad, 0) == 1);
  CHECK(character_length("\xED\x9F\xBF", 0) == 3);
  CHECK(character_length("\xF4\x8F\xBF\xBF", 0) == 4);
}

TEST_CASE("distance counts letters inserted, dropped, changed and swapped", "[base][text]") {
  CHECK(edit_distance("", "") == 0);
  CHECK(edit_distance("abc", "") == 3);
  CHECK(edit_distance("bmg", "bgm") == 1);
  CHECK(edit_distance("what", "waht") == 1);
  std::mt19937 random(1);
  for (int round = 0; round < 300; ++round) {
    std::array<std::string, 2> words;
    for (std::string& word : words)
      for (auto length = random() % 6; length > 0; --length)
        word += static_cast<char>('a' + random() % 3);
    CAPTURE(words[0], words[1]);
    CHECK(edit_distance(words[0], words[1]) == naive_distance(words[0], words[1]));
    CHECK(edit_distance(words[0], words[1]) == edit_distance(words[1], words[0]));
  }
}

TEST_CASE("the nearest word is one that a slip may have meant", "[base][text]") {
  const std::vector<std::string_view> words{"reports-to", "what", "due", "to"};
  CHECK(nearest("report-to", words) == "reports-to");
  CHECK(nearest("Reports To", words) == "reports-to");
  CHECK(nearest("waht", words) == "what");
  CHECK(nearest("deu", words) == "due");
  CHECK(nearest("xylophone", words).empty());
  CHECK(nearest("", words).empty());
  CHECK(nearest("what", {}).empty());
  CHECK(nearest(std::string(5000, 'a'), words).empty());
  const std::vector<std::string_view> tie{"abcx", "abcy"};
  CHECK(nearest("abcz", tie) == "abcx");
}

TEST_CASE("words are listed as people list them", "[base][text]") {
  const std::vector<std::string_view> words{"a", "b", "c"};
  CHECK(alternatives(words) == "'a', 'b' or 'c'");
  CHECK(alternatives(words, "and") == "'a', 'b' and 'c'");
  CHECK(alternatives({words.data(), 2}) == "'a' or 'b'");
  CHECK(alternatives({words.data(), 1}) == "'a'");
  CHECK(alternatives({}).empty());
}

TEST_CASE("what is quoted shows what it is", "[base][text]") {
  CHECK(in_quotes("a b") == "'a b'");
  CHECK(in_quotes("a\nb\tc\x01") == "'a\\nb\\tc\\?'");
  CHECK(in_quotes(std::string(60, 'x')) == "'" + std::string(60, 'x') + "'");
  CHECK(in_quotes(std::string(61, 'x')) == "'" + std::string(60, 'x') + "…'");
}

TEST_CASE("nothing in a text tells the runner of a pipeline what to do", "[base][text]") {
  CHECK(disarmed("##[add-mask]a ##vso[b]c") == "♯#[add-mask]a ♯#vso[b]c");
  CHECK(disarmed("::error::a ::debug::b") == "∶:error::a ∶:debug::b");
  for (const char* const usual : {"## head", "#[", "std::string", "a :: b", "::", "10::20", "«é»"})
    CHECK(disarmed(usual) == usual);
}

TEST_CASE("nouns are counted, and have their article", "[base][text]") {
  CHECK(counted(1, "day") == "1 day");
  CHECK(counted(0, "day") == "0 days");
  CHECK(counted(2, "day") == "2 days");
  CHECK(with_article("action") == "an action");
  CHECK(with_article("plan") == "a plan");
}

TEST_CASE("lines are found again, however they end", "[base][source]") {
  const Source source("x", "a\r\nb\n\nc");
  CHECK(source.line(1) == "a");
  CHECK(source.line(2) == "b");
  CHECK(source.line(3).empty());
  CHECK(source.line(4) == "c");
  CHECK(source.line(0).empty());
  CHECK(source.line(5).empty());
}

TEST_CASE("a caret underlines the word, quoted text or list that begins there", "[base][source]") {
  CHECK(token("lead: qa # who", 1) == "lead");
  CHECK(token("lead: qa # who", 7) == "qa");
  CHECK(token("a: two words", 4) == "two words");
  CHECK(token("a: \"x \\\" y\" z", 4) == "\"x \\\" y\"");
  CHECK(token("a: 'it''s' z", 4) == "'it''s'");
  CHECK(token("a: [b, [c]] # d", 4) == "[b, [c]]");
  CHECK(token("a: {b: 'x}', c: d} e", 4) == "{b: 'x}', c: d}");
  CHECK(token("a: [b, c]", 5) == "b");
  CHECK(token("a: [b, c]", 8) == "c");
  CHECK(token("a: x#1:2", 4) == "x#1:2");
  CHECK(token("a: [open", 4) == "[open");
  CHECK(token("ab", 3).empty());
}

TEST_CASE("an item of a list is found by its number", "[base][source]") {
  const auto item = [](const std::string& text, Position list, std::size_t index) {
    const Span span = item_at(token_at(std::make_shared<const Source>("x", text), list), index);
    return std::string(line_of(span).substr(span.begin.column - 1, span.length));
  };
  CHECK(item("a: [b, 'c, d', [e, f], g]", {1, 4}, 1) == "'c, d'");
  CHECK(item("a: [b, 'c, d', [e, f], g]", {1, 4}, 3) == "g");
  const std::string block = "a:\n  - b\n  # x\n  -   c\n\n  - d: e\n    f: g\n  - h\nz: y\n";
  CHECK(item(block, {2, 3}, 0) == "b");
  CHECK(item(block, {2, 3}, 1) == "c");
  CHECK(item(block, {2, 3}, 3) == "h");
  CHECK(item(block, {2, 3}, 4) == item(block, {2, 3}, 9));  // there is none: the list itself
  CHECK(item("a: b", {1, 4}, 0) == "b");
}
