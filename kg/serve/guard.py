"""What holds for every request: the host it names, its length, safe headers, one line in the access log."""

from __future__ import annotations

import html
import ipaddress
import json
import logging
import time
from collections.abc import Iterable

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.serve.limits import Limits
from kg.serve.refuse import Refused
from kg.serve.relay import CLIENT_GONE, Cut

ACCESS = logging.getLogger("kg.serve.access")
LOG = logging.getLogger("kg.serve")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
SAFE = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
REFUSED_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>%(status)d</title><link rel="stylesheet" href="/static/style.css"></head>
<body><main><h1>%(status)d</h1><p>%(message)s</p><p><a href="/">人脉 Renmai</a></p></main></body></html>
"""
LOCAL = {"localhost", "127.0.0.1", "::1"}


class Hosts:
    """The names this server goes by, so that a foreign site cannot pass as it (DNS rebinding)."""

    def __init__(self, bound: str, further: Iterable[str] = ()) -> None:
        self.names = LOCAL | {bound.lower()} | {name.lower() for name in further}
        self.any_address = not _is_loopback(bound)

    def allows(self, host: str) -> bool:
        """Whether a Host header is one of ours; an address always is where we listen to the network."""
        name = host.lower().rsplit(":", 1)[0] if not host.endswith("]") else host.lower()
        name = name.strip("[]").rstrip(".")
        if name in self.names:
            return True
        return self.any_address and _address(name) is not None


def _address(name: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(name)
    except ValueError:
        return None


def _is_loopback(host: str) -> bool:
    address = _address(host)
    return host == "localhost" or (address is not None and address.is_loopback)


class Guard:
    """ASGI middleware around everything else."""

    def __init__(self, app: ASGIApp, hosts: Hosts, limits: Limits, cors: str = "") -> None:
        self.app, self.hosts, self.limits, self.cors = app, hosts, limits, cors

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Check, pass on, add headers, log."""
        if scope["type"] != "http":
            return
        begun, told = time.monotonic(), {"status": CLIENT_GONE, "bytes": 0}
        started = False

        async def sending(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                told["status"] = message["status"]
                message["headers"] = self._with_safe(message["headers"])
            else:
                told["bytes"] += len(message.get("body", b""))
            await send(message)

        try:
            self._check(scope)
            await self.app(scope, self._patient(receive), sending)
        except Refused as refused:
            if started:
                raise
            await refusal(refused, scope, sending)
        except Cut as cut:
            told["cut"] = str(cut)  # type: ignore[assignment]
            raise
        except Exception:
            if started:
                raise
            LOG.exception("a request failed")
            await refusal(Refused(500, "the request failed; the server's log has the reason"), scope, sending)
        finally:
            _log(scope, told, time.monotonic() - begun)

    def _check(self, scope: Scope) -> None:
        if sum(len(name) + len(value) for name, value in scope["headers"]) > self.limits.url:
            raise Refused(431, f"the headers are longer than {self.limits.url} bytes")
        headers = [value for name, value in scope["headers"] if name == b"host"]
        if len(headers) != 1 or not self.hosts.allows(headers[0].decode("latin-1")):
            raise Refused(421, "this server does not go by that name; start it with --allow-host to add one")
        if len(scope["query_string"]) + len(scope["raw_path"]) > self.limits.url:
            raise Refused(414, f"the address is longer than {self.limits.url} bytes; send the query by POST")

    def _patient(self, receive: Receive) -> Receive:
        """A `receive` that gives up on a client who begins a body and does not send it."""
        import asyncio

        whole = False

        async def receiving() -> Message:
            nonlocal whole
            if whole:
                return await receive()
            try:
                async with asyncio.timeout(self.limits.patience):
                    message = await receive()
            except TimeoutError:
                raise Refused(408, "the request did not come in time") from None
            whole = not message.get("more_body", False)
            return message

        return receiving

    def _with_safe(self, headers: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
        given = {name.lower() for name, _ in headers}
        more = {**SAFE, **({"access-control-allow-origin": self.cors} if self.cors else {})}
        if self.cors:
            more["cross-origin-resource-policy"] = "cross-origin"
        return [*headers, *((n.encode(), v.encode()) for n, v in more.items() if n.encode() not in given)]


async def refusal(refused: Refused, scope: Scope, send: Send) -> None:
    """Say no: JSON to a program that reads it, a page to a browser, else one line of text."""
    accept = next((value for name, value in scope["headers"] if name == b"accept"), b"")
    if scope["path"].startswith(("/api", "/reconcile")) or b"json" in accept:
        body, kind = json.dumps({"error": refused.message}, ensure_ascii=False).encode(), "application/json"
    elif b"text/html" in accept:
        told = {"status": refused.status, "message": html.escape(refused.message)}
        body, kind = (REFUSED_PAGE % told).encode(), "text/html; charset=utf-8"
    else:
        body, kind = (refused.message + "\n").encode(), "text/plain; charset=utf-8"
    headers = [(b"content-type", kind.encode()), (b"content-length", str(len(body)).encode())]
    if refused.status in {429, 503}:
        headers.append((b"retry-after", b"2"))
    if refused.status in {408, 413}:
        headers.append((b"connection", b"close"))
    if refused.status == 405:
        headers.append((b"allow", b"GET, HEAD, POST, OPTIONS"))
    await send({"type": "http.response.start", "status": refused.status, "headers": headers})
    await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})


def _log(scope: Scope, told: dict[str, int], seconds: float) -> None:
    client = scope.get("client") or ("-", 0)
    path = scope["raw_path"].decode("latin-1")  # percent-encoded: no line end can be in it
    query = scope["query_string"].decode("latin-1")[:500]
    ACCESS.info(
        '%s "%s %s%s" %d %d %.1fms%s',
        client[0],
        scope["method"],
        path.encode("unicode_escape").decode("ascii")[:500],
        "?" + query.encode("unicode_escape").decode("ascii") if query else "",
        told["status"],
        told["bytes"],
        seconds * 1000,
        f" cut: {told['cut']}" if "cut" in told else "",
    )
