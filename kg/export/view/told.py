"""Which facts the page can tell of what it draws, and with which quotations: enough to prove, not everything."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kg.export.rows import EventRow, ParticipationRow, Tables, TenureRow
from kg.export.view.choose import Ties
from kg.export.view.picture import Picture

TENURES_EACH = 30  # of a person, and of a body: the latest
BEHIND_A_TIE = 8  # events that a bundle of "together" names
FEW_OF_AN_EVENT = 3  # participants named of an event that is not drawn


@dataclass(frozen=True, slots=True)
class Told:
    """Facts that the page carries, each in the order of their ids."""

    tenures: tuple[TenureRow, ...]
    events: tuple[EventRow, ...]
    participations: tuple[ParticipationRow, ...]

    def evidence(self, each: int) -> set[str]:
        """The first quotations of every fact."""
        rows: Iterable[TenureRow | EventRow | ParticipationRow] = (
            *self.tenures,
            *self.events,
            *self.participations,
        )
        return {iri for row in rows for iri in row.evidence[:each]}


def tell(ties: Ties, picture: Picture, events_each: int) -> Told:
    """Choose the facts of the drawn nodes; `events_each` bounds the undrawn events told of one node."""
    tables, drawn = ties.tables, dict.fromkeys(picture.nodes)
    events = dict.fromkeys(n for n in drawn if n in tables.events)
    for bundle in picture.bundles:
        events.update(dict.fromkeys(sorted(bundle.events, key=lambda e: len(ties.people[e]))[:BEHIND_A_TIE]))
    for node in drawn:
        if node not in tables.events:
            events.update(dict.fromkeys(_latest(ties, node, events_each)))
    return Told(
        _tenures(tables, drawn), tuple(tables.events[e] for e in sorted(events)), _parts(ties, drawn, events)
    )


def _latest(ties: Ties, node: str, most: int) -> list[str]:
    """A node's events: those with company first, then the latest."""
    mine = [tables_event for n in ties.of[node] if (tables_event := ties.tables.events.get(n))]
    mine.sort(key=lambda e: e.id)
    mine.sort(key=lambda e: (len(ties.people[e.id]) > 1, e.start or e.end), reverse=True)
    return [e.id for e in mine[:most]]


def _tenures(tables: Tables, drawn: dict[str, None]) -> tuple[TenureRow, ...]:
    by_node: dict[str, list[TenureRow]] = defaultdict(list)
    for tenure in tables.tenures.values():
        for end in (tenure.person, tenure.organization):
            if end in drawn:
                by_node[end].append(tenure)
    kept = {}
    for rows in by_node.values():
        rows.sort(key=lambda t: t.valid_until or t.last, reverse=True)
        kept.update({t.id: t for t in rows[:TENURES_EACH]})
    kept.update(
        {t.id: t for rows in by_node.values() for t in rows if t.person in drawn and t.organization in drawn}
    )
    return tuple(kept[key] for key in sorted(kept))


def _parts(ties: Ties, drawn: dict[str, None], events: dict[str, None]) -> tuple[ParticipationRow, ...]:
    by_event: dict[str, list[ParticipationRow]] = defaultdict(list)
    for part in ties.tables.participations.values():
        if part.event in events:
            by_event[part.event].append(part)
    kept = []
    for event, parts in by_event.items():
        parts.sort(key=lambda p: (p.position or 999, p.id))
        first = FEW_OF_AN_EVENT if event not in drawn else len(parts)
        kept += [p for i, p in enumerate(parts) if i < first or p.participant in drawn]
    return tuple(sorted(kept, key=lambda p: p.id))
