"""The SPARQL 1.1 Protocol: what an HTTP request asks for, or why it cannot be served."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.requests import Request

from kg.serve import media
from kg.serve.limits import Limits
from kg.serve.refuse import Refused, Shape, examine

FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
UPDATE = "application/sparql-update"
FOREIGN = re.compile(r"(?!https?:|urn:|tag:)", re.IGNORECASE)
MOST_PARAMETERS = 200


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that may be evaluated. `default`/`named` are None where the request names no graphs."""

    query: str
    shape: Shape
    media: str
    default: tuple[str, ...] | None
    named: tuple[str, ...] | None

    @property
    def form(self) -> str:
        """The form in which the answer is written."""
        return media.written_as(self.media, self.shape.kind)


Parameters = dict[str, list[str]]


def parameters_of(query_string: bytes | str) -> Parameters:
    """The parameters of a URL or a form.

    Raises:
        Refused: they are not UTF-8, or too many.
    """
    try:
        text = query_string.decode("ascii") if isinstance(query_string, bytes) else query_string
        pairs = parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=MOST_PARAMETERS)
    except UnicodeDecodeError:
        raise Refused(400, "the parameters are not UTF-8") from None
    except ValueError:
        raise Refused(400, f"more than {MOST_PARAMETERS} parameters") from None
    found: Parameters = {}
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    return found


async def read_body(request: Request, most: int) -> bytes:
    """The body of a request.

    Raises:
        Refused: it is longer than `most` bytes.
    """
    said = request.headers.get("content-length", "0")
    if said.isdigit() and int(said) > most:
        raise Refused(413, f"the request is longer than {most} bytes")
    body = bytearray()
    pieces: AsyncIterator[bytes] = request.stream()
    async for piece in pieces:
        body += piece
        if len(body) > most:
            raise Refused(413, f"the request is longer than {most} bytes")
    return bytes(body)


async def read_parameters(request: Request, limits: Limits) -> Parameters:
    """Everything a request says, of its URL and its body; a direct POST's body is its `query`.

    Raises:
        Refused: the body is of a wrong type or length.
    """
    found = parameters_of(request.scope["query_string"])
    if request.method != "POST":
        return found
    content_type, _, rest = request.headers.get("content-type", "").partition(";")
    content_type = content_type.strip().lower()
    if content_type == UPDATE:
        raise Refused(403, "updates are refused: this endpoint only reads")
    if content_type not in {FORM, DIRECT}:
        raise Refused(415, f"a POST must be {FORM} or {DIRECT}")
    charset = re.search(r"charset\s*=\s*\"?([\w-]+)", rest, re.IGNORECASE)
    if charset and charset[1].lower() not in {"utf-8", "utf8", "us-ascii"}:
        raise Refused(415, "the request must be UTF-8")
    try:
        text = (await read_body(request, limits.body)).decode("utf-8")
    except UnicodeDecodeError:
        raise Refused(400, "the request is not UTF-8") from None
    if content_type == DIRECT:
        found.setdefault("query", []).append(text)
        return found
    for name, values in parameters_of(text).items():
        found.setdefault(name, []).extend(values)
    return found


def asked(parameters: Parameters, accept: str, limits: Limits, graphs: tuple[str, ...]) -> Asked:
    """Judge what a request asks for; `graphs` are the named graphs of the store.

    Raises:
        Refused: 400, 403, 406 or 413 with the reason.
    """
    if any(name in parameters for name in ("update", "using-graph-uri", "using-named-graph-uri")):
        raise Refused(403, "updates are refused: this endpoint only reads")
    queries = parameters.get("query", [])
    if len(queries) != 1:
        raise Refused(400, f"give exactly one parameter 'query'; this request has {len(queries)}")
    shape = examine(queries[0], limits.query_chars)
    for graph in shape.graphs:
        if graph not in graphs:
            raise Refused(
                403, f"FROM <{graph[:200]}> is refused: this store has no such graph, and none is fetched"
            )
    chosen = _chosen(parameters.get("format", []), accept, media.OFFERS[shape.kind])
    default, named = _graphs(parameters, "default-graph-uri"), _graphs(parameters, "named-graph-uri")
    if default is None and named is None:
        return Asked(queries[0], shape, chosen, None, None)
    return Asked(queries[0], shape, chosen, default or (), named or ())


def _graphs(parameters: Parameters, name: str) -> tuple[str, ...] | None:
    iris = tuple(iri for iri in parameters.get(name, []) if iri)
    for iri in iris:
        if FOREIGN.match(iri) or re.search(r'[\s<>"{}|\\^`]', iri):
            raise Refused(
                403, f"{name} <{iri[:200]}> is refused: this store has no such graph, and none is fetched"
            )
    return iris or None


def _chosen(formats: list[str], accept: str, offers: tuple[str, ...]) -> str:
    if formats and formats[0]:
        wanted = media.SHORT.get(formats[0].lower(), formats[0].lower())
        accept = wanted
    chosen = media.choose(accept, offers)
    if chosen is None:
        raise Refused(406, "this answer can be had as " + ", ".join(offers[:4]))
    return chosen
