"""The untouched words of the source behind a range of the cleaned text."""

from __future__ import annotations

from kg.model.article import CleanArticle
from kg.model.facts import Evidence


def quotation(article: CleanArticle, start: int, end: int) -> Evidence:
    """What the source has for the cleaned characters [start, end)."""
    first, last = article.origin.bounds_of(start, end)
    return Evidence(first, last, article.article.text[first:last])
