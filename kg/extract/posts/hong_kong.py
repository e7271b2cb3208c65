"""Posts of Hong Kong that tell themselves whose they are, and the courts in which its judges sit."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.extract.posts.links import Link, Memory, made
from kg.extract.posts.titles import PostItem
from kg.lexicon.place_prefix import Scope

_POLICE = "香港警务处"
_FIRE_SERVICES = "香港特别行政区政府消防处"
_FINAL_APPEAL = "香港特别行政区终审法院"
_PROSECUTION = "香港特别行政区政府律政司"
_BODIES: dict[str, str] = {
    **dict.fromkeys("警司 高级警司 总警司 督察 高级督察 总督察 女督察 女总督察".split(), _POLICE),
    **dict.fromkeys(
        "消防队长 高级消防队长 消防区长 高级消防区长 消防队目 消防总队目".split(), _FIRE_SERVICES
    ),
    **dict.fromkeys("首席法官 常任法官 非常任法官".split(), _FINAL_APPEAL),
    **dict.fromkeys("刑事检控专员 助理刑事检控专员 高级助理刑事检控专员".split(), _PROSECUTION),
    "广播处长": "香港电台",
    "助理广播处长": "香港电台",
    "申诉专员": "香港申诉专员公署",
    "廉政专员": "香港特别行政区廉政公署",
    "私隐专员": "香港个人资料私隐专员公署",
}
_WHENCE = frozenset(("", "香港", "海外", "本地", "另一名", "另一位", "控方", "律政司", "个人资料", "公署"))
"""What may stand before such a post and names no other body."""


def post_of_hong_kong(item: PostItem, scope: Scope, memory: Memory) -> Link | None:
    """A post that only one body of Hong Kong has (警司, 常任法官, 申诉专员)."""
    if memory.region != "hk":
        return None
    if item.body == "内会":
        return made(item, "香港特别行政区立法会内务委员会", "explicit", scope)
    body = _BODIES.get(item.head) if item.body in _WHENCE else None
    return made(item, body, "context", scope) if body else None


def district_council(body: str, text: str) -> str:
    """The council of a district councillor (屯门翠兴|区议员: of 屯门区); the one that the text names, else "" (民主派|区议员)."""
    district = _DISTRICT.search(body)
    if district:
        return f"{_stem(district.group())}区议会"
    stem = _stem(body)
    if len(stem) > 1 and not _NO_CONSTITUENCY.search(stem):
        return f"{stem}区议会"  # its constituency's name, as printed
    named = {f"{_stem(found['district'])}区议会" for found in _COUNCIL.finditer(text)}
    return named.pop() if len(named) == 1 else ""


def _stem(district: str) -> str:
    return district.removesuffix("区").removesuffix("区")


_NAMES = (
    "中西区|湾仔|东区|南区|油尖旺|深水[埗埔]|九龙城|黄大仙|观塘|荃湾|屯门|元朗|北区|大埔|沙田|西贡|葵青|离岛"
)
_DISTRICT = re.compile(f"(?:{_NAMES})区?")
_COUNCIL = re.compile(f"(?P<district>{_NAMES})区?区?议[会员]")
_NO_CONSTITUENCY = re.compile("[名位兼前派多届的]$|^[A-Z\\d]|当区|[本该各]$")


def without_body_in_hong_kong(item: PostItem, scope: Scope, memory: Memory) -> Link | None:
    """A lawmaker of the one council, or the court where a judge sits."""
    if memory.region != "hk":
        return None
    body = "香港特别行政区立法会" if item.head == "议员" else _court(item, memory)
    return made(item, body, "context", scope) if body else None


def _court(item: PostItem, memory: Memory) -> str:
    """The one court of that rank in the article, or the one named last before the judge in the same passage; or ""."""
    courts = _COURTS.get(item.head)
    if courts is None:
        return ""
    named = _courts_in(memory.context.text, courts)
    if len({court for _, court in named}) == 1:
        return f"香港特别行政区{named[0][1]}"
    near = [court for at, court in named if item.start - _NEAR < at < item.start]
    return f"香港特别行政区{near[-1]}" if near else ""


@lru_cache(maxsize=8)
def _courts_in(text: str, courts: re.Pattern[str]) -> tuple[tuple[int, str], ...]:
    """Where the text names which courts."""
    return tuple((m.start(), _IN_FULL.get(m["court"], m["court"])) for m in courts.finditer(text))


_NEAR = 40  # code points from a court's name to its judge
_HIGHER = re.compile("(?P<court>高等法院|高院|原讼法?庭|上诉法?庭|区域法院|区院(?![校]))")
_MAGISTRATES = re.compile("(?P<court>(?:东区|西九龙|九龙城|观塘|粉岭|沙田|屯门|荃湾)(?:裁判)?法院)")
_IN_FULL = {
    **dict.fromkeys("高院 原讼法庭 原讼庭 上诉法庭 上诉庭".split(), "高等法院"),
    "区院": "区域法院",
}
_IN_FULL.update(
    (f"{place}法院", f"{place}裁判法院") for place in "东区 西九龙 九龙城 观塘 粉岭 沙田 屯门 荃湾".split()
)
_COURTS = {
    "法官": _HIGHER,
    "裁判官": _MAGISTRATES,
    "主任裁判官": _MAGISTRATES,
    "总裁判官": _MAGISTRATES,
}
