"""Any spaCy pipeline as a further witness on persons and organisations (extra `spacy`).

Off unless the settings name it: `plugins = ["spacy"]`, `spacy_pipeline`: the name of an installed pipeline or its folder.
The pipeline reads the cleaned text; its entities are quoted from the source.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from kg.model.article import EXTRACTED_ZONES, CleanArticle
from kg.model.errors import KgError
from kg.model.facts import ArticleFacts, Evidence, Mention
from kg.model.settings import Settings

PERSONS = frozenset({"PERSON", "PER", "NAME"})
ORGANIZATIONS = frozenset({"ORG", "ORGANIZATION", "COMPANY", "GOVERNMENT"})


def ask_pipeline(article: CleanArticle, settings: Settings) -> ArticleFacts:
    """The persons and organisations that the pipeline marks in the article's body."""
    pipeline = _pipeline(settings.spacy_pipeline)
    persons: dict[str, list[Evidence]] = {}
    organizations: dict[str, list[Evidence]] = {}
    for zone in article.zones:
        if zone.kind not in EXTRACTED_ZONES:
            continue
        for entity in pipeline(article.text[zone.start : zone.end]).ents:
            found = (
                persons
                if entity.label_ in PERSONS
                else organizations
                if entity.label_ in ORGANIZATIONS
                else None
            )
            if found is not None:
                span = article.origin_of(zone.start + entity.start_char, zone.start + entity.end_char)
                quote = Evidence(span.start, span.end, article.article.text[span.start : span.end])
                found.setdefault(entity.text.strip(), []).append(quote)
    return ArticleFacts(
        article.article.id, article.meta, _mentions(persons), _mentions(organizations), (), ()
    )


def _mentions(found: dict[str, list[Evidence]]) -> tuple[Mention, ...]:
    return tuple(Mention(name, tuple(evidence)) for name, evidence in sorted(found.items()) if name)


@cache
def _pipeline(name: str) -> Any:
    """The pipeline, loaded once per process.

    Raises:
        KgError: spaCy or the pipeline is not installed.
    """
    try:
        import spacy
    except ImportError as error:
        raise KgError("plugin spacy: spaCy is not installed; pip install 'renmai[spacy]'") from error
    try:
        return spacy.load(name)
    except OSError as error:
        raise KgError(
            f"setting spacy_pipeline: {name!r} is no installed pipeline and no folder of one"
        ) from error
