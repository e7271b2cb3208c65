"""What exporters see of a graph: typed rows, each read from the store by one query per kind of fact.

Ids are IRIs; dates are ISO with known precision (YYYY, YYYY-MM, YYYY-MM-DD) or "".
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, Protocol

from kg.model.values import Answer, Value

Kind = Literal["person", "organization", "event", "place"]
KINDS: tuple[Kind, ...] = ("person", "organization", "event", "place")


class Source(Protocol):
    """What exporters need of a store (kg.model.values.Store has it)."""

    def select(self, query: str, **bindings: Value) -> list[Answer]:
        """The rows of a SELECT query: variable → lexical form, None where unbound."""

    def answer(self, query: str, form: str, **bindings: Value) -> bytes:
        """The whole answer of a query, written as csv, tsv, json, xml, ttl or nt."""


@dataclass(frozen=True, slots=True)
class EntityRow:
    """A person, a body, an event or a place; `names` are other forms in use, traditional ones included.

    `jurisdiction` and `part_of` are IRIs (bodies; `part_of` also of events and of places); `code` is GB/T 2260 or ISO 3166.
    """

    id: str
    kind: Kind
    name: str
    names: tuple[str, ...] = ()
    jurisdiction: str = ""
    part_of: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True)
class TenureRow:
    """A person's spell in a post; `organization` is "" for an occupation without one."""

    id: str
    person: str
    organization: str
    post: str
    level: str = ""
    first: str = ""
    last: str = ""
    valid_from: str = ""
    valid_until: str = ""
    status: str = ""
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EventRow:
    """A happening. `type` is the local name of its SKOS concept; `places` are IRIs."""

    id: str
    type: str
    label: str
    start: str = ""
    end: str = ""
    places: tuple[str, ...] = ()
    open_list: bool = False
    part_of: str = ""
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ParticipationRow:
    """Who took part in an event, as what; `participant` is a person or a body, `capacity` are tenures."""

    id: str
    event: str
    participant: str
    role: str
    position: int = 0
    capacity: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """An exact quotation; offsets are code points of the article's untouched source."""

    id: str
    article: str
    start: int
    end: int
    quote: str
    normalized: str = ""
    prefix: str = ""
    suffix: str = ""
    rule: str = ""
    confidence: float = 1.0
    resolved_by: str = ""


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """A news article; `url` as the article gives it: check it before linking."""

    id: str
    title: str = ""
    date: str = ""
    source: str = ""
    url: str = ""
    authors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tables:
    """All rows of a graph, by id, in the order of their ids."""

    entities: dict[str, EntityRow] = field(default_factory=dict)
    tenures: dict[str, TenureRow] = field(default_factory=dict)
    events: dict[str, EventRow] = field(default_factory=dict)
    participations: dict[str, ParticipationRow] = field(default_factory=dict)
    evidence: dict[str, EvidenceRow] = field(default_factory=dict)
    articles: dict[str, ArticleRow] = field(default_factory=dict)
    labels: dict[str, tuple[str, str]] = field(default_factory=dict)  # of codes, in Chinese and in English

    def of_kind(self, kind: Kind) -> list[EntityRow]:
        """The entities of one kind."""
        return [e for e in self.entities.values() if e.kind == kind]

    def name_of(self, iri: str) -> str:
        """The label of an entity, or the end of its IRI where the graph has none."""
        return self.entities[iri].name if iri in self.entities else local(iri)


def local(iri: str) -> str:
    """The part of an IRI after its last / or #."""
    return iri[max(iri.rfind("/"), iri.rfind("#")) + 1 :]


def named(tables: Tables, name: str) -> tuple[str, ...]:
    """All entities that bear a name (namesakes alike), else the events whose label or id it is."""
    found = [e.id for e in tables.entities.values() if name in (e.name, e.id) or e.id.endswith("/" + name)]
    found = found or [e.id for e in tables.entities.values() if name in e.names]
    return tuple(
        found
        or [e.id for e in tables.events.values() if name in (e.label, e.id) or e.id.endswith("/" + name)]
    )
