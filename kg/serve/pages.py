"""The explorer's addresses: pages for people, the same as JSON under /api."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import orjson
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from kg.serve.desk import Desk
from kg.serve.explorer.openapi import description
from kg.serve.quick import Rank
from kg.serve.refuse import Refused
from kg.serve.shelf import Shelf
from kg.serve.static import static

KINDS = ("person", "body", "event", "article", "place", "network")
PAGED = ("person", "body", "place")
LONGEST_SEARCH, MOST_HITS, MOST_NEIGHBOURS, LAST_PAGE = 100, 100, 60, 100_000
LANGUAGES = ("zh", "en")


class Pages:
    """Turns addresses into jobs."""

    def __init__(self, desk: Desk, shelf: Shelf) -> None:
        self.desk, self.shelf = desk, shelf

    def routes(self) -> list[Route]:
        """Every address of the explorer and its API."""
        found = [
            Route("/", self._page("home", lambda _: {})),
            Route("/search", self._page("search", _search)),
            Route("/overview", self._page("overview", lambda _: {})),
            Route("/api/overview", self._data("overview", lambda _: {})),
            Route("/api/stats", self._data("home", lambda _: {})),
            Route("/api/search", self._data("search", _search)),
            Route("/api/openapi.json", _openapi),
            Route("/id/{id}", self._by_id),
            Route("/static/{name}", static),
        ]
        for kind in KINDS:
            found.append(Route(f"/{kind}/{{id}}", self._page(kind, _arguments(kind))))
            found.append(Route(f"/api/{kind}/{{id}}", self._data(kind, _arguments(kind))))
        return found

    def _page(self, view: str, arguments: Callable[[Request], dict[str, Any]]) -> ASGIApp:
        return _Application(self, view, arguments, "html")

    def _data(self, view: str, arguments: Callable[[Request], dict[str, Any]]) -> ASGIApp:
        return _Application(self, view, arguments, "json")

    async def give(
        self, request: Request, send: Send, view: str, arguments: dict[str, Any], form: str, language: str
    ) -> None:
        """Answer by a view, as "html" or "json"."""
        job = {
            "do": "view",
            "view": view,
            "arguments": arguments,
            "as": form,
            "language": language if form == "html" else "",
            "index": await self.shelf.path(),
            "type": "text/html" if form == "html" else "application/json",
        }
        question = f"{view} {orjson.dumps(arguments, option=orjson.OPT_SORT_KEYS)!r}"
        await self.desk.give(request, send, job, Rank.SHORT, same=True, question=question)

    async def _by_id(self, request: Request) -> Response:
        """The page of whatever an id names: 303, so that the IRI of a thing is not taken for its page."""
        job = {"do": "view", "view": "where", "arguments": {"id_": request.path_params["id"]}, "as": "json"}
        answer = self.desk.pool.submit({**job, "max_rows": 1, "max_bytes": 1 << 20}, Rank.SHORT)
        await answer.settled.wait()
        if answer.error:
            raise answer.error
        path = orjson.loads(b"".join(iter(answer.spool.take, b"")))["path"]
        return RedirectResponse(path, 303)


class _Application:
    """One address."""

    def __init__(
        self, pages: Pages, view: str, arguments: Callable[[Request], dict[str, Any]], form: str
    ) -> None:
        self.pages, self.view, self.arguments, self.form = pages, view, arguments, form

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        if request.method not in {"GET", "HEAD"}:
            raise Refused(405, "only GET and HEAD are served here")
        language, cookie = language_of(request)
        if cookie and self.form == "html":
            send = _with_cookie(send, language)
        await self.pages.give(request, send, self.view, self.arguments(request), self.form, language)


def language_of(request: Request) -> tuple[str, bool]:
    """The language of a page, and whether the visitor has just chosen it."""
    chosen = request.query_params.get("lang", "")
    if chosen in LANGUAGES:
        return chosen, True
    kept = request.cookies.get("lang", "")
    if kept in LANGUAGES:
        return kept, False
    first = request.headers.get("accept-language", "zh").lower()
    return ("en" if first.startswith("en") else "zh"), False


def _with_cookie(send: Send, language: str) -> Send:
    async def sending(message: Any) -> None:
        if message["type"] == "http.response.start":
            cookie = f"lang={language}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly"
            message["headers"] = [*message["headers"], (b"set-cookie", cookie.encode())]
        await send(message)

    return sending


def _search(request: Request) -> dict[str, Any]:
    words = request.query_params.get("q", "")[:LONGEST_SEARCH]
    most = number(request, "most", 40, MOST_HITS)
    return {"q": words, "kind": request.query_params.get("kind", "")[:20], "most": most}


def _arguments(kind: str) -> Callable[[Request], dict[str, Any]]:
    def arguments(request: Request) -> dict[str, Any]:
        found: dict[str, Any] = {"id_": request.path_params["id"]}
        if kind in PAGED:
            found["page"] = number(request, "page", 1, LAST_PAGE)
        if kind == "network":
            found["most"] = number(request, "most", 30, MOST_NEIGHBOURS)
        return found

    return arguments


def number(request: Request, name: str, usual: int, most: int, least: int = 1) -> int:
    """A whole number from `least` to `most` that an address gives.

    Raises:
        Refused: it is none.
    """
    given = request.query_params.get(name)
    if given is None:
        return usual
    if not (given.isascii() and given.isdigit() and len(given) < 8 and least <= int(given) <= most):
        raise Refused(400, f"{name} must be a whole number from {least} to {most}")
    return int(given)


async def _openapi(_request: Request) -> Response:
    return Response(orjson.dumps(description(), option=orjson.OPT_INDENT_2), media_type="application/json")
