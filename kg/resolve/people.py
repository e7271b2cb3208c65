"""Persons: which sightings of one name are one human being."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kg.model.background import KnownPerson
from kg.resolve.joining import Linked, join
from kg.resolve.keys import NO_DAY
from kg.resolve.known import weigh
from kg.resolve.likeness import Item, Judgement, judge
from kg.resolve.misread import set_right
from kg.resolve.rarity import Names
from kg.resolve.sightings import Fragment, FragmentKey, NameRecord, add_counts
from kg.resolve.standing import standing
from kg.resolve.waves import attach, judge_waves

FOREVER = 10**7  # a day number beyond all dates
WAVE_GAP = 45  # days without news after which a name without a body may be somebody else
SAME = 2.0  # ln of the odds from which on two are one person: a wrong merge costs about e² = 7 wrong splits
PERHAPS = -2.0  # ln of the odds from which on readers are told that two may be one

Pair = tuple[FragmentKey, FragmentKey]


@dataclass(slots=True)
class Cluster:
    """Items of one name that are one person, and why."""

    items: list[Item]
    reasons: list[Judgement] = field(default_factory=list)
    possibly: dict[int, Judgement] = field(
        default_factory=dict
    )  # other clusters of the name that may be the same

    @property
    def anchor(self) -> tuple[int, str, str]:
        """The earliest item with a body, else the earliest: what the id is made of."""
        titled = [i for i in self.items if i.body] or self.items
        return min((i.first or 10**7, i.body, i.post) for i in titled)


@dataclass(slots=True)
class Persona:
    """One name: its clusters, and the way from a sighting to its cluster.

    `by_fragment` holds (first day of wave, cluster), sorted, for each fragment. `misread` are posts in bodies
    that an article misread: the person is known, but nobody holds them.
    """

    clusters: list[Cluster]
    by_fragment: dict[FragmentKey, list[tuple[int, int]]]
    misread: frozenset[FragmentKey] = frozenset()

    def cluster_of(self, where: FragmentKey, day: int) -> int:
        """The cluster of a sighting in a fragment on a day."""
        waves = self.by_fragment[where]
        place = bisect_right(waves, (day, len(self.clusters))) - 1
        return waves[max(place, 0)][1]

    def waves_of(self, where: FragmentKey) -> Iterator[tuple[int, int, int]]:
        """(first day, last day, cluster) of each wave of a fragment, together covering all time."""
        waves = self.by_fragment[where]
        for place, (first, number) in enumerate(waves):
            last = waves[place + 1][0] - 1 if place + 1 < len(waves) else FOREVER
            yield (first if place else 0), last, number


def items_of(record: NameRecord) -> list[Item]:
    """The smallest units that are surely one person: a post in a body, or one wave of news without a body."""
    items = []
    for (body, post), fragment in sorted(record.fragments.items()):
        days = sorted(fragment.all_days()) or [NO_DAY]
        for wave in [days] if body else _waves(days):
            company = fragment.company() if body else _company_in(fragment, wave)
            articles = sum(fragment.days.values()) if body else len(wave)
            held = fragment.held() if body else (wave[0], wave[-1])
            items.append(
                Item(body, post, wave[0], wave[-1], tuple(wave), company, fragment.beside, articles, held)
            )
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
    for month in sorted({day // 30 for day in wave}):
        add_counts(total, fragment.company_in(month))
    return total


def cluster_name(
    name: str,
    record: NameRecord,
    names: Names,
    together: Sequence[Pair] = (),
    apart: Sequence[Pair] = (),
    known: Sequence[KnownPerson] = (),
) -> Persona:
    """Cluster the sightings of one name.

    Posts in bodies are joined first, the likeliest pair again and again; sightings without a body then go to
    the one person that they fit clearly best, or stay by themselves: they never make two persons one.

    Args:
        name: the name.
        record: all its sightings.
        names: how rare and how famous names are.
        together: fragments that people said are one person.
        apart: fragments that people said are two persons.
        known: whom others know under the name.
    """
    items = items_of(record)
    titled = [item for item in items if item.body]
    surprise = names.surprise(name, any(standing(*item.where).abroad for item in titled))

    def judged(a: Item, b: Item) -> Judgement:
        found = judge(a, b, surprise, names.fame)
        return _with_knowledge(found, known) if known else found

    groups = join(titled, judged, SAME, PERHAPS, together, apart)
    misread = set_right(groups)
    waves = [item for item in items if not item.body]
    loose, nearest = attach(waves, groups, surprise, names.fame, together, apart)
    others = join(loose, lambda a, b: judge_waves(a, b, surprise, names.fame), SAME, PERHAPS, together, apart)
    _note_doubts(others, nearest)
    return _persona([*groups, *others], misread)


def _with_knowledge(judged: Judgement, known: Sequence[KnownPerson]) -> Judgement:
    weight, why = weigh(judged.one, judged.other, known)
    if not why:
        return judged
    score, against = judged.score + max(weight, 0.0), judged.against + min(weight, 0.0)
    return replace(judged, score=score, against=against, reasons=(*judged.reasons, why))


def _note_doubts(others: Sequence[Linked], nearest: Mapping[Item, tuple[Linked, Judgement]]) -> None:
    """Link people without posts to the person with posts whom they may be."""
    for other in others:
        fits = [nearest[item] for item in other.items if item in nearest]
        best = max(fits, key=lambda f: (f[1].score, f[1].other.where), default=None)
        if best is not None and best[1].score >= PERHAPS:
            other.doubtful.append(best)
            best[0].doubtful.append((other, best[1]))


def _persona(groups: Sequence[Linked], misread: frozenset[FragmentKey]) -> Persona:
    clusters = [Cluster(g.items, g.reasons) for g in groups]
    order = sorted(range(len(clusters)), key=lambda n: clusters[n].anchor)
    number = {id(groups[old]): new for new, old in enumerate(order)}
    for group, cluster in zip(groups, clusters, strict=True):
        cluster.possibly = {
            number[id(other)]: judged for other, judged in group.doubtful if id(other) in number
        }
    clusters = [clusters[old] for old in order]
    by_fragment: dict[FragmentKey, list[tuple[int, int]]] = {}
    for index, cluster in enumerate(clusters):
        for item in cluster.items:
            by_fragment.setdefault(item.where, []).append((item.first, index))
    for waves in by_fragment.values():
        waves.sort()
    return Persona(clusters, by_fragment, misread)
