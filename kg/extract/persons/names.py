"""Where a person's name begins and ends.

A candidate is weighed in bits: how well its characters make a name (characters.py), how well what follows ends one
(endings.py), and what speaks against it (refusals.py).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.extract.persons.characters import (
    MAX_FOREIGN,
    chinese_weight,
    foreign_run,
    foreign_weights,
    japanese_weight,
    last_part_weight,
)
from kg.extract.persons.dotted import INNER_DOT, deed_within, dotted_name, turkic_end
from kg.extract.persons.endings import (
    BEST_END,
    HARD_END,
    context_words,
    end_weight,
    ending_weight,
    takes_office,
    words_after,
)
from kg.extract.persons.latin import latin_name
from kg.extract.persons.refusals import NEVER_LAST, cuts_a_summit, cuts_an_idiom, cuts_two_words, penalty_of
from kg.extract.persons.tibetan import is_tibetan, tibetan_weight
from kg.lexicon.names import name_tables
from kg.lexicon.places import places

Best = tuple[int, float, bool]  # length in code points, score in bits, foreign
LATIN_NAME = 9.0  # bits: a name of two parts in Latin letters, where one is expected
TIBETAN_NAME = 12.0  # bits: two given names that only Tibetans have
CERTAIN = 10.0  # bits: a Chinese name so good that no transliteration need be tried
LONGEST = 30  # code points of a whole name with its dots
_JOINT = re.compile("[和与及]")
_NEXT_POST = re.compile("副?(?:总统|总理|主席|首相|议长|外长)|国王|夫人|部长|书记|省长|市长|“")
_HARD = re.compile("[" + "".join(map(re.escape, sorted(HARD_END))) + "]")
_HANZI = re.compile("[\u4e00-\u9fff]+")
_SAID = ("宣布", "表示")
_ADDRESSED = ("同志", "先生", "女士", "阁下")
_NEVER_WITHIN = frozenset("0123456789０１２３４５６７８９的说称了们吗呢吧啊是这那我他她你个某")


@dataclass(frozen=True, slots=True)
class NameGuess:
    """A name at [start, end) with its weight in bits; `foreign` if it reads as transliterated."""

    start: int
    end: int
    score: float
    foreign: bool


def name_at(text: str, start: int, limit: int, prefer_foreign: bool = False) -> NameGuess | None:
    """The best name that begins at `start` and ends by `limit`, or None where nothing reads as one.

    The score is in bits; above about 4 it is a name in a place where a name is expected, above 7 anywhere.
    """
    if start >= limit or text[start] in HARD_END:
        return None
    if text[start].isascii() and (latin := latin_name(text, start, limit)):
        return NameGuess(start, latin, LATIN_NAME, True)
    if text[start] in "应对同与" and places().longest_at(text, start + 1):
        return None  # 应|阿尔及利亚
    found = _best(_window(text, start, min(limit, start + LONGEST)), prefer_foreign)
    if found is None:
        return None
    size, score, foreign = found
    if size > 3 and text.startswith(_SAID, start + size - 2):
        size -= 2  # 某某·哈蒙德|宣布
    if (size == 3 and not foreign and cuts_an_idiom(text, start)) or cuts_a_summit(text, start + size):
        return None
    if size == 3 and not foreign and cuts_two_words(text, start):
        return None
    penalty = penalty_of(text[start : start + size], foreign, prefer_foreign)
    if penalty is None or (text[start] in "和与及" and score - penalty < 12):
        return None
    return NameGuess(start, start + size, score - penalty, foreign)


def may_reach(text: str, start: int, enough: float) -> bool:
    """Whether a Chinese or Japanese name of so many bits can begin at `start`, however well it is ended."""
    known = name_tables().japanese_surnames
    if text[start : start + 2] in known or text[start : start + 3] in known:
        return True
    if tibetan_weight(text[start : start + 4]) + BEST_END >= enough:
        return True
    return any(chinese_weight(text[start : start + size]) + BEST_END >= enough for size in (2, 3, 4))


def _window(text: str, start: int, limit: int) -> str:
    """The characters that can decide on the name at `start`: as few as possible, for verdicts are remembered."""
    near = min(limit, start + MAX_FOREIGN + 2)
    hard = _HARD.search(text, start + 1, near)
    if INNER_DOT.search(text, start + 1, hard.start() if hard else near):
        return text[start:limit]
    if hard:
        return text[start : hard.end()]
    run = foreign_run(text, start, min(limit, start + MAX_FOREIGN)) - start
    return text[start : min(limit, start + max(run, 5) + 6)]


@lru_cache(maxsize=100_000)
def _best(window: str, prefer_foreign: bool) -> Best | None:
    """The best name at the beginning of `window`: (length, score, foreign)."""
    for joint in _JOINT.finditer(
        window, 2
    ):  # 某某和伊朗总统某某: the country, or the post, is the next one's
        if places().longest_at(window, joint.end()) or _NEXT_POST.match(window, joint.end()):
            window = window[: joint.start()]
            break
    limit = len(window)
    if INNER_DOT.search(window, 1, min(limit, MAX_FOREIGN + 1)):
        last = dotted_name(window, 0, limit)
        if last is not None:
            return _best_dotted(window, last)
    if is_tibetan(window[:4]):
        return 4, TIBETAN_NAME, False
    if window[:2] in name_tables().tibetan and (limit == 2 or window[2] in HARD_END or window[2] == "等"):
        return 2, 7.0, False  # 旺堆、: only where a name is expected
    best = _best_chinese(window)
    if prefer_foreign or best is None or best[1] < CERTAIN:
        best = _best_foreign(window, best, 2.0 if prefer_foreign else -2.0)
    if prefer_foreign:
        for size in (2, 3, 4):
            ended = size == limit or (size < limit and window[size] in HARD_END)
            if ended and size <= limit and _HANZI.fullmatch(window, 0, size):
                best = _better(best, window[:size], 3.5, True)  # 老挝国家主席通伦、
    return best


def _best_chinese(window: str) -> Best | None:
    best: Best | None = None
    limit, tables = len(window), name_tables()
    for size in (2, 3, 4):
        if size > limit or window[size - 1] in HARD_END:
            break
        content = chinese_weight(window[:size])
        content = max(content, tibetan_weight(window[:4])) if size == 4 else content
        if size > 2 and takes_office(window, size - 1):
            continue  # 某某|任太原市市长
        if size == 4 and window[2:4] in context_words("after"):
            break  # 莫罗|宣布
        if content > -6:
            best = _better(best, window[:size], content + ending_weight(window, size), False)
    if window[:2] in tables.japanese_surnames or window[:3] in tables.japanese_surnames:
        for size in (3, 4, 5):
            if size > limit or window[size - 1] in HARD_END:
                break
            weight = japanese_weight(window[:size])
            if weight > -6:
                cut = window[size : size + 1] in _GIVEN_LAST and japanese_weight(window[: size + 1]) > 0
                weight += ending_weight(window, size) - (3.0 if cut else 0.0)
                best = _better(best, window[:size], weight, False)
    return best


_GIVEN_LAST = frozenset("一二三四五六郎夫男雄彦之子美代树介助尚")
"""What Japanese given names end in: no such name is cut in front of one (安本晋|三)."""


def _best_foreign(window: str, best: Best | None, prior: float) -> Best | None:
    run = foreign_run(window, 0, min(len(window), MAX_FOREIGN))
    joint = _JOINT.search(window, 3, run)
    if joint:
        run = joint.start()  # 雷文斯基和伊万诺夫
    if run > 3:
        run = max(2, min(run, deed_within(window[:run])))
    weights = foreign_weights(window[:run])
    for size in range(2, run + 1):
        weight = weights[size - 1] + prior
        if weight + BEST_END < (best[1] if best else 0.0):
            continue
        if size == run:
            ending = ending_weight(window, size)
        else:  # the run goes on: only a word that follows names can end it here
            found = words_after().match(window, size)
            ending = 4.5 if found and found.end() - size > 1 else 0.5 if found else -5.0
        best = _better(best, window[:size], weight + ending, True)
        if ending == 4.5 and size < run:
            break  # 罗京斯|发布命令: no transliteration goes on through a verb that follows names
    return best


def _better(best: Best | None, name: str, score: float, foreign: bool) -> Best | None:
    if (
        name[-1] in NEVER_LAST
        or name.endswith(_ADDRESSED)  # 周石|同志, no double name
        or name[-1] in "·•・"
        or name[:2] in context_words("begins")
        or not _NEVER_WITHIN.isdisjoint(name)
    ):
        return best
    size = len(name)
    return (size, score, foreign) if best is None or score > best[1] + (0.01 if foreign else 0) else best


def _best_dotted(window: str, last: int) -> Best | None:
    run = foreign_run(window, last, min(len(window), last + MAX_FOREIGN))
    turkic = turkic_end(window, last, len(window))
    if turkic:
        return turkic, 6.0 + end_weight(window, turkic, len(window)), True
    if run - last > 5:  # 某某·雷文斯|突访伊朗
        run = min(run, last + max(2, deed_within(window[last:run])))
    best: Best | None = None
    for end in range(last + 1, max(run, last + 4) + 1):
        if end > len(window) or window[end - 1] in HARD_END:
            break
        score = 6.0 + last_part_weight(window[last:end]) + end_weight(window, end, len(window))
        best = _better(best, window[:end], score, True)
    return best
