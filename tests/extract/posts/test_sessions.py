"""Members of the conference named with what they say, envoys behind who sends them, and whose a bare ministry is."""

import pytest

from tests.extract.reading_of import bodies_of, people_of, tenures_of

CONFERENCE = "中国人民政治协商会议全国委员会"


def test_members_who_speak():
    text = "全国政协今天举行会议。龙新明常委提出，要办好教育；印红英常委代表九三学社中央发言建议，进一步改革；多位委员建议加强合作。"
    assert tenures_of(text) == [("龙新明", "常委", CONFERENCE, None), ("印红英", "常委", CONFERENCE, None)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "葡萄牙总理科斯坦特别代表、外交部长席尔文前来迎接。",
            [
                ("科斯坦", "总理", "葡萄牙", None), ("席尔文", "特别代表", "葡萄牙", None),
                ("席尔文", "部长", "葡萄牙外交部", None),
            ],
            id="an envoy and minister",
        ),
        pytest.param(
            "美国司法部副部长罗森坦宣布调查俄罗斯公司。他向司法部长塞申恩报告。",
            [("罗森坦", "副部长", "美国司法部", None), ("塞申恩", "部长", "美国司法部", None)],
            id="the ministry that the article spells out",
        ),
        pytest.param(
            "马来西亚国会下议院议长佐哈利到访，下议院议长佐哈利致辞。",
            [("佐哈利", "议长", "马来西亚国会下议院", None)],
            id="the chamber named in full",
        ),
        pytest.param(
            "韩国最大在野党——未来统合党党首黄教明到场。",
            [("黄教明", "党首", "未来统合党", None)],
            id="verbs in a party's name",
        ),
    ],
)  # fmt: skip
def test_whose_post(sentence, expected):
    assert tenures_of(sentence) == expected


def test_who_makes_others_act():
    assert people_of("行动由美国总统拜腾恩授意。") == ["拜腾恩"]


@pytest.mark.parametrize(
    ("sentence", "bodies"),
    [
        ("今天出版的人民日报发表评论员文章。", ["人民日报"]),
        ("据人民日报报道，人民日报记者来了。", []),
        ("上海、江苏、浙江三地人大常委会通过决定。", []),
        ("二十国集团财长和央行行长开会。", ["二十国集团"]),
        ("由高水平师范大学组团帮扶。", []),
    ],
)
def test_bodies(sentence, bodies):
    assert bodies_of(sentence) == bodies


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "老挝党中央政治局委员、副总理宋赛参加会见。",
            [("宋赛", "委员", "老挝人民革命党中央政治局", None), ("宋赛", "副总理", "老挝", None)],
        ),
        ("欧盟能源委员约根森今天表示欢迎。", [("约根森", "能源委员", "欧盟委员会", None)]),
        (
            "联合国难民事务高级专员公署驻黎巴嫩代表比林森表示欢迎。",
            [("比林森", "驻黎巴嫩代表", "联合国难民事务高级专员公署", None)],
        ),
        (
            "应乌兹别克斯坦最高会议参议院主席纳尔巴娃和立法院议长伊斯莫洛夫邀请。",
            [
                ("纳尔巴娃", "主席", "乌兹别克斯坦最高会议参议院", None),
                ("伊斯莫洛夫", "议长", "乌兹别克斯坦立法院", None),
            ],
        ),
        (
            "牙买加工党领袖、政府副总理兼国家安全部长霍勒斯·张表示欢迎。",
            [
                ("霍勒斯·张", "领袖", "牙买加工党", None), ("霍勒斯·张", "副总理", "牙买加", None),
                ("霍勒斯·张", "部长", "牙买加国家安全部", None),
            ],
        ),
    ],
)  # fmt: skip
def test_states_abroad(sentence, expected):
    assert tenures_of(sentence) == expected


def test_president_whose_greetings_are_brought_is_not_the_hosts():
    text = "国家主席习明远的特使赵明际访问乌兹别克斯坦，会见总统米尔济耶夫。赵明际向米尔济耶夫转达了习明远主席的问候。"
    assert ("习明远", "主席", "乌兹别克斯坦", None) not in tenures_of(text)


def test_hospital_of_the_army_in_a_city():
    assert bodies_of("解放军南京总医院经过多年探索。") == ["中国人民解放军南京总医院"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("总参谋长房明际会见客人。", [("房明际", "总参谋长", "中国人民解放军总参谋部", None)]),
        ("以色列军方表示，以军总参谋长哈莱文今天宣布。", []),
        ("总理埃马努埃尔·瓦尔松表示欢迎。", []),
    ],
)
def test_bare_posts_of_foreigners_are_not_ours(text, expected):
    assert tenures_of(text) == expected
