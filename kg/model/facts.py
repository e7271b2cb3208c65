"""What one article says: the nouns of a row of facts.jsonl.

Form and field names of the JSON follow the contract in docs/facts.md. Everything is immutable; offsets of
`Evidence` count code points of the untouched source text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kg.model.article import Damage, Meta


@dataclass(frozen=True, slots=True)
class Evidence:
    """An exact quotation: `source[start:end] == quote`, always.

    `normalized` is the same after cleaning, in simplified characters, where that differs; "" where it does not.
    """

    start: int
    end: int
    quote: str
    normalized: str = ""

    def to_json(self) -> dict[str, Any]:
        """The form of facts.jsonl."""
        row: dict[str, Any] = {"start": self.start, "end": self.end, "quote": self.quote}
        if self.normalized:
            row["normalized"] = self.normalized
        return row

    @classmethod
    def from_json(cls, row: dict[str, Any]) -> Evidence:
        """Read back what `to_json` wrote."""
        return cls(row["start"], row["end"], row["quote"], row.get("normalized", ""))


@dataclass(frozen=True, slots=True)
class Mention:
    """A person or an organisation as one article names it.

    `name` is the full canonical name (simplified); `printed` the other forms in which the text has it.
    """

    name: str
    evidence: tuple[Evidence, ...]
    printed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tenure:
    """A person holds, held, gets or loses a post in an organisation, as one article states it.

    `organization` is None for an occupation without one. `status`: None (holds it at the time of
    writing), "former", "appointed", "removed". `date`: when the change or spell is stated to have taken place,
    ISO with known precision (YYYY, YYYY-MM, YYYY-MM-DD), or None. `since`/`until`: stated bounds (biographies).
    `resolved_by`: how the organisation was found: "explicit", "context", "elided", "none".
    """

    person: str
    post: str
    organization: str | None
    status: str | None
    date: str | None
    resolved_by: str
    confidence: float
    rule: str
    evidence: tuple[Evidence, ...]
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Participation:
    """A person's part in an event; `position` counts from 1 in the order of naming.

    `role` is one of lead, preside, attend, accompany, counterpart, appointee, target. `capacity` are the tenures
    (indexes into the article's tenures) under which the article names the person there.
    """

    person: str
    role: str
    position: int
    capacity: tuple[int, ...] = ()
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Involvement:
    """An organisation's part in an event: visited, host, organizer, participant, target, issuer."""

    organization: str
    role: str


@dataclass(frozen=True, slots=True)
class Event:
    """A happening that an article reports.

    `type` is an id of ontology/event-types.ttl; `start`/`end` ISO dates with known precision or None; `words` is the
    time as printed where it could not be resolved; `statement` the speaker's own words, of events of type statement.
    `part_of` is the index of the event (in the article) of which this is a part. `open_list`: the list ends in 等.
    """

    type: str
    label: str
    trigger: str
    start: str | None
    end: str | None
    places: tuple[str, ...]
    open_list: bool
    participants: tuple[Participation, ...]
    organizations: tuple[Involvement, ...]
    evidence: tuple[Evidence, ...]
    time_words: str = ""
    statement: tuple[Evidence, ...] = ()
    part_of: int | None = None
    confidence: float = 0.9
    rule: str = ""


@dataclass(frozen=True, slots=True)
class ArticleFacts:
    """All that one article says, and what was done to it: one row of facts.jsonl.

    `chars` is the length of the source in code points, `sha256` its digest (UTF-8), hex. `fingerprint` is the
    sketch of its story (kg/model/fingerprint.py) by which reprints are known.
    """

    id: str
    meta: Meta
    persons: tuple[Mention, ...]
    organizations: tuple[Mention, ...]
    tenures: tuple[Tenure, ...]
    events: tuple[Event, ...]
    damage: tuple[Damage, ...] = ()
    url: str = ""
    path: str = ""
    sha256: str = ""
    chars: int = 0
    fingerprint: tuple[int, ...] = ()
