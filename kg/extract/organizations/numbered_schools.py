"""Schools that go by their number (开封五中, 三十三中)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.reading import BodyMention, Sentence
from kg.lexicon.places import places

_NUMBERED = re.compile(
    r"第?[一二三四五六七八九十]{1,3}中(?:学(?![生习校期])|(?![全国央心间期旬等的小大学东西华]))(?=(?P<at_work>工作|任教|教书|任职|就读|读书|上学)?)"
)
_ARRIVES = re.compile("(?:分配[到至]|调[到入至]|来到|任教于|就读于|考入|毕业于|在)$")
LONGEST_PLACE = 8  # code points


def numbered_schools(text: str, sentences: Sequence[Sentence]) -> Iterator[BodyMention]:
    """Schools by place and number, or by their number alone where somebody comes to work or learn."""
    if "中" not in text or ("校" not in text and "教" not in text):
        return
    ends = iter(sentences)
    sentence = next(ends, None)
    for found in _NUMBERED.finditer(text):
        while sentence is not None and sentence.end <= found.start():
            sentence = next(ends, None)
        if sentence is None:
            return
        if found.start() < sentence.start:
            continue
        start = _place_before(text, sentence.start, found.start())
        alone = _ARRIVES.search(text, sentence.start, found.start()) and found["at_work"]
        if start < found.start() or alone:
            yield BodyMention(start, found.end(), text[start : found.end()])


def _place_before(text: str, floor: int, end: int) -> int:
    """Where a place begins that ends at `end`; `end` if none does."""
    known = places()
    sizes = range(min(LONGEST_PLACE, end - floor), 1, -1)
    return next((end - size for size in sizes if known.lookup(text[end - size : end])), end)
