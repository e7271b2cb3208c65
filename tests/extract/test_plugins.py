"""What a plug-in claims joins what the grammar found, as far as the text proves it."""

import pytest

from kg.extract.plugins import joined, looked_up
from kg.model.article import Meta
from kg.model.facts import ArticleFacts, Event, Evidence, Mention, Participation, Tenure

TEXT = "市长林书远出席会议。林书远讲话。书记周以宁出席。"


def quote(words, start=None):
    at = TEXT.index(words) if start is None else start
    return Evidence(at, at + len(words), words)


def tenure(person, post, *evidence):
    return Tenure(person, post, None, None, None, "explicit", 0.5, "claimed", evidence)


def event(*participants, kind="meeting", evidence=(), day="2019-12-17"):
    return Event(
        kind, kind, "出席", day, day, (), False, participants, (), evidence, part_of=3, statement=evidence
    )


def facts(**found):
    return ArticleFacts(
        "a", Meta(), **({"persons": (), "organizations": (), "tenures": (), "events": ()} | found)
    )


OURS = facts(
    persons=(Mention("林书远", (quote("林书远"),)),),
    tenures=(tenure("林书远", "市长", quote("市长林书远")),),
    events=(event(Participation("林书远", "attend", 1), evidence=(quote("市长林书远出席会议"),)),),
)


@pytest.mark.parametrize(
    ("claim", "found"),
    [
        pytest.param(quote("周以宁"), [quote("周以宁")], id="where it says"),
        pytest.param(quote("周以宁", 3), [quote("周以宁")], id="elsewhere, but only there"),
        pytest.param(quote("出席", 0), [], id="elsewhere, and twice"),
        pytest.param(quote("林书远", 10), [quote("林书远", 10)], id="twice, but where it says"),
        pytest.param(quote("郑可欣", 0), [], id="nowhere"),
        pytest.param(Evidence(0, 1, ""), [], id="nothing"),
    ],
)
def test_quotations_are_looked_up(claim, found):
    assert looked_up([claim], TEXT) == tuple(found)


def test_persons_and_organizations_that_are_new_and_proved():
    claims = facts(
        persons=(
            Mention("林书远", (quote("林书远", 10),)),
            Mention("周以宁", (quote("周以宁"),)),
            Mention("郑可欣", (quote("郑可欣", 0),)),
        ),
        organizations=(Mention("会议", (quote("会议"),)),),
    )
    found = joined(OURS, claims, TEXT)
    assert found.persons == (Mention("周以宁", (quote("周以宁"),)), *OURS.persons)  # sorted by name
    assert found.organizations == claims.organizations
    assert (found.tenures, found.events) == (OURS.tenures, OURS.events)


def test_tenures_that_are_new_and_proved():
    new, lie = tenure("周以宁", "书记", quote("书记周以宁")), tenure("周以宁", "市长", quote("市长周以宁", 0))
    again = tenure("林书远", "市长", quote("林书远", 10))
    assert joined(OURS, facts(tenures=(again, lie, new, new)), TEXT).tenures == (*OURS.tenures, new)


def test_events_that_are_new_and_proved():
    told = joined(
        OURS,
        facts(
            tenures=(
                tenure("周以宁", "市长", quote("市长周以宁", 0)),
                tenure("周以宁", "书记", quote("书记周以宁")),
            ),
            events=(
                event(Participation("林书远", "lead", 1), evidence=(quote("林书远讲话"),)),
                event(Participation("周以宁", "attend", 1, (0, 1)), evidence=(quote("书记周以宁出席"),)),
                event(Participation("郑可欣", "attend", 1), evidence=(quote("郑可欣出席", 0),)),
                event(
                    Participation("林书远", "attend", 1), kind="statement", evidence=(quote("林书远讲话"),)
                ),
            ),
        ),
        TEXT,
    ).events
    assert [(e.type, [p.person for p in e.participants]) for e in told] == [
        ("meeting", ["林书远"]),
        ("meeting", ["周以宁"]),
        ("statement", ["林书远"]),
    ]
    assert told[1].participants[0].capacity == (
        1,
    )  # the claimed tenure that was proved, counted in the joined facts
    assert told[1].part_of is None
    assert told[1].statement == told[1].evidence
