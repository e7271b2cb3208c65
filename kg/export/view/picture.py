"""What is drawn of the chosen part: nodes, and ties in bundles, one bundle between any two nodes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from kg.export.rows import Tables
from kg.export.view.choose import MOST_IN_LIST, Choice, Ties

TieKind = Literal["tenure", "part", "place", "within", "together"]
COMPANIONS = 2  # ties to others at events not drawn, for each person: the strongest are enough to see who belongs together


@dataclass(frozen=True, slots=True)
class Bundle:
    """All ties between two drawn nodes (indexes into the picture's nodes, a < b); `events` of "together" are not drawn."""

    a: int
    b: int
    kind: TieKind
    count: int
    events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """Nodes (IRIs) and the bundles of ties between them."""

    nodes: tuple[str, ...]
    bundles: tuple[Bundle, ...]


def draw(ties: Ties, choice: Choice) -> Picture:
    """Bundle the ties among the chosen nodes; nodes without a tie are left out, but for the focus."""
    index = {node: i for i, node in enumerate(choice.drawn)}
    bundles = [*_facts(ties, index), *_together(ties, index)]
    tied = {i for bundle in bundles for i in (bundle.a, bundle.b)} | {index[n] for n in choice.focus}
    kept = {old: new for new, old in enumerate(sorted(tied))}
    return Picture(
        tuple(choice.drawn[i] for i in kept),
        tuple(Bundle(kept[b.a], kept[b.b], b.kind, b.count, b.events) for b in bundles),
    )


def _facts(ties: Ties, index: dict[str, int]) -> list[Bundle]:
    found = []
    for node, i in index.items():
        for other, count in ties.of[node].items():
            j = index.get(other, -1)
            if j > i:
                found.append(Bundle(i, j, _tie_kind(ties, node, other), count))
    return sorted(found, key=lambda b: (b.a, b.b))


def _tie_kind(ties: Ties, a: str, b: str) -> TieKind:
    kinds = {ties.kind(a), ties.kind(b)}
    if kinds == {"person", "organization"}:
        return "tenure"
    if kinds == {"organization"}:
        return "within"
    return "place" if "place" in kinds else "part"


def _together(ties: Ties, index: dict[str, int]) -> list[Bundle]:
    """The strongest companions of each person, by events that the picture does not show as nodes."""
    shared: dict[tuple[int, int], list[str]] = defaultdict(list)
    strength: dict[tuple[int, int], float] = defaultdict(float)
    for event, people in sorted(ties.people.items()):
        drawn = sorted({index[p] for p in people if p in index and ties.kind(p) == "person"})
        if event in index or len(drawn) < 2 or len(people) > MOST_IN_LIST:
            continue
        for pair in combinations(drawn, 2):
            shared[pair].append(event)
            strength[pair] += 1 / (len(people) - 1)
    best: dict[int, list[tuple[float, tuple[int, int]]]] = defaultdict(list)
    for pair, value in strength.items():
        for end in pair:
            best[end].append((-value, pair))
    kept = {pair for found in best.values() for _, pair in sorted(found)[:COMPANIONS]}
    return [Bundle(*pair, "together", len(shared[pair]), tuple(shared[pair])) for pair in sorted(kept)]


def everyone(tables: Tables) -> dict[str, int]:
    """How many of each kind the graph has."""
    counts = {kind: len(tables.of_kind(kind)) for kind in ("person", "organization", "place")}
    return {**counts, "event": len(tables.events)}
