// The life of a document.
// SPDX-License-Identifier: Apache-2.0

#include "registers/document_life.hpp"

#include <algorithm>
#include <tuple>

#include <safegov/deadline.hpp>

#include "base/text.hpp"

namespace safegov::internal {

Stage stage_of(DocumentStatus status) noexcept {
  if (status <= DocumentStatus::proposed) return Stage::preparation;
  return status < DocumentStatus::withdrawn ? Stage::force : Stage::end;
}

namespace {

std::optional<Date> day_of(const DocumentStep& step) {
  return step.date ? step.date->last() : std::nullopt;
}

/// Where a cadence ends up when counted from a day; nothing without an even step, or out of reach.
std::optional<Date> next_after(Date day, const Cadence& cadence) {
  constexpr int longest = 36'500;
  if (cadence.step <= 0 || cadence.step > longest || day.year() > 6'000) return {};
  if (cadence.kind == Cadence::Kind::every_months) return add_months(day, cadence.step);
  if (cadence.kind == Cadence::Kind::every_days) return add_days(day, cadence.step);
  return {};
}

std::vector<Deadline> deadlines_of(std::string_view words, std::optional<Date> anchor) {
  DeadlineContext context;
  context.anchor = anchor;
  return parse_deadlines(words, context).deadlines;
}

bool has_date(const Document& document) {
  return std::ranges::any_of(document.history, [](const auto& step) { return bool(day_of(step)); });
}

/// The first day of all lines; nothing if one of them has none.
std::optional<Date> first_line(const Document& document) {
  std::optional<Date> first;
  for (const DocumentStep& step : document.history) {
    const auto day = day_of(step);
    if (!day) return {};
    if (!first || *day < *first) first = day;
  }
  return first;
}

/// Of what has no date, that of the document that it is printed in, and so on.
std::vector<std::optional<Date>> first_days(std::span<const Document> documents,
                                            const RowEdges& wholes) {
  std::vector<std::optional<Date>> from(documents.size());
  std::vector<char> known(documents.size(), 0);
  for (std::size_t i = 0; i < documents.size(); ++i) {
    if (!has_date(documents[i])) continue;
    from[i] = first_line(documents[i]);
    known[i] = 1;
  }
  std::vector<std::size_t> way;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    std::size_t at = i;
    for (way.clear(); known[at] == 0; at = wholes[at][0]) {
      known[at] = 1;  // at once, so that a circle ends
      way.push_back(at);
      if (wholes[at].empty()) break;
    }
    for (const std::size_t row : way) from[row] = from[at];
  }
  return from;
}

bool is_review(const DocumentStep& step) {
  return step.status == DocumentStatus::reviewed || step.status == DocumentStatus::updated ||
         (!step.version.empty() && stage_of(step.status) == Stage::force);
}

}  // namespace

const DocumentStep* status_on(const Document& document, Date day) {
  const DocumentStep* last = nullptr;
  for (const DocumentStep& step : document.history)
    if (const auto came = day_of(step); came && *came <= day) last = &step;
  return last;
}

const DocumentStep* first_in_force(const Document& document) {
  for (const DocumentStep& step : document.history)
    if (stage_of(step.status) == Stage::force && day_of(step)) return &step;
  return nullptr;
}

const DocumentStep* undated_of(const Document& document, Stage stage) {
  for (const DocumentStep& step : document.history)
    if (stage_of(step.status) == stage && !day_of(step)) return &step;
  return nullptr;
}

std::optional<Date> first_day(const Document& document) {
  if (const DocumentStep* step = first_in_force(document)) return day_of(*step);
  if (document.period) return document.period->range.first();
  return {};
}

std::vector<Review> reviews_of(const Document& document) {
  if (document.review.empty()) return {};
  const DocumentStep* force = first_in_force(document);
  std::vector<const DocumentStep*> met;
  for (const DocumentStep& step : document.history)
    if (&step != force && is_review(step) && day_of(step)) met.push_back(&step);
  auto day = first_day(document);
  const std::vector<Deadline> printed = deadlines_of(document.review, day);
  const bool dated = std::ranges::any_of(printed, [](const Deadline& d) { return bool(d.range); });
  const auto cadence = parse_cadence(document.review);
  if (!dated && cadence && cadence->step > 0) {
    if (!day || !next_after(*day, *cadence)) return {Review{}};  // nobody can say when
    std::vector<Review> reviews;
    for (const DocumentStep* step : met) {
      const auto next = next_after(*day, *cadence);
      if (!next || *day_of(*step) <= *day) continue;
      reviews.push_back({in_words(*next), step});
      day = day_of(*step);
    }
    if (const auto next = next_after(*day, *cadence)) reviews.push_back({in_words(*next)});
    return reviews;
  }
  // Which of several dates a review was for is not ours to say: records do.
  return {{document.review, printed.size() == 1 && !met.empty() ? met[0] : nullptr}};
}

std::optional<Date> last_day(const Document& document) {
  const std::vector<Deadline> printed = deadlines_of(document.expires, first_day(document));
  if (printed.size() != 1 || !printed[0].range) return {};
  return printed[0].range->last();
}

std::vector<Owed> owed_by(const Document& document) {
  std::vector<Owed> owed;
  const std::vector<Review> reviews = reviews_of(document);
  for (const Review& review : reviews) {
    if (review.met != nullptr) continue;
    if (reviews.size() > 1)
      owed.push_back({"review of " + review.due, false});
    else if (review.due.empty() || deadlines_of(review.due, first_day(document)).size() == 1)
      owed.push_back({"review", false});
  }
  if (deadlines_of(document.expires, first_day(document)).size() == 1)
    owed.push_back({"renewal", true});
  return owed;
}

Lineage lineage_of(std::span<const Document> documents) {
  Lineage all{.by_id = RowsById(documents)};
  all.successors.resize(documents.size());
  all.first_successor.resize(documents.size());
  all.namesake.resize(documents.size());
  RowEdges succeeds(documents.size()), parts(documents.size());
  std::vector<std::optional<Date>> taken_on(documents.size());
  using Name = std::tuple<DocumentKind, std::string, Date, std::size_t>;
  std::vector<Name> names;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const Document& document = documents[i];
    all.documents.push_back(&document);
    const DocumentStep* since = first_in_force(document);
    for (const Ref<Document>& before : document.succeeds) {
      const auto row = all.by_id.find(before.id);
      if (!row) continue;
      succeeds[i].push_back(*row);
      all.successors[*row].push_back(i);
      if (since == nullptr || (taken_on[*row] && *taken_on[*row] <= *day_of(*since))) continue;
      taken_on[*row] = day_of(*since);
      all.first_successor[*row] = i;
    }
    if (const auto whole = all.by_id.find(document.part_of.id)) parts[i].push_back(*whole);
    if (document.period)
      names.emplace_back(document.kind, lower(document.title), document.period->range.first(), i);
  }
  std::ranges::sort(names);
  for (std::size_t n = 1; n < names.size(); ++n)
    if (std::get<0>(names[n]) == std::get<0>(names[n - 1]) &&
        std::get<1>(names[n]) == std::get<1>(names[n - 1]))
      all.namesake[std::get<3>(names[n])] = std::get<3>(names[n - 1]);
  all.there_from = first_days(documents, parts);
  all.closing = closing_rows(succeeds);
  all.closing_parts = closing_rows(parts);
  return all;
}

}  // namespace safegov::internal
