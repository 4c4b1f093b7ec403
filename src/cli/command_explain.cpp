// safegov explain: the page of a code; or why obligations are in their state.
// SPDX-License-Identifier: Apache-2.0

#include <ostream>

#include <safegov/diagnostic.hpp>
#include <safegov/explain.hpp>
#include <safegov/ratings.hpp>
#include <safegov/scale.hpp>

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/common.hpp"

namespace safegov::internal {
namespace {

void list_codes(const Terminal& terminal) {
  for (const Code& code : all_codes())
    terminal.out << code.id << "  " << to_string(code.severity) << "  " << code.name << '\n';
}

/// A code's page, a scale's key, or a state's rule.
void explain_word(const std::string& wanted, const RenderOptions& options,
                  const Terminal& terminal) {
  if (const Code* code = find_code(wanted)) {
    terminal.out << code->page;
    return;
  }
  if (const auto state = parse_state(json_word(wanted))) {
    terminal.out << to_string(*state) << ": " << meaning(*state) << '\n';
    return;
  }
  if (const Scale* scale = find_named_scale(as_word(wanted))) {
    terminal.out << render(*scale, options);
    return;
  }
  std::vector<std::string_view> known(words_of<State>().begin(), words_of<State>().end());
  for (const Code& c : all_codes()) known.insert(known.end(), {c.id, c.name});
  for (const Scale& scale : named_scales()) known.push_back(scale.id);
  const std::string_view near = nearest(wanted, known);
  throw UsageError("there is no code, state or scale " + in_quotes(wanted) +
                   (near.empty() ? "; 'safegov explain' lists the codes"
                                 : "; did you mean '" + std::string(near) + "'?"));
}

/// The rows that an id or a state's word means.
std::vector<std::size_t> rows_of(const Assessment& assessment, const std::string& wanted) {
  if (const auto row = assessment.obligations().find(wanted)) return {*row};
  const auto state = parse_state(json_word(wanted));
  const Partnership& partnership = assessment.obligations().partnership();
  if (const auto later = partnership.find_obligation(wanted))
    throw UsageError(in_quotes(wanted) + " was promised on " +
                     iso(*partnership.promises()[later->promise.index].since) +
                     ", after the day of --as-at");
  if (!state) {
    const std::string help = "; 'safegov obligations' lists every id";
    throw UsageError("nothing is called " + in_quotes(wanted) + help);
  }
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < assessment.size(); ++row)
    if (assessment[row] == *state) rows.push_back(row);
  return rows;
}

}  // namespace

Exit run_explain(const Arguments& arguments, const Terminal& terminal) {
  const auto& words = arguments.paths();
  if (words.empty()) {
    list_codes(terminal);
    return Exit::done;
  }
  if (words.size() == 1 || find_code(words[0]) != nullptr) {
    for (const std::string& word : words)
      explain_word(word, render_options(arguments, terminal), terminal);
    return Exit::done;
  }
  const Format format = format_of(arguments, Format::json);
  const AssessOptions judge = assess_options(arguments);
  const auto loaded = load(arguments, terminal, 1);
  if (!loaded) return Exit::could_not;
  if (const Scale* scale = loaded->partnership.find_scale(words[0])) {
    terminal.out << render(*scale, render_options(arguments, terminal));
    return Exit::done;
  }
  const Date as_at = as_at_of(arguments, terminal);
  const Assessment assessment =
      assess(expand_obligations(loaded->partnership, {.promised_by = last_day_of(as_at, judge)}),
             as_at, judge);
  const Ratings ratings = rate(assessment);
  if (const Rating* rating = ratings.find(words[0])) {
    terminal.out << render(ratings, *rating, format, render_options(arguments, terminal));
    return Exit::done;
  }
  terminal.out << render(assessment, rows_of(assessment, words[0]), format,
                         render_options(arguments, terminal));
  return Exit::done;
}

}  // namespace safegov::internal
