"""Words and their classes: the only file that knows jieba.

jieba's dictionary and tag set are the reference. rjieba (the same dictionary and algorithm in Rust) does the same
work some forty times faster and is used where it is installed; a test holds both to equal facts.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache

Tagged = list[tuple[str, str]]


@cache
def _tagger() -> Callable[[str, bool], Tagged]:
    try:
        import rjieba
    except ImportError:
        import jieba
        import jieba.posseg

        jieba.setLogLevel("ERROR")  # type: ignore[no-untyped-call]  # it would talk about its dictionary
        return lambda text, guess: [
            (w.word, w.flag)
            for w in jieba.posseg.cut(text, HMM=guess)  # type: ignore[no-untyped-call]  # jieba has no types
        ]
    tag: Callable[[str, bool], Tagged] = rjieba.tag
    return tag


@lru_cache(maxsize=200_000)
def tag(text: str) -> tuple[tuple[str, str], ...]:
    """Cut a short text into (word, jieba tag) pairs; the words joined give the text again."""
    return tuple(_tagger()(text, True))


@lru_cache(maxsize=200_000)
def is_word(text: str) -> bool:
    """Whether the dictionary has `text` as a word other than a name (words that a model guesses do not count)."""
    tokens = _tagger()(text, False)
    return len(tokens) == 1 and not tokens[0][1].startswith("nr") and tokens[0][1] != "x"
