"""Readings that a tool put in brackets behind characters: 國(guó)."""

from __future__ import annotations

import re
from functools import cache

from kg.clean.draft import Draft, Edit
from kg.clean.readings import READING, readings_of

_GLOSS = re.compile(rf"([\u3400-\u9fff])((?:[(（][{READING}]{{1,7}}[)）])+)")
_BRACKETS = re.compile(r"[()（）]+")


def remove_glosses(draft: Draft) -> None:
    """Cut every bracket that holds a reading of the character before it; 服務(幫扶)中心 keeps its own."""
    edits = []
    for found in _GLOSS.finditer(draft.text):
        start, end = found.span(2)
        if _is_reading(found[1], found[2]):
            edits.append(Edit(start, end, ""))
            draft.report("gloss", start, end, "", 0.99)
    draft.edit(edits)


@cache
def _is_reading(character: str, brackets: str) -> bool:
    inside = [part for part in _BRACKETS.split(brackets) if part]
    return all(part in readings_of(character) for part in inside)
