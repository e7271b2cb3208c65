"""Talks, telegrams and telephone calls: who met or wrote to whom."""

from __future__ import annotations

import re

from kg.extract.events.cases import Case
from kg.extract.events.casting import Group
from kg.extract.events.drafts import Draft
from kg.extract.events.outline import PERSONS, B, Outline, P, T
from kg.extract.events.roles import SIGN, behind, bodies_act, cast, clause, escorts, reaches, subject
from kg.extract.time.dates import NOWHEN

# words that also mean a chat, or a meeting of bodies: only with somebody to meet
_NEEDS_COUNTERPART = frozenset(
    "交换意见 交换了意见 会晤 会谈 双边会见 交谈 见面 通话 会面 磋商 拜访 面谈 探访 打电话 视频连线 晤谈".split()
)
_UNNAMED = re.compile(r"[与同][^，。]{2,24}[长人员统理相表层][^，。]{0,4}$")
_PEERS = re.compile(
    "[与同][^，。]{2,24}(?:外长|总统|总理|首相|主席|国王|部长|领导人)[^，。]{0,2}$"
)  # who are not named
_CHAIRED = re.compile("(?:共同|联合)?主持(?:了|召开)?(?:第)?[^，。；和并]{0,30}$")
_BY_VIDEO = re.compile(
    "(?:方式|形式)?[^，。；]{0,8}(?:出席|见证|参加|举行|会谈|会见|会晤|发表|致辞)"
)  # 以视频连线方式共同出席仪式: how, not what
_REPORTING = re.compile("述职|听取[^，。；]{0,40}汇报")  # 以视频连线方式听取某某述职
_LETTER = frozenset({"回信", "复信", "来信", "去信"})
_TOGETHER = ("共同", "联名", "联合", "一道")
_BESIDE = ("一道", "共同", "一起", "一同")  # 同A一道会见: both meet somebody else
_VISITING = re.compile(rf"(?:到访|来访|来华|访华|访问)[^，。；{PERSONS}]{{0,40}}的({P})")


def meets(outline: Outline, start: int, end: int, people: list[Group], draft: Draft) -> bool:
    """会见A、B; 同A举行会谈; A和B会谈."""
    words = outline.words
    span = clause(words, start, end)
    who = subject(people, start, words)
    if who is None:
        return False
    if draft.trigger.startswith("交换") and _BY_PHONE.search(words, 0, start):
        return False  # 同A通电话，就…交换意见
    host = _received(words, start, people)
    if host is not None:
        guest = subject([g for g in people if g is not host], host.start, words)
        cast(outline, draft, host, "lead")
        if guest is not None:
            cast(outline, draft, guest, "counterpart")
        return True
    if _CHAIRED.search(words, max(0, start - 40), start):
        return _chairs(outline, start, who, people, draft)
    cast(outline, draft, who, "lead")
    for group in people:
        if group.case is Case.WITH and span[0] <= group.start < start:
            beside = words.startswith(_BESIDE, group.end) and start - group.end <= 4
            cast(outline, draft, group, "lead" if beside else "counterpart")
        elif behind(group, words, end, span):
            cast(outline, draft, group, "counterpart")
    for group in _and_others(people, words, end):
        cast(outline, draft, group, "counterpart")
    escorts(outline, people, draft, span)
    if not draft.people("counterpart") and not words.endswith(_BESIDE, 0, start):
        for sign in who.signs[1:]:
            draft.parts[outline.person(sign).name].role = "counterpart"
    if draft.trigger in _NEEDS_COUNTERPART and not draft.people("counterpart"):
        return bool(_UNNAMED.search(words, 0, start))
    return True


def _and_others(people: list[Group], words: str, end: int) -> list[Group]:
    """分别会见了A，B，C: who goes on with the list behind commas; a verb behind one of them ends it."""
    listed = [g for g in people if g.start >= end and reaches(words, end, g.start)][-1:]
    for group in people if listed else ():
        last = listed[-1]
        if group.start > last.start and _COMMA.fullmatch(words, last.end, group.start):
            if not _LIST_GOES_ON.match(words, group.end):
                return []  # B，C，D参加: those behind the comma came along
            listed.append(group)
    return listed[1:]


_COMMA = re.compile("，(?:以及)?")
_LIST_GOES_ON = re.compile("[，。；、]|$")


def _received(words: str, start: int, people: list[Group]) -> Group | None:
    """A受到B接见: B, by whom the subject is received."""
    return next(
        (g for g in people if 0 <= start - g.end <= 3 and _BY.search(words, max(0, g.start - 8), g.start)),
        None,
    )


_BY_PHONE = re.compile("通电话|通话|致电|致函|电话")
_BY = re.compile("(?:受到|得到|获得?)了?(?:时任|原|前)?$")


def _chairs(outline: Outline, start: int, who: Group, people: list[Group], draft: Draft) -> bool:
    """A同B共同主持…第三次会晤: a meeting of bodies, chaired by both."""
    draft.type = "meeting"
    cast(outline, draft, who, "preside")
    for group in people:
        if group.case is Case.WITH and who.end <= group.start < start:
            cast(outline, draft, group, "preside" if "共同" in outline.words[group.end : start] else "attend")
    return True


def writes(outline: Outline, start: int, end: int, people: list[Group], draft: Draft) -> bool:
    """向A致电; 致电A; 同A通电话; A、B致电C."""
    words = outline.words
    if draft.trigger == "互致" and not re.match("[^，。]{0,8}[电信函]", words[end:]):
        return False
    if draft.trigger == "视频连线" and _BY_VIDEO.match(words, end):
        return False
    if draft.trigger in _LETTER and words.startswith(("、", "》"), end):
        return False
    span = clause(words, start, end)
    who = subject(people, start, words)
    if who is not None:
        cast(outline, draft, who, "lead")
    together = words.endswith(_TOGETHER, 0, start)
    for group in people:
        before = span[0] <= group.start < start and group.case in {Case.WITH, Case.TO}
        if before and together and group.case is Case.WITH:
            cast(outline, draft, group, "lead")
        elif before or behind(group, words, end, span):
            cast(outline, draft, group, "counterpart")
    congratulated = _CONGRATULATES.match(words, end)
    if congratulated is not None and not draft.people("counterpart"):
        draft.put(outline.person(congratulated[1]), "counterpart")
    if draft.trigger == "视频连线" and _REPORTING.search(words, end, span[1]):
        draft.type = "talks"
        for group in people:
            if end <= group.start < span[1] and group.case is Case.HEARD:
                cast(outline, draft, group, "counterpart")
    if draft.trigger in _NEEDS_COUNTERPART and not draft.people("counterpart"):
        return who is not None and bool(_PEERS.search(words, who.end, start))
    to_body = _TO_BODY.match(words, end) if who is None and _LEADERS.search(words, 0, start) else None
    if to_body is not None:
        draft.bodies[outline.body(to_body[1]).name] = "participant"
        return True
    if who is None and draft.trigger.startswith("发"):
        to = words.find("向", span[0], start)
        return bodies_act(outline, draft, words[span[0] : to if to >= 0 else start]) >= 0
    return bool(draft.parts)


# 外国政党领导人致电致函某部: who they are their words tell
_LEADERS = re.compile("(?:领导人|政要|人士|首脑)[^，。；]{0,6}$")
_TO_BODY = re.compile(f"(?:[、或和及]|致?[电函信]){{0,4}}({B})")
# 致电或致函，热烈祝贺A当选; 致电致函等方式，祝贺A连任
_CONGRATULATES = re.compile(
    rf"(?:[、或和及]|致?[电函信]){{0,4}}(?:等(?:多种)?(?:方式|形式))?，?(?:热烈|衷心|诚挚)?祝贺({P})(?=当选|连任|就任|再次|获选)"
)


def spoken_while_meeting(outline: Outline, until: int, people: list[Group]) -> list[tuple[int, int, Draft]]:
    """「在会见A时，C说」, 「同A会谈时，C说」, 「C在会见A时说」: the talks, as (start, end of the word, draft)."""
    words = outline.words
    match = _WHILE.search(words, 0, until) if len(people) > 1 else None
    if match is None:
        return []
    verb = "verb" if match["verb"] else "verb2"
    met = [g for g in people if match.start("at") <= g.start < match.end() and g.case is not Case.INVITER]
    hosts = [g for g in people if g not in met and g.case is Case.SUBJECT and g.end <= until]
    if not hosts or not met:
        return []
    draft = Draft("talks", match[verb], [], "encounters-spoken/1")
    cast(outline, draft, hosts[0], "lead")
    for group in met:
        cast(outline, draft, group, "counterpart")
    return [(match.start(verb), match.end(verb), draft)]


_WHILE = re.compile(
    rf"(?:^|(?<=[，。])|(?<={P})|(?<={T})|(?<=[上下]午))(?P<at>在|(?<![\s\S])(?=会见|接见|会晤|[同与]{P}))(?:[^，。；{PERSONS}]{{0,12}})?"
    rf"(?:(?P<verb>会见|接见|会晤)[^，。；]{{0,40}}{P}[^，。；]{{0,6}}时"
    rf"|[与同][^，。；]{{0,30}}{P}(?:分别|先后)?(?P<verb2>会谈|会晤|会见|会面|举行会谈)[时后中])"
)


_ROW = re.compile(f"{P}(?:[、和]{P})*")


def guests(outline: Outline) -> Draft | None:
    """会见到访的A: A is on a journey, of which no day is said."""
    match = _VISITING.search(outline.words)
    if match is None:
        return None
    trip = Draft("trip", "来访", [], "guests/1")
    row = _ROW.match(outline.words, match.start(1))
    for sign in SIGN.findall(row.group() if row else ""):
        trip.put(outline.person(sign), "lead")
    here = "华" in match.group() or (match.group()[:2] in {"来访", "到访"} and "我国" in outline.words)
    trip.places, trip.when = ("中国",) if here else (), NOWHEN
    return trip
