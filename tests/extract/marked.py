"""Readings of invented sentences: 【title|name】 marks a person, ［printed|full name］ a body."""

import re

from kg.extract.reading import BodyMention, NameMention, Reading, Sentence
from kg.model.article import Article, CleanArticle, Meta, Zone
from kg.model.facts import Tenure
from kg.model.origin import OriginMap

_MARK = re.compile(r"【(?:([^|】]*)\|)?([^】|]+)】|［([^|］]+)(?:\|([^］]*))?］")
_SENTENCE = re.compile(r"[^。！？\n]*[。！？]+[”]*|[^。！？\n]+")


def reading(marked: str, date: str = "2019-12-17", title: str = "", province: str = "") -> Reading:
    text, people, bodies, tenures, at = "", [], [], [], 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        at = match.end()
        if match[2] is not None:
            start = len(text)
            text += (match[1] or "") + match[2]
            numbers = ()
            if match[1]:
                numbers = (len(tenures),)
                tenures.append(Tenure(match[2], match[1], None, None, None, "explicit", 1.0, "test", ()))
            people.append(
                NameMention(len(text) - len(match[2]), len(text), match[2], start, len(text), numbers)
            )
        else:
            start = len(text)
            text += match[3]
            bodies.append(BodyMention(start, len(text), match[4] or match[3]))
    text += marked[at:]
    paragraph, sentences = 0, []
    for match in _SENTENCE.finditer(text):
        paragraph = text.count("\n", 0, match.start())
        sentences.append(Sentence(match.start(), match.end(), paragraph, "body"))
    article = CleanArticle(
        Article("a", text),
        text,
        OriginMap.identity(len(text)),
        (Zone("body", 0, len(text)),),
        Meta(title=title, date=date),
    )
    return Reading(article, date, tuple(sentences), tuple(people), tuple(bodies), tuple(tenures), province)
