"""`kg query`, `kg validate` and `kg publish` as people call them."""

from __future__ import annotations

import json
import shutil

import pytest
from click.testing import CliRunner

from kg.cli.describe import describe
from kg.cli.publish import publish
from kg.cli.query import query
from kg.cli.tables import columns, table
from kg.cli.validate import validate
from kg.model.errors import QueryError, StoreError
from kg.model.rows import to_row
from kg.store import load
from tests.rdf import small


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    folder = tmp_path_factory.mktemp("build") / "out"
    folder.mkdir()
    (folder / "graph.nt").write_text(small.graph_text(), encoding="utf-8")
    load(folder / "graph.nt", folder / "store")
    with (folder / "facts.jsonl").open("w", encoding="utf-8") as facts:
        for article in small.ARTICLES:
            facts.write(json.dumps(to_row(article), ensure_ascii=False) + "\n")
    return folder


@pytest.fixture
def out(built, tmp_path):
    """A build of its own, with its articles beside it."""
    shutil.copytree(built, tmp_path / "out")
    texts = {"visit-1": small.SENTENCE, "speech-1": small.HANT, "notice-1": small.NEWS}
    rows = [json.dumps({"id": key, "text": text}, ensure_ascii=False) + "\n" for key, text in texts.items()]
    (tmp_path / "in.jsonl").write_text("".join(rows), encoding="utf-8")
    manifest = {"inputs": [{"path": str(tmp_path / "in.jsonl")}], "settings": {}}
    (tmp_path / "out" / "manifest.json").write_text(json.dumps(manifest))
    return tmp_path / "out"


def run(command, *arguments):
    return CliRunner().invoke(command, [str(a) for a in arguments], catch_exceptions=False)


PERSONS = "SELECT ?n { ?p a foaf:Person ; skos:prefLabel ?n } ORDER BY ?n"


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        pytest.param([PERSONS], "n\n林知秋", id="csv where no terminal is"),
        pytest.param([PERSONS, "--format", "table"], "n\n──────\n林知秋", id="a table"),
        pytest.param([PERSONS, "--format", "json"], '{"head":{"vars":["n"]}', id="json"),
        pytest.param(["SELECT ?p { ?p skos:prefLabel ?n }", "--set", "n=林知秋@zh-Hans"], "p\nhttps://w3id.org/renmai/id/p-04", id="a value"),
        pytest.param(["ASK { id:p-01 a foaf:Person }"], "true\n", id="yes"),
        pytest.param(["DESCRIBE id:p-04"], "@prefix id:", id="a graph is Turtle"),
        pytest.param(["--name", "journeys", "--set", "person=王海岳"], "start,end,place,event,type,part\n2019-01-17", id="a named query"),
    ],
)  # fmt: skip
def test_query(out, options, expected):
    result = run(query, out, *options)
    assert result.exit_code == 0
    assert result.stdout.replace("\r\n", "\n").startswith(expected)


def test_query_from_a_file_or_a_pipe(out, tmp_path):
    (tmp_path / "q.rq").write_text(PERSONS, encoding="utf-8")
    assert "高望川" in run(query, out, "-f", tmp_path / "q.rq").stdout
    assert "高望川" in CliRunner().invoke(query, [str(out), "-f", "-"], input=PERSONS).stdout


def test_named_queries_are_listed_and_explained():
    assert "who-held-post" in run(query, "--list").stdout
    assert "--set person=" in run(query, "--name", "journeys").stdout


def test_wrong_queries_say_what_to_do(out):
    assert CliRunner().invoke(query, [str(out)]).exit_code == 2
    assert CliRunner().invoke(query, [str(out), PERSONS, "--set", "x"]).exit_code == 2
    with pytest.raises(QueryError, match="CONSTRUCT"):
        run(query, out, PERSONS, "--format", "ttl")
    with pytest.raises(StoreError):
        run(query, out.parent, PERSONS)


def test_a_table_fits_its_terminal():
    rows = [{"name": "甲省总工会" * 10, "id": "https://w3id.org/renmai/id/p-01", "n": None}]
    lines = list(table(rows, 60))
    assert max(map(columns, lines)) <= 60
    assert "id:p-01" in lines[2]
    assert list(table([], 60)) == []


def test_a_good_build_validates(out):
    result = run(validate, out)
    assert result.exit_code == 0
    assert "0 violations" in result.stderr
    assert result.stderr.strip().endswith(" quotations: 0 wrong")
    assert "; 0 quotations" not in result.stderr


def test_a_changed_source_is_noticed(out):
    articles = out.parent / "in.jsonl"
    articles.write_text(articles.read_text("utf-8").replace("罗远山", "罗近山"), encoding="utf-8")
    result = run(validate, out)
    assert result.exit_code == 1
    assert "quotes “罗远山”, but the source has “罗近山”" in result.stdout


def test_articles_that_are_gone_are_told_of(out):
    (out.parent / "in.jsonl").unlink()
    result = run(validate, out)
    assert result.exit_code == 0
    assert "3 articles cannot be found again" in result.stderr


def test_findings_as_json(out):
    text = small.graph_text().replace('"2020-05-01"^^<http://www.w3.org/2001/XMLSchema#date>', '"May"')
    (out / "graph.nt").write_text(text, encoding="utf-8")
    load(out / "graph.nt", out / "store")
    result = run(validate, out, "--json", "--no-quotes")
    assert result.exit_code == 1
    found = json.loads(result.stdout)["findings"]
    assert {f["path"] for f in found} == {"kg:lastAttested", "schema:datePublished", "kg:firstAttested"}


def test_pyshacl_on_a_sample(out):
    pytest.importorskip("pyshacl")
    assert run(validate, out, "--sample", 2).exit_code == 0


def test_publishing_needs_one_target(out, tmp_path):
    assert CliRunner().invoke(publish, [str(out)]).exit_code == 2
    result = run(publish, out, "--server", "virtuoso", "--files", tmp_path / "bulk")
    assert "load.sql" in result.stdout


def test_a_build_describes_itself(out, tmp_path):
    assert "void:triples " in run(describe, out).stdout
    run(
        describe,
        out,
        "-o",
        tmp_path / "void.ttl",
        "--licence",
        "https://creativecommons.org/licenses/by/4.0/",
    )
    assert "dcterms:license <https://creativecommons.org/licenses/by/4.0/>" in (
        tmp_path / "void.ttl"
    ).read_text("utf-8")
