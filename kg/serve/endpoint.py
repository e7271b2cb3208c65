"""`/sparql`: the SPARQL 1.1 Protocol over the pool."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from kg.serve import describe, media
from kg.serve.desk import Desk
from kg.serve.protocol import Asked, Parameters, asked, read_parameters
from kg.serve.quick import Rank
from kg.serve.refuse import Refused
from kg.store import base_of

METHODS = "GET, HEAD, POST, OPTIONS"
Page = Callable[[Request, Parameters, Send, str], Awaitable[None]]


class Endpoint:
    """The ASGI application of `/sparql`; `page` answers people who come with a browser."""

    def __init__(self, desk: Desk, page: Page) -> None:
        self.desk, self.page = desk, page

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        request = Request(scope, receive)
        if request.method == "OPTIONS":
            await Response(status_code=204, headers={"allow": METHODS})(scope, receive, send)
            return
        if request.method not in {"GET", "HEAD", "POST"}:
            raise Refused(405, "only GET, HEAD, POST and OPTIONS are served here")
        parameters = await read_parameters(request, self.desk.limits)
        accept = ",".join(request.headers.getlist("accept"))
        if request.method != "POST" and _wants_page(parameters, accept):
            await self.page(request, parameters, send, base_of(self.desk.build.store))
        elif request.method != "POST" and "query" not in parameters and "update" not in parameters:
            await self._describe(request, accept, send)
        else:
            asks = asked(parameters, accept, self.desk.limits, self.desk.pool.graphs)
            await self._answer(request, asks, send)

    async def _describe(self, request: Request, accept: str, send: Send) -> None:
        form = media.choose(accept, media.OFFERS["CONSTRUCT"])
        if form is None:
            raise Refused(
                406, "the service description can be had as " + ", ".join(media.OFFERS["CONSTRUCT"][:4])
            )
        graphs = self.desk.pool.graphs
        body = describe.service(_address(request), graphs, media.written_as(form, "CONSTRUCT"))
        headers = {"vary": "accept, accept-encoding", "content-type": form}
        await Response(body, headers=headers)(request.scope, request.receive, send)

    async def _answer(self, request: Request, asks: Asked, send: Send) -> None:
        job = {
            "do": "query",
            "query": asks.query,
            "form": asks.form,
            "type": asks.media,
            "base": _address(request),
            "default": asks.default,
            "named": asks.named,
        }
        shape = asks.shape
        rank = Rank.INSTANT if shape.trivial else Rank.UNKNOWN
        await self.desk.give(request, send, job, rank, same=not shape.volatile, question=asks.query)


def _wants_page(parameters: Parameters, accept: str) -> bool:
    """Whether a person asks: a browser's Accept header, or `format=html`."""
    wished = parameters.get("format", [""])[0]
    if wished:
        return wished == "html"
    data = media.OFFERS["SELECT"] + media.OFFERS["CONSTRUCT"]
    return media.choose(accept, (*data, media.HTML)) == media.HTML


def _address(request: Request) -> str:
    """The address of this endpoint as the client knows it."""
    return str(request.url.replace(query="", fragment="")).rstrip("/")
