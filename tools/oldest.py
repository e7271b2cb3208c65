"""The oldest versions that pyproject.toml allows, as constraints: `python tools/oldest.py > oldest.txt` (`make test-oldest`)."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TOOLS = {"pytest", "pytest-xdist", "hypothesis", "mypy", "ruff", "pandas-stubs", "playwright", "hatchling"}
"""What tests us but is no part of us: its newest version does."""


def oldest() -> list[str]:
    """A line for each library that is asked for directly."""
    told = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wishes = [*told["dependencies"], *(w for group in told["optional-dependencies"].values() for w in group)]
    pairs = (re.match(r"([\w.-]+)(?:\[[^]]*\])?>=([\w.]+)", wish) for wish in wishes)
    return sorted({f"{found[1]}=={found[2]}" for found in pairs if found and found[1] not in TOOLS})


if __name__ == "__main__":
    print(*oldest(), sep="\n")
