"""Bare surnames, credits and things: what stands where a name would, and is none."""

import pytest

from tests.extract.reading_of import people_of

HERE = "香港立法会议员到场。香港市民关注。"  # tells that the news is Hong Kong's


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("现时邓先生已经重回工作。", [], id="the end of a word before a surname"),
        pytest.param("学生家长林女士表示，学校未曾通知。", [], id="a word before a surname"),
        pytest.param("王林先生表示反对。", ["王林"], id="a whole name"),
        pytest.param("潘母昨晚向传媒提供照片，潘母续指要求赔偿。", [], id="somebody's mother"),
        pytest.param("谢其后表示，李同样认为不妥。", [], id="an adverb behind a surname"),
        pytest.param("局长都无法回答，法官宣布押后裁决。", [], id="what posts are told to do"),
        pytest.param("多名市民到场。周满文摄\n警方到场。", [], id="who took the picture"),
        pytest.param(
            "总统是1868年的雷文约翰森（Raven Johnsen）。",
            ["雷文约翰森"],
            id="的 before a foreigner's name",
        ),
        pytest.param(
            "他任国际整流器公司（International Rectifier）经理。", [], id="a firm with its Latin name"
        ),
        pytest.param("巴西总统博尔索纳奇本月7日到访。", ["博尔索纳奇"], id="a time behind a name"),
    ],
)
def test_what_is_no_name(text, expected):
    assert people_of(HERE + text) == expected
