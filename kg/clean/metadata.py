"""Title, day, source, authors and editors, from the container and from the furniture of the page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.clean.dates import iso_day
from kg.clean.layout import Layout, flat
from kg.clean.script import is_traditional, simplify
from kg.model.article import Article, Meta

_SPACES = re.compile(r"\s+")
_SOURCE = re.compile(
    r"(?:来源|稿源|文章来源|信息来源|发布人|发布单位|发布机构|发布者)\s*[：:]\s*(?P<name>[^\s|｜：:；;]{0,30}(?:\s[A-Za-z]+)*)"
)
_ADDRESS = re.compile(r"^(?:https?://|www\.)|\.(?:com|cn|net|org)\b|/|^[\W_]*$|^web news", re.I)
_ROLE = re.compile(
    r"^(?:[\u4e00-\u9fff]{0,8}?(?:责任编辑|责编|编辑|编审|审核|监制|校对|主编|总编|统筹|记者|通讯员|作者|撰文|采写|摄影|编译|文图|图文|评论员|实习生)[：:/／|｜丨]*"
    r"|[文图摄][：:/／|｜丨])"
)
_SIGNING = re.compile(r"记者|通讯员|作者|撰文|采写|编译|[文图][/／|｜：:]|实习生|翻译|执笔|评论员|供稿")
_ONLY_NAMES = re.compile(
    r"^\s*[（(【\[]\s*(?:[\u4e00-\u9fff]{2,6}[网社报台]\s+)?[\u4e00-\u9fff·]{2,4}(?:[\s、，][\u4e00-\u9fff·]{2,4}){0,3}\s*[）)】\]]"
)
_PERSON = re.compile(r"^[\u4e00-\u9fff]{2,4}$|^[\u4e00-\u9fff·]{5,16}$")
_NO_PERSON = (
    "网",
    "社",
    "报",
    "台",
    "电",
    "讯",
    "稿",
    "消息",
    "记者",
    "编辑",
    "责编",
    "报道",
    "新闻",
    "联播",
    "特约",
    "本报",
    "通讯员",
)
_PARTED = re.compile(r"[、，,;；/／|｜\s（）()【】\[\]《》]+")


@dataclass(frozen=True, slots=True)
class Printed:
    """The words of the furniture, by kind."""

    headline: tuple[str, ...]
    source_line: str
    breadcrumb: str
    byline: tuple[str, ...]
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
        byline=every.get("byline", ()),
        editors=every.get("editors", ()),
    )


@lru_cache(maxsize=256)
def tidy(words: str) -> str:
    """Words of a container in simplified characters, spaces folded."""
    words = _SPACES.sub(" ", words).strip()
    return simplify(words) if is_traditional(words) else words


def meta_of(article: Article, text: str, layout: Layout, traditional: bool) -> Meta:
    """What is known of the article besides its story; the container is believed before the page."""
    printed = printed_in(text, layout)
    return Meta(
        title=tidy(article.title) or _title(printed.headline),
        date=iso_day(article.date) or iso_day(printed.source_line),
        source=_source(article, printed, layout),
        authors=_authors(article, printed),
        editors=_editors(printed),
        language="zh",
        script="Hant" if traditional else "Hans",
        section=_section(printed.breadcrumb),
        dateline_place=layout.dateline_place,
    )


def _title(printed: tuple[str, ...]) -> str:
    """The lines of the headline, each once: pages print it in the window's title, the navigation and over the story."""
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
    for found in _SOURCE.finditer(printed.source_line):
        name = found["name"].strip("《》“”【】-—· ")
        if name and not _ADDRESS.search(name):
            return name
    return layout.site


def _section(breadcrumb: str) -> str:
    steps = [s.strip() for s in re.split(r"[>＞»›]+", breadcrumb) if s.strip()]
    return steps[-1] if steps and len(steps[-1]) <= 20 else ""


def _authors(article: Article, printed: Printed) -> tuple[str, ...]:
    bylines = [words for words in printed.byline if _SIGNING.search(words) or _ONLY_NAMES.match(words)]
    return tuple(
        dict.fromkeys(name for words in (*map(tidy, article.authors), *bylines) for name in _names(words))
    )


def _editors(printed: Printed) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for words in printed.editors for name in _names(words)))


def _names(words: str) -> list[str]:
    """The people in 责编：某某、某某 or 记者 某某."""
    found = []
    for part in _PARTED.split(words):
        name = _ROLE.sub("", part).strip("：: ")
        name = re.sub(r"[A-Za-z]{0,3}\d+$", "", name)
        if _PERSON.match(name) and not name.endswith(_NO_PERSON):
            found.append(name)
    return found
