"""What companies announce: who comes, who goes, and which company 公司 is."""

import pytest

from kg.extract.organizations.issuer import issuer_of
from tests.extract.reading_of import bodies_of, tenures_of


@pytest.mark.parametrize(
    ("title", "sentence", "expected"),
    [
        pytest.param(
            "",
            "东海水泥（600000）晚间公告，聘任庄华文为公司总经理。郑建山不再担任公司总经理职务。",
            [("庄华文", "总经理", "东海水泥", "appointed"), ("郑建山", "总经理", "东海水泥", "removed")],
            id="named to a post between 聘任 and 为; the company with its code",
        ),
        pytest.param(
            "东海股份：副总裁辞职",
            "公司董事会近日收到副总裁李静文女士的辞呈。",
            [("李静文", "副总裁", "东海股份", "removed")],
            id="the company of the headline",
        ),
        pytest.param(
            "",
            "东海水泥（600000）公布，陈修文已辞任公司的公司秘书职位，楚宇山获委任为首席财务官。",
            [
                ("陈修文", "公司秘书", "东海水泥", "removed"),
                ("楚宇山", "首席财务官", "东海水泥", "appointed"),
            ],
            id="who 获委任",
        ),
        pytest.param(
            "",
            "东海水泥（600000）公告，同意任命伏军山担任公司第三届董事会提名委员会主席。",
            [("伏军山", "主席", "东海水泥董事会提名委员会", "appointed")],
            id="an organ of the company",
        ),
        pytest.param(
            "",
            "好乐多原计划上线，好乐多CEO李树文证实，托管公司高科奶业的董事长文迪山离开。",
            [("李树文", "CEO", "好乐多", None), ("文迪山", "董事长", "高科奶业", None)],
            id="firms under their brands",
        ),
        pytest.param(
            "",
            "马会对外事务高级经理陈裕文在香港说，香港不同。北京大学政治学者蔡子文不同意。",
            [("陈裕文", "对外事务高级经理", "香港赛马会", None), ("蔡子文", "学者", "北京大学", None)],
            id="a field belongs to the post",
        ),
    ],
)
def test_announcements(title, sentence, expected):
    assert tenures_of(sentence, title) == expected


def test_a_short_name_in_brackets_means_the_body_before_it():
    text = "中国软饮料协会（下称“中软协”）开会。中软协会长王力山出席。"
    assert ("王力山", "会长", "中国软饮料协会", None) in tenures_of(text)
    assert bodies_of(text) == ["中国软饮料协会"]


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        pytest.param("马立山：我很痛苦", "", "", id="a person speaks"),
        pytest.param("东海股份：副总裁辞职", "", "东海股份", id="the headline"),
        pytest.param("", "10月16日，东海基金发布高管变更公告，李某离任。", "东海基金", id="who announces"),
        pytest.param("", "东海木业股份有限公司（以下简称“公司”）公告", "东海木业股份有限公司", id="defined"),
        pytest.param("", "外交部发布公告，提醒公民。", "", id="a ministry is none"),
    ],
)
def test_issuer(title, text, expected):
    assert issuer_of(title, text) == expected


def test_a_name_between_the_verb_and_the_body_that_it_leaves():
    sentence = "市局决定，免去周明远太原市公安局副局长职务，免去林立山晋中市财政局党组成员、纪检组长职务。"
    assert [(t[0], t[1], t[2]) for t in tenures_of(sentence)] == [
        ("周明远", "副局长", "太原市公安局"),
        ("林立山", "成员", "晋中市财政局党组"),
        ("林立山", "组长", "晋中市财政局纪检组"),
    ]
