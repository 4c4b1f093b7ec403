// What reports of an assessment have in common.
// SPDX-License-Identifier: Apache-2.0

#include "report/words.hpp"

#include <algorithm>
#include <utility>

namespace safegov::internal {

Tone tone_of(State state) {
  switch (state) {
    case State::overdue:
      return Tone::bad;
    case State::received:
      return Tone::good;
    case State::received_late:
      return Tone::fair;
    case State::due:
    case State::due_soon:
    case State::partly_received:
      return Tone::coming;
    case State::undated:
    case State::unresolved:
      return Tone::unknown;
    case State::open:
    case State::not_due:
    case State::waived:
    case State::superseded:
    case State::cancelled:
      return Tone::quiet;
  }
  return Tone::plain;
}

std::string spoken(RecordKind kind) {
  std::string words(words_of<RecordKind>()[static_cast<std::size_t>(kind)]);
  std::ranges::replace(words, '-', ' ');
  return words;
}

Cell some(std::string text) { return text.empty() ? Cell() : Cell(std::move(text)); }

std::string way_of(const Network& network, const Route& route) {
  const Partnership& partnership = network.partnership();
  std::string words = partnership[route.from].id;
  for (const NetworkLine& line : route.lines) {
    words += " → " + partnership[line.to].id;
    if (const auto condition = network.condition(line); !condition.empty())
      words += " (" + std::string(condition) + ")";
  }
  return words;
}

void add_headings(Report& report, const Assessment& assessment) {
  const Arrangements& of = assessment.obligations().partnership().arrangements();
  const auto& known_at = assessment.options().known_at;
  report.subtitle = (of.name.empty() ? of.id : of.name) + ", as at " +
                    in_words(assessment.as_at()) +
                    (known_at ? ", as known at " + in_words(*known_at) : std::string());
  report.headings = {{{"partnership", "Partnership"}, Cell(of.id)},
                     {{"as_at", "As at"}, Cell(assessment.as_at())}};
  report.headings.push_back({{"known_at", "As known at"}, Cell(known_at)});
}

std::string place_of(const Partnership& partnership, const Record& record) {
  const Span where = partnership.where(record);
  if (!where) return partnership.path_of(record);
  return std::string(where.name()) + ":" + std::to_string(where.begin.line);
}

}  // namespace safegov::internal
