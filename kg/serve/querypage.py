"""The page at /sparql for people: an editor, named queries in a menu; works without JavaScript too."""

from __future__ import annotations

from functools import cache
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.types import Send

from kg.model.errors import KgError
from kg.model.namespaces import PREFIXES
from kg.serve.pages import language_of
from kg.serve.protocol import Parameters

EXAMPLE = """SELECT ?person ?name (COUNT(?tenure) AS ?posts) {
  ?tenure org:member ?person .
  ?person skos:prefLabel ?name .
} GROUP BY ?person ?name
ORDER BY DESC(?posts)
LIMIT 20"""


async def query_page(request: Request, parameters: Parameters, send: Send, base: str) -> None:
    """Send the page, with the query of the address in the editor; `base` is what id: stands for."""
    from kg.serve.explorer.render import page

    language, _ = language_of(request)
    query = (parameters.get("query") or [""])[0]
    data = {
        "query": query or EXAMPLE,
        "given": bool(query),
        "queries": _named(language),
        "prefixes": {"id": base, **PREFIXES},
    }
    response = HTMLResponse(page("sparql", data, language, {}), headers={"vary": "accept, cookie"})
    await response(request.scope, request.receive, send)


@cache
def _named(language: str) -> list[dict[str, Any]]:
    """The named queries that come with the program: name, what each asks, its text."""
    from kg.rdf.queries import named_queries

    try:
        found = named_queries()
    except (KgError, OSError):
        return []
    return [
        {"name": q.name, "about": q.chinese if language == "zh" and q.chinese else q.summary, "text": q.text}
        for q in found.values()
    ]
