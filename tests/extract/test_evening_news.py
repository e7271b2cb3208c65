"""Happenings as the evening news tell them: letters, signatures, journeys home, whoever came along."""

import pytest

from kg.extract.events.events import find_events
from tests.extract.marked import reading
from tests.extract.reading_of import reading_of


def told(marked: str) -> list[tuple[str, dict[str, str]]]:
    """(type, person → role) of every event of a marked text."""
    return [(e.type, {p.person: p.role for p in e.participants}) for e in find_events(reading(marked))]


def read(text: str) -> list[tuple[str, str | None, str | None, tuple[str, ...], dict[str, str]]]:
    """(type, start, end, places, person → role) of every event of a text."""
    found = find_events(reading_of(text))
    return [(e.type, e.start, e.end, e.places, {p.person: p.role for p in e.participants}) for e in found]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(
            "【省长|林书远】、【市长|周以宁】共同签署了《深化合作框架协议》。",
            [("agreement", {"林书远": "lead", "周以宁": "lead"})],
            id="what is signed says its title",
        ),
        pytest.param(
            "【主席|林书远】同【总理|马里诺】就两国正式签署《自由贸易协定》互致贺信。",
            [("call", {"林书远": "lead", "马里诺": "counterpart"})],
            id="who congratulates on a treaty does not sign it",
        ),
        pytest.param(
            "【总理|林书远】和【总理|马里诺】分别向科技博览会发去贺信。",
            [("call", {"林书远": "lead", "马里诺": "lead"})],
            id="letters sent to a fair",
        ),
        pytest.param(
            "【主席|林书远】22日在白沟大学发表了题为《守望相助，共创未来》的重要演讲。",
            [("statement", {"林书远": "lead"})],
            id="a speech under a title",
        ),
        pytest.param(
            "【副主席|林书远】来到他所在的白沟代表团，同代表们一起审议工作报告。",
            [("meeting", {"林书远": "attend"})],
            id="a report is considered with the deputies",
        ),
        pytest.param(
            "【副主席|林书远】介绍，代表们将一起审议工作报告。",
            [("statement", {"林书远": "lead"})],
            id="the deputies alone consider a report",
        ),
        pytest.param(
            "【主席|林书远】离开北京，前往英国进行国事访问。陪同【主席|林书远】出访的有：【国务委员|周以宁】，【主任|马立新】等。",
            [("trip", {"林书远": "lead", "周以宁": "accompany", "马立新": "accompany"})],
            id="those who travel along are listed behind a colon",
        ),
        pytest.param(
            "【总理|林书远】发去贺信，向获得首枚金牌的运动员表示祝贺。",
            [("call", {"林书远": "lead"})],
            id="a prize that somebody else has won",
        ),
        pytest.param(
            "【马里诺】访华时，受到时任【副主席|林书远】接见。",
            [("talks", {"林书远": "lead", "马里诺": "counterpart"})],
            id="received by",
        ),
        pytest.param(
            "【主席|林书远】参观了生物中心。\n【部长|马里诺】陪同参观。",
            [("activity", {"林书远": "lead", "马里诺": "accompany"})],
            id="who came along on a tour",
        ),
        pytest.param(
            "【内务部长|马里诺】确认有几名士兵受伤。",
            [("statement", {"马里诺": "lead"})],
            id="a verb of speech",
        ),
        pytest.param(
            "发展得到【林书远】的赞扬。", [], id="praise that is received is no speech of the story"
        ),
        pytest.param("草案提交第十次委员长会议决定是否交付会议闭幕会表决。", [], id="a meeting to come"),
    ],
)
def test_told(marked, expected):
    assert told(marked) == expected


def test_a_journey_that_ends_where_it_leaves_for_home():
    found = read("当地时间5日上午，国家主席林书远离开阿斯塔纳启程回国。哈萨克斯坦总理马西莫娃等到机场送行。")
    assert found == [
        ("trip", None, "2020-05-05", ("哈萨克斯坦", "阿斯塔纳"), {"林书远": "lead"}),
        ("activity", "2020-05-05", "2020-05-05", (), {"马西莫娃": "lead", "林书远": "counterpart"}),
    ]


def test_a_matter_of_a_country_is_no_place():
    found = read("5日，俄罗斯总统罗文诺夫会见了博尔敦，双方在美国威胁退出条约问题上分歧依旧。")
    assert [places for kind, _, _, places, _ in found if kind == "talks"] == [()]


def test_the_general_secretary_by_the_title_alone():
    found = read(
        "新春前夕，林书远总书记来到江西考察。在八角楼，总书记和群众围炉而坐。总书记指出，要传承精神。"
    )
    assert ("statement", {"林书远": "lead"}) in [(kind, who) for kind, _, _, _, who in found]


def test_who_explains_a_bill_attends():
    found = read(
        "全国人大常委会第十次会议6日在北京举行。财政部部长林书远作了关于提请审议环境保护税法草案的议案的说明。"
    )
    assert [(kind, who) for kind, _, _, _, who in found] == [("meeting", {"林书远": "attend"})]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param(
            "【主席|林书远】会见前来出席论坛的【总统|马里诺】。",
            ("talks", {"林书远": "lead", "马里诺": "counterpart"}),
            id="会见|前来",
        ),
        pytest.param(
            "【总理|林书远】致电【马里诺】，祝贺他连任总理。",
            ("appointment", {"马里诺": "appointee"}),
            id="congratulated on another term",
        ),
        pytest.param(
            "【部长|林书远】说，不搞“洼地“。\n【部长|周以宁】表示，产量增长。",
            ("statement", {"周以宁": "lead"}),
            id="a quotation closed by the wrong mark",
        ),
    ],
)
def test_told_too(sentence, expected):
    assert expected in told(sentence)


def test_honoured_by_a_list_of_bodies():
    found = find_events(reading_of("院士林书远说，很好。1999年，林书远被中共中央、国务院授予功勋奖章。"))
    award = next(e for e in found if e.type == "award")
    assert [(p.person, p.role) for p in award.participants] == [("林书远", "target")]
    assert {o.role for o in award.organizations} == {"issuer"}


def test_who_comments_on_deaths_is_not_dead():
    found = told("【主席|林书远】就3名公民在劫持事件中遇害作出重要批示。")
    assert found == [("statement", {"林书远": "lead"})]


def test_each_of_those_received_in_turn():
    found = read(
        "林书远6日访问。在会见印尼总统佐科诺时，林书远说，要合作。\n佐科诺说，愿意合作。\n"
        "在会见印尼国会议长诺凡森时，林书远说，应加强合作。"
    )
    met = [who for kind, _, _, _, who in found if kind == "talks"]
    assert met == [
        {"林书远": "lead", "佐科诺": "counterpart"},
        {"林书远": "lead", "诺凡森": "counterpart"},
    ]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(
            "【空军发言人|林书远】5日在回应媒体有关报道接受央视记者采访时表示，组织了训练。",
            [("statement", {"林书远": "lead"})],
            id="said when asked about reports",
        ),
        pytest.param(
            "【主席|林书远】5日发布主席令，要求将名称更改。",
            [("issuance", {"林书远": "lead"})],
            id="a decree of one's own; 名称 says nothing",
        ),
        pytest.param(
            "【林书远】代表【某会】对纪念会的召开表示热烈祝贺。", [], id="a meeting that is congratulated"
        ),
        pytest.param("【林书远】在登记过程当中发现有问题。", [], id="登记|过程"),
    ],
)
def test_told_of_officials(marked, expected):
    assert told(marked) == expected
