"""The process that evaluates: opens the store read-only, gives up network and memory, then works off jobs.

Forked from the zygote. A job is JSON: {"do": "query", "query",
"form", "base", "default", "named", "gzip", "max_rows", "max_bytes"} or {"do": "view", "view", "arguments",
…}.
"""

from __future__ import annotations

import socket
import traceback
from pathlib import Path
from typing import Any, cast

import orjson

from kg.model.errors import KgError, QueryError
from kg.serve import frames, sandbox
from kg.serve.engine import Engine, TooManyTriples
from kg.serve.sink import Sink, TooLarge

Job = dict[str, Any]


def run(descriptor: int, store: Path, memory: int) -> None:
    """Serve jobs that come over a socket until the server goes; `memory` bounds a query, in bytes."""
    sandbox.die_with_parent()
    sock = socket.socket(fileno=descriptor)
    try:
        engine = Engine(store)
    except Exception as error:  # whatever a damaged store does to Oxigraph
        sock.sendall(
            frames.pack_json(b"X", {"status": 503, "message": f"the store cannot be opened: {error}"})
        )
        return
    fenced = sandbox.close_network()
    sandbox.bound_memory(memory)
    sock.sendall(frames.pack_json(b"R", {"graphs": sorted(engine.graphs), "fenced": fenced}))
    try:
        while True:
            _, payload = frames.read_blocking(sock)
            _work(engine, orjson.loads(payload), sock)
    except (EOFError, OSError):
        return


def warm_up() -> None:
    """Load what queries and pages need, so that no request waits for it."""
    import kg.read.reading
    import kg.store.local  # noqa: F401
    from kg.serve import views  # noqa: F401
    from kg.serve.explorer import render

    render.compile_all()


def _work(engine: Engine, job: Job, sock: socket.socket) -> None:
    try:
        _answer(engine, job, sock)
    except TooLarge as error:
        _error(sock, 413, str(error))
    except TooManyTriples:
        _error(sock, 413, f"the answer has more than {job['max_rows']} triples, the most this server gives")
    except QueryError as error:
        _error(sock, 400, str(error))
    except KgError as error:
        _error(sock, 404, str(error))
    except MemoryError:
        _error(sock, 503, "the query needs more memory than this server gives to one")
    except (BrokenPipeError, ConnectionError, EOFError):
        raise
    except BaseException:
        traceback.print_exc()  # to the server's log; the client learns only that it failed
        _error(sock, 500, "the query failed; the server's log has the reason")


def _answer(engine: Engine, job: Job, sock: socket.socket) -> None:
    head = {"type": job.get("type", ""), "form": job.get("form", "")}
    sink = Sink(sock, head, job, job.get("gzip", False))
    try:
        if job["do"] == "query":
            graphs = job["default"], job["named"]
            engine.write(job["query"], job["form"], cast(Any, sink), job["base"], graphs, job["max_rows"])
        else:
            from kg.serve.views import write_view

            write_view(engine, job, sink)
    except BaseException:
        if sink.error:  # Oxigraph hands an exception of `write` on as an OSError
            raise sink.error from None
        raise
    sink.finish()


def _error(sock: socket.socket, status: int, message: str) -> None:
    sock.sendall(frames.pack_json(b"X", {"status": status, "message": message}))
