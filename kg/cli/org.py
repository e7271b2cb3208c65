"""`kg org`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from kg.cli.shown import AS_JSON, OUT, days, or_nothing, show_json


@click.command()
@OUT
@click.argument("name")
@AS_JSON
def org(out: Path, name: str, as_json: bool) -> None:
    """Tell all about an organisation: names, parts, and the holders of each post in succession, with gaps.

    \b
    Example:
        kg org outputs/demo 山西省总工会
    """
    from kg.ask.organization import dossiers
    from kg.store import open_store

    found = dossiers(open_store(out), name)
    if as_json:
        show_json(found)
        return
    or_nothing(found, name)
    for dossier in found:
        click.echo("\n".join(_lines(dossier)))


def _lines(dossier: dict[str, Any]) -> list[str]:
    lines = [f"{dossier['organization']}  {dossier['organization_id']}"]
    for kind, word in (
        ("names", "also"),
        ("part_of", "part of"),
        ("came_from", "came from"),
        ("became", "became"),
    ):
        if dossier[kind]:
            lines.append(f"  {word}: " + "、".join(dossier[kind]))
    for post in dossier["posts"]:
        lines.append(f"  {post['post']}" + (" (one holder at a time)" if post["one_holder"] else ""))
        lines += [f"    {h['person']}  {days(h)}; {h['reports']} reports" for h in post["holders"]]
        lines += [f"    nobody known {g['from']} to {g['to']} ({g['days']} days)" for g in post["gaps"]]
    return lines
