"""Biographies: whose life a text tells, and the posts that stand alone in it, behind years or one another."""

from __future__ import annotations

import re

from kg.extract.organizations.beginnings import BODY_END
from kg.extract.posts.holders import OTHERS, held_phrase
from kg.extract.posts.office_verbs import ONCE
from kg.extract.posts.phrases import Chain, Phrase
from kg.extract.posts.years_in_office import PERIOD, last_period
from kg.lexicon.organizations import official_name
from kg.lexicon.place_prefix import Scope
from kg.lexicon.trie import occurrences

_LIFE_TITLE = re.compile(r"(?:同志)?(?:简历|生平|小传| ?-- ?|\s+\S+$|：?个人)")
_LIFE = re.compile(
    r"(?:同志)?(?:（[^）]{0,40}）)?(?:，|[^，。；\n]{0,2})?(?:[男女]，|(?:又名|原名|本名)[\u4e00-\u9fff]{2,4}[，。]|[^，。\n]{0,12}(?:人。|人，|族，|生于|出生|毕业|生。|生，)|(?:19|20)\d\d年\d{0,2}月?\d{0,2}日?(?:出)?生)"
)
_LIFE_AFTER_POSTS = re.compile(
    r"，[^。\n]{0,60}。(?:[男女]，|[\u4e00-\u9fff]{1,4}族，|(?:19|20)\d\d年\d{0,2}月?(?:出)?生)"
)


_AT_THE_TOP = 1500  # code points in which the life that a text tells begins
_LONGEST_BEGINNING = 120  # code points that tell whence somebody comes
_ENDS = re.compile(r"[，。；、）)（(\s]|等|至今|职|期间|$")


def subjects_of(text: str, title: str, names: list[str]) -> list[tuple[int, str]]:
    """Whose lives the text tells, and from where on: (position, name), the first from 0 on; [] if nobody's."""
    first = next((name for name in names if _is_subject(text, title, name)), "")
    if not first:
        return []
    begun = sorted(
        (at, name)
        for name in names
        for at, _ in occurrences(text, [name])
        if _begins_life(text, at, at + len(name), at + _LONGEST_BEGINNING)
    )
    others = begun if len({name for _, name in begun}) > 1 else []
    return [(0, first), *others]


def _is_subject(text: str, title: str, name: str) -> bool:
    if title.startswith(name) and _LIFE_TITLE.match(title, len(name)):
        return True
    spots = occurrences(text, [name], 0, _AT_THE_TOP)
    return any(_begins_life(text, at, at + len(name), _AT_THE_TOP) for at, _ in spots)


def _begins_life(text: str, start: int, end: int, limit: int) -> bool:
    """Whether the name at [start, end) begins a sentence that tells whence its bearer comes."""
    before = text[max(0, start - 5) : start].removesuffix("现在播送")
    return (not before or before[-1] in "\n。：") and bool(
        _LIFE.match(text, end, limit) or _LIFE_AFTER_POSTS.match(text, end, limit)
    )


def in_life(text: str, chain: Chain, hero: str, before: str) -> Phrase | None:
    """In a biography posts stand alone, behind years or one another, or with their years in brackets."""
    clause = re.split(r"[，；。：\n]", before)[-1]
    if OTHERS.search(before[-14:]) or not _ENDS_POST.match(text, chain.end):
        return None
    period = last_period(before)
    rest = PERIOD.sub("", clause).strip("　 至今，、（）()年起")
    rest = re.sub(
        r"(?:中共)?(?:第?[一二三四五六七八九十]+届、?)+|^先后|^同时|^并|^后|^原|^曾",
        "",
        rest.removeprefix(hero).strip(" -：:　"),
    )
    if rest:
        return None
    if not period and not _ENDS.match(text, chain.end):
        return None  # 警员|问他, 记者：…
    status, since, until = None, None, None
    behind = _YEARS_BEHIND.match(text, chain.end)
    period = (last_period(behind["years"]) if behind else None) or period
    if period is None and _is_under_past(text, chain.start):
        status = "former"
    if period:
        since, until, past = period
        status = "former" if past else None
    elif re.search(ONCE, before):
        status = "former"
    return held_phrase(chain, hero, status, chain.start, None, since, until, "post-in-biography/1")


def over_a_blank(text: str, chain: Chain) -> int:
    """Give the posts a body that stands before a blank in a list (某大学 校长助理); how far that reaches to the left."""
    first = chain.links[0]
    told = _BODY_AND_BLANK.search(text, max(0, chain.start - 30), chain.start)
    inner = not first.item.body or _PART.search(first.item.body)
    if told is None or not inner or not BODY_END.search(told["body"]):
        return 0
    name = official_name(told["body"], Scope()).name
    for link in chain.links:
        if link.organization is None and not link.item.body:
            link.organization, link.resolved_by = name, "explicit"
        elif link.resolved_by == "surface" and _PART.search(link.item.body):
            link.organization = name + link.item.body
    return len(told["body"]) + 1


_BODY_AND_BLANK = re.compile("(?:^|[\n。；，）\\d至今 ])(?P<body>[\u4e00-\u9fff（）]{4,24})[ \u3000]$")
_PART = re.compile(
    "^(?!.*(?:大学|公司|集团|中国|国家))[\u4e00-\u9fff]{2,8}(?:院|所|系|部|处|室|中心|委员会)$"
)
_ENDS_POST = re.compile(
    "[、，；。（()）\\s]|$|(?:等)?(?:职务|职)|至今|等"
)  # 经济学家|赞成: no station of a life
_YEARS_BEHIND = re.compile(r"（(?P<years>(?:19|20)\d\d[^）]{2,24})）")  # 副院长（1997.5—2002.1）
_HEADING = re.compile("(?:(?P<past>曾任|历任|曾担任|以往)|现任|目前|主要)?[\u4e00-\u9fff]{2,4}[：:]?")
_LINES = 8  # of posts under one heading


def _is_under_past(text: str, at: int) -> bool:
    """Whether the nearest heading above says that its posts are over (曾任职务)."""
    end = text.rfind("\n", 0, at)
    for _ in range(_LINES):
        start = text.rfind("\n", 0, max(end, 0)) + 1
        heading = _HEADING.fullmatch(text[start:end].strip()) if end > 0 else None
        if heading or start == 0:
            return bool(heading and heading["past"])
        end = start - 1
    return False
