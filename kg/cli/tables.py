"""Rows as a table on a terminal, where a Chinese character is two columns wide."""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from kg.model.namespaces import PREFIXES
from kg.model.settings import Settings

NARROWEST = 8  # columns that a cut column keeps
_SHORT = {iri: name for name, iri in PREFIXES.items()}


def table(
    rows: Sequence[Mapping[str, str | None]], width: int = 0, base: str = Settings().base
) -> Iterator[str]:
    """Yield a header, a rule and the rows, cut to `width` columns (0: as wide as the terminal); `base` is shown as id:."""
    if not rows:
        return
    names = list(rows[0])
    cells = [[shown(row[name], base) for name in names] for row in rows]
    room = width or shutil.get_terminal_size((120, 24)).columns
    widths = _fit([max(map(columns, column)) for column in zip(names, *cells, strict=True)], room)
    yield _line(names, widths)
    yield _line(["─" * w for w in widths], widths)
    for row in cells:
        yield _line(row, widths)


def shown(value: str | None, base: str = Settings().base) -> str:
    """A value on one line, IRIs by their prefixes."""
    if value is None:
        return ""
    for iri, prefix in ((base, "id"), *_SHORT.items()):
        if value.startswith(iri) and len(value) > len(iri):
            return f"{prefix}:{value[len(iri) :]}"
    return " ".join(value.split())


def columns(text: str) -> int:
    """How wide a text is on a terminal."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _fit(widths: list[int], room: int) -> list[int]:
    """Take from the widest columns until the row fits."""
    while sum(widths) + 2 * (len(widths) - 1) > room and max(widths) > NARROWEST:
        widest = widths.index(max(widths))
        rest = sorted(widths)[-2] if len(widths) > 1 else 0
        excess = sum(widths) + 2 * (len(widths) - 1) - room
        widths[widest] = max(NARROWEST, min(widths[widest] - 1, max(rest - 1, widths[widest] - excess)))
    return widths


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(_padded(c, w) for c, w in zip(cells, widths, strict=True)).rstrip()


def _padded(text: str, width: int) -> str:
    if columns(text) > width:
        while columns(text) > width - 1:
            text = text[:-1]
        text += "…"
    return text + " " * (width - columns(text))
