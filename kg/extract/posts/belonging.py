"""What organisation a post belongs to: the one in front of it, the list's, one named before, or none."""

from __future__ import annotations

import re

from kg.extract.posts.by_post import INSTITUTE, minister_abroad, prefectural_office, scholar, sender_before
from kg.extract.posts.elided import elided
from kg.extract.posts.fields import no_body_but_a_field
from kg.extract.posts.hong_kong import post_of_hong_kong
from kg.extract.posts.in_full import body_in_full
from kg.extract.posts.links import Link, Memory, made, renamed, same
from kg.extract.posts.listed import completed_by_list
from kg.extract.posts.meant import meant_before
from kg.extract.posts.state_posts import (
    GOVERNMENT,
    POSTING,
    STATE,
    government_post,
    posting_abroad,
    state_post,
)
from kg.extract.posts.titles import ATHLETES, PostItem
from kg.lexicon.body_forms import national_forms
from kg.lexicon.place_prefix import Scope
from kg.lexicon.places import places

_ARMY_HEADS = frozenset("司令员 政治委员 政委 参谋长 副司令员 副政治委员 副政委".split())
_RELATIVE = re.compile(
    r"(?:中共|该|本|全|团)?(?:自治|[省市县区州盟旗镇乡])|[\u4e00-\u9fff]{2,8}[局厅委部办院会组处队]$|党委$|政府$"
)
_ROYAL = frozenset("国王 女王 王后 太后 王储 亲王 王子 公主 大公 酋长 埃米尔 苏丹 天皇 公爵".split())
_RESIDENT = re.compile("(?P<country>[\u4e00-\u9fff]{2,}?)(?P<post>常驻)")  # 喀麦隆|常驻代表
_CONGRESS = re.compile(
    "(?:出席)?(?:党的|中共|中国共产党)?(?:第)?(十[一二三四五六七八九]|二十[一二]?)(?:大|次全国代表大会)"
)


def needs_scope(item: PostItem) -> bool:
    """Whether the place that an article is at can decide what the post belongs to."""
    if item.head in GOVERNMENT:
        return True
    if not item.body or item.body in national_forms():
        return False
    found = places().longest_at(item.body, 0)
    return len(found[1]) > 1 if found else bool(_RELATIVE.match(item.body))


def resolve_post(item: PostItem, before: Link | None, scope: Scope, country: str, memory: Memory) -> Link:
    """Name the organisation of a post in full."""
    if item.head == "常务委员":
        item = renamed(item, "常委")
    body, head = item.body, item.head
    if found := post_of_hong_kong(item, scope, memory):
        return found
    if head.endswith("学家") and body and not INSTITUTE.search(body):
        return scholar(item, scope)
    if head == "专员" and body.endswith("行署"):
        return prefectural_office(item, before, scope)
    if head in GOVERNMENT and not (head == "专员" and body and not re.search("行署|地区|盟$", body)):
        return government_post(item, before, scope)
    resident = _RESIDENT.fullmatch(body) if head == "代表" else None
    if resident:
        return posting_abroad(item, resident, scope)
    posting = (
        POSTING.match(body) if head in {"大使", "公使", "参赞", "领事", "总领事", "代表", "代办"} else None
    )
    if posting:
        return posting_abroad(item, posting, scope, sender_before(memory, item))
    congress = _CONGRESS.fullmatch(body) if head == "代表" else None
    if congress:  # 十九大代表
        return made(item, f"中国共产党第{congress[1]}次全国代表大会", "explicit", scope)
    if head.startswith("长江学者"):
        return made(item, "教育部", "explicit", scope)
    if head in ATHLETES and body == "中国":
        return made(item, "中国", "explicit", scope, "中国")
    if head == "常委" and body in {"人大", "全国人大", "港区人大"}:
        return made(item, "全国人民代表大会常务委员会", "explicit", scope)
    if head == "常委" and not body and before:
        return same(item, before)
    if head == "元首":
        item = renamed(item, "国家元首")
    if head.startswith("总参谋长") and not body and _at_home(before) and not memory.country_near(item.start):
        return made(item, "中国人民解放军总参谋部", "context", scope)
    if head in STATE or head in {"主席", "副主席", "总书记", "元首"}:
        found = state_post(item, before, scope, country, memory)
        if found:
            return found
    minister = minister_abroad(item, scope, before) if head == "大臣" and body else None
    if minister:
        return minister
    if head in _ROYAL and body:
        return made(item, None, "none", scope)  # 某县司法局王子|树司法所
    if head in {"行政长官", "特首"} and (
        not body or head == "特首" or re.search("香港|澳门|特区|特别行政区|下届|现届|首任", body)
    ):
        return made(
            renamed(item, "行政长官"),
            "香港特别行政区" if "澳门" not in body else "澳门特别行政区",
            "explicit",
            scope,
        )
    if body == "陆军" and head in _ARMY_HEADS and _at_home(before) and not memory.only_country():
        return made(item, "中国人民解放军陆军", "explicit", scope)
    if not body:
        return elided(item, before, scope, memory)
    return _named(item, before, scope, memory)


_OF_A_SESSION = frozenset("秘书长 发言人 新闻发言人 主席".split())
_SESSION = re.compile(
    "(?P<party>中国共产党第[一二三四五六七八九十]+次全国代表大会)|(?P<people>全国人大|全国人民代表大会)|(?P<conference>全国政协|政协第)|(?P<local>(?:省|市|区|县|第[一二三四五六七八九十]+届)人民代表大会)"
)


def _session_before(text: str, position: int, place: str) -> str | None:
    """The congress or conference that is meant by 大会|秘书长: the one named last, of `place` if a local one, or None."""
    last = None
    for found in _SESSION.finditer(text, 0, position):
        last = found
    if last is None:
        return None
    if last.lastgroup == "local":
        return f"{place}人民代表大会" if place else None
    kinds = {"people": "全国人民代表大会", "conference": "中国人民政治协商会议全国委员会"}
    return kinds.get(last.lastgroup or "", last.group())


_NAMELESS = frozenset(
    (
        "班 小学 中学 乘组 夜班 机构 连队 电台 参访团 看守班 反对党 执政党 在野党 重大项目 工程 项目 基地 乡村 驻村 部队 "
        "论坛 支部 阵线 施工队 儿科 外科 内科 心内科 急诊科 妇产科 肝胆外科 肺病科 重症医学科 重症监护室 医疗专家组 总装厂"
    ).split()
)
"""What a post is held in without a name of its own (施工队|队长)."""


def _at_home(before: Link | None) -> bool:
    return before is None or before.country in {"", "中国"}


def _named(item: PostItem, before: Link | None, scope: Scope, memory: Memory) -> Link:
    """A post with a body in front of it: what the body means decides, then the list, then how it reads."""
    if item.body == "大会" and item.head in _OF_A_SESSION:
        session = _session_before(memory.context.text, item.start, memory.context.at(item.start).innermost)
        return made(item, session, "context" if session else "none", scope)
    if item.body in _NAMELESS and not memory.context.text.startswith("该", item.body_start - 1):
        return made(item, None, "none", scope)
    return (
        meant_before(item, before, scope, memory)
        or completed_by_list(item, before, scope, memory)
        or no_body_but_a_field(item, before, scope, memory)
        or body_in_full(item, before, scope, memory)
    )
