"""Bodies that share one post: 甲大学、乙大学等校教授; 甲设计院、乙研究院技术员; 某市政府、市委秘书."""

from __future__ import annotations

import re

from kg.extract.organizations.beginnings import body_in_front
from kg.extract.posts.plausible import is_plausible_body
from kg.extract.posts.titles import REACH, PostItem
from kg.lexicon.place_prefix import Scope
from kg.lexicon.posts import post_lexicon

_LISTED = re.compile(
    r"(?P<bodies>(?:[^，。；：、\n]{2,22}、)*[^，。；：、\n]{2,22}[、和][^，。；：、\n]{2,22}?)等(?:[\d一二三四五六七八九十数几多]+)?余?多?(?:所|家|个)?[^，。；：、\n]{0,10}?的?$"
)
_VERB = re.compile(r"^.*?(?:兼任|担任|现任|曾任|历任|任|受聘为|为|是|在)")
_JOINTS = frozenset("、和与及")
_WHERE = ("在", "于", "来到")
_FAR = 120  # code points that such a list may take


def bodies_listed(text: str, floor: int, item: PostItem) -> tuple[int, list[str]]:
    """Where the list of bodies that share the post of `item` begins, and the bodies as printed; ([] if there is none).

    `floor` is where what was read before ends. A chief has one body only.
    """
    listed = "等" in text[max(0, item.post_start - 24) : item.post_start]
    joined = bool(item.body) and text[item.body_start - 1] in _JOINTS and item.body_start - floor > 3
    if not (listed or joined) or post_lexicon().kind_of(item.post) not in {"job", "member"}:
        return item.body_start, []
    if listed:
        found = _LISTED.search(text, max(floor, item.post_start - _FAR), item.post_start)
        if found and found.end() == item.post_start:
            bodies = _parts(found["bodies"])
            return (found.start() + found["bodies"].index(bodies[0]) if bodies else item.body_start), bodies
    return _pair(text, floor, item) if joined else (item.body_start, [])


def _parts(words: str) -> list[str]:
    """The bodies of a list, the verb in front of the first one left out."""
    first, *others = re.split("[、和]", words)
    return [part for part in (_VERB.sub("", first).removeprefix("以及"), *others) if len(part) >= 2]


def _pair(text: str, floor: int, item: PostItem) -> tuple[int, list[str]]:
    """Two bodies before an occupation, joined without 等."""
    joint = item.body_start - 1
    start = body_in_front(text, max(floor, joint - REACH), joint)
    first = text[start:joint]
    if text.endswith(_WHERE, floor, start):
        return item.body_start, []  # 在某国宾馆|与某党中央委员某某会谈: where they meet
    if len(first) < 3 or not is_plausible_body(first, Scope()) or not is_plausible_body(item.body, Scope()):
        return item.body_start, []
    return start, [first, item.body]
