"""CleanArticle to facts: one article alone, pure."""

from __future__ import annotations

from kg.model.article import CleanArticle
from kg.model.facts import ArticleFacts
from kg.model.settings import Settings


def extract_facts(article: CleanArticle, settings: Settings) -> ArticleFacts:
    """All that one article says. Pure: the same article and settings give the same facts, anywhere."""
    from kg.extract.facts import facts_from

    facts = facts_from(article, settings)
    if settings.plugins:
        from kg.extract.plugins import extractor, joined

        for name in settings.plugins:
            facts = joined(facts, extractor(name)(article, settings), article.article.text)
    return facts
