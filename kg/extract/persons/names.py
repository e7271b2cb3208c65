"""Where a person's name begins and ends.

A candidate is weighed in bits: how well its characters make a name, and how well what follows it ends one. The words that
follow names (指出, 出席, 等 …) are in kg/lexicon/name_contexts.tsv.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.extract.segment import is_word, tag
from kg.lexicon.body_forms import national_forms, national_pattern
from kg.lexicon.names import RARE, UNSEEN, NameTables, name_tables
from kg.lexicon.places import places
from kg.lexicon.posts import post_lexicon
from kg.lexicon.tables import rows_of
from kg.lexicon.trie import pattern_of

DOTS = "·•・‧⋅∙.．-－—"
_INNER_DOT = re.compile(r"[·•・‧⋅∙．]|[-－.](?=[\u4e00-\u9fff])")
_HARD_END = frozenset("、，。；：！？（）()《》“”‘’「」『』【】\n \u3000…—,;:!?\"'/|>→")
_NEVER_LAST = frozenset("媒指称向今也都陪摄作则在等就被把将与及还又已因从于之所令让前更最太再仍曾须")
_NEVER_WITHIN = frozenset("0123456789０１２３４５６７８９的说了们吗呢吧啊是这那我他她你个")

_NATIONS = frozenset("中美日韩俄英法德印欧朝越港澳台蒙")
Best = tuple[int, float, bool]  # length in code points, score in bits, foreign
BEST_END = 5.0  # bits: what follows a name can say no more for it
CERTAIN = 10.0  # bits: a Chinese name so good that no transliteration need be tried
_HANZI = re.compile("[\u4e00-\u9fff]+")
_HARD = re.compile("[" + "".join(map(re.escape, sorted(_HARD_END))) + "]")
_JOINT = re.compile("[和与]")
_NEXT_POST = re.compile("副?(?:总统|总理|主席|首相|议长|外长)|国王|夫人|部长|书记|省长|市长|“")
MAX_FOREIGN = 12  # code points of one part of a transliterated name
LONGEST = 30  # code points of a whole name with its dots


@dataclass(frozen=True, slots=True)
class NameGuess:
    """A name at [start, end) with its weight in bits; `foreign` if it reads as transliterated."""

    start: int
    end: int
    score: float
    foreign: bool


@cache
def _words(*sides: str) -> frozenset[str]:
    return frozenset(word for word, side in rows_of("name_contexts.tsv") if side in sides)


@cache
def _after() -> re.Pattern[str]:
    return re.compile(pattern_of(_words("after", "weak")))


def follows_names(word: str) -> bool:
    """Whether `word` is one of those that stand behind people's names (时, 指出, 密切)."""
    return word in _words("after", "weak")


def takes_office(text: str, at: int) -> bool:
    """Whether 任 at `at` is the verb, a body or a place behind it (某某|任太原市市长)."""
    return text[at] == "任" and bool(
        places().longest_at(text, at + 1) or national_pattern().match(text, at + 1)
    )


def end_weight(text: str, at: int = 0, limit: int | None = None) -> float:
    """How well what follows in text[at:limit] ends a name, in bits."""
    if limit is None:
        limit = len(text)
    if at >= limit or text[at] in _HARD_END:
        return 5.0
    if text[at].isascii():
        return 4.0
    if takes_office(text, at):
        return 4.5  # 某某|任太原市市长
    found = _after().match(text, at, limit)
    if found:
        return 4.5 if found.end() - at > 1 else 2.5
    return _weight_of_words(text[at : min(limit, at + 5)])


@lru_cache(maxsize=100_000)
def _weight_of_words(following: str) -> float:
    first, flag = tag(following)[0]
    if len(first) > 1 and not flag.startswith("nr") and flag != "x":
        return 2.5 if flag[0] in "vdpctrm" else 1.0
    return -3.0


@lru_cache(maxsize=100_000)
def chinese_weight(name: str) -> float:
    """How well two to four characters make a Chinese name, in bits."""
    tables = name_tables()
    if name[:2] in tables.double_surnames and len(name) in {3, 4}:
        return 6.0 + _given(name[2:], tables)
    surname = tables.surnames.get(name[0])
    if surname is None:
        return -20.0
    if len(name) == 4:  # a married name: 林|郑月娥
        second = tables.surnames.get(name[1])
        return (
            -20.0
            if second is None or min(surname, second) < 1.5
            else surname + second + _given(name[2:], tables) - 3.0
        )
    return (max(surname, 0.8) if surname > -0.5 else surname) + _given(name[1:], tables)


def _given(given: str, tables: NameTables) -> float:
    if len(given) == 1:
        return 0.6 * max(-5.0, tables.single.get(given, RARE)) - 0.5
    return (
        0.5 * (max(-6.0, tables.first.get(given[0], RARE)) + max(-6.0, tables.last.get(given[1], RARE))) + 1.0
    )


@lru_cache(maxsize=100_000)
def japanese_weight(name: str) -> float:
    """How well three to five characters make a Japanese name."""
    tables = name_tables()
    for size in (2, 3):
        if name[:size] in tables.japanese_surnames and size < len(name) <= size + 3:
            given = name[size:]
            weight = 6.0 + (0.5 if len(given) == 2 else -1.0)
            return weight + sum(0.3 * max(-5.0, tables.first.get(c, -3.0)) for c in given)
    return -20.0


def foreign_run(text: str, start: int, limit: int) -> int:
    """The end of the longest run at `start` whose characters stand in transliterated names."""
    run = _foreign_characters().match(text, start, limit)
    return run.end() if run else start


@cache
def _foreign_characters() -> re.Pattern[str]:
    foreign = name_tables().foreign
    hanzi = map(chr, range(0x4E00, 0xA000))
    return re.compile(f"[{''.join(c for c in hanzi if foreign.get(c, UNSEEN) > -6.2)}]+")


def foreign_weight(name: str) -> float:
    """How well a run of characters makes one part of a transliterated name."""
    return _foreign_weights(name)[-1]


def _foreign_weights(run: str) -> list[float]:
    """The weight of each beginning of `run` as one part of a transliterated name."""
    foreign, total, weights = name_tables().foreign, 0.0, []
    for size, character in enumerate(run, 1):
        total += max(-4.0, min(4.0, foreign.get(character, UNSEEN)))
        weights.append(total * 0.6 - (2.5 if size == 2 else 1.0 if size == 3 else 0.0))
    return weights


@lru_cache(maxsize=50_000)
def _reads_foreign(part: str) -> bool:
    """Whether one part of a name with dots reads as transliterated, on the average of its characters."""
    if not part or not all("\u4e00" <= c <= "\u9fff" for c in part):
        return False
    if len(part) > 5 and (_deed_within(part) < len(part) or _begins_with_a_country(part)):
        return False  # 雷文宣布任命卡尔·海姆: two people and what one of them did
    foreign = name_tables().foreign
    weights = [max(-4.0, min(4.0, foreign.get(c, UNSEEN))) for c in part]
    return sum(weights) / len(weights) >= (0.3 if len(part) > 1 else -1.0)


@lru_cache(maxsize=50_000)
def _deed_within(part: str) -> int:
    """Where the first word in `part` begins that is surely of no name (宣布, 会见, 在); its length if none is."""
    at = 0
    for word, flag in tag(part):
        if (
            (flag == "v" and len(word) > 1)
            or (len(word) > 1 and word in _words("after"))
            or word in {"在", "从"}
        ):
            return at
        at += len(word)
    return at


def dotted_name(text: str, start: int, limit: int) -> int | None:
    """Where the last part begins of a name with dots at `start` (约翰·雷文, J·K·雷文), or None if it has no dot."""
    at = start
    while at < limit:
        end = at
        if text[end].isascii() and text[end].isalpha():
            while end < limit and text[end].isascii() and text[end].isalpha():
                end += 1
        else:
            dot = _INNER_DOT.search(text, at, min(limit, at + MAX_FOREIGN))
            if dot and at > start and re.search("[和与及]", text[at + 1 : dot.start()]):
                break  # another name begins: 丹尼尔·卡纳曼和弗农·史密斯
            end = dot.start() if dot and _reads_foreign(text[at : dot.start()]) else at
        if end >= limit or end == at or not _INNER_DOT.match(text, end):
            break
        at = end + 1
    return at if at > start else None


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
    if _INNER_DOT.search(window, 1, min(limit, MAX_FOREIGN + 1)):
        last = dotted_name(window, 0, limit)
        if last is not None:
            return _best_dotted(window, last)
    best = _best_chinese(window)
    if prefer_foreign or best is None or best[1] < CERTAIN:
        best = _best_foreign(window, best, 2.0 if prefer_foreign else -2.0)
    if prefer_foreign:
        for size in (2, 3, 4):
            ended = size == limit or (size < limit and window[size] in _HARD_END)
            if ended and size <= limit and _HANZI.fullmatch(window, 0, size):
                best = _better(best, window[:size], 3.5, True)  # 老挝国家主席通伦、
    return best


def _best_chinese(window: str) -> Best | None:
    best: Best | None = None
    limit, tables = len(window), name_tables()
    for size in (2, 3, 4):
        if size > limit or window[size - 1] in _HARD_END:
            break
        content = chinese_weight(window[:size])
        if size > 2 and takes_office(window, size - 1):
            continue  # 某某|任太原市市长
        if content > -6:
            best = _better(best, window[:size], content + _ending(window, size), False)
    if window[:2] in tables.japanese_surnames or window[:3] in tables.japanese_surnames:
        for size in (3, 4, 5):
            if size > limit or window[size - 1] in _HARD_END:
                break
            if japanese_weight(window[:size]) > -6:
                best = _better(
                    best, window[:size], japanese_weight(window[:size]) + _ending(window, size), False
                )
    return best


def _best_foreign(window: str, best: Best | None, prior: float) -> Best | None:
    run = foreign_run(window, 0, min(len(window), MAX_FOREIGN))
    joint = _JOINT.search(window, 3, run)
    if joint:
        run = joint.start()  # 雷文斯基和伊万诺夫
    if run > 4:
        run = max(2, min(run, _deed_within(window[:run])))
    weights = _foreign_weights(window[:run])
    for size in range(2, run + 1):
        weight = weights[size - 1] + prior
        if weight + BEST_END < (best[1] if best else 0.0):
            continue
        if size == run:
            ending = _ending(window, size)
        else:  # the run goes on: only a word that follows names can end it here
            found = _after().match(window, size)
            ending = 4.5 if found and found.end() - size > 1 else 0.5 if found else -5.0
        best = _better(best, window[:size], weight + ending, True)
        if ending == 4.5 and size < run:
            break  # 罗京斯|发布命令: no transliteration goes on through a verb that follows names
    return best


def _ending(window: str, size: int) -> float:
    """How well the name is ended by what follows; less so where a word runs across the border (王智徇|私)."""
    weight = end_weight(window, size, len(window))
    following = window[size : size + 1]
    if (
        following
        and following not in _HARD_END
        and following not in "等和同向对及与"
        and is_word(window[size - 1] + following)
    ):
        weight -= 2.0
    return weight


def _better(best: Best | None, name: str, score: float, foreign: bool) -> Best | None:
    if name[-1] in _NEVER_LAST or name[:2] in _words("begins") or not _NEVER_WITHIN.isdisjoint(name):
        return best
    size = len(name)
    return (size, score, foreign) if best is None or score > best[1] + (0.01 if foreign else 0) else best


def _best_dotted(window: str, last: int) -> Best | None:
    run = foreign_run(window, last, min(len(window), last + MAX_FOREIGN))
    best: Best | None = None
    for end in range(last + 1, max(run, last + 4) + 1):
        if end > len(window) or window[end - 1] in _HARD_END:
            break
        score = 6.0 + _last_part(window[last:end]) + end_weight(window, end, len(window))
        best = _better(best, window[:end], score, True)
    return best


def _last_part(part: str) -> float:
    foreign = name_tables().foreign
    return sum(max(-6.5, min(4.0, foreign.get(c, UNSEEN))) for c in part) * 0.6 - (
        1.0 if len(part) == 1 else 0.0
    )


def may_reach(text: str, start: int, enough: float) -> bool:
    """Whether a Chinese or Japanese name of so many bits can begin at `start`, however well it is ended."""
    known = name_tables().japanese_surnames
    if text[start : start + 2] in known or text[start : start + 3] in known:
        return True
    return any(chinese_weight(text[start : start + size]) + BEST_END >= enough for size in (2, 3, 4))


def name_at(text: str, start: int, limit: int, prefer_foreign: bool = False) -> NameGuess | None:
    """The best name that begins at `start` and ends by `limit`, or None where nothing reads as one.

    The score is in bits; above about 4 it is a name in a place where a name is expected, above 7 anywhere.
    """
    if start >= limit or text[start] in _HARD_END:
        return None
    found = _best(_window(text, start, min(limit, start + LONGEST)), prefer_foreign)
    if found is None:
        return None
    size, score, foreign = found
    if size == 3 and not foreign and cuts_an_idiom(text, start):
        return None
    penalty = _penalty(text[start : start + size], foreign, prefer_foreign)
    if penalty is None or (text[start] in "和与及" and score - penalty < 12):
        return None
    return NameGuess(start, start + size, score - penalty, foreign)


def cuts_an_idiom(text: str, start: int) -> bool:
    """Whether the three characters at `start` begin a word of four (饶有兴|致)."""
    four = text[start : start + 4]
    return len(four) == 4 and is_word(four)


def _window(text: str, start: int, limit: int) -> str:
    """The characters that can decide on the name at `start`: as few as possible, for verdicts are remembered."""
    near = min(limit, start + MAX_FOREIGN + 2)
    hard = _HARD.search(text, start + 1, near)
    if _INNER_DOT.search(text, start + 1, hard.start() if hard else near):
        return text[start:limit]
    if hard:
        return text[start : hard.end()]
    run = foreign_run(text, start, min(limit, start + MAX_FOREIGN)) - start
    return text[start : min(limit, start + max(run, 5) + 6)]


@lru_cache(maxsize=100_000)
def _penalty(name: str, foreign: bool, prefer_foreign: bool) -> float | None:
    """What speaks against a name in itself, in bits: it is a word, or made of words; None if it can be no name."""
    if name in _words("never") or _NATIONS.issuperset(name) or begins_with_a_word(name):
        return None
    if name in national_forms() or _is_addressed(name) or (len(name) > 2 and places().lookup(name)):
        return None
    if foreign and not any(c in DOTS for c in name) and all(map(_is_common, tag(name))):
        return None  # 有关嘉宾, 讲述情况: words, not a transliteration
    if _is_country(name):
        return None
    penalty = 0.0
    if is_word(name):
        penalty += 1.5 if prefer_foreign and foreign and tag(name)[0][1] in {"ns", "nz", "nt"} else 5.0
    if not foreign and len(name) == 3 and name_tables().surnames.get(name[0], 0) < 0 and is_word(name[1:]):
        penalty += 3.0  # 真追责
    return penalty


def can_be_name(name: str) -> bool:
    """Whether nothing in the characters themselves forbids a person's name (no 冯某指, 林|督察, no place)."""
    return (
        name[-1] not in _NEVER_LAST
        and name[:2] not in post_lexicon().heads
        and _penalty(name, False, False) is not None
    )


def _is_addressed(name: str) -> bool:
    """Whether a bare surname stands before a form of address or a verb (陈|老师, 林|督察, 吴|回应)."""
    rest = name[1:] if name[0] in name_tables().surnames else ""
    return len(rest) > 1 and (rest in _words("address") or rest in _words("after"))


def _is_country(name: str) -> bool:
    found = places().lookup(name)
    return bool(found) and found[0].level == "country"


def _begins_with_a_country(part: str) -> bool:
    return any(map(_is_country, (part[:2], part[:3], part[:4])))


def begins_with_a_word(name: str) -> bool:
    """Whether the first character is no surname but a word of its own (兼|总理, 同|本扬, 曾|表示, 向|台湾)."""
    if name[0] in "同兼及要将在":
        return True
    rest = name[1:]
    if rest in {"领导", "总统", "总理", "主席", "首相", "书记", "部长"}:
        return True
    return (
        name[0] in "向于曾从对"
        and len(rest) > 1
        and is_word(rest)
        and (tag(rest)[0][1][0] in "vtrdmp" or bool(places().lookup(rest)))
    )


def _is_common(tagged: tuple[str, str]) -> bool:
    word, flag = tagged
    return len(word) > 1 and flag[0] in "nvadbmtr" and flag not in {"nr", "nrt", "ns", "nz", "nt"}
