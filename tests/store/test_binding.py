"""Values reach their variables and nothing else."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model.errors import QueryError
from kg.model.values import Iri, Text
from kg.store.binding import bind, term_of, variables
from kg.store.local import memory_store

XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.mark.parametrize(
    ("query", "values", "bound"),
    [
        pytest.param("ASK { ?s ?p ?o }", {"s": Iri("http://e.org/1")}, "ASK { <http://e.org/1> ?p ?o }", id="an IRI"),
        pytest.param("ASK { ?s ?p $o }", {"o": Text("李明", "zh-Hans")}, 'ASK { ?s ?p "李明"@zh-Hans }', id="with a dollar"),
        pytest.param("SELECT ?s ?d { ?s ?p ?d }", {"d": 5}, f'SELECT ?s ("5"^^<{XSD}integer> AS ?d) {{ ?s ?p "5"^^<{XSD}integer> }}', id="a projected one"),
        pytest.param("SELECT (COUNT(?s) AS ?n) { ?s ?p ?o }", {"p": Iri("urn:p")}, "SELECT (COUNT(?s) AS ?n) { ?s <urn:p> ?o }", id="an aggregate"),
        pytest.param("ASK { ?s ?p '?o' # ?o\n }", {"s": True}, f"ASK {{ \"true\"^^<{XSD}boolean> ?p '?o' # ?o\n }}", id="strings and comments are left alone"),
        pytest.param("ASK { <http://e.org/?s> ?p ?s }", {"s": date(2019, 1, 2)}, f'ASK {{ <http://e.org/?s> ?p "2019-01-02"^^<{XSD}date> }}', id="and IRIs"),
        pytest.param("ASK { ?s ?p ?o FILTER(!BOUND(?x) || ?o = ?x) }", {"x": 1}, f'ASK {{ ?s ?p ?o FILTER(!true || ?o = "1"^^<{XSD}integer>) }}', id="bound is true"),
        pytest.param('ASK { VALUES ?n { "a" "}" } ?s ?p ?n }', {"n": ("b", "c")}, 'ASK { VALUES ?n { "b" "c" } ?s ?p ?n }', id="several in a VALUES block"),
        pytest.param("ASK { VALUES ?n { <http://e.org/a> } ?s ?p ?n }", {"n": ()}, "ASK {  ?s ?p ?n }", id="none takes the block away"),
        pytest.param("ASK { ?same ?s ?o }", {"s": Iri("urn:x")}, "ASK { ?same <urn:x> ?o }", id="whole names only"),
    ],
)  # fmt: skip
def test_binding(query, values, bound):
    assert bind(query, values) == bound


@pytest.mark.parametrize(
    ("value", "term"),
    [
        ("李明", '"李明"'),
        ("http://e.org/a", "<http://e.org/a>"),
        ("http://e.org/a b", '"http://e.org/a b"'),
        (0.5, f'"0.5"^^<{XSD}double>'),
        (float("-inf"), f'"-INF"^^<{XSD}double>'),
        (float("nan"), f'"NaN"^^<{XSD}double>'),
        (Text("2019", datatype=XSD + "gYear"), f'"2019"^^<{XSD}gYear>'),
        ('a"b\\c\nd', '"a\\"b\\\\c\\nd"'),
    ],
)
def test_terms(value, term):
    assert term_of(value) == term


@pytest.mark.parametrize(
    "wrong",
    [Iri("a b"), Iri("http://e.org/>"), Iri("name"), Text("x", "no tag"), "\ud800", Iri("urn:\udfff")],
)
def test_what_is_no_term_is_refused(wrong):
    with pytest.raises(QueryError):
        term_of(wrong)


def test_an_unknown_variable_is_told():
    with pytest.raises(QueryError, match=r"no variable \?x .* it has o, p, s"):
        bind("ASK { ?s ?p ?o }", {"x": 1})
    with pytest.raises(QueryError, match="one value only"):
        bind("ASK { ?s ?p ?o }", {"s": ("a", "b")})


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_text_is_bound_as_it_is(text):
    store = memory_store("")
    assert store.select("SELECT ?x { BIND(STR(?x) AS ?y) }", x=Text(text))[0]["x"] == text


def test_all_variables_are_known():
    assert variables("SELECT ?a { VALUES ?b { 1 } $c ?d '?e' FILTER(bound( ?f )) }") == {
        "a",
        "b",
        "c",
        "d",
        "f",
    }
