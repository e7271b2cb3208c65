"""Traditional characters → simplified ones, one for one; the only file that knows OpenCC."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from kg.clean.draft import Draft

_FURTHER = str.maketrans("衞敍枱粧糭衹吿巿茍", "卫叙台妆粽只告市苟")
"""Variants, and in 巿 and 茍 slips, of Hong Kong and Taiwan pages that OpenCC's t2s leaves alone."""

_ZHU = re.compile(r"著(?![名作稱称者述錄录書书文])(?<![顯显卓昭編编專专名論论原巨譯译合所遺遗土新拙撰][著])")
_DRY = re.compile(
    r"(?<=[餅饼肉萄莓豆菜魚鱼筍笋曬晒烘風风吹擦晾焙瀝沥抹甘眼蔔卜果薯棗枣柿桂杏芒腐餅])乾(?![隆坤安縣县陵])"
    r"|乾(?=[淨净燥旱脆杯洗果糧粮枯貨货涸癟瘪渴爽瘦爹媽妈冰柴草電电衣粉絲丝乾巴咳嚎])"
)


@cache
def _opencc(configuration: str = "t2s") -> Callable[[str], str]:
    from opencc import OpenCC

    convert: Callable[[str], str] = OpenCC(configuration).convert
    return convert


@cache
def _only(configuration: str) -> re.Pattern[str]:
    """Matches one character that the other script writes differently: of "t2s" the traditional ones."""
    convert = _opencc(configuration)
    every = [chr(code) for code in (*range(0x3400, 0xA000), *range(0xF900, 0xFB00))]
    return re.compile("[" + "".join(c for c in every if convert(c) != c and c != "乾") + "]")


def is_traditional(text: str) -> bool:
    """Whether `text` as a whole is in traditional characters: more of them than of simplified ones."""
    if not _only("t2s").search(text):
        return False
    return len(_only("t2s").findall(text)) > len(_only("s2t").findall(text))


def simplify(text: str) -> str:
    """`text` in simplified characters, of the same length; 乾隆, 乾安 and 著名 keep theirs."""
    if "著" in text:
        text = _ZHU.sub("着", text)
    if "乾" in text:
        text = _DRY.sub("干", text).replace("乾", _KEPT)
    converted = _opencc()(text)
    if len(converted) != len(text):
        converted = "".join(map(_opencc(), text))
    if "於" in converted:
        converted = _NO_PLACE.sub("于", converted)
    return converted.translate(_FURTHER).replace(_KEPT, "乾")


_NO_PLACE = re.compile(r"於(?=潜伏|陵园)")  # OpenCC takes 於潛 and 於陵 for the old places
_KEPT = "\ue0fe"  # stands for 乾 where OpenCC must not touch it


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
