// Which obligation an id means: never a nearest match.
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
    std::ranges::replace_if(
        key, [](char c) { return c == '/' || c == '@'; }, '-');
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

std::optional<Subject> pick(const Partnership::Data& data, PromiseId promise,
                            const ObligationName& name) {
  const auto deadlines = data.deadlines_of(promise);
  if (name.by == ObligationName::By::alone)
    return deadlines.size() == 1 ? std::optional(Subject{promise, 0}) : std::nullopt;

  std::string key(name.deadline);
  if (name.by == ObligationName::By::words) {
    const auto& context = data.contexts[data.promises[promise.index].plan.index];
    const auto meant = parse_deadlines(name.deadline, context).deadlines;
    if (meant.size() != 1) return {};
    key = deadline_key(meant[0]);
  }
  for (std::uint32_t number = 0; number < deadlines.size(); ++number)
    if (deadline_key(deadlines[number]) == key) return Subject{promise, number};
  return {};
}

}  // namespace internal

BodyId Partnership::Data::body(std::string_view id) const {
  const auto found =
      std::ranges::lower_bound(body_ids, id, {}, [](const auto& b) { return b.first; });
  return found != body_ids.end() && found->first == id ? found->second : BodyId{};
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
