"""Dates as containers and date lines print them → ISO days."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = {
    m: i
    for i, m in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_DIGITS = {c: str(i) for i, c in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0", "Ｏ": "0"}

DAY = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)\s*(?:[-/.]|年)\s*(?P<m>0?[1-9]|1[0-2])\s*(?:[-/.]|月)\s*(?P<d>3[01]|[12]\d|0?[1-9])(?!\d)"
)
_COMPACT = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?!\d)")
_ENGLISH = (
    re.compile(r"(?P<m>[A-Za-z]{3})[a-z]{0,9}\.?\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y>(?:19|20)\d\d)"),
    re.compile(r"(?P<d>\d{1,2})(?:st|nd|rd|th)?\s+(?P<m>[A-Za-z]{3})[a-z]{0,9}\.?,?\s+(?P<y>(?:19|20)\d\d)"),
)
_CHINESE = re.compile(
    r"(?P<y>[一二][〇○零Ｏ一二三四五六七八九]{3})年(?P<m>[一二三四五六七八九十]{1,2})月(?P<d>[一二三四五六七八九十]{1,3})日"
)


def iso_day(words: str) -> str:
    """The first full date in `words` as YYYY-MM-DD, "" where there is none."""
    if not words:
        return ""
    for pattern in (DAY, _COMPACT):
        if found := pattern.search(words):
            return _iso(int(found["y"]), int(found["m"]), int(found["d"]))
    for pattern in _ENGLISH:
        if (found := pattern.search(words)) and (month := _MONTHS.get(found["m"].lower())):
            return _iso(int(found["y"]), month, int(found["d"]))
    if found := _CHINESE.search(words):
        year = int("".join(_DIGITS[c] for c in found["y"]))
        return _iso(year, _count(found["m"]), _count(found["d"]))
    return _of_timestamp(words)


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _count(words: str) -> int:
    """二十一 → 21, 三一 → 31; 0, which no month and no day has, for what counts nothing (十十)."""
    if "十" not in words:
        return int("".join(_DIGITS[c] for c in words))
    tens, _, ones = words.partition("十")
    if len(tens) > 1 or len(ones) > 1 or ones == "十":
        return 0
    return int(_DIGITS[tens] if tens else "1") * 10 + int(_DIGITS[ones] if ones else "0")


def _of_timestamp(words: str) -> str:
    """Seconds or milliseconds since 1970, counted in China's time zone."""
    if not re.fullmatch(r"1\d{9}|1\d{12}", words.strip()):
        return ""
    seconds = int(words.strip()[:10]) + 8 * 3600
    return date.fromordinal(date(1970, 1, 1).toordinal() + seconds // 86400).isoformat()
