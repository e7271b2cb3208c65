"""The Spark engine on a master and two workers of this machine."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.invented import write_articles

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        importlib.util.find_spec("pyspark") is None or shutil.which("java") is None,
        reason="needs the extra spark and a Java runtime",
    ),
]
ROOT = Path(__file__).resolve().parents[2]
ONLY = "facts,nt"
PRODUCTS = ("facts.jsonl", "rejected.jsonl", "identity.jsonl", "graph.nt")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def cluster(tmp_path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The URL of a standalone master, and its two workers, each with one core."""
    import pyspark

    home = Path(pyspark.__file__).parent
    environment = {
        **os.environ,
        "SPARK_HOME": str(home),
        "SPARK_LOCAL_IP": "127.0.0.1",
        "PYSPARK_PYTHON": sys.executable,
    }
    port = free_port()

    def start(name: str, *arguments: str) -> subprocess.Popen[bytes]:
        log = (tmp_path / f"{name}.log").open("wb")
        command = [str(home / "bin" / "spark-class"), *arguments]
        return subprocess.Popen(command, env=environment, stdout=log, stderr=log, start_new_session=True)

    url = f"spark://127.0.0.1:{port}"
    master = start(
        "master",
        "org.apache.spark.deploy.master.Master",
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
        "--webui-port",
        "0",
    )
    workers = [
        start(f"worker{n}", "org.apache.spark.deploy.worker.Worker", "--cores", "1", "--memory", "1g", "--host", "127.0.0.1",
              "--webui-port", "0", "--work-dir", str(tmp_path / f"work{n}"), url)
        for n in range(2)
    ]  # fmt: skip
    _wait(tmp_path, workers)
    yield url, workers
    for process in (*workers, master):
        _kill(process)


def _wait(folder: Path, workers: list[subprocess.Popen[bytes]]) -> None:
    for n in range(len(workers)):
        for _ in range(120):
            if re.search(
                "Successfully registered", (folder / f"worker{n}.log").read_text("utf-8", "replace")
            ):
                break
            time.sleep(0.5)
        else:
            pytest.fail((folder / f"worker{n}.log").read_text("utf-8", "replace")[-2000:])


def _kill(process: subprocess.Popen[bytes]) -> None:
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    process.wait()


def build(inputs: Path | str, out: Path, *options: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "kg.cli", "build", str(inputs), "-o", str(out), "--only", ONLY, *options]
    environment = {**os.environ, "SPARK_LOCAL_IP": "127.0.0.1"}
    return subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


def products(out: Path) -> dict[str, bytes]:
    return {name: (out / name).read_bytes() for name in PRODUCTS}


@pytest.fixture
def corpus(tmp_path) -> Path:
    """Several files, among them a repeated text, a repeated id, a row without text and a page."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for n in range(6):
        lines = write_articles(folder / "whole.jsonl", 600).read_text("utf-8").splitlines(keepends=True)
        (folder / f"part{n}.jsonl").write_text("".join(lines[n * 100 : n * 100 + 101]), encoding="utf-8")
    (folder / "whole.jsonl").unlink()
    (folder / "z.jsonl").write_text(
        '{"id": "n00001", "text": "另一篇文章。"}\n{"id": "empty", "text": ""}\n', encoding="utf-8"
    )
    shutil.copy(ROOT / "examples" / "articles" / "09-agreement.html", folder)
    return folder


@pytest.mark.parametrize("deadly", [False, True], ids=["undisturbed", "a worker is killed in the middle"])
def test_the_bytes_are_those_of_the_local_engine(cluster, corpus, tmp_path, deadly):
    url, workers = cluster
    local = build(corpus, tmp_path / "local", "--workers", "2")
    assert local.communicate()[0] is not None
    assert local.returncode == 0
    process = build(corpus, tmp_path / "spark", "--engine", "spark", "--master", url)
    if deadly:
        time.sleep(25)
        assert process.poll() is None
        _kill(workers[0])
    said, _ = process.communicate(timeout=900)
    assert process.returncode == 0, said[-3000:]
    assert products(tmp_path / "spark") == products(tmp_path / "local")


def test_what_people_decided_holds_there_too(corpus, tmp_path):
    """Two names that are one, a person by id and a body that are forgotten, a form that means another body, decisions that nothing answers to."""
    local, spark = tmp_path / "local", tmp_path / "spark"
    assert build(corpus, local, "--workers", "2").wait() == 0
    persons, bodies = _named(local, "persons"), _named(local, "organizations")
    decisions = [
        {"kind": "same", "a": persons[0][0], "b": persons[1][0]},
        {"kind": "forget", "a": persons[2][1]},
        {"kind": "forget", "a": bodies[0][0]},
        {"kind": "forget", "a": "p-0"},
        {"kind": "means", "a": bodies[1][0], "b": bodies[2][0]},
        {"kind": "means", "a": "无此会", "b": bodies[2][0]},
    ]
    (local / "decisions.jsonl").write_text("".join(f"{json.dumps(d)}\n" for d in decisions), "utf-8")
    shutil.copytree(local, spark)
    (tmp_path / "settings.toml").write_text("public_only = true\n", "utf-8")
    options = ("--settings", str(tmp_path / "settings.toml"))
    before = products(local)
    assert build(corpus, local, "--workers", "1", *options).wait() == 0
    said, _ = build(corpus, spark, "--engine", "spark", "--master", "local[2]", *options).communicate()
    assert products(spark) == products(local) != before, said[-3000:]
    for left in ("p-0", "无此会"):
        assert any(
            left in line and "nothing in the articles answers to it" in line for line in said.splitlines()
        )


def test_tables_and_shards_say_what_the_local_engine_says(corpus, tmp_path):
    """The shards one after the other are graph.nt; a table has the rows that `kg export` would write."""
    pyarrow = pytest.importorskip("pyarrow.parquet")
    local, spark = tmp_path / "local", tmp_path / "spark"
    assert build(corpus, local, "--workers", "2", "--only", "nt,tables").wait() == 0
    options = ("--engine", "spark", "--master", "local[2]", "--only", "nt,tables,shards")
    said, _ = build(corpus, spark, *options).communicate()
    whole = (local / "graph.nt").read_bytes()
    assert (spark / "graph.nt").read_bytes() == whole, said[-3000:]
    shards = sorted((spark / "shards").iterdir())
    assert [shard.name for shard in shards] == [f"part-{n:05d}.nt" for n in range(len(shards))]
    assert b"".join(shard.read_bytes() for shard in shards) == whole
    tables = sorted(path.name for path in (local / "tables").iterdir())
    assert tables == sorted(path.name for path in (spark / "tables").iterdir())
    for table in tables:
        here, there = (pyarrow.read_table(out / "tables" / table) for out in (local, spark))
        assert here.num_rows == there.num_rows
        assert here.sort_by("id").to_pylist() == there.to_pylist()


def test_a_place_with_a_scheme_is_fetched(corpus, tmp_path):
    """Packed and as markup; the articles are those of the folder, and their paths tell the place."""
    local, spark = tmp_path / "local", tmp_path / "spark"
    assert build(corpus, local, "--workers", "2").wait() == 0
    said, _ = build(f"file://{corpus}", spark, "--engine", "spark", "--master", "local[2]").communicate()
    assert _named(spark, "persons") == _named(local, "persons"), said[-3000:]
    assert "file:" in (spark / "facts.jsonl").read_text("utf-8")


def test_a_place_that_spark_cannot_read_is_said_in_a_line(tmp_path):
    said, _ = build(
        f"file://{tmp_path}/none", tmp_path / "out", "--engine", "spark", "--master", "local[1]"
    ).communicate()
    assert "Spark cannot read it" in said
    assert "Traceback" not in said


def _named(out: Path, kind: str) -> list[tuple[str, str]]:
    """(name, id) of the persons or organizations of the first articles, in order."""
    rows = map(json.loads, (out / "facts.jsonl").read_text("utf-8").splitlines())
    return list(dict.fromkeys((m["name"], m["id"]) for row in rows for m in row[kind]))
