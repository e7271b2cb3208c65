"""Turtle: the graph as people read and compare it. `kg build` writes the same as graph.ttl."""

from __future__ import annotations

from pathlib import Path

from kg.export.files import beside
from kg.export.ntriples import EVERYTHING
from kg.model.values import Store


def write(store: Store, path: Path) -> None:
    """Write the graph of a store as Turtle; the whole graph is held in memory."""
    with beside(path) as part:
        part.write_bytes(store.answer(EVERYTHING, "ttl"))
