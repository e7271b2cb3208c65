"""Properties out of a store, one query each: of some things by name, of all by a walk through one index.

A walk takes 5 µs for each value, however many properties a thing has; a star of optional properties takes 40 µs for
each of them. The engine answers in CSV, which it writes without the interpreter's lock: several walks go at once.
"""

from __future__ import annotations

import csv
import io
import os
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from kg.export.rows import Source
from kg.model.namespaces import prologue

PREFIXES = prologue()
BATCH = 500  # IRIs in one VALUES block: queries stay under 64 kB, which remote endpoints accept by POST
AT_ONCE = 4  # queries; more would only hold more answers in memory
CHINESE = 'FILTER(LANG(?value) = "" || LANGMATCHES(LANG(?value), "zh-Hans"))'
LONGEST_CELL = 2**31 - 1  # characters; csv's own limit of 131,072 is shorter than a quotation may be
Ids = Collection[str] | None
"""The IRIs to tell of; None for all."""


def at_once(*calls: Callable[[], Any]) -> list[Any]:
    """The results of some calls, in their order; made side by side where there are processors for it."""
    with ThreadPoolExecutor(min(AT_ONCE, os.cpu_count() or 1, len(calls) or 1)) as threads:
        return [done.result() for done in [threads.submit(call) for call in calls]]


def pairs(
    source: Source, path: str, ids: Ids = None, where: str = "", of: str = "?id"
) -> Iterator[tuple[str, str]]:
    """Subject and value of a property; `ids` are subjects, or values where `of` is "?value"."""
    query = f"SELECT ?id ?value WHERE {{ %s ?id {path} ?value {where} }}"
    for id_, value in answers(source, query, ids, of):  # noqa: UP028  (lists become pairs)
        yield id_, value


def answers(source: Source, query: str, ids: Ids = None, of: str = "?id") -> Iterator[list[str]]:
    """The rows of a SELECT query, "" for unbound; %s in it is where the values of `of` go, in batches."""
    csv.field_size_limit(LONGEST_CELL)
    for block in _blocks(ids, of):
        text = source.answer(PREFIXES + query % block, "csv").decode("utf-8")
        rows = csv.reader(io.StringIO(text, newline=""))
        next(rows, None)
        yield from rows


def _blocks(ids: Ids, variable: str) -> Iterator[str]:
    if ids is None:
        yield ""
        return
    ordered = sorted(set(ids))
    for n in range(0, len(ordered), BATCH):
        yield f"VALUES {variable} {{ {' '.join(f'<{iri}>' for iri in ordered[n : n + BATCH])} }}"


def many(
    source: Source, path: str, ids: Ids = None, among: Collection[str] | None = None
) -> dict[str, list[str]]:
    """All values of a property, sorted, by subject; only of subjects that are in `among`."""
    found: dict[str, list[str]] = defaultdict(list)
    for id_, value in pairs(source, path, ids):
        if among is None or id_ in among:
            found[id_].append(value)
    for values in found.values():
        values.sort()
    return found


class Columns:
    """Properties side by side: a value, or "", for each of the same things.

    Args:
        source: the graph.
        base: what makes a thing one of these, as `?id a kg:Tenure`.
        paths: a property by the name of its column; it may end in CHINESE.
        ids: the values of `of` that matter; None for all.
        of: the variable of `base` that `ids` are for.
    """

    def __init__(
        self, source: Source, base: str, paths: Mapping[str, str], ids: Ids = None, of: str = "?id"
    ) -> None:
        if ids is None:
            self.ids = sorted({row[0] for row in answers(source, f"SELECT ?id WHERE {{ %s {base} }}")})
        else:
            star = list(_star(source, base, paths, ids, of))
            self.ids = sorted({row[0] for row in star})
        self._place = {id_: n for n, id_ in enumerate(self.ids)}
        self._columns = {name: [""] * len(self.ids) for name in paths}
        if ids is None:
            at_once(*(lambda name=name: self._walk(source, name, paths[name]) for name in paths))
        else:
            for id_, *values in star:
                for name, value in zip(paths, values, strict=True):
                    self._put(name, id_, value)

    def _walk(self, source: Source, name: str, path: str) -> None:
        same: dict[str, str] = {}  # an article's IRI stands beside each of its quotations, but once in memory
        plain, _, where = path.partition(" ")
        for id_, value in pairs(source, plain, where=where):
            self._put(name, id_, same.setdefault(value, value))

    def _put(self, name: str, id_: str, value: str) -> None:
        """Of several values the first in their order is kept."""
        place, column = self._place.get(id_), self._columns[name]
        if place is not None and value and (not column[place] or value < column[place]):
            column[place] = value

    def rows(self, *names: str) -> Iterator[tuple[str, ...]]:
        """The id and the named values of each thing."""
        return zip(self.ids, *(self._columns[name] for name in names), strict=True)


def _star(
    source: Source, base: str, paths: Mapping[str, str], ids: Collection[str], of: str
) -> Iterator[list[str]]:
    """Rows of id and values; what the graph does not have at all is not looked up."""
    arms = []
    for name, path in paths.items():
        plain, _, where = path.partition(" ")
        if known(source, plain):
            arms.append(f"OPTIONAL {{ ?id {plain} ?{name} {where.replace('?value', f'?{name}')} }}")
    names = " ".join(f"?{name}" for name in paths)
    return answers(source, f"SELECT ?id {names} WHERE {{ %s {base} {' '.join(arms)} }}", ids, of)


def known(source: Source, path: str) -> bool:
    """Whether the graph has a property at all."""
    return bool(source.select(f"{PREFIXES}SELECT ?id WHERE {{ ?id {path} ?value }} LIMIT 1"))
