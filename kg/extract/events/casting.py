"""The groups of people in a sentence, and who stands in a row with whom."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extract.events.cases import Case, case_of
from kg.extract.events.outline import P


@dataclass(frozen=True, slots=True)
class Group:
    """People named together; `signs` are theirs in the outline, `open` says that 等 follows."""

    start: int
    end: int
    signs: str
    case: Case
    open: bool


_RANK = "(?:王子|公主|亲王|王储|公爵|大公|国王|女王|殿下|陛下|酋长|主教)"  # before or behind a name, no post
_TAIL = rf"{_RANK}?(?:（[^）]{{1,16}}）)?(?:夫妇|一行(?:\d+人)?|等人|等\d*人|等(?=[^级待同])|本人)?"
_SPOUSE = rf"(?:偕|携)?(?:其)?(?:夫人|丈夫|妻子|王后|[一-龥]{{1,5}}{_RANK})?"
_NOTE = r"(?:（[^）]{1,16}）)?"
GROUP = re.compile(rf"{P}(?:{_NOTE}(?:、|；|和|及|以及|暨|并|及其|或){_SPOUSE}{P})*{_TAIL}")
CLOSING_GROUP = re.compile(rf"{P}(?:(?:、|；|和|及|以及|暨|，|与)(?:以及)?{_SPOUSE}{P})*{_TAIL}")
_SIGN = re.compile(P)

# 、日本驻某地总领事A: a title that was not read; it ends like one
_UNREAD_TITLE = (
    r"[^，。；：、“”（）的了在与对向把被]{1,20}"
    r"(?:[长记员席裁理事授任士师监官督使相统]|代表|主任|领事|顾问|专家|老师|教授|总监|公主|王子|亲王|王储|夫人)"
)


def groups(words: str, *, closing: bool = False) -> list[Group]:
    """All groups of people in an outline's words, in order, each with its case.

    With `closing`, a comma joins people too: the last sentence of a report lists all who came.
    """
    found: list[Group] = []
    pattern = CLOSING_GROUP if closing else GROUP
    for match in pattern.finditer(words):
        before = found[-1].end if found else 0
        signs = "".join(_SIGN.findall(match.group()))
        is_open = "等" in match.group() or words.startswith("等", match.end())
        case = case_of(words, match.start(), match.end(), before)
        shared = bool(found) and case is Case.SUBJECT and found[-1].case in _SHARED
        if shared and _NEXT_OF_LIST.fullmatch(words, before, match.start()):
            case = found[-1].case
        if case is Case.ESCORT:
            _escort_together(words, found, match.start())
        found.append(Group(match.start(), match.end(), signs, case, is_open))
    return found


_SHARED = frozenset({Case.OBJECT, Case.WITH, Case.TO, Case.FOR})
# 邀请甲国总统A、|乙国总统夫人B: the same part; so in 慰问了A、某某、B
_NEXT_OF_LIST = re.compile(f"、(?:{_UNREAD_TITLE})|(?:[、和][一-龥·]{{2,8}}){{0,4}}[、和]")


def in_a_row(words: str, before: list[Group]) -> list[Group]:
    """The last group and those that a comma joins to it: 县委书记A，县长B等人."""
    row = [before[-1]]
    for group in reversed(before[:-1]):
        if not _JOINT.fullmatch(words, group.end, row[0].start):
            break
        row.insert(0, group)
    return row


_JOINT = re.compile(
    rf"(?:等人?)?[，、；](?:以及)?(?:[原前]|{_UNREAD_TITLE})?|等?和|[与同跟]|以及|等|(?:、|和)(?:{_UNREAD_TITLE})|、[一-龥]{{2,3}}、"
)


def _escort_together(words: str, found: list[Group], start: int) -> None:
    """在A，B陪同下: those whom a comma joins to the escort came along too."""
    for number in range(len(found) - 1, -1, -1):
        group = found[number]
        if not _JOINT.fullmatch(words, group.end, start):
            return
        found[number] = Group(group.start, group.end, group.signs, Case.ESCORT, group.open)
        start = group.start
