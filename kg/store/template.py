"""CONSTRUCT as a SELECT whose rows fill the template: the engine itself keeps all that it has constructed.

It gives no triple twice, and remembers up to a million of them for that, some 500 MiB. Here only the latest are remembered: a
graph with a triple said twice is the same graph. Whatever is not plainly of the form CONSTRUCT { … } WHERE { … } is left to
the engine.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pyoxigraph as ox

from kg.store.binding import TOKEN

_HEAD = re.compile(
    r"""(?P<prologue>(?:\s++|\#[^\n\r]*+|(?:BASE|PREFIX\s++[^\s:<>]*+:)\s*+<[^\x00-\x20<>"{}|^`\\]*+>)*+)
    CONSTRUCT\s*+\{""",
    re.VERBOSE | re.IGNORECASE,
)
_REST = re.compile(r"(?:\s++|#[^\n\r]*+)*+(?:FROM\b|WHERE\b|\{)", re.IGNORECASE)
_DIRECTIVES = frozenset({"PREFIX", "BASE", "VERSION"})  # stand in Turtle anywhere, in a template nowhere
_VARIABLE = "urn:renmai:variable:"
_REMEMBERED = 1 << 16  # triples, some 25 MiB
Place = Any
"""What stands in a template: a term of pyoxigraph, or the number of a variable."""


@dataclass(frozen=True, slots=True)
class Template:
    """A CONSTRUCT query taken apart: the rows to ask for, and the triples that each of them makes."""

    select: str
    triples: tuple[tuple[Place, Place, Place], ...]

    def fill(self, rows: Iterable[Any]) -> Iterator[ox.Triple]:
        """The triples of all rows; none for a place that stays empty or takes no such term."""
        latest: set[ox.Triple] = set()
        for row in rows:
            values = tuple(row)
            nodes: dict[str, ox.BlankNode] = {}  # new ones for each row
            for places in self.triples:
                terms = [values[p] if type(p) is int else _own(p, nodes) for p in places]
                try:
                    triple = ox.Triple(*terms)
                except TypeError:
                    continue
                if triple not in latest:
                    latest.add(triple)
                    yield triple
            if len(latest) > _REMEMBERED:
                latest.clear()


def _own(term: Place, nodes: dict[str, ox.BlankNode]) -> Place:
    return nodes.setdefault(term.value, ox.BlankNode()) if isinstance(term, ox.BlankNode) else term


def template_of(query: str, prefixes: Mapping[str, str], base: str | None) -> Template | None:
    """Take a query apart; None where it is another kind, or written in a way that only the engine can read."""
    head = _HEAD.match(query)
    end = _end(query, head.end()) if head else None
    if head is None or end is None or not _REST.match(query, end + 1) or _VARIABLE in query:
        return None
    names: dict[str, int] = {}

    def stand_in(token: re.Match[str]) -> str:
        if token["name"] is None:
            return token[0]
        return f"<{_VARIABLE}{names.setdefault(token['name'], len(names))}>"

    body = TOKEN.sub(stand_in, query[head.end() : end])
    known = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in prefixes.items())
    triples = _parsed(f"{known}{head['prologue']}\n{body}", base)
    if not triples or not names:
        return None
    wanted = " ".join(f"?{name}" for name in names)
    return Template(f"{head['prologue']}SELECT {wanted} {query[end + 1 :]}", triples)


def _end(query: str, begin: int) -> int | None:
    """Where the bracket closes; None where another opens in it, or something stands there that is no triple."""
    for token in TOKEN.finditer(query, begin):
        if (token["word"] or "").upper() in _DIRECTIVES:
            return None
        if token["brace"]:
            return token.start() if token["brace"] == "}" else None
    return None


def _parsed(turtle: str, base: str | None) -> tuple[tuple[Place, Place, Place], ...]:
    """The triples of a template, which is Turtle but for a last full stop that may be missing."""
    for text in (f"{turtle}\n.", turtle):
        try:
            found = list(ox.parse(input=text, format=ox.RdfFormat.TURTLE, base_iri=base))
        except (SyntaxError, ValueError):
            continue
        return tuple((_place(t.subject), _place(t.predicate), _place(t.object)) for t in found)
    return ()


def _place(term: Place) -> Place:
    is_variable = isinstance(term, ox.NamedNode) and term.value.startswith(_VARIABLE)
    return int(term.value[len(_VARIABLE) :]) if is_variable else term
