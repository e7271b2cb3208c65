"""What scrapers do to text, done on purpose: the same damage for the same seed."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from kg.clean.readings import readings_of
from kg.clean.script import simplify
from tests.clean.test_torn import lost, torn

NOISE = (
    "&nbsp;",
    "&amp;ldquo;",
    "&#20013;",
    "\u200b",
    "\u202e",
    "\ufeff",
    "\xad",
    "\ue123",
    "\r",
    "\x07",
    "　",
    "\xa0",
    "&lt;b&gt;",
    "\ufffd",
)
WRONG = (("utf-8", "latin-1"), ("utf-8", "cp1252"), ("gbk", "latin-1"), ("gbk", "cp1252"), ("utf-8", "gbk"))
WIDE = {
    ord(a): b for a, b in zip("，。：；（）！？0123456789AB", ",.:;()!?０１２３４５６７８９ＡＢ", strict=True)
}


def glossed(text: str, dice: random.Random) -> str:
    """Readings in brackets behind characters, some of them wrong, some characters apart."""
    out = []
    for character in text:
        out.append(character)
        readings = sorted(readings_of(character))
        if readings and dice.random() < 0.2:
            out.append(
                dice.choice(("({})", "（{}）", "({}", " ({}) ")).format(dice.choice([*readings, "mā"]))
            )
    return "".join(out)


def torn_bytes(text: str, dice: random.Random) -> str:
    """Readings put into GBK without regard to its frames."""
    return "\n".join(
        _torn_line(line, dice) for line in text.encode("gbk", "ignore").decode("gbk").split("\n")
    )


def _torn_line(line: str, dice: random.Random) -> str:
    pairs = (line[i : i + 2].encode("gbk") for i in range(len(line) - 1))
    across = sorted({pair[1:3] for pair in pairs if len(pair) == 4})
    codes, best = dict[bytes, str](), line
    for code in dice.sample(across, min(5, len(across))):
        character = code.decode("gbk", "ignore")
        if len(character) == 1 and (readings := sorted(readings_of(character))):
            try:
                best = torn(line, codes | {code: dice.choice(readings)})
            except UnicodeDecodeError:  # two tears within one character: no decoder goes on from there
                continue
            codes[code] = readings[0]
    return best


def lost_bytes(text: str, dice: random.Random) -> str:
    """Runs that lost their first byte, in a text whose readings tell that its bytes were torn."""
    text = text.encode("gbk", "ignore").decode("gbk")
    runs = [m.span() for m in re.finditer(r"[\u4e00-\u9fff]{6,}", text)]
    for start, end in sorted(dice.sample(runs, min(8, len(runs))), reverse=True):
        begin = dice.randint(start, end - 5)
        text = lost(text, begin, min(end, begin + dice.randint(3, 11)))
    return glossed(text, dice)


def wrongly_decoded(text: str, dice: random.Random) -> str:
    """Lines read in another encoding than they were written in."""
    lines = text.split("\n")
    for place in dice.sample(range(len(lines)), min(3, len(lines))):
        written, read = dice.choice(WRONG)
        lines[place] = lines[place].encode(written, "ignore").decode(read, dice.choice(("ignore", "replace")))
    return "\n".join(lines)


def noisy(text: str, dice: random.Random) -> str:
    """Entities, invisible characters, blanks."""
    for _ in range(12):
        place = dice.randint(0, len(text))
        text = text[:place] + dice.choice(NOISE) * dice.choice((1, 1, 3)) + text[place:]
    return text


def half_width(text: str, dice: random.Random) -> str:
    """Marks and figures in the other width, characters in the other script."""
    return "".join(c.translate(WIDE) if dice.random() < 0.6 else c for c in text)


FURNITURE = (
    "首页 > 新闻 > 正文", "您的位置：首页 > 时政", "字号：[大][中][小]", "分享到：QQ空间 新浪微博", "（责任编辑：平一帆）", "（责编：平一帆、池小舟）",
    "相关新闻", "·晋中市召开会议", "版权声明：未经授权不得转载。", "Copyright © 2020 汾河日报", "甲县| 乙市| 丙区| 丁县| 戊市| 己区|", "图为会议现场。池小舟 摄",
    "上一篇：汾河水清了", "关于我们 | 联系我们 | 网站地图", "微信公众号：汾河日报", "浏览次数：1024", "（原标题：汾河水清了）", "本报记者 池小舟 平一帆", "（汾河日报）", "欢迎关注汾河日报公众号，第一时间了解更多的消息。",
)  # fmt: skip


def furnished(text: str, dice: random.Random) -> str:
    """Lines of a page around the story, and some within."""
    lines = text.split("\n")
    head, foot = (dice.sample(FURNITURE, dice.randint(0, 3)) for _ in range(2))
    within = dice.randint(0, len(lines))
    return "\n".join([*head, *lines[:within], *dice.sample(FURNITURE, 1), *lines[within:], *foot])


DAMAGES: dict[str, Callable[[str, random.Random], str]] = {
    f.__name__: f for f in (glossed, torn_bytes, lost_bytes, wrongly_decoded, noisy, half_width, furnished)
}


def damaged(text: str, name: str, seed: int) -> str:
    """`text` after one kind of damage, of simplified characters where bytes are torn."""
    dice = random.Random(f"{name} {seed}")
    return DAMAGES[name](simplify(text) if "byte" in name else text, dice)
