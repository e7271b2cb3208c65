"""`kg plot`: pictures for papers."""

from __future__ import annotations

from pathlib import Path

import click

NAMES = {"timeline": (1, 1), "succession": (2, 2), "companions": (1, 1), "activity": (0, 1)}
"""Picture → the fewest and the most names it takes."""


@click.command()
@click.argument("out", type=click.Path(exists=True, path_type=Path))
@click.argument("picture", type=click.Choice(list(NAMES)))
@click.argument("names", nargs=-1)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), required=True, help="A .svg, .png or .pdf file."
)
def plot(out: Path, picture: str, names: tuple[str, ...], output: Path) -> None:
    """Draw a PICTURE of the graph of OUT.

    Letters are of the first Chinese font of this machine, or of the file in RENMAI_FONT.

    \b
    timeline NAME            a person's posts in time
    succession ORG POST      the holders of a post
    companions NAME          those whom a person met most
    activity [NAME]          events by month and type

    \b
    Example:
        kg plot outputs/demo timeline 符晓岚 -o fu.svg
        kg plot outputs/demo succession 山西省总工会 主席 -o seat.png
    """
    from kg.export import plot as pictures
    from kg.store import open_store

    fewest, most = NAMES[picture]
    if not fewest <= len(names) <= most:
        raise click.UsageError(f"{picture} takes {fewest if fewest == most else f'{fewest} or {most}'} names")
    getattr(pictures, picture)(open_store(out), output, *names)
