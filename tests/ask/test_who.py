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


HUBEI = "中国共产党湖北省委员会"


@pytest.mark.parametrize(
    ("articles", "on", "answer"),
    [
        pytest.param(
            [
                saying("1", "2013-07-12", ("岑望山", SHANXI, "书记")),
                saying("2", "2013-09-25", ("岑望山", SHANXI, "书记")),
                saying("3", "2012-12-06", ("符晓岚", HUBEI, "书记")),
                saying("4", "2015-07-31", ("符晓岚", HUBEI, "书记", "removed"), ("符晓岚", SHANXI, "书记")),
                saying("5", "2016-07-31", ("符晓岚", SHANXI, "书记")),
            ],
            "2015-06-09",
            ["岑望山"],
            id="until the day on which he left the other province he was not here",
        ),
        pytest.param(
            [
                saying(
                    "1", "2016-03-26", ("岑望山", SHANXI, "书记", "removed"), ("符晓岚", SHANXI, "书记")
                ),
                saying("2", "2016-09-26", ("符晓岚", SHANXI, "书记")),
            ],
            "2015-09-21",
            ["岑望山"],
            id="the one whose end alone is known held it before",
        ),
        pytest.param(
            [
                saying("1", "2013-04-28", ("岑望山", SHANXI, "书记")),
                saying("2", "2013-10-22", ("岑望山", SHANXI, "书记")),
                saying("3", "2014-10-29", ("岑望山", "山西文化交流中心", "主任")),
                saying("4", "2014-12-29", ("岑望山", SHANXI, "委员")),
                saying("5", "2016-03-21", ("符晓岚", HUBEI, "书记", "removed")),
                saying("6", "2016-10-26", ("符晓岚", SHANXI, "书记", "appointed")),
                saying("7", "2012-10-26", ("符晓岚", HUBEI, "书记")),
            ],
            "2015-08-25",
            ["岑望山"],
            id="the chair of a centre, named once, ends no other post",
        ),
        pytest.param(
            [saying("1", "2018-10-26", ("符晓岚", SHANXI, "书记")), saying("2", "2019-10-26", ("符晓岚", SHANXI, "书记"))],
            "2015-08-25",
            [],
            id="a first report three years later says nothing",
        ),
    ],
)  # fmt: skip
def test_what_other_posts_and_ends_tell(articles, on, answer):
    assert [a.person for a in holders(graph_of(articles), SHANXI, "书记", on)] == answer
