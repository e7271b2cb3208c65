"""Disks that are full, read-only or foreign: real ones where we may mount, else by rights and limits."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.invented import write_articles
from tests.run.test_faults import FILES, ROOT, kg, one_line

Mount = Callable[[str], Path]


@pytest.fixture
def mount(tmp_path: Path) -> Iterator[Mount]:
    """Mount a tmpfs with the options given; unmounted afterwards."""
    mounted: list[Path] = []

    def run(options: str) -> Path:
        place = tmp_path / f"disk-{len(mounted)}"
        place.mkdir()
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)], capture_output=True, check=False
        )
        if done.returncode:
            pytest.skip("no right to mount a small disk here")
        mounted.append(place)
        return place

    yield run
    for place in mounted:
        subprocess.run(["umount", "-l", str(place)], check=True)


def bytes_of(out: Path) -> dict[str, bytes]:
    return {name: (out / name).read_bytes() for name in FILES}


@pytest.mark.parametrize("only", ["facts,nt", "facts,nt,store,html"])
def test_a_small_disk_that_fills_up(mount: Mount, tmp_path: Path, only: str) -> None:
    """The old products stay whole, one line says why, and more room is all that it takes."""
    disk = mount("size=8m")
    few = write_articles(tmp_path / "few.jsonl", 60)
    assert kg(str(few), "-o", str(disk / "out"), "--only", "facts,nt", "--workers", "1").returncode == 0
    before = bytes_of(disk / "out")
    many = write_articles(tmp_path / "many.jsonl", 600)
    said = one_line(kg(str(many), "-o", str(disk / "out"), "--only", only, "--workers", "2"))
    assert "No space left" in said
    assert bytes_of(disk / "out") == before
    assert not (disk / "out" / ".renmai" / "new").exists()
    subprocess.run(["mount", "-o", "remount,size=300m", str(disk)], check=True)
    assert kg(str(many), "-o", str(disk / "out"), "--only", only, "--workers", "2").returncode == 0
    assert kg(str(many), "-o", str(tmp_path / "whole"), "--only", only, "--workers", "1").returncode == 0
    assert bytes_of(disk / "out") == bytes_of(tmp_path / "whole")


def test_an_out_that_cannot_be_written_can_be_asked(mount: Mount, tmp_path: Path) -> None:
    articles = write_articles(tmp_path / "articles.jsonl", 20)
    disk = mount("size=60m")
    out = disk / "out"
    assert kg(str(articles), "-o", str(out), "--workers", "1").returncode == 0
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    before = bytes_of_products(out)
    assert "Read-only" in one_line(kg(str(articles), "-o", str(out)))
    assert bytes_of_products(out) == before
    asked = subprocess.run(
        [sys.executable, "-m", "kg.cli", "query", str(out), "ASK { ?p a foaf:Person }"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (asked.returncode, "true" in asked.stdout) == (0, True), asked.stderr


def bytes_of_products(out: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in sorted(out.iterdir()) if p.is_file()}


def powerless(*arguments: str) -> subprocess.CompletedProcess[str]:
    """`kg build` as a user whom rights bind, as they do not bind root."""
    command = [sys.executable, "-m", "kg.cli", "build", *arguments]
    if os.getuid() == 0:
        if not shutil.which("setpriv"):
            pytest.skip("root, and no setpriv to give up its powers")
        command = [
            "setpriv",
            "--bounding-set",
            "-dac_override,-dac_read_search",
            "--inh-caps",
            "-all",
            *command,
        ]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_what_we_have_no_right_to(tmp_path: Path) -> None:
    """One line where nothing can be done; what can be read is read."""
    articles, shut = tmp_path / "articles", tmp_path / "shut"
    articles.mkdir()
    write_articles(articles / "good.jsonl", 5)
    write_articles(articles / "shut.jsonl", 5).chmod(0)
    shut.mkdir(mode=0o555)
    assert "Permission denied" in one_line(powerless(str(articles), "-o", str(shut / "out")))
    done = powerless(str(articles), "-o", str(tmp_path / "out"), "--only", "facts")
    assert done.returncode == 0, done.stderr
    assert "5 articles" in done.stdout
    assert "shut.jsonl" in (tmp_path / "out" / "rejected.jsonl").read_text("utf-8")
