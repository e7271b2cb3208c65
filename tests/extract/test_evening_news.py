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
        pytest.param(
            "刚果（金）总统卡班达近日拜年。",
            ("卡班达", "总统", "刚果（金）", None),
            id="brackets in a country's name",
        ),
        pytest.param(
            "马里总统塞努、约旦国王哈森二世致电祝贺。",
            ("哈森二世", "国王", "约旦", None),
            id="a country that the dictionary takes for an adverb",
        ),
        pytest.param(
            "美国国防部长奥斯汀21日称，愿意对话。",
            ("奥斯汀", "部长", "美国国防部", None),
            id="a city's name behind a foreign post",
        ),
        pytest.param(
            "萨摩亚国家元首图马莱阿利法诺祝愿中国繁荣昌盛。",
            ("图马莱阿利法诺", "国家元首", "萨摩亚", None),
            id="a head of state without a title of his own",
        ),
        pytest.param(
            "省中医院急诊科护士长叶文欣不幸感染。广东省中医院护士长叶文欣说，不怕。",
            ("叶文欣", "护士长", "广东省中医院", None),
            id="a head nurse",
        ),
        pytest.param(
            "江西省高级人民法院二级高级法官周国运说，要公正。",
            ("周国运", "二级高级法官", "江西省高级人民法院", None),
            id="a grade before a post",
        ),
        pytest.param(
            "周明远主席与阿纳斯塔夏季斯总统会晤。当天，塞浦路斯总统阿纳斯塔夏季斯回国。",
            ("阿纳斯塔夏季斯", "总统", "塞浦路斯", None),
            id="a long name with a word in it",
        ),
    ],
)
def test_posts(sentence: str, expected: tuple[str, str, str, str | None]) -> None:
    assert expected in tenures_of(sentence)


def test_an_academician_is_somebody() -> None:
    assert people_of("奖章获得者周南山院士是研究领域的领军人物。周南山辗转三地。") == ["周南山"]


def test_a_name_among_names() -> None:
    assert "钱易" in people_of("座谈会上，李晓虹、钱易、侯立平、曲久明等专家作了发言。")


def test_what_begins_with_a_state_is_a_title() -> None:
    assert people_of("委员长周明远22日会见阿联酋阿布扎比王储穆尔德。") == ["周明远", "穆尔德"]


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


def test_a_ministry_by_one_character_of_its_country() -> None:
    assert bodies_of("乌克兰总统雷文斯基称，乌国防部已开始会议。") == ["乌克兰国防部"]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("海口71家应急酒店提供优惠。", id="counted"),
        pytest.param("美国在乌克兰生物实验室开展研究。", id="a kind of works"),
        pytest.param("有关法律维护香港特别行政区的安全。", id="a region"),
    ],
)
def test_no_body(sentence: str) -> None:
    assert bodies_of(sentence) == []


def test_who_gives_a_ceremony_and_who_comes() -> None:
    events = find_events(reading_of("国家主席周明远出席缅甸总统温敏恩举行的欢迎仪式后，前往酒店。"))
    parts = {p.person: p.role for e in events if e.type == "ceremony" for p in e.participants}
    assert parts == {"周明远": "attend", "温敏恩": "lead"}


def test_a_closing_sentence_that_holds_something_of_its_own() -> None:
    text = "省长周明远17日与外长马里诺举行会谈。\n会谈前，周明远为马里诺举行欢迎仪式，副省长林书远等出席。"
    assert "ceremony" in {e.type for e in find_events(reading_of(text))}


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
