"""Every quotation of a row is compared with its article, wherever in the row it stands."""

from __future__ import annotations

from copy import deepcopy

import orjson
import pytest

from kg.model.article import Article
from kg.model.rows import to_row
from kg.rdf.quotes import QuoteCheck, quotes_of
from kg.rdf.validate import Finding
from tests.rdf import small

PLACES = {
    "a person": lambda row: row["persons"][0]["mentions"][0],
    "a body": lambda row: row["organizations"][0]["mentions"][0],
    "a post": lambda row: row["roles"][0]["evidence"][0],
    "an event": lambda row: row["events"][0]["evidence"][0],
    "a part": lambda row: row["events"][0]["participants"][0]["evidence"][0],
}


@pytest.fixture
def row():
    return orjson.loads(orjson.dumps(to_row(small.VISIT)))


@pytest.mark.parametrize("place", PLACES)
def test_a_wrong_quotation_is_found_wherever_it_stands(row, place, tmp_path):
    wrong = deepcopy(row)
    quote = PLACES[place](wrong)
    assert quote in list(quotes_of(row))
    quote["quote"] = "没有的话"
    (tmp_path / "facts.jsonl").write_bytes(
        orjson.dumps(row) + b"\n" + orjson.dumps({**wrong, "id": "wrong"}) + b"\n"
    )
    check = QuoteCheck(tmp_path / "facts.jsonl")
    articles = [Article(row["id"], small.SENTENCE), Article("wrong", small.SENTENCE)]
    [found] = [m for m in check.against(articles) if m.quote == "没有的话"]
    assert (found.article, found.start, found.end) == ("wrong", quote["start"], quote["end"])
    assert found.quote in str(found)
    assert check.checked == 2 * len(list(quotes_of(row)))
    assert check.unseen == 0


def test_a_statement_is_a_quotation_too(row):
    row["events"][0]["statement"] = [{"start": 0, "end": 1, "quote": "1"}]
    assert {"start": 0, "end": 1, "quote": "1"} in list(quotes_of(row))


def test_an_article_that_is_not_there_is_counted(row, tmp_path):
    (tmp_path / "facts.jsonl").write_bytes(orjson.dumps(row) + b"\n")
    check = QuoteCheck(tmp_path / "facts.jsonl")
    assert list(check.against([Article("another", "x")])) == []
    assert (check.checked, check.unseen) == (0, 1)


@pytest.mark.parametrize(
    ("more", "line"),
    [
        ({}, "violation: n: is wrong"),
        ({"label": "甲"}, "violation: n (甲): is wrong"),
        ({"value": "3"}, "violation: n: is wrong, has 3"),
        ({"article": "a", "quote": "乙"}, "violation: n: is wrong; article a: “乙”"),
    ],
)
def test_a_finding_in_one_line(more, line):
    assert str(Finding("violation", "s", "p", "r", "is wrong", "n", **more)) == line
