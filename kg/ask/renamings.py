"""Bodies that became other bodies: which of them was there on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.ask.bodies import bodies_named
from kg.ask.graph import Graph, nodes, select, value

_CHANGES = """SELECT ?before ?old ?after ?new ?day WHERE {
  ?change a org:ChangeEvent ; org:originalOrganization ?before ; org:resultingOrganization ?after ; kg:onDay ?day .
  ?before skos:prefLabel ?old . ?after skos:prefLabel ?new .
} ORDER BY ?day ?before ?after"""
_FIRST = """SELECT (MIN(?day) AS ?first) WHERE {{
  VALUES ?body {{ {body} }} ?tenure org:organization ?body ; kg:firstAttested ?day
}}"""


@dataclass(frozen=True, slots=True)
class Change:
    """A body became another, or went into it, on a day; bodies by IRI and full name."""

    before: str
    old: str
    after: str
    new: str
    day: str

    def __str__(self) -> str:
        return f"{self.old} became {self.new} on {self.day}"


@dataclass(frozen=True, slots=True)
class Valid:
    """The bodies (IRI → full name) that stand for those asked for on a day, and the changes that lead to them."""

    bodies: dict[str, str]
    followed: tuple[Change, ...] = ()

    @property
    def note(self) -> str:
        """The changes in words, "" where nothing changed."""
        return "; ".join(map(str, self.followed))


def changes(graph: Graph) -> list[Change]:
    """Every known change, in time."""
    return [
        Change(*(value(row, name) for name in ("before", "old", "after", "new", "day")))
        for row in select(graph, _CHANGES)
    ]


def what_became_of(graph: Graph, organization: str, day: str) -> str:
    """In words, what a body (by any form of its name) was called by a day, "" where nothing had changed."""
    return valid_on(graph, changes(graph), bodies_named(graph, organization), day).note


def valid_on(graph: Graph, known: Iterable[Change], bodies: Mapping[str, str], day: str) -> Valid:
    """What the bodies had become by a day, or what they came from where they were not there yet.

    A body that only took another in, as reports of its own before show, was there all the time.
    """
    known = list(known)
    found: dict[str, str] = {}
    followed: dict[Change, None] = {}
    waiting = dict(bodies)
    seen: set[str] = set()
    while waiting:
        body, name = waiting.popitem()
        seen.add(body)
        moves = [(c, c.after, c.new) for c in known if c.before == body and c.day <= day]
        moves = moves or [(c, c.before, c.old) for c in _origins(graph, known, body, day)]
        followed |= dict.fromkeys(change for change, _, _ in moves)
        waiting |= {iri: full for _, iri, full in moves if iri not in seen}
        if not moves:
            found[body] = name
    return Valid(found, tuple(sorted(followed, key=lambda c: (c.day, c.old, c.new))))


def _origins(graph: Graph, known: Iterable[Change], body: str, day: str) -> list[Change]:
    """The changes by which a body came to be after the day; none where it was there on the day."""
    into = [c for c in known if c.after == body]
    if not into or min(c.day for c in into) <= day:
        return []
    seen = value(select(graph, _FIRST.format(body=nodes([body])))[0], "first")
    return [] if seen and seen < min(c.day for c in into) else into
