"""Who held a post on a day, and on what grounds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from kg.ask.bodies import bodies_named
from kg.ask.claims import Careers, Claim, claims_to
from kg.ask.graph import Graph, local
from kg.ask.quotes import listed, quotes
from kg.ask.spans import distance, number, within
from kg.lexicon.seats import is_single

GROUNDS = ("stated", "attested", "between", "likely")
NEAR = 200  # days round the day asked for whose reports count when two claim one seat
STRAY = 2  # a tenure with so few days of reports may be a misreading
CLEARLY = 0.34  # a rival with less than this share of the reports near the day is a misreading
SLACK = 3  # days by which a report may precede the stated day of a change
QUOTES = 3  # quotations given with an answer


@dataclass(slots=True)
class Answer:
    """A holder of the post; `days_away` to the nearest report, `reports` on so many days near the day."""

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


def holders(graph: Graph, organization: str, post: str, on: str | None = None) -> list[Answer]:
    """Who held a post of an organisation, on a day or at all; best first.

    Args:
        graph: the store to ask.
        organization: any known form of its name.
        post: the post's name without the organisation.
        on: an ISO date; without it, every holder, the latest first.
    """
    return holders_in(graph, bodies_named(graph, organization), post, on)


def holders_in(graph: Graph, bodies: dict[str, str], post: str, on: str | None = None) -> list[Answer]:
    """As `holders`, of bodies that are known already: IRI → full name."""
    if not bodies:
        return []
    claims = claims_to(graph, bodies, [post], on)
    if on is None:
        chosen = [(c, "attested") for c in sorted(claims, key=lambda c: (-c.last, -c.start, c.tenure))]
        return [_answer(graph, c, grounds, bodies, None) for c, grounds in chosen]
    day = number(on)
    single = any(is_single(name, post) for name in bodies.values())
    chosen = _in_seat(claims, day, Careers(graph, claims)) if single else _in_body(claims, day)
    return [_answer(graph, claim, grounds, bodies, day) for claim, grounds in chosen]


def _grounds(claim: Claim, day: int) -> str:
    """On what grounds the claim covers the day, "" if on none."""
    if not claim.begin or day < claim.begin or day > (claim.until or claim.last):
        return ""
    if claim.start and claim.until:
        return "stated"
    if distance(claim.days, day) == 0:
        return "attested"
    return "stated" if claim.start else "between"


def _weight(claim: Claim, day: int) -> float:
    """Days with reports near the day asked for, and a word for a stated range."""
    return within(claim.days, day - NEAR, day + NEAR) + (2.0 if _grounds(claim, day) == "stated" else 0.0)


def _in_seat(claims: Sequence[Claim], day: int, careers: Careers) -> list[tuple[Claim, str]]:
    """The holder of a seat that has one; two where the reports are really divided."""
    claims = [c for c in claims if c.abroad or not careers.is_foreign(c)] or claims
    covering = [c for c in claims if _grounds(c, day)]
    nearest = _nearest([c for c in claims if c not in covering], day, careers)
    best = max((_weight(c, day) for c in covering), default=0.0)
    stray = all(len(c.days) <= STRAY and not (c.start or c.until) for c in covering)
    if not covering or (stray and nearest and _weight(nearest[0][0], day) * CLEARLY > best):
        return nearest  # nobody's reports cover the day, or only stray ones do
    kept = [c for c in covering if _weight(c, day) >= best * CLEARLY]
    kept.sort(key=lambda c: (-_weight(c, day), GROUNDS.index(_grounds(c, day)), c.tenure))
    if len(kept) > 1 and _weight(kept[1], day) < 0.8 * best:
        kept = _settle(kept, day)
    return [(c, _grounds(c, day)) for c in kept]


def _settle(kept: list[Claim], day: int) -> list[Claim]:
    """Of claims that are not equal the better one; on the day of a change both may stand."""
    handover = [c for c in kept if day in (c.first, c.last)]
    return kept if len(handover) == len(kept) else kept[:1]


def _nearest(claims: Sequence[Claim], day: int, careers: Careers) -> list[tuple[Claim, str]]:
    """The likeliest holder of a seat on a day that no tenure covers: the last until the next is known."""
    dated = [c for c in claims if c.first or c.start]
    solid = [c for c in dated if len(c.days) > 1 or c.start or c.until] or dated
    earlier = [c for c in solid if c.begin <= day]
    before = max(earlier, key=lambda c: (c.end, len(c.days)), default=None)
    after = min((c for c in solid if c.begin > day), key=lambda c: (c.begin, -len(c.days)), default=None)
    if before is not None and after is not None and before.person == after.person:
        return [(before, "likely")]
    leaves = careers.left_by(before, day) if before is not None else 0
    arrives = careers.elsewhere_until(after) if after is not None else 0
    if before is not None and leaves and leaves <= day:
        before = None
    if after is not None and (arrives > day or max(after.start, after.heralded) > day + SLACK):
        after = None
    if before is not None and after is not None and after.heralded and after.heralded <= day:
        return [(before, "likely")]  # the next is chosen, but nothing says yet that he has taken office
    if before is None or after is None:
        only = before or after
        return [(only, "likely")] if only else []
    first = max(before.end, arrives)
    last = min(after.begin, leaves or after.begin)
    return [(before if day - first <= last - day else after, "likely")]


def _in_body(claims: Sequence[Claim], day: int) -> list[tuple[Claim, str]]:
    """All holders of a post that many hold; the likely ones after those that reports cover."""
    covering = [(c, _grounds(c, day)) for c in claims if _grounds(c, day)]
    rest = [c for c in claims if c.days and not _grounds(c, day)]
    rest = [c for c in rest if not (c.former and c.former <= day)]
    rest = [c for c in rest if not (c.until and c.until < day)]
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
    closest = [iri for _, iri in sorted(claim.evidence, key=lambda e: (abs(e[0] - near), e))[:QUOTES]]
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
        evidence=listed(quotes(graph, closest), closest),
    )
