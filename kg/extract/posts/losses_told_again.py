"""Losses of posts told of bare names, behind the words that gave those a post: 某某、某某被免职; 三人被免职; 某某宣布辞职."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.posts.phrases import Phrase, Spot
from kg.extract.reading import Sentence

_DISMISSED = re.compile(
    "(?:同志|先生|女士)?(?:等)?(?:[两二三四五六七八九十\\d]+人)?(?:均|都|已|先后|同时|随后|当天|当日|今天|昨天|\\d{1,2}日|晚|正式|突然|也|日前|近日)*"
    "(?:被(?:免职|撤职|革职|罢免|解职)|宣布(?:将)?辞职|引咎辞职|[递提]交了?辞呈)(?!后?的?(?:可能|传闻))"
)
_AS_MANY = re.compile("，(?P<many>[两二三四五六])人(?:均|都|已|同时)*被(?:免职|撤职)")
_DIGITS = "零一二三四五六"
_YEAR = re.compile("(?:19|20)\\d\\d年|去年|前年")
_REACH = 400  # code points behind a post in which its loss may be told


def lost_later(
    text: str, phrases: Sequence[Phrase], sentences: Sequence[Sentence], spots: Sequence[Spot]
) -> None:
    """Mark as removed the posts of people of whom a later clause says, by the bare name, that they lose them."""
    if "辞" not in text and "免职" not in text and "撤职" not in text:
        return
    begins = {p.start for p in phrases if p.held}
    for number, spot in enumerate(spots):
        if spot.start in begins or not _DISMISSED.match(text, spot.end, spot.sentence_end):
            continue
        sentence = next((s for s in sentences if s.start <= spot.start < s.end), None)
        if sentence is None or _YEAR.search(text, sentence.start, spot.start):
            continue  # a career
        for name in _row(text, spots, number):
            _take(phrases, {name}, max(0, spot.start - _REACH), spot.start)
    for counted in _AS_MANY.finditer(text):
        begin = max((s.start for s in sentences if s.start <= counted.start()), default=0)
        named = {s.name for s in spots if begin <= s.start < counted.start()}
        if len(named) == (2 if counted["many"] == "两" else _DIGITS.index(counted["many"])):
            _take(phrases, named, begin, counted.start())


def _row(text: str, spots: Sequence[Spot], last: int) -> Iterator[str]:
    """The names of the list that ends with `spots[last]`."""
    yield spots[last].name
    while last and text[spots[last - 1].end : spots[last].start] in {"、", "和", "与", "及"}:
        last -= 1
        yield spots[last].name


def _take(phrases: Sequence[Phrase], names: set[str], start: int, end: int) -> None:
    for held in (h for p in phrases if p.name in names and start <= p.start < end for h in p.held):
        if held.status is None and held.rule.startswith("post-before"):
            held.status = "removed"
