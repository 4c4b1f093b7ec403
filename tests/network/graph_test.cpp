// The kernels of the network against their definitions, written naively.
// SPDX-License-Identifier: Apache-2.0

#include "network/graph.hpp"

#include <algorithm>
#include <cstdint>
#include <random>
#include <vector>

#include "test.hpp"

using namespace safegov::internal;

namespace {

/// A small graph as its definition has it: is there an edge?
struct Small {
  Node size;
  std::vector<Edge> edges;

  /// Is there a way from a to b, along the edges or whichever way they point, without `missing`?
  [[nodiscard]] bool way(Node a, Node b, Node missing = no_node, int both_ways = 0) const {
    if (a == missing || b == missing) return false;
    std::vector<char> seen(size, 0);
    seen[a] = 1;
    for (bool grown = true; grown;) {
      grown = false;
      for (const auto& [from, to] : edges) {
        if (from == missing || to == missing) continue;
        if (seen[from] && !seen[to]) seen[to] = grown = true;
        if (both_ways && seen[to] && !seen[from]) seen[from] = grown = true;
      }
    }
    return seen[b] != 0;
  }
};

/// Sparse and dense, with cycles, edges to itself, twice the same edge, and nodes that do not reach
/// node 0 but have edges to some that do.
Small random_graph(std::mt19937& random) {
  Small graph{static_cast<Node>(1 + random() % 9), {}};
  const std::size_t edges = random() % (2 * graph.size + 1);
  for (std::size_t i = 0; i < edges; ++i)
    graph.edges.push_back(
        {static_cast<Node>(random() % graph.size), static_cast<Node>(random() % graph.size)});
  return graph;
}

constexpr int graphs = 5000;

template <class Check>
void on_random_graphs(Check check) {
  std::mt19937 random(2019);
  for (int i = 0; i < graphs; ++i) {
    const Small small = random_graph(random);
    std::vector<std::pair<Node, Node>> shown;
    for (const auto& [from, to] : small.edges) shown.emplace_back(from, to);
    CAPTURE(i, small.size, shown);
    check(small, Graph(small.size, small.edges));
  }
}

}  // namespace

TEST_CASE("a graph keeps the edges of a node in the order given", "[graph]") {
  const std::vector<Edge> edges{{2, 1}, {0, 2}, {2, 0}, {0, 1}, {2, 1}};
  const Graph graph(4, edges);
  const auto list = [](std::span<const Node> nodes) {
    return std::vector<Node>(nodes.begin(), nodes.end());
  };
  CHECK(graph.size() == 4);
  CHECK(list(graph.from(0)) == std::vector<Node>{2, 1});
  CHECK(list(graph.from(2)) == std::vector<Node>{1, 0, 1});
  CHECK(list(graph.to(1)) == std::vector<Node>{2, 0, 2});
  CHECK(graph.from(3).empty());
  CHECK(graph.first_edge(2) == 2);
  CHECK(Graph().size() == 0);
}

TEST_CASE("distances are the lengths of the shortest ways", "[graph]") {
  on_random_graphs([](const Small& small, const Graph& graph) {
    // Shortest ways by Bellman and Ford.
    std::vector<std::uint32_t> expected(small.size, no_node);
    expected[0] = 0;
    for (Node round = 0; round < small.size; ++round)
      for (const auto& [from, to] : small.edges)
        if (expected[to] != no_node) expected[from] = std::min(expected[from], expected[to] + 1);
    const Node root = 0;
    const Distances found = distances(graph, {&root, 1});
    REQUIRE(found.of == expected);
    REQUIRE(std::ranges::is_sorted(found.order, {}, [&](Node n) { return expected[n]; }));
    REQUIRE(found.order.size() ==
            small.size - static_cast<std::size_t>(std::ranges::count(expected, no_node)));
  });
}

TEST_CASE("two nodes share a component if each reaches the other", "[graph]") {
  on_random_graphs([](const Small& small, const Graph& graph) {
    const Components found = components(graph);
    for (Node a = 0; a < small.size; ++a)
      for (Node b = 0; b < small.size; ++b)
        REQUIRE((found.of[a] == found.of[b]) == (small.way(a, b) && small.way(b, a)));
    for (const auto& [from, to] : small.edges) REQUIRE(found.of[from] >= found.of[to]);
    REQUIRE(std::ranges::max(found.of) + 1 == found.count);
  });
}

TEST_CASE("a node dominates another if without it there is no way to the root", "[graph]") {
  on_random_graphs([](const Small& small, const Graph& graph) {
    const Dominators found = dominators(graph, 0);
    for (Node a = 0; a < small.size; ++a) {
      std::vector<char> dominates(small.size, 0);
      for (Node up = found.next[a]; up != no_node; up = found.next[up]) dominates[up] = 1;
      for (Node b = 0; b < small.size; ++b)
        REQUIRE((dominates[b] != 0) == (a != b && small.way(a, 0) && !small.way(a, 0, b)));
    }
    std::vector<char> seen(small.size, 0);
    for (const Node node : found.order) {
      REQUIRE((node == 0 || seen[found.next[node]]));
      seen[node] = 1;
    }
  });
}

TEST_CASE("what does not reach the root does not weaken a dominator", "[graph]") {
  // The smallest graph for which boost::lengauer_tarjan_dominator_tree gives node 1 none.
  const std::vector<Edge> edges{{2, 0}, {1, 2}, {1, 3}};
  CHECK(dominators(Graph(4, edges), 0).next == std::vector<Node>{no_node, 2, 0, no_node});
}

TEST_CASE("without a cut point something falls apart", "[graph]") {
  on_random_graphs([](const Small& small, const Graph& graph) {
    const auto found = cut_points(graph);
    for (Node cut = 0; cut < small.size; ++cut) {
      bool falls_apart = false;
      for (Node a = 0; a < small.size; ++a)
        for (Node b = 0; b < a; ++b)
          falls_apart |=
              a != cut && b != cut && small.way(a, b, no_node, 1) && !small.way(a, b, cut, 1);
      REQUIRE((found[cut] != 0) == falls_apart);
    }
  });
}

TEST_CASE("every way is found once, and none that is at a node twice", "[graph]") {
  on_random_graphs([](const Small& small, const Graph& graph) {
    // By trying every edge at every end.
    std::vector<std::vector<std::uint32_t>> open{{}}, expected;
    std::vector<Edge> by_node;
    for (Node node = 0; node < small.size; ++node)
      for (const Node to : graph.from(node)) by_node.push_back({node, to});
    const Node from = small.size - 1;
    while (!open.empty()) {
      const auto way = open.back();
      open.pop_back();
      std::vector<Node> nodes{from};
      for (const std::uint32_t edge : way) nodes.push_back(by_node[edge].to);
      if (nodes.back() == 0) {
        expected.push_back(way);
        continue;
      }
      for (std::uint32_t edge = 0; edge < by_node.size(); ++edge) {
        if (by_node[edge].from != nodes.back()) continue;
        if (std::ranges::count(nodes, by_node[edge].to) != 0) continue;
        open.push_back(way);
        open.back().push_back(edge);
      }
    }
    std::ranges::sort(expected);
    const Ways found = simple_ways(graph, from, 0, 1'000'000);
    REQUIRE(found.ways == expected);
    REQUIRE_FALSE(found.more);
    const Ways few = simple_ways(graph, from, 0, 2);
    REQUIRE(few.ways.size() == std::min<std::size_t>(2, expected.size()));
    REQUIRE(few.more == (expected.size() > 2));
  });
}

TEST_CASE("a few ways are found soon where there are more than could ever be listed", "[graph]") {
  // Everybody in a crowd has an edge to everybody else, and one of them has one out of it.
  std::vector<Edge> edges;
  for (Node a = 1; a < 60; ++a)
    for (Node b = 1; b < 60; ++b) edges.push_back({a, b});
  edges.push_back({1, 0});
  const Ways found = simple_ways(Graph(60, edges), 59, 0, 50);
  CHECK(found.ways.size() == 50);
  CHECK(found.more);
}

TEST_CASE("a chain of a million nodes, closed or open, overflows nothing", "[graph]") {
  constexpr Node length = 1'000'000;
  std::vector<Edge> edges;
  for (Node i = 1; i < length; ++i) edges.push_back({i, i - 1});
  const Node root = 0;
  const Graph open(length, edges);
  CHECK(distances(open, {&root, 1}).of.back() == length - 1);
  CHECK(components(open).count == length);
  CHECK(simple_ways(open, length - 1, root, 2).ways.at(0).size() == length - 1);
  CHECK(dominators(open, root).next.back() == length - 2);
  CHECK(std::ranges::count(cut_points(open), 1) == length - 2);
  edges.push_back({length / 2, length - 1});  // one that makes paths be compressed
  edges.push_back({0, length - 1});
  const Graph closed(length, edges);
  CHECK(components(closed).count == 1);
  CHECK(dominators(closed, root).next.back() == length - 2);
  CHECK(std::ranges::count(cut_points(closed), 1) == 0);
}
