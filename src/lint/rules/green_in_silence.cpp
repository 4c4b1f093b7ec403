// A rating that silence cannot bear out: declared good, and nothing of what was due is recorded.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <vector>

#include <safegov/ratings.hpp>

#include "base/text.hpp"
#include "lint/catalogue.hpp"

namespace safegov::internal::rules {
namespace {

/// Of each action, how much was due by the day of which nothing at all is recorded.
std::vector<std::size_t> silent_by_action(const LintInput& in) {
  const Obligations& owed = in.state.obligations();
  std::vector<std::size_t> due(in.partnership.action_count());
  std::vector<bool> told(due.size());
  for (std::size_t row = 0; row < owed.size(); ++row) {
    const std::size_t action = owed.action()[row].index;
    if (owed.last()[row] < in.as_at.days()) ++due[action];
    if (!in.state.history(row).empty()) told[action] = true;
  }
  for (std::size_t i = 0; i < due.size(); ++i)
    if (told[i]) due[i] = 0;
  return due;
}

}  // namespace

void green_in_silence(const LintInput& in, RuleFindings& findings) {
  const auto rated = [](const Record& r) { return r.event.kind == RecordKind::rated; };
  if (std::ranges::none_of(in.partnership.records(), rated)) return;
  const std::vector<std::size_t> due = silent_by_action(in);
  const Ratings ratings = rate(in.state);
  for (const Rating& rating : ratings) {
    if (rating.kind != Rated::action || rating.record == nullptr || due[rating.action.index] == 0 ||
        in.partnership.is_register(rating.plan))
      continue;
    const Scale& scale = *ratings.scheme(rating).scale;
    // Steps stand best first.
    if (!scale.is_step(rating.declared) || rating.declared >= scale.best_unrecorded()) continue;
    const Action& action = in.partnership[rating.action];
    auto& d = findings.report_at(
        in.partnership.where(*rating.record, "rating"), action, {},
        in_quotes(action.no) + " is rated " + std::string(scale.word(rating.declared)) +
            ", and of " + counted(static_cast<long long>(due[rating.action.index]), "report") +
            " that were due by " + in_words(in.as_at) + " nothing is recorded",
        "record what came in, or rate what is known");
    findings.relate(d, action, "no", "the action");
  }
}
}  // namespace safegov::internal::rules
