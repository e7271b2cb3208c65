"""Punctuation and letters in the width of Chinese text: full for marks, half for digits and letters."""

from __future__ import annotations

import re

from kg.clean.draft import Draft

_CJK = r"[\u3001-\u301f\u3400-\u9fff\uff01-\uff0f\uff1a-\uff20\u2018-\u201f·]"
_GATE = re.compile(
    r"[,;:!?()\"\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff05\uff0e\uff0b\ufe50-\ufe6f\uff61-\uff65・•‧∙⋅●]"
)
_FOLD = str.maketrans(
    {
        chr(code): chr(code - 0xFEE0)
        for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
    }
    | dict(
        zip(
            "％＋﹔﹕﹐﹑﹖﹗﹙﹚﹒﹢﹣｡｢｣､･・•‧∙⋅",
            "%+；：，、？！（）。+-。「」、······",
            strict=True,
        )
    )
)
_FOLDED = re.compile("[" + "".join(map(chr, _FOLD)) + "]")
_MARK = re.compile(rf"[,;:!?](?:(?<={_CJK}.)|(?={_CJK})|(?<=[\w%].)(?=\n|$))")
_WIDE = str.maketrans(",;:!?()", "，；：！？（）")
_ROUND = re.compile(r"\(([^()\n]{0,200})\)|[()]")
_HAS_CJK = re.compile(_CJK)
_STOP = re.compile(r"\.(?<=[\u3400-\u9fff”’》」』）)].)(?=[”’」』\s]|$)")
_POINT = re.compile(r"(?<=\d)．(?=\d)")
_DOT_IN_NAME = re.compile(r"(?<=[\u3400-\u9fff])[●．](?=[\u3400-\u9fff])")


def widen(draft: Draft) -> None:
    """Give every mark the width of its surroundings; 14:51, 3.5 and (AI) between letters stay."""
    text = draft.text
    if not _GATE.search(text) and "." not in text:
        return
    draft.swap(_widened(text))


def _widened(text: str) -> str:
    if _GATE.search(text):
        text = _DOT_IN_NAME.sub(
            "·", _POINT.sub(".", (text.translate(_FOLD) if _FOLDED.search(text) else text))
        )
        if "(" in text or ")" in text:
            text = _ROUND.sub(_round, text)
        text = _MARK.sub(lambda m: m[0].translate(_WIDE), text)
        if '"' in text:
            text = "\n".join(_quoted(line) if '"' in line else line for line in text.split("\n"))
    return _STOP.sub("。", text) if "." in text else text


def _round(found: re.Match[str]) -> str:
    """Full-width brackets where they hold Chinese or stand beside it."""
    text, (start, end) = found.string, found.span()
    if _HAS_CJK.search(text, max(0, start - 1), min(len(text), end + 1)):
        return (
            (found[0][0] + found[1] + found[0][-1]).translate({40: "（", 41: "）"})
            if found[1] is not None
            else found[0].translate(_WIDE)
        )
    return found[0]


def _quoted(line: str) -> str:
    """Straight quotation marks of a Chinese line as pairs; an odd number of them is left alone."""
    pieces = line.split('"')
    if len(pieces) % 2 == 0 or not _HAS_CJK.search(line):
        return line
    return "".join(piece + ("" if i == len(pieces) - 1 else "“”"[i % 2]) for i, piece in enumerate(pieces))
