"""Characters torn by a gloss that was put between their bytes: 績?nèi)珖?guó)第 was 績全國第.

A tool put "(reading)" behind every two bytes that look like a GBK character, also where these two
bytes were the end of one character and the start of the next. The decoder then met a lone first byte
before "(", printed "?" for both, and read the following bytes one place off, until something put it
back in step. Undone by finding the byte that "?" stands for: with the byte before it, it makes a
character of that reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from kg.clean.bigrams import is_han, score, table
from kg.clean.draft import Draft, Edit
from kg.clean.readings import READING, readings_of
from kg.clean.script import simplify

TEAR = re.compile(rf"[?？]([{READING}]{{1,7}})[)）]")
_GLOSS = re.compile(rf"[(（]([{READING}]{{1,7}})[)）]")
_INSIDE = "，。、；：（）“”《》·？！—…"
MAX_RUN = 80  # bytes; the runs of real scrapes stay under 20
BEAM = 24  # readings of a run that are followed up at a time
ANY = "?"  # in the place of a reading: nothing is known of the byte


class Byte(NamedTuple):
    """A byte of a torn run: known, or to be found (value None) by the reading that was put behind it."""

    value: int | None
    reading: str
    start: int  # place in the draft
    end: int


class Way(NamedTuple):
    """One way to read the bytes so far; `likely` is a logarithm, base 2."""

    likely: float
    text: str
    last: int  # byte


def mend_tears(draft: Draft) -> None:
    """Put the lost bytes back and decode each torn run again; a run that fits in no way is only reported."""
    edits, done = [], 0
    for tear in TEAR.finditer(draft.text):
        if tear.start() < done:
            continue
        before = _last_byte_before(draft.text, tear.start())
        found = None if before is None else _mend(draft, tear.start(), before)
        if found is None and tear[1].isascii():
            continue  # a question and a bracket, as in 是吗?ok)
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
    """The bytes from a tear at `place` on; where they break off within a character, its lost byte last."""
    count = 0
    while place < len(text) and count < MAX_RUN:
        if tear := TEAR.match(text, place):
            yield Byte(None, tear[1], *tear.span())
            place, count = tear.end(), count + 1
        elif gloss := _GLOSS.match(text, place):
            place = gloss.end()
        elif text[place] in "?\ufffd" and count % 2:  # two bytes that are no character
            yield Byte(None, ANY, place, place + 1)
            yield Byte(None, ANY, place, place + 1)
            place, count = place + 1, count + 2
        else:
            encoded = _encode(text[place]) or (text[place].encode() if "@" <= text[place] <= "~" else b"")
            if not encoded:
                break
            for value in encoded:
                yield Byte(value, "", place, place + 1)
            place, count = place + 1, count + len(encoded)
    if count % 2 and place:
        yield Byte(None, ANY, place - 1, place)


def _mend(draft: Draft, start: int, before: int) -> tuple[Edit, float] | None:
    """The shortest run of whole characters from the tear on, read in the most usual way."""
    run = list(_run(draft.text, start))
    for length in range(2, len(run) + 1, 2):
        cut = length < len(run) and run[length].start == run[length - 1].start
        if cut:
            continue  # a character of the damaged text would be cut in two
        ways = _ways(draft.text[max(0, start - 1) : start], run[:length], before)
        if ways:
            return _choose(draft, run[:length], ways)
    return None


def _ways(left: str, run: list[Byte], before: int) -> list[Way]:
    """The likeliest ways to read `run` that agree with the known bytes and the readings."""
    ways = [Way(0.0, simplify(left) or "\n", before)]
    for i in range(0, len(run), 2):
        further = (
            Way(way.likely + score(way.text[-1] + simplify(character)), way.text + character, encoded[1])
            for way in ways
            for encoded, character in _pairs(way.last, run[i], run[i + 1])
        )
        ways = sorted(further, reverse=True)[:BEAM]
    return ways


def _pairs(before: int, first: Byte, second: Byte) -> Iterator[tuple[bytes, str]]:
    """Each character that two bytes may be, with its code."""
    if first.value is None and first.reading == ANY:
        yield from _ending_in(second.value or 0)
        return
    for lead in _values(before, first):
        if second.value is None and second.reading == ANY:
            yield from _beginning_with(lead)
            continue
        for trail in _values(lead, second):
            code = bytes((lead, trail))
            if character := _decoded(code):
                yield code, character


def _values(before: int, byte: Byte) -> tuple[int, ...]:
    return _fitting(before, byte.reading) if byte.value is None else (byte.value,)


@cache
def _decoded(code: bytes) -> str:
    """The character of a code where it is a usual kind of one, "" else."""
    character = code.decode("gbk", "ignore")
    return character if len(character) == 1 and (is_han(character) or character in _INSIDE) else ""


@cache
def _beginning_with(lead: int) -> tuple[tuple[bytes, str], ...]:
    codes = (bytes((lead, trail)) for trail in range(0x40, 0xFF))
    return tuple((code, c) for code in codes if (c := _decoded(code)) and simplify(c) in table().singles)


@cache
def _ending_in(trail: int) -> tuple[tuple[bytes, str], ...]:
    codes = (bytes((lead, trail)) for lead in range(0x81, 0xFF))
    return tuple((code, c) for code in codes if (c := _decoded(code)) and simplify(c) in table().singles)


@cache
def _fitting(before: int, reading: str) -> tuple[int, ...]:
    """The second bytes that, behind the byte `before`, make a character of that reading."""
    codes: Iterable[bytes] = (bytes((before, value)) for value in range(0x40, 0xFF))
    return tuple(code[1] for code in codes if reading in readings_of(_decoded(code) or "\n"))


def _choose(draft: Draft, run: list[Byte], ways: list[Way]) -> tuple[Edit, float]:
    start, end = run[0].start, run[-1].end
    right = simplify(draft.text[end : end + 1]) or "\n"
    ranked = sorted(
        ((way.likely + score(simplify(way.text[-1]) + right), way.text[1:]) for way in ways), reverse=True
    )
    lead = ranked[0][0] - ranked[1][0] if len(ranked) > 1 else 100.0
    origins = [(run[i].start, run[i + 1].end) for i in range(0, len(run), 2)]
    sure = all(byte.reading != ANY for byte in run)
    confidence = 0.6 if not sure or lead < 4 else 0.95 if len(ranked) > 1 else 0.99
    return Edit(start, end, ranked[0][1], origins), confidence
