"""Who held a post on a day, and on what grounds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from math import expm1
from typing import Any

from kg.ask.bodies import bodies_named
from kg.ask.claims import Careers, Claim, claims_to, rate
from kg.ask.graph import Graph, local
from kg.ask.quotes import listed, quotes
from kg.ask.renamings import changes, valid_on
from kg.ask.spans import distance, number, within
from kg.lexicon.seats import is_single

GROUNDS = ("stated", "attested", "between", "likely")
HEADS = (
    "部长",
    "主任",
    "局长",
    "主席",
    "署长",
    "总经理",
    "董事长",
)  # of bodies of the state, whatever they are called
NEAR = 200  # days round the day asked for whose reports count when two claim one seat
STRAY = 2  # a tenure with so few days of reports may be a misreading
CLEARLY = 0.34  # a rival with less than this share of the reports near the day is a misreading
SLACK = 3  # days by which a report may precede the stated day of a change
RATHER = 0.6  # how likely the seat must have changed hands before the next holder is named
FAR = 730  # days; a holder first reported later than that says little about this day
FORTNIGHT = 14  # days; reports within fewer may all be of one story
QUOTES = 3  # quotations given with an answer


@dataclass(slots=True)
class Answer:
    """A holder of the post; `days_away` to the nearest report, `reports` on so many days near the day.

    `note` tells where the body asked for was another on that day.
    """

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
    note: str = ""
    evidence: list[dict[str, Any]] = field(default_factory=list)


def holders(graph: Graph, organization: str, post: str, on: str | None = None) -> list[Answer]:
    """Who held a post of an organisation, on a day or at all; best first.

    A body that became another is asked for under the name that it had on the day.

    Args:
        graph: the store to ask.
        organization: any known form of its name.
        post: the post's name without the organisation.
        on: an ISO date; without it, every holder, the latest first.
    """
    bodies = bodies_named(graph, organization)
    if on is None or not bodies:
        return holders_in(graph, bodies, post, on)
    there = valid_on(graph, changes(graph), bodies, on)
    found = holders_in(graph, there.bodies, post, on)
    if not found and there.followed and post in HEADS:  # the head of the one is called otherwise in the other
        found = [answer for head in HEADS for answer in holders_in(graph, there.bodies, head, on)]
    return [replace(answer, note=there.note) for answer in found]


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
    if claim.until and (claim.start or not claim.days):
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
    dated = [c for c in claims if c.begin]
    solid = [c for c in dated if c.end - c.begin >= FORTNIGHT or c.start or c.until]
    before = _last_before(solid, day) or _last_before(dated, day)
    after = _first_after(solid, day, FAR) or _first_after(dated, day, NEAR)
    after = after or (_first_after(solid, day) if before is not None else None)
    gone = before is not None and 0 < careers.left_by(before, day) <= day
    if before is not None and after is not None and before.person == after.person:
        return [(before, "likely")] if not gone else []
    elsewhere = careers.seat_before(after) if after is not None else None
    coming = after is not None and (
        max(after.start, after.heralded) > day + SLACK or (elsewhere is not None and elsewhere.last > day)
    )
    if before is None or after is None:
        only = before if not gone else None
        found = only or (after if not coming else None)
        return [(found, "likely")] if found else []
    if gone or coming:
        return [(_between(before, after, gone, coming), "likely")]
    if before.abroad and 0 < after.heralded <= day and day - after.heralded <= after.begin - day:
        return [(before, "likely")]  # the next is chosen, but nothing says yet that he has taken office
    return [(after if _changed_by(day, before, after, careers) >= RATHER else before, "likely")]


def _last_before(claims: Sequence[Claim], day: int) -> Claim | None:
    earlier = [c for c in claims if c.begin <= day and (c.days or c.until >= day)]
    return max(earlier, key=lambda c: (c.end, len(c.days), c.tenure), default=None)


def _first_after(claims: Sequence[Claim], day: int, within_days: int = 10**6) -> Claim | None:
    later = [c for c in claims if day < c.begin <= day + within_days]
    return min(later, key=lambda c: (c.begin, c.end, -len(c.days), c.tenure), default=None)


def _between(before: Claim, after: Claim, gone: bool, coming: bool) -> Claim:
    """One has left, or the other has not come: abroad those who resign stay until the next takes office."""
    if gone and coming:
        return before if before.abroad else after
    return after if gone else before


def _changed_by(day: int, before: Claim, after: Claim, careers: Careers) -> float:
    """How likely the seat had changed hands by a day, told by silence.

    The longer somebody often reported is silent in a post, the likelier he does not hold it. So the day of the
    change has the density exp(k · day) between the last report of the one and the first of the other.
    """
    previous, following = careers.seat_before(after), careers.next_seat(before)
    first = max(before.end, previous.last if previous else 0)
    last = min(after.begin, following.first if following else after.begin)
    if day <= first or day >= last:
        return 0.0 if day <= first else 1.0
    k = rate(len(after.days), after.first, after.last) - rate(len(before.days), before.first, before.last)
    k += (following.rate if following else 0.0) - (previous.rate if previous else 0.0)
    if abs(k) * (last - first) < 0.01:
        return (day - first) / (last - first)
    return expm1(k * (day - first)) / expm1(k * (last - first)) if k * (last - first) < 500 else 0.0


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
