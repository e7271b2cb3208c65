"""What a server keeps while it runs: bounded, of one build, and gone with it, also where it is killed."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from kg.serve.desk import KEPT, Kept
from kg.serve.scratch import LOCK, PREFIX, Scratch, remove_left_behind
from tests.serve.conftest import Server, write_store

ONE = '<http://example.org/a> <http://example.org/p> "one" .\n'


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "tmp"
    place.mkdir()
    monkeypatch.setenv("TMPDIR", str(place))
    monkeypatch.setattr("tempfile.tempdir", None)
    return place


def test_a_killed_server_is_cleared_up_after(temporary: Path, tmp_path: Path) -> None:
    out = write_store(tmp_path / "out", ONE)
    killed = Server(out)
    [left] = temporary.glob(f"{PREFIX}*")
    killed.process.kill()
    killed.process.wait()
    assert (left / LOCK).is_file()
    living = Server(out)
    [own] = temporary.glob(f"{PREFIX}*")
    assert own != left
    assert Server(out).stop() == 0
    assert own.is_dir(), "a second server leaves the folder of one that lives alone"
    assert living.stop() == 0
    assert list(temporary.iterdir()) == []


def test_only_what_nobody_holds_is_removed(temporary: Path) -> None:
    held = Scratch()
    (temporary / f"{PREFIX}young").mkdir()
    (temporary / f"{PREFIX}file").write_bytes(b"")
    (temporary / f"{PREFIX}link").symlink_to(held.path)
    remove_left_behind(temporary)
    assert len(list(temporary.iterdir())) == 4
    held.close()
    assert not held.path.exists()


@pytest.mark.skipif(
    not hasattr(os, "getuid") or os.getuid() != 0, reason="only root can make a file of another user"
)
def test_the_folder_of_another_user_is_left_alone(temporary: Path) -> None:
    foreign = temporary / f"{PREFIX}foreign"
    foreign.mkdir()
    (foreign / LOCK).write_bytes(b"")
    os.chown(foreign, 12345, 12345)
    remove_left_behind(temporary)
    assert foreign.is_dir()


def test_answers_that_are_kept_take_no_more_than_they_may() -> None:
    """Small bodies count with what surrounds them: a client who asks ever new questions must not fill the memory."""
    kept = Kept()
    for number in range(40_000):
        kept.put(f"{number:032x}", {"content-type": "text/plain", "etag": f"{number:032x}"}, b"x" * 20)
    assert len(kept.answers) < 20_000
    one = next(iter(kept.answers.items()))
    told = (
        sys.getsizeof(one[0])
        + sys.getsizeof(one[1][0])
        + sum(sys.getsizeof(v) for v in one[1][0].values())
        + 200
    )
    assert told * len(kept.answers) < KEPT
    assert kept.get(f"{39_999:032x}") is not None
    assert kept.get(f"{0:032x}") is None
