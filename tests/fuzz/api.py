"""The server's application without its processes: any request is answered once, safely, and never by a fault of ours."""

from __future__ import annotations

import asyncio
import inspect
import re
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import unquote

import orjson

from kg.model.errors import KgError
from kg.serve.app import make_app
from kg.serve.desk import Desk
from kg.serve.guard import Hosts
from kg.serve.limits import Limits
from kg.serve.pool import Answer
from kg.serve.spool import Budget

from .targets import _scratch, target, text_of

SAFE = {b"content-security-policy", b"x-content-type-options", b"referrer-policy", b"x-frame-options"}
STATUSES = {200, 204, 303, 304, 400, 403, 404, 405, 406, 408, 413, 414, 415, 421, 431}
HEADER = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+")  # what h11 lets through


class _Pool:
    """Answers every job at once, with the path that `/id/…` looks for."""

    graphs = ("http://a/b",)
    limits = Limits()

    def submit(self, job: dict[str, Any], *_: Any, **__: Any) -> Answer:
        orjson.dumps(job)  # as it is sent to a worker
        answer = Answer(job, Budget(1 << 20), 1.0)
        answer.seen_head = {"type": job.get("type", "text/html")}
        answer.spool.put(b'{"path": "/"}')
        answer.close({})
        return answer


@cache
def _app() -> tuple[Any, asyncio.AbstractEventLoop]:
    async def path() -> str:
        return "index"

    desk = Desk(_Pool(), SimpleNamespace(id="build", store=Path("store")), Limits(patience=0.5))  # type: ignore[arg-type]
    shelf: Any = SimpleNamespace(path=path)
    return make_app(desk, shelf, Hosts("127.0.0.1")), asyncio.new_event_loop()


def scope_of(head: bytes) -> dict[str, Any]:
    """The scope that uvicorn would make of a request line and headers."""
    first, *lines = head.split(b"\n")
    method, _, address = first.partition(b" ")
    path, _, query = address.partition(b"?")
    pairs = [line.partition(b":")[::2] for line in lines]
    printable = re.sub(rb"[^\x21-\x7e]", b"", path) or b"/"
    return {
        "type": "http",
        "http_version": "1.1",
        "method": method.decode("latin-1") or "GET",
        "raw_path": printable,
        "path": unquote(printable.decode("ascii")),
        "query_string": re.sub(rb"[^\x21-\x7e]", b"", query),
        "headers": [
            (b"host", b"localhost"),
            *((n.lower(), v.strip()) for n, v in pairs if HEADER.fullmatch(n)),
        ],
        "scheme": "http",
        "server": ("127.0.0.1", 80),
        "client": ("127.0.0.1", 1),
    }


@target
def api(data: bytes) -> None:
    """A request: its line and headers, and after U+001E its body."""
    head, _, body = data.partition(b"\x1e")
    scope = scope_of(head)
    sent: list[dict[str, Any]] = []
    waiting = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> dict[str, Any]:
        return waiting.pop() if waiting else await asyncio.Event().wait()  # type: ignore[return-value]

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    app, loop = _app()
    loop.run_until_complete(app(scope, receive, send))
    starts = [message for message in sent if message["type"] == "http.response.start"]
    assert len(starts) == 1
    assert starts[0]["status"] in STATUSES, (starts, sent)
    assert {name for name, _ in starts[0]["headers"]} >= SAFE
    assert not any(b"\n" in value or b"\r" in value for _, value in starts[0]["headers"])
    assert b"Traceback" not in b"".join(m.get("body", b"") for m in sent)


@cache
def _views() -> tuple[Any, Any]:
    from kg.serve.explorer.asked import Index
    from kg.serve.explorer.graph import Graph
    from kg.serve.explorer.index import make_index, open_index
    from kg.serve.explorer.spelled import spell_index
    from kg.store import load, open_store
    from tests.rdf import small

    folder = _scratch("views")
    folder.mkdir()
    (folder / "graph.nt").write_text(small.graph_text(), "utf-8")
    load(folder / "graph.nt", folder / "store")
    graph = Graph(open_store(folder / "store"), folder)
    make_index(graph, folder / "plain.sqlite")
    spell_index(folder / "plain.sqlite", folder / "index.sqlite")
    return graph, Index(open_index(str(folder / "index.sqlite")))


@target
def views(data: bytes) -> None:
    """The explorer's and OpenRefine's answers to any words, ids and JSON."""
    from kg.serve.views import VIEWS

    graph, index = _views()
    words = text_of(data[1:])
    known = sorted(name for name, view in VIEWS.items() if len(inspect.signature(view).parameters) > 2)
    name = known[data[0] % len(known)] if data else "search"
    try:
        given = orjson.loads(data[1:])
    except orjson.JSONDecodeError:
        given = words
    arguments: dict[str, Any] = {
        "search": {"q": words[:100], "kind": words[:20], "most": 5},
        "suggest": {"prefix": words[:100], "cursor": len(words)},
        "network": {"id_": words, "most": 5},
        "reconcile": {"queries": {"q": given if isinstance(given, dict) else {"query": given}}},
        "extend": {"ids": [words], "properties": [words, "organization"]},
    }.get(name, {"id_": words})
    if name in {"person", "body", "place"}:
        arguments["page"] = len(words) % 3 + 1
    try:
        orjson.dumps(VIEWS[name](graph, index, **arguments), default=str)
    except KgError:
        return
    except UnicodeEncodeError:
        assert re.search("[\ud800-\udfff]", words)  # no address and no JSON brings such here
