"""The years that stand before a post: 1998年3月至2003年, 2005年起."""

from __future__ import annotations

import re

PERIOD = re.compile(
    r"(?P<since>(?:19|20)\d\d)(?:[年.．](?P<month>\d{1,2})月?)?(?:\d{1,2}日)?年?(?:[-—－–~～至到]+(?P<until>(?:19|20)\d\d|今|现在)?(?:[年.．](?P<umonth>\d{1,2})月?)?年?|(?P<open>起|以来|至今))?"
)


_LONGEST = 45  # years that somebody may hold a post; more is a life


def last_period(words: str) -> tuple[str | None, str | None, bool] | None:
    """(since, until, whether it is over) of the last period in `words`."""
    found = [p for p in PERIOD.finditer(words) if not _OF_LIFE.match(words, p.end())]
    if not found:
        return None
    period = found[-1]
    if (
        period["until"]
        and period["until"].isdigit()
        and int(period["until"]) - int(period["since"]) > _LONGEST
    ):
        return None  # 陈某（1897—2004）
    if len(words) - period.end() > 40:
        return None
    until = period["until"]
    over = not (period["open"] or until in {"今", "现在"})
    end = until if until and until.isdigit() else None
    return _iso(period["since"], period["month"]), _iso(end, period["umonth"]) if end else None, over


_OF_LIFE = re.compile("[月日]{0,2}(?:出?生|参加|加入|毕业|入党|考入)")


def _iso(year: str, month: str | None) -> str:
    return f"{year}-{int(month):02}" if month and 1 <= int(month) <= 12 else year
