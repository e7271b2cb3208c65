"""What a question needs of a store, and the words of SPARQL that every question uses."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from kg.model.namespaces import prologue

Row = dict[str, str | None]
LANGUAGES = ("zh-Hans", "zh-Hant", "en")
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"})


class Graph(Protocol):
    """A store that answers SELECT queries with rows of plain strings."""

    def select(self, query: str) -> list[Row]:
        """Every solution, as variable → value."""


def select(graph: Graph, query: str) -> list[Row]:
    """Ask with the common prefixes."""
    return graph.select(prologue() + query)


def label(text: str) -> str:
    """A label in each language that graphs use: the values of a VALUES clause."""
    escaped = text.translate(_ESCAPES)
    return " ".join(f'"{escaped}"@{language}' for language in LANGUAGES)


def string(text: str) -> str:
    """A plain literal."""
    return f'"{text.translate(_ESCAPES)}"'


def nodes(iris: Iterable[str]) -> str:
    """IRIs as the values of a VALUES clause.

    Raises:
        ValueError: an IRI would end its brackets early.
    """
    listed = sorted(set(iris))
    if any(c in iri for iri in listed for c in '<>" {}'):
        raise ValueError(f"not an IRI among {listed[:3]}")
    return " ".join(f"<{iri}>" for iri in listed)


def value(row: Row, name: str) -> str:
    """The value of a variable, "" where it is unbound."""
    return row.get(name) or ""


def local(iri: str) -> str:
    """The last part of an IRI: the id under the base."""
    return iri.rsplit("/", 1)[-1].rsplit("#", 1)[-1]
