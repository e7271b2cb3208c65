"""Gives an answer to its client: the head when it is certain, the bytes as they come, the end or a cut."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable

from starlette.types import Receive, Scope, Send

from kg.serve.answer import Answer

CLIENT_GONE = 499  # as nginx logs it; nobody is there to read it
SMALL = 128 * 1024  # bytes; such an answer is sent in one piece, and may be kept


class Cut(Exception):  # noqa: N818
    """An answer cannot be finished after its head was sent.

    The connection is broken off, so that no client takes the part for the whole.
    """


class Relay:
    """An ASGI response that follows an `Answer`; `headers` go with a success."""

    def __init__(self, answer: Answer, headers: dict[str, str], patience: float) -> None:
        self.answer, self.headers, self.patience = answer, headers, patience
        self.keep: Callable[[dict[str, str], bytes], None] | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it all.

        Raises:
            Cut: it broke off after the head was sent.
            Refused: there is no answer; nothing was sent.
        """
        watcher = asyncio.get_running_loop().create_task(self._watch(receive))
        try:
            await self.answer.settled.wait()
            if scope["http_version"] == "1.0":  # without chunks its end could not be told from a cut
                while not self.answer.finished:
                    await self.answer.spool.change()
            if self.answer.error and (self.answer.head is None or scope["http_version"] == "1.0"):
                raise self.answer.error
            if self._is_small:
                await self._send_whole(scope, send)
            else:
                await self._send_all(scope, send)
        finally:
            watcher.cancel()
            self.answer.abandoned.set()
            self.answer.spool.wake()
            self.answer.spool.close()

    async def _watch(self, receive: Receive) -> None:
        with contextlib.suppress(asyncio.CancelledError):
            while (await receive())["type"] != "http.disconnect":
                pass
            self.answer.abandoned.set()
            self.answer.fail(CLIENT_GONE, "the client has gone")

    @property
    def _is_small(self) -> bool:
        return self.answer.finished and self.answer.error is None and self.answer.spool.total <= SMALL

    async def _send_whole(self, scope: Scope, send: Send) -> None:
        """Send an answer that lies ready in one piece."""
        headers, body = self._head(), b"".join(iter(self.answer.spool.take, b""))
        if self.keep:
            self.keep({n.decode(): v.decode("latin-1") for n, v in headers}, body)
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})

    async def _send_all(self, scope: Scope, send: Send) -> None:
        assert self.answer.head is not None
        await send({"type": "http.response.start", "status": 200, "headers": self._head()})
        if scope["method"] != "HEAD":
            await self._send_body(send)
        await send({"type": "http.response.body", "body": b""})

    def _head(self) -> list[tuple[bytes, bytes]]:
        head = self.answer.head or {}
        fields = {
            "content-type": content_type(head["type"]),
            "vary": "accept, accept-encoding",
            **self.headers,
        }
        if head.get("gzip"):
            fields["content-encoding"] = "gzip"
        if self.answer.finished and not self.answer.error:
            fields["content-length"] = str(self.answer.spool.total)
        return [(name.encode(), value.encode("latin-1")) for name, value in fields.items()]

    async def _send_body(self, send: Send) -> None:
        spool = self.answer.spool
        while not self.answer.abandoned.is_set():
            data = spool.take()
            if data:
                try:
                    async with asyncio.timeout(self.patience):
                        await send({"type": "http.response.body", "body": data, "more_body": True})
                except TimeoutError:
                    raise Cut("the client takes nothing") from None
            elif self.answer.finished:
                if self.answer.error:
                    raise Cut(self.answer.error.message)
                return
            else:
                await spool.change()
        raise Cut("the client has gone")


def content_type(media: str) -> str:
    """The media type with its charset where it is text."""
    return f"{media}; charset=utf-8" if media.startswith("text/") else media
