"""`kg path`."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.asking import PLACE, Asking
from kg.cli.shown import AS_JSON, quote, show_json


@click.command(cls=Asking)
@PLACE
@click.argument("one")
@click.argument("other")
@AS_JSON
def path(out: Path | str, one: str, other: str, as_json: bool) -> None:
    """Tell the shortest tie between two persons, with the sentences.

    Its steps are events that two people shared.

    \b
    Example:
        kg path outputs/demo 符晓岚 闻道远
    """
    from kg.ask.path import shortest
    from kg.store import open_graph

    steps = shortest(open_graph(out), one, other)
    if as_json:
        show_json(steps)
        return
    if steps is None:
        click.echo(f"no tie known between {one} and {other}", err=True)
    for step in steps or ():
        click.echo(f"{step['from']} — {step['to']}: {step['label']} {step['start'] or ''}{quote(step)}")
