"""What is believed across articles: the nouns that the resolve room gives to the RDF room."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from kg.model.facts import ArticleFacts


@dataclass(frozen=True, slots=True)
class PersonEntity:
    """One human being. `id` is an opaque ASCII key ("p-…"), stable under the same identity decisions."""

    id: str
    name: str
    names: tuple[str, ...] = ()  # other names in use, traditional forms included
    number: int = 1  # counts namesakes: 1, 2, …
    possibly_same_as: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()  # IRIs elsewhere (Wikidata, OpenSanctions)


@dataclass(frozen=True, slots=True)
class OrganizationEntity:
    """One body. `jurisdiction` is a place name as in kg/lexicon; `part_of` another organisation's id."""

    id: str
    name: str
    names: tuple[str, ...] = ()
    jurisdiction: str = ""
    part_of: str = ""
    became: tuple[tuple[str, str], ...] = ()  # (id of the body it became, ISO date)


@dataclass(frozen=True, slots=True)
class TenureRecord:
    """A tenure with all its attestations; ISO dates, "" where unknown.

    `spell` counts the spells of one person in one post from 1. `organization` is "" for an occupation without one.
    """

    id: str
    person: str
    organization: str
    post: str
    spell: int
    first_attested: str
    last_attested: str
    valid_from: str
    valid_until: str
    status: str  # "", former, appointed, removed: the latest that is known
    level: str = ""  # GB/T 12407: 国家级正职 …


@dataclass(frozen=True, slots=True)
class EventRecord:
    """One happening, in however many reports. `part_of` is an event id; `places` are names as in kg/lexicon."""

    id: str
    type: str
    label: str
    start: str
    end: str
    places: tuple[str, ...]
    open_list: bool
    part_of: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two holders of a seat that has one, on overlapping days: reported, never silently decided."""

    organization: str
    post: str
    tenures: tuple[str, str]
    day: str


@dataclass(frozen=True, slots=True)
class ArticleIds:
    """Whom and what one article's names mean. Lists run parallel to the article's tenures and events.

    An article may give two persons of one name (a king and a prince): `persons` has the one whom most of it
    means, `namesakes` the other by the index of the tenure that is theirs ("" for one who is left out).
    """

    persons: dict[str, str]
    organizations: dict[str, str]
    tenures: tuple[str, ...]
    events: tuple[str, ...]
    reprint_of: str = ""  # article id
    namesakes: dict[int, str] = field(default_factory=dict)

    def holder(self, index: int, name: str) -> str:
        """The person of that name who has the tenure of that index; "" for one who is left out."""
        return self.namesakes.get(index, self.persons.get(name, ""))


@dataclass(frozen=True, slots=True)
class Decision:
    """A person's judgement; it wins over the program's, in every later build.

    `kind`: "same", "different", "means", "forget". `a`, `b`: entity ids or names; `article` limits "means" to one article.
    """

    kind: Literal["same", "different", "means", "forget"]
    a: str
    b: str = ""
    article: str = ""
    by: str = ""
    note: str = ""


class Resolution(Protocol):
    """What the resolve room knows after it has seen every article once."""

    @property
    def persons(self) -> dict[str, PersonEntity]:
        """Every person by id."""

    @property
    def organizations(self) -> dict[str, OrganizationEntity]:
        """Every organisation by id."""

    @property
    def tenures(self) -> dict[str, TenureRecord]:
        """Every tenure by id."""

    @property
    def events(self) -> dict[str, EventRecord]:
        """Every event by id."""

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Seats with two holders at once."""

    @property
    def unmatched(self) -> tuple[Decision, ...]:
        """Decisions that nothing in the articles answers to."""

    def ids_of(self, facts: ArticleFacts) -> ArticleIds:
        """Whom and what the names of one article mean; a name without an id, and "", must be left out."""

    def identity_rows(self) -> Iterable[dict[str, Any]]:
        """The rows of identity.jsonl: why sightings of a name are one person, and which doubts are left."""
