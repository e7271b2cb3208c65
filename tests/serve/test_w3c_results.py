"""The W3C SPARQL 1.1 suites of result forms (JSON, CSV, TSV) and of service descriptions, asked over HTTP."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from rdflib import RDF, Graph, Namespace, URIRef
from rdflib.collection import Collection

from tests.serve.conftest import ROOT, Server, write_store

SUITES = ROOT.parent / "shared/data/w3c/sparql/sparql11"
MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
QT = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
ACCEPT = {".srj": "application/sparql-results+json", ".csv": "text/csv", ".tsv": "text/tab-separated-values"}


@dataclass(frozen=True)
class Entry:
    """A query over some data and the file that holds its answer."""

    name: str
    query: Path
    data: Path
    result: Path


def read_manifest(path: Path) -> list[Entry]:
    """The entries of a manifest of query tests."""
    graph = Graph().parse(path, format="turtle", publicID=path.as_uri())
    entries = graph.value(graph.value(None, RDF.type, MF.Manifest), MF.entries)
    found = []
    for test in Collection(graph, entries):  # type: ignore[arg-type]
        action = graph.value(test, MF.action)
        files = (graph.value(action, QT.query), graph.value(action, QT.data), graph.value(test, MF.result))
        found.append(Entry(str(test).rpartition("#")[2], *(path.parent / Path(str(f)).name for f in files)))
    return found


ENTRIES = [
    entry
    for suite in ("json-res", "csv-tsv-res")
    if (SUITES / suite).exists()
    for entry in read_manifest(SUITES / suite / "manifest.ttl")
]
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(
        not ENTRIES, reason="the W3C suites do not lie beside the checkout (../shared/data/w3c)"
    ),
]


@pytest.fixture(scope="module")
def over(
    serving: Callable[..., Server], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[Path], Server]:
    """A server over a file of a suite; one for each file."""
    servers: dict[Path, Server] = {}

    def start(data: Path) -> Server:
        if data not in servers:
            lines = Graph().parse(data, format="turtle").serialize(format="nt")
            servers[data] = serving(write_store(tmp_path_factory.mktemp("suite"), lines))
        return servers[data]

    return start


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e.name)
def test_w3c_result_form(entry: Entry, over: Callable[[Path], Server]) -> None:
    media = ACCEPT[entry.result.suffix]
    response = over(entry.data).get(entry.query.read_text("utf-8"), media)
    assert response.status_code == 200, response.text
    assert response.headers["content-type"].partition(";")[0] == media
    assert rows(response.text, media) == rows(entry.result.read_text("utf-8"), media)


def rows(text: str, media: str) -> Any:
    """An answer, its rows and columns in one order, and all blank nodes alike."""
    if media == "text/csv":
        names, *lines = list(csv.reader(io.StringIO(text)))
        return _ordered(names, lines)
    if media == "text/tab-separated-values":
        names, *lines = [line.split("\t") for line in text.splitlines()]
        return _ordered(names, lines)
    told = json.loads(text)
    if "boolean" in told:
        return told["boolean"]
    for row in told["results"]["bindings"]:
        for term in row.values():
            term["value"] = "_" if term["type"] == "bnode" else term["value"]
            term["type"] = term["type"].removeprefix("typed-")
    return sorted(told["head"]["vars"]), sorted(
        json.dumps(r, sort_keys=True) for r in told["results"]["bindings"]
    )


def _ordered(names: list[str], lines: list[list[str]]) -> list[list[tuple[str, str]]]:
    return sorted(
        sorted((name, _value(cell)) for name, cell in zip(names, line, strict=True)) for line in lines
    )


def _value(cell: str) -> str:
    """A cell; numbers by their value, for Oxigraph keeps 1.0e6 as 1000000 and a negativeInteger as an integer."""
    if cell.startswith("_:"):
        return "_"
    quoted, _, datatype = cell.partition("^^<http://www.w3.org/2001/XMLSchema#")
    is_number = datatype in {"double>", "negativeInteger>"} or not cell.startswith('"')
    try:
        return str(float(quoted.strip('"'))) if is_number else cell
    except ValueError:
        return cell


def test_the_runner_sees_both_suites() -> None:
    assert len(ENTRIES) == 10


def test_w3c_service_description(numbers: Server) -> None:
    """Its three tests: an RDF document comes, the endpoint stands in it, and it obeys the vocabulary."""
    response = numbers.client.get("/sparql", headers={"accept": "text/turtle, application/rdf+xml;q=0.5"})
    assert response.status_code == 200
    graph = Graph().parse(data=response.text, format="turtle")
    services = set(graph.subjects(SD.endpoint, URIRef(f"{numbers.url}/sparql")))
    assert len(services) == 1
    assert (services.pop(), RDF.type, SD.Service) in graph
    assert {p for p in graph.predicates() if str(p).startswith(str(SD))} <= {
        SD[name] for name in ("endpoint", "supportedLanguage", "defaultDataset", "resultFormat", "defaultGraph", "namedGraph", "name")
    }  # fmt: skip
