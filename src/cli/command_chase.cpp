// safegov chase: who is to be asked for what.
// SPDX-License-Identifier: Apache-2.0

#include <filesystem>
#include <ostream>
#include <system_error>

#include <safegov/calendar.hpp>
#include <safegov/chase.hpp>

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/common.hpp"
#include "cli/replace_file.hpp"

namespace safegov::internal {
namespace {

Chase lists_of(const Arguments& arguments, const Assessment& assessment) {
  try {
    Chase lists = chase(assessment);
    const Partnership& partnership = assessment.obligations().partnership();
    if (const auto wanted = arguments.value("--body")) {
      const BodyId body = body_called(*wanted, partnership);
      std::erase_if(lists.lists, [&](const ChaseList& list) { return list.owner != body; });
    }
    return lists;
  } catch (const OutsideCalendar& outside) {
    throw UsageError(std::string("when steps are due cannot be told: ") + outside.what() +
                     "; give another calendar with --calendar FILE");
  }
}

void write_letters(const Arguments& arguments, const Terminal& terminal, const Chase& lists) {
  const std::vector<Letter> written = letters(lists, {.width = 72});
  for (const ChaseList& list : lists.lists)
    if (!list.owner)
      terminal.err << "there is nobody to write to about "
                   << counted(static_cast<long long>(list.items.size()), "obligation")
                   << " for which nobody is stated\n";
  const auto into = arguments.value("--into");
  if (!into) {
    std::string all;
    for (const Letter& letter : written) all += (all.empty() ? "" : "\f") + letter.text;
    return hand_over(arguments, terminal, all);
  }
  const std::filesystem::path folder = folder_of(arguments, "--into");
  for (const Letter& letter : written) replace_file(folder / (letter.name + ".txt"), letter.text);
  terminal.out << counted(static_cast<long long>(written.size()), "letter") << " in " << *into
               << '\n';
}

}  // namespace

Exit run_chase(const Arguments& arguments, const Terminal& terminal) {
  const ReportFormat format = report_format_of(arguments);
  const bool as_letters = arguments.has("--letters");
  if (arguments.has("--into") && arguments.has("--output"))
    throw UsageError("'--into' writes a file for each body and '--output' one file: give one");
  if (arguments.has("--into") && !as_letters)
    throw UsageError("--into is where letters go: give --letters as well");
  if (as_letters && format != ReportFormat::text)
    throw UsageError("letters are text: leave --format out, or merge your own from --format csv");
  const AssessOptions judge = assess_options(arguments);
  const auto loaded = load(arguments, terminal);
  if (!loaded) return Exit::could_not;
  const RenderOptions options = render_options(arguments, terminal);
  const Chase lists =
      lists_of(arguments, assessment_of(arguments, terminal, loaded->partnership, judge));
  if (format == ReportFormat::text) print_some(terminal.err, loaded->remarks, options.colour);
  if (as_letters)
    write_letters(arguments, terminal, lists);
  else
    hand_over(arguments, terminal,
              render(format == ReportFormat::csv ? chase_table(lists) : chase_report(lists), format,
                     options));
  return Exit::done;
}

}  // namespace safegov::internal
