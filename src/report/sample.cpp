// A sample that anybody can draw again.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <stdexcept>
#include <tuple>

#include <safegov/sample.hpp>

#include "base/sha256.hpp"
#include "base/text.hpp"
#include "model/spoken.hpp"
#include "report/words.hpp"

namespace safegov {
namespace {

using namespace internal;

long long whole(std::size_t number) { return static_cast<long long>(number); }

/// What there is to see for oneself.
std::string to_check(const Assessment& assessment, std::size_t row, const Record& record) {
  const std::string paper =
      record.reference.empty()
          ? "No reference is recorded: ask for the evidence."
          : "Is there '" + record.reference + "', and is it what was promised?";
  const auto due = assessment.in_force(row);
  std::string time = "Is it dated " + in_words(*record.date);
  if (assessment[row] == State::received_late)
    time += "? It is recorded as late.";
  else if (due)
    time += ", and so by " + in_words(due->last()) + "?";
  else
    time += "?";
  return paper + " " + time;
}

std::string how_drawn(const Sample& sample) {
  const auto& from = sample.options.from;
  std::string states;
  for (std::size_t i = 0; i < from.size(); ++i)
    states += (i == 0 ? "" : i + 1 < from.size() ? ", " : " or ") + spoken(from[i]);
  return "Drawn from " + counted(whole(sample.population), "obligation") + " " + states +
         " as at " + in_words(sample.assessment.as_at()) + ": those whose id, behind the seed '" +
         sample.options.seed +
         "' and a line feed, has the smallest SHA-256, smallest first. Whoever has the seed and "
         "the list draws the same.";
}

}  // namespace

Sample draw_sample(const Assessment& assessment, const SampleOptions& options) {
  for (const State state : options.from)
    if (!is_received(state))
      throw std::invalid_argument("what is " + spoken(state) + " has no receipt to check");
  Sample sample{.assessment = assessment, .options = options};
  if (sample.options.seed.empty()) sample.options.seed = iso(assessment.as_at());
  for (std::uint32_t row = 0; row < assessment.size(); ++row)
    if (std::ranges::count(options.from, assessment[row]) != 0)
      sample.drawn.push_back(
          {row, sha256(sample.options.seed + "\n" + assessment.obligations()[row].id())});
  sample.population = sample.drawn.size();
  std::ranges::sort(sample.drawn, {}, [](const Drawn& d) { return std::tie(d.hash, d.row); });
  if (sample.drawn.size() > options.size) sample.drawn.resize(options.size);
  return sample;
}

Report sample_report(const Sample& sample) {
  const Assessment& assessment = sample.assessment;
  const Partnership& partnership = assessment.obligations().partnership();
  Report report{.kind = "sample", .title = "What to check of what is recorded as received"};
  add_headings(report, assessment);
  report.headings.push_back({{"seed", "Seed"}, Cell(sample.options.seed)});
  report.headings.push_back(
      {{"population", "To draw from"}, Cell::number(whole(sample.population))});
  report.headings.push_back({{"asked", "Asked for"}, Cell::number(whole(sample.options.size))});
  report.headings.push_back({{"drawn", "Drawn"}, Cell::number(whole(sample.drawn.size()))});

  Table table{.key = "sample",
              .columns = {{"id", "Id"},
                          {"what", "What"},
                          {"from", "From"},
                          {"to", "To"},
                          {"due", "Due"},
                          {"last", "Last day"},
                          {"state", "State"},
                          {"received_on", "Received on"},
                          {"recorded_on", "Recorded on"},
                          {"by", "By"},
                          {"reference", "Reference"},
                          {"check", "To check"},
                          {"source", "Promised in"},
                          {"record", "Recorded in"},
                          {"hash", "SHA-256"}},
              .none = "Nothing is recorded as received."};
  for (const Drawn& drawn : sample.drawn) {
    const Obligation o = assessment.obligations()[drawn.row];
    const State state = assessment[drawn.row];
    const Record& record = *assessment.closed_by(drawn.row);
    const auto body = [](const Body* it) {
      return it ? Cell(it->id, Tone::plain, it->id) : Cell();
    };
    const auto due = assessment.in_force(drawn.row);
    table.rows.push_back(
        {Cell(o.id(), Tone::plain, o.id()), Cell(o.what()), body(o.from()), body(o.to()),
         some(o.due().text), due ? Cell(due->last()) : Cell(), Cell(spoken(state), tone_of(state)),
         Cell(*record.date), Cell(record.recorded.value_or(*record.date)), some(record.by.id),
         some(record.reference), Cell(to_check(assessment, drawn.row, record)),
         some(o.promise().source), Cell(place_of(partnership, record)), Cell(drawn.hash)});
  }
  Section section{.key = "sample"};
  section.blocks.emplace_back(how_drawn(sample));
  if (sample.options.size >= sample.population && sample.population > 0)
    section.blocks.emplace_back("That is all there is, and no sample: " +
                                counted(whole(sample.options.size), "obligation") +
                                " were asked for.");
  section.blocks.emplace_back(std::move(table));
  report.sections.push_back(std::move(section));
  return report;
}

}  // namespace safegov
