// Dates on which their receiver does not meet.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "lint/catalogue.hpp"
#include "registers/printed_words.hpp"

namespace safegov::internal::rules {
namespace {

constexpr int longest = 31;  // a quarter or a year has room for any meeting

/// A stretch of days that a body that meets can be held to.
bool is_telling(const Deadline& deadline) {
  return deadline.range && deadline.range->length() <= longest &&
         deadline.range->first().month() == deadline.range->last().month();
}

bool meet(const DateRange& one, const DateRange& other) {
  return one.first() <= other.last() && other.first() <= one.last();
}

std::span<const Meeting> meetings_around(const LintInput& in, BodyId body, const DateRange& days) {
  const auto meetings = in.partnership.meetings(body);
  // Of what lies outside the meetings that are known nothing can be said.
  const auto before = [&](const Meeting& m) { return m.scheduled.range->first() <= days.last(); };
  const auto after = [&](const Meeting& m) { return days.first() <= m.scheduled.range->last(); };
  if (std::ranges::none_of(meetings, before) || std::ranges::none_of(meetings, after)) return {};
  return meetings;
}

/// The words of the first meeting that begins after a day; there is one.
const std::string& next_after(std::span<const Meeting> meetings, Date day) {
  const Meeting* next = nullptr;
  for (const Meeting& meeting : meetings)
    if (meeting.scheduled.range->first() > day &&
        (next == nullptr || meeting.scheduled.range < next->scheduled.range))
      next = &meeting;
  return next->scheduled.text;
}

/// The months in which nearly all that a body is owed is due, and no more of them than it meets
/// times a year: those are when it meets, though nobody says so.
class Rhythms {
 public:
  explicit Rhythms(const LintInput& in) : in_(in) {
    each_promise(in, [&](const PromiseIn& promise) {
      if (!promise.resolved.to) return;
      for (const Deadline& deadline : promise.deadlines)
        if (is_telling(deadline))
          ++due_[promise.resolved.to]
                [static_cast<std::size_t>(deadline.range->first().month() - 1)];
    });
  }

  /// `February, June and October`; nothing if no such months are to be seen.
  [[nodiscard]] std::optional<std::string> outside(BodyId body, int month) {
    auto known = months_.find(body);
    if (known == months_.end()) known = months_.emplace(body, months_of(body)).first;
    const std::vector<int>& months = known->second;
    if (months.empty() || std::ranges::find(months, month) != months.end()) return {};
    std::vector<std::string> names;
    for (const int each : months) names.emplace_back(month_name(each));
    return first_of(names, names.size());
  }

 private:
  using Months = std::array<int, 12>;

  [[nodiscard]] std::vector<int> months_of(BodyId body) const {
    const auto cadence = parse_cadence(in_.partnership[body].meets);
    const auto due = due_.find(body);
    if (!cadence || cadence->least != cadence->most || due == due_.end()) return {};
    const int times = cadence->least;
    if (times < 2 || times > 6) return {};
    const Months& counts = due->second;
    const int all = std::accumulate(counts.begin(), counts.end(), 0);
    std::vector<int> months(12);
    std::iota(months.begin(), months.end(), 1);
    const auto count = [&](int month) { return counts[static_cast<std::size_t>(month - 1)]; };
    std::ranges::stable_sort(months, [&](int a, int b) { return count(a) > count(b); });
    months.resize(static_cast<std::size_t>(times));
    int usual = 0;
    for (const int month : months) usual += count(month);
    // Each of them several times, and nine in ten of all: a habit, and not chance.
    if (count(months.back()) < 3 || usual * 10 < all * 9) return {};
    std::ranges::sort(months);
    return months;
  }

  const LintInput& in_;
  std::map<BodyId, Months> due_;
  std::map<BodyId, std::vector<int>> months_;
};

/// How a date of a promise misses the meetings of its receiver.
struct Miss {
  std::string words;  ///< of the date
  std::string says, help;
};

std::optional<Miss> by_meetings(const LintInput& in, const PromiseIn& promise, std::uint32_t n) {
  const Deadline& deadline = promise.deadlines[n];
  if (in.partnership.meeting_of({promise.id, n})) return {};
  const auto meetings = meetings_around(in, promise.resolved.to, *deadline.range);
  const bool meets = std::ranges::any_of(meetings, [&](const Meeting& meeting) {
    return meet(*meeting.scheduled.range, *deadline.range);
  });
  if (meetings.empty() || meets) return {};
  // A day in the weeks before a meeting is when its papers are to be in.
  const std::int32_t due = deadline.range->last().days();
  if (deadline.precision == Precision::day &&
      std::ranges::any_of(meetings, [&](const Meeting& meeting) {
        const std::int32_t held = meeting.scheduled.range->first().days();
        return due < held && held <= due + longest;
      }))
    return {};
  const std::string& to = in.partnership[promise.resolved.to].id;
  return Miss{deadline.text, "'" + to + "' does not meet in " + in_quotes(deadline.text),
              "bind it to a meeting: 'due: " + to + " of " +
                  next_after(meetings, deadline.range->last()) + "'"};
}

std::optional<Miss> by_rhythm(const LintInput& in, const PromiseIn& promise, std::uint32_t n,
                              Rhythms& rhythms) {
  const Deadline& deadline = promise.deadlines[n];
  if (!in.partnership.meetings(promise.resolved.to).empty() || !is_telling(deadline)) return {};
  const auto months = rhythms.outside(promise.resolved.to, deadline.range->first().month());
  if (!months) return {};
  const Body& to = in.partnership[promise.resolved.to];
  return Miss{deadline.text,
              "'" + to.id + "' meets " + in_quotes(to.meets) + ", by all else in " + *months +
                  ", and not in " + in_quotes(deadline.text),
              "choose one of those months, or say when it meets"};
}

}  // namespace

void off_cycle(const LintInput& in, RuleFindings& findings) {
  Rhythms rhythms(in);
  each_promise(in, [&](const PromiseIn& promise) {
    const Body* to = in.body(promise.resolved.to);
    if (to == nullptr) return;
    std::optional<Miss> first;
    std::size_t more = 0;
    for (std::uint32_t n = 0; n < promise.deadlines.size(); ++n) {
      const Deadline& deadline = promise.deadlines[n];
      if (!deadline.range || deadline.range->length() > longest) continue;
      auto miss = by_meetings(in, promise, n);
      if (!miss) miss = by_rhythm(in, promise, n, rhythms);
      if (!miss) continue;
      if (first)
        ++more;
      else
        first = std::move(miss);
    }
    if (!first) return;
    if (more > 0)
      first->says += ", nor on " + counted(static_cast<long long>(more), "other date") + " of it";
    auto& d = findings.report(promise, "due", first->says, first->help);
    findings.relate(d, *to, "meets", "when it meets");
  });
}
}  // namespace safegov::internal::rules
