import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.places import find_places, names_in
from kg.lexicon.places import places


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "先后到广东珠海、广州、深圳等地", [("广东省", "珠海市", "广州市", "深圳市")], id="a tour"
        ),
        pytest.param("来到北京市西城区看望", [("北京市", "西城区")], id="two levels"),
        pytest.param("在韩国首都首尔会晤", [("韩国", "首尔")], id="a capital"),
        pytest.param("17日在人民大会堂会见", [("北京市",)], id="a venue"),
        pytest.param("在北京人民大会堂举行", [("北京市",)], id="a venue and its city are one place"),
        pytest.param("在京举行", [("北京市",)], id="one character"),
        pytest.param("来到革命圣地延安", [("延安市",)], id="an epithet before the name"),
        pytest.param("在朝阳区召开", [], id="a namesake is left open"),
        pytest.param("在日本侵华战争中", [], id="a name inside another word"),
        pytest.param("为了平安，东方红", [], id="common words"),
    ],
)
def test_find_places(text, expected):
    assert [names for _, _, names in find_places(text, 0, len(text), places())] == expected


def test_a_namesake_is_read_in_the_light_of_the_article():
    found = find_places("在朝阳区召开", 0, 6, places(), province="北京市")
    assert [names for _, _, names in found] == [("朝阳区",)]


def test_an_abolished_county_is_found_in_its_year():
    assert find_places("在滦县调研", 0, 5, places(), year=2015)[0][2] == ("滦县",)


def test_names_in_a_title():
    assert names_in("广西壮族自治区永福县纪委书记", places()) == ("广西壮族自治区", "永福县")
    assert names_in("中国铝业公司", places()) == ()


@given(st.text(alphabet="在到北京上海、省市首都韩国尔抵达赴，", max_size=20))
def test_places_do_not_overlap(text):
    found = find_places(text, 0, len(text), places())
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(found))
