"""`/reconcile`: the addresses of the Entity Reconciliation API 0.2, as OpenRefine speaks it."""

from __future__ import annotations

from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from kg.model.namespaces import KG
from kg.serve.explorer.reconcile import PROPERTIES, TYPES
from kg.serve.pages import Pages, language_of, number
from kg.serve.protocol import Parameters, read_parameters
from kg.serve.refuse import Refused
from kg.store import base_of

MOST_QUERIES, MOST_IDS = 200, 1000
FRAME = {
    "content-security-policy": "default-src 'none'; style-src 'self'; frame-ancestors 'self' http://localhost:* http://127.0.0.1:*",
    "x-frame-options": "",
}


class Reconciliation:
    """The service; `pages` does its jobs."""

    def __init__(self, pages: Pages) -> None:
        self.pages = pages

    def routes(self) -> list[Route]:
        """Its addresses."""
        return [
            Route("/reconcile", _Service(self)),
            Route("/reconcile/suggest/entity", _Suggest(self)),
            Route("/reconcile/suggest/property", _listed(PROPERTIES)),
            Route("/reconcile/suggest/type", _listed(TYPES)),
            Route("/reconcile/properties", _proposed),
            Route("/reconcile/preview", _Preview(self)),
        ]

    async def data(self, request: Request, send: Send, view: str, arguments: dict[str, Any]) -> None:
        """Answer by a view, as JSON."""
        await self.pages.give(request, send, view, arguments, "json", "")


class _Service:
    def __init__(self, service: Reconciliation) -> None:
        self.service = service

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        if request.method not in {"GET", "HEAD", "POST"}:
            raise Refused(405, "only GET, HEAD and POST are served here")
        parameters = await read_parameters(request, self.service.pages.desk.limits)
        if "queries" in parameters:
            queries = _json(parameters, "queries")
            if len(queries) > MOST_QUERIES or not all(isinstance(q, dict) for q in queries.values()):
                raise Refused(400, f"queries must be at most {MOST_QUERIES} objects by key")
            await self.service.data(request, send, "reconcile", {"queries": queries})
        elif "extend" in parameters:
            await self._extend(request, send, _json(parameters, "extend"))
        else:
            await _told(
                manifest(str(request.base_url).rstrip("/"), base_of(self.service.pages.desk.build.store))
            )(scope, receive, send)

    async def _extend(self, request: Request, send: Send, wish: dict[str, Any]) -> None:
        ids, properties = wish.get("ids"), wish.get("properties")
        if not isinstance(ids, list) or not isinstance(properties, list) or len(ids) > MOST_IDS:
            raise Refused(400, f"extend must have a list of at most {MOST_IDS} ids, and a list of properties")
        names = [str(p.get("id", "")) for p in properties if isinstance(p, dict)]
        arguments = {"ids": [str(id_) for id_ in ids], "properties": names}
        await self.service.data(request, send, "extend", arguments)


class _Suggest:
    def __init__(self, service: Reconciliation) -> None:
        self.service = service

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        arguments = {
            "prefix": request.query_params.get("prefix", "")[:100],
            "cursor": number(request, "cursor", 0, 1000, least=0),
        }
        await self.service.data(request, send, "suggest", arguments)


class _Preview:
    """A page for a frame in OpenRefine: the one page that others of this machine may frame."""

    def __init__(self, service: Reconciliation) -> None:
        self.service = service

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)

        async def sending(message: Any) -> None:
            if message["type"] == "http.response.start":
                more = [(name.encode(), value.encode()) for name, value in FRAME.items()]
                message["headers"] = [*message["headers"], *more]
            await send(message)

        arguments = {"id_": request.query_params.get("id", "")}
        await self.service.pages.give(request, sending, "preview", arguments, "html", language_of(request)[0])


def manifest(address: str, base: str) -> dict[str, Any]:
    """What the service says of itself; `base` and an id make an IRI of the graph."""
    return {
        "versions": ["0.2"],
        "name": "Renmai 人脉",
        "identifierSpace": base,
        "schemaSpace": KG,
        "defaultTypes": [{"id": id_, "name": name} for id_, name in TYPES.items()],
        "view": {"url": f"{address}/id/{{{{id}}}}"},
        "preview": {"url": f"{address}/reconcile/preview?id={{{{id}}}}", "width": 400, "height": 240},
        "suggest": {
            what: {"service_url": address, "service_path": f"/reconcile/suggest/{what}"}
            for what in ("entity", "property", "type")
        },
        "extend": {
            "propose_properties": {"service_url": address, "service_path": "/reconcile/properties"},
            "property_settings": [],
        },
    }


def _json(parameters: Parameters, name: str) -> dict[str, Any]:
    try:
        found = orjson.loads(parameters[name][0])
    except orjson.JSONDecodeError as error:
        raise Refused(400, f"{name} is not JSON: {error}") from None
    if not isinstance(found, dict):
        raise Refused(400, f"{name} must be a JSON object")
    return found


def _told(value: Any) -> Response:
    return Response(orjson.dumps(value), media_type="application/json")


def _listed(names: dict[str, str]) -> ASGIApp:
    """Suggestions from a short list."""

    async def application(scope: Scope, receive: Receive, send: Send) -> None:
        prefix = Request(scope, receive).query_params.get("prefix", "").lower()
        hits = [{"id": id_, "name": name} for id_, name in names.items() if prefix in f"{id_} {name}".lower()]
        await _told({"result": hits})(scope, receive, send)

    return _Plain(application)


class _Plain:
    """An ASGI application as an object, which Starlette does not take for a function of a request."""

    def __init__(self, application: ASGIApp) -> None:
        self.application = application

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.application(scope, receive, send)


async def _proposed(request: Request) -> Response:
    type_ = request.query_params.get("type", "")
    fitting = {
        "person": ("organization", "post", "first", "last", "names"),
        "place": ("code", "names"),
        "organization": ("names",),
    }.get(type_, tuple(PROPERTIES))
    shown = fitting[: number(request, "limit", len(fitting), 100, least=0)]
    return _told({"type": type_, "properties": [{"id": p, "name": PROPERTIES[p]} for p in shown]})
