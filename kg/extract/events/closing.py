"""The closing sentence of a report: 「A、B、C参加会见。」 belongs to the main happening alone."""

from __future__ import annotations

import re
from itertools import pairwise

from kg.extract.events.casting import groups
from kg.extract.events.drafts import Draft
from kg.extract.events.outline import BODIES, PERSONS, B, P, T, X
from kg.extract.events.telling import Told
from kg.extract.time.dates import TimeRange

_CLOSING = re.compile(
    rf"^(?:[^{PERSONS}，。]{{0,16}}，)?(?P<who>(?:{B}|[^，。；{PERSONS}]{{0,10}}(?:、|和|及))?{P}.*?)(?:等)?(?:[^，。{PERSONS}]{{0,24}}?)"
    r"(?P<how>(?:一同|陪同|一起|共同|随同|也|还|分别|先后|都|同时)*(?P<verb>参加|出席|列席|陪同|随同|在座|同机抵达|随行|一同|参与|陪同出访|同机|(?<=[一陪随]同)(?:看望|调研|考察|会见|慰问|视察|检查|观看)))(?!下)(?:了)?"
    rf"(?P<what>[^，。{PERSONS}]{{0,24}})[。]?$"
)
# one of these is in any such sentence
_CAME = re.compile("参加|出席|列席|陪同|随同|一同|在座|同机|随行|参与")
_TYPE = (
    ("会见", "talks"),
    ("会谈", "talks"),
    ("会晤", "talks"),
    ("接见", "talks"),
    ("见面", "talks"),
    ("看望", "condolence"),
    ("慰问", "condolence"),
    ("送温暖", "condolence"),
    ("调研", "inspection"),
    ("考察", "inspection"),
    ("视察", "inspection"),
    ("检查", "inspection"),
    ("督导", "inspection"),
    ("审议", "meeting"),
    ("座谈", "meeting"),
    ("会议", "meeting"),
    ("论坛", "meeting"),
    ("大会", "meeting"),
    ("研讨", "meeting"),
    ("学习", "meeting"),
    ("讨论", "meeting"),
    ("仪式", "ceremony"),
    ("典礼", "ceremony"),
    ("开幕式", "ceremony"),
    ("闭幕式", "ceremony"),
    ("抵达", "trip"),
    ("出访", "trip"),
    ("抵京", "trip"),
    ("离京", "trip"),
    ("参观", "activity"),
    ("记者会", "talks"),
    ("晚会", "activity"),
    ("宴会", "activity"),
    ("招待会", "activity"),
    ("活动", ""),
)
_SPOUSE_OF = re.compile(rf"^{X}(?:主席|总统|总理)?夫人")  # whose spouse comes first in the list
_GOES = re.compile("[\uec00-\uefff]|抵达|定于|将于")
# A主持会议，B出席; A为B举行欢迎仪式，C出席; A欢迎B来访并出席: deeds of their own
_HOLDS = re.compile("主持|举行|召开|举办|欢迎|访华|访问|来访|应邀|祝贺|感谢|邀请|(?<!参加)(?<!出席)会见|前来")
_NOT_THEY = re.compile(
    f"^[^，。]{{0,10}}期间，|表示|感谢|祝贺|与{P}[^，。；]{{0,24}}(?:一同|共同|一起)"
)  # A对成员出席会议表示感谢
_DEED = re.compile("检阅|献花|参观|观看")  # A陪同B检阅仪仗队 is a deed of its own
_NAMED_IN_FULL = 10  # signs, the verb among them
_ESCORTING = frozenset(
    {"陪同", "一同", "随同", "随行", "同机抵达", "同机", "陪同出访", "看望", "调研", "考察", "会见"}
)


def attach_closing(told: Told, found: list[Draft], when: TimeRange | None) -> bool:
    """Add the people of a closing sentence to the happening that it names; False where it is no such sentence."""
    words = _SPOUSE_OF.sub("", told.outline.words[: told.until])
    if not found:
        return False
    if not told.people:
        return _bodies_came(told, words, found)
    if _travelled_along(told, words, found):
        return True
    if not _CAME.search(words):
        return False
    roll = _ROLL.match(words)
    roll = roll if roll and _is_roll(words[: roll.start("how")]) else None
    match = roll or _CLOSING.match(words)
    if match is None or not (roll or _only_people(match["who"])) or _NOT_THEY.search(words):
        return False
    if _DEED.search(match["what"]) and not any(
        d.type == "activity" and match["what"].startswith(d.trigger) for d in found
    ):
        return False
    what = words[match.start("verb") :]
    draft = _meant(what, found, spouse=words != told.outline.words[: told.until])
    if draft is None or _on_another_day(told, draft, match.start("verb")):
        return False
    role = _role(match["how"] + match["verb"], what)
    for group in groups(words[: match.start("verb")], closing=True):
        for sign in group.signs:
            draft.put(told.outline.person(sign), role)
        draft.open_list |= group.open
    draft.open_list |= "等" in words
    draft.evidence.append((told.sentence.start, told.sentence.end))
    if draft.when is None:
        draft.when = when
    return "会见并" not in what  # A参加会见并主持会议: the other half is told by its own verb


def _on_another_day(told: Told, draft: Draft, until: int) -> bool:
    """A6日出席座谈会, behind what was on the 4th: a happening of its own."""
    day = _DAY.search(told.outline.words, 0, until)
    if day is None or draft.when is None or not draft.when.start:
        return False
    own = told.outline.time(day.group())
    start, end = draft.when.start, draft.when.end or draft.when.start
    return own.precision == "day" and bool(own.start) and not start <= (own.start or "") <= end


_DAY = re.compile(T)
_ESCORTS = re.compile(
    rf"陪同(?:{P})?[^，。；{PERSONS}]{{0,10}}(?:出访|访问)的(?:主要成员|人员)?(?:还)?(?:有|包括)[：:]?"
)


def _travelled_along(told: Told, words: str, found: list[Draft]) -> bool:
    """「陪同某某主席出访的有：A，B等。」: they came along on the journey that the article tells of."""
    match = _ESCORTS.match(words)
    journey = next((d for d in found if d.type == "trip"), None)
    if match is None or journey is None or not _only_people(_SPOUSE_OF.sub("", words[match.end() :])):
        return False
    for sign in re.findall(P, words[match.end() :]):
        mention = told.outline.person(sign)
        if mention.name not in journey.people("lead"):
            journey.put(mention, "accompany")
    journey.open_list |= "等" in words
    journey.evidence.append((told.sentence.start, told.sentence.end))
    return True


_BODIES_CAME = re.compile(
    rf"^(?P<who>{B}(?:(?:、|和|及|以及|等|与)[^，。；、{BODIES}]{{0,12}}{B})+)[^，。；]{{0,24}}?(?P<verb>参加|出席|列席)(?P<what>[^，。；]{{0,16}})"
)


def _bodies_came(told: Told, words: str, found: list[Draft]) -> bool:
    """「A社、B社等单位负责同志和记者代表参加看望活动」: the bodies took part."""
    match = _BODIES_CAME.match(words)
    draft = _meant(words[match.start("verb") :], found) if match else None
    if match is None or draft is None:
        return False
    for sign in re.findall(B, words[: match.start("verb")]):
        draft.bodies.setdefault(told.outline.body(sign).name, "participant")
    return True


_ROLL = re.compile(
    rf"[^，。；{PERSONS}]{{0,20}}(?P<who>{P}.*{P})[^。；{PERSONS}]{{0,60}}?(?P<how>(?P<verb>出席|参加|列席|与会))(?:了)?(?P<what>[^，。{PERSONS}]{{0,16}})[。]?$"
)
_MANY = 6  # people of a roll, whose titles may go unread
_BETWEEN = re.compile(rf"(?:等|以及|和|及|、|，|；|[^，。；、的了在于向对与{PERSONS}]{{0,16}})*")


def _is_roll(words: str) -> bool:
    """甲国总统A、…，观察员国乙国总统B…以及其他国际组织负责人: many people, and nothing between that is done."""
    signs = [m.start() for m in re.finditer(P, words)]
    if len(signs) < _MANY or _GOES.search(words) or _HOLDS.search(words):
        return False
    gaps = [words[a + 1 : b] for a, b in pairwise(signs)]
    return all(
        len(gap) <= _GAP and _BETWEEN.fullmatch(gap) and gap.strip("等")[:1] in "、，和及以；" for gap in gaps
    )


_GAP = 24  # signs between two of them


def _only_people(words: str) -> bool:
    """Whether the list is of people alone, with no verb or place between them."""
    if _GOES.search(words) or _HOLDS.search(words):
        return False
    rest = re.sub(
        rf"{P}|{B}|、|和|及|以及|；|，|等|有关|部门|负责人|负责同志|同志|人|领导|陪同人员|主要|还有|的|夫人|中央|单位|分别|与|在",
        "",
        words,
    )
    return len(rest) <= 8


def _meant(what: str, found: list[Draft], *, spouse: bool = False) -> Draft | None:
    """The happening that 参加会见, 陪同调研, 参加上述活动 mean; a `spouse` comes along on the whole journey."""
    happenings = [d for d in found if d.type != "statement"]
    for word, kind in _TYPE:
        if word in what:
            if not kind:
                break
            hit = next((d for d in happenings if d.type == kind), None)
            if hit is not None:
                return hit
            if kind in {"meeting", "ceremony"} and len(what) > _NAMED_IN_FULL:
                return None  # 参加某项目的签约仪式 is a deed of its own
            if kind in {"inspection", "condolence"}:
                other = next((d for d in happenings if d.type in {"inspection", "condolence"}), None)
                if other is not None:
                    return other
    if what.startswith(("出席", "列席")):
        hit = next((d for d in happenings if d.type in {"meeting", "ceremony"}), None)
        if hit is not None:
            return hit
    open_to_all = [
        d
        for d in happenings
        if d.people("lead", "preside", "attend") and d.type != "award" and not _is_letter(d)
    ]
    stays = [d for d in open_to_all if d.type != "trip" or spouse]
    return next(iter(stays or open_to_all), None)


def _is_letter(draft: Draft) -> bool:
    """Nobody takes part in a telegram or letter but who writes and who gets it."""
    return draft.type == "call" and "话" not in draft.trigger and "连线" not in draft.trigger


def _role(how: str, what: str) -> str:
    if any(word in how for word in _ESCORTING) or "同机" in what or "陪同" in what:
        return "accompany"
    return "attend"
