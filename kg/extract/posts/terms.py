"""Terms of office that are numbered: 第九届全国政协委员 is past in news of 2024.

A tenure told with a term that was over on the article's day is a former one, though no word says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.extract.posts.phrases import Held, Phrase

_TERM = re.compile(
    r"第?(?P<last>[一二三四五六七八九十]{1,3})届"
    r"(?=全国人(?:大|民代表大会)|全国政协|中国人民政治协商会议|全国委员会|中央(?:委员|候补委员|纪委|政治局|政协)|执行委员会|$)"
)
_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")}
# The year in which a term began; the next one's is the year in which it ended.
_CONGRESS = {5: 1978, 6: 1983, 7: 1988, 8: 1993, 9: 1998, 10: 2003, 11: 2008, 12: 2013, 13: 2018, 14: 2023}
_PARTY = {8: 1956, 9: 1969, 10: 1973, 11: 1977, 12: 1982, 13: 1987, 14: 1992, 15: 1997}
_PARTY |= {16: 2002, 17: 2007, 18: 2012, 19: 2017, 20: 2022}
# The number of the term that began in 2022; each of these congresses meets every five years.
_EVERY_FIVE = {
    "中国国民党革命委员会": 14,
    "中国民主同盟": 13,
    "中国民主建国会": 12,
    "中国民主促进会": 15,
    "中国农工民主党": 17,
    "中国致公党": 16,
    "九三学社": 15,
    "台湾民主自治同盟": 11,
    "中华全国工商业联合会": 13,
}
_REACH = 12  # code points before and behind the beginning of a body in which its term may stand


def past_terms(text: str, date: str, phrases: Iterable[Phrase]) -> None:
    """Mark as former what is told with a term of office that is over, and what 、 joins to it (某届政治局委员、书记处书记)."""
    for phrase in phrases:
        before: Held | None = None
        for held in phrase.held:
            organization = held.organization or ""
            if held.status is None and organization:
                joined = before is not None and text[before.item.end : held.item.body_start] == "、"
                over = is_over(text, held.item.body_start, organization, date, held.item.body_end)
                if over or (joined and organization.startswith("中国共产党中央")):
                    held.status = "former"
            before = held if held.status == "former" and _beginnings(organization) else None


def is_over(text: str, body_start: int, organization: str, date: str, body_end: int | None = None) -> bool:
    """Whether the term named before a body, or in it up to `body_end`, ended before the year of `date`."""
    began = _beginnings(organization)
    if not began or not date:
        return False
    before = _TERM.search(text, max(0, body_start - _REACH), body_start)
    before = before if before and before.end() == body_start else None  # no neighbour's term
    stop = min(body_start + 2 * _REACH, len(text) if body_end is None else body_end)
    found = before or _TERM.search(text, body_start, stop)  # …会议第八届全国委员会
    if found is None or found.end() < body_start:
        return False
    until = began.get(number(found["last"]) + 1)
    return until is not None and until < int(date[:4])


def _beginnings(organization: str) -> dict[int, int]:
    if organization.startswith(("全国人民代表大会", "中国人民政治协商会议全国委员会")):
        return _CONGRESS
    now = next((n for body, n in _EVERY_FIVE.items() if organization.startswith(body)), 0)
    if now:
        return {term: 2022 - 5 * (now - term) for term in range(1, now + 1)}
    return _PARTY if organization.startswith("中国共产党中央") else {}


def number(words: str) -> int:
    """The number that Chinese numerals below a hundred write (十四 → 14)."""
    tens, ten, ones = words.rpartition("十")
    if not ten:
        return _DIGITS.get(words, 0)
    return 10 * (_DIGITS.get(tens, 1) if tens else 1) + (_DIGITS.get(ones, 0) if ones else 0)
