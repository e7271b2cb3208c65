"""A store whose files were damaged: told in one line, and made again from the facts."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.invented import write_articles
from tests.run.test_faults import ROOT, kg

COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
DUMP = "SELECT ?s ?o { ?s ?p ?o } ORDER BY ?o"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("damaged")
    articles = write_articles(place / "articles.jsonl", 60)
    assert kg(str(articles), "-o", str(place / "out"), "--workers", "1").returncode == 0
    return place


def ask(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kg.cli", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)


def spoil(path: Path, place: int) -> None:
    with path.open("r+b") as file:
        file.seek(place)
        file.write(b"nothing that was there")


DAMAGES = {
    "beginning of every table": lambda store: [spoil(p, 20) for p in store.glob("*.sst")],
    "cut off": lambda store: [p.write_bytes(p.read_bytes()[:50]) for p in store.glob("*.sst")],
    "missing": lambda store: [p.unlink() for p in store.glob("*.sst")],
    "CURRENT": lambda store: (store / "CURRENT").write_bytes(b"x"),
    "MANIFEST": lambda store: [p.write_bytes(b"x") for p in store.glob("MANIFEST*")],
}


@pytest.mark.parametrize("name", DAMAGES)
def test_a_store_that_does_not_open(built: Path, tmp_path: Path, name: str) -> None:
    out = shutil.copytree(built / "out", tmp_path / "out")
    DAMAGES[name](out / "store")
    for command in (("query", str(out), COUNT), ("validate", str(out))):
        told = ask(*command)
        assert told.returncode == 1
        [line] = told.stderr.splitlines()
        assert "build it again" in line
    assert kg(str(built / "articles.jsonl"), "-o", str(out), "--workers", "1").returncode == 0
    assert ask("query", str(out), COUNT).stdout == ask("query", str(built / "out"), COUNT).stdout


def test_damage_in_the_midst(built: Path, tmp_path: Path) -> None:
    """`kg validate` sees it; an answer that meets it is no answer."""
    out = shutil.copytree(built / "out", tmp_path / "out")
    assert ask("validate", str(out)).returncode == 0
    largest = max((out / "store").glob("*.sst"), key=lambda p: p.stat().st_size)
    for place in range(3000, largest.stat().st_size - 4000, 3000):
        spoil(largest, place)
    told = ask("validate", str(out))
    assert told.returncode == 1
    assert "is damaged" in told.stderr
    assert len(told.stderr.splitlines()) == 1
