"""Leaving people out: those who asked to be forgotten, and with `public_only` those whom news only visits.

The resolve room gives them no id. Here they leave an article's facts: as persons, as holders and participants, and out of
quotations, which are cut so that they still stand word for word in the source.
"""

from __future__ import annotations

from dataclasses import replace

from kg.model.entities import ArticleIds
from kg.model.facts import ArticleFacts, Event, Evidence, Mention, Participation, Tenure

SHORTEST = 2  # characters; a shorter rest of a quotation proves nothing


def without_left_out(facts: ArticleFacts, ids: ArticleIds) -> tuple[ArticleFacts, ArticleIds]:
    """The facts and ids without the people who have no id; both unchanged where everyone has one."""
    gone = {m.name for m in facts.persons} | {t.person for t in facts.tenures}
    gone -= ids.persons.keys()
    kept = [i for i, t in enumerate(facts.tenures) if t.person not in gone and ids.namesakes.get(i) != ""]
    if not gone and len(kept) == len(facts.tenures):
        return facts, ids
    forms = _forms(facts.persons, gone)
    places = {old: new for new, old in enumerate(kept)}
    title = "" if any(form in facts.meta.title for form in forms) else facts.meta.title
    facts = replace(
        facts,
        meta=replace(facts.meta, title=title),
        persons=tuple(_mention(m, forms) for m in facts.persons if m.name not in gone),
        organizations=tuple(_mention(m, forms) for m in facts.organizations),
        tenures=tuple(_tenure(facts.tenures[i], forms) for i in kept),
        events=tuple(_event(e, gone, forms, places) for e in facts.events),
    )
    namesakes = {places[i]: own for i, own in ids.namesakes.items() if i in places}
    return facts, replace(ids, tenures=tuple(ids.tenures[i] for i in kept), namesakes=namesakes)


def _forms(persons: tuple[Mention, ...], gone: set[str]) -> set[str]:
    """Every way in which the text writes the names that go."""
    forms = set(gone)
    for mention in persons:
        if mention.name in gone:
            forms.update(mention.printed, (e.quote for e in mention.evidence))
    return {form for form in forms if form}


def cut(evidence: tuple[Evidence, ...], forms: set[str]) -> tuple[Evidence, ...]:
    """Each quotation, or the longest piece of it that has none of the forms."""
    pieces = (_longest_piece(e, forms) for e in evidence)
    return tuple(e for e in pieces if len(e.quote) >= SHORTEST)


def _longest_piece(evidence: Evidence, forms: set[str]) -> Evidence:
    pieces = [evidence]
    for form in sorted(forms, key=lambda f: (-len(f), f)):
        pieces = [piece for whole in pieces for piece in _pieces(whole, form)]
    return max(pieces, key=lambda e: len(e.quote), default=Evidence(evidence.start, evidence.start, ""))


def _pieces(evidence: Evidence, form: str) -> list[Evidence]:
    found, start = [], 0
    for words in evidence.quote.split(form):
        if words:
            found.append(Evidence(evidence.start + start, evidence.start + start + len(words), words))
        start += len(words) + len(form)
    return found


def _mention(mention: Mention, forms: set[str]) -> Mention:
    return replace(mention, evidence=cut(mention.evidence, forms))


def _tenure(tenure: Tenure, forms: set[str]) -> Tenure:
    return replace(tenure, evidence=cut(tenure.evidence, forms))


def _event(event: Event, gone: set[str], forms: set[str], places: dict[int, int]) -> Event:
    label = event.trigger if any(form in event.label for form in forms) else event.label
    kept = tuple(_participation(p, forms, places) for p in event.participants if _stays(p, gone, places))
    return replace(
        event,
        label=label,
        participants=kept,
        evidence=cut(event.evidence, forms),
        statement=cut(event.statement, forms),
    )


def _stays(part: Participation, gone: set[str], places: dict[int, int]) -> bool:
    """Does a participant stay? A namesake who is left out is known by a tenure that is."""
    return part.person not in gone and all(i in places for i in part.capacity)


def _participation(part: Participation, forms: set[str], places: dict[int, int]) -> Participation:
    capacity = tuple(places[i] for i in part.capacity if i in places)
    return replace(part, capacity=capacity, evidence=cut(part.evidence, forms))
