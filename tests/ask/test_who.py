"""Who held a post on a day, on what grounds."""

from __future__ import annotations

import pytest

from kg.ask.who import holders
from tests.ask.conftest import graph_of
from tests.resolve.saying import saying

SHANXI = "中国共产党山西省委员会"


@pytest.mark.parametrize(
    ("body", "post", "on", "answer"),
    [
        pytest.param(SHANXI, "书记", "2015-01-10", [("岑望山", "attested")], id="a report of that day"),
        pytest.param(
            "山西省委",
            "书记",
            "2015-03-01",
            [("岑望山", "between")],
            id="a short form; reports before and after",
        ),
        pytest.param("中共山西省委", "书记", "2015-03-01", [("岑望山", "between")], id="another form"),
        pytest.param(SHANXI, "书记", "2016-05-01", [("岑望山", "between")], id="not removed yet"),
        pytest.param(SHANXI, "书记", "2016-07-15", [("符晓岚", "stated")], id="the successor was appointed"),
        pytest.param(SHANXI, "书记", "2017-02-01", [("符晓岚", "stated")], id="a stray report is no rival"),
        pytest.param(SHANXI, "书记", "2019-01-01", [("符晓岚", "likely")], id="the last one known"),
        pytest.param("山西省人民政府", "省长", "2016-01-01", [("翟一鸣", "between")], id="no decision known"),
        pytest.param("山西省政府", "省长", "2018-02-10", [("温北辰", "between")], id="the next one"),
        pytest.param(
            "山西省总工会",
            "副主席",
            "2015-01-10",
            [("晏清和", "attested"), ("苗南乔", "attested")],
            id="a post of many",
        ),
        pytest.param("山西省总工会", "主席", "2015-01-10", [], id="nobody known"),
        pytest.param("无此机构", "主席", "2015-01-10", [], id="no such body"),
    ],
)
def test_on_a_day(graph, body, post, on, answer):
    assert sorted((a.person, a.grounds) for a in holders(graph, body, post, on)) == sorted(answer)


def test_every_holder_the_latest_first(graph):
    people = [a.person for a in holders(graph, SHANXI, "书记")]
    assert people[0] == "符晓岚"
    assert set(people) == {"岑望山", "符晓岚", "简若谷"}


def test_answers_quote_their_source(graph):
    (answer,) = holders(graph, SHANXI, "书记", "2015-03-01")
    assert answer.evidence[0]["quote"] == f"{SHANXI}书记岑望山"
    assert {e["article"] for e in answer.evidence} <= {"a1", "a2", "a3"}
    assert (answer.first_attested, answer.last_attested) == ("2015-01-10", "2016-03-05")
    assert answer.organization == SHANXI


def test_really_divided_reports_are_both_told():
    day = "2015-05-01"
    articles = [
        saying(f"{who}{n}", f"2015-{n:02}-01", (who, SHANXI, "书记"))
        for n in range(1, 10)
        for who in ("岑望山", "符晓岚")
    ]
    found = holders(graph_of(articles), SHANXI, "书记", day)
    assert {a.person for a in found} == {"岑望山", "符晓岚"}


def test_another_seat_bounds_a_term():
    """The successor still held another province's seat on that day: so the old holder was there."""
    articles = [
        saying("1", "2015-01-10", ("岑望山", SHANXI, "书记")),
        saying("2", "2015-02-10", ("岑望山", SHANXI, "书记")),
        saying(
            "3",
            "2016-10-01",
            ("符晓岚", "中国共产党湖北省委员会", "书记"),
            ("符晓岚", SHANXI, "委员", "former"),
        ),
        saying("4", "2017-01-10", ("符晓岚", SHANXI, "书记")),
        saying(
            "5",
            "2017-02-10",
            ("符晓岚", SHANXI, "书记"),
            ("符晓岚", "中国共产党湖北省委员会", "书记", "former"),
        ),
    ]
    (answer,) = holders(graph_of(articles), SHANXI, "书记", "2016-09-15")
    assert answer.person == "岑望山"
