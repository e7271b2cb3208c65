"""A small index beside the store: what pages count and search, where SPARQL would look up each row.

One SQLite file: persons, bodies and places with their names, events with their dates, who took part as what, and where.
Made by scanning one predicate after the other; `spelled` adds every way to type a name, and the overview.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from kg.serve.explorer.graph import Graph, day
from kg.serve.explorer.text import rows_of

SCHEMA = """
CREATE TABLE thing (n INTEGER PRIMARY KEY, id TEXT, kind TEXT, name TEXT, also TEXT, typed TEXT, tight TEXT,
  weight INTEGER, code TEXT, post TEXT DEFAULT '');
CREATE TABLE form (form TEXT, thing INTEGER);
CREATE TABLE event (n INTEGER PRIMARY KEY, id TEXT, label TEXT, type TEXT, start TEXT);
CREATE TABLE part (thing INTEGER, event INTEGER, role TEXT);
CREATE TABLE place (event INTEGER, thing INTEGER);
CREATE TABLE proof (id TEXT PRIMARY KEY, reports INTEGER, one TEXT, other TEXT) WITHOUT ROWID;
CREATE TABLE row (id TEXT PRIMARY KEY, at INTEGER) WITHOUT ROWID;
CREATE TABLE fact (name TEXT PRIMARY KEY, number INTEGER, words TEXT);
"""
ORDER = """
CREATE INDEX form_form ON form (form, thing);
CREATE INDEX thing_id ON thing (id);
CREATE INDEX event_id ON event (id);
CREATE INDEX event_start ON event (start);
CREATE INDEX part_thing ON part (thing, event, role);
CREATE INDEX part_event ON part (event, thing, role);
CREATE INDEX place_event ON place (event, thing);
CREATE INDEX place_thing ON place (thing, event);
ANALYZE;
"""
CLASSES = {"person": "foaf:Person", "body": "org:Organization", "place": "kg:Place"}
COUNTS = {
    "tenures": "kg:Tenure", "articles": "kg:Article", "quotations": "kg:Evidence", "statements": "kg:Statement",
}  # fmt: skip


def make_index(graph: Graph, path: Path) -> None:
    """Write the index of a graph, which finds names as they are written."""
    path.unlink(missing_ok=True)
    with sqlite3.connect(path) as base:
        base.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + SCHEMA)
        things = dict(_numbered(graph))
        events = _events(graph, base)
        weights = _parts(graph, base, things, events)
        _places(graph, base, things, events)
        for kind, name in CLASSES.items():
            _things(graph, base, kind, name, things, weights)
        _facts(graph, base)
        _posts(graph, base, things, _proofs(graph, base))
        base.executemany("INSERT OR IGNORE INTO row VALUES (?, ?)", rows_of(graph.out))
        base.executescript(ORDER)


def _numbered(graph: Graph) -> Iterator[tuple[str, int]]:
    number = 0
    for name in CLASSES.values():
        for row in graph.store.select(f"SELECT ?thing {{ ?thing a {name} }}"):
            number += 1
            yield str(row["thing"]), number


def _map(graph: Graph, predicate: str) -> dict[str, str]:
    rows = graph.store.select(f"SELECT ?s ?o {{ ?s {predicate} ?o }}")
    return {str(row["s"]): str(row["o"]) for row in rows}


def _events(graph: Graph, base: sqlite3.Connection) -> dict[str, int]:
    starts, types = _map(graph, "kg:startDate"), _map(graph, "kg:eventType")
    numbers: dict[str, int] = {}
    rows = []
    for row in graph.store.select(
        "SELECT ?event ?label { ?event a kg:Event . ?event skos:prefLabel ?label }"
    ):
        event = str(row["event"])
        if event in numbers:
            continue
        numbers[event] = len(numbers) + 1
        kind = graph.local(types.get(event, ""))
        rows.append((numbers[event], graph.local(event), row["label"], kind, day(starts.get(event, ""))))
    base.executemany("INSERT INTO event VALUES (?, ?, ?, ?, ?)", rows)
    return numbers


def _parts(
    graph: Graph, base: sqlite3.Connection, things: dict[str, int], events: dict[str, int]
) -> Counter[int]:
    who, as_what = _map(graph, "kg:participant"), _map(graph, "kg:participationRole")
    weights: Counter[int] = Counter()
    rows = []
    for part, event in _map(graph, "kg:event").items():
        thing = things.get(who.get(part, ""))
        if thing is None or event not in events:
            continue
        weights[thing] += 1
        rows.append((thing, events[event], graph.local(as_what.get(part, ""))))
    base.executemany("INSERT INTO part VALUES (?, ?, ?)", rows)
    return weights


def _places(graph: Graph, base: sqlite3.Connection, things: dict[str, int], events: dict[str, int]) -> None:
    rows = (
        (events[str(row["s"])], things[str(row["o"])])
        for row in graph.store.select("SELECT ?s ?o { ?s kg:place ?o }")
        if str(row["s"]) in events and str(row["o"]) in things
    )
    base.executemany("INSERT INTO place VALUES (?, ?)", rows)


def _things(
    graph: Graph,
    base: sqlite3.Connection,
    kind: str,
    class_: str,
    things: dict[str, int],
    weights: Counter[int],
) -> None:
    names: dict[str, list[str]] = {}
    for predicate in ("skos:prefLabel", "skos:altLabel"):
        query = f"SELECT DISTINCT ?thing ?name {{ ?thing a {class_} . ?thing {predicate} ?name }}"
        for row in graph.store.select(query):
            names.setdefault(str(row["thing"]), []).append(str(row["name"]))
    codes = _map(graph, "skos:notation") if kind == "place" else {}
    rows, forms = [], list[tuple[str, int]]()
    for iri, (main, *also) in names.items():
        number = things[iri]
        typed, tight = ways((main, *also))
        forms += [(form, number) for form in dict.fromkeys(tight[1:-1].split("|"))]
        told = (number, graph.local(iri), kind, main, "、".join(also))
        rows.append((*told, typed, tight, weights[number], codes.get(iri, "")))
    base.executemany("INSERT INTO thing VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '')", rows)
    base.executemany("INSERT INTO form VALUES (?, ?)", forms)


def ways(names: Iterable[str]) -> tuple[str, str]:
    """Names as they are searched in: each between bars, small letters; and the same without spaces."""
    typed = f"|{'|'.join(names)}|".lower()
    return typed, typed.replace(" ", "")


def _proofs(graph: Graph, base: sqlite3.Connection) -> dict[str, int]:
    """How many proofs each tenure has, and its first and last: a leader's has thousands."""
    of: dict[str, list[str]] = {}
    for row in graph.store.select("SELECT ?t ?e { ?t a kg:Tenure ; kg:evidence ?e }"):
        of.setdefault(str(row["t"]), []).append(str(row["e"]))
    rows = ((graph.local(tenure), len(proofs), min(proofs), max(proofs)) for tenure, proofs in of.items())
    base.executemany("INSERT INTO proof VALUES (?, ?, ?, ?)", rows)
    return {tenure: len(proofs) for tenure, proofs in of.items()}


def _posts(graph: Graph, base: sqlite3.Connection, things: dict[str, int], reports: dict[str, int]) -> None:
    """The post in which each person is named most often: by it namesakes are told apart."""
    best: dict[int, tuple[int, str]] = {}
    for row in graph.store.select(
        "SELECT ?t ?who ?post ?body { ?t org:member ?who ; org:role/skos:prefLabel ?post . "
        "OPTIONAL { ?t org:organization/skos:prefLabel ?body } }"
    ):
        told = reports.get(str(row["t"]), 0), (row["body"] or "") + str(row["post"])
        number = things.get(str(row["who"]), 0)
        best[number] = max(best.get(number, told), told)
    base.executemany("UPDATE thing SET post = ? WHERE n = ?", ((told[1], n) for n, told in best.items()))


def _facts(graph: Graph, base: sqlite3.Connection) -> None:
    for name, class_ in COUNTS.items():
        found = graph.rows(f"SELECT (COUNT(?x) AS ?n) {{ ?x a {class_} }}")
        base.execute("INSERT INTO fact VALUES (?, ?, '')", (name, int(found[0]["n"])))
    for kind, plural in (("person", "persons"), ("body", "bodies"), ("place", "places")):
        base.execute("INSERT INTO fact SELECT ?, COUNT(*), '' FROM thing WHERE kind = ?", (plural, kind))
    base.execute("INSERT INTO fact SELECT 'events', COUNT(*), '' FROM event")
    days = graph.rows("SELECT (MIN(?d) AS ?first) (MAX(?d) AS ?last) { ?a schema:datePublished ?d }")[0]
    base.execute(
        "INSERT INTO fact VALUES ('first', 0, ?), ('last', 0, ?)", (day(days["first"]), day(days["last"]))
    )


@lru_cache(maxsize=2)
def open_index(path: str) -> sqlite3.Connection:
    """The index, for reading only."""
    base = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    base.row_factory = sqlite3.Row
    return base
