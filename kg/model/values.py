"""Values that are bound to the variables of a query, and the face that every store shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol

Answer = dict[str, str | None]


@dataclass(frozen=True, slots=True)
class Iri:
    """An absolute IRI."""

    value: str


@dataclass(frozen=True, slots=True)
class Text:
    """A literal: with a language tag, with a datatype IRI, or plain."""

    value: str
    language: str = ""
    datatype: str = ""


Value = Iri | Text | str | bool | int | float | date
"""A plain `str` that begins with http://, https:// or urn: and has no space is taken for an IRI, any other
for a plain literal.
"""
Bound = Value | tuple[Value, ...]
"""What a variable is bound to; several values, or none, where the query has a VALUES block for it."""


class Store(Protocol):
    """What one can ask of a graph, wherever it lies.

    `bindings` give values to variables before the query runs. All methods raise QueryError where the query
    cannot be answered and StoreError where the store cannot be reached.
    """

    def select(self, query: str, **bindings: Bound) -> list[Answer]:
        """The rows of a SELECT query: variable → lexical form, None where unbound."""

    def ask(self, query: str, **bindings: Bound) -> bool:
        """The answer of an ASK query."""

    def construct(self, query: str, **bindings: Bound) -> Iterator[str]:
        """The triples of a CONSTRUCT or DESCRIBE query, as N-Triples lines, each ended by a newline."""

    def answer(self, query: str, form: str, **bindings: Bound) -> bytes:
        """The whole answer of a query of any kind, written as csv, tsv, json, xml, ttl or nt."""
