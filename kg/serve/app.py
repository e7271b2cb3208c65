"""The routes of the server."""

from __future__ import annotations

from starlette.routing import Route, Router
from starlette.types import ASGIApp, Receive, Scope, Send

from kg.serve.build import Build
from kg.serve.endpoint import Endpoint
from kg.serve.guard import Guard, Hosts
from kg.serve.limits import Limits
from kg.serve.pool import Pool
from kg.serve.refuse import Refused


def make_app(pool: Pool, build: Build, limits: Limits, hosts: Hosts, cors: str = "") -> ASGIApp:
    """Everything that answers, behind the guard."""
    endpoint = Endpoint(pool, build, limits)
    app = Router(
        [Route("/sparql", endpoint), Route("/sparql/", endpoint)], default=_nothing, redirect_slashes=False
    )
    return Guard(app, hosts, limits, cors)


async def _nothing(scope: Scope, receive: Receive, send: Send) -> None:
    raise Refused(404, "there is no such page; / is the explorer, /sparql the endpoint")
