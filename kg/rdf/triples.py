"""Facts to N-Triples: what one article says, as text for the sorter.

Each string that is yielded holds all lines of one subject that the article gives, each line ended by a
newline: written one after another they are an N-Triples file. Lines that several articles give are equal,
and the sorter keeps one.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.model.entities import ArticleIds
from kg.model.facts import ArticleFacts
from kg.model.settings import Settings
from kg.rdf.article import article_node, publisher
from kg.rdf.entities import entity_lines
from kg.rdf.evidence import Quotes
from kg.rdf.happenings import event_lines
from kg.rdf.nt import digest, node
from kg.rdf.terms import kg

__all__ = ["article_lines", "entity_lines"]

_EVIDENCE = kg("evidence")


def article_lines(facts: ArticleFacts, ids: ArticleIds, settings: Settings) -> Iterator[str]:
    """Yield the article, its evidence, what it adds to tenures and events, and who took part in them.

    Args:
        facts: what the article says.
        ids: whom and what its names mean; a tenure, an event or a name without an id is left out.
        settings: `base` is the IRI that instances are named under.
    """
    base = settings.base
    article = node(base, "a-" + digest(facts.id))
    quotes = Quotes(article, facts)
    yield article_node(article, facts, ids, base)
    if facts.meta.source:
        yield publisher(base, facts.meta.source)[1]
    for tenure, key in zip(facts.tenures, ids.tenures, strict=True):
        if key:
            subject = node(base, key)
            for quote in tenure.evidence:
                proof = quotes.node(quote, tenure.rule, tenure.confidence, tenure.resolved_by)
                yield f"{subject} {_EVIDENCE} {proof} .\n"
    for event, key in zip(facts.events, ids.events, strict=True):
        if key:
            yield from event_lines(event, node(base, key), facts.tenures, ids, quotes, base)
    yield from quotes.written
