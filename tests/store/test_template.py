"""CONSTRUCT by rows gives the graph that the engine gives, and leaves to it what it cannot read."""

from __future__ import annotations

import io

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model.errors import QueryError
from kg.store.local import LocalStore, memory_store
from kg.store.stream import TooManyTriples, write_answer
from kg.store.template import template_of

STORE = memory_store(
    "".join(
        f'<urn:n{i}> <urn:value> "{i % 5}" .\n<urn:n{i}> <urn:next> <urn:n{i + 1}> .\n_:b{i} <urn:of> <urn:n{i}> .\n'
        for i in range(20)
    )
)
BY_ROWS = [
    pytest.param("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", id="everything"),
    pytest.param("CONSTRUCT{?s?p?o}WHERE{?s?p?o}", id="without spaces"),
    pytest.param("CONSTRUCT { ?s a <urn:T> ; <urn:v> ?v , 1 , 'x'@en . } WHERE { ?s <urn:value> ?v }", id="lists"),
    pytest.param("PREFIX u: <urn:> CONSTRUCT { $s u:is u:seen } { ?s u:value ?v }", id="its own prefix"),
    pytest.param("BASE <urn:x:> PREFIX : <#> CONSTRUCT { <a> :b ?v } { ?s <urn:value> ?v }", id="a base"),
    pytest.param("# first\nconstruct { ?s ?p ?o } # }\nwhere { ?s ?p ?o } order by ?s limit 7", id="comments"),
    pytest.param("CONSTRUCT { ?v <urn:p> ?s . ?s ?v ?v } WHERE { ?s <urn:value> ?v }", id="no such terms"),
    pytest.param("CONSTRUCT { ?s <urn:p> ?unbound } WHERE { ?s <urn:value> ?v }", id="never bound"),
    pytest.param("CONSTRUCT { ?s <urn:p> '?s }' } WHERE { ?s <urn:value> ?v }", id="a string like a variable"),
    pytest.param("CONSTRUCT { ?s <urn:p> (?v 1) } WHERE { ?s <urn:value> ?v }", id="a collection"),
    pytest.param("CONSTRUCT { ?s <urn:p> [ <urn:q> ?v ; <urn:r> _:n ] . _:n a ?s } { ?s <urn:value> ?v }", id="blank"),
    pytest.param("CONSTRUCT { ?p kg:place ?o } WHERE { ?s ?p ?o { SELECT ?s { ?s <urn:of> ?x } LIMIT 3 } }", id="nested"),
    pytest.param("CONSTRUCT { ?b <urn:p> ?n } WHERE { ?b <urn:of> ?n }", id="blank nodes of the graph"),
]  # fmt: skip
BY_THE_ENGINE = [
    "CONSTRUCT WHERE { ?s ?p ?o }",
    "CONSTRUCT { <urn:a> <urn:b> <urn:c> } WHERE { ?s ?p ?o }",
    "CONSTRUCT { } WHERE { ?s ?p ?o }",
    "CONSTRUCT { 'a' <urn:b> ?o } WHERE { ?s ?p ?o }",
    "DESCRIBE <urn:n1>",
    "CONSTRUCT { @prefix a: <urn:> . ?s a:p ?o } WHERE { ?s ?p ?o }",
    "CONSTRUCT { ?s ?p ?o } (1 AS ?n) WHERE { ?s ?p ?o }",
    "CONSTRUCT { ?s ?p ?o",
    "CONSTRUCT { ?v <urn:n> ?s } WHERE { ?s <urn:value> ?v } GROUP BY ?v",
]


def triples(data: bytes) -> ox.Dataset:
    found = ox.Dataset(ox.parse(input=data, format=ox.RdfFormat.N_TRIPLES))
    found.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return found


def written(query: str, most: int = 1000, store: LocalStore = STORE) -> bytes:
    out = io.BytesIO()
    write_answer(store, query, "nt", out, base="http://example.org/", most_triples=most)
    return out.getvalue()


def engines(query: str) -> bytes:
    found = STORE.engine.query(query, prefixes=STORE.prefixes, base_iri="http://example.org/")
    assert isinstance(found, ox.QueryTriples)
    return found.serialize(format=ox.RdfFormat.N_TRIPLES) or b""


@pytest.mark.parametrize("query", BY_ROWS)
def test_by_rows(query: str) -> None:
    assert template_of(query, STORE.prefixes, "http://example.org/") is not None
    assert triples(written(query)) == triples(engines(query))


@pytest.mark.parametrize("query", BY_THE_ENGINE)
def test_what_the_engine_reads(query: str) -> None:
    try:
        expected = triples(engines(query))
    except SyntaxError:
        with pytest.raises(QueryError, match="query: "):
            written(query)
    else:
        assert triples(written(query)) == expected


def test_no_triple_comes_twice_in_a_short_answer() -> None:
    lines = written("CONSTRUCT { ?p <urn:is> 'used' } WHERE { ?s ?p ?o }").splitlines()
    assert len(lines) == len(set(lines)) == 3


def test_memory_of_what_was_given_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.store.template._REMEMBERED", 4)
    query = "CONSTRUCT { ?s <urn:v> ?v } WHERE { ?s <urn:value> ?v }"
    assert triples(written(query)) == triples(engines(query))


def test_too_many() -> None:
    with pytest.raises((TooManyTriples, OSError)):
        written("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", most=10)


@given(st.text(alphabet="{}?$s<>\"'# .;,a:_\n\\[]()", max_size=30))
def test_any_template_is_read_alike_or_left(body: str) -> None:
    query = f"CONSTRUCT {{ {body} }} WHERE {{ ?s <urn:value> ?a }}"
    try:
        expected = triples(engines(query))
    except SyntaxError:
        with pytest.raises(QueryError):
            written(query)
    else:
        assert triples(written(query)) == expected
