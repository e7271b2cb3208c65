"""Readings that a tool put in brackets behind characters: 國(guó)."""

from __future__ import annotations

import re
from functools import cache

from kg.clean.draft import Draft
from kg.clean.readings import READING, readings_of

_GLOSS = re.compile(rf"([\u3400-\u9fff])((?:[(（][{READING}]{{1,7}}[)）])+)")
_BRACKETS = re.compile(r"[()（）]+")


def remove_glosses(draft: Draft) -> None:
    """Cut every bracket that holds a reading of the character before it; 服務(幫扶)中心 keeps its own."""
    found = _GLOSS.finditer(draft.text)
    draft.cut([gloss.span(2) for gloss in found if _is_reading(gloss[1], gloss[2])], "gloss")


@cache
def _is_reading(character: str, brackets: str) -> bool:
    inside = [part for part in _BRACKETS.split(brackets) if part]
    return all(part in readings_of(character) for part in inside)
