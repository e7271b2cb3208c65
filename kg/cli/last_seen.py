"""`kg last-seen`."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.asking import PLACE, Asking
from kg.cli.shown import AS_JSON, DAY, or_nothing, show_json


@click.command("last-seen", cls=Asking)
@PLACE
@click.option("--before", type=DAY, help="Look back from this day; by default from the latest article.")
@click.option("--days", default=90, show_default=True, help="Not named for so many days …")
@click.option("--often", default=20, show_default=True, help="… though named on so many days before.")
@AS_JSON
def last_seen(out: Path | str, before: str | None, days: int, often: int, as_json: bool) -> None:
    """Tell who has not appeared for long, though once frequent.

    \b
    Example:
        kg last-seen outputs/demo --before 2023-10-01 --days 60
    """
    from kg.ask.last_seen import unseen
    from kg.store import open_graph

    found = unseen(open_graph(out), before, days, often)
    if as_json:
        show_json(found)
        return
    or_nothing(found, f"people unseen for {days} days")
    for row in found:
        click.echo(
            f"{row['person']}  last {row['last_seen']} ({row['days_unseen']} days), named on {row['days_named']} days"
        )
