"""The questions of bench_graph.cpp, answered by NetworkX: what people ask a graph with in Python.

Usage: networkx_graphs.py NODES FILE   (the edges, as pairs of 32-bit numbers)
"""
import array
import sys
import time

import networkx

size = int(sys.argv[1])
with open(sys.argv[2], "rb") as file:
    numbers = array.array("I", file.read())
edges = list(zip(numbers[::2], numbers[1::2]))


def along():
    graph = networkx.DiGraph()
    graph.add_nodes_from(range(size))
    graph.add_edges_from(edges)
    return graph


def against():
    graph = networkx.DiGraph()
    graph.add_nodes_from(range(size))
    graph.add_edges_from((to, origin) for origin, to in edges)
    return graph


def either():
    graph = networkx.Graph()
    graph.add_nodes_from(range(size))
    graph.add_edges_from(edges)
    return graph


def reach(graph):
    return networkx.single_source_shortest_path_length(graph, 0)


def components(graph):
    return list(networkx.strongly_connected_components(graph))


def dominators(graph):
    return networkx.immediate_dominators(graph, 0)


def cuts(graph):
    return set(networkx.articulation_points(graph))


def numbered(what, found):
    """Nodes and their answers, as bench_graph.cpp has them."""
    if what == "components":
        return ((node, lowest) for each in found for lowest in [min(each)] for node in each)
    if what == "cuts":
        return ((node, int(node in found)) for node in range(size))
    return ((node, number) for node, number in found.items() if what != "dominators" or node != 0)


def timed(work):
    clock, processor = time.perf_counter_ns(), time.process_time_ns()
    found = work()
    print(time.perf_counter_ns() - clock, time.process_time_ns() - processor, flush=True)
    return found


QUESTIONS = {"reach": (against, reach), "components": (along, components), "dominators": (against, dominators), "cuts": (either, cuts)}
graph = found = None
print(size, flush=True)
for line in sys.stdin:
    _, what, how = line.split()
    build, ask = QUESTIONS[what.removeprefix("build-")]
    if what.startswith("build-"):
        graph = found = None
        graph = timed(build)
    elif how == "answer":
        answer = list(numbered(what, found))
        print(len(answer), sum((node + 1) * (number + 1) for node, number in answer) % 2**64, flush=True)
    else:
        found = None
        found = timed(lambda: ask(graph))
