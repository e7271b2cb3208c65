"""Label articles with the names, bodies and places that our own grammar finds: what the tagger learns from.

A name proven in an article counts wherever the article has it (the grammar does that); one proven in several articles
counts in all. Sentences that hold something like a name which nothing proves are left out.
"""

from __future__ import annotations

import json
import lzma
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kg.clean import clean_article
from kg.extract.article import read_article
from kg.extract.persons.names import name_at
from kg.extract.persons.open_names import open_context
from kg.extract.persons.people import EXPECTED
from kg.extract.persons.witness import silent
from kg.extract.reading import Reading
from kg.extract.segment import is_word
from kg.lexicon.places import places
from kg.lexicon.trie import pattern_of
from kg.model.article import Article, Rejected
from kg.model.settings import Settings

Label = tuple[int, int, str]  # start, end (code points of the sentence), PER, ORG or LOC
SHARES = {
    "xwlb": 4,
    "hkcnews": 3,
    "eb_trade": 2,
}  # every n-th article of the files so called; all of the others
MANY = 3  # articles that have to prove a name before it counts in all
FALSE, OPEN, SURE = (
    0.08,
    0.2,
    0.45,
)  # the share of articles holding it that prove a name: below, no name; above, one


@dataclass(slots=True)
class Labelled:
    """A sentence and its labels, sorted and apart; `article` counts the articles."""

    text: str
    article: int = -1
    labels: list[Label] = field(default_factory=list)


def articles_of(folder: Path, but: frozenset[str]) -> Iterator[Article]:
    """The articles to label; `but` are ids of articles that something is measured on."""
    for path in sorted(folder.glob("*.jsonl.xz")):
        step = next((n for name, n in SHARES.items() if path.name.startswith(name)), 1)
        with lzma.open(path, "rt", encoding="utf-8") as rows:
            for number, line in enumerate(rows):
                row = json.loads(line)
                if number % step == 0 and row["id"] not in but:
                    fields = {k: row.get(k) or "" for k in ("title", "date", "source")}
                    yield Article(row["id"], row["text"], **fields)


def label(articles: Iterable[Article]) -> list[Labelled]:
    """Read every article and label its sentences."""
    settings = Settings()
    rows: list[Labelled] = []
    proven: Counter[str] = Counter()
    for number, article in enumerate(articles):
        cleaned = clean_article(article, settings)
        if isinstance(cleaned, Rejected):
            continue
        reading = read_article(cleaned, silent)
        proven.update({m.name for m in reading.people})
        rows.extend(_sentences(reading, number))
    return complete(rows, proven)


def _sentences(reading: Reading, number: int) -> Iterator[Labelled]:
    text = reading.article.text
    every = [(m.start, m.end, "PER") for m in reading.people]
    every += [(b.start, b.end, "ORG") for b in reading.bodies]
    every.sort()
    for sentence in reading.sentences:
        row = Labelled(text[sentence.start : sentence.end], number)
        for start, end, kind in every:
            if sentence.start <= start and end <= sentence.end:
                _add(row, (start - sentence.start, end - sentence.start, kind))
        yield row


def _add(row: Labelled, label: Label) -> None:
    if label[1] - label[0] > 1 and all(label[1] <= a or label[0] >= b for a, b, _ in row.labels):
        row.labels.append(label)


def complete(rows: list[Labelled], proven: Counter[str]) -> list[Labelled]:
    """Add the names of many articles and the places; leave out what is doubtful and what was there before."""
    shares = _shares(rows, proven)
    sure = [
        n
        for n, share in shares.items()
        if proven[n] >= MANY and share >= SURE + 0.2 * (len(n) == 2 or is_word(n))
    ]
    unsure = frozenset(n for n, share in shares.items() if share < FALSE)
    maybe = re.compile(pattern_of(n for n, share in shares.items() if share >= OPEN and proven[n] > 1))
    names = re.compile(pattern_of(sure))
    kept: dict[str, Labelled] = {}
    for row in rows:
        for found in names.finditer(row.text):
            _add(row, (found.start(), found.end(), "PER"))
        if len(row.text) > 3 and row.text not in kept and not _doubtful(row, unsure, maybe):
            _add_places(row)
            row.labels.sort()
            kept[row.text] = row
    return list(kept.values())


def _shares(rows: list[Labelled], proven: Counter[str]) -> dict[str, float]:
    """Of the articles that hold a name, the share that proves it; names that end in a glued word are left out."""
    glued = set()
    for name, count in proven.items():  # 刘奇作 beside many 刘奇
        if "·" not in name and max((proven[name[:n]] for n in range(2, len(name))), default=0) > 2 * count:
            glued.add(name)
    every = re.compile(pattern_of(n for n in proven if n not in glued))
    held: dict[str, set[int]] = {}
    for row in rows:
        for found in every.finditer(row.text):
            held.setdefault(found.group(), set()).add(row.article)
    return {n: proven[n] / len(where) for n, where in held.items()}


def _add_places(row: Labelled) -> None:
    known, at = places(), 0
    taken = sorted(row.labels)
    while at < len(row.text):
        hit = known.longest_at(row.text, at)
        if hit and hit[0] - at > 1 and all(hit[0] <= a or at >= b for a, b, _ in taken):
            row.labels.append((at, hit[0], "LOC"))
            at = hit[0]
        else:
            at += 1


_TWO = re.compile(
    r"(?<=..)[和与同]|总统|总理|首相|主席|议长|夫人"
)  # two names, or a name and a post, read as one


def _doubtful(row: Labelled, unsure: frozenset[str], maybe: re.Pattern[str]) -> bool:
    """Whether the sentence holds a likely name that has no label, or a label that is likely no name."""
    named = [(a, b) for a, b, _ in row.labels]
    if any(k == "PER" and (row.text[a:b] in unsure or _TWO.search(row.text, a, b)) for a, b, k in row.labels):
        return True
    for found in maybe.finditer(row.text):
        if all(found.end() <= a or found.start() >= b for a, b in named):
            return True
    for found in open_context().finditer(row.text):
        guess = name_at(row.text, found.start(), len(row.text))
        if guess is None or guess.score < EXPECTED or guess.foreign:
            continue
        if all(guess.end <= a or guess.start >= b for a, b in named):
            return True
    return False
