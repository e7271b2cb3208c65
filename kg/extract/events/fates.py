"""What happens to people: deaths, investigations and sanctions, and where their units lie."""

from __future__ import annotations

import re

from kg.extract.events.cases import Case
from kg.extract.events.casting import Group, in_a_row
from kg.extract.events.drafts import Draft
from kg.extract.events.outline import BODIES, PERSONS, B, Outline, P, T, X
from kg.extract.events.roles import BODY, cast, clause, subject
from kg.extract.places import names_in
from kg.extract.time.dates import NOWHEN
from kg.lexicon.places import places

_SUPPOSED = re.compile(
    "(?:如果|如有|尽快|要求|促请|应否|是否|会否|倘|若|一旦|假如|可能|或会|或将|有机会|避免|以免)[^，。；]{0,16}$"
)
_HELD_TO_ACCOUNT = re.compile("被|受到?|遭|予以|给予|进行|启动|实施|严肃|依规|依纪|对")
_YEARS_AGO = re.compile("[\\d一二三四五六七八九十百]{1,4}周年")  # 今年是某某逝世10周年
_PENALTY = re.compile("[^，。]{0,8}(?:有期徒刑|无期徒刑|死刑|拘役|处分|警告|开除|罚金)")
_DECIDER = re.compile(
    rf"({B})(?=(?:依法|进行|今天|日前|近日|对|给予|以|决定|作出|宣布|常务?委?|第|一审|二审|[\ue800-\uebff]|[^，。]{{0,6}}$))"
)
_GIVES_ON = re.compile("[；，](?:并)?给予(?:[原前])?$")
_ONLY_CITED = re.compile(r"(?:依据|按照|根据|并报|报)[^，。]{0,2}$|[在于向对]$")
_PROPOSER = re.compile(rf"由({B})(?=报)")
_COURTS = ("法院", "法庭", "检察院")
_STILL_HIM = re.compile("(?:给予|对)[其他她]")  # 给予A处分；由B报C批准给予其处分
_PUNISHED = re.compile(rf"了?({B}(?:[、和与及]{B})*)(?=[，。；等]|$)")
_DONE_BY = re.compile(
    rf"[被遭获由][^，。；{PERSONS}{BODIES}]{{0,4}}({B}(?:[、和与]{B})*)[^，。；{PERSONS}]{{0,10}}$"
)  # A被B拘捕
_AGAINST_BODY = re.compile(rf"对({B}(?:[、和与及]{B})*)[^，。；]{{0,24}}$")
_FORBIDDEN = re.compile(rf"[^，。；]{{0,16}}禁止({B}(?:[、和与及]{B})*)")
# 对一批责任人实施问责: nobody who is named
_UNNAMED = re.compile(rf"(?<!因)对[^，。；被受{PERSONS}]{{1,20}}$")
_KIN = re.compile(
    "(?:[父母]亲|妻子|丈夫|[儿孩]子|女儿|哥哥|弟弟|姐姐|妹妹|战友|同胞|同志们)$"
)  # who is not named
_JUDGING = ("法官", "裁判官", "检察官", "律师", "警司", "督察", "检察长")
_UNIT_TOWN = re.compile("(?:^|[、，县市区])([一-龥]{2,3}(?:镇|乡|街道))(?=党|政|人|原|长|纪|副|书|镇|乡)")
_ON_BODIES = frozenset({"制裁", "出口管制", "禁令", "禁运", "拒绝令"})
# 某某率队拘捕示威者: nobody who is named
_DONE_TO_OTHERS = frozenset({"拘捕", "逮捕", "批捕", "拘留", "问责", "处罚", "起诉"})
_OTHERS = re.compile("(?:了)?[一-龥](?<![后时并及归的以和])")
_DESCRIBED = re.compile("了[^，。；：了时后]{0,24}")
_SUFFERED = re.compile("[被遭获受][^，。；]{0,8}$")
_REMAINS = re.compile(rf"({P}|{X})(?:同志|先生|院士|女士|烈士)?的?(?:遗体|骨灰|灵柩)")
_AT_THE_GRAVE = re.compile("公墓|殡仪馆|遗体|哀乐|灵堂|八宝山")
_TOPIC = re.compile(rf"(?<={P})(?:{T})?(?:就|对)[^，。；]*$")
_FAR = 24  # signs between the dead and the word


def suffers(outline: Outline, start: int, end: int, people: list[Group], draft: Draft) -> bool:
    """A受到处分; 给予A、B开除党籍处分; 对A立案审查; A逝世."""
    words = outline.words
    if _SUPPOSED.search(words, max(0, start - 20), start) or _YEARS_AGO.match(words, end):
        return False
    if draft.trigger == "问责" and not _HELD_TO_ACCOUNT.search(words, max(0, start - 12), start):
        return False  # 要求特首问责
    span = clause(words, start, end)
    topic = _TOPIC.search(words, span[0], start) if draft.type in {"death", "investigation"} else None
    if topic is not None and not any(topic.start() < g.start < start for g in people):
        return False  # 某某就公民遇害作出批示
    if (
        draft.trigger in _DONE_TO_OTHERS
        and _OTHERS.match(words, end)
        and not _SUFFERED.search(words, 0, start)
        and not any(_does_to(draft, words, end, g, span) for g in people)
    ):
        return False
    before = [g for g in people if g.end > span[0] and g.end <= start]
    if not before and _STILL_HIM.search(words, span[0], start):
        before = [g for g in people if g.end <= span[0]][-1:]
    if draft.trigger in _ON_BODIES:
        before = [g for g in before if g.case is Case.TO]
    if not _targets(outline, start, end, span, people, before, draft):
        return False
    _issuers(
        outline, max(0, words.rfind(draft.trigger, 0, start)), before[0].start if before else start, draft
    )
    last = before[-1].end if before else 0
    for body in _PROPOSER.finditer(words, last, start):  # …；由B报C批准给予其处分
        draft.bodies.setdefault(outline.body(body[1]).name, "issuer")
    by = _DONE_BY.search(words, last, start) if draft.type != "death" else None
    for sign in BODY.findall(by[1]) if by is not None else ():
        draft.bodies.setdefault(outline.body(sign).name, "issuer")
    if not draft.parts:
        return draft.type == "sanction" and _against_body(outline, span[0], start, end, draft)
    if draft.type == "sanction" and all(map(_decides_at_home, draft.bodies)):
        draft.homes.update(homes_of(outline, [s for g in before for s in g.signs]))
    return True


def _does_to(draft: Draft, words: str, end: int, group: Group, span: tuple[int, int]) -> bool:
    """逮捕了47岁的某站创始人A: whom a verb reaches that does it to others."""
    if draft.trigger not in _DONE_TO_OTHERS or not end < group.start < span[1]:
        return False
    return _DESCRIBED.fullmatch(words, end, group.start) is not None


_LEAVING = re.compile("机场|车站|舷梯|码头")  # 到机场送别


def mourns(outline: Outline, start: int, end: int, people: list[Group], draft: Draft) -> bool:
    """A来到B的遗体前肃立默哀; B的遗体火化; A到公墓送别: the farewell, of the dead and of those who came."""
    words = outline.words
    if draft.trigger == "送别" and _LEAVING.search(words):
        draft.type, draft.trigger, draft.rule = "activity", "送行", "mourns-leaving/1"
        who = subject(people, start, words)
        for group in in_a_row(words, [g for g in people if g.end <= who.end]) if who else ():
            cast(outline, draft, group, "lead")
        return who is not None
    remains = _REMAINS.search(words)
    dead = outline.person(remains[1]) if remains is not None else None
    if dead is None and (draft.trigger == "火化" or not _AT_THE_GRAVE.search(words)):
        return False
    who = subject(people, start, words)
    if who is not None:
        for group in in_a_row(words, [g for g in people if g.end <= who.end]):
            cast(outline, draft, group, "attend")
    if dead is not None:
        draft.parts.pop(dead.name, None)
        draft.put(dead, "target")
    draft.noun = "送别"
    if not re.search(T, words):
        draft.when = NOWHEN  # not the day of the death that was told just before
    return bool(draft.parts)


def _targets(
    outline: Outline,
    start: int,
    end: int,
    span: tuple[int, int],
    people: list[Group],
    before: list[Group],
    draft: Draft,
) -> bool:
    """Cast whom it happens to; False where the sentence only speaks of somebody's death to others."""
    words = outline.words
    after = [g for g in people if end <= g.start < span[1]]
    if (
        draft.type != "death"
        and after
        and (after[0].start == end or _does_to(draft, words, end, after[0], span))
    ):
        cast(outline, draft, after[0], "target")
        for group in after[1:]:  # 分别判处A有期徒刑十一年，B有期徒刑七年
            if words[group.start - 1] in "，、" and _PENALTY.match(words, group.end):
                cast(outline, draft, group, "target")
        return True
    if not before:
        return True
    last = before[-1]
    if _UNNAMED.search(words, last.end, start) or _KIN.search(words, last.end, start):
        return False
    if draft.type == "death" and (
        (last.case in {Case.TO, Case.WITH} and last.end < start)
        or start - last.end > _FAR * (1 + ("不幸" in words[last.end : start]))
    ):
        return False
    for group in in_a_row(words, before):
        if not all(outline.title(sign).endswith(_JUDGING) for sign in group.signs):
            cast(outline, draft, group, "target")
    return True


def _issuers(outline: Outline, first: int, until: int, draft: Draft) -> None:
    """Who decides: the bodies in front, but for those that did the same to others earlier in the sentence."""
    if draft.type == "death":
        return  # 掌管某组织的某某身亡: no body decides it
    words = outline.words[:until]
    for body in _DECIDER.finditer(words, first):
        name = outline.body(body[1]).name
        if draft.trigger.startswith("被") and not name.endswith(_COURTS):
            continue  # 某会、其主席A被控: it suffers the same, or employs whoever suffers
        if not _ONLY_CITED.search(words, 0, body.start()):
            draft.bodies.setdefault(outline.body(body[1]).name, "issuer")
    for body in _PROPOSER.finditer(words, first):
        draft.bodies.setdefault(outline.body(body[1]).name, "issuer")
    if not draft.bodies and _GIVES_ON.search(words):  # B给予A处分；给予A处分
        for body in list(_DECIDER.finditer(words, 0, until))[:1]:
            draft.bodies[outline.body(body[1]).name] = "issuer"


def _against_body(outline: Outline, first: int, start: int, end: int, draft: Draft) -> bool:
    """B对B实施制裁, B制裁B: a body is punished by another."""
    words = outline.words
    target = _AGAINST_BODY.search(words, first, start) or _FORBIDDEN.match(words, start)
    if target is None and draft.trigger in _ON_BODIES:
        target = _PUNISHED.match(words, end)
    if target is None or not draft.bodies:
        return False
    for sign in re.findall(B, target[1]):
        draft.bodies[outline.body(sign).name] = "target"
    return "issuer" in draft.bodies.values()


def _decides_at_home(body: str) -> bool:
    """Whether a body punishes people where their units are: a local one does, a court only where it sits."""
    return not body.endswith(("法院", "检察院")) and bool(names_in(body.removeprefix("中国共产党"), places()))


def homes_of(outline: Outline, signs: list[str]) -> dict[str, tuple[str, ...]]:
    """Where the units of people lie who are named one after the other: 大竹县副县长A、林业局局长B."""
    homes: dict[str, tuple[str, ...]] = {}
    here: tuple[str, ...] = ()
    for sign in signs:
        title = outline.title(sign)
        own = names_in(title, places())
        if own:
            here = own if places().lookup(own[0])[0].level == "province" else (*_above(here, own), *own)
        town = _UNIT_TOWN.search(title)
        homes[outline.person(sign).name] = (*here, town[1]) if town and town[1] not in here else here
    return homes


def _above(here: tuple[str, ...], own: tuple[str, ...]) -> tuple[str, ...]:
    """The divisions last named that the next ones lie in: 天津市 for 津南区, then both for 小站镇."""
    chains = [p.parents for p in places().lookup(own[0])] or [here]
    return tuple(name for name in here if any(name in chain for chain in chains))
