"""两国元首, 两国总理: both of those whose talks the article has just told of, named again as one."""

from __future__ import annotations

import re

from kg.extract.events.outline import Outline
from kg.extract.reading import NameMention

Pair = tuple[NameMention, NameMention]

_ADVERB = "(?:还|又|也|随后|共同|一起|一道|一同)*"
# only before what they do; 两国元首达成的共识 is nobody's deed
BOTH = re.compile(
    "两(?:国|党)(?:元首|总理|领导人|议长|外长|总书记)"
    f"(?={_ADVERB}(?:出席|参加|参观|签署|为|观看|主持|种下|植树|散步|茶叙|共进|来到|发表))"
)


# 欢迎仪式后，两国元首举行会谈: who they are, only their words tell
UNNAMED_TALKS = re.compile(
    "两(?:国|党)(?:元首|总理|领导人|总书记|外长|议长)(?:先后|随后|共同)?(?:举行|进行)[^，。；]{0,16}会谈"
)


def name_both(outline: Outline, pair: Pair) -> None:
    """Put the signs of both where 两国元首 do something; as long as the words that they stand for."""

    def named(match: re.Match[str]) -> str:
        both = f"{outline.sign_for(pair[0])}、{outline.sign_for(pair[1])}"
        return "〇" * (len(match.group()) - len(both)) + both

    outline.words = BOTH.sub(named, outline.words)
