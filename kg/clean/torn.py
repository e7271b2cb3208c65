"""Characters torn by a gloss that was put between their bytes: 績?nèi)珖?guó)第 was 績全國第.

A tool put "(reading)" behind every two bytes that look like a GBK character, also where these two bytes were the end of one
character and the start of the next. The decoder then met a lone first byte before "(", printed "?" for both, and read the
following bytes one place off, until something put it back in step. Undone by finding the byte that "?" stands for: with the
byte before it, it makes a character of that reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import NamedTuple

from kg.clean.bigrams import score
from kg.clean.draft import Draft, Edit
from kg.clean.readings import READING, readings_of
from kg.clean.script import simplify

TEAR = re.compile(rf"[?？]([{READING}]{{1,7}})[)）]")
_GLOSS = re.compile(rf"[(（]([{READING}]{{1,7}})[)）]")
_HAN = re.compile(r"[\u3400-\u9fff\ue000-\uf8ff]")
MAX_RUN = 80  # bytes; the runs of real scrapes stay under 20
MAX_TRIES = 400


class Byte(NamedTuple):
    """A byte of a torn run: known, or to be found (value None) by the reading that was put behind it."""

    value: int | None
    reading: str
    start: int  # place in the draft
    end: int


def mend_tears(draft: Draft) -> None:
    """Put the lost bytes back and decode each torn run again; a run that fits in no way is only reported."""
    edits, done = [], 0
    for tear in TEAR.finditer(draft.text):
        if tear.start() < done:
            continue
        before = _last_byte_before(draft.text, tear.start())
        found = None if before is None else _mend(draft, tear.start(), before)
        if found is None:
            draft.report("torn-gbk", tear.start(), tear.end(), None, 0.0)
            draft.guesses.append(draft.in_source(max(0, tear.start() - 1), tear.end()))
            continue
        edit, confidence = found
        edits.append(edit)
        done = edit.end
        draft.report("torn-gbk", edit.start, edit.end, edit.text, confidence)
        if confidence < 0.9:
            draft.guesses.append(draft.in_source(edit.start, edit.end))
    draft.edit(edits)


def _last_byte_before(text: str, place: int) -> int | None:
    """The last GBK byte of the character before `place`, glosses between them passed over."""
    while place and text[place - 1] in ")）":
        opened = max(text.rfind("(", 0, place), text.rfind("（", 0, place))
        if opened < 0 or not _GLOSS.fullmatch(text, opened, place):
            return None
        place = opened
    encoded = _encode(text[place - 1]) if place else None
    return encoded[-1] if encoded and len(encoded) == 2 else None


@cache
def _encode(character: str) -> bytes | None:
    if character == "€":
        return b"\x80"  # code page 936 has the euro sign there, where the old bytes were a lone one
    try:
        encoded = character.encode("gb18030")
    except UnicodeEncodeError:
        return None
    return encoded if len(encoded) == 2 else None


def _run(text: str, place: int) -> Iterator[Byte]:
    """The bytes from a tear at `place` on, until the first character that is no part of a run."""
    while place < len(text):
        if tear := TEAR.match(text, place):
            yield Byte(None, tear[1], *tear.span())
            place = tear.end()
        elif gloss := _GLOSS.match(text, place):
            place = gloss.end()
        else:
            encoded = _encode(text[place])
            if encoded is None:
                return
            for value in encoded:
                yield Byte(value, "", place, place + 1)
            place += 1


def _mend(draft: Draft, start: int, before: int) -> tuple[Edit, float] | None:
    """The shortest run of whole characters from the tear on, decoded in the most usual way."""
    run = list(islice(_run(draft.text, start), MAX_RUN))
    for length in range(2, len(run) + 1, 2):
        if length < len(run) and run[length].start == run[length - 1].start:
            continue  # a character of the damaged text would be cut in two
        ways = list(islice(_ways(run[:length], before), MAX_TRIES))
        if ways:
            return _choose(draft, run[:length], ways)
    return None


def _ways(run: list[Byte], before: int) -> Iterator[bytes]:
    """Every row of bytes that agrees with the known ones and with the readings."""
    if not run:
        yield b""
        return
    first, rest = run[0], run[1:]
    values = _fitting(before, first.reading) if first.value is None else (first.value,)
    for value in values:
        for tail in _ways(rest, value):
            yield bytes((value,)) + tail


@cache
def _fitting(before: int, reading: str) -> tuple[int, ...]:
    """The second bytes that, behind the byte `before`, make a character of that reading."""
    fitting = []
    for value in range(0x40, 0xFF):
        try:
            character = bytes((before, value)).decode("gbk")
        except UnicodeDecodeError:
            continue
        if len(character) == 1 and reading in readings_of(character):
            fitting.append(value)
    return tuple(fitting)


def _choose(draft: Draft, run: list[Byte], ways: list[bytes]) -> tuple[Edit, float] | None:
    start, end = run[0].start, run[-1].end
    left, right = draft.text[max(0, start - 1) : start], draft.text[end : end + 1]
    decoded = {}
    for way in ways:
        try:
            text = way.decode("gbk")
        except UnicodeDecodeError:
            continue
        decoded[text] = score(simplify(left + text + right))
    if not decoded:
        return None
    ranked = sorted(decoded, key=lambda text: (-decoded[text], text))
    lead = decoded[ranked[0]] - decoded[ranked[1]] if len(ranked) > 1 else 100
    origins = [(run[i].start, run[i + 1].end) for i in range(0, len(run), 2)]
    return Edit(start, end, ranked[0], origins), 0.99 if len(ranked) == 1 else 0.95 if lead >= 4 else 0.6
