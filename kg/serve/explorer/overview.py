"""The picture of the whole: who takes part most often, tied to whom they meet most; made once, when the index is.

Only the strongest ties of each are kept, for all of them would be a hairball. Stands in the index as rows.
"""

from __future__ import annotations

import math
import sqlite3
from collections import defaultdict
from itertools import combinations

from kg.export.view.choose import MOST_IN_LIST
from kg.export.view.layout import positions

MOST = 4000  # nodes; a layout of more takes long, and nobody reads it
TIES_EACH = 3
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
    ties = strongest(_events(base, chosen))
    tied = sorted({end for pair in ties for end in pair})
    place = {thing: n for n, thing in enumerate(tied)}
    points = positions(
        [size(chosen[thing]) for thing in tied],
        {(place[a], place[b]): min(3.0, 0.5 + strength) for (a, b), (strength, _) in ties.items()},
    )
    base.executemany(
        "INSERT INTO spot VALUES (?, ?, ?)", [(t, x, y) for t, (x, y) in zip(tied, points, strict=True)]
    )
    base.executemany("INSERT INTO tie VALUES (?, ?, ?)", [(a, b, n) for (a, b), (_, n) in ties.items()])


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


def strongest(events: dict[int, tuple[int, ...]]) -> dict[Pair, tuple[float, int]]:
    """The pairs (a < b) that are among the strongest of one of the two: strength and number of events.

    An event counts the less for each pair the more people were there (Newman 2001).
    """
    strength: dict[Pair, float] = defaultdict(float)
    count: dict[Pair, int] = defaultdict(int)
    for people in events.values():
        for pair in combinations(people, 2):
            strength[pair] += 1 / (len(people) - 1)
            count[pair] += 1
    of: dict[int, list[tuple[float, Pair]]] = defaultdict(list)
    for pair, value in strength.items():
        for end in pair:
            of[end].append((-value, pair))
    kept = {pair for ties in of.values() for _, pair in sorted(ties)[:TIES_EACH]}
    return {pair: (strength[pair], count[pair]) for pair in sorted(kept)}


def size(events: int) -> int:
    """The radius of a node, which grows with the square root of its events up to a bound."""
    return min(26, round(4 + 0.5 * math.sqrt(events)))
