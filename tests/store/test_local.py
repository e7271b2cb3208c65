"""A store on disk: made whole, opened by several, read-only."""

from __future__ import annotations

import multiprocessing
import time
from pathlib import Path

import pytest

from kg.model.errors import QueryError, StoreError
from kg.store import load, open_store
from kg.store.local import memory_store
from tests.rdf import small


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    folder = tmp_path_factory.mktemp("out")
    (folder / "graph.nt").write_text(small.graph_text(), encoding="utf-8")
    load(folder / "graph.nt", folder / "store")
    return folder


def names(out):
    return {row["n"] for row in open_store(out).select("SELECT ?n { ?p a foaf:Person ; skos:prefLabel ?n }")}


def test_out_or_the_store_itself_opens(out):
    assert names(out) == names(out / "store") == {"罗远山", "高望川", "王海岳", "林知秋"}


def test_opening_is_quick(out):
    began = time.perf_counter()
    open_store(out)
    assert time.perf_counter() - began < 0.2


def _count(out: Path) -> int:
    return len(names(out))


def test_several_processes_read_at_once(out):
    here = open_store(out)
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        assert pool.map(_count, [out, out]) == [4, 4]
    assert here.size == len(small.graph_text().splitlines())


def test_a_new_build_is_swapped_in_under_a_reader(out, tmp_path):
    (tmp_path / "graph.nt").write_text(small.graph_text(), encoding="utf-8")
    load(tmp_path / "graph.nt", tmp_path / "store")
    reader = open_store(tmp_path)
    (tmp_path / "graph.nt").write_text("<urn:s> <urn:p> <urn:o> .\n", encoding="utf-8")
    load(tmp_path / "graph.nt", tmp_path / "store")
    assert open_store(tmp_path).size == 1
    assert reader.ask("ASK { id:p-01 a foaf:Person }")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["graph.nt", "store"]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        pytest.param("SELECT * { ?s a foo:Bar }", "prefix foo: is not known", id="an unknown prefix"),
        pytest.param("INSERT DATA { <urn:a> <urn:b> <urn:c> }", "read-only", id="an update"),
        pytest.param(
            "prefix x: <urn:x> DELETE WHERE { ?s ?p ?o }", "read-only", id="an update after a prefix"
        ),
        pytest.param("SELEC * {}", "begin with SELECT", id="a slip"),
        pytest.param("SELECT * { ?s }", "error at 1:", id="half a triple"),
        pytest.param("ASK {}", "no SELECT", id="another kind"),
    ],
)
def test_what_is_wrong_with_a_query(out, query, words):
    with pytest.raises(QueryError, match=words):
        open_store(out).select(query)


def test_a_missing_store_and_a_broken_file(tmp_path):
    with pytest.raises(StoreError, match="kg build"):
        open_store(tmp_path)
    (tmp_path / "bad.nt").write_text("not triples\n")
    with pytest.raises(StoreError, match=r"bad\.nt: not N-Triples"):
        load(tmp_path / "bad.nt", tmp_path / "store")
    assert [p.name for p in tmp_path.iterdir()] == ["bad.nt"]


@pytest.mark.parametrize("form", ["csv", "tsv", "json", "xml"])
def test_forms_of_rows(out, form):
    assert "罗远山" in open_store(out).answer("SELECT ?n { ?p skos:prefLabel ?n }", form).decode()


@pytest.mark.parametrize("form", ["ttl", "nt", "json", "xml"])
def test_forms_of_graphs(out, form):
    assert "罗远山" in open_store(out).answer("DESCRIBE id:p-01", form).decode()


def test_a_graph_as_turtle_is_short_and_tagged(out):
    text = open_store(out).answer("DESCRIBE id:p-01", "ttl").decode()
    assert '"羅遠山"@zh-Hant' in text
    assert "@prefix void:" not in text


def test_forms_that_do_not_fit(out):
    store = open_store(out)
    for query, form in [("SELECT * {}", "ttl"), ("ASK {}", "csv"), ("DESCRIBE id:p-01", "csv")]:
        with pytest.raises(QueryError, match="cannot hold"):
            store.answer(query, form)


def test_yes_and_no(out):
    store = open_store(out)
    assert store.ask("ASK { id:p-01 a foaf:Person }")
    assert not store.ask("ASK { id:p-01 a kg:Event }")
    assert list(store.construct("CONSTRUCT WHERE { id:p-01 a ?x }")) == [
        "<https://w3id.org/renmai/id/p-01> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://xmlns.com/foaf/0.1/Person> .\n"
    ]


def test_rdflib_reads_the_store(out):
    graph = open_store(out).rdflib()
    assert len(graph) == open_store(out).size
    rows = list(graph.query("SELECT ?n { ?p a foaf:Person ; skos:prefLabel ?n }"))
    assert {str(row.n) for row in rows} == {"罗远山", "高望川", "王海岳", "林知秋"}


def test_an_unbound_variable_is_none():
    assert memory_store("").select("SELECT ?x ?y { BIND(1 AS ?x) }") == [{"x": "1", "y": None}]
