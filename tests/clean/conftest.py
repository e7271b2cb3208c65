"""Invented articles, damaged as real scrapes are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.clean import clean_article
from kg.model.article import Article, CleanArticle
from kg.model.settings import Settings

Clean = Callable[..., CleanArticle]


@pytest.fixture(scope="session")
def clean() -> Clean:
    """Clean a text; further arguments are fields of the article."""

    def run(text: str, **fields: str) -> CleanArticle:
        outcome = clean_article(Article("test", text, **fields), Settings())  # type: ignore[arg-type]
        assert isinstance(outcome, CleanArticle), outcome
        return outcome

    return run
