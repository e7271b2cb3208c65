"""What the extractors of one article hand to each other: the article, read as sentences, names, bodies and posts."""

from __future__ import annotations

from dataclasses import dataclass

from kg.lexicon.places import Home
from kg.model.article import CleanArticle, ZoneKind
from kg.model.facts import Tenure


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an extracted zone; offsets in the cleaned text, its closing mark included.

    `paragraph` counts from 0 over the article; `zone` is the kind of the zone that it stands in.
    """

    start: int
    end: int
    paragraph: int
    zone: ZoneKind


@dataclass(frozen=True, slots=True)
class NameMention:
    """A person's name in the cleaned text.

    [start, end) is the name itself (or, where `is_reference`, a short form that refers back to it), [phrase_start,
    phrase_end) the same with the titles before and after it that belong to it. `name` is the full name of the person. `tenures`
    are indexes into the reading's tenures that this very phrase states.
    """

    start: int
    end: int
    name: str
    phrase_start: int
    phrase_end: int
    tenures: tuple[int, ...] = ()
    is_reference: bool = False


@dataclass(frozen=True, slots=True)
class BodyMention:
    """An organisation in the cleaned text; `name` is its full official name."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One article, read: what every later extractor builds on.

    `people` and `bodies` are sorted by start and do not overlap within their kind. `date` is the article's date (ISO) or "".
    `province` is the full name of the one province that the article is about, or "" where there is none or more than one;
    or what finds it out, for few articles have a place whose meaning hangs on it.
    """

    article: CleanArticle
    date: str
    sentences: tuple[Sentence, ...]
    people: tuple[NameMention, ...]
    bodies: tuple[BodyMention, ...]
    tenures: tuple[Tenure, ...]
    province: Home = ""
