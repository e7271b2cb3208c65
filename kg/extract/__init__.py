"""CleanArticle to facts: one article alone, pure."""

from __future__ import annotations

from dataclasses import replace

from kg.model.article import CleanArticle, Damage
from kg.model.errors import ClaimError
from kg.model.facts import ArticleFacts
from kg.model.settings import Settings


def extract_facts(article: CleanArticle, settings: Settings) -> ArticleFacts:
    """All that one article says. Pure: the same article and settings give the same facts, anywhere."""
    from kg.extract.facts import facts_from

    facts = facts_from(article, settings)
    if settings.plugins:
        from kg.extract.plugins import extractor, joined

        for name in settings.plugins:
            ask = extractor(name)
            try:
                claims = ask(article, settings)
            except ClaimError as error:  # counted with what was cleaned, so that no failure is silent
                unheard = Damage(f"unheard-{name}", 0, len(article.article.text), str(error), 0.0)
                facts = replace(facts, damage=(*facts.damage, unheard))
                continue
            facts = joined(facts, claims, article.article.text)
    return facts
