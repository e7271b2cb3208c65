"""The routes of the server."""

from __future__ import annotations

from starlette.routing import Route, Router
from starlette.types import ASGIApp, Receive, Scope, Send

from kg.serve.desk import Desk
from kg.serve.endpoint import Endpoint
from kg.serve.guard import Guard, Hosts
from kg.serve.openrefine import Reconciliation
from kg.serve.pages import Pages
from kg.serve.querypage import query_page
from kg.serve.refuse import Refused
from kg.serve.shelf import Shelf


def make_app(desk: Desk, shelf: Shelf, hosts: Hosts, cors: str = "") -> ASGIApp:
    """Everything that answers, behind the guard."""
    endpoint = Endpoint(desk, query_page)
    pages = Pages(desk, shelf)
    routes = [Route("/sparql", endpoint), Route("/sparql/", endpoint)]
    routes += [*pages.routes(), *Reconciliation(pages).routes()]
    router = Router(routes, default=_nothing, redirect_slashes=False)
    return Guard(router, hosts, desk.limits, cors)


async def _nothing(scope: Scope, receive: Receive, send: Send) -> None:
    raise Refused(404, "there is no such page; / is the explorer, /sparql the endpoint")
