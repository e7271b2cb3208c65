"""`kg diff`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from kg.cli.shown import AS_JSON, days, show_json

WORDS = {
    "new_holders": "new",
    "gone": "no longer known",
    "ended": "ended",
    "longer": "attested otherwise",
}


@click.command()
@click.argument("out1", type=click.Path(exists=True, path_type=Path))
@click.argument("out2", type=click.Path(exists=True, path_type=Path))
@AS_JSON
def diff(out1: Path, out2: Path, as_json: bool) -> None:
    """Tell what changed from OUT1 to OUT2.

    New holders, ended terms, new conflicts.

    \b
    Example:
        kg diff outputs/monday outputs/tuesday
    """
    from kg.ask.diff import changes
    from kg.store import open_store

    found = changes(open_store(out1), open_store(out2))
    if as_json:
        show_json(found)
        return
    for line in _lines(found):
        click.echo(line)


def _lines(found: dict[str, Any]) -> list[str]:
    lines = []
    for kind, word in WORDS.items():
        for row in found[kind]:
            lines.append(f"{word}: {row['person']}  {row['organization'] or ''}{row['post']}  {days(row)}")
    for kind, word in (("new_conflicts", "new conflict"), ("settled_conflicts", "settled conflict")):
        for row in found[kind]:
            who = "、".join(row["persons"])
            lines.append(f"{word}: {row['organization']}{row['post']}  {who}  {row['day'] or ''}".rstrip())
    changed = {k: v for k, v in found["counts"].items() if v["before"] != v["after"]}
    lines += [f"{name}: {v['before']} → {v['after']}" for name, v in changed.items()]
    return lines or ["nothing changed"]
