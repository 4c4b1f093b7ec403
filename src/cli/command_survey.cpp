// safegov survey: many partnerships as at a date, a line each.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <optional>
#include <ostream>
#include <utility>
#include <vector>

#include <safegov/joint.hpp>
#include <safegov/survey.hpp>

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/progress.hpp"

namespace safegov::internal {
namespace {

/// Those that are sound, in their order; of the others it is said that they are missing.
JointBodies joint_of(const Survey& survey, const std::vector<std::optional<Assessment>>& kept,
                     const Terminal& terminal) {
  std::vector<JointMember> members;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    const SurveyLine& line = survey.lines[i];
    if (kept[i])
      members.push_back({line.path, *kept[i]});
    else
      terminal.err << "left out " << line.path << ", which is unsound: "
                   << counted(static_cast<long long>(line.errors), "error") << "; safegov check "
                   << line.path << '\n';
  }
  return JointBodies(std::move(members));
}

}  // namespace

Exit run_survey(const Arguments& arguments, const Terminal& terminal) {
  constexpr std::string_view orders[] = {"path", "overdue"};
  const auto sort = arguments.value("--sort");
  const bool joint = arguments.has("--joint");
  if (joint && sort) throw UsageError("--sort orders the lines of a survey, and --joint has none");
  const bool by_overdue = sort && word_of("--sort", *sort, orders) == 1;
  const Format format = format_of(arguments);
  const RenderOptions options = render_options(arguments, terminal);
  const std::vector<State> fail_on = states_of(arguments, "--fail-on");
  const AssessOptions judge = assess_options(arguments);
  const std::size_t threads = threads_of(arguments);
  if (arguments.paths().empty())
    throw UsageError("no partnership is given: name folders, or a folder of folders");
  if (std::ranges::count(arguments.paths(), "-") != 0)
    throw UsageError("a survey reads files and folders, not standard input");
  const ReadOptions read_with = read_options(arguments);
  const PublishOptions publish_for = publish_options(arguments);
  const bool all = publish_for.audience == Audience::restricted;

  const FoundPartnerships found = find_partnerships(arguments.paths());
  Survey survey{.as_at = as_at_of(arguments, terminal), .options = judge};
  for (const std::string& path : found.passed_over)
    terminal.err << "passed over " << path << ", which has no plan file\n";
  survey.lines.resize(found.paths.size());
  std::vector<std::vector<Withheld>> withheld(found.paths.size());
  std::vector<std::optional<Assessment>> kept(joint ? found.paths.size() : 0);
  {
    Progress progress(terminal, found.paths.size());
    read_each(found.paths, read_with, threads,
              [&](std::size_t i, const Result<Partnership>& partnership) {
                const std::string& path = found.paths[i];
                const auto published = published_of(partnership, publish_for);
                if (published) {
                  const Assessment assessment =
                      assess(expand_obligations(published->partnership,
                                                {.promised_by = last_day_of(survey.as_at, judge)}),
                             survey.as_at, judge);
                  survey.lines[i] = survey_line(path, assessment, published->remarks);
                  if (joint) kept[i] = assessment;
                  withheld[i] = published->withheld;
                } else {
                  survey.lines[i] = survey_line(path, published.diagnostics());
                }
                progress.count(survey.lines[i]);
              });
  }
  if (!all) terminal.err << render(sum_of(withheld), publish_for.audience);
  if (by_overdue) survey.sort_by_overdue();
  terminal.out << (joint ? render(joint_of(survey, kept, terminal), format, options)
                         : render(survey, format, options));
  if (survey.unsound() != 0) return Exit::could_not;
  return any_in(survey.totals(), fail_on) ? Exit::found : Exit::done;
}

}  // namespace safegov::internal
