"""Where a quotation says the words of a fact, though it may be in traditional characters and full of glosses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import TypeVar

GLOSS = re.compile(r"\([a-zA-Zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü:]{1,7}\)")  # 衛(wèi)
T = TypeVar("T")


def find_marks(quote: str, forms: Mapping[str, T]) -> list[tuple[int, int, T]]:
    """Where the words of `forms` (simplified) stand in `quote`: start, length and what the form means.

    The longest form wins at each place; marks do not overlap. Offsets count UTF-16 units.
    """
    folded, places = _folded(quote)
    taken: list[tuple[int, int, T]] = []
    for form in sorted(forms, key=lambda f: (-len(f), f)):
        at = folded.find(form) if form else -1
        while at >= 0:
            start, end = places[at], places[at + len(form) - 1] + 1
            if all(end <= s or start >= e for s, e, _ in taken):
                taken.append((start, end, forms[form]))
            at = folded.find(form, at + 1)
    units = utf16_offsets(quote, (n for start, end, _ in taken for n in (start, end)))
    return sorted(((units[s], units[e] - units[s], what) for s, e, what in taken), key=lambda m: m[:2])


def utf16_offsets(text: str, offsets: Iterable[int]) -> dict[int, int]:
    """Code point offsets as offsets of UTF-16 units: characters beyond the BMP take two."""
    if text.isascii() or max(text, default="") <= "\uffff":
        return {n: n for n in offsets}
    return {n: n + sum(c > "\uffff" for c in text[:n]) for n in offsets}


def _folded(quote: str) -> tuple[str, list[int]]:
    """`quote` in simplified characters without glosses, and where each of its characters stood."""
    gone = {i for match in GLOSS.finditer(quote) for i in range(*match.span())}
    places = [i for i in range(len(quote)) if i not in gone]
    return "".join(_simplified(quote[i]) for i in places), places


@cache
def _simplified(character: str) -> str:
    if character < "㐀":
        return character
    changed: str = _converter().convert(character)
    return changed if len(changed) == 1 else character


@cache
def _converter():  # type: ignore[no-untyped-def]  # opencc has no types
    from opencc import OpenCC

    return OpenCC("t2s")
