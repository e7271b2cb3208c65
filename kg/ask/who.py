"""Who held a post on a day, and on what grounds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from kg.ask.bodies import bodies_named
from kg.ask.graph import Graph, label, local, nodes, select, value
from kg.ask.spans import distance, number, within
from kg.lexicon.seats import is_single

GROUNDS = ("stated", "attested", "between", "likely")
NEAR = 200  # days round the day asked for whose reports count when two claim one seat
CLEARLY = 0.34  # a rival with less than this share of the reports near the day is a misreading
SLACK = 3  # days by which a report may precede the stated day of a change
QUOTES = 3  # quotations given with an answer

_TENURES = """SELECT ?tenure ?person ?name ?body ?post ?first ?last ?from ?until ?status WHERE {{
  VALUES ?body {{ {bodies} }}
  VALUES ?wanted {{ {post} }}
  ?role skos:prefLabel ?wanted .
  ?tenure org:role ?role ; org:organization ?body ; org:member ?person .
  ?role skos:prefLabel ?post . ?person skos:prefLabel ?name .
  OPTIONAL {{ ?tenure kg:firstAttested ?first }} OPTIONAL {{ ?tenure kg:lastAttested ?last }}
  OPTIONAL {{ ?tenure kg:validFrom ?from }} OPTIONAL {{ ?tenure kg:validUntil ?until }}
  OPTIONAL {{ ?tenure kg:status ?status }}
}}"""
_REPORTS = """SELECT ?tenure ?evidence ?day WHERE {{
  VALUES ?tenure {{ {tenures} }}
  ?tenure kg:evidence ?evidence . ?evidence kg:source ?article . ?article schema:datePublished ?day .
}}"""
_QUOTES = """SELECT ?evidence ?article ?quote ?start ?end WHERE {{
  VALUES ?evidence {{ {evidence} }}
  ?evidence kg:source ?source ; oa:exact ?quote ; oa:start ?start ; oa:end ?end .
  ?source schema:identifier ?article .
}}"""


@dataclass(slots=True)
class Answer:
    """A holder of the post; `days_away` from the nearest report of it, `reports` days near the day asked for."""

    person: str
    person_id: str
    organization: str
    post: str
    grounds: str
    first_attested: str | None
    last_attested: str | None
    valid_from: str | None
    valid_until: str | None
    days_away: int | None = None
    reports: int = 0
    tenure_id: str = ""
    evidence: list[dict[str, Any]] = field(default_factory=list)


@dataclass(slots=True)
class Claim:
    """A tenure of the seat with the days of its reports."""

    tenure: str
    person: str
    name: str
    body: str
    post: str
    first: int
    last: int
    start: int
    until: int
    status: str
    row: dict[str, str | None]
    days: list[int] = field(default_factory=list)
    evidence: list[tuple[int, str]] = field(default_factory=list)


def holders(graph: Graph, organization: str, post: str, on: str | None = None) -> list[Answer]:
    """Who held a post of an organisation, on a day or at all; best first.

    Args:
        graph: the store to ask.
        organization: any known form of its name.
        post: the post's name without the organisation.
        on: an ISO date; without it, every holder, the latest first.
    """
    bodies = bodies_named(graph, organization)
    if not bodies:
        return []
    claims = _claims(graph, bodies, post)
    if on is None:
        chosen = [(c, "attested") for c in sorted(claims, key=lambda c: (-c.last, -c.start, c.tenure))]
        return [_answer(graph, c, grounds, bodies, None) for c, grounds in chosen]
    day = number(on)
    single = any(is_single(name, post) for name in bodies.values())
    chosen = _in_seat(claims, day) if single else _in_body(claims, day)
    return [_answer(graph, claim, grounds, bodies, day) for claim, grounds in chosen]


def _claims(graph: Graph, bodies: dict[str, str], post: str) -> list[Claim]:
    claims: dict[str, Claim] = {}
    for row in select(graph, _TENURES.format(bodies=nodes(bodies), post=label(post))):
        claims[value(row, "tenure")] = Claim(
            value(row, "tenure"),
            value(row, "person"),
            value(row, "name"),
            value(row, "body"),
            value(row, "post"),
            number(value(row, "first")),
            number(value(row, "last")),
            number(value(row, "from")),
            number(value(row, "until")),
            value(row, "status"),
            row,
        )
    for row in select(graph, _REPORTS.format(tenures=nodes(claims))) if claims else ():
        claim, day = claims[value(row, "tenure")], number(value(row, "day"))
        if claim.first <= day <= claim.last:
            claim.evidence.append((day, value(row, "evidence")))
    for claim in claims.values():
        claim.evidence.sort()
        claim.days = sorted({day for day, _ in claim.evidence})
    return list(claims.values())


def _grounds(claim: Claim, day: int) -> str:
    if claim.until and day > claim.until:
        return ""
    if claim.start and claim.start <= day and (claim.until or claim.last) >= day:
        return "stated"
    if claim.first <= day <= claim.last:
        return "attested" if distance(claim.days, day) == 0 else "between"
    return ""


def _weight(claim: Claim, day: int) -> float:
    """Days with reports near the day asked for, and a word for a stated range."""
    return within(claim.days, day - NEAR, day + NEAR) + (2.0 if _grounds(claim, day) == "stated" else 0.0)


def _in_seat(claims: Sequence[Claim], day: int) -> list[tuple[Claim, str]]:
    """The holder of a seat that has one; two where the reports are really divided."""
    covering = [c for c in claims if _grounds(c, day)]
    if not covering:
        return _nearest(claims, day)
    best = max(_weight(c, day) for c in covering)
    around = [c for c in _nearest_of(claims, day) if c not in covering and _weight(c, day) * CLEARLY > best]
    if around:  # a stray report against a well attested neighbour
        return [(around[0], "likely")]
    kept = [c for c in covering if _weight(c, day) >= best * CLEARLY]
    kept.sort(key=lambda c: (-_weight(c, day), GROUNDS.index(_grounds(c, day)), c.tenure))
    if len(kept) > 1 and _weight(kept[1], day) < 0.8 * best:
        kept = _settle(kept, day)
    return [(c, _grounds(c, day)) for c in kept]


def _settle(kept: list[Claim], day: int) -> list[Claim]:
    """Of claims that are not equal the better one; on the day of a change both may stand."""
    handover = [c for c in kept if c.first == day or c.last == day]
    return kept if len(handover) == len(kept) else kept[:1]


def _nearest_of(claims: Sequence[Claim], day: int) -> list[Claim]:
    found = [c for c, _ in _nearest(claims, day)]
    return found


def _nearest(claims: Sequence[Claim], day: int) -> list[tuple[Claim, str]]:
    """The likeliest holder of a seat on a day that no tenure covers: the one before until the next is known."""
    dated = [c for c in claims if c.first or c.start]
    solid = [c for c in dated if len(c.days) > 1 or c.start] or dated
    before = max(
        (c for c in solid if _begin(c) <= day), key=lambda c: (c.last or c.start, len(c.days)), default=None
    )
    after = min((c for c in solid if _begin(c) > day), key=lambda c: (_begin(c), -len(c.days)), default=None)
    if before is not None and (_gone(before, day) or (after is not None and before.person == after.person)):
        before = None if _gone(before, day) else before
    if after is not None and after.start and after.start > day + SLACK:
        after = None
    if before is None or after is None:
        only = before or after
        return [(only, "likely")] if only else []
    closer = before if day - before.last <= _begin(after) - day else after
    return [(closer, "likely")]


def _begin(claim: Claim) -> int:
    return min(d for d in (claim.first, claim.start) if d)


def _gone(claim: Claim, day: int) -> bool:
    return bool(claim.until and claim.until < day) or (
        claim.status in {"former", "removed"} and not claim.until and claim.last < day - 365
    )


def _in_body(claims: Sequence[Claim], day: int) -> list[tuple[Claim, str]]:
    """All holders of a post that many hold; the likely ones after those that reports cover."""
    covering = [(c, _grounds(c, day)) for c in claims if _grounds(c, day)]
    rest = [c for c in claims if not _grounds(c, day) and not _gone(c, day) and c.days]
    held = {c.person for c, _ in covering}
    likely = [
        c
        for c in rest
        if distance(c.days, day) <= 366 and c.person not in held and not (c.start and c.start > day)
    ]
    chosen = covering + [(c, "likely") for c in likely]
    return sorted(chosen, key=lambda x: (GROUNDS.index(x[1]), distance(x[0].days, day), x[0].tenure))


def _answer(graph: Graph, claim: Claim, grounds: str, bodies: dict[str, str], day: int | None) -> Answer:
    near = day if day is not None else claim.last
    closest = sorted(claim.evidence, key=lambda e: (abs(e[0] - near), e))[:QUOTES]
    return Answer(
        person=claim.name,
        person_id=local(claim.person),
        organization=bodies[claim.body],
        post=claim.post,
        grounds=grounds,
        first_attested=claim.row.get("first"),
        last_attested=claim.row.get("last"),
        valid_from=claim.row.get("from"),
        valid_until=claim.row.get("until"),
        days_away=distance(claim.days, near) if claim.days else None,
        reports=within(claim.days, near - NEAR, near + NEAR),
        tenure_id=local(claim.tenure),
        evidence=quotes(graph, [iri for _, iri in closest]),
    )


def quotes(graph: Graph, evidence: Sequence[str]) -> list[dict[str, Any]]:
    """The words behind evidence nodes, in the order of the nodes."""
    if not evidence:
        return []
    found = {}
    for row in select(graph, _QUOTES.format(evidence=nodes(evidence))):
        found[value(row, "evidence")] = {
            "article": value(row, "article"),
            "quote": value(row, "quote"),
            "start": int(value(row, "start")),
            "end": int(value(row, "end")),
        }
    return [found[iri] for iri in evidence if iri in found]
