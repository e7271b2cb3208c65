"""Edges of the small rules of the graph: what is waited for, refused, dealt out again."""

from __future__ import annotations

import orjson
import pytest

from kg.model.article import Article
from kg.model.errors import KgError
from kg.model.rows import to_row
from kg.rdf import sort
from kg.rdf.nt import day, decimal, escape, literal
from kg.rdf.pyshacl import findings_of_sample
from kg.rdf.quotes import QuoteCheck
from kg.rdf.shapes import Constraint, Target, read_shapes
from kg.rdf.terms import kg
from kg.rdf.validate import context_of, message_of, short
from kg.store.local import memory_store
from tests.rdf import small


def test_articles_that_come_before_their_row_wait(tmp_path):
    row = orjson.loads(orjson.dumps(to_row(small.VISIT)))
    rows = [{**row, "id": key} for key in ("a", "b", "c")]
    (tmp_path / "facts.jsonl").write_bytes(b"".join(orjson.dumps(r) + b"\n" for r in rows))
    check = QuoteCheck(tmp_path / "facts.jsonl")
    articles = [Article("b", small.SENTENCE), Article("x", ""), Article("a", small.SENTENCE)]
    list(check.against(articles))
    each = sum(1 for _ in small.VISIT.persons)
    assert check.unseen == 1  # c
    assert check.checked > 2 * each


def test_a_term_that_nobody_defined():
    assert kg("Article").endswith("Article>")
    with pytest.raises(KeyError):
        kg("Artikel")


def test_a_part_of_shacl_that_cannot_be_checked(tmp_path):
    (tmp_path / "shapes.ttl").write_text(
        "@prefix sh: <http://www.w3.org/ns/shacl#> . <x:s> a sh:NodeShape ; sh:targetClass <x:c> ; sh:maxExclusive 3 .",
        "utf-8",
    )
    with pytest.raises(KgError, match="sh:maxExclusive cannot be checked here"):
        read_shapes(tmp_path / "shapes.ttl")


def test_what_pyshacl_finds_is_told_as_ours():
    pytest.importorskip("pyshacl")
    lines = small.graph_text().splitlines(keepends=True)
    broken = "".join(line for line in lines if "<https://schema.org/identifier>" not in line)
    told = findings_of_sample(memory_store(broken), 1)
    assert {(f.severity, f.path, f.rule) for f in told} == {
        ("violation", "schema:identifier", "MinCountConstraintComponent")
    }
    assert all(f.node.startswith("https://w3id.org/renmai/id/") and f.message for f in told)
    assert "甲省总工会选举主席" in {f.label for f in told}


@pytest.mark.parametrize(
    ("size", "bucket", "again"),
    [
        pytest.param("a-1 a-2", 10, True, id="a bucket of several subjects"),
        pytest.param("a-1 a-1", 10, False, id="of one subject there is nothing to part"),
        pytest.param("a-1 a-2", 10**9, False, id="one that fits"),
    ],
)
def test_only_outsized_buckets_of_several_subjects_are_dealt_out_again(
    tmp_path, monkeypatch, size, bucket, again
):
    monkeypatch.setattr(sort, "BUCKET", bucket)
    dealt = []
    known = sort._again
    monkeypatch.setattr(sort, "_again", lambda parts, head: dealt.append(head) or known(parts, head))
    texts = [f'<id/{name}> <p> "{n}" .\n' for n, name in enumerate(size.split())]
    sort.spill(texts, tmp_path / "a", 99 if not again else 5)
    sort.gather([tmp_path / "a"], tmp_path / "out.nt", 5)
    assert bool(dealt) is again
    assert dealt[:1] == ([7] if again else [])


def test_no_more_is_held_than_may_be(tmp_path, monkeypatch):
    monkeypatch.setattr(sort, "HELD", 20)
    written = []
    monkeypatch.setattr(sort, "_write", lambda held, folder: written.append(sum(map(len, held.values()))))
    sort.spill(['<a> <p> "1" .\n'] * 5, tmp_path / "a", 5)
    assert written == [2, 2, 1]


def test_a_head_that_parts_the_nodes_of_a_base():
    assert sort.head_for("<https://example.org/") == len("<https://example.org/") + 4


@pytest.mark.parametrize(
    ("number", "words"), [(1.0, '"1.0"'), (0.5, '"0.5"'), (0.1234, '"0.123"'), (0.92, '"0.92"')]
)
def test_decimals(number, words):
    assert decimal(number).startswith(words + "^^")


@pytest.mark.parametrize(
    ("iso", "is_day"), [("2019-02-28", True), ("2019-02-30", False), ("2019-02", False), ("", False)]
)
def test_days(iso, is_day):
    assert bool(day(iso)) is is_day


def test_what_has_to_be_escaped():
    assert escape('会"议\\\n\r') == '会\\"议\\\\\\n\\r'
    assert (literal("会", "zh"), literal("会")) == ('"会"@zh', '"会"')


@pytest.mark.parametrize(
    ("component", "values", "message"),
    [
        ("minCount", ('"1"^^<x:integer>',), "schema:name must have at least 1"),
        ("hasValue", ('"x"',), 'schema:name must have the value "x"'),
        ("maxCount", ('"2"^^<x:integer>',), "schema:name may have at most 2"),
        ("class", ("<http://xmlns.com/foaf/0.1/Person>",), "schema:name must be a foaf:Person"),
        ("or", ("<x:a>", "<x:b>"), "schema:name must be a x:a or a x:b"),
        ("lessThan", ("<x:end>",), "schema:name must not be later or larger than x:end"),
        ("nodeKind", ("<x:IRI>",), "must be an IRI"),
        ("uniqueLang", ('"true"',), "schema:name may have one value in each language"),
        ("pattern", ('"a+"',), 'schema:name must satisfy sh:pattern "a+"'),
    ],
)
def test_what_a_constraint_demands_in_words(component, values, message):
    path = "https://schema.org/name"
    assert message_of(Constraint("x:s", Target("class", "x:c"), path, False, component, values)) == message
    said = Constraint("x:s", Target("class", "x:c"), path, False, component, values, message="as said")
    assert message_of(said) == "as said"


def test_an_iri_is_told_by_its_prefix():
    assert short("https://schema.org/name") == "schema:name"
    assert short("urn:x") == "urn:x"


def test_what_a_node_is_about():
    store = memory_store(small.graph_text())
    assert context_of(store, "no iri") == ("", "", "")
    assert context_of(store, "urn:nowhere") == ("", "", "")
    tenure = store.select("SELECT ?t WHERE { ?t a kg:Tenure } ORDER BY ?t LIMIT 1")[0]["t"] or ""
    label, article, quote = context_of(store, tenure)
    assert article in {facts.id for facts in small.ARTICLES}
    assert quote
    assert label == "罗远山 中国共产党甲省委员会常委"
