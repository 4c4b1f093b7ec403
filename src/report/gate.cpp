// What is wrong held against what was wrong before.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>

#include <safegov/gate.hpp>

#include "base/sha256.hpp"
#include "base/text.hpp"
#include "report/written.hpp"

namespace safegov {

using namespace internal;

template <>
std::span<const std::string_view> words_of<ProblemKind>() {
  static constexpr std::array<std::string_view, 3> words{"overdue", "optimistic", "finding"};
  return words;
}

template <>
std::span<const std::string_view> words_of<Novelty>() {
  static constexpr std::array<std::string_view, 3> words{"new", "worse", "known"};
  return words;
}

// What stands in a baseline; what to do and where it is now are said of what is wrong now.
template <>
const Type& type_of<Problem>() {
  static constexpr Field fields[] = {
      field<&Problem::kind>("kind", "What sort of problem.", Need::required),
      field<&Problem::code>("code", "Of a finding, its rule."),
      field<&Problem::about>("about", "The id of the thing."),
      field<&Problem::level>("level", "How bad it is.", Need::required),
      field<&Problem::message>("message", "What it is.", Need::required)};
  static constexpr Type type = described<Problem>("problem", "What is let stand for now.", fields);
  return type;
}

template <>
const Type& type_of<Baseline>() {
  static constexpr Field fields[] = {
      field<&Baseline::partnership>("partnership", "Its id.", Need::required),
      field<&Baseline::as_at>("as_at", "The day judged by.", Need::required),
      field<&Baseline::problems>("problems", "What is let stand for now."),
      field<&Baseline::sha256>("sha256", "Of all of it.", Need::required)};
  static constexpr Type type = described<Baseline>("baseline", "What was wrong before.", fields);
  return type;
}

namespace {

/// As a text comes back from a file: without white space around it.
std::string tidy(std::string_view text) { return std::string(trim(text)); }

Problem overdue(const Assessment& assessment, std::size_t row) {
  const Obligation due = assessment.obligations()[row];
  Problem problem{.kind = ProblemKind::overdue, .about = due.id(), .where = due.where()};
  const bool part = assessment.part_by(row) != nullptr;
  problem.level = part ? 1 : 2;
  problem.message = in_quotes(due.what());
  if (const Body* from = due.from()) problem.message += " from " + from->id;
  if (const Body* to = due.to()) problem.message += " to " + to->id;
  problem.message += " is overdue since " + in_words(*assessment.overdue_since(row)) +
                     (part ? ", and only a part came in" : "");
  problem.help = "record what came in, or extend, waive or supersede it with a reason";
  return problem;
}

Problem optimistic(const Ratings& ratings, const Rating& rating) {
  const Partnership& partnership = ratings.assessment().obligations().partnership();
  Problem problem{.kind = ProblemKind::optimistic, .about = ratings.id(rating)};
  problem.level = rating.bands;
  problem.message = "rated " + ratings.declared_label(rating) + ", and " +
                    ratings.derived_label(rating) + " by rule (" + ratings.because(rating) + ")";
  problem.help = "record what the rating rests on, or rate it again";
  if (rating.record != nullptr) problem.where = partnership.where(*rating.record);
  return problem;
}

/// What a problem is known by.
using Key = std::tuple<ProblemKind, std::string, std::string, std::string>;
Key key_of(const Problem& problem) {
  return {problem.kind, problem.code, problem.about,
          problem.about.empty() ? problem.message : std::string()};
}
/// The same, in the same words.
using Exactly = std::pair<Key, std::string>;
Exactly exactly(const Problem& problem) { return {key_of(problem), problem.message}; }

/// Takes the first of that key out, if there is one, and hands it over.
template <class Map, class Use>
void take_first(Map& map, const typename Map::key_type& key, const Use& use) {
  const auto found = map.lower_bound(key);
  if (found == map.end() || found->first != key) return;
  use(found->second);
  map.erase(found);
}

std::string seal(Baseline baseline) {
  baseline.sha256.clear();
  return sha256(written(baseline));
}

}  // namespace

Problem problem_of(const Finding& finding) {
  return {.kind = ProblemKind::finding,
          .code = finding.what.code,
          .about = finding.about,
          .level = 1 + static_cast<int>(finding.what.severity),
          .message = tidy(finding.what.message),
          .help = finding.what.help,
          .where = finding.what.where};
}

std::vector<Problem> problems(const Assessment& assessment, const Ratings& ratings,
                              const LintReport& findings) {
  std::vector<std::pair<Date, std::size_t>> rows;
  for (std::size_t row = 0; row < assessment.size(); ++row)
    if (assessment[row] == State::overdue) rows.emplace_back(*assessment.overdue_since(row), row);
  std::ranges::sort(rows);
  std::vector<Problem> all;
  for (const auto& [since, row] : rows) all.push_back(overdue(assessment, row));
  for (const Rating& rating : ratings)
    if (rating.verdict == Verdict::optimistic) all.push_back(optimistic(ratings, rating));
  for (const Finding& finding : findings.findings) all.push_back(problem_of(finding));
  return all;
}

Baseline baseline_of(const Partnership& partnership, Date as_at, std::vector<Problem> problems) {
  Baseline baseline{.partnership = partnership.arrangements().id,
                    .as_at = as_at,
                    .problems = std::move(problems)};
  baseline.sha256 = seal(baseline);
  return baseline;
}

std::string trouble_with(const Baseline& baseline, const Partnership& partnership) {
  const std::string& id = partnership.arrangements().id;
  if (baseline.partnership != id)
    return "it is of the partnership " + in_quotes(baseline.partnership) + ", not of " +
           in_quotes(id);
  if (seal(baseline) != baseline.sha256)
    return "it was changed after it was written: its SHA-256 is not that of what stands in it";
  return {};
}

std::size_t GateReport::count(Novelty novelty) const noexcept {
  return static_cast<std::size_t>(std::ranges::count(problems, novelty, &Considered::novelty));
}

bool GateReport::passed() const noexcept { return count(Novelty::known) == problems.size(); }

const GateReport::Considered* GateReport::worst() const noexcept {
  const Considered* worst = nullptr;
  const auto rank = [](const Considered& c) {
    return std::tuple(c.novelty == Novelty::known, c.problem.kind, -c.problem.level.value_or(0));
  };
  for (const Considered& each : problems)
    if (worst == nullptr || rank(each) < rank(*worst)) worst = &each;
  return worst;
}

GateReport gate(std::vector<Problem> problems, const std::optional<Baseline>& baseline,
                Date as_at) {
  GateReport report{.as_at = as_at};
  for (Problem& problem : problems) report.problems.push_back({std::move(problem)});
  if (!baseline) return report;
  report.since = baseline->as_at;
  const auto& before = baseline->problems;
  std::vector<bool> taken(before.size());
  const auto meet = [&](GateReport::Considered& now, std::size_t then) {
    taken[then] = true;
    now.level_before = before[then].level;
    now.novelty = now.problem.level > now.level_before ? Novelty::worse : Novelty::known;
  };
  // Those of the same words first, in their order; then the rest of each thing, in theirs.
  std::multimap<Exactly, std::size_t> same_words;
  for (std::size_t i = 0; i < before.size(); ++i) same_words.emplace(exactly(before[i]), i);
  for (GateReport::Considered& now : report.problems)
    take_first(same_words, exactly(now.problem), [&](std::size_t then) { meet(now, then); });
  std::multimap<Key, std::size_t> same_thing;
  for (std::size_t i = 0; i < before.size(); ++i)
    if (!taken[i]) same_thing.emplace(key_of(before[i]), i);
  for (GateReport::Considered& now : report.problems)
    if (!now.level_before)
      take_first(same_thing, key_of(now.problem), [&](std::size_t then) { meet(now, then); });
  for (std::size_t i = 0; i < before.size(); ++i)
    if (!taken[i]) report.gone.push_back(before[i]);
  return report;
}

}  // namespace safegov
