"""From triples to what people open: sorted N-Triples, Turtle, store, page."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection, Iterable
from contextlib import AbstractContextManager
from itertools import chain
from pathlib import Path

from kg.model.entities import Resolution
from kg.model.settings import Settings
from kg.rdf.sort import sort_unique
from kg.rdf.triples import entity_lines
from kg.run.folder import FILES

Stage = Callable[[str], AbstractContextManager[None]]


def write_graph(
    lines: Iterable[str],
    resolution: Resolution,
    settings: Settings,
    folder: Path,
    only: Collection[str],
    stage: Stage,
) -> int:
    """Write the products of `only` that are made of triples into `folder`; returns the number of triples."""
    places = {name: folder / file for name, file in FILES.items()}
    with stage("sort"):
        triples = sort_unique(chain(lines, entity_lines(resolution, settings)), places["nt"])
    if "ttl" in only:
        with stage("turtle"):
            _turtle(places["nt"], places["ttl"])
    if "store" in only or "html" in only:
        with stage("store"):
            _store(places["nt"], places["store"])
    if "html" in only:
        with stage("page"):
            _page(places["store"], places["html"])
    if "nt" not in only:
        places["nt"].unlink()
    if "store" not in only:
        shutil.rmtree(places["store"], ignore_errors=True)
    return triples


def _turtle(nt: Path, place: Path) -> None:
    from kg.store.turtle import write_turtle

    write_turtle(nt, place)


def _store(nt: Path, place: Path) -> None:
    from kg.store import load

    load(nt, place)


def _page(store: Path, place: Path) -> None:
    from kg.export.view import write_page
    from kg.store import open_store

    write_page(open_store(store), place)
