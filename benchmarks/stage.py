"""One stage, alone in a process: `python -m benchmarks.stage clean FILE…` prints seconds, characters, start-up, memory."""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from kg.model.article import Article
from kg.model.settings import Settings

SETTINGS = Settings()


def _articles(files: list[str]) -> list[Article]:
    from kg.read import read_articles

    return [a for a in read_articles(files, SETTINGS) if isinstance(a, Article)]


def read(files: list[str]) -> Callable[[], Any]:
    """Bytes to articles."""
    return lambda: len(_articles(files))


def clean(files: list[str]) -> Callable[[], Any]:
    """Articles to clean articles."""
    from kg.clean import clean_article

    articles = _articles(files)
    clean_article(articles[0], SETTINGS)
    return lambda: [clean_article(a, SETTINGS) for a in articles]


def extract(files: list[str]) -> Callable[[], Any]:
    """Clean articles to facts."""
    from kg.clean import clean_article
    from kg.extract import extract_facts

    articles: Any = [clean_article(a, SETTINGS) for a in _articles(files)]
    extract_facts(articles[0], SETTINGS)
    return lambda: [extract_facts(a, SETTINGS) for a in articles]


def _facts(files: list[str]) -> list[Any]:
    from kg.run.facts import facts_of

    return [facts_of(a, SETTINGS) for a in _articles(files)]


def resolve(files: list[str]) -> Callable[[], Any]:
    """Facts of all articles to entities."""
    from kg.resolve import resolve as work

    facts = _facts(files)
    return lambda: work(facts, (), SETTINGS)


def triples(files: list[str]) -> Callable[[], Any]:
    """Facts and ids to N-Triples."""
    from kg.rdf.triples import article_lines, entity_lines
    from kg.resolve import resolve as work

    facts = _facts(files)
    resolution = work(facts, (), SETTINGS)
    return lambda: (
        sum(1 for f in facts for _ in article_lines(f, resolution.ids_of(f), SETTINGS)),
        sum(1 for _ in entity_lines(resolution, SETTINGS)),
    )


def posseg(files: list[str]) -> Callable[[], Any]:
    """What we are measured against: jieba's tagger alone, dictionary loaded, on the same text."""
    import jieba
    import jieba.posseg

    jieba.setLogLevel(60)
    articles = _articles(files)
    list(jieba.posseg.cut("预热"))
    return lambda: sum(1 for a in articles for _ in jieba.posseg.cut(a.text))


STAGES = {f.__name__: f for f in (read, clean, extract, resolve, triples, posseg)}


def main(name: str, files: list[str]) -> None:
    """Prepare what comes before the stage, then time the stage alone."""
    chars = sum(len(a.text) for a in _articles(files))
    work = STAGES[name](files)
    began, spent = time.perf_counter(), time.process_time()
    kept = work()
    seconds, cpu = time.perf_counter() - began, time.process_time() - spent
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        json.dumps(
            {"seconds": seconds, "cpu_seconds": cpu, "chars": chars, "peak_mib": peak, "kept": bool(kept)}
        )
    )


if __name__ == "__main__":
    main(sys.argv[1], [str(Path(p)) for p in sys.argv[2:]])
