"""The files that Spark's tasks write side by side."""

from __future__ import annotations

import shutil
from pathlib import Path


def set_in_order(folder: Path, ending: str) -> list[Path]:
    """Name the parts in a folder that Spark wrote part-00000 and so on, in their order, and keep nothing else there."""
    parts = sorted(path for path in folder.glob("part-*") if path.stat().st_size)
    keep = {part: folder / f"part-{number:05d}{ending}" for number, part in enumerate(parts)}
    for path in set(folder.iterdir()) - set(parts):
        path.unlink()
    return [part.rename(place) for part, place in keep.items()]


def joined(parts: list[Path], place: Path) -> None:
    """Write the parts, in order, as one file."""
    with place.open("wb") as whole:
        for part in parts:
            with part.open("rb") as piece:
                shutil.copyfileobj(piece, whole, 1 << 20)
