"""Biographies: whose life a text tells, and the posts that stand alone in it, behind years or one another."""

from __future__ import annotations

import re

from kg.extract.posts.holders import OTHERS, held_phrase
from kg.extract.posts.office_verbs import ONCE
from kg.extract.posts.phrases import Chain, Phrase
from kg.extract.posts.years_in_office import PERIOD, last_period
from kg.lexicon.trie import occurrences

_LIFE_TITLE = re.compile(r"(?:同志)?(?:简历|生平|小传| ?-- ?|\s+\S+$|：?个人)")
_LIFE = re.compile(
    r"(?:同志)?(?:（[^）]{0,40}）)?(?:，|[^，。；]{0,2})?(?:[男女]，|[^，。]{0,12}(?:人。|人，|族，|生于|出生|毕业|生。|生，)|(?:19|20)\d\d年\d{0,2}月?\d{0,2}日?(?:出)?生)"
)
_LIFE_AFTER_POSTS = re.compile(
    r"，[^。\n]{0,60}。(?:[男女]，|[\u4e00-\u9fff]{1,4}族，|(?:19|20)\d\d年\d{0,2}月?(?:出)?生)"
)


def subject_of(text: str, title: str, names: list[str]) -> str:
    """The person whose life the text tells, or ""."""
    for name in names:
        if title.startswith(name) and _LIFE_TITLE.match(title, len(name)):
            return name
        if any(_begins_life(text, at, at + len(name)) for at, _ in occurrences(text, [name], 0, 1500)):
            return name
    return ""


def _begins_life(text: str, start: int, end: int) -> bool:
    """Whether the name at [start, end) begins a sentence that tells whence its bearer comes."""
    before = text[max(0, start - 5) : start].removesuffix("现在播送")
    return (not before or before[-1] in "\n。：") and bool(
        _LIFE.match(text, end, 1500) or _LIFE_AFTER_POSTS.match(text, end, 1500)
    )


def in_life(chain: Chain, hero: str, before: str) -> Phrase | None:
    """In a biography posts stand alone, behind years or one another."""
    clause = re.split(r"[，；。：\n]", before)[-1]
    if OTHERS.search(before[-14:]):
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
    status, since, until = None, None, None
    if period:
        since, until, past = period
        status = "former" if past else None
    elif re.search(ONCE, before):
        status = "former"
    return held_phrase(chain, hero, status, chain.start, None, since, until, "post-in-biography/1")
