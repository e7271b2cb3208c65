"""Claims to a post: tenures with the days of their reports, and the careers of those who claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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
_COUNTS = """SELECT ?tenure (COUNT(?evidence) AS ?n) WHERE {{
  VALUES ?tenure {{ {tenures} }} ?tenure kg:evidence ?evidence
}} GROUP BY ?tenure"""
_REPORTS = """SELECT ?tenure ?evidence ?day WHERE {{
  {{ SELECT ?tenure ?evidence WHERE {{ VALUES ?tenure {{ {tenures} }} ?tenure kg:evidence ?evidence }} LIMIT {limit} }}
  ?evidence kg:source ?article . ?article schema:datePublished ?day .
}}"""
_OF_DAY = """SELECT ?evidence WHERE {{
  ?article schema:datePublished "{day}"^^xsd:date . ?evidence kg:source ?article
}}"""
_PROVED = (
    """SELECT ?tenure ?evidence WHERE {{ VALUES ?evidence {{ {evidence} }} ?tenure kg:evidence ?evidence }}"""
)
_NAMESAKES = """SELECT ?person ?name WHERE {{
  VALUES ?name {{ {names} }} ?person skos:prefLabel ?name ; a foaf:Person
}}"""
_CAREERS = """SELECT ?tenure ?person ?role ?body ?first ?last ?from ?until WHERE {{
  VALUES ?person {{ {persons} }}
  ?tenure org:member ?person .
  OPTIONAL {{ ?tenure org:role ?role }} OPTIONAL {{ ?tenure org:organization ?body }}
  OPTIONAL {{ ?tenure kg:firstAttested ?first }} OPTIONAL {{ ?tenure kg:lastAttested ?last }}
  OPTIONAL {{ ?tenure kg:validFrom ?from }} OPTIONAL {{ ?tenure kg:validUntil ?until }}
}}"""
_LABELS = """SELECT ?thing ?label WHERE {{ VALUES ?thing {{ {things} }} ?thing skos:prefLabel ?label }}"""
STEP = 60  # days round the last report of a post: another seat that begins there is the next step of a career
SAMPLE = 1500  # reports of one tenure that are read; more would only cost time
WELL_KNOWN = 5  # days of reports from which on a tenure is no misreading of a post abroad


@dataclass(slots=True)
class Claim:
    """A tenure of the seat with the days of its reports; days are numbers, 0 where unknown.

    `former` is the first day, after the last attested, on which a report calls the holder a former one;
    `heralded` the first day, before the first attested, on which a report says that he will be the holder.
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
    heralded: int = 0
    days: list[int] = field(default_factory=list)
    evidence: list[tuple[int, str]] = field(default_factory=list)

    @property
    def begin(self) -> int:
        """The first day that is stated or attested; where only the end is, that day."""
        return min((d for d in (self.first, self.start) if d), default=self.until)

    @property
    def end(self) -> int:
        """The last day that is stated or attested."""
        return max(self.last, self.start, self.until)


def claims_to(
    graph: Graph, bodies: Iterable[str], posts: Iterable[str], on: str | None = None
) -> list[Claim]:
    """Every tenure of posts so called in these bodies, with its reports (of very many a sample, and those of `on`)."""
    wanted = " ".join(label(post) for post in posts)
    found: dict[str, Claim] = {}
    for row in select(graph, _TENURES.format(bodies=nodes(bodies), posts=wanted)):
        found[value(row, "tenure")] = _claim(row)
    for row in _reports(graph, found, on) if found else ():
        claim, day = found[value(row, "tenure")], number(value(row, "day"))
        if claim.first <= day <= claim.last:
            claim.evidence.append((day, value(row, "evidence")))
        elif claim.last and day > claim.last:
            claim.former = min(claim.former or day, day)
        elif claim.first and day:
            claim.heralded = min(claim.heralded or day, day)
    for claim in found.values():
        claim.evidence = sorted(set(claim.evidence))
        claim.days = sorted({day for day, _ in claim.evidence})
    return [found[iri] for iri in sorted(found)]


def _reports(graph: Graph, tenures: Iterable[str], on: str | None) -> Iterator[Row]:
    counted = select(graph, _COUNTS.format(tenures=nodes(tenures)))
    many = [value(row, "tenure") for row in counted if int(value(row, "n")) > SAMPLE]
    few = [value(row, "tenure") for row in counted if int(value(row, "n")) <= SAMPLE]
    if few:
        yield from select(graph, _REPORTS.format(tenures=nodes(few), limit=SAMPLE * len(few)))
    for tenure in many:
        yield from select(graph, _REPORTS.format(tenures=nodes([tenure]), limit=SAMPLE))
    if many and on:
        said = [value(row, "evidence") for row in select(graph, _OF_DAY.format(day=on))]
        proved = select(graph, _PROVED.format(evidence=nodes(said))) if said else []
        yield from ({**row, "day": on} for row in proved if value(row, "tenure") in many)


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


def _names_of(graph: Graph, claims: Iterable[Claim]) -> dict[str, str]:
    """The claimants and their namesakes: IRI → name."""
    names = sorted({claim.name for claim in claims})
    if not names:
        return {}
    rows = select(graph, _NAMESAKES.format(names=" ".join(label(name) for name in names)))
    return {value(row, "person"): value(row, "name") for row in rows}


def _labels(graph: Graph, things: Iterable[str]) -> dict[str, str]:
    listed = sorted(things)
    if not listed:
        return {}
    return {value(r, "thing"): value(r, "label") for r in select(graph, _LABELS.format(things=nodes(listed)))}


@dataclass(frozen=True, slots=True)
class Other:
    """Another seat of a claimant: its first and last day by reports or stated, and its reports a day.

    `firm` is a seat of more than one report, or whose beginning or end is stated: the chair of some society,
    named once, tells nothing about other posts.
    """

    first: int
    last: int
    rate: float
    firm: bool


class Careers:
    """What else the claimants held: a post elsewhere bounds the time in this one."""

    def __init__(self, graph: Graph, claims: Sequence[Claim]) -> None:
        self._others: dict[str, list[Other]] = {}
        self._abroad: dict[str, int] = {}  # by name: posts abroad less posts at home
        own = {claim.tenure for claim in claims}
        names = _names_of(graph, claims)
        rows = select(graph, _CAREERS.format(persons=nodes(names))) if names else []
        labels = _labels(graph, {value(row, kind) for row in rows for kind in ("role", "body")} - {""})
        seats: list[tuple[str, str, int, int, bool]] = []
        for row in rows:
            person, body = value(row, "person"), labels.get(value(row, "body"), "")
            post, seat = labels.get(value(row, "role"), ""), seat_of(body)
            if seat is not None and not post.startswith("驻"):
                name = names[person]
                self._abroad[name] = self._abroad.get(name, 0) + (1 if seat.country != "CN" else -1)
            if value(row, "first") and value(row, "tenure") not in own and is_single(body, post):
                begin, end = number(value(row, "from")), number(value(row, "until"))
                first, last = number(value(row, "first")), number(value(row, "last"))
                first, last = min(first, begin or first), max(last, end)
                seats.append((person, value(row, "tenure"), first, last, bool(begin or end)))
        counted = select(graph, _COUNTS.format(tenures=nodes(s[1] for s in seats))) if seats else []
        reports = {value(row, "tenure"): int(value(row, "n")) for row in counted}
        for person, tenure, first, last, stated in seats:
            told = reports.get(tenure, 1)
            other = Other(first, last, rate(told, first, last), stated or told > 1)
            self._others.setdefault(person, []).append(other)

    def is_foreign(self, claim: Claim) -> bool:
        """Is a claim of few reports by a name that is known from more posts abroad than at home?"""
        return len(claim.days) <= WELL_KNOWN and self._abroad.get(claim.name, 0) > 0

    def left_by(self, claim: Claim, day: int) -> int:
        """The earliest sign by `day` that the post was left (its end, 前… in print, another seat), or 0."""
        signs = [claim.until + 1 if claim.until else 0, claim.former]
        signs += [max(o.first, claim.end + 1) for o in self._next(claim)]
        return min((s for s in signs if s and s <= day), default=0)

    def _next(self, claim: Claim) -> list[Other]:
        others = self._others.get(claim.person, ())
        return [o for o in others if o.firm and o.first > claim.end - STEP and o.last > claim.end + STEP]

    def next_seat(self, claim: Claim) -> Other | None:
        """The seat after this one, if any is known."""
        return min(self._next(claim), key=lambda o: (o.first, o.last), default=None)

    def seat_before(self, claim: Claim) -> Other | None:
        """The seat that the holder is last known to have by the day of this one's first report."""
        others = [o for o in self._others.get(claim.person, ()) if o.first < claim.begin >= o.last]
        return max(others, key=lambda o: (o.last, o.first), default=None)


def rate(reports: int, first: int, last: int) -> float:
    """Reports a day, of news that come in bursts: half of what is counted, over no less than 60 days."""
    return 0.5 * reports / max(last - first, 60)
