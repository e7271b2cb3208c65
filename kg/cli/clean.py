"""`kg clean`: the cleaned article beside its source, and the damage report."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.shown import show_json

if TYPE_CHECKING:
    from rich.text import Text

    from kg.model.article import CleanArticle, Rejected, Zone

KEPT = {"headline": "bold", "subtitle": "bold", "body": "", "caption": "italic"}
"""Zones whose words may become facts, and how they look; the others are shown dim."""

PAGE = """<!DOCTYPE html><html lang="zh"><meta charset="utf-8"><title>{title}</title><style>
body{{font:15px/1.6 sans-serif;margin:1em}} table{{border-collapse:collapse;width:100%}}
td{{border-top:1px solid #ccc;padding:.3em .6em;vertical-align:top;width:46%;white-space:pre-wrap}}
td:first-child{{width:8%;color:#666}} tr.cut td{{color:#999}} mark{{background:#fd8}} mark.guess{{background:#f99}}
</style>{articles}</html>
"""


@click.command()
@click.argument("files", nargs=-1, required=True)
@click.option("--only", metavar="ID", help="Show the article of this id only.")
@click.option("--json", "as_json", is_flag=True, help="Write text, zones, metadata and damage as JSON.")
@click.option("--html", "page", type=click.Path(path_type=Path), metavar="FILE", help="Write a page instead.")
def clean(files: tuple[str, ...], only: str | None, as_json: bool, page: Path | None) -> None:
    """Show FILES as they are and as they are cleaned, side by side.

    Below stands what was found damaged.

    FILES may be of any kind that `kg build` reads; - reads a pipe.

    \b
    Example:
        kg clean examples/articles --only 01-condolence
        kg clean examples/articles/09-agreement.html --json | jq '.[].damage'
    """
    outcomes = _outcomes(files, only)
    if as_json:
        show_json([_json(outcome) for outcome in outcomes])
    elif page:
        articles = "\n".join(map(_page_of, outcomes))
        page.write_text(PAGE.format(title="kg clean", articles=articles), "utf-8")
        click.echo(f"wrote {page}", err=True)
    else:
        for outcome in outcomes:
            _print(outcome)


def _outcomes(files: tuple[str, ...], only: str | None) -> Iterator[CleanArticle | Rejected]:
    from kg.clean import clean_article
    from kg.model.article import Rejected
    from kg.model.settings import Settings
    from kg.read import read_articles

    settings = Settings()
    for read in read_articles(files, settings):
        identity = read.article_id if isinstance(read, Rejected) else read.id
        if only in {None, identity}:
            yield read if isinstance(read, Rejected) else clean_article(read, settings)


def _json(outcome: CleanArticle | Rejected) -> dict[str, Any]:
    from kg.model.article import Rejected

    if isinstance(outcome, Rejected):
        return {"id": outcome.article_id, "rejected": outcome.reason, "path": outcome.path}
    zones = [asdict(zone) | {"text": outcome.text[zone.start : zone.end]} for zone in outcome.zones]
    return {
        "id": outcome.article.id,
        "path": outcome.article.path,
        "encoding": outcome.article.encoding,
        "meta": asdict(outcome.meta),
        "text": outcome.text,
        "zones": zones,
        "damage": [asdict(damage) for damage in outcome.damage],
        "doubtful": [[span.start, span.end] for span in outcome.doubtful],
    }


def _pairs(article: CleanArticle) -> Iterator[tuple[Zone, list[tuple[str, str]], str]]:
    """Each paragraph of each zone: the zone, its source in pieces ("", "damaged" or "guessed"), its cleaned words."""
    for zone in article.zones:
        start = zone.start
        for line in article.text[zone.start : zone.end].split("\n"):
            if line:
                yield zone, list(_pieces(article, start, start + len(line))), line
            start += len(line) + 1


def _pieces(article: CleanArticle, start: int, end: int) -> Iterator[tuple[str, str]]:
    place = article.origin_of(start, end)
    done = place.start
    for damage in article.damage:
        first, last = max(damage.start, done), min(damage.end, place.end)
        if first >= last:
            continue
        yield article.article.text[done:first], ""
        yield article.article.text[first:last], "damaged" if damage.confidence >= 0.9 else "guessed"
        done = last
    yield article.article.text[done : place.end], ""


def _print(outcome: CleanArticle | Rejected) -> None:
    from rich.console import Console
    from rich.table import Table

    from kg.model.article import Rejected

    console = Console(highlight=False)
    if isinstance(outcome, Rejected):
        console.print(f"{outcome.article_id}: {outcome.reason}", style="red", markup=False)
        return
    table = Table(title=outcome.article.id, title_justify="left", show_lines=False, expand=True)
    table.add_column("zone", min_width=11)
    for name, ratio in (("source", 1), ("cleaned", 1)):
        table.add_column(name, ratio=ratio, overflow="fold")
    for zone, pieces, words in _pairs(outcome):
        style = KEPT.get(zone.kind, "dim")
        table.add_row(zone.kind, _text(pieces), words.replace("[", "\\["), style=style)
    console.print(table)
    for line in _report(outcome):
        console.print(line, markup=False)


def _text(pieces: list[tuple[str, str]]) -> Text:
    from rich.text import Text

    styles = {"": "", "damaged": "black on yellow", "guessed": "black on red"}
    return Text.assemble(*((words, styles[kind]) for words, kind in pieces))


def _report(article: CleanArticle) -> Iterator[str]:
    """The metadata, and the damage: glosses only counted, the rest one by one."""
    yield "  ".join(f"{name}: {value}" for name, value in asdict(article.meta).items() if value)
    glosses = sum(damage.kind == "gloss" for damage in article.damage)
    if glosses:
        yield f"glosses removed: {glosses}"
    for damage in article.damage:
        if damage.kind != "gloss":
            words = article.article.text[damage.start : damage.end]
            became = "left as it is" if damage.repaired_as is None else f"→ {damage.repaired_as!r}"
            yield f"{damage.kind} at {damage.start}: {words!r} {became} ({damage.confidence:.0%})"


def _page_of(outcome: CleanArticle | Rejected) -> str:
    from kg.model.article import Rejected

    if isinstance(outcome, Rejected):
        return f"<p>{html.escape(outcome.article_id)}: {html.escape(outcome.reason)}</p>"
    rows = []
    for zone, pieces, words in _pairs(outcome):
        marked = "".join(_marked(text, kind) for text, kind in pieces)
        cut = "" if zone.kind in KEPT else " class=cut"
        rows.append(f"<tr{cut}><td>{zone.kind}<td>{marked}<td>{html.escape(words)}</tr>")
    report = "".join(f"<li>{html.escape(line)}</li>" for line in _report(outcome))
    return f"<h2>{html.escape(outcome.article.id)}</h2><table>{''.join(rows)}</table><ul>{report}</ul>"


def _marked(words: str, kind: str) -> str:
    if not kind:
        return html.escape(words)
    return f"<mark{' class=guess' if kind == 'guessed' else ''}>{html.escape(words)}</mark>"
