"""The articles of a build, read again."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from kg.model.article import Article
from kg.model.settings import Settings


def articles_of(out: Path, inputs: Sequence[str] = ()) -> Iterator[Article]:
    """Yield the articles that a build read, from where its manifest says or from `inputs`."""
    from kg.read import read_articles

    manifest = out / "manifest.json"
    record = json.loads(manifest.read_text("utf-8")) if manifest.is_file() else {}
    known = {f.name for f in fields(Settings)}
    given: dict[str, Any] = {k: v for k, v in record.get("settings", {}).items() if k in known}
    given = {k: tuple(v) if isinstance(v, list) else v for k, v in given.items()}
    settings = Settings(**given)
    paths = list(inputs) or [i["path"] for i in record.get("inputs", []) if i["path"] != "-"]
    there = [p for p in paths if Path(p).exists() or any(c in p for c in "*?[")]
    if there:
        yield from (a for a in read_articles(there, settings) if isinstance(a, Article))
