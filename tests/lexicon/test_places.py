import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.lexicon.places import Places, places

PLACES = places()


@pytest.mark.parametrize(
    ("surface", "name", "code"),
    [
        ("山西", "山西省", "140000"),
        ("太原", "太原市", "140100"),
        ("鄱阳县", "鄱阳县", "361128"),
        ("海南", "海南省", "460000"),
        ("吉林", "吉林省", "220000"),
        ("恩施州", "恩施土家族苗族自治州", "422800"),
        ("浦东", "浦东新区", "310115"),
        ("香港", "香港特别行政区", "810000"),
        ("俄罗斯联邦", "俄罗斯", "RU"),
        ("沙特", "沙特阿拉伯", "SA"),
        ("波黑", "波黑", "BA"),
        ("阿联酋", "阿联酋", "AE"),
    ],
)
def test_a_form_means_one_place(surface, name, code):
    place = PLACES.resolve(surface)
    assert place is not None
    assert (place.name, place.code) == (name, code)


def test_namesakes_are_left_open_without_context():
    assert PLACES.resolve("朝阳区") is None
    assert PLACES.resolve("朝阳区", province="北京市").code == "110105"
    assert PLACES.resolve("朝阳区", province="吉林省").parents == ("长春市", "吉林省")


def test_a_county_abolished_in_2014_is_right_in_2013():
    assert PLACES.resolve("藁城市", year=2013).level == "county"
    assert PLACES.resolve("藁城市", year=2013).until == 2013
    assert PLACES.resolve("襄樊市", year=2008).name == "襄樊市"


def test_province_of():
    assert PLACES.province_of(PLACES.resolve("太原")) == "山西省"
    assert PLACES.province_of(PLACES.resolve("海淀")) == "北京市"
    assert PLACES.province_of(PLACES.resolve("莫斯科")) == ""


@pytest.mark.parametrize("word", ["平安", "东方", "大同", "日照", "来宾", "合作"])
def test_common_words_are_not_matched_bare(word):
    assert PLACES.longest_at(word + "好", 0) is None
    assert PLACES.lookup(word)


def test_the_longest_form_wins():
    end, found = PLACES.longest_at("在内蒙古自治区呼和浩特", 1)
    assert (end, found[0].name) == (7, "内蒙古自治区")


@given(st.text(alphabet="山西太原省市县北京俄罗斯州", max_size=12), st.integers(0, 12))
def test_a_hit_is_a_known_form(text, start):
    hit = PLACES.longest_at(text, start)
    if hit:
        assert PLACES.lookup(text[start : hit[0]]) == hit[1]


def test_loading_is_quick():
    began = time.process_time()
    Places()
    assert time.process_time() - began < 0.5  # about 0.035 s on an idle core


@pytest.mark.parametrize(
    ("form", "country", "abroad"),
    [
        ("法国", "法国", "法国"),
        ("俄罗斯联邦", "俄罗斯", "俄罗斯"),
        ("中国", "中国", ""),
        ("巴黎", "", ""),
        ("山西", "", ""),
        ("不是地名", "", ""),
        ("", "", ""),
    ],
)
def test_countries_by_a_whole_form(form, country, abroad):
    assert (PLACES.country(form), PLACES.abroad(form)) == (country, abroad)


@pytest.mark.parametrize(
    ("text", "found"),
    [("访俄罗斯联邦总统", (6, "俄罗斯")), ("访中国", (3, "中国")), ("访巴黎", None), ("访问", None)],
)
def test_the_country_that_begins_somewhere(text, found):
    assert PLACES.country_at(text, 1) == found
