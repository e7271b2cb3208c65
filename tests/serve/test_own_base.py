"""A graph under a base of its own: `id:` and bare ids mean that base, wherever one asks."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from kg.api import open as open_graph
from kg.cli import kg as program
from tests.rdf import small
from tests.serve.conftest import Server, write_store

OWN = "https://example.org/people/"


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    folder = tmp_path_factory.mktemp("own")
    write_store(folder, small.graph_text().replace("https://w3id.org/renmai/id/", OWN))
    (folder / "manifest.json").write_text(json.dumps({"settings": {"base": OWN}}))
    return folder


def test_a_named_query_takes_the_end_of_an_id(out):
    found = CliRunner().invoke(program, ["query", str(out), "--name", "proof", "--set", "fact=t-04"])
    assert "visit-1" in found.output
    assert open_graph(out).named("proof", fact="t-04")


def test_the_terminal_shows_ids_short(out):
    query = "SELECT ?t { ?t a kg:Tenure } LIMIT 1"
    found = CliRunner().invoke(program, ["query", str(out), query, "--format", "table"])
    assert "id:t-" in found.output
    assert OWN not in found.output


def test_the_query_page_knows_it(out):
    server = Server(out)
    try:
        page = server.client.get("/sparql", headers={"accept": "text/html"}).text
    finally:
        server.stop()
    assert OWN in page
    assert "w3id.org/renmai/id" not in page
