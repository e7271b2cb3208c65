"""Appointments and removals that only a title tells."""

from dataclasses import replace

import pytest

from kg.extract.events.drafts import Draft
from kg.extract.events.personnel import from_tenures
from kg.model.facts import Tenure
from tests.extract.marked import reading


def told(marked, status, day=None, found=()):
    read = reading(marked)
    [old] = read.tenures
    tenure = Tenure(old.person, old.post, None, status, day, "explicit", 1.0, "test", ())
    return from_tenures(replace(read, tenures=(tenure,)), list(found))


@pytest.mark.parametrize(
    ("status", "kind", "role"),
    [("appointed", "appointment", "appointee"), ("removed", "removal", "target")],
)
def test_a_title_that_tells_it(status, kind, role):
    [draft] = told("天气很好。获委任的【市长|林书远】出席。", status, "2019-12-17")
    assert (draft.type, draft.trigger, draft.rule) == (kind, "市长", "personnel-tenure/1")
    assert {name: part.role for name, part in draft.parts.items()} == {"林书远": role}
    assert draft.evidence == [(5, 17)]
    assert draft.when is not None
    assert (draft.when.start, draft.when.end, draft.when.precision) == ("2019-12-17", "2019-12-17", "day")


@pytest.mark.parametrize("status", [None, "former"])
def test_a_title_that_tells_nothing_new(status):
    assert told("获委任的【市长|林书远】出席。", status) == []


@pytest.mark.parametrize(
    ("day", "precision"),
    [("2019", "year"), ("2019-12", "month"), ("2019-12-17", "day"), (None, None), ("昨天", None)],
)
def test_the_day_is_as_fine_as_it_is_stated(day, precision):
    [draft] = told("获委任的【市长|林书远】出席。", "appointed", day)
    assert (draft.when.precision if draft.when else None) == precision


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("【新任市长|林书远】出席。", id="he is new, which is no news"),
        pytest.param("新任【市长|林书远】出席。", id="in front of the title"),
        pytest.param("新【市长|林书远】出席。", id="by one character"),
        pytest.param("市民要求罢免【市长|林书远】。", id="only wished for"),
    ],
)
def test_what_is_no_appointment(marked):
    assert told(marked, "appointed") == []


def test_what_a_sentence_has_told_is_not_told_again():
    marked = "获委任的【市长|林书远】出席。"
    known = Draft("appointment", "委任", [], "test")
    known.put(reading(marked).people[0], "appointee")
    assert told(marked, "appointed", found=[known]) == []
    assert len(told(marked, "removed", found=[known])) == 1
