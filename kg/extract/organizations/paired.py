"""Bodies abroad that are named after two things (某国计划与发展部), and parties after what they fight for."""

from __future__ import annotations

import re

from kg.extract.segment import tag
from kg.lexicon.places import places
from kg.lexicon.posts import post_lexicon

_PAIRED = re.compile(
    "(?P<first>[\u4e00-\u9fff]{2,})(?:[和与及]|以及)(?P<second>[\u4e00-\u9fff]{2,8}(?:部|署|省|局|委员会|中心|联合会|组织))$"
)
_FIELDS = re.compile("(?P<first>[\u4e00-\u9fff]{2,})[和与及](?P<second>[\u4e00-\u9fff]{2,6})$")
_PARTY = re.compile(
    "(?P<first>正义|团结|自由|民主|公正|公平|和平|进步|尊严|真理)[与和][\u4e00-\u9fff]{2,4}(?:党|联盟)$"
)
_CAUSE = re.compile(
    "(?:(?:争取|保卫|捍卫|促进)[\u4e00-\u9fff]{2,10}|(?:进步|前进|改变|觉醒)[\u4e00-\u9fff]{0,4})(?:党|力量|阵线|联盟)$"
)
_QUALIFIED = re.compile("(?:公共|企划|高等|联邦|国民|人民)[\u4e00-\u9fff]{2,3}部$")
_MAY_END = frozenset("部署省局会心织党盟量线")
_ENDS_A_BODY = frozenset("部署局委会党院司厅社团军府国州省市县区方队馆台台报")
_PEOPLE = frozenset(
    "媒体 政府 总统 总理 首相 专家 官员 学者 民众 企业 国会 议会 机构 公司 团队 代表 中国 社会 军队 使馆 智库 外交官".split()
)


def paired_start(core: str) -> int:
    """Where a body named after two things begins that ends at the end of `core`; -1 if none does.

    In front of the first thing stands a country: 巴基斯坦|计划与发展部, 韩国|企划财政部, 某国|争取民族进步统一党.
    """
    if core[-1:] not in _MAY_END:
        return _country_of_fields(core)
    if core[-1] in "党盟量线":
        cause = _CAUSE.search(core)
        begin = cause.start() if cause else -1
        if begin > 0 and (country := _country_before(core, begin)) < begin:
            return country
        party = _PARTY.search(core)
        return _country_before(core, party.start()) if party else -1
    qualified = _QUALIFIED.search(core)
    if qualified and (country := _country_before(core, qualified.start())) < qualified.start():
        return country
    paired = _PAIRED.search(core)
    return _country_of_pair(core, paired) if paired else -1


def _country_of_fields(core: str) -> int:
    """The same where the ministry's last character is the post's (巴基斯坦|计划与发展|部长)."""
    paired = _FIELDS.search(core)
    return _country_of_pair(core, paired) if paired and _is_field(paired["second"]) else -1


def _country_of_pair(core: str, paired: re.Match[str]) -> int:
    """Where the country begins in front of the first of two things; -1 if none does."""
    if places().longest_at(core, paired.start("second")):
        return -1
    end = paired.end("first")
    countries = ((_country_before(core, at), at) for at in range(end - 2, max(1, end - 7), -1))
    return next((country for country, at in countries if country < at and _is_field(core[at:end])), -1)


def _is_field(words: str) -> bool:
    """Whether words tell what a ministry is for, no body and nobody."""
    return (
        words[-1] not in _ENDS_A_BODY
        and words not in post_lexicon().heads
        and not any(word in _PEOPLE or flag[0] not in "nbjlav" for word, flag in tag(words))
    )


def _country_before(core: str, end: int) -> int:
    """Where a foreign country begins that ends at `end`; `end` if none does."""
    known = places()
    for size in (6, 5, 4, 3, 2):
        if end >= size and known.abroad(core[end - size : end]):
            return end - size
    return end
