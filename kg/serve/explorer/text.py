"""The words of an article: from the copy in OUT, or from where it was read, if the file is still the same."""

from __future__ import annotations

import hashlib
import mmap
import re
from pathlib import Path
from typing import Any

import orjson

from kg.model.article import Article
from kg.model.settings import Settings

NUMBERED = re.compile(r"(?P<file>.+):(?P<line>\d+)\Z")
PLAIN = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]{0,100}\Z")  # ids that name their file as they are
MOST_ROWS = 200_000  # rows of a file that are read in search of one article


def row_of(out: Path, identifier: str) -> dict[str, Any] | None:
    """The article's row of facts.jsonl, found by a scan for its first key; None where there is none."""
    path = out / "facts.jsonl"
    if not path.is_file() or not path.stat().st_size:
        return None
    wanted = b'{"id":' + orjson.dumps(identifier) + b","
    with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
        at = 0 if content[: len(wanted)] == wanted else content.find(b"\n" + wanted) + 1
        if not at and content[: len(wanted)] != wanted:
            return None
        end = content.find(b"\n", at)
        row: dict[str, Any] = orjson.loads(content[at : end if end >= 0 else len(content)])
        return row


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
