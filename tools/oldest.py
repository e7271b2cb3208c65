"""The oldest versions that pyproject.toml allows, as constraints: `python tools/oldest.py > oldest.txt` (`make test-oldest`)."""

from __future__ import annotations

import re
import tomllib
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TOOLS = {"dev", "fuzz", "mutants", "audit", "web"}
"""Extras that test or build us but are no part of us: their newest versions do."""


def oldest() -> list[str]:
    """A line for each library that is asked for directly."""
    told = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = (wishes for name, wishes in told["optional-dependencies"].items() if name not in TOOLS)
    pairs = (re.match(r"([\w.-]+)>=([\w.]+)", wish) for wish in [*told["dependencies"], *chain(*extras)])
    return sorted({f"{found[1]}=={found[2]}" for found in pairs if found})


if __name__ == "__main__":
    print(*oldest(), sep="\n")
