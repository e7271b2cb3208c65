"""`kg order`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from kg.cli.asking import PLACE, Asking
from kg.cli.shown import AS_JSON, DAY, or_nothing, show_json


@click.command(cls=Asking)
@PLACE
@click.option("--from", "first", type=DAY, default="1900-01-01", help="First day.")
@click.option("--to", "last", type=DAY, default="2999-12-31", help="Last day.")
@click.option("--top", default=50, show_default=True, help="How many to give.")
@click.option("--by-year", is_flag=True, help="One order for each year from FROM to TO.")
@AS_JSON
def order(out: Path | str, first: str, last: str, top: int, by_year: bool, as_json: bool) -> None:
    """Tell in which order lists name people, and how it changed.

    In official news this is the order of protocol.

    \b
    Example:
        kg order outputs/demo --from 2021-01-01 --to 2023-12-31 --by-year
    """
    from kg.ask.order import protocol
    from kg.store import open_graph

    graph = open_graph(out)
    found: list[dict[str, Any]] = [
        {"from": begin, "to": end, "order": protocol(graph, begin, end, top=top)}
        for begin, end in (_years(first, last) if by_year else [(first, last)])
    ]
    if as_json:
        show_json(found)
        return
    or_nothing(any(part["order"] for part in found), "lists of that time")
    for part in found:
        if by_year and part["order"]:
            click.echo(f"{part['from']} to {part['to']}")
        for row in part["order"]:
            click.echo(f"{row['rank']:>4}  {row['person']}  ({row['lists']} lists)")


def _years(first: str, last: str) -> list[tuple[str, str]]:
    years = range(int(first[:4]), int(last[:4]) + 1)
    return [(max(first, f"{y:04}-01-01"), min(last, f"{y:04}-12-31")) for y in years]
