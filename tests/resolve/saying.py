"""Facts of invented people in a few words, for the tests of resolving and asking."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model.article import Meta
from kg.model.facts import ArticleFacts, Event, Evidence, Mention, Participation, Tenure

Said = (
    tuple[str, str | None, str]
    | tuple[str, str | None, str, str | None]
    | tuple[str, str | None, str, str | None, str | None]
)


def saying(
    own: str,
    date: str,
    *said: Said,
    also: Sequence[str] = (),
    events: Sequence[Event] = (),
    printed: dict[str, tuple[str, ...]] | None = None,
) -> ArticleFacts:
    """An article that says so: (person, organisation, post[, status[, date]]); `also` are named without a post."""
    tenures = []
    at = 0
    for person, body, post, *rest in said:
        status, when = (*rest, None, None)[:2]
        quote = f"{body or ''}{post}{person}"
        proof = (Evidence(at, at + len(quote), quote),)
        at += len(quote)
        tenures.append(Tenure(person, post, body, status, when, "explicit", 0.9, "test/1", proof))
    names = dict.fromkeys([*(t.person for t in tenures), *also])
    bodies = dict.fromkeys(t.organization for t in tenures if t.organization)
    return ArticleFacts(
        id=own,
        meta=Meta(title=own, date=date),
        persons=tuple(Mention(n, (Evidence(0, len(n), n),)) for n in names),
        organizations=tuple(
            Mention(b, (Evidence(0, len(b), b),), (printed or {}).get(b, ())) for b in bodies
        ),
        tenures=tuple(tenures),
        events=tuple(events),
    )


def meeting(
    start: str | None, *people: str, type_: str = "meeting", places: tuple[str, ...] = (), label: str = "会议"
) -> Event:
    """An event with a leader and those who attend."""
    parts = tuple(
        Participation(p, "lead" if n == 1 else "attend", n, (), (Evidence(0, len(p), p),))
        for n, p in enumerate(people, 1)
    )
    return Event(type_, label, "召开", start, start, places, False, parts, (), (Evidence(0, 2, "召开"),))
