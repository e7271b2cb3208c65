"""The overview: which ties are kept, what hangs together, and what the API and the page tell of it."""

from __future__ import annotations

import sqlite3
import time

import pytest

from kg.serve.explorer.index import SCHEMA
from kg.serve.explorer.overview import SMALL, in_large_parts, make_overview, size, telling
from tests.serve.conftest import Server
from tests.serve.test_explorer import api, built, explorer  # noqa: F401  (fixtures)


def test_each_brings_its_strongest_tie_and_those_of_the_largest_share() -> None:
    everywhere, friends = 1, (2, 3)
    events = dict(enumerate([(everywhere, n) for n in (2, 3, 4, 5, 6) for _ in range(3)] + [friends] * 2))
    ties = telling(events)
    assert ties[2, 3] == 2
    assert ties[1, 2] == 3
    assert set(ties) == {(1, 2), (1, 3), (1, 4), (1, 5), (1, 6), (2, 3)}


def test_an_event_of_many_counts_less() -> None:
    crowd, two = tuple(range(20)), (0, 1)
    ties = telling({0: crowd, 1: crowd, 2: two})
    assert (0, 1) in ties
    assert ties[0, 1] == 3


def test_small_parts_go() -> None:
    chain = {(n, n + 1): 1 for n in range(SMALL)}
    assert in_large_parts({**chain, (100, 101): 5}) == chain


@pytest.mark.parametrize(("events", "radius"), [(1, 4), (100, 9), (100_000, 26)])
def test_size(events: int, radius: int) -> None:
    assert size(events) == radius


def index(people: int) -> sqlite3.Connection:
    base = sqlite3.connect(":memory:")
    base.executescript(SCHEMA)
    rows = [(n, f"p-{n}", "person", f"甲{n}", "", "", "", 3, "", "") for n in range(1, people + 1)]
    base.executemany("INSERT INTO thing VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    base.executemany(
        "INSERT INTO part VALUES (?, ?, '')",
        [(n + k, 10 * n + e) for n in range(1, people) for k in (0, 1) for e in (0, 1)],
    )
    return base


def test_the_overview_is_always_the_same() -> None:
    made = []
    for _ in range(2):
        base = index(30)
        make_overview(base)
        made.append([base.execute(f"SELECT * FROM {table}").fetchall() for table in ("spot", "tie")])
    assert made[0] == made[1]
    spots, ties = made[0]
    assert len(spots) == 30
    assert len({(x, y) for _, x, y in spots}) == 30
    assert {end for a, b, _ in ties for end in (a, b)} == {thing for thing, _, _ in spots}


def test_nothing_to_draw_is_no_fault() -> None:
    base = sqlite3.connect(":memory:")
    base.executescript(SCHEMA)
    make_overview(base)
    assert base.execute("SELECT COUNT(*) FROM spot").fetchone() == (0,)


def overview(server: Server) -> dict:
    """It comes with the second index, shortly after the start."""
    for _ in range(120):
        told = api(server, "/api/overview")
        if told["ready"]:
            return told
        time.sleep(0.25)
    raise AssertionError("the overview was not made")


def test_the_api_tells_the_overview(explorer: Server) -> None:  # noqa: F811
    told = overview(explorer)
    ids = {node["id"] for node in told["nodes"]}
    assert len(ids) == len(told["nodes"]) >= SMALL
    assert {end for tie in told["ties"] for end in (tie["a"], tie["b"])} == ids
    assert all(isinstance(node["x"], int) and node["kind"] in {"person", "body"} for node in told["nodes"])
    page = explorer.client.get("/overview").text
    assert told["nodes"][0]["name"] in page


def test_a_neighbourhood_has_places(explorer: Server) -> None:  # noqa: F811
    person = api(explorer, "/api/stats")["persons"][0]["id"]
    told = api(explorer, f"/api/network/{person}")
    assert (told["nodes"][0]["x"], told["nodes"][0]["y"]) == (0.0, 0.0)
    assert len({(node["x"], node["y"]) for node in told["nodes"]}) == len(told["nodes"])
