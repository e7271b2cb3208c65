"""Organisations: one body under all its names, another body in every article, parts and renamings."""

from __future__ import annotations

import pytest

from kg.model.entities import Decision
from kg.resolve import resolve
from kg.resolve.affiliation import became, whole_of
from kg.resolve.body_names import is_open, names_none, plain_name
from tests.resolve.saying import saying


@pytest.mark.parametrize(
    ("name", "open_"),
    [
        ("省委", True), ("市总工会", True), ("该公司", True), ("县教育局", True), ("党委", True),
        ("国会", True), ("国民议会", True), ("工党", True), ("过渡政府", True), ("主席团", True), ("日本国会", False), ("致公党", False),
        ("山西省总工会", False), ("中国共产党山西省委员会", False), ("市北高级中学", False), ("国务院", False), ("本田汽车公司", False),
    ],
)  # fmt: skip
def test_names_that_mean_another_body_in_every_article(name, open_):
    assert is_open(name) is open_


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("中华人民共和国外交部", "外交部"), ("中华人民共和国", "中华人民共和国"), ("职工服务(帮扶)中心", "职工服务（帮扶）中心"),
        ("路易•威登集团", "路易·威登集团"), ("青禾集团有限公司", "青禾集团"), ("青禾集团公司", "青禾集团"),
        ("青禾集团股份有限公司", "青禾集团股份有限公司"), ("印尼外交部", "印度尼西亚外交部"), ("中国驻印尼大使馆", "中国驻印度尼西亚大使馆"),
        ("沙特", "沙特阿拉伯"), ("俄国防部", "俄罗斯国防部"), ("美国防部", "美国国防部"), ("法制日报社", "法制日报社"), ("德国议会", "德国议会"),
        ("沙特阿拉伯政府", "沙特阿拉伯政府"), ("蒙古族学校", "蒙古族学校"), ("香港特区政府保安局", "香港特别行政区政府保安局"), ("我国政府", "中国政府"), ("香港保安局", "香港特别行政区政府保安局"), ("香港旅游发展局", "香港旅游发展局"), ("中非发展基金有限公司", "中非发展基金有限公司"),
    ],
)  # fmt: skip
def test_plain_names(printed, plain):
    assert plain_name(printed) == plain


@pytest.mark.parametrize(
    ("name", "none"),
    [
        ("上海三家医院", True), ("200位大学", True), ("一处工厂", True), ("乌克兰一座变电站", True), ("5个政党", True), ("网站", True),
        ("五家渠市人民政府", False), ("武警青禾总队第三支队", False), ("青禾集团第七一九研究所", False), ("三间房乡人民政府", False),
    ],
)  # fmt: skip
def test_what_is_counted_is_no_body(name, none):
    assert names_none(name) is none
    said = saying("1", "2015-01-05", ("岑望山", name, "主任"))
    result = resolve([said])
    assert (not result.organizations) is none
    assert (not result.ids_of(said).organizations) is none
    assert (result.ids_of(said).tenures == ("",)) is none


def test_legal_forms_of_a_group_are_one_body():
    forms = ("青禾集团", "青禾集团有限公司", "青禾集团公司")
    articles = [saying(str(n), "2015-01-05", ("岑望山", form, "总经理")) for n, form in enumerate(forms)]
    (body,) = resolve(articles).organizations.values()
    assert (body.name, body.names) == ("青禾集团", ("青禾集团公司", "青禾集团有限公司"))


def test_an_open_name_is_a_body_of_its_article():
    one, other = (
        saying("1", "2015-01-05", ("岑望山", "省委", "书记")),
        saying("2", "2015-01-05", ("符晓岚", "省委", "书记")),
    )
    result = resolve([one, other])
    assert len(result.organizations) == 2
    assert {o.name for o in result.organizations.values()} == {"省委"}
    assert result.conflicts == ()


@pytest.mark.parametrize(
    ("body", "whole"),
    [
        ("中国共产党中央委员会组织部", "中国共产党中央委员会"),
        ("中国共产党太原市委员会", "中国共产党山西省委员会"),
        ("山西省总工会", "中华全国总工会"),
        ("太原市总工会", "山西省总工会"),
        ("清华大学医学院", "清华大学"),
        ("中国银行保险监督管理委员会", ""),
        ("国务院", ""),
    ],
)
def test_part_and_whole(body, whole):
    known = {
        "中国共产党中央委员会", "中国共产党山西省委员会", "中华全国总工会", "山西省总工会", "清华大学", "中国银行", "国务院",
    }  # fmt: skip
    assert whole_of(body, known) == whole


def test_renamings_are_told_only_between_known_bodies():
    assert became("农业部", {"农业农村部"}) == (("农业农村部", "2018-03-17"),)
    assert became("农业部", set()) == ()


def test_a_short_form_means_what_people_say_it_means():
    said = saying("1", "2015-01-05", ("岑望山", "省总", "主席"))
    other = saying("2", "2015-01-05", ("符晓岚", "省总", "主席"))
    decisions = [
        Decision("means", "省总", "山西省总工会", article="1"),
        Decision("means", "省总", "湖北省总工会"),
    ]
    result = resolve([said, other], decisions)
    names = [
        result.organizations[next(iter(result.ids_of(a).organizations.values()))].name for a in (said, other)
    ]
    assert names == ["山西省总工会", "湖北省总工会"]


def test_a_form_printed_means_what_people_say_though_it_was_expanded_otherwise():
    said = saying("1", "2015-01-05", ("岑望山", "湖北省总工会", "主席"), printed={"湖北省总工会": ("省总",)})
    result = resolve([said], [Decision("means", "省总", "山西省总工会")])
    assert {o.name for o in result.organizations.values()} == {"山西省总工会"}


def test_body_abroad_belongs_to_the_one_country_of_its_article():
    articles = [
        saying("1", "2015-01-05", ("格林", "美国", "总统"), ("怀特", "共和党", "议员")),
        saying(
            "2",
            "2015-02-05",
            ("格林", "美国", "总统"),
            ("霍尔", "美国共和党", "主席"),
            ("伊万", "俄罗斯", "外长"),
        ),
        saying(
            "3",
            "2015-03-05",
            ("帕特尔", "印度", "副总统"),
            ("帕特尔", "联邦院", "议长"),
            ("伊万", "俄罗斯", "外长"),
        ),
    ]
    names = {body.name for body in resolve(articles).organizations.values()}
    assert {"美国共和党", "印度联邦院"} <= names
    assert not {"共和党", "联邦院"} & names


def test_body_abroad_stays_open_where_two_countries_can_have_it():
    articles = [
        saying(
            "1", "2015-01-05", ("格林", "美国", "总统"), ("佐藤", "日本", "首相"), ("怀特", "民主党", "议员")
        )
    ]
    assert "民主党" in {body.name for body in resolve(articles).organizations.values()}


def test_party_of_no_known_country_stays_open():
    articles = [saying("1", "2015-01-05", ("伊万", "俄罗斯", "外长"), ("怀特", "工党", "议员"))]
    assert "工党" in {body.name for body in resolve(articles).organizations.values()}
