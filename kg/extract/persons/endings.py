"""How well what follows a name ends it, in bits.

The words that follow names (指出, 出席, 等 …) are in kg/lexicon/name_contexts.tsv.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kg.extract.segment import is_word, tag
from kg.lexicon.body_forms import national_pattern
from kg.lexicon.places import places
from kg.lexicon.tables import rows_of
from kg.lexicon.trie import pattern_of

BEST_END = 5.0  # bits: what follows a name can say no more for it
HARD_END = frozenset("、，。；：！？（）()《》“”‘’「」『』【】\n \u3000…—,;:!?\"'/|>→")


@cache
def context_words(*sides: str) -> frozenset[str]:
    """The words of name_contexts.tsv that stand on one of `sides` of a name."""
    return frozenset(word for word, side in rows_of("name_contexts.tsv") if side in sides)


@cache
def words_after() -> re.Pattern[str]:
    """Finds the words that stand behind names."""
    return re.compile(pattern_of(context_words("after", "weak")))


def follows_names(word: str) -> bool:
    """Whether `word` is one of those that stand behind people's names (时, 指出, 密切)."""
    return word in context_words("after", "weak")


def takes_office(text: str, at: int) -> bool:
    """Whether 任 at `at` is the verb, a body or a place behind it (某某|任太原市市长)."""
    return text[at] == "任" and bool(
        places().longest_at(text, at + 1) or national_pattern().match(text, at + 1)
    )


def end_weight(text: str, at: int = 0, limit: int | None = None) -> float:
    """How well what follows in text[at:limit] ends a name, in bits."""
    if limit is None:
        limit = len(text)
    if at >= limit or text[at] in HARD_END:
        return 5.0
    if text[at].isascii():
        return -3.0 if _SHARE.match(text, at) else 4.0
    if takes_office(text, at):
        return 4.5  # 某某|任太原市市长
    found = words_after().match(text, at, limit)
    if found:
        return 4.5 if found.end() - at > 1 else 2.5
    begins = text[at] in _BODIES_BEGIN and text[at - 1 : at] not in {"和", "与", "及", "同", "由"}
    if begins and national_pattern().match(text, at, min(limit, at + 12)):
        return 3.5  # 免去某某|政协第十二届全国委员会…职务
    return _weight_of_words(text[at : min(limit, at + 5)])


_BODIES_BEGIN = frozenset("政最全国中")
_SHARE = re.compile("[ABH](?![A-Za-z])")  # 张裕A: a listed firm


@lru_cache(maxsize=100_000)
def _weight_of_words(following: str) -> float:
    first, flag = tag(following)[0]
    if len(first) > 1 and not flag.startswith("nr") and flag != "x":
        return 2.5 if flag[0] in "vdpctrm" else 1.0
    return -3.0


def ending_weight(window: str, size: int) -> float:
    """How well the name is ended by what follows; less so where a word runs across the border (王智徇|私)."""
    weight = end_weight(window, size, len(window))
    following = window[size : size + 1]
    if (
        following
        and following not in HARD_END
        and following not in "等和同向对及与"
        and is_word(window[size - 1] + following)
    ):
        weight -= 2.0
    return weight
