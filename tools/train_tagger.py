"""Train the tagger: `python tools/train_tagger.py ARTICLES PEOPLE98 OUT [--but FILE]…` (what `make train` runs).

An averaged perceptron on whole sentences, in integers: the same labels give the same weights, byte for byte.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import lzma
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from silver_labels import Label, Labelled, articles_of, label

from kg.extract.persons.tagger import (
    LABELS,
    LARGEST,
    PAD,
    ROW_BITS,
    class_codes,
    code_points,
    feature_rows,
    to_bytes,
)
from kg.lexicon.names import UNSEEN, name_tables

EPOCHS = 3
BATCH = 48  # sentences between two updates
MISSED, INVENTED = (
    10,
    4,
)  # by how much a right label has to win, in updates: our own labels lack names, rarely invent them
PLAIN = 4  # every n-th sentence without a name is learnt from
LONGEST = 160  # code points of a training sentence
HAND_MADE = 3  # how often the hand-made labels count

Integers = npt.NDArray[np.intp]


def classes() -> npt.NDArray[np.uint8]:
    """The class of every character: how well it makes a surname, a given name and a transliteration."""
    tables = name_tables()
    kinds = np.zeros(0x10000, dtype=np.uint8)
    for point in range(0x4E00, 0xA000):
        c = chr(point)
        given = max(tables.first.get(c, UNSEEN), tables.last.get(c, UNSEEN), tables.single.get(c, UNSEEN))
        kinds[point] = (
            1
            + 9 * _step(tables.surnames.get(c, UNSEEN), 0.0, 3.0)
            + 3 * _step(given, -1.5, 1.0)
            + _step(tables.foreign.get(c, UNSEEN), -1.5, 1.0)
        )
    for point in range(0x10000):
        c = chr(point)
        if not kinds[point]:
            kinds[point] = 28 + (c.isdigit() + 2 * (c.isascii() and c.isalpha()) + 4 * (c in "、，。：；"))
    return kinds


def _step(weight: float, low: float, high: float) -> int:
    return int(weight > low) + int(weight > high)


def hand_made(path: Path) -> Iterator[Labelled]:
    """The sentences of a labelled corpus (nerpy's part of People's Daily)."""
    with lzma.open(path, "rt", encoding="utf-8") as rows:
        for line in rows:
            row = json.loads(line)
            labels: list[Label] = [
                (e["start"], e["end"], e["type"])
                for e in row["entities"]
                if e["type"] in {"PER", "ORG", "LOC"} and e["end"] - e["start"] > 1
            ]
            yield Labelled(row["text"], labels=labels)


def batches(rows: list[Labelled], seed: int) -> Iterator[list[Labelled]]:
    """Sentences of like length together, the batches in a random order that `seed` fixes."""
    order = random.Random(seed)
    picked = [r for r in rows if any(k == "PER" for *_, k in r.labels) or order.random() * PLAIN < 1]
    order.shuffle(picked)
    picked.sort(key=lambda r: len(r.text) // 8)
    groups = [picked[i : i + BATCH] for i in range(0, len(picked), BATCH)]
    order.shuffle(groups)
    return iter(groups)


@dataclass(frozen=True, slots=True)
class Batch:
    """Sentences side by side: features × sentences × places, the right labels, and where a sentence is over."""

    features: Integers
    right: Integers
    over: npt.NDArray[np.bool_]


def laid_out(group: list[Labelled], codes: npt.NDArray[np.uint32]) -> Batch:
    """Put sentences into one array, with nothing between them."""
    lengths = np.array([len(r.text) for r in group])
    width = int(lengths.max())
    line = width + PAD
    points = np.zeros(PAD + line * len(group), dtype=np.intp)
    right = np.zeros((len(group), width), dtype=np.intp)
    for i, row in enumerate(group):
        points[PAD + i * line :][: len(row.text)] = code_points(row.text)
        for start, end, kind in row.labels:
            if kind == "PER":
                right[i, start:end] = 2
                right[i, start], right[i, end - 1] = 1, 3
    features = feature_rows(np.pad(points, (0, PAD)), codes).reshape(-1, len(group), line)[:, :, :width]
    return Batch(features, right, np.arange(width) >= lengths[:, None])


def search(scores: npt.NDArray[np.int64]) -> Integers:
    """The best lawful labels of each sentence: sentences × places × labels → sentences × places."""
    count, width, _ = scores.shape
    free, opened = np.zeros(count, dtype=np.int64), np.full(count, -(10**9), dtype=np.int64)
    ended = np.zeros(
        (width + 1, count), dtype=bool
    )  # whether the best way to be free here is to have ended a name
    longer = np.zeros((width, count), dtype=bool)  # whether a name open here was open before
    for at in range(width):
        outside, begin, inside, end = scores[:, at].T
        ended[at + 1] = opened + end > free + outside
        longer[at] = opened + inside > free + begin
        free, opened = (
            np.where(ended[at + 1], opened + end, free + outside),
            np.where(longer[at], opened + inside, free + begin),
        )
    found = np.zeros((count, width), dtype=np.intp)
    within = np.zeros(count, dtype=bool)  # whether the place behind belongs to the same name
    for at in range(width - 1, -1, -1):
        goes_on = within & longer[at]
        found[:, at] = np.where(within, np.where(goes_on, 2, 1), np.where(ended[at + 1], 3, 0))
        within = goes_on | (~within & ended[at + 1])
    return found


def learn(batch: Batch, weights: npt.NDArray[np.int32], summed: npt.NDArray[np.int64], step: int) -> int:
    """One update; how many labels were wrong."""
    scores = weights[batch.features[0]].astype(np.int64)
    for rows in batch.features[1:]:
        scores += weights[rows]
    handicap = np.where(batch.right > 0, MISSED, INVENTED)
    scores += handicap[:, :, None]
    right = np.take_along_axis(scores, batch.right[:, :, None], 2) - handicap[:, :, None]
    np.put_along_axis(scores, batch.right[:, :, None], right, 2)
    scores[batch.over] = 10**6, 0, 0, 0
    found = search(scores)
    at = np.nonzero((found != batch.right) & ~batch.over)
    for sign, labels in ((1, batch.right[at]), (-1, found[at])):
        for rows in batch.features:
            cells = rows[at] * LABELS + labels
            np.add.at(weights.reshape(-1), cells, sign)
            np.add.at(summed.reshape(-1), cells, sign * step)
    return len(at[0])


def train(
    rows: list[Labelled], kinds: npt.NDArray[np.uint8], epochs: int = EPOCHS
) -> npt.NDArray[np.float64]:
    """The averaged weights: features × labels."""
    codes = class_codes(kinds)
    weights = np.zeros((1 << ROW_BITS, LABELS), dtype=np.int32)
    summed = np.zeros((1 << ROW_BITS, LABELS), dtype=np.int64)
    step = 1
    for epoch in range(epochs):
        started, wrong, seen = time.time(), 0, 0
        for group in batches(rows, epoch):
            wrong += learn(laid_out(group, codes), weights, summed, step)
            seen += sum(len(r.text) for r in group)
            step += 1
        told = (
            f"epoch {epoch + 1}: {seen} characters, {wrong / seen:.4f} wrong, {time.time() - started:.0f} s"
        )
        print(told, file=sys.stderr)
    return weights - summed / step


def quantised(weights: npt.NDArray[np.float64]) -> npt.NDArray[np.int8]:
    """Whole weights of at most `LARGEST`; the few beyond are cut."""
    largest = np.quantile(np.abs(weights[weights != 0]), 0.9995)
    whole: npt.NDArray[np.int8] = np.clip(np.rint(weights * (LARGEST / largest)), -LARGEST, LARGEST).astype(
        np.int8
    )
    return whole


def main() -> None:
    """Label, train, write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("articles", type=Path, help="folder of *.jsonl.xz with articles")
    parser.add_argument(
        "people98", type=Path, help="labelled sentences of People's Daily (nerpy, Apache-2.0)"
    )
    parser.add_argument("out", type=Path, help="the weights file to write")
    parser.add_argument(
        "--but", type=Path, action="append", default=[], help="JSON lines whose ids are left out"
    )
    given = parser.parse_args()
    ids = frozenset(
        json.loads(line)["id"] for path in given.but for line in path.read_text("utf-8").splitlines()
    )
    rows = label(articles_of(given.articles, ids))
    rows += [*hand_made(given.people98)] * HAND_MADE
    given.out.write_bytes(taught(rows))


def taught(rows: list[Labelled]) -> bytes:
    """Labels to the weights file."""
    short = [r for r in rows if len(r.text) <= LONGEST]
    digest = hashlib.sha256()
    for row in short:
        digest.update(json.dumps([row.text, row.labels], ensure_ascii=False).encode())
    print(f"{len(short)} sentences, labels {digest.hexdigest()[:16]}", file=sys.stderr)
    kinds = classes()
    return to_bytes(quantised(train(short, kinds)), kinds, digest.hexdigest())


if __name__ == "__main__":
    main()
