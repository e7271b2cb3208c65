"""Posts without a body: they belong to the list's, to one named before, or to none."""

from __future__ import annotations

import re

from kg.extract.organizations.brands import brand_in_front, speaks_for_a_firm
from kg.extract.posts.hong_kong import without_body_in_hong_kong
from kg.extract.posts.links import Link, Memory, made
from kg.extract.posts.titles import PostItem
from kg.lexicon.place_prefix import Scope
from kg.lexicon.posts import post_lexicon


def elided(item: PostItem, before: Link | None, scope: Scope, memory: Memory) -> Link:
    """A post without a body: the list's, or one named before, or none."""
    return (
        _of_the_list(item, before, scope)
        or _named_before(item, scope, memory)
        or _by_head(item, scope, memory)
        or made(item, None, "none", scope)
    )


def _of_the_list(item: PostItem, before: Link | None, scope: Scope) -> Link | None:
    """The body of the post before it in the list; an occupation has none."""
    if before is None or not before.unit:
        return None
    head = post_lexicon().heads[item.head]
    if head.kind in {"job", "title"} and item.head not in _OF_A_SCHOOL:
        return made(item, None, "none", scope, before.country, before.unit)
    chamber = _SPEAKERS_CHAMBERS.get(item.head)
    if chamber and _OF_A_PARTY.search(before.unit):
        name = before.country + chamber if before.country else None
        return made(item, name, "elided", scope, before.country) if name else None
    if item.head in _OF_A_UNIVERSITY and not before.unit.endswith(("大学", "学院")):
        return None  # 某委员会主席甲、|校委|乙
    organization = before.unit
    if item.head == "常委" or (item.head in {"委员", "候补委员"} and before.organization):
        organization = before.organization or before.unit
    if _COMMITTEE.match(organization) and head.system in {"company", "school", "bureau"}:
        organization = ""
    if item.head == "书记" and before.organization and _PARTY_BODY.search(before.organization):
        organization = before.organization  # 某系团总支副书记、|书记; 某校党委委员、|副书记
    return (
        Link(item, organization, "elided", before.scope, before.unit, before.country)
        if organization
        else None
    )


def _named_before(item: PostItem, scope: Scope, memory: Memory) -> Link | None:
    """The last body of the kind that has such a head, or the article's company."""
    head = post_lexicon().heads[item.head]
    endings = _ENDINGS.get(item.head)
    if endings and post_lexicon().kind_of(item.post) != "job":
        organization = _of_this_sentence(item, endings, memory)
        if not organization and memory.region == "hk":
            organization = memory.only_body(item.start, *endings)
        elif not organization:
            organization = memory.last_body(*endings)
        if organization:
            return made(item, organization, "context", scope)
    if not item.body and speaks_for_a_firm(item, memory) and (brand := brand_in_front(item, memory)):
        return made(item, brand, "surface", scope)
    if head.system == "company" and head.kind != "job" and not item.body:
        brand = brand_in_front(item, memory)
        another = memory.context.text[item.post_start - 3 : item.post_start]
        known = head.kind == "chief" and (another[-1:] != "的" or another == "公司的")  # “某某之家”的|总经理
        company = brand or (memory.company() if known else None)
        if company:
            return made(item, company, "surface" if brand else "context", scope)
    return None


def _of_this_sentence(item: PostItem, endings: tuple[str, ...], memory: Memory) -> str | None:
    """The company that the sentence names before a post that is given or left there (某公司…，某某卸任|总经理一职)."""
    if post_lexicon().heads[item.head].system != "company" or not _GIVEN_OR_LEFT.search(
        memory.context.text, max(0, item.start - 6), item.start
    ):
        return None
    told = reversed(memory.told_before(item.start))
    return next((body for body in told if body.endswith(endings)), None)


_GIVEN_OR_LEFT = re.compile("(?:卸任|辞任|辞去|出任|接任|担任|就任|任|离任)(?:了|其)?$")


def _by_head(item: PostItem, scope: Scope, memory: Memory) -> Link | None:
    """The one body that has such posts: in Hong Kong its council and courts."""
    if item.head in _CHAMBERS and item.body in {"", "联邦", "共和党", "民主党"}:
        country = memory.country_near(item.start) or memory.only_country()
        return made(item, country + _CHAMBERS[item.head], "context", scope, country) if country else None
    if item.head == "立法委员" and not item.body:
        return made(item, "立法院", "context", scope)  # only Taiwan's have this name
    if item.head == "议员" and item.body.endswith("区"):
        return None
    return without_body_in_hong_kong(item, scope, memory)


_CHAMBERS = {"参议员": "参议院", "众议员": "众议院"}
_OF_A_UNIVERSITY = frozenset(("校委", "校董", "教务长"))
_OF_A_SCHOOL = frozenset("院士 教授 讲师 助教 研究员 博士生导师 硕士生导师 导师".split())
_PARTY_BODY = re.compile("(?:党委|党组|党工委|纪委|团委|支部|总支|团工委|书记处|^中国共产党.*委员会)$")
_COMMITTEE = re.compile("中国共产党(?!.*(?:部|局|厅|党校|办公室|研究室|研究院)$)")
_SPEAKERS_CHAMBERS = {"议长": "议会", "众议长": "众议院", "参议长": "参议院"}
_OF_A_PARTY = re.compile("(?:党|运动|联盟|阵线|力量)$")
_ENDINGS: dict[str, tuple[str, ...]] = {
    "局长": ("局",),
    "校委": ("大学",),
    "校董": ("大学",),
    "厅长": ("厅",),
    "部长": ("部",),
    "院长": ("院", "学院"),
    "校长": ("大学", "学校", "中学", "小学"),
    "行长": ("银行", "分行"),
    "会长": (
        "协会",
        "学会",
        "商会",
        "学生会",
        "总会",
        "联会",
        "公会",
        "联合会",
        "联谊会",
        "校友会",
        "促进会",
        "研究会",
    ),
    "理事长": ("会",),
    "董事长": ("公司", "集团"),
    "总经理": ("公司", "集团"),
    "总裁": ("公司", "集团"),
    "首席执行官": ("公司", "集团"),
    "组长": ("组",),
    "成员": ("领导小组", "小组"),
    "台长": ("台",),
    "社长": ("社",),
    "馆长": ("馆",),
    "所长": ("所",),
    "署长": ("署",),
    "司长": ("司",),
    "总干事": ("组织",),
    "队长": ("队",),
    "董事": ("公司", "集团"),
    "发言人": ("外交部", "国防部", "商务部", "国务院台湾事务办公室"),
}
