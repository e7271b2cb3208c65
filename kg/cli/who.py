"""`kg who`."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.shown import show_json

if TYPE_CHECKING:
    from kg.ask.who import Answer


@click.command()
@click.argument("out", type=click.Path(exists=True, path_type=Path))
@click.argument("organization")
@click.argument("post")
@click.option(
    "--on", metavar="DATE", help="A day, YYYY-MM-DD; without it, every known holder, the latest first."
)
@click.option("--json", "as_json", is_flag=True, help="Write JSON for programs.")
def who(out: Path, organization: str, post: str, on: str | None, as_json: bool) -> None:
    """Tell who holds or held POST in ORGANIZATION (any known form of its name), and on what grounds.

    \b
    Grounds, best first: stated (a source gives the term), attested (a report of that day),
    between (reports before and after, nobody else between), likely (the nearest report).

    \b
    Example:
        kg who outputs/demo 山西省总工会 主席 --on 2019-01-21
    """
    from kg.ask.who import holders
    from kg.store import open_store

    if on is not None:
        try:
            dt.date.fromisoformat(on)
        except ValueError as error:
            raise click.BadParameter(
                f"{on!r} is no date; write it as 2019-01-21", param_hint="--on"
            ) from error
    answers = holders(open_store(out), organization, post, on)
    if as_json:
        show_json([asdict(answer) for answer in answers])
    elif not answers:
        click.echo(f"nobody known as {post} of {organization}" + (f" on {on}" if on else ""), err=True)
    for answer in answers if not as_json else ():
        click.echo(_line(answer))


def _line(answer: Answer) -> str:
    """The holder, the grounds, the days, and one quotation below."""
    days = f"attested {answer.first_attested or '?'} to {answer.last_attested or '?'}"
    if answer.valid_from or answer.valid_until:
        days += f", valid {answer.valid_from or '…'} to {answer.valid_until or '…'}"
    away = f" ({answer.days_away} days away)" if answer.grounds == "likely" else ""
    first = f"{answer.person}  {answer.organization}{answer.post}  {answer.grounds}{away}; {days}"
    return "\n".join([first, *(f"    “{e['quote']}” ({e['article']})" for e in answer.evidence[:1])])
