"""The words of an article: from the copy in OUT, or from where it was read, if the file is still the same."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson

from kg.model.article import Article
from kg.model.settings import Settings

NUMBERED = re.compile(r"(?P<file>.+):(?P<line>\d+)\Z")
PLAIN = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]{0,100}\Z")  # ids that name their file as they are
FIRST_KEY = re.compile(rb'\{"id":("(?:[^"\\]|\\.)*")')
MOST_ROWS = 200_000  # rows of a file that are read in search of one article


def rows_of(out: Path) -> Iterator[tuple[str, int]]:
    """The id of each row of facts.jsonl, and the byte at which it begins."""
    path = out / "facts.jsonl"
    if not path.is_file():
        return
    at = 0
    with path.open("rb") as file:
        for line in file:
            if found := FIRST_KEY.match(line):
                yield orjson.loads(found[1]), at
            at += len(line)


def row_of(out: Path, identifier: str, at: int | None) -> dict[str, Any] | None:
    """The article's row of facts.jsonl, which begins at a byte; None where another stands there."""
    if at is None:
        return None
    try:
        with (out / "facts.jsonl").open("rb") as file:
            file.seek(at)
            row = orjson.loads(file.readline())
    except (OSError, orjson.JSONDecodeError):
        return None
    return row if isinstance(row, dict) and row.get("id") == identifier else None


def text_of(out: Path, row: dict[str, Any]) -> str | None:
    """The untouched source that offsets count in; None where it is not at hand, or is another one by now.

    Only a text of the digest that the build noted is given: whatever path a row names, nothing else is shown.
    """
    digest = row["meta"].get("sha256") or ""
    for text in (_stored(out, row["id"]), _read(row)):
        if text is not None and hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() == digest:
            return text
    return None


def _stored(out: Path, identifier: str) -> str | None:
    if PLAIN.match(identifier):
        name = f"{identifier}.txt"
    else:
        from kg.run.shards import source_name

        name = source_name(identifier)
    try:
        return (out / "sources" / name).read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def _read(row: dict[str, Any]) -> str | None:
    from kg.read.reading import read_source
    from kg.read.source import find_sources

    place = row["meta"].get("path") or ""
    numbered = NUMBERED.match(place)
    file = numbered["file"] if numbered else place
    if not file or not Path(file).is_file():
        return None
    for source in find_sources([file]):
        for count, found in enumerate(read_source(source, Settings())):
            if isinstance(found, Article) and found.id == row["id"]:
                return found.text
            if count > MOST_ROWS:
                return None
    return None
