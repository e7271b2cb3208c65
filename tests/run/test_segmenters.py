"""jieba is the segmenter of record; the compiled one may only be faster."""

from __future__ import annotations

import sys

import pytest

from kg.extract import segment
from kg.model.article import Article
from kg.model.settings import Settings
from kg.read import read_articles
from kg.run import facts_of
from tests.invented import article
from tests.test_cases import ROOT

SETTINGS = Settings()


def _forget() -> None:
    for remembered in (segment._tagger, segment.tag, segment.is_word):
        remembered.cache_clear()


def test_both_give_equal_facts(monkeypatch):
    pytest.importorskip("rjieba")
    articles = [
        a for a in read_articles([str(ROOT / "examples" / "articles")], SETTINGS) if isinstance(a, Article)
    ]
    articles += [Article(r["id"], r["text"], date=r["date"]) for r in map(article, range(60))]
    _forget()
    fast = [facts_of(a, SETTINGS) for a in articles]
    monkeypatch.setitem(sys.modules, "rjieba", None)
    _forget()
    try:
        assert [facts_of(a, SETTINGS) for a in articles] == fast
    finally:
        _forget()
