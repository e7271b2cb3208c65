"""Lists of two countries' people, vice-ministers, given names that end in 三."""

import pytest

from tests.extract.reading_of import bodies_of, people_of, tenures_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "将同美国国务卿雷文斯及日本外相山田太郎会晤。",
            [("雷文斯", "国务卿", "美国", None), ("山田太郎", "外相", "日本", None)],
            id="及 between two holders",
        ),
        pytest.param(
            "日本官房长官山田太郎9日说不需要。",
            [("山田太郎", "官房长官", "日本内阁", None)],
            id="whose secretary he is",
        ),
        pytest.param(
            "美军参谋长联席会议主席雷文斯基访问日本。",
            [("雷文斯基", "主席", "美军参谋长联席会议", None)],
            id="a post inside a body's name",
        ),
        pytest.param(
            "美国总统雷格罗解除国务卿蒂森斯的职务。雷格罗谈伊朗核协议。雷格罗解除国务卿蒂森斯职务。",
            [("雷格罗", "总统", "美国", None), ("蒂森斯", "国务卿", "美国", "removed")],
            id="a post of one state",
        ),
        pytest.param(
            "美国国防部国民警卫局（National Guard Bureau）局长雷文斯表示已批准。",
            [("雷文斯", "局长", "美国国防部国民警卫局", None)],
            id="a Latin name of a body is nobody's",
        ),
        pytest.param(
            "美国财政部长雷格罗表示，总统要求他和商务部长威尔·蒂森介入。",
            [("雷格罗", "部长", "美国财政部", None), ("威尔·蒂森", "部长", "美国商务部", None)],
            id="a foreigner's ministry is abroad",
        ),
        pytest.param(
            "辽宁大学美国与东亚研究院院长吕小超表示不满。",
            [("吕小超", "院长", "辽宁大学美国与东亚研究院", None)],
            id="an institute of a country and a region",
        ),
        pytest.param(
            "北京昨天下雪。美国纽约疫情严峻，但市长白思林决定照原计划举行。", [], id="a mayor abroad"
        ),
        pytest.param(
            "韩国执政党某民力量党执政。金小铉称李小明是“朝鲜最高领导人的首席发言人”。",
            [],
            id="what somebody is called",
        ),
        pytest.param(
            "被定为韩国驻日大使的前驻印度大使李小揆发表演讲。",
            [("李小揆", "驻印度大使", "韩国", "former")],
            id="an envoy of the country named before",
        ),
        pytest.param(
            "美国副国务卿雷格罗独自一人会见记者。",
            [("雷格罗", "副国务卿", "美国", None)],
            id="what somebody does alone",
        ),
        pytest.param(
            "日本外务省事务次官山田健良再次提出演习。",
            [("山田健良", "事务次官", "日本外务省", None)],
            id="a ministry's vice-minister",
        ),
        pytest.param(
            "韩国外交部第一次官（副部长）崔钟民依旧表示为难。",
            [("崔钟民", "第一次官", "韩国外交部", None)],
            id="what a post means stands in brackets behind it",
        ),
    ],
)
def test_holders(text, expected):
    assert tenures_of(text) == expected


def test_a_given_name_is_not_cut_before_its_last_character():
    assert people_of("首相安倍正三则顺利连任。") == ["安倍正三"]


def test_each_state_has_its_own_office():
    assert bodies_of("北韩外务省礼宾局发来公文。") == ["朝鲜外务省"]
    assert bodies_of("日本外务省发来公文。") == ["日本外务省"]


def test_at_once_is_no_part_of_a_name():
    assert people_of("当时美国总统雷格朗随即表示理解。") == ["雷格朗"]


def test_but_is_no_surname_of_somebody_known():
    assert people_of("美国副总统彭斯7日表示要对话。但彭斯也表示，他要确保。") == ["彭斯"]


def test_a_citizen_is_no_grand_duke():
    assert tenures_of("证实被捕的加拿大公民斯帕文（Michael Spaven），43岁，在中国经营。") == []
