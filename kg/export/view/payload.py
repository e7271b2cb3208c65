"""What the page can tell, as JSON: rows of small numbers that point into tables of entities, words and sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable
from typing import Any, Generic, TypeVar

from kg.export.rows import KINDS, ArticleRow, EventRow, ParticipationRow, Tables, TenureRow, local
from kg.export.view.choose import MOST_IN_LIST, Ties
from kg.export.view.details import Details
from kg.export.view.picture import Picture
from kg.export.view.spelling import pinyin_of, typed_as

LONGEST_NAME = 120  # code points; what is longer is no name, and is cut with …
LONGEST_TITLE = 48
LONGEST_QUOTE = 600
COMPANIONS_EACH = 10
TURNING = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters, signs that turn the direction of writing, halves of characters: no part of a name."""
T = TypeVar("T", bound=Hashable)
Row = list[Any]


class Numbers(Generic[T]):
    """Gives things the numbers 0, 1, … in the order of first asking."""

    def __init__(self, things: Iterable[T] = ()) -> None:
        self.of: dict[T, int] = {}
        for thing in things:
            self(thing)

    def __call__(self, thing: T) -> int:
        """The number of `thing`, a new one where it has none."""
        return self.of.setdefault(thing, len(self.of))


class Payload:
    """The tables of one page while they fill; `data.js` reads each row in the same order."""

    def __init__(self, ties: Ties, picture: Picture, details: Details) -> None:
        self.ties, self.picture, self.details, self.tables = ties, picture, details, details.tables
        self.entities = Numbers(picture.nodes)
        self.words = Numbers([""])
        self.quotes: Numbers[tuple[str, str]] = Numbers()

    def json(self) -> dict[str, Any]:
        """Everything, ready to be written."""
        tables = self.tables
        facts = {
            "tenures": [self.tenure(t) for t in tables.tenures.values()],
            "events": [self.event(e) for e in tables.events.values()],
            "parts": [self.part(p) for p in tables.participations.values()],
            "companions": self.companions(),
            "totals": [self.totals(node) for node in self.picture.nodes],
        }
        articles: Numbers[str] = Numbers()
        quotes = [[cut(text, LONGEST_QUOTE), articles(article)] for text, article in self.quotes.of]
        entities: list[Row] = []
        while len(entities) < len(self.entities.of):  # an entity's place or body may be a new entity
            entities += [self.entity(iri) for iri in list(self.entities.of)[len(entities) :]]
        return {
            **facts,
            "quotes": quotes,
            "articles": [article_row(tables.articles.get(iri, ArticleRow(iri))) for iri in articles.of],
            "entities": entities,
            "words": list(self.words.of),
            "labels": {word: tables.labels[word] for word in self.words.of if word in tables.labels},
        }

    def cited(self, row: TenureRow | EventRow | ParticipationRow) -> Row:
        """The first proofs (sentence, start, length, confidence in percent, rule, how resolved), and their number."""
        found: Row = []
        count, proofs = self.details.proofs.get(row.id, (0, ()))
        for iri in proofs:
            words = self.tables.evidence.get(iri)
            if words:
                passage = self.details.sentences.around(words)
                judged = [
                    round(words.confidence * 100),
                    self.words(words.rule),
                    self.words(words.resolved_by),
                ]
                place = [self.quotes((passage.text, passage.article)), passage.start, passage.length]
                found.append([*place, *judged])
        return [found, count]

    def tenure(self, t: TenureRow) -> Row:
        """person, body or -1, post, level, first, last, from, until, status, proofs, how many."""
        body = self.entities(t.organization) if t.organization else -1
        words = [self.words(t.post), self.words(t.level)]
        dates = [t.first, t.last, t.valid_from, t.valid_until]
        return [self.entities(t.person), body, *words, *dates, self.words(t.status), *self.cited(t)]

    def event(self, e: EventRow) -> Row:
        """event, type, start, end, open list, places, whole or -1, how many took part, proofs, how many."""
        whole = self.entities(e.part_of) if e.part_of in self.tables.events else -1
        places = [self.entities(p) for p in e.places]
        crowd = len(set(self.ties.people[e.id]))
        head = [self.entities(e.id), self.words(e.type), e.start, e.end, int(e.open_list)]
        return [*head, places, whole, crowd, *self.cited(e)]

    def part(self, p: ParticipationRow) -> Row:
        """event, who, role, position, capacities in words, proofs, how many."""
        held = [self.details.posts[c] for c in p.capacity if c in self.details.posts]
        capacity = [self.words(short_name(self.tables, t.organization) + t.post) for t in held]
        head = [self.entities(p.event), self.entities(p.participant), self.words(p.role), p.position]
        return [*head, capacity, *self.cited(p)]

    def entity(self, iri: str) -> Row:
        """id, kind, name, other names, other ways to type it, how it is read, place or -1, whole or -1."""
        event, row = self.tables.events.get(iri), self.tables.entities.get(iri)
        if event or row is None:
            kind, name = ("event", event.label) if event else (self.ties.kind(iri), local(iri))
            return [local(iri), KINDS.index(kind), cut(name, LONGEST_NAME), [], "", "", -1, -1]
        person, name = row.kind == "person", cut(row.name, LONGEST_NAME)
        wholes = [
            self.entities(p) if p in self.tables.entities else -1 for p in (row.jurisdiction, row.part_of)
        ]
        others = [cut(n, LONGEST_NAME) for n in row.names[:6]]
        typed = [typed_as(name, person), pinyin_of(name, person)]
        return [local(iri), KINDS.index(row.kind), name, others, *typed, *wholes]

    def totals(self, node: str) -> list[int]:
        """How many events, other neighbours and tenures a node has in the whole graph."""
        events = sum(n in self.ties.tables.events for n in self.ties.of[node])
        return [events, len(self.ties.of[node]) - events, self.ties.tenures[node]]

    def companions(self) -> dict[int, list[list[int]]]:
        """Whom each person met most, with the number of events."""
        met = {i: companions_of(self.ties, node) for i, node in enumerate(self.picture.nodes)}
        return {i: [[self.entities(who), n] for who, n in best] for i, best in met.items() if best}


def companions_of(ties: Ties, node: str) -> list[tuple[str, int]]:
    """Whom a person met most at events, in the whole graph, with the number of events; crowds do not count."""
    if ties.kind(node) != "person":
        return []
    met = Counter(
        other
        for event in ties.of[node]
        if len(ties.people.get(event, ())) <= MOST_IN_LIST
        for other in set(ties.people.get(event, ()))
        if other != node and ties.kinds.get(other) == "person"
    )
    return sorted(met.items(), key=lambda m: (-m[1], m[0]))[:COMPANIONS_EACH]


def article_row(row: ArticleRow) -> list[str]:
    """title, date, source, link; a link that is no web address is left out."""
    link = row.url if row.url.lower().startswith(("https://", "http://")) else ""
    return [cut(row.title, LONGEST_TITLE), row.date, cut(row.source, LONGEST_TITLE), link]


def short_name(tables: Tables, iri: str) -> str:
    """The shortest form of a body that still says which: 山西省委 for 中国共产党山西省委员会."""
    row = tables.entities.get(iri)
    if row is None:
        return ""
    long = row.kind == "organization" and len(row.name) > 8
    forms = [n for n in row.names if long and 4 <= len(n) < len(row.name)]
    return min(forms, key=lambda n: (len(n), n)) if forms else row.name


def cut(text: str, most: int) -> str:
    """`text` without control characters, or its beginning with … where it is longer than `most` code points."""
    text = TURNING.sub("", text)
    return text if len(text) <= most else text[: most - 1] + "…"
