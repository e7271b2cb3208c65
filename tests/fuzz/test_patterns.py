"""No expression of kg/ takes long over text that was made to keep it busy."""

from __future__ import annotations

import re
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest

import kg
from kg.extract.sentences import LONGEST

from .effort import LONG
from .patterns import hostile_to, patterns

TEXT = 1_000_000 if LONG else 200_000
SECONDS = 10 if LONG else 2  # of processor time over TEXT; what is quadratic takes minutes
WINDOWS = {
    "kg.clean.furniture.EDITORS": 60,
    "kg.clean.inline._BRACKET": 110,
    "kg.clean.metadata._ONLY_NAMES": 4000,  # blanks are one by then; ten names at most
}
"""Code points that an expression ever sees, where that is less than its room reads."""
SENTENCES = {"extract", "lexicon", "resolve", "rdf", "ask"}
"""Rooms that read sentence by sentence, and names out of sentences."""


class TooSlowError(BaseException):
    """The time is up."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    def ring(*_: object) -> None:
        raise TooSlowError

    before = signal.signal(signal.SIGVTALRM, ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@cache
def _source() -> str:
    return "\n".join(p.read_text("utf-8") for p in sorted(Path(kg.__file__).parent.rglob("*.py")))


@cache
def _anchored(name: str) -> bool:
    """Whether an expression is only ever asked at one place of a text."""
    variable = re.escape(name.rpartition(".")[2].partition("[")[0])
    uses = set(
        re.findall(rf"\b{variable}\.(search|finditer|findall|sub|subn|split|match|fullmatch)\b", _source())
    )
    return bool(uses) and uses <= {"match", "fullmatch"}


def _run(name: str, pattern: re.Pattern[str], text: str) -> float:
    start = time.process_time()
    if _anchored(name):
        pattern.match(text)
        pattern.fullmatch(text)
    else:
        for _ in pattern.finditer(text):
            pass
    return time.process_time() - start


def _room(name: str) -> str:
    return name.split(".")[1]


@pytest.mark.parametrize("room", sorted({_room(name) for name in patterns()}))
def test_no_expression_takes_long(room):
    slow = []
    for name, pattern in patterns().items():
        if _room(name) != room:
            continue
        size = WINDOWS.get(name, LONGEST if room in SENTENCES else TEXT)
        units = hostile_to(pattern)
        try:
            with at_most(SECONDS * 2):
                worst = max(units, key=lambda unit: _run(name, pattern, unit * (1000 // len(unit) + 1)))
            with at_most(SECONDS):
                _run(name, pattern, (worst * (size // len(worst) + 1))[:size])
        except TooSlowError:
            slow.append(f"{name} over {size} of {worst!r}")
    assert not slow
