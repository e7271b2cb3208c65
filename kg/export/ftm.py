"""FollowTheMoney, a JSON object in a line: what Aleph, OpenAleph and OpenSanctions read.

A tenure becomes an Occupancy of a Position; attested days stand in `date`, never in `startDate` or `endDate`, which
only appointments and removals give. Every fact has its articles as `proof` and its quotations as `summary`.
"""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.export.files import beside, json_line
from kg.export.reading import read_tables
from kg.export.rows import EntityRow, Tables, TenureRow, local
from kg.model.values import Store

Properties = dict[str, list[str]]
COMPANY = re.compile(r"(?:公司|集团|银行|厂|矿|酒店|商场|合作社)$")
PUBLIC = re.compile(
    r"(?:委员会|政府|人民代表大会|国务院|[部厅局署院处科办]|法院|检察院|政治协商会议.*|总?工会|党组|党委|军委|办公[厅室])$"
)
ENDED = ("former", "removed")
QUOTES = 3
LONGEST = 250  # characters; FollowTheMoney refuses names of more than 384 and addresses of more than 250


def write(store: Store, path: Path) -> None:
    """Write the graph of a store as FollowTheMoney entities."""
    tables = read_tables(store)
    with beside(path) as part, part.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(json_line(e) for e in entities(tables))


def entities(tables: Tables) -> Iterator[dict[str, Any]]:
    """Yield persons, bodies, articles, positions, occupancies and events."""
    for row in tables.entities.values():
        if row.kind != "place":
            yield _entity(row.id, _schema(row), {"name": [row.name], "alias": list(row.names)})
    for article in tables.articles.values():
        about = {"title": [article.title], "publishedAt": [article.date], "publisher": [article.source]}
        link = [article.url] if article.url.startswith(("http://", "https://")) else []
        yield _entity(article.id, "Article", {**about, "sourceUrl": link})
    yield from _positions(tables)
    involved: dict[str, list[str]] = defaultdict(list)
    for part in tables.participations.values():
        if part.participant in tables.entities:
            involved[part.event].append(local(part.participant))
    for event in tables.events.values():
        names = [tables.name_of(p) for p in event.places]
        about = {"name": [event.label or event.type], "startDate": [event.start], "endDate": [event.end]}
        proof = _proof(tables, event.evidence)
        yield _entity(
            event.id, "Event", {**about, "location": names, "involved": involved[event.id], **proof}
        )


def _schema(row: EntityRow) -> str:
    if row.kind == "person":
        return "Person"
    if COMPANY.search(row.name):
        return "Company"
    return "PublicBody" if PUBLIC.search(row.name) else "Organization"


def _positions(tables: Tables) -> Iterator[dict[str, Any]]:
    seen: set[str] = set()
    for tenure in tables.tenures.values():
        key = "pos-" + hashlib.sha256(f"{tenure.organization} {tenure.post}".encode()).hexdigest()[:16]
        body = tables.name_of(tenure.organization) if tenure.organization else ""
        if key not in seen:
            seen.add(key)
            yield _entity(
                key, "Position", {"name": [body + tenure.post], "organization": [local(tenure.organization)]}
            )
        yield _occupancy(tables, tenure, key)


def _occupancy(tables: Tables, tenure: TenureRow, position: str) -> dict[str, Any]:
    ended = tenure.status in ENDED or bool(tenure.valid_until)
    about = {
        "holder": [local(tenure.person)],
        "post": [position],
        "status": ["ended" if ended else "unknown"],
    }
    dates = {
        "date": [tenure.first, tenure.last],
        "startDate": [tenure.valid_from],
        "endDate": [tenure.valid_until],
    }
    return _entity(tenure.id, "Occupancy", {**about, **dates, **_proof(tables, tenure.evidence)})


def _proof(tables: Tables, evidence: tuple[str, ...]) -> Properties:
    rows = [tables.evidence[iri] for iri in evidence if iri in tables.evidence]
    return {"proof": [local(row.article) for row in rows], "summary": [row.quote for row in rows[:QUOTES]]}


def _entity(iri: str, schema: str, properties: Properties) -> dict[str, Any]:
    """An entity; empty values go, the others stay once each in their order."""
    kept = {
        key: list(dict.fromkeys(v if key == "summary" else v[:LONGEST] for v in values if v))
        for key, values in properties.items()
    }
    return {
        "id": local(iri),
        "schema": schema,
        "properties": {key: values for key, values in kept.items() if values},
    }
