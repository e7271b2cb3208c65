"""What ends as an organisation does but is none: a clause, a kind of bodies, the beginning of another word."""

import pytest

from tests.extract.reading_of import bodies_of, tenures_of


@pytest.mark.parametrize(
    "sentence",
    [
        "会议审议了关于在南京设立金融法院的决定草案。",
        "范县成立农民专业合作社，村民都来了。",
        "法国抗议德国关闭航空公司办事处。",
        "安徽面向大学推出一系列举措。",
        "日本白沟重工承认子公司多年造假。",
        "各地已建成一批煤矿，新增电力供应。",
    ],
)
def test_clause_is_no_body(sentence: str) -> None:
    assert bodies_of(sentence) == []


def test_body_behind_a_verb_stays() -> None:
    assert bodies_of("许大力是从白沟农村考入空军工程大学的学员。") == ["空军工程大学"]
    assert bodies_of("学生占领美国驻法国大使馆。") == ["美国驻法国大使馆"]


@pytest.mark.parametrize(
    "sentence",
    [
        "世界大学生运动会今天在成都开幕。",
        "香港中学生参加了知识竞赛。",
        "西安市中小学恢复上课。",
        "活动在南京江宁大学城启动。",
        "许大力的南京高中学籍已经建好。",
        "武汉警方通报一起特大电信诈骗案。",
        "西藏电力供应已恢复正常。",
        "会议听取了各民主党派的意见。",
        "四川国际航空枢纽今天启用。",
    ],
)
def test_word_that_goes_on(sentence: str) -> None:
    assert [body for body in bodies_of(sentence) if body != "武汉警方"] == []


def test_inner_part_has_no_verb() -> None:
    assert bodies_of("许大力从北京大学预科班考入白沟医学院。")[0] == "北京大学"
    assert bodies_of("公安部与当地部门保持密切联系。") == ["公安部"]


def test_founding_of_a_leading_group_is_not_its_name() -> None:
    assert bodies_of("中央成立粮食安全工作领导小组。") == []


def test_biology_at_a_university_is_no_student() -> None:
    assert bodies_of("北京大学生命科学学院今天开学。") == ["北京大学生命科学学院"]


@pytest.mark.parametrize(
    "sentence",
    [
        "两家法国公司宣布停产。",
        "西安市小学新生增加了两千名。",
        "伦敦一炼油厂起火。",
        "建设世界一流大学是我们的目标。",
        "英国第二大航空公司取消了航班。",
        "国家级智能工厂有三家。",
        "一群农村大学毕业生回到家乡。",
        "城市商业银行的准备金率下调。",
        "也门反政府武装发布消息。",
        "浙江法院判处被告人徒刑。",
    ],
)
def test_kind_of_bodies(sentence: str) -> None:
    assert bodies_of(sentence) == []


def test_name_behind_its_description() -> None:
    assert bodies_of("美国汽车制造商白沟汽车公司宣布召回。") == ["白沟汽车公司"]
    assert bodies_of("中国企业联合会今天开会。") == ["中国企业联合会"]
    assert bodies_of("第二届中央音乐学院钢琴节开幕。") == ["中央音乐学院"]
    assert bodies_of("各地加紧建设野战医院。") == []


def test_one_begins_some_names() -> None:
    assert bodies_of("南京一诺电子公司今天开业。") == ["南京一诺电子公司"]


def test_two_fields_of_one_body() -> None:
    sentence = "扬州市文化广电和旅游局副局长徐大贵说，挪威能源与矿业部部长奥拉夫森来访。"
    assert [(t[0], t[2]) for t in tenures_of(sentence)] == [
        ("徐大贵", "扬州市文化广电和旅游局"),
        ("奥拉夫森", "挪威能源与矿业部"),
    ]


def test_names_of_leading_groups() -> None:
    sentence = "国务院副总理、碳达峰碳中和工作领导小组组长徐大贵，中央“学习新法律、守好新规矩”主题教育领导小组副组长潘大力出席。"
    assert {t[2] for t in tenures_of(sentence)} == {
        "国务院",
        "碳达峰碳中和工作领导小组",
        "中央“学习新法律、守好新规矩”主题教育领导小组",
    }


def test_place_in_brackets_inside_a_name() -> None:
    assert bodies_of("展览在中国（海南）南海博物馆开幕。") == ["中国（海南）南海博物馆"]


def test_two_states_in_a_name() -> None:
    assert tenures_of("徐大贵会见美中白沟基金会主席格林。") == [("格林", "主席", "美中白沟基金会", None)]


def test_people_listed_before_their_company_are_no_bodies() -> None:
    sentence = "丁大力、刘小华、杨大贵等中方陪同人员，越共中央政治局委员、祖国阵线主席阮文山参加会谈。"
    assert bodies_of(sentence) == ["祖国阵线", "越南共产党中央政治局"]
    assert [t[:2] for t in tenures_of(sentence)] == [("阮文山", "委员"), ("阮文山", "主席")]


def test_new_term_of_a_body_is_the_body() -> None:
    assert bodies_of("中国书法家协会新一届理事会今天开会。") == ["中国书法家协会理事会"]


def test_graduate_gives_no_university_a_name() -> None:
    assert bodies_of("81岁的许大力回到家乡。当年，许大力大学毕业后来到敦煌。") == []


def test_chief_of_a_body_told_with_its_kind() -> None:
    sentence = (
        "欧洲飞机制造业巨头白沟航空公司高级副总裁格林表示，美国智库白沟和平基金会副会长怀特也表示担忧。"
    )
    assert [t[:3] for t in tenures_of(sentence)] == [
        ("格林", "高级副总裁", "白沟航空公司"),
        ("怀特", "副会长", "白沟和平基金会"),
    ]


def test_nations_of_one_kingdom_have_bodies_of_their_own() -> None:
    assert bodies_of("英格兰银行宣布降息。") == ["英格兰银行"]


def test_office_in_macao_under_two_forms() -> None:
    assert bodies_of("许大力来到中央政府驻澳门联络办公室。") == ["中央人民政府驻澳门特别行政区联络办公室"]


def test_school_that_belongs_to_a_school() -> None:
    assert bodies_of("徐大贵来到澳门濠江中学附属英才学校。") == ["澳门濠江中学附属英才学校"]
