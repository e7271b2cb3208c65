"""Finished events out of drafts: evidence with exact offsets, capacities, inherited time and place."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.events.drafts import Draft, Part
from kg.extract.events.scenes import Scene
from kg.extract.events.sites import PER_PERSON, inherit
from kg.extract.events.spoken import situate
from kg.extract.quotations import quotation
from kg.extract.reading import Reading
from kg.extract.whereabouts import Whereabouts
from kg.lexicon.places import places
from kg.model.facts import Event, Involvement, Participation

_WHOLE = frozenset({"inspection", "trip"})
_PART = frozenset(
    {"talks", "meeting", "ceremony", "condolence", "activity", "lecture", "agreement", "inspection"}
)
_CALLED = {"台湾省": "台湾"}  # as the news calls it
_QUOTES = 4  # sentences quoted as evidence of one event
LABELS = {
    "inspection": "调研考察",
    "condolence": "慰问看望",
    "meeting": "会议",
    "talks": "会见会谈",
    "call": "函电通话",
    "statement": "讲话",
    "lecture": "宣讲授课",
    "ceremony": "仪式",
    "agreement": "签署",
    "appointment": "任命",
    "removal": "免职",
    "investigation": "审查调查",
    "sanction": "处分",
    "trip": "出访",
    "award": "授奖",
    "issuance": "发布",
    "death": "逝世",
    "activity": "活动",
}
Posts = dict[str, tuple[int, ...]]  # by person, the tenures of the first mention that has any


def make_events(reading: Reading, chapters: list[tuple[list[Draft], Scene]]) -> tuple[Event, ...]:
    """Turn drafts into events; those without a named person or body are left out.

    Args:
        reading: the article.
        chapters: what each story of the article tells, in order, with its day and places.
    """
    known = Whereabouts(reading)
    posts = _posts(reading)
    events: list[Event] = []
    for drafts, scene in chapters:
        told = [d for draft in drafts for d in _split(draft)]
        kept = [d for d in told if d.parts or d.bodies]
        inherit(reading, kept, scene)
        for draft in kept:
            if draft.type == "statement":
                situate(draft, told, scene)
        wholes = _wholes(kept, len(events))
        events += [_event(reading, d, known, posts, whole) for d, whole in zip(kept, wholes, strict=True)]
    return tuple(events)


def _wholes(drafts: list[Draft], before: int) -> list[int | None]:
    """For each draft the index of the tour or journey that it is a part of: the same person leads, within its days."""
    tours = [(before + n, d) for n, d in enumerate(drafts) if d.type in _WHOLE]
    return [
        next((n for n, tour in tours if n - before < number and d.type in _PART and _within(d, tour)), None)
        for number, d in enumerate(drafts)
    ]


def _within(draft: Draft, tour: Draft) -> bool:
    leads = draft.people("lead", "preside")
    if not leads & tour.people("lead") or draft.type == "trip":
        return False
    if draft.when is None or not draft.when.start or tour.when is None or not tour.when.start:
        return draft.when == tour.when
    return tour.when.start <= draft.when.start <= (tour.when.end or draft.when.start)


def _split(draft: Draft) -> list[Draft]:
    """One sanction and one removal per person."""
    if draft.type not in PER_PERSON:
        return [draft]
    targets = [n for n, p in draft.parts.items() if p.role == "target"]
    if len(targets) < 2:
        return [_at_home(draft, targets)]
    others = {n: p for n, p in draft.parts.items() if p.role != "target"}
    return [_at_home(replace(draft, parts={**others, n: draft.parts[n]}), [n]) for n in targets]


def _at_home(draft: Draft, names: list[str]) -> Draft:
    for name in names:
        if draft.homes.get(name) and not draft.places:
            draft.places = draft.homes[name]
    return draft


def _event(reading: Reading, draft: Draft, known: Whereabouts, posts: Posts, whole: int | None) -> Event:
    when = draft.when
    start, end = (when.start, when.end) if when is not None else (None, None)
    leads = [n for n, p in draft.parts.items() if p.role in {"lead", "preside", "target", "appointee"}]
    where = known.complete(draft.places or ())
    if "中国" in where and any(places().province_of(p) for name in where for p in places().lookup(name)[:1]):
        where = tuple(name for name in where if name != "中国")
    return Event(
        type=draft.type,
        label="、".join(leads[:2]) + LABELS.get(draft.type, draft.type),
        trigger=draft.trigger,
        start=start,
        end=end,
        places=tuple(_CALLED.get(p, p) for p in where),
        open_list=draft.open_list,
        participants=tuple(
            _participation(reading, n, p, i, posts) for i, (n, p) in enumerate(draft.parts.items(), 1)
        ),
        organizations=tuple(Involvement(name, role) for name, role in draft.bodies.items()),
        evidence=tuple(quotation(reading.article, s, e) for s, e in draft.evidence[:_QUOTES]),
        time_words=when.words if when is not None else "",
        statement=tuple(quotation(reading.article, s, e) for s, e in draft.said),
        part_of=whole,
        rule=draft.rule,
    )


def _posts(reading: Reading) -> Posts:
    posts: Posts = {}
    for mention in reading.people:
        if mention.tenures:
            posts.setdefault(mention.name, mention.tenures)
    return posts


def _participation(reading: Reading, name: str, part: Part, position: int, posts: Posts) -> Participation:
    """One person's part. News gives the titles once: a bare name acts in the capacity it was introduced with."""
    mention = part.mention
    held = mention.tenures or posts.get(name, ())
    return Participation(
        name,
        part.role,
        position,
        tuple(i for i in held if reading.tenures[i].person == name),
        (quotation(reading.article, mention.start, mention.end),),
    )
