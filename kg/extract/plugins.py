"""Extractors besides our grammar: a stranger's code, a toolkit, a language model. What they say is a claim.

An extractor is a function of a clean article and the settings that gives `ArticleFacts`, registered under the entry points
`kg.extractors`; the setting `plugins` names those that run. Every quotation is looked up in the source; what is not
there word for word is dropped, and with it the fact that rests on nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from importlib.metadata import entry_points

from kg.model.article import CleanArticle
from kg.model.errors import KgError
from kg.model.facts import ArticleFacts, Event, Evidence, Mention, Participation, Tenure
from kg.model.settings import Settings

Extractor = Callable[[CleanArticle, Settings], ArticleFacts]
GROUP = "kg.extractors"


@cache
def extractor(name: str) -> Extractor:
    """The extractor registered as `name`.

    Raises:
        KgError: none is.
    """
    found = {entry.name: entry for entry in entry_points(group=GROUP)}
    if name not in found:
        raise KgError(
            f"setting plugins: no extractor {name!r}; installed are {', '.join(sorted(found)) or 'none'}"
        )
    loaded: Extractor = found[name].load()
    return loaded


def joined(facts: ArticleFacts, claims: ArticleFacts, text: str) -> ArticleFacts:
    """`facts` and what of `claims` stands in the source `text` and is new."""
    tenures, places = _tenures(facts, claims, text)
    known = {_happening(event) for event in facts.events}
    events = (_event(event, places, text) for event in claims.events)
    return replace(
        facts,
        persons=_mentions(facts.persons, claims.persons, text),
        organizations=_mentions(facts.organizations, claims.organizations, text),
        tenures=tenures,
        events=(*facts.events, *(e for e in events if e.evidence and _happening(e) not in known)),
    )


def _happening(event: Event) -> tuple[str, str | None, frozenset[str]]:
    return event.type, event.start, frozenset(p.person for p in event.participants)


def looked_up(evidence: Iterable[Evidence], text: str) -> tuple[Evidence, ...]:
    """The quotations that stand in the text: where they claim to, else at their only place."""
    found = []
    for claim in evidence:
        if claim.quote and text[claim.start : claim.end] == claim.quote:
            found.append(claim)
        elif claim.quote and text.count(claim.quote) == 1:
            start = text.index(claim.quote)
            found.append(Evidence(start, start + len(claim.quote), claim.quote))
    return tuple(found)


def _mentions(ours: tuple[Mention, ...], theirs: tuple[Mention, ...], text: str) -> tuple[Mention, ...]:
    known = {mention.name for mention in ours}
    proved = (replace(m, evidence=looked_up(m.evidence, text)) for m in theirs if m.name not in known)
    return tuple(sorted((*ours, *(m for m in proved if m.evidence)), key=lambda m: m.name))


def _tenures(
    facts: ArticleFacts, claims: ArticleFacts, text: str
) -> tuple[tuple[Tenure, ...], dict[int, int]]:
    """All tenures, and where each claimed one stands among them."""
    tenures = list(facts.tenures)
    places: dict[int, int] = {}
    known = {(t.person, t.post, t.organization, t.status): i for i, t in enumerate(tenures)}
    for index, claim in enumerate(claims.tenures):
        key = (claim.person, claim.post, claim.organization, claim.status)
        proof = looked_up(claim.evidence, text)
        if key in known:
            places[index] = known[key]
        elif proof:
            places[index] = known[key] = len(tenures)
            tenures.append(replace(claim, evidence=proof))
    return tuple(tenures), places


def _event(event: Event, places: dict[int, int], text: str) -> Event:
    """A claimed event with proved evidence and indexes that count in the joined facts."""
    return replace(
        event,
        participants=tuple(_participation(p, places, text) for p in event.participants),
        evidence=looked_up(event.evidence, text),
        statement=looked_up(event.statement, text),
        part_of=None,
    )


def _participation(part: Participation, places: dict[int, int], text: str) -> Participation:
    capacity = tuple(places[i] for i in part.capacity if i in places)
    return replace(part, capacity=capacity, evidence=looked_up(part.evidence, text))
