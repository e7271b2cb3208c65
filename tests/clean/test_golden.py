"""Damage of every kind to the examples, and what cleaning makes of it, as a page that a person can read.

`pytest tests/clean/test_golden.py --update-golden` writes it anew; commit only a diff that you have read. Lines that come out
as they were before the damage are not shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.clean import clean_article
from kg.model.article import Article, CleanArticle, Rejected
from kg.model.settings import Settings
from kg.read import read_articles
from tests.clean.damage import DAMAGES, damaged

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = Path(__file__).with_name("golden")
SEEDS = 4


def articles() -> list[Article]:
    """The examples whose text is their own."""
    files = sorted((ROOT / "examples" / "articles").glob("*.txt"))
    found = read_articles([str(path) for path in files], Settings())
    return [a for a in found if isinstance(a, Article) and len(a.text) > 50]


def told(article: Article, before: set[str]) -> Iterator[str]:
    """What is left of one article, a line each."""
    outcome = clean_article(article, Settings())
    if isinstance(outcome, Rejected):
        yield f"  rejected: {outcome.reason}"
        return
    meta, text = outcome.meta, outcome.text
    yield f"  {meta.title} | {meta.date} | {meta.source} | {meta.section} | {meta.dateline_place} | {meta.script}"
    yield f"  by {'、'.join(meta.authors)} | edited by {'、'.join(meta.editors)}"
    yield "  " + " ".join(f"{z.kind}:{z.start}-{z.end}" for z in outcome.zones)
    yield from (f"  > {line}" for line in text.split("\n") if line not in before)
    glosses = sum(d.kind == "gloss" for d in outcome.damage)
    if glosses:
        yield f"  {glosses} × gloss"
    for d in outcome.damage:
        if d.kind == "gloss":
            continue
        yield f"  {d.kind} {d.start}-{d.end} {article.text[d.start : d.end]!r} → {d.repaired_as!r} {d.confidence:.2f}"
    if outcome.doubtful:
        yield "  doubtful " + " ".join(
            f"{s.start}-{s.end} {text[s.start : s.end]!r}" for s in outcome.doubtful
        )


@pytest.mark.parametrize("name", DAMAGES)
def test_what_is_left_of_damaged_articles(name, update_golden):
    lines = []
    for number, article in enumerate(articles()):
        clean = clean_article(article, Settings())
        assert isinstance(clean, CleanArticle)
        for seed in range(number % 2, SEEDS * (2 if "bytes" in name else 1), 2):
            text = damaged(clean.text, name, seed)
            lines += [f"{article.id} {seed}", *told(Article(article.id, text), set(clean.text.split("\n")))]
    now = "\n".join(lines) + "\n"
    golden = GOLDEN / f"{name}.txt"
    if update_golden:
        GOLDEN.mkdir(exist_ok=True)
        golden.write_text(now, encoding="utf-8")
    assert now == golden.read_text("utf-8")
