"""`kg who`."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from kg.cli.asking import PLACE, Asking
from kg.cli.shown import AS_JSON, DAY, days, quote, show_json


@click.command(cls=Asking)
@PLACE
@click.argument("organization")
@click.argument("post")
@click.option("--on", type=DAY, help="A day, YYYY-MM-DD; without it, every known holder, the latest first.")
@AS_JSON
def who(out: Path | str, organization: str, post: str, on: str | None, as_json: bool) -> None:
    """Tell who holds or held POST in ORGANIZATION, on what grounds.

    The organisation may be named in any known form.

    \b
    Grounds, best first: stated (a source gives the term), attested (a report of that day),
    between (reports before and after, nobody else between), likely (the nearest report).
    A body that was renamed is asked for under either name.

    \b
    Example:
        kg who outputs/demo 山西省总工会 主席 --on 2022-10-08
    """
    from kg.ask.renamings import what_became_of
    from kg.ask.who import holders
    from kg.store import open_graph

    graph = open_graph(out)
    answers = [asdict(answer) for answer in holders(graph, organization, post, on)]
    if as_json:
        show_json(answers)
        return
    if not answers:
        note = what_became_of(graph, organization, on) if on else ""
        click.echo(note, err=True, nl=bool(note))
        click.echo(f"nobody known as {post} of {organization}" + (f" on {on}" if on else ""), err=True)
    for note in dict.fromkeys(row["note"] for row in answers if row["note"]):
        click.echo(note, err=True)
    for row in answers:
        away = f" ({row['days_away']} days away)" if row["grounds"] == "likely" else ""
        post_name = f"{row['organization']}{row['post']}"
        click.echo(f"{row['person']}  {post_name}  {row['grounds']}{away}; {days(row)}{quote(row)}")
