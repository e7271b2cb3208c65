"""Where articles are read from: files, folders, globs and the standard input, in a stable order."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from kg.model.errors import KgError
from kg.read.packing import PACKINGS, unpack

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read; `name` is how messages call it, `stem` its name without any suffix."""

    path: Path | None  # None: the standard input
    name: str
    stem: str
    suffix: str  # of the format, lower case, without dot and without the packing's: "jsonl" of a.jsonl.xz
    packing: str = ""  # "gz", "bz2", "xz", "zst" or ""

    @classmethod
    def of(cls, path: Path) -> Source:
        """Take a file's name apart."""
        name, packing = printable(path.name), ""
        tail = name.rpartition(".")[2].lower()
        if tail in PACKINGS and "." in name:
            name, packing = name[: -len(tail) - 1], tail
        stem, dot, suffix = name.rpartition(".")
        return cls(
            path,
            printable(str(path)),
            stem if dot and stem else name,
            suffix.lower() if dot and stem else "",
            packing,
        )

    @property
    def size(self) -> int | None:
        """The bytes on disk, as packed; None for the standard input."""
        return self.path.stat().st_size if self.path else None

    def open(self, max_bytes: int) -> BinaryIO:
        """Open for reading unpacked bytes; up to `max_bytes` a packed file may grow at any ratio."""
        if self.path is None:
            return sys.stdin.buffer
        return unpack(self.path.open("rb"), self.packing, max_bytes)


def printable(name: str) -> str:
    """A file name as text: as GB 18030 where its bytes are no UTF-8 (old Windows packs), escaped where they are neither."""
    if name.isprintable():
        return name
    data = os.fsencode(name)
    for encoding in ("utf-8", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8", "backslashreplace")


def find_sources(inputs: Sequence[str]) -> Iterator[Source]:
    """Yield every file behind `inputs`, each once: as given, folders and globs in the order of their names.

    Raises:
        KgError: an input does not exist, or a glob matches nothing.
    """
    seen: set[Path] = set()
    for given in inputs:
        if given == STDIN:
            yield Source(None, "stdin", "stdin", "")
            continue
        for path in _files_of(given):
            if path not in seen:
                seen.add(path)
                yield Source.of(path)


def _files_of(given: str) -> Iterator[Path]:
    path = Path(given)
    if path.is_dir():
        yield from _walk(path)
    elif path.exists():
        yield path
    else:
        matches = sorted(glob.glob(given, recursive=True)) if glob.has_magic(given) else []
        if not matches:
            raise KgError(
                f"{given}: no such file, folder or pattern; give the path of what to read, or - for a pipe"
                + (" (places with a scheme are read by --engine spark)" if "://" in given else "")
            )
        for match in matches:
            yield from _walk(Path(match)) if Path(match).is_dir() else iter([Path(match)])


def _walk(folder: Path) -> Iterator[Path]:
    """The visible files under `folder`, sorted by path; links to folders are not followed."""
    found = (p for p in folder.rglob("*") if p.is_file())
    return iter(
        sorted(p for p in found if not any(part.startswith(".") for part in p.relative_to(folder).parts))
    )
