"""Every format, read back by its own reader; counts agree with SPARQL's."""

from __future__ import annotations

import csv
import json
import re
from dataclasses import replace

import networkx as nx
import pytest

from kg.export import (
    csv_tables,
    cytoscape,
    dossier,
    ftm,
    gexf,
    graphml,
    jsonld,
    neo4j,
    ntriples,
    parquet,
    trig,
    turtle,
)
from kg.export.csv_tables import cell
from kg.export.formats import exporter, formats
from kg.export.gexf import full_day, merged
from kg.export.scan import PREFIXES
from kg.model.errors import KgError
from tests.export.invented import invented, iri
from tests.export.test_page import hostile_tables
from tests.export.triples import store_of


def count(store, pattern):
    return int(store.select(f"{PREFIXES}SELECT (COUNT(DISTINCT ?x) AS ?n) WHERE {{ {pattern} }}")[0]["n"])


@pytest.fixture(scope="module")
def hostile():
    return store_of(hostile_tables())


def rdf(path, form):
    import rdflib

    graph = rdflib.Dataset(default_union=True) if form == "trig" else rdflib.Graph()
    graph.parse(path, format=form)
    return graph


@pytest.mark.parametrize(
    ("write", "form"),
    [(turtle.write, "turtle"), (ntriples.write, "nt"), (trig.write, "trig"), (jsonld.write, "json-ld")],
    ids=["turtle", "ntriples", "trig", "jsonld"],
)
@pytest.mark.parametrize("which", ["store", "hostile"])
def test_rdf_comes_back_whole(write, form, which, request, tmp_path):
    store = request.getfixturevalue(which)
    write(store, tmp_path / "graph")
    graph = rdf(tmp_path / "graph", form)
    triples = {tuple(t[:3]) for t in (graph.quads() if form == "trig" else graph)}
    expected = set(rdf_of(store, tmp_path))
    assert {_plain(t) for t in triples} == {_plain(t) for t in expected}


def rdf_of(store, tmp_path):
    import rdflib

    graph = rdflib.Graph()
    graph.parse(data="".join(store.construct(ntriples.EVERYTHING)), format="nt")
    return graph


def _plain(triple):
    """Terms with language tags folded, as stores fold them."""
    return tuple(term.n3().replace("@zh-Hans", "@zh-hans") for term in triple)


def test_ntriples_are_sorted_and_always_the_same(store, tables, tmp_path):
    for n, one in enumerate((store, store_of(tables))):
        ntriples.write(one, tmp_path / f"{n}.nt")
    assert (tmp_path / "0.nt").read_bytes() == (tmp_path / "1.nt").read_bytes()
    lines = (tmp_path / "0.nt").read_text("utf-8").splitlines()
    assert lines == sorted(set(lines))
    assert len(lines) == count(
        store, "SELECT DISTINCT * { ?s ?p ?o BIND(CONCAT(STR(?s), STR(?p), STR(?o)) AS ?x) }"
    )


def test_many_lines_are_sorted_in_runs(store, tmp_path, monkeypatch):
    ntriples.write(store, tmp_path / "one.nt")
    monkeypatch.setattr(ntriples, "RUN", 100)
    ntriples.write(store, tmp_path / "runs.nt")
    assert (tmp_path / "one.nt").read_bytes() == (tmp_path / "runs.nt").read_bytes()


def test_trig_names_graphs_by_articles(store, tables, tmp_path):
    trig.write(store, tmp_path / "graph.trig")
    graphs = {str(g.identifier) for g in rdf(tmp_path / "graph.trig", "trig").graphs()}
    assert set(tables.articles) <= graphs


@pytest.mark.parametrize("which", ["store", "hostile"])
def test_graphml(which, request, tmp_path):
    store = request.getfixturevalue(which)
    graphml.write(store, tmp_path / "graph.graphml")
    graph = nx.read_graphml(tmp_path / "graph.graphml", force_multigraph=True)
    kinds = [d["kind"] for _, d in graph.nodes(data=True)]
    ties = [d["kind"] for _, _, d in graph.edges(data=True)]
    assert kinds.count("person") == count(store, "?x a foaf:Person")
    assert kinds.count("event") == count(store, "?x a kg:Event")
    assert ties.count("HOLDS") == count(store, "?x a kg:Tenure ; org:organization ?o")
    assert ties.count("TAKES_PART") == count(store, "?x a kg:Participation")


@pytest.mark.parametrize("which", ["store", "hostile"])
def test_gexf_is_dynamic(which, request, tmp_path):
    store = request.getfixturevalue(which)
    gexf.write(store, tmp_path / "graph.gexf")
    graph = nx.read_gexf(tmp_path / "graph.gexf")
    text = (tmp_path / "graph.gexf").read_text("utf-8")
    assert 'mode="dynamic"' in text
    assert 'timeformat="date"' in text
    held = [d for _, _, d in graph.edges(data=True) if d.get("kind") == "HOLDS"]
    assert len(held) == count(store, "?x a kg:Tenure ; org:organization ?o")
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", d["start"]) and d["start"] <= d["end"] for d in held)
    assert any("spells" in d for _, d in graph.nodes(data=True))


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("2016", "2016-01-01", "2016-12-31"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2016-02-03", "2016-02-03", "2016-02-03"),
    ],
)
def test_full_day(date, first, last):
    assert (full_day(date, False), full_day(date, True)) == (first, last)


def test_merged():
    assert merged({("1", "3"), ("2", "5"), ("7", "8")}) == [("1", "5"), ("7", "8")]


def test_cytoscape(store, tmp_path):
    cytoscape.write(store, tmp_path / "graph.cyjs")
    graph = nx.cytoscape_graph(json.loads((tmp_path / "graph.cyjs").read_text("utf-8")))
    assert sum(d["kind"] == "person" for _, d in graph.nodes(data=True)) == count(store, "?x a foaf:Person")


FILES = {
    "persons": "?x a foaf:Person", "organizations": "?x a org:Organization", "places": "?x a kg:Place",
    "tenures": "?x a kg:Tenure", "events": "?x a kg:Event", "participations": "?x a kg:Participation",
    "evidence": "?x a kg:Evidence", "articles": "?x a kg:Article",
}  # fmt: skip


@pytest.mark.parametrize("which", ["store", "hostile"])
def test_csv(which, request, tmp_path):
    store = request.getfixturevalue(which)
    csv_tables.write(store, tmp_path / "tables")
    for name, pattern in FILES.items():
        path = tmp_path / "tables" / f"{name}.csv"
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.DictReader(file))
        assert len(rows) == count(store, pattern)
        assert not [c for row in rows for c in row.values() if c.startswith(("=", "+", "-", "@", "\t"))]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-3", "'-3"),
        (-3, -3),
        (True, "true"),
        (["a", "b"], "a | b"),
        (["=a"], "'=a"),
        ("岑", "岑"),
    ],
)
def test_a_cell_computes_nothing(value, written):
    assert cell(value) == written


def test_parquet(store, tables, tmp_path):
    pd = pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    parquet.write(store, tmp_path / "tables")
    frames = {name: pd.read_parquet(tmp_path / "tables" / f"{name}.parquet") for name in FILES}
    assert {name: len(frame) for name, frame in frames.items()} == {
        name: count(store, p) for name, p in FILES.items()
    }
    joined = (
        frames["tenures"].explode("evidence").merge(frames["evidence"], left_on="evidence", right_on="id")
    )
    assert (joined["end"] - joined["start"] == joined["quote"].str.len()).all()


def test_an_empty_graph_has_empty_tables(tmp_path):
    pd = pytest.importorskip("pandas")
    parquet.write(store_of(type(invented(2))()), tmp_path / "tables")
    assert list(pd.read_parquet(tmp_path / "tables" / "persons.parquet").columns)[:2] == ["id", "name"]


@pytest.mark.parametrize("which", ["store", "hostile"])
def test_neo4j_obeys_the_rules_of_headers(which, request, tmp_path):
    store = request.getfixturevalue(which)
    neo4j.write(store, tmp_path / "neo4j")
    ids, ends = [], set()
    for path in sorted((tmp_path / "neo4j").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            header, *rows = list(csv.reader(file))
        assert all(len(row) == len(header) for row in rows)
        assert all(
            re.fullmatch(r"(\w+)?(:(ID|START_ID|END_ID|LABEL|TYPE|int|float|boolean|string\[\]))?", h)
            for h in header
        )
        if ":ID" in header:
            assert header[-1] == ":LABEL"
            ids += [row[0] for row in rows]
        else:
            assert [header[0], header[1], header[-1]] == [":START_ID", ":END_ID", ":TYPE"]
            ends |= {end for row in rows for end in row[:2]}
    assert len(ids) == len(set(ids))
    assert ends <= set(ids)
    command = (tmp_path / "neo4j" / "import.txt").read_text("utf-8")
    assert all(path.name in command for path in (tmp_path / "neo4j").glob("*.csv"))


@pytest.mark.parametrize("which", ["store", "hostile"])
def test_followthemoney(which, request, tmp_path):
    store = request.getfixturevalue(which)
    ftm.write(store, tmp_path / "graph.ftm")
    rows = [json.loads(line) for line in (tmp_path / "graph.ftm").read_text("utf-8").splitlines()]
    schemata = [row["schema"] for row in rows]
    assert schemata.count("Occupancy") == count(store, "?x a kg:Tenure")
    assert schemata.count("Article") == count(store, "?x a kg:Article")
    followthemoney = pytest.importorskip("followthemoney")
    ids = {row["id"] for row in rows}
    for row in rows:
        entity = followthemoney.model.get_proxy(row, cleaned=False)
        entity.schema.validate(row)
        for prop, value in entity.itervalues():
            if prop.type.name == "entity":
                assert value in ids
            if prop.type.name == "date":
                assert prop.type.validate(value)


def test_a_tenure_is_no_term_of_office(store, tables, tmp_path):
    ftm.write(store, tmp_path / "graph.ftm")
    rows = {r["id"]: r for r in map(json.loads, (tmp_path / "graph.ftm").read_text("utf-8").splitlines())}
    for tenure in tables.tenures.values():
        start = rows[tenure.id.rsplit("/", 1)[1]]["properties"].get("startDate", [""])
        assert start == [tenure.valid_from]


def test_dossier(store, tables, tmp_path):
    tenure = next(iter(tables.tenures.values()))
    person = tables.entities[tenure.person]
    dossier.write(store, tmp_path / "one.md", focus=person.name)
    dossier.write(store, tmp_path / "one.html", focus=person.name)
    text, page = (tmp_path / "one.md").read_text("utf-8"), (tmp_path / "one.html").read_text("utf-8")
    for form in (text, page):
        assert tenure.post in form
        assert tables.evidence[tenure.evidence[0]].quote in form
    assert "[^1]" in text
    assert '<a href="#n1">1</a>' in page


def test_a_hostile_dossier_is_plain_text(tmp_path):
    tables = hostile_tables()
    key = next(k for k, e in tables.entities.items() if e.kind == "person")
    tables.entities[key] = replace(tables.entities[key], name="岑<script>望")
    dossier.write(store_of(tables), tmp_path / "one.html", focus="岑<script>望")
    page = (tmp_path / "one.html").read_text("utf-8")
    assert "<script" not in page
    assert "<img" not in page
    assert "javascript:" not in re.sub(r">[^<]*<", "><", page)


@pytest.mark.parametrize("focus", ["", "无此人"])
def test_a_dossier_needs_somebody(store, tmp_path, focus):
    with pytest.raises(KgError):
        dossier.write(store, tmp_path / "x.md", focus=focus)


def test_a_dossier_may_be_of_a_body(store, tables, tmp_path):
    body = tables.entities[iri("o-00001")]
    dossier.write(store, tmp_path / "x.md", focus=body.name)
    held = [t for t in tables.tenures.values() if t.organization == body.id]
    assert all(tables.entities[t.person].name in (tmp_path / "x.md").read_text("utf-8") for t in held)


def test_formats_are_found_by_entry_point():
    if not formats():
        pytest.skip("the package is not installed")
    assert {"turtle", "gexf", "csv", "ftm"} <= set(formats())
    assert exporter("gexf") is gexf.write
    with pytest.raises(KgError, match="known are"):
        exporter("docx")
