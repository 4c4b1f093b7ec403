// Questions about a directed graph of numbers, at a cost that is linear or nearly so.
// SPDX-License-Identifier: Apache-2.0
//
// Nodes are numbers below size(). Nothing recurses: a chain of a million nodes is as good as any
// other graph. Nodes that cannot reach the root may have edges to those that can, and cycles may be
// anywhere; no answer depends on there being none.

#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace safegov::internal {

using Node = std::uint32_t;
inline constexpr Node no_node = std::numeric_limits<Node>::max();

struct Edge {
  Node from, to;
};

/// Compressed, in both directions. The edges of a node stand in the order in which they were given.
class Graph {
 public:
  Graph() : Graph(0, {}) {}
  Graph(Node size, std::span<const Edge> edges);

  [[nodiscard]] Node size() const noexcept { return static_cast<Node>(out_.first.size() - 1); }
  [[nodiscard]] std::size_t edges() const noexcept { return out_.ends.size(); }
  /// Where the edges from a node lead, and where those to it come from.
  [[nodiscard]] std::span<const Node> from(Node node) const noexcept { return out_[node]; }
  [[nodiscard]] std::span<const Node> to(Node node) const noexcept { return in_[node]; }
  /// How many edges stand before those from `node`: if they were given node by node, the place of
  /// its first one among those given.
  [[nodiscard]] std::uint32_t first_edge(Node node) const noexcept { return out_.first[node]; }

 private:
  struct Adjacency {
    std::vector<std::uint32_t> first;  // of each node, and one more: the end
    std::vector<Node> ends;
    [[nodiscard]] std::span<const Node> operator[](Node node) const noexcept {
      return {ends.data() + first[node], first[node + 1] - first[node]};
    }
  };
  Adjacency out_, in_;
};

/// How far each node is from the nearest of some ends, along the edges.
struct Distances {
  std::vector<std::uint32_t> of;  ///< no_node for those that reach none
  std::vector<Node> order;        ///< those that reach one, nearest first
};
[[nodiscard]] Distances distances(const Graph& graph, std::span<const Node> ends);

/// For each node the number of its strongly connected component, counted from 0. Two nodes share
/// one if each reaches the other; an edge from one component to another leads to a lower number.
struct Components {
  std::vector<std::uint32_t> of;
  std::uint32_t count = 0;
};
[[nodiscard]] Components components(const Graph& graph);

/// What every way to `root` has in common.
struct Dominators {
  /// The first node behind each that all its ways to the root pass; no_node for the root, and for
  /// what does not reach it.
  std::vector<Node> next;
  /// The root and what reaches it, each after its `next`.
  std::vector<Node> order;
};
[[nodiscard]] Dominators dominators(const Graph& graph, Node root);

/// Without which of the nodes something else would fall apart, whatever way the edges point. One
/// for each node, 0 or 1.
[[nodiscard]] std::vector<std::uint8_t> cut_points(const Graph& graph);

/// Every way from one node to another that is at no node twice, depth first in the order of the
/// edges; each as its edges, by their places among those given node by node. From a node to itself
/// there is one way, without edges. Ways are not made longer than can end: one more never costs
/// more than looking at the whole graph for each of its nodes.
struct Ways {
  std::vector<std::vector<std::uint32_t>> ways;
  bool more = false;  ///< there are others beyond the `most` that were asked for
};
[[nodiscard]] Ways simple_ways(const Graph& graph, Node from, Node to, std::size_t most);

}  // namespace safegov::internal
