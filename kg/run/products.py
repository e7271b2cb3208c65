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


def write_graph(
    parts: Sequence[Path],
    resolution: Resolution,
    settings: Settings,
    folder: Path,
    only: Collection[str],
    stage: Stage,
) -> tuple[int, str]:
    """Write the products of `only` that are made of triples into `folder`; returns their number and a remark.

    `parts` are folders of buckets that the merge filled.
    """
    remark = ""
    places = {name: folder / file for name, file in FILES.items()}
    with stage("sort"):
        head = head_for(settings.base)
        spill(entity_lines(resolution, settings), folder / "entities.nt", head)
        triples = gather([*parts, folder / "entities.nt"], places["nt"], head)
    if "ttl" in only:
        with stage("turtle"):
            _turtle(places["nt"], places["ttl"], settings.base)
    if "store" in only or "html" in only:
        with stage("store"):
            _store(places["nt"], places["store"])
    if "html" in only:
        with stage("page"):
            remark = _page(places["store"], places["html"])
    if "nt" not in only:
        places["nt"].unlink()
    if "store" not in only:
        shutil.rmtree(places["store"], ignore_errors=True)
    return triples, remark


def _turtle(nt: Path, place: Path, base: str) -> None:
    from kg.store.turtle import write_turtle

    write_turtle(nt, place, base)


def _store(nt: Path, place: Path) -> None:
    from kg.store import load

    load(nt, place)


def _page(store: Path, place: Path) -> str:
    """Write the page; a graph with nothing to draw has none, and the remark says so."""
    from kg.export.view import write_page
    from kg.store import open_store

    try:
        write_page(open_store(store), place)
    except KgError as error:
        return f"no page: {error}"
    return ""
