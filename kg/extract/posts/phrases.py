"""What a sentence says of a person and a post, before it becomes a tenure. Offsets count in the cleaned text."""

from __future__ import annotations

from dataclasses import dataclass, field

from kg.extract.posts.links import Link
from kg.extract.posts.titles import PostItem


@dataclass(slots=True)
class Held:
    """A post that a person is said to hold, before its organisation is named in full. Offsets in the cleaned text."""

    person: str
    item: PostItem
    organization: str | None
    resolved_by: str
    status: str | None
    start: int
    end: int
    rule: str
    confidence: float = 0.9
    date: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a name stands, in full or (`is_short`) by its last part, and where its sentence ends."""

    start: int
    end: int
    name: str
    is_short: bool
    sentence_end: int


@dataclass(slots=True)
class Phrase:
    """A name with the titles that belong to it."""

    name: str
    start: int
    end: int
    phrase_start: int
    phrase_end: int
    held: list[Held] = field(default_factory=list)


@dataclass(slots=True)
class Chain:
    """Posts in a list that no name stands behind; [start, end) in the cleaned text."""

    links: list[Link]
    status: str
    start: int
    end: int
