// safegov gate: fails on what is new or worse since a baseline, and on nothing else.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <ostream>
#include <utility>

#include <safegov/gate.hpp>

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/project.hpp"
#include "cli/replace_file.hpp"

namespace safegov::internal {
namespace {

/// As --on calls the kinds, in their order.
constexpr std::array<std::string_view, 3> kinds_on{"overdue", "ratings", "findings"};

std::vector<ProblemKind> kinds_of(const Arguments& arguments) {
  std::vector<ProblemKind> kinds;
  for (const std::string& word : arguments.values("--on"))
    kinds.push_back(static_cast<ProblemKind>(word_of("--on", word, kinds_on)));
  if (kinds.empty()) kinds = {ProblemKind::overdue, ProblemKind::optimistic, ProblemKind::finding};
  return kinds;
}

/// Notes stand in a baseline, so that one that becomes a warning is worse; they stop nobody.
bool is_note(const Problem& problem) {
  return problem.kind == ProblemKind::finding &&
         problem.level == 1 + static_cast<int>(Severity::note);
}

GateFormat gate_format(const Arguments& arguments) {
  const auto given = arguments.value("--format");
  const auto words = words_of<GateFormat>().first(2);
  return given ? static_cast<GateFormat>(word_of("--format", *given, words)) : GateFormat::text;
}

/// Whether GitHub's workflow commands are to follow the three lines.
bool annotates(const Arguments& arguments, GateFormat format) {
  const auto given = arguments.value("--annotations");
  if (!given) return false;
  if (*given == "gitlab")
    throw UsageError("GitLab takes annotations from a file: --code-quality FILE, or --junit FILE");
  if (*given != "github")
    throw UsageError("'--annotations' takes 'github', not " + in_quotes(*given));
  if (format == GateFormat::json)
    throw UsageError("'--annotations github' stands among text, not in '--format json'");
  return true;
}

}  // namespace

Exit run_gate(const Arguments& arguments, const Terminal& terminal) {
  const GateFormat format = gate_format(arguments);
  const bool annotate = annotates(arguments, format);
  const auto kinds = kinds_of(arguments);
  const auto project = project_of(arguments, terminal);
  if (!project) return Exit::could_not;
  const LintSettings& settings = project->settings;
  const RenderOptions render_with = render_options(arguments, terminal);

  const auto loaded = load(arguments, terminal);
  if (!loaded) return Exit::could_not;
  const Partnership& partnership = loaded->partnership;
  const Date as_at = as_at_of(arguments, terminal);
  const AssessOptions judge{.known_at = day_of(arguments, "--known-at")};
  const Assessment assessment = assess(
      expand_obligations(partnership, {.promised_by = last_day_of(as_at, judge)}), as_at, judge);
  std::vector<Problem> now =
      problems(assessment, rate(assessment),
               lint(partnership, as_at,
                    {.only = settings.only, .allow = settings.allow, .known_at = judge.known_at},
                    loaded->remarks));
  std::erase_if(now, [&](const Problem& problem) {
    return std::ranges::find(kinds, problem.kind) == kinds.end();
  });

  std::optional<Baseline> baseline;
  const auto write = arguments.value("--write-baseline");
  if (const auto path = arguments.value("--baseline"))
    baseline = read_baseline(*path, partnership, kinds);
  else if (write)
    baseline = baseline_of(partnership, as_at, now);  // what there is is known from here on
  else if (!settings.baseline.empty())
    baseline = read_baseline((project->folder / settings.baseline).string(), partnership, kinds);
  if (write) write_baseline(*write, partnership, as_at, kinds, now);

  GateReport report = gate(std::move(now), baseline, as_at);
  report.known_at = judge.known_at;
  std::erase_if(report.problems,
                [](const GateReport::Considered& each) { return is_note(each.problem); });
  std::erase_if(report.gone, is_note);
  if (const auto path = arguments.value("--junit"))
    replace_file(*path, render(report, GateFormat::junit));
  if (const auto path = arguments.value("--code-quality"))
    replace_file(*path, render(report, GateFormat::code_quality));
  terminal.out << render(report, format, render_with);
  if (annotate) terminal.out << render(report, GateFormat::github);
  return report.passed() ? Exit::done : Exit::found;
}

}  // namespace safegov::internal
