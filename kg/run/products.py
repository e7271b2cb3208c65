"""From triples to what people open: sorted N-Triples, Turtle, store, page."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from kg.model.entities import Resolution
from kg.model.errors import KgError
from kg.model.settings import Settings
from kg.rdf.sort import gather, head_for, spill
from kg.rdf.triples import entity_lines
from kg.run.folder import FILES

Stage = Callable[[str], AbstractContextManager[None]]


def sort_triples(parts: Sequence[Path], resolution: Resolution, settings: Settings, nt: Path) -> int:
    """Sort the triples of all parts and of the entities into `nt`; returns how many there are.

    `parts` are folders of buckets that the merge filled.
    """
    head = head_for(settings.base)
    entities = nt.with_name("entities.nt")
    spill(entity_lines(resolution, settings), entities, head)
    try:
        return gather([*parts, entities], nt, head)
    finally:
        for folder in (*parts, entities):
            shutil.rmtree(folder, ignore_errors=True)


def write_products(folder: Path, base: str, only: Collection[str], stage: Stage) -> str:
    """Write the products of `only` that are made of graph.nt in `folder` and not there yet; returns a remark, or ""."""
    remark = ""
    places = {name: folder / file for name, file in FILES.items()}
    if "ttl" in only:
        with stage("turtle"):
            _turtle(places["nt"], places["ttl"], base)
    tables = "tables" in only and not places["tables"].exists()
    if tables or "store" in only or "html" in only:
        with stage("store"):
            _store(places["nt"], places["store"])
    if "html" in only:
        with stage("page"):
            remark = _page(places["store"], places["html"])
    if tables:
        with stage("tables"):
            _tables(places["store"], places["tables"])
    if "nt" not in only:
        places["nt"].unlink()
    if "store" not in only:
        shutil.rmtree(places["store"], ignore_errors=True)
    return remark


def _turtle(nt: Path, place: Path, base: str) -> None:
    from kg.store.turtle import write_turtle

    write_turtle(nt, place, base)


def _store(nt: Path, place: Path) -> None:
    from kg.store import load

    load(nt, place)


def _tables(store: Path, place: Path) -> None:
    from kg.export.parquet import write
    from kg.store import open_store

    write(open_store(store), place)


def _page(store: Path, place: Path) -> str:
    """Write the page; a graph with nothing to draw has none, and the remark says so."""
    from kg.export.view import write_page
    from kg.store import open_store

    try:
        write_page(open_store(store), place)
    except KgError as error:
        return f"no page: {error}"
    return ""
