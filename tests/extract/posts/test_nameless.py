"""Posts held in what has no name of its own, in a session, and in a field that belongs to the post."""

import pytest

from tests.extract.reading_of import bodies_of, tenures_of


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("中学教师曹柏明跑了过来。", [("曹柏明", "教师", None, None)]),
        ("施工队队长范永明介绍了情况。", []),
        ("俄罗斯人权事务代表莫斯卡利娃说。", [("莫斯卡利娃", "人权事务代表", "俄罗斯", None)]),
        ("卡塔尔能源事务国务大臣萨阿德说。", [("萨阿德", "能源事务国务大臣", "卡塔尔", None)]),
        ("法国巴黎检察官莫兰德表示。", [("莫兰德", "检察官", "法国巴黎", None)]),
        (
            "中国共产党第二十次全国代表大会开幕。会议由大会秘书长王明宁主持。",
            [("王明宁", "秘书长", "中国共产党第二十次全国代表大会", None)],
        ),
        (
            "十四届全国人大二次会议今天开幕。大会执行主席王明东主持。",
            [("王明东", "执行主席", "全国人民代表大会", None)],
        ),
        ("运动会今天开幕，大会秘书长周明远致辞。", []),
    ],
)
def test_posts(sentence, expected):
    assert tenures_of(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "bodies"),
    [
        ("施工队队长范永明介绍了情况。", []),
        ("法国巴黎检察官莫兰德表示。", []),
        ("经表决免去周晓明最高人民法院副院长职务。", ["最高人民法院"]),
        ("她先学会了养蜂，后来集中学习，又参加了上海党组织。", []),
        ("内蒙古电力集团今天开会，瑞士银行集团发表声明。", ["内蒙古电力集团", "瑞士银行集团"]),
        ("努力办好每一所学校。", []),
    ],
)
def test_bodies(sentence, bodies):
    assert bodies_of(sentence) == bodies
