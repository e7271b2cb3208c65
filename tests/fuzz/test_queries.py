"""Hostile words as values of queries: a line of why, or an answer; never another query."""

from __future__ import annotations

import math
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.model.errors import QueryError
from kg.model.values import Iri, Text
from kg.rdf.queries import guessed, kind_of, named_queries, named_query
from kg.store.binding import bind, term_of, variables
from kg.store.local import memory_store
from tests.rdf import small

from .effort import fuzzed

HURTS = (
    '" } DELETE WHERE { ?s ?p ?o } #', "'''", '"""', "\\", '\\"', '\\u0022', "\\U0010FFFF", "> } ; DROP ALL", "}", "{", "?s", "$s", "# x", "\n", "\r",
    "\x00", "\x0b", "\u2028", "\ud800", "@zh", "^^xsd:int", "SERVICE <http://a>", "VALUES ?s { }", "BOUND(?s)", "<", ">", "<<", "\u202e", "李明",
    "http://a/>b", "urn:", "urn:x y", "https://a\n", "1e999", "nan", "-0", "inf", "9" * 5000, "١٩", "1_000", "0000-00-00", "2019-W01-1", "10000-01-01",
    "true", "-", "a@b", "x@zh-Hans-", "%s", "{}", "{0}", "%2e%2e/",
)  # fmt: skip
hostile = st.one_of(
    st.lists(st.sampled_from(HURTS) | st.text(st.characters(), max_size=5), max_size=5).map("".join)
)
QUERY = 'SELECT ?s ?o { VALUES ?name { "x" } ?s ?p ?o . ?s ?q ?name FILTER(?o = ?x || !BOUND(?y)) }'


@pytest.fixture(scope="module")
def store():
    return memory_store(small.graph_text())


def values() -> st.SearchStrategy[object]:
    return st.one_of(
        hostile,
        hostile.map(Iri),
        st.builds(Text, hostile, st.sampled_from(["", "zh", "zh-Hans"]) | hostile, st.just("")),
        st.builds(Text, hostile, st.just(""), hostile),
        st.integers(),
        st.floats(),
        st.booleans(),
        st.dates(),
    )


@fuzzed(150, 2)
@given(st.dictionaries(st.sampled_from(["s", "o", "p", "x", "y", "name", "absent"]), values(), max_size=4))
@example({"o": math.nan})
@example({"x": math.inf})
@example({"name": "\ud800"})
@example({"x": date(1, 1, 1)})
def test_any_value_is_bound_or_refused(store, bindings):
    try:
        query = bind(QUERY, bindings)
    except QueryError:
        return
    assert kind_of(query) == "SELECT"
    assert variables(query) <= variables(QUERY)
    try:
        store.select(QUERY, **bindings)
    except QueryError:  # a literal as a subject or a predicate
        assert any(not isinstance(bindings.get(name, Iri("")), Iri) for name in "sp")


@fuzzed(150, 2)
@given(hostile, hostile)
def test_a_string_comes_back_as_it_went_in(store, one, other):
    try:
        [row] = store.select("SELECT ?a ?b { BIND(?x AS ?a) BIND(?y AS ?b) }", x=Text(one), y=Text(other))
    except QueryError:
        assert any("\ud800" <= c <= "\udfff" for c in one + other)
        return
    assert (row["a"], row["b"]) == (one, other)


@pytest.mark.parametrize("name", sorted(named_queries()))
@fuzzed(10, 0.1)
@given(data=st.data())
def test_a_named_query_with_any_words(store, name, data):
    query = named_query(name)
    given_values = {p.name: data.draw(hostile, label=p.name) for p in query.parameters}
    try:
        bound = query.values(given_values)
        rows = store.select(query.text, **bound)
    except QueryError:
        return
    assert isinstance(rows, list)


@fuzzed(150, 2)
@given(hostile)
def test_any_words_are_some_value(words):
    try:
        term_of(guessed(words))
    except QueryError:
        return


@fuzzed(100, 2)
@given(hostile, hostile)
def test_any_text_as_a_query(store, query, more):
    try:
        kind_of(query + more)
        bind(query + more, dict.fromkeys(variables(query), "x"))
        store.select(query + " SELECT " + more)
    except QueryError:
        return
