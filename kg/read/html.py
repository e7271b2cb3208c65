"""Web pages: main text, title, date, author and site, taken out of the markup by trafilatura."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.model.article import Article, Rejected
from kg.model.settings import Settings
from kg.read.decoding import UndecodableError, decode
from kg.read.source import Source

MAX_DEPTH = 500  # open elements; real pages stay under 60, and tree walkers recurse
_TAG = re.compile(r"<(/?)(?:div|span|p|table|tr|td|ul|ol|li|b|i|a|font|section|blockquote)\b", re.I)
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.I)


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
    text, title, date, author, site = found
    authors = tuple(a.strip() for a in re.split(r"[;；、]", author) if a.strip())
    return Article(identity, text, title, date, site, url, authors, path, encoding, stored_text=True)


def _main_text(page: str, url: str) -> tuple[str, str, str, str, str] | None:
    from trafilatura import bare_extraction

    found = bare_extraction(
        page, url=url or None, with_metadata=False, include_comments=False, favor_precision=False
    )
    if found is None or not (found.text or "").strip():
        return None
    fields = (found.text, found.title, found.date, found.author, found.sitename)
    return tuple(f or "" for f in fields)  # type: ignore[return-value]  # five of them


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
