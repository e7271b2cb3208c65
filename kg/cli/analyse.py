"""`kg analyse`: who is together with whom, measured."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.given import iso_date
from kg.cli.shown import show_json
from kg.cli.tables import table

if TYPE_CHECKING:
    import networkx as nx

    from kg.export.rows import Source

Row = dict[str, Any]
NEEDS = {"tie": 2, "change": 2}


@click.command()
@click.argument("out", type=click.Path(exists=True, path_type=Path))
@click.argument(
    "measure", type=click.Choice(["companions", "central", "communities", "brokers", "tie", "change"])
)
@click.argument("names", nargs=-1)
@click.option("--from", "start", default="", metavar="DATE", help="Only events since then.")
@click.option("--to", "end", default="", metavar="DATE", help="Only events until then.")
@click.option("--limit", default=20, show_default=True, help="Rows to show.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON for programs.")
def analyse(
    out: Path, measure: str, names: tuple[str, ...], start: str, end: str, limit: int, as_json: bool
) -> None:
    """Measure the network of people who were at the same events.

    docs/analysis.md tells what each number means.

    \b
    companions     ties by number of shared events
    central        people by strength, with betweenness and PageRank
    communities    groups that meet among themselves
    brokers        people who join groups
    tie A B        the shortest tie of two people, with quotations
    change P1 P2   what changed between two periods, each written as FROM..TO

    \b
    Example:
        kg analyse outputs/demo central --from 2022 --to 2022-06
        kg analyse outputs/demo tie 符晓岚 闻道远
        kg analyse outputs/demo change 2021 2022
    """
    from kg.export.skeleton import read_skeleton
    from kg.store import open_store

    if len(names) != NEEDS.get(measure, 0):
        raise click.UsageError(f"{measure} takes {NEEDS.get(measure, 0)} more arguments")
    store = open_store(out)
    tables = read_skeleton(store)
    period = (iso_date(start, "--from"), iso_date(end, "--to"))
    rows = MEASURES[measure](store, tables, period, names, limit)
    if as_json:
        show_json(rows)
    else:
        for line in table([{k: _cell(v) for k, v in row.items()} for row in rows]):
            click.echo(line)


def _cell(value: object) -> str:
    if isinstance(value, list):
        return "；".join(map(_cell, value))
    return " ".join(map(str, value.values())) if isinstance(value, dict) else str(value)


def _network(tables: Any, period: tuple[str, str]) -> nx.Graph[str]:
    from kg.export.analysis import companion_network

    return companion_network(tables, *period)


def _named(store: Source, rows: list[Row], keys: tuple[str, ...]) -> list[Row]:
    """Rows with the names of people beside their ids."""
    from kg.export.reading import read_entities
    from kg.export.rows import local

    found = read_entities(store, {row[key] for row in rows for key in keys})
    names = {iri: entity.name for iri, entity in found.items()}
    return [
        {
            **{k: names.get(row[k], "") for k in keys},
            **_without(row, keys),
            **{f"{k}_id": local(row[k]) for k in keys},
        }
        for row in rows
    ]


def _without(row: Row, keys: tuple[str, ...]) -> Row:
    return {k: v for k, v in row.items() if k not in keys}


def _companions(
    store: Source, tables: Any, period: tuple[str, str], names: tuple[str, ...], limit: int
) -> list[Row]:
    ties = sorted(_network(tables, period).edges(data=True), key=lambda t: (-t[2]["meetings"], t[0], t[1]))
    rows = [
        {"a": a, "b": b, "meetings": d["meetings"], "strength": round(d["strength"], 3)}
        for a, b, d in ties[:limit]
    ]
    return _named(store, rows, ("a", "b"))


def _central(
    store: Source, tables: Any, period: tuple[str, str], names: tuple[str, ...], limit: int
) -> list[Row]:
    from kg.export.analysis import standings

    return _named(store, [asdict(r) for r in standings(_network(tables, period))[:limit]], ("person",))


def _brokers(
    store: Source, tables: Any, period: tuple[str, str], names: tuple[str, ...], limit: int
) -> list[Row]:
    from kg.export.analysis import brokers, standings

    return _named(
        store, [asdict(r) for r in brokers(standings(_network(tables, period)), limit)], ("person",)
    )


def _communities(
    store: Source, tables: Any, period: tuple[str, str], names: tuple[str, ...], limit: int
) -> list[Row]:
    from kg.export.analysis import communities
    from kg.export.reading import read_entities

    graph = _network(tables, period)
    groups = communities(graph)[:limit]
    known = read_entities(store, {p for members in groups for p in members})
    rows = []
    for n, members in enumerate(groups):
        first = sorted(members, key=lambda p: (-graph.degree(p, weight="strength"), p))
        rows.append(
            {"community": n, "people": len(members), "members": [known[p].name for p in first if p in known]}
        )
    return rows


def _tie(
    store: Source, tables: Any, period: tuple[str, str], names: tuple[str, ...], limit: int
) -> list[Row]:
    from kg.export.analysis import shortest_tie
    from kg.export.naming import bearer
    from kg.export.reading import read_articles, read_events, read_evidence

    a, b = (bearer(store, name, "foaf:Person") for name in names)
    rows = []
    for x, y, shared in shortest_tie(_network(tables, period), a, b):
        event = next(iter(read_events(store, shared[:1]).values()))
        proof = read_evidence(store, event.evidence[:1])
        articles = read_articles(store, [q.article for q in proof.values()])
        quotes = [
            {"quote": q.quote, "title": articles[q.article].title, "date": articles[q.article].date}
            for q in proof.values()
        ]
        rows.append(
            {
                "a": x,
                "b": y,
                "meetings": len(shared),
                "event": event.label,
                "day": event.start,
                "evidence": quotes,
            }
        )
    if not rows:
        click.echo(f"no chain of shared events joins {names[0]} and {names[1]}", err=True)
    return _named(store, rows, ("a", "b"))


def _change(
    store: Source, tables: Any, period: tuple[str, str], names: tuple[str, ...], limit: int
) -> list[Row]:
    from kg.export.analysis import changes

    before, after = (_network(tables, _period(name)) for name in names)
    return _named(store, [asdict(c) for c in changes(before, after)[:limit]], ("a", "b"))


def _period(text: str) -> tuple[str, str]:
    """FROM..TO, or one date for all of its days."""
    start, dots, end = text.partition("..")
    return iso_date(start, "change"), iso_date(end if dots else start, "change")


MEASURES: dict[str, Callable[[Any, Any, tuple[str, str], tuple[str, ...], int], list[Row]]] = {
    "companions": _companions, "central": _central, "communities": _communities, "brokers": _brokers, "tie": _tie,
    "change": _change,
}  # fmt: skip
