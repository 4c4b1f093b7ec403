// Diagnostics as they are printed, sorted and thrown, and the catalogue of their codes.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <regex>
#include <set>
#include <sstream>
#include <string>

#include <safegov/diagnostic.hpp>
#include <safegov/result.hpp>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "test.hpp"

using namespace safegov;

namespace {

std::shared_ptr<const Source> source(const std::string& text) {
  return std::make_shared<const Source>("x.yaml", text);
}

Diagnostic at(const std::string& text, Position begin, std::uint32_t length = 1) {
  Diagnostic d;
  d.code = "SG999";
  d.message = "it is wrong";
  d.where = {source(text), begin, length};
  return d;
}

std::vector<std::string> lines_of(const Diagnostic& d, const PrintOptions& options = {}) {
  std::ostringstream out;
  print(out, {d}, options);
  std::istringstream in(out.str());
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// The excerpt's line and the one with the caret, without their margins.
std::pair<std::string, std::string> excerpt(const Diagnostic& d) {
  const auto lines = lines_of(d);
  if (lines.size() < 3) return {};
  const auto behind = [](const std::string& line) { return line.substr(line.find(" | ") + 3); };
  return {behind(lines[1]), behind(lines[2])};
}

}  // namespace

TEST_CASE("a diagnostic is printed as compilers print theirs", "[base][diagnostic]") {
  Diagnostic d = at("a: 1\n    lead: qaa\n", {2, 11}, 3);
  d.code = "SG102";
  d.message = "no body is called 'qaa'";
  d.help = "did you mean 'qa'?";
  d.related.push_back({{source("id: qa\n"), {1, 5}, 2}, "'qa' is declared here"});
  std::ostringstream out;
  print(out, {d});
  CHECK(out.str() ==
        "x.yaml:2:11: error: no body is called 'qaa' [SG102]\n"
        "    2 |     lead: qaa\n"
        "      |           ^~~\n"
        "x.yaml:1:5: note: 'qa' is declared here\n"
        "    1 | id: qa\n"
        "      |     ^~\n"
        "     = help: did you mean 'qa'?\n");
  std::ostringstream line;
  line << d;
  CHECK(line.str() == "x.yaml:2:11: error: no body is called 'qaa' [SG102]");
}

TEST_CASE("the caret stands under its word, whatever stands before", "[base][diagnostic]") {
  CHECK(excerpt(at("ab cd", {1, 4}, 2)).second == "   ^~");
  CHECK(excerpt(at("\xC3\xA9\xC3\xA9 cd", {1, 6}, 2)).second == "   ^~");  // é é
  CHECK(excerpt(at("e\xCC\x81 cd", {1, 5}, 2)).second == "  ^~");          // e and an accent
  CHECK(excerpt(at("\xE4\xB8\xAD\xE6\x96\x87 cd", {1, 8}, 2)).second == "     ^~");  // two wide
  CHECK(excerpt(at("\xF0\x9F\x9A\x80 cd", {1, 6}, 2)).second == "   ^~");            // a rocket
  CHECK(excerpt(at("a \xE4\xB8\xAD\xE6\x96\x87", {1, 3}, 6)).second == "  ^~~~");
  const auto tab = excerpt(at("\tcd", {1, 2}, 2));
  CHECK(tab.first == " cd");
  CHECK(tab.second == " ^~");
  CHECK(excerpt(at("ab", {1, 3}, 0)).second == "  ^");  // just past the end
}

TEST_CASE("a long line is cut around its word, and the caret goes with it", "[base][diagnostic]") {
  for (const std::string filler : {"x", "\xC3\xA9", "\xE4\xB8\xAD", "e\xCC\x81"}) {
    CAPTURE(filler);
    std::string before, after;
    for (int i = 0; i < 300; ++i) before += filler, after += filler;
    const auto [line, caret] =
        excerpt(at(before + "WORD" + after, {1, static_cast<std::uint32_t>(before.size() + 1)}, 4));
    CHECK(internal::display_width(line) <= 104);
    const auto word = line.find("WORD");
    REQUIRE(word != std::string::npos);
    CHECK(internal::display_width(line.substr(0, word)) == caret.find('^'));
    CHECK(caret.substr(caret.find('^')) == "^~~~");
    CHECK(line.ends_with("…"));
    CHECK(line.starts_with("…"));
  }
}

TEST_CASE("a place that is not in the text is printed without an excerpt", "[base][diagnostic]") {
  CHECK(lines_of(at("ab", {1, 9})).size() == 1);
  CHECK(lines_of(at("ab", {7, 1})).size() <= 3);
  CHECK(lines_of(at("ab", {1, 1}), {.excerpts = false}).size() == 1);
  Diagnostic file = at("", {}, 0);
  CHECK(lines_of(file) == std::vector<std::string>{"x.yaml: error: it is wrong [SG999]"});
  Diagnostic made;
  made.code = "SG999";
  made.message = "it is wrong";
  CHECK(lines_of(made) == std::vector<std::string>{"error: it is wrong [SG999]"});
  made.path = "plans[0].plan";
  CHECK(lines_of(made) == std::vector<std::string>{"plans[0].plan: error: it is wrong [SG999]"});
}

TEST_CASE("an excerpt shows text only, one column for what is none", "[base][diagnostic]") {
  const auto [line, caret] = excerpt(at("a\x1b[2J\xE9\xC2\x9B b", {1, 10}));
  CHECK(line == "a [2J?  b");
  CHECK(caret == "        ^");
}

TEST_CASE("colour is used only when asked for, and never in place of a word",
          "[base][diagnostic]") {
  Diagnostic d = at("ab", {1, 1}, 2);
  d.related.push_back({d.where, "here"});
  for (const Severity severity : {Severity::note, Severity::warning, Severity::error}) {
    d.severity = severity;
    std::ostringstream plain, coloured;
    print(plain, {d});
    print(coloured, {d}, {.colour = true});
    CHECK(plain.str().find('\x1b') == std::string::npos);
    CHECK(plain.str().find(": " + std::string(to_string(severity)) + ": ") != std::string::npos);
    CHECK(coloured.str().find('\x1b') != std::string::npos);
    CHECK(std::regex_replace(coloured.str(), std::regex("\x1b\\[[0-9;]*m"), "") == plain.str());
  }
}

TEST_CASE("diagnostics are sorted by name, line, column, code, and those without a place come last",
          "[base][diagnostic]") {
  const auto with = [](std::string name, Position place, std::string code) {
    Diagnostic d;
    d.code = std::move(code);
    if (!name.empty()) d.where = {std::make_shared<const Source>(name, ""), place, 0};
    return d;
  };
  Diagnostics all{with("", {}, "SG900"),       with("b", {1, 1}, "SG001"),
                  with("a", {10, 1}, "SG001"), with("a", {2, 9}, "SG002"),
                  with("a", {2, 9}, "SG001"),  with("a", {2, 10}, "SG001"),
                  with("", {}, "SG100"),       with("a", {}, "SG009")};
  sort(all);
  std::string order;
  for (const Diagnostic& d : all) {
    std::ostringstream out;
    out << d.where << ' ' << d.code << "; ";
    order += out.str();
  }
  CHECK(order ==
        "a SG009; a:2:9 SG001; a:2:9 SG002; a:2:10 SG001; a:10:1 SG001; b:1:1 SG001;  SG900;  "
        "SG100; ");
}

TEST_CASE("only errors are errors", "[base][diagnostic]") {
  Diagnostic d;
  d.severity = Severity::warning;
  CHECK(!has_errors({}));
  CHECK(!has_errors({d}));
  CHECK(has_errors({d, Diagnostic{}}));
}

TEST_CASE("a result is asked or throws", "[base][result]") {
  const Result<int> good(3, {Diagnostic{.code = "SG021", .severity = Severity::warning}});
  CHECK(good);
  CHECK(*good == 3);
  CHECK(good.value() == 3);
  CHECK(good.diagnostics().size() == 1);
  Diagnostic first = at("ab", {1, 2});
  const Result<int> bad(Diagnostics{first, Diagnostic{.code = "SG001"}});
  CHECK(!bad);
  CHECK_THROWS_AS(bad.value(), InputError);
  try {
    static_cast<void>(Result<int>(bad).value());
    CHECK(false);
  } catch (const InputError& error) {
    CHECK(error.diagnostics().size() == 2);
    CHECK(std::string(error.what()) == "x.yaml:1:2: error: it is wrong [SG999] (and 1 more)");
  }
}

TEST_CASE("codes are unique, in order, and found by id and name", "[base][codes]") {
  const auto all = all_codes();
  REQUIRE(!all.empty());
  CHECK(std::ranges::adjacent_find(all, std::ranges::greater_equal{}, &Code::id) == all.end());
  std::set<std::string_view> names;
  for (const Code& code : all) {
    CAPTURE(code.id);
    CHECK(std::regex_match(std::string(code.id), std::regex("SG[0-9]{3}")));
    CHECK(std::regex_match(std::string(code.name), std::regex("[a-z0-9]+(-[a-z0-9]+)*")));
    CHECK(names.insert(code.name).second);
    CHECK(find_code(code.id) == &code);
    CHECK(find_code(internal::lower(code.id)) == &code);
    CHECK(find_code(code.name) == &code);
  }
  REQUIRE(find_code("Duplicate Key") != nullptr);
  CHECK(find_code("Duplicate Key")->id == "SG012");
  for (const char* none : {"", "SG", "SG01", "SG0120", "SG999", "duplicate"})
    CHECK(find_code(none) == nullptr);
}

TEST_CASE("every code that a source file declares is in the catalogue", "[base][codes]") {
  std::ifstream file(std::filesystem::path(SAFEGOV_SOURCE_DIR) / "src/base/codes.hpp");
  REQUIRE(file);
  const std::regex declared(R"re(Known (\w+)\{"(SG\d{3})", "([a-z0-9-]+)")re");
  std::size_t count = 0;
  for (std::string line; std::getline(file, line);) {
    std::smatch match;
    if (!std::regex_search(line, match, declared)) continue;
    ++count;
    CAPTURE(match[2].str());
    const Code* code = find_code(match[2].str());
    REQUIRE(code != nullptr);
    CHECK(code->name == match[3].str());
  }
  CHECK(count == all_codes().size());
}

TEST_CASE("every diagnostic is made from a declared code", "[base][codes]") {
  // `codes::Known` is the only way to a code: no source file writes one out.
  const std::regex written("\"SG[0-9]{3}\"");
  const std::filesystem::path src = std::filesystem::path(SAFEGOV_SOURCE_DIR) / "src";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(src)) {
    if (entry.path().extension() != ".cpp" && entry.path().extension() != ".hpp") continue;
    if (entry.path().filename() == "codes.hpp") continue;
    std::ifstream file(entry.path());
    std::ostringstream text;
    text << file.rdbuf();
    CAPTURE(entry.path().string());
    CHECK(!std::regex_search(text.str(), written));
  }
}
