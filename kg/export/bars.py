"""Tenures as bars in time: what articles attest, and the outline of what an appointment or a removal states."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

from kg.export.figures import BODY, finish, new_figure, save, sized
from kg.export.gexf import full_day
from kg.export.rows import TenureRow
from kg.model.errors import KgError

MOST_BARS = 40
LEAST_BAR = 0.004  # of the whole: a day in the midst of decades is seen all the same


def draw_tenures(
    path: Path, rows: Sequence[TenureRow], labels: Sequence[str], title: str, nothing: str
) -> None:
    """One line for each tenure.

    Raises:
        KgError: none has a day; `nothing` says so.
    """
    dated = best_attested(zip(rows, labels, strict=True))
    if not dated:
        raise KgError(nothing)
    figure, axes = new_figure(9, 1.1 + 0.56 * len(dated))
    spans = [(_span(t.first, t.last), _span(t.valid_from, t.valid_until)) for t, _ in dated]
    known = [span for pair in spans for span in pair if span]
    least = (max(end for _, end in known) - min(start for start, _ in known)) * LEAST_BAR
    for n, ((t, label), (attested, stated)) in enumerate(zip(dated, spans, strict=True)):
        if attested:
            begin, end = attested
            axes.barh(n, max(least, end - begin), left=begin, height=0.3, color=BODY, zorder=3)
        if stated:
            _frame(axes, n, *stated, t, least * 3)
        left = min(span[0] for span in (attested, stated) if span)
        axes.annotate(label, (left, n), textcoords="offset points", xytext=(0, 13), font=sized(10), zorder=4)
    axes.xaxis_date()
    axes.set_yticks([])
    axes.set_ylim(len(dated) - 0.3, -1.0)
    finish(axes, f"{title}（实条：见报；外框：任免文字所载）")
    save(figure, path)


def best_attested(rows: Iterable[tuple[TenureRow, str]]) -> list[tuple[TenureRow, str]]:
    """The dated tenures of which there are most proofs, in their order: more would not be read."""
    dated = [
        (n, t, label)
        for n, (t, label) in enumerate(rows)
        if t.first or t.last or t.valid_from or t.valid_until
    ]
    best = sorted(dated, key=lambda row: (-len(row[1].evidence), row[0]))[:MOST_BARS]
    return [(t, label) for _, t, label in sorted(best, key=lambda row: row[0])]


def _frame(axes: Any, n: int, start: float, end: float, tenure: TenureRow, lip: float) -> None:
    """The outline of a stated term; it stays open on the side of which nothing is stated."""
    low, high = n - 0.25, n + 0.25
    if not tenure.valid_until:
        x, y = [start + lip, start, start, start + lip], [low, low, high, high]
    elif not tenure.valid_from:
        x, y = [end - lip, end, end, end - lip], [low, low, high, high]
    else:
        x, y = [start, end, end, start, start], [low, low, high, high, low]
    axes.plot(x, y, color=BODY, linewidth=1.1, zorder=2)


def _span(first: str, last: str) -> tuple[float, float] | None:
    """The days at which a bar begins and ends; None where no day is known."""
    if not first and not last:
        return None
    return _day(first or last, False), _day(last or first, True)


def _day(text: str, last: bool) -> float:
    dates: Any = import_module("matplotlib.dates")
    number: float = dates.date2num(date.fromisoformat(full_day(text, last)))
    return number
