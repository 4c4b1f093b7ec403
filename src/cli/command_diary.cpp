// safegov diary: every deadline and every meeting, for people's own calendars.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <filesystem>
#include <ostream>

#include <safegov/diary.hpp>

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/replace_file.hpp"

namespace safegov::internal {
namespace {

/// --alarm: days before, or 'none'.
std::vector<int> alarms_of(const Arguments& arguments) {
  const std::vector<std::string> given = arguments.values("--alarm");
  if (given.empty()) return DiaryOptions{}.alarms;
  if (given.size() == 1 && given[0] == "none") return {};
  std::vector<int> alarms;
  for (const std::string& word : given) {
    const auto days = number_of(word, 0, 3660);
    if (!days)
      throw UsageError("--alarm takes numbers of days from 0 to 3660, or 'none', not " +
                       in_quotes(word));
    alarms.push_back(static_cast<int>(*days));
  }
  return alarms;
}

std::string entries_of(const Diary& diary) {
  const std::size_t count = diary.entries.size();
  return std::to_string(count) + (count == 1 ? " entry" : " entries");
}

void say_left_out(const Terminal& terminal, std::size_t count) {
  if (count == 0) return;
  terminal.err << "left out: " << counted(static_cast<long long>(count), "obligation")
               << " without a day (undated, open or unresolved)\n";
}

/// What is owed by nobody and to nobody stands in no body's diary, though it has a day.
void say_whose_is_nobody(const Terminal& terminal, const Assessment& assessment) {
  const auto nobodys = std::ranges::count_if(assessment.obligations(), [&](const Obligation& o) {
    return !o.from() && !o.to() && assessment.in_force(o.row());
  });
  if (nobodys != 0)
    terminal.err << "in no body's diary: " << counted(nobodys, "obligation")
                 << " of which nobody is stated (listed without --into)\n";
}

void write_each(const Arguments& arguments, const Terminal& terminal, const Assessment& assessment,
                const DiaryOptions& options) {
  const std::filesystem::path folder = folder_of(arguments, "--into");
  for (const Diary& one : diaries(assessment, options)) {
    const std::string& id = assessment.obligations().partnership()[one.body].id;
    const std::filesystem::path file = folder / (id + ".ics");
    replace_file(file, render_icalendar(one));
    terminal.out << "wrote " << file.string() << ": " << entries_of(one) << '\n';
  }
  say_left_out(terminal, diary(assessment, options).left_out);
  if (!options.body) say_whose_is_nobody(terminal, assessment);
}

}  // namespace

Exit run_diary(const Arguments& arguments, const Terminal& terminal) {
  if (arguments.has("--into") && arguments.has("--output"))
    throw UsageError("'--into' writes a file for each body and '--output' one file: give one");
  DiaryOptions options{.alarms = alarms_of(arguments)};
  const AssessOptions judge = assess_options(arguments);
  const auto loaded = load(arguments, terminal);
  if (!loaded) return Exit::could_not;
  if (const auto body = arguments.value("--body"))
    options.body = body_called(*body, loaded->partnership);
  const Assessment assessment = assessment_of(arguments, terminal, loaded->partnership, judge);
  print_some(terminal.err, loaded->remarks, render_options(arguments, terminal).colour);
  if (arguments.has("--into")) {
    write_each(arguments, terminal, assessment, options);
    return Exit::done;
  }
  const Diary made = diary(assessment, options);
  hand_over(arguments, terminal, render_icalendar(made));
  say_left_out(terminal, made.left_out);
  return Exit::done;
}

}  // namespace safegov::internal
