"""Events: the same happening in several reports is one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
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

    def take(self, other: Happening) -> None:
        """Add what another report in the same terms tells besides."""
        self.day = min(self.day, other.day)
        self.open_list |= other.open_list
        self.part_of = min(filter(None, (self.part_of, other.part_of)), default=0)


@dataclass(slots=True)
class HappeningBook:
    """Happenings by the digest of how they are told."""

    found: dict[int, Happening] = field(default_factory=dict)

    def add(self, facts: ArticleFacts, day: int) -> None:
        """Take note of the events of one article."""
        marks = [mark_of(event, facts, day) for event in facts.events]
        for event, mark in zip(facts.events, marks, strict=True):
            parent = marks[event.part_of] if event.part_of is not None else 0
            self._note(mark, _happening(event, day, parent))

    def _note(self, mark: int, happening: Happening) -> None:
        known = self.found.get(mark)
        if known is None:
            self.found[mark] = happening
        else:
            known.take(happening)


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
    book: HappeningBook, canonical: Callable[[str], str], is_gone: Callable[[str], bool]
) -> tuple[dict[str, EventRecord], dict[int, str]]:
    """All events by id, and the id of each way of telling.

    Args:
        book: what the articles tell.
        canonical: the name of a person in its leading form.
        is_gone: whether everybody of a name is left out of the graph.
    """
    blocks: dict[tuple[str, str, int], dict[int, Happening]] = {}
    for mark in sorted(book.found):
        blocks.setdefault(block_of(mark, book.found[mark]), {})[mark] = book.found[mark]
    groups = [group for place in sorted(blocks) for group in groups_in(blocks[place], canonical)]
    ids = {mark: event_id({m: book.found[m] for m in group}) for group in groups for mark in group}
    records = [record_of([book.found[m] for m in group], ids[group[0]], ids, is_gone) for group in groups]
    return {record.id: record for record in records}, ids


def block_of(mark: int, one: Happening) -> tuple[str, str, int]:
    """What two ways of telling must have in common to be compared at all."""
    if one.start and one.type not in NEVER_MERGED and one.people:
        return one.type, one.start, 0
    return one.type, one.start, mark


def groups_in(found: Mapping[int, Happening], canonical: Callable[[str], str]) -> list[list[int]]:
    """The marks of a block that tell one happening: each joins the first group whose fullest member tells the same."""
    groups: list[list[int]] = []
    for mark in sorted(found, key=lambda m: (-len(found[m].people), -len(found[m].places), m)):
        for group in groups:
            if _same(found[group[0]], found[mark], canonical):
                group.append(mark)
                break
        else:
            groups.append([mark])
    return groups


def event_id(group: Mapping[int, Happening]) -> str:
    """The id of a happening by the ways in which it is told: the earliest gives it."""
    first = min(group, key=lambda m: (group[m].day, m))
    return key("e", format(first, "016x"))


def record_of(
    told: Sequence[Happening], own: str, ids: Mapping[int, str], is_gone: Callable[[str], bool]
) -> EventRecord:
    """One happening as all its reports tell it, the fullest first; `ids` has those that it may be a part of.

    A label that names someone who `is_gone` is left empty: the event then goes by its type.
    """
    parents = sorted(ids[one.part_of] for one in told if one.part_of and ids[one.part_of] != own)
    return EventRecord(
        id=own,
        type=told[0].type,
        label="" if any(p in told[0].label and is_gone(p) for p in told[0].people) else told[0].label,
        start=told[0].start,
        end=max(one.end for one in told),
        places=tuple(sorted({place for one in told for place in one.places})),
        open_list=any(one.open_list for one in told),
        part_of=parents[0] if parents else "",
    )
