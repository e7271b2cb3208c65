"""Bytes that were decoded by the wrong table: ä¸\xadå›½ and 涓浗 were 中国 in UTF-8, ÖÐ¹ú was 中国 in GBK."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.clean.bigrams import is_han, score, single, table
from kg.clean.draft import Draft, Edit
from kg.clean.script import simplify

LATIN = r"\xc0-\xd6\xd8-\xf6\xf8-\xff"
"""Letters that wrongly decoded bytes begin with, and Chinese text seldom has; for a class of a pattern."""
_BYTES = (
    "\x80-\xff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201a\u201c-\u201e"
    "\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122\ufffd"
)
_RUN = re.compile(rf"[{_BYTES}][{_BYTES} ]+")
_LETTERS = re.compile(f"[{LATIN}]")
_HALVES = "".join(bytes((a, b)).decode("gbk", "ignore") for a in range(0xE4, 0xEA) for b in range(0x80, 0xC0))
_GBK_OF_UTF8 = re.compile(
    f"[{_HALVES}锛銆]"
)  # two of the three bytes of a Chinese character; 锛 and 銆 of its marks
GBK_SHARE = 0.15
"""Of the Chinese characters of a line those that UTF-8 read as GBK is full of, and other text hardly has."""
USUAL = (
    -14.0
)  # on average, of single characters in bits; news stays above -10, wrongly decoded text under -17


MAX_LOST = 0.34  # of the characters of a line, those with a lost byte; a line with more is left as it is


class Character(NamedTuple):
    """What some bytes mean; `options` are the characters they may mean where one of the bytes is lost."""

    text: str
    width: int  # bytes
    options: tuple[str, ...] = ()


def mend_encodings(draft: Draft) -> None:
    """Decode again what was decoded by the wrong table; what makes no Chinese then is left alone."""
    edits = []
    for start, characters, places in [*_latin_runs(draft.text), *_gbk_lines(draft.text)]:
        text = _filled(characters)
        origins = _origins([c.width for c in characters], places)
        edits.append(Edit(start, places[-1] + 1, text, origins))
        lost = [
            origin
            for character, origin in zip(characters, origins, strict=True)
            if character.text == "\ufffd"
        ]
        draft.guesses += [draft.in_source(*origin) for origin in lost]
        draft.report("double-encoding", start, places[-1] + 1, text, 0.9 if lost else 0.98)
    draft.edit(sorted(edits))


Found = tuple[int, list[Character], list[int]]  # start in the draft, what it means, the place of each byte


def _latin_runs(text: str) -> Iterator[Found]:
    if not _LETTERS.search(text):
        return
    for found in _RUN.finditer(text):
        data = [_byte(character) for character in found[0]]
        places = list(range(*found.span()))
        characters = _utf8(data) or _gbk(data)
        if characters and _is_chinese(characters):
            yield found.start(), characters, places


def _byte(character: str) -> int | None:
    """The byte that Windows-1252 or Latin-1 decoded as `character`; None where it was lost."""
    if character <= "\xff":
        return ord(character)
    encoded = character.encode("cp1252", "ignore")
    return encoded[0] if encoded else None


def _gbk(data: Sequence[int | None]) -> list[Character]:
    try:
        text = bytes(b or 0xFF for b in data).decode("gbk")
    except UnicodeDecodeError:
        return []
    return [Character(c, len(c.encode("gbk"))) for c in text]


def _gbk_lines(text: str) -> Iterator[Found]:
    if not _GBK_OF_UTF8.search(text):
        return
    start = 0
    for line in text.split("\n"):
        typical = len(_GBK_OF_UTF8.findall(line))
        if typical > 1 and typical >= GBK_SHARE * sum(map(is_han, line)):
            data, places = _gbk_bytes(line, start)
            characters = _utf8(data)
            if characters and _is_chinese(characters):
                yield start, characters, places
        start += len(line) + 1


def _gbk_bytes(line: str, start: int) -> tuple[list[int | None], list[int]]:
    """The bytes that GBK decoded as `line`, and the place of the character that each belongs to."""
    data: list[int | None] = []
    places: list[int] = []
    for i, character in enumerate(line, start):
        known = b"\x80" if character == "€" else character.encode("gbk", "ignore")
        bytes_of: list[int | None] = list(known) or [None]
        data += bytes_of
        places += [i] * len(bytes_of)
    return data, places


def _utf8(data: Sequence[int | None]) -> list[Character]:
    """Decode UTF-8 of which some bytes are lost (None); [] where it is no UTF-8 at all."""
    characters: list[Character] = []
    place = 0
    while place < len(data):
        first = data[place]
        need = (
            1
            if first is None or first < 0x80
            else 3
            if 0xE0 <= first < 0xF0
            else 2
            if 0xC2 <= first < 0xE0
            else 0
        )
        if not need:
            return []
        width = 1
        while width < need and place + width < len(data) and _continues(data[place + width]):
            width += 1
        group = [_MEANT.get(b, b) if need > 1 and b else b for b in data[place : place + width]]
        characters.append(_character(group, need))
        place += width
    return characters


_MEANT: dict[int, int | None] = {0x3F: None, 0x20: 0xA0}
"""Within a character: "?" is printed for a lost byte, and a space is what tidying makes of a no-break one."""


def _continues(byte: int | None) -> bool:
    return byte is None or 0x80 <= byte < 0xC0 or byte in _MEANT


def _character(data: list[int | None], need: int) -> Character:
    known = bytes(b for b in data if b is not None)
    if len(known) == need:
        return Character(known.decode("utf-8", "replace"), need)
    if need == 3 and data[0] is not None and len(known) == 2:
        gap = 1 if data[1] is None else 2
        return Character("\ufffd", len(data), _options(known[0], known[1], gap))
    return Character("\ufffd", len(data))


def _options(first: int, other: int, gap: int) -> tuple[str, ...]:
    """The usual characters of three bytes of which the one at `gap` is lost."""
    tries = (bytes((first, b, other) if gap == 1 else (first, other, b)) for b in range(0x80, 0xC0))
    decoded = (data.decode("utf-8", "ignore") for data in tries)
    return tuple(c for c in decoded if c and simplify(c) in table().singles)


def _filled(characters: list[Character]) -> str:
    """The text, lost bytes guessed by the neighbours on either side."""
    text = [c.text for c in characters]
    for i, character in enumerate(characters):
        if character.options:
            left, right = text[i - 1] if i else "\n", text[i + 1] if i + 1 < len(text) else "\n"
            right = "" if right == "\ufffd" else right
            text[i] = max(character.options, key=lambda c: (score(simplify(left + c + right)), c))
    return "".join(text)


def _origins(widths: Sequence[int], places: Sequence[int]) -> list[tuple[int, int]]:
    origins, at = [], 0
    for width in widths:
        origins.append((places[at], places[at + width - 1] + 1))
        at += width
    return origins


def _is_chinese(characters: Sequence[Character]) -> bool:
    text = "".join(c.text for c in characters)
    han = [c for c in simplify(text) if is_han(c)]
    if not han or text.count("\ufffd") > MAX_LOST * len(text):
        return False
    return sum(map(single, han)) / len(han) > USUAL
