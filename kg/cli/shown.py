"""How commands show their answers, and what most of them take."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

OUT = click.argument("out", type=click.Path(exists=True, path_type=Path))
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Write JSON for programs.")


def show_json(answer: Any) -> None:
    """Write an answer for programs: UTF-8 JSON on stdout."""
    click.echo(json.dumps(answer, ensure_ascii=False, indent=2))


class Day(click.ParamType[str]):
    """An ISO date."""

    name = "date"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Take a whole date, YYYY-MM-DD."""
        try:
            return dt.date.fromisoformat(value).isoformat()
        except ValueError:
            self.fail(f"{value!r} is no date; write it as 2019-01-21", param, ctx)


DAY = Day()


def days(row: Mapping[str, Any]) -> str:
    """What is known of a tenure's time, in words."""
    told = []
    if row.get("valid_from") or row.get("valid_until"):
        told.append(f"valid {row.get('valid_from') or '…'} to {row.get('valid_until') or '…'}")
    if row.get("first_attested"):
        told.append(f"attested {row['first_attested']} to {row['last_attested']}")
    if row.get("status"):
        told.append(str(row["status"]))
    return "; ".join(told) or "undated"


def quote(row: Mapping[str, Any]) -> str:
    """The first quotation of a row, on a line of its own, or ""."""
    proof = row.get("evidence") or []
    return f"\n      “{_short(proof[0]['quote'])}” ({proof[0]['article']})" if proof else ""


def _short(text: str, most: int = 90) -> str:
    text = " ".join(text.split())
    return text if len(text) <= most else text[:most] + "…"


def or_nothing(found: object, what: str) -> None:
    """Say so where nothing was found, on stderr."""
    if not found:
        click.echo(f"nothing known of {what}", err=True)
