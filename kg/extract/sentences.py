"""Sentences of the zones that extraction reads."""

from __future__ import annotations

import re

from kg.extract.reading import Sentence
from kg.model.article import EXTRACTED_ZONES, CleanArticle

# A sentence ends at its mark and the closing quotes behind it, at a line end, or, unmarked, after LONGEST code points.
_END = re.compile(r"[。！？!?\n](?:(?<=\n)\n*|(?<!\n)[。！？!?]*[”’」』）)]*)")
LONGEST = 4000
_CREDIT = re.compile("[\u4e00-\u9fff·]{2,6}(?<!拍)\\s?摄")
_LONGEST_CREDIT = 9  # code points


def sentences_of(article: CleanArticle) -> tuple[Sentence, ...]:
    """Cut the extracted zones into sentences, in order; paragraphs are counted over the article."""
    found: list[Sentence] = []
    paragraph = 0
    text = article.text
    for zone in article.zones:
        if zone.kind not in EXTRACTED_ZONES:
            continue
        start = zone.start
        for mark in _END.finditer(text, zone.start, zone.end):
            _add(found, text, start, mark.end(), paragraph, zone.kind)
            start = mark.end()
            paragraph += "\n" in mark.group()
        _add(found, text, start, zone.end, paragraph, zone.kind)
        paragraph += 1
    return tuple(found)


def _add(found: list[Sentence], text: str, start: int, end: int, paragraph: int, kind: object) -> None:
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    if (
        text.endswith("摄", start, end)
        and end - start < _LONGEST_CREDIT
        and _CREDIT.fullmatch(text, start, end)
    ):
        return  # who took the picture is no person of the story
    while start < end:
        stop = min(end, start + LONGEST)
        found.append(Sentence(start, stop, paragraph, kind))  # type: ignore[arg-type]  # a ZoneKind from the zone
        start = stop
