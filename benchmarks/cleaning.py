"""How well dirty articles come out clean, and how fast.

    python benchmarks/cleaning.py ARTICLES.jsonl [--gold FACTS.jsonl] [--clean CORPUS.jsonl.xz]… [--dirty-with DIRTY.py] [--seeds 1 2 3]

ARTICLES are clean rows {id, title, date, source, text}. DIRTY.py is a program called as `DIRTY.py IN OUT --seed N` that writes
the same rows as a damaging scraper would leave them. Printed are, per seed: title, date and source of the dirty articles
(F1, as in the gold's meta), the share of body characters equal to those of the clean article, brackets lost, and what
repairs changed; then false alarms on each CORPUS, and characters a second on one core.
"""

from __future__ import annotations

import argparse
import json
import lzma
import subprocess
import sys
import tempfile
import time
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from kg.clean import clean_article
from kg.clean.script import simplify
from kg.model.article import Article, CleanArticle
from kg.model.settings import Settings

SETTINGS = Settings()
BRACKETS = "()"
FIELDS = ("title", "date", "source")


def rows_of(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a JSONL file, packed by xz or not."""
    with (
        lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8")
    ) as lines:
        yield from map(json.loads, lines)


def article_of(row: dict[str, Any]) -> Article:
    """The row as the JSONL reader gives it."""
    return Article(
        row["id"], row["text"], row.get("title") or "", row.get("date") or "", row.get("source") or ""
    )


def cleaned(rows: Iterable[dict[str, Any]]) -> dict[str, CleanArticle]:
    """Every row cleaned, by id; rejected ones left out."""
    outcomes = (clean_article(article_of(row), SETTINGS) for row in rows)
    return {c.article.id: c for c in outcomes if isinstance(c, CleanArticle)}


def folded(words: str) -> str:
    """Width folded and spaces dropped: what two clean texts must agree in."""
    return "".join(c for c in unicodedata.normalize("NFKC", simplify(words)) if not c.isspace())


def body_of(article: CleanArticle) -> str:
    """The story without its furniture."""
    return folded(
        "".join(article.text[z.start : z.end] for z in article.zones if z.kind in {"body", "caption"})
    )


def same(left: str, right: str) -> int:
    """Characters of `left` that stand in `right` in the same order."""
    return sum(b.size for b in SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks())


def compare(
    clean: dict[str, CleanArticle], dirty: dict[str, CleanArticle], verbose: bool
) -> dict[str, float]:
    """Bodies of dirty articles against those of the same articles clean."""
    equal = total = exact = lost = 0
    for identity, article in clean.items():
        want, have = body_of(article), body_of(dirty[identity]) if identity in dirty else ""
        hits = same(want, have)
        equal, total, exact = equal + hits, total + max(len(want), len(have)), exact + (want == have)
        missing = Counter(c for c in want if c in BRACKETS) - Counter(c for c in have if c in BRACKETS)
        lost += sum(missing.values())
        if verbose and want != have:
            show(identity, want, have)
    return {"body equal": equal / total, "exact bodies": exact / len(clean), "brackets lost": lost}


def show(identity: str, want: str, have: str) -> None:
    """Print where two bodies differ."""
    for tag, a, b, c, d in SequenceMatcher(None, want, have, autojunk=False).get_opcodes():
        if tag != "equal":
            print(
                f"    {identity}: {want[max(0, a - 8) : a]}[{want[a:b][:60]} → {have[c:d][:60]}]{want[b : b + 8]}"
            )


def fields_of(
    gold: dict[str, dict[str, Any]], dirty: dict[str, CleanArticle], verbose: bool
) -> dict[str, float]:
    """F1 of title, date and source."""
    figures = {}
    for field in FIELDS:
        hits = predicted = wanted = 0
        for identity, row in gold.items():
            if want := row["meta"].get(field):
                have = getattr(dirty[identity].meta, field) if identity in dirty else ""
                good = folded(want).lower().strip("《》“”\"'") == folded(have).lower().strip("《》“”\"'")
                hits, predicted, wanted = hits + good, predicted + bool(have), wanted + 1
                if verbose and not good:
                    print(f"    {identity}: {field} {want} → {have}")
        figures[field] = 2 * hits / (predicted + wanted) if wanted else 1.0
    return figures


def damaged(program: Path, articles: Path, seed: int) -> list[dict[str, Any]]:
    """The rows of `articles` after the damaging program."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "dirty.jsonl"
        subprocess.run([sys.executable, program, articles, out, "--seed", str(seed)], check=True)
        return list(rows_of(out))


def false_alarms(path: Path, limit: int, verbose: bool) -> dict[str, int]:
    """What was found in a corpus that is known to be clean."""
    counts: Counter[str] = Counter()
    for number, row in enumerate(rows_of(path)):
        if number == limit:
            break
        outcome = clean_article(article_of(row), SETTINGS)
        if not isinstance(outcome, CleanArticle):
            counts["rejected"] += 1
            continue
        counts.update(d.kind for d in outcome.damage)
        for zone in outcome.zones:
            counts["zone " + zone.kind] += 1
            if verbose and zone.kind not in {"body", "byline"}:
                print(f"    {outcome.article.id}: {zone.kind} {outcome.text[zone.start : zone.end][:100]}")
    return dict(sorted(counts.items()))


def speed(rows: list[dict[str, Any]]) -> float:
    """Characters a second of cleaning alone, the best of three passes."""
    articles = [article_of(row) for row in rows]
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        for article in articles:
            clean_article(article, SETTINGS)
        best = min(best, time.process_time() - start)
    return sum(len(a.text) for a in articles) / best


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("articles", type=Path)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--clean", type=Path, nargs="*", default=[])
    parser.add_argument("--dirty-with", type=Path)
    parser.add_argument("--seeds", type=int, nargs="*", default=[1])
    parser.add_argument("--limit", type=int, default=10_000, help="rows of each clean corpus")
    parser.add_argument("--verbose", action="store_true", help="print every difference")
    given = parser.parse_args()
    rows = list(rows_of(given.articles))
    clean = cleaned(rows)
    gold = {row["id"]: row for row in rows_of(given.gold)} if given.gold else {}
    for seed in given.seeds if given.dirty_with else []:
        dirt = damaged(given.dirty_with, given.articles, seed)
        dirty = cleaned(dirt)
        figures = fields_of(gold, dirty, given.verbose) | compare(clean, dirty, given.verbose)
        print(f"seed {seed}: " + ", ".join(f"{name} {value:.4f}" for name, value in figures.items()))
        print(f"seed {seed}: {speed(dirt * 5) / 1e6:.2f} million characters a second (glossed)")
    for path in given.clean:
        print(path.name, false_alarms(path, given.limit, given.verbose))
        print(path.name, f"{speed(list(rows_of(path))[:3000]) / 1e6:.2f} million characters a second")


if __name__ == "__main__":
    main()
