// Reads when each promise is due, and says what of that cannot be.
// SPDX-License-Identifier: Apache-2.0

#include "model/resolve_due.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "model/resolve_meetings.hpp"

namespace safegov::internal {
namespace {

const codes::Known& code_of(DeadlineProblem::Kind kind) {
  using Kind = DeadlineProblem::Kind;
  switch (kind) {
    case Kind::impossible:
      return codes::impossible_deadline;
    case Kind::endless:
      return codes::endless_cadence;
    case Kind::outside_calendar:
      return codes::clock_outside_calendar;
    case Kind::not_started:
      return codes::clock_not_started;
    case Kind::not_in_force:
      return codes::clock_not_in_force;
    default:
      return codes::unresolved_deadline;
  }
}

}  // namespace

DueDates::DueDates(Partnership::Data& data, const Gaps& gaps, Diagnostics& found)
    : Findings(data.parts.provenance, found), data_(data), gaps_(gaps), found_(found) {}

void DueDates::take(const Promise& promise, ResolvedPromise& resolved, const std::string& path) {
  resolved.first_deadline = static_cast<std::uint32_t>(data_.deadlines.size());
  if (promise.due.empty()) {
    data_.deadlines.push_back({"", DeadlineKind::undated});
  } else {
    Deadlines parsed = parse_deadlines(promise.due, data_.contexts.back());
    for (DeadlineProblem& problem : parsed.problems)
      report_problem(promise, std::move(problem), path);
    bind(promise, parsed, resolved.first_deadline, path);
    std::ranges::move(parsed.deadlines, std::back_inserter(data_.deadlines));
  }
  resolved.deadlines = static_cast<std::uint32_t>(data_.deadlines.size()) - resolved.first_deadline;
  check_twice(promise, resolved, path);
}

void DueDates::bind(const Promise& promise, const Deadlines& parsed, std::uint32_t first,
                    const std::string& path) {
  for (const auto& [index, body] : parsed.bound) {
    const Deadline& words = parsed.deadlines[index];
    const auto meeting =
        bind_to_meeting(data_, data_.body(body), words, where(promise, "due"), path, found_);
    if (meeting)
      data_.bound.emplace_back(first + static_cast<std::uint32_t>(index), meeting);
    else
      broken_.insert(&promise);
  }
}

void DueDates::report_no_body(const Promise& promise, DeadlineProblem problem,
                              const std::string& path) {
  broken_.insert(&promise);
  if (gaps_.bodies || gaps_.arrangements) return;  // it may be what could not be read
  std::vector<std::string_view> ids;
  for (const Body& body : data_.parts.arrangements.bodies) ids.push_back(body.id);
  const std::string_view id = std::string_view(problem.text).substr(0, problem.text.find(' '));
  const std::string_view near = nearest(id, ids);
  if (!near.empty()) problem.help = "did you mean '" + std::string(near) + "'?";
  report(codes::unknown_reference, std::move(problem.message), where(promise, "due"), path,
         std::move(problem.help));
}

void DueDates::report_problem(const Promise& promise, DeadlineProblem problem,
                              const std::string& path) {
  using Kind = DeadlineProblem::Kind;
  if (problem.kind == Kind::no_body) return report_no_body(promise, std::move(problem), path);
  const codes::Known& code = code_of(problem.kind);
  // The day that a row's words count from may be what could not be read.
  const bool of_plan = data_.contexts.size() <= data_.parts.plans.size();
  if (&code == &codes::unresolved_deadline && gaps_.promises && !of_plan &&
      !data_.contexts.back().anchor)
    return;
  report(code, std::move(problem.message), where(promise, "due"), path, std::move(problem.help));
  if (code.severity == Severity::error) broken_.insert(&promise);
}

void DueDates::check_twice(const Promise& promise, const ResolvedPromise& resolved,
                           const std::string& path) {
  if (resolved.deadlines < 2) return;
  std::vector<std::string> keys;
  for (std::uint32_t i = 0; i < resolved.deadlines; ++i)
    keys.push_back(deadline_key(data_.deadlines[resolved.first_deadline + i]));
  std::ranges::sort(keys);
  const auto twice = std::ranges::adjacent_find(keys);
  if (twice != keys.end())
    report(codes::duplicate_id, "'" + resolved.id + "' is due twice at '" + *twice + "'",
           where(promise, "due"), path, "give each date once");
}

}  // namespace safegov::internal
