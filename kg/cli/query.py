"""`kg query`: ask a graph in SPARQL, in one's own words or by a named query."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.tables import table
from kg.model.errors import QueryError
from kg.model.values import Bound

if TYPE_CHECKING:
    from kg.rdf.queries import NamedQuery
    from kg.store.local import LocalStore
    from kg.store.remote import RemoteStore

FORMS = ("table", "csv", "tsv", "json", "xml", "ttl", "nt")


@click.command()
@click.argument("out", type=click.Path(path_type=Path), required=False)
@click.argument("sparql", required=False)
@click.option(
    "-f", "--file", type=click.Path(exists=True, allow_dash=True), help="Read the query from a file."
)
@click.option("--name", help="Run a named query; without OUT, explain it.")
@click.option("--list", "list_all", is_flag=True, help="List the named queries.")
@click.option(
    "--set", "settings", metavar="K=V", multiple=True, help="Give a value to a variable of the query."
)
@click.option("--format", "form", type=click.Choice(FORMS), help="Default: a table on a terminal, else csv.")
@click.option("--endpoint", metavar="URL", help="Ask this SPARQL endpoint in place of OUT.")
@click.option("--timeout", default=60.0, show_default=True, help="Seconds to wait for an endpoint.")
def query(
    out: Path | None,
    sparql: str | None,
    file: str | None,
    name: str | None,
    list_all: bool,
    settings: tuple[str, ...],
    form: str | None,
    endpoint: str | None,
    timeout: float,
) -> None:
    """Ask the graph of OUT in SPARQL. All usual prefixes (kg:, org:, skos:, …) are known.

    \b
    Example:
        kg query outputs/demo 'SELECT ?name { ?p a foaf:Person ; skos:prefLabel ?name } LIMIT 5'
        kg query outputs/demo --name posts-of-person --set person=符晓岚
        kg query --list
    """
    from kg.rdf.queries import named_queries, named_query

    if list_all:
        _list(named_queries())
        return
    if endpoint and out is not None and sparql is None:
        sparql, out = str(out), None  # with --endpoint the only argument is the query
    if name and out is None and not endpoint:
        click.echo(named_query(name).explanation())
        return
    named = named_query(name) if name else None
    text = named.text if named else _text(sparql, file)
    store = _store(out, endpoint, timeout)
    values = named.values(_pairs(settings), store.prefixes["id"]) if named else _given(settings)
    _show(store, text, values, form)


def _list(queries: dict[str, NamedQuery]) -> None:
    for named in queries.values():
        click.echo(f"{named.name:28} {named.summary}")


def _text(sparql: str | None, file: str | None) -> str:
    if (sparql is None) == (file is None):
        raise click.UsageError("give the query itself, -f FILE (- for stdin) or --name NAME, one of them")
    if file is None:
        return sparql or ""
    with click.open_file(file, encoding="utf-8") as stream:
        return str(stream.read())


def _pairs(settings: tuple[str, ...]) -> dict[str, str]:
    pairs = dict(s.partition("=")[::2] for s in settings)
    wrong = [s for s in settings if "=" not in s]
    if wrong:
        raise click.BadParameter(f"{wrong[0]!r}: write it as name=value", param_hint="--set")
    return pairs


def _given(settings: tuple[str, ...]) -> dict[str, Bound]:
    """Values for a query of one's own; their kind shows in how they are written."""
    from kg.rdf.queries import guessed

    return {name: guessed(value) for name, value in _pairs(settings).items()}


def _store(out: Path | None, endpoint: str | None, timeout: float) -> LocalStore | RemoteStore:
    from kg.store import open_endpoint, open_store

    if endpoint:
        return open_endpoint(endpoint, timeout)
    if out is None:
        raise click.UsageError("give OUT, the folder of a build, or --endpoint URL")
    return open_store(out)


def _show(store: LocalStore | RemoteStore, text: str, values: dict[str, Bound], form: str | None) -> None:
    """Write the answer to stdout; a graph as Turtle, a yes or no as a word."""
    from kg.rdf.queries import kind_of

    kind = kind_of(text)
    if kind in {"CONSTRUCT", "DESCRIBE"}:
        click.echo(store.answer(text, "ttl" if form in {None, "table"} else str(form), **values), nl=False)
    elif kind == "ASK" and form in {None, "table", "csv", "tsv"}:
        click.echo("true" if store.ask(text, **values) else "false")
    elif form == "table" or (form is None and sys.stdout.isatty()):
        rows = store.select(text, **values)
        for line in table(rows, base=store.prefixes["id"]):
            click.echo(line)
        click.echo(f"{len(rows)} rows", err=True)
    elif kind == "SELECT" and form in {"ttl", "nt"}:
        raise QueryError(f"query: the rows of a SELECT are no graph; {form} is for CONSTRUCT and DESCRIBE")
    else:
        click.echo(store.answer(text, form or "csv", **values).rstrip(b"\n"))
