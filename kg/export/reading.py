"""Rows out of a store: one query per kind of fact, and one per property that may have several values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from kg.export.rows import (
    Answer,
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

PREFIXES = """PREFIX kg: <https://w3id.org/renmai/ns#>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX schema: <https://schema.org/>
"""
CLASSES: dict[Kind, str] = {"person": "foaf:Person", "organization": "org:Organization", "place": "kg:Place"}
BATCH = 500  # IRIs in one VALUES block: queries stay under 64 kB, which remote endpoints accept by POST


def read_tables(source: Source) -> Tables:
    """The whole graph as rows."""
    tables = read_facts(source)
    tables.evidence.update(read_evidence(source))
    tables.articles.update(read_articles(source))
    return tables


def read_facts(source: Source) -> Tables:
    """The whole graph as rows, but for evidence and articles (which can be many, and are read for what is shown)."""
    return Tables(
        entities={e.id: e for kind in CLASSES for e in read_entities(source, kind)},
        tenures=read_tenures(source),
        events=read_events(source),
        participations=read_participations(source),
        labels=read_labels(source),
    )


def read_labels(source: Source) -> dict[str, tuple[str, str]]:
    """Labels of the codes (types of event, roles in one), by local name."""
    query = """SELECT ?id ?zh ?en WHERE { ?id a skos:Concept ; skos:prefLabel ?zh, ?en .
      FILTER(LCASE(LANG(?zh)) = "zh-hans" && LANG(?en) = "en") }"""
    return {local(row["id"]): (row["zh"], row["en"]) for row in _rows(source, query)}


def read_entities(source: Source, kind: Kind) -> list[EntityRow]:
    """Persons, bodies or places, sorted by IRI."""
    names = _names(source, CLASSES[kind])
    extra = {
        row["id"]: row
        for row in _rows(
            source,
            f"""SELECT ?id (MIN(?j) AS ?jurisdiction) (MIN(?p) AS ?part_of) (MIN(?c) AS ?code) WHERE {{
            ?id a {CLASSES[kind]} . OPTIONAL {{ ?id kg:jurisdiction ?j }}
            OPTIONAL {{ ?id org:subOrganizationOf|skos:broader ?p }} OPTIONAL {{ ?id skos:notation ?c }} }} GROUP BY ?id""",
        )
    }
    nothing: dict[str, str] = {}
    return [
        EntityRow(
            iri,
            kind,
            forms[0],
            tuple(forms[1:]),
            *(extra.get(iri, nothing).get(key, "") for key in ("jurisdiction", "part_of", "code")),
        )
        for iri, forms in sorted(names.items())
    ]


def _names(source: Source, rdf_class: str) -> dict[str, list[str]]:
    """The preferred label first, in simplified characters where there is one; then the other forms, sorted."""
    found: dict[str, set[tuple[int, str]]] = defaultdict(set)
    query = f"""SELECT ?id ?name ?rank WHERE {{ ?id a {rdf_class} .
      {{ ?id skos:prefLabel ?name BIND(IF(LCASE(LANG(?name)) IN ("zh-hans", "zh", ""), 0, 1) AS ?rank) }}
      UNION {{ ?id skos:altLabel ?name BIND(2 AS ?rank) }} }}"""
    for row in _rows(source, query):
        found[row["id"]].add((int(row["rank"]), row["name"]))
    return {iri: list(dict.fromkeys(name for _, name in sorted(forms))) for iri, forms in found.items()}


def read_tenures(source: Source) -> dict[str, TenureRow]:
    """All tenures by IRI."""
    evidence = _many(source, "kg:Tenure", "kg:evidence")
    query = """SELECT ?id ?person ?organization ?post ?level ?first ?last ?from ?until ?status ?fp ?up WHERE {
      ?id a kg:Tenure ; org:member ?person ; org:role ?role . ?role skos:prefLabel ?post .
      OPTIONAL { ?id org:organization ?organization } OPTIONAL { ?id kg:level ?level }
      OPTIONAL { ?id kg:firstAttested ?first } OPTIONAL { ?id kg:lastAttested ?last }
      OPTIONAL { ?id kg:validFrom ?from } OPTIONAL { ?id kg:validUntil ?until } OPTIONAL { ?id kg:status ?status }
      OPTIONAL { ?id kg:validFromPrecision ?fp } OPTIONAL { ?id kg:validUntilPrecision ?up }
      FILTER(LCASE(LANG(?post)) IN ("zh-hans", "")) }"""
    rows = {
        row["id"]: TenureRow(
            row["id"],
            row["person"],
            row["organization"],
            row["post"],
            local(row["level"]),
            row["first"],
            row["last"],
            _known(row["from"], row["fp"]),
            _known(row["until"], row["up"]),
            local(row["status"]),
            tuple(evidence.get(row["id"], ())),
        )
        for row in _rows(source, query)
    }
    return dict(sorted(rows.items()))


def read_events(source: Source) -> dict[str, EventRow]:
    """All events by IRI."""
    evidence = _many(source, "kg:Event", "kg:evidence")
    places = _many(source, "kg:Event", "kg:place")
    query = """SELECT ?id ?type ?label ?start ?end ?open ?part ?sp ?ep WHERE { ?id a kg:Event ; kg:eventType ?type .
      OPTIONAL { ?id skos:prefLabel ?label } OPTIONAL { ?id kg:startDate ?start } OPTIONAL { ?id kg:endDate ?end }
      OPTIONAL { ?id kg:openList ?open } OPTIONAL { ?id kg:subEventOf ?part } OPTIONAL { ?id kg:startPrecision ?sp }
      OPTIONAL { ?id kg:endPrecision ?ep } FILTER(!BOUND(?label) || LCASE(LANG(?label)) IN ("zh-hans", "")) }"""
    rows = {
        row["id"]: EventRow(
            row["id"],
            local(row["type"]),
            row["label"],
            _known(row["start"], row["sp"]),
            _known(row["end"], row["ep"]),
            tuple(places.get(row["id"], ())),
            row["open"] == "true",
            row["part"],
            tuple(evidence.get(row["id"], ())),
        )
        for row in _rows(source, query)
    }
    return dict(sorted(rows.items()))


def read_participations(source: Source) -> dict[str, ParticipationRow]:
    """All participations by IRI."""
    evidence = _many(source, "kg:Participation", "kg:evidence")
    capacity = _many(source, "kg:Participation", "kg:inCapacity")
    query = """SELECT ?id ?event ?participant ?role ?position WHERE { ?id a kg:Participation ; kg:event ?event ;
      kg:participant ?participant . OPTIONAL { ?id kg:participationRole ?role } OPTIONAL { ?id kg:position ?position } }"""
    rows = {
        row["id"]: ParticipationRow(
            row["id"],
            row["event"],
            row["participant"],
            local(row["role"]),
            int(row["position"] or 0),
            tuple(capacity.get(row["id"], ())),
            tuple(evidence.get(row["id"], ())),
        )
        for row in _rows(source, query)
    }
    return dict(sorted(rows.items()))


def read_evidence(source: Source, ids: Collection[str] | None = None) -> dict[str, EvidenceRow]:
    """Quotations by IRI: those of `ids`, or all."""
    query = """SELECT ?id ?article ?start ?end ?quote ?normalized ?prefix ?suffix ?rule ?confidence ?resolved WHERE {
      %s ?id a kg:Evidence ; kg:source ?article ; oa:start ?start ; oa:end ?end ; oa:exact ?quote .
      OPTIONAL { ?id kg:normalizedQuote ?normalized } OPTIONAL { ?id oa:prefix ?prefix } OPTIONAL { ?id oa:suffix ?suffix }
      OPTIONAL { ?id kg:rule ?rule } OPTIONAL { ?id kg:confidence ?confidence } OPTIONAL { ?id kg:resolvedBy ?resolved } }"""
    rows = {
        row["id"]: EvidenceRow(
            row["id"],
            row["article"],
            int(row["start"]),
            int(row["end"]),
            row["quote"],
            row["normalized"],
            row["prefix"],
            row["suffix"],
            row["rule"],
            float(row["confidence"] or 1),
            row["resolved"],
        )
        for row in _rows_of(source, query, ids)
    }
    return dict(sorted(rows.items()))


def read_articles(source: Source, ids: Collection[str] | None = None) -> dict[str, ArticleRow]:
    """Articles by IRI: those of `ids`, or all."""
    query = """SELECT ?id (MIN(?t) AS ?title) (MIN(?d) AS ?date) (MIN(?s) AS ?source) (MIN(?u) AS ?url) WHERE {
      %s ?id a kg:Article . OPTIONAL { ?id schema:headline ?t } OPTIONAL { ?id schema:datePublished ?d }
      OPTIONAL { ?id schema:publisher ?p OPTIONAL { ?p skos:prefLabel ?l } BIND(COALESCE(?l, STR(?p)) AS ?s) }
      OPTIONAL { ?id schema:url ?u } } GROUP BY ?id"""
    rows = {
        row["id"]: ArticleRow(row["id"], row["title"], row["date"], row["source"], row["url"])
        for row in _rows_of(source, query, ids)
    }
    return dict(sorted(rows.items()))


def _known(day: str, precision: str) -> str:
    """A date without the digits that only fill it up: 2015-01-01 known to the year is 2015."""
    return day[: {"unitYear": 4, "unitMonth": 7}.get(local(precision), 10)]


def _many(source: Source, rdf_class: str, path: str) -> dict[str, list[str]]:
    """All values of a property, sorted, by subject."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in _rows(source, f"SELECT ?id ?value WHERE {{ ?id a {rdf_class} ; {path} ?value }}"):
        found[row["id"]].append(row["value"])
    for values in found.values():
        values.sort()
    return found


def _rows(source: Source, query: str) -> Iterator[dict[str, str]]:
    for answer in source.select(PREFIXES + query):
        yield _filled(answer)


def _rows_of(source: Source, query: str, ids: Collection[str] | None) -> Iterator[dict[str, str]]:
    """The answers for some subjects, asked for in batches; `query` has %s where the VALUES block goes."""
    if ids is None:
        yield from _rows(source, query % "")
        return
    ordered = sorted(ids)
    for start in range(0, len(ordered), BATCH):
        yield from _rows(source, query % _values(ordered[start : start + BATCH]))


def _values(ids: Sequence[str]) -> str:
    return "VALUES ?id { " + " ".join(f"<{iri}>" for iri in ids) + " }"


def _filled(answer: Answer) -> dict[str, str]:
    return {key: value or "" for key, value in answer.items()}
