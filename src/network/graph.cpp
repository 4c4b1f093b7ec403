// Questions about a directed graph of numbers.
// SPDX-License-Identifier: Apache-2.0

#include "network/graph.hpp"

#include <algorithm>
#include <cstddef>

namespace safegov::internal {

Graph::Graph(Node size, std::span<const Edge> edges) {
  // Counted one place on, and once filled, moved back by the filling itself.
  const auto build = [&](Adjacency& adjacency, Node Edge::*at, Node Edge::*other) {
    auto& first = adjacency.first;
    first.assign(std::size_t{size} + 2, 0);
    for (const Edge& edge : edges) ++first[std::size_t{edge.*at} + 2];
    for (std::size_t i = 2; i < first.size(); ++i) first[i] += first[i - 1];
    adjacency.ends.resize(edges.size());
    for (const Edge& edge : edges) adjacency.ends[first[std::size_t{edge.*at} + 1]++] = edge.*other;
    first.pop_back();
  };
  build(out_, &Edge::from, &Edge::to);
  build(in_, &Edge::to, &Edge::from);
}

Distances distances(const Graph& graph, std::span<const Node> ends) {
  Distances found;
  found.of.assign(graph.size(), no_node);
  found.order.reserve(graph.size());
  const auto reach = [&](Node node, std::uint32_t distance) {
    if (found.of[node] != no_node) return;
    found.of[node] = distance;
    found.order.push_back(node);
  };
  for (const Node end : ends) reach(end, 0);
  for (std::size_t i = 0; i < found.order.size(); ++i) {
    const Node node = found.order[i];
    const std::uint32_t distance = found.of[node] + 1;
    for (const Node before : graph.to(node)) reach(before, distance);
  }
  return found;
}

// Tarjan (1972). One number for each node does for its place in the search and for the lowest that
// it reaches; the place itself is only asked for while the node is on the way.
Components components(const Graph& graph) {
  struct Step {
    Node node;
    std::uint32_t place;
    const Node* next;
    const Node* last;
  };
  Components found;
  found.of.assign(graph.size(), no_node);
  std::vector<std::uint32_t> low(graph.size(), 0);
  std::vector<Node> open;
  std::vector<Step> way;
  std::uint32_t places = 0;
  const auto enter = [&](Node node) {
    low[node] = ++places;
    open.push_back(node);
    const auto edges = graph.from(node);
    way.push_back({node, places, edges.data(), edges.data() + edges.size()});
  };
  for (Node start = 0; start < graph.size(); ++start) {
    if (low[start] == 0) enter(start);
    while (!way.empty()) {
      Step& step = way.back();
      if (step.next != step.last) {
        const Node to = *step.next++;
        if (low[to] == 0)
          enter(to);
        else if (found.of[to] == no_node)
          low[step.node] = std::min(low[step.node], low[to]);
        continue;
      }
      const Step done = step;
      way.pop_back();
      if (low[done.node] == done.place) {
        Node member = no_node;
        while (member != done.node) {
          member = open.back();
          open.pop_back();
          found.of[member] = found.count;
        }
        ++found.count;
      } else {
        // It is not the first of its component, so somebody entered it.
        low[way.back().node] = std::min(low[way.back().node], low[done.node]);
      }
    }
  }
  return found;
}

namespace {

/// Those that reach the root, in the order of a depth-first search from it against the edges.
/// Whatever does not reach it has no number, and thus no say in what comes of it.
struct Search {
  std::vector<std::uint32_t> number;  // of each node
  std::vector<Node> node;             // of each number
  std::vector<std::uint32_t> parent;  // of each number, by number
};

Search search_from(const Graph& graph, Node root) {
  struct Step {
    std::uint32_t number;
    const Node* next;
    const Node* last;
  };
  Search found;
  found.number.assign(graph.size(), no_node);
  std::vector<Step> way;
  const auto enter = [&](Node node, std::uint32_t parent) {
    const auto number = static_cast<std::uint32_t>(found.node.size());
    found.number[node] = number;
    found.node.push_back(node);
    found.parent.push_back(parent);
    const auto edges = graph.to(node);
    way.push_back({number, edges.data(), edges.data() + edges.size()});
  };
  enter(root, 0);
  while (!way.empty()) {
    Step& step = way.back();
    if (step.next == step.last) {
      way.pop_back();
      continue;
    }
    const Node before = *step.next++;
    if (found.number[before] == no_node) enter(before, step.number);
  }
  return found;
}

}  // namespace

// Semi-NCA (Georgiadis and Tarjan), on the numbers of the search. Boost's dominator tree is wrong
// where what does not reach the root has an edge to what does, and recurses.
Dominators dominators(const Graph& graph, Node root) {
  Search search = search_from(graph, root);
  const auto size = static_cast<std::uint32_t>(search.node.size());
  std::vector<std::uint32_t> ancestor = search.parent;  // made shorter as it is walked
  std::vector<std::uint32_t> label(size);               // the lowest semidominator up to there
  for (std::uint32_t i = 0; i < size; ++i) label[i] = i;
  std::vector<std::uint32_t> semi(size, 0);
  std::vector<std::uint32_t> walked;
  // The lowest label from `at` up to its last ancestor after `done`; all of those are settled.
  const auto lowest = [&](std::uint32_t at, std::uint32_t done) {
    if (at <= done) return at;
    std::uint32_t top = at;
    for (; ancestor[top] > done; top = ancestor[top]) walked.push_back(top);
    for (; !walked.empty(); walked.pop_back()) {
      const std::uint32_t each = walked.back();
      label[each] = std::min(label[each], label[ancestor[each]]);
      ancestor[each] = ancestor[top];
    }
    return label[at];
  };
  for (std::uint32_t i = size; i-- > 1;) {
    std::uint32_t best = search.parent[i];
    for (const Node to : graph.from(search.node[i]))
      if (search.number[to] != no_node) best = std::min(best, lowest(search.number[to], i));
    label[i] = semi[i] = best;
  }
  std::vector<std::uint32_t>& next = search.parent;
  for (std::uint32_t i = 1; i < size; ++i)
    while (next[i] > semi[i]) next[i] = next[next[i]];

  Dominators found;
  found.next.assign(graph.size(), no_node);
  for (std::uint32_t i = 1; i < size; ++i) found.next[search.node[i]] = search.node[next[i]];
  found.order = std::move(search.node);
  return found;
}

// Hopcroft and Tarjan (1973). The graph is copied to have the edges of a node together, whichever
// way they point, and its place in the search beside them: what limits this is how often it waits
// for memory. How far up a node reaches is only asked for while it is on the way.
std::vector<std::uint8_t> cut_points(const Graph& graph) {
  struct Seen {
    std::uint32_t place, first_end;
  };
  struct Step {
    Node node;
    std::uint32_t place, low, next, last;
  };
  std::vector<Seen> seen;
  std::vector<Node> ends;
  seen.reserve(std::size_t{graph.size()} + 1);
  ends.reserve(2 * graph.edges());
  for (Node node = 0; node < graph.size(); ++node) {
    seen.push_back({0, static_cast<std::uint32_t>(ends.size())});
    ends.insert(ends.end(), graph.from(node).begin(), graph.from(node).end());
    ends.insert(ends.end(), graph.to(node).begin(), graph.to(node).end());
  }
  seen.push_back({0, static_cast<std::uint32_t>(ends.size())});

  std::vector<std::uint8_t> cuts(graph.size(), 0);
  std::vector<Step> way;
  std::uint32_t places = 0;
  const auto enter = [&](Node node) {
    seen[node].place = ++places;
    way.push_back({node, places, places, seen[node].first_end, seen[node + 1].first_end});
    for (std::uint32_t i = seen[node].first_end; i < seen[node + 1].first_end; ++i)
      __builtin_prefetch(&seen[ends[i]]);
  };
  for (Node start = 0; start < graph.size(); ++start) {
    if (seen[start].place != 0) continue;
    std::uint32_t branches = 0;
    enter(start);
    while (!way.empty()) {
      Step& step = way.back();
      if (step.next != step.last) {
        const Node other = ends[step.next++];
        if (seen[other].place == 0)
          enter(other);
        else
          step.low = std::min(step.low, seen[other].place);
        continue;
      }
      const std::uint32_t low = step.low;
      way.pop_back();
      if (way.empty()) break;
      Step& before = way.back();
      before.low = std::min(before.low, low);
      if (before.node == start)
        ++branches;
      else if (low >= before.place)
        cuts[before.node] = 1;
    }
    cuts[start] = branches > 1;
  }
  return cuts;
}

namespace {

class Explorer {
 public:
  Explorer(const Graph& graph, Node to)
      : graph_(graph),
        to_(to),
        distance_(distances(graph, {&to, 1}).of),
        component_(components(graph).of),
        on_way_(graph.size(), 0),
        seen_(graph.size(), 0) {}

  Ways run(Node from, std::size_t most) {
    Ways found;
    if (!can_end(from)) return found;
    enter(from);
    while (!way_.empty()) {
      Step& step = way_.back();
      const auto edges = graph_.from(step.node);
      if (step.node == to_) {
        if (found.ways.size() == most) {
          found.more = true;
          break;
        }
        found.ways.push_back(edges_);
        leave();
      } else if (step.next == edges.size()) {
        leave();
      } else {
        const std::uint32_t place = step.next++;
        if (!can_end(edges[place])) continue;
        edges_.push_back(graph_.first_edge(step.node) + place);
        enter(edges[place]);
      }
    }
    return found;
  }

 private:
  struct Step {
    Node node;
    std::uint32_t next;
  };

  void enter(Node node) {
    on_way_[node] = 1;
    way_.push_back({node, 0});
  }
  void leave() {
    on_way_[way_.back().node] = 0;
    way_.pop_back();
    if (!edges_.empty()) edges_.pop_back();
  }

  /// Does `node` reach the end without what is on the way already? Only its own component need be
  /// looked at: what reaches the end from outside cannot come back to the way.
  bool can_end(Node node) {
    if (distance_[node] == no_node || on_way_[node] != 0) return false;
    if (node == to_) return true;
    ++looks_;
    seen_[node] = looks_;
    open_.assign(1, node);
    while (!open_.empty()) {
      const Node at = open_.back();
      open_.pop_back();
      for (const Node next : graph_.from(at)) {
        if (distance_[next] == no_node || on_way_[next] != 0 || seen_[next] == looks_) continue;
        if (next == to_ || component_[next] != component_[node]) return true;
        seen_[next] = looks_;
        open_.push_back(next);
      }
    }
    return false;
  }

  const Graph& graph_;
  Node to_;
  std::vector<std::uint32_t> distance_, component_;
  std::vector<std::uint8_t> on_way_;
  std::vector<std::uint64_t> seen_;  // in which look it was last seen
  std::uint64_t looks_ = 0;
  std::vector<Node> open_;
  std::vector<Step> way_;
  std::vector<std::uint32_t> edges_;
};

}  // namespace

Ways simple_ways(const Graph& graph, Node from, Node to, std::size_t most) {
  return Explorer(graph, to).run(from, most);
}

}  // namespace safegov::internal
