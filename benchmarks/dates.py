"""`python -m benchmarks.dates FILES…`: 200 dates of the evening news, read as an article's reading reads them.

FILES are the corpora that hold the articles of tests/gold/dates.tsv (xwlb-*.jsonl.xz). Prints, of all expressions and of each draw, the
share read right, too coarsely (2017 for 2017-01/2017-06), wrong, and not at all; `-v` prints all but the right ones.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.corpus import ROOT, rows
from kg.clean import clean_article
from kg.extract.article import read_article
from kg.extract.events.telling import Teller, Told
from kg.extract.reading import Sentence
from kg.extract.time.dates import Found, TimeRange
from kg.model.article import Article, CleanArticle, Rejected
from kg.model.settings import Settings

GOLD = ROOT / "tests" / "gold" / "dates.tsv"
NONE = "none"
VERDICTS = ("right", "coarse", "wrong", "missed")


class Asked(NamedTuple):
    """One expression: where it stands in the raw text, and the right answers (ISO dates, spans, or none)."""

    article: str
    start: int
    end: int
    words: str
    expected: tuple[str, ...]
    draw: str


def gold(path: Path = GOLD) -> list[Asked]:
    """The expressions, in the file's order."""
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    cells = (line.split("\t") for line in lines[1:])
    return [
        Asked(a, int(s), int(e), words, tuple(right.split("|")), draw)
        for a, s, e, words, right, draw in cells
    ]


class _Listening(Teller):
    """A teller that notes every date of every sentence, as known where the story has come to."""

    heard: list[Found]

    def _tell(self, sentence: Sentence) -> Told | None:
        self.heard += self.dates(sentence.start, sentence.end)
        return super()._tell(sentence)


def dates_of(article: CleanArticle) -> Iterator[tuple[int, int, str]]:
    """Every date found, with its place in the raw text and its value."""
    teller = _Listening(read_article(article))
    teller.heard = []
    for _ in teller:
        pass
    for start, end, time in teller.heard:
        place = article.origin_of(start, end)
        yield place.start, place.end, value(time)


def value(time: TimeRange) -> str:
    """A day, month or year; start/end; or none. An open span is its first day."""
    if time.start is None:
        return NONE
    return time.start if time.end in (None, time.start) else f"{time.start}/{time.end}"


def answer(asked: Asked, found: list[tuple[int, int, str]]) -> str:
    """What was found where the expression stands: the longest overlap, the first of equals."""
    shared = [(min(asked.end, end) - max(asked.start, start), said) for start, end, said in found]
    best = max(shared, key=lambda each: each[0], default=(0, NONE))
    return best[1] if best[0] > 0 else NONE


def verdict(asked: Asked, said: str) -> str:
    """One of `VERDICTS`."""
    if said in asked.expected:
        return "right"
    if said == NONE:
        return "missed"
    return "coarse" if any(_within(right, said) for right in asked.expected) else "wrong"


def _within(right: str, said: str) -> bool:
    """Whether a single month or year has the whole of the right answer in it."""
    first, _, last = right.partition("/")
    return (
        "/" not in said
        and len(said) < len(first)
        and first.startswith(said)
        and (last or first).startswith(said)
    )


def cleaned(files: list[Path], ids: set[str]) -> Iterator[CleanArticle]:
    """The articles asked about, cleaned."""
    for row in rows(files):
        if row["id"] in ids:
            article = Article(row["id"], row["text"], row.get("title") or "", row.get("date") or "")
            clean = clean_article(article, Settings())
            if not isinstance(clean, Rejected):
                yield clean


def main(arguments: list[str]) -> None:
    """Print the shares."""
    files = [Path(argument) for argument in arguments if argument != "-v"]
    asked = gold()
    found = {a.article.id: list(dates_of(a)) for a in cleaned(files, {q.article for q in asked})}
    counts: dict[str, Counter[str]] = {"all": Counter(), "natural": Counter(), "rare": Counter()}
    for question in asked:
        if question.article not in found:
            continue
        said = answer(question, found[question.article])
        judged = verdict(question, said)
        counts["all"][judged] += 1
        counts[question.draw][judged] += 1
        if "-v" in arguments and judged != "right":
            print(
                judged,
                question.article,
                question.start,
                question.words,
                "|".join(question.expected),
                "->",
                said,
            )
    for draw, judgements in counts.items():
        total = judgements.total()
        shares = "  ".join(f"{v} {judgements[v]} ({judgements[v] / max(total, 1):.1%})" for v in VERDICTS)
        print(f"{draw:<8} of {total}: {shares}")


if __name__ == "__main__":
    main(sys.argv[1:])
