"""When two sentences tell of one happening, and what it is after both."""

import pytest

from kg.extract.events.drafts import Draft, merge, same_happening
from kg.extract.reading import NameMention
from kg.extract.time.dates import TimeRange


def day(first, last=None):
    return TimeRange(first, last or first, "day")


def draft(kind, trigger="会见", when=None, places=None, noun="", bodies=None, **roles):
    """A happening with its people by role, a character each."""
    found = Draft(kind, trigger, [], "test", when, places, noun=noun, bodies=bodies or {})
    for role, people in roles.items():
        for name in people:
            found.put(NameMention(0, 1, name, 0, 1), role)
    return found


A, B = draft("talks", lead="甲", counterpart="乙"), draft("talks", lead="乙", counterpart="甲")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param(A, draft("talks", lead="甲", counterpart="乙"), True, id="talks with the same"),
        pytest.param(A, B, True, id="told from the other side"),
        pytest.param(A, draft("talks", lead="甲", counterpart="丙"), False, id="with another"),
        pytest.param(A, draft("talks", lead="丙", counterpart="乙"), False, id="of another"),
        pytest.param(A, draft("talks", lead="乙", counterpart="丙"), False, id="half from the other side"),
        pytest.param(A, draft("talks", lead="甲"), True, id="with nobody named"),
        pytest.param(A, draft("talks", lead="丙"), False, id="with nobody named, by another"),
        pytest.param(A, draft("trip", lead="甲"), False, id="another kind"),
        pytest.param(
            draft("death", target="甲"), draft("death", target="甲"), True, id="one dies once"
        ),
        pytest.param(draft("death", target="甲"), draft("death", target="乙"), False, id="two die each"),
        pytest.param(
            draft("appointment", appointee="甲"), draft("appointment", appointee="甲", lead="乙"), True, id="named once"
        ),
        pytest.param(
            draft("award", target="甲", lead="乙"), draft("award", lead="乙", target="丙"), False, id="two prizes"
        ),
        pytest.param(
            draft("trip", lead="甲", places=("罗马",)), draft("trip", lead="甲", places=("意大利",)), True,
            id="a city and its country",
        ),
        pytest.param(
            draft("trip", lead="甲", places=("罗马",)), draft("trip", lead="甲", places=("法国",)), False,
            id="another country",
        ),
        pytest.param(draft("trip", lead="甲", places=("罗马",)), draft("trip", lead="甲"), True, id="no place said"),
        pytest.param(draft("trip", lead="甲"), draft("trip", accompany="乙"), True, id="who only came along"),
        pytest.param(draft("trip", lead="甲"), draft("trip", lead="丙", accompany="乙"), False, id="with another"),
        pytest.param(
            draft("issuance", bodies={"甲部": "issuer"}), draft("issuance", bodies={"甲部": "issuer"}), True,
            id="one paper of a body",
        ),
        pytest.param(
            draft("issuance", bodies={"甲部": "issuer"}), draft("issuance", bodies={"乙部": "issuer"}), False,
            id="papers of two",
        ),
        pytest.param(
            draft("issuance", lead="甲", bodies={"甲部": "issuer"}),
            draft("issuance", lead="乙", bodies={"甲部": "issuer"}),
            False,
            id="papers of two people of a body",
        ),
        pytest.param(
            draft("issuance", lead="甲", bodies={"甲部": "issuer"}), draft("issuance", bodies={"乙部": "issuer"}), False,
            id="papers of two bodies, of one of them a person too",
        ),
        pytest.param(draft("statement", lead="甲"), draft("statement", lead="甲"), True, id="one speaks once"),
        pytest.param(draft("statement", lead="甲"), draft("statement", lead="乙"), False, id="two speak each"),
        pytest.param(
            draft("activity", "迎接", lead="甲"), draft("activity", "迎接", lead="乙"), True, id="all greet at once"
        ),
        pytest.param(
            draft("activity", "参观", lead="甲"), draft("activity", "观看", lead="甲"), False, id="two deeds"
        ),
        pytest.param(
            draft("activity", "参观", lead="甲"), draft("activity", "参观", lead="甲"), True, id="a deed again"
        ),
        pytest.param(
            draft("meeting", noun="粮食安全会议", lead="甲"), draft("meeting", noun="会议", lead="乙"), True,
            id="会议 is the one told of before",
        ),
        pytest.param(
            draft("meeting", noun="粮食安全会议", lead="甲"), draft("meeting", noun="数字经济论坛", lead="乙"), False,
            id="meetings of two names",
        ),
        pytest.param(
            draft("meeting", noun="粮食安全会议", lead="甲"), draft("meeting", noun="粮食安全会议", lead="乙"), True,
            id="of one name",
        ),
        pytest.param(
            draft("meeting", noun="第三届粮食安全会议", lead="甲"), draft("meeting", noun="粮食安全会议", lead="乙"),
            True,
            id="of the end of one name",
        ),
        pytest.param(
            draft("meeting", noun="粮食安全会", lead="甲"), draft("meeting", noun="安全会", lead="乙"), False,
            id="of too short an end",
        ),
        pytest.param(
            draft("ceremony", noun="首届学员授旗仪式", lead="甲"), draft("ceremony", noun="授旗仪式", lead="乙"), True,
            id="a ceremony by its form",
        ),
        pytest.param(
            draft("meeting", noun="粮食安全会议", lead="甲"), draft("meeting", noun="此次会谈", lead="乙"), True,
            id="this meeting",
        ),
        pytest.param(
            draft("meeting", noun="粮食安全会议", lead="甲"), draft("meeting", lead="甲"), True, id="of the same, unnamed"
        ),
        pytest.param(
            draft("meeting", noun="粮食安全会议", lead="甲"), draft("meeting", lead="乙"), False, id="of another, unnamed"
        ),
    ],
)  # fmt: skip
def test_one_happening_or_two(one, other, same):
    assert same_happening(one, other) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (day("2019-12-17"), day("2019-12-17"), True),
        (day("2019-12-17"), day("2019-12-18"), False),
        (day("2019-12-15", "2019-12-17"), day("2019-12-17"), True),
        (day("2019-12-17"), day("2019-12-15", "2019-12-17"), True),
        (day("2019-12-15", "2019-12-17"), day("2019-12-18", "2019-12-19"), False),
        (TimeRange("2019-12", "2019-12", "month"), day("2019-12-17"), True),
        (TimeRange("2019-12", "2019-12", "month"), day("2019-11-17"), False),
        (TimeRange("2019", "2019", "year"), TimeRange("2019-12", "2019-12", "month"), True),
        (TimeRange("2019-12-17", None, "day"), day("2019-12-17"), True),
        (None, day("2019-12-17"), True),
        (day("2019-12-17"), TimeRange(None, None, "", "日前"), True),
    ],
)
def test_times_that_may_be_one(one, other, same):
    first, second = draft("trip", when=one, lead="甲"), draft("trip", when=other, lead="甲")
    assert same_happening(first, second) is same


@pytest.mark.parametrize(
    ("roles", "stays"),
    [
        (["attend", "lead"], "lead"),
        (["lead", "attend"], "lead"),
        (["attend", "accompany"], "accompany"),
        (["accompany", "attend"], "accompany"),
        (["appointee", "preside"], "preside"),
        (["preside", "lead"], "lead"),
        (["lead", "preside"], "lead"),
        (["counterpart", "lead"], "counterpart"),
        (["target", "lead"], "target"),
        (["attend", "counterpart"], "counterpart"),
        (["accompany", "target"], "target"),
    ],
)
def test_a_leading_part_is_never_lost_to_a_lesser_one(roles, stays):
    found = Draft("meeting", "出席", [], "test")
    for place, role in enumerate(roles):
        found.put(NameMention(place, place + 1, "甲", place, place + 1), role)
    assert found.parts["甲"].role == stays
    assert found.parts["甲"].mention.start == 0  # where he was named first


def test_what_a_happening_is_after_two_sentences():
    into = draft("meeting", noun="", lead="甲", bodies={"甲部": "host"}, places=("太原市",))
    into.evidence, into.said = [(0, 5)], [(1, 2)]
    more = draft("meeting", noun="座谈会", when=day("2019-12-17"), attend="甲乙", bodies={"甲部": "participant", "乙部": "host"}, places=("山西省", "太原市"))  # fmt: skip
    more.evidence, more.said, more.open_list, more.homes = (
        [(0, 5), (5, 9)],
        [(6, 8)],
        True,
        {"乙": ("运城市",)},
    )
    merge(into, more)
    assert {name: part.role for name, part in into.parts.items()} == {"甲": "lead", "乙": "attend"}
    assert into.bodies == {"甲部": "host", "乙部": "host"}
    assert (into.evidence, into.said) == ([(0, 5), (5, 9)], [(1, 2), (6, 8)])
    assert (into.noun, into.when, into.open_list) == ("座谈会", day("2019-12-17"), True)
    assert into.places == ("太原市", "山西省")
    assert into.homes == {"乙": ("运城市",)}


def test_a_day_that_is_known_is_kept():
    into, more = draft("meeting", when=day("2019-12-16")), draft("meeting", when=day("2019-12-17"))
    merge(into, more)
    assert into.when == day("2019-12-16")
