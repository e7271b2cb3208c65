"""How pages ask the graph: ids in, IRIs checked, rows of plain strings out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kg.model.errors import KgError
from kg.model.values import Iri

if TYPE_CHECKING:
    from kg.store.local import LocalStore

ID = re.compile(r"[A-Za-z0-9_.-]{1,200}\Z")
NOT_IN_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\]')
Row = dict[str, str]
KINDS = {
    "http://xmlns.com/foaf/0.1/Person": "person",
    "http://www.w3.org/ns/org#Organization": "body",
    "https://w3id.org/renmai/ns#Event": "event",
    "https://w3id.org/renmai/ns#Article": "article",
    "https://w3id.org/renmai/ns#Place": "place",
    "https://w3id.org/renmai/ns#Tenure": "tenure",
}


class NotFound(KgError):  # noqa: N818  (an answer, not a fault)
    """There is no such thing in this graph."""


class Graph:
    """A store as pages see it, and the OUT folder that it stands in."""

    def __init__(self, store: LocalStore, out: Path) -> None:
        self.store, self.out = store, out
        self.base: str = store.prefixes["id"]

    def iri(self, id_: str) -> Iri:
        """The IRI of an id.

        Raises:
            NotFound: it is none.
        """
        if not ID.match(id_):
            raise NotFound("there is nothing of that name here")
        return Iri(self.base + id_)

    def rows(self, query: str, **bindings: Iri | str | int) -> list[Row]:
        """The solutions of a query; "" where a variable is unbound."""
        found = self.store.select(query, **bindings)
        return [{name: value or "" for name, value in row.items()} for row in found]

    def kind(self, id_: str) -> str:
        """What an id names: person, body, event, article, place, tenure.

        Raises:
            NotFound: nothing.
        """
        types = {row["type"] for row in self.rows("SELECT ?type { ?thing a ?type }", thing=self.iri(id_))}
        for iri, kind in KINDS.items():
            if iri in types:
                return kind
        raise NotFound("there is nothing of that name here")

    def page_of(self, id_: str) -> str:
        """The address of the page that tells of an id: its own, or that of what it belongs to.

        Raises:
            NotFound: there is no such thing, or no page tells of it.
        """
        try:
            kind = self.kind(id_)
            if kind != "tenure":
                return f"/{kind}/{id_}"
        except NotFound:
            pass
        found = self.rows(
            "SELECT ?thing { ?x org:member|kg:event|kg:source ?thing } LIMIT 1", x=self.iri(id_)
        )
        if not found:
            raise NotFound("there is nothing of that name here")
        owner = self.local(found[0]["thing"])
        return f"/{self.kind(owner)}/{owner}"

    def expect(self, id_: str, kind: str) -> Iri:
        """The IRI of an id that must name a thing of this kind.

        Raises:
            NotFound: it does not.
        """
        if self.kind(id_) != kind:
            raise NotFound("there is nothing of that name here")
        return self.iri(id_)

    def local(self, iri: str) -> str:
        """The id of an IRI; the last part of a foreign one."""
        if iri.startswith(self.base):
            return iri[len(self.base) :]
        return re.split(r"[/#]", iri)[-1]

    @cached_property
    def type_labels(self) -> dict[str, dict[str, str]]:
        """Event types, participation roles and grades: local name → language → label."""
        rows = self.rows(
            "SELECT ?c ?label (LANG(?label) AS ?tag) { ?c a skos:Concept ; skos:prefLabel ?label "
            'FILTER(STRSTARTS(STR(?c), "https://w3id.org/renmai/event-type#")'
            ' || STRSTARTS(STR(?c), "https://w3id.org/renmai/participation-role#")) }'
        )
        labels: dict[str, dict[str, str]] = {}
        for row in rows:
            labels.setdefault(self.local(row["c"]), {})[row["tag"][:2]] = row["label"]
        return labels


def values(iris: Iterable[str]) -> str:
    """IRIs as the inside of a VALUES block; what is none is left out."""
    return " ".join(f"<{iri}>" for iri in sorted(set(iris)) if iri and not NOT_IN_IRI.search(iri))


def day(text: str) -> str:
    """A date as it is told: without the time zone that a store may add."""
    return text[:10]
