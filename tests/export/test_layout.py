"""Positions: readable, packed, always the same."""

from __future__ import annotations

import math
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.export.view.layout import positions

EDGES = st.sets(st.tuples(st.integers(0, 19), st.integers(0, 19)).filter(lambda e: e[0] < e[1]), max_size=40)


@settings(max_examples=30, deadline=None)
@given(EDGES)
def test_every_node_has_a_place_of_its_own(edges):
    places = positions([9] * 20, dict.fromkeys(edges, 1.0))
    assert len(places) == 20
    assert all(math.dist(a, b) > 12 for a, b in combinations(places, 2))


@settings(max_examples=10, deadline=None)
@given(EDGES)
def test_the_same_graph_gives_the_same_places(edges):
    assert positions([9] * 20, dict.fromkeys(edges, 1.0)) == positions(
        [9] * 20, dict.fromkeys(sorted(edges), 1.0)
    )


def test_parts_do_not_cover_one_another():
    wheel = {(0, n): 1.0 for n in range(1, 30)}
    pair = {(30, 31): 1.0, (32, 33): 1.0}
    places = positions([9] * 34, {**wheel, **pair})
    boxes = [_box(places[:30]), _box(places[30:32]), _box(places[32:])]
    assert not any(_overlap(a, b) for a, b in combinations(boxes, 2))


def test_neighbours_are_nearer_than_strangers():
    rings = {(n + c, (n + 1) % 12 + c) for c in (0, 12) for n in range(12)}
    edges = {(min(e), max(e)): 1.0 for e in rings} | {(0, 12): 1.0}
    places = positions([9] * 24, edges)
    tied = [math.dist(places[a], places[b]) for a, b in edges]
    rest = [math.dist(places[a], places[b]) for a, b in combinations(range(24), 2) if (a, b) not in edges]
    assert sum(tied) / len(tied) < 0.6 * sum(rest) / len(rest)


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_few_nodes(count):
    assert len(positions([9] * count, {(0, 1): 1.0} if count > 1 else {})) == count


def _box(points):
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _overlap(a, b):
    return a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]
