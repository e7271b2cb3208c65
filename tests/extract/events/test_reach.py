"""How far apart words may stand that belong together: the last distance that still does, and the first that does not."""

import pytest

from kg.extract.events.events import find_events
from tests.extract.marked import reading

FILLER = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥" * 3


def parts(marked):
    return [(e.type, p.person, p.role) for e in find_events(reading(marked)) for p in e.participants]


@pytest.mark.parametrize(("length", "found"), [(30, True), (31, False)])
def test_who_resigns_stands_near(length, found):
    assert (("removal", "林书远", "target") in parts(f"【林书远】{FILLER[:length]}辞职。")) is found


@pytest.mark.parametrize(("length", "found"), [(12, True), (13, False)])
def test_who_appoints_stands_nearer(length, found):
    told = parts(f"【林书远】{FILLER[:length]}任命【周以宁】为市长。")
    assert ("appointment", "周以宁", "appointee") in told
    assert (("appointment", "林书远", "lead") in told) is found


@pytest.mark.parametrize(("length", "found"), [(24, True), (25, False)])
def test_whoever_is_honoured_stands_near_behind(length, found):
    assert (
        ("award", "周以宁", "target") in parts(f"【林书远】授予{FILLER[:length]}【周以宁】称号。")
    ) is found


@pytest.mark.parametrize(("length", "found"), [(24, True), (25, False)])
def test_what_is_held_stands_near_its_verb(length, found):
    events = find_events(reading(f"［太原大学］座谈会{FILLER[:length]}召开。"))
    assert [e.type for e in events] == (["meeting"] if found else [])
