"""`kg companions`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from kg.cli.asking import PLACE, Asking
from kg.cli.shown import AS_JSON, or_nothing, show_json


@click.command(cls=Asking)
@PLACE
@click.argument("name")
@click.option("--limit", default=30, show_default=True, help="How many to give.")
@AS_JSON
def companions(out: Path | str, name: str, limit: int, as_json: bool) -> None:
    """Tell who took part in the same events as NAME, and as what.

    \b
    Example:
        kg companions outputs/demo 符晓岚
    """
    from kg.ask.companions import companions as company_of
    from kg.ask.people import persons_named
    from kg.store import open_graph

    graph = open_graph(out)
    found: list[dict[str, Any]] = [
        {"person": p.name, "person_id": p.id, "companions": company_of(graph, p.iri, limit)}
        for p in persons_named(graph, name)
    ]
    if as_json:
        show_json(found)
        return
    or_nothing(found, name)
    for person in found:
        click.echo(f"{person['person']}  {person['person_id']}")
        for row in person["companions"]:
            posts = f"  {'、'.join(row['as'][:3])}" if row["as"] else ""
            events = "1 event" if row["events"] == 1 else f"{row['events']} events"
            click.echo(f"  {row['person']}  {events}, {row['first'] or '?'} to {row['last'] or '?'}{posts}")
