"""The forms in which organisations are written, and what they stand for: tables, no rules.

Source: kg/lexicon/SOURCES.md, "organizations", "companies", "systems", "contractions".
"""

from __future__ import annotations

import re
from functools import cache

from kg.lexicon.tables import rows_of
from kg.lexicon.trie import pattern_of

AMBIGUOUS_ABROAD = frozenset(
    (
        "外交部 国防部 财政部 司法部 教育部 农业部 商务部 文化部 卫生部 交通部 安全部 公安部 水利部 "
        "内政部 内务部 能源部 国会 议会 参议院 众议院 国民议会 国家安全委员会 国务委员会 最高法院 政府 "
        "海军 空军 央行 国务院 国家安全部"
    ).split()
)

ONLY_IN_HONG_KONG = frozenset("岭大 法改会 社总".split())
"""Short names that mean a body in the news of Hong Kong only, though the full name does not begin with 香港."""


@cache
def companies() -> frozenset[str]:
    """The forms of companies.tsv."""
    return frozenset(form for row in rows_of("companies.tsv") for form in (row[0], *row[1].split("|")))


@cache
def national_forms() -> dict[str, str]:
    """Form → full name of bodies that need no place."""
    forms: dict[str, str] = {}
    for full, known in (*rows_of("companies.tsv"), *rows_of("organizations.tsv")):
        forms[full] = full
        for form in known.split("|"):
            forms[form] = full
    return forms


@cache
def national_pattern() -> re.Pattern[str]:
    """Finds the longest national form at a place."""
    return re.compile(pattern_of(form for form in national_forms() if len(form) > 1))


@cache
def systems() -> dict[str, str]:
    """Tail after a place → full form with {} for the place."""
    return dict(rows_of("systems.tsv"))


@cache
def _contractions() -> tuple[dict[str, str], re.Pattern[str]]:
    table = dict(rows_of("contractions.tsv"))
    return table, re.compile(pattern_of(table))


def expand_contractions(name: str) -> str:
    """Write the usual short words inside a body's name in full: 环保局 → 环境保护局."""
    table, pattern = _contractions()
    return pattern.sub(lambda m: table[m.group()], name)
