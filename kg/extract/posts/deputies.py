"""Deputies and members of the two sessions named with a word behind them: 周大明代表说, 周大明、林书远等8位代表.

Their congress or conference is the one that the article is about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.posts.phrases import Held, Phrase, Spot
from kg.extract.posts.titles import PostItem

_SEATS = {
    "代表": (re.compile("全国人大|人大代表|代表团"), "全国人民代表大会"),
    "常委": (re.compile("全国政协|政协第"), "中国人民政治协商会议全国委员会"),
    "委员": (re.compile("全国政协|政协委员"), "中国人民政治协商会议全国委员会"),
}
# 周大明|代表说; 代表中国政府 is a verb
_ALONE = re.compile(
    "(?P<post>代表|委员|常委)(?=[是说，。：]|表示|认为|提出|建议|指出|代表[^，。；]{2,20}(?:发言|建议|提出)|告诉|带来|呼吁|谈到|介绍)"
)
_COUNTED = re.compile("等?(?:\\d+|[两三四五六七八九十]+)[位名](?P<post>代表|委员)")


def deputies(text: str, spots: Sequence[Spot]) -> list[Phrase]:
    """The seats of those whom the article calls deputies or members right behind their names."""
    if not any(seat in text for seat in _SEATS):
        return []
    found: list[Phrase] = []
    for number, spot in enumerate(spots):
        alone = _ALONE.match(text, spot.end, spot.sentence_end)
        counted = None if alone else _COUNTED.match(text, spot.end, spot.sentence_end)
        behind = alone or counted
        if behind is None or not _SEATS[behind["post"]][0].search(text):
            continue
        holders = [spot] if alone else _listed(text, spots, number)
        found += [_seat(holder, behind) for holder in holders]
    return found


def _listed(text: str, spots: Sequence[Spot], last: int) -> list[Spot]:
    """The names of the list that ends with number `last`."""
    first = last
    while first and text[spots[first - 1].end : spots[first].start] in {"、", "和"}:
        first -= 1
    return list(spots[first : last + 1])


def _seat(spot: Spot, behind: re.Match[str]) -> Phrase:
    post, end = behind["post"], behind.end()
    item = PostItem(spot.start, end, end, behind.start("post"), end, "", post, post, "")
    close = spot.end if behind.start() != spot.end or behind.group() != post else end
    phrase = Phrase(spot.name, spot.start, spot.end, spot.start, close)
    body = _SEATS[post][1]
    held = Held(spot.name, item, body, "context", None, spot.start, end, "deputy-behind-name/1", 0.9)
    phrase.held.append(held)
    return phrase
