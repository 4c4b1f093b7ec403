"""Holds the kernels of the network against NetworkX, which we did not write, on random graphs.

Usage: check_graphs.py GRAPH_ANSWERS
"""

import random
import subprocess
import sys

import networkx

GRAPHS = 2000


def random_graph(pick):
    """A forest under node 0, edges across, cycles, and orphans with edges into the rest."""
    size = pick.randint(1, 40)
    orphans = {node for node in range(1, size) if pick.random() < 0.15}
    edges = [(node, pick.randrange(node)) for node in range(1, size) if node not in orphans]
    for _ in range(pick.randint(0, size)):
        edges.append((pick.randrange(size), pick.randrange(size)))
    return size, edges


def partition(numbers):
    """Which nodes have the same number."""
    groups = {}
    for node, number in enumerate(numbers):
        groups.setdefault(number, set()).add(node)
    return {frozenset(group) for group in groups.values()}


def expected(size, edges):
    """Distances, dominators, components and cut points, in the words of the program."""
    graph = networkx.DiGraph()
    graph.add_nodes_from(range(size))
    graph.add_edges_from(edges)
    against = graph.reverse()
    distance = networkx.single_source_shortest_path_length(against, 0)
    dominator = networkx.immediate_dominators(against, 0)
    cuts = set(networkx.articulation_points(graph.to_undirected()))
    return (
        [distance.get(node, -1) for node in range(size)],
        [-1 if node == 0 else dominator.get(node, -1) for node in range(size)],
        {frozenset(each) for each in networkx.strongly_connected_components(graph)},
        [int(node in cuts) for node in range(size)],
    )


def main():
    pick = random.Random(2019)
    graphs = [random_graph(pick) for _ in range(GRAPHS)]
    asked = "".join(
        f"{size} {len(edges)}\n" + "".join(f"{a} {b}\n" for a, b in edges) for size, edges in graphs
    )
    answers = subprocess.run([sys.argv[1]], input=asked, text=True, capture_output=True, check=True)
    lines = [[int(word) for word in line.split()] for line in answers.stdout.splitlines()]
    wrong = int(len(lines) != 4 * GRAPHS)
    unreached = shared = cut = 0
    for i, (size, edges) in enumerate(graphs):
        distance, dominator, component, cuts = lines[4 * i : 4 * i + 4]
        wanted = expected(size, edges)
        if (distance, dominator, partition(component), cuts) != wanted:
            print(f"graph {i} of {size} nodes, {edges}: {lines[4 * i : 4 * i + 4]}, not {wanted}")
            wrong += 1
        unreached += -1 in distance
        shared += len(wanted[2]) < size
        cut += 1 in cuts
    # A check that never met the hard cases has checked nothing.
    if min(unreached, shared, cut) < GRAPHS // 10:
        print(f"too easy: {unreached} with orphans, {shared} with cycles, {cut} with cut points")
        wrong += 1
    print(f"{GRAPHS} graphs, {wrong} wrong")
    sys.exit(wrong != 0)


main()
