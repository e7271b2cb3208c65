r"""Pages of invented articles with all that comes of them: files of tests/*/pages.

    # the rule that the lines below show
    @ title=…; date=2019-12-17
    one line of text for each line of the article; \u00a0 for what nobody sees
    = one line for each fact

What stands behind `#` names the case; `@` is left out where nothing but the text matters. An article without a fact has no `=`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

_ESCAPED = re.compile(r"\\u([0-9a-f]{4})")


@dataclass(frozen=True, slots=True)
class Case:
    """One invented article and its facts, a line each."""

    text: str
    about: dict[str, str]
    facts: list[str]


def cases(page: Path) -> list[object]:
    """The cases of a page as parameters of a test, named after their rules."""
    blocks = page.read_text("utf-8").strip().split("\n\n")
    return [pytest.param(case_of(block), id=block.partition("\n")[0].removeprefix("# ")) for block in blocks]


def case_of(block: str) -> Case:
    """Read one block of a page."""
    _, *lines = block.split("\n")
    about = dict(pair.split("=", 1) for pair in lines.pop(0)[2:].split("; ")) if lines[0][:2] == "@ " else {}
    facts = [line[2:] for line in lines if line.startswith("= ")]
    text = "\n".join(line for line in lines if not line.startswith("= "))
    return Case(_seen(text), {key: _seen(value) for key, value in about.items()}, facts)


def _seen(text: str) -> str:
    return _ESCAPED.sub(lambda code: chr(int(code[1], 16)), text)
