"""`kg export`: the graph in the formats of other programs."""

from __future__ import annotations

import inspect
import shutil
from pathlib import Path

import click

MADE_BY_BUILD = {"turtle": "graph.ttl", "ntriples": "graph.nt"}


@click.command()
@click.argument("out", type=click.Path(exists=True, path_type=Path), required=False)
@click.option("--format", "form", metavar="FORMAT", help="See --list.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="The file (or folder of tables) to write."
)
@click.option("--focus", default="", metavar="NAME", help="Whose dossier (format dossier).")
@click.option("--list", "list_all", is_flag=True, help="List the formats.")
def export(out: Path | None, form: str | None, output: Path | None, focus: str, list_all: bool) -> None:
    """Write the graph of OUT in another FORMAT.

    docs/export.md tells what each holds and who reads it.

    \b
    Example:
        kg export outputs/demo --format gexf -o demo.gexf
        kg export outputs/demo --format csv -o tables/
        kg export outputs/demo --format dossier --focus 符晓岚 -o fu.html
    """
    from kg.export.formats import about, exporter, formats

    if list_all:
        for name, entry in formats().items():
            click.echo(f"{name:12} {about(entry)}")
        return
    if out is None or form is None or output is None:
        raise click.UsageError("give OUT, --format and -o, or --list")
    writer = exporter(form)
    ready = out / MADE_BY_BUILD.get(form, "-")
    if ready.is_file():
        shutil.copyfile(ready, output)
        return
    from kg.store import open_store

    takes_focus = "focus" in inspect.signature(writer).parameters
    if focus and not takes_focus:
        raise click.UsageError(f"--focus is not for {form}; it is for dossier")
    writer(open_store(out), output, **({"focus": focus} if takes_focus else {}))
