"""How commands show their answers."""

from __future__ import annotations

import json
from typing import Any

import click


def show_json(answer: Any) -> None:
    """Write an answer for programs: UTF-8 JSON on stdout."""
    click.echo(json.dumps(answer, ensure_ascii=False, indent=2))
