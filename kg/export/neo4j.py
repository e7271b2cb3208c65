"""CSV files for `neo4j-admin database import`: a folder with one file for each kind of node and of relationship."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from kg.export.files import folder_beside
from kg.export.graph import capacity_of, proof_of
from kg.export.reading import read_tables
from kg.export.rows import Tables, local
from kg.model.values import Store

LIST = ";"  # neo4j-admin's own sign between the values of an array
HELD = "HOLDS"


def write(store: Store, path: Path) -> None:
    """Write the files, and import.txt with the command that reads them."""
    tables = read_tables(store)
    with folder_beside(path) as folder:
        nodes, ties = _nodes(tables), _relationships(tables)
        for name, (header, rows) in {**nodes, **ties}.items():
            _write(folder / f"{name}.csv", header, rows)
        lines = [f"--nodes={name}.csv" for name in nodes] + [f"--relationships={name}.csv" for name in ties]
        command = " \\\n  ".join(
            ["neo4j-admin database import full --multiline-fields=true", *lines, "neo4j"]
        )
        (folder / "import.txt").write_text(command + "\n", "utf-8", newline="\n")


def _write(path: Path, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header)
        out.writerows([array(v) if isinstance(v, tuple) else v for v in row] for row in rows)


def array(values: tuple[str, ...]) -> str:
    """The values of an array; the sign between them is made full-width where a value has it."""
    return LIST.join(value.replace(LIST, "；") for value in values)


def _nodes(tables: Tables) -> dict[str, tuple[list[str], list[list[Any]]]]:
    def things(kind: Any, label: str) -> list[list[Any]]:
        return [[local(e.id), e.name, e.names, e.code, label] for e in tables.of_kind(kind)]

    header = [":ID", "name", "names:string[]", "code", ":LABEL"]
    events = [
        [local(e.id), e.label, e.type, e.start, e.end, str(e.open_list).lower(), "Event"]
        for e in tables.events.values()
    ]
    articles = [[local(a.id), a.title, a.date, a.source, a.url, "Article"] for a in tables.articles.values()]
    return {
        "persons": (header, things("person", "Person")),
        "organizations": (header, things("organization", "Organization")),
        "places": (header, things("place", "Place")),
        "events": ([":ID", "name", "type", "start", "end", "openList:boolean", ":LABEL"], events),
        "articles": ([":ID", "title", "date", "source", "url", ":LABEL"], articles),
    }


def _relationships(tables: Tables) -> dict[str, tuple[list[str], list[list[Any]]]]:
    known, events = tables.entities, tables.events
    proof = ["quotes", "articles", "evidenceCount:int", "confidence:float", ":TYPE"]
    holds = [
        [local(t.person), local(t.organization), t.post, t.level, t.status, t.first, t.last, t.valid_from, t.valid_until,
         *proof_of(tables, t.evidence).values(), HELD]
        for t in tables.tenures.values() if t.person in known and t.organization in known
    ]  # fmt: skip
    parts = [
        [local(p.participant), local(p.event), p.role, p.position, capacity_of(tables, p.capacity),
         *proof_of(tables, p.evidence).values(), "TAKES_PART"]
        for p in tables.participations.values() if p.participant in known and p.event in events
    ]  # fmt: skip
    at = [[local(e.id), local(p), "AT"] for e in events.values() for p in e.places if p in known]
    wholes = [[local(e.id), local(e.part_of), "PART_OF"] for e in known.values() if e.part_of in known]
    seats = [[local(e.id), local(e.jurisdiction), "SEAT"] for e in known.values() if e.jurisdiction in known]
    ends = [":START_ID", ":END_ID"]
    dates = ["firstAttested", "lastAttested", "validFrom", "validUntil"]
    return {
        "holds": ([*ends, "post", "level", "status", *dates, *proof], holds),
        "takes-part": ([*ends, "role", "position:int", "capacity", *proof], parts),
        "at": ([*ends, ":TYPE"], at),
        "part-of": ([*ends, ":TYPE"], wholes),
        "seat": ([*ends, ":TYPE"], seats),
    }
