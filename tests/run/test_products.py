"""Triples sorted and products made by several processes: the same files, and the fault told that one met."""

from __future__ import annotations

from contextlib import contextmanager

import pytest

from kg.model.errors import StoreError
from kg.model.settings import Settings
from kg.rdf.sort import head_for, spill
from kg.run import products
from tests.rdf import small

STAGES: list[str] = []


@contextmanager
def stage(name):
    STAGES.append(name)
    yield


@pytest.fixture
def lines():
    return small.graph_text().splitlines(keepends=True)


@pytest.fixture(autouse=True)
def no_entities(monkeypatch):
    monkeypatch.setattr(products, "entity_lines", lambda *_: [])
    STAGES.clear()


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_shares_of_buckets_make_one_sorted_file(lines, tmp_path, monkeypatch, workers):
    monkeypatch.setattr(products, "WORTH_SHARING", 0)
    for number in (0, 1):  # two parts that share half of their lines
        spill(lines[number * len(lines) // 3 :], tmp_path / f"part{number}", head_for(Settings().base))
    folders = [tmp_path / "part0", tmp_path / "part1"]
    count = products.sort_triples(folders, None, Settings(), tmp_path / "graph.nt", workers)
    assert (tmp_path / "graph.nt").read_text("utf-8") == "".join(sorted(set(lines)))
    assert count == len(set(lines))
    assert [place.name for place in tmp_path.iterdir()] == ["graph.nt"]


def test_nothing_to_sort(tmp_path):
    assert products.sort_triples([], None, Settings(), tmp_path / "graph.nt", 2) == 0
    assert (tmp_path / "graph.nt").read_bytes() == b""


@pytest.mark.parametrize(
    ("workers", "stages"), [(1, ["turtle", "store"]), (2, ["turtle and store"])], ids=["one", "two"]
)
def test_turtle_and_store_are_made_side_by_side(lines, tmp_path, workers, stages):
    (tmp_path / "graph.nt").write_text("".join(sorted(lines)), "utf-8")
    products.write_products(tmp_path, Settings().base, {"nt", "ttl", "store"}, stage, workers)
    assert stages == STAGES
    assert (tmp_path / "graph.ttl").read_text("utf-8").startswith("@prefix")
    assert (tmp_path / "store" / "CURRENT").is_file()


def test_what_one_process_met_is_told(tmp_path, capfd):
    (tmp_path / "graph.nt").write_text("<a> no triple\n", "utf-8")
    with pytest.raises(StoreError, match="not N-Triples"):
        products.write_products(tmp_path, Settings().base, {"nt", "ttl", "store"}, stage, 2)
