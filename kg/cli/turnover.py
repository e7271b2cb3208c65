"""`kg turnover`."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.asking import PLACE, Asking
from kg.cli.shown import AS_JSON, DAY, or_nothing, show_json


@click.command(cls=Asking)
@PLACE
@click.argument("place")
@click.argument("first", type=DAY, metavar="FROM")
@click.argument("last", type=DAY, metavar="TO")
@AS_JSON
def turnover(out: Path | str, place: str, first: str, last: str, as_json: bool) -> None:
    """Tell which seats of PLACE changed hands between two days.

    \b
    Example:
        kg turnover outputs/demo 山西省 2021-06-01 2023-06-01
    """
    from kg.ask.turnover import turnover as changed_seats
    from kg.store import open_graph

    found = changed_seats(open_graph(out), place, first, last)
    if as_json:
        show_json(found)
        return
    or_nothing(found, f"seats in {place}")
    for row in found:
        before, after = ("、".join(row[side]) or "?" for side in ("before", "after"))
        told = f"{before} → {after}" if row["changed"] else before
        click.echo(f"{row['organization']}{row['post']}: {told}")
