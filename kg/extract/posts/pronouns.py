"""Whom 他 means before a verb of office: the one person of the sentences before, or of the article."""

from __future__ import annotations

import re
from collections import Counter

from kg.extract.posts.holders import hits_in_article
from kg.extract.reading import Sentence
from kg.lexicon.trie import within

_BACK = 240  # code points before a sentence in which stands who 他 is
_END = re.compile("[。！？\n]+[”’）]*")
_SOMEBODY = re.compile(
    "[父母]亲|爸爸|妈妈|丈夫|妻子|[儿孙]子|女儿|哥哥|弟弟|姐姐|妹妹|记者|人士|男子|女子|老人|先生|女士|领导"
)
_OWN = 2 / 3  # of all names of an article: so many are his of whom it tells


def meant_by_him(text: str, sentence: Sentence, names: tuple[str, ...], hero: str) -> str:
    """Whom 他 means in a sentence where nobody is named before it; "" if more than one may be meant.

    In the life of `hero` that is who else only if the sentence right before is of that one alone.
    """
    hits = hits_in_article(text, names)
    end = sentence.start
    while end > max(0, sentence.start - _BACK):
        start = _begin_before(text, end)
        named = [name for _, name in within(hits, start, end)]
        if named:
            return named[0] if len(set(named)) == 1 else _most_named(text, names, set(named))
        if hero or _SOMEBODY.search(text, start, end):
            break
        end = start
    return hero


def _begin_before(text: str, end: int) -> int:
    """Where the sentence begins that ends at `end`."""
    floor = max(0, end - _BACK)
    marks = [m.end() for m in _END.finditer(text, floor, end) if m.end() < end]
    return marks[-1] if marks else floor


def _most_named(text: str, names: tuple[str, ...], here: set[str]) -> str:
    """The person of whom the article tells, if that one is among those named `here`."""
    counted = Counter(name for _, name in within(hits_in_article(text, names), 0, len(text)))
    name, count = counted.most_common(1)[0]
    return name if name in here and count >= _OWN * counted.total() else ""
