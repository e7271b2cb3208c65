"""Firms whose brands read like people's names (某福记, 周某某珠宝), told by what follows them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from kg.extract.posts.links import Link
from kg.extract.posts.phrases import Chain, Held, Phrase
from kg.extract.reading import BodyMention
from kg.lexicon.trie import occurrences

_OF_A_FIRM = re.compile(
    r"(?:品牌|股份|股权|集团|公司|旗下|产品|门店|专卖店|销售网络|销量|新闻发言人|发言人|证券部|董秘|净利润|年报|公告|预计(?:20\d\d年|今年|上半年|全年)|电脑|冰箱|空调|手机|彩电|洗衣机|平板|汽车|轮胎|电器|橱柜|家居|珠宝|陶瓷|地板|\d+(?:\.\d+)?%)"
)
_COUNTRY = {"韩": "韩国", "印": "印度", "朝": "朝鲜", "英": "英国", "法": "法国", "德": "德国"}
_FORCE = re.compile(f"([{''.join(_COUNTRY)}])([海空陆]军)")
_LIMITED = ("股份有限公司", "有限责任公司", "股份公司")
_OF_A_TIME = re.compile("(?:现任|前任|前|原)$")
FEWEST = 2  # places where such a word follows


def firms_like_people(text: str, names: Iterable[str]) -> list[str]:
    """The names that are a firm's brand: at least a third of their places are followed by a word of firms."""
    found = []
    for name in names:
        force = _FORCE.fullmatch(name)
        if force and f"{_COUNTRY[force[1]]}{force[2]}" in text:
            found.append(name)
            continue
        ends = [at + len(name) for at, _ in occurrences(text, [name])]
        firm = sum(bool(_OF_A_FIRM.match(text, end)) for end in ends)
        limited = any(text.startswith(_LIMITED, end) for end in ends)
        if limited or (firm >= FEWEST and 3 * firm >= len(ends)):
            found.append(name)
    return found


def mentions_of(text: str, brands: Sequence[str]) -> Iterator[BodyMention]:
    """Where the brands stand."""
    for at, brand in occurrences(text, list(brands)):
        force = _FORCE.fullmatch(brand)
        full = _COUNTRY[force[1]] + force[2] if force else brand  # 韩海军, which reads like a name
        yield BodyMention(at, at + len(brand), full)


def give_brands(text: str, brands: Sequence[str], phrases: Sequence[Phrase], chains: Sequence[Chain]) -> None:
    """Let a post that a brand stands right before belong to it (某福记|新闻发言人)."""
    lists: list[Sequence[Held | Link]] = [*(p.held for p in phrases), *(c.links for c in chains)]
    for posts in lists:
        brand = ""
        for one in posts:
            before = text[max(0, one.item.post_start - 12) : one.item.post_start]
            plain = _OF_A_TIME.sub("", before)
            brand = next((b for b in brands if before.endswith(b) or plain.endswith(b)), brand)
            if brand and not (one.organization and one.resolved_by == "explicit"):
                one.organization, one.resolved_by = brand, "surface"
