"""`kg validate`: the graph against its shapes, and every quotation against its source."""

from __future__ import annotations

import sys
from dataclasses import asdict
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.shown import show_json

if TYPE_CHECKING:
    from kg.rdf.quotes import Misquote
    from kg.rdf.validate import Finding

SHOWN = 5  # findings of one constraint that people are shown


@click.command()
@click.argument("out", type=click.Path(exists=True, path_type=Path))
@click.option("--inputs", multiple=True, help="Where the articles are, if not where the build found them.")
@click.option("--no-quotes", is_flag=True, help="Leave the quotations alone; check the shapes only.")
@click.option("--sample", type=int, default=0, help="Check N articles with pySHACL as well (needs pyshacl).")
@click.option("--limit", default=1000, show_default=True, help="Findings of one constraint that are fetched.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON for programs.")
def validate(
    out: Path, inputs: tuple[str, ...], no_quotes: bool, sample: int, limit: int, as_json: bool
) -> None:
    """Check the store, the graph and all quotations of OUT.

    The files of the store are held against the digests that the build noted, the graph against
    ontology/shapes.ttl, every quotation against its article.

    \b
    Exit code 0: all is well (warnings may be shown); 1: something breaks the contract.

    \b
    Example:
        kg validate outputs/demo
    """
    from kg.rdf.validate import validate as findings_of
    from kg.store import check_intact, open_store

    check_intact(out)
    store = open_store(out)
    findings = list(findings_of(store, limit))
    if sample:
        from kg.rdf.pyshacl import findings_of_sample

        findings += findings_of_sample(store, sample)
    wrong, checked = ([], 0) if no_quotes else _quotes(out, inputs)
    if as_json:
        show_json(
            {
                "findings": [asdict(f) for f in findings],
                "misquotes": [asdict(m) for m in wrong],
                "quotes": checked,
            }
        )
    else:
        _show(findings, wrong, checked, store.size)
    if wrong or any(f.severity == "violation" for f in findings):
        sys.exit(1)


def _quotes(out: Path, inputs: tuple[str, ...]) -> tuple[list[Misquote], int]:
    """Compare every quotation of facts.jsonl with its article; articles that cannot be read again are told of."""
    from kg.cli.sources import articles_of
    from kg.rdf.quotes import QuoteCheck

    facts = out / "facts.jsonl"
    if not facts.is_file():
        click.echo(f"{facts}: not there, so no quotation is checked", err=True)
        return [], 0
    check = QuoteCheck(facts)
    wrong = list(check.against(articles_of(out, inputs)))
    if check.unseen:
        click.echo(
            f"{check.unseen} articles cannot be found again, their quotations are not checked; tell where they are"
            " by --inputs",
            err=True,
        )
    return wrong, check.checked


def _show(findings: list[Finding], wrong: list[Misquote], checked: int, triples: int) -> None:
    for (shape, path, _), group in groupby(findings, key=lambda f: (f.shape, f.path, f.message)):
        same = list(group)
        for finding in same[:SHOWN]:
            click.echo(str(finding))
        if len(same) > SHOWN:
            least = "at least " if same[-1].more else ""
            click.echo(f"  … {least}{len(same) - SHOWN} more of {shape} {path}")
    for misquote in wrong[:SHOWN]:
        click.echo(str(misquote))
    if len(wrong) > SHOWN:
        click.echo(f"  … {len(wrong) - SHOWN} more quotations")
    broken = sum(f.severity == "violation" for f in findings)
    click.echo(
        f"{triples:,} triples: {broken:,} violations, {len(findings) - broken:,} warnings; "
        f"{checked:,} quotations: {len(wrong):,} wrong",
        err=True,
    )
