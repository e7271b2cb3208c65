"""`kg.open`: the graph as other libraries know it."""

from __future__ import annotations

import subprocess
import sys

import pytest

import kg
from kg.model.errors import StoreError
from kg.store import load
from tests.rdf import small


@pytest.fixture(scope="module")
def graph(tmp_path_factory):
    out = tmp_path_factory.mktemp("api")
    (out / "graph.nt").write_text(small.graph_text(), encoding="utf-8")
    load(out / "graph.nt", out / "store")
    return kg.open(out)


def test_rows(graph):
    rows = graph.query("SELECT ?n { ?p a foaf:Person ; skos:prefLabel ?n } ORDER BY ?n")
    assert [r["n"] for r in rows].count("高望川") == 2
    assert graph.named("journeys", person="王海岳")[0]["event"] == "王海岳在甲省送温暖"
    assert graph.ask("ASK { id:p-01 a foaf:Person }")


def test_a_data_frame(graph):
    pytest.importorskip("pandas")
    frame = graph.dataframe(
        "SELECT ?who ?position { ?x kg:position ?position ; kg:participant/skos:prefLabel ?who }"
    )
    assert frame["position"].max() == 3
    assert "王海岳" in set(frame["who"])


def test_rdflib_and_networkx(graph):
    assert len(graph.rdflib()) == graph.store.size
    network = graph.networkx()
    assert {"p-01", "o-04", "e-01"} <= set(network.nodes)
    assert network.has_edge("p-02", "o-04")


def test_a_missing_build_is_told(tmp_path):
    with pytest.raises(StoreError, match="kg build"):
        kg.open(tmp_path)


def test_an_address_is_an_endpoint():
    assert type(kg.open("http://localhost:1/sparql").store).__name__ == "RemoteStore"


def test_importing_kg_stays_light():
    code = "import sys, kg; print([m for m in ('rdflib', 'pyoxigraph', 'networkx', 'pandas') if m in sys.modules])"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        == "[]\n"
    )
