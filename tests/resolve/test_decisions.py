"""People's decisions win."""

from __future__ import annotations

import pytest

from kg.model.entities import Decision
from kg.model.settings import Settings
from kg.resolve import resolve
from tests.resolve.saying import meeting, saying

POLICE, SCHOOL = "太原市公安局", "太原市第一中学"
ARTICLES = [
    saying("1", "2015-01-05", ("王伟", POLICE, "民警")),
    saying("2", "2015-06-05", ("王伟", SCHOOL, "教师")),
    saying("3", "2015-01-05", ("岑望山", "中国共产党山西省委员会", "书记")),
    saying(
        "4", "2015-01-05", ("岑望山", "中国共产党山西省委员会", "书记"), ("岑望山", "山西省人民政府", "省长")
    ),
]


def people(result, name):
    return [p for p in result.persons.values() if p.name == name]


def test_without_decisions():
    assert (len(people(resolve(ARTICLES), "王伟")), len(people(resolve(ARTICLES), "岑望山"))) == (2, 1)


@pytest.mark.parametrize(
    "decision",
    [
        pytest.param(Decision("same", f"王伟#{POLICE}/民警", f"王伟#{SCHOOL}/教师"), id="by post"),
        pytest.param(Decision("same", "王伟", "王伟"), id="all of a name"),
    ],
)
def test_same(decision):
    assert len(people(resolve(ARTICLES, [decision]), "王伟")) == 1


def test_same_by_ids():
    one, other = (p.id for p in people(resolve(ARTICLES), "王伟"))
    assert len(people(resolve(ARTICLES, [Decision("same", one, other)]), "王伟")) == 1


def test_different():
    decision = Decision("different", "岑望山#中国共产党山西省委员会/书记", "岑望山#山西省人民政府/省长")
    result = resolve(ARTICLES, [decision])
    assert len(people(result, "岑望山")) == 2
    ids = result.ids_of(ARTICLES[3])
    holders = [ids.holder(n, tenure.person) for n, tenure in enumerate(ARTICLES[3].tenures)]
    assert [result.tenures[own].person for own in ids.tenures] == holders
    assert set(holders) == {person.id for person in people(result, "岑望山")}


def test_the_later_of_two_judgements_holds():
    pair = f"王伟#{POLICE}/民警", f"王伟#{SCHOOL}/教师"
    one, two = Decision("same", *pair), Decision("different", *pair)
    assert len(people(resolve(ARTICLES, [one, two]), "王伟")) == 2
    assert len(people(resolve(ARTICLES, [two, one]), "王伟")) == 1


def test_a_meaning_that_no_article_asks_for_is_told():
    unheard = Decision("means", "省总", "山西省总工会", article="no such article")
    assert resolve(ARTICLES, [unheard]).unmatched == (unheard,)


def test_forget_leaves_no_trace():
    result = resolve(ARTICLES, [Decision("forget", f"王伟#{POLICE}/民警")])
    assert len(people(result, "王伟")) == 1
    ids = result.ids_of(ARTICLES[0])
    assert "王伟" not in ids.persons
    assert ids.tenures == ("",)
    assert not [t for t in result.tenures.values() if t.post == "民警"]


def test_forget_a_body():
    result = resolve(ARTICLES, [Decision("forget", SCHOOL)])
    assert SCHOOL not in {o.name for o in result.organizations.values()}
    assert result.ids_of(ARTICLES[1]).tenures == ("",)


def test_two_names_of_one_person():
    articles = [*ARTICLES, saying("5", "2016-01-05", ("岑老山", POLICE, "顾问"))]
    result = resolve(articles, [Decision("same", "岑望山", "岑老山")])
    (person,) = people(result, "岑望山")
    assert person.names == ("岑老山",)
    assert result.ids_of(articles[-1]).persons == {"岑老山": person.id}


def test_a_decision_about_nothing_is_reported():
    decision = Decision("same", "无此人", "王伟")
    assert resolve(ARTICLES, [decision]).unmatched == (decision,)


def test_public_only_leaves_out_whom_leaders_only_visit():
    visit = meeting("2015-01-05", "岑望山")
    from dataclasses import replace

    from kg.model.facts import Participation

    visit = replace(visit, participants=(*visit.participants, Participation("翟一鸣", "counterpart", 2)))
    article = saying("1", "2015-01-05", ("岑望山", "山西省人民政府", "省长"), also=["翟一鸣"], events=[visit])
    assert people(resolve([article]), "翟一鸣")
    result = resolve([article], (), Settings(public_only=True))
    assert not people(result, "翟一鸣")
    assert "翟一鸣" not in result.ids_of(article).persons
    assert people(result, "岑望山")
