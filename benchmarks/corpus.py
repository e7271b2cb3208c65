"""What is measured on: real articles where they lie beside the checkout, else invented ones."""

from __future__ import annotations

import json
import lzma
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared" / "data" / "articles"
YEAR = "xwlb-2019.jsonl.xz"
INVENTED = 5000


def corpus(scratch: Path) -> tuple[str, list[Path]]:
    """A name for the report, and the files."""
    if (SHARED / YEAR).is_file():
        return f"a year of evening news ({YEAR})", [SHARED / YEAR]
    from tests.invented import write_articles

    return f"{INVENTED} invented articles", [write_articles(scratch / "invented.jsonl", INVENTED)]


def all_articles(scratch: Path) -> list[Path]:
    """Every year there is, for growth."""
    return sorted(SHARED.glob("xwlb-*.jsonl.xz")) or corpus(scratch)[1]


def rows(files: list[Path]) -> Iterator[dict[str, str]]:
    """The rows of JSON lines, packed or not."""
    for path in files:
        opener = lzma.open if path.suffix == ".xz" else open
        with opener(path, "rt", encoding="utf-8") as lines:  # type: ignore[operator]  # both take these
            yield from map(json.loads, lines)


def first(files: list[Path], count: int, place: Path) -> Path:
    """A file of the first so many articles."""
    lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in islice(rows(files), count))
    place.write_text("".join(lines), encoding="utf-8")
    return place
