"""Bodies that became other bodies: either name asks for the one of the day."""

from __future__ import annotations

import pytest

from kg.ask.organization import dossiers
from kg.ask.renamings import what_became_of
from kg.ask.who import holders
from tests.ask.conftest import graph_of
from tests.resolve.saying import saying

OLD, NEW = "国家卫生和计划生育委员会", "国家卫生健康委员会"
BANKS, MONEY = "中国银行保险监督管理委员会", "国家金融监督管理总局"
SERVICE, STAFF = "国家公务员局", "中国共产党中央委员会组织部"


@pytest.fixture(scope="module")
def graph():
    return graph_of(
        [
            saying("1", "2015-01-05", ("岑望山", OLD, "主任"), ("简若谷", STAFF, "部长"), ("温北辰", SERVICE, "局长")),
            saying("2", "2018-01-05", ("岑望山", OLD, "主任"), ("简若谷", STAFF, "部长")),
            saying("3", "2018-04-05", ("符晓岚", NEW, "主任")),
            saying("4", "2021-04-05", ("符晓岚", NEW, "主任"), ("翟一鸣", BANKS, "主席")),
            saying("5", "2023-06-05", ("苗南乔", MONEY, "局长")),
            saying("6", "2024-06-05", ("苗南乔", MONEY, "局长")),
        ]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("body", "post", "on", "person", "where"),
    [
        pytest.param(OLD, "主任", "2020-01-01", "符晓岚", NEW, id="the old name, the new body"),
        pytest.param("卫健委", "主任", "2016-01-01", "岑望山", OLD, id="a short form of the new name, the old body"),
        pytest.param(NEW, "主任", "2020-01-01", "符晓岚", NEW, id="nothing to follow"),
        pytest.param(BANKS, "主席", "2023-12-01", "苗南乔", MONEY, id="the head is called otherwise"),
        pytest.param(STAFF, "部长", "2016-01-01", "简若谷", STAFF, id="a body that took another in was there before"),
    ],
)  # fmt: skip
def test_either_name_asks_for_the_body_of_the_day(graph, body, post, on, person, where):
    (answer,) = holders(graph, body, post, on)
    assert (answer.person, answer.organization) == (person, where)
    assert bool(answer.note) is (body not in {STAFF, NEW})


def test_what_became_of_a_body(graph):
    assert what_became_of(graph, OLD, "2020-01-01") == f"{OLD} became {NEW} on 2018-03-17"
    assert what_became_of(graph, OLD, "2016-01-01") == ""


def test_a_dossier_of_the_day(graph):
    (dossier,) = dossiers(graph, OLD, "2020-01-01")
    assert (dossier["organization"], dossier["came_from"]) == (NEW, [OLD])
    assert dossier["note"] == dossier["changes"][0] == f"{OLD} became {NEW} on 2018-03-17"
    assert dossiers(graph, OLD)[0]["became"] == [NEW]
