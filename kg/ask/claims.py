"""Claims to a post: tenures with the days of their reports, and the careers of those who claim."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.ask.graph import Graph, Row, label, nodes, select, value
from kg.ask.spans import number
from kg.lexicon.seats import is_single
from kg.lexicon.whereabouts import seat_of

_TENURES = """SELECT ?tenure ?person ?name ?body ?place ?post ?first ?last ?from ?until ?status WHERE {{
  VALUES ?body {{ {bodies} }}
  VALUES ?wanted {{ {posts} }}
  ?role skos:prefLabel ?wanted ; skos:prefLabel ?post .
  ?tenure org:role ?role ; org:organization ?body ; org:member ?person .
  ?person skos:prefLabel ?name . ?body skos:prefLabel ?place .
  OPTIONAL {{ ?tenure kg:firstAttested ?first }} OPTIONAL {{ ?tenure kg:lastAttested ?last }}
  OPTIONAL {{ ?tenure kg:validFrom ?from }} OPTIONAL {{ ?tenure kg:validUntil ?until }}
  OPTIONAL {{ ?tenure kg:status ?status }}
}}"""
_REPORTS = """SELECT ?tenure ?evidence ?day WHERE {{
  VALUES ?tenure {{ {tenures} }}
  ?tenure kg:evidence ?evidence . ?evidence kg:source ?article . ?article schema:datePublished ?day .
}}"""
_CAREERS = """SELECT ?tenure ?claimant ?person ?body ?post ?first ?last WHERE {{
  VALUES ?claimant {{ {persons} }}
  ?claimant skos:prefLabel ?name . ?person skos:prefLabel ?name .
  ?tenure org:member ?person ; org:role ?role ; org:organization ?organization .
  ?role skos:prefLabel ?post . ?organization skos:prefLabel ?body .
  OPTIONAL {{ ?tenure kg:firstAttested ?first ; kg:lastAttested ?last }}
}}"""


@dataclass(slots=True)
class Claim:
    """A tenure of the seat with the days of its reports; days are numbers, 0 where unknown.

    `former` is the first day, after the last attested, on which a report calls the holder a former one.
    """

    tenure: str
    person: str
    name: str
    body: str
    post: str
    abroad: bool
    first: int
    last: int
    start: int
    until: int
    status: str
    row: Row
    former: int = 0
    days: list[int] = field(default_factory=list)
    evidence: list[tuple[int, str]] = field(default_factory=list)

    @property
    def begin(self) -> int:
        """The first day that is stated or attested."""
        return min((d for d in (self.first, self.start) if d), default=0)

    @property
    def end(self) -> int:
        """The last day that is stated or attested."""
        return max(self.last, self.start, self.until)


def claims_to(graph: Graph, bodies: Iterable[str], posts: Iterable[str]) -> list[Claim]:
    """Every tenure of posts so called in these bodies, with its reports."""
    wanted = " ".join(label(post) for post in posts)
    found: dict[str, Claim] = {}
    for row in select(graph, _TENURES.format(bodies=nodes(bodies), posts=wanted)):
        found[value(row, "tenure")] = _claim(row)
    for row in select(graph, _REPORTS.format(tenures=nodes(found))) if found else ():
        claim, day = found[value(row, "tenure")], number(value(row, "day"))
        if claim.first <= day <= claim.last:
            claim.evidence.append((day, value(row, "evidence")))
        elif claim.last and day > claim.last:
            claim.former = min(claim.former or day, day)
    for claim in found.values():
        claim.evidence.sort()
        claim.days = sorted({day for day, _ in claim.evidence})
    return [found[iri] for iri in sorted(found)]


def _claim(row: Row) -> Claim:
    return Claim(
        tenure=value(row, "tenure"),
        person=value(row, "person"),
        name=value(row, "name"),
        body=value(row, "body"),
        post=value(row, "post"),
        abroad=_is_abroad(value(row, "place")),
        first=number(value(row, "first")),
        last=number(value(row, "last")),
        start=number(value(row, "from")),
        until=number(value(row, "until")),
        status=value(row, "status"),
        row=row,
    )


def _is_abroad(body: str) -> bool:
    """Is a body, by its name, in another country or in none?"""
    seat = seat_of(body)
    return seat is not None and seat.country != "CN"


class Careers:
    """What else the claimants held: a post elsewhere bounds the time in this one."""

    def __init__(self, graph: Graph, claims: Iterable[Claim]) -> None:
        self._others: dict[str, list[tuple[int, int]]] = {}
        self._abroad: dict[str, int] = {}
        persons, own = {c.person for c in claims}, {c.tenure for c in claims}
        for row in select(graph, _CAREERS.format(persons=nodes(persons))) if persons else ():
            claimant, body = value(row, "claimant"), value(row, "body")
            seat = seat_of(body)
            if seat is not None and not value(row, "post").startswith("驻"):
                self._abroad[claimant] = self._abroad.get(claimant, 0) + (1 if seat.country != "CN" else -1)
            if claimant == value(row, "person") and value(row, "first") and value(row, "tenure") not in own:
                span = number(value(row, "first")), number(value(row, "last"))
                if is_single(body, value(row, "post")):
                    self._others.setdefault(claimant, []).append(span)

    def is_foreign(self, claim: Claim) -> bool:
        """Is the claimant's name known from more posts abroad than at home?"""
        return self._abroad.get(claim.person, 0) > 0

    def left_by(self, claim: Claim, day: int) -> int:
        """The earliest sign by `day` that the post was left (its end, 前… in print, another seat), or 0."""
        signs = [claim.until + 1 if claim.until else 0, claim.former]
        signs += [first for first, _ in self._others.get(claim.person, ()) if first > claim.end]
        return min((s for s in signs if s and s <= day), default=0)

    def elsewhere_until(self, claim: Claim) -> int:
        """The last day, before the post's first, on which its holder is attested in another seat, or 0."""
        ends = [last for _, last in self._others.get(claim.person, ()) if last < claim.begin]
        return max(ends, default=0)
