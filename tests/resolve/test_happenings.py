"""The same happening in several reports is one event."""

from __future__ import annotations

import pytest

from kg.resolve import resolve
from tests.resolve.saying import meeting, saying


def events_of(*told):
    articles = [
        saying(str(n), day, also=sorted({p.person for p in event.participants}), events=[event])
        for n, (day, event) in enumerate(told)
    ]
    result = resolve(articles)
    return [result.ids_of(a).events[0] for a in articles], result


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param(meeting("2015-01-05", "岑望山", "符晓岚"), meeting("2015-01-05", "岑望山", "符晓岚"), True, id="told alike"),
        pytest.param(meeting("2015-01-05", "岑望山", "符晓岚", "翟一鸣"), meeting("2015-01-05", "岑望山", "符晓岚"), True, id="a shorter list"),
        pytest.param(meeting("2015-01-05", "岑望山", "符晓岚"), meeting("2015-01-06", "岑望山", "符晓岚"), False, id="another day"),
        pytest.param(meeting("2015-01-05", "岑望山", "符晓岚"), meeting("2015-01-05", "翟一鸣", "简北辰"), False, id="other people"),
        pytest.param(
            meeting("2015-01-05", "岑望山", "符晓岚", places=("太原市",)),
            meeting("2015-01-05", "岑望山", "符晓岚", places=("大同市",)),
            False,
            id="another place",
        ),
        pytest.param(
            meeting("2015-01-05", "岑望山", type_="statement"), meeting("2015-01-05", "岑望山", type_="statement"), False,
            id="one speaks more than once a day",
        ),
    ],
)  # fmt: skip
def test_same_event(one, other, same):
    (first, second), result = events_of(("2015-01-06", one), ("2015-01-06", other))
    assert (first == second) is same
    assert {first, second} == set(result.events)


def test_the_fuller_report_gives_the_event_its_places():
    _, result = events_of(
        ("2015-01-06", meeting("2015-01-05", "岑望山", "符晓岚")),
        ("2015-01-07", meeting("2015-01-05", "岑望山", "符晓岚", places=("太原市",))),
    )
    (event,) = result.events.values()
    assert event.places == ("太原市",)


def test_a_reprint_names_its_original():
    said = [("岑望山", f"山西省第{n}建筑公司", "董事长") for n in range(8)]
    first, later = saying("b", "2015-01-05", *said), saying("a", "2015-01-06", *said)
    result = resolve([later, first])
    assert (result.ids_of(first).reprint_of, result.ids_of(later).reprint_of) == ("", "b")
