"""`kg stats`."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.asking import PLACE, Asking
from kg.cli.shown import AS_JSON, show_json


@click.command(cls=Asking)
@PLACE
@click.option("--top", default=10, show_default=True, help="How many of the most named to give.")
@AS_JSON
def stats(out: Path | str, top: int, as_json: bool) -> None:
    """Count what the graph holds.

    \b
    Example:
        kg stats outputs/demo
    """
    from kg.ask.stats import statistics
    from kg.store import open_graph

    found = statistics(open_graph(out), top)
    if as_json:
        show_json(found)
        return
    for name, number in found.items():
        if isinstance(number, dict):
            listed = "、".join(f"{key} {n}" for key, n in number.items())
            click.echo(f"{name.replace('_', ' ')}: {listed}")
        else:
            click.echo(f"{name.replace('_', ' ')}: {number}")
