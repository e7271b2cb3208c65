"""What a reader would stumble over: empty years, announced events, namesakes, the colour of a place, rows found by their byte."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from kg.serve.explorer.article import pieces
from kg.serve.explorer.asked import Index
from kg.serve.explorer.index import SCHEMA
from kg.serve.explorer.pictures import calendar
from kg.serve.explorer.text import row_of, rows_of
from tests.serve.conftest import Server
from tests.serve.test_explorer import api, built, explorer  # noqa: F401  (fixtures)


@pytest.mark.parametrize(
    ("months", "earlier", "years"),
    [
        pytest.param({"2012-07": 300, "2013-01": 200}, None, [2012, 2013], id="nothing before"),
        pytest.param(
            {"1949-10": 2, "1978-12": 1, "2012-07": 300, "2014-01": 1},
            {"from": 1949, "to": 1978, "n": 3},
            [2012, 2013, 2014],
            id="what is looked back to is one sum",
        ),
        pytest.param(
            {"1990-01": 1, "2012-07": 3}, None, list(range(1990, 2013)), id="few events, all of them"
        ),
        pytest.param({"2012": 5}, None, [], id="no month"),
    ],
)
def test_calendar(months: dict[str, int], earlier: dict[str, int] | None, years: list[int]) -> None:
    picture = calendar(months)
    assert [row["year"] for row in (picture or {"rows": []})["rows"]] == years
    assert (picture or {"earlier": None})["earlier"] == earlier


def index_of(last: str) -> Index:
    base = sqlite3.connect(":memory:")
    base.row_factory = sqlite3.Row
    base.executescript(SCHEMA)
    days = ["2024-01-01", "2024-03-01", "2024-12-31", ""]
    base.executemany(
        "INSERT INTO event VALUES (?, ?, '会议', 'Meeting', ?)",
        [(n, f"e-{n}", day) for n, day in enumerate(days)],
    )
    base.executemany("INSERT INTO part VALUES (1, ?, '')", [(0,), (2,), (3,)])
    base.execute("INSERT INTO fact VALUES ('last', 0, ?)", (last,))
    return Index(base)


@pytest.mark.parametrize(
    ("last", "events"), [("2024-06-30", ["e-0"]), ("2024-12-31", ["e-2", "e-0"]), ("", ["e-2", "e-0"])]
)
def test_the_latest_are_not_what_is_only_announced(last: str, events: list[str]) -> None:
    assert [event["id"] for event in index_of(last).latest(5)] == events


def fact(relation: str, start: int, end: int, number: int) -> dict[str, object]:
    return {"relation": relation, "start": start, "end": end, "number": number}


def test_the_narrower_fact_gives_a_place_its_colour() -> None:
    facts = [fact("event", 0, 9, 1), fact("part", 0, 9, 2), fact("tenure", 2, 7, 3), fact("part", 5, 7, 4)]
    found = pieces("市长林远山出席会议。", facts, [])
    assert [(piece["text"], piece["relation"]) for piece in found] == [
        ("市长", "part"), ("林远山", "tenure"), ("出席", "part"), ("会议", "part"), ("。", ""),
    ]  # fmt: skip


def test_rows_are_found_by_their_byte(tmp_path: Path) -> None:
    ids = ["一", 'a"b', "c\\d", "plain-1"]
    lines = [json.dumps({"id": id_, "meta": {}}, ensure_ascii=False, separators=(",", ":")) for id_ in ids]
    (tmp_path / "facts.jsonl").write_text("\n".join(lines), "utf-8")
    at = dict(rows_of(tmp_path))
    assert list(at) == ids
    for id_ in ids:
        assert (row_of(tmp_path, id_, at[id_]) or {})["id"] == id_
    assert row_of(tmp_path, "一", at["plain-1"]) is None, "another build's byte"
    assert row_of(tmp_path, "一", 3) is None
    assert row_of(tmp_path, "一", 10**6) is None
    assert row_of(tmp_path, "一", None) is None
    assert list(rows_of(tmp_path / "none")) == []


def test_namesakes_are_told_apart_by_their_post(explorer: Server) -> None:  # noqa: F811
    hit = api(explorer, "/api/search", q="闻道远")["results"][0]
    tenures = api(explorer, f"/api/person/{hit['id']}")["tenures"]
    assert hit["post"] in {(t["body"]["name"] if t["body"] else "") + t["post"] for t in tenures}
    assert hit["post"] in explorer.client.get("/search", params={"q": "闻道远"}).text
