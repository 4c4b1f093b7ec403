// Where all minutes are: by id, by the number of an item, and by body and day.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include "model/places.hpp"
#include "registers/minutes.hpp"

namespace safegov::internal {

MinutesIndex::MinutesIndex(const Partnership& partnership)
    : rows_(partnership.list<Minutes>()), by_id_(rows_) {
  std::map<std::string_view, const Body*> known;  // bodies are found by going through them
  for (const Minutes& minutes : rows_) {
    for (const MinutesItem& item : minutes.items)
      items_.emplace_back(number_of(minutes, item), FoundItem{&minutes, &item});
    const auto [found, fresh] = known.try_emplace(minutes.body.id, nullptr);
    if (fresh) found->second = find_body(partnership.bodies(), minutes.body.id);
    const Body* const body = found->second;
    if (body == nullptr || !minutes.date) continue;
    OfBody& all = bodies_[body];
    const auto add = [&](const DateRange& days) {
      all.taken.push_back({days, &minutes});
      all.longest = std::max(all.longest, days.length());
    };
    add(DateRange(*minutes.date));
    if (minutes.meeting.empty()) continue;
    if (const MeetingId id = partnership.find_meeting(body->id + " of " + minutes.meeting))
      add(*partnership[id].scheduled.range);
  }
  std::ranges::stable_sort(items_, {},
                           [](const auto& entry) -> const std::string& { return entry.first; });
  for (auto& [body, all] : bodies_)
    std::ranges::sort(all.taken, {}, [](const Taken& taken) { return taken.days.first(); });
}

const Minutes* MinutesIndex::find(std::string_view id) const {
  const auto row = by_id_.find(id);
  return row ? &rows_[*row] : nullptr;
}

FoundItem MinutesIndex::find_item(std::string_view number) const {
  const auto at = std::ranges::lower_bound(
      items_, number, {}, [](const auto& entry) { return std::string_view(entry.first); });
  return at == items_.end() || at->first != number ? FoundItem() : at->second;
}

std::vector<const Minutes*> MinutesIndex::on(const Body& body, const DateRange& days) const {
  std::vector<const Minutes*> found;
  const auto all = bodies_.find(&body);
  if (all == bodies_.end()) return found;
  // None that begins so long before can last until then.
  auto at =
      std::ranges::lower_bound(all->second.taken, days.first().days() - all->second.longest, {},
                               [](const Taken& taken) { return taken.days.first().days(); });
  for (; at != all->second.taken.end() && at->days.first() <= days.last(); ++at)
    if (days.first() <= at->days.last()) found.push_back(at->minutes);
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

const MinutesIndex& minutes_index(RowCheck& check) {
  return check.once([&] { return MinutesIndex(check.partnership()); });
}

}  // namespace safegov::internal
