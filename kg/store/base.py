"""The base IRI of a build, as its manifest tells it."""

from __future__ import annotations

import json
from pathlib import Path

from kg.model.settings import Settings


def base_of(store_dir: Path) -> str:
    """The base IRI that the build's manifest names, else the default."""
    manifest = store_dir.parent / "manifest.json"
    if not manifest.is_file():
        return Settings().base
    try:
        settings = json.loads(manifest.read_text("utf-8")).get("settings", {})
        return str(settings.get("base", Settings().base))
    except (ValueError, AttributeError):
        return Settings().base
