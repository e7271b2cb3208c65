"""Count which characters follow each other in news, for the repair of torn text (kg/clean/bigrams.py).

    python tools/make_bigrams.py kg/clean/tables/bigrams.txt.xz CORPUS.jsonl.xz…

Only counts leave this script: of neighbouring Han characters in the corpora, and inside the words of jieba's dictionary by
their frequency. A line is a first character, then for each level of count (A: 16 or more, B: 32 or more, …) the level's letter
and the characters that follow so often. No sentence can be put together again from it.
"""

from __future__ import annotations

import itertools
import json
import lzma
import math
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

import jieba
import opencc

RUN = re.compile(r"[\u4e00-\u9fff]{2,}")
FLOOR = 4  # log2 of the smallest count that is kept


def pairs_of_corpora(paths: list[str]) -> Counter[str]:
    """How often each pair of neighbouring Han characters stands in the `text` of the rows."""
    counts: Counter[str] = Counter()
    for path in paths:
        with lzma.open(path, "rt", encoding="utf-8") as rows:
            for row in rows:
                for run in RUN.findall(json.loads(row)["text"]):
                    counts.update(map("".join, itertools.pairwise(run)))
    return counts


def pairs_of_words() -> Counter[str]:
    """The same inside the words of jieba's dictionary, weighted by their frequency."""
    counts: Counter[str] = Counter()
    with open(jieba.get_dict_file().name, encoding="utf-8") as lines:
        for line in lines:
            word, frequency, *_ = line.split()
            for run in RUN.findall(word):
                for pair in map("".join, itertools.pairwise(run)):
                    counts[pair] += int(frequency)
    return counts


def main() -> None:
    """Write the table."""
    counts = pairs_of_corpora(sys.argv[2:])
    counts.update(pairs_of_words())
    simplify = opencc.OpenCC("t2s").convert
    followers: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for pair, count in sorted(counts.items()):
        level = int(math.log2(count)) if count else 0
        if level >= FLOOR and simplify(pair) == pair:
            followers[pair[0]][level].append(pair[1])
    with lzma.open(Path(sys.argv[1]), "wt", encoding="utf-8", preset=9 | lzma.PRESET_EXTREME) as out:
        for first in sorted(followers):
            levels = "".join(
                chr(ord("A") + n - FLOOR) + "".join(c) for n, c in sorted(followers[first].items())
            )
            out.write(f"{first}{levels}\n")
    print(
        sum(len(c) for f in followers.values() for c in f.values()),
        "pairs",
        Path(sys.argv[1]).stat().st_size,
        "bytes",
    )


if __name__ == "__main__":
    main()
