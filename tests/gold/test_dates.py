"""The dates that are asked for: every answer is of a form that a reading can give."""

import re
from collections import Counter

import pytest

from benchmarks.dates import Asked, answer, gold, value, verdict
from kg.extract.time.dates import TimeRange

QUESTIONS = gold()
ISO = re.compile(r"none|\d{4}(-\d\d){0,2}(/\d{4}(-\d\d){0,2})?")


def test_two_hundred_expressions_most_of_them_as_they_come():
    assert Counter(q.draw for q in QUESTIONS) == {"natural": 120, "rare": 80}


@pytest.mark.parametrize("asked", QUESTIONS, ids=lambda q: f"{q.article}-{q.start}")
def test_the_answers_are_iso_dates_and_the_place_fits_the_words(asked: Asked):
    assert all(ISO.fullmatch(answer) for answer in asked.expected)
    assert asked.end - asked.start == len(asked.words)


@pytest.mark.parametrize(
    ("said", "judged"),
    [
        ("2017-01/2017-06", "right"),
        ("2017", "coarse"),
        ("2017-01", "wrong"),
        ("2016", "wrong"),
        ("none", "missed"),
    ],
)
def test_a_coarser_answer_is_neither_right_nor_wrong(said: str, judged: str):
    assert verdict(Asked("a", 0, 3, "上半年", ("2017-01/2017-06",), "rare"), said) == judged


def test_the_longest_overlap_answers():
    asked = Asked("a", 10, 18, "今年1至8月份", ("2023-01/2023-08",), "rare")
    assert (
        answer(asked, [(10, 12, "2023"), (12, 18, "2023-01/2023-08"), (30, 32, "2022")]) == "2023-01/2023-08"
    )
    assert answer(asked, [(30, 32, "2022")]) == "none"


def test_an_open_span_is_its_first_day():
    assert value(TimeRange("2024-12-01", None, "day")) == "2024-12-01"
    assert value(TimeRange(None, None, "", "日前")) == "none"
