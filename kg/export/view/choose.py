"""Which part of a large graph is drawn: what the user asks for, else the most telling and varied part."""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from kg.export.rows import Tables

SHARES = {"person": 0.45, "organization": 0.23, "event": 0.24, "place": 0.08}
"""How a default picture is divided: people first, and enough events and bodies to say why they are together."""
CANDIDATES = 10  # for each place in the picture: who is worth less at first will not be worth most later
SMALL = 6  # nodes of a part of the graph that is too small to tell something beside a large one
HANDFUL = 12  # people of an event that a reader takes in; larger ones are worth less in the picture
MOST_IN_LIST = (
    60  # an event with more people (a congress, a committee) ties everyone to everyone and tells nothing
)


@dataclass(frozen=True, slots=True)
class Choice:
    """The drawn entities and events, the most telling first; `hops` away from the focus where there is one."""

    drawn: tuple[str, ...]
    focus: tuple[str, ...] = ()


def within(tables: Tables, start: str, end: str) -> Tables:
    """The facts that touch [start, end] (ISO dates of any precision, "" for open); what has no date falls out."""
    if not start and not end:
        return tables
    events = {e.id: e for e in tables.events.values() if _touches(e.start, e.end or e.start, start, end)}
    tenures = {
        t.id: t
        for t in tables.tenures.values()
        if _touches(t.valid_from or t.first, t.valid_until or t.last, start, end)
    }
    parts = {p.id: p for p in tables.participations.values() if p.event in events}
    return replace(tables, events=events, tenures=tenures, participations=parts)


def _touches(first: str, last: str, start: str, end: str) -> bool:
    """Whether two spans of ISO dates meet; a shorter date means all of its days."""
    if not first and not last:
        return False
    return (not end or (first or last) <= end + "~") and (not start or (last or first) + "~" >= start)


class Ties:
    """Who is tied to whom by a fact: tenure, participation, place of an event, part of a body."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.kinds: dict[str, str] = {iri: row.kind for iri, row in tables.entities.items()}
        self.kinds.update(dict.fromkeys(tables.events, "event"))
        self.of: dict[str, dict[str, int]] = defaultdict(dict)
        self.tenures: Counter[str] = Counter()  # of a person, and of a body
        self.people: dict[str, list[str]] = defaultdict(list)  # of an event
        for tenure in tables.tenures.values():
            self.tenures.update((tenure.person, tenure.organization))
            if tenure.organization:
                self._tie(tenure.person, tenure.organization)
        for part in tables.participations.values():
            if part.event in tables.events:
                self._tie(part.participant, part.event)
                self.people[part.event].append(part.participant)
        for event in tables.events.values():
            for place in event.places:
                self._tie(event.id, place)
        for entity in tables.entities.values():
            if entity.kind == "organization" and entity.part_of in tables.entities:
                self._tie(entity.id, entity.part_of)

    def _tie(self, a: str, b: str) -> None:
        mine, theirs = self.of[a], self.of[b]
        mine[b] = theirs[a] = mine.get(b, 0) + 1

    def weight(self, node: str) -> float:
        """How much hangs on a node; many ties to one other count little, many different ones much."""
        return sum(math.log2(1 + n) for n in self.of[node].values()) if node in self.of else 0.0

    def kind(self, node: str) -> str:
        """person, organization, event or place."""
        return self.kinds[node]

    def known(self, node: str) -> bool:
        """Whether the graph says what this node is."""
        return node in self.kinds


def choose(ties: Ties, limit: int, focus: tuple[str, ...] = (), hops: int = 2) -> Choice:
    """Choose at most `limit` nodes: around the focus, or all there are, or the most telling."""
    if focus:
        return Choice(_around(ties, focus, hops, limit), focus)
    nodes = [n for n in (*ties.tables.entities, *ties.tables.events) if n in ties.of]
    return Choice(tuple(nodes) if len(nodes) <= limit else _telling(ties, limit))


def _around(ties: Ties, middle: tuple[str, ...], hops: int, limit: int) -> tuple[str, ...]:
    """Nodes at most `hops` ties away, nearer and heavier ones first."""
    chosen = dict.fromkeys(middle)
    front: Iterable[str] = middle
    for _ in range(hops):
        reached: dict[str, float] = defaultdict(float)
        for node in front:
            share = 1 / math.sqrt(len(ties.of[node]) or 1)  # what a hub reaches is not special
            for other, count in ties.of[node].items():
                if other not in chosen and ties.known(other):
                    reached[other] += share * math.log2(1 + count)
        best = sorted(reached, key=lambda n: (-reached[n] * (1 + math.log1p(ties.weight(n))), n))[
            : limit - len(chosen)
        ]
        chosen.update(dict.fromkeys(best))
        front = best
    return tuple(chosen)


def _telling(ties: Ties, limit: int) -> tuple[str, ...]:
    """People of weight and of many bodies; the bodies that join them, the events where they meet, the places of these.

    What hangs in parts of few nodes tells little, so it goes; what joins the rest fills the room.
    """
    known = ties.tables
    drawn: dict[str, None] = {}
    for _ in range(2):
        room = {kind: int(limit * share) for kind, share in SHARES.items()}
        for node in drawn:
            room[ties.kind(node)] -= 1
        people = _people(ties, room["person"], drawn)
        bodies = _joining(
            ties,
            "organization",
            people,
            room["organization"],
            lambda n: known.entities[n].jurisdiction,
            drawn,
        )
        events = _joining(
            ties, "event", people | bodies, room["event"], lambda n: known.events[n].type, drawn
        )
        places = _joining(ties, "place", events, room["place"], lambda n: n, drawn)
        drawn = _in_large_parts(ties, people | bodies | events | places)
    return tuple(drawn)


def _people(ties: Ties, room: int, drawn: dict[str, None]) -> dict[str, None]:
    """People already drawn and the worthiest others; once something is drawn, only those who are tied to it."""
    near = {n for d in drawn for n in ties.of[d]}
    others = [n for n in _of_kind(ties, "person") if n not in drawn and (not drawn or n in near)]
    return {n: None for n in drawn if ties.kind(n) == "person"} | _varied(
        others, room, ties.weight, lambda n: _main_body(ties, n)
    )


def _in_large_parts(ties: Ties, drawn: dict[str, None]) -> dict[str, None]:
    """What hangs together in parts of at least SMALL nodes."""
    kept: dict[str, None] = {}
    seen: set[str] = set()
    for node in drawn:
        if node in seen:
            continue
        part = [node]
        seen.add(node)
        for member in part:
            fresh = [n for n in ties.of[member] if n in drawn and n not in seen]
            seen.update(fresh)
            part += fresh
        if len(part) >= SMALL:
            kept.update(dict.fromkeys(part))
    return {n: None for n in drawn if n in kept}


def _of_kind(ties: Ties, kind: str) -> list[str]:
    return [n for n in ties.of if ties.kinds.get(n) == kind]


def _main_body(ties: Ties, person: str) -> str:
    bodies = [(count, n) for n, count in ties.of[person].items() if n not in ties.tables.events]
    return max(bodies)[1] if bodies else ""


def _varied(
    nodes: list[str], room: int, worth: Callable[[str], float], group: Callable[[str], str]
) -> dict[str, None]:
    """The worthiest, each worth less the more of its group are in already."""
    taken: dict[str, int] = defaultdict(int)
    heap = [(-worth(n), n, 0) for n in nodes]
    heapq.heapify(heap)
    chosen: dict[str, None] = {}
    while heap and len(chosen) < room:
        _, node, seen = heapq.heappop(heap)
        if taken[group(node)] == seen:
            chosen[node] = None
            taken[group(node)] += 1
        else:
            heapq.heappush(heap, (-worth(node) / (1 + 0.25 * taken[group(node)]), node, taken[group(node)]))
    return chosen


def _joining(
    ties: Ties,
    kind: str,
    chosen: dict[str, None],
    room: int,
    group: Callable[[str], str],
    already: dict[str, None],
) -> dict[str, None]:
    """Nodes of a kind that join chosen ones, preferring to join those that are little joined yet.

    Those drawn already stay, and come on top of `room`.
    """
    joined: dict[str, int] = defaultdict(int)
    taken: dict[str, int] = defaultdict(int)

    def weighed(node: str, ends: int, fresh: float) -> float:
        crowd = max(1.0, len(ties.people.get(node, ())) / HANDFUL)
        alone = 0.3 if ends < 2 else 1.0
        return alone * fresh / (1 + 0.02 * taken[group(node)]) / crowd

    def worth(node: str) -> float:
        ends = [n for n in ties.of[node] if n in chosen]
        return weighed(node, len(ends), sum(1 / (1 + joined[n]) for n in ends))

    found = {n: None for n in already if ties.kind(n) == kind}
    room += len(found)
    kinds = ties.kinds
    near = Counter(n for end in chosen for n in ties.of[end] if kinds.get(n) == kind)
    heap = heapq.nsmallest(  # sorted, so a heap
        CANDIDATES * max(room, 10),
        ((-weighed(n, ends, ends), n) for n, ends in near.items() if n not in found),
    )
    while heap and len(found) < room:
        old, node = heapq.heappop(heap)
        now = worth(node)
        if now <= 0:
            continue
        if heap and now < -heap[0][0] - 1e-9 and now < -old - 1e-9:
            heapq.heappush(heap, (-now, node))
            continue
        found[node] = None
        taken[group(node)] += 1
        for end in ties.of[node]:
            joined[end] += 1
    return found
