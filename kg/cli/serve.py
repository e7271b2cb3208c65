"""`kg serve`: the graph over HTTP."""

from __future__ import annotations

from pathlib import Path

import click

MIB = 1 << 20


@click.command()
@click.argument("out", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port", default=8710, show_default=True, type=click.IntRange(0, 65535), help="Port; 0: any free one."
)
@click.option(
    "--timeout", default=30.0, show_default=True, type=click.FloatRange(0.1), help="Seconds for one query."
)
@click.option(
    "--max-rows", default=2_000_000, show_default=True, type=click.IntRange(1), help="Rows of one answer."
)
@click.option(
    "--max-bytes", default=1024 * MIB, show_default=True, type=click.IntRange(1), help="Bytes of an answer."
)
@click.option(
    "--memory", default=1024, show_default=True, type=click.IntRange(64), help="MiB that one query may use."
)
@click.option(
    "--workers", default=None, type=click.IntRange(1), help="Long queries at once; the processors by default."
)
@click.option(
    "--queue", default=64, show_default=True, type=click.IntRange(1), help="Requests that may wait."
)
@click.option("--allow-host", multiple=True, help="A further name this server goes by (Host header).")
@click.option(
    "--cors", default="", metavar="ORIGIN", help="Let pages of ORIGIN (or *) read answers; off by default."
)
@click.option(
    "--access-log",
    type=click.Path(dir_okay=False, path_type=Path),
    help="A line per request; stderr by default.",
)
def serve(
    out: Path,
    host: str,
    port: int,
    timeout: float,
    max_rows: int,
    max_bytes: int,
    memory: int,
    workers: int | None,
    queue: int,
    allow_host: tuple[str, ...],
    cors: str,
    access_log: Path | None,
) -> None:
    """Serve OUT: SPARQL 1.1 at /sparql, the explorer at /.

    Reconciliation for OpenRefine is at /reconcile.

    Read-only, for this machine alone unless --host says otherwise. A new build into OUT is taken up while
    running.

    \b
    Example:
        kg serve outputs/demo --port 8710
    """
    from kg.serve.limits import Limits
    from kg.serve.server import serve as run

    limits = Limits(timeout=timeout, max_rows=max_rows, max_bytes=max_bytes, memory=memory * MIB, queue=queue)
    if workers:
        from dataclasses import replace

        limits = replace(limits, workers=workers)
    run(
        out,
        host,
        port,
        limits,
        say=click.echo,
        further_hosts=allow_host,
        cors=cors,
        access_log=access_log,
    )
