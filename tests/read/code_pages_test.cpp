// Every page of a code is a test: its examples say what is found in them, and where.
// SPDX-License-Identifier: Apache-2.0
//
// A ```yaml block is read, and the marks `# error: SG012` at the end of a line (or `# error-next:`
// on the line above) say exactly what is found on that line. `# --- NAME.yaml` begins another file.
// A block without a partnership file is given one: bodies `board`, `bmg` and `qa`; a block of
// records alone is given a plan too; one of audits, citations, commitments, glossaries, inspections
// or logs, documents `report-1` to `report-3`. What is odd in registers is looked for as at 1
// January 2030; on the page of a rule of lint, what that rule says as at that day.

#include <algorithm>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <safegov/diagnostic.hpp>
#include <safegov/lint.hpp>
#include <safegov/read.hpp>
#include <safegov/register_report.hpp>
#include <safegov/registers.hpp>

#include "markdown.hpp"
#include "partnership.hpp"

using namespace safegov;
using namespace safegov::test;

namespace {

/// File, line, severity and code.
using Found = std::multiset<std::tuple<std::string, int, std::string, std::string>>;

const char* const standing_partnership =
    "safegov: 1\npartnership: example\nname: Example\ntop: board\nbodies:\n  - id: board\n  - id: "
    "bmg\n"
    "    reports-to: board\n  - id: qa\n    reports-to: bmg\n";
const char* const standing_plan =
    "safegov: 1\npartnership: example\nplan: plan-1\nperiod: 2019-22\nobjectives:\n  - no: 1\n    "
    "actions:\n"
    "      - no: 1.1\n        lead: qa\n        promises:\n          - what: Report\n            "
    "to: bmg\n"
    "            due: June 2019, Oct 2019\n";

const char* const standing_documents =
    "safegov: 1\npartnership: example\ndocuments:\n"
    "  - {id: report-1, title: Report, kind: report}\n"
    "  - {id: report-2, title: Report, kind: report}\n"
    "  - {id: report-3, title: Report, kind: report}\n";

bool has_key(const std::string& text, const std::string& key) {
  return text.starts_with(key + ":") || text.find("\n" + key + ":") != std::string::npos;
}

/// The files of a block, by name.
std::vector<std::pair<std::string, std::string>> files_of(const Block& block) {
  std::vector<std::pair<std::string, std::string>> files{{"example.yaml", ""}};
  std::istringstream lines(block.text);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("# --- ")) {
      if (files.back().second.empty()) files.pop_back();
      files.emplace_back(line.substr(6), "");
    } else {
      files.back().second += line + "\n";
    }
  }
  bool bodies = false, plan = false, records = false, rows = false;
  bool documents = false, tells = false;
  for (const auto& [name, text] : files) {
    bodies |= has_key(text, "bodies") || has_key(text, "name");
    plan |= has_key(text, "plan");
    records |= has_key(text, "records");
    documents |= has_key(text, "documents");
    for (const char* const list : {"audit-programmes", "audits", "citations", "claims",
                                   "commitments", "facts", "glossary", "inspections", "logs"})
      tells |= has_key(text, list);
    for (const Register* kind : registers()) rows |= has_key(text, std::string(kind->name));
  }
  if (!bodies && (plan || records || rows))
    files.emplace_back("(partnership)", standing_partnership);
  if (records && !plan) files.emplace_back("(plan)", standing_plan);
  if (tells && !documents) files.emplace_back("(documents)", standing_documents);
  return files;
}

void add_marks(const std::string& file, int number, const std::string& line, Found& marks) {
  static const std::regex mark("# (error|warning|note)(-next)?:((?: SG[0-9]{3})+)");
  for (std::sregex_iterator found(line.begin(), line.end(), mark), end; found != end; ++found) {
    std::istringstream all((*found)[3]);
    for (std::string code; all >> code;)
      marks.emplace(file, (*found)[2].matched ? number + 1 : number, (*found)[1], code);
  }
}

Found marks_of(const Block& block, const std::vector<std::pair<std::string, std::string>>& files) {
  Found marks;
  for (const auto& [name, text] : files) {
    std::istringstream lines(text);
    int number = 0;
    for (std::string line; std::getline(lines, line);) add_marks(name, ++number, line, marks);
  }
  // A block's own info string marks what has no line.
  static const std::regex mark("(error|warning|note): (SG[0-9]{3})");
  std::smatch found;
  if (std::regex_search(block.info, found, mark)) marks.emplace("", 0, found[1], found[2]);
  return marks;
}

bool is_lint_rule(const Code& code) {
  const auto rules = lint_rules();
  return std::ranges::find(rules, code.id, [](const Code* rule) { return rule->id; }) !=
         rules.end();
}

/// What a rule of lint says, and no other.
Diagnostics said_by(const Code& rule, const Partnership& partnership, Date as_at) {
  const LintOptions options{.only = {std::string(rule.id)}};
  Diagnostics said;
  for (Finding& finding : lint(partnership, as_at, options).findings)
    if (finding.what.code == rule.id) said.push_back(std::move(finding.what));
  return said;
}

/// What reading finds, and the rule whose page it is; of other pages, what is odd in registers.
Found found_in(const Code& page, const std::vector<std::pair<std::string, std::string>>& files) {
  std::vector<Source> sources;
  for (const auto& [name, text] : files) sources.emplace_back(name, text);
  Found found;
  const auto result = read_sources(std::move(sources));
  Diagnostics all = result.diagnostics();
  if (result) {
    const Date as_at(2030, 1, 1);
    const Diagnostics odd =
        is_lint_rule(page) ? said_by(page, *result, as_at) : register_findings(*result, as_at);
    std::ranges::copy(odd, std::back_inserter(all));
  }
  for (const Diagnostic& d : all) {
    const bool placed = d.where.begin.line != 0;
    found.emplace(placed ? std::string(d.where.name()) : "", static_cast<int>(d.where.begin.line),
                  std::string(to_string(d.severity)), d.code);
  }
  return found;
}

std::string shown(const Found& found) {
  std::ostringstream out;
  for (const auto& [file, line, severity, code] : found)
    out << file << ':' << line << ' ' << severity << ' ' << code << '\n';
  return out.str();
}

}  // namespace

TEST_CASE("every code has a page that begins with its id and name", "[read][docs]") {
  for (const Code& code : all_codes()) {
    CAPTURE(std::string(code.id));
    const std::string title = "# " + std::string(code.id) + " " + std::string(code.name) + "\n";
    CHECK(code.page.starts_with(title));
    CHECK(code.page.find("\n## Why it matters\n") != std::string_view::npos);
    CHECK(code.page.size() > title.size() + 200);
  }
}

TEST_CASE("what a page says is found is found there, and nothing else", "[read][docs]") {
  for (const Code& code : all_codes()) {
    for (const Block& block : blocks_of(code.page)) {
      if (!block.info.starts_with("yaml")) continue;
      const auto files = files_of(block);
      INFO(std::string(code.id) << ", block at line " << block.line);
      CHECK(shown(found_in(code, files)) == shown(marks_of(block, files)));
    }
  }
}

TEST_CASE("a page's example shows its own fault", "[read][docs]") {
  // Faults that no page can hold: of files and bytes. tests/read/bad_input_test.cpp and
  // csv_test.cpp have them; and SG118, of publishing what was read (tests/model/publish_test.cpp).
  const std::set<std::string_view> of_files{"SG001", "SG002", "SG003", "SG004", "SG005",
                                            "SG006", "SG022", "SG023", "SG024", "SG118"};
  for (const Code& code : all_codes()) {
    if (of_files.count(code.id) != 0) continue;
    bool fires = false;
    for (const Block& block : blocks_of(code.page))
      if (block.info.starts_with("yaml"))
        for (const auto& entry : found_in(code, files_of(block)))
          fires |= std::get<3>(entry) == code.id;
    CAPTURE(std::string(code.id));
    CHECK(fires);
  }
}

TEST_CASE("codes are unique and ascending", "[read][docs]") {
  const auto codes = all_codes();
  for (std::size_t i = 1; i < codes.size(); ++i) CHECK(codes[i - 1].id < codes[i].id);
}
