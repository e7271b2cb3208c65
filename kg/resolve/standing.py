"""What a post says about its holder: how many hold such posts, where, and what cannot be held beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from math import log

from kg.lexicon.posts import post_lexicon
from kg.lexicon.seats import is_single
from kg.lexicon.whereabouts import Seat, seat_of

_LEADERS = frozenset(
    [
        "中国共产党中央政治局",
        "中国共产党中央政治局常务委员会",
        "中国共产党中央委员会",
        "中国共产党中央书记处",
        "中国共产党中央军事委员会",
        "中国共产党中央纪律检查委员会",
        "中华人民共和国",
        "国务院",
        "全国人民代表大会常务委员会",
        "中国人民政治协商会议全国委员会",
        "最高人民法院",
        "最高人民检察院",
        "国家监察委员会",
    ]
)
_SMALL = frozenset({"中国共产党中央政治局", "中国共产党中央书记处", "中国共产党中央军事委员会"})
_LEADING = frozenset(
    [
        "总书记",
        "委员",
        "主席",
        "副主席",
        "总理",
        "副总理",
        "国务委员",
        "委员长",
        "副委员长",
        "院长",
        "检察长",
        "常委",
        "书记",
        "主任",
    ]
)
_ABROAD_TOP = frozenset(
    [
        "总统",
        "副总统",
        "总理",
        "副总理",
        "首相",
        "副首相",
        "国王",
        "女王",
        "外长",
        "防长",
        "财长",
        "议长",
        "主席",
        "大公",
        "天皇",
        "元首",
        "国务卿",
        "外务大臣",
        "教皇",
    ]
)
_FIRST_MINISTRIES = ("外交部", "国防部", "财政部")
_UNITS = (
    *("公司", "集团", "学校", "大学", "学院", "中学", "小学", "医院", "中心"),
    *("所", "厂", "社", "队", "村", "协会", "学会", "社区", "支部", "基地"),
    *("团", "营", "连", "排", "旅", "师", "部队"),
)
_OF_PARTY = re.compile(r"党(?:委|组|总支|支部)$")
_OF_GROUPS = frozenset({"组长", "副组长", "成员", "主任", "副主任", "委员", "主席", "副主席", "秘书长"})
_DEPUTY = ("常务副", "第一副", "执行副", "副")


@dataclass(frozen=True, slots=True)
class Standing:
    """A post, as far as it tells one bearer of a name from another.

    `crowd` is ln of how many people hold posts of such a kind; `seat` where the body is; `full_time` whether
    the post fills a working life; `system` whose posts the word names (party, army, diplomacy …).
    """

    crowd: float
    seat: Seat | None
    full_time: bool
    chief: bool
    system: str
    abroad: bool
    envoy: bool

    @property
    def elected(self) -> bool:
        """Is the holder chosen long before taking office: abroad, in Hong Kong and Macao?"""
        return self.abroad or self.division[:2] in {"81", "82"}

    @property
    def division(self) -> str:
        """The Chinese division of the body, "" for central bodies and those whose place is unknown."""
        return self.seat.division if self.seat else ""


@lru_cache(maxsize=200_000)
def standing(body: str, post: str) -> Standing:
    """Read a body and a post."""
    seat = seat_of(body)
    chief = is_single(body, post)
    word = next((post.removeprefix(d) for d in _DEPUTY if post.startswith(d)), post)
    head = _head(word)
    envoy = post.startswith("驻") or post in {"大使", "总领事", "常驻代表"}
    abroad = bool(seat and seat.country not in {"CN", ""}) and not envoy
    full_time = bool(body) and (chief or is_single(body, word) or envoy)
    return Standing(_crowd(body, post, seat, chief, abroad), seat, full_time, chief, head, abroad, envoy)


def _head(word: str) -> str:
    heads = post_lexicon().heads
    for start in range(len(word)):
        if word[start:] in heads:
            return heads[word[start:]].system
    return ""


def _crowd(body: str, post: str, seat: Seat | None, chief: bool, abroad: bool) -> float:
    if not body:
        return log(1e5)
    if abroad:
        top = post in _ABROAD_TOP or (post == "部长" and body.endswith(_FIRST_MINISTRIES))
        return log(2e3) if top else log(3e4)
    if (body in _LEADERS and post in _LEADING and (post != "委员" or body in _SMALL)) or (
        body.startswith("中央") and post in _OF_GROUPS
    ):
        return log(2e2)
    division = seat.division if seat else ""
    if chief and (not division or division.endswith("0000")) and not _is_unit(body):
        return log(3e3)
    if (division.endswith("00") or _is_central(body)) and not (division and _is_unit(body)):
        return log(2e4)
    return log(6e4)


def _is_unit(body: str) -> bool:
    """A company, school, hospital, regiment or other unit, of which there are very many."""
    return _OF_PARTY.sub("", body).endswith(_UNITS)


def _is_central(body: str) -> bool:
    return body.startswith(("中国共产党中央", "国家", "全国", "中华", "最高人民", "国务院", "中央")) or (
        body.endswith("部") and len(body) <= 8
    )
