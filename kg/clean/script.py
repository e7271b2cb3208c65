"""Traditional characters → simplified ones, one for one; the only file that knows OpenCC."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from kg.clean.draft import Draft

HANT_SHARE = 0.08
"""Traditional-only characters among all Han ones; traditional text has 0.25 to 0.45, simplified text with odd names 0.01."""

_HAN = re.compile(r"[\u3400-\u9fff]")
_FURTHER = str.maketrans("衞敍枱粧糭衹吿巿茍", "卫叙台妆粽只告市苟")
"""Variants (and, in 巿 and 茍, common slips) of Hong Kong and Taiwan pages that OpenCC's t2s leaves as they are."""

_ZHU = re.compile(r"著(?![名作稱称者述錄录書书文])(?<![顯显卓昭編编專专名論论原巨譯译合所遺遗土新拙撰][著])")
_DRY = re.compile(
    r"(?<=[餅饼肉萄莓豆菜魚鱼筍笋曬晒烘風风吹擦晾焙瀝沥抹甘眼蔔卜果薯棗枣柿桂杏芒腐餅])乾(?![隆坤安縣县陵])"
    r"|乾(?=[淨净燥旱脆杯洗果糧粮枯貨货涸癟瘪渴爽瘦爹媽妈冰柴草電电衣粉絲丝乾巴咳嚎])"
)


@cache
def _opencc() -> Callable[[str], str]:
    from opencc import OpenCC

    convert: Callable[[str], str] = OpenCC("t2s").convert
    return convert


@cache
def _traditional() -> re.Pattern[str]:
    """Matches one character that simplified text does not use."""
    convert = _opencc()
    every = [chr(code) for code in (*range(0x3400, 0xA000), *range(0xF900, 0xFB00))]
    return re.compile("[" + "".join(c for c in every if convert(c) != c and c != "乾") + "]")


def is_traditional(text: str) -> bool:
    """Whether `text` as a whole is in traditional characters."""
    if not _traditional().search(text):
        return False
    return len(_traditional().findall(text)) > HANT_SHARE * len(_HAN.findall(text))


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
    """Bring a draft into simplified characters, line by line where only some are traditional; whether it was traditional."""
    if not _traditional().search(draft.text):
        return False
    if is_traditional(draft.text):
        draft.swap(simplify(draft.text))
        return True
    draft.swap("\n".join(simplify(line) if is_traditional(line) else line for line in draft.text.split("\n")))
    return False
