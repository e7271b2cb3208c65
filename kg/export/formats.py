"""The formats of `kg export`: ours and those of plug-ins, all found by the entry point group "kg.exporters"."""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from typing import Any, Protocol

from kg.model.errors import KgError

GROUP = "kg.exporters"


class Exporter(Protocol):
    """Writes a graph to a path: a file, or a folder where a format has several files."""

    def __call__(self, store: Any, path: Any, /) -> None:
        """Write the graph of `store` to `path`."""


def formats() -> dict[str, EntryPoint]:
    """Name of a format → where its writer is, sorted by name."""
    return {entry.name: entry for entry in sorted(entry_points(group=GROUP), key=lambda e: e.name)}


def about(entry: EntryPoint) -> str:
    """The first line of what the module of a writer says of itself, else where the writer is."""
    try:
        said = import_module(entry.module).__doc__
    except ImportError:
        said = None
    return (said or entry.value).splitlines()[0]


def exporter(name: str) -> Exporter:
    """The writer of a format.

    Raises:
        KgError: no such format is installed.
    """
    known = formats()
    if name not in known:
        raise KgError(
            f"--format {name}: not known; known are {', '.join(known) or 'none: install the package'}"
        )
    found: Exporter = known[name].load()
    return found
