"""Title, day, source, authors and editors, from the container and from the furniture of the page."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from functools import lru_cache

from kg.clean.dates import DAY, iso_day
from kg.clean.furniture import MEDIUM
from kg.clean.inline import SURNAMES
from kg.clean.layout import Layout, flat
from kg.clean.script import is_traditional, simplify
from kg.clean.signatures import Signed, signed_by
from kg.model.article import Article, Meta

_HAN = re.compile(r"[\u4e00-\u9fff]")
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
_SPACES = re.compile(r"\s+")
_SOURCE = re.compile(
    r"(?:来源|稿源|文章来源|信息来源|发布人|发布单位|发布机构|发布者)(?:\s*[：:]\s*|\s+)(?P<name>[^\s|｜：:；;]{0,30}(?:\s[A-Za-z]+)*)"
)
_ADDRESS = re.compile(r"^(?:https?://|www\.)|\.(?:com|cn|net|org)\b|/|^[\W_]*$|^web news", re.I)
_NOT_A_NAME = re.compile(
    rf"{DAY.pattern}\s*日?|\d{{1,2}}:\d\d(?::\d\d)?|第\s*\d+\s*版|星期.|[（(）)【】\[\]|｜《》]"
)
_BARE_MEDIUM = re.compile(rf"(?:^|\s)(?P<name>{MEDIUM})(?=\s|$)")
_MEDIUM_SIGNS = re.compile(rf"[（(【]\s*(?P<name>{MEDIUM})\s*[）)】]")
_SIGNING = re.compile(
    r"记者|通讯员|作者|撰文|采写|编译|[文图][/／｜|：:]|实习生|翻译|执笔|评论员|供稿|编辑|责编|审核|校对|编审"
)
_ONLY_NAMES = re.compile(
    r"^\s*[（(【\[]?\s*(?:[\u4e00-\u9fff]{2,6}[网社报台]\s+)?[\u4e00-\u9fff·]{1,4}(?:[\s、，]+[\u4e00-\u9fff·]{1,4}){0,9}\s*[）)】\]]?"
)
_PIECES = re.compile(r"[（(【\[][^（()）【】\[\]]*[）)】\]]|[^（(【\[]+")
_SIGNED_THERE = re.compile(
    r"(?:作者|记者|通讯员|撰文|责任编辑|责编|编辑)\s*[：:]\s*[\u4e00-\u9fff·]{2,4}(?:[\s、][\u4e00-\u9fff·]{2,4}(?![\u4e00-\u9fff：:]))*(?![\u4e00-\u9fff])"
)
_HERE = frozenset({"正文", "文章内容", "动态内容", "内容", "详情", "详细内容", "文章正文", "新闻正文"})
_NEXT_FIELD = re.compile(r"作者|记者|编辑|责编|发布|时间|日期|点击|浏览|阅读|字号|信息员|\d{4}|\d{1,2}:")


@dataclass(frozen=True, slots=True)
class Printed:
    """The words of the furniture, by kind."""

    headline: tuple[str, ...]
    source_line: str
    breadcrumb: str
    byline: tuple[str, ...]  # datelines too
    editors: tuple[str, ...]


_NOTHING = Printed((), "", "", (), ())


def printed_in(text: str, layout: Layout) -> Printed:
    """Collect the words of each kind of furniture."""
    if len(layout.zones) == 1 and layout.zones[0].kind == "body":
        return _NOTHING
    words: dict[str, list[str]] = {}
    for zone in layout.zones:
        if zone.kind != "body":
            words.setdefault(zone.kind, []).append(text[zone.start : zone.end])
    every = {kind: tuple(lines) for kind, lines in words.items()}
    return Printed(
        headline=every.get("headline", ()),
        source_line=" ".join(every.get("source_line", ())),
        breadcrumb=">".join(every.get("breadcrumb", ())),
        byline=every.get("dateline", ()) + every.get("byline", ()),
        editors=every.get("editors", ()),
    )


@lru_cache(maxsize=256)
def tidy(words: str) -> str:
    """Words of a container in simplified characters, entities resolved, spaces folded."""
    words = _UNSEEN.sub("", html.unescape(words)) if "&" in words or _UNSEEN.search(words) else words
    words = _SPACES.sub(" ", words).strip()
    words = _DIRT.sub("", words)
    return simplify(words) if is_traditional(words) else words


_DIRT = re.compile(
    r"^([A-Za-z])\1{4,}(?=[\u4e00-\u9fff])"
)  # NNNNNNN全国…: what a page's form left before the headline


def meta_of(article: Article, text: str, layout: Layout, traditional: bool) -> Meta:
    """What is known of the article besides its story; the container is believed before the page."""
    printed = printed_in(text, layout)
    signed = _signed(article, printed)
    title = tidy(article.title) or _title(printed.headline)
    return Meta(
        title=title,
        date=iso_day(article.date) or iso_day(printed.source_line),
        source=_source(article, printed, layout),
        authors=signed.authors,
        editors=signed.editors,
        language="zh",
        script="Hant" if traditional else "Hans",
        section=_section(printed.breadcrumb, title),
        dateline_place=layout.dateline_place,
    )


def _title(printed: tuple[str, ...]) -> str:
    """The lines of the headline, each once: pages print it in the window's title and over the story."""
    lines: list[str] = []
    for line in printed:
        words = flat(line)
        if not any(words.startswith(flat(kept)) for kept in (*lines, " ".join(lines)) if kept):
            lines.append(line)
    return tidy(" ".join(lines))


def _source(article: Article, printed: Printed, layout: Layout) -> str:
    given = tidy(article.source).lstrip("-—: ")
    if given and not _ADDRESS.search(given):
        return given
    lines = (printed.source_line, *printed.byline)  # each for itself: an empty 发布人： is nobody's signature
    for found in (one for line in lines for one in _SOURCE.finditer(line)):
        name = _NEXT_FIELD.split(found["name"])[0].strip("《》“”【】-—·（） ")
        if name and not _ADDRESS.search(name):
            return name
    bare = _BARE_MEDIUM.search(_NOT_A_NAME.sub(" ", printed.source_line))
    if bare:
        return bare["name"]
    signed = (_MEDIUM_SIGNS.fullmatch(words.strip()) for words in reversed(printed.byline))
    return next((found["name"] for found in signed if found), layout.site)


def _section(breadcrumb: str, title: str) -> str:
    """The last step of the navigation that is not the headline itself."""
    parts = (step.strip(" -—·|") for step in re.split(r"[>＞»›]+", breadcrumb) if _HAN.search(step))
    steps = [s for s in parts if s not in _HERE and not (title and flat(s).startswith(flat(title)))]
    return steps[-1] if steps and len(steps[-1]) <= 20 else ""


def _signed(article: Article, printed: Printed) -> Signed:
    """Everybody who signs: in the container, the bylines, the editors' lines and the line of the source."""
    found = [signed_by(tidy(words)) for words in article.authors]
    found += [_in_byline(words) for words in printed.byline]
    found += [signed_by(there[0]) for there in _SIGNED_THERE.finditer(printed.source_line)]
    found += [signed_by(words, edits=True) for words in printed.editors]
    authors = dict.fromkeys(name for signed in found for name in signed.authors)
    editors = dict.fromkeys(name for signed in found for name in signed.editors)
    return Signed(tuple(authors), tuple(editors))


@lru_cache(maxsize=256)
def _in_byline(words: str) -> Signed:
    """Who signs in a dateline or byline: each bracket for itself, so that the station's name is nobody."""
    pieces = _PIECES.findall(words)
    found = [signed_by(piece) for piece in pieces if _SIGNING.search(piece) or _names_only(piece)]
    authors, editors = (n for s in found for n in s.authors), (n for s in found for n in s.editors)
    return Signed(tuple(authors), tuple(editors))


def _names_only(piece: str) -> bool:
    """Whether a piece of a byline is names only; one of more than three characters begins with a surname."""
    names = re.split(r"[\s、，（）()【】\[\]]+", piece)
    return bool(_ONLY_NAMES.fullmatch(piece)) and all(
        len(n) <= 3 or n[0] in SURNAMES or "·" in n for n in names
    )
