"""When somebody was charged: not on the day of the deed, nor of the next hearing; and what gives nobody a post."""

import pytest

from kg.extract.events.events import find_events
from tests.extract.marked import reading


def told(marked, kind):
    return [e for e in find_events(reading(marked)) if e.type == kind]


@pytest.mark.parametrize(
    ("marked", "start"),
    [
        pytest.param(
            "被告【张卓明】被控于2019年7月28日展示煽动刊物。", None, id="the deed, behind the charge"
        ),
        pytest.param(
            "【岑敖明】因2014年占领行动违反禁令，被控藐视法庭。", None, id="why somebody is charged"
        ),
        pytest.param("【陈家明】被判囚，还押至2019年11月11日。", None, id="the next hearing"),
        pytest.param("【陈家明】2019年4月18日被捕。", "2019-04-18", id="the day of the arrest"),
    ],
)
def test_when_somebody_is_charged(marked, start):
    assert [e.start for e in told(marked, "sanction")] == [start]


def test_nobody_is_punished_by_being_asked_to_be():
    assert told("议员【容海文】要求特首问责。", "sanction") == []
    assert told("【容海文】被问责。", "sanction")


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("【姚松明】在2018年的立法会九龙西补选中落败。", id="an election is no post"),
        pytest.param("【曾荫明】做特首时，出任律政司司长的人到场。", id="the time of another's post"),
        pytest.param("【王家明】将会出任控方证人。", id="a witness holds none"),
    ],
)
def test_what_gives_nobody_a_post(marked):
    assert told(marked, "appointment") == []


def test_no_body_decides_a_death():
    [death] = told("10月16日，掌舵［哈马斯］仅2个多月的【辛瓦克】，在交火中身亡。", "death")
    assert death.organizations == ()


def test_since_when_somebody_is_in_office_dates_nothing():
    [statement] = told(
        "这是【科雷夫】去年12月9日上任以来首次访问，【科雷夫】在声明中称，要展示威慑。", "statement"
    )
    assert statement.start is None
