"""Openings, sittings and lectures: assemblies told by a deed of their own (宣布开幕, 一起审议, 作讲座)."""

from __future__ import annotations

import re

from kg.extract.events.assembly_words import denied, name_of
from kg.extract.events.casting import Group
from kg.extract.events.drafts import Draft
from kg.extract.events.outline import PERSONS, B, Outline, P, T
from kg.extract.events.roles import subject

Found = list[tuple[int, int, Draft]]  # start and end of the words that say so, draft


def find_sittings(outline: Outline, until: int, people: list[Group]) -> Found:
    """Whatever a sentence tells of these."""
    found = _opened(outline, until, people) + _with_deputies(outline, until, people)
    return found + _deliberating(outline, until, people) + _lectures(outline, until, people)


_OPENING = re.compile(
    r"宣布(?P<what>[^，。；“]{0,24}?)(?P<how>正式)?(?P<act>开始|开幕|闭幕|启动|开工|奠基|通车|开馆|开赛|揭牌|投产)|(?P<oath>监誓|领誓)|为(?P<plate>[^，。；]{0,24})(?P<cover>揭牌|揭幕|剪彩|奠基)"
)


def _opened(outline: Outline, until: int, people: list[Group]) -> Found:
    """宣布开工, 宣布仪式开始, 监誓, 为…揭牌: who opens leads a ceremony; who only calls it open presides."""
    words = outline.words
    found = []
    for match in _OPENING.finditer(words):
        who = subject(people, match.start(), words)
        if who is None or match.start() > until:
            continue
        trigger = match["act"] or match["oath"] or match["cover"]
        what = match["what"] or ""
        role = _part_of_opener(match, what)
        kind = (
            "meeting"
            if (what.endswith(("会", "会议", "论坛")) and not _GAMES.search(what))
            or (what == "活动" and match["act"] == "开幕")
            else "ceremony"
        )
        draft = Draft(kind, trigger, [], "gatherings-opened/1", noun=_opened_noun(match, what, trigger))
        for sign in who.signs:
            draft.put(outline.person(sign), role)
        for sign in re.findall(B, match["plate"] or ""):
            draft.bodies.setdefault(outline.body(sign).name, "target")
        found.append((match.start(), match.end(), draft))
    return found


_WITH_DEPUTIES = re.compile(
    "[同与和](?:[^，。；]{0,8}的)?(?:人大)?(?:代表|委员)们?一(?:起|道)(?P<what>审议|讨论)"
)


def _with_deputies(outline: Outline, until: int, people: list[Group]) -> Found:
    """来到他所在的某某代表团，同代表们一起审议…: a sitting that he attends."""
    found = []
    for match in _WITH_DEPUTIES.finditer(outline.words, 0, until):
        who = subject(people, match.start(), outline.words)
        if who is None or denied(outline.words, match.start()):
            continue
        draft = Draft("meeting", match["what"], [], "gatherings-joined/1", noun=match["what"])
        for sign in who.signs:
            draft.put(outline.person(sign), "attend")
        found.append((match.start(), match.end(), draft))
    return found


# 某某在湖北代表团审议时说; the verb 参加 tells the others
_DELIBERATING = re.compile(
    f"{P}(?:同志)?{T}?在(?P<what>[^，。；{PERSONS}参]{{1,12}}代表团(?:小组)?(?:审议|讨论))时"
)


def _deliberating(outline: Outline, until: int, people: list[Group]) -> Found:
    """某某在代表团审议时说: a sitting that the speaker attends."""
    found = []
    for match in _DELIBERATING.finditer(outline.words):
        if match.start() < until:
            name = name_of(match["what"], outline)
            draft = Draft("meeting", name, [], "gatherings-joined/1", noun=name)
            draft.put(outline.person(match.group()[0]), "attend")
            found.append((match.start("what"), match.end("what"), draft))
    return found


_LECTURES = re.compile(
    "[作做]了?(?:一场)?(?:题为[^，。；]{2,120}?的?)?(?:专题|辅导|学术|形势)?(?:讲座|辅导报告|形势报告)"
)


def _lectures(outline: Outline, until: int, people: list[Group]) -> Found:
    """作了题为《…》的讲座: who gives it."""
    found = []
    for match in _LECTURES.finditer(outline.words, 0, until):
        who = subject(people, match.start(), outline.words)
        if who is not None:
            draft = Draft("lecture", "讲座", [], "gatherings-lecture/1")
            for sign in who.signs:
                draft.put(outline.person(sign), "lead")
            found.append((match.start(), match.end(), draft))
    return found


_GAMES = re.compile("运动会|全运会|健身大会|艺术节|电影节|文化节|博览会|展览会")  # opened with a ceremony


def _part_of_opener(match: re.Match[str], what: str) -> str:
    """Who declares an assembly open presides over it; who opens games or works, or unveils, leads the ceremony."""
    if _GAMES.search(what):
        return "lead"
    return "preside" if match["act"] == "开始" or "会" in what or what == "活动" else "lead"


def _opened_noun(match: re.Match[str], what: str, trigger: str) -> str:
    if match["oath"] or match["act"] == "开始":
        return ""
    return what if what in {"活动", "大会", "会议"} else trigger  # the one told of before
