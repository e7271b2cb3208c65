"""The index of pages is made once for a build and kept in OUT; nothing stale, broken or strange is taken for it."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from kg.serve import kept
from kg.serve.build import Build
from tests.serve.conftest import Server, write_store

LABEL = "<http://www.w3.org/2004/02/skos/core#prefLabel>"
PERSON = "<https://w3id.org/renmai/id/p-1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://xmlns.com/foaf/0.1/Person> .\n"
ONE = f'{PERSON}<https://w3id.org/renmai/id/p-1> {LABEL} "闻道远"@zh-Hans .\n'


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """An OUT as a build leaves it."""
    (tmp_path / "out" / kept.FOLDER).mkdir(parents=True)
    return write_store(tmp_path / "out", ONE)


def kept_in(out: Path) -> list[Path]:
    return sorted((out / kept.FOLDER).iterdir())


def serve_until_kept(out: Path) -> list[Path]:
    """Serve until the index is kept."""
    server = Server(out)
    for _ in range(600):
        if any(path.suffix == kept.SUFFIX for path in kept_in(out)):
            break
        time.sleep(0.1)
    assert server.stop() == 0
    return kept_in(out)


def search(server: Server, words: str) -> list[str]:
    return [hit["name"] for hit in server.client.get("/api/search", params={"q": words}).json()["results"]]


def test_a_second_server_makes_none(out: Path) -> None:
    [path] = serve_until_kept(out)
    made = path.stat().st_mtime_ns
    server = Server(out)
    assert search(server, "wdy") == ["闻道远"], "pinyin is there with the first answer"
    time.sleep(1)
    assert server.stop() == 0
    assert [p.stat().st_mtime_ns for p in kept_in(out)] == [made]


def test_a_new_build_has_its_own_and_the_old_one_goes(out: Path) -> None:
    [old] = serve_until_kept(out)
    (out / "manifest.json").write_text("{}", "utf-8")
    [new] = serve_until_kept_again(out, old)
    assert new.name != old.name


def serve_until_kept_again(out: Path, old: Path) -> list[Path]:
    server = Server(out)
    for _ in range(600):
        if not old.exists():
            break
        time.sleep(0.1)
    assert server.stop() == 0
    return kept_in(out)


def test_what_was_made_of_another_build_is_not_kept(out: Path, tmp_path: Path) -> None:
    build = Build(out)
    (tmp_path / "index").write_bytes(b"index")
    kept.keep(build, "another", tmp_path / "index")
    assert kept_in(out) == []
    kept.keep(build, build.id, tmp_path / "index")
    assert kept.take(build, tmp_path / "copy")
    assert (tmp_path / "copy").read_bytes() == b"index"


def test_a_folder_that_no_build_made_is_not_written_to(tmp_path: Path) -> None:
    out = write_store(tmp_path / "out", ONE)
    (tmp_path / "index").write_bytes(b"index")
    kept.keep(Build(out), Build(out).id, tmp_path / "index")
    assert [path.name for path in out.iterdir()] == ["store"]


def test_other_code_makes_it_anew(out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build = Build(out)
    (tmp_path / "index").write_bytes(b"index")
    kept.keep(build, build.id, tmp_path / "index")
    monkeypatch.setattr(kept, "_code", lambda: "other code")
    assert not kept.take(build, tmp_path / "copy")
    assert not (tmp_path / "copy").exists()


def test_a_disk_that_is_full_is_no_fault(out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    (tmp_path / "index").write_bytes(b"index")
    kept.keep(Build(out), Build(out).id, tmp_path / "index")
    assert kept_in(out) == []
