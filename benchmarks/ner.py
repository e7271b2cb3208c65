"""`python -m benchmarks.ner FOLDER`: names, bodies and places outside our register, beside jieba.posseg, in one run.

FOLDER holds *.dev.jsonl.xz with rows {text, entities: [{start, end, type}]}. Prints a Markdown table of F1 (exact span and
kind, of at least two characters) and of speed. The corpora draw other borders than we do: places inside bodies, bodies cut at the department, nested names.
"""

from __future__ import annotations

import json
import lzma
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

Spans = set[tuple[int, int, str]]
KINDS = ("PER", "ORG", "LOC")
OURS = {
    "msra": {"PER": "PER", "ORG": "ORG", "LOC": "LOC"},
    "people98_nerpy": {"PER": "PER", "ORG": "ORG", "LOC": "LOC"},
    "people_jhwen": {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC"},
    "cluener": {
        "name": "PER",
        "company": "ORG",
        "organization": "ORG",
        "government": "ORG",
        "address": "LOC",
    },
    "resume": {"NAME": "PER", "ORG": "ORG"},
}
LEARNT_FROM = {"people98_nerpy"}


def sentences(path: Path, kinds: dict[str, str]) -> Iterator[tuple[str, Spans]]:
    """Each text with its entities of our three kinds."""
    with lzma.open(path, "rt", encoding="utf-8") as rows:
        for line in rows:
            row = json.loads(line)
            found = {(e["start"], e["end"], kinds[e["type"]]) for e in row["entities"] if e["type"] in kinds}
            yield row["text"], {s for s in found if s[1] - s[0] > 1}


def by_jieba() -> Callable[[str], Spans]:
    """jieba.posseg: the tags nr, nt, ns."""
    import jieba.posseg

    kinds = {"nr": "PER", "nt": "ORG", "ns": "LOC"}
    jieba.initialize()

    def tag(text: str) -> Spans:
        found, at = set(), 0
        for word in jieba.posseg.cut(text):
            kind = kinds.get(word.flag[:2])
            if kind and len(word.word) > 1:
                found.add((at, at + len(word.word), kind))
            at += len(word.word)
        return found

    return tag


def by_tagger() -> Callable[[str], Spans]:
    """Our tagger alone, which knows names only."""
    from kg.extract.persons.tagging import tag_names

    return lambda text: {(s.start, s.end, "PER") for s in tag_names(text, [(0, len(text))])}


def by_extraction() -> Callable[[str], Spans]:
    """All that reads names and bodies in a build: grammar and tagger, each text as an article of its own."""
    from kg.clean import clean_article
    from kg.extract.article import read_article
    from kg.model.article import Article, Rejected
    from kg.model.settings import Settings

    settings = Settings()

    def tag(text: str) -> Spans:
        cleaned = clean_article(Article("sentence", text), settings)
        if isinstance(cleaned, Rejected):
            return set()
        reading = read_article(cleaned)
        spans = [(cleaned.origin_of(p.start, p.end), "PER") for p in reading.people]
        spans += [(cleaned.origin_of(b.start, b.end), "ORG") for b in reading.bodies]
        return {(place.start, place.end, kind) for place, kind in spans}

    return tag


def scored(rows: list[tuple[str, Spans]], tag: Callable[[str], Spans]) -> tuple[list[str], float]:
    """The F1 of every kind, as printed, and characters a second."""
    hits, told, true = (dict.fromkeys(KINDS, 0) for _ in range(3))
    started = time.perf_counter()
    answers = [tag(text) for text, _ in rows]
    seconds = time.perf_counter() - started
    for (_, gold), found in zip(rows, answers, strict=True):
        for kind in KINDS:
            right, ours = ({s for s in spans if s[2] == kind} for spans in (gold, found))
            hits[kind] += len(right & ours)
            told[kind] += len(ours)
            true[kind] += len(right)
    cells = [f"{200 * hits[k] / (told[k] + true[k]):.1f}" if true[k] > 10 and told[k] else "–" for k in KINDS]
    return cells, sum(len(text) for text, _ in rows) / seconds


def main(folder: Path) -> None:
    """Print the table."""
    tools = {"jieba.posseg": by_jieba(), "tagger": by_tagger(), "extraction": by_extraction()}
    print("| corpus | tool | PER | ORG | LOC | thousand characters a second |")
    print("|---|---|---|---|---|---|")
    for corpus, kinds in OURS.items():
        rows = list(sentences(folder / f"{corpus}.dev.jsonl.xz", kinds))
        for name, tag in tools.items():
            tag(rows[0][0])
            cells, speed = scored(rows, tag)
            mark = " (learnt from)" if corpus in LEARNT_FROM and name != "jieba.posseg" else ""
            print(f"| {corpus}{mark} | {name} | {' | '.join(cells)} | {speed / 1000:.0f} |", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
