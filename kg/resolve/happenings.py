"""Events: the same happening in several reports is one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from kg.model.entities import EventRecord
from kg.model.facts import ArticleFacts, Event
from kg.resolve.keys import key, signature

MAIN_ROLES = {"lead", "preside", "target", "appointee", "counterpart"}
NEVER_MERGED = {
    "statement"
}  # one speaker says many things on one day; only the same words are the same event


@dataclass(slots=True)
class Happening:
    """One event as one or more articles report it in the same terms."""

    type: str
    label: str
    start: str
    end: str
    day: int  # of the earliest report
    places: tuple[str, ...]
    main: tuple[str, ...]
    people: tuple[str, ...]
    bodies: tuple[str, ...]
    open_list: bool
    part_of: int = 0


@dataclass(slots=True)
class HappeningBook:
    """Happenings by the digest of how they are told."""

    found: dict[int, Happening] = field(default_factory=dict)

    def add(self, facts: ArticleFacts, day: int) -> None:
        """Take note of the events of one article."""
        marks = [mark_of(event, facts, day) for event in facts.events]
        for event, mark in zip(facts.events, marks, strict=True):
            parent = marks[event.part_of] if event.part_of is not None else 0
            known = self.found.get(mark)
            if known is None:
                self.found[mark] = _happening(event, day, parent)
            else:
                known.day = min(known.day, day)
                known.part_of = (
                    min(known.part_of, parent) if known.part_of and parent else known.part_of or parent
                )


def mark_of(event: Event, facts: ArticleFacts, day: int) -> int:
    """A digest of type, time, places and participants; of the article too where those tell too little."""
    people = sorted(f"{p.person}:{p.role}" for p in event.participants)
    bodies = sorted(f"{o.organization}:{o.role}" for o in event.organizations)
    words = [e.quote for e in event.statement] if event.type in NEVER_MERGED else []
    when = f"{event.start or ''}/{event.end or ''}" if event.start or event.end else f"~{day}"
    vague = not people or not event.start
    where = facts.id if (vague and not words) or (event.type in NEVER_MERGED and not words) else ""
    return signature(
        event.type, when, *event.places, "|", *people, "|", *bodies, "|", *words, where, event.label
    )


def _happening(event: Event, day: int, parent: int) -> Happening:
    people = tuple(dict.fromkeys(p.person for p in event.participants))
    main = tuple(sorted({p.person for p in event.participants if p.role in MAIN_ROLES}))
    return Happening(
        type=event.type,
        label=event.label,
        start=event.start or "",
        end=event.end or "",
        day=day,
        places=tuple(sorted(set(event.places))),
        main=main,
        people=tuple(sorted(people)),
        bodies=tuple(sorted({o.organization for o in event.organizations})),
        open_list=event.open_list,
        part_of=parent,
    )


def _same(one: Happening, other: Happening, canonical: Callable[[str], str]) -> bool:
    mine, theirs = {canonical(p) for p in one.people}, {canonical(p) for p in other.people}
    if not mine or not theirs or (one.places and other.places and not set(one.places) & set(other.places)):
        return False
    if one.main and other.main and not {canonical(p) for p in one.main} & {canonical(p) for p in other.main}:
        return False
    shared = len(mine & theirs)
    if shared == 1 and min(len(mine), len(theirs)) == 1 and not (one.places and other.places):
        return one.bodies == other.bodies or not one.bodies or not other.bodies
    return shared >= 0.5 * len(mine | theirs) or mine <= theirs or theirs <= mine


def merge(
    book: HappeningBook, canonical: Callable[[str], str]
) -> tuple[dict[str, EventRecord], dict[int, str]]:
    """All events by id, and the id of each way of telling.

    Args:
        book: what the articles tell.
        canonical: the name of a person in its leading form.
    """
    blocks: dict[tuple[str, str], list[int]] = {}
    groups: list[list[int]] = []
    for mark in sorted(book.found):
        one = book.found[mark]
        if one.start and one.type not in NEVER_MERGED and one.people:
            blocks.setdefault((one.type, one.start), []).append(mark)
        else:
            groups.append([mark])
    for block in (blocks[b] for b in sorted(blocks)):
        groups.extend(_group(block, book, canonical))
    ids = {mark: _event_id(group, book) for group in groups for mark in group}
    records = {ids[group[0]]: _record(ids[group[0]], group, book, ids) for group in groups}
    return records, ids


def _group(block: list[int], book: HappeningBook, canonical: Callable[[str], str]) -> list[list[int]]:
    """Each way of telling joins the first group whose fullest member tells the same happening."""
    found = book.found
    groups: list[list[int]] = []
    for mark in sorted(block, key=lambda m: (-len(found[m].people), -len(found[m].places), m)):
        for group in groups:
            if _same(found[group[0]], found[mark], canonical):
                group.append(mark)
                break
        else:
            groups.append([mark])
    return groups


def _event_id(group: list[int], book: HappeningBook) -> str:
    first = min(group, key=lambda m: (book.found[m].day, m))
    return key("e", format(first, "016x"))


def _record(own: str, group: list[int], book: HappeningBook, ids: dict[int, str]) -> EventRecord:
    told = [book.found[mark] for mark in group]  # the fullest first
    parents = sorted(ids[one.part_of] for one in told if one.part_of and ids[one.part_of] != own)
    return EventRecord(
        id=own,
        type=told[0].type,
        label=told[0].label,
        start=told[0].start,
        end=max(one.end for one in told),
        places=tuple(sorted({place for one in told for place in one.places})),
        open_list=any(one.open_list for one in told),
        part_of=parents[0] if parents else "",
    )
