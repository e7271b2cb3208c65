"""Literals, dates and digests as N-Triples have them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.rdf import nt


@pytest.mark.parametrize(
    ("iso", "first", "last"),
    [
        pytest.param("2019", "2019-01-01", "2019-12-31", id="a year"),
        pytest.param("2020-02", "2020-02-01", "2020-02-29", id="a leap February"),
        pytest.param("2019-12", "2019-12-01", "2019-12-31", id="December"),
        pytest.param("2019-01-21", "2019-01-21", "2019-01-21", id="a day"),
        pytest.param("2019-02-30", "", "", id="no such day"),
        pytest.param("9999-12", "9999-12-01", "9999-12-31", id="the last month there is"),
        pytest.param("", "", "", id="nothing"),
        pytest.param("日前", "", "", id="words"),
    ],
)
def test_outermost_days(iso, first, last):
    assert (nt.first_day(iso), nt.last_day(iso)) == (first, last)


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("高望川", "zh-Hans"),
        ("羅遠山", "zh-Hant"),
        ("省总工会", "zh-Hans"),
        ("IMF", "en"),
        ("张喆", "zh-Hans"),
    ],
)
def test_the_tag_of_a_name(name, tag):
    assert nt.tag_of(name) == tag


@pytest.mark.parametrize(
    ("number", "text"), [(0.9, "0.9"), (1.0, "1.0"), (0.95, "0.95"), (0.0, "0.0"), (0.1234, "0.123")]
)
def test_decimals_are_short(number, text):
    assert nt.decimal(number) == f'"{text}"^^<{nt.XSD}decimal>'


def test_the_digest_is_the_same_on_every_machine():
    assert nt.digest("visit-1") == "b72876ff27288f552a43"
    assert nt.digest("a", "b") != nt.digest("ab")


def test_a_key_with_odd_signs_stays_within_its_brackets():
    assert nt.node("https://example.org/", "p> <x") == "<https://example.org/p%3E%20%3Cx>"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_a_literal_is_read_back_as_it_was(text):
    import pyoxigraph as ox

    line = f"<http://e.org/s> <http://e.org/p> {nt.literal(text)} .\n"
    (triple,) = ox.parse(input=line.encode(), format=ox.RdfFormat.N_TRIPLES)
    assert triple.object.value == text


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("https://www.wikidata.org/entity/Q1", True),
        ("http://a:80/条目，二?x=甲#一", True),
        ("urn:isbn:1", True),
        ("http://a/100%25", True),
        pytest.param("a/b", False, id="not absolute"),
        pytest.param("http://a/x y", False, id="a blank"),
        pytest.param("http://a/[x]", False, id="brackets: one would keep the whole store from loading"),
        pytest.param("http://a#b#c", False, id="two marks"),
        pytest.param("http://a/100%", False, id="no percent-encoding"),
        pytest.param("http://a:b/", False, id="no port"),
        pytest.param("http://a/\ufffd", False, id="a character that was lost"),
    ],
)
def test_what_may_stand_as_an_iri(text, is_one):
    assert nt.is_iri(text) is is_one


@pytest.mark.parametrize(
    ("iso", "written"), [("2019-01-21", '"2019-01-21"'), ("2019-02-30", ""), ("2019-01", ""), ("2019", ""), ("", "")]
)  # fmt: skip
def test_only_a_day_of_the_calendar_is_a_date(iso, written):
    assert nt.day(iso).partition("^^")[0] == written
