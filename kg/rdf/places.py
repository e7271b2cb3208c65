"""Place nodes: named by code where a gazetteer knows the place, by a digest of the name where none does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.rdf.nt import digest, lines, literal, node, plain
from kg.rdf.terms import ALT_LABEL, CONCEPT, PREF_LABEL, TYPE, iri, kg

_NOTATION, _BROADER = iri("skos:notation"), iri("skos:broader")


@dataclass(frozen=True, slots=True)
class PlaceEntry:
    """What a gazetteer says of a place.

    `key` names its node; `code` is GB/T 2260 ("140000"), ISO 3166-1 alpha-2 ("FR") or ""; `names` are other
    forms in use; `broader` is the full name of the place that it lies in, or "".
    """

    key: str
    name: str
    code: str = ""
    names: tuple[str, ...] = ()
    broader: str = ""


PlaceBook = Callable[[str], PlaceEntry]
"""Tells what is known of the place of a full name."""


@lru_cache(maxsize=65_536)
def gazetteer(name: str) -> PlaceEntry:
    """A place as the lexicon knows it; one that it does not know, or knows twice, has its name alone.

    Only a division that still exists is named by its code: codes are given again to others.
    """
    from kg.lexicon.places import places

    place = places().resolve(name)
    if place is None:
        return unknown(name)
    key = (
        f"pl-{place.code}" if place.code and place.until is None else unknown(place.name, *place.parents).key
    )
    others = tuple(n for n in (place.short, place.abbreviation) if n and n != place.name)
    return PlaceEntry(key, place.name, place.code, others, place.parents[0] if place.parents else "")


def unknown(name: str, *parents: str) -> PlaceEntry:
    """A place of which we know the name alone; `parents` tell places of the same name apart."""
    return PlaceEntry(f"pl-{digest(name, *parents)}", name)


def place_lines(names: Iterable[str], base: str, book: PlaceBook) -> Iterator[str]:
    """Yield the places of these names, and every place that they lie in."""
    waiting, done = sorted(set(names)), set[str]()
    while waiting:
        entry = book(waiting.pop())
        if entry.key in done:
            continue
        done.add(entry.key)
        if entry.broader:
            waiting.append(entry.broader)
        yield _lines(node(base, entry.key), entry, base, book)


def _lines(n: str, entry: PlaceEntry, base: str, book: PlaceBook) -> str:
    return lines(
        n,
        [
            (TYPE, kg("Place")),
            (TYPE, CONCEPT),
            (PREF_LABEL, literal(entry.name, "zh-Hans")),
            *((ALT_LABEL, literal(form, "zh-Hans")) for form in entry.names),
            (_NOTATION, plain(entry.code) if entry.code else ""),
            (_BROADER, node(base, book(entry.broader).key) if entry.broader else ""),
        ],
    )
