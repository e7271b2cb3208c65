"""The picture of the whole: who takes part most often, tied to whom they meet most; made once, when the index is.

Only a few ties of each are kept, for all of them would be a hairball. Stands in the index as rows.
"""

from __future__ import annotations

import math
import sqlite3
from collections import Counter, defaultdict
from itertools import combinations

from kg.export.view.choose import MOST_IN_LIST
from kg.export.view.layout import positions

MOST = 4000  # nodes; a layout of more takes long, and nobody reads it
STRONGEST, CLOSEST = (
    1,
    2,
)  # ties that each node brings: by events shared, and by their share in all that the two do
SMALL = 6  # nodes of a part that is too small to tell something beside the whole
LEAST_EVENTS = 2  # who was seen once hangs on nothing
SCHEMA = """
CREATE TABLE spot (thing INTEGER PRIMARY KEY, x INTEGER, y INTEGER);
CREATE TABLE tie (a INTEGER, b INTEGER, events INTEGER);
"""
Pair = tuple[int, int]


def make_overview(base: sqlite3.Connection) -> None:
    """Add the overview to an index that holds things and who took part in what."""
    base.executescript(SCHEMA)
    chosen = dict(
        base.execute(
            "SELECT n, weight FROM thing WHERE kind != 'place' AND weight >= ? ORDER BY weight DESC, id LIMIT ?",
            (LEAST_EVENTS, MOST),
        )
    )
    ties = in_large_parts(telling(_events(base, chosen)))
    tied = sorted({end for pair in ties for end in pair})
    place = {thing: n for n, thing in enumerate(tied)}
    points = positions([size(chosen[thing]) for thing in tied], {(place[a], place[b]): 1.0 for a, b in ties})
    base.executemany(
        "INSERT INTO spot VALUES (?, ?, ?)", [(t, x, y) for t, (x, y) in zip(tied, points, strict=True)]
    )
    base.executemany("INSERT INTO tie VALUES (?, ?, ?)", [(a, b, n) for (a, b), n in ties.items()])


def _events(base: sqlite3.Connection, chosen: dict[int, int]) -> dict[int, tuple[int, ...]]:
    """Who of the chosen took part in each event; crowds tie nobody."""
    found: dict[int, list[int]] = defaultdict(list)
    for event, thing in base.execute("SELECT DISTINCT event, thing FROM part ORDER BY event, thing"):
        found[event].append(thing)
    return {
        event: tuple(who for who in people if who in chosen)
        for event, people in found.items()
        if 1 < len(people) <= MOST_IN_LIST
    }


def telling(events: dict[int, tuple[int, ...]]) -> dict[Pair, int]:
    """The ties (a < b) that tell most of one of the two, with the number of events.

    An event counts the less for each pair the more people were there (Newman 2001). Whoever is everywhere would be the
    strongest tie of all; so each brings, beside its strongest, those that take the largest share in what both do.
    """
    strength: dict[Pair, float] = defaultdict(float)
    count: dict[Pair, int] = defaultdict(int)
    total: dict[int, float] = defaultdict(float)
    for people in events.values():
        for pair in combinations(people, 2):
            strength[pair] += 1 / (len(people) - 1)
            count[pair] += 1
        for who in people:
            total[who] += 1.0
    of: dict[int, list[Pair]] = defaultdict(list)
    for pair in sorted(strength):
        for end in pair:
            of[end].append(pair)
    share = {(a, b): value / math.sqrt(total[a] * total[b]) for (a, b), value in strength.items()}
    kept: set[Pair] = set()
    for ties in of.values():
        for worth, most in ((strength, STRONGEST), (share, CLOSEST)):
            kept.update(sorted(ties, key=lambda pair: (-worth[pair], pair))[:most])
    return {pair: count[pair] for pair in sorted(kept)}


def in_large_parts(ties: dict[Pair, int]) -> dict[Pair, int]:
    """The ties of parts that hang together with at least SMALL nodes."""
    head: dict[int, int] = {}

    def root(node: int) -> int:
        while head.setdefault(node, node) != node:
            head[node] = node = head[head[node]]
        return node

    for a, b in ties:
        head[root(b)] = root(a)
    sizes = Counter(root(node) for node in list(head))
    return {(a, b): n for (a, b), n in ties.items() if sizes[root(a)] >= SMALL}


def size(events: int) -> int:
    """The radius of a node, which grows with the square root of its events up to a bound."""
    return min(26, round(4 + 0.5 * math.sqrt(events)))
