"""Forms of answers, limits, caching, and what other people's clients make of them."""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import httpx
import pytest
from rdflib import Graph

from tests.serve.conftest import NUMBERS, Server, write_store

ROWS = "SELECT ?n ?value ?label { ?n <http://example.org/value> ?value ; <http://example.org/label> ?label } ORDER BY ?value LIMIT 20"


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("application/json", "application/json"),
        ("text/csv", "text/csv; charset=utf-8"),
        ("text/*", "text/csv; charset=utf-8"),
        ("application/sparql-results+xml;q=0.5, text/csv;q=0.6", "text/csv; charset=utf-8"),
        ("application/sparql-results+xml;q=0.7, text/csv;q=0.6", "application/sparql-results+xml"),
        ("text/csv;q=0, */*;q=0.1", "application/sparql-results+json"),
        ("*/*;q=0.1, text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        ("image/png, text/turtle;q=0.9, text/csv;q=0.1", "text/csv; charset=utf-8"),
        ("TEXT/CSV", "text/csv; charset=utf-8"),
        ("nonsense;;;,text/csv", "text/csv; charset=utf-8"),
        ("application/json, text/html;q=0.5", "application/json"),
        ("text/html, application/json;q=0.5", "text/html; charset=utf-8"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html; charset=utf-8"),
    ],
)
def test_accept(numbers: Server, accept: str, expected: str) -> None:
    response = numbers.get(ROWS, accept)
    assert response.status_code == 200, response.text
    assert response.headers["content-type"] == expected
    assert "accept" in response.headers["vary"]


@pytest.mark.parametrize("accept", ["image/png", "text/turtle", "*/*;q=0", "application/json;q=0"])
def test_nothing_fits(numbers: Server, accept: str) -> None:
    assert numbers.get(ROWS, accept).status_code == 406


def test_forms_agree(numbers: Server) -> None:
    rows = numbers.get(ROWS).json()["results"]["bindings"]
    values = [row["value"]["value"] for row in rows]
    assert values == [str(i) for i in range(20)]
    assert [r["value"] for r in csv.DictReader(io.StringIO(numbers.get(ROWS, "text/csv").text))] == values
    tsv = numbers.get(ROWS, "text/tab-separated-values").text.splitlines()
    assert tsv[0] == "?n\t?value\t?label"
    assert [line.split("\t")[1] for line in tsv[1:]] == values
    xml = ElementTree.fromstring(numbers.get(ROWS, "application/sparql-results+xml").text)
    assert len(xml.findall(".//{*}result")) == 20


@pytest.mark.parametrize(
    ("accept", "reader"),
    [
        ("text/turtle", "turtle"),
        ("application/n-triples", "nt"),
        ("application/ld+json", "json-ld"),
        ("application/rdf+xml", "xml"),
        ("*/*", "turtle"),
    ],
)
def test_graph_forms(numbers: Server, accept: str, reader: str) -> None:
    response = numbers.get("CONSTRUCT WHERE { <http://example.org/n7> ?p ?o }", accept)
    assert len(Graph().parse(data=response.text, format=reader)) == 3


def test_format_parameter(numbers: Server) -> None:
    assert numbers.get(ROWS, "*/*", format="csv").headers["content-type"].startswith("text/csv")


def test_syntax_errors_say_where(numbers: Server) -> None:
    response = numbers.get("SELECT *\nWHERE { ?s ?p }")
    assert response.status_code == 400
    assert "line 2" in response.json()["error"]
    assert "/" + "work" not in response.text


def test_a_row_too_many_is_an_error(numbers: Server) -> None:
    enough = "SELECT * { ?s ?p ?o } LIMIT 5000"
    for accept in (
        "application/json",
        "text/csv",
        "text/tab-separated-values",
        "application/sparql-results+xml",
    ):
        assert numbers.get(enough, accept).status_code == 200
        assert numbers.get("SELECT * { ?s ?p ?o }", accept).status_code == 413
    assert numbers.get("CONSTRUCT WHERE { ?s ?p ?o }", "text/turtle").status_code == 413


def test_a_long_answer_over_the_limit_is_broken_off(serving: Callable[..., Server], tmp_path: Path) -> None:
    lines = "".join(f'<http://e/{i}> <http://e/p> "{i}" .\n' for i in range(30_000))
    server = serving(write_store(tmp_path, lines), "--max-rows", "25000")
    assert numbers_of(server, "SELECT * { ?s ?p ?o } LIMIT 25000") == 25_000
    for form in ("csv", "json", "xml", "tsv"):
        try:  # told by the status where nothing was sent yet; later only the cut is left
            number = numbers_of(server, "SELECT ?s ?p ?o ?q { ?s ?p ?o . ?s ?q ?o }", form)
            assert number <= 0, "a part was given for the whole"
        except httpx.RemoteProtocolError:
            pass
    assert any("cut: the answer has more than 25000" in line or '" 413 ' in line for line in server.log)


def numbers_of(server: Server, query: str, form: str = "csv") -> int:
    plain = {"accept-encoding": "identity"}
    found = server.client.get("/sparql", params={"query": query, "format": form}, headers=plain)
    return found.text.count("\n") - 1


def test_a_small_answer_over_the_limit_has_a_status(serving: Callable[..., Server], tmp_path: Path) -> None:
    server = serving(write_store(tmp_path, NUMBERS), "--max-rows", "10", "--max-bytes", "2000")
    assert server.get("SELECT ?s { ?s ?p ?o } LIMIT 10").status_code == 200
    refused = server.get("SELECT ?s { ?s ?p ?o } LIMIT 11")
    assert refused.status_code == 413
    assert "10 rows" in refused.json()["error"]
    assert server.get("CONSTRUCT WHERE { ?s ?p ?o }", "text/turtle").status_code == 413
    assert server.get("SELECT * { ?s ?p ?o . ?s ?q ?r } LIMIT 10").status_code in {200, 413}
    assert server.get('SELECT ("' + "x" * 3000 + '" AS ?x) {}').status_code == 413


def test_etag(numbers: Server) -> None:
    first = numbers.get(ROWS)
    tag = first.headers["etag"]
    again = numbers.client.get(
        "/sparql", params={"query": ROWS}, headers={"accept": "application/json", "if-none-match": tag}
    )
    assert (again.status_code, again.content) == (304, b"")
    assert numbers.get(ROWS, "text/csv").headers["etag"] != tag
    assert numbers.get(ROWS + " OFFSET 1").headers["etag"] != tag
    assert numbers.get(ROWS).content == first.content
    changing = numbers.get("SELECT (STRUUID() AS ?x) {}")
    assert "etag" not in changing.headers
    assert changing.text != numbers.get("SELECT (STRUUID() AS ?x) {}").text


def test_gzip(numbers: Server) -> None:
    plain = httpx.get(
        f"{numbers.url}/sparql",
        params={"query": ROWS},
        headers={"accept-encoding": "identity"},
        trust_env=False,
    )
    assert "content-encoding" not in plain.headers
    with httpx.stream(
        "GET",
        f"{numbers.url}/sparql",
        params={"query": ROWS},
        headers={"accept-encoding": "gzip"},
        trust_env=False,
    ) as r:
        assert r.headers["content-encoding"] == "gzip"
        assert gzip.decompress(b"".join(r.iter_raw())) == plain.content
    big = "SELECT * { ?s ?p ?o } LIMIT 5000"
    assert len(numbers.get(big).json()["results"]["bindings"]) == 5000


def test_head_and_options(numbers: Server) -> None:
    got = numbers.get(ROWS)
    head = numbers.client.head("/sparql", params={"query": ROWS}, headers={"accept": "application/json"})
    assert head.status_code == 200
    assert head.content == b""
    assert head.headers["etag"] == got.headers["etag"]
    assert numbers.client.head("/sparql", params={"query": "ASK {"}).status_code == 400
    options = numbers.client.options("/sparql")
    assert options.status_code == 204
    assert options.headers["allow"] == "GET, HEAD, POST, OPTIONS"
    assert "access-control-allow-origin" not in options.headers
    wrong = numbers.client.put("/sparql")
    assert wrong.status_code == 405
    assert "GET" in wrong.headers["allow"]


def test_service_description(numbers: Server) -> None:
    response = numbers.client.get("/sparql", headers={"accept": "text/turtle"})
    graph = Graph().parse(data=response.text, format="turtle")
    sd = "PREFIX sd: <http://www.w3.org/ns/sparql-service-description#> "
    assert graph.query(
        sd
        + f"ASK {{ ?s a sd:Service ; sd:endpoint <{numbers.url}/sparql> ; sd:defaultDataset/sd:defaultGraph ?g }}"
    ).askAnswer
    assert graph.query(
        sd + "ASK { ?s sd:defaultDataset/sd:namedGraph/sd:name <http://example.org/graph> }"
    ).askAnswer


def test_http_1_0_never_takes_a_part_for_the_whole(numbers: Server) -> None:
    for query, status in (("SELECT * { ?s ?p ?o } LIMIT 4999", b"200"), ("SELECT * { ?s ?p ?o }", b"413")):
        with socket.create_connection(("127.0.0.1", numbers.port)) as sock:
            target = httpx.URL("/sparql", params={"query": query}).raw_path
            sock.sendall(b"GET " + target + b" HTTP/1.0\r\nHost: localhost\r\nAccept: text/csv\r\n\r\n")
            answer = b"".join(iter(lambda: sock.recv(65536), b""))
        head, _, body = answer.partition(b"\r\n\r\n")
        assert head.split()[1] == status
        length = re.search(rb"content-length: (\d+)", head)
        assert length
        assert int(length[1]) == len(body)


def test_sparqlwrapper(numbers: Server) -> None:
    from SPARQLWrapper import CSV, JSON, POST, POSTDIRECTLY, TURTLE, SPARQLWrapper

    client = SPARQLWrapper(f"{numbers.url}/sparql")
    client.setQuery(ROWS)
    client.setReturnFormat(JSON)
    assert len(client.queryAndConvert()["results"]["bindings"]) == 20
    client.setMethod(POST)
    assert len(client.queryAndConvert()["results"]["bindings"]) == 20
    client.setRequestMethod(POSTDIRECTLY)
    client.setReturnFormat(CSV)
    assert len(client.queryAndConvert().decode().splitlines()) == 21
    client.setQuery("CONSTRUCT WHERE { <http://example.org/n7> ?p ?o }")
    client.setReturnFormat(TURTLE)
    assert len(Graph().parse(data=client.queryAndConvert(), format="turtle")) == 3


def test_rdflib_sparqlstore(numbers: Server) -> None:
    from rdflib import Literal, URIRef
    from rdflib.plugins.stores.sparqlstore import SPARQLStore

    for method in ("GET", "POST"):
        graph = Graph(SPARQLStore(f"{numbers.url}/sparql", method=method))
        assert len(list(graph.query(ROWS))) == 20
        assert graph.value(URIRef("http://example.org/n7"), URIRef("http://example.org/value")) == Literal(7)
        assert graph.query("ASK { <http://example.org/n7> ?p ?o }").askAnswer


def test_pandas(numbers: Server) -> None:
    import pandas as pd

    address = httpx.URL(f"{numbers.url}/sparql", params={"query": ROWS, "format": "csv"})
    frame = pd.read_csv(str(address))
    assert list(frame.value) == list(range(20))
    assert frame.label[7] == "数 7"


@pytest.mark.skipif(shutil.which("curl") is None, reason="no curl here")
def test_curl(numbers: Server) -> None:
    def curl(*arguments: str) -> str:
        done = subprocess.run(
            ["curl", "-sS", "--noproxy", "*", "--compressed", *arguments], capture_output=True, check=True
        )
        return done.stdout.decode()

    url = f"{numbers.url}/sparql"
    assert json.loads(curl(url, "--data-urlencode", "query=ASK {}"))["boolean"] is True
    assert json.loads(curl("-G", url, "--data-urlencode", "query=ASK {}"))["boolean"] is True
    assert (
        curl(url, "-H", "Content-Type: application/sparql-query", "-H", "Accept: text/csv", "-d", ROWS).count(
            "\r\n"
        )
        == 21
    )
    assert curl("-s", "-o", "/dev/null", "-w", "%{http_code}", "-I", url) == "200"


def test_the_first_byte_of_a_long_answer_comes_early(serving: Callable[..., Server], tmp_path: Path) -> None:
    lines = "".join(f'<http://e/{i}> <http://e/p> "{i}" .\n' for i in range(60_000))
    server = serving(write_store(tmp_path, lines))
    begun = time.perf_counter()
    with server.client.stream(
        "GET", "/sparql", params={"query": "SELECT * { ?s ?p ?o . ?s ?q ?r }"}, headers={"accept": "text/csv"}
    ) as response:
        pieces = response.iter_bytes()
        first = next(pieces)
        first_after = time.perf_counter() - begun
        rest = sum(len(piece) for piece in pieces)
    whole = time.perf_counter() - begun
    assert first
    assert rest > 500_000
    assert first_after < max(1.0, 0.8 * whole)
