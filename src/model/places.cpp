// Who holds a place on a day, or has taken one over.
// SPDX-License-Identifier: Apache-2.0

#include "model/places.hpp"

#include <algorithm>
#include <vector>

namespace safegov::internal {

const Body* find_body(std::span<const Body> bodies, std::string_view id) {
  if (id.empty()) return nullptr;
  const auto present = std::ranges::find(bodies, id, &Body::id);
  if (present != bodies.end()) return &*present;
  const auto former = std::ranges::find(bodies, id, &Body::was);
  return former == bodies.end() ? nullptr : &*former;
}

bool stands_for(std::span<const Body> bodies, std::string_view who, std::string_view of, Date day) {
  if (who.empty() || of.empty()) return false;
  if (who == of) return true;
  const Body *const now = find_body(bodies, who), *const then = find_body(bodies, of);
  if (now == nullptr || then == nullptr) return false;
  // Backwards from who is there now; a ring of successions is walked once.
  std::vector<const Body*> seen{now};
  for (std::size_t i = 0; i < seen.size(); ++i) {
    if (seen[i] == then) return true;
    for (const Succession& succession : seen[i]->succeeds) {
      const Body* before = find_body(bodies, succession.body.id);
      if (before == nullptr || std::ranges::count(seen, before) != 0) continue;
      const bool over =
          succession.from ? *succession.from <= day : before->until && *before->until < day;
      if (over) seen.push_back(before);
    }
  }
  return false;
}

}  // namespace safegov::internal
