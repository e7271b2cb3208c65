"""Terms of office that are numbered: 第九届全国政协委员 is past in news of 2024.

A tenure told with a term that was over on the article's day is a former one, though no word says so.
"""

from __future__ import annotations

import re

_TERM = re.compile(
    r"第?(?P<last>[一二三四五六七八九十]{1,3})届"
    r"(?=全国人(?:大|民代表大会)|全国政协|中国人民政治协商会议|全国委员会|中央(?:委员|候补委员|纪委|政治局|政协)|$)"
)
_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")}
# The year in which a term began; the next one's is the year in which it ended.
_CONGRESS = {5: 1978, 6: 1983, 7: 1988, 8: 1993, 9: 1998, 10: 2003, 11: 2008, 12: 2013, 13: 2018, 14: 2023}
_PARTY = {8: 1956, 9: 1969, 10: 1973, 11: 1977, 12: 1982, 13: 1987, 14: 1992, 15: 1997}
_PARTY |= {16: 2002, 17: 2007, 18: 2012, 19: 2017, 20: 2022}
_REACH = 12  # code points before and behind the beginning of a body in which its term may stand


def is_over(text: str, body_start: int, organization: str, date: str, body_end: int | None = None) -> bool:
    """Whether the term named before a body, or in it up to `body_end`, ended before the year of `date`."""
    began = _beginnings(organization)
    if not began or not date:
        return False
    before = _TERM.search(text, max(0, body_start - _REACH), body_start)
    stop = min(body_start + 2 * _REACH, len(text) if body_end is None else body_end)
    found = before or _TERM.search(text, body_start, stop)  # …会议第八届全国委员会
    if found is None or found.end() < body_start:
        return False
    until = began.get(number(found["last"]) + 1)
    return until is not None and until < int(date[:4])


def _beginnings(organization: str) -> dict[int, int]:
    if organization.startswith(("全国人民代表大会", "中国人民政治协商会议全国委员会")):
        return _CONGRESS
    return _PARTY if organization.startswith("中国共产党中央") else {}


def number(words: str) -> int:
    """The number that Chinese numerals below a hundred write (十四 → 14)."""
    tens, ten, ones = words.rpartition("十")
    if not ten:
        return _DIGITS.get(words, 0)
    return 10 * (_DIGITS.get(tens, 1) if tens else 1) + (_DIGITS.get(ones, 0) if ones else 0)
