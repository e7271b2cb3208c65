"""Hostile queries, hostile clients: refused or ended within the limits, while a short question is answered at once."""

from __future__ import annotations

import contextlib
import http.client
import os
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import ClassVar

import httpx
import psutil
import pytest

from tests.serve.conftest import NUMBERS, Server, write_store

CROSS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
LONG = {
    "cross product": CROSS,
    "cross product that streams": "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "sorted cross product": "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?c ?f",
    "deep path": "SELECT (COUNT(*) AS ?n) { ?a (<http://example.org/next>|^<http://example.org/next>)* ?b . ?b (<http://example.org/next>)* ?c }",
    "huge regex": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f FILTER REGEX(CONCAT(STR(?c), STR(?f)), '(x+x+)+y|(a|aa)+b|" + "(z?){50}" * 20 + "') }",
    "not exists": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f FILTER NOT EXISTS { ?a ?x ?y . ?y ?z ?d } }",
    "strings that grow": "SELECT (SUM(STRLEN(?x)) AS ?n) { ?a ?b ?c . ?d ?e ?f BIND(CONCAT(STR(?a), STR(?c), STR(?d), STR(?f)) AS ?y) BIND(CONCAT(?y, ?y, ?y, ?y) AS ?z) BIND(CONCAT(?z, ?z, ?z, ?z, ?z, ?z, ?z, ?z) AS ?x) }",
}  # fmt: skip


@pytest.fixture(scope="module")
def server(serving: Callable[..., Server], tmp_path_factory: pytest.TempPathFactory) -> Server:
    out = write_store(tmp_path_factory.mktemp("hostile"), NUMBERS)
    return serving(
        out,
        "--timeout",
        "1.5",
        "--workers",
        "2",
        "--memory",
        "256",
        "--queue",
        "32",
        "--max-bytes",
        "50000000",
    )


def children(server: Server) -> list[psutil.Process]:
    return psutil.Process(server.process.pid).children(recursive=True)


ASKER = """
import http.client, sys, time
port, times = int(sys.argv[1]), []
connection = http.client.HTTPConnection("127.0.0.1", port)
kind = {"Content-Type": "application/sparql-query"}
print("ready", flush=True)
number = 0
while not __import__("select").select([sys.stdin], [], [], 0.01)[0]:
    number += 1  # a new text each time, so that it is evaluated
    begun = time.perf_counter()
    connection.request("POST", "/sparql", f"ASK {{}} # {number}", kind)
    response = connection.getresponse()
    assert response.status == 200 and b"true" in response.read(), response.status
    print(time.perf_counter() - begun, flush=True)
"""


@contextmanager
def asking(server: Server) -> Iterator[list[float]]:
    """Meanwhile ask something short, again and again, from another process; the seconds that each took."""
    times: list[float] = []
    command = [sys.executable, "-c", ASKER, str(server.port)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as asker:
        assert asker.stdout
        assert asker.stdout.readline() == "ready\n"
        try:
            yield times
        finally:
            told, _ = asker.communicate("\n")
            times += [float(line) for line in told.split()]
    assert asker.returncode == 0


def high(times: list[float]) -> float:
    """The 95th percentile."""
    return statistics.quantiles(times, n=20)[-1]


@pytest.fixture(scope="module")
def usual(server: Server) -> float:
    """What a short question may take: 100 ms; more on a machine that is busy with other things just now."""
    server.get("ASK {} # made ready")
    with asking(server) as times:
        time.sleep(1.5)
    busy = os.getloadavg()[0] > 1.5 * (os.cpu_count() or 1)
    return max(1.5, 10 * high(times)) if busy else 0.1


def assert_quick(times: list[float], usual: float) -> None:
    if len(times) > 5:
        assert high(times) < usual


def attempt(server: Server, query: str) -> str:
    """The status of a query, or how it was cut."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    try:
        connection.request("POST", "/sparql", query.encode(), {"Content-Type": "application/sparql-query"})
        response = connection.getresponse()
        response.read()
        return str(response.status)
    except (http.client.IncompleteRead, ConnectionError):
        return "cut"
    finally:
        connection.close()


@pytest.mark.parametrize("name", LONG)
def test_a_long_query_is_stopped(server: Server, usual: float, name: str) -> None:
    begun = time.perf_counter()
    with asking(server) as times:
        outcome = attempt(server, LONG[name])
    assert outcome in {"503", "413", "cut", "400"}
    assert time.perf_counter() - begun < 1.5 + 2 + 2 * usual
    assert_quick(times, usual)
    assert server.get("ASK {}").json()["boolean"]


def test_two_hundred_at_once(server: Server, usual: float) -> None:
    queries = [f"{q} # {n}" for n in range(29) for q in LONG.values()][:200]
    with asking(server) as times, ThreadPoolExecutor(200) as pool:
        outcomes = list(pool.map(lambda q: attempt(server, q), queries))
    assert set(outcomes) <= {"503", "413", "429", "cut", "400"}
    assert "429" in outcomes
    assert_quick(times, usual)
    time.sleep(0.5)
    assert len(children(server)) <= 2 + 1 + 2 + 1


def test_a_client_who_leaves_frees_the_worker(server: Server) -> None:
    with pytest.raises(httpx.ReadTimeout):
        server.client.post("/sparql", data={"query": CROSS}, timeout=0.4)
    time.sleep(0.5)
    busy = []
    for child in children(server):
        with contextlib.suppress(psutil.NoSuchProcess):
            busy += [child.pid] if child.cpu_percent(0.3) > 30 else []
    assert busy == []


class Listener(BaseHTTPRequestHandler):
    """Remembers whoever calls."""

    calls: ClassVar[list[str]] = []

    def do_POST(self) -> None:
        self.calls.append(self.path)
        self.send_error(500)

    do_GET = do_POST  # noqa: N815  (the name http.server wants)

    def log_message(self, *_: object) -> None:
        """Be quiet."""


@pytest.fixture
def listener() -> Iterator[str]:
    Listener.calls.clear()
    server = HTTPServer(("127.0.0.1", 0), Listener)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


def test_no_query_makes_a_request_or_reads_a_file(server: Server, listener: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.ttl"
    secret.write_text("<a:secret> <a:p> <a:o> .", "utf-8")
    for query in (
        f"ASK {{ SERVICE <{listener}> {{ ?s ?p ?o }} }}",
        f"ASK {{ SERVICE SILENT <{listener}> {{ ?s ?p ?o }} }}",
        f"ASK {{ BIND(1 AS ?a) BIND(2 AS ?b) FILTER(?a<?b)SERVICE#>\n<{listener}>{{}} }}",
        f"SELECT * FROM <{listener}> {{ ?s ?p ?o }}",
        f"SELECT * FROM NAMED <{listener}> {{ GRAPH ?g {{ ?s ?p ?o }} }}",
        f"SELECT * FROM <file://{secret}> {{ ?s ?p ?o }}",
        f"LOAD <{listener}>",
        f"LOAD <file://{secret}>",
        "INSERT DATA { <a:a> <a:b> <a:c> }",
    ):
        response = server.get(query)
        assert 400 <= response.status_code < 500, query
        assert "secret" not in response.text.replace(str(secret), "")
    assert server.get("ASK { GRAPH <" + listener + "> { ?s ?p ?o } }").json()["boolean"] is False
    for name in ("default-graph-uri", "named-graph-uri"):
        assert (
            server.client.get("/sparql", params={"query": "ASK {}", name: f"file://{secret}"}).status_code
            == 403
        )
        answered = server.client.get("/sparql", params={"query": "SELECT * { ?s ?p ?o }", name: listener})
        assert answered.json()["results"]["bindings"] == []
    assert (
        server.client.post("/sparql", data={"update": "INSERT DATA { <a:a> <a:b> <a:c> }"}).status_code == 403
    )
    assert server.get("ASK { <a:a> ?b ?c }").json()["boolean"] is False
    assert Listener.calls == []


def test_a_worker_cannot_open_a_socket() -> None:
    """The second fence, on its own."""
    code = (
        "from kg.serve import sandbox\nimport socket\nassert sandbox.close_network()\n"
        "try: socket.create_connection(('127.0.0.1', 9))\n"
        "except PermissionError: print('fenced')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "fenced", done.stderr


def test_a_query_of_ten_megabytes(server: Server) -> None:
    query = "SELECT * { VALUES ?x { " + '"x" ' * 2_500_000 + "} }"
    assert server.client.post("/sparql", data={"query": query}).status_code == 413
    direct = {"content-type": "application/sparql-query"}
    assert server.client.post("/sparql", content=query.encode(), headers=direct).status_code == 413

    def endless() -> Iterator[bytes]:
        for _ in range(200):
            yield b"x" * 100_000

    with pytest.raises(httpx.TransportError):  # noqa: PT012  (either the status or the cut)
        status = server.client.post("/sparql", content=endless(), headers=direct).status_code
        assert status == 413
        raise httpx.WriteError("told 413")
    assert server.get("ASK {}").status_code == 200


def raw(server: Server, data: bytes, seconds: float = 5) -> bytes:
    """Send bytes as they are; what comes back until the server closes or says no more."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=seconds) as sock:
        sock.sendall(data)
        got = b""
        try:
            while piece := sock.recv(65536):
                got += piece
                if b"\r\n\r\n" in got:
                    break
        except (TimeoutError, ConnectionError):
            pass
        return got


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (b"GET /sparql?query=" + b"A" * 40_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n", b"414"),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"A" * 100_000 + b"\r\n\r\n", b"431"),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\n" + b"A: b\r\n" * 20_000 + b"\r\n", b"431"),
        (b"GET /sparql HTTP/1.1\r\nHost: evil.example\r\n\r\n", b"421"),
        (b"GET /sparql HTTP/1.1\r\nHost: localhost.evil.example\r\n\r\n", b"421"),
        (b"GET /sparql HTTP/1.1\r\n\r\n", b"400"),
        (b"GET /sparql HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n", b"400"),
        (b"nonsense\r\n\r\n", b"400"),
        (b"GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n", b"404"),
        (b"GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n", b"404"),
        (b"GET /static/..%2f..%2fapp.py HTTP/1.1\r\nHost: localhost\r\n\r\n", b"404"),
        (b"GET /static/ HTTP/1.1\r\nHost: localhost\r\n\r\n", b"404"),
        (b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\nContent-Length: 99999999\r\n\r\n", b"413"),
    ],
    ids=lambda value: value.decode()[:30] if isinstance(value, bytes) else None,
)  # fmt: skip
def test_requests_by_hand(server: Server, request_: bytes, status: bytes) -> None:
    answer = raw(server, request_)
    assert answer.split()[1] == status
    head = answer.lower()
    if status not in {b"400"}:  # uvicorn's own
        assert b"content-security-policy" in head
        assert b"x-content-type-options: nosniff" in head
        assert b"referrer-policy: no-referrer" in head
    assert b"traceback" not in head
    assert b"server: uvicorn" not in head


def test_half_open_connections_do_not_stop_others(server: Server) -> None:
    held = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(200)]
    for number, sock in enumerate(held):
        sock.sendall(b"GET /sparql?query=ASK%20%7B%7D HTTP/1.1\r\nHost: loc" if number % 2 else b"")
    assert server.get("ASK {} # half open").status_code == 200
    for sock in held:
        sock.close()


def test_slow_readers_keep_no_worker(serving: Callable[..., Server], tmp_path: Path) -> None:
    lines = "".join(f'<http://e/{i}> <http://e/p> "{"x" * 200} {i}" .\n' for i in range(40_000))
    server = serving(write_store(tmp_path, lines), "--workers", "2")
    target = httpx.URL("/sparql", params={"query": "SELECT ?s ?o { ?s ?p ?o }"}).raw_path
    readers = []
    for _ in range(12):
        sock = socket.create_connection(("127.0.0.1", server.port))
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        sock.sendall(b"GET " + target + b" HTTP/1.1\r\nHost: localhost\r\nAccept: text/csv\r\n\r\n")
        readers.append(sock)
        time.sleep(0.3)
    assert all(sock.recv(100).startswith(b"HTTP/1.1 200") for sock in readers)
    begun = time.perf_counter()
    assert (
        server.get("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").json()["results"]["bindings"][0]["n"]["value"]
        == "40000"
    )
    assert time.perf_counter() - begun < 2
    assert psutil.Process(server.process.pid).memory_info().rss < 250 << 20
    for sock in readers:
        sock.close()


def test_memory_is_bounded(serving: Callable[..., Server], tmp_path: Path) -> None:
    server = serving(write_store(tmp_path, NUMBERS), "--timeout", "60", "--memory", "128")
    greedy = "SELECT ?a ?c ?d ?f { ?a ?b ?c . ?d ?e ?f } ORDER BY ?f ?c"
    response = server.get(greedy)
    assert response.status_code == 503
    assert "memory" in response.json()["error"]
    assert server.get("ASK {}").status_code == 200
