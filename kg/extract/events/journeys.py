"""Journeys to another country: who travels where, at whose invitation."""

from __future__ import annotations

import re

from kg.extract.events.cases import Case
from kg.extract.events.casting import Group
from kg.extract.events.drafts import Draft
from kg.extract.events.outline import PERSONS, L, Outline, P, T
from kg.extract.events.roles import SIGN, cast, escorts, subject
from kg.extract.time.dates import NOWHEN, TimeRange
from kg.lexicon.places import places

_INVITED = re.compile(r"应(?P<by>[^，。；]*?)(?:的)?(?:邀请|之邀)")
_BOUND = re.compile(
    r"(?:女士|先生)?(?:偕[^，。；]{1,16})?(?:一行)?(?:将|即将|应邀|正在)?(?:对|来|访|赴|抵|前来|此次|首次|第.次|今天|开始|[\ue800-\uebff])"
)
_ANOTHER_GOES = re.compile(
    rf"[^，。；{PERSONS}]{{0,50}}的[^，。；的{PERSONS}]{{0,20}}{P}"
)  # 来华访问的A: not the subject
_STAYING = re.compile(rf"在({L})[^，。；]{{0,6}}$")
_WELCOMED = re.compile("(?:欢迎|会见|祝贺)[^，。；]{0,20}$")
_WHERE = re.compile(rf"(?:了)?(?:[^，。；{PERSONS}]{{0,4}}?)([\ue000-\uefff])")
_TOWARDS = re.compile(rf"对(?:{P})?({L})[^，。]{{0,6}}进行[^，。]{{0,12}}$")
_ORIGIN = re.compile(rf"(?:由|从|自)({L})$")
_ONWARD = re.compile(rf"(?:前往|赴|对|飞往|抵达)[^，。]{{0,6}}({L})")
_PLACE = re.compile(L)
_FIXED: dict[str, tuple[str, ...]] = {
    "华": ("中国",),
    "港": ("香港特别行政区",),
    "澳": ("澳门特别行政区",),
    "台": ("台湾省",),
    "美": ("美国",),
    "俄": ("俄罗斯",),
    "日": ("日本",),
    "韩": ("韩国",),
    "朝": ("朝鲜",),
    "欧": (),
}


def travels(outline: Outline, start: int, end: int, people: list[Group], draft: Draft) -> bool:
    """抵达…; 应A邀请对…进行国事访问; A来华. Only to or from another country."""
    words = outline.words
    guest = _ANOTHER_GOES.match(words, end)
    if guest is not None:
        return _stays(outline, start, guest.group()[-1], draft)
    home = _homecoming(outline, start, end)
    where = home or _destination(outline, start, end)
    if where is None:
        return False
    draft.places = where
    if home:
        draft.when = _over(outline, start)
    welcomed = _WELCOMES.search(words, 0, start) and _HEARTILY.match(words, end)
    who = None if welcomed else _traveller(words, start, people)
    if who is None or who.case in {Case.WITH, Case.INVITER}:
        return False
    cast(outline, draft, who, "lead")
    for match in _INVITED.finditer(words):
        for sign in SIGN.findall(match["by"]):
            host = outline.person(sign)
            draft.parts.pop(host.name, None)
            draft.put(host, "counterpart")
    escorts(outline, people, draft, (0, len(words)))
    return bool(draft.people("lead"))


_WELCOMES = re.compile(f"{P}对[^，。；{PERSONS}]{{2,10}}$")  # A对某某来华表示欢迎: A stays
_HEARTILY = re.compile("[^，。；]{0,24}表示[^，。；]{0,8}(?:欢迎|感谢|祝贺)")
_BACK = re.compile("[^，。；]{0,12}(?:回国|返回|回到(?:北京|祖国)|返京|启程回)")


def _homecoming(outline: Outline, start: int, end: int) -> tuple[str, ...]:
    """离开某地回国: where the journey that ends has been; () if none ends here."""
    words = outline.words
    if not (words.endswith("离开", start, end) and _BACK.match(words, end)):
        return ()
    left = _PLACE.match(words, end)
    names = outline.place(left.group()) if left else ()
    return names if names and is_abroad(names) else ()


def _over(outline: Outline, start: int) -> TimeRange:
    """The day on which a journey ends; when it began is not said."""
    times = [outline.time(t) for t in re.findall(T, outline.words[:start])]
    day = next((t.end for t in reversed(times) if t.precision == "day"), None)
    return TimeRange(None, day, "") if day else NOWHEN


def _stays(outline: Outline, start: int, sign: str, draft: Draft) -> bool:
    """正在台湾访问的A表示: A is on a journey, of which no day is said."""
    where = _STAYING.search(outline.words, 0, start)
    if where is None or not is_abroad(outline.place(where[1])):
        return False
    draft.put(outline.person(sign), "lead")
    draft.places, draft.when = outline.place(where[1]), NOWHEN
    return True


def _traveller(words: str, start: int, people: list[Group]) -> Group | None:
    """欢迎B对我国进行国事访问: B, who stands right before the journey, goes; else the subject."""
    for group in reversed(people):
        if group.case is Case.INVITER or group.end > start:
            continue
        between = words[group.end : start]
        if "，" not in between and _BOUND.match(words, group.end) and not _WELCOMED.search(between):
            return group
    return None if _WELCOMED.search(words, 0, start) else subject(people, start, words)


def _destination(outline: Outline, start: int, end: int) -> tuple[str, ...] | None:
    """Where a journey goes; None where it stays in the country or is none."""
    words = outline.words
    trigger = words[start:end]
    if trigger[-1] in _FIXED and trigger[:-1] in {"访", "来", "抵", "到访"}:
        return _FIXED[trigger[-1]]
    visits = "访问" in trigger
    towards = _TOWARDS.search(words, 0, start) if visits else None
    if towards is None:
        towards = _ONWARD.search(words, end) if trigger.endswith("离开") else _WHERE.match(words, end)
    if towards is not None and _PLACE.fullmatch(towards[1]):
        names = outline.place(towards[1])
        origin = _ORIGIN.search(words, 0, start)
        return names if is_abroad(names) or (origin and is_abroad(outline.place(origin[1]))) else None
    return None


def is_abroad(names: tuple[str, ...]) -> bool:
    """Whether places lie in another country, or where one crosses a border to get: Hong Kong, Macau, Taiwan."""
    found = places().lookup(names[0])
    return bool(found) and (found[0].level in {"country", "city"} or found[0].code[:2] in {"71", "81", "82"})


# 结束对甲国、乙国国事访问后乘专机回到北京: the journey ends on the day that is told
_RETURNED = re.compile(
    rf"结束(?:了)?(?:对|在)(?P<where>[^，。；{PERSONS}]{{0,16}}?{L}[^，。；{PERSONS}]{{0,12}}?)(?:访问|之行|行程)"
    rf"[^。；]{{0,30}}?(?:回到|返回|回国|抵京|启程|乘专机|离开)"
)
_TIME = re.compile(T)


def returned(outline: Outline, until: int, people: list[Group]) -> tuple[int, int, Draft] | None:
    """The journey from which somebody comes home, as (start, end of its words, draft), or None."""
    match = _RETURNED.search(outline.words, 0, until) if "结束" in outline.words else None
    who = subject(people, until, outline.words) if match else None
    if match is None or who is None:
        return None
    draft = Draft("trip", "结束访问", [], "journeys-ended/1")
    cast(outline, draft, who, "lead")
    escorts(outline, people, draft, (0, until))
    visited = [outline.place(sign) for sign in _PLACE.findall(match["where"])]
    draft.places = tuple(dict.fromkeys(name for names in visited if is_abroad(names) for name in names))
    day = _TIME.search(outline.words, 0, until)
    end = outline.time(day.group()).start if day else None
    draft.when = TimeRange(None, end, "day" if end else "")
    return (match.start(), match.end(), draft) if draft.places else None
