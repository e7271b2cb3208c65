"""Tibetan names of four characters: two words, of which one at least is in every other such name (扎西某某)."""

from __future__ import annotations

from kg.extract.segment import is_word
from kg.lexicon.names import name_tables

_BOTH, _FIRST = 9.0, 5.5  # bits
NO_NAME = -20.0


def tibetan_weight(name: str) -> float:
    """How well four characters make a Tibetan name, in bits."""
    words = name_tables().tibetan
    if len(name) != 4 or name[:2] not in words or name[2:] == name[:2]:
        return NO_NAME
    if name[2:] in words:
        return _BOTH
    return NO_NAME if is_word(name[2:]) else _FIRST  # 江村|党委


def is_tibetan(name: str) -> bool:
    """Whether a name is two Tibetan words, whatever else it looks like (格桑|江村 is no village)."""
    return tibetan_weight(name) == _BOTH


def may_be_tibetan(name: str) -> bool:
    """Whether a name has one Tibetan word at least, so that no shorter name is cut from it (白玛赤|登)."""
    return tibetan_weight(name) > NO_NAME
