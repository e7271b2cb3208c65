"""Measures of who is together with whom. docs/analysis.md says what each means, and what it does not.

A tie between two people is their presence at the same events; it does not say that they are close. Events with more
than MOST_IN_LIST people (congresses, long lists) tie nobody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from kg.export.rows import Tables
from kg.export.view.choose import MOST_IN_LIST, within

if TYPE_CHECKING:
    import networkx as nx

SAMPLE = (
    300  # people from whom shortest ways are counted where there are more: betweenness is then an estimate
)
SEED = 7


@dataclass(frozen=True, slots=True)
class Standing:
    """A person in the companion network.

    `companions`: how many others; `meetings`: shared events, counted for each other; `strength`: the same, each event
    divided by the number of the others who were there; `betweenness`, `closeness to the core` (`pagerank`): 0 to 1;
    `community`: number of the community, 0 is the largest; `span`: share of ties that leave it (participation
    coefficient, Guimerà and Amaral 2005), 0 to 1.
    """

    person: str
    companions: int
    meetings: int
    strength: float
    betweenness: float
    pagerank: float
    community: int
    span: float


@dataclass(frozen=True, slots=True)
class Change:
    """A tie in two periods: how many events of each the two people shared."""

    a: str
    b: str
    before: int
    after: int


def companion_network(tables: Tables, start: str = "", end: str = "") -> nx.Graph[str]:
    """Who was at the same events within [start, end] (ISO dates of any precision, "" for open).

    Nodes are persons (IRIs); edges carry `events` (IRIs, sorted), `meetings` and `strength`.
    """
    import networkx as nx

    people: dict[str, set[str]] = defaultdict(set)
    period = within(tables, start, end)
    for part in period.participations.values():
        entity = tables.entities.get(part.participant)
        if entity and entity.kind == "person" and part.event in period.events:
            people[part.event].add(part.participant)
    shared: dict[tuple[str, str], list[str]] = defaultdict(list)
    for event in sorted(people):
        if 1 < len(people[event]) <= MOST_IN_LIST:
            for pair in combinations(sorted(people[event]), 2):
                shared[pair].append(event)
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted({p for group in people.values() for p in group}))
    for (a, b), events in sorted(shared.items()):
        strength = sum(1 / (len(people[e]) - 1) for e in events)
        graph.add_edge(
            a, b, events=tuple(events), meetings=len(events), strength=strength, distance=1 / strength
        )
    return graph


def standings(graph: nx.Graph[str]) -> list[Standing]:
    """Everyone who has a companion, by strength."""
    import networkx as nx

    tied = _ordered(graph)
    count = len(tied)
    between = (
        nx.betweenness_centrality(tied, k=min(count, SAMPLE) or None, weight="distance", seed=SEED)
        if count
        else {}
    )
    rank = pagerank(tied)
    group = {person: n for n, members in enumerate(communities(tied)) for person in members}
    rows = [
        Standing(
            person,
            tied.degree(person),
            sum(d["meetings"] for _, _, d in tied.edges(person, data=True)),
            round(sum(d["strength"] for _, _, d in tied.edges(person, data=True)), 3),
            round(between[person], 4),
            round(rank[person], 5),
            group[person],
            round(span(tied, person, group), 3),
        )
        for person in tied
    ]
    return sorted(rows, key=lambda r: (-r.strength, r.person))


def _ordered(graph: nx.Graph[str]) -> nx.Graph[str]:
    """Those who have a tie, sorted: samples and communities go by the order of nodes, which must not vary."""
    import networkx as nx

    tied: nx.Graph[str] = nx.Graph()
    tied.add_nodes_from(sorted(n for n in graph if graph.degree(n)))
    tied.add_edges_from(
        sorted(((min(a, b), max(a, b), d) for a, b, d in graph.edges(data=True)), key=lambda e: e[:2])
    )
    return tied


def pagerank(graph: nx.Graph[str], damping: float = 0.85, rounds: int = 100) -> dict[str, float]:
    """PageRank over strengths; networkx's own needs scipy."""
    share = {n: 1 / len(graph) for n in graph}
    out = {n: sum(d["strength"] for _, _, d in graph.edges(n, data=True)) for n in graph}
    for _ in range(rounds):
        old, share = share, {}
        for n in graph:
            flow = sum(old[m] * graph[n][m]["strength"] / out[m] for m in graph[n])
            share[n] = (1 - damping) / len(graph) + damping * flow
        if sum(abs(share[n] - old[n]) for n in graph) < 1e-8:
            break
    return share


def communities(graph: nx.Graph[str]) -> list[list[str]]:
    """Louvain communities by strength, the largest first; always the same for the same graph."""
    import networkx as nx

    if not graph.number_of_edges():
        return []
    ordered = _ordered(graph)
    people = list(ordered)
    numbered = nx.convert_node_labels_to_integers(ordered)  # sets of numbers have an order that does not vary
    found = nx.community.louvain_communities(numbered, weight="strength", seed=SEED)
    return sorted((sorted(people[n] for n in members) for members in found), key=lambda m: (-len(m), m[0]))


def span(graph: nx.Graph[str], person: str, group: dict[str, int]) -> float:
    """How evenly a person's ties spread over communities: 0 all in one, near 1 over many."""
    per_group: dict[int, float] = defaultdict(float)
    for _, other, tie in graph.edges(person, data=True):
        per_group[group[other]] += tie["strength"]
    total = sum(per_group.values())
    return 1 - sum((part / total) ** 2 for part in per_group.values()) if total else 0.0


def brokers(rows: Iterable[Standing], most: int = 20) -> list[Standing]:
    """People whom ways between others pass and whose ties spread over communities."""
    return sorted(rows, key=lambda r: (-r.betweenness * r.span, -r.betweenness, r.person))[:most]


def shortest_tie(graph: nx.Graph[str], a: str, b: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """The strongest short way from a to b: steps of two people and their shared events; [] where there is none.

    A step is as long as its strength is small (1 / strength), so two strong ties may beat one weak tie.
    """
    import networkx as nx

    if a not in graph or b not in graph or not nx.has_path(graph, a, b):
        return []
    way = nx.shortest_path(graph, a, b, weight="distance")
    return [(x, y, graph[x][y]["events"]) for x, y in pairwise(way)]


def changes(before: nx.Graph[str], after: nx.Graph[str]) -> list[Change]:
    """Ties that came, went, grew or shrank between two periods, the largest differences first."""
    pairs = {(min(e), max(e)) for graph in (before, after) for e in graph.edges}
    counted = [
        Change(a, b, *(g[a][b]["meetings"] if g.has_edge(a, b) else 0 for g in (before, after)))
        for a, b in pairs
    ]
    moved = [c for c in counted if c.before != c.after]
    return sorted(moved, key=lambda c: (-abs(c.after - c.before), c.a, c.b))
