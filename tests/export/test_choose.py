"""What is drawn of a graph."""

from __future__ import annotations

import pytest

from kg.export.rows import EntityRow, EventRow, ParticipationRow, Tables, TenureRow
from kg.export.view.choose import SMALL, Ties, choose, within
from kg.export.view.picture import draw
from kg.export.view.told import tell
from tests.export.invented import invented, iri


def rows(*kinds):
    return {key: EntityRow(key, kind, key) for key, kind in kinds}


def meeting(number, *people, day="2019-03-01"):
    event = EventRow(f"e{number}", "meeting", f"e{number}", day, day)
    return event, [
        ParticipationRow(f"x{number}{p}", event.id, p, "attend", n) for n, p in enumerate(people, 1)
    ]


def graph(*events, tenures=()):
    people = {p.participant for _, parts in events for p in parts} | {t.person for t in tenures}
    bodies = {t.organization for t in tenures}
    return Tables(
        rows(*((p, "person") for p in sorted(people)), *((b, "organization") for b in sorted(bodies))),
        {t.id: t for t in tenures},
        {e.id: e for e, _ in events},
        {p.id: p for _, parts in events for p in parts},
    )


def test_a_small_graph_is_drawn_whole():
    tables = invented(10)
    ties = Ties(tables)
    picture = draw(ties, choose(ties, 800))
    tied = {end for node in ties.of for end in (node, *ties.of[node])}
    assert set(picture.nodes) == tied


@pytest.mark.parametrize("limit", [30, 100, 400])
def test_no_more_than_the_limit_and_some_of_each_kind(limit):
    ties = Ties(invented(300))
    picture = draw(ties, choose(ties, limit))
    assert len(picture.nodes) <= limit
    assert {ties.kind(n) for n in picture.nodes} == {"person", "organization", "event", "place"}


def test_every_node_drawn_has_a_tie():
    ties = Ties(invented(300))
    picture = draw(ties, choose(ties, 200))
    assert {i for b in picture.bundles for i in (b.a, b.b)} == set(range(len(picture.nodes)))


def test_around_a_focus_nearer_ones_come_first():
    tables = graph(meeting(1, "a", "b"), meeting(2, "b", "c"), meeting(3, "c", "d"))
    near = choose(Ties(tables), 50, ("a",), hops=2).drawn
    assert set(near) == {"a", "b", "e1"}
    assert set(choose(Ties(tables), 50, ("a",), hops=4).drawn) == {"a", "b", "c", "e1", "e2"}


def test_parallel_ties_are_one_bundle_with_a_count():
    tenures = [TenureRow(f"t{n}", "a", "o", post) for n, post in enumerate(("主席", "副主席", "委员"))]
    ties = Ties(graph(tenures=tenures))
    picture = draw(ties, choose(ties, 50))
    assert [(b.kind, b.count) for b in picture.bundles] == [("tenure", 3)]


def test_people_are_tied_by_events_that_are_not_drawn():
    tables = graph(*(meeting(n, "a", "b") for n in range(4)))
    ties = Ties(tables)
    picture = draw(ties, choose(ties, 3, ("a", "b"), hops=1))
    together = [b for b in picture.bundles if b.kind == "together"]
    assert [b.count for b in together] == [3]  # the fourth event is drawn as a node


def test_a_crowd_ties_nobody():
    tables = graph(meeting(1, *(f"p{n:03d}" for n in range(80))))
    ties = Ties(tables)
    picture = draw(ties, choose(ties, 2, ("p000", "p001"), hops=1))
    assert not [b for b in picture.bundles if b.kind == "together"]


def test_small_parts_go_when_there_is_a_large_one():
    large = [meeting(n, f"a{n}", f"a{n + 1}") for n in range(40)]
    small = [meeting(100 + n, f"z{n}x", f"z{n}y") for n in range(40)]
    ties = Ties(graph(*large, *small))
    drawn = choose(ties, 60).drawn
    assert not [n for n in drawn if n.startswith("z")]
    assert SMALL > 3


@pytest.mark.parametrize(
    ("start", "end", "kept"),
    [
        ("", "", 3),
        ("2019", "", 2),
        ("2019-06", "", 1),
        ("", "2018", 1),
        ("2018-12-31", "2019-03", 1),
        ("2020", "", 0),
    ],
)
def test_within(start, end, kept):
    tables = graph(
        meeting(1, "a", day="2018-05-01"), meeting(2, "a", day="2019-03-31"), meeting(3, "a", day="2019-07")
    )
    assert len(within(tables, start, end).events) == kept


def test_what_is_told_covers_what_is_drawn():
    ties = Ties(invented(200))
    picture = draw(ties, choose(ties, 150))
    told = tell(ties, picture)
    assert {n for n in picture.nodes if n in ties.tables.events} <= set(told.events)
    behind = [b for b in picture.bundles if b.kind == "together"]
    assert all(set(told.events) & set(b.events) for b in behind)
    assert len(told.events) <= 3 * len(picture.nodes)


def test_namesakes_stay_apart():
    tables = invented(8)
    assert len(choose(Ties(tables), 50, (iri("p-00000"), iri("p-00001")), hops=1).focus) == 2
