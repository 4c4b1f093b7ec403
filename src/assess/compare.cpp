// What two assessments say differently.
// SPDX-License-Identifier: Apache-2.0

#include <string_view>
#include <unordered_map>

#include <safegov/compare.hpp>

namespace safegov {
namespace {

std::string_view id_of(const Body* body) { return body ? std::string_view(body->id) : ""; }

}  // namespace

std::vector<Change> compare(const Assessment& before, const Assessment& after) {
  const Obligations &was = before.obligations(), &is = after.obligations();
  std::unordered_map<std::string, std::size_t> rows;
  rows.reserve(was.size());
  for (const Obligation o : was) rows.emplace(o.id(), o.row());

  std::vector<Change> changes;
  std::vector<bool> matched(was.size());
  for (const Obligation o : is) {
    Change change{.id = o.id(), .after = o.row()};
    if (const auto found = rows.find(change.id); found != rows.end()) {
      const Obligation old = was[found->second];
      change.before = old.row();
      matched[old.row()] = true;
      change.state = before[old.row()] != after[o.row()];
      change.days = before.in_force(old.row()) != after.in_force(o.row());
      change.owner = id_of(old.from()) != id_of(o.from());
      change.lead = id_of(old.lead()) != id_of(o.lead());
      if (!change.state && !change.days && !change.owner && !change.lead) continue;
    }
    changes.push_back(std::move(change));
  }
  for (const Obligation o : was)
    if (!matched[o.row()]) changes.push_back({.id = o.id(), .before = o.row()});
  return changes;
}

}  // namespace safegov
