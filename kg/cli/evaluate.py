"""`kg evaluate`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from kg.evaluate.scoring import Scores

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("gold", type=_FILE)
@click.argument("facts", type=click.Path(exists=True, path_type=Path))
@click.option(
    "--texts", type=_FILE, help="The articles (JSON lines), to check that every quote stands at its offsets."
)
@click.option("--errors", "show", metavar="ROW", help="Also print what this row missed and got wrong.")
@click.option("--gate", type=_FILE, help="TOML table of floors; exit 1 where an F1 lies below its own.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
def evaluate(
    gold: Path, facts: Path, texts: Path | None, show: str | None, gate: Path | None, as_json: bool
) -> None:
    """Score FACTS against GOLD.

    FACTS is a facts.jsonl, or the OUT that has one.

    \b
    Example:
        kg evaluate tests/gold/second.facts.jsonl outputs/gold
    """
    from kg.evaluate.scoring import read_rows, score, shortfalls
    from kg.model.errors import KgError

    said = facts / "facts.jsonl" if facts.is_dir() else facts
    if not said.is_file():
        raise KgError(f"{said}: not there; build first, with kg build INPUT -o {facts}")
    scores = score(read_rows(gold), read_rows(said), read_rows(texts) if texts else None)
    if show and show not in scores.errors:
        raise KgError(f"--errors {show!r}: no such row; rows are {', '.join(scores.errors)}")
    if as_json:
        _print_json(scores)
    else:
        _print_table(scores, with_evidence=texts is not None)
    if show:
        _print_errors(scores, show)
    below = list(shortfalls(scores, gate)) if gate else []
    for line in below:
        click.echo(f"kg: {line}", err=True)
    if below:
        sys.exit(1)


def _print_json(scores: Scores) -> None:
    import orjson

    table = {
        "figures": {name: figure.to_json() for name, figure in scores.figures.items()},
        "evidence": {"facts": scores.facts, "without exact evidence": scores.without_evidence},
    }
    click.echo(orjson.dumps(table, option=orjson.OPT_INDENT_2).decode())


def _print_table(scores: Scores, with_evidence: bool) -> None:
    click.echo(f"{scores.articles} articles, {scores.predicted} of them predicted")
    click.echo(f"{'':<24}{'tp':>6}{'pred':>7}{'gold':>7}{'P':>8}{'R':>8}{'F1':>8}")
    for name, f in scores.figures.items():
        counts = f"{f.hits:>6}{f.predicted:>7}{f.gold:>7}"
        click.echo(f"{name:<24}{counts}{f.precision:>8.3f}{f.recall:>8.3f}{f.f1:>8.3f}")
    if with_evidence:
        click.echo(f"evidence: {scores.facts} facts, {scores.without_evidence} without exact quotes")


def _print_errors(scores: Scores, row: str) -> None:
    import orjson

    for error in scores.errors[row]:
        click.echo(orjson.dumps(error).decode())
