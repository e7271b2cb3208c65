"""The day a report was written on, by its own dateline: a page may print it days later."""

from __future__ import annotations

import re
from datetime import date

from kg.extract.time.dates import find_dates
from kg.model.article import CleanArticle

_WIRED = re.compile("(?:上午|下午|晚)?(?:综合报道|消息|电|讯)")
_REACH = 60  # signs of the first zone within which a dateline stands
_LATE = 15  # days that a page may print a report after its dateline


def written_on(article: CleanArticle, printed: str) -> str:
    """The ISO day of the dateline (某社北京7月6日电); `printed`, the article's date, where there is none near it."""
    if not printed:
        return printed
    for zone in article.zones:
        if zone.kind not in {"dateline", "byline", "body"}:
            continue
        stop = min(zone.end, zone.start + _REACH)
        if _WIRED.search(article.text, zone.start, stop):
            for _, end, time in find_dates(article.text, zone.start, stop, printed):
                if time.start and _WIRED.match(article.text, end) and _is_near(time.start, printed):
                    return time.start
        if zone.kind == "body":
            break
    return printed


def _is_near(wired: str, printed: str) -> bool:
    try:
        days = (date.fromisoformat(printed) - date.fromisoformat(wired)).days
    except ValueError:  # a month or a year
        return False
    return 0 <= days <= _LATE
