"""The graph as flat tables: what CSV and Parquet hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kg.export.graph import capacity_of
from kg.export.rows import Tables, local

Cell = str | int | float | bool | list[str]


@dataclass(frozen=True, slots=True)
class Table:
    """Named columns, each with the type of its cells (str, int, float, bool, list), and the rows."""

    name: str
    columns: dict[str, type]
    rows: Sequence[tuple[Cell, ...]]


def tables_of(tables: Tables) -> Iterator[Table]:
    """Yield the tables of a graph; keys are the ends of IRIs, so that they join."""
    yield _entities(tables, "persons", "person")
    yield _entities(tables, "organizations", "organization")
    yield _entities(tables, "places", "place")
    yield _tenures(tables)
    yield _events(tables)
    yield _participations(tables)
    yield _evidence(tables)
    yield _articles(tables)


def _entities(tables: Tables, name: str, kind: Any) -> Table:
    columns: dict[str, type] = {
        "id": str,
        "name": str,
        "names": list,
        "jurisdiction": str,
        "part_of": str,
        "code": str,
    }
    rows = [
        (local(e.id), e.name, list(e.names), local(e.jurisdiction), local(e.part_of), e.code)
        for e in tables.of_kind(kind)
    ]
    return Table(name, columns, rows)


def _tenures(tables: Tables) -> Table:
    texts = (
        "id", "person", "person_name", "organization", "organization_name", "post", "level", "first_attested",
        "last_attested", "valid_from", "valid_until", "status",
    )  # fmt: skip
    rows = [
        (
            local(t.id), local(t.person), tables.name_of(t.person), local(t.organization),
            tables.name_of(t.organization) if t.organization else "", t.post, t.level, t.first, t.last, t.valid_from,
            t.valid_until, t.status, [local(e) for e in t.evidence],
        )
        for t in tables.tenures.values()
    ]  # fmt: skip
    return Table("tenures", {**dict.fromkeys(texts, str), "evidence": list}, rows)


def _events(tables: Tables) -> Table:
    columns: dict[str, type] = {
        "id": str, "type": str, "label": str, "start": str, "end": str, "places": list, "place_names": list,
        "open_list": bool, "part_of": str, "evidence": list,
    }  # fmt: skip
    rows = [
        (
            local(e.id), e.type, e.label, e.start, e.end, [local(p) for p in e.places],
            [tables.name_of(p) for p in e.places], e.open_list, local(e.part_of), [local(x) for x in e.evidence],
        )
        for e in tables.events.values()
    ]  # fmt: skip
    return Table("events", columns, rows)


def _participations(tables: Tables) -> Table:
    columns: dict[str, type] = {
        "id": str, "event": str, "participant": str, "participant_name": str, "role": str, "position": int,
        "capacity": list, "capacity_words": str, "evidence": list,
    }  # fmt: skip
    rows = [
        (
            local(p.id), local(p.event), local(p.participant), tables.name_of(p.participant), p.role, p.position,
            [local(c) for c in p.capacity], capacity_of(tables, p.capacity), [local(x) for x in p.evidence],
        )
        for p in tables.participations.values()
    ]  # fmt: skip
    return Table("participations", columns, rows)


def _evidence(tables: Tables) -> Table:
    columns: dict[str, type] = {
        "id": str, "article": str, "start": int, "end": int, "quote": str, "normalized": str, "rule": str,
        "confidence": float, "resolved_by": str,
    }  # fmt: skip
    rows = [
        (
            local(e.id),
            local(e.article),
            e.start,
            e.end,
            e.quote,
            e.normalized,
            e.rule,
            e.confidence,
            e.resolved_by,
        )
        for e in tables.evidence.values()
    ]
    return Table("evidence", columns, rows)


def _articles(tables: Tables) -> Table:
    columns: dict[str, type] = dict.fromkeys(("id", "title", "date", "source", "url"), str)
    return Table(
        "articles",
        columns,
        [(local(a.id), a.title, a.date, a.source, a.url) for a in tables.articles.values()],
    )
