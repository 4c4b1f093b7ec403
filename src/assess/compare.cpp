// What two assessments say differently.
// SPDX-License-Identifier: Apache-2.0

#include <string_view>
#include <unordered_map>

#include <safegov/compare.hpp>

namespace safegov {
namespace {

std::string_view id_of(const Body* body) { return body ? std::string_view(body->id) : ""; }

/// For each row of `is` the row of `was` that is the same obligation, by present or former id.
std::vector<std::optional<std::size_t>> rows_before(const Obligations& was, const Obligations& is) {
  std::unordered_map<std::string, std::size_t> rows;
  rows.reserve(was.size());
  for (const Obligation o : was) rows.emplace(o.id(), o.row());

  std::vector<std::optional<std::size_t>> before(is.size());
  std::vector<bool> matched(was.size());
  const auto match = [&](std::size_t old, std::size_t row) {
    if (matched[old] || before[row]) return;
    before[row] = old;
    matched[old] = true;
  };
  for (const Obligation o : is)
    if (const auto found = rows.find(o.id()); found != rows.end()) match(found->second, o.row());
  // Either of the two may be the one that tells what the other calls it.
  for (const Obligation o : was)
    if (!matched[o.row()])
      if (const auto row = is.find(o.id())) match(o.row(), *row);
  for (const Obligation o : is)
    if (!before[o.row()])
      if (const auto old = was.find(o.id())) match(*old, o.row());
  return before;
}

}  // namespace

std::vector<Change> compare(const Assessment& before, const Assessment& after) {
  const Obligations &was = before.obligations(), &is = after.obligations();
  const auto rows = rows_before(was, is);

  std::vector<Change> changes;
  std::vector<bool> matched(was.size());
  for (const Obligation o : is) {
    Change change{.id = o.id(), .before = rows[o.row()], .after = o.row()};
    if (change.before) {
      const Obligation old = was[*change.before];
      matched[old.row()] = true;
      change.state = before[old.row()] != after[o.row()];
      change.days = before.in_force(old.row()) != after.in_force(o.row());
      change.owner = id_of(old.from()) != id_of(o.from());
      change.lead = id_of(old.lead()) != id_of(o.lead());
      change.receiver = id_of(old.to()) != id_of(o.to());
      change.words = old.what() != o.what() || old.due().text != o.due().text;
      if (!change.state && !change.days && !change.owner && !change.lead && !change.receiver &&
          !change.words)
        continue;
    }
    changes.push_back(std::move(change));
  }
  for (const Obligation o : was)
    if (!matched[o.row()]) changes.push_back({.id = o.id(), .before = o.row()});
  return changes;
}

}  // namespace safegov
