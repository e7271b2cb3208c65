"""What others know of persons, as evidence: it says whether two posts are one person's, never that they were held."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from kg.model.background import KnownPerson, KnownPost
from kg.resolve.body_names import plain_name
from kg.resolve.keys import day_number
from kg.resolve.likeness import YEAR, Item

ENOUGH = 1.0
KNOWN = 5.0  # ln of the odds that another source adds where it knows both posts of one person, or of two

Known = Mapping[str, Sequence[KnownPerson]]


def by_name(known: Iterable[KnownPerson]) -> dict[str, list[KnownPerson]]:
    """Known persons under each of their names, in the order of their IRIs."""
    table: dict[str, list[KnownPerson]] = {}
    for person in sorted(known, key=lambda k: k.iri):
        for name in dict.fromkeys([person.name, *person.names]):
            table.setdefault(name, []).append(person)
    return table


def weigh(a: Item, b: Item, known: Sequence[KnownPerson]) -> tuple[float, str]:
    """What others' knowledge adds to the odds that two items of a name are one person, and why.

    Args:
        a: sightings that are one person.
        b: others.
        known: whom others know under the name.
    """
    one = {person.iri for person in known if fit(person, [a]) >= ENOUGH}
    other = {person.iri for person in known if fit(person, [b]) >= ENOUGH}
    if one & other:
        return KNOWN, f"both posts known of {min(one & other)}"
    if one and other:
        return -KNOWN, f"posts known of two persons, {min(one)} and {min(other)}"
    return 0.0, ""


def fit(person: KnownPerson, items: Sequence[Item]) -> float:
    """How many posts are known of both: the same body and post 2, the words of one in the other 1."""
    score = 0.0
    for known in person.posts:
        body, words = plain_name(known.organization), known.organization + known.post
        best = 0.0
        for item in items:
            if not item.body or not _in_time(known, item):
                continue
            if item.post == known.post and item.body == body:
                best = max(best, 2.0)
            elif words.endswith(item.post) and (item.body in words or (body and (body in item.body))):
                best = max(best, 1.0)
        score += best
    return score


def _in_time(known: KnownPost, item: Item) -> bool:
    """Do the reports lie in the time that the other source gives, or within a year of it?"""
    first, last = day_number(known.start), day_number(known.end)
    return not (first and item.last < first - YEAR) and not (last and item.first > last + YEAR)
