"""`kg describe`: what a build is, for catalogues."""

from __future__ import annotations

import json
from pathlib import Path

import click


@click.command()
@click.argument("out", type=click.Path(exists=True, path_type=Path))
@click.option("--licence", default="", metavar="IRI", help="Licence of the graph, if you have chosen one.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write to a file, not to stdout.")
def describe(out: Path, licence: str, output: Path | None) -> None:
    """Describe the build of OUT in VoID, DCAT and PROV-O, as Turtle.

    Counts, sources, licence, program.

    \b
    Example:
        kg describe outputs/demo --licence https://creativecommons.org/licenses/by/4.0/ -o void.ttl
    """
    from kg.rdf.description import description_lines
    from kg.store import open_store
    from kg.store.turtle import short_turtle

    place = out / "manifest.json"
    manifest = json.loads(place.read_text("utf-8")) if place.is_file() else {}
    store = open_store(out)
    blocks = "".join(description_lines(store, manifest, licence))
    lines = sorted({line + "\n" for line in blocks.split("\n") if line})
    text = "".join(short_turtle(lines, store.prefixes["id"]))
    if output is None:
        click.echo(text, nl=False)
        return
    beside = output.with_name(f"{output.name}.part")
    beside.write_text(text, encoding="utf-8", newline="\n")
    beside.replace(output)
