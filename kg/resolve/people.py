"""Persons: which sightings of one name are one human being."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.resolve.keys import NO_DAY
from kg.resolve.likeness import Item, Judgement, likeness
from kg.resolve.rarity import NameStatistics
from kg.resolve.sightings import Fragment, FragmentKey, NameRecord

WAVE_GAP = 45  # days without news after which a name without a body may be somebody else
SAME = 2.0  # natural log of the odds from which on two clusters are one person: a wrong merge costs e² splits


@dataclass(slots=True)
class Cluster:
    """Items of one name that are one person, and why."""

    items: list[Item]
    reasons: list[Judgement] = field(default_factory=list)
    possibly: set[int] = field(default_factory=set)  # other clusters of the name that may be the same

    @property
    def anchor(self) -> tuple[int, str, str]:
        """The earliest item with a body, else the earliest: what the id is made of."""
        titled = [i for i in self.items if i.body] or self.items
        return min((i.first or 10**7, i.body, i.post) for i in titled)


@dataclass(slots=True)
class Persona:
    """One name: its clusters, and the way from a sighting to its cluster."""

    clusters: list[Cluster]
    by_fragment: dict[
        FragmentKey, list[tuple[int, int]]
    ]  # per fragment: (first day of wave, cluster), sorted

    def cluster_of(self, where: FragmentKey, day: int) -> int:
        """The cluster of a sighting in a fragment on a day."""
        waves = self.by_fragment[where]
        place = bisect_right(waves, (day, len(self.clusters))) - 1
        return waves[max(place, 0)][1]


def items_of(record: NameRecord) -> list[Item]:
    """The smallest units that are surely one person: a post in a body, or one wave of news without a body."""
    items = []
    for (body, post), fragment in sorted(record.fragments.items()):
        days = sorted(fragment.all_days()) or [NO_DAY]
        waves = [days] if body else list(_waves(days))
        for wave in waves:
            company = fragment.company() if body else _company_in(fragment, wave)
            items.append(Item(body, post, wave[0], wave[-1], tuple(wave), company, fragment.beside))
    return items


def _waves(days: Sequence[int]) -> Iterable[list[int]]:
    wave = [days[0]]
    for day in days[1:]:
        if day - wave[-1] > WAVE_GAP:
            yield wave
            wave = []
        wave.append(day)
    yield wave


def _company_in(fragment: Fragment, wave: Sequence[int]) -> dict[str, int]:
    total: dict[str, int] = {}
    for month in {day // 30 for day in wave}:
        for name, articles in fragment.companions.get(month, {}).items():
            total[name] = total.get(name, 0) + articles
    return total


def cluster_name(
    name: str,
    record: NameRecord,
    statistics: NameStatistics,
    fame: dict[str, int],
    apart: Iterable[tuple[FragmentKey, FragmentKey]] = (),
    together: Iterable[tuple[FragmentKey, FragmentKey]] = (),
) -> Persona:
    """Cluster the sightings of one name.

    Args:
        name: the name.
        record: all its sightings.
        statistics: how rare names are.
        fame: name → articles, of all names; company of the famous says little.
        apart: fragments that people said are different persons.
        together: fragments that people said are one person.
    """
    items = items_of(record)
    clusters = [Cluster([item]) for item in items]
    surprise = statistics.surprise(name)
    barred = {frozenset(pair) for pair in apart}
    _join_decided(clusters, together)
    _join_likely(clusters, surprise, fame, barred)
    clusters.sort(key=lambda c: c.anchor)
    _note_possible(clusters)
    by_fragment: dict[FragmentKey, list[tuple[int, int]]] = {}
    for number, cluster in enumerate(clusters):
        for item in cluster.items:
            by_fragment.setdefault((item.body, item.post), []).append((item.first, number))
    for waves in by_fragment.values():
        waves.sort()
    return Persona(clusters, by_fragment)


def _join_decided(clusters: list[Cluster], together: Iterable[tuple[FragmentKey, FragmentKey]]) -> None:
    for one, other in together:
        touched = [c for c in clusters if any((i.body, i.post) in (one, other) for i in c.items)]
        for cluster in touched[1:]:
            touched[0].items.extend(cluster.items)
            touched[0].reasons.append(Judgement("decided", 99.0, one, other))
            clusters.remove(cluster)


def _barred(one: Cluster, other: Cluster, barred: set[frozenset[FragmentKey]]) -> bool:
    return bool(barred) and any(
        frozenset(((a.body, a.post), (b.body, b.post))) in barred for a in one.items for b in other.items
    )


def _join_likely(
    clusters: list[Cluster], surprise: float, fame: dict[str, int], barred: set[frozenset[FragmentKey]]
) -> None:
    """Join the likeliest pair again and again, until none is likely enough."""
    scores: dict[tuple[int, int], Judgement] = {}
    alive = {id(c): c for c in clusters}
    order = {id(c): n for n, c in enumerate(clusters)}

    def score(one: Cluster, other: Cluster) -> Judgement:
        if _barred(one, other, barred):
            return Judgement("decided apart", -99.0, ("", ""), ("", ""))
        return likeness(one.items, other.items, surprise, fame)

    listed = list(clusters)
    for i, one in enumerate(listed):
        for other in listed[i + 1 :]:
            scores[id(one), id(other)] = score(one, other)
    while scores:
        pair, best = max(scores.items(), key=lambda s: (s[1].score, -order[s[0][0]], -order[s[0][1]]))
        if best.score < SAME:
            break
        one, other = alive[pair[0]], alive.pop(pair[1])
        one.items.extend(other.items)
        one.reasons.extend([*other.reasons, best])
        clusters.remove(other)
        scores = {k: v for k, v in scores.items() if pair[1] not in k and pair[0] not in k}
        for third in clusters:
            if third is not one:
                first, second = sorted((one, third), key=lambda c: order[id(c)])
                scores[id(first), id(second)] = score(first, second)
    for (a, b), judged in scores.items():
        if 0.0 < judged.score < SAME and a in alive and b in alive:
            alive[a].reasons.append(judged)


def _note_possible(clusters: list[Cluster]) -> None:
    for number, one in enumerate(clusters):
        for second in range(number + 1, len(clusters)):
            one.possibly.add(second)
            clusters[second].possibly.add(number)
