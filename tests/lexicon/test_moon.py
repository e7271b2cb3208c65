"""The moon's calendar: every year begins where the one before ends, and known days fall where almanacs have them."""

from datetime import date, timedelta

import pytest

from kg.lexicon.moon import moon_day, moon_years


def test_every_year_follows_on_the_one_before():
    known = moon_years()
    assert sorted(known) == list(range(1900, 2101))
    for year in range(1900, 2100):
        assert known[year].first + timedelta(sum(known[year].lengths)) == known[year + 1].first
        assert len(known[year].lengths) == 12 + bool(known[year].leap)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param((1949, 8, 8, False), date(1949, 9, 29), id="before a leap month was due"),
        pytest.param((2020, 4, 1, True), date(2020, 5, 23), id="the leap month itself"),
        pytest.param((2020, 5, 5, False), date(2020, 6, 25), id="behind a leap month"),
        pytest.param((2024, 1, 0, False), date(2024, 2, 9), id="the eve"),
        pytest.param(
            (2033, 11, 1, True), date(2033, 12, 22), id="the leap month that many tables have wrong"
        ),
        pytest.param((2024, 4, 1, True), None, id="no leap month that year"),
        pytest.param((2024, 1, 30, False), None, id="a month too short"),
        pytest.param((2024, 13, 1, False), None, id="no such month"),
        pytest.param((1899, 1, 1, False), None, id="a year not known"),
    ],
)
def test_a_day_of_the_moon(day, expected):
    assert moon_day(*day) == expected
