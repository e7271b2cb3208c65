"""The order of the rooms, and where the work runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.model.article import Article, Rejected
    from kg.model.facts import ArticleFacts
    from kg.model.settings import Settings


def facts_of(article: Article, settings: Settings) -> ArticleFacts | Rejected:
    """Clean one article and take its facts out; see `kg.run.facts`, which loads the rooms that do it."""
    from kg.run.facts import facts_of

    return facts_of(article, settings)
