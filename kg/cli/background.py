"""`kg background`: what others know of persons."""

from __future__ import annotations

from pathlib import Path

import click

FILE = "background.jsonl"


@click.command()
@click.argument("out", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
def background(out: Path, files: tuple[Path, ...]) -> None:
    """Import known persons into OUT.

    FILES are FollowTheMoney JSON lines, Wikidata query results (P39), or CSV.

    In the next build it is evidence of who is one person, told as such in identity.jsonl, and our persons are linked
    to theirs (owl:sameAs) where a post is known of both. It never gives anyone a post.

    \b
    Example:
        kg background outputs/demo known.csv
    """
    from kg.model.background import line_of, merged, read_known
    from kg.read.background import read_background

    before = read_known(out / FILE)
    new = [person for file in files for person in read_background(file)]
    together = merged([*before, *new])
    beside = out / (FILE + ".part")
    beside.write_text("".join(map(line_of, together)), encoding="utf-8")
    beside.replace(out / FILE)
    click.echo(
        f"{len(together) - len(before)} persons added, {len(together)} known; build again to link them",
        err=True,
    )
