"""Names in a row behind one place: one, or a list joined by 、 和 及."""

from __future__ import annotations

import re

from kg.extract.persons.names import NameGuess, name_at
from kg.extract.persons.people import EXPECTED
from kg.extract.persons.refusals import can_be_name
from kg.extract.segment import is_word
from kg.lexicon.names import name_tables
from kg.lexicon.places import places

_SEPARATOR = re.compile(r"[、，]|和|与|及|以及")


def names_from(
    text: str, start: int, limit: int, prefer_foreign: bool, more: bool, enough: float = EXPECTED
) -> list[NameGuess]:
    """The names at `start`: one, or with `more` a list of them joined by 、 和 (A、B和C等)."""
    found: list[NameGuess] = []
    at = start
    while at < limit:
        guess = name_at(text, at, limit, prefer_foreign)
        if len(found) > 1 and (guess is None or guess.score < EXPECTED + 1.5):
            guess = _between_names(text, at, limit)
        if guess is None or guess.score < (enough if not found else EXPECTED + 1.5):
            break
        if found and text[at - 1] == "，" and not _GOES_ON.match(text, guess.end):
            break  # 某大学教授甲，乙|认为
        if found and text[guess.end - 1] in "县乡镇村" and HANZI.match(text, guess.end):
            break  # 书记某某，白沟乡|林业站站长: a place
        found.append(guess)
        separator = _SEPARATOR.match(text, guess.end, limit)
        if not more or not separator or is_state(text, separator.end()):
            break
        at = separator.end()
    return found


_GOES_ON = re.compile("[、，。；（(\\s]|[和与及等]|同志|先生|女士|院士|以及|$")
_LISTED = re.compile(
    "[\u4e00-\u9fff]{2,3}(?=[、，。；]|等(?:\\d+|[一二三四五六七八九十]+)[人位名]|等(?:先后|同志|出席|参加))"
)


def _between_names(text: str, at: int, limit: int) -> NameGuess | None:
    """Whoever stands third or later in a list of names: a surname of any sort is enough (甲、乙、焦晃等12人)."""
    listed = _LISTED.match(text, at, limit)
    name = listed.group() if listed else ""
    if not name or name[0] not in name_tables().surnames or is_word(name) or not can_be_name(name):
        return None
    return NameGuess(at, at + len(name), EXPECTED + 1.5, False)


def is_state(text: str, start: int) -> bool:
    """Whether a country stands at `start`: a title begins there, no name of a list."""
    return places().country_at(text, start) is not None


HANZI = re.compile("[\u4e00-\u9fff]+")
