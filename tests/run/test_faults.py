"""What a build survives, and how it tells what it does not."""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.invented import write_articles

ROOT = Path(__file__).resolve().parents[2]
FILES = ("facts.jsonl", "graph.nt", "rejected.jsonl")


def kg(*arguments: str, limit: int | None = None, **options) -> subprocess.CompletedProcess[str]:
    """Run `kg build`; `limit` is the largest file, in bytes, that the system lets it write."""
    command = [sys.executable, "-m", "kg.cli", "build", *arguments]
    cap = (lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))) if limit else None
    return subprocess.run(
        command,
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        preexec_fn=cap,
        **options,
    )


def one_line(done: subprocess.CompletedProcess[str]) -> str:
    assert done.returncode == 1, done.stderr
    [line] = [text for text in done.stderr.splitlines() if not text.startswith(("extract:", "merge:"))]
    return line


@pytest.fixture(scope="module")
def corpus(tmp_path_factory) -> Path:
    return write_articles(tmp_path_factory.mktemp("corpus") / "articles.jsonl", 200)


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_full_disk_leaves_the_old_products(corpus, tmp_path, workers):
    out = tmp_path / "out"
    assert kg(str(corpus), "-o", str(out), "--only", "facts,nt", "--workers", "1").returncode == 0
    before = {name: (out / name).read_bytes() for name in FILES}
    more = write_articles(tmp_path / "more.jsonl", 260)
    said = one_line(kg(str(more), "-o", str(out), "--only", "facts,nt", "--workers", workers, limit=50_000))
    assert "mend that and run it again" in said
    assert {name: (out / name).read_bytes() for name in FILES} == before
    assert kg(str(more), "-o", str(out), "--only", "facts,nt", "--workers", workers).returncode == 0


def test_a_place_where_nothing_can_be_written(corpus):
    assert "/proc/renmai" in one_line(kg(str(corpus), "-o", "/proc/renmai"))


@pytest.mark.parametrize(
    "name", ["中文 名字", "new\nline", "-", "a" * 200], ids=["chinese", "newline", "dash", "long"]
)
def test_any_name_of_out(corpus, tmp_path, name):
    done = kg(str(corpus), "-o", str(tmp_path / name), "--only", "facts", "--workers", "1")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / name / "facts.jsonl").is_file()


def test_inputs_that_are_not_what_they_seem(tmp_path):
    """A dead link, a folder named like a file, a pipe, a binary, a huge line: told one by one, the good one read."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "dead.txt").symlink_to("nowhere")
    (folder / "folder.txt").mkdir()
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "long.jsonl").write_bytes(b'{"text": "' + b"a" * 21_000_000 + b'"}')
    write_articles(folder / "good.jsonl", 5)
    done = kg(str(folder), "-o", str(tmp_path / "out"), "--only", "facts", "--workers", "2")
    assert done.returncode == 0, done.stderr
    assert "5 articles" in done.stdout
    assert "long.jsonl" in (tmp_path / "out" / "rejected.jsonl").read_text("utf-8")


def test_a_file_name_that_is_no_utf_8(tmp_path):
    folder = tmp_path / os.fsdecode("文章".encode("gb18030"))
    folder.mkdir()
    (folder / "a.txt").write_text("太原市市长高远山3月5日出席工作会议并讲话。", "utf-8")
    done = kg(str(folder), "-o", str(tmp_path / "out"), "--only", "facts")
    assert done.returncode == 0, done.stderr
    assert "文章/a.txt" in (tmp_path / "out/facts.jsonl").read_text("utf-8")
    assert "文章" in (tmp_path / "out/manifest.json").read_text("utf-8")


def test_locale_c_and_windows_line_ends(tmp_path):
    text = "标题\r\n\r\n2022年4月12日 来源：汾河日报\r\n\r\n4月12日，太原市市长黎向东到晋中市考察。\r\n"
    (tmp_path / "文章.txt").write_bytes(text.encode())
    done = kg(
        str(tmp_path / "文章.txt"), "-o", str(tmp_path / "out"), "--only", "facts",
        env={"LC_ALL": "C", "PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "HOME": str(tmp_path)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "黎向东" in (tmp_path / "out" / "facts.jsonl").read_text("utf-8")


@pytest.mark.slow
def test_ten_deaths_at_random_moments_lose_and_double_nothing(corpus, tmp_path):
    assert (
        kg(str(corpus), "-o", str(tmp_path / "whole"), "--only", "facts,nt", "--workers", "1").returncode == 0
    )
    out, dice = tmp_path / "out", random.Random(7)
    for _ in range(10):
        command = [sys.executable, "-m", "kg.cli", "build", str(corpus), "-o", str(out), "--only", "facts,nt"]
        process = subprocess.Popen(
            command, cwd=ROOT, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(dice.uniform(0.05, 3.0))
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        shutil.rmtree(out / ".renmai" / "shards" / "00", ignore_errors=True)
    assert kg(str(corpus), "-o", str(out), "--only", "facts,nt").returncode == 0
    for name in FILES:
        assert (out / name).read_bytes() == (tmp_path / "whole" / name).read_bytes()
