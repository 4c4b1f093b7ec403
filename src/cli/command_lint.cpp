// safegov lint: what an inspector would say of the plans, as at a date.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <fstream>
#include <ostream>
#include <set>
#include <sstream>
#include <stdexcept>

#include <safegov/lint.hpp>

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/common.hpp"

namespace safegov::internal {
namespace {

FindingsFormat lint_format(const Arguments& arguments) {
  const auto given = arguments.value("--format");
  if (!given) return FindingsFormat::text;
  return static_cast<FindingsFormat>(word_of("--format", *given, words_of<FindingsFormat>()));
}

/// The least severity that ends in exit code 1; nothing for `nothing`.
std::optional<Severity> fails_from(const Arguments& arguments) {
  constexpr std::array<std::string_view, 4> words{"note", "warning", "error", "nothing"};
  const std::size_t word =
      word_of("--fail-on", arguments.value("--fail-on").value_or("warning"), words);
  if (word == 3) return {};
  return static_cast<Severity>(word);
}

std::vector<std::string> rules_of(const Arguments& arguments, std::string_view option) {
  std::vector<std::string_view> names;
  for (const Code& code : all_codes()) names.push_back(code.name);
  std::vector<std::string> rules = arguments.values(option);
  for (const std::string& rule : rules) {
    if (find_code(rule) != nullptr) continue;
    const std::string_view near = nearest(rule, names);
    throw UsageError(std::string(option) + ": no rule is called " + in_quotes(rule) +
                     (near.empty() ? "" : "; did you mean '" + std::string(near) + "'?"));
  }
  return rules;
}

/// What tells a finding apart as long as nobody mends it: lines move, and messages say more.
std::string line_of(const Finding& finding) {
  return finding.what.code + " " + (finding.about.empty() ? "-" : finding.about) + " " +
         finding.what.message;
}

/// Takes out what the file has: as many of each line as it has.
void take_out(LintReport& report, const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw UsageError("--baseline: " + in_quotes(path) + " cannot be read");
  std::multiset<std::string> known;
  for (std::string line; std::getline(file, line);) {
    if (line.ends_with('\r')) line.pop_back();
    if (!line.empty() && !line.starts_with('#')) known.insert(std::move(line));
  }
  std::erase_if(report.findings, [&](const Finding& finding) {
    const auto found = known.find(line_of(finding));
    if (found == known.end()) return false;
    known.erase(found);
    return true;
  });
}

void write_baseline(const LintReport& report, const std::string& path) {
  std::ofstream file(path, std::ios::binary);
  file << "# What safegov lint --baseline passes over: rule, thing, message.\n";
  for (const Finding& finding : report.findings) file << line_of(finding) << '\n';
  file.close();
  if (!file) throw UsageError("--write-baseline: " + in_quotes(path) + " cannot be written");
}

}  // namespace

Exit run_lint(const Arguments& arguments, const Terminal& terminal) {
  const FindingsFormat format = lint_format(arguments);
  const auto fails = fails_from(arguments);
  const LintOptions options{.only = rules_of(arguments, "--only"),
                            .allow = rules_of(arguments, "--allow"),
                            .known_at = day_of(arguments, "--known-at")};
  const auto loaded = load(arguments, terminal);
  if (!loaded) return Exit::could_not;
  const RenderOptions render_with = render_options(arguments, terminal);
  const Date as_at = as_at_of(arguments, terminal);
  LintReport report = lint(loaded->partnership, as_at, options, loaded->remarks);
  if (const auto path = arguments.value("--write-baseline")) write_baseline(report, *path);
  if (const auto path = arguments.value("--baseline")) take_out(report, *path);
  terminal.out << render(report, format, render_with);
  const bool fail = fails && std::ranges::any_of(report.findings, [&](const Finding& finding) {
                      return finding.what.severity >= *fails;
                    });
  return fail ? Exit::found : Exit::done;
}

}  // namespace safegov::internal
