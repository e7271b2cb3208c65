"""Start, stop, a new build while running, the access log."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from tests.serve.conftest import NUMBERS, ROOT, Server, write_store

ONE = '<http://example.org/a> <http://example.org/p> "one" .\n'
TWO = '<http://example.org/a> <http://example.org/p> "two" .\n'
VALUE = "SELECT ?o { <http://example.org/a> ?p ?o }"


def value(server: Server) -> str:
    return str(server.get(VALUE).json()["results"]["bindings"][0]["o"]["value"])


def test_a_new_build_is_taken_up(serving: Callable[..., Server], tmp_path: Path) -> None:
    out = write_store(tmp_path / "out", ONE)
    server = serving(out)
    assert value(server) == "one"
    tag = server.get(VALUE).headers["etag"]
    new = write_store(tmp_path / "new", TWO)
    failures: list[int] = []
    stop = threading.Event()

    def ask() -> None:
        while not stop.is_set():
            status = server.get(f"{VALUE} # {time.perf_counter()}").status_code
            if status != 200:
                failures.append(status)

    thread = threading.Thread(target=ask)
    thread.start()
    (out / "store").rename(out / "store.old")
    (new / "store").rename(out / "store")
    shutil.rmtree(out / "store.old")
    deadline = time.monotonic() + 10
    while value(server) != "two" and time.monotonic() < deadline:
        time.sleep(0.1)
    stop.set()
    thread.join()
    assert value(server) == "two"
    assert server.get(VALUE).headers["etag"] != tag
    assert failures == []
    assert (
        len(psutil.Process(server.process.pid).children()) <= 3 + 2
    )  # quick, spare, and those that made the index


def test_a_killed_worker_is_replaced(serving: Callable[..., Server], tmp_path: Path) -> None:
    server = serving(write_store(tmp_path, ONE))
    assert value(server) == "one"
    for child in psutil.Process(server.process.pid).children():
        child.kill()
    time.sleep(0.3)
    assert server.get(VALUE + " # again").status_code == 200


def test_stops_gracefully_and_leaves_nothing_behind(tmp_path: Path) -> None:
    server = Server(write_store(tmp_path, NUMBERS), "--timeout", "3")
    workers = psutil.Process(server.process.pid).children()
    slow = threading.Thread(
        target=lambda: server.get("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
    )
    slow.start()
    time.sleep(0.5)
    begun = time.monotonic()
    server.process.send_signal(signal.SIGTERM)
    assert server.process.wait(20) == 0
    assert time.monotonic() - begun < 8
    slow.join()
    assert any(" 503 " in line for line in server.log)  # the slow one was answered before
    assert psutil.wait_procs(workers, timeout=3)[1] == []


def test_workers_die_with_a_killed_server(tmp_path: Path) -> None:
    server = Server(write_store(tmp_path, ONE))
    workers = psutil.Process(server.process.pid).children()
    server.process.kill()
    server.process.wait()
    assert psutil.wait_procs(workers, timeout=3)[1] == []


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "kg.cli", "serve", *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=env, timeout=30, check=False)


def test_mistakes_are_told_in_one_line(tmp_path: Path, numbers: Server) -> None:
    nothing = run(str(tmp_path))
    assert nothing.returncode == 1
    assert len(nothing.stderr.splitlines()) == 1
    assert "no store" in nothing.stderr
    out = write_store(tmp_path / "out", ONE)
    taken = run(str(out), "--port", str(numbers.port))
    assert taken.returncode == 1
    assert "cannot listen" in taken.stderr
    for file in (out / "store").glob("MANIFEST*"):
        file.write_bytes(b"broken")
    broken = run(str(out))
    assert broken.returncode == 1
    assert len(broken.stderr.splitlines()) == 1


def test_access_log(serving: Callable[..., Server], tmp_path: Path) -> None:
    log = tmp_path / "access.log"
    server = serving(write_store(tmp_path / "out", ONE), "--access-log", str(log))
    server.get("ASK {}")
    server.client.get("/no%0Asuch")
    deadline = time.monotonic() + 3  # a line is written after the answer was sent
    while len(lines := log.read_text("utf-8").splitlines()) < 2 and time.monotonic() < deadline:
        time.sleep(0.05)
    assert '"GET /sparql?query=ASK+%7B%7D" 200 26 ' in lines[0]
    assert '"GET /no%0Asuch" 404 ' in lines[1]


@pytest.mark.parametrize("host", ["[::1]", "127.0.0.1", "localhost", "LOCALHOST", "graph.example"])
def test_names_it_goes_by(serving: Callable[..., Server], tmp_path: Path, host: str) -> None:
    server = serving(write_store(tmp_path, ONE), "--allow-host", "graph.example")
    for named in (host, f"{host}:{server.port}"):
        assert (
            server.client.get("/sparql", params={"query": "ASK {}"}, headers={"host": named}).status_code
            == 200
        )


def test_cors_is_off_unless_wished(serving: Callable[..., Server], tmp_path: Path, numbers: Server) -> None:
    assert "access-control-allow-origin" not in numbers.get("ASK {}").headers
    server = serving(write_store(tmp_path, ONE), "--cors", "https://page.example")
    assert server.get("ASK {}").headers["access-control-allow-origin"] == "https://page.example"
