// The kernels of the network on request, in turns with Boost's compressed graph, of the same graph.
// SPDX-License-Identifier: Apache-2.0
// Usage: bench_graph NODES [FILE]
//
// Writes the edges to FILE, as pairs of 32-bit numbers, then answers line by line:
//   WHO WHAT TIMES     nanoseconds on the clock and of the processor, of one of so many
//   WHO WHAT answer    numbers by which two answers can be told apart
//   WHO WHAT memory    bytes allocated at the most, beside what was there before
//   ours all memory    the same of one graph and all four answers, kept
//   graph              nodes and edges
//   network HOW        network_of() of so many bodies that meet four times a year, TIMES or memory
//   chain NODES        asks everything of a chain of so many, once open and once closed to a ring
// WHO is `ours` or `boost`; WHAT is `reach`, `components`, `dominators` or `cuts`, or one of these
// with `build-` before it: the graph that the question needs. tests/bench/run asks, and
// peers/networkx_graphs.py answers the same.
//
// Boost's dominators are asked of a copy without the nodes that do not reach the root, because they
// are wrong where such a node has an edge into the rest; and its compressed graph, which knows no
// undirected form, gets every edge both ways to find cut points.

#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <functional>
#include <iostream>
#include <malloc.h>
#include <map>
#include <memory>
#include <new>
#include <optional>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include <boost/graph/compressed_sparse_row_graph.hpp>

// Missing in Boost, and asked for by its dominator tree.
namespace boost {
template <class Graph>
auto degree(typename graph_traits<Graph>::vertex_descriptor node, const Graph& graph) {
  return out_degree(node, graph) + in_degree(node, graph);
}
}  // namespace boost

#include <boost/graph/biconnected_components.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/dominator_tree.hpp>
#include <boost/graph/strong_components.hpp>

#include <safegov/network.hpp>

#include "bodies.hpp"
#include "network/graph.hpp"

namespace {

bool counting = false;
std::size_t allocated = 0, most = 0;

}  // namespace

void* operator new(std::size_t size) {
  void* place = std::malloc(size);
  if (place == nullptr) throw std::bad_alloc();
  if (counting) most = std::max(most, allocated += malloc_usable_size(place));
  return place;
}
void operator delete(void* place) noexcept {
  if (counting && place != nullptr) allocated -= malloc_usable_size(place);
  std::free(place);
}
void operator delete(void* place, std::size_t) noexcept { operator delete(place); }

namespace {

using namespace safegov::internal;

constexpr Node root = 0;

/// A forest under the root; every second node has another edge up, one in 400 an edge down, which
/// makes a cycle, and one in 1,000 nodes no edge: nobody is above it, and somebody is below.
std::vector<Edge> random_edges(Node size) {
  std::mt19937 random(2019);
  std::vector<Edge> edges;
  for (Node node = 1; node < size; ++node) {
    if (node % 1000 == 7) continue;
    edges.push_back({node, static_cast<Node>(random() % node)});
    if (node % 2 == 0) edges.push_back({node, static_cast<Node>(random() % node)});
    if (node % 400 == 1) edges.push_back({node, static_cast<Node>(random() % size)});
  }
  std::erase_if(edges, [](const Edge& edge) { return edge.from == edge.to; });
  return edges;
}

/// What a question is answered with: a number for each node.
using Answer = std::vector<std::uint32_t>;

struct Question {
  std::function<void()> build, ask;
  std::function<void()> forget;  ///< the graph and the answer
  std::function<Answer()> answer;
};

/// The components by their lowest nodes, whoever numbered them.
Answer by_lowest(const std::vector<std::uint32_t>& numbers) {
  Answer lowest(numbers.size(), no_node), found;
  for (Node node = 0; node < numbers.size(); ++node) {
    if (lowest[numbers[node]] == no_node) lowest[numbers[node]] = node;
    found.push_back(lowest[numbers[node]]);
  }
  return found;
}

using Questions = std::map<std::string, Question>;

void add_ours(Questions& questions, Node size, const std::vector<Edge>& edges) {
  const auto graph = std::make_shared<std::optional<Graph>>();
  const auto add = [&](const std::string& name, auto kernel, auto to_answer) {
    using Found = decltype(kernel(**graph));
    const auto found = std::make_shared<std::optional<Found>>();
    questions["ours " + name] = {
        [=, &edges] { graph->emplace(size, edges); }, [=] { *found = kernel(**graph); },
        [=] { graph->reset(), found->reset(); }, [=] { return to_answer(**found); }};
  };
  add(
      "reach",
      [](const Graph& g) {
        return distances(g, {&root, 1});
      },
      [](const Distances& found) { return found.of; });
  add(
      "components", [](const Graph& g) { return components(g); },
      [](const Components& found) { return by_lowest(found.of); });
  add(
      "dominators", [](const Graph& g) { return dominators(g, root); },
      [](const Dominators& found) { return found.next; });
  add(
      "cuts", [](const Graph& g) { return cut_points(g); },
      [](const std::vector<std::uint8_t>& found) { return Answer(found.begin(), found.end()); });
}

using Pairs = std::vector<std::pair<Node, Node>>;
using OneWay =
    boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, boost::no_property,
                                       boost::no_property, std::uint32_t, std::uint32_t>;
using BothWays = boost::compressed_sparse_row_graph<boost::bidirectionalS, boost::no_property,
                                                    boost::no_property, boost::no_property,
                                                    std::uint32_t, std::uint32_t>;

/// Boost's dominators are right only where everything reaches the root.
struct Reachable {
  std::vector<Node> node, number;
  std::optional<BothWays> graph;
  std::vector<std::uint32_t> next;
};

template <class Map>
auto by_node(Map& map, const OneWay& graph) {
  return boost::make_iterator_property_map(map.begin(), get(boost::vertex_index, graph));
}

void add_boost(Questions& questions, Node size, const std::vector<Edge>& edges) {
  // The pairs are there before; only what comes of them is built.
  const auto along = std::make_shared<Pairs>(), against = std::make_shared<Pairs>(),
             either = std::make_shared<Pairs>();
  for (const auto& [from, to] : edges) {
    along->push_back({from, to});
    against->push_back({to, from});
    either->push_back({from, to});
    either->push_back({to, from});
  }
  const auto build = [size](const std::shared_ptr<Pairs>& pairs) {
    return OneWay(boost::edges_are_unsorted_multi_pass, pairs->begin(), pairs->end(), size);
  };
  const auto add = [&](const std::string& name, const std::shared_ptr<Pairs>& pairs, auto kernel,
                       auto to_answer) {
    const auto graph = std::make_shared<std::optional<OneWay>>();
    const auto found = std::make_shared<std::vector<std::uint32_t>>();
    questions["boost " + name] = {[=] { *graph = build(pairs); }, [=] { *found = kernel(**graph); },
                                  [=] { graph->reset(), *found = {}; },
                                  [=] { return to_answer(*found); }};
  };
  add(
      "reach", against,
      [size](const OneWay& graph) {
        std::vector<std::uint32_t> found(size, no_node);
        found[root] = 0;
        const auto distance = by_node(found, graph);
        boost::breadth_first_search(
            graph, root,
            boost::visitor(
                boost::make_bfs_visitor(boost::record_distances(distance, boost::on_tree_edge())))
                .color_map(boost::make_two_bit_color_map(size, get(boost::vertex_index, graph))));
        return found;
      },
      [](const Answer& found) { return found; });
  add(
      "components", along,
      [size](const OneWay& graph) {
        std::vector<std::uint32_t> found(size);
        boost::strong_components(graph, by_node(found, graph));
        return found;
      },
      by_lowest);
  add(
      "cuts", either,
      [size](const OneWay& graph) {
        std::vector<std::uint32_t> found(size, 0), cuts;
        boost::articulation_points(graph, std::back_inserter(cuts));
        for (const Node node : cuts) found[node] = 1;
        return found;
      },
      [](const Answer& found) { return found; });

  const auto copy = std::make_shared<Reachable>();
  questions["boost dominators"] = {
      [=, &edges] {
        std::vector<std::uint8_t> reaches(size, 0);
        const OneWay whole = build(against);
        std::vector<Node> open{root};
        reaches[root] = 1;
        for (std::size_t i = 0; i < open.size(); ++i)
          for (const auto& edge : boost::make_iterator_range(out_edges(open[i], whole)))
            if (const Node before = target(edge, whole); reaches[before] == 0) {
              reaches[before] = 1;
              open.push_back(before);
            }
        copy->number.assign(size, no_node);
        copy->node.clear();
        for (Node node = 0; node < size; ++node)
          if (reaches[node] != 0) {
            copy->number[node] = static_cast<Node>(copy->node.size());
            copy->node.push_back(node);
          }
        Pairs pairs;
        for (const auto& [from, to] : edges)
          if (reaches[from] != 0 && reaches[to] != 0)
            pairs.push_back({copy->number[to], copy->number[from]});
        copy->graph.emplace(boost::edges_are_unsorted_multi_pass, pairs.begin(), pairs.end(),
                            static_cast<std::uint32_t>(copy->node.size()));
      },
      [=] {
        copy->next.assign(copy->node.size(), no_node);
        boost::lengauer_tarjan_dominator_tree(
            *copy->graph, root,
            boost::make_iterator_property_map(copy->next.begin(),
                                              get(boost::vertex_index, *copy->graph)));
      },
      [=] { *copy = {}; },
      [=] {
        Answer found(size, no_node);
        for (Node i = 0; i < copy->next.size(); ++i)
          if (copy->next[i] != no_node) found[copy->node[i]] = copy->node[copy->next[i]];
        return found;
      }};
}

void time(int times, const std::function<void()>& work) {
  const auto nanoseconds = [] {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return now.tv_sec * 1'000'000'000LL + now.tv_nsec;
  };
  const auto processor = nanoseconds();
  const auto clock = std::chrono::steady_clock::now();
  for (int i = 0; i < times; ++i) work();
  const std::chrono::nanoseconds took = std::chrono::steady_clock::now() - clock;
  std::cout << took.count() / times << ' ' << (nanoseconds() - processor) / times << std::endl;
}

/// How many have an answer, and a sum in which every answer has a weight of its own.
void print(const Answer& answer) {
  std::uint64_t count = 0, sum = 0;
  for (std::uint64_t node = 0; node < answer.size(); ++node) {
    if (answer[node] == no_node) continue;
    ++count;
    sum += (node + 1) * (answer[node] + 1ULL);
  }
  std::cout << count << ' ' << sum << std::endl;
}

/// Everything that the arrays take, and the most that stood at one time: the graph, and all answers
/// kept.
void count_memory(const std::function<void()>& work) {
  allocated = most = 0;
  counting = true;
  work();
  counting = false;
  std::cout << most << std::endl;
}

void ask_of_chain(Node size) {
  std::vector<Edge> edges;
  for (Node node = 1; node < size; ++node) edges.push_back({node, node - 1});
  std::size_t sum = 0;
  for (int closed = 0; closed < 2; ++closed) {
    const Graph graph(size, edges);
    sum += distances(graph, {&root, 1}).order.size() + components(graph).count +
           dominators(graph, root).order.size() + cut_points(graph).size();
    edges.push_back({root, size - 1});
  }
  std::cout << sum << std::endl;
}

}  // namespace

int main(int count, char** words) {
  if (count < 2) return 2;
  const auto size = static_cast<Node>(std::stoul(words[1]));
  const std::vector<Edge> edges = random_edges(size);
  if (count > 2)
    std::ofstream(words[2], std::ios::binary)
        .write(reinterpret_cast<const char*>(edges.data()),
               static_cast<std::streamsize>(edges.size() * sizeof(Edge)));
  Questions questions;
  add_ours(questions, size, edges);
  add_boost(questions, size, edges);
  std::cout << size << std::endl;
  for (std::string asked; std::getline(std::cin, asked);) {
    std::istringstream in(asked);
    std::string who, what, how;
    in >> who >> what >> how;
    if (who == "graph") {
      std::cout << size << ' ' << edges.size() << std::endl;
      continue;
    }
    if (who == "network") {
      static const auto owed = safegov::expand_obligations(safegov::bench::bodies(size));
      const auto make = [&] {
        const auto network = safegov::network_of(owed, safegov::Date(2025, 3, 1));
        if (network.depth({size - 1}) == std::nullopt) std::abort();
      };
      if (what == "memory")
        count_memory(make);
      else
        time(std::stoi(what), make);
      continue;
    }
    if (who == "chain") {
      ask_of_chain(static_cast<Node>(std::stoul(what)));
      continue;
    }
    for (const auto& [name, question] : questions) question.forget();
    if (what == "all" && how == "memory") {
      count_memory([&] {
        questions.at("ours reach").build();
        for (auto& [name, question] : questions)
          if (name.starts_with("ours")) question.ask();
        for (auto& [name, question] : questions)
          if (name.starts_with("ours")) question.forget();
      });
      continue;
    }
    const bool only_build = what.starts_with("build-");
    const auto found = questions.find(who + ' ' + (only_build ? what.substr(6) : what));
    if (found == questions.end()) return 2;
    const Question& question = found->second;
    if (how == "memory") {
      count_memory([&] { question.build(), question.ask(), question.forget(); });
    } else if (how == "answer") {
      question.build(), question.ask(), print(question.answer());
    } else if (only_build) {
      time(std::stoi(how), [&] { question.build(); });
    } else {
      question.build();
      time(std::stoi(how), question.ask);
    }
  }
}
