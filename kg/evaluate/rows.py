"""The rows of the table: from one article's gold and predicted facts to what each row compares."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import eq

from kg.evaluate.matching import Figure, Outcome, Row, distinct, folded, match, name_of

META_FIELDS = ("title", "date", "source")


def compare(gold: Row, predicted: Row) -> Iterator[tuple[str, Outcome]]:
    """Yield the name and outcome of every row for one article."""
    maybe: Row = gold.get("maybe") or {}
    yield "persons", match(_names(gold), _names(predicted), eq, _names(maybe))
    yield from _organizations(gold, predicted, maybe)
    yield from _roles(gold, predicted, maybe)
    yield from _events(gold, predicted, maybe)
    yield from _meta(gold.get("meta") or {}, predicted.get("meta") or {})


def _names(facts: Row) -> list[str]:
    return sorted({name_of(person) for person in facts.get("persons") or []})


def _organizations(gold: Row, predicted: Row, maybe: Row) -> Iterator[tuple[str, Outcome]]:
    stated, said = (distinct(side.get("organizations") or [], name_of) for side in (gold, predicted))
    doubtful = maybe.get("organizations") or []
    yield "organizations strict", match(stated, said, lambda g, p: name_of(g) == name_of(p), doubtful)
    yield "organizations relaxed", match(stated, said, lambda g, p: name_of(p) in _forms(g), doubtful)


def _forms(organization: str | Row) -> set[str]:
    forms = {name_of(organization)}
    if isinstance(organization, dict):
        forms |= {folded(form) for key in ("mentions", "alt") for form in organization.get(key) or []}
    return forms


def role_key(role: Row) -> tuple[str, str, str]:
    """Who, what, where: folded."""
    return folded(role.get("person")), folded(role.get("role")), folded(role.get("org"))


def strict_role(gold: Row, predicted: Row) -> bool:
    """The same person, post and organisation."""
    return role_key(gold) == role_key(predicted)


def relaxed_role(gold: Row, predicted: Row) -> bool:
    """The same person; the post, or one named more fully; the organisation in any form a judge accepts."""
    person, post, organization = role_key(gold)
    said_person, said_post, said_organization = role_key(predicted)
    if person != said_person:
        return False
    whole = folded(gold.get("mention"))
    posts = {post} | {folded(form) for form in gold.get("role_alt") or []}
    bodies = {organization} | {folded(form) for form in gold.get("org_alt") or []}
    post_fits = said_post in posts or _within(said_post, post) or bool(said_post and said_post == whole)
    whole_as_post = not said_organization and said_post == whole
    body_fits = said_organization in bodies or _within(said_organization, organization) or whole_as_post
    return post_fits and body_fits


def _within(one: str, other: str) -> bool:
    return bool(one and other) and (one in other or other in one)


def _roles(gold: Row, predicted: Row, maybe: Row) -> Iterator[tuple[str, Outcome]]:
    stated, said = (distinct(side.get("roles") or [], role_key) for side in (gold, predicted))
    doubtful = maybe.get("roles") or []
    yield "roles strict", match(stated, said, strict_role, doubtful)
    yield "roles relaxed", match(stated, said, relaxed_role, doubtful)
    changes, said_changes = ([r for r in side if r.get("status")] for side in (stated, said))
    yield "role changes", match(changes, said_changes, _same_change, [r for r in doubtful if r.get("status")])


def _same_change(gold: Row, predicted: Row) -> bool:
    return relaxed_role(gold, predicted) and bool(gold["status"] == predicted["status"])


def _participations(events: list[Row]) -> list[Row]:
    return [
        {"type": e["type"], "person": folded(p["person"]), "as": p.get("as"), "start": e.get("start")}
        for e in events
        for p in e.get("participants") or []
    ]


def _part_key(part: Row) -> tuple[str, str]:
    return part["person"], part["type"]


def _dated(parts: list[Row]) -> Sequence[Row]:
    return distinct((p for p in parts if p["start"]), lambda p: (_part_key(p), p["start"]))


def _events(gold: Row, predicted: Row, maybe: Row) -> Iterator[tuple[str, Outcome]]:
    sides = [side.get("events") or [] for side in (gold, predicted, maybe)]
    parts = [_participations(events) for events in sides]
    g, p, m = (distinct(side, _part_key) for side in parts)
    yield "who took part in what", match(g, p, _same_part, m)
    yield "… and as what", match(g, p, lambda a, b: _same_part(a, b) and a["as"] == b["as"], m)
    g, p, m = (_dated(side) for side in parts)
    yield "… and when", match(g, p, lambda a, b: _same_part(a, b) and a["start"] == b["start"], m)
    for row, field in (("event places", "places"), ("event organizations", "orgs")):
        stated, said, doubtful = (_links(events, field) for events in sides)
        yield row, match(stated, said, eq, doubtful)


def _same_part(gold: Row, predicted: Row) -> bool:
    return _part_key(gold) == _part_key(predicted)


def _links(events: list[Row], field: str) -> list[tuple[str, str]]:
    return sorted({(e["type"], name_of(item)) for e in events for item in e.get(field) or []})


def _meta(gold: Row, predicted: Row) -> Iterator[tuple[str, Outcome]]:
    for field in META_FIELDS:
        want, have = folded(gold.get(field)), folded(predicted.get(field))
        if want:
            right = want == have
            missed, wrong = (() if right else (gold.get(field),)), (() if right or not have else (have,))
            yield f"article {field}", Outcome(Figure(int(right), int(bool(have)), 1), missed, wrong)
