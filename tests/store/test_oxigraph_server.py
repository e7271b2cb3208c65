"""A second server of another make: the oxigraph binary, where it is installed (`pip install oxigraph`)."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

import pytest

from kg.model.errors import StoreError
from kg.rdf.queries import named_query
from kg.store import open_endpoint
from kg.store.local import memory_store
from kg.store.publish import Target, send
from tests.rdf import small

BINARY = shutil.which("oxigraph") or shutil.which("oxigraph", path=str(Path(sys.executable).parent))
pytestmark = pytest.mark.skipif(
    BINARY is None, reason="the oxigraph server is not installed: pip install oxigraph"
)


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    place = tmp_path_factory.mktemp("oxigraph")
    process = subprocess.Popen(
        [str(BINARY), "serve", "--location", str(place), "--bind", f"127.0.0.1:{port}"],
        stderr=subprocess.DEVNULL,
    )
    url = f"http://127.0.0.1:{port}"
    for _ in range(100):
        try:
            urlopen(url, timeout=1).close()
            break
        except OSError:
            time.sleep(0.1)
    yield url
    process.terminate()
    process.wait(10)


@pytest.fixture(scope="module")
def published(server, tmp_path_factory):
    out = tmp_path_factory.mktemp("out")
    (out / "graph.nt").write_text(small.graph_text(), encoding="utf-8")
    for _ in range(2):  # the second takes the place of the first
        send(out, Target(server, "oxigraph"))
    return open_endpoint(f"{server}/query")


def test_the_whole_graph_arrives_once(published):
    (row,) = published.select("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    assert int(row["n"]) == len(small.graph_text().splitlines())


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("posts-of-person", {"person": "罗远山"}),
        ("who-held-post", {"organization": "省总工会", "post": "主席", "on": "2019-06-01"}),
        ("journeys", {"person": "王海岳"}),
        ("conflicts", {"organization": "甲省总工会"}),
    ],
)
def test_named_queries_answer_as_they_do_here(published, name, given):
    query, here = named_query(name), memory_store(small.graph_text())
    assert published.select(query.text, **query.values(given)) == here.select(
        query.text, **query.values(given)
    )


def test_rdflib_asks_the_endpoint(published):
    rows = published.rdflib().query(
        "SELECT ?n { ?p a <http://xmlns.com/foaf/0.1/Person> ; <http://www.w3.org/2004/02/skos/core#prefLabel> ?n }"
    )
    assert "王海岳" in {str(row.n) for row in rows}


def test_a_refusal_is_told(server, tmp_path):
    (tmp_path / "graph.nt").write_text("not triples\n", encoding="utf-8")
    with pytest.raises(StoreError, match="400"):
        send(tmp_path, Target(server, "oxigraph"))
