"""Inspections, visits to workers and lectures: who went, who came along, which bodies they saw."""

from __future__ import annotations

import re

from kg.extract.events.cases import Case
from kg.extract.events.casting import Group
from kg.extract.events.drafts import Draft
from kg.extract.events.outline import BODIES, PERSONS, B, Outline, P
from kg.extract.events.roles import BODY, behind, cast, clause, escorts, subject
from kg.extract.events.scenes import places_at

_TOURING = re.compile("调研|考察|视察|检查|督导|看望|慰问|宣讲")
_ALONG = re.compile("陪同(?!下)|一同|随同")  # A、B陪同考察: they came along
_CLAUSE = re.compile("[，。；]")
_WITH_OTHERS = re.compile("[和同与][^，。；]{1,12}(?:一同|随同)")  # 还和某某一同看望: both lead
_GOING = r"(?:到|赴|来到|走进|前往|深入|抵达|莅临|考察|调研|视察|察看|检查|参观|慰问|看望|走访|查看|看望慰问|走访慰问)"
_NOBODY = (
    f"[^，。；{PERSONS}{BODIES}]"  # no sign of either kind: a gap in a list must not swallow its members
)
_VISITED = re.compile(
    rf"(?:{_GOING}(?:了)?(?:位于)?(?:正在)?{_NOBODY}{{0,24}}?|(?:来到|走进){_NOBODY}{{0,36}}的|(?:^|，)在)"
    rf"(?P<chain>{B}(?:(?:、|和|及|以及|与|，)(?:{_NOBODY}{{2,16}}?(?:、|和|及))?(?!代表|受|由|经){_NOBODY}{{0,4}}?{B})*)"
    r"(?=[，。；等和及与、]|的|调研|考察|视察|检查|看望|慰问|参观|指导|展厅|车间|国库|系统|大厅|窗口|现场|工地|座谈|机关|总部|校区|校园|$)"
)
_NOT_VISITED = frozenset({"国务院", "中国共产党中央委员会", "中国共产党", "中国政府"})
_INSPECTED = re.compile(
    rf"对(?P<chain>{B}(?:[（(）)、，；和及][^。{BODIES}]{{0,26}}{B})*[）)]?)(?:等)?[^，。；]{{0,24}}"
    r"(?:开展|进行|实施|启动)[^，。；]{0,8}$"
)
_APPROVED = re.compile(rf"(?:经|报)({B})(?=[^，。]{{0,8}}(?:批准|同意))|({B})(?=[^，。]{{0,6}}$)")
_SICK = re.compile(
    rf"(?:^|，)({P})(?:同志|先生|院士|女士)?(?:在)?(?:病重|病危|患病|生病|住院|治疗|逝世|去世)"
)
_MOURNED = re.compile("逝世|去世|病逝|哀悼|悼念")
_SENDER = re.compile(rf"(?:^|，)({B})[^，。；{BODIES}{PERSONS}]{{0,24}}?(?=到|赴|来到|深入|莅临|前往)")
_BY_THE_CENTRE = re.compile("经(?:党)?中央批准")


def tours(outline: Outline, start: int, end: int, people: list[Group], draft: Draft) -> bool:
    """到…调研; 在A陪同下考察; 看望A、B; 率A慰问."""
    words = outline.words
    span = clause(words, start, end)
    who = subject(people, start, words)
    if who is None:
        return draft.type == "inspection" and (
            _inspected(outline, start, draft) or _bodies_came(outline, start, end, span, draft)
        )
    along = _ALONG.search(words, who.end, start) and not _WITH_OTHERS.search(words, who.end, start)
    along = along and not any(g.case is Case.ESCORT and who.end <= g.start < start for g in people)
    along = along and not any(g.case is Case.ESCORTED and g.end <= start for g in people)
    cast(outline, draft, who, "accompany" if along else "lead")
    escorts(outline, people, draft, span)
    for group in people:
        if group.case is Case.ESCORTED and group.start < start:  # A陪同B调研: B leads
            cast(outline, draft, group, "lead")
            for sign in who.signs:
                draft.parts[outline.person(sign).name].role = "accompany"
        elif draft.type == "condolence" and _is_visited(group, people, words, end, span):
            cast(outline, draft, group, "counterpart")
    if draft.type == "condolence":
        _to_the_sick(outline, start, draft)
    visited(outline, draft, *_own_stretch(words, start, end, (who.end, span[1])))
    return True


def _is_visited(group: Group, people: list[Group], words: str, end: int, span: tuple[int, int]) -> bool:
    """Whether a group is behind the verb, or goes on with a list that is: 慰问了A、B、某某、C等."""
    if behind(group, words, end, span):
        return True
    listed = group.case is Case.OBJECT and end <= group.start < span[1]
    return listed and not _CLAUSE.search(words, end, group.start)


def _to_the_sick(outline: Outline, start: int, draft: Draft) -> None:
    """某某病重期间和逝世后，A、B看望: it is the sick, and then the dead, that they come for."""
    sick = _SICK.search(outline.words, 0, start)
    if sick is not None:
        person = outline.person(sick[1])
        draft.parts.pop(person.name, None)
        draft.put(person, "target" if _MOURNED.search(outline.words) else "counterpart")


def visited(outline: Outline, draft: Draft, start: int, end: int) -> None:
    """Add the bodies that the words [start, end) go to."""
    for match in _VISITED.finditer(outline.words, start, end):
        for sign in BODY.findall(match["chain"]):
            name = outline.body(sign).name
            if name not in _NOT_VISITED:
                draft.bodies.setdefault(name, "visited")


_STOPS = re.compile("来到|先后到|先后赴|走进|前往|深入|赴|考察了")


def stops(outline: Outline, until: int) -> tuple[str, ...]:
    """The places where the words before `until` say that a tour goes on: 先后到A、B, 他还来到C."""
    return places_at(outline, until, houses=False) if _STOPS.search(outline.words, 0, until) else ()


def _own_stretch(words: str, start: int, end: int, span: tuple[int, int]) -> tuple[int, int]:
    """The part of a clause that belongs to one act of a tour, where another act stands before or after it."""
    acts = _TOURING.finditer(words, span[0], max(span[0], start - 1))
    before = max((m.end() for m in acts), default=span[0])
    after = _TOURING.search(words, end + 1, span[1])
    return before, after.start() if after else span[1]


def _bodies_came(outline: Outline, start: int, end: int, span: tuple[int, int], draft: Draft) -> bool:
    """「B领导到B检查工作」: nobody is named, but who sent them and where they went."""
    sender = _SENDER.search(outline.words, span[0], start)
    if sender is None:
        return False
    visited(outline, draft, sender.end(), span[1] if end < span[1] else end)
    if not draft.bodies:
        return False
    draft.bodies.setdefault(outline.body(sender[1]).name, "participant")
    return True


def _inspected(outline: Outline, start: int, draft: Draft) -> bool:
    """对A、B、C开展巡视, with no person in it: the bodies are the targets, who approved it the issuer."""
    match = _INSPECTED.search(outline.words, 0, start)
    if match is None:
        return False
    for sign in BODY.findall(match["chain"]):
        draft.bodies.setdefault(outline.body(sign).name, "target")
    if _BY_THE_CENTRE.search(outline.words, 0, match.start()):
        draft.bodies.setdefault("中国共产党中央委员会", "issuer")
    for body in _APPROVED.finditer(outline.words, 0, match.start()):
        draft.bodies.setdefault(outline.body(body[1] or body[2]).name, "issuer")
    return True
