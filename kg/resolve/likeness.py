"""How likely two posts of one name are one person's: a sum of reasons, in natural log of the odds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from math import log
from typing import Any

from kg.resolve.keys import iso
from kg.resolve.standing import Standing, standing

FragmentKey = tuple[str, str]
YEAR = 365
CHANGE = 150  # days within which leaving one seat and taking another look like one step of a career
SERVICE = 60  # days two full-time posts must overlap to speak against one person
AGAINST = -6.0
UNIT = log(
    5.9e4
)  # posts of such a crowd are those of units and counties: one begins where another ends by chance
FAR_FROM_HOME = 1.0  # ln of the odds that company can add abroad: heads of state all meet each other
MINISTERS = {"外长": "外交部", "防长": "国防部", "财长": "财政部"}  # the same seat in two words
HEADS = frozenset({"总统", "国王", "女王", "天皇", "大公", "埃米尔", "元首"})
HEADS_OF_ALL = HEADS | {"总理", "首相"}
INTERNATIONAL = re.compile(r"^(?:北大西洋公约|联合国|国际|世界|欧洲|亚洲|东南亚|上海合作|石油输出国)")
UNDER_HEADS = frozenset(
    {"部长", "外长", "防长", "财长", "副外长", "副部长", "大臣", "外相", "外务大臣", "国务卿"}
)
TOP = log(3.1e3)  # posts of such a crowd are those of ministers and provincial chiefs, or higher


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """The sightings of a name in one post of one body, or of one wave of news without a body."""

    body: str
    post: str
    first: int
    last: int
    days: tuple[int, ...]
    company: Mapping[str, int]
    beside: Mapping[FragmentKey, int]
    articles: int = 1
    held: tuple[int, int] = (0, 0)  # first and last day on which reports say that the post is held

    @property
    def where(self) -> FragmentKey:
        """Body and post."""
        return self.body, self.post

    @property
    def mark(self) -> FragmentKey:
        """What decisions of people name it by: body and post, of a wave without a body its first day too."""
        return (self.body, self.post) if self.body else ("", f"{self.post}@{iso(self.first)}")


@dataclass(frozen=True, slots=True)
class Judgement:
    """A score (natural log of the odds that it is one person) and the reasons for it."""

    score: float
    against: float
    reasons: tuple[str, ...]
    one: Item
    other: Item

    def shown(self) -> dict[str, Any]:
        """As a row of data."""
        return {
            "one": " ".join(self.one.mark).strip(),
            "other": " ".join(self.other.mark).strip(),
            "score": round(self.score + self.against, 2),
            "reasons": list(self.reasons),
        }


COMPANY = "company of "  # a reason that names others


def judge(a: Item, b: Item, surprise: float, fame: Mapping[str, int]) -> Judgement:
    """Judge whether two items of one name are one person; `against` is the part that forbids.

    Args:
        a: sightings that are one person.
        b: others.
        surprise: how rare the name is, -ln of its chance.
        fame: name → articles; company of the famous says little.
    """
    one, two = standing(a.body, a.post), standing(b.body, b.post)
    rarity = surprise - max(one.crowd, two.crowd)
    found = [(rarity, f"rarity of the name {rarity:+.1f}")]
    together = a.beside.get(b.where, 0)
    clash = _clash(a, b, one, two)
    if together:  # one report may name two persons of one family name, each with a country
        weight = (3.0 if clash else 8.0) + log(together)
        found.append((weight, f"named with both posts in {together} articles"))
    found += [_place(a, b, one, two), _company(a, b, one, two, fame)]
    found += [_time(a, b, one, two), _rank(a, b, one, two)]
    alike = one.system and one.system == two.system and one.system not in {"body", "state"}
    if alike and max(one.crowd, two.crowd) < UNIT:
        found.append((0.7, f"both posts of the {one.system} kind"))
    against, why = (0.0, "") if together and not clash else conflict(a, b, one, two)
    reasons = tuple(text for score, text in [*found, (against, why)] if text and abs(score) > 0.05)
    return Judgement(sum(score for score, _ in found), against, reasons, a, b)


def _in_one_country(one: Standing, two: Standing) -> bool:
    """Are both in the same country abroad?"""
    return bool(one.abroad and two.abroad and one.seat and two.seat and one.seat.country == two.seat.country)


def _is_one_seat(a: Item, b: Item) -> bool:
    """Are the two posts one seat in other words (外长, 外交部部长)?"""
    pairs = ((a, b), (b, a))
    return any(y.post == "部长" and x.body + MINISTERS.get(x.post, "部长") == y.body for x, y in pairs)


def _place(a: Item, b: Item, one: Standing, two: Standing) -> tuple[float, str]:
    if _is_one_seat(a, b):
        return 7.0, "one seat in two words"
    if a.body == b.body:
        return 5.0, "same body"
    if a.body.startswith(b.body) or b.body.startswith(a.body):
        return 4.0, "a body and a part of it"
    if one.seat is None or two.seat is None:
        return 0.0, ""
    if _in_one_country(one, two):
        return 5.0, "same country"
    if one.division and one.division == two.division:
        return (4.0 if one.full_time and two.full_time else 2.0), "same place"
    if one.division and two.division and one.seat.province == two.seat.province:
        return 2.0, "same province"
    return 0.0, ""


def _rank(a: Item, b: Item, one: Standing, two: Standing) -> tuple[float, str]:
    gap = max(a.first, b.first) - min(a.last, b.last)
    if max(one.crowd, two.crowd) <= TOP and not one.abroad and not two.abroad and gap <= 2 * YEAR:
        return 1.5, "both at the top of the country"
    return 0.0, ""


def _company(a: Item, b: Item, one: Standing, two: Standing, fame: Mapping[str, int]) -> tuple[float, str]:
    most = FAR_FROM_HOME if (one.abroad or two.abroad) and not _in_one_country(one, two) else 3.5
    shared = sorted(a.company.keys() & b.company.keys(), key=lambda n: (fame.get(n, 1), n))
    weight = min(most, sum(2.5 / (1.0 + log(fame.get(name, 1))) ** 1.5 for name in shared))
    return (weight, COMPANY + "、".join(shared[:3])) if shared else (0.0, "")


def _time(a: Item, b: Item, one: Standing, two: Standing) -> tuple[float, str]:
    gap = max(a.first, b.first) - min(a.last, b.last)
    if one.full_time and two.full_time and a.held[0] and b.held[0]:
        step = max(a.held[0], b.held[0]) - min(a.held[1], b.held[1])
        within = (a.held[0] - b.held[0]) * (a.held[1] - b.held[1]) <= 0
        near = one.seat == two.seat or max(one.crowd, two.crowd) < UNIT
        if 0 <= step <= CHANGE and near and not within:
            return 1.5, f"one post follows the other after {step} days"
    if gap > 8 * YEAR:
        return -1.5, "many years apart"
    return (-0.5, "years apart") if gap > 3 * YEAR else (0.0, "")


def _clash(a: Item, b: Item, one: Standing, two: Standing) -> str:
    """Two countries, in words; "" where there is one or none is known."""
    if not (a.body and b.body and one.seat and two.seat):
        return ""
    if one.abroad != two.abroad:
        return "one abroad, one at home"
    return "two countries" if one.abroad and one.seat.country != two.seat.country else ""


def _goes_home(world: Item, other: Item, home: Standing) -> bool:
    """Does somebody of an international body later head a government? Mostly it is the other way round."""
    later = bool(world.held[0]) and other.held[0] > world.held[0]
    return later and home.abroad and other.post in HEADS_OF_ALL and bool(INTERNATIONAL.match(world.body))


def _is_under(head: Item, other: Item) -> bool:
    """Does the other post, a minister's, begin after that of a head of state, or of a former one?"""
    earlier = head.first < head.held[0]  # told as a former head of state before anything else
    begun = bool(head.held[0]) and other.held[0] > head.first and (head.articles > 1 or earlier)
    return head.post in HEADS and other.post in UNDER_HEADS and begun


def conflict(a: Item, b: Item, one: Standing, two: Standing) -> tuple[float, str]:
    """What speaks against one person: two countries, or two full-time posts far apart at once."""
    clash = _clash(a, b, one, two)
    if clash:
        return AGAINST, clash
    if one.abroad and two.abroad and (_is_under(a, b) or _is_under(b, a)):
        return AGAINST, "no head of state becomes a minister"
    if _goes_home(a, b, two) or _goes_home(b, a, one):
        return -2.0, "from an international body home to govern"
    if not (one.full_time and two.full_time) or a.body == b.body or _is_one_seat(a, b):
        return 0.0, ""
    overlap = min(a.held[1], b.held[1]) - max(a.held[0], b.held[0])
    if overlap <= SERVICE or not a.held[0] or not b.held[0]:
        return 0.0, ""
    if one.envoy != two.envoy:
        return AGAINST, f"abroad as envoy while in office at home for {overlap} days"
    if one.division != two.division and one.division and two.division:
        return AGAINST, f"two places at once for {overlap} days"
    if one.division != two.division or (one.chief and two.chief and a.body[:4] != b.body[:4]):
        return -2.5, f"two full-time posts for {overlap} days"
    return 0.0, ""
