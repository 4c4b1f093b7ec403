// What was promised and what came in, over time, as text, JSON and CSV.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <stdexcept>

#include <safegov/render.hpp>

#include "render/csv.hpp"
#include "render/json.hpp"
#include "render/obligation.hpp"
#include "render/text.hpp"

namespace safegov {
namespace {

using namespace internal;

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

std::string as_text(const Obligations& owed, const BurnUp& line, const RenderOptions& options) {
  constexpr std::size_t date = 12, wide = 10, margin = 4;
  Page page(options);
  write_head(page, owed.partnership(), line.range);
  page.line(page.bold("  " + left("as at", date) + right("due", wide) + right("received", wide) +
                      right("gap", wide)));
  const std::size_t bar = page.width() - std::min(page.width(), 3 * wide + date + margin);
  const std::size_t most = std::max<std::size_t>(
      1, std::max(std::ranges::max(line.due), std::ranges::max(line.received)));
  const auto number = [](std::int64_t n) { return right(n == 0 ? "·" : std::to_string(n), wide); };
  for (const Date day : days_shown(line.range, options, Step::month)) {
    const std::size_t i = line.index(day);
    const std::size_t came = line.received[i] * bar / most, due = line.due[i] * bar / most;
    page.line("  " + left(iso(day), date) + number(line.due[i]) + number(line.received[i]) +
              number(line.gap(i)) + "  " + page.in_colour(State::received, repeated("█", came)) +
              page.in_colour(State::overdue, repeated("░", std::max(due, came) - came)));
  }
  page.line();
  if (const auto widest = line.widest())
    page.line("widest gap, " + std::to_string(line.gap(line.index(*widest))) + ", from " +
              in_words(*widest));
  else
    page.line("never a gap");
  return page.take();
}

std::string as_json(const Obligations& owed, const BurnUp& line) {
  Json json;
  begin_report(json, "burn-up", owed.partnership());
  json.field("first", iso(line.range.first())).field("last", iso(line.range.last()));
  const auto widest = line.widest();
  json.key("widest_gap"), widest ? json.text(iso(*widest)) : json.null();
  std::vector<std::int64_t> gaps;
  for (std::size_t i = 0; i < line.due.size(); ++i) gaps.push_back(line.gap(i));
  json.numbers("due", line.due).numbers("received", line.received).numbers("gap", gaps);
  return json.end().take();
}

std::string as_csv(const BurnUp& line, const RenderOptions& options) {
  Csv csv;
  csv.row("as_at", "due", "received", "gap");
  for (const Date day : days_shown(line.range, options, Step::day)) {
    const std::size_t i = line.index(day);
    csv.row(iso(day), line.due[i], line.received[i], line.gap(i));
  }
  return csv.take();
}

}  // namespace

std::string render(const Obligations& obligations, const BurnUp& line, Format format,
                   const RenderOptions& options) {
  switch (format) {
    case Format::text:
      break;
    case Format::json:
      return as_json(obligations, line);
    case Format::csv:
      return as_csv(line, options);
    case Format::markdown:
    case Format::dot:
      throw std::invalid_argument("a burn-up has no such form");
  }
  return as_text(obligations, line, options);
}

}  // namespace safegov
