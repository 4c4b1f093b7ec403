// safegov lint: what an inspector would say of the plans, as at a date.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <set>
#include <sstream>
#include <stdexcept>

#include <safegov/lint.hpp>
#include <safegov/read.hpp>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/replace_file.hpp"

namespace safegov::internal {
namespace {

namespace fs = std::filesystem;

FindingsFormat lint_format(const Arguments& arguments) {
  const auto given = arguments.value("--format");
  if (!given) return FindingsFormat::text;
  return static_cast<FindingsFormat>(word_of("--format", *given, words_of<FindingsFormat>()));
}

/// The least severity that ends in exit code 1; nothing for `nothing`.
std::optional<Severity> fails_from(const Arguments& arguments, const LintSettings& settings) {
  FailOn word = settings.fail_on.value_or(FailOn::warning);
  if (const auto given = arguments.value("--fail-on"))
    word = static_cast<FailOn>(word_of("--fail-on", *given, words_of<FailOn>()));
  if (word == FailOn::nothing) return {};
  return static_cast<Severity>(word);
}

std::vector<std::string> rules_of(const Arguments& arguments, std::string_view option,
                                  const std::vector<std::string>& otherwise) {
  std::vector<std::string> rules = arguments.values(option);
  if (rules.empty()) return otherwise;
  for (const std::string& rule : rules) {
    if (find_code(rule) != nullptr) continue;
    throw UsageError(std::string(option) + ": no rule is called " + in_quotes(rule) + "; " +
                     codes::help_for_rule(rule));
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

/// The project's settings, and the folder from which its paths count.
struct Found {
  LintSettings settings = {};
  fs::path folder = {};
};

/// The file that `--project` names, or `.safegov.yaml` in the first folder that is given, or where
/// the tool was called. Nothing, and why, if it cannot be read.
std::optional<Found> project_of(const Arguments& arguments, const Terminal& terminal) {
  const auto given = arguments.value("--project");
  fs::path file = given.value_or("");
  if (!given) {
    std::error_code none;
    for (const std::string& path : arguments.paths())
      if (fs::is_directory(path, none)) {
        file = fs::path(path) / ".safegov.yaml";
        break;
      }
    if (file.empty() || !fs::exists(file, none)) file = ".safegov.yaml";
    if (!fs::exists(file, none)) return Found{};
  }
  Diagnostics problems;
  const auto sources = load_sources({file.string()}, problems);
  if (!has_errors(problems) && sources.size() == 1) {
    const auto project = read_project(sources[0]);
    if (project) return Found{project->lint, file.parent_path()};
    problems = project.diagnostics();
  }
  print(terminal.err, problems,
        {.excerpts = true, .colour = render_options(arguments, terminal).colour});
  return {};
}

/// Writes what can be said for certain into the files, and says so. What comes to light only then
/// is mended in another turn.
void mend(const Arguments& arguments, const Terminal& terminal) {
  if (std::ranges::find(arguments.paths(), "-") != arguments.paths().end())
    throw UsageError("--fix: standard input cannot be mended; name files or folders");
  constexpr int turns = 10;
  for (int turn = 0; turn < turns; ++turn) {
    Diagnostics problems;
    const auto sources = load_sources(arguments.paths(), problems);
    const auto read = read_sources(sources, read_options(arguments));
    std::size_t mended = 0;
    for (const Source& source : sources) {
      const Mended text = apply_fixes(source, read.diagnostics());
      if (text.applied.empty()) continue;
      replace_file(source.name(), text.text);
      mended += text.applied.size();
      for (const Diagnostic& d : text.applied)
        terminal.err << source.name() << ":" << d.where.begin.line << ":" << d.where.begin.column
                     << ": " << in_quotes(d.fix->instead_of) << " is now " << in_quotes(d.fix->text)
                     << " [" << d.code << "]\n";
    }
    if (mended == 0) return;
  }
}

}  // namespace

Exit run_lint(const Arguments& arguments, const Terminal& terminal) {
  const FindingsFormat format = lint_format(arguments);
  const auto project = project_of(arguments, terminal);
  if (!project) return Exit::could_not;
  const LintSettings& settings = project->settings;
  const auto fails = fails_from(arguments, settings);
  const LintOptions options{.only = rules_of(arguments, "--only", settings.only),
                            .allow = rules_of(arguments, "--allow", settings.allow),
                            .known_at = day_of(arguments, "--known-at")};
  if (arguments.has("--fix")) {
    if (publish_options(arguments).audience != Audience::restricted)
      throw UsageError("--fix says what it writes into the files, and that is for no --audience");
    mend(arguments, terminal);
  }
  const auto loaded = load(arguments, terminal);
  if (!loaded) return Exit::could_not;
  const RenderOptions render_with = render_options(arguments, terminal);
  const Date as_at = as_at_of(arguments, terminal);
  LintReport report = lint(loaded->partnership, as_at, options, loaded->remarks);
  if (loaded->whole) report = findings_for(lint(*loaded->whole, as_at, options), std::move(report));
  if (const auto path = arguments.value("--write-baseline")) write_baseline(report, *path);
  if (const auto path = arguments.value("--baseline"))
    take_out(report, *path);
  else if (!settings.baseline.empty() && !arguments.value("--write-baseline"))
    take_out(report, (project->folder / settings.baseline).string());
  terminal.out << render(report, format, render_with);
  const bool fail = fails && std::ranges::any_of(report.findings, [&](const Finding& finding) {
                      return finding.what.severity >= *fails;
                    });
  return fail ? Exit::found : Exit::done;
}

}  // namespace safegov::internal
