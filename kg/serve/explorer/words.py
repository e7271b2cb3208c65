"""What stands on the pages beside data, in Chinese and English: words.tsv."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def words_in(language: str) -> dict[str, str]:
    """The words of a language, "zh" or "en", by their key."""
    rows = files("kg.serve.explorer").joinpath("words.tsv").read_text("utf-8").splitlines()[1:]
    column = 2 if language == "en" else 1
    return {cells[0]: cells[column] for cells in (row.split("\t") for row in rows)}
