"""The steps of cleaning, in their order."""

from __future__ import annotations

import re

from kg.clean.dots import mend_dots
from kg.clean.draft import Draft
from kg.clean.encodings import LATIN, mend_encodings
from kg.clean.glosses import remove_glosses
from kg.clean.invisible import NOISE, flag_unreadable, remove_invisible, resolve_entities, tidy_lines
from kg.clean.layout import find_layout
from kg.clean.links import remove_links
from kg.clean.lost import ODD, mend_lost_bytes
from kg.clean.metadata import meta_of, tidy
from kg.clean.readings import READING
from kg.clean.script import simplify_draft
from kg.clean.torn import TEAR, mend_tears
from kg.clean.width import widen
from kg.model.article import Article, CleanArticle, Rejected
from kg.model.settings import Settings

READS = "Renmai reads Chinese news"
MIN_HAN = 8  # Han characters below which there is no Chinese story
_ENOUGH_HAN = re.compile(rf"(?:[\u4e00-\u9fff][^\u4e00-\u9fff]{{0,40}}){{{MIN_HAN}}}")  # close together
_BRACKET = re.compile(rf"[{READING}][)）]")
_STRANGE = re.compile(rf"[&{NOISE}{ODD}{LATIN}]")
MANY = 5  # glosses and tears by which an article is known to come from torn bytes


def clean_article(article: Article, settings: Settings) -> CleanArticle | Rejected:
    """Clean one article; pure, and the same for the same article and settings."""
    if reason := _unusable(article, settings):
        return Rejected(article.id.encode("utf-8", "replace").decode(), reason, article.path)
    draft = Draft(article.text)
    mend(draft)
    if not _ENOUGH_HAN.search(draft.text):
        return Rejected(article.id, f"fewer than {MIN_HAN} Chinese characters; {READS}", article.path)
    traditional = simplify_draft(draft)
    if "?" in draft.text or "？" in draft.text:
        mend_dots(draft)
    widen(draft)
    tidy_lines(draft)
    layout = find_layout(draft.text, tidy(article.title))
    return CleanArticle(
        article=article,
        text=draft.text,
        origin=draft.origin(),
        zones=layout.zones,
        meta=meta_of(article, draft.text, layout, traditional),
        damage=tuple(draft.damage),
        doubtful=draft.doubtful(),
    )


def mend(draft: Draft) -> None:
    """Undo what scrapers and encoders did to the characters."""
    mend_encodings(draft)
    if _BRACKET.search(draft.text):
        if TEAR.search(draft.text):
            mend_tears(draft)
        remove_glosses(draft)
    torn = sum(damage.kind in {"gloss", "torn-gbk"} for damage in draft.damage) >= MANY
    remove_links(draft)
    if torn or _STRANGE.search(draft.text):
        mend_lost_bytes(draft, torn)
        remove_invisible(draft)
        if resolve_entities(draft):
            remove_invisible(draft)
        flag_unreadable(draft)


def _unusable(article: Article, settings: Settings) -> str:
    text = article.text
    if len(text) > settings.max_article_chars:
        limit = settings.max_article_chars
        return f"{len(text)} characters, over max_article_chars = {limit}; is it one article?"
    if not text.strip():
        return "no text"
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        return f"half of a surrogate pair at character {error.start}, which no file can hold; decode the source anew"
    told = (article.id, article.title, article.date, article.source, article.url, *article.authors)
    try:
        "\n".join(told).encode("utf-8")
    except UnicodeEncodeError:
        return (
            "half of a surrogate pair in what is said of the article, which no file can hold; decode it anew"
        )
    return ""
