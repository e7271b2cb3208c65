"""`kg event`."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.asking import PLACE, Asking
from kg.cli.shown import AS_JSON, or_nothing, quote, show_json


@click.command(cls=Asking)
@PLACE
@click.argument("event_id", metavar="ID")
@AS_JSON
def event(out: Path | str, event_id: str, as_json: bool) -> None:
    """Tell all about one event: who took part as what, every report.

    Its id stands in `kg person`.

    \b
    Example:
        kg event outputs/demo e-1f0c5b3a9d2e4f60718a
    """
    from kg.ask.event import dossier
    from kg.store import open_graph

    found = dossier(open_graph(out), event_id)
    if as_json:
        show_json(found)
        return
    or_nothing(found, event_id)
    if found:
        when = found["start"] or "?"
        when += f" to {found['end']}" if found["end"] and found["end"] != found["start"] else ""
        click.echo(f"{found['label']}  {found['type']}  {when}  {'、'.join(found['places'])}")
        for part in found["participants"]:
            capacity = f" ({'、'.join(part['capacity'])})" if part["capacity"] else ""
            click.echo(f"  {part['as']}: {part['name']}{capacity}")
        click.echo(quote(found).lstrip("\n"))
