"""Matching a table's names against the graph: W3C Entity Reconciliation API 0.2, what a worker answers.

A name that one person alone bears, in any form of it, is a match; namesakes are candidates until a property
(organization, post) tells them apart. Scores are 0 to 100.
"""

from __future__ import annotations

from typing import Any

from kg.serve.explorer.asked import Index
from kg.serve.explorer.graph import Graph, values

TYPES = {"person": "Person 人物", "organization": "Organization 机构", "place": "Place 地点"}
KIND_OF = {"person": "person", "organization": "body", "place": "place"}
TYPE_OF = {"person": "person", "body": "organization", "place": "place"}
PROPERTIES = {
    "organization": "organization 所在机构",
    "post": "post 职务",
    "first": "first attested 最早见报",
    "last": "last attested 最近见报",
    "names": "other names 别名",
    "code": "code 代码",
}
MATCHED = ("organization", "post")  # properties that tell namesakes apart
MAIN, OTHER, SPELLED, BEGINS, HOLDS = 100.0, 90.0, 75.0, 60.0, 40.0
"""The main name; another form of it; its pinyin, which many names may share; a beginning; a part."""
MOST = 20
ENTITIES = {"organization": "organization"}  # properties whose values are things of the graph → their type
DAYS = {"first": min, "last": max}
TENURES = """SELECT ?who ?organization ?body ?post ?first ?last { VALUES ?who { %s }
  ?t org:member ?who ; org:role/skos:prefLabel ?post .
  OPTIONAL { ?t org:organization ?organization . ?organization skos:prefLabel|skos:altLabel ?body }
  OPTIONAL { ?t kg:firstAttested ?first } OPTIONAL { ?t kg:lastAttested ?last } } LIMIT 5000"""


def reconcile(graph: Graph, index: Index, queries: dict[str, Any]) -> dict[str, Any]:
    """Candidates for each query of a batch, the best first."""
    return {key: {"result": candidates(graph, index, query)} for key, query in queries.items()}


def candidates(graph: Graph, index: Index, query: dict[str, Any]) -> list[dict[str, Any]]:
    """Candidates for one name."""
    words = str(query.get("query", ""))
    type_ = query.get("type") or ""
    kind = KIND_OF.get(str(type_[0] if isinstance(type_, list) and type_ else type_), "")
    most = min(MOST, query["limit"]) if isinstance(query.get("limit"), int) and query["limit"] > 0 else 5
    exact = SPELLED if words.isascii() else OTHER
    found = [_scored(hit, words, exact) for hit in index.exactly(words, kind, MOST)]
    if not found:
        found = [_scored(hit, words, HOLDS) for hit in index.search(words, kind, MOST)]
    wanted = _wanted(query.get("properties"))
    if wanted:
        _weigh(graph, found, wanted)
    found.sort(key=lambda one: -one["score"])
    sure = [one for one in found if one["score"] >= OTHER]
    for one in found:
        one["match"] = sure == [one]
    return found[:most]


def _scored(hit: dict[str, Any], words: str, usual: float) -> dict[str, Any]:
    words = " ".join(words.split())
    score = MAIN if hit["name"] == words else max(usual, BEGINS if hit["name"].startswith(words) else 0.0)
    type_ = TYPE_OF[hit["kind"]]
    return {
        "id": hit["id"],
        "name": hit["name"],
        "description": hit["post"] or hit["also"],
        "type": [{"id": type_, "name": TYPES[type_]}],
        "score": score,
        "match": False,
    }


def _wanted(properties: Any) -> dict[str, list[str]]:
    """Property → the values that a table gives for it."""
    wanted: dict[str, list[str]] = {}
    for given in properties if isinstance(properties, list) else []:
        if isinstance(given, dict) and given.get("pid") in MATCHED:
            value = given.get("v")
            listed = value if isinstance(value, list) else [value]
            words = [str(one.get("name", "") if isinstance(one, dict) else one) for one in listed if one]
            wanted[given["pid"]] = [word for word in words if word]
    return {name: words for name, words in wanted.items() if words}


def _weigh(graph: Graph, found: list[dict[str, Any]], wanted: dict[str, list[str]]) -> None:
    """Add to the score of those whose tenures agree, take from those whose do not."""
    held: dict[str, list[dict[str, str]]] = {}
    for row in graph.rows(TENURES % values(graph.base + one["id"] for one in found)):
        held.setdefault(graph.local(row["who"]), []).append(row)
    for one in found:
        rows = held.get(one["id"], [])
        agree = sum(any(_agrees(row, name, words) for row in rows) for name, words in wanted.items())
        one["score"] = max(0.0, one["score"] - 30 * (len(wanted) - agree))


def _agrees(row: dict[str, str], name: str, words: list[str]) -> bool:
    told = row["post"] if name == "post" else row["body"]
    return bool(told) and any(told == word or told in word or word in told for word in words)


def extend(graph: Graph, index: Index, ids: list[str], properties: list[str]) -> dict[str, Any]:
    """Columns for things that were matched."""
    known = {id_: thing for id_ in ids if (thing := index.thing(id_))}
    held: dict[str, list[dict[str, str]]] = {}
    if any(p in properties for p in ("organization", "post", "first", "last")):
        for row in graph.rows(TENURES % values(graph.base + id_ for id_ in known)):
            held.setdefault(graph.local(row["who"]), []).append(row)
    asked = [p for p in properties if p in PROPERTIES]
    return {
        "meta": [_column(p) for p in asked],
        "rows": {
            id_: {p: _cells(graph, index, p, known.get(id_), held.get(id_, [])) for p in asked} for id_ in ids
        },
    }


def _column(name: str) -> dict[str, Any]:
    """What a column is called, and of which type the things in it are."""
    type_ = ENTITIES.get(name)
    told: dict[str, Any] = {"id": name, "name": PROPERTIES[name]}
    return {**told, "type": {"id": type_, "name": TYPES[type_]}} if type_ else told


def _cells(
    graph: Graph, index: Index, name: str, thing: dict[str, Any] | None, rows: list[dict[str, str]]
) -> list[dict[str, str]]:
    """The values of a property: things with their ids, days as the API writes them, else words."""
    if thing is None:
        return []
    if name in ENTITIES:
        ids = sorted({graph.local(row[name]) for row in rows if row[name]})
        return [{"id": id_, "name": known["name"]} for id_ in ids if (known := index.thing(id_))]
    if name in DAYS:
        days = [row[name][:10] for row in rows if row[name]]
        return [{"date": f"{DAYS[name](days)}T00:00:00Z"}] if days else []
    if name == "names":
        return [{"str": text} for text in thing["also"].split("、") if text]
    if name == "code":
        return [{"str": thing["code"]}] if thing["code"] else []
    return [{"str": text} for text in sorted({row[name] for row in rows} - {""})]


def suggest(_graph: Graph, index: Index, prefix: str, cursor: int = 0) -> dict[str, Any]:
    """Entities whose name begins with, or holds, what is typed."""
    hits = index.search(prefix, "", cursor + MOST)[cursor:]
    return {
        "result": [
            {
                "id": hit["id"],
                "name": hit["name"],
                "description": hit["post"] or hit["also"],
                "notable": [{"id": TYPE_OF[hit["kind"]], "name": TYPES[TYPE_OF[hit["kind"]]]}],
            }
            for hit in hits
        ]
    }


def preview(_graph: Graph, index: Index, id_: str) -> dict[str, Any]:
    """What a small window tells of a thing.

    Raises:
        NotFound: there is none.
    """
    from kg.serve.explorer.graph import NotFound

    thing = index.thing(id_)
    if thing is None:
        raise NotFound("there is nothing of that name here")
    return {**thing, **index.doings(id_, 1)}
