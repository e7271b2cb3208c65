"""Tenures: who held which post from when to when, spells apart."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kg.lexicon.seats import is_single
from kg.model.entities import Conflict, TenureRecord
from kg.resolve.bodies import body_id
from kg.resolve.keys import NO_DAY, day_number, iso, key
from kg.resolve.seats import Word, succession
from kg.resolve.sightings import Fragment, add_counts
from kg.resolve.standing import standing

MONTH = 31
BELIED = 400  # days within which three further reports of the post belie a removal
Run = tuple[int, int, str]  # first day, last day, holder


@dataclass(slots=True)
class Held:
    """All that is said of one person in one post of one body."""

    person: str
    body: str
    post: str
    days: dict[int, int] = field(default_factory=dict)
    former: dict[int, int] = field(default_factory=dict)
    appointed: dict[tuple[str, int], int] = field(default_factory=dict)
    removed: dict[tuple[str, int], int] = field(default_factory=dict)
    since: dict[str, int] = field(default_factory=dict)
    until: dict[str, int] = field(default_factory=dict)
    foreign: bool = False  # the name is known from posts abroad

    @property
    def body_id(self) -> str:
        """The id of the body."""
        return body_id(self.body)

    def take(self, fragment: Fragment, first: int, last: int) -> None:
        """Take over what the articles of [first, last] say."""
        add_counts(self.days, {d: n for d, n in fragment.days.items() if first <= d <= last})
        add_counts(self.former, {d: n for d, n in fragment.former.items() if first <= d <= last})
        add_counts(self.appointed, {w: n for w, n in fragment.appointed.items() if first <= w[1] <= last})
        add_counts(self.removed, {w: n for w, n in fragment.removed.items() if first <= w[1] <= last})
        if fragment.since or fragment.until:
            add_counts(self.since, fragment.since)
            add_counts(self.until, fragment.until)


@dataclass(slots=True)
class Timeline:
    """The spells of one person in one post, in time."""

    starts: list[int]
    ids: list[str]

    def spell_on(self, day: int) -> str:
        """The id of the spell that a word of that day is about: the last that began by then."""
        return self.ids[max(bisect_right(self.starts, day) - 1, 0)]


def words_of(held: Held) -> list[Word]:
    """What the articles say, day by day, for the succession in the seat.

    Abroad those elected take office later: the words of their election weigh little. One who holds posts abroad
    is seldom the holder of a seat at home: there the body was misread.
    """
    kind = standing(held.body, held.post)
    trust = 0.3 if held.foreign and not kind.abroad else 1.0
    news = 0.3 if kind.elected else 1.5
    words = [Word(day, held.person, trust * (0.75 + 0.25 * min(n, 3))) for day, n in held.days.items() if day]
    words += [Word(day, held.person, -0.5) for day in held.former if day]
    words += [Word(_change_day(*w), held.person, trust * news) for w in held.appointed if _change_day(*w)]
    words += [Word(_change_day(*w) + 1, held.person, -2.0) for w in held.removed if _change_day(*w)]
    return words


def _change_day(stated: str, day: int) -> int:
    return day_number(stated) if len(stated) == 10 else day


def make_tenures(
    helds: Sequence[Held],
) -> tuple[dict[str, TenureRecord], dict[tuple[str, str, str], Timeline], tuple[Conflict, ...]]:
    """Every tenure by id, the timeline of each (person, body, post), and the conflicts."""
    seats: dict[tuple[str, str], list[Held]] = {}
    for held in sorted(helds, key=lambda h: (h.body, h.post, h.person)):
        seats.setdefault((held.body, held.post), []).append(held)
    tenures: dict[str, TenureRecord] = {}
    timelines: dict[tuple[str, str, str], Timeline] = {}
    conflicts: list[Conflict] = []
    for (body, post), holders in seats.items():
        single = is_single(body, post)
        runs = succession([w for h in holders for w in words_of(h)]) if single and len(holders) > 1 else []
        for held in holders:
            records = _spells(held, runs)
            tenures.update((r.id, r) for r in records)
            timelines[held.person, body, post] = Timeline(_starts(records), [r.id for r in records])
        if single:
            conflicts += _conflicts(body, post, [t for h in holders for t in _own(h, timelines, tenures)])
    return tenures, timelines, tuple(conflicts)


def _own(
    held: Held, timelines: Mapping[tuple[str, str, str], Timeline], tenures: Mapping[str, TenureRecord]
) -> list[TenureRecord]:
    return [tenures[i] for i in timelines[held.person, held.body, held.post].ids]


def _starts(records: Sequence[TenureRecord]) -> list[int]:
    """From which day on a word is about each spell; the last report of a spell is never about the next."""
    starts = []
    over = NO_DAY
    for record in records:
        first = min((day_number(d) for d in (record.first_attested, record.valid_from) if d), default=NO_DAY)
        starts.append(max(first, over + 1) if over else first)
        over = day_number(record.last_attested)
    return starts


def _spells(held: Held, runs: Sequence[Run]) -> list[TenureRecord]:
    """Cut the days of one holder where he was removed, where another stands between, or is contradicted.

    The report of an appointment attests the post only if nobody else's reports contradict it; an election
    abroad only if nothing else attests the post.
    """
    starts = [first for first, _, _ in runs]
    ends = _removals(held)
    groups: dict[tuple[int, int], list[int]] = {}
    said = {d for d in held.days if d}
    named = {d for _, d in held.appointed if d}
    for day in sorted(said if said and standing(held.body, held.post).elected else said | named):
        run = max(bisect_right(starts, day) - 1, 0)
        if (
            runs
            and runs[run][2] != held.person
            and run
            and runs[run - 1][2] == held.person
            and day == runs[run][0]
        ):
            run -= 1  # both are named on the day of the change
        if day in said or not runs or runs[run][2] == held.person:
            groups.setdefault((run, bisect_left(ends, day)), []).append(day)
    spans = [groups[g] for g in sorted(groups)] or [[]]
    return [_record(held, number, spans, runs) for number in range(1, len(spans) + 1)]


def _removals(held: Held) -> list[int]:
    """Days of removal, but for those that later reports of the post belie: some only demanded it."""
    days = sorted(d for d in held.days if d)
    named = sorted(_change_day(*when) for when in held.appointed)
    ends = []
    for end in sorted({_change_day(*when) for when in held.removed} - {NO_DAY}):
        again = next((d for d in named if d > end), end + BELIED)
        if bisect_right(days, again) - bisect_right(days, end + 7) < 3:
            ends.append(end)
    return ends


def _record(held: Held, number: int, spans: Sequence[Sequence[int]], runs: Sequence[Run]) -> TenureRecord:
    span = spans[number - 1]
    last_spell = number == len(spans)
    after = spans[number][0] if not last_spell else 10**7
    before = spans[number - 2][-1] if number > 1 else 0
    first = span[0] if span else NO_DAY
    last = span[-1] if span else NO_DAY
    start = _valid_from(held, before, first, after)
    if start and (standing(held.body, held.post).elected or _other_between(held.person, start, first, runs)):
        start = ""
    end = _valid_until(held, last or before, after)
    status = ""
    if end:
        status = "removed"
    elif held.former and last_spell and (not span or max(held.former) > last):
        status = "former"
    elif start and day_number(start) >= first - MONTH and len(span) <= 1:
        status = "appointed"
    return TenureRecord(
        id=key("t", held.person, held.body, held.post, str(number)),
        person=held.person,
        organization=body_id(held.body) if held.body else "",
        post=held.post,
        spell=number,
        first_attested=iso(first),
        last_attested=iso(last),
        valid_from=start,
        valid_until=end if not start or not end or end >= start else "",
        status=status,
    )


def _other_between(person: str, start: str, first: int, runs: Sequence[Run]) -> bool:
    """Did another take the seat between the stated beginning and the first report?"""
    return any(day_number(start) < begin < first for begin, _, holder in runs if holder != person)


def _valid_from(held: Held, before: int, first: int, after: int) -> str:
    """The stated day of appointment, if nothing older attests the post (else the holder was only confirmed)."""
    dates = [d for d, _ in held.appointed if d] + list(held.since)
    stated = [d for d in dates if before <= day_number(d) < after and (not first or day_number(d) <= first)]
    if stated:
        return min(stated, key=lambda d: (d[:4], -len(d), d))
    undated = [day for (d, day) in held.appointed if not d and before <= day < after]
    return iso(min(undated)) if undated and (not first or min(undated) <= first) else ""


def _valid_until(held: Held, last: int, after: int) -> str:
    """The stated day of removal, else that of its report."""
    true = set(_removals(held))
    removed = [(d, day) for (d, day) in held.removed if _change_day(d, day) in true]
    dated = [d for (d, _) in removed if d and last - MONTH <= day_number(d) < after]
    dated += [d for d in held.until if last - MONTH <= day_number(d) < after]
    if dated:
        return max(dated, key=lambda d: (len(d), d))
    undated = [day for (d, day) in removed if not d and last <= day < after]
    return iso(min(undated)) if undated else ""


def _conflicts(body: str, post: str, records: Sequence[TenureRecord]) -> list[Conflict]:
    found = []
    dated = sorted((r for r in records if r.first_attested), key=lambda r: (r.first_attested, r.id))
    for index, one in enumerate(dated):
        for other in dated[index + 1 :]:
            if other.first_attested > one.last_attested:
                break
            if other.person != one.person:
                found.append(Conflict(body_id(body), post, (one.id, other.id), other.first_attested))
    return found
