"""What a page of tests/extract/pages tells of an article: a line for each fact."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.events.events import find_events
from kg.extract.reading import Reading
from kg.extract.time.dates import find_dates
from kg.model.facts import Event


def posts_told(reading: Reading) -> Iterator[str]:
    """Who holds what where, by which words; then whoever is named without a post, if anybody is."""
    for t in reading.tenures:
        times = (t.status, t.date, t.since and f"since {t.since}", t.until and f"until {t.until}")
        how = " ".join(filter(None, (t.resolved_by, *times)))
        quotes = "…".join(f"「{quote.quote}」" for quote in t.evidence)
        yield " | ".join((t.person, t.post, t.organization or "-", how, quotes))
    others = {m.name for m in reading.people} - {t.person for t in reading.tenures}
    if others:
        yield "named " + "、".join(sorted(others))


def events_told(events: tuple[Event, ...]) -> Iterator[str]:
    """What happened when and where, who took part as what, how its evidence begins; what was said, and of what it is a part."""
    for e in events:
        when = e.start or e.time_words or "-"
        when += f"..{e.end or ''}" if e.end != e.start else ""
        parts = [f"{p.person} {p.role}" for p in e.participants]
        parts += [f"{o.organization} {o.role}" for o in e.organizations]
        told = [
            f"{e.type} {e.trigger}",
            " ".join((when, *e.places)),
            "、".join(parts) + ("…" if e.open_list else ""),
            "…".join(q.quote[:6] for q in e.evidence),
        ]
        told += [f"「{q.quote}」" for q in e.statement]
        told += [f"part of {events[e.part_of].trigger}"] if e.part_of is not None else []
        yield " | ".join(told)


def dates_told(text: str, written: str) -> Iterator[str]:
    """The words of each date, its range, and whether it is one that seldom tells when something happened."""
    for start, end, time in find_dates(text, 0, len(text), written):
        bounds = time.start if time.start == time.end else f"{time.start or ''}..{time.end or ''}"
        yield f"{text[start:end]} | {bounds or 'unknown'}" + (" | loose" if time.is_loose else "")


def bodies_told(reading: Reading) -> Iterator[str]:
    """The organisations in order, each with the words of all its mentions, unless one mention prints its name."""
    printed: dict[str, list[str]] = {}
    for body in reading.bodies:
        printed.setdefault(body.name, []).append(reading.article.text[body.start : body.end])
    for name, words in printed.items():
        yield name if words == [name] else f"{name} | {'、'.join(words)}"


def all_told(reading: Reading) -> Iterator[str]:
    """Posts and people, then organisations, then events."""
    yield from posts_told(reading)
    yield from (f"body {name}" for name in dict.fromkeys(body.name for body in reading.bodies))
    yield from events_told(find_events(reading))
