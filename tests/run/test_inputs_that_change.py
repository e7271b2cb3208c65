"""Inputs that vanish, grow or bear odd names while a build reads them; a clock that jumps."""

from __future__ import annotations

import itertools
import unicodedata
from pathlib import Path

import orjson
import pytest

from kg.model.settings import Settings
from kg.read import reading
from kg.run import build as building
from kg.run import manifest
from tests.invented import write_articles

SETTINGS = Settings()


def ids(out: Path) -> list[str]:
    return [orjson.loads(line)["id"] for line in (out / "facts.jsonl").read_bytes().splitlines()]


def make(inputs: Path, out: Path) -> None:
    building.build([str(inputs)], out, SETTINGS, workers=1, only=("facts", "nt"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "articles"
    place.mkdir()
    for number in range(4):
        write_articles(place / f"{number}.jsonl", 3)
    return place


def test_files_that_vanish_and_grow_after_they_were_found(folder, tmp_path, monkeypatch):
    """What is gone is rejected with its name; what was added meanwhile is read, here or by the next build."""
    before = reading.read_source

    def disturbed(source, settings):
        if source.stem == "0":
            (folder / "1.jsonl").unlink()
            with (folder / "2.jsonl").open("ab") as file:
                file.write(
                    b'{"id": "late", "text": "'
                    + "太原市市长高远山3月5日出席工作会议并讲话。".encode()
                    + b'"}\n{"id": "torn", "te'
                )
        yield from before(source, settings)

    monkeypatch.setattr(reading, "read_source", disturbed)
    make(folder, tmp_path / "out")
    rejected = (tmp_path / "out" / "rejected.jsonl").read_text("utf-8")
    assert "1.jsonl" in rejected
    assert "No such file" in rejected
    assert "2.jsonl:5" in rejected, "the row that was being written"
    assert "late" in ids(tmp_path / "out")
    assert "torn" not in ids(tmp_path / "out")


@pytest.mark.parametrize("time", ["1970-01-01T00:00:00+00:00", "2106-02-07T06:28:16+00:00"])
def test_a_clock_that_jumps_changes_the_manifest_only(folder, tmp_path, monkeypatch, time):
    make(folder, tmp_path / "one")
    times = itertools.cycle([time, "2038-01-19T03:14:08+00:00"])
    monkeypatch.setattr(building, "now", lambda: next(times))
    monkeypatch.setattr(manifest, "now", lambda: next(times))
    make(folder, tmp_path / "two")
    make(folder, tmp_path / "one")
    for name in ("facts.jsonl", "graph.nt", "rejected.jsonl", "identity.jsonl"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()


def test_names_that_differ_in_case_or_in_form_of_unicode_are_two(tmp_path):
    text = "太原市市长高远山3月5日出席工作会议并讲话，副市长岑望山陪同。"
    names = [
        "A.txt",
        "a.txt",
        unicodedata.normalize("NFC", "Café.txt"),
        unicodedata.normalize("NFD", "Café.txt"),
        "行\n尾.txt",
    ]
    for number, name in enumerate(names):
        (tmp_path / name).write_text(f"{text}这是第{number}件。", "utf-8")
    if len(list(tmp_path.iterdir())) < len(names):
        pytest.skip("this file system takes some of them for one")
    page = f"<html><head><title>题</title></head><body><p>{text * 4}</p></body></html>"
    for name in ("P.html", "p.html"):
        (tmp_path / name).write_text(page.replace("题", name).replace("陪同", f"陪同第{name[0]}次"), "utf-8")
    out = tmp_path.with_name(f"{tmp_path.name}-out")
    make(tmp_path, out)
    found = ids(out)
    assert len(found) == len(set(found)) >= len(names)
    kept = [p.name.casefold() for p in (out / "sources").iterdir()]
    assert len(kept) == len(set(kept)), "on a disk that knows no case one would overwrite the other"
