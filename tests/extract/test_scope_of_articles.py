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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("迎泽区开会。", ("山西省", "太原市", "迎泽区"), id="a district brings its city"),
        pytest.param("石狮市开会。", ("福建省", "", "石狮市"), id="a city of a county stands for itself"),
        pytest.param(
            "泉州市、石狮市开会。", ("福建省", "泉州市", "石狮市"), id="until its prefecture is named"
        ),
        pytest.param(
            "北京说，朝阳区开会。", ("北京市", "", "朝阳区"), id="of namesakes the one of the province"
        ),
        pytest.param("朝阳区开会。", ("", "", ""), id="none where no province is told"),
        pytest.param("山东德州开会。", ("山东省", "德州市", ""), id="德州 at home"),
        pytest.param("美国德州开会。", ("", "", ""), id="德州 abroad"),
        pytest.param("美国和山东德州开会。", ("山东省", "德州市", ""), id="德州 where both are told of"),
        pytest.param("太原说，郑州说。", ("河南省", "郑州市", ""), id="the last place named"),
        pytest.param("玉树扎西来了。", ("青海省", "玉树藏族自治州", ""), id="the larger of two of one name"),
    ],
)
def test_the_scope_at_the_end_of_a_text(text, found):
    scope = PlaceContext("", text).at(len(text))
    assert (scope.province, scope.prefecture, scope.county) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("省长开会，太原说。", ("山西省", "太原市"), id="what the whole article is about"),
        pytest.param("省长开会，太原说，运城说。", ("山西省", ""), id="two cities of one province"),
        pytest.param("省长开会，太原说，郑州说。", ("", ""), id="two provinces"),
        pytest.param("省长开会。", ("", ""), id="no place at all"),
    ],
)
def test_the_scope_before_any_place_is_named(text, found):
    scope = PlaceContext("", text).at(0)
    assert (scope.province, scope.prefecture) == found


@pytest.mark.parametrize(
    ("text", "province"),
    [
        pytest.param("太原说，纽约疫情严峻，但市长", "", id="abroad in the same sentence"),
        pytest.param("太原说。纽约疫情严峻。但市长", "山西省", id="but not in the one before"),
        pytest.param("纽约说，太原疫情严峻，但市长", "山西省", id="nor before a place at home"),
        pytest.param("太原说，纽约" + "很" * 200 + "，但市长", "山西省", id="nor far before"),
    ],
)
def test_a_post_told_abroad_is_not_of_home(text, province):
    assert PlaceContext("", text).at(len(text)).province == province


@pytest.mark.parametrize(
    ("text", "source", "region"),
    [
        pytest.param("香港开会，香港说。", "", "hk", id="told of twice"),
        pytest.param("香港开会。", "", "", id="once is not enough"),
        pytest.param("香港开会。", "香港新闻", "hk", id="but in a paper of there"),
        pytest.param("太原开会。", "香港新闻", "", id="where it is told of at all"),
    ],
)
def test_the_news_of_hong_kong(text, source, region):
    assert PlaceContext("", text, source=source).region == region


def test_places_within_names_are_forgotten():
    context = PlaceContext("", "法国外长说，美国来了。")
    context.hide([(0, 2), (6, 6)])
    assert context.countries() == {"美国"}
    context.hide([])
    assert context.countries() == {"美国"}


def test_the_headline_stands_before_the_text():
    assert PlaceContext("太原召开会议", "市长说。").at(0).province == "山西省"


def test_abroad_begins_with_the_text_and_not_in_the_headline():
    assert PlaceContext("太原召开会议", "纽约疫情严峻，但市长").at(10).province == ""
    assert PlaceContext("太原和纽约", "疫情严峻，但市长").at(8).province == "山西省"
