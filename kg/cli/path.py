"""`kg path`."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.shown import AS_JSON, OUT, quote, show_json


@click.command()
@OUT
@click.argument("one")
@click.argument("other")
@AS_JSON
def path(out: Path, one: str, other: str, as_json: bool) -> None:
    """Tell the shortest tie between two persons: events that they shared, with the sentences.

    \b
    Example:
        kg path outputs/demo 符晓岚 闻道远
    """
    from kg.ask.path import shortest
    from kg.store import open_store

    steps = shortest(open_store(out), one, other)
    if as_json:
        show_json(steps)
        return
    if steps is None:
        click.echo(f"no tie known between {one} and {other}", err=True)
    for step in steps or ():
        click.echo(f"{step['from']} — {step['to']}: {step['label']} {step['start'] or ''}{quote(step)}")
