"""The description of the JSON API, by which programs can find their way (OpenAPI 3.1)."""

from __future__ import annotations

from typing import Any

from kg import __version__

TEXT, NUMBER, YES = {"type": "string"}, {"type": "integer"}, {"type": "boolean"}


def _many(item: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": item}


def _object(**properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


LINK = _object(id=TEXT, name=TEXT)
COUNTED = _object(id=TEXT, name=TEXT, kind=TEXT, events=NUMBER)
SPOT = _object(id=TEXT, name=TEXT, kind=TEXT, events=NUMBER, x={"type": "number"}, y={"type": "number"})
TIE = _object(a=TEXT, b=TEXT, events=NUMBER)
PROOF = _object(
    id=TEXT, quote=TEXT, start=NUMBER, end=NUMBER, article=TEXT, title=TEXT, date=TEXT, source=TEXT, rule=TEXT,
    confidence=TEXT,
)  # fmt: skip
TENURE = _object(
    id=TEXT, person=LINK, body=LINK, post=TEXT, first=TEXT, last=TEXT, status=TEXT, reports=NUMBER,
    proofs=_many(PROOF), until=TEXT,
)  # fmt: skip
TENURE["properties"]["from"] = TEXT
EVENT = _object(id=TEXT, label=TEXT, type=TEXT, date=TEXT, part=_many(TEXT))
PARTICIPANT = _object(
    id=TEXT, name=TEXT, kind=TEXT, part=TEXT, position=NUMBER, capacities=_many(TEXT), proof=PROOF
)
MONTHS = {"type": "object", "additionalProperties": NUMBER}
DOINGS = {"events": _many(EVENT), "event_count": NUMBER, "page": NUMBER, "pages": NUMBER, "months": MONTHS}
ANSWERS = {
    "person": _object(id=TEXT, iri=TEXT, name=TEXT, names=_many(TEXT), perhaps=_many(LINK), tenures=_many(TENURE),
                      places=_many(COUNTED), companions=_many(COUNTED), **DOINGS),
    "body": _object(id=TEXT, iri=TEXT, name=TEXT, names=_many(TEXT), posts=_many(_object(post=TEXT,
                    tenures=_many(TENURE))), posts_left_out=NUMBER, companions=_many(COUNTED), **DOINGS),
    "event": _object(id=TEXT, iri=TEXT, name=TEXT, type=TEXT, start=TEXT, end=TEXT, open_list=YES,
                     places=_many(LINK), participants=_many(PARTICIPANT), words=_many(PROOF), proofs=_many(PROOF)),
    "article": _object(id=TEXT, iri=TEXT, name=TEXT, date=TEXT, source=TEXT, url=TEXT, has_text=YES,
                       pieces=_many(_object(text=TEXT, read=TEXT, relation=TEXT, facts=_many(NUMBER), person=TEXT)),
                       facts=_many(_object(number=NUMBER, relation=TEXT, name=TEXT, start=NUMBER, end=NUMBER,
                                           quote=TEXT, rule=TEXT)),
                       damage=_many(_object(kind=TEXT, start=NUMBER, end=NUMBER, repaired_as=TEXT))),
    "place": _object(id=TEXT, iri=TEXT, name=TEXT, code=TEXT, events=_many(EVENT), event_count=NUMBER),
    "network": _object(id=TEXT, name=TEXT, nodes=_many(SPOT), ties=_many(TIE)),
}  # fmt: skip
SUMMARIES = {
    "person": "A person: names, posts in time, events, companions, places",
    "body": "A body: names, posts and who held them one after the other, events",
    "event": "An event: participants with their capacities, quotations",
    "article": "An article: its text with every fact marked, what was mended",
    "place": "A place and the events there",
    "network": "Who took part in the same events as a person or body",
}


def _get(summary: str, parameters: list[dict[str, Any]], schema: dict[str, Any]) -> dict[str, Any]:
    content = {"application/json": {"schema": schema}}
    refused = {"description": "why not", "content": {"application/json": {"schema": _object(error=TEXT)}}}
    return {
        "get": {
            "summary": summary,
            "parameters": parameters,
            "responses": {
                "200": {"description": "found", "content": content},
                "404": refused,
                "429": refused,
                "503": refused,
            },
        }
    }


def _parameter(name: str, where: str, schema: dict[str, Any], about: str) -> dict[str, Any]:
    return {"name": name, "in": where, "required": where == "path", "schema": schema, "description": about}


def description() -> dict[str, Any]:
    """The OpenAPI document."""
    words = [
        _parameter("q", "query", TEXT, "a name, short form, traditional form, pinyin or its initials"),
        _parameter("kind", "query", {"enum": ["", "person", "body", "place"]}, "only these"),
        _parameter("most", "query", NUMBER, "at most so many"),
    ]
    found = _object(q=TEXT, results=_many(COUNTED))
    paths = {
        "/api/search": _get("Persons, bodies and places by name, however it is typed", words, found),
        "/api/overview": _get(
            "Who takes part most often, tied to whom they meet most, with places to draw them",
            [],
            _object(ready=YES, nodes=_many(SPOT), ties=_many(TIE)),
        ),
        "/api/stats": _get("How large the graph is, and what is in it most often", [], {"type": "object"}),
    }
    for kind, schema in ANSWERS.items():
        parameters = [_parameter("id", "path", TEXT, "the last part of the IRI")]
        if "pages" in schema["properties"]:
            parameters.append(_parameter("page", "query", NUMBER, "which fifty of its events, from 1"))
        paths[f"/api/{kind}/{{id}}"] = _get(SUMMARIES[kind], parameters, schema)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Renmai",
            "version": __version__,
            "summary": "Who held which post, and which sentence proves it",
        },
        "paths": paths,
    }
