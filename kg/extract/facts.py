"""A reading and its events, written as facts with evidence in the untouched source."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict

from kg.extract.article import read_article
from kg.extract.events.events import find_events
from kg.extract.quotations import quotation
from kg.extract.reading import Reading
from kg.model.article import CleanArticle
from kg.model.facts import ArticleFacts, Event, Evidence, Mention
from kg.model.settings import Settings

MOST_MENTIONS = 50  # of one name in one article; the facts quote their own evidence besides


def facts_from(article: CleanArticle, settings: Settings) -> ArticleFacts:
    """Read the article, find its events, and quote the source for everything."""
    reading = read_article(article)
    events = find_events(reading, settings.triggers)
    raw = article.article
    return ArticleFacts(
        id=raw.id,
        meta=article.meta,
        persons=_persons(reading, events),
        organizations=_organizations(reading),
        tenures=reading.tenures,
        events=events,
        damage=article.damage,
        url=raw.url,
        path=raw.path,
        sha256=hashlib.sha256(raw.text.encode("utf-8", "surrogatepass")).hexdigest(),
        chars=len(raw.text),
    )


def _persons(reading: Reading, events: tuple[Event, ...]) -> tuple[Mention, ...]:
    """Everybody named in full, and whoever holds a post or takes part, if only by a shorter name."""
    places: dict[str, list[Evidence]] = defaultdict(list)
    for mention in reading.people:
        if not mention.is_reference and len(places[mention.name]) < MOST_MENTIONS:
            places[mention.name].append(quotation(reading.article, mention.start, mention.end))
    involved = [(p.person, p.evidence) for e in events for p in e.participants]
    involved += [(tenure.person, tenure.evidence[:1]) for tenure in reading.tenures]
    for name, quotes in involved:
        if name not in places:
            places[name] += quotes
    return tuple(
        Mention(name, tuple(evidence), _printed(name, evidence)) for name, evidence in sorted(places.items())
    )


def _organizations(reading: Reading) -> tuple[Mention, ...]:
    places: dict[str, list[Evidence]] = defaultdict(list)
    for body in reading.bodies:
        if len(places[body.name]) < MOST_MENTIONS:
            places[body.name].append(quotation(reading.article, body.start, body.end))
    return tuple(
        Mention(name, tuple(evidence), _printed(name, evidence)) for name, evidence in sorted(places.items())
    )


def _printed(name: str, evidence: list[Evidence]) -> tuple[str, ...]:
    quotes = {e.quote for e in evidence if len(e.quote) < 80}
    forms = {_GLOSS.sub("", quote) for quote in quotes}
    return tuple(sorted(forms - {name}))


_GLOSS = re.compile(r"[（(][a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜüńňǹḿ]{1,7}[)）]")  # a reading behind a character
