"""The lines of a page → typed zones: what stands around the story, and the story."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from kg.clean.furniture import is_sentence, kind_of, kind_of_closing
from kg.clean.inline import EDITING, find_lead, find_tail
from kg.model.article import Zone, ZoneKind

MAX_CRUMB = 8  # characters of a step of a navigation that stands on a line of its own
MAX_TITLE = 150  # characters; the longest official headlines have about 120
HEAD_LINES = 15  # before the story begins there are at most so many lines
_KICKER = re.compile(r"(?:强调|指出|提出|表示|要求|主持|讲话|时说|批示|指示|出席|致辞|提到|：)$")
_SUBTITLE = re.compile(r"^\s*(?:—{1,2}|-{2,}|──)")
_FLAT = re.compile(r"[\s　·•・—\-_|｜丨“”\"'‘’《》「」，,、：:！!？?（）()【】\[\]]+")
_OPEN: frozenset[ZoneKind | None] = frozenset({None, "breadcrumb"})
MAX_SITE = 40  # characters of a site's name behind the title, its dash included
_OPENERS = frozenset(" ·•・—-_|｜丨“”\"'‘’《》「」，,、：:！!？?（）()【】[]")
_SITE = re.compile(r"^\s*[-_|—–丨｜]+\s*【?(?P<site>[^】]{2,24})】?\s*$")


@dataclass(slots=True)
class Line:
    """One line of the cleaned text, with what it is taken for."""

    start: int
    end: int
    text: str
    kind: ZoneKind | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """The zones of an article, in order, and what its furniture tells."""

    zones: tuple[Zone, ...]
    dateline_place: str = ""
    site: str = ""  # named behind the title, as in a window's title bar


def find_layout(text: str, title: str) -> Layout:
    """Divide `text` into zones; `title` is the headline as the container gives it, or ""."""
    lines = list(_lines(text))
    for line in lines:
        if line.text and not is_sentence(line.text):
            line.kind = kind_of(line.text)
    site = _head(lines, title)
    _foot(lines)
    zones, place = _zones(lines)
    return Layout(tuple(zones), place, site)


def _lines(text: str) -> Iterator[Line]:
    start = 0
    for words in text.split("\n"):
        yield Line(start, start + len(words), words)
        start += len(words) + 1


@lru_cache(maxsize=1024)
def flat(words: str) -> str:
    """`words` without spaces and marks, to compare titles."""
    return _FLAT.sub("", words)


def _is_story(line: Line) -> bool:
    return line.kind is None and (len(line.text) > 60 or is_sentence(line.text))


def _head(lines: list[Line], title: str) -> str:
    """Name the lines before the story; returns the site that stands behind the title, or ""."""
    if not title:
        titles = list(_titles(lines[:HEAD_LINES]))
        _name_titles(titles)
        title = " ".join(line.text for line in titles if line.kind == "headline")
    return _titled_head(lines[:HEAD_LINES], flat(title)) if flat(title) else ""


def _titles(head: list[Line]) -> Iterator[Line]:
    """The headline of a page whose title nobody told: what stands over the date line, else over the story."""
    marked = next((i for i, line in enumerate(head) if line.kind == "source_line"), len(head))
    told = next((i for i, line in enumerate(head) if line.kind is None and _tells(line.text)), len(head))
    story = next((i for i, line in enumerate(head) if _is_story(line)), len(head))
    end = marked if marked < told else min(story, told)
    found = [line for line in head[:end] if line.kind is None and line.text]
    if any(line.kind == "breadcrumb" for line in head[:end]):
        while len(found) > 1 and len(found[0].text) <= MAX_CRUMB:
            found.pop(0).kind = "breadcrumb"
    printed = [flat(line.text) for line in found]
    again = next((line for i, line in enumerate(found) if printed[i] in printed[i + 1 :]), None)
    if again is not None:
        yield again
    elif marked < told or (1 <= len(found) <= 3 and story < len(head)):
        yield from found


def _tells(words: str) -> bool:
    """Whether a line over a date line can be no headline: it ends as a statement does, or is too long."""
    return len(words) > MAX_TITLE or (len(words) > 24 and words[-1] in "。；")


def _name_titles(titles: list[Line]) -> None:
    for i, line in enumerate(titles):
        last = i == len(titles) - 1
        if _SUBTITLE.match(line.text) and i:
            line.kind = "subtitle"
        elif i == 0 and not last and _KICKER.search(line.text):
            line.kind = "kicker"
        else:
            line.kind = "headline"


def _titled_head(head: list[Line], title: str) -> str:
    """Find the printed title: its last print over the story is the headline, earlier ones are navigation."""
    site, prints = "", [-1]
    for i, line in enumerate(head):
        if _is_story(line) and flat(line.text) != title:
            break
        if len(line.text) < len(title) or line.text[0] not in {title[0], *_OPENERS}:
            continue
        words = flat(line.text)
        if words == title:
            prints.append(i)
        elif words.startswith(title) and len(line.text) <= 2 * len(title) + MAX_SITE and line.kind in _OPEN:
            behind = _site_behind(line.text, title)
            if behind:
                prints.append(i)
            site = site or behind
    for i in prints[1:]:
        head[i].kind = "headline" if i == prints[-1] else "breadcrumb"
    before = head[: max(prints[-1], 0)]
    for line in before if any(line.kind == "breadcrumb" for line in before) else ():
        if line.kind is None and len(line.text) <= 40 and line.text[-1:] not in "。！？：":
            line.kind = "breadcrumb"
    return site


def _site_behind(line: str, title: str) -> str:
    for cut in range(len(line), max(0, len(line) - MAX_SITE), -1):
        if flat(line[:cut]) == title and (found := _SITE.match(line[cut:])):
            return found["site"].strip()
    return ""


_CLOSING: frozenset[ZoneKind | None] = frozenset(
    {"editors", "related", "copyright", "footer", "share", "spam"}
)
_ONLY_OUTSIDE: frozenset[ZoneKind | None] = frozenset(
    {"source_line", "breadcrumb", "footer", "share", "byline"}
)
"""What stands before or after a story; between two of its paragraphs such words belong to it."""


def _foot(lines: list[Line]) -> None:
    """Name the lines after the story: there, short lines among furniture are furniture too."""
    last = _last_of_story(lines)
    first = next((i for i, line in enumerate(lines) if _is_story(line)), len(lines))
    for line in lines[first + 1 : max(last, 0)]:
        if line.kind in _ONLY_OUTSIDE:
            line.kind = None
    closed: ZoneKind | None = None
    for line in lines[last + 1 :]:
        if line.kind in _CLOSING:
            closed = "footer" if line.kind == "editors" else line.kind
        elif line.kind is None and closed:
            line.kind = "related" if closed == "related" else "footer"
        elif line.kind == "caption" and closed:
            line.kind = "footer"


def _last_of_story(lines: list[Line]) -> int:
    """The last line that tells something (index, -1 for none); notices behind it are named on the way."""
    for i in range(len(lines) - 1, -1, -1):
        line = lines[i]
        if _is_story(line):
            line.kind = kind_of_closing(line.text) if i else None
            if line.kind is None:
                return i
    return -1


def _zones(lines: list[Line]) -> tuple[list[Zone], str]:
    """The zones of all lines, neighbouring story lines as one body; and the place that a dateline names."""
    zones: list[Zone] = []
    place, leads, body = "", 3, -1  # body: where the body zone under way begins
    reach = 0  # and where it ends so far
    for line in lines:
        if line.start == line.end:
            continue
        start, end, lead, tail = line.start, line.end, None, None
        if line.kind is None:
            if leads:
                leads -= 1
                lead = find_lead(line.text)
            tail = find_tail(line.text)
            start += lead.end if lead else 0
            end = max(start, line.start + tail) if tail is not None else end
        if body >= 0 and (line.kind is not None or lead):
            zones.append(Zone("body", body, reach))
            body = -1
        if line.kind is not None:
            zones.append(Zone(line.kind, line.start, line.end))
            continue
        if lead:
            place = place or lead.place
            zones.append(Zone("dateline" if lead.place else "byline", line.start, start))
        if start < end:
            body, reach = (start if body < 0 else body), end
        if end < line.end:
            if body >= 0:
                zones.append(Zone("body", body, reach))
                body = -1
            signed_by_editors = EDITING.search(line.text, end - line.start)
            zones.append(Zone("editors" if signed_by_editors else "byline", end, line.end))
    if body >= 0:
        zones.append(Zone("body", body, reach))
    return zones, place
