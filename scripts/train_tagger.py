"""Train the tagger: `python scripts/train_tagger.py ARTICLES PEOPLE98 OUT [--but FILE]…` (what `make train` runs).

An averaged perceptron on whole sentences, in integers: the same labels give the same weights, byte for byte.
"""

from __future__ import annotations

import argparse
import json
import lzma
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
from silver_labels import Label, Labelled, articles_of, label

from kg.extract import tagger
from kg.extract.tagger import KINDS, LABELS, LARGEST, PAD, ROW_BITS, code_points, feature_rows
from kg.lexicon.names import UNSEEN, name_tables

EPOCHS = 4
BATCH = 48  # sentences between two updates
MISSED, INVENTED = (
    10,
    4,
)  # by how much a right label has to win, in updates: our own labels lack names, rarely invent them
PLAIN = 4  # every n-th sentence without a name is learnt from
LONGEST = 160  # code points of a training sentence

Weights = npt.NDArray[np.int32]


def classes() -> npt.NDArray[np.uint8]:
    """The kind of every character: how well it makes a surname, a given name and a transliteration."""
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
    picked = [r for r in rows if any(k in KINDS for *_, k in r.labels) or order.random() * PLAIN < 1]
    order.shuffle(picked)
    picked.sort(key=lambda r: len(r.text) // 8)
    groups = [picked[i : i + BATCH] for i in range(0, len(picked), BATCH)]
    order.shuffle(groups)
    return iter(groups)


def gold_labels(group: list[Labelled], width: int) -> npt.NDArray[np.intp]:
    """Sentences × places: the number of the right label."""
    right = np.zeros((len(group), width), dtype=np.intp)
    for line, row in zip(right, group, strict=True):
        for start, end, kind in row.labels:
            if kind not in KINDS:
                continue
            first = 1 + 3 * KINDS.index(kind)
            line[start:end] = first + 1
            line[start], line[end - 1] = first, first + 2
    return right


def search(scores: npt.NDArray[np.int32]) -> npt.NDArray[np.intp]:
    """The best lawful labels of each sentence: sentences × places × labels → sentences × places."""
    count, width, _ = scores.shape
    free_from = np.array([0, *(3 * k + 3 for k in range(len(KINDS)))])
    begin = np.array([3 * k + 1 for k in range(len(KINDS))])
    state = np.full((count, LABELS), -(10**9), dtype=np.int64)
    state[:, 0] = 0
    back_free = np.empty((width, count), dtype=np.intp)
    back_open = np.empty((width, count, len(KINDS)), dtype=bool)
    for at in range(width):
        here = scores[:, at]
        pick = state[:, free_from].argmax(axis=1)
        free = state[np.arange(count), free_from[pick]]
        inner = np.maximum(state[:, begin], state[:, begin + 1])
        back_free[at] = free_from[pick]
        back_open[at] = state[:, begin + 1] > state[:, begin]
        state = np.empty_like(state)
        state[:, 0] = free + here[:, 0]
        state[:, begin] = free[:, None] + here[:, begin]
        state[:, begin + 1] = inner + here[:, begin + 1]
        state[:, begin + 2] = inner + here[:, begin + 2]
    line = np.arange(count)
    label = free_from[state[:, free_from].argmax(axis=1)]
    found = np.empty((count, width), dtype=np.intp)
    for at in range(width - 1, -1, -1):
        found[:, at] = label
        kind = (label - 1) // 3
        opened = begin[np.maximum(kind, 0)] + back_open[at][line, np.maximum(kind, 0)]
        label = np.where((label == 0) | (label % 3 == 1), back_free[at], opened)
    return found


def train(
    rows: list[Labelled], kinds: npt.NDArray[np.uint8], epochs: int = EPOCHS
) -> npt.NDArray[np.float64]:
    """The averaged weights: features × labels."""
    weights = np.zeros((1 << ROW_BITS, LABELS), dtype=np.int32)
    summed = np.zeros((1 << ROW_BITS, LABELS), dtype=np.int64)
    step = 1
    for epoch in range(epochs):
        started, wrong, seen = time.time(), 0, 0
        for group in batches(rows, epoch):
            width = max(len(r.text) for r in group)
            line = width + PAD
            points = np.zeros(PAD + line * len(group), dtype=np.intp)
            for i, row in enumerate(group):
                points[PAD + i * line : PAD + i * line + len(row.text)] = code_points(row.text)
            features = feature_rows(np.concatenate([points, np.zeros(PAD, dtype=np.intp)]), kinds)
            features = features.reshape(len(features), len(group), line)[:, :, :width]
            scores = weights[features[0]]
            for template in features[1:]:
                scores += weights[template]
            right = gold_labels(group, width)
            scores += np.where(right > 0, MISSED, INVENTED)[:, :, None].astype(np.int32)
            np.put_along_axis(
                scores,
                right[:, :, None],
                np.take_along_axis(scores, right[:, :, None], 2)
                - np.where(right > 0, MISSED, INVENTED)[:, :, None],
                2,
            )
            lengths = np.array([len(r.text) for r in group])
            outside = np.arange(width)[None, :] >= lengths[:, None]
            scores[outside] = 0
            scores[outside, 0] = 10**6
            found = search(scores)
            at = np.nonzero((found != right) & ~outside)
            seen += int(lengths.sum())
            wrong += len(at[0])
            for sign, labels in ((1, right[at]), (-1, found[at])):
                for template in features:
                    cells = template[at] * LABELS + labels
                    _add(weights, cells, sign)
                    _add(summed, cells, sign * step)
            step += 1
        print(
            f"epoch {epoch + 1}: {seen} characters, {wrong / seen:.4f} wrong, {time.time() - started:.0f} s",
            file=sys.stderr,
        )
    return weights - summed / step


def _add(table: npt.NDArray[np.signedinteger], cells: npt.NDArray[np.intp], amount: int) -> None:
    np.add.at(table.reshape(-1), cells, amount)


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
    rows += [*hand_made(given.people98)] * 3
    kinds = classes()
    given.out.write_bytes(tagger.to_bytes(quantised(train(_short(rows), kinds)), kinds))


def _short(rows: list[Labelled]) -> list[Labelled]:
    return [r for r in rows if len(r.text) <= LONGEST]


if __name__ == "__main__":
    main()
