"""The one province of an article, and which of several places of one name is meant."""

import pytest

from kg.extract.scope import PlaceContext


@pytest.mark.parametrize(
    ("text", "province"),
    [
        ("山西省召开会议。", "山西省"),
        ("太原市召开会议。", "山西省"),
        ("太原市、运城市召开会议。", "山西省"),
        ("太原市、石家庄市召开会议。", ""),
        ("会议召开。", ""),
    ],
)
def test_the_one_province_of_an_article(text, province):
    assert PlaceContext("", text).province() == province


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("法国总统和德国总理会谈。", {"法国", "德国"}),
        ("太原市召开会议。", set()),
        ("中国和法国会谈。", {"法国"}),
    ],
)
def test_the_foreign_countries_of_an_article(text, countries):
    assert set(PlaceContext("", text).countries()) == countries


def test_the_country_named_last_before_a_place():
    context = PlaceContext("", "法国总统来访。德国总理来访。会谈。")
    assert context.country_before(5, 0) == "法国"
    assert context.country_before(12, 0) == "德国"
    assert context.country_before(12, 11) == ""
    assert PlaceContext("", "会谈。").country_before(2, 0) == ""
