"""What changed between two builds, in people's words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kg.ask.graph import Graph, select, value
from kg.ask.stats import CLASSES, count

_TENURES = """SELECT ?name ?body ?post ?first ?last ?from ?until ?status WHERE {
  ?tenure a kg:Tenure ; org:member/skos:prefLabel ?name ; org:role/skos:prefLabel ?post .
  OPTIONAL { ?tenure org:organization/skos:prefLabel ?body }
  OPTIONAL { ?tenure kg:firstAttested ?first } OPTIONAL { ?tenure kg:lastAttested ?last }
  OPTIONAL { ?tenure kg:validFrom ?from } OPTIONAL { ?tenure kg:validUntil ?until }
  OPTIONAL { ?tenure kg:status ?status }
}"""
_CONFLICTS = """SELECT ?conflict ?body ?post ?day ?name WHERE {
  ?conflict a kg:Conflict ; org:organization/skos:prefLabel ?body ; org:role/skos:prefLabel ?post ;
    kg:conflicting/org:member/skos:prefLabel ?name . OPTIONAL { ?conflict kg:onDay ?day }
}"""
ENDED = {"removed", "former"}

Post = tuple[str, str, str]  # person, organisation, post


@dataclass(frozen=True, slots=True, order=True)
class Spell:
    """One spell of a person in a post; ISO dates, "" where unknown."""

    first: str
    last: str
    start: str
    until: str
    status: str

    @property
    def ended(self) -> bool:
        """Is its end known?"""
        return bool(self.until) or self.status in ENDED


def changes(before: Graph, after: Graph) -> dict[str, Any]:
    """Posts that came, went, began, ended or are attested longer; conflicts that came or went; counts."""
    old, new = _spells(before), _spells(after)
    told: dict[str, list[dict[str, Any]]] = {
        kind: [] for kind in ("new_holders", "gone", "ended", "longer", "new_conflicts", "settled_conflicts")
    }
    for post in sorted(old.keys() | new.keys()):
        _compare(post, old.get(post, []), new.get(post, []), told)
    clashes, clashes_now = _conflicts(before), _conflicts(after)
    told["new_conflicts"] = [_clash(c) for c in sorted(clashes_now - clashes)]
    told["settled_conflicts"] = [_clash(c) for c in sorted(clashes - clashes_now)]
    counts = {name: (count(before, kind), count(after, kind)) for name, kind in CLASSES.items()}
    return {**told, "counts": {name: {"before": b, "after": a} for name, (b, a) in counts.items()}}


def _spells(graph: Graph) -> dict[Post, list[Spell]]:
    table: dict[Post, list[Spell]] = {}
    for row in select(graph, _TENURES):
        post = value(row, "name"), value(row, "body"), value(row, "post")
        fields = (value(row, name) for name in ("first", "last", "from", "until", "status"))
        table.setdefault(post, []).append(Spell(*fields))
    for spells in table.values():
        spells.sort()
    return table


def _compare(post: Post, old: list[Spell], new: list[Spell], told: dict[str, list[dict[str, Any]]]) -> None:
    for was, now in zip(old, new, strict=False):
        if now.ended and not was.ended:
            told["ended"].append(_row(post, now))
        elif (now.first, now.last) != (was.first, was.last):
            told["longer"].append({**_row(post, now), "before": [was.first or None, was.last or None]})
    told["new_holders"] += [_row(post, spell) for spell in new[len(old) :]]
    told["gone"] += [_row(post, spell) for spell in old[len(new) :]]


def _row(post: Post, spell: Spell) -> dict[str, Any]:
    return {
        "person": post[0],
        "organization": post[1] or None,
        "post": post[2],
        "first_attested": spell.first or None,
        "last_attested": spell.last or None,
        "valid_from": spell.start or None,
        "valid_until": spell.until or None,
        "status": spell.status or None,
    }


def _conflicts(graph: Graph) -> set[tuple[str, str, str, tuple[str, ...]]]:
    found: dict[str, tuple[str, str, str, set[str]]] = {}
    for row in select(graph, _CONFLICTS):
        own = found.setdefault(
            value(row, "conflict"), (value(row, "body"), value(row, "post"), value(row, "day"), set())
        )
        own[3].add(value(row, "name"))
    return {(body, post, day, tuple(sorted(names))) for body, post, day, names in found.values()}


def _clash(conflict: tuple[str, str, str, tuple[str, ...]]) -> dict[str, Any]:
    body, post, day, names = conflict
    return {"organization": body, "post": post, "day": day or None, "persons": list(names)}
