"""Grades of posts, and places by their codes."""

import pytest

from kg.rdf.places import PlaceEntry, gazetteer, place_lines
from kg.rdf.posts import chief_of, grade_of, wider_post, with_wider


@pytest.mark.parametrize(
    ("post", "grade"),
    [
        ("书记", "chief"), ("第一书记", "chief"), ("省长", "chief"), ("主任", "chief"), ("检察长", "chief"),
        ("副书记", "deputy"), ("常务副省长", "deputy"), ("代理副市长", "deputy"), ("副委员长", "deputy"),
        ("委员", ""), ("常委", ""), ("代表", ""), ("教授", ""), ("记者", ""),
    ],
)  # fmt: skip
def test_grades(post, grade):
    assert grade_of(post) == grade


@pytest.mark.parametrize(
    ("post", "chief", "wider"),
    [("副省长", "省长", ""), ("常务副省长", "省长", "副省长"), ("第一书记", "", "书记"), ("主席", "", "")],
)
def test_what_a_post_belongs_to(post, chief, wider):
    assert (chief_of(post), wider_post(post)) == (chief, wider)


def test_every_post_that_is_pointed_to_has_a_concept():
    assert with_wider("常务副省长") == {"常务副省长", "副省长", "省长"}


def test_a_place_brings_the_places_that_it_lies_in():
    book = {
        "乙市": PlaceEntry("pl-990100", "乙市", "990100", ("乙",), "甲省"),
        "甲省": PlaceEntry("pl-990000", "甲省", "990000"),
    }
    text = "".join(place_lines(["乙市"], "https://example.org/", book.__getitem__))
    assert (
        "<https://example.org/pl-990100> <http://www.w3.org/2004/02/skos/core#broader> <https://example.org/pl-990000>"
        in text
    )
    assert text.count("#Place>") == 2


def test_the_gazetteer_names_provinces_by_code_and_strangers_by_name():
    assert gazetteer("山西省").key == "pl-140000"
    assert gazetteer("太原市").broader == "山西省"
    assert gazetteer("无此地省").key.startswith("pl-")
    assert gazetteer("无此地省").code == ""
