"""`kg org`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from kg.cli.asking import PLACE, Asking
from kg.cli.shown import AS_JSON, DAY, days, or_nothing, show_json


@click.command(cls=Asking)
@PLACE
@click.argument("name")
@click.option("--on", type=DAY, help="Where the body was another on that day, tell about that one.")
@AS_JSON
def org(out: Path | str, name: str, on: str | None, as_json: bool) -> None:
    """Tell all about an organisation: names, parts, holders of posts.

    The holders of each post stand in succession, with gaps.

    \b
    Example:
        kg org outputs/demo 山西省总工会
    """
    from kg.ask.organization import dossiers
    from kg.store import open_graph

    found = dossiers(open_graph(out), name, on)
    if as_json:
        show_json(found)
        return
    or_nothing(found, name)
    for note in dict.fromkeys(dossier["note"] for dossier in found if dossier["note"]):
        click.echo(note, err=True)
    for dossier in found:
        click.echo("\n".join(_lines(dossier)))


def _lines(dossier: dict[str, Any]) -> list[str]:
    lines = [f"{dossier['organization']}  {dossier['organization_id']}"]
    for kind, word in (("names", "also"), ("part_of", "part of")):
        if dossier[kind]:
            lines.append(f"  {word}: " + "、".join(dossier[kind]))
    lines += [f"  {change}" for change in dossier["changes"]]
    for post in dossier["posts"]:
        lines.append(f"  {post['post']}" + (" (one holder at a time)" if post["one_holder"] else ""))
        lines += [f"    {h['person']}  {days(h)}; {h['reports']} reports" for h in post["holders"]]
        lines += [f"    nobody known {g['from']} to {g['to']} ({g['days']} days)" for g in post["gaps"]]
    return lines
