// What an id means: never a nearest match.
// SPDX-License-Identifier: Apache-2.0

#include "model/subject.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace safegov {

std::string deadline_key(const Deadline& deadline) {
  if (deadline.kind == DeadlineKind::undated) return "undated";
  if (deadline.kind == DeadlineKind::open) return "open";
  if (!deadline.range) {
    std::string key = internal::as_word(deadline.text);
    // Nothing that takes an id apart, or that cannot be copied from where it is printed.
    const auto separates = [](char c) {
      return c == '/' || c == '@' || static_cast<unsigned char>(c) <= ' ' || c == 0x7F;
    };
    std::ranges::replace_if(key, separates, '-');
    return key;
  }
  const Date first = deadline.range->first(), last = deadline.range->last();
  if (first == last) return iso(first);
  const bool whole_months =
      first.day() == 1 && last.day() == days_in_month(last.year(), last.month());
  if (!whole_months) return iso(first) + ".." + iso(last);
  const std::string from = iso(first).substr(0, 7), to = iso(last).substr(0, 7);
  return from == to ? from : from + ".." + to;
}

namespace internal {

ObligationName take_apart(std::string_view id) {
  id = trim(id);
  if (const auto at = id.find('@'); at != std::string_view::npos)
    return {id.substr(0, at), ObligationName::By::key, id.substr(at + 1)};
  constexpr std::string_view of = " of ";
  if (const auto at = id.find(of); at != std::string_view::npos)
    return {trim(id.substr(0, at)), ObligationName::By::words, trim(id.substr(at + of.size()))};
  return {id, ObligationName::By::alone, {}};
}

namespace {

/// The days that a key says; nothing for one that says none, or not as deadline_key would.
std::optional<DateRange> days_of(std::string_view key) {
  const auto read = [](std::string_view end) -> std::optional<DateRange> {
    if (const auto day = parse_date(end)) return DateRange(*day);
    const auto first = parse_date(std::string(end) + "-01");
    return first ? std::optional(month_of(first->year(), first->month())) : std::nullopt;
  };
  const auto dots = key.find("..");
  const auto from = read(key.substr(0, dots));
  const auto to = dots == std::string_view::npos ? from : read(key.substr(dots + 2));
  if (!from || !to || to->last() < from->first()) return {};
  Deadline days{.text = {}, .kind = DeadlineKind::dated};
  days.range = DateRange(from->first(), to->last());
  return deadline_key(days) == key ? days.range : std::nullopt;
}

}  // namespace

std::optional<Subject> pick(const Partnership::Data& data, PromiseId promise,
                            const ObligationName& name) {
  const auto deadlines = data.deadlines_of(promise);
  if (name.by == ObligationName::By::alone)
    return deadlines.size() == 1 ? std::optional(Subject{promise, 0}) : std::nullopt;

  std::string key(name.deadline);
  auto days = days_of(key);
  if (name.by == ObligationName::By::words) {
    const auto& context = data.contexts[data.promises[promise.index].plan.index];
    const auto meant = parse_deadlines(name.deadline, context).deadlines;
    if (meant.size() != 1) return {};
    key = deadline_key(meant[0]);
    days = meant[0].range;
  }
  // Days are compared as days: a promise may have a thousand dates, and each of them its records.
  const auto is_meant = [&](const Deadline& d) {
    return d.range ? d.range == days : deadline_key(d) == key;
  };
  const auto found = std::ranges::find_if(deadlines, is_meant);
  if (found == deadlines.end()) return {};
  return Subject{promise, static_cast<std::uint32_t>(found - deadlines.begin())};
}

std::vector<MeetingId> meetings_in(const Partnership::Data& data, BodyId body,
                                   const DateRange& days) {
  std::vector<MeetingId> found;
  for (const Meeting& meeting : data.meetings_of(body)) {
    const DateRange& when = *meeting.scheduled.range;
    if (when.first() <= days.last() && days.first() <= when.last())
      found.push_back({static_cast<std::uint32_t>(&meeting - data.meetings.data())});
  }
  return found;
}

std::vector<MeetingId> pick_meetings(const Partnership::Data& data, BodyId body,
                                     const ObligationName& name) {
  if (name.by == ObligationName::By::words) {
    const auto meant = parse_deadlines(name.deadline, data.meeting_context).deadlines;
    if (meant.size() != 1 || !meant[0].range) return {};
    return meetings_in(data, body, *meant[0].range);
  }
  std::vector<MeetingId> found;
  const auto days = days_of(name.deadline);
  for (const Meeting& meeting : data.meetings_of(body))
    if (name.by == ObligationName::By::key && meeting.scheduled.range == days)
      found.push_back({static_cast<std::uint32_t>(&meeting - data.meetings.data())});
  return found;
}

namespace {

template <class Thing>
void add_numbered(const std::vector<const Thing*>& things,
                  const Partnership::Data::ByNumber<Thing>& index, PlanId plan, std::string_view no,
                  std::vector<About>& found) {
  const auto no_of = [&](Id<Thing> id) { return std::string_view(things[id.index]->no); };
  const auto end = index.ids.begin() + index.first[plan.index + 1];
  auto at =
      std::ranges::lower_bound(index.ids.begin() + index.first[plan.index], end, no, {}, no_of);
  for (; at != end && no_of(*at) == no; ++at) found.emplace_back(*at);
}

}  // namespace

std::vector<About> find_all(const Partnership::Data& data, std::string_view id) {
  std::vector<About> found;
  const ObligationName name = take_apart(id);
  if (const DisputeId dispute = data.dispute(trim(id))) found.emplace_back(dispute);
  if (const PromiseId promise = data.promise(name.promise))
    if (const auto subject = pick(data, promise, name)) found.emplace_back(*subject);
  if (const BodyId body = data.body(name.promise)) {
    if (name.by == ObligationName::By::alone) found.emplace_back(body);
    for (const MeetingId meeting : pick_meetings(data, body, name)) found.emplace_back(meeting);
  }
  if (name.by != ObligationName::By::alone) return found;
  if (const PlanId plan = data.plan(name.promise)) found.emplace_back(plan);
  const auto slash = name.promise.find('/');
  if (slash == std::string_view::npos) return found;
  if (const PlanId plan = data.plan(name.promise.substr(0, slash))) {
    const std::string_view no = name.promise.substr(slash + 1);
    add_numbered(data.objectives, data.objectives_by_number, plan, no, found);
    add_numbered(data.actions, data.actions_by_number, plan, no, found);
  }
  return found;
}

}  // namespace internal

DisputeId Partnership::Data::dispute(std::string_view id) const {
  const auto slash = id.find('/');
  if (disputes.empty() || slash == std::string_view::npos) return {};
  const auto& rules = parts.arrangements.escalations;
  const auto rule = std::ranges::find(rules, id.substr(0, slash), &Escalation::id);
  const EscalationId procedure{static_cast<std::uint32_t>(rule - rules.begin())};
  const std::string_view name = id.substr(slash + 1);
  const auto key = [](const Dispute& d) {
    return std::pair(d.procedure, std::string_view(d.name));
  };
  const auto found = std::ranges::lower_bound(disputes, std::pair(procedure, name), {}, key);
  if (found == disputes.end() || key(*found) != std::pair(procedure, name)) return {};
  return {static_cast<std::uint32_t>(found - disputes.begin())};
}

PlanId Partnership::Data::plan(std::string_view id) const {
  for (const auto* ids : {&plan_ids, &former_plan_ids}) {
    const auto found =
        std::ranges::lower_bound(*ids, id, {}, [](const auto& p) { return p.first; });
    if (found != ids->end() && found->first == id) return found->second;
  }
  return {};
}

BodyId Partnership::Data::body(std::string_view id) const {
  const auto found =
      std::ranges::lower_bound(body_ids, id, {}, [](const auto& b) { return b.first; });
  return found != body_ids.end() && found->first == id ? found->second : BodyId{};
}

const Scale* Partnership::Data::scale(std::string_view id) const {
  const auto& own = parts.arrangements.scales;
  const auto found = std::ranges::find(own, id, &Scale::id);
  return found != own.end() ? &*found : find_named_scale(id);
}

PromiseId Partnership::Data::promise(std::string_view id) const {
  const auto id_of = [this](PromiseId p) { return std::string_view(promises[p.index].id); };
  const auto found = std::ranges::lower_bound(promise_ids, id, {}, id_of);
  if (found != promise_ids.end() && id_of(*found) == id) return *found;
  const auto former = std::ranges::lower_bound(
      former_promise_ids, id, {}, [](const auto& entry) { return std::string_view(entry.first); });
  return former != former_promise_ids.end() && former->first == id ? former->second : PromiseId{};
}

}  // namespace safegov
