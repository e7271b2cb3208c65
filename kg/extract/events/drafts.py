"""Happenings while an article is being read: drafts that grow with every sentence that speaks of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.extract.reading import NameMention
from kg.extract.time.dates import TimeRange
from kg.lexicon.places import places

_RANK = {"lead": 0, "preside": 1, "counterpart": 2, "appointee": 2, "target": 2, "accompany": 3, "attend": 4}
_ONE_PER_LEAD = frozenset(
    {"inspection", "condolence", "lecture", "call", "statement", "agreement", "issuance"}
)
_OF_BODIES = frozenset({"issuance", "agreement"})
_ONE_PER_TARGET = frozenset({"sanction", "death", "investigation", "award", "appointment", "removal"})


@dataclass(slots=True)
class Part:
    """A person's part so far."""

    role: str
    mention: NameMention


@dataclass(slots=True)
class Draft:
    """One happening so far. `evidence` and `said` are ranges of the cleaned text; `noun` is the word for an assembly."""

    type: str
    trigger: str
    evidence: list[tuple[int, int]]
    rule: str
    when: TimeRange | None = None
    places: tuple[str, ...] | None = None
    parts: dict[str, Part] = field(default_factory=dict)
    bodies: dict[str, str] = field(default_factory=dict)
    said: list[tuple[int, int]] = field(default_factory=list)
    noun: str = ""
    homes: dict[str, tuple[str, ...]] = field(default_factory=dict)  # where each person's unit is
    open_list: bool = False
    paragraph: int = 0

    def put(self, mention: NameMention, role: str) -> None:
        """Give a person a part; a leading part is never lost to a lesser one."""
        known = self.parts.get(mention.name)
        if known is None or (_RANK[role] < _RANK[known.role] and known.role not in {"counterpart", "target"}):
            self.parts[mention.name] = Part(role, known.mention if known else mention)

    def pair(self) -> tuple[NameMention, NameMention] | None:
        """The two who met, where one met one."""
        sides = [
            [p.mention for p in self.parts.values() if p.role == role] for role in ("lead", "counterpart")
        ]
        return (sides[0][0], sides[1][0]) if [len(side) for side in sides] == [1, 1] else None

    def people(self, *roles: str) -> set[str]:
        """The names of those who have one of `roles`; all, where none is given."""
        return {name for name, part in self.parts.items() if not roles or part.role in roles}


def same_happening(a: Draft, b: Draft) -> bool:
    """Whether two drafts of one article speak of the same happening."""
    if a.type != b.type or not same_time(a.when, b.when):
        return False
    if a.type in _ONE_PER_TARGET:
        return bool(a.people("target", "appointee") & b.people("target", "appointee"))
    if a.type == "talks":
        mine, theirs = a.people("counterpart"), b.people("counterpart")
        if mine and theirs:
            same_side = bool(mine & theirs) and bool(a.people("lead") & b.people("lead"))
            return same_side or bool(mine & b.people("lead") and theirs & a.people("lead"))
        return _meet(a, b)
    if a.type == "trip":
        return _meet(a, b) and (
            not a.places or not b.places or bool(_countries(a.places) & _countries(b.places))
        )
    if a.type in _OF_BODIES and a.bodies and b.bodies and not (a.parts and b.parts):
        return bool(a.bodies.keys() & b.bodies.keys())
    if a.type in _ONE_PER_LEAD:
        return _meet(a, b)
    if a.type == "activity" and a.trigger == b.trigger and a.trigger in {"迎接", "送行"}:
        return True
    if a.type == "activity" and not a.noun and not b.noun and a.trigger != b.trigger:
        return False
    if a.noun and b.noun and (a.noun in _GENERIC or b.noun in _GENERIC):
        return True
    if a.noun and a.noun == b.noun:
        return True
    if a.noun and b.noun.startswith(_THIS):
        return True
    one, other = _FORM.sub("", a.noun), _FORM.sub("", b.noun)
    least = 1 if a.type == "ceremony" else 3
    if min(len(one), len(other)) > least and (one.endswith(other) or other.endswith(one)):
        return True  # 授旗仪式: the one told of before under its full name
    return _meet(a, b) and (
        a.noun == b.noun or not a.noun or not b.noun or a.noun in b.noun or b.noun in a.noun
    )


_FORM = re.compile("(?:仪式|典礼|活动)$")
_THIS = ("此次", "本次", "这次", "该")  # 参加此次活动: the one told of before
_GENERIC = frozenset(
    {
        "会议",
        "大会",
        "座谈会",
        "论坛",
        "仪式",
        "活动",
        "开幕式",
        "年会",
        "峰会",
        "研讨会",
        "典礼",
        "开幕会",
        "闭幕会",
    }
)


def _countries(names: tuple[str, ...]) -> set[str]:
    """The countries of places abroad; a place at home stands for itself."""
    found = [(name, places().lookup(name)) for name in names]
    return {here[0].parents[0] if here and here[0].level == "city" else name for name, here in found}


def _meet(a: Draft, b: Draft) -> bool:
    mine, theirs = a.people(), b.people()
    leads = a.people("lead", "preside"), b.people("lead", "preside")
    if all(leads):
        return bool(leads[0] & leads[1])
    if b.people("accompany") and not leads[1] and a.type == b.type:
        return True  # who only came along came along with somebody
    return not mine or not theirs or bool(mine & theirs)


def same_time(a: TimeRange | None, b: TimeRange | None) -> bool:
    """Whether two times may be the same, as far as both are known."""
    if a is None or b is None or not a.start or not b.start:
        return True
    size = min(len(a.start), len(b.start))
    if a.precision != "day" or b.precision != "day":
        return a.start[:size] == b.start[:size]
    return a.start <= (b.end or b.start) and b.start <= (a.end or a.start)


def merge(into: Draft, more: Draft) -> None:
    """Add what another sentence says of the same happening."""
    for part in more.parts.values():
        into.put(part.mention, part.role)
    for name, role in more.bodies.items():
        into.bodies.setdefault(name, role)
    into.evidence += [e for e in more.evidence if e not in into.evidence]
    into.said += more.said
    into.homes.update(more.homes)
    into.open_list |= more.open_list
    if more.places:
        into.places = tuple(dict.fromkeys((*(into.places or ()), *more.places)))
    if more.when and more.when.start and not (into.when and into.when.start):
        into.when = more.when
    into.noun = into.noun or more.noun
