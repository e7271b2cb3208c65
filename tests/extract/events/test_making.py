"""What a finished event is called, quotes and is a part of."""

from kg.extract.events.events import find_events
from kg.extract.events.making import LABELS
from tests.extract.marked import reading
from tests.extract.reading_of import reading_of

TYPES = {
    "inspection", "condolence", "meeting", "talks", "call", "statement", "lecture", "ceremony", "agreement",
    "appointment", "removal", "investigation", "sanction", "trip", "award", "issuance", "death", "activity",
}  # fmt: skip


def test_every_type_has_a_label():
    assert set(LABELS) == TYPES


def test_a_label_names_two_who_lead_at_most():
    [event] = find_events(reading("【林书远】、【周以宁】、【郑可欣】17日考察太原。"))
    assert event.label == "林书远、周以宁调研考察"
    assert [(p.person, p.position) for p in event.participants] == [
        ("林书远", 1),
        ("周以宁", 2),
        ("郑可欣", 3),
    ]
    [talks] = find_events(reading("【林书远】17日会见【马里诺】。"))
    assert talks.label == "林书远会见会谈"


def test_four_sentences_are_quoted_at_most():
    text = "【林书远】17日会见【马里诺】。" + "【林书远】会见【马里诺】。" * 6
    [event] = find_events(reading(text))
    assert len(event.evidence) == 4
    assert event.evidence[0].quote == "林书远17日会见马里诺。"
    assert (event.evidence[1].start, event.evidence[1].end) == (12, 21)


def test_a_part_is_quoted_by_the_name():
    [event] = find_events(reading("【市长|林书远】17日会见【马里诺】。"))
    assert [[q.quote for q in p.evidence] for p in event.participants] == [["林书远"], ["马里诺"]]
    assert [p.capacity for p in event.participants] == [(0,), ()]


def test_a_bare_name_acts_in_the_capacity_it_was_introduced_with():
    events = find_events(reading("【市长|林书远】17日会见【马里诺】。\n18日，【林书远】考察太原。"))
    assert [[p.capacity for p in e.participants if p.person == "林书远"] for e in events] == [[(0,)], [(0,)]]


def test_no_people_and_no_bodies_make_no_event():
    assert find_events(reading("座谈会17日在太原召开。")) == ()
    assert find_events(reading("")) == ()


def test_a_guest_is_where_those_sit_who_came_along():
    text = (
        "杭州市萧山区供销合作社联合社主任周以宁介绍情况。5月5日，中华全国供销合作总社理事会副主任林书远调研农业工作。"
        "区供销联社主任周以宁陪同调研。"
    )
    [tour] = [e for e in find_events(reading_of(text)) if e.type == "inspection"]
    assert tour.places == ("杭州市", "萧山区")
