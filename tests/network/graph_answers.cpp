// Answers every question about the graphs on standard input, for tests/network/check_graphs.py.
// SPDX-License-Identifier: Apache-2.0
//
// A graph is `nodes edges` and its edges, `from to`; the root is node 0. For each it prints four
// lines, a number for each node: distance to the root, dominator, component, is it a cut point;
// -1 for none.

#include <iostream>

#include "network/graph.hpp"

using namespace safegov::internal;

int main() {
  std::ios::sync_with_stdio(false);
  const auto print = [](const auto& numbers) {
    for (const auto number : numbers)
      std::cout << (std::uint32_t{number} == no_node ? -1 : std::int64_t{number}) << ' ';
    std::cout << '\n';
  };
  Node size = 0;
  std::size_t count = 0;
  while (std::cin >> size >> count) {
    std::vector<Edge> edges(count);
    for (auto& [from, to] : edges) std::cin >> from >> to;
    const Graph graph(size, edges);
    const Node root = 0;
    print(distances(graph, {&root, 1}).of);
    print(dominators(graph, root).next);
    print(components(graph).of);
    print(cut_points(graph));
  }
}
