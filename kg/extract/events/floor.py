"""Who takes the floor at an assembly, by the words that bring what was said there."""

from __future__ import annotations

import re

from kg.extract.events.assembly_words import kind_of, name_of, nouns
from kg.extract.events.cases import Case
from kg.extract.events.casting import Group, in_a_row
from kg.extract.events.drafts import Draft
from kg.extract.events.outline import PERSONS, B, Outline, P, T
from kg.extract.events.roles import subject

_FLOOR = re.compile(
    r"(?:发了?言|发表了?意见|[作做]了?关于[^，。；]{0,160}?的?(?:说明|汇报|报告|解释)|[作做](?:了|的)?[^，。；]{0,12}(?:汇报|说明|报告|讲解|总结|发言|部署)|致(?:开幕|闭幕|欢迎|答谢|贺)?[辞词]|宣读|[欢齐共]聚一堂|向[^，。；]{1,12}汇报|在主席台[^，。；]{0,10}就座|(?<=委托，.)报告了|在(?:总结|闭幕|开幕|主旨|大会)?(?:讲话|致辞|发言)中|在(?:[^，。；的]{0,4}(?:座谈会|会议|大会|纪念会)|会)上(?!的)|担任评议人|介绍了[^，。；]{0,14}(?:情况|经验|做法|进展|成果)|演讲|回答[^，。]{0,8}提问)"
)
_TELLS_OF = re.compile("介绍了?")  # at an assembly only where it has just been told of
_LONG_AGO = re.compile("曾(?!经理)|当年|那年|那时")
_TIME = re.compile(T)
# 在B举行的会议上，某某表示 / 某某17日在会议上表示
_THERE = re.compile(
    rf"(?:^|[，。])(?:{T}|[^，。；：{PERSONS}]{{0,12}}?)在(?P<before>[^，。；：{PERSONS}]{{2,60}})上，(?={P})"
    rf"|{P}(?:{T}|日前|近日|当天|上午|下午)*在(?P<behind>[^，。；：{PERSONS}]{{2,60}}?)上(?:就[^，。；]{{1,24}})?"
    r"(?=强调|指出|表示|说|称|透露|介绍|发言|致辞|致词|演讲|讲话|宣布|发表|作|做|坦言|呼吁|提出|认为|回应)"
)


def speaks_there(outline: Outline, until: int, people: list[Group], *, here: bool = True) -> list[str]:
    """The signs of those who take the floor at the assembly that is being told of.

    `here` says that it was told of in this paragraph or the one before: who 介绍 something then does so there.
    """
    words = outline.words[:until]
    signs = [
        sign for group in people if group.case is Case.HEARD and group.end <= until for sign in group.signs
    ]
    takes = [*_FLOOR.finditer(words), *(_TELLS_OF.finditer(words) if here else ())]
    for match in takes:
        who = subject(people, match.start(), words)
        if who is not None:
            signs += [s for g in in_a_row(words, [g for g in people if g.end <= who.end]) for s in g.signs]
    return signs


_IN_THE_CHAIR = re.compile(rf"在({P})(?:同志)?(?:的)?主持下")


def chairs_there(outline: Outline, until: int) -> list[str]:
    """The signs of those in whose chair the assembly that is being told of goes on (会议在某某主持下进行)."""
    return _IN_THE_CHAIR.findall(outline.words[:until])


def spoken_at(
    outline: Outline, until: int, people: list[Group], path: str = "", *, dated: bool = False
) -> list[tuple[int, int, Draft]]:
    """The assembly at which somebody is said to speak, as (start, end of its words, draft).

    With no day at all it is told in passing: one in the sentence, or that of the story (`dated`) for 在…会上，某某….
    """
    words = outline.words[:until]
    match = _THERE.search(words) if people and "上" in words else None
    if match is None or not (_TIME.search(words, 0, match.end()) or (dated and match["before"])):
        return []
    if _LONG_AGO.search(words, 0, match.end() + 4):
        return []
    what = match["before"] or match["behind"]
    named = list(nouns(path).finditer(what))
    if not named or len(what) - named[-1].end() > 2:
        return []
    name, kind = name_of(what[: named[-1].end()], outline), kind_of(named[-1]["noun"], path)
    if kind == "activity":  # who says something to the press does no more than say it
        return []
    draft = Draft(kind, name, [], "floor-spoken/1", noun=name)
    sign = words[match.end()] if match["before"] else match.group()[0]
    group = next((g for g in people if sign in g.signs), None)
    if group is None or group.case is not Case.SUBJECT:
        return []
    for one in group.signs:
        draft.put(outline.person(one), "attend")
    for body in re.findall(B, what):
        draft.bodies.setdefault(outline.body(body).name, "host")
    return [(match.start(), match.start() + 1 + len(what), draft)]
