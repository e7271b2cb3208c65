"""What the page can tell, as JSON: rows of small numbers that point into tables of entities, words, quotes, articles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import Any, Generic, TypeVar

from kg.export.rows import (
    KINDS,
    ArticleRow,
    EventRow,
    EvidenceRow,
    ParticipationRow,
    Tables,
    TenureRow,
    local,
)
from kg.export.view.choose import MOST_IN_LIST, Ties
from kg.export.view.marks import find_marks
from kg.export.view.picture import Picture
from kg.export.view.spelling import pinyin_of, typed_as
from kg.export.view.told import Told

QUOTES_EACH = 2  # carried of one fact; how many there are is told
LONGEST_NAME = 120  # code points; what is longer is no name, and is cut with …
LONGEST_QUOTE = 600
COMPANIONS_EACH = 10
T = TypeVar("T", bound=Hashable)


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
    """The tables of one page while they fill."""

    def __init__(self, ties: Ties, picture: Picture, evidence: Mapping[str, EvidenceRow]) -> None:
        self.ties, self.tables, self.evidence = ties, ties.tables, evidence
        self.entities = Numbers(picture.nodes)
        self.words = Numbers([""])
        self.quotes: Numbers[str] = Numbers()

    def cited(self, row: TenureRow | EventRow | ParticipationRow) -> list[Any]:
        """The first quotations of a fact, and how many there are."""
        return [
            [self.quotes(iri) for iri in row.evidence[:QUOTES_EACH] if iri in self.evidence],
            len(row.evidence),
        ]

    def tenure(self, t: TenureRow) -> list[Any]:
        """person, body or -1, post, level, first, last, from, until, status, quotes, how many."""
        body = self.entities(t.organization) if t.organization else -1
        words = [self.words(t.post), self.words(t.level)]
        dates = [t.first, t.last, t.valid_from, t.valid_until]
        return [self.entities(t.person), body, *words, *dates, self.words(t.status), *self.cited(t)]

    def event(self, e: EventRow) -> list[Any]:
        """event, type, start, end, open list, places, the event it is a part of or -1, people in all, quotes, how many."""
        whole = self.entities(e.part_of) if e.part_of in self.tables.events else -1
        places = [self.entities(p) for p in e.places]
        crowd = len(set(self.ties.people[e.id]))
        return [
            self.entities(e.id),
            self.words(e.type),
            e.start,
            e.end,
            int(e.open_list),
            places,
            whole,
            crowd,
            *self.cited(e),
        ]

    def part(self, p: ParticipationRow) -> list[Any]:
        """event, who, role, position, capacities in words, quotes, how many."""
        held = [self.tables.tenures[c] for c in p.capacity if c in self.tables.tenures]
        capacity = [self.words(short_name(self.tables, t.organization) + t.post) for t in held]
        return [
            self.entities(p.event),
            self.entities(p.participant),
            self.words(p.role),
            p.position,
            capacity,
            *self.cited(p),
        ]

    def entity(self, iri: str) -> list[Any]:
        """id, kind, name, other names, other ways to type it, how it is read, place or -1, the body it belongs to or -1."""
        event = self.tables.events.get(iri)
        if event:
            return [local(iri), KINDS.index("event"), cut(event.label, LONGEST_NAME), [], "", "", -1, -1]
        row = self.tables.entities.get(iri)
        if row is None:
            return [local(iri), KINDS.index("organization"), local(iri), [], "", "", -1, -1]
        person, name = row.kind == "person", cut(row.name, LONGEST_NAME)
        places = [
            self.entities(p) if p in self.tables.entities else -1 for p in (row.jurisdiction, row.part_of)
        ]
        others = [cut(n, LONGEST_NAME) for n in row.names[:6]]
        return [
            local(iri),
            KINDS.index(row.kind),
            name,
            others,
            typed_as(name, person),
            pinyin_of(name, person),
            *places,
        ]

    def quote(self, iri: str, articles: Numbers[str], forms: Mapping[str, int]) -> list[Any]:
        """The words, article, confidence in percent, rule, how the body was found, marks."""
        row = self.evidence[iri]
        text = cut(row.quote, LONGEST_QUOTE)
        marks = [n for start, length, what in find_marks(text, forms) for n in (start, length, what)]
        how = [self.words(row.rule), self.words(row.resolved_by)]
        return [text, articles(row.article), round(row.confidence * 100), *how, marks]


def payload(
    ties: Ties, picture: Picture, told: Told, evidence: Mapping[str, EvidenceRow]
) -> tuple[dict[str, Any], list[str]]:
    """The facts of the page, and the IRIs of the articles it cites (their rows are to be read and added)."""
    page = Payload(ties, picture, evidence)
    facts = {
        "tenures": [page.tenure(t) for t in told.tenures],
        "events": [page.event(e) for e in told.events],
        "parts": [page.part(p) for p in told.participations],
        "companions": _companions(page, picture),
        "totals": [_totals(ties, node) for node in picture.nodes],
    }
    forms = _forms(page, told)
    articles: Numbers[str] = Numbers()
    quotes = [page.quote(iri, articles, forms[iri]) for iri in page.quotes.of]
    entities: list[list[Any]] = []
    while len(entities) < len(page.entities.of):  # an entity's place or parent body may be a new entity
        entities += [page.entity(iri) for iri in list(page.entities.of)[len(entities) :]]
    labels = {word: ties.tables.labels[word] for word in page.words.of if word in ties.tables.labels}
    return {
        **facts,
        "quotes": quotes,
        "entities": entities,
        "words": list(page.words.of),
        "labels": labels,
    }, list(articles.of)


def article_row(row: ArticleRow) -> list[str]:
    """title, date, source, link: a link that is no web address is left out."""
    link = row.url if row.url.lower().startswith(("https://", "http://")) else ""
    return [cut(row.title, LONGEST_NAME), row.date, cut(row.source, LONGEST_NAME), link]


def short_name(tables: Tables, iri: str) -> str:
    """The shortest form of a body that still says which: 山西省委 for 中国共产党山西省委员会."""
    row = tables.entities.get(iri)
    if row is None:
        return ""
    forms = [
        n
        for n in row.names
        if 4 <= len(n) < len(row.name) and row.kind == "organization" and len(row.name) > 8
    ]
    return min(forms, key=lambda n: (len(n), n)) if forms else row.name


def cut(text: str, most: int) -> str:
    """`text`, or its beginning with … where it is longer than `most` code points."""
    return text if len(text) <= most else text[: most - 1] + "…"


def _totals(ties: Ties, node: str) -> list[int]:
    """How many events and how many other ties a node has in the whole graph."""
    events = sum(n in ties.tables.events for n in ties.of[node])
    return [events, len(ties.of[node]) - events]


def _companions(page: Payload, picture: Picture) -> dict[int, list[list[int]]]:
    """Whom each person met most at events, in the whole graph, with the number of events; crowds do not count."""
    found = {}
    for i, node in enumerate(picture.nodes):
        if page.ties.kind(node) == "person":
            met = Counter(
                other
                for event in page.ties.of[node]
                if len(page.ties.people.get(event, ())) <= MOST_IN_LIST
                for other in set(page.ties.people.get(event, ()))
                if other != node and page.ties.known(other) and page.ties.kind(other) == "person"
            )
            best = sorted(met.items(), key=lambda m: (-m[1], m[0]))[:COMPANIONS_EACH]
            found[i] = [[page.entities(other), count] for other, count in best]
    return {i: best for i, best in found.items() if best}


def _forms(page: Payload, told: Told) -> dict[str, dict[str, int]]:
    """For each quotation the words that its facts are about: names with their entity's number, posts with -1."""
    found: dict[str, dict[str, int]] = defaultdict(dict)

    def add(evidence: tuple[str, ...], iri: str, post: str = "") -> None:
        row = page.tables.entities.get(iri)
        for quote in evidence[:QUOTES_EACH]:
            if row:
                found[quote].update(
                    {name: page.entities(iri) for name in (row.name, *row.names) if len(name) > 1}
                )
            if post:
                found[quote].setdefault(post, -1)

    for tenure in told.tenures:
        add(tenure.evidence, tenure.person, tenure.post)
        add(tenure.evidence, tenure.organization)
    for part in told.participations:
        add(part.evidence, part.participant)
        add(page.tables.events[part.event].evidence, part.participant)
    for event in told.events:
        for place in event.places:
            add(event.evidence, place)
    return found
