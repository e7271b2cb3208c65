"""Runs the server: a socket, the pool, uvicorn, and a watch on OUT for a new build."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
import socket
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import FrameType

import uvicorn

from kg.model.errors import KgError
from kg.serve.app import make_app
from kg.serve.build import Build
from kg.serve.connection import PatientProtocol, QuietCut
from kg.serve.desk import Desk
from kg.serve.guard import Hosts
from kg.serve.limits import Limits
from kg.serve.pool import Pool
from kg.serve.refuse import Refused
from kg.serve.shelf import Shelf

LOG = logging.getLogger("kg.serve")
WATCH_SECONDS = 1.0
GRACE_SECONDS = 10
MOST_CONNECTIONS = 1000
MOST_HEADERS = 64 * 1024  # bytes of a request's head


class _Server(uvicorn.Server):
    """Says when it answers."""

    ready: Callable[[], None]

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Stop gracefully on the first signal, at once on the second; do not raise it again afterwards."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self.handle_exit, number, None)
        try:
            yield
        finally:
            for number in (signal.SIGINT, signal.SIGTERM):
                loop.remove_signal_handler(number)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Begin to stop; the second time, do not wait for anything."""
        self.force_exit = self.should_exit
        self.should_exit = True

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready()


def serve(
    out: Path,
    host: str,
    port: int,
    limits: Limits,
    *,
    say: Callable[[str], None],
    further_hosts: Sequence[str] = (),
    cors: str = "",
    access_log: Path | None = None,
) -> None:
    """Serve OUT until SIGINT or SIGTERM.

    Raises:
        KgError: there is no store, it cannot be opened, or the address is taken.
    """
    build = Build(out)
    listener = _bind(host, port)
    name = f"[{host}]" if ":" in host else host
    address = f"http://{name}:{listener.getsockname()[1]}"
    _configure_logs(access_log)
    with listener, contextlib.suppress(KeyboardInterrupt):
        asyncio.run(
            _run(
                build,
                listener,
                Hosts(host, further_hosts),
                limits,
                cors,
                lambda: say(f"listening on {address}"),
            )
        )


def _bind(host: str, port: int) -> socket.socket:
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        listener = socket.socket(
            family, socket.SOCK_STREAM, socket.IPPROTO_TCP
        )  # asyncio sets NODELAY on TCP
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(512)
    except (OSError, OverflowError) as error:
        raise KgError(
            f"{host}:{port}: cannot listen there ({error}); give another --host or --port"
        ) from error
    listener.setblocking(False)
    return listener


async def _run(
    build: Build, listener: socket.socket, hosts: Hosts, limits: Limits, cors: str, ready: Callable[[], None]
) -> None:
    pool = Pool(build.store, limits)
    try:
        await pool.start()
    except Refused as refused:
        await pool.close()
        raise KgError(f"{build.store}: {refused.message}") from refused
    desk, shelf = Desk(pool, build, limits), Shelf(pool, build)
    shelf.renew()
    server = _Server(
        uvicorn.Config(
            make_app(desk, shelf, hosts, cors),
            http=PatientProtocol,
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            limit_concurrency=MOST_CONNECTIONS,
            h11_max_incomplete_event_size=MOST_HEADERS,
            timeout_graceful_shutdown=GRACE_SECONDS,
            timeout_keep_alive=15,
        )
    )
    server.ready = ready
    watch = asyncio.create_task(_watch(pool, build, shelf))
    try:
        await server.serve(sockets=[listener])
    finally:
        watch.cancel()
        shelf.close()
        await pool.close()


async def _watch(pool: Pool, build: Build, shelf: Shelf) -> None:
    while True:
        await asyncio.sleep(WATCH_SECONDS)
        if build.changed():
            LOG.info("a new build is in place")
            pool.renew()
            shelf.renew()


def _configure_logs(access_log: Path | None) -> None:
    """Errors and remarks to stderr; a line per request there too, or to a file."""
    line = logging.Formatter("%(asctime)s %(message)s")
    for name, target in (("kg.serve", None), ("uvicorn.error", None), ("kg.serve.access", access_log)):
        handler = (
            logging.FileHandler(target, encoding="utf-8") if target else logging.StreamHandler(sys.stderr)
        )
        handler.setFormatter(line)
        logger = logging.getLogger(name)
        logger.handlers[:] = [handler]
        logger.propagate = False
        logger.setLevel(logging.WARNING if name == "uvicorn.error" else logging.INFO)
    logging.getLogger("uvicorn.error").addFilter(QuietCut())
