"""Traditional characters → simplified ones, one for one; the only file that knows OpenCC."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from kg.clean.draft import Draft
from kg.clean.inline import SURNAMES

_FURTHER = str.maketrans("衞敍枱粧糭衹吿巿茍", "卫叙台妆粽只告市苟")
"""Variants, and in 巿 and 茍 slips, of Hong Kong and Taiwan pages that OpenCC's t2s leaves alone."""

_ZHU = re.compile(
    r"著(?![名作稱称者述錄录書书文])(?<![顯显卓昭編编專专名論论原巨鉅譯译合所遺遗土新拙撰][著])"
)
_QIAN = re.compile(
    rf"(?:(?<=^[{SURNAMES}])|(?<=[^\u3400-\u9fff][{SURNAMES}])|(?<=[长记席任员授士理师者][{SURNAMES}]))乾(?![净燥果粮枯货洗杯])"
    r"|乾(?=[安县州陵务潭元])"
)
"""乾 in the name of a person or a place, in text that is simplified but for it."""


@cache
def _opencc(configuration: str = "t2s") -> Callable[[str], str]:
    from opencc import OpenCC

    convert: Callable[[str], str] = OpenCC(configuration).convert
    return convert


@cache
def _only(configuration: str) -> re.Pattern[str]:
    """Matches one character that the other script writes differently: of "t2s" the traditional ones."""
    every = [chr(code) for code in (*range(0x3400, 0xA000), *range(0xF900, 0xFB00))]
    converted = _opencc(configuration)("\n".join(every)).split("\n")  # in one call; a line end parts phrases
    others = (old for old, new in zip(every, converted, strict=True) if old not in {new, "乾"})
    return re.compile(f"[{''.join(others)}]")


def is_traditional(text: str) -> bool:
    """Whether `text` as a whole is in traditional characters: more of them than of simplified ones."""
    if not _only("t2s").search(text):
        return False
    return len(_only("t2s").findall(text)) > len(_only("s2t").findall(text))


def simplify(text: str) -> str:
    """`text` in simplified characters, of the same length; 乾隆, 乾安 and 著名 keep theirs."""
    if "著" in text:
        text = _ZHU.sub("着", text)
    converted = _opencc()(text)
    if len(converted) != len(text):
        converted = "".join(map(_opencc(), text))
    if "乾" in text:
        converted = _with_names(text, converted)
    if "於" in converted:
        converted = _NO_PLACE.sub("于", converted)
    return converted.translate(_FURTHER)


def _with_names(text: str, converted: str) -> str:
    """Put 乾 back where OpenCC made 干 of it in a name."""
    masked = "".join("乾" if old == "乾" else new for old, new in zip(text, converted, strict=True))
    kept = {found.start() for found in _QIAN.finditer(masked)}
    return "".join("乾" if i in kept else new for i, new in enumerate(converted))


_NO_PLACE = re.compile(r"於(?=潜伏|陵园)")  # OpenCC takes 於潛 and 於陵 for the old places


def simplify_draft(draft: Draft) -> bool:
    """Bring a draft into simplified characters, if any of its lines is traditional; whether all of it was.

    A simplified text keeps the odd traditional character of a name as it is printed.
    """
    if not _only("t2s").search(draft.text):
        return False
    traditional = is_traditional(draft.text)
    if traditional or any(map(is_traditional, draft.text.split("\n"))):
        draft.swap(simplify(draft.text))
    return traditional
