"""An article as it was read, and as it is after cleaning."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from kg.model.origin import OriginMap
from kg.model.span import Span

ZoneKind = Literal[
    "breadcrumb",
    "kicker",
    "headline",
    "subtitle",
    "dateline",
    "source_line",
    "byline",
    "editors",
    "body",
    "caption",
    "related",
    "share",
    "footer",
    "spam",
    "copyright",
]
EXTRACTED_ZONES: frozenset[ZoneKind] = frozenset({"headline", "subtitle", "body", "caption"})
"""The zones whose words may become facts; all others only give metadata."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article, untouched.

    `text` is the decoded source that all offsets count in. The other fields are what the container
    (a JSONL row, HTML metadata, a file name) says beside the text; "" or () where it says nothing.
    `date` is as printed there; the clean room makes an ISO date of it.
    """

    id: str
    text: str
    title: str = ""
    date: str = ""
    source: str = ""
    url: str = ""
    authors: tuple[str, ...] = ()
    path: str = ""  # where it was read, for messages: "folder/file.jsonl:12"
    encoding: str = ""  # what the bytes were decoded as, with a guess's confidence: "gb18030 (0.98)"
    stored_text: bool = False  # the text was taken out of markup and must be kept under sources/


@dataclass(frozen=True, slots=True)
class Rejected:
    """An article that could not be used, and why, in one line: where, what, what to do."""

    article_id: str
    reason: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Zone:
    """A typed range of the cleaned text (offsets in the cleaned text)."""

    kind: ZoneKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Damage:
    """Something that was found and mended, or only flagged; offsets in the source.

    `kind`: gloss, torn-gbk, lost-byte, double-encoding, entity, link, invisible, width, spam, undecodable …
    `repaired_as` is None where nothing was done; `confidence` is 0 to 1.
    """

    kind: str
    start: int
    end: int
    repaired_as: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Meta:
    """What is known of an article besides its story; in simplified characters, dates ISO."""

    title: str = ""
    date: str = ""  # YYYY-MM-DD, or "" where neither the container nor the text gives one
    source: str = ""
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    language: str = "zh"
    script: Literal["Hans", "Hant"] = "Hans"
    section: str = ""
    dateline_place: str = ""


@dataclass(frozen=True, slots=True)
class CleanArticle:
    """An article after cleaning.

    `text` is repaired, in simplified characters and full-width Chinese punctuation: what extraction
    reads. Every character of it knows its place in `article.text` through `origin`.
    `doubtful` are ranges of `text` that rest on a guess: no name may be published from them.
    """

    article: Article
    text: str
    origin: OriginMap
    zones: tuple[Zone, ...]
    meta: Meta
    damage: tuple[Damage, ...] = ()
    doubtful: tuple[Span, ...] = field(default=())

    def origin_of(self, start: int, end: int) -> Span:
        """The source range of cleaned characters [start, end)."""
        return self.origin.span_of(start, end)

    def quote(self, start: int, end: int) -> str:
        """The untouched source words behind cleaned characters [start, end)."""
        place = self.origin.span_of(start, end)
        return self.article.text[place.start : place.end]
