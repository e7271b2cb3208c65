"""How likely two groups of sightings of one name are one person: a sum of reasons, in natural log of the odds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log

from kg.lexicon.seats import is_single
from kg.resolve.places import seat_of

FragmentKey = tuple[str, str]
YEAR = 365


@dataclass(frozen=True, slots=True)
class Item:
    """The sightings of a name in one post of one body, or of one wave of news without a body."""

    body: str
    post: str
    first: int
    last: int
    days: tuple[int, ...]
    company: Mapping[str, int]
    beside: Mapping[FragmentKey, int]

    @property
    def where(self) -> FragmentKey:
        """Body and post."""
        return self.body, self.post


@dataclass(frozen=True, slots=True)
class Judgement:
    """A score (natural log of the odds that it is one person) and the reasons for it."""

    reason: str
    score: float
    one: FragmentKey
    other: FragmentKey


@lru_cache(maxsize=100_000)
def crowd(body: str, post: str) -> float:
    """Ln of how many people hold posts of this kind at a time, so that news may name them."""
    if not body:
        return log(3e6)
    seat = seat_of(body)
    if seat is not None and seat.country != "CN":
        return log(3e3)
    if seat is not None and seat.division and not seat.division.endswith("0000"):
        return log(3e5)
    if is_single(body, post):
        return log(3e3)
    return log(6e4)


def likeness(
    one: Sequence[Item], other: Sequence[Item], surprise: float, fame: Mapping[str, int]
) -> Judgement:
    """Judge whether two groups are one person.

    Args:
        one: a group of sightings that are one person.
        other: another.
        surprise: how rare the name is, -ln of its chance.
        fame: name → articles; company of the famous says little.
    """
    best: tuple[float, str, Item, Item] | None = None
    worst = 0.0
    for a in one:
        for b in other:
            score, reason = _evidence(a, b, fame)
            found = surprise - max(crowd(a.body, a.post), crowd(b.body, b.post)) + score
            if best is None or found > best[0]:
                best = (found, reason, a, b)
            worst = min(worst, _conflict(a, b))
    assert best is not None
    return Judgement(best[1], best[0] + worst, best[2].where, best[3].where)


def _evidence(a: Item, b: Item, fame: Mapping[str, int]) -> tuple[float, str]:
    reasons = []
    together = a.beside.get(b.where, 0)
    if together and ((a.body and b.body) or set(a.days) & set(b.days)):
        reasons.append((8.0 + log(together), f"named together in {together} articles"))
    if a.body and a.body == b.body:
        reasons.append((5.0, "same body"))
    elif a.body and b.body:
        reasons.append(_by_place(a, b))
    gap = max(a.first, b.first) - min(a.last, b.last)
    reasons.append((3.0, "same weeks") if gap <= 45 and not (a.body and b.body) else (0.0, ""))
    reasons.append(_by_company(a, b, fame))
    if gap > 8 * YEAR:
        reasons.append((-1.5, "years apart"))
    return sum(r[0] for r in reasons), "; ".join(r[1] for r in reasons if r[1])


def _by_place(a: Item, b: Item) -> tuple[float, str]:
    one, two = seat_of(a.body), seat_of(b.body)
    if one is None or two is None:
        return 0.0, ""
    if one.country != two.country:
        return -6.0, "another country"
    if one.country != "CN":
        return 6.0, "same country"
    if one.division and one.division == two.division:
        return 5.0, "same place"
    if one.province and one.province == two.province:
        return 3.0, "same province"
    return 0.0, ""


def _by_company(a: Item, b: Item, fame: Mapping[str, int]) -> tuple[float, str]:
    shared = a.company.keys() & b.company.keys()
    weight = sum(3.0 / (1.0 + log(fame.get(name, 1))) for name in shared)
    return (min(4.0, weight), "same company") if shared else (0.0, "")


def _conflict(a: Item, b: Item) -> float:
    """Two full-time posts in different places at once are two people."""
    if (
        a.beside.get(b.where)
        or not (is_single(a.body, a.post) and is_single(b.body, b.post))
        or a.body == b.body
    ):
        return 0.0
    overlap = min(a.last, b.last) - max(a.first, b.first)
    if overlap <= 60:
        return 0.0
    one, two = seat_of(a.body), seat_of(b.body)
    if one is not None and two is not None and one.division == two.division and one.country == two.country:
        return 0.0
    return -6.0
