"""Which facts the page can tell of what it draws: enough to prove and to expand, not everything."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import islice

from kg.export.rows import TenureRow
from kg.export.view.choose import Ties
from kg.export.view.picture import Picture

TENURES_EACH = 30  # of a person, and of a body: the latest
TENURES_PER_NODE = 1.0  # in all, on the average, beside one for each tie that is drawn
BEHIND_A_TIE = 3  # events that a bundle of "together" names
EVENTS_EACH = 25  # undrawn events of one node: those in company, then the latest
EVENTS_PER_NODE = 1.4  # in all, on the average: what keeps a page of 1,000 nodes under 1.5 MB


@dataclass(frozen=True, slots=True)
class Told:
    """The IRIs of the tenures and of the events (drawn or not) that the page tells of."""

    tenures: tuple[str, ...]
    events: tuple[str, ...]


def tell(ties: Ties, picture: Picture) -> Told:
    """Choose the facts of the drawn nodes, the most telling nodes first."""
    drawn = dict.fromkeys(picture.nodes)
    events = dict.fromkeys(n for n in drawn if n in ties.tables.events)
    room = len(events) + int(EVENTS_PER_NODE * len(drawn))
    behind = [
        sorted(b.events, key=lambda e: (len(ties.people[e]), e))[:BEHIND_A_TIE] for b in picture.bundles
    ]
    events.update(dict.fromkeys(own[0] for own in behind if own))
    more = (own[turn] for turn in range(1, BEHIND_A_TIE) for own in behind if turn < len(own))
    events.update(dict.fromkeys(islice(more, max(0, (room - len(events)) // 2))))
    of_nodes = [_best(ties, node) for node in drawn if node not in ties.tables.events]
    turns = (own[turn] for turn in range(EVENTS_EACH) for own in of_nodes if turn < len(own))
    events.update(dict.fromkeys(islice(turns, max(0, room - len(events)))))
    return Told(_tenures(ties, drawn), tuple(sorted(events)))


def _best(ties: Ties, node: str) -> list[str]:
    """A node's events: those in company first, then the latest."""
    events = ties.tables.events
    mine = sorted(n for n in ties.of[node] if n in events)
    mine.sort(key=lambda e: (len(ties.people[e]) > 1, events[e].start or events[e].end), reverse=True)
    return mine[:EVENTS_EACH]


def _tenures(ties: Ties, drawn: dict[str, None]) -> tuple[str, ...]:
    by_node: dict[str, list[TenureRow]] = defaultdict(list)
    for tenure in ties.tables.tenures.values():
        for end in (tenure.person, tenure.organization):
            if end in drawn:
                by_node[end].append(tenure)
    latest = {}  # of each tie that is drawn
    for rows in by_node.values():
        rows.sort(key=lambda t: t.valid_until or t.last, reverse=True)
        latest.update({(t.person, t.organization): t.id for t in reversed(rows)})
    chosen = dict.fromkeys(i for (person, body), i in latest.items() if person in drawn and body in drawn)
    room = len(chosen) + int(TENURES_PER_NODE * len(drawn))
    turns = (rows[turn].id for turn in range(TENURES_EACH) for rows in by_node.values() if turn < len(rows))
    for iri in turns:
        if len(chosen) < room:
            chosen[iri] = None
    return tuple(sorted(chosen))
