"""Dates that hang on another: the article's day, the day spoken of last, or none."""

import pytest

from kg.extract.time.date_reader import spoken_before
from kg.extract.time.dates import find_dates


def bounds(text, written="2020-05-06", anchor=None, is_near=True):
    return [(t.start, t.end) for _, _, t in find_dates(text, 0, len(text), written, anchor, is_near)]


@pytest.mark.parametrize(
    "words", ["3月5日", "17日", "昨天", "本月", "春节当天", "去年", "当天", "日前", "上周五", "5月", "次日"]
)
def test_without_the_article_s_day_such_words_have_none(words):
    assert bounds(words, "") == [(None, None)]


@pytest.mark.parametrize("words", ["一季度", "今年9月", "同年9月", "当时"])
def test_and_these_say_nothing(words):
    assert bounds(words, "") == []


def test_a_stated_year_needs_no_article():
    assert bounds("2019年3月5日", "") == [("2019-03-05", "2019-03-05")]
    assert bounds("民国12年3月5日", "") == [("1923-03-05", "1923-03-05")]


@pytest.mark.parametrize(
    ("words", "anchor", "expected"),
    [
        ("当时", "2003", "2003"),
        ("当时", "2003-05", "2003-05"),
        ("当时", "2003-05-06", "2003-05-06"),
        ("当时", "2020-05-06", None),
        ("当时", None, None),
        ("同年9月", "2003-05", "2003-09"),
        ("次年9月", "2003", "2004-09"),
        ("翌年", "2003", "2004"),
        ("当月", "2003-05-01", "2003-05"),
        ("当月5日", "2003-05-01", "2003-05-05"),
        ("同月5日", "2003-05-02", "2003-05-05"),
        ("次月", "2003-12-01", "2004-01"),
        ("次月5日", "2003-12-01", "2004-01-05"),
        ("同日", "2003-05-01", "2003-05-01"),
        ("当年9月", "2003-05", None),
        ("8日", "2003-05-01", "2003-05-08"),
    ],
)
def test_words_that_go_back_to_what_was_spoken_of(words, anchor, expected):
    assert bounds(words, anchor=anchor) == ([(expected, expected)] if expected else [])


@pytest.mark.parametrize("words", ["32日", "神舟十六号", "周三（8日）上午的32日", "2019年13月"])
def test_no_day_of_any_calendar(words):
    assert not [b for b in bounds(words) if b[0] and len(b[0]) == 10]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2003年他入学。\n同年毕业", ["2003", "2003"]),
        ("2003年他入学。同年5月毕业，次年工作", ["2003", "2003-05", "2004"]),
        ("5月3日开工。\n当天下雨", ["2020-05-03", "2020-05-03"]),
        ("去年开工，同年5月完工", ["2019", "2019-05"]),
        ("昨天火灾发生。\n当天，警方赶到", ["2020-05-05"] * 2),
        ("前天火灾发生，当天扑灭", ["2020-05-04"] * 2),
        ("今天开会，当天结束", ["2020-05-06"] * 2),
        ("明天开会，当天结束", ["2020-05-07"] * 2),
        ("大前天开工，次日完工", ["2020-05-03", "2020-05-04"]),
        ("昨天火灾。\n\n当日无伤亡", ["2020-05-05"] * 2),
        ("去年12月开工，次月停工", ["2019-12", "2020-01"]),
        ("上月开工，当月停工", ["2020-04", None]),
        ("今年3月开工。\n比上月多", ["2020-03", "2020-02"]),
        ("周一开会，当天结束", ["2020-05-04"] * 2),
        ("3日开会。当天下雨。4日放晴。当天", ["2020-05-03", "2020-05-03", "2020-05-04", "2020-05-04"]),
    ],
)
def test_one_after_the_other(text, expected):
    assert [start for start, _ in bounds(text)] == expected


@pytest.mark.parametrize(
    ("text", "wanted", "named", "expected"),
    [
        ("5月3日开会，", "day", False, "2020-05-03"),
        ("5月3日开会，5月4日结束，", "day", False, "2020-05-04"),
        ("昨天开会，", "day", False, "2020-05-05"),
        ("昨天开会，", "day", True, None),
        ("今天开会，", "day", True, None),
        ("前天开会，", "day", True, None),
        ("5月3日开会，前天结束，", "day", True, "2020-05-03"),
        ("明天开会，", "day", False, None),
        ("去年开会，", "day", False, None),
        ("去年开会，", "year", False, "2019"),
        ("去年3月开会，", "month", False, "2019-03"),
        ("去年3月至5月开会，", "month", False, "2019-05"),
        ("5月3日，当天，次日，上月，", "day", False, "2020-05-03"),
        ("日前，", "day", False, None),
        ("天气很好，", "day", False, None),
    ],
)
def test_what_was_spoken_of_last(text, wanted, named, expected):
    assert spoken_before(text, len(text), "2020-05-06", wanted, named=named) == expected
    assert spoken_before(text, len(text), "2020-05-06", wanted, len(text), named) is None
