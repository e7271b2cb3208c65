"""Posts that one person holds at a time."""

from __future__ import annotations

from functools import cache, lru_cache

from kg.lexicon.posts import post_lexicon
from kg.lexicon.tables import rows_of

_CHIEF = frozenset({"chief", "seat"})
# said of many in one body, whatever the head's kind
_MANY = frozenset(
    {
        "领导人",
        "负责人",
        "责任人",
        "首席代表",
        "总领事",
        "领事",
        "连长",
        "排长",
        "班长",
        "队长",
        "长官",
        "代办",
    }
)
# a country has many of these; each belongs to a body that the report left out
_NOT_OF_A_COUNTRY = frozenset(
    {"部长", "主任", "局长", "院长", "校长", "书记", "司令", "司令员", "秘书长", "社长", "行长", "会长"}
)


@cache
def _countries() -> frozenset[str]:
    names = set()
    for row in rows_of("countries.tsv"):
        names |= {row[1], *row[2].split("|")} if len(row) > 2 else {row[1]}
    return frozenset(names)


@lru_cache(maxsize=200_000)
def is_single(body: str, post: str) -> bool:
    """Does the post of this body have one holder at a time (书记 of a committee, 部长 of a ministry)?

    Args:
        body: the full name of the organisation.
        post: the post's name without it.
    """
    if not body or "@" in body:
        return False
    if post.startswith("驻") and post.endswith("大使"):
        return True
    head = post_lexicon().heads.get(post)
    if head is None or head.kind not in _CHIEF or post in _MANY:
        return False
    return not (post in _NOT_OF_A_COUNTRY and body in _countries())
