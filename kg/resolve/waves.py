"""Sightings without a body: to which person of the name do they belong?"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from math import log

from kg.lexicon.posts import post_lexicon
from kg.resolve.joining import DECIDED, Linked
from kg.resolve.likeness import FragmentKey, Item, Judgement
from kg.resolve.standing import standing

Pair = tuple[FragmentKey, FragmentKey]
YEAR = 365
ENOUGH = 1.0  # ln of the odds from which on a wave joins a person with posts
MOST = 5.0  # ln of the odds that known company can add: the same long list, year after year
CLEARLY = 1.5  # ln by which the best must be ahead of the second
CROWD = log(3e4)  # of people whom the news name without a post


def attach(
    waves: Sequence[Item],
    groups: Sequence[Linked],
    surprise: float,
    fame: Mapping[str, int],
    together: Sequence[Pair] = (),
    apart: Sequence[Pair] = (),
) -> tuple[list[Item], dict[Item, tuple[Linked, Judgement]]]:
    """Give each wave to the group that it clearly fits best.

    Returns:
        The waves that fit none, and the best fit of each, for readers to decide.
    """
    joins, parts = {frozenset(p) for p in together}, {frozenset(p) for p in apart}

    def fit(wave: Item, group: Linked) -> Judgement:
        pairs = {frozenset((wave.mark, item.mark)) for item in group.items}
        if pairs & (joins | parts):
            score = -DECIDED if pairs & parts else DECIDED
            return Judgement(score, 0.0, ("decided by a person",), wave, group.items[0])
        return _fit(wave, group, surprise, fame)

    loose, joined = [], []
    nearest: dict[Item, tuple[Linked, Judgement]] = {}
    for wave in waves:
        scored = sorted(((fit(wave, g), n) for n, g in enumerate(groups)), key=_rank)
        if scored and scored[0][0].score >= ENOUGH and _ahead(scored):
            joined.append((scored[0][1], wave, scored[0][0]))
        else:
            loose.append(wave)
            if scored:
                nearest[wave] = groups[scored[0][1]], scored[0][0]
    for number, wave, judged in joined:
        groups[number].items.append(wave)
        groups[number].reasons.append(judged)
    return loose, nearest


def _rank(scored: tuple[Judgement, int]) -> tuple[float, int]:
    return -scored[0].score, scored[1]


def _ahead(scored: Sequence[tuple[Judgement, int]]) -> bool:
    return len(scored) == 1 or scored[0][0].score - scored[1][0].score >= CLEARLY


def _fit(wave: Item, group: Linked, surprise: float, fame: Mapping[str, int]) -> Judgement:
    """How well a wave fits a person with posts: named together, active then, known company, rare name."""
    titled = [item for item in group.items if item.body]
    together = [item for item in titled if _beside(wave, item)]
    near = sum(_reports(item.days, wave.first - YEAR, wave.last + YEAR) for item in titled)
    score = min(surprise - CROWD, 6.0) + 0.8 * log(1 + near)
    reasons = [f"rarity of the name {surprise - CROWD:+.1f}", f"{near} reports within a year"]
    if together:
        score, reasons = score + 8.0, [*reasons, "named with a post of this person"]
    if not near:
        away = min(min(abs(i.first - wave.last), abs(wave.first - i.last)) for i in titled)
        score, reasons = score - min(3.0, away / YEAR), [*reasons, f"no report for {away} days"]
    known = {name for item in titled for name in item.company} & wave.company.keys()
    company = min(MOST, sum(2.5 / (1.0 + log(fame.get(n, 1))) ** 1.5 for n in sorted(known)))
    if known:
        score, reasons = score + company, [*reasons, "known company"]
    if _is_job(wave.post) and not together and any(standing(i.body, i.post).full_time for i in titled):
        score, reasons = score - 4.0, [*reasons, f"{wave.post} is no official"]
    return Judgement(score, 0.0, tuple(reasons), wave, max(titled, key=lambda i: (i.articles, i.where)))


def _beside(wave: Item, item: Item) -> bool:
    return bool(wave.beside.get(item.where)) and bool(set(wave.days) & set(item.days))


def _reports(days: Sequence[int], first: int, last: int) -> int:
    return bisect_right(days, last) - bisect_left(days, first)


def _is_job(post: str) -> bool:
    return bool(post) and post_lexicon().kind_of(post) == "job"


def judge_waves(a: Item, b: Item, surprise: float, fame: Mapping[str, int]) -> Judgement:
    """Judge two waves of a name that has no fitting person with posts."""
    score = min(surprise - CROWD, 8.0)
    reasons = [f"rarity of the name {surprise - CROWD:+.1f}"]
    if _beside(a, b):
        score, reasons = score + 8.0, [*reasons, "named with both"]
    elif max(a.first, b.first) - min(a.last, b.last) <= 45:
        score, reasons = score + 2.0, [*reasons, "same weeks"]
    if a.post and a.post == b.post:
        score, reasons = score + 1.0, [*reasons, "same occupation"]
    elif a.post and b.post:
        score, reasons = score - 1.0, [*reasons, "two occupations"]
    shared = a.company.keys() & b.company.keys()
    if shared:
        score += min(MOST, sum(3.0 / (1.0 + log(fame.get(n, 1))) ** 1.5 for n in sorted(shared)))
        reasons.append("shared company")
    gap = max(a.first, b.first) - min(a.last, b.last)
    score -= min(2.0, max(gap, 0) / (4 * YEAR))
    return Judgement(score, 0.0, tuple(reasons), a, b)
