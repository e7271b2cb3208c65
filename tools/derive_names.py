"""Derive kg/lexicon/surnames.tsv and kg/lexicon/name_characters.tsv.

Sources: the surname list of wainshine/Chinese-Names-Corpus (Apache-2.0), given as the first argument, and the
dictionary that jieba ships (MIT): its words tagged nr (names) and nrt (transliterated names).

    python tools/derive_names.py surnames_1k.tsv
"""

import collections
import math
import sys
from pathlib import Path

import jieba

LEXICON = Path(__file__).parent.parent / "kg" / "lexicon"
KEEP = 1000  # single surnames


def main(surnames_path: str) -> None:
    """Write both tables."""
    singles: dict[str, int] = {}
    doubles: dict[str, int] = {}
    for row in Path(surnames_path).read_text("utf-8").splitlines()[1:]:
        name, count = row.split("\t")[:2]
        if len(name) == 1 and len(singles) < KEEP:
            singles[name] = round(float(count))
        elif len(name) == 2:
            doubles[name] = round(float(count))
    given: dict[str, collections.Counter[str]] = {
        k: collections.Counter() for k in ("first", "last", "single")
    }
    foreign: collections.Counter[str] = collections.Counter()
    words: collections.Counter[str] = collections.Counter()
    with jieba.get_dict_file() as lines:
        for raw in lines:
            word, frequency, tag = raw.decode("utf-8").split()
            if tag == "nr" and word[0] in singles and len(word) == 3:
                given["first"][word[1]] += 1
                given["last"][word[2]] += 1
            elif tag == "nr" and word[0] in singles and len(word) == 2:
                given["single"][word[1]] += 1
            elif tag == "nrt" and len(word) >= 3:
                foreign.update(word)
            elif not tag.startswith("nr"):
                for character in word:
                    words[character] += int(frequency)
    total = sum(words.values())
    rows = ["# character\tfirst\tlast\tsingle\tforeign: ten times the log-odds (base 2) against running text"]
    alphabet = sorted(set(words) | set(foreign) | set(given["first"]) | set(given["last"]))
    for c in alphabet:
        odds = [_odds(table[c], sum(table.values()), words[c], total) for table in (*given.values(), foreign)]
        seen = sum(table[c] for table in (*given.values(), foreign))
        if seen > 1 or words[c] > total / 20000:
            rows.append("\t".join([c, *map(str, odds)]))
    (LEXICON / "name_characters.tsv").write_text("\n".join(rows) + "\n", "utf-8")
    table = [f"{name}\t{count}" for name, count in [*singles.items(), *doubles.items()]]
    (LEXICON / "surnames.tsv").write_text("# surname\tcount\n" + "\n".join(table) + "\n", "utf-8")


def _odds(here: int, all_here: int, there: int, all_there: int) -> int:
    ratio = ((here + 0.3) / (all_here + 2000)) / ((there + 30) / (all_there + 300_000))
    return max(-80, min(80, round(10 * math.log2(ratio))))


if __name__ == "__main__":
    main(sys.argv[1])
