"""Words and their classes: the only file that knows jieba.

jieba's dictionary and tag set are the reference. rjieba (the same dictionary and algorithm in Rust) does the same
work some forty times faster and is used where it is installed; a test holds both to equal facts.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache

Tagged = list[tuple[str, str]]
BY = frozenset("由")  # begins no word that the dictionary lacks: 会议由省委副书记某某主持 is no 由省


@cache
def _tagger() -> Callable[[str, bool], Tagged]:
    """A function of a text, and whether words that the dictionary lacks may be guessed, to words with classes."""
    try:
        import rjieba
    except ImportError:
        return _plain_tagger()
    tag: Callable[[str, bool], Tagged] = rjieba.tag
    return tag


def _plain_tagger() -> Callable[[str, bool], Tagged]:
    """The same by jieba itself."""
    import jieba
    import jieba.posseg

    jieba.setLogLevel("ERROR")  # type: ignore[no-untyped-call]  # no types; it talks about its dictionary
    jieba.initialize()  # type: ignore[no-untyped-call]  # no types
    tags: dict[str, str] = jieba.posseg.dt.word_tag_tab
    return lambda text, guess: [
        (word, tags.get(word, "x"))
        for word in jieba.cut(text, HMM=guess)  # type: ignore[no-untyped-call]  # no types
    ]


@lru_cache(maxsize=60_000)
def tag(text: str) -> tuple[tuple[str, str], ...]:
    """Cut a short text into (word, jieba tag) pairs; the words joined give the text again.

    A word that the dictionary lacks is "x", or "m" and "eng" where it is digits or Latin letters: only there do the
    two engines guess differently.
    """
    found: list[tuple[str, str]] = []
    for word, flag in _tagger()(text, True):
        if _is_listed(word):
            found.append((word, flag))
        elif word[0] in BY and len(word) > 1:
            found += [(word[0], "p"), *tag(word[1:])]
        elif word in {"日同", "晚同", "午同"}:
            found += [(word[0], "t"), (word[1], "p")]  # 16日晚同…总统通电话
        else:
            found.append((word, _shape(word)))
    return tuple(found)


@lru_cache(maxsize=100_000)
def is_word(text: str) -> bool:
    """Whether the dictionary has `text` as a word other than a name (words that a model guesses do not count)."""
    tokens = _tagger()(text, False)
    return len(tokens) == 1 and not tokens[0][1].startswith("nr") and tokens[0][1] != "x"


@lru_cache(maxsize=100_000)
def _is_listed(word: str) -> bool:
    return len(_tagger()(word, False)) == 1


def _shape(word: str) -> str:
    letters = [c for c in word if c.isascii() and c.isalnum()]
    if not letters:
        return "x"
    return "m" if all(c.isdigit() for c in letters) else "eng"
