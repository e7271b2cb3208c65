"""What one pass over the articles keeps: per name, per post and per happening, never per article."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from sys import intern
from typing import TypeVar

from kg.model.facts import ArticleFacts, Tenure
from kg.resolve.bodies import BodyBook
from kg.resolve.happenings import HappeningBook
from kg.resolve.keys import NO_DAY, day_number, signature
from kg.resolve.reprints import ReprintBook

PASSIVE = frozenset({"target", "counterpart"})  # visited, helped, mourned: no part of one's own
MAX_COMPANIONS = 24  # names kept of one article; of longer lists those with the smallest digests
MAX_KEPT = 64  # companions kept of one fragment and month: those with the smallest digests, a fair sample

K = TypeVar("K", bound=Hashable)
FragmentKey = tuple[str, str]  # (organisation key, post); ("", "") where the article gives no post


def add_counts(mine: dict[K, int], theirs: Mapping[K, int]) -> None:
    """Add counts to counts."""
    for key, count in theirs.items():
        mine[key] = mine.get(key, 0) + count


@dataclass(slots=True)
class Fragment:
    """One name in one post of one body, or one name without any: all articles together.

    `days`: the days of articles that say the post is held, with their number; `former`: that it was held
    before; `appointed` and `removed` by (stated ISO date or "", article day). `beside`: other fragments of
    the name in the same article, with the number of articles.
    """

    days: dict[int, int] = field(default_factory=dict)
    former: dict[int, int] = field(default_factory=dict)
    appointed: dict[tuple[str, int], int] = field(default_factory=dict)
    removed: dict[tuple[str, int], int] = field(default_factory=dict)
    since: dict[str, int] = field(default_factory=dict)
    until: dict[str, int] = field(default_factory=dict)
    beside: dict[FragmentKey, int] = field(default_factory=dict)
    companions: dict[int, dict[str, int]] = field(default_factory=dict)

    def take(self, other: Fragment) -> None:
        """Add another fragment's sightings to this one's."""
        add_counts(self.days, other.days)
        add_counts(self.former, other.former)
        add_counts(self.appointed, other.appointed)
        add_counts(self.removed, other.removed)
        add_counts(self.since, other.since)
        add_counts(self.until, other.until)
        add_counts(self.beside, other.beside)
        for month, names in other.companions.items():
            kept = self.companions.setdefault(month, {})
            add_counts(kept, names)
            if len(kept) > 2 * MAX_KEPT:
                self.companions[month] = _sample(kept)

    def held(self) -> tuple[int, int]:
        """The first and the last day on which reports say that the post is held; (0, 0) if none does."""
        days = [d for d in self.days if d] + [d for _, d in self.appointed if d]
        return (min(days), max(days)) if days else (NO_DAY, NO_DAY)

    def company(self) -> dict[str, int]:
        """Companion → articles, over all time; a sample of bounded size."""
        total: dict[str, int] = {}
        for month in self.companions:
            add_counts(total, self.company_in(month))
        return total

    def company_in(self, month: int) -> dict[str, int]:
        """The same of one month; the order in which articles came makes no difference."""
        return _sample(self.companions.get(month, {}))

    def all_days(self) -> set[int]:
        """Days of all articles that name the fragment, in whatever status."""
        changes = {day for _, day in self.appointed} | {day for _, day in self.removed}
        return set(self.days) | set(self.former) | changes


@dataclass(slots=True)
class NameRecord:
    """All sightings of one name; `active` counts the articles in which it does more than be visited."""

    fragments: dict[FragmentKey, Fragment] = field(default_factory=dict)
    printed: dict[str, int] = field(default_factory=dict)
    articles: int = 0
    active: int = 0

    def take(self, other: NameRecord) -> None:
        """Add the sightings of another form of the name."""
        self.articles += other.articles
        self.active += other.active
        add_counts(self.printed, other.printed)
        for where, fragment in other.fragments.items():
            self.fragments.setdefault(where, Fragment()).take(fragment)


@dataclass(frozen=True, slots=True)
class Sighted:
    """One name in one article: its printed forms, its posts there, and the names of the article (of many some)."""

    name: str
    printed: tuple[str, ...]
    tenures: tuple[Tenure, ...]
    company: tuple[str, ...]
    active: bool


@dataclass(slots=True)
class Sightings:
    """Everything that the first pass keeps."""

    names: dict[str, NameRecord] = field(default_factory=dict)
    bodies: BodyBook = field(default_factory=BodyBook)
    happenings: HappeningBook = field(default_factory=HappeningBook)
    reprints: ReprintBook = field(default_factory=ReprintBook)

    def add(self, facts: ArticleFacts) -> None:
        """Take note of one article; the order of articles does not matter."""
        day = day_number(facts.meta.date)
        keys = self.bodies.keys_in(facts)
        self.reprints.add(facts)
        self.bodies.add(facts, keys)
        self.happenings.add(facts, day)
        titled: dict[str, list[Tenure]] = {}
        for tenure in facts.tenures:
            titled.setdefault(tenure.person, []).append(tenure)
        printed = {mention.name: mention.printed for mention in facts.persons}
        for name in titled:
            printed.setdefault(name, ())
        active = {p.person for event in facts.events for p in event.participants if p.role not in PASSIVE}
        company = tuple(sorted(printed, key=_digest)[:MAX_COMPANIONS])
        for name, forms in printed.items():
            tenures = tuple(titled.get(name, ()))
            self._add_person(Sighted(intern(name), forms, tenures, company, name in active), keys, day)

    def _add_person(self, seen: Sighted, keys: Mapping[str, str], day: int) -> None:
        record = self.names.get(seen.name)
        if record is None:
            record = self.names[seen.name] = NameRecord()
        record.articles += 1
        record.active += seen.active
        for form in seen.printed:
            record.printed[form] = record.printed.get(form, 0) + 1
        places: dict[FragmentKey, None] = {}
        for tenure in seen.tenures:
            where = (keys.get(tenure.organization or "", ""), intern(tenure.post))
            _note(record.fragments.setdefault(where, Fragment()), tenure, day)
            places[where] = None
        if not places:
            fragment = record.fragments.setdefault(("", ""), Fragment())
            fragment.days[day] = fragment.days.get(day, 0) + 1
            places["", ""] = None
        for where in places:
            _note_company(record.fragments[where], where, places, seen, day)


def _note_company(
    fragment: Fragment, own: FragmentKey, places: Iterable[FragmentKey], seen: Sighted, day: int
) -> None:
    for other in places:
        if other != own:
            fragment.beside[other] = fragment.beside.get(other, 0) + 1
    month = NO_DAY if own[0] else day // 30  # without a body, company counts by the month
    kept = fragment.companions.setdefault(month, {})
    for name in seen.company:
        if name != seen.name:
            kept[name] = kept.get(name, 0) + 1
    if len(kept) > 2 * MAX_KEPT:
        fragment.companions[month] = _sample(kept)


def _sample(counts: dict[str, int]) -> dict[str, int]:
    """The entries with the smallest digests: the same whatever the order they came in."""
    return {name: counts[name] for name in sorted(counts, key=_digest)[:MAX_KEPT]}


@lru_cache(maxsize=200_000)
def _digest(name: str) -> int:
    return signature(name)


def _note(fragment: Fragment, tenure: Tenure, day: int) -> None:
    status, date = tenure.status, tenure.date or ""
    if status == "former":
        fragment.former[day] = fragment.former.get(day, 0) + 1
    elif status == "removed":
        fragment.removed[date, day] = fragment.removed.get((date, day), 0) + 1
    elif status == "appointed":
        fragment.appointed[date, day] = fragment.appointed.get((date, day), 0) + 1
    else:
        fragment.days[day] = fragment.days.get(day, 0) + 1
    if tenure.since:
        fragment.since[tenure.since] = fragment.since.get(tenure.since, 0) + 1
    if tenure.until:
        fragment.until[tenure.until] = fragment.until.get(tenure.until, 0) + 1


def gather(articles: Iterable[ArticleFacts], means: Mapping[tuple[str, str], str] | None = None) -> Sightings:
    """Read every article once.

    Args:
        articles: all articles' facts.
        means: what people said that forms of bodies' names mean.
    """
    sightings = Sightings(bodies=BodyBook(means or {}))
    for facts in articles:
        sightings.add(facts)
    return sightings
