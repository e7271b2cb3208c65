"""`kg person`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from kg.cli.asking import PLACE, Asking
from kg.cli.shown import AS_JSON, days, or_nothing, quote, show_json


@click.command(cls=Asking)
@PLACE
@click.argument("name")
@click.option("--events", default=50, show_default=True, help="How many of the latest events to give.")
@AS_JSON
def person(out: Path | str, name: str, events: int, as_json: bool) -> None:
    """Tell all about NAME: posts in time, events, companions.

    Namesakes are told apart; an id in place of NAME asks for one of them.

    \b
    Example:
        kg person outputs/demo 符晓岚
    """
    from kg.ask.person import dossiers
    from kg.store import open_graph

    found = dossiers(open_graph(out), name, events)
    if as_json:
        show_json(found)
        return
    or_nothing(found, name)
    for number, dossier in enumerate(found, 1):
        click.echo("\n".join(_lines(dossier, number, len(found))))


def _lines(dossier: dict[str, Any], number: int, namesakes: int) -> list[str]:
    which = f" ({number} of {namesakes} of the name)" if namesakes > 1 else ""
    lines = [f"{dossier['person']}{which}  {dossier['person_id']}"]
    if dossier["names"]:
        lines.append("  also: " + "、".join(dossier["names"]))
    for row in dossier["tenures"]:
        lines.append(f"  {row['organization'] or ''}{row['post']}  {days(row)}{quote(row)}")
    shown = dossier["events"][:10]
    if shown:
        lines.append(f"  events ({dossier['events_total']}, the latest first):")
        lines += [f"    {e['start'] or '?'}  {e['label']}  {e['as']}  {e['event']}" for e in shown]
    if dossier["companions"]:
        lines.append("  with: " + "、".join(f"{c['person']} {c['events']}" for c in dossier["companions"]))
    return lines
