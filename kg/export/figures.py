"""What all pictures for papers have in common: colours, letters, frames, files."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any

from kg.export.files import beside
from kg.export.fonts import chinese_font
from kg.model.errors import KgError

PERSON, BODY, EVENT = "#0b65a8", "#b84a00", "#0b7a57"


def sized(points: float) -> Any:
    """The Chinese font at a size in points."""
    font = chinese_font().copy()
    font.set_size(points)
    return font


def new_figure(width: float, height: float) -> tuple[Any, Any]:
    """A figure and its axes; lengths in inches.

    Raises:
        KgError: matplotlib is not installed.
    """
    try:
        matplotlib: Any = import_module("matplotlib")
    except ImportError as error:
        raise KgError("plot: needs matplotlib; install it with: pip install 'renmai[plot]'") from error
    matplotlib.rcParams["svg.hashsalt"] = "renmai"  # ids in the SVG are then always the same
    chinese_font()
    figure = import_module("matplotlib.figure").Figure(figsize=(width, height), layout="constrained")
    return figure, figure.subplots()


def finish(axes: Any, title: str) -> None:
    """Title, thin lines for the ticks, no box."""
    axes.set_title(title, font=sized(12), loc="left")
    axes.grid(axis="x", color="#dcd8cf", linewidth=0.6, zorder=0)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)


def save(figure: Any, path: Path) -> None:
    """Write SVG, PNG or PDF by the suffix, without a date in it.

    Raises:
        KgError: the suffix is none of these.
    """
    form = path.suffix.lower().lstrip(".")
    none = {"svg": {"Date": None}, "pdf": {"CreationDate": None}, "png": {"Software": None}}
    if form not in none:
        raise KgError(f"{path}: give a name that ends in .svg, .png or .pdf")
    with beside(path) as part:
        figure.savefig(part, format=form, dpi=200, metadata=none[form])
