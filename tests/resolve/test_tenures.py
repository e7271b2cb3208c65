"""Who held which post from when to when."""

from __future__ import annotations

import pytest

from kg.resolve import resolve
from kg.resolve.seats import Word, succession
from tests.resolve.saying import saying

SHANXI = "中国共产党山西省委员会"


def spells(result, post="书记"):
    """(person, first, last, from, until, status) of a post's tenures in time."""
    rows = [
        (
            result.persons[t.person].name,
            t.first_attested,
            t.last_attested,
            t.valid_from,
            t.valid_until,
            t.status,
        )
        for t in result.tenures.values()
        if t.post == post
    ]
    return sorted(rows, key=lambda r: (r[1] or r[4], r[0]))


@pytest.mark.parametrize(
    ("articles", "expected"),
    [
        pytest.param(
            [
                saying("1", "2015-01-05", ("岑望山", SHANXI, "书记")),
                saying("2", "2016-01-05", ("岑望山", SHANXI, "书记")),
            ],
            [("岑望山", "2015-01-05", "2016-01-05", "", "", "")],
            id="attested is not valid",
        ),
        pytest.param(
            [
                saying("1", "2015-01-05", ("岑望山", SHANXI, "书记")),
                saying("2", "2019-01-05", ("岑望山", SHANXI, "书记", "former")),
            ],
            [("岑望山", "2015-01-05", "2015-01-05", "", "", "former")],
            id="a former post is not attested",
        ),
        pytest.param(
            [
                saying("1", "2015-01-05", ("岑望山", SHANXI, "书记", "appointed", "2015-01-04")),
                saying("2", "2016-01-05", ("岑望山", SHANXI, "书记", "removed", "2016-01-03")),
            ],
            [("岑望山", "2015-01-05", "2015-01-05", "2015-01-04", "2016-01-03", "removed")],
            id="stated days of appointment and removal bound the term",
        ),
        pytest.param(
            [
                saying("1", "2015-01-05", ("岑望山", SHANXI, "书记")),
                saying("2", "2016-01-05", ("岑望山", SHANXI, "书记", "removed")),
            ],
            [("岑望山", "2015-01-05", "2015-01-05", "", "2016-01-05", "removed")],
            id="a removal without a day had happened by the day of the report",
        ),
        pytest.param(
            [
                saying(str(n), f"20{n}-01-05", ("符晓岚" if 13 <= n <= 15 else "岑望山", SHANXI, "书记"))
                for n in range(10, 19)
            ],
            [
                ("岑望山", "2010-01-05", "2012-01-05", "", "", ""),
                ("符晓岚", "2013-01-05", "2015-01-05", "", "", ""),
                ("岑望山", "2016-01-05", "2018-01-05", "", "", ""),
            ],
            id="two spells with another holder between",
        ),
        pytest.param(
            [
                saying(str(n), f"2015-0{n}-05", ("符晓岚" if n == 5 else "岑望山", SHANXI, "书记"))
                for n in range(1, 10)
            ],
            [
                ("岑望山", "2015-01-05", "2015-09-05", "", "", ""),
                ("符晓岚", "2015-05-05", "2015-05-05", "", "", ""),
            ],
            id="one stray report does not break a term",
        ),
    ],
)
def test_terms(articles, expected):
    assert spells(resolve(articles)) == expected


def test_a_stray_report_is_a_conflict_with_both_sides():
    articles = [
        saying(str(n), f"2015-0{n}-05", ("符晓岚" if n == 5 else "岑望山", SHANXI, "书记"))
        for n in range(1, 10)
    ]
    result = resolve(articles)
    (conflict,) = result.conflicts
    assert {result.persons[result.tenures[t].person].name for t in conflict.tenures} == {"岑望山", "符晓岚"}
    assert conflict.day == "2015-05-05"


def test_posts_that_many_hold_know_no_conflict():
    articles = [
        saying(str(n), f"2015-0{n}-05", ("符晓岚" if n % 2 else "岑望山", SHANXI, "常委"))
        for n in range(1, 9)
    ]
    assert resolve(articles).conflicts == ()


def test_concurrent_posts_do_not_retire_one_another():
    articles = [
        saying(
            "1", "2015-01-05", ("岑望山", SHANXI, "书记"), ("岑望山", "山西省人民代表大会常务委员会", "主任")
        ),
        saying("2", "2016-01-05", ("岑望山", SHANXI, "书记")),
        saying("3", "2017-01-05", ("岑望山", "山西省人民代表大会常务委员会", "主任")),
    ]
    result = resolve(articles)
    assert len(result.tenures) == 2
    assert {t.last_attested for t in result.tenures.values()} == {"2016-01-05", "2017-01-05"}


def test_each_report_is_of_the_spell_of_its_day():
    articles = [
        saying(str(n), f"20{n}-01-05", ("符晓岚" if 13 <= n <= 15 else "岑望山", SHANXI, "书记"))
        for n in range(10, 19)
    ]
    result = resolve(articles)
    for article in articles:
        tenure = result.tenures[result.ids_of(article).tenures[0]]
        assert tenure.first_attested <= article.meta.date <= tenure.last_attested


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("aaaa", ["a"], id="one holder"),
        pytest.param("aaabbb", ["a", "b"], id="a change"),
        pytest.param("aaabaaa", ["a"], id="a stray word"),
        pytest.param("aaabcccc", ["a", "b", "c"], id="a short term between two holders"),
        pytest.param("aaaabbbbaaaa", ["a", "b", "a"], id="a return"),
        pytest.param("", [], id="nobody"),
    ],
)
def test_succession(words, expected):
    said = [Word(day * 30, holder, 1.0) for day, holder in enumerate(words, 1)]
    assert [holder for _, _, holder in succession(said)] == expected
