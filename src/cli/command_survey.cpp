// safegov survey: many partnerships as at a date, a line each.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <mutex>
#include <optional>
#include <ostream>
#include <thread>
#include <utility>
#include <vector>

#include <safegov/joint.hpp>
#include <safegov/survey.hpp>

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/common.hpp"

namespace safegov::internal {
namespace {

/// How far reading has come, in one line of a terminal that is gone at the end. It is drawn at each
/// new per cent and thus a hundred times at most, whatever there is to read; no clock is needed.
class Progress {
 public:
  Progress(const Terminal& terminal, std::size_t all)
      : err_(terminal.err), shown_(terminal.shows_progress), all_(all) {}
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress() {
    if (drawn_ != 0) err_ << '\r' << std::string(drawn_, ' ') << '\r' << std::flush;
  }

  /// One more was read, by whichever thread.
  void count(const SurveyLine& line_read) {
    if (!shown_) return;
    const std::lock_guard lock(guard_);
    ++read_;
    if (!line_read.figures) ++unsound_;
    const std::size_t now = read_ * 100 / all_;
    if (now == percent_) return;
    percent_ = now;
    std::string line = std::to_string(read_) + " of " + std::to_string(all_) + " read";
    if (unsound_ != 0) line += ", " + std::to_string(unsound_) + " unsound";
    drawn_ = line.size();  // it never gets shorter
    err_ << '\r' << line << std::flush;
  }

 private:
  std::ostream& err_;
  bool shown_;
  std::size_t all_;
  std::size_t read_ = 0, unsound_ = 0, percent_ = 0, drawn_ = 0;
  std::mutex guard_;
};

std::size_t threads_of(const Arguments& arguments) {
  constexpr std::size_t most = 1024;
  if (const auto given = arguments.value("--jobs")) {
    if (const auto jobs = number_of(*given, 1, most)) return *jobs;
    throw UsageError("--jobs takes a number from 1 to 1024, not " + in_quotes(*given));
  }
  return std::thread::hardware_concurrency();
}

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

/// What was withheld of all, each sort of thing once.
std::vector<Withheld> sum_of(const std::vector<std::vector<Withheld>>& of_each) {
  std::vector<Withheld> sum;
  for (const auto& lines : of_each)
    for (const Withheld& line : lines) {
      const auto same = std::ranges::find_if(sum, [&](const Withheld& one) {
        return one.how == line.how && one.what == line.what && one.why == line.why;
      });
      if (same == sum.end())
        sum.push_back(line);
      else
        same->count += line.count;
    }
  return sum;
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
  const Diagnostics none;

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
                const auto published =
                    partnership ? publish(*partnership, publish_for) : partnership.diagnostics();
                if (published) {
                  const Assessment assessment =
                      assess(expand_obligations(published->partnership,
                                                {.promised_by = last_day_of(survey.as_at, judge)}),
                             survey.as_at, judge);
                  survey.lines[i] =
                      survey_line(path, assessment, all ? partnership.diagnostics() : none);
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
