// safegov lint: what an inspector would say of the plans, as at a date.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <ostream>
#include <utility>
#include <vector>

#include <safegov/gate.hpp>
#include <safegov/lint.hpp>
#include <safegov/read.hpp>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/project.hpp"
#include "cli/replace_file.hpp"

namespace safegov::internal {
namespace {

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

/// Takes out what the baseline has.
void take_out(LintReport& report, const Partnership& partnership, const std::string& path) {
  std::vector<Problem> found;
  for (const Finding& finding : report.findings) found.push_back(problem_of(finding));
  const GateReport held = gate(
      std::move(found), read_baseline(path, partnership, {ProblemKind::finding}), report.as_at);
  std::vector<Finding> left;
  for (std::size_t i = 0; i < report.findings.size(); ++i)
    if (held.problems[i].novelty != Novelty::known) left.push_back(std::move(report.findings[i]));
  report.findings = std::move(left);
}

void take_as_known(const LintReport& report, const Partnership& partnership,
                   const std::string& path) {
  std::vector<Problem> found;
  for (const Finding& finding : report.findings) found.push_back(problem_of(finding));
  write_baseline(path, partnership, report.as_at, {ProblemKind::finding}, found);
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
  const LintReport all = report;
  if (const auto path = arguments.value("--baseline"))
    take_out(report, loaded->partnership, *path);
  else if (!settings.baseline.empty() && !arguments.value("--write-baseline"))
    take_out(report, loaded->partnership, (project->folder / settings.baseline).string());
  if (const auto path = arguments.value("--write-baseline"))
    take_as_known(all, loaded->partnership, *path);
  terminal.out << render(report, format, render_with);
  const bool fail = fails && std::ranges::any_of(report.findings, [&](const Finding& finding) {
                      return finding.what.severity >= *fails;
                    });
  return fail ? Exit::found : Exit::done;
}

}  // namespace safegov::internal
