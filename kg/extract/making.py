"""Finished events out of drafts: evidence with exact offsets, capacities, inherited time and place."""

from __future__ import annotations

from kg.extract.dates import TimeRange
from kg.extract.drafts import Draft, Part
from kg.extract.reading import Reading
from kg.model.facts import Event, Evidence, Involvement, Participation

_MAIN = ("talks", "meeting", "ceremony", "inspection", "condolence", "trip", "activity", "lecture")
LABELS = {
    "inspection": "调研考察", "condolence": "慰问看望", "meeting": "会议", "talks": "会见会谈", "call": "函电通话", "statement": "讲话",
    "lecture": "宣讲授课", "ceremony": "仪式", "agreement": "签署", "appointment": "任命", "removal": "免职", "investigation": "审查调查",
    "sanction": "处分", "trip": "出访", "award": "授奖", "issuance": "发布", "death": "逝世", "activity": "活动",
}


def make_events(reading: Reading, drafts: list[Draft]) -> tuple[Event, ...]:
    """Turn drafts into events; those without a named person or body are left out."""
    kept = [d for d in drafts if d.parts or d.bodies]
    _inherit(reading, kept)
    return tuple(_event(reading, d) for d in kept)


def _inherit(reading: Reading, drafts: list[Draft]) -> None:
    """What says nothing of its own place happened where the main happening did."""
    main = next((d for d in drafts if d.type in _MAIN and d.places), None)
    for draft in drafts:
        if draft.places is not None:
            continue
        if main is not None and draft.type in {*_MAIN, "statement"} and _same_day(draft.when, main.when):
            draft.places = main.places


def _same_day(a: TimeRange | None, b: TimeRange | None) -> bool:
    return a is None or b is None or a.start == b.start or not a.start or not b.start


def _event(reading: Reading, draft: Draft) -> Event:
    when = draft.when
    start, end = (when.start, when.end) if when is not None else (None, None)
    leads = [n for n, p in draft.parts.items() if p.role in {"lead", "preside", "target", "appointee"}]
    return Event(
        type=draft.type,
        label="、".join(leads[:2]) + LABELS.get(draft.type, draft.type),
        trigger=draft.trigger,
        start=start,
        end=end,
        places=draft.places or (),
        open_list=draft.open_list,
        participants=tuple(_participation(reading, n, p, i) for i, (n, p) in enumerate(draft.parts.items(), 1)),
        organizations=tuple(Involvement(name, role) for name, role in draft.bodies.items()),
        evidence=tuple(_quote(reading, s, e) for s, e in draft.evidence[:4]),
        time_words=draft.time_words,
        statement=tuple(_quote(reading, s, e) for s, e in draft.said),
        rule=draft.rule,
    )


def _participation(reading: Reading, name: str, part: Part, position: int) -> Participation:
    mention = part.mention
    return Participation(
        name, part.role, position, mention.tenures, (_quote(reading, mention.start, mention.end),)
    )


def _quote(reading: Reading, start: int, end: int) -> Evidence:
    article = reading.article
    span = article.origin_of(start, end)
    return Evidence(span.start, span.end, article.article.text[span.start : span.end])
