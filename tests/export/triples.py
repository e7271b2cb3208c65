"""Rows as N-Triples, in the terms of the ontology: what a build would have written of the same facts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields

from kg.export.rows import Tables
from kg.model.namespaces import EVENT_TYPE, PART, PREFIXES
from kg.store.local import LocalStore, memory_store
from tests.export.invented import BASE

CLASS = {"person": "foaf:Person", "organization": "org:Organization", "place": "kg:Place"}
LABELS = {"lead": ("主要人物", "lead"), "accompany": ("陪同", "accompanies"), "meeting": ("会议", "meeting")}


def store_of(tables: Tables) -> LocalStore:
    return memory_store("".join(triples(tables)), BASE)


def triples(tables: Tables) -> Iterator[str]:
    def say(subject: str, predicate: str, *values: str) -> Iterator[str]:
        for value in values:
            if value:
                yield f"<{subject}> {full(predicate)} {value} .\n"

    posts = {t.post: BASE + f"r-{n}" for n, t in enumerate(tables.tenures.values())}
    for post, iri in posts.items():
        yield from say(iri, "rdf:type", full("org:Role"))
        yield from say(iri, "skos:prefLabel", text(post, "zh-Hans"))
    for e in tables.entities.values():
        yield from say(e.id, "rdf:type", full(CLASS[e.kind]))
        yield from say(e.id, "skos:prefLabel", text(e.name, "zh-Hans"))
        yield from say(e.id, "skos:altLabel", *(text(n, "zh") for n in e.names))
        yield from say(e.id, "kg:jurisdiction", node(e.jurisdiction))
        yield from say(
            e.id, "org:subOrganizationOf" if e.kind == "organization" else "skos:broader", node(e.part_of)
        )
        yield from say(e.id, "skos:notation", text(e.code))
    for t in tables.tenures.values():
        yield from say(t.id, "rdf:type", full("kg:Tenure"))
        yield from say(t.id, "org:member", node(t.person))
        yield from say(t.id, "org:organization", node(t.organization))
        yield from say(t.id, "org:role", node(posts[t.post]))
        yield from say(t.id, "kg:level", text(t.level))
        yield from say(t.id, "kg:status", text(t.status))
        yield from say(t.id, "kg:firstAttested", day(t.first))
        yield from say(t.id, "kg:lastAttested", day(t.last))
        yield from say(t.id, "kg:validFrom", day(t.valid_from))
        yield from say(t.id, "kg:validUntil", day(t.valid_until))
        yield from say(t.id, "kg:evidence", *map(node, t.evidence))
    for v in tables.events.values():
        yield from say(v.id, "rdf:type", full("kg:Event"))
        yield from say(v.id, "kg:eventType", f"<{EVENT_TYPE}{v.type}>")
        yield from say(v.id, "skos:prefLabel", text(v.label, "zh-Hans"))
        yield from say(v.id, "kg:startDate", day(v.start))
        yield from say(v.id, "kg:endDate", day(v.end))
        if len(v.start) == 4:
            yield from say(v.id, "kg:startPrecision", full("time:unitYear"))
        yield from say(v.id, "kg:place", *map(node, v.places))
        yield from say(v.id, "kg:openList", f'"{str(v.open_list).lower()}"^^{full("xsd:boolean")}')
        yield from say(v.id, "kg:subEventOf", node(v.part_of))
        yield from say(v.id, "kg:evidence", *map(node, v.evidence))
    for p in tables.participations.values():
        yield from say(p.id, "rdf:type", full("kg:Participation"))
        yield from say(p.id, "kg:event", node(p.event))
        yield from say(p.id, "kg:participant", node(p.participant))
        yield from say(p.event, "sem:hasActor", node(p.participant))
        yield from say(p.id, "kg:participationRole", f"<{PART}{p.role}>")
        yield from say(p.id, "kg:position", number(p.position) if p.position else "")
        yield from say(p.id, "kg:inCapacity", *map(node, p.capacity))
        yield from say(p.id, "kg:evidence", *map(node, p.evidence))
    for q in tables.evidence.values():
        yield from say(q.id, "rdf:type", full("kg:Evidence"))
        yield from say(q.id, "kg:source", node(q.article))
        yield from say(q.id, "oa:start", number(q.start))
        yield from say(q.id, "oa:end", number(q.end))
        yield from say(q.id, "oa:exact", text(q.quote, "zh-Hans"))
        yield from say(q.id, "kg:confidence", f'"{q.confidence}"^^{full("xsd:decimal")}')
        yield from say(q.id, "kg:rule", text(q.rule))
        yield from say(q.id, "kg:resolvedBy", text(q.resolved_by))
    for a in tables.articles.values():
        yield from say(a.id, "rdf:type", full("kg:Article"))
        yield from say(a.id, "schema:headline", text(a.title, "zh-Hans"))
        yield from say(a.id, "schema:datePublished", day(a.date))
        yield from say(a.id, "schema:publisher", text(a.source))
        yield from say(a.id, "schema:url", text(a.url))
    for code, (zh, en) in LABELS.items():
        yield from say(EVENT_TYPE + code, "rdf:type", full("skos:Concept"))
        yield from say(EVENT_TYPE + code, "skos:prefLabel", text(zh, "zh-Hans"), text(en, "en"))


def full(name: str) -> str:
    prefix, _, rest = name.partition(":")
    return f"<{PREFIXES[prefix]}{rest}>"


def node(iri: str) -> str:
    return f"<{iri}>" if iri else ""


def text(value: str, language: str = "") -> str:
    return (json.dumps(value, ensure_ascii=False) + (f"@{language}" if language else "")) if value else ""


def day(value: str) -> str:
    return f'"{(value + "-01-01")[:10]}"^^{full("xsd:date")}' if value else ""


def number(value: int) -> str:
    return f'"{value}"^^{full("xsd:integer")}'


def same(one: Tables, other: Tables) -> bool:
    """Whether two sets of rows are equal, but for labels."""
    return all(getattr(one, f.name) == getattr(other, f.name) for f in fields(Tables) if f.name != "labels")
