"""Names that a mark behind them or inside them tells: 同志 and 女士, a dot, a Latin form in brackets."""

from __future__ import annotations

import re

from kg.extract.persons.characters import chinese_weight, foreign_weight
from kg.extract.persons.dotted import first_name_start, reads_foreign, turkic_start
from kg.extract.persons.name_lists import HANZI
from kg.extract.persons.names import NameGuess, name_at
from kg.extract.persons.people import ANYWHERE
from kg.extract.persons.refusals import begins_with_a_word, can_be_name
from kg.extract.segment import is_word, tag
from kg.lexicon.names import name_tables
from kg.lexicon.places import places
from kg.lexicon.posts import post_lexicon

_TOLD = "(?:表示|介绍|认为|说|称|指出|透露|告诉|分析|坦言|强调|解释)"
MARKED = re.compile(
    # Each branch begins with one character and no class: Python then skips to the places where any of them can begin.
    rf"主(?=任{_TOLD})|经(?=理{_TOLD})|律(?=师{_TOLD})|教(?=授{_TOLD})|博(?=士{_TOLD})|院(?=长{_TOLD})|会(?=长{_TOLD})|所(?=长{_TOLD})|总(?=监{_TOLD})"
    r"|同(?=志(?!们|加))|院(?=士(?!大会|专家|团队|工作))|副(?=委员长(?:主持|出席|作|指出|表示|说|讲话))|老(?<=的[\u4e00-\u9fff]{3}老)(?=师)|老(?<=的[\u4e00-\u9fff]{2}老)(?=师)"
    r"|先(?=生)|女(?=士|，)|男(?=，)|，(?=[男女]，)|,(?=[男女]，)|（(?=[男女]，)|，(?=\d{4}年\d{0,2}月?(?:出)?生)"
)
_NOT_FIRST = frozenset("使人电卿和与对向是为被令由从统理相王长员记席任说")
DOT = re.compile(r"[·•・‧⋅∙](?<=[\u4e00-\u9fffA-Za-z].)(?=[\u4e00-\u9fffA-Za-z])")


def name_around_dot(text: str, start: int, dot: int, end: int) -> NameGuess | None:
    """The name whose first dot is at `dot`; its beginning is where the transliterated characters begin."""
    at = dot
    while at > start and dot - at < 8 and _goes_on(text, at - 1, start):
        if text[at - 2 : at] in _RULERS:
            break  # 文莱达鲁萨兰国苏丹|哈桑纳·某某
        at -= 1
    if at == dot and dot - start > 0 and text[dot - 1].isalpha():
        at = dot - 1
    known = turkic_start(text, start, dot)
    if known is None and not reads_foreign(text[at:dot]):
        known = first_name_start(text, start, dot)
    if known is not None:
        at = known
    elif at == dot or text[at - 1 : at] in {"·", "•", "・"} or not reads_foreign(text[at:dot]):
        return None
    guess = name_at(text, at, end, True)
    return guess if guess is not None and guess.score >= ANYWHERE - 1 and guess.end > dot else None


_RULERS = frozenset("苏丹 埃米尔 国王 女王 总统 总理 首相 王储 亲王 公主 主席 外长".split())


def _goes_on(text: str, place: int, start: int) -> bool:
    """Whether the character at `place` still belongs to the name; one odd character may stand between good ones."""
    foreign, character = name_tables().foreign, text[place]
    if character in _NOT_FIRST or not "\u4e00" <= character <= "\u9fff":
        return False
    if foreign.get(character, -9.0) > -1.0:
        return True
    before = text[place - 1] if place > start else "。"
    return before not in _NOT_FIRST and foreign.get(before, -9.0) > 2


def name_before(text: str, floor: int, end: int, _: int) -> NameGuess | None:
    """The best Chinese name that ends at `end`, not beginning before `floor`."""
    best: NameGuess | None = None
    if text[end] in "男女" and is_word(text[end - 1 : end + 1]):
        return None  # 农村|妇女，
    for size in (3, 2, 4):
        name = text[end - size : end]
        if end - size < floor or not HANZI.fullmatch(name) or (is_word(name) and not _may_be_known(name)):
            continue
        if name[0] in "向同对和与及替部局处科室院所厂店" or "的" in name or begins_with_a_word(name):
            continue  # 向|周明同志学习, 有|关领导同志
        if end - size > floor and text[end - size - 1 : end - size + 1] in post_lexicon().heads:
            continue  # 文|员杨先生
        if size == 3 and name[0] in "家长员" and _ends_a_title(text, floor, end - 2):
            continue  # 画家|启明先生, 委员长|启明同志
        if any(is_word(text[max(floor, end - whole) : end]) for whole in range(size + 1, 5)):
            continue  # 巴音|朝鲁
        if is_a_bare_surname(text, floor, end, name):
            continue  # 现时|邓先生, 教师|刘先生
        weight = chinese_weight(name) + 4.5 + (0.5 if size == 3 else 0)
        if weight >= 4.8 and (best is None or weight > best.score):
            best = NameGuess(end - size, end, weight, False)
    return best


def is_a_bare_surname(text: str, floor: int, end: int, name: str) -> bool:
    """Whether only the last character is somebody's surname, the others being a word of their own, or the end of one."""
    if len(name) > 3 or name_tables().surnames.get(name[-1], -9.0) < 0:
        return False
    lead = name[:-1]
    if len(lead) == 2:
        return (is_word(lead) and tag(lead)[0][1][0] in "nvpcdrt") or lead[0] in _JOINING or lead in _PEOPLE
    start = end - len(name)
    return lead in _JOINING or (start > floor and is_word(text[start - 1 : end - 1]))


_JOINING = frozenset("但由是向时令次望求的才将又则以而在对予给")
_PEOPLE = frozenset(("复者", "威者", "民者", "记者", "住者", "受者"))


def _ends_a_title(text: str, floor: int, end: int) -> bool:
    """Whether a word or a post ends at `end`."""
    heads = post_lexicon().heads
    return is_word(text[end - 2 : end]) or any(text[max(floor, end - size) : end] in heads for size in (3, 4))


def _may_be_known(name: str) -> bool:
    """Whether a word of three characters may yet be a name: the dictionary knows it as one, or as some place."""
    if len(name) != 3 or name[-1] in "院省市县区州镇乡村":
        return False
    return tag(name)[0][1] in {"nr", "ns"} and chinese_weight(name) > 2.0 and not places().lookup(name)


LATIN = re.compile(
    r"（(?!(?:[^）]* )?(?:Society|University|College|Inc|Ltd|Company|Group|Times|News|Gallery|Institute|The"
    r"|Bureau|Agency|Department|Office|Committee|Commission|Council|Party|Bank|Guard|Association|Cent(?:er|re)"
    r"|Force|Authority|Foundation|School|Hospital|Court|Union|Service|Research"
    r"|Square|Street|Road|Park|Plaza|Bridge|Hotel|Station|Airport|Museum|Palace|Tower|Church|Garden|Gardens|Bay|Island|Islands|River|Lake)\b)"
    r"[A-Z][a-z][A-Za-z.'’-]*(?: [A-Z][A-Za-z.'’-]*){1,4}）"
)
"""A name in Latin letters in brackets, as Hong Kong's papers put behind a foreigner's: 雷文（Alan Raven）."""


def glossed_name(text: str, floor: int, bracket: int, _: int) -> NameGuess | None:
    """The name that its Latin form explains: the likeliest that begins where a word has ended."""
    best: NameGuess | None = None
    for start in range(bracket - 2, max(floor, bracket - 8) - 1, -1):
        name = text[start:bracket]
        if not HANZI.fullmatch(name) or _NAMES_A_THING.search(name):
            break
        if (
            name[0] in "的由则但才"
            or is_word(name)
            or not can_be_name(name)
            or not _begins_anew(text, floor, start)
        ):
            continue
        weight = max(chinese_weight(name), foreign_weight(name))
        if weight >= 0 and (best is None or weight > best.score):
            best = NameGuess(start, bracket, weight, chinese_weight(name) < 0)
            if any(text.endswith(head, floor, start) for head in post_lexicon().heads):
                break  # 检察官|雷文
    return best and NameGuess(best.start, best.end, max(best.score, ANYWHERE + 1), best.foreign)


_NAMES_A_THING = re.compile(
    "(?:公司|出版社|经理|技术|资本|海峡|环礁|群岛|半岛|学会|协会|委员会|计划|理论|效应|系统|法案|报告|指数|病毒|疫苗|银行|集团|基金|大学|学院|餐厅|酒店|电台|机场|清真寺|督导员|会员店)$"
)


def _begins_anew(text: str, floor: int, start: int) -> bool:
    """Whether a word, a post or a place ends right before `start`."""
    before = text[max(floor, start - 4) : start]
    if not before or not "\u4e00" <= before[-1] <= "\u9fff" or before[-1] in "和与及对的由以":
        return True
    return any(
        is_word(before[-size:]) or before[-size:] in post_lexicon().heads
        for size in range(2, len(before) + 1)
    )
