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
