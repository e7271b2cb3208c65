"""Reading the word lists that ship with the package."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent


def rows_of(name: str) -> Iterator[list[str]]:
    """The rows of a shipped table, split at tabs; comment lines (#) and empty lines left out."""
    with (HERE / name).open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip() and not line.startswith("#"):
                yield line.rstrip("\n").split("\t")
