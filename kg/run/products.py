"""From triples to what people open: sorted N-Triples, Turtle, store, page."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path

from kg.model.entities import Resolution
from kg.model.errors import KgError
from kg.model.settings import Settings
from kg.rdf.sort import bucket_sizes, gather, head_for, spill
from kg.rdf.triples import entity_lines
from kg.run.folder import FILES
from kg.run.merge import join
from kg.run.processes import beside, ordered_map

Stage = Callable[[str], AbstractContextManager[None]]
WORTH_SHARING = 8_000_000  # bytes of triples; fewer are sorted sooner than processes are started
SHARES_EACH = 4  # shares of the sorting for each worker, so that they end at about the same time


def sort_triples(
    parts: Sequence[Path], resolution: Resolution, settings: Settings, nt: Path, workers: int = 1
) -> int:
    """Sort the triples of all parts and of the entities into `nt`, in `workers` processes; returns how many there are.

    `parts` are folders of buckets that the merge filled.
    """
    entities = nt.with_name("entities.nt")
    spill(entity_lines(resolution, settings), entities, head_for(settings.base))
    folders = [*parts, entities]
    try:
        return _gathered(folders, nt, head_for(settings.base), workers)
    finally:
        for folder in folders:
            shutil.rmtree(folder, ignore_errors=True)


def _gathered(folders: Sequence[Path], nt: Path, head: int, workers: int) -> int:
    """Sort the buckets into one file, neighbouring buckets side by side."""
    sizes = bucket_sizes(folders)
    if workers == 1 or sum(sizes.values()) < WORTH_SHARING:
        return gather(folders, nt, head)
    shares = enumerate(_shares(sizes, workers))
    tasks = [(nt.with_name(f"{number:04d}.nt"), share) for number, share in shares]
    sort = partial(_sorted_share, folders=folders, head=head)
    count = sum(ordered_map(sort, tasks, workers, sort))
    join([place for place, _ in tasks], nt)
    return count


def _shares(sizes: Mapping[str, int], workers: int) -> Iterator[list[str]]:
    """Buckets in order, cut into shares of about equal size, some for each worker."""
    enough = sum(sizes.values()) / (workers * SHARES_EACH)
    share: list[str] = []
    held = 0
    for name, size in sizes.items():
        share.append(name)
        held += size
        if held >= enough:
            yield share
            share, held = [], 0
    if share:
        yield share


def _sorted_share(task: tuple[Path, list[str]], folders: Sequence[Path], head: int) -> int:
    place, buckets = task
    return gather(folders, place, head, buckets)


def write_products(folder: Path, base: str, only: Collection[str], stage: Stage, workers: int = 1) -> str:
    """Write the products of `only` that are made of graph.nt in `folder` and not there yet; returns a remark, or ""."""
    remark = ""
    places = {name: folder / file for name, file in FILES.items()}
    tables = "tables" in only and not places["tables"].exists()
    loads = tables or "store" in only or "html" in only
    turtle = partial(_turtle, places["nt"], places["ttl"], base)
    if "ttl" in only and loads and workers > 1:
        with stage("turtle and store"), beside(turtle):
            _store(places["nt"], places["store"])
    else:
        if "ttl" in only:
            with stage("turtle"):
                turtle()
        if loads:
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
