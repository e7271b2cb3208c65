"""Words of a happening that tell of none: habits, references, nouns, and what others do; and whose an assembly is."""

import pytest

from kg.extract.events.events import find_events
from tests.extract.marked import reading
from tests.extract.reading_of import reading_of


def kinds(marked):
    return sorted(e.type for e in find_events(reading(marked)))


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("省长【林书远】多次到基层调研。", id="often"),
        pytest.param("省长【林书远】先后三次会见【马里诺】。", id="three times"),
        pytest.param("省长【林书远】每次考察都走进农户家中。", id="every time"),
        pytest.param("省长【林书远】经过大量调查研究，提出办法。", id="much of it"),
        pytest.param("省长【林书远】在全面深入调研基础上提出办法。", id="on the ground of it"),
        pytest.param("校长【林书远】记得，两年前总书记来学校考察。", id="somebody else came"),
        pytest.param("省长【林书远】学习周以宁在西藏考察时的讲话。", id="a speech on a journey"),
    ],
)
def test_what_is_no_happening_of_its_own(marked):
    assert not {"inspection", "talks"} & set(kinds(marked))


def test_one_that_is_counted_is_a_happening():
    assert "inspection" in kinds("省长【林书远】第一次到太原调研。")


def test_a_workman_who_checks_a_thing_inspects_nobody():
    text = "在太原工区，顾家声正检查设备。\n山西省省长林书远5日检查安全生产工作。"
    events = [e for e in find_events(reading_of(text)) if e.type == "inspection"]
    assert [[p.person for p in e.participants] for e in events] == [["林书远"]]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("山西省省长林书远5日参观柳文川总司令和二世长老纪念馆。", id="a memorial of two"),
        pytest.param("山西省省长林书远5日参观柳文川同志办公室。", id="rooms"),
        pytest.param(
            "山西省省长林书远5日来到展厅参观，回顾柳文川同志在这里主持召开的会议。", id="what was held there"
        ),
    ],
)
def test_whose_memory_is_kept_takes_no_part(sentence):
    facts = find_events(reading_of(sentence + "\n省政协主席柳文川生前在这里工作。"))
    assert {p.person for e in facts for p in e.participants} <= {"林书远"}


def test_a_ceremony_by_video_is_no_call_and_a_report_by_video_is_a_talk():
    assert kinds("【林书远】3日同【马里诺】以视频连线方式共同出席通车仪式。") == ["ceremony"]
    assert kinds("【林书远】3日同【马里诺】以视频连线方式举行会谈。") == ["talks"]
    assert kinds("【林书远】3日以视频连线方式听取【周以宁】2019年度的述职报告。") == ["talks"]
    assert kinds("【林书远】3日同【马里诺】视频连线。") == ["call"]


def test_who_comes_to_the_meeting_takes_no_part_in_the_letter():
    events = find_events(reading("【林书远】致信祝贺报社成立八十周年。\n【周以宁】出席大会并讲话。"))
    assert {e.type: [p.person for p in e.participants] for e in events if e.type != "statement"} == {
        "call": ["林书远"],
        "meeting": ["周以宁"],
    }


def test_a_press_centre_holds_what_it_tells_the_press_not_the_assembly():
    assert kinds("［贸易组织］第十五次会议新闻中心12日举行媒体通气会。") == ["activity"]


@pytest.mark.parametrize(
    ("text", "hosts"),
    [
        pytest.param(
            "中国民主建国会第十一届中央委员会第五次全体会议5日在京召开。",
            {"中国民主建国会"},
            id="a party's committee",
        ),
        pytest.param(
            "中国共产党第十八届中央委员会第五次全体会议26日在京召开。",
            {"中国共产党中央委员会"},
            id="the committee",
        ),
        pytest.param("国务院安委办5日召开视频会议。", {"国务院安全生产委员会办公室"}, id="an office"),
        pytest.param(
            "国务院农民工工作领导小组5日在京召开会议。", {"国务院农民工工作领导小组"}, id="a leading group"
        ),
        pytest.param("中共三大会址纪念馆举办主题展览。", set(), id="a house of memory"),
    ],
)
def test_whose_a_meeting_is(text, hosts):
    events = find_events(reading_of(text))
    assert {o.organization for e in events for o in e.organizations} == hosts
