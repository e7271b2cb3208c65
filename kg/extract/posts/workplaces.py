"""Where somebody worked, told around the posts: 在某部工作，历任处长; 被某大学聘为教授; 以会长某某为首的某会代表团."""

from __future__ import annotations

import re

from kg.extract.organizations.beginnings import BODY_END, body_start
from kg.extract.posts.links import Link
from kg.extract.posts.titles import PostItem
from kg.lexicon.organizations import official_name
from kg.lexicon.place_prefix import Scope

_WORKED = re.compile(
    r"(?:调入|调到|调任|调|进入|分配到|到|在)(?P<body>[^，。；、（）\n]{3,30}?)(?:机关)?工作[，；](?:\d{4}年(?:\d{1,2}月)?起?)?"
    r"(?:先后|后|曾|并)?(?:(?:历任|担任|任)过?)?$"
)
# 到某大学某学院|任院长, 在某出版社|担任编辑; 加入某局|为高级经理
_AT = re.compile(
    r"(?:(?:加入|加盟|进入|调入|调到|调往|转到)(?P<joined>[^，。；、（）\n在到赴往从至]{3,30}?)，?(?:先后|后|曾|并|历|一直)?(?:担任|出任|任|做|当|作|为)"
    r"|(?:在|到|赴|回)(?P<body>[^，。；、（）\n在到赴往从至]{3,30}?)(?:先后|后|曾|并|历|一直|开始)?(?:担任|出任|任))(?:过|了)?$"
)
_ENGAGED = re.compile(r"[被受由](?P<body>[^，。；、（）\n]{3,24}?)(?:聘任?|增?选|推选|推举|任命|委任)为$")
_LED = re.compile(
    "[\u4e00-\u9fff·]{2,12}?为(?:团长|首|领队)的(?P<body>[^，。；、的\n]{4,30}?)(?:友好)?(?:代表团|访华团|访问团|考察团|交流团)"
)  # 以会长某某为团长的|某某研究会|代表团
_MADE_UP = re.compile(
    "(?P<body>[\u4e00-\u9fff]{4,30}?)的?组成人员[^：:\n]{0,16}[：:]$"
)  # 某委员会组成人员。他们是：|主任某某
_TERM = re.compile("^第[一二三四五六七八九十]+[任届]")
_TAKES = ("任", "为", "做", "当", "作", "过", "了")
_NEAR = 60  # code points before a post in which its workplace is told


def workplace(text: str, start: int, item: PostItem, scope: Scope) -> Link | None:
    """The body in which the post at `item` was held, for want of one of its own; [start, …) is its sentence."""
    told = None
    if text.endswith("以", start, item.start) and not item.body:
        told = _LED.match(text, item.end)
        if told and not BODY_END.search(told["body"]):
            return None
    elif not item.body and text[item.start - 1 : item.start] in ("：", ":"):
        told = _MADE_UP.search(text, max(0, item.start - _NEAR), item.start)
        if told and not BODY_END.search(told["body"]):
            return None
    elif text.find("工作", max(start, item.start - 16), item.start) >= 0:
        told = _WORKED.search(text, max(start, item.start - _NEAR), item.start)
    elif text.endswith("为", start, item.start):
        told = _ENGAGED.search(text, max(start, item.start - _NEAR), item.start)
        if told and not BODY_END.search(told["body"]):
            return None
    if told is None:
        return None
    words = told["body"]
    name = official_name(_TERM.sub("", words[body_start(words) :]), scope).name
    return Link(item, name, "context", scope, name, "")


def worked_at(text: str, start: int, item: PostItem, scope: Scope) -> Link | None:
    """A post without a body of its own in the body where somebody went or was: 到某大学任教授; [start, …) is its sentence."""
    if item.body or not text.endswith(_TAKES, start, item.start):
        return None
    told = _AT.search(text, max(start, item.start - _NEAR), item.start)
    body = (told["joined"] or told["body"]) if told else ""
    if (not BODY_END.search(body) and not _DEPARTMENT.search(body)) or body.endswith(("政府", "内阁")):
        return None
    name = official_name(body, scope).name
    return Link(item, name, "context", scope, name, "")


_DEPARTMENT = re.compile("(?:大学|学院)[\u4e00-\u9fff]{1,10}系$")
