"""Names that rest on a guess of the repair alone are not published: the guess is in the damage report, not in the graph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.model.article import CleanArticle
from kg.model.facts import ArticleFacts, Event, Mention
from kg.model.span import Span


def without_guessed(facts: ArticleFacts, article: CleanArticle) -> ArticleFacts:
    """The facts without the people and bodies whose name stands nowhere but on guessed characters."""
    if not article.doubtful:
        return facts
    guessed = [article.origin_of(span.start, span.end) for span in article.doubtful]
    people = {m.name for m in facts.persons if _rests_on(m, guessed)}
    bodies = {m.name for m in facts.organizations if _rests_on(m, guessed)}
    if not people and not bodies:
        return facts
    kept = [i for i, t in enumerate(facts.tenures) if t.person not in people and t.organization not in bodies]
    places = {old: new for new, old in enumerate(kept)}
    return replace(
        facts,
        persons=tuple(m for m in facts.persons if m.name not in people),
        organizations=tuple(m for m in facts.organizations if m.name not in bodies),
        tenures=tuple(facts.tenures[i] for i in kept),
        events=tuple(_event(event, people, bodies, places) for event in facts.events),
    )


def _rests_on(mention: Mention, guessed: Sequence[Span]) -> bool:
    """Whether every print of a name has a guessed character in it."""
    return all(any(e.start < g.end and g.start < e.end for g in guessed) for e in mention.evidence)


def _event(event: Event, people: set[str], bodies: set[str], places: dict[int, int]) -> Event:
    return replace(
        event,
        participants=tuple(
            replace(p, capacity=tuple(places[i] for i in p.capacity if i in places))
            for p in event.participants
            if p.person not in people
        ),
        organizations=tuple(o for o in event.organizations if o.organization not in bodies),
    )
