"""Short forms in front of a post that mean a body told before: 该村, 我校, 工会, 总社, 本公司."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.organizations.brands import THE_COMPANY
from kg.extract.posts.links import Link, Memory, made
from kg.extract.posts.party_groups import PARTY_PARTS
from kg.extract.posts.titles import PostItem
from kg.lexicon.body_forms import companies
from kg.lexicon.place_prefix import Scope
from kg.lexicon.posts import post_lexicon

_FIRM_ENDINGS = ("公司", "集团", "股份")


def meant_before(item: PostItem, before: Link | None, scope: Scope, memory: Memory) -> Link | None:
    """The body that a short form means by itself, or that the article has told before (该村, 我校, 工会, 总社)."""
    unit = before.unit if before else ""
    near = (*([unit] if unit else ()), *reversed(memory.told_before(item.body_start)))
    return (
        _by_itself(item, unit, scope, memory)
        or _of_company_or_village(item, unit, scope, memory)
        or _of_unit_near(item, near, scope, memory)
        or (None if unit else _party_group_of(item, near, scope))
        or _last_of_its_kind(item, scope, memory)
    )


def _by_itself(item: PostItem, unit: str, scope: Scope, memory: Memory) -> Link | None:
    """A short name that the article defines, and those of the party and the congress."""
    body = item.body
    short = max((s for s in memory.defined if _ends_with(memory, item, s)), key=len, default="")
    if short:
        return made(item, memory.defined[short], "explicit", scope)
    if body in {"中央", "中共", "党中央"}:
        return made(item, "中国共产党中央委员会", "explicit", scope)
    if item.head == "委员长" and body in {"人大", "全国人大"}:
        return made(item, "全国人民代表大会常务委员会", "explicit", scope)
    if body in {"政治局", "书记处"} and (not unit or unit.startswith("中国共产党")):
        return made(item, f"中国共产党中央{body}", "elided", scope)
    return None


def _of_company_or_village(item: PostItem, unit: str, scope: Scope, memory: Memory) -> Link | None:
    """本公司 and 该村: the company or the village that the article tells of."""
    if item.body in THE_COMPANY and not unit:
        company = memory.announcing() or memory.last_named(item.body_start, *_FIRM_ENDINGS, *companies())
        company = company or memory.company()
        return made(item, company, "context" if company else "none", scope)
    part = _PART_OF_THE_COMPANY.fullmatch(item.body) if not unit else None
    firm = memory.announcing() or memory.last_named(item.body_start, *_FIRM_ENDINGS) if part else None
    if part and firm:  # 该公司|财务部|部长
        return Link(item, firm + part["part"], "context", scope, firm, "")
    of_village = _OF_THE_VILLAGE.fullmatch(item.body)
    village = memory.village() or memory.village_before(item.body_start) if of_village else ""
    if of_village and village:
        name = village + (of_village["part"] or "村民委员会")
        return Link(item, name, "context", scope, name, "")
    return None


def _of_unit_near(item: PostItem, near: Sequence[str], scope: Scope, memory: Memory) -> Link | None:
    """我校 and 系党总支: a part of one of the units named `near`, the nearest first."""
    body = item.body
    ours = _OUR_UNIT.fullmatch(body)
    if ours and (owner := memory.unit(ours["kind"], ours=ours["whose"] in {"我", "本"}, near=near)):
        return Link(item, owner + ours["part"], "context", scope, owner, "")
    if body in PARTY_PARTS and (owner := _department(item, memory, near)):
        return Link(item, owner + body, "context", scope, owner, "")
    return None


def _party_group_of(item: PostItem, near: Sequence[str], scope: Scope) -> Link | None:
    """党委 of the office or firm that the sentence names before it (上海铁路局三名官员…，党委书记某某)."""
    owner = near[0] if near and item.body in {"党委", "党组"} and near[0].endswith(_HAS_PARTY_GROUP) else ""
    return Link(item, owner + item.body, "context", scope, owner, "") if owner else None


def _last_of_its_kind(item: PostItem, scope: Scope, memory: Memory) -> Link | None:
    """工会, 学生会, 该组织 and 总社: the last such body named, that of the last university, or of the head office."""
    body = item.body
    that = body == "党" or (body in _THAT_ONE and memory.context.text.startswith("该", item.body_start - 1))
    if that and (meant := memory.last_named(item.body_start, body)):
        return Link(item, meant, "context", scope, meant, "")
    if body == "党":
        return made(item, None, "none", scope)  # a party, but which one?
    if (
        body in _MEANT
        and post_lexicon().heads[item.head].kind != "job"
        and (meant := memory.last_named(item.body_start, body))
    ):
        return Link(item, meant, "context", scope, meant, "")
    if body in _OF_A_UNIVERSITY and (owner := memory.last_named(item.body_start, "大学")):
        return Link(item, owner + body, "context", scope, owner + body, "")
    head_office = _HEAD_OFFICE.match(body)
    if head_office and (owner := memory.head_office(head_office.group())):
        name = owner + body[head_office.end() :]
        return Link(item, name, "context", scope, owner, "")  # what follows is the head office's, too
    return None


def _department(item: PostItem, memory: Memory, near: Sequence[str]) -> str:
    """The department of a school whose party group is told with 系 alone (，系|党总支), or ""."""
    begins = _DEPARTMENT.search(memory.context.text, max(0, item.body_start - 2), item.body_start)
    return (memory.unit("系", ours=False, near=near) or "") if begins else ""


_HAS_PARTY_GROUP = ("局", "公司", "集团", "医院", "大学", "学院", "研究院", "研究所", "银行", "厂")
_DEPARTMENT = re.compile("(?<![\u4e00-\u9fff])系$")
_PART_OF_THE_COMPANY = re.compile("[该本]?公司(?P<part>[\u4e00-\u9fff]{2,8}(?:部|处|科|车间|办公室))")
_OF_THE_VILLAGE = re.compile("[该本]?村(?:民?委(?:员)?会|(?P<part>党支部|党总支|党委))?")
_OUR_UNIT = re.compile(
    "(?P<whose>[我本该]?)(?P<kind>[校院社局所馆厂厅系])"
    "(?P<part>(?<=[我本该].)|党委|党组|党总支|党支部|团委|团总支|团支部|学生会|工会|教务处|办公室)"
)
_THAT_ONE = frozenset("组织 机构 协会 联盟 学会 基金会 研究所 研究院 银行 大学 委员会 党".split())
"""Kinds of bodies that 该 points back to."""
_MEANT = frozenset(
    "工会 总工会 协会 学会 基金会 商会 联合会 研究院 研究所 医院 银行 俱乐部 联盟 公会 委员会".split()
)
"""Kinds of bodies that mean the last one named (工会|秘书)."""


def _ends_with(memory: Memory, item: PostItem, short: str) -> bool:
    return memory.context.text.endswith(short, 0, item.body_end)


_OF_A_UNIVERSITY = frozenset("学生会 研究生会 校友会 校董会 校委会 校务委员会 教职员协会".split())
_HEAD_OFFICE = re.compile("(?:总社|总局|总行|总公司|总会|总队|总台)(?=[\u4e00-\u9fff]{2})")
