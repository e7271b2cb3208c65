"""Place nodes: named by code where a gazetteer knows the place, by a digest of the name where none does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from kg.rdf.nt import digest, lines, literal, node, plain
from kg.rdf.terms import ALT_LABEL, CONCEPT, PREF_LABEL, TYPE, iri, kg

_NOTATION, _BROADER = iri("skos:notation"), iri("skos:broader")


class PlaceEntry(Protocol):
    """What a gazetteer says of a place. Every field may be empty but the name."""

    @property
    def name(self) -> str:
        """The full name: 山西省."""

    @property
    def code(self) -> str:
        """GB/T 2260 ("140000") or ISO 3166-1 alpha-2 ("FR")."""

    @property
    def names(self) -> tuple[str, ...]:
        """Other forms in use: 山西, 晋."""

    @property
    def broader(self) -> str:
        """The code of the place that this one lies in."""


class PlaceBook(Protocol):
    """A gazetteer."""

    def named(self, name: str) -> PlaceEntry | None:
        """The place of that full name, None where there is none or more than one."""

    def coded(self, code: str) -> PlaceEntry | None:
        """The place of that code."""


def place_key(name: str, book: PlaceBook | None) -> str:
    """The key of a place: "pl-140000", else "pl-" and a digest of its name."""
    entry = book.named(name) if book else None
    return f"pl-{entry.code}" if entry and entry.code else f"pl-{digest(name)}"


def place_lines(names: Iterable[str], base: str, book: PlaceBook | None) -> Iterator[str]:
    """Yield the places of these names and, through the gazetteer, every place that they lie in."""
    waiting, done = sorted(set(names)), set[str]()
    while waiting:
        name = waiting.pop()
        entry = book.named(name) if book else None
        wider = book.coded(entry.broader) if book and entry and entry.broader else None
        key = place_key(name, book)
        if key in done:
            continue
        done.add(key)
        if wider:
            waiting.append(wider.name)
        yield _lines(node(base, key), name, entry, place_key(wider.name, book) if wider else "", base)


def _lines(n: str, name: str, entry: PlaceEntry | None, wider: str, base: str) -> str:
    others = [form for form in (entry.names if entry else ()) if form and form != name]
    return lines(
        n,
        [
            (TYPE, kg("Place")),
            (TYPE, CONCEPT),
            (PREF_LABEL, literal(entry.name if entry else name, "zh-Hans")),
            *((ALT_LABEL, literal(form, "zh-Hans")) for form in others),
            (_NOTATION, plain(entry.code) if entry and entry.code else ""),
            (_BROADER, node(base, wider) if wider else ""),
        ],
    )
