"""Rows out of a store: the whole graph, its bare bones, or the facts about some things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from kg.export.rows import (
    ArticleRow,
    EntityRow,
    EventRow,
    EvidenceRow,
    Kind,
    ParticipationRow,
    Source,
    Tables,
    TenureRow,
    local,
)
from kg.model.namespaces import prologue

PREFIXES = prologue()
CLASSES: dict[Kind, str] = {"person": "foaf:Person", "organization": "org:Organization", "place": "kg:Place"}
BATCH = 500  # IRIs in one VALUES block: queries stay under 64 kB, which remote endpoints accept by POST
Ids = Collection[str] | None
"""The IRIs to tell of; None for all."""

ENTITIES = """SELECT ?id ?class ?name ?rank WHERE { %s
  ?id a ?class . FILTER(?class IN (foaf:Person, org:Organization, kg:Place))
  { ?id skos:prefLabel ?name BIND(IF(LCASE(LANG(?name)) IN ("zh-hans", "zh", ""), 0, 1) AS ?rank) }
  UNION { ?id skos:altLabel ?name BIND(2 AS ?rank) } }"""
TENURES = """SELECT ?id ?person ?organization ?post ?level ?first ?last ?from ?until ?status ?fp ?up WHERE { %s
  ?id a kg:Tenure ; org:member ?person ; org:role ?role . ?role skos:prefLabel ?post .
  OPTIONAL { ?id org:organization ?organization } OPTIONAL { ?id kg:level ?level }
  OPTIONAL { ?id kg:firstAttested ?first } OPTIONAL { ?id kg:lastAttested ?last }
  OPTIONAL { ?id kg:validFrom ?from } OPTIONAL { ?id kg:validUntil ?until }
  OPTIONAL { ?id kg:validFromPrecision ?fp } OPTIONAL { ?id kg:validUntilPrecision ?up }
  OPTIONAL { ?id kg:status ?status } FILTER(LCASE(LANG(?post)) IN ("zh-hans", "")) }"""
POSTS = """SELECT ?id ?person ?organization ?post WHERE { %s
  ?id org:member ?person ; org:role ?role . ?role skos:prefLabel ?post .
  OPTIONAL { ?id org:organization ?organization } FILTER(LCASE(LANG(?post)) IN ("zh-hans", "")) }"""
EVENTS = """SELECT ?id ?type ?label ?start ?end ?open ?part ?sp ?ep WHERE { %s
  ?id a kg:Event ; kg:eventType ?type .
  OPTIONAL { ?id skos:prefLabel ?label FILTER(LCASE(LANG(?label)) IN ("zh-hans", "")) }
  OPTIONAL { ?id kg:startDate ?start } OPTIONAL { ?id kg:endDate ?end }
  OPTIONAL { ?id kg:startPrecision ?sp } OPTIONAL { ?id kg:endPrecision ?ep }
  OPTIONAL { ?id kg:openList ?open } OPTIONAL { ?id kg:subEventOf ?part } }"""
PARTS = """SELECT ?id ?event ?participant ?role ?position WHERE { %s
  ?id kg:event ?event ; kg:participant ?participant .
  OPTIONAL { ?id kg:participationRole ?role } OPTIONAL { ?id kg:position ?position } }"""
EVIDENCE = """SELECT ?id ?article ?start ?end ?quote ?normalized ?prefix ?suffix ?rule ?confidence ?resolved
  WHERE { %s
  ?id kg:source ?article ; oa:start ?start ; oa:end ?end ; oa:exact ?quote .
  OPTIONAL { ?id kg:normalizedQuote ?normalized }
  OPTIONAL { ?id oa:prefix ?prefix } OPTIONAL { ?id oa:suffix ?suffix }
  OPTIONAL { ?id kg:rule ?rule } OPTIONAL { ?id kg:confidence ?confidence }
  OPTIONAL { ?id kg:resolvedBy ?resolved } }"""
SPANS = """SELECT ?id ?article ?start ?end WHERE { %s
  ?id kg:source ?article ; oa:start ?start ; oa:end ?end . FILTER(?end - ?start >= 15) }"""
QUOTES = "SELECT ?id ?quote WHERE { %s ?id oa:exact ?quote }"
PROOFS = """SELECT ?id (COUNT(?e) AS ?n) (MIN(?e) AS ?one) (MAX(?e) AS ?other) WHERE { %s ?id kg:evidence ?e }
  GROUP BY ?id"""
ARTICLES = """SELECT ?id (MIN(?t) AS ?title) (MIN(?d) AS ?date) (MIN(?s) AS ?source) (MIN(?u) AS ?url) WHERE { %s
  ?id a kg:Article . OPTIONAL { ?id schema:headline ?t } OPTIONAL { ?id schema:datePublished ?d }
  OPTIONAL { ?id schema:publisher ?p OPTIONAL { ?p skos:prefLabel ?l } BIND(COALESCE(?l, STR(?p)) AS ?s) }
  OPTIONAL { ?id schema:url ?u } } GROUP BY ?id"""
LABELS = """SELECT ?id ?zh ?en WHERE { %s
  ?id a skos:Concept ; skos:prefLabel ?zh, ?en .
  FILTER(LCASE(LANG(?zh)) = "zh-hans" && LANG(?en) = "en") }"""


def read_tables(source: Source) -> Tables:
    """The whole graph as rows."""
    return Tables(
        entities=read_entities(source),
        tenures=read_tenures(source),
        events=read_events(source),
        participations=read_participations(source),
        evidence=read_evidence(source),
        articles=read_articles(source),
        labels=read_labels(source),
    )


def read_entities(source: Source, ids: Ids = None) -> dict[str, EntityRow]:
    """Persons, bodies and places. Names: a simplified preferred label first, then the other forms, sorted."""
    kinds = {_full(name): kind for kind, name in CLASSES.items()}
    kind_of: dict[str, Kind] = {}
    names: dict[str, set[tuple[int, str]]] = defaultdict(set)
    for row in _rows(source, ENTITIES, ids):
        kind_of[row["id"]] = kinds[row["class"]]
        names[row["id"]].add((int(row["rank"]), row["name"]))
    more = {
        key: _many(source, path, ids)
        for key, path in {
            "jurisdiction": "kg:jurisdiction",
            "part_of": "org:subOrganizationOf|skos:broader",
            "code": "skos:notation",
        }.items()
    }
    found = {}
    for iri, forms in sorted(names.items()):
        name, *others = dict.fromkeys(form for _, form in sorted(forms))
        one = {key: values[iri][0] for key, values in more.items() if iri in values}
        found[iri] = EntityRow(iri, kind_of[iri], name, tuple(others), **one)
    return found


def read_tenures(source: Source, ids: Ids = None, proofs: bool = True) -> dict[str, TenureRow]:
    """Tenures by IRI."""
    evidence = _many(source, "kg:evidence", ids, "kg:Tenure") if proofs else {}
    rows = {
        r["id"]: TenureRow(
            r["id"], r["person"], r["organization"], r["post"], local(r["level"]), r["first"], r["last"],
            _known(r["from"], r["fp"]), _known(r["until"], r["up"]), local(r["status"]),
            tuple(evidence.get(r["id"], ())),
        )
        for r in _rows(source, TENURES, ids)
    }  # fmt: skip
    return dict(sorted(rows.items()))


def read_posts(source: Source, ids: Ids) -> dict[str, TenureRow]:
    """Tenures with nothing but person, body and post: the capacities in which people act."""
    return {
        r["id"]: TenureRow(r["id"], r["person"], r["organization"], r["post"])
        for r in _rows(source, POSTS, ids)
    }


def read_events(source: Source, ids: Ids = None, proofs: bool = True) -> dict[str, EventRow]:
    """Events by IRI."""
    evidence = _many(source, "kg:evidence", ids, "kg:Event") if proofs else {}
    places = _many(source, "kg:place", ids)
    rows = {
        r["id"]: EventRow(
            r["id"], local(r["type"]), r["label"], _known(r["start"], r["sp"]), _known(r["end"], r["ep"]),
            tuple(places.get(r["id"], ())), r["open"] == "true", r["part"], tuple(evidence.get(r["id"], ())),
        )
        for r in _rows(source, EVENTS, ids)
    }  # fmt: skip
    return dict(sorted(rows.items()))


def read_participations(
    source: Source, events: Ids = None, proofs: bool = True
) -> dict[str, ParticipationRow]:
    """Participations by IRI: those in `events`, or all."""
    rows = list(_rows(source, PARTS, events, "?event"))
    ids = None if events is None else [r["id"] for r in rows]
    evidence = _many(source, "kg:evidence", ids, "kg:Participation") if proofs else {}
    capacity = _many(source, "kg:inCapacity", ids)
    found = {
        r["id"]: ParticipationRow(
            r["id"], r["event"], r["participant"], local(r["role"]), int(r["position"] or 0),
            tuple(capacity.get(r["id"], ())), tuple(evidence.get(r["id"], ())),
        )
        for r in rows
    }  # fmt: skip
    return dict(sorted(found.items()))


def read_evidence(source: Source, ids: Ids = None) -> dict[str, EvidenceRow]:
    """Quotations by IRI."""
    rows = {
        r["id"]: EvidenceRow(
            r["id"], r["article"], int(r["start"]), int(r["end"]), r["quote"], r["normalized"], r["prefix"],
            r["suffix"], r["rule"], float(r["confidence"] or 1), r["resolved"],
        )
        for r in _rows(source, EVIDENCE, ids)
    }  # fmt: skip
    return dict(sorted(rows.items()))


def read_sentences(source: Source, words: Iterable[EvidenceRow]) -> list[EvidenceRow]:
    """The longer quotations in which some words stand, without how they were found.

    Their places are compared here: a store would join every quotation of an article with every other.
    """
    wanted: dict[str, list[EvidenceRow]] = defaultdict(list)
    for row in words:
        wanted[row.article].append(row)
    around: dict[str, EvidenceRow] = {}
    for r in _rows(source, SPANS, wanted, "?article"):
        start, end = int(r["start"]), int(r["end"])
        if any(start <= w.start and w.end <= end for w in wanted[r["article"]]):
            around[r["id"]] = EvidenceRow(r["id"], r["article"], start, end, "")
    return [replace(around[r["id"]], quote=r["quote"]) for r in _rows(source, QUOTES, around)]


def read_proofs(source: Source, ids: Ids) -> dict[str, tuple[int, tuple[str, ...]]]:
    """How many proofs facts have, and two of them: a leader's post may have thousands."""
    return {
        r["id"]: (int(r["n"]), tuple(dict.fromkeys((r["one"], r["other"]))))
        for r in _rows(source, PROOFS, ids)
    }


def read_articles(source: Source, ids: Ids = None) -> dict[str, ArticleRow]:
    """Articles by IRI."""
    rows = {
        r["id"]: ArticleRow(r["id"], r["title"], r["date"], r["source"], r["url"])
        for r in _rows(source, ARTICLES, ids)
    }
    return dict(sorted(rows.items()))


def read_labels(source: Source) -> dict[str, tuple[str, str]]:
    """Labels of the codes (types of event, roles in one), by local name."""
    return {local(r["id"]): (r["zh"], r["en"]) for r in _rows(source, LABELS, None)}


def _many(source: Source, path: str, ids: Ids, rdf_class: str = "") -> dict[str, list[str]]:
    """All values of a property, sorted, by subject."""
    found: dict[str, list[str]] = defaultdict(list)
    member = f" ?id a {rdf_class} ." if rdf_class and ids is None else ""
    for row in _rows(source, f"SELECT ?id ?value WHERE {{ %s{member} ?id {path} ?value }}", ids):
        found[row["id"]].append(row["value"])
    for values in found.values():
        values.sort()
    return found


def _known(day: str, precision: str) -> str:
    """A date without the digits that only fill it up: 2015-01-01 known to the year is 2015."""
    return day[: {"unitYear": 4, "unitMonth": 7}.get(local(precision), 10)]


def _rows(source: Source, query: str, ids: Ids, variable: str = "?id") -> Iterator[dict[str, str]]:
    """The answers, "" for unbound; `query` has %s where the values of `variable` go, in batches."""
    ordered = None if ids is None else sorted(set(ids))
    batches = (
        [ordered[n : n + BATCH] for n in range(0, len(ordered), BATCH)] if ordered is not None else [None]
    )
    for batch in batches:
        values = "" if batch is None else f"VALUES {variable} {{ {' '.join(f'<{iri}>' for iri in batch)} }}"
        for answer in source.select(PREFIXES + query % values):
            yield {key: value or "" for key, value in answer.items()}


def _full(name: str) -> str:
    from kg.model.namespaces import PREFIXES as NAMESPACES

    prefix, _, rest = name.partition(":")
    return NAMESPACES[prefix] + rest
