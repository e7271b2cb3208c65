"""How a character is read, in pinyin with tone marks; the only file that knows pypinyin."""

from __future__ import annotations

from functools import cache

READING = "a-zàáèéêìíòóùúüāēěīńňōūǎǐǒǔǖǘǚǜǹḿế\u0300\u0301\u0304\u030c"
"""The characters of a reading with tone marks, for a regular expression's class."""


@cache
def _table() -> dict[int, str]:
    from pypinyin.constants import PINYIN_DICT

    table: dict[int, str] = PINYIN_DICT
    return table


@cache
def readings_of(character: str) -> frozenset[str]:
    """Every reading of a character, polyphones included; none where it is not known."""
    return frozenset(_table().get(ord(character), "").split(",")) - {""}
