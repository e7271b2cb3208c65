"""What all frames share: who does it, how far a clause goes, whom a verb reaches."""

from __future__ import annotations

import re

from kg.extract.events.cases import Case
from kg.extract.events.casting import Group
from kg.extract.events.drafts import Draft
from kg.extract.events.outline import BODIES, PERSONS, B, Outline, P, T

SIGN = re.compile(P)
BODY = re.compile(B)
_STOP = re.compile("[。；！？]")
_FAR = 40  # signs between a verb and its object
OTHER_SUBJECT = re.compile(
    rf"(?:{T})?(?:{B}(?!负责|领导|主要)|各级|上级|双方|两国|会议|各方|各国|(?<!在内，)(?![与同和连])[^，。]{{0,10}}\d+[余多]?[名位人](?!大)|[^，。；]{{0,4}}多[名位国家]|(?![并还也又]?[与同和连向为给对])[^，。]{{1,8}}们(?!的)"
    r"|(?!就|对|向|围绕|针对)[^，。]{0,8}(?:官员|人士|民众|媒体|警方|法院|政府|发言人))"
)
_STOPPED = re.compile("[，。；：]")
_OF = re.compile("的[^，。；：“的]{0,16}$")  # an unread title may stand between
_NEW_CLAUSE = re.compile("[，。；：“]|时|后|并|就|前")
_GAP = f"[^，。；{PERSONS}{BODIES}]"  # no sign of either kind: a gap in a list must not swallow its members
_ACTORS = re.compile(
    rf"(?P<chain>{B}(?:{_GAP}{{0,6}}(?:、|和|与|同|及|以及|，){_GAP}{{0,4}}{B})*)(?={_GAP}{{0,16}}$|，{T}{_GAP}{{0,8}}$)"
)


def subject(people: list[Group], start: int, words: str) -> Group | None:
    """The group that does what the trigger at `start` says: the nearest subject before it.

    None where the clause of the trigger begins with another one: a body, both sides.
    """
    for group in reversed(people):
        if group.case is Case.AGENT and group.end <= start and "，" not in words[group.end : start]:
            return group
        if group.end <= start and group.case is Case.SUBJECT:
            comma = words.rfind("，", group.end, start)
            return None if comma >= 0 and OTHER_SUBJECT.match(words, comma + 1, start) else group
    return None


def clause(words: str, start: int, end: int) -> tuple[int, int]:
    """The part of the sentence around a trigger that no full stop or semicolon cuts off."""
    first = max((m.end() for m in _STOP.finditer(words, 0, start)), default=0)
    stop = _STOP.search(words, end)
    return first, stop.start() if stop else len(words)


def cast(outline: Outline, draft: Draft, group: Group, role: str) -> None:
    """Give everybody of a group the same part."""
    for sign in group.signs:
        draft.put(outline.person(sign), role)
    draft.open_list |= group.open


def escorts(outline: Outline, people: list[Group], draft: Draft, span: tuple[int, int]) -> None:
    """在…陪同下, 率…, 偕…: who came along, in the clause of the trigger."""
    for group in people:
        if span[0] <= group.start < span[1] and group.case in {Case.ESCORT, Case.LED}:
            cast(outline, draft, group, "accompany")


def reaches(words: str, end: int, start: int) -> bool:
    """Whether a person at `start` is the object of a verb that ends at `end`: no new clause in between."""
    if _OF.search(words, end, start):  # 来华访问并出席论坛的A: all that stands between belongs to A
        return start - end <= 2 * _FAR and not _STOPPED.search(words, end, start)
    return start - end <= _FAR and not _NEW_CLAUSE.search(words, end, start)


def behind(group: Group, words: str, end: int, span: tuple[int, int]) -> bool:
    """Whether a group is the object behind a verb that ends at `end`, in its clause."""
    return end <= group.start < span[1] and reaches(words, end, group.start)


def bodies_act(outline: Outline, draft: Draft, words: str) -> int:
    """B与B签署…, B、B发来贺电: with no person, the bodies at the end of `words` take part; where they begin, or -1."""
    match = _ACTORS.search(words)
    if match is None:
        return -1
    for sign in BODY.findall(match["chain"]):
        draft.bodies.setdefault(outline.body(sign).name, "participant")
    return match.start()
