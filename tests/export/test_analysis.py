"""Measures on networks that one can count by hand."""

from __future__ import annotations

import subprocess
import sys

import pytest

from kg.export.analysis import (
    brokers,
    changes,
    communities,
    companion_network,
    pagerank,
    shortest_tie,
    span,
    standings,
)
from kg.export.view.choose import MOST_IN_LIST
from tests.export.invented import invented
from tests.export.test_choose import graph, meeting


@pytest.fixture(scope="module")
def two_groups():
    """Two groups of four who meet thrice each, and m, who meets one of each."""
    events = [meeting(n, "a1", "a2", "a3", "a4") for n in range(3)]
    events += [meeting(10 + n, "b1", "b2", "b3", "b4", day="2020-05-01") for n in range(3)]
    events += [meeting(20, "a1", "m"), meeting(21, "m", "b1")]
    return graph(*events)


def test_a_tie_counts_shared_events(two_groups):
    network = companion_network(two_groups)
    assert network["a1"]["a2"]["meetings"] == 3
    assert network["a1"]["a2"]["strength"] == pytest.approx(3 / 3)
    assert network["a1"]["m"]["strength"] == 1
    assert network["a1"]["m"]["events"] == ("e20",)
    assert not network.has_edge("a1", "b1")


def test_a_period_has_its_own_network(two_groups):
    assert not companion_network(two_groups, "2020").has_edge("a1", "a2")
    assert companion_network(two_groups, "2020", "2020-05").has_edge("b1", "b2")


def test_a_crowd_ties_nobody():
    assert (
        companion_network(graph(meeting(1, *(f"p{n}" for n in range(MOST_IN_LIST + 1))))).number_of_edges()
        == 0
    )


def test_groups_are_found(two_groups):
    found = communities(companion_network(two_groups))
    assert {frozenset(m) - {"m"} for m in found if len(m) > 1} == {
        frozenset({"a1", "a2", "a3", "a4"}), frozenset({"b1", "b2", "b3", "b4"}),
    }  # fmt: skip


def test_who_stands_between_is_a_broker(two_groups):
    rows = standings(companion_network(two_groups))
    assert brokers(rows, 3)[0].person in {"m", "a1", "b1"}
    m = next(r for r in rows if r.person == "m")
    assert m.span == 0.5
    assert m.betweenness > next(r for r in rows if r.person == "a2").betweenness
    assert rows[0].strength >= rows[-1].strength


def test_ranks_sum_to_one(two_groups):
    assert sum(pagerank(companion_network(two_groups)).values()) == pytest.approx(1, abs=1e-4)


def test_span_of_one_group_is_nothing(two_groups):
    network = companion_network(two_groups)
    assert span(network, "a2", dict.fromkeys(network, 0)) == 0


def test_the_shortest_tie_names_its_events(two_groups):
    steps = shortest_tie(companion_network(two_groups), "a2", "b2")
    assert [(a, b) for a, b, _ in steps] == [("a2", "a1"), ("a1", "m"), ("m", "b1"), ("b1", "b2")]
    assert all(events for *_, events in steps)
    assert shortest_tie(companion_network(two_groups), "a2", "nobody") == []


def test_changes_between_periods(two_groups):
    before, after = (
        companion_network(two_groups, "2019", "2019"),
        companion_network(two_groups, "2020", "2020"),
    )
    rows = {(c.a, c.b): (c.before, c.after) for c in changes(before, after)}
    assert rows["a1", "a2"] == (3, 0)
    assert rows["b1", "b2"] == (0, 3)


def test_nobody_has_no_standing():
    assert standings(companion_network(graph(meeting(1, "a")))) == []


SCRIPT = """
from kg.export.analysis import companion_network, standings
from tests.export.invented import invented
print(standings(companion_network(invented(60))))
"""


def test_the_order_of_sets_does_not_tell():
    outputs = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT], capture_output=True, env={"PYTHONHASHSEED": seed}, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
    assert invented(2).tenures
