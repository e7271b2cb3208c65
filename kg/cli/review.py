"""`kg review`: the most doubtful pairs, one by one, on a terminal."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Literal

import click

from kg.cli.decide import FILE, lasting, user
from kg.cli.shown import AS_JSON, OUT, days, or_nothing, quote, show_json
from kg.model.entities import Decision
from kg.model.judgements import read_judgements, write_judgements


@click.command()
@OUT
@click.option("--limit", default=20, show_default=True, help="How many pairs.")
@click.option("--name", default="", help="Only pairs of this name.")
@click.option("--by", default="", help="Who decides; by default the user's name.")
@AS_JSON
def review(out: Path, limit: int, name: str, by: str, as_json: bool) -> None:
    """Walk through pairs of persons who may be one.

    Your answers become decisions of the next build.

    \b
    Example:
        kg review outputs/demo --limit 10
    """
    from kg.ask.doubts import doubtful_pairs
    from kg.store import open_store

    pairs = doubtful_pairs(open_store(out), limit, name)
    why = _reasons(out / "identity.jsonl")
    for pair in pairs:
        pair.update(why.get(frozenset(person["person_id"] for person in pair["persons"]), {}))
    if as_json:
        show_json(pairs)
        return
    or_nothing(pairs, "doubtful pairs")
    for number, pair in enumerate(pairs, 1):
        click.echo(f"\n{number} of {len(pairs)}: {pair['name']}{_why(pair)}")
        for letter, person in zip("AB", pair["persons"], strict=True):
            click.echo("\n".join(_lines(letter, person)))
        answer = click.prompt(
            "one person (s), two (d), skip (k), quit (q)",
            type=click.Choice(["s", "d", "k", "q"]),
            default="k",
        )
        if answer == "q":
            break
        if answer in {"s", "d"}:
            kind: Literal["same", "different"] = "same" if answer == "s" else "different"
            one, other = (lasting(out, person["person_id"]) for person in pair["persons"])
            decision = Decision(kind, one, other, by=by or user(), note="reviewed")
            write_judgements(out / FILE, [*read_judgements(out / FILE), decision])


def _lines(letter: str, person: dict[str, Any]) -> list[str]:
    head = f"  {letter}  {person['person_id']}  named in {person['articles']} articles"
    posts = [f"     {t['organization'] or ''}{t['post']}  {days(t)}{quote(t)}" for t in person["tenures"][:6]]
    seen = [f"     {s['date'] or '?'}  {s['headline']} ({s['article']})" for s in person["seen"]]
    return [head, *posts, *seen]


def _why(pair: dict[str, Any]) -> str:
    """The program's own odds and reasons, in words."""
    if "score" not in pair:
        return ""
    return f"  (odds of one person e^{pair['score']}: {'; '.join(pair['reasons'])})"


def _reasons(identity: Path) -> dict[frozenset[str], dict[str, Any]]:
    """Pairs of person ids → score (natural log of the odds) and reasons, as the build left them."""
    found: dict[frozenset[str], dict[str, Any]] = {}
    if identity.is_file():
        with identity.open(encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                for other in row["doubtful"]:
                    told = {"score": other["score"], "reasons": other["reasons"]}
                    found[frozenset((row["person"], other["person"]))] = told
    return found
