// Finding a project's settings; reading and writing baselines.
// SPDX-License-Identifier: Apache-2.0

#include "cli/project.hpp"

#include <algorithm>
#include <utility>

#include <safegov/read.hpp>
#include <safegov/render.hpp>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "cli/common.hpp"
#include "cli/replace_file.hpp"

namespace safegov::internal {
namespace {

namespace fs = std::filesystem;

/// What is wrong first, in a sentence.
std::string first_of(const Diagnostics& problems) {
  const auto error = std::ranges::find(problems, Severity::error, &Diagnostic::severity);
  return error == problems.end() ? std::string("it cannot be read") : error->message;
}

/// The whole baseline, or why there is none.
std::string try_baseline(const std::string& path, const Partnership& partnership,
                         Baseline& baseline) {
  Diagnostics problems;
  const auto sources = load_sources({path}, problems);
  if (has_errors(problems) || sources.size() != 1) return first_of(problems);
  if (!read_written(sources[0], "baseline", type_of<Baseline>(), &baseline, problems))
    return first_of(problems);
  return trouble_with(baseline, partnership);
}

}  // namespace

std::optional<ProjectFound> project_of(const Arguments& arguments, const Terminal& terminal) {
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
    if (!fs::exists(file, none)) return ProjectFound{};
  }
  Diagnostics problems;
  const auto sources = load_sources({file.string()}, problems);
  if (!has_errors(problems) && sources.size() == 1) {
    const auto project = read_project(sources[0]);
    if (project) return ProjectFound{project->lint, file.parent_path()};
    problems = project.diagnostics();
  }
  print(terminal.err, problems,
        {.excerpts = true, .colour = render_options(arguments, terminal).colour});
  return {};
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

Baseline read_baseline(const std::string& path, const Partnership& partnership,
                       const std::vector<ProblemKind>& kinds) {
  Baseline baseline;
  if (const std::string why = try_baseline(path, partnership, baseline); !why.empty())
    throw UsageError("--baseline: " + in_quotes(path) + ": " + why +
                     "; --write-baseline makes one");
  std::erase_if(baseline.problems, [&](const Problem& problem) {
    return std::ranges::find(kinds, problem.kind) == kinds.end();
  });
  return baseline;
}

void write_baseline(const std::string& path, const Partnership& partnership, Date as_at,
                    const std::vector<ProblemKind>& kinds, const std::vector<Problem>& problems) {
  Baseline before;
  std::vector<Problem> all;
  if (try_baseline(path, partnership, before).empty())
    std::ranges::copy_if(before.problems, std::back_inserter(all), [&](const Problem& problem) {
      return std::ranges::find(kinds, problem.kind) == kinds.end();
    });
  all.insert(all.end(), problems.begin(), problems.end());
  std::ranges::stable_sort(all, {}, &Problem::kind);
  replace_file(path, render(baseline_of(partnership, as_at, std::move(all))));
}

}  // namespace safegov::internal
