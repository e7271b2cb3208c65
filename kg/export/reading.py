"""Rows out of a store: the whole graph, or the facts about some things."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

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
from kg.export.scan import CHINESE, Columns, Ids, answers, at_once, many, pairs
from kg.model.namespaces import PREFIXES

CLASSES: dict[Kind, str] = {"person": "foaf:Person", "organization": "org:Organization", "place": "kg:Place"}
NAMES = """SELECT ?id ?value (LCASE(LANG(?value)) AS ?tag) WHERE { %s ?id skos:prefLabel ?value }"""
TENURE = {
    "person": "org:member", "organization": "org:organization", "role": "org:role", "level": "kg:level",
    "first": "kg:firstAttested", "last": "kg:lastAttested", "from": "kg:validFrom", "until": "kg:validUntil",
    "fp": "kg:validFromPrecision", "up": "kg:validUntilPrecision", "status": "kg:status",
}  # fmt: skip
POST = {"person": "org:member", "organization": "org:organization", "role": "org:role"}
EVENT = {
    "type": "kg:eventType", "label": f"skos:prefLabel {CHINESE}", "start": "kg:startDate", "end": "kg:endDate",
    "sp": "kg:startPrecision", "ep": "kg:endPrecision", "open": "kg:openList", "part": "kg:subEventOf",
}  # fmt: skip
PART = {
    "whole": "kg:event",
    "who": "kg:participant",
    "role": "kg:participationRole",
    "position": "kg:position",
}
EVIDENCE = {
    "article": "kg:source", "start": "oa:start", "end": "oa:end", "quote": "oa:exact",
    "normalized": "kg:normalizedQuote", "prefix": "oa:prefix", "suffix": "oa:suffix", "rule": "kg:rule",
    "confidence": "kg:confidence", "resolved": "kg:resolvedBy",
}  # fmt: skip
ARTICLE = {
    "title": "schema:headline", "date": "schema:datePublished", "publisher": "schema:publisher", "url": "schema:url",
}  # fmt: skip
PROOFS = """SELECT ?id (COUNT(?e) AS ?n) (MIN(?e) AS ?one) (MAX(?e) AS ?other) WHERE { %s ?id kg:evidence ?e }
  GROUP BY ?id"""
LABELS = """SELECT ?id ?zh ?en WHERE { %s
  ?id a skos:Concept ; skos:prefLabel ?zh, ?en .
  FILTER(LANGMATCHES(LANG(?zh), "zh-Hans") && LANGMATCHES(LANG(?en), "en")) }"""
PLACE_IN_NAME = re.compile(r"_(\d{1,9})-(\d{1,9})\Z")  # how kg.rdf ends the IRI of a quotation
IRI = re.compile(r'[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>"{}|^`\\]+\Z')  # a publisher may also be a plain name
A_SENTENCE = 15  # code points; what is shorter is no sentence around words


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
    kind_of = _kinds(source, ids)
    bodies, places = (
        ids and [iri for iri, kind in kind_of.items() if kind == name] for name in ("organization", "place")
    )
    main, also, seat, part_of, within, code = at_once(
        lambda: [
            (i, v, 0 if tag in {"zh", ""} or tag.startswith("zh-hans") else 1)
            for i, v, tag in answers(source, NAMES, ids)
        ],
        lambda: [(i, v, 2) for i, v in pairs(source, "skos:altLabel", ids)],
        lambda: many(source, "kg:jurisdiction", bodies, kind_of),
        lambda: many(source, "org:subOrganizationOf", bodies, kind_of),
        lambda: many(source, "skos:broader", places, kind_of),
        lambda: many(source, "skos:notation", places, kind_of),
    )
    whole = {**within, **part_of}
    names: dict[str, set[tuple[int, str]]] = defaultdict(set)
    for iri, name, rank in (*main, *also):
        if iri in kind_of:
            names[iri].add((rank, name))
    found = {}
    for iri, forms in sorted(names.items()):
        name, *others = dict.fromkeys(form for _, form in sorted(forms))
        first = [values[iri][0] if iri in values else "" for values in (seat, whole, code)]
        found[iri] = EntityRow(iri, kind_of[iri], name, tuple(others), *first)
    return found


def _kinds(source: Source, ids: Ids) -> dict[str, Kind]:
    """What some things, or all, are."""
    if ids is not None:
        kinds = {_full(name): kind for kind, name in CLASSES.items()}
        every = answers(source, "SELECT ?id ?class WHERE { %s ?id a ?class }", ids)
        return {iri: kinds[name] for iri, name in every if name in kinds}
    walk = "SELECT ?id WHERE {{ %s ?id a {} }}"
    return {iri: kind for kind, name in CLASSES.items() for (iri,) in answers(source, walk.format(name))}


def _full(name: str) -> str:
    prefix, _, rest = name.partition(":")
    return PREFIXES[prefix] + rest


def read_tenures(source: Source, ids: Ids = None, proofs: bool = True) -> dict[str, TenureRow]:
    """Tenures by IRI."""
    columns = Columns(source, "?id a kg:Tenure", TENURE, ids)
    evidence = many(source, "kg:evidence", ids, set(columns.ids)) if proofs else {}
    post = _posts(source, columns)
    return {
        iri: TenureRow(
            iri, person, body, post[role], local(level), first, last, _known(start, fp), _known(until, up),
            local(status), tuple(evidence.get(iri, ())),
        )
        for iri, person, body, role, level, first, last, start, until, fp, up, status in columns.rows(*TENURE)
        if person and role in post
    }  # fmt: skip


def read_posts(source: Source, ids: Ids) -> dict[str, TenureRow]:
    """Tenures with nothing but person, body and post: the capacities in which people act."""
    columns = Columns(source, "?id a kg:Tenure", POST, ids)
    post = _posts(source, columns)
    return {
        iri: TenureRow(iri, person, body, post[role])
        for iri, person, body, role in columns.rows(*POST)
        if person and role in post
    }


def _posts(source: Source, columns: Columns) -> dict[str, str]:
    """The names of the posts in a column of roles."""
    roles = {role for _, role in columns.rows("role") if role}
    return dict(pairs(source, "skos:prefLabel", roles, CHINESE))


def read_events(source: Source, ids: Ids = None, proofs: bool = True) -> dict[str, EventRow]:
    """Events by IRI."""
    columns = Columns(source, "?id a kg:Event", EVENT, ids)
    every = set(columns.ids)
    evidence = many(source, "kg:evidence", ids, every) if proofs else {}
    places = many(source, "kg:place", ids, every)
    return {
        iri: EventRow(
            iri, local(kind), label, _known(start, sp), _known(end, ep), tuple(places.get(iri, ())), is_open == "true",
            whole, tuple(evidence.get(iri, ())),
        )
        for iri, kind, label, start, end, sp, ep, is_open, whole in columns.rows(*EVENT)
        if kind
    }  # fmt: skip


def read_participations(
    source: Source, events: Ids = None, proofs: bool = True
) -> dict[str, ParticipationRow]:
    """Participations by IRI: those in `events`, or all."""
    columns = Columns(source, "?id kg:event ?event", PART, events, "?event")
    ids = None if events is None else columns.ids
    every = set(columns.ids)
    evidence = many(source, "kg:evidence", ids, every) if proofs else {}
    capacity = many(source, "kg:inCapacity", ids, every)
    return {
        iri: ParticipationRow(
            iri, event, who, local(role), int(position or 0), tuple(capacity.get(iri, ())),
            tuple(evidence.get(iri, ())),
        )
        for iri, event, who, role, position in columns.rows(*PART)
        if who
    }  # fmt: skip


def read_evidence(source: Source, ids: Ids = None) -> dict[str, EvidenceRow]:
    """Quotations by IRI."""
    columns = Columns(source, "?id kg:source ?of", EVIDENCE, ids)
    return {
        iri: EvidenceRow(
            iri,
            article,
            int(start),
            int(end),
            quote,
            normalized,
            prefix,
            suffix,
            rule,
            float(sure or 1),
            resolved,
        )
        for iri, article, start, end, quote, normalized, prefix, suffix, rule, sure, resolved in columns.rows(
            *EVIDENCE
        )
        if article and start and end and quote
    }


def read_sentences(source: Source, words: Iterable[EvidenceRow]) -> list[EvidenceRow]:
    """The longer quotations in which some words stand, without how they were found.

    Their places are compared here: a store would join every quotation of an article with every other.
    """
    wanted: dict[str, list[EvidenceRow]] = defaultdict(list)
    for row in words:
        wanted[row.article].append(row)
    around = [
        iri
        for iri, article in pairs(source, "kg:source", wanted, of="?value")
        if _may_hold(iri, wanted[article])
    ]
    asked = {name: EVIDENCE[name] for name in ("article", "start", "end", "quote")}
    columns = Columns(source, "?id kg:source ?of", asked, around)
    rows = (
        EvidenceRow(iri, a, int(s), int(e), quote) for iri, a, s, e, quote in columns.rows(*asked) if quote
    )
    return [row for row in rows if any(_holds(row, w) for w in wanted[row.article])]


def _may_hold(iri: str, words: list[EvidenceRow]) -> bool:
    """Whether a quotation can be a sentence around some words: its name tells, where it was given by kg.rdf."""
    match = PLACE_IN_NAME.search(iri)
    if not match:
        return True
    start, end = int(match[1]), int(match[2])
    return end - start >= A_SENTENCE and any(start <= w.start and w.end <= end for w in words)


def _holds(sentence: EvidenceRow, words: EvidenceRow) -> bool:
    long_enough = sentence.end - sentence.start >= A_SENTENCE
    return long_enough and sentence.start <= words.start and words.end <= sentence.end


def read_proofs(source: Source, ids: Ids) -> dict[str, tuple[int, tuple[str, ...]]]:
    """How many proofs facts have, and two of them: a leader's post may have thousands."""
    return {
        iri: (int(count), tuple(dict.fromkeys((one, other))))
        for iri, count, one, other in answers(source, PROOFS, ids)
    }


def read_articles(source: Source, ids: Ids = None) -> dict[str, ArticleRow]:
    """Articles by IRI."""
    columns = Columns(source, "?id a kg:Article", ARTICLE, ids)
    publishers = {publisher for _, publisher in columns.rows("publisher")}
    names = many(source, "skos:prefLabel", [one for one in publishers if IRI.match(one)])
    return {
        iri: ArticleRow(iri, title, date, names[publisher][0] if publisher in names else publisher, url)
        for iri, title, date, publisher, url in columns.rows(*ARTICLE)
    }


def read_labels(source: Source) -> dict[str, tuple[str, str]]:
    """Labels of the codes (types of event, roles in one), by local name."""
    return {local(iri): (zh, en) for iri, zh, en in answers(source, LABELS)}


def _known(day: str, precision: str) -> str:
    """A date without the digits that only fill it up: 2015-01-01 known to the year is 2015."""
    return day[: {"unitYear": 4, "unitMonth": 7}.get(local(precision), 10)]
