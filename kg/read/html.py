"""Web pages: main text, title, date, author and site, taken out of the markup by trafilatura."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.model.article import Article, Rejected
from kg.model.settings import Settings
from kg.read.decoding import UndecodableError, decode
from kg.read.source import Source

MAX_DEPTH = 500  # open elements; real pages stay under 60, and tree walkers recurse
_TAG = re.compile(r"<(/?)(?:div|span|p|table|tr|td|ul|ol|li|b|i|a|font|section|blockquote)\b", re.I)
_SOURCE = re.compile(r"(?:来源|來源|稿源)\s*[：:](?:\s|&nbsp;|<[^>]{0,200}>)*(?P<name>[^<>\s&|]{2,20})")
_DAY = r"(?:19|20)\d\d\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?"
_PRINTED_DAY = re.compile(
    rf"(?P<day>{_DAY})\s*(?:\d{{1,2}}:\d\d|(?:<[^>]{{0,200}}>|\s)*来源)|(?:时间|日期)\s*[：:]\s*(?P<named>{_DAY})"
)
_SITE = re.compile(r"\s*[-_|—–丨｜>]")
HEAD_LINES = 12  # in which a page prints its headline
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.I)


class _Page(NamedTuple):
    text: str
    title: str
    date: str
    author: str
    site: str


def read_html(source: Source, settings: Settings) -> Iterator[Article | Rejected]:
    """Yield the article of one page."""
    limit = settings.max_article_bytes
    with source.open(limit) as stream:
        data = stream.read(limit + 1)
    if len(data) > limit:
        yield Rejected(source.stem, f"over {limit} bytes; raise max_article_bytes to read it", source.name)
    else:
        yield article_of_page(data, source.stem, source.name)


def article_of_page(data: bytes, identity: str, path: str, url: str = "") -> Article | Rejected:
    """The article that the page `data` shows; `url` helps to date it."""
    try:
        page, encoding = _decode_page(data)
    except UndecodableError as error:
        return Rejected(identity, str(error), path)
    if _depth(page) > MAX_DEPTH:
        return Rejected(
            identity, f"elements nested over {MAX_DEPTH} deep: no page that a reader could see", path
        )
    found = _main_text(page, url)
    if found is None:
        return Rejected(identity, "no article text in the page; is it a list, a video or a frame?", path)
    authors = tuple(a.strip() for a in re.split(r"[;；、]", found.author) if a.strip())
    return Article(
        id=identity,
        text=found.text,
        title=_title_of(found),
        date=_day_of(page, found.date),
        source=printed["name"] if (printed := _SOURCE.search(page)) else found.site,
        url=url,
        authors=authors,
        path=path,
        encoding=encoding,
        stored_text=True,
    )


def _title_of(found: _Page) -> str:
    """The title without the names of column and site that a window's title bar adds."""
    for line in found.text.split("\n", HEAD_LINES)[:HEAD_LINES]:
        if len(line) > 3 and found.title.startswith(line) and _SITE.match(found.title, len(line)):
            return line
    return found.title


def _day_of(page: str, guessed: str) -> str:
    """The day printed beside the source; the library may make a New Year's Day of a mere year."""
    printed = _PRINTED_DAY.search(page)
    return (printed["day"] or printed["named"]) if printed else guessed


def _main_text(page: str, url: str) -> _Page | None:
    from trafilatura import bare_extraction
    from trafilatura.settings import Document

    found = bare_extraction(page, url=url or None, with_metadata=True, include_comments=False)
    if not isinstance(found, Document) or not (found.text or "").strip():
        return None
    fields = (found.text, found.title, found.date, found.author, found.sitename)
    return _Page(*(field or "" for field in fields))


def _decode_page(data: bytes) -> tuple[str, str]:
    """Decode a page by its byte-order mark, as what it declares, or as guessed."""
    declared = _META_CHARSET.search(data[:4096])
    if declared and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        name = declared[1].decode("ascii").lower()
        name = "gb18030" if name in {"gb2312", "gbk", "gb_2312-80"} else name
        try:
            return data.decode(name), name
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data)


def _depth(page: str) -> int:
    deepest = depth = 0
    for tag in _TAG.finditer(page):
        depth += -1 if tag[1] else 1
        deepest = max(deepest, depth)
    return deepest
