"""Meetings, ceremonies and other assemblies: who called, led and came to them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.extract.casting import _OBJECT_VERB, Case, Group, in_a_row
from kg.extract.drafts import Draft
from kg.extract.frames import _escorts, subject
from kg.extract.outline import B, P, PRIVATE, Outline
from kg.lexicon.triggers import triggers

_VERB = r"参会|与会|主持召开|召集并主持|主持|召开|举行|出席|参加|列席|召集|应邀出席|亮相|会上|举办"
_LEADING = frozenset({"主持召开", "召集并主持", "主持", "召开", "召集"})
_COMING = frozenset({"出席", "参加", "列席", "应邀出席", "亮相", "参会", "与会"})
_SPEAKING = re.compile(
    rf"在(?:[^，。；]{{0,30}}?)(?P<noun>NOUNS|会)上(?:[^，。；]{{0,12}})(?:发言|讲话|作[^，。]{{0,8}}(?:报告|说明|发言|汇报)|致辞|介绍|汇报|宣读|演讲|发表)"
    r"|(?:先后|分别|作(?:了)?(?:交流|表态|典型|重点)?|视频)发(?:了)?言|作(?:了)?(?:工作|情况|专题)?(?:汇报|说明|报告|讲解|总结)"
)


@dataclass(frozen=True, slots=True)
class _Patterns:
    going: re.Pattern[str]
    held: re.Pattern[str]
    nouns: str


@cache
def _patterns(path: str) -> _Patterns:
    nouns = "|".join(sorted(triggers(path).gatherings, key=len, reverse=True))
    # the noun ends the phrase: 会议 in 会议室 or 大会堂 is none
    tail = r"(?!厅|室|堂|场馆|中心|精神|者|记录|纪要|期间|代表|员|组|团|会|馆|报告|制度|机制|听取的)"
    return _Patterns(
        re.compile(rf"(?P<verb>{_VERB})(?:了)?(?P<what>[^，。；：]{{0,60}}?(?P<noun>{nouns}){tail}(?:第[^，。；]{{1,12}}?会议|开幕式|闭幕式|开幕会|闭幕会)?)?"),
        re.compile(rf"(?P<what>[^，。；：]{{0,60}}?(?P<noun>{nouns}){tail})(?P<mid>[^，。；：]{{0,24}}?)(?P<verb>举行|召开|开幕|闭幕|举办|开班|启动)"),
        nouns,
    )


def find_gatherings(outline: Outline, until: int, people: list[Group], path: str = "") -> list[tuple[int, int, Draft]]:
    """The assemblies that a sentence tells of, as (start, end of the words that say so, draft)."""
    found = _going(outline, until, people, path)
    found += _opened(outline, until, people)
    if not found:
        found = _held(outline, until, path)
    return found


_OPENING = re.compile(
    r"宣布(?P<what>[^，。；“]{0,24}?)(?P<how>正式)?(?P<act>开始|开幕|闭幕|启动|开工|奠基|通车|开馆|开赛|揭牌|投产)|(?P<oath>监誓|领誓)|为(?P<plate>[^，。；]{0,24})(?P<cover>揭牌|揭幕|剪彩|奠基)"
)


def _opened(outline: Outline, until: int, people: list[Group]) -> list[tuple[int, int, Draft]]:
    """宣布开工, 宣布仪式开始, 监誓, 为…揭牌: who opens leads a ceremony; who only calls it open presides."""
    words = outline.words
    found = []
    for match in _OPENING.finditer(words):
        who = subject(people, match.start())
        if who is None or match.start() > until:
            continue
        trigger = match["act"] or match["oath"] or match["cover"]
        role = "preside" if match["act"] == "开始" or match["what"] and "会" in match["what"] or match["what"] == "活动" else "lead"
        kind = "meeting" if match["what"] and match["what"].endswith(("会", "会议")) else "ceremony"
        draft = Draft(kind, trigger, [], "gatherings-opened/1")
        for sign in who.signs:
            draft.put(outline.person(sign), role)
        for sign in re.findall(B, match["plate"] or ""):
            draft.bodies.setdefault(outline.body(sign).name, "target")
        found.append((match.start(), match.end(), draft))
    return found


def _kind(noun: str, path: str) -> str:
    return triggers(path).gatherings.get(noun, "meeting")


def _going(outline: Outline, until: int, people: list[Group], path: str) -> list[tuple[int, int, Draft]]:
    words = outline.words
    found: list[tuple[int, int, Draft]] = []
    for match in _patterns(path).going.finditer(words, 0, until):
        verb = match["verb"]
        who = subject(people, match.start())
        escorted = who is not None and words[who.end : match.start()]
        if who is None or not match["noun"] and verb not in {"主持", "参会", "与会"} or _denied(words, match.start()):
            continue
        if match["what"] and re.search(f"[{P[1:-1]}]", match["what"]):
            continue
        if escorted and re.search("。|；", escorted) or not match["noun"] and not re.match("[，。了并]|$", words[match.end() :]):
            continue
        if _OBJECT_VERB.search(words[who.end : match.start()].rpartition("，")[2]):
            continue
        noun = match["noun"] or ""
        kind = _kind(noun, path) if noun else "meeting"
        if re.search("开幕式|闭幕式|[^会]仪式", match.group()[-8:]):
            kind = "ceremony"
        if verb == "举行" and kind == "meeting" and noun in {"讨论", "审议"}:
            continue
        role = "preside" if verb in _LEADING else "attend" if verb in _COMING else "lead"
        draft = Draft(kind, _label(match, words), [], f"gatherings-{'led' if verb in _LEADING else 'joined'}/1", noun=_name(match["what"] or ""))
        for group in in_a_row(words, [g for g in people if g.end <= who.end]):
            for sign in group.signs:
                draft.put(outline.person(sign), role)
        draft.open_list |= who.open
        _escorts(outline, people, draft, (0, until))
        guest = re.match(rf"，?(?:热烈)?欢迎[^，。；]{{0,24}}?({P})", words[match.end() : until])
        if guest is not None and kind == "ceremony":
            draft.put(outline.person(guest[1]), "attend")
            draft.noun += "欢迎"
        for sign in re.findall(B, match["what"] or ""):
            draft.bodies.setdefault(outline.body(sign).name, "host")
        found.append((match.start(), match.end(), draft))
    return found


def _held(outline: Outline, until: int, path: str) -> list[tuple[int, int, Draft]]:
    """座谈会20日在京举行; B召开会议."""
    words = outline.words
    match = _patterns(path).held.search(words, 0, until)
    if match is None:
        match = re.compile(rf"(?P<what>{B})(?P<mid>[^，。；：]{{0,24}}?)(?P<verb>召开|举行|举办)(?:了)?(?P<rest>[^，。；：]{{0,40}}?(?P<noun>{_patterns(path).nouns}))").search(words, 0, until)
    if match is None or _denied(words, match.start("verb")):
        return []
    draft = Draft(_kind(match["noun"], path), _name(match["what"]) + match["verb"], [], "gatherings-held/1", noun=_name(match["what"]))
    for sign in re.findall(B, match.group()):
        draft.bodies.setdefault(outline.body(sign).name, "host")
    for chain in re.finditer(rf"({B}(?:(?:、|和|与|及|以及){B})*)(?:等)?[^，。]{{0,6}}(?:主办|承办|协办)", words):
        for sign in re.findall(B, chain[1]):
            draft.bodies[outline.body(sign).name] = "organizer"
    return [(match.start(), match.end(), draft)]


def _denied(words: str, start: int) -> bool:
    return words.endswith(("没有", "未", "不", "拒绝", "取消", "没", "无法", "不能", "缺席", "曾", "邀请", "希望", "有意", "打算", "刚刚", "结束"), 0, start)


def _label(match: re.Match[str], words: str) -> str:
    return match["verb"] + _name(match["what"] or "")


def _name(what: str) -> str:
    return PRIVATE.sub("", what).strip("、，的了在")[-24:]


_HEARD = re.compile(r"听取(?:了)?")


def speaks_there(outline: Outline, until: int, people: list[Group]) -> list[str]:
    """The signs of those who take the floor at the assembly that is being told of."""
    words = outline.words[:until]
    signs = [sign for group in people if group.case is Case.HEARD and group.end <= until for sign in group.signs]
    for match in re.finditer(r"(?:发了?言|作(?:了|的)?[^，。；]{0,12}(?:汇报|说明|报告|讲解|总结|发言)|致辞|致词|宣读|介绍了?|演讲|回答[^，。]{0,8}提问)", words):
        who = subject(people, match.start())
        if who is not None:
            signs += [s for g in in_a_row(words, [g for g in people if g.end <= who.end]) for s in g.signs]
    return signs
