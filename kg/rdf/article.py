"""The node of an article, and of who published it."""

from __future__ import annotations

from functools import lru_cache

from kg.model.entities import ArticleIds
from kg.model.facts import ArticleFacts
from kg.rdf.nt import INTEGER, XSD, day, digest, lines, literal, node, plain
from kg.rdf.terms import PREF_LABEL, TYPE, iri, kg

_TYPES = (kg("Article"), iri("schema:NewsArticle"), iri("prov:Entity"))
_IDENTIFIER, _HEADLINE, _DATE = iri("schema:identifier"), iri("schema:headline"), iri("schema:datePublished")
_PUBLISHER, _AUTHOR, _EDITOR = iri("schema:publisher"), iri("schema:author"), iri("schema:editor")
_URL, _SECTION, _LANGUAGE = iri("schema:url"), iri("schema:articleSection"), iri("schema:inLanguage")
_MENTIONS, _REPRINT = iri("schema:mentions"), kg("reprintOf")
_SHA256, _LENGTH = kg("sourceSha256"), kg("sourceLength")


def article_node(n: str, facts: ArticleFacts, ids: ArticleIds, base: str) -> str:
    """The lines of an article; headline and names are in simplified characters."""
    meta = facts.meta
    named = [ids.persons.get(m.name) for m in facts.persons] + list(ids.namesakes.values())
    named += [ids.organizations.get(m.name) for m in facts.organizations]
    pairs = [
        *((TYPE, t) for t in _TYPES),
        (_IDENTIFIER, literal(facts.id)),
        (_HEADLINE, literal(meta.title, "zh-Hans") if meta.title else ""),
        (_DATE, day(meta.date)),
        (_PUBLISHER, publisher(base, meta.source)[0] if meta.source else ""),
        *((_AUTHOR, plain(name)) for name in meta.authors),
        *((_EDITOR, plain(name)) for name in meta.editors),
        (_LANGUAGE, plain(f"{meta.language}-{meta.script}")),
        (_SECTION, plain(meta.section) if meta.section else ""),
        (_URL, f"{literal(facts.url)}^^<{XSD}anyURI>" if facts.url else ""),
        (_SHA256, literal(facts.sha256) if facts.sha256 else ""),
        (_LENGTH, f'"{facts.chars}"{INTEGER}' if facts.chars else ""),
        (_REPRINT, node(base, "a-" + digest(ids.reprint_of)) if ids.reprint_of else ""),
        *((_MENTIONS, node(base, key)) for key in named if key),
    ]
    return lines(n, pairs)


@lru_cache(maxsize=16_384)
def publisher(base: str, name: str) -> tuple[str, str]:
    """The IRI of a publisher and its lines; it is told apart from the bodies that people hold posts in."""
    n = node(base, "s-" + digest(name))
    return n, lines(n, [(TYPE, iri("schema:NewsMediaOrganization")), (PREF_LABEL, literal(name, "zh-Hans"))])
