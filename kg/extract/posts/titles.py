"""Posts in a sentence: the head, its modifiers, and the organisation that stands before it.

「天津市医药集团有限公司原党委书记」 is the body 天津市医药集团有限公司党委, the post 书记, the status former.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.extract.clauses import clause_start
from kg.extract.organizations.beginnings import BODY_END, body_in_front
from kg.extract.posts.status import split_explained
from kg.lexicon.body_forms import national_forms
from kg.lexicon.names import name_tables
from kg.lexicon.places import places
from kg.lexicon.posts import post_lexicon

AIDES = frozenset("发言人 新闻发言人 新闻秘书 特别代表 特派代表 特别协调员 高级代表 特使 顾问 助理".split())
"""Posts that are held under a chief named right before them (联合国秘书长|特别代表)."""
ATHLETES = frozenset(("选手", "运动员", "球员", "队员"))
"""Who competes for a country (我国选手)."""
REACH = 42  # code points that a body may lie before its post; the longest in the corpora has 34


@dataclass(frozen=True, slots=True)
class PostItem:
    """One post in a text; offsets in that text.

    [body_start, body_end) is the organisation as printed (empty where none stands there), [body_start, end) the whole; `post`
    the post's name with its modifiers; `head` its last word; `status` former, appointed, present or ""; `body` the organisation's
    words without the marks of status.
    """

    start: int
    body_start: int
    body_end: int
    post_start: int
    end: int
    body: str
    post: str
    head: str
    status: str


def posts_at(text: str, start: int, heads: Iterable[re.Match[str]]) -> Iterator[PostItem]:
    """Yield the posts whose heads were found, left to right, each reaching back to the one before or to `start`."""
    left = start
    for found in heads:
        if found.start() < left or (
            found.group().endswith("人员")
            and (
                text[found.end() - 4 : found.end()] in {"陪同人员", "随行人员"}
                or text.startswith("工商管理", found.end())  # 高级管理人员|工商管理硕士
            )
        ):
            continue
        item = _item(text, left, found)
        yield item
        left = item.end


def _item(text: str, left: int, found: re.Match[str]) -> PostItem:
    end, head = found.end(), found.group()
    post_start = post_lexicon().modifiers_before(text, left, found.start())
    senior = 2 if text.endswith("资深", left, post_start) else 0  # 某公司|资深|董事
    after_de = text[post_start - 1 : post_start] == "的"
    clause = _IN_CHARGE.search(text, max(left, post_start - 24), post_start) if after_de else None
    owned = after_de and not clause and (post_lexicon().heads[head].system == "company" or head == "社长")
    floor, body_end = _region(text, left, clause.start() if clause else post_start - owned - senior)
    offset, body, status, acting = split_explained(text[floor:body_end])
    if owned and not _OWNS.match(body.removeprefix("公司")):
        owned = False
        floor, body_end = _region(text, left, post_start)
        offset, body, status, acting = split_explained(text[floor:body_end])
    place_of = None if body or clause or not after_de else _IS_OF.search(text, left, post_start)
    if place_of and BODY_END.search(place_of["body"]):
        floor, body_end = place_of.start("body"), post_start - 1
        offset, body, status, acting = split_explained(text[floor:body_end])
    body = _OPPOSITION.sub("", body) if not head.endswith("议员") else body
    if head.endswith(("议员", "众议长", "参议长", "法官")) and body.endswith("联邦") and len(body) > 2:
        body, body_end = body[:-2], body_end - 2  # 某国某党|联邦|参议员
    district = _FORMER_DISTRICT.fullmatch(body) if head == "议员" else None
    if district:
        body, status = district["district"], "former"
    if body.endswith(("管理层", "高层")):
        body, body_end = body.removesuffix("管理层").removesuffix("高层"), post_start  # 某台管理层|执行总监
    region = _REGION.search(body) if post_lexicon().heads[head].system == "company" else None
    if region:  # 某公司|中国区|副总裁
        body, body_end = body[: region.start()], max(body_end - len(region.group()), floor + offset)
    body = body.removeprefix("公司") if owned and len(body) > 4 else body
    if not body and head in ATHLETES and text.endswith("我国", left, post_start):
        body, body_end, offset = "中国", post_start, post_start - 2 - floor
    quoted = (
        None if body or text[post_start - 1 : post_start] != "”" else _quoted(text, left, post_start, head)
    )
    if quoted:  # “全国联盟”|主席
        body, body_end, offset = quoted.group(1), quoted.end(1), quoted.start(1) - floor
    school = _TEACHES_AT.search(text, max(left, post_start - 32), post_start) if head in _TEACHERS else None
    if school:  # 某市第二中学|的一名高级|教师
        begin = body_in_front(text, left, school.end("body"))
        body, body_end, offset = text[begin : school.end("body")], school.end("body"), begin - floor
    glossed = None if body else _QUOTED_BODY.search(text, max(left, post_start - 40), post_start)
    if glossed:  # “某某协会（ABC）”|主席
        body, body_end, offset = glossed["body"], glossed.end("body"), glossed.start() - floor
    paper = None if body else _PAPER.search(text, max(left, post_start - 16), post_start)
    if paper is None and not body and head in _OF_A_PAPER:
        paper = _ANY_PAPER.search(text, max(left, post_start - 16), post_start)
    if paper:  # 《某某时报》|总编
        body, body_end, offset = paper["name"], paper.end("name"), paper.start("name") - floor
        status = status or ("former" if paper["was"] else "")
    titled = _TITLED.search(text, max(left, post_start - 18), body_end) if body in _PRINTED else None
    if titled:  # 《某某》杂志|主编
        body, offset = titled.group(), titled.start() - floor
    ours = None if body or paper else _OURS.search(text, max(left, post_start - 2), post_start)
    if ours:
        body, body_end, offset = ours.group(), post_start, ours.start() - floor
    issue = _ISSUE.search(body) if head in AIDES else None
    if issue:  # 某国政府|中东问题|特使: what somebody is sent for belongs to the post
        kept = _without_issue(body, issue)
        body_end, body, post_start = body_end - len(body) + kept, body[:kept], body_end - len(body) + kept
    country = _country_owning(text, left, floor + offset) if body.endswith("部") else ""
    body, offset = country + body, offset - len(country) - bool(country)
    latin = _LATIN_BEHIND.search(body)
    if latin:  # 英国广播公司BBC|总裁
        body, body_end = body[: latin.start()], body_end - len(latin.group())
    modifiers = text[post_start : found.start()]
    joined = _joined(body, modifiers, head)
    body_end = body_end if body else post_start
    start = floor + offset if body or status else post_start
    return PostItem(
        start - bool(quoted),
        start,
        body_end,
        post_start,
        end,
        joined,
        acting + modifiers + head,
        head,
        status,
    )


def _quoted(text: str, left: int, post_start: int, head: str) -> re.Match[str] | None:
    """The body in quotation marks right before a post that is no occupation; None if the words name none."""
    found = _IN_QUOTES.search(text, max(left, post_start - 18), post_start)
    if found is None or post_lexicon().heads[head].kind in {"job", "title"}:
        return None
    words = found.group(1)
    named = BODY_END.search(words) or words in national_forms()
    project = words.endswith(("工程", "项目", "计划", "行动"))
    return found if named and not project and not places().lookup(words) else None


_IN_QUOTES = re.compile("“([\u4e00-\u9fff]{2,14})”$")


_LATIN_BEHIND = re.compile("(?<=[司团行会台社部])[A-Z]{2,6}$")


def _country_owning(text: str, left: int, body_start: int) -> str:
    """The country in front of 的 before a ministry (波兰|的发展与技术部), or ""."""
    end = body_start - 1
    if end <= left or text[end] != "的":
        return ""
    for size in (6, 5, 4, 3, 2):
        if end - size >= left and places().abroad(text[end - size : end]):
            return text[end - size : end]
    return ""


def _region(text: str, left: int, post_start: int) -> tuple[int, int]:
    """The text in which the body of a post may stand; a short form in brackets behind the body is passed over."""
    body_end = post_start
    if text[post_start - 1 : post_start] == "）":
        opening = text.rfind("（", max(left, post_start - 14), post_start)
        if opening < 0 and (gloss := _LATIN_GLOSS.search(text, max(left, post_start - 48), post_start)):
            opening = gloss.start()  # 某国民警卫局（National Guard Bureau）|局长
        of_country = text.endswith("刚果", left, opening)  # 刚果（金）|总统
        body_end = opening if opening > left and not of_country else post_start
    return clause_start(text, max(left, body_end - REACH), body_end, explained=True), body_end


def _joined(body: str, modifiers: str, head: str) -> str:
    """Give the body the character that it shares with the head: 外交|部长 → 外交部."""
    if body == "新":
        return ""  # 新|校长
    if not modifiers and len(head) >= 2 and head.endswith("长") and body and _SHARES.match(head):
        shared = head[:-1]
        if len(body) == 1 and body in name_tables().surnames:
            return ""  # 史|校长
        if not body.endswith(shared[-1]) and not BODY_END.search(body):
            return body + shared
    return body


_REGION = re.compile(
    "(?:(?<=.)全球|大中华区?|中国区|中国大陆区|亚太区?|亚太地区|亚洲区|(?:华[东南北中]|西南|东北|西北|北美|欧洲|东南亚)(?:大?区|地区))$"
)
_FORMER_DISTRICT = re.compile("(?P<district>[\u4e00-\u9fff]{1,4}区)前区(?:议会)?")  # 南区前区|议员
_LATIN_GLOSS = re.compile("（[A-Za-z][A-Za-z0-9 .,&'’-]{1,44}）$")
_TEACHERS = frozenset(("教师", "老师"))
_TEACHES_AT = re.compile(
    "(?P<body>[\u4e00-\u9fff]{2,14}(?:[中小]学|学校|学院|大学|幼儿园|高中))的(?:一[名位])?[\u4e00-\u9fff]{0,8}$"
)
_QUOTED_BODY = re.compile(
    "“(?P<body>[\u4e00-\u9fff]{3,22}(?:会|局|部|院|所|公司|集团|中心|联盟|大学))（[A-Za-z]{2,12}）”$"
)
_PAPER = re.compile(
    "《(?P<name>[\u4e00-\u9fffA-Za-z·]{0,10}(?:(?<!《)[日晚早晨时周邮导商卫镜]报|青年报|经济报|新闻报|电讯报|快报|周刊|月刊|杂志|论坛报|先驱报))》(?P<was>[前原])?$"
)
_OF_A_PAPER = frozenset(("总编辑", "采访主任", "总主笔"))
_ANY_PAPER = re.compile(
    "《(?P<name>[\u4e00-\u9fffA-Za-z0-9]{2,10})》(?P<was>前|时任|原)?$"
)  # 《明日新闻》前|总编辑
_PRINTED = frozenset(("杂志", "周刊", "月刊"))
_TITLED = re.compile("《[\u4e00-\u9fffA-Za-z· ]{1,12}》(?:杂志|周刊|月刊)$")
_OURS = re.compile("[我本该][校院社局所馆厂]$")
_ISSUE = re.compile("(?:问题|事务|政策|局势|国家安全|和平进程)$")


def _without_issue(body: str, issue: re.Match[str]) -> int:
    """How much of the words before an envoy names a body (中国政府|中东问题, 某国国务院|对某国政策); 0 if none does."""
    ends = range(issue.start() - (issue.group() != "国家安全"), 1, -1)
    return next((at for at in ends if _names_a_body(body[:at])), 0)


def _names_a_body(words: str) -> bool:
    return bool(BODY_END.search(words) or places().lookup(words)) or words in national_forms()


_OPPOSITION = re.compile("^[\u4e00-\u9fff]{0,8}?(?:在野|执政|反对)党(?=[\u4e00-\u9fff]{2,}(?:党|联盟|力量))")
# 高科奶业|的|董事长, 机构“某某之家”|的|总经理
_OWNS = re.compile(
    "^(?!公司|集团|本|该|这|那|其)[\u4e00-\u9fffA-Za-z（）]{2,}(?:公司|集团|银行|[业子器品技份股产车化源物药媒络件信电材工械保险航酒饰居泥铁])$"
)
# 中央某办|分管日常工作的|副主任: what somebody is in charge of stands between the body and the post.
# 是某县司法局某某司法所|的|所长
_IS_OF = re.compile("(?:是|为|任|担任)(?P<body>[\u4e00-\u9fff]{4,40}?)的$")
_IN_CHARGE = re.compile("(?:负责|分管|主管|主持|协管)[^，。；：、的]{1,18}的$")
_SHARES = re.compile(
    r"(?:部|局|厅|处|科|司|署|院|所|校|馆|台|社|站|厂|行|会|组|队|大队|支队|中队|总队|庭|团|军|师|旅|营|连|排|班|股)长$"
)
