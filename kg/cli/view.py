"""`kg view`: the page that opens offline."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("out", type=click.Path(exists=True, path_type=Path))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), required=True, help="The HTML file to write."
)
@click.option("--focus", default="", metavar="NAME", help="Draw around this person, body, place or event.")
@click.option(
    "--hops", default=2, show_default=True, type=click.IntRange(1, 6), help="Ties away from the focus."
)
@click.option(
    "--from", "start", default="", metavar="DATE", help="Only facts since then: YYYY, YYYY-MM or YYYY-MM-DD."
)
@click.option("--to", "end", default="", metavar="DATE", help="Only facts until then.")
@click.option(
    "--limit", default=800, show_default=True, help="Draw at most so many nodes (5000 is the most)."
)
@click.option("--title", default="", help="What the page is called.")
def view(
    out: Path, output: Path, focus: str, hops: int, start: str, end: str, limit: int, title: str
) -> None:
    """Write one HTML page that shows the graph of OUT.

    Of a large graph it shows the most telling part. It needs no network.

    \b
    Example:
        kg view outputs/demo --focus 符晓岚 --hops 2 -o page.html
    """
    from kg.cli.given import iso_date
    from kg.export.view import write_page
    from kg.store import open_store

    days = {"start": iso_date(start, "--from"), "end": iso_date(end, "--to")}
    counts = write_page(open_store(out), output, focus=focus, hops=hops, limit=limit, title=title, **days)
    size = output.stat().st_size / 1e6
    click.echo(f"{output}: {counts['nodes']} nodes, {counts['ties']} ties, {size:.1f} MB", err=True)
