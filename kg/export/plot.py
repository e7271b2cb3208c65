"""Pictures for papers: a person's posts in time, the succession in a post, companions, activity by month."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

from kg.export.bars import draw_tenures
from kg.export.figures import PERSON, finish, new_figure, save, sized
from kg.export.naming import bearer
from kg.export.reading import read_entities, read_labels, read_tenures
from kg.export.rows import Source, TenureRow
from kg.export.scan import PREFIXES
from kg.export.skeleton import read_skeleton
from kg.model.errors import KgError

OTHERS = ("#0b7a57", "#0b65a8", "#b84a00", "#9a3a76", "#7a6a00", "#5b5b5b")  # apart also for the colour-blind
COMPANIONS = 16
TYPES_SHOWN = 5
OUTSIDE = 0.02  # of all events may lie before the first month drawn, and as many after the last


def timeline(store: Source, path: Path, name: str) -> None:
    """The posts of a person: bars for what articles attest, outlines for stated terms."""
    person = bearer(store, name, "foaf:Person")
    rows = _tenures(store, person)
    bodies = read_entities(store, {t.organization for t in rows if t.organization})
    labels = [(bodies[t.organization].name if t.organization in bodies else "") + t.post for t in rows]
    draw_tenures(path, rows, labels, f"{name}：任职", f"{name}: no posts are known; nothing to draw")


def succession(store: Source, path: Path, organization: str, post: str) -> None:
    """Who held a post one after another."""
    body = bearer(store, organization, "org:Organization")
    rows = [t for t in _tenures(store, body) if t.post == post]
    people = read_entities(store, {t.person for t in rows})
    labels = [people[t.person].name if t.person in people else "" for t in rows]
    draw_tenures(
        path,
        rows,
        labels,
        f"{organization}{post}",
        f"{organization} {post}: no holder is known; try `kg who`",
    )


def companions(store: Source, path: Path, name: str) -> None:
    """A person among those met most often; a line is as wide as the events are many."""
    from kg.export.analysis import companion_network

    person = bearer(store, name, "foaf:Person")
    graph = companion_network(read_skeleton(store))
    near = dict(graph.adj.get(person, {}))
    best = sorted(near, key=lambda p: (-near[p]["meetings"], p))[:COMPANIONS]
    if not best:
        raise KgError(f"{name}: was at no event with anybody; nothing to draw")
    names = {iri: e.name for iri, e in read_entities(store, best).items()}
    effects: Any = import_module("matplotlib.patheffects")
    figure, axes = new_figure(7, 7)
    turn = {p: math.tau * n / len(best) + math.pi / 2 for n, p in enumerate(best)}
    places = {p: (math.cos(a), math.sin(a)) for p, a in turn.items()} | {person: (0.0, 0.0)}
    pairs = [(a, b) for a in places for b in places if a < b and graph.has_edge(a, b)]
    for a, b in pairs:
        own = person in (a, b)
        width = (0.9 if own else 0.25) * math.log2(1 + graph[a][b]["meetings"])
        axes.plot(*zip(places[a], places[b], strict=True), color=PERSON if own else "#b8b2a6", linewidth=width,
                  alpha=0.75 if own else 0.35, zorder=2 if own else 1, solid_capstyle="round")  # fmt: skip
    for p, (x, y) in places.items():
        axes.plot([x], [y], "o", color=PERSON, markersize=16 if p == person else 9, zorder=3)
        text = name if p == person else f"{names.get(p, '')}（{near[p]['meetings']}）"
        where = {"xytext": (0, -20), "ha": "center"} if p == person else {
            "xytext": (10 * x, 10 * y + (4 if y >= 0 else -12)), "ha": "center" if abs(x) < 0.3 else "left" if x > 0 else "right"
        }  # fmt: skip
        halo = [effects.withStroke(linewidth=3, foreground="white")]
        axes.annotate(
            text, (x, y), textcoords="offset points", font=sized(11), zorder=4, path_effects=halo, **where
        )
    axes.set_xlim(-1.6, 1.6)
    axes.set_ylim(-1.35, 1.35)
    axes.axis("off")
    axes.set_title(f"{name}：同场最多的人（共同出席的事件数）", font=sized(13))
    save(figure, path)


def activity(store: Source, path: Path, name: str = "") -> None:
    """Events by month and type: of one person, or of all."""
    tables = read_skeleton(store)
    events = tables.events
    if name:
        person = bearer(store, name, "foaf:Person")
        mine = {p.event for p in tables.participations.values() if p.participant == person}
        events = {iri: e for iri, e in events.items() if iri in mine}
    per_month: dict[str, Counter[str]] = defaultdict(Counter)
    for e in events.values():
        if e.start:
            per_month[e.start[:7]][e.type] += 1
    if not per_month:
        raise KgError(f"{name or 'the graph'}: no dated events; nothing to draw")
    _stack(store, path, per_month, f"{name}：活动" if name else "事件")


def _stack(store: Source, path: Path, per_month: dict[str, Counter[str]], title: str) -> None:
    dates: Any = import_module("matplotlib.dates")
    months = _months(*_core(per_month))
    labels = read_labels(store)
    common = [kind for kind, _ in sum(per_month.values(), Counter[str]()).most_common(TYPES_SHOWN)]
    figure, axes = new_figure(9, 3.6)
    floor = [0] * len(months)
    days = [dates.date2num(date(int(m[:4]), int(m[5:]), 15)) for m in months]
    for n, kind in enumerate([*common, ""]):
        counts = [
            per_month[m][kind] if kind else sum(v for k, v in per_month[m].items() if k not in common)
            for m in months
        ]
        if any(counts):
            word = labels.get(kind, (kind,))[0] if kind else "其他"
            axes.bar(
                days,
                counts,
                width=26,
                bottom=floor,
                color=OTHERS[n],
                label=word,
                edgecolor="white",
                linewidth=0.3,
            )
            floor = [a + b for a, b in zip(floor, counts, strict=True)]
    axes.xaxis_date()
    axes.legend(prop=sized(9), frameon=False, ncols=len(common) + 1, loc="upper left")
    axes.set_ylim(0, max(floor) * 1.25)
    axes.set_ylabel("每月事件数", font=sized(10))
    whole = (months[0], months[-1]) == (min(per_month), max(per_month))
    finish(axes, title if whole else f"{title}（{months[0]} 至 {months[-1]}）")
    save(figure, path)


def _core(per_month: dict[str, Counter[str]]) -> tuple[str, str]:
    """The months between which nearly all events lie: a year of birth or a plan must not stretch the picture."""
    ends = []
    for months in (sorted(per_month), sorted(per_month, reverse=True)):
        room = sum(sum(c.values()) for c in per_month.values()) * OUTSIDE
        for month in months:
            room -= sum(per_month[month].values())
            if room < 0:
                ends.append(month)
                break
    return ends[0], ends[1]


def _months(first: str, last: str) -> list[str]:
    year, month, found = int(first[:4]), int(first[5:7]), []
    while f"{year}-{month:02d}" <= last:
        found.append(f"{year}-{month:02d}")
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return found


def _tenures(store: Source, iri: str) -> list[TenureRow]:
    """The tenures of a person or in a body, in the order of time."""
    query = f"{PREFIXES}SELECT ?id WHERE {{ ?id a kg:Tenure ; org:member|org:organization <{iri}> }}"
    rows = read_tenures(store, [row["id"] or "" for row in store.select(query)]).values()
    return sorted(rows, key=lambda t: (t.valid_from or t.first or t.last, t.id))
