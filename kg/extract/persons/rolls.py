"""Rolls of names: a line of nothing but names with blanks between them, or names on lines of their own.

「丁一鸣 马飞（壮族） 马国新（回族） 王军」: where most words of such a line weigh as names, all of them are names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.persons.characters import chinese_weight
from kg.extract.persons.names import NameGuess
from kg.extract.persons.refusals import can_be_name
from kg.extract.reading import Sentence
from kg.extract.segment import is_word
from kg.lexicon.names import name_tables
from kg.lexicon.posts import post_lexicon

FEWEST = 6  # names; fewer between blanks may be a row of headings
ENOUGH = 0.7  # the share of a roll's words that must weigh as names by themselves
LIKELY = 1.5  # bits: enough for a word to speak for the roll
_SCORE = 12.0  # bits: what standing in a roll is worth, more than any doubt about single characters
# 铁某、谌某某出席会议。 A sentence of names and what they came to, of which one may be rare.
_ATTENDED = re.compile(
    r"(?P<names>[\u4e00-\u9fff]{2,3}(?:·[\u4e00-\u9fff]{2,8})*(?:、[\u4e00-\u9fff]{2,4}(?:·[\u4e00-\u9fff]{2,8})*)+?)"
    r"等?(?:同志)?(?:一同|分别|陪同)?(?:参加|出席|陪同|列席)"
)
# 铁某参加会见。 Nothing but a name and what the named one came to.
_ATTENDED_ALONE = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,3})等?(?:同志)?(?:参加|出席|陪同)(?:了)?(?:上述)?(?:会见|会谈|座谈会|会议|座谈|活动|调研|考察|开幕式|仪式)[。，]?"
)
_LONGEST_ALONE = 16  # signs of such a sentence
_RARE = -3.0  # bits: enough for a name that such a sentence is made of
_LISTED = re.compile("[\u4e00-\u9fff·]+")
# One look at the whole text: blanks around a word, or a line of one short word behind another.
_MAY_ROLL = re.compile(
    r"[ \u3000\t\n](?:(?<!\n)[\u4e00-\u9fff·]{2,16}(?:（[^（）\n]{1,12}）)?[ \u3000\t]"
    r"|(?<=\n)[\u4e00-\u9fff]{2,3}\n+[\u4e00-\u9fff]{2,3}\n)"
)
_BLANK = re.compile("[ \u3000\t]")
_ROLL = re.compile(r"[\s\u3000]*(?:[\u4e00-\u9fff·]{2,16}(?:（[^（）\n]{1,12}）)?(?:[ \u3000\t]+|$)){6,}")
# 副主席 甲 乙; 主 席 甲; 副会长：甲、乙
_POST = re.compile(
    r"(?P<post>[\u4e00-\u9fff](?:[ \u3000]+[\u4e00-\u9fff]){1,2}|[\u4e00-\u9fff]{2,9})"
    r"(?:[ \u3000]*[：:][ \u3000]*|[ \u3000]+)(?=[\u4e00-\u9fff]{2})"
)
_FEW = re.compile(
    r"(?:[\u4e00-\u9fff]{2,4}(?:·[\u4e00-\u9fff]{2,8})*(?:（[^（）\n]{1,12}）)?(?:[ \u3000\t、]+|$))+"
)
_ASIDES = re.compile(r"（[^（）\n]{1,24}）")
_NAME = re.compile(
    r"(?<![\u4e00-\u9fff·（，])[\u4e00-\u9fff]{2,4}(?![\u4e00-\u9fff·），])|[\u4e00-\u9fff]{2,8}(?:·[\u4e00-\u9fff]{1,8})+"
)


def roll_names(text: str, sentences: Sequence[Sentence]) -> Iterator[NameGuess]:
    """Yield the names of all rolls."""
    for sentence in sentences:
        if sentence.end - sentence.start <= _LONGEST_ALONE:
            yield from _alone(text, sentence)
        if text.find("、", sentence.start, sentence.start + 8) < 0:
            continue
        listed = _ATTENDED.match(text, sentence.start, sentence.end)
        if listed:
            yield from _believed(
                text, [m.span() for m in _LISTED.finditer(text, *listed.span("names"))], 2, 0.5
            )
    if not _MAY_ROLL.search(text):
        return
    lines: list[tuple[int, int]] = []
    under = False  # whether the line before is a post
    for sentence in sentences:
        words = text[sentence.start : sentence.end]
        posted = _POST.match(words)
        if posted and not post_lexicon().kind_of(_BLANK.sub("", posted["post"])):
            posted = None
        at = posted.end() if posted else 0
        if (posted or under) and at < len(words) and _FEW.fullmatch(words, at):
            found = _NAME.finditer(text, sentence.start + at, sentence.end)
            yield from _believed(text, [m.span() for m in found], 1, 0.5)
        stripped = _ASIDES.sub("", words.rstrip(" \u3000：:"))
        under = bool(post_lexicon().kind_of(stripped)) or (under and not stripped)
        if len(words) <= 3 and _NAME.fullmatch(words):
            lines.append((sentence.start, sentence.end))
            continue
        yield from _believed(text, lines)
        lines = []
        if len(words) > 3 * FEWEST and _BLANK.search(words, 2, 40) and _ROLL.fullmatch(words):
            found = _NAME.finditer(text, sentence.start + at, sentence.end)
            yield from _believed(text, [m.span() for m in found])
    yield from _believed(text, lines)


def _alone(text: str, sentence: Sentence) -> Iterator[NameGuess]:
    """The one who a whole sentence says came, however rare the name."""
    came = _ATTENDED_ALONE.fullmatch(text, sentence.start, sentence.end)
    if came is None or is_word(came["name"]) or name_tables().surnames.get(came["name"][0]) is None:
        return
    if chinese_weight(came["name"]) > _RARE and can_be_name(came["name"]):
        yield NameGuess(*came.span("name"), _SCORE, False)


def _believed(
    text: str, spans: list[tuple[int, int]], fewest: int = FEWEST, enough: float = ENOUGH
) -> Iterator[NameGuess]:
    """All of `spans`, if they are many and most of them read as names; else none."""
    words = [text[a:b] for a, b in spans]
    likely = sum("·" in w or (chinese_weight(w) > LIKELY and not is_word(w)) for w in words)
    if len(spans) < fewest or likely < enough * len(spans):
        return
    for (start, end), word in zip(spans, words, strict=True):
        if not (is_word(word) and chinese_weight(word) < LIKELY):
            yield NameGuess(start, end, _SCORE, "·" in word)
