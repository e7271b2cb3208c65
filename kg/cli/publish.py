"""`kg publish`: put a graph into another store."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("out", type=click.Path(exists=True, path_type=Path))
@click.option("--to", "endpoint", metavar="URL", help="Graph Store Protocol address, or that of the server.")
@click.option(
    "--server",
    type=click.Choice(["oxigraph", "fuseki", "virtuoso", "graphdb", "qlever"]),
    help="Fill in the address that this server takes graphs at.",
)
@click.option(
    "--graph", metavar="IRI", help="Put it into this named graph; without it, into the default graph."
)
@click.option("--repository", default="renmai", show_default=True, help="Data set of fuseki and graphdb.")
@click.option(
    "--user",
    metavar="NAME",
    help="Name for servers that ask for one; the password is taken from KG_PASSWORD.",
)
@click.option("--add", is_flag=True, help="Add to what the graph holds; without it, the graph is replaced.")
@click.option(
    "--files", type=click.Path(path_type=Path), help="Write bulk files and a load script here, send nothing."
)
@click.option("--timeout", default=600.0, show_default=True, help="Seconds to wait for the server.")
def publish(
    out: Path, endpoint: str | None, server: str | None, graph: str | None, repository: str,
    user: str | None, add: bool, files: Path | None, timeout: float,
) -> None:  # fmt: skip
    """Send the graph of OUT to a SPARQL store, or write files for it.

    The files are those that its bulk loader takes.

    \b
    Example:
        kg publish outputs/demo --to http://localhost:7878 --server oxigraph
        kg publish outputs/demo --to http://localhost:3030 --server fuseki --repository renmai
        kg publish outputs/demo --server virtuoso --files /tmp/bulk
    """
    from kg.store.publish import Target, send, write_bulk

    if (endpoint is None) == (files is None):
        raise click.UsageError("give --to URL to send, or --files FOLDER to write bulk files, one of them")
    if files is not None:
        for path in write_bulk(out, files, server or "oxigraph", graph or ""):
            click.echo(path)
        return
    target = Target(endpoint or "", server or "", graph or "", repository, user or "", timeout)
    sent = send(out, target, replace=not add)
    click.echo(f"{sent:,} bytes sent to {target.address}", err=True)
