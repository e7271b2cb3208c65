"""`kg view`, `kg export`, `kg plot` and `kg analyse`, as they are called."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from kg.cli import kg
from kg.store import load
from tests.export.invented import iri
from tests.export.triples import triples


@pytest.fixture(scope="module")
def out(tables, tmp_path_factory):
    folder = tmp_path_factory.mktemp("out")
    (folder / "all.nt").write_text("".join(triples(tables)), "utf-8")
    load(folder / "all.nt", folder / "store")
    return folder


def run(*arguments):
    return CliRunner().invoke(kg, list(map(str, arguments)), catch_exceptions=False)


def test_view(out, tables, tmp_path):
    result = run(
        "view",
        out,
        "--focus",
        tables.entities[iri("p-00001")].name,
        "--from",
        "2016",
        "-o",
        tmp_path / "p.html",
    )
    assert result.exit_code == 0
    assert "nodes" in result.stderr
    assert (tmp_path / "p.html").read_text("utf-8").startswith("<!doctype html>")


@pytest.mark.parametrize("date", ["2019-13", "19", "2019-1-1", "soon"])
def test_view_refuses_what_is_no_date(out, tmp_path, date):
    result = run("view", out, "--from", date, "-o", tmp_path / "p.html")
    assert result.exit_code == 2
    assert date in result.stderr


@pytest.mark.parametrize("form", ["gexf", "turtle", "ftm"])
def test_export(out, tmp_path, form):
    result = run("export", out, "--format", form, "-o", tmp_path / "graph")
    if "not known" in str(result.exception or ""):
        pytest.skip("the package is not installed")
    assert result.exit_code == 0
    assert (tmp_path / "graph").stat().st_size > 1000


def test_export_lists_its_formats():
    told = run("export", "--list")
    assert told.exit_code == 0
    assert "Gephi" in told.stdout


def test_export_of_what_the_build_made_is_a_copy(out, tmp_path):
    (out / "graph.ttl").write_text("# as built\n", "utf-8")
    run("export", out, "--format", "turtle", "-o", tmp_path / "g.ttl")
    (out / "graph.ttl").unlink()
    assert (tmp_path / "g.ttl").read_text("utf-8") == "# as built\n"


def test_plot(out, tables, tmp_path):
    pytest.importorskip("matplotlib")
    assert (
        run("plot", out, "timeline", tables.entities[iri("p-00001")].name, "-o", tmp_path / "t.svg").exit_code
        == 0
    )
    assert run("plot", out, "timeline", "-o", tmp_path / "t.svg").exit_code == 2


@pytest.mark.parametrize("measure", ["companions", "central", "communities", "brokers"])
def test_analyse(out, measure):
    rows = json.loads(run("analyse", out, measure, "--json").stdout)
    assert rows
    assert run("analyse", out, measure).exit_code == 0


def test_analyse_a_tie(out, tables):
    first, second = (tables.entities[iri(key)].name for key in ("p-00000", "p-00002"))
    rows = json.loads(run("analyse", out, "tie", first, second, "--json").stdout)
    assert rows[0]["a"] in {first, second}
    assert rows[0]["evidence"][0]["quote"]


def test_analyse_changes(out):
    rows = json.loads(run("analyse", out, "change", "2016..2017", "2018", "--json").stdout)
    assert rows[0]["before"] != rows[0]["after"]
    assert run("analyse", out, "change", "2016").exit_code == 2
