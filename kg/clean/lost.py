"""Runs that lost a byte: 日;舷鹿Ψ, was 日常化上下功夫.

Where the first byte of a GBK character is lost, every following byte is read one place off, until a
byte that is a character by itself brings the reading back in step: 發展 becomes l展, 經理孫 becomes 浝韺O.
Before a mark the last byte is then left alone and vanishes too. Undone by putting a byte before the
run (and one behind it, if that vanished) and reading it again; the inside of the run comes back
exactly, its first and last characters are guessed by their neighbours and marked as guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from kg.clean.bigrams import is_han, score, table
from kg.clean.draft import Draft, Edit
from kg.clean.script import simplify

MAX_RUN = 9  # damaged characters that are looked at together; a longer run is grown from its likeliest part
MAX_GROWN = 80
MAX_SPOTS = 500  # of an article that are looked at; what has more is another language, or beyond repair
GAIN = 40.0
"""Bits that a repair must win in an article that shows no other torn bytes."""
GAIN_IN_TORN = 17.0
"""The same in an article known to come from torn GBK."""
GAIN_BY_LETTER = 9.0
"""The same for a run that ends in a Latin letter between Chinese characters: seldom anything but damage."""
DOUBT = 3.0
"""From here on a run is flagged, although nothing is done to it: no name may rest on it."""
DOUBT_OF_CUT = 14.0  # the same for runs that may as well be rare names
DOUBT_OF_WHOLE = 30.0  # the same in articles that show no other torn bytes
ODD = "\u0370-\u04ff\u2460-\u24ff\u2500-\u25ff\u3040-\u312f\ue000-\uf8ff\ufffd"
"""Signs that a shifted run is read as, and Chinese text seldom has; for a regular expression's class."""
_ODD = re.compile(rf"[{ODD}](?:(?<=[\u3400-\u9fff，。、].)|(?<=[,;:][\ue000-\uf8ff]))")
_LETTER = re.compile(r"[@-~\uff21-\uff5a](?<=[\u3400-\u9fff].)(?![@-~][@-~]|[ \d+])")
RARE = -15.0  # of a single character: under 1 in 30,000
_WIDE_MARKS = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", "(": "（", ")": "）"}
_INSIDE = "，。、；：（）“”《》·"


class Repair(NamedTuple):
    """A run [start, end) of the draft and what it may have been; `gain` in bits."""

    gain: float
    start: int
    end: int
    text: str
    guessed_end: bool


def mend_lost_bytes(draft: Draft, torn: bool) -> None:
    """Repair runs that lost a byte; `torn` says that the article is known to come from torn GBK bytes."""
    text = draft.text
    spots = {m.start() for m in _ODD.finditer(text)}
    if not torn and not spots:
        return
    plain = simplify(text)
    if torn:
        spots.update(m.start() for m in _LETTER.finditer(text))
        spots.update(_unusual(plain))
    edits, done = [], 0
    for spot in sorted(spots)[:MAX_SPOTS]:
        if spot < done:
            continue
        best = max(_repairs(text, plain, spot, done), default=None)
        best = best and _grown(best, text, plain, done)
        if best is None or best.gain < _needed(best, torn):
            if best is not None and best.gain > _doubtful(best, torn):
                draft.report("lost-byte", best.start, best.end, None, 0.3)
                draft.guesses.append(draft.in_source(best.start, best.end))
            continue
        edits.append(_edit(draft, best))
        done = best.end
    draft.edit(edits)


def _needed(repair: Repair, torn: bool) -> float:
    if not torn:
        return GAIN
    return GAIN_IN_TORN if repair.guessed_end else GAIN_BY_LETTER


def _doubtful(repair: Repair, torn: bool) -> float:
    return DOUBT if torn and not repair.guessed_end else DOUBT_OF_CUT if torn else DOUBT_OF_WHOLE


def _edit(draft: Draft, repair: Repair) -> Edit:
    gain, start, end, text, guessed_end = repair
    draft.report("lost-byte", start, end, text, 0.9 if gain > 2 * GAIN_IN_TORN else 0.7)
    draft.guesses.append(draft.in_source(start, start + 1))
    if guessed_end:
        draft.guesses.append(draft.in_source(end - 1, end))
    places = [i for i in range(start, end) for _ in _bytes(draft.text[i])]
    origins = []
    for i in range(len(text)):
        first, last = max(0, 2 * i - 1), min(len(places) - 1, 2 * i)
        origins.append((places[first], places[last] + 1))
    return Edit(start, end, text, origins)


def _unusual(plain: str) -> Iterator[int]:
    """Places beside rare characters where both neighbours are unusual, or one and the end of a phrase."""
    pairs = table().pairs
    for found in _rare_characters().finditer(plain):
        for i in range(max(1, found.start() - 1), min(found.end() + 1, len(plain) - 1)):
            if (
                plain[i - 1 : i + 1] in pairs
                or plain[i : i + 2] in pairs
                or plain[i] < "\u3400"
                or plain[i - 1] < "\u3400"
            ):
                continue
            if "\u3400" <= plain[i + 1] < "\ua000" or plain[i + 1] in ",.;:，。、；\n":
                yield i


@cache
def _rare_characters() -> re.Pattern[str]:
    usual = "".join(sorted(c for c, chance in table().singles.items() if chance >= RARE))
    return re.compile(rf"[^\x00-\u33ff\ua000-\uffff{usual}]")


@cache
def _bytes(character: str) -> bytes:
    """The GBK bytes of a character as a damaged run has them; b"" where it cannot belong to one."""
    character = _WIDE_MARKS.get(character, character)
    if character == "€":
        return b"\x80"
    encoded = character.encode("gb18030", "ignore")
    if len(encoded) == 1:
        return encoded if 0x40 <= encoded[0] <= 0x7E else b""
    return encoded if len(encoded) == 2 and not "\uff10" <= character <= "\uff19" else b""


def _repairs(text: str, plain: str, spot: int, done: int) -> Iterator[Repair]:
    """Every run through `spot`, unusual at both its ends, that can be read again one byte further on."""
    usual = table().pairs
    for end in range(spot + 1, min(spot + MAX_RUN, len(text)) + 1):
        last = _bytes(text[end - 1])
        if not last or (len(last) == 1 and text[end : end + 1].isascii() and text[end : end + 1].isalpha()):
            return
        if plain[end - 1 : end + 1] in usual:
            continue
        run = b"".join(map(_bytes, text[spot:end]))
        for start in range(spot, max(done, end - MAX_RUN, 0) - 1, -1):
            if start < spot:
                first = _bytes(text[start])
                if len(first) != 2:
                    break
                run = first + run
            if plain[start - 1 : start + 1] in usual:
                continue
            if repair := _read_again(run, plain, start, end):
                yield repair
        if len(last) == 1:
            return  # in step again


def _grown(best: Repair, text: str, plain: str, done: int) -> Repair:
    """The repair, extended to either side as long as that makes it likelier."""
    while best.end - best.start < MAX_GROWN:
        ranges = [(best.start - k, best.end) for k in (1, 2, 3) if best.start - k >= done]
        if best.guessed_end:
            ranges += [(best.start, best.end + k) for k in (1, 2, 3) if best.end + k <= len(text)]
        tried = (_read_again(_code(text[a:b]), plain, a, b) for a, b in ranges)
        better = max((r for r in tried if r and r.gain > best.gain), default=None)
        if better is None:
            break
        best = better
    return best


@lru_cache(maxsize=1 << 10)
def _code(text: str) -> bytes:
    """The bytes of a run, b"" where one of its characters cannot belong to one."""
    codes = [_bytes(character) for character in text]
    return b"".join(codes) if all(codes) and all(len(code) == 2 for code in codes[:-1]) else b""


def _read_again(run: bytes, plain: str, start: int, end: int) -> Repair | None:
    cut = len(run) % 2 == 0  # the last byte vanished too
    if not run or (cut and (len(run) < 4 or run[-1] < 0x81)):
        return None
    middle = _decode(run[1:-1] if cut else run[1:])
    if middle is None:
        return None
    inside = middle[1]
    left, right = plain[start - 1 : start] or "\n", plain[end : end + 1] or "\n"
    first = _best(_ending_in(run[0]), left, inside[:1] or right)
    last = _best(_beginning_in(run[-1]), inside[-1:], right) if cut else ("", "")
    if not first[0] or (cut and not last[0]):
        return None
    before = score(left + plain[start:end] + right)
    after = score(left + first[1] + inside + last[1] + right)
    return Repair(after - before, start, end, first[0] + middle[0] + last[0], cut)


@lru_cache(maxsize=1 << 14)
def _decode(run: bytes) -> tuple[str, str] | None:
    """The characters of a run, as printed and simplified; None where they are no Chinese."""
    try:
        text = run.decode("gb18030")
    except UnicodeDecodeError:
        return None
    return (text, simplify(text)) if all(is_han(c) or c in _INSIDE for c in text) else None


@cache
def _ending_in(trail: int) -> tuple[tuple[str, str], ...]:
    return _characters(bytes((lead, trail)) for lead in range(0x81, 0xFF))


@cache
def _beginning_in(lead: int) -> tuple[tuple[str, str], ...]:
    return _characters(bytes((lead, trail)) for trail in range(0x40, 0xFF))


def _characters(codes: Iterable[bytes]) -> tuple[tuple[str, str], ...]:
    """The usual characters among `codes`, each with its simplified form."""
    decoded = (code.decode("gbk", "ignore") for code in codes)
    both = ((c, simplify(c)) for c in decoded if len(c) == 1 and is_han(c))
    return tuple((c, s) for c, s in both if s in table().singles)


@lru_cache(maxsize=1 << 16)
def _best(candidates: tuple[tuple[str, str], ...], left: str, right: str) -> tuple[str, str]:
    """The candidate that stands best between two characters, as printed and simplified."""
    return max(candidates, key=lambda c: (score(left + c[1] + right), c), default=("", ""))
