"""Words as values of queries' parameters, and places as the graph names them."""

from __future__ import annotations

from datetime import date

import pytest

from kg.model.namespaces import EVENT_TYPE, PART
from kg.model.values import Iri
from kg.rdf.places import gazetteer, unknown
from kg.rdf.queries import named_queries, value_of


@pytest.mark.parametrize(
    ("kind", "words", "value"),
    [
        ("date", "2019-01-21", date(2019, 1, 21)),
        ("number", "3", 3),
        ("iri", "p-1", Iri("https://w3id.org/renmai/id/p-1")),
        ("iri", "urn:x", Iri("urn:x")),
        ("type", "meeting", Iri(EVENT_TYPE + "meeting")),
        ("part", "lead", Iri(PART + "lead")),
    ],
)
def test_words_of_each_kind(kind, words, value):
    assert value_of(kind, words) == value


def test_every_named_query_says_what_it_is_for():
    assert all(query.summary and query.summary[0].isupper() for query in named_queries().values())


def test_a_place_by_its_code_and_one_that_nobody_knows():
    taiyuan = gazetteer("太原市")
    assert (taiyuan.key, taiyuan.name, taiyuan.names, taiyuan.broader) == (
        "pl-140100",
        "太原市",
        ("太原",),
        "山西省",
    )
    nowhere = gazetteer("乌有乡镇")
    assert nowhere == unknown("乌有乡镇")
    assert nowhere.key != unknown("乌有乡镇", "山西省").key
