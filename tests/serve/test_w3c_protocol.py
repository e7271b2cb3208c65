"""The W3C SPARQL 1.1 protocol suite's query entries, by a runner for its manifest's form; and twenty of our own."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest
from rdflib import RDF, Graph, Namespace
from rdflib.collection import Collection
from rdflib.term import Node

from tests.serve.conftest import ROOT, Server, write_store

SUITE = ROOT.parent / "shared/data/w3c/sparql/sparql11/protocol"
MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
HT = Namespace("http://www.w3.org/2011/http#")
CNT = Namespace("http://www.w3.org/2011/content#")
UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
RDFS = Namespace("http://www.w3.org/2000/01/rdf-schema#")
TABULAR = (
    "application/sparql-results+json",
    "application/sparql-results+xml",
    "text/csv",
    "text/tab-separated-values",
)
RDF_TYPES = ("text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json")


@dataclass
class Entry:
    """One request of a test and what is expected of its response."""

    name: str
    method: str
    path: str
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes | None = None
    statuses: tuple[str, ...] = ("2xx",)
    boolean: bool | None = None
    form: str | None = None


def read_manifest(path: Path) -> list[Entry]:
    """The entries of a manifest that do not update, in its order."""
    graph = Graph().parse(path, format="turtle", publicID="http://suite.example/manifest.ttl")
    manifest = graph.value(None, RDF.type, MF.Manifest)
    entries: Node = graph.value(manifest, MF.entries)  # type: ignore[assignment]
    return [
        _entry(graph, test, request)
        for test in Collection(graph, entries)
        if "update" not in str(test).rpartition("#")[2]
        for request in Collection(graph, graph.value(graph.value(test, MF.action), HT.requests))  # type: ignore[arg-type]
    ]


def _entry(graph: Graph, test: Node, request: Node) -> Entry:
    response = graph.value(request, HT.resp)
    headers = graph.value(request, HT.headers)
    told = {
        str(graph.value(h, HT.fieldName)): str(graph.value(h, HT.fieldValue))
        for h in (Collection(graph, headers) if headers else ())
    }
    body = graph.value(request, HT.body)
    boolean, form = graph.value(response, MF.expectedBoolean), graph.value(response, MF.expectedFormat)
    return Entry(
        name=str(test).rpartition("#")[2],
        method=str(graph.value(request, HT.methodName)),
        path=str(graph.value(request, HT.absolutePath)),
        headers=told,
        body=_content(graph, body) if body is not None else None,
        statuses=tuple(str(s)[-3:] for s in graph.objects(response, MF.expectedStatus)),
        boolean=None if boolean is None else str(boolean) == "true",
        form=None if form is None else str(form),
    )


def _content(graph: Graph, body: Node) -> bytes:
    encoding = str(graph.value(body, CNT.characterEncoding))
    return str(graph.value(body, CNT.chars)).encode(encoding)


def run(entry: Entry, server: Server) -> None:
    """Send an entry's request and judge the response."""
    request = httpx.Request(entry.method, server.url + entry.path, headers=entry.headers, content=entry.body)
    if entry.body is not None and "content-type" not in entry.headers:
        request.headers.pop("content-type", None)
    response = server.client.send(request)
    assert any(re.fullmatch(s.replace("x", "."), str(response.status_code)) for s in entry.statuses), (
        response.text
    )
    media = response.headers["content-type"].partition(";")[0]
    if entry.form == "tabular":
        assert media in TABULAR
    if entry.form == "boolean":
        assert media in TABULAR[:2]
    if entry.form == "RDF":
        assert media in RDF_TYPES
    if entry.boolean is not None:
        assert response.json()["boolean"] is entry.boolean


W3C = read_manifest(SUITE / "manifest.ttl") if SUITE.exists() else []


@pytest.fixture(scope="module")
def suite(serving: Callable[..., Server], tmp_path_factory: pytest.TempPathFactory) -> Server:
    """A server over the suite's three graphs."""
    graphs = {
        f"http://kasei.us/2009/09/sparql/data/data{n}.rdf": (SUITE / f"data{n}.nt").read_text("utf-8")
        for n in (1, 2, 3)
    }
    return serving(write_store(tmp_path_factory.mktemp("w3c"), "", graphs))


@pytest.mark.skipif(not W3C, reason="the W3C suite does not lie beside the checkout (../shared/data/w3c)")
@pytest.mark.shared
@pytest.mark.parametrize("entry", W3C, ids=lambda e: e.name)
def test_w3c_query_entry(entry: Entry, suite: Server) -> None:
    run(entry, suite)


@pytest.mark.skipif(not W3C, reason="the W3C suite does not lie beside the checkout (../shared/data/w3c)")
@pytest.mark.shared
def test_the_runner_sees_the_whole_suite() -> None:
    assert len({e.name for e in W3C}) == 20


FORM = {"content-type": "application/x-www-form-urlencoded"}
DIRECT = {"content-type": "application/sparql-query"}
G = "http%3A%2F%2Fexample.org%2Fgraph"
IN_GRAPH = "ASK%20%7B%20%3Chttp%3A%2F%2Fexample.org%2Fa%3E%20%3Fp%20%3Fo%20%7D"
OK, BAD = ("2xx",), ("4xx",)
OURS = [
    Entry("get", "GET", "/sparql?query=ASK%20%7B%7D", boolean=True, form="boolean"),
    Entry("get with a slash", "GET", "/sparql/?query=ASK%20%7B%7D", boolean=True, form="boolean"),
    Entry("plus is a space", "GET", "/sparql?query=ASK+%7B%7D", boolean=True),
    Entry("form", "POST", "/sparql", FORM, b"query=ASK%20%7B%7D", boolean=True, form="boolean"),
    Entry("form, percent stays", "POST", "/sparql", FORM, b"query=ASK%20%7B%20FILTER(STRLEN(%22100%2525%22)%20%3D%206)%7D", boolean=True),
    Entry("form with charset", "POST", "/sparql", {"content-type": FORM["content-type"] + "; charset=UTF-8"}, b"query=ASK+%7B%7D", boolean=True),
    Entry("direct", "POST", "/sparql", DIRECT, b"ASK {}", boolean=True, form="boolean"),
    Entry("direct, chinese", "POST", "/sparql", DIRECT, 'ASK { ?n ?p "数 7"@zh-Hans }'.encode(), boolean=True),
    Entry("the default graph is the store's", "GET", f"/sparql?query={IN_GRAPH}", boolean=False),
    Entry("default-graph-uri", "GET", f"/sparql?query={IN_GRAPH}&default-graph-uri={G}", boolean=True),
    Entry("default-graph-uri in a form", "POST", "/sparql", FORM, f"query={IN_GRAPH}&default-graph-uri={G}".encode(), boolean=True),
    Entry("default-graph-uri of a direct post", "POST", f"/sparql?default-graph-uri={G}", DIRECT, b"ASK { <http://example.org/a> ?p ?o }", boolean=True),
    Entry("named-graph-uri alone empties the default graph", "POST", f"/sparql?named-graph-uri={G}", DIRECT, b"ASK { ?s ?p ?o }", boolean=False),
    Entry("named-graph-uri", "POST", f"/sparql?named-graph-uri={G}", DIRECT, b"ASK { GRAPH ?g { ?s ?p ?o } }", boolean=True),
    Entry("an unknown graph is empty", "GET", "/sparql?query=ASK%20%7B%3Fs%20%3Fp%20%3Fo%7D&default-graph-uri=http%3A%2F%2Fexample.org%2Fnone", boolean=False),
    Entry("FROM a graph of ours", "POST", "/sparql", DIRECT, b"ASK FROM <http://example.org/graph> { <http://example.org/a> ?p ?o }", boolean=True),
    Entry("select", "POST", "/sparql", DIRECT, b"SELECT (1 AS ?x) {}", form="tabular"),
    Entry("construct", "POST", "/sparql", DIRECT, b"CONSTRUCT { <a:s> <a:p> 1 } {}", form="RDF"),
    Entry("describe", "POST", "/sparql", DIRECT, b"DESCRIBE <http://example.org/n1>", form="RDF"),
    Entry("no query", "POST", "/sparql", FORM, b"x=1", statuses=("400",)),
    Entry("two queries", "GET", "/sparql?query=ASK%7B%7D&query=ASK%7B%7D", statuses=("400",)),
    Entry("syntax", "GET", "/sparql?query=ASK%20%7B", statuses=("400",)),
    Entry("not utf-8", "GET", "/sparql?query=%FF%FE", statuses=("400",)),
    Entry("direct not utf-8", "POST", "/sparql", {"content-type": "application/sparql-query; charset=UTF-16"}, "ASK {}".encode("utf-16"), statuses=("415",)),
    Entry("body not what it says", "POST", "/sparql", DIRECT, b"ASK { \xff }", statuses=("400",)),
    Entry("type missing", "POST", "/sparql", {}, b"query=ASK%20%7B%7D", statuses=("415",)),
    Entry("type wrong", "POST", "/sparql", {"content-type": "text/plain"}, b"ASK {}", statuses=("415",)),
    Entry("method", "PUT", "/sparql?query=ASK%20%7B%7D", statuses=("405",)),
    Entry("delete", "DELETE", "/sparql", statuses=("405",)),
    Entry("nothing that fits", "GET", "/sparql?query=ASK%20%7B%7D", {"accept": "image/png"}, statuses=("406",)),
    Entry("update by form", "POST", "/sparql", FORM, b"update=CLEAR%20ALL", statuses=("403",)),
    Entry("update direct", "POST", "/sparql", {"content-type": "application/sparql-update"}, b"CLEAR ALL", statuses=("403",)),
    Entry("update as a query", "POST", "/sparql", FORM, b"query=CLEAR%20ALL", statuses=("403",)),
]  # fmt: skip


@pytest.mark.parametrize("entry", OURS, ids=lambda e: e.name)
def test_our_entry(entry: Entry, numbers: Server) -> None:
    run(entry, numbers)
