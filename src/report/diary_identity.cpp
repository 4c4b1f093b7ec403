// What makes an entry of a diary the same entry in a later one, and the later one newer.
// SPDX-License-Identifier: Apache-2.0

#include "report/diary_identity.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace safegov::internal {
namespace {

/// The id under which the promise was first known, if that names it and nothing else.
std::string oldest_id(const Obligations& owed, std::size_t row) {
  const Partnership& partnership = owed.partnership();
  const PromiseId promise = owed.promise()[row];
  const std::string& now = partnership.promises()[promise.index].id;
  const std::string_view last = std::string_view(now).substr(now.rfind('/') + 1);
  const Plan& plan = owed[row].plan();
  const std::string& was = owed[row].promise().was;
  using Names = std::pair<std::string_view, std::string_view>;
  for (const auto& [of, name] :
       {Names(plan.was, was), Names(plan.id, was), Names(plan.was, last)}) {
    if (of.empty() || name.empty()) continue;
    std::string id = std::string(of) + "/" + owed[row].action().no + "/" + std::string(name);
    if (partnership.find_promise(id) == promise) return id;
  }
  return now;
}

/// Letters, digits and what ids are made of stay; any other byte becomes `%` and two digits.
std::string as_uid(std::string_view id, const Partnership& partnership) {
  constexpr std::string_view kept = "/@.-_~+", digits = "0123456789ABCDEF";
  const std::string whole = std::string(id) + "@" + partnership.arrangements().id + ".safegov";
  std::string uid;
  for (const char c : whole) {
    const auto byte = static_cast<unsigned char>(c);
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (letter || kept.find(c) != kept.npos)
      uid += c;
    else
      uid.append({'%', digits[byte >> 4], digits[byte & 15]});
  }
  return uid;
}

/// Does a record of this kind change what stands in a diary?
constexpr bool changes_entry(RecordKind kind) noexcept {
  constexpr std::array kinds{RecordKind::received,   RecordKind::partly_received,
                             RecordKind::held,       RecordKind::extended,
                             RecordKind::moved,      RecordKind::waived,
                             RecordKind::superseded, RecordKind::cancelled};
  return std::ranges::find(kinds, kind) != kinds.end();
}

}  // namespace

std::string uid_of(const Obligations& owed, std::size_t row) {
  return as_uid(oldest_id(owed, row) + "@" + deadline_key(owed[row].due()), owed.partnership());
}

std::string uid_of(const Partnership& partnership, MeetingId meeting) {
  const Body& body = partnership[partnership[meeting].body];
  return as_uid(
      (body.was.empty() ? body.id : body.was) + "@" + deadline_key(partnership[meeting].scheduled),
      partnership);
}

Changes changes_of(std::span<const Obligations::Happening> happenings, MeetingId bound, Date as_at,
                   std::optional<Date> known_at) {
  using Happening = Obligations::Happening;
  const auto known = [&](std::int32_t day) {
    return day != Obligations::no_day && (!known_at || day <= known_at->days());
  };
  const auto is_there = [&](const Happening& h) {
    return h.day <= as_at.days() && known(h.recorded);
  };
  // A row has what happens to every meeting that it will ever be bound to; of those to which it is
  // extended later, nobody knows yet.
  const auto concerns = [&](const Happening& h) {
    if (!h.meeting || h.kind == RecordKind::extended || h.meeting == bound) return true;
    return std::ranges::any_of(happenings, [&](const Happening& other) {
      return other.kind == RecordKind::extended && other.meeting == h.meeting && is_there(other);
    });
  };
  Changes changes;
  const auto add = [&](std::int32_t written) {
    ++changes.count;
    changes.last = std::max(changes.last.value_or(written), written);
  };
  for (const Happening& h : happenings) {
    if (!changes_entry(h.kind) || !is_there(h) || !concerns(h)) continue;
    add(h.recorded);
    if (known(h.retracted)) add(h.retracted);
  }
  return changes;
}

}  // namespace safegov::internal
