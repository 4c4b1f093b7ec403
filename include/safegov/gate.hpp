// What is wrong as at a date, held against what was wrong before: only what is new or worse counts.
// SPDX-License-Identifier: Apache-2.0
//
//   const auto now = problems(assessment, rate(assessment), lint(partnership, as_at));
//   const GateReport report = gate(now, baseline, as_at);
//   report.passed();                      // nothing is new or worse
//
// A problem is known by its kind, its rule and the thing that it is of, never by a line.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/assess.hpp>
#include <safegov/date.hpp>
#include <safegov/describe.hpp>
#include <safegov/lint.hpp>
#include <safegov/ratings.hpp>

namespace safegov {

enum class ProblemKind : std::uint8_t {
  overdue,     ///< an obligation; worse where not even a part came in
  optimistic,  ///< a rating declared better than derived; worse by the band
  finding,     ///< of lint; worse by severity
};
template <>
std::span<const std::string_view> words_of<ProblemKind>();

struct Problem {
  ProblemKind kind = ProblemKind::finding;
  std::string code = {};          ///< of a finding: `SG303`
  std::string about = {};         ///< the id of the thing; empty for what has none
  std::optional<int> level = {};  ///< how bad, from 1; larger is worse, within a kind
  std::string message = {};       ///< lower case, no full stop
  std::string help = {};          ///< what to do
  Span where = {};                ///< false for what was not read from a text
  Origin origin = {};
};

/// All problems: what is overdue, longest first; optimistic ratings, as written; findings, by
/// place, those that are let stand left out.
[[nodiscard]] std::vector<Problem> problems(const Assessment& assessment, const Ratings& ratings,
                                            const LintReport& findings);
[[nodiscard]] Problem problem_of(const Finding& finding);

/// What was wrong when somebody last said: let it stand for now. Commands write it as JSON
/// (docs/schema/baseline.json), read_written() reads it.
struct Baseline {
  std::string partnership = {};
  std::optional<Date> as_at = {};
  std::vector<Problem> problems = {};
  std::string sha256 = {};  ///< of all the rest: an entry that was slipped in by hand is no entry
  Origin origin = {};
};
/// Closed with its SHA-256.
[[nodiscard]] Baseline baseline_of(const Partnership& partnership, Date as_at,
                                   std::vector<Problem> problems);
/// Why it is no baseline to hold a partnership against: it is of another one, or was changed.
/// Nothing if it is one.
[[nodiscard]] std::string trouble_with(const Baseline& baseline, const Partnership& partnership);

/// How a problem stands to the baseline.
enum class Novelty : std::uint8_t {
  fresh,  ///< `new`: the baseline does not have it
  worse,  ///< it has it, of a lower level
  known,
};
template <>
std::span<const std::string_view> words_of<Novelty>();

struct GateReport {
  struct Considered {
    Problem problem;
    Novelty novelty = Novelty::fresh;
    std::optional<int> level_before = {};  ///< of what is known or worse
  };
  Date as_at;
  std::optional<Date> known_at = {};      ///< as of AssessOptions; who judged by it says so
  std::optional<Date> since = {};         ///< the day of the baseline; nothing if there was none
  std::vector<Considered> problems = {};  ///< in the order given
  std::vector<Problem> gone = {};         ///< in the order of the baseline

  [[nodiscard]] std::size_t count(Novelty novelty) const noexcept;
  /// Nothing is new, and nothing worse.
  [[nodiscard]] bool passed() const noexcept;
  /// The worst of what is new or worse; of all if there is none; null if there is nothing at all.
  /// What is overdue goes before ratings and these before findings; then by level; then by order.
  [[nodiscard]] const Considered* worst() const noexcept;
};

/// Holds problems against a baseline. Without one, all are new. Of several problems of one kind,
/// rule and thing as many are known as the baseline has, those of the same words first; what has no
/// thing is known by its words.
[[nodiscard]] GateReport gate(std::vector<Problem> problems,
                              const std::optional<Baseline>& baseline, Date as_at);

template <>
const Type& type_of<Problem>();
template <>
const Type& type_of<Baseline>();

}  // namespace safegov
