"""Pages from data: Jinja templates with autoescape, so that whatever an article holds stays text."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from kg.serve.explorer import pictures
from kg.serve.explorer.words import words_in

BUILT = Path(__file__).parent / "built"
MOST_SHOWN = 400  # characters of a name or a quotation on a page
BIDI = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"), "")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("kg.serve.explorer"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["plain"] = plain
    environment.globals.update(
        timeline=pictures.timeline,
        calendar=pictures.calendar,
        tilemap=pictures.tilemap,
        neighbourhood=pictures.neighbourhood,
        is_built=is_built,
    )
    return environment


def is_built(name: str) -> bool:
    """Whether a script that `make web` bundles is there."""
    return (BUILT / name).is_file()


def compile_all() -> None:
    """Compile every template now, so that no page has to wait for it."""
    for name in _environment().list_templates():
        _environment().get_template(name)


def plain(text: object, most: int = MOST_SHOWN) -> str:
    """Text that cannot reorder or flood a page: no marks of direction, no control characters, not too long."""
    kept = "".join(
        c for c in str(text).translate(BIDI) if c in "\n\t" or unicodedata.category(c) not in {"Cc", "Cs"}
    )
    return kept if len(kept) <= most else kept[:most] + "…"


def page(name: str, data: dict[str, Any], language: str, labels: dict[str, dict[str, str]]) -> str:
    """A page as HTML; `labels` are those of concepts, by language."""

    def label(concept: str) -> str:
        known = labels.get(concept, {})
        return known.get(language) or known.get("zh") or concept

    template = _environment().get_template(f"{name}.html")
    return template.render(**data, data=data, w=words_in(language), language=language, label=label)
