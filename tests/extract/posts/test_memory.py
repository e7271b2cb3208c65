"""What short forms mean by what an article has named so far."""

import pytest

from kg.extract.posts.links import Memory
from kg.extract.scope import PlaceContext


def memory(*named, text="", title="", with_post=()):
    found = Memory(PlaceContext(title, text))
    for body in named:
        found.remember(body)
    for body in with_post:
        found.remember(body, with_post=True)
    return found


def test_the_last_body_of_a_sort():
    known = memory("甲大学", "乙公司", "丙大学")
    assert known.last_body("大学") == "丙大学"
    assert known.last_body("公司", "集团") == "乙公司"
    assert known.last_body("银行") is None
    assert memory("甲大学", with_post=["乙大学"]).last_body("大学") == "乙大学"
    assert memory("甲大学", with_post=["乙公司"]).last_body("大学") == "甲大学"


def test_the_last_body_named_before_a_place():
    known = memory("甲大学")
    known.told_before = lambda position: ("乙大学", "丙公司")
    assert known.last_named(9, "大学") == "乙大学"
    assert known.last_named(9, "公司") == "丙公司"
    assert known.last_named(9, "局") is None


@pytest.mark.parametrize(
    ("named", "village"),
    [
        (["云溪县石桥村党支部", "甲大学"], "云溪县石桥村"),
        (["云溪县石桥村村民委员会"], "云溪县石桥村"),
        (["甲村党支部", "乙村党总支"], "乙村"),
        (["甲大学"], ""),
        (["甲村小学"], ""),
    ],
)
def test_the_village_of_the_story(named, village):
    assert memory(*named).village() == village


def test_the_head_office():
    assert memory("甲社总社办公室").head_office("总社") == "甲社总社"
    assert memory("总社办公室").head_office("总社") is None
    assert memory("甲社总社", with_post=["乙社总社办公室"]).head_office("总社") == "乙社总社"


def test_our_school_stays_the_same_and_that_school_does_not():
    known = memory("甲大学", "乙医院")
    assert known.unit("校", ours=True) == "甲大学"
    assert known.unit("院", ours=False) == "乙医院"
    assert known.unit("馆", ours=False) is None
    known.remember("丙中学")
    assert known.unit("校", ours=True) == "甲大学"
    assert known.unit("校", ours=False) == "丙中学"


def test_a_committee_of_the_congress_where_that_is_named():
    assert memory(text="全国人大开会").committee("财政经济委员会") == "全国人民代表大会财政经济委员会"
    assert memory(text="山西开会").committee("财政经济委员会") is None


def test_the_company_of_the_story():
    assert memory("甲公司", "乙大学").company() == "甲公司"
    assert memory("乙大学").company() is None


@pytest.mark.parametrize(("length", "country"), [(58, "法国"), (59, "")])
def test_a_country_is_near_in_the_same_passage(length, country):
    text = "法国" + "，" * length
    assert memory(text=text).country_near(len(text)) == country
