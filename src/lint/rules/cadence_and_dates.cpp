// A report that is called quarterly, and has three dates a year.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <span>
#include <vector>

#include "base/text.hpp"
#include "lint/catalogue.hpp"

namespace safegov::internal::rules {
namespace {

/// The most dates that begin within one year.
std::size_t most_in_a_year(std::span<const Deadline> deadlines) {
  std::vector<Date> days;
  for (const Deadline& deadline : deadlines)
    if (deadline.range) days.push_back(deadline.range->first());
  std::ranges::sort(days);
  std::size_t most = 0;
  for (std::size_t i = 0, first = 0; i < days.size(); ++i) {
    while (days[i].days() - days[first].days() >= 365) ++first;
    most = std::max(most, i - first + 1);
  }
  return most;
}

}  // namespace

void cadence_and_dates(const LintInput& in, RuleFindings& findings) {
  each_promise(in, [&](const PromiseIn& promise) {
    const auto cadence = parse_cadence(promise.written.what);
    if (!cadence || cadence->kind == Cadence::Kind::ambiguous || cadence->least < 2) return;
    // In less than a year there is no room for all of a year's dates.
    if (promise.plan.period && promise.plan.period->range.length() < 365) return;
    const auto unclear = [](const Deadline& d) { return d.kind == DeadlineKind::unresolved; };
    if (std::ranges::any_of(promise.deadlines, unclear)) return;
    // One stretch may have room for several, as a year has for four quarters.
    constexpr int year = 12 * 31;  // of the longest months
    const auto& first = promise.deadlines[0].range;
    if (promise.deadlines.size() == 1 && first && first->length() > year / cadence->least) return;
    const std::size_t dates = most_in_a_year(promise.deadlines);
    if (dates == 0 || dates >= static_cast<std::size_t>(cadence->least)) return;
    auto& d = findings.report(promise, "what",
                              in_quotes(promise.written.what) + " is to come " +
                                  counted(cadence->least, "time") + " a year, and has " +
                                  counted(static_cast<long long>(dates), "date"),
                              "add the dates, or say how often it is really meant to come");
    findings.relate(d, promise.written, "due", "its dates");
  });
}
}  // namespace safegov::internal::rules
