"""`/sparql`: the SPARQL 1.1 Protocol over the pool."""

from __future__ import annotations

import hashlib
import json
from collections import OrderedDict
from dataclasses import dataclass, field

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from kg.serve import describe, media
from kg.serve.build import Build
from kg.serve.limits import Limits
from kg.serve.pool import Pool
from kg.serve.protocol import Asked, asked, read_parameters
from kg.serve.refuse import Refused
from kg.serve.relay import Relay

METHODS = "GET, HEAD, POST, OPTIONS"
KEPT = 32 * 1024 * 1024  # bytes of answers kept for those who ask the same again


@dataclass
class Kept:
    """Small answers of this build, the latest last."""

    answers: OrderedDict[str, tuple[dict[str, str], bytes]] = field(default_factory=OrderedDict)
    size: int = 0

    def get(self, key: str) -> tuple[dict[str, str], bytes] | None:
        """An answer that was given before."""
        if key in self.answers:
            self.answers.move_to_end(key)
        return self.answers.get(key)

    def put(self, key: str, headers: dict[str, str], body: bytes) -> None:
        """Keep an answer, and let the oldest go."""
        if key in self.answers:
            return
        self.answers[key] = headers, body
        self.size += len(body)
        while self.size > KEPT:
            self.size -= len(self.answers.popitem(last=False)[1][1])


class Endpoint:
    """The ASGI application of `/sparql`."""

    def __init__(self, pool: Pool, build: Build, limits: Limits, page: object = None) -> None:
        self.pool, self.build, self.limits, self.page = pool, build, limits, page
        self.kept = Kept()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        request = Request(scope, receive)
        if request.method == "OPTIONS":
            await Response(status_code=204, headers={"allow": METHODS})(scope, receive, send)
            return
        if request.method not in {"GET", "HEAD", "POST"}:
            raise Refused(405, "only GET, HEAD, POST and OPTIONS are served here")
        parameters = await read_parameters(request, self.limits)
        accept = ",".join(request.headers.getlist("accept"))
        if request.method != "POST" and self._wants_page(parameters, accept):
            await self._page(request, parameters, send)
            return
        if request.method != "POST" and "query" not in parameters and "update" not in parameters:
            await self._describe(request, accept, send)
            return
        asks = asked(parameters, accept, self.limits, self.pool.graphs)
        await self._answer(request, asks, send)

    def _wants_page(self, parameters: dict[str, list[str]], accept: str) -> bool:
        if self.page is None or parameters.get("format", [""])[0] not in {"", "html"}:
            return False
        if parameters.get("format") == ["html"]:
            return True
        offers = (media.JSON, media.TURTLE, media.CSV, media.XML, media.HTML)
        return media.choose(accept, offers) == media.HTML

    async def _page(self, request: Request, parameters: dict[str, list[str]], send: Send) -> None:
        await self.page(request, parameters)(request.scope, request.receive, send)  # type: ignore[operator]

    async def _describe(self, request: Request, accept: str, send: Send) -> None:
        form = media.choose(accept, media.OFFERS["CONSTRUCT"])
        if form is None:
            raise Refused(
                406, "the service description can be had as " + ", ".join(media.OFFERS["CONSTRUCT"][:4])
            )
        body = describe.service(_address(request), self.pool.graphs, media.written_as(form, "CONSTRUCT"))
        headers = {"vary": "accept, accept-encoding", "content-type": form}
        await Response(body, headers=headers)(request.scope, request.receive, send)

    async def _answer(self, request: Request, asks: Asked, send: Send) -> None:
        gzip = "gzip" in request.headers.get("accept-encoding", "").lower()
        job = {
            "do": "query",
            "query": asks.query,
            "form": asks.form,
            "type": asks.media,
            "base": _address(request),
            "default": asks.default,
            "named": asks.named,
            "gzip": gzip,
            "max_rows": self.limits.max_rows,
            "max_bytes": self.limits.max_bytes,
        }
        key = hashlib.sha256(json.dumps([self.build.id, job], sort_keys=True).encode()).hexdigest()[:32]
        headers = (
            {"cache-control": "no-store"}
            if asks.shape.volatile
            else {"etag": f'"{key}"', "cache-control": "no-cache"}
        )
        if not asks.shape.volatile and await self._known(request, key, headers, send):
            return
        question = hashlib.sha256(asks.query.encode()).hexdigest()
        answer = self.pool.submit(job, key=question, urgent=asks.shape.trivial)
        relay = Relay(answer, headers, self.limits.patience)
        if not asks.shape.volatile:
            relay.keep = lambda fields, body: self.kept.put(key, fields, body)
        await relay(request.scope, request.receive, send)

    async def _known(self, request: Request, key: str, headers: dict[str, str], send: Send) -> bool:
        """Answer without evaluating, where the client or we have the answer already."""
        if request.method == "POST":
            return False
        if key in request.headers.get("if-none-match", ""):
            await Response(status_code=304, headers=headers)(request.scope, request.receive, send)
            return True
        kept = self.kept.get(key)
        if kept is None:
            return False
        await Response(kept[1], headers=kept[0])(request.scope, request.receive, send)
        return True


def _address(request: Request) -> str:
    """The address of this endpoint as the client knows it."""
    return str(request.url.replace(query="", fragment="")).rstrip("/")
