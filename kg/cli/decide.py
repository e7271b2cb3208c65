"""`kg decide`: people's judgements, which every later build obeys."""

from __future__ import annotations

import getpass
import sys
from pathlib import Path
from typing import Literal, TextIO

import click

from kg.cli.shown import AS_JSON, show_json
from kg.model.entities import Decision
from kg.model.errors import KgError
from kg.model.judgements import line_of, parse, read_judgements, selector, write_judgements

Kind = Literal["same", "different", "means", "forget"]
FILE = "decisions.jsonl"
BY = click.option("--by", default="", help="Who decides; by default the user's name.")
NOTE = click.option("--note", default="", help="Why.")


@click.group()
@click.argument("out", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.pass_context
def decide(ctx: click.Context, out: Path) -> None:
    """Keep a person's judgement in OUT.

    It wins over the program's from the next build on.

    A and B are names, ids (p-…, o-… from `kg person`, `kg org`), or a name with a post: 符晓岚#山西省总工会/主席.

    \b
    Example:
        kg decide outputs/demo different 陆川平#晋原理工大学/校长 陆川平#之江云谷科技有限公司/总经理
        kg decide outputs/demo means 省总 山西省总工会 --in 02-lecture
        kg build examples/articles -o outputs/demo
    """
    ctx.obj = out


@decide.command()
@click.argument("a")
@click.argument("b")
@BY
@NOTE
@click.pass_obj
def same(out: Path, a: str, b: str, by: str, note: str) -> None:
    """A and B are one person, or one organisation.

    An organisation then goes by the name of A.
    """
    _add(out, "same", a, b, by=by, note=note)


@decide.command()
@click.argument("a")
@click.argument("b")
@BY
@NOTE
@click.pass_obj
def different(out: Path, a: str, b: str, by: str, note: str) -> None:
    """A and B are two persons."""
    _add(out, "different", a, b, by=by, note=note)


@decide.command()
@click.argument("form")
@click.argument("name")
@click.option("--in", "article", default="", help="Only in this article.")
@BY
@NOTE
@click.pass_obj
def means(out: Path, form: str, name: str, article: str, by: str, note: str) -> None:
    """The short FORM of a name means the organisation NAME."""
    _add(out, "means", form, name, article=article, by=by, note=note)


@decide.command()
@click.argument("a")
@BY
@NOTE
@click.pass_obj
def forget(out: Path, a: str, by: str, note: str) -> None:
    """Leave the person or organisation A out of the graph."""
    _add(out, "forget", a, by=by, note=note)


@decide.command("list")
@AS_JSON
@click.pass_obj
def list_(out: Path, as_json: bool) -> None:
    """Show every decision, numbered in order."""
    decisions = read_judgements(out / FILE)
    if as_json:
        show_json([_fields(d) for d in decisions])
        return
    if not decisions:
        click.echo("no decisions yet; kg review walks you through what is in doubt", err=True)
    for number, d in enumerate(decisions, 1):
        told = f"{number:>4}  {d.kind}  {d.a}" + (f"  {d.b}" if d.b else "")
        told += f"  (in {d.article})" if d.article else ""
        click.echo(told + (f"  {d.by}" if d.by else "") + (f"  {d.note}" if d.note else ""))


@decide.command()
@click.argument("number", type=click.IntRange(1))
@click.pass_obj
def undo(out: Path, number: int) -> None:
    """Take back decision NUMBER of `kg decide OUT list`."""
    decisions = read_judgements(out / FILE)
    if number > len(decisions):
        raise KgError(f"{out / FILE}: there are {len(decisions)} decisions; see kg decide {out} list")
    del decisions[number - 1]
    write_judgements(out / FILE, decisions)


@decide.command()
@click.argument("file", type=click.File("w", encoding="utf-8"), default="-")
@click.pass_obj
def export(out: Path, file: TextIO) -> None:
    """Write all decisions as JSON lines to FILE or standard output."""
    for decision in read_judgements(out / FILE):
        file.write(line_of(decision))


@decide.command("import")
@click.argument("file", type=click.Path(allow_dash=True, path_type=Path))
@click.pass_obj
def import_(out: Path, file: Path) -> None:
    """Add the decisions of FILE, JSON lines; "-" is standard input.

    Those that are there already stay once.
    """
    if str(file) == "-":
        lines = sys.stdin.read().splitlines()
        new = [parse(line, f"standard input:{n}") for n, line in enumerate(lines, 1) if line.strip()]
    elif file.exists():
        new = read_judgements(file)
    else:
        raise KgError(f"{file}: no such file; give a file of JSON lines")
    before = read_judgements(out / FILE)
    write_judgements(out / FILE, [*before, *new])
    click.echo(
        f"{len(read_judgements(out / FILE)) - len(before)} added to {len(before)} decisions; build again to obey them",
        err=True,
    )


def _fields(decision: Decision) -> dict[str, str]:
    return {name: getattr(decision, name) for name in ("kind", "a", "b", "article", "by", "note")}


def _add(out: Path, kind: Kind, a: str, b: str = "", article: str = "", by: str = "", note: str = "") -> None:
    """Write one decision down, ids replaced by what outlives a build."""
    decision = Decision(kind, lasting(out, a), lasting(out, b), article, by or user(), note)
    if decision.kind != "forget" and decision.a == decision.b:
        raise KgError(
            f"{kind}: {decision.a} is named twice; name the two by id (p-…) or by post (NAME#BODY/POST)"
        )
    before = read_judgements(out / FILE)
    write_judgements(out / FILE, [*before, decision])
    click.echo("kept; build again to obey it", err=True)


def user() -> str:
    """Who is at the keyboard, "" where that cannot be told."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return ""


def lasting(out: Path, words: str) -> str:
    """What names a person or body for good: a name and a post instead of an id, which may change."""
    if not words.startswith(("p-", "o-")):
        return words
    from kg.ask.naming import name_of_body, posts_of
    from kg.store import open_store

    graph = open_store(out)
    if words.startswith("o-"):
        name = name_of_body(graph, words)
        if not name:
            raise KgError(f"{words}: no such organisation in {out}; see kg org")
        return name
    found = posts_of(graph, words)
    if found is None:
        raise KgError(f"{words}: no such person in {out}; see kg person")
    person, posts = found
    return selector(person, *posts[0]) if posts else words
