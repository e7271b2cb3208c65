"""`kg build`."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from kg.run.manifest import Manifest


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option(
    "-o",
    "--out",
    required=True,
    type=click.Path(path_type=Path),
    help="Folder to write; a stopped build goes on there.",
)
@click.option("--workers", type=click.IntRange(min=1), help="Processes; default: one for each core.")
@click.option(
    "--engine",
    type=click.Choice(["local", "spark"]),
    default="local",
    show_default=True,
    help="Where the work runs.",
)
@click.option(
    "--master",
    default="local[*]",
    show_default=True,
    metavar="URL",
    help="Spark master, with --engine spark.",
)
@click.option(
    "--only",
    default="facts,ttl,store,html",
    show_default=True,
    help="Products to write: facts, nt, ttl, store, html, tables (Parquet); on Spark also shards (of nt).",
)
@click.option(
    "--settings",
    "settings_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="TOML file.",
)
@click.option("--text-field", metavar="NAME", help="Field of a row that holds the text; default: text.")
@click.option(
    "--public-only",
    is_flag=True,
    help="Leave out people who hold no post and only appear as visited or helped.",
)
@click.option("--force", is_flag=True, help="Extract every article anew.")
@click.option(
    "--prune", is_flag=True, help="Afterwards forget cached facts of articles that are no longer there."
)
@click.option("--json", "as_json", is_flag=True, help="Print the manifest's counts as JSON.")
def build(
    inputs: tuple[str, ...],
    out: Path,
    workers: int | None,
    engine: str,
    master: str,
    only: str,
    settings_file: Path | None,
    text_field: str | None,
    public_only: bool,
    force: bool,
    prune: bool,
    as_json: bool,
) -> None:
    """Read articles, write a knowledge graph.

    INPUT is a file, a folder, a glob, or - for standard input: .txt, .html, .jsonl, .csv, .parquet, .warc,
    each also compressed. What cannot be used is told in OUT/rejected.jsonl, and the build goes on.

    \b
    Example:
        kg build examples/articles -o outputs/demo
    """
    from dataclasses import replace

    from kg.model.settings import Settings
    from kg.run.build import build as run_build
    from kg.run.progress import progress_for

    signal.signal(signal.SIGTERM, _stop_of(os.getpid()))
    settings = Settings.from_toml(settings_file) if settings_file else Settings()
    if public_only:
        settings = replace(settings, public_only=True)
    if text_field:
        settings = replace(settings, text_field=text_field)
    products = [name.strip() for name in only.split(",") if name.strip()]
    with progress_for(sys.stderr) as progress:
        if engine == "spark":
            from kg.run.spark import build_on_spark

            manifest = build_on_spark(inputs, out, settings, master=master, only=products, progress=progress)
        else:
            manifest = run_build(
                inputs,
                out,
                settings,
                workers=workers,
                only=products,
                force=force,
                prune=prune,
                progress=progress,
            )
    if as_json:
        _print_json(manifest)
    else:
        _summarize(manifest, out)
    if not manifest.counts.articles:
        why = f"{out / 'rejected.jsonl'} says why for each" if manifest.counts.rejected else "there is none"
        click.echo(f"kg: {', '.join(inputs)}: no article could be used; {why}", err=True)
        sys.exit(1)


def _stop_of(owner: int) -> Callable[[int, FrameType | None], None]:
    """What the process `owner` does on SIGTERM: as on Ctrl-C, so that nothing half-written stays.

    A worker that is ended before it has set its own way just ends.
    """

    def stop(number: int, frame: FrameType | None) -> None:
        if os.getpid() != owner:
            os._exit(128 + number)
        raise KeyboardInterrupt

    return stop


def _print_json(manifest: Manifest) -> None:
    import orjson

    click.echo(orjson.dumps(manifest.counts.to_json(), option=orjson.OPT_INDENT_2).decode())


def _summarize(manifest: Manifest, out: Path) -> None:
    """What was found, for a person."""
    counts = manifest.counts
    seconds = sum(manifest.stages.values())
    rate = counts.chars / max(seconds, 1e-6)
    click.echo(
        f"{counts.articles:,} articles, {counts.chars:,} characters in {seconds:.1f} s ({rate:,.0f} a second)"
    )
    if counts.reused:
        click.echo(f"  {counts.reused:,} of them were known from an earlier run")
    if counts.rejected:
        click.echo(f"  {counts.rejected:,} could not be used: {out / 'rejected.jsonl'} says why")
    click.echo(
        f"found {counts.persons:,} persons, {counts.organizations:,} organizations, "
        f"{counts.tenures:,} tenures, {counts.events:,} events"
    )
    if counts.conflicts:
        click.echo(
            f"  {counts.conflicts:,} seats seem to have two holders on one day: kg stats {out} lists them"
        )
    if counts.cleaned:
        common = sorted(counts.cleaned.items(), key=lambda item: (-item[1], item[0]))
        click.echo("mended " + ", ".join(f"{n:,} × {kind}" for kind, n in common[:8]))
    if counts.triples:
        click.echo(f"wrote {counts.triples:,} triples")
    for remark in manifest.remarks:
        click.echo(f"  {remark}")
    for name, record in manifest.products.items():
        click.echo(f"  {out / name}  {_size(record['bytes'])}")


def _size(number: int) -> str:
    for unit in ("bytes", "kB", "MB"):
        if number < 1000:
            return f"{number:,.0f} {unit}" if unit == "bytes" else f"{number:,.1f} {unit}"
        number /= 1000  # type: ignore[assignment]  # shown rounded
    return f"{number:,.1f} GB"
