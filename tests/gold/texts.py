#!/usr/bin/env python3
"""Collect the articles of a gold by their ids: `python tests/gold/texts.py OUT.jsonl [--gold third] [--split open]`.

The articles belong to their publishers and lie beside the repository, not in it; only their ids are kept here.
"""

import argparse
import json
import lzma
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent
CORPORA = HERE.parents[2] / "shared" / "data" / "articles"


def wanted_ids(gold: str, split: str | None) -> list[str]:
    """The ids of a gold in its own order; of one split ("open", "kept", "twin") or of all."""
    facts = [json.loads(line) for line in (HERE / f"{gold}.facts.jsonl").read_text("utf-8").splitlines()]
    return [fact["id"] for fact in facts if split in (None, fact["split"])]


def matching_lines(corpora: Path, ids: set[str]) -> Iterator[tuple[str, str]]:
    """Yield (id, JSON line) for every article of `corpora` (*.jsonl.xz) that is asked for."""
    for path in sorted(corpora.glob("*.jsonl.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                article_id = json.loads(line)["id"]
                if article_id in ids:
                    yield article_id, line


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("out", type=Path, help="the JSONL file to write")
    parser.add_argument("--gold", choices=["second", "third", "fourth"], default="second", help="which gold")
    parser.add_argument("--split", choices=["open", "kept", "twin"], help="only this part")
    parser.add_argument("--corpora", type=Path, default=CORPORA, help="the folder of *.jsonl.xz files")
    args = parser.parse_args()
    ids = wanted_ids(args.gold, args.split)
    found = dict(matching_lines(args.corpora, set(ids)))
    missing = [i for i in ids if i not in found]
    if missing:
        raise SystemExit(f"{args.corpora}: {len(missing)} articles are missing, the first is {missing[0]}")
    args.out.write_text("".join(found[i] for i in ids), "utf-8")


if __name__ == "__main__":
    main()
