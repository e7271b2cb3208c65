"""What holds of everything read, of every cleaned article and of every row of facts, whatever came in."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import orjson

from kg.model.article import Article, CleanArticle, Rejected
from kg.model.facts import ArticleFacts, Evidence
from kg.model.rows import from_row, to_row
from kg.model.settings import Settings
from kg.read import read_articles

STATUSES = {None, "former", "appointed", "removed"}
ROLES = {"lead", "preside", "attend", "accompany", "counterpart", "appointee", "target"}


def check_read(path: Path, settings: Settings) -> None:
    """A file gives articles within bounds, or says in one line why not."""
    for outcome in read_articles([str(path)], settings):
        assert isinstance(outcome, Article | Rejected)
        assert outcome.path
        if isinstance(outcome, Rejected):
            assert outcome.reason
            assert "\n" not in outcome.reason
        else:
            assert outcome.id
            assert isinstance(outcome.text, str)
            assert len(outcome.text) <= settings.max_article_bytes


def check_cleaned(cleaned: CleanArticle) -> None:
    """A way back for every character, in order and in bounds; zones, damage and doubts in bounds."""
    source, text = cleaned.article.text, cleaned.text
    assert cleaned.origin.length == len(text)
    spans = [cleaned.origin_of(i, i + 1) for i in range(len(text))]
    assert all(0 <= s.start < s.end <= len(source) for s in spans)
    assert all(a.start <= b.start and a.end <= b.end for a, b in itertools.pairwise(spans))
    for start, end in ((0, len(text)), (len(text) // 3, len(text) // 2)):
        if start < end:
            assert cleaned.quote(start, end) == source[spans[start].start : spans[end - 1].end]
    assert all(0 <= z.start < z.end <= len(text) for z in cleaned.zones)
    assert all(a.end <= b.start for a, b in itertools.pairwise(cleaned.zones))
    assert all(0 <= d.start < d.end <= len(source) and 0 <= d.confidence <= 1 for d in cleaned.damage)
    assert all(0 <= d.start <= d.end <= len(text) for d in cleaned.doubtful)


def _quotes(facts: ArticleFacts) -> Iterator[Evidence]:
    for thing in (*facts.persons, *facts.organizations, *facts.tenures, *facts.events):
        yield from thing.evidence
    for event in facts.events:
        yield from event.statement
        for participant in event.participants:
            yield from participant.evidence


def check_facts(facts: ArticleFacts, source: str) -> None:
    """Every quotation stands in the source, every index points at something, every row reads back."""
    for quote in _quotes(facts):
        assert 0 <= quote.start < quote.end <= len(source)
        assert source[quote.start : quote.end] == quote.quote
    names = {p.name for p in facts.persons}
    for tenure in facts.tenures:
        assert tenure.person in names
        assert tenure.post
        assert tenure.evidence
        assert tenure.status in STATUSES
        assert 0 <= tenure.confidence <= 1
    for number, event in enumerate(facts.events):
        assert event.evidence
        assert event.part_of is None or (0 <= event.part_of < len(facts.events) and event.part_of != number)
        for participant in event.participants:
            assert participant.role in ROLES
            assert participant.person in names
            assert participant.position >= 1
            assert all(facts.tenures[i].person == participant.person for i in participant.capacity)
            assert all(0 <= i < len(facts.tenures) for i in participant.capacity)
    assert from_row(orjson.loads(orjson.dumps(to_row(facts)))) == facts
