"""What the evening news taught: whole facts of one invented sentence each."""

import pytest

from kg.extract.events.events import find_events
from tests.extract.reading_of import bodies_of, people_of, reading_of, tenures_of


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "中央宣讲团成员、原国家统计局局长周大明作报告。",
            ("周大明", "成员", "中央宣讲团", None),
            id="a former post behind another one",
        ),
        pytest.param(
            "俄罗斯常驻联合国代表雷文斯基17日表示，要对话。",
            ("雷文斯基", "常驻联合国代表", "俄罗斯", None),
            id="an envoy to a union of states belongs to who sent him",
        ),
        pytest.param(
            "国家主席周明远致电卡里娅·雷文，祝贺她就任坦桑尼亚联合共和国总统。",
            ("卡里娅·雷文", "总统", "坦桑尼亚", "appointed"),
            id="a country under its full name",
        ),
        pytest.param(
            "叙利亚外长助理艾森·雷文13日表示，愿意对话。",
            ("艾森·雷文", "外长助理", "叙利亚", None),
            id="a minister's deputy by his short title",
        ),
        pytest.param(
            "中共中央总书记、国家主席周明远出席。雷文说，周明远总书记、国家主席同我会谈。",
            ("周明远", "主席", "中华人民共和国", None),
            id="two posts behind a name",
        ),
    ],
)
def test_posts(sentence: str, expected: tuple[str, str, str, str | None]) -> None:
    assert expected in tenures_of(sentence)


def test_an_academician_is_somebody() -> None:
    assert people_of("奖章获得者周南山院士是研究领域的领军人物。周南山辗转三地。") == ["周南山"]


def test_a_town_among_towns_is_nobody() -> None:
    assert people_of("救援力量分别前往龙泉镇、王平镇、妙峰山镇等地开展清淤。") == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "国务院食安办联合教育部印发通知。", "国务院食品安全委员会办公室", id="an office in short"
        ),
        pytest.param("哈马斯发言人28日表示，谈判仍在进行。", "哈马斯", id="a movement"),
        pytest.param("日本财务省日前公布的数据显示，债务上升。", "日本财务省", id="a ministry of Japan"),
    ],
)
def test_bodies(sentence: str, expected: str) -> None:
    assert expected in bodies_of(sentence)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        pytest.param(
            "国家主席周明远9日就地震造成不幸向英国首相马里诺致慰问电。", "call", id="不幸 denies nothing"
        ),
        pytest.param("省长周明远今天表示欢迎中央公布规划。", "statement", id="what is welcomed is said"),
    ],
)
def test_events(sentence: str, kind: str) -> None:
    assert kind in [event.type for event in find_events(reading_of(sentence))]
