// Who carries a body's duties on a day.
// SPDX-License-Identifier: Apache-2.0

#include "network/succession.hpp"

#include "network/graph.hpp"

namespace safegov::internal {

bool exists_on(const Body& body, Date day) {
  return (!body.from || *body.from <= day) && (!body.until || day <= *body.until);
}

std::vector<std::uint32_t> holders_on(const Partnership& partnership, Date day) {
  const auto size = static_cast<Node>(partnership.bodies().size());
  std::vector<std::uint32_t> holder(size, no_node);
  std::vector<Edge> edges;  // from who has ended to who took over
  std::vector<Node> there;
  for (Node i = 0; i < size; ++i) {
    const Body& body = partnership.bodies()[i];
    if (exists_on(body, day)) {
      holder[i] = i;
      there.push_back(i);
    }
    for (const Succession& succession : body.succeeds) {
      const Node before = partnership.find_body(succession.body.id).index;
      const auto& until = partnership.bodies()[before].until;
      if (until && *until < day && (!succession.from || *succession.from <= day))
        edges.push_back({before, i});
    }
  }
  if (edges.empty()) return holder;
  const Graph successions(size, edges);
  const Distances found = distances(successions, there);
  for (const Node node : found.order)
    for (const Node next : successions.from(node))
      if (holder[node] == no_node && found.of[next] + 1 == found.of[node])
        holder[node] = holder[next];
  return holder;
}

}  // namespace safegov::internal
