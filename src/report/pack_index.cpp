// The page that leads to the packs of many partnerships.
// SPDX-License-Identifier: Apache-2.0

#include "base/text.hpp"
#include "report/pack_parts.hpp"

namespace safegov {

namespace {

std::int64_t number(std::size_t count) { return static_cast<std::int64_t>(count); }

}  // namespace

Report pack_index(const Survey& survey, const std::vector<std::string>& files) {
  using internal::counted;
  Table table{.key = "packs",
              .caption = "Partnerships, as given",
              .columns = {{"path", "Where"},
                          {"partnership", "Partnership"},
                          {"overdue", "Overdue"},
                          {"due", "Due or due soon"},
                          {"received", "Received in time"},
                          {"received_late", "Received late"},
                          {"all", "In all"},
                          {"longest", "Overdue for longest"},
                          {"days", "Days"}},
              .none = "There is no partnership."};
  for (std::size_t i = 0; i < survey.lines.size(); ++i) {
    const SurveyLine& line = survey.lines[i];
    if (!line.figures) {
      std::vector<Cell> row(table.columns.size());
      row[0] = line.path;
      row[1] = {"unsound: " + counted(number(line.errors), "error"), Tone::bad};
      table.rows.push_back(std::move(row));
      continue;
    }
    const RollUp& sum = *line.figures;
    const Counts& counts = sum.counts;
    Cell name = sum.name.empty() ? sum.id : sum.name;
    name.file = files[i];
    const std::int64_t overdue = number(counts[State::overdue]);
    table.rows.push_back(
        {line.path, std::move(name), Cell::number(overdue, overdue == 0 ? Tone::plain : Tone::bad),
         Cell::number(
             number(counts[State::due] + counts[State::due_soon] + counts[State::partly_received])),
         Cell::number(number(counts[State::received])),
         Cell::number(number(counts[State::received_late])), Cell::number(number(counts.total())),
         sum.longest_overdue ? Cell(sum.longest_overdue->id) : Cell(),
         sum.longest_overdue ? Cell::number(sum.longest_overdue->days) : Cell()});
  }
  const Counts totals = survey.totals();
  std::string says = counted(number(survey.sound()), "partnership") + ", " +
                     counted(number(totals[State::overdue]), "obligation") + " overdue of " +
                     std::to_string(totals.total()) + ".";
  if (survey.unsound() != 0)
    says += " " + counted(number(survey.unsound()), "partnership") +
            " more could not be read; of these there is no figure.";
  Report report{.kind = "packs",
                .title = "Packs of " + counted(number(survey.lines.size()), "partnership"),
                .subtitle = "As at " + in_words(survey.as_at)};
  report.headings = {{{"as_at", "As at"}, survey.as_at},
                     {{"known_at", "As known at"}, survey.options.known_at}};
  report.sections = {{.key = "packs", .title = "Partnerships", .blocks = {says, std::move(table)}}};
  return report;
}

}  // namespace safegov
