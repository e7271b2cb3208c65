"""Graphs on disk and behind endpoints: the only room that knows pyoxigraph, loaded when first needed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.store.base import base_of
from kg.store.turtle import write_turtle

if TYPE_CHECKING:
    from kg.store.local import LocalStore
    from kg.store.remote import RemoteStore

__all__ = ["base_of", "check_intact", "load", "open_endpoint", "open_graph", "open_store", "write_turtle"]


def load(nt_path: Path, store_dir: Path) -> None:
    """Make a store of an N-Triples file; `store_dir` is written beside its place, then swapped in whole.

    Raises:
        StoreError: the file is no N-Triples.
    """
    from kg.store.local import load

    load(nt_path, store_dir)


def open_store(place: Path) -> LocalStore:
    """Open the store of an OUT folder, or a store folder itself, read-only.

    Several processes may have it open at once.

    Raises:
        StoreError: there is no store, or it is not one that we can read.
    """
    from kg.store.local import open_store

    return open_store(place)


def check_intact(out: Path) -> None:
    """Compare the store of an OUT with the digest that its build noted.

    Raises:
        StoreError: a file of it is not what the build wrote.
    """
    from kg.store.local import check_intact

    check_intact(out)


def open_endpoint(url: str, timeout: float = 60.0) -> RemoteStore:
    """A SPARQL 1.1 endpoint behind the same face; `timeout` in seconds."""
    from kg.store.remote import RemoteStore

    return RemoteStore(url, timeout)


def open_graph(place: Path | str) -> LocalStore | RemoteStore:
    """The graph of an OUT folder, or, of an address as a str, that behind an endpoint.

    Raises:
        StoreError: there is no store, or the address is none of http.
    """
    return open_endpoint(place) if isinstance(place, str) else open_store(place)
