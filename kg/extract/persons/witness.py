"""A second witness on names: what the tagger says where the grammar is silent, doubts, or draws another border.

docs/quality.md has what each use brings.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kg.extract.persons.characters import chinese_weight, foreign_weight, japanese_weight
from kg.extract.persons.dotted import deed_within, turkic_end
from kg.extract.persons.endings import end_weight, takes_office
from kg.extract.persons.names import NameGuess
from kg.extract.persons.names_before import is_a_bare_surname
from kg.extract.persons.people import FIRM, People, is_doctrine, is_listed_place
from kg.extract.persons.refusals import can_be_name, cuts_a_summit, cuts_an_idiom, cuts_two_words
from kg.extract.persons.tagging import Tagged, Tagging
from kg.extract.persons.tibetan import may_be_tibetan
from kg.extract.reading import Sentence
from kg.extract.segment import is_word
from kg.lexicon.names import UNSEEN, name_tables
from kg.lexicon.places import places
from kg.lexicon.posts import post_lexicon

# Margins of the tagger, chosen by reading errors on the first gold and the open half of the second.
ALONE = 160.0  # enough for a name that stands in one place
AGAIN = 100.0  # enough for one that the article has twice, or whose characters speak for it (5 bits)
SURE = 30.0  # enough for one whose characters leave hardly a doubt (7 bits), or with 6 bits and twice
BORDER = 150.0  # enough to take a glued word off a name
DENIED = -180.0  # at or below this in all its places, a weakly proven name is none
WEAK = 9.0  # bits: what the grammar has for a weakly proven name

_NO_NAME = re.compile(
    r"王子|公主|.*(?:领导|大使|入狱|[总官社县市省国称说时指某氏媒感]|[先女][生士]|小姐|皮书|下台|新任|首任|宣誓|掌权|总理|主席|曾.|[称否]\w|周[一二三四五六日])$|.*[\d「」（）]"
)
_ADDRESSED = ("先生", "女士", "小姐", "太太", "教授", "老师", "医生")
_JOINT = re.compile("[和与]")
_DOT = re.compile(r"[·•・‧⋅∙．.\-－]")
_NOT_OF_A_PERSON = re.compile(
    r"公司|集团|股份|[ABH](?![A-Za-z])|政府军|财团|基金|证券|半岛|海峡|大学|路|峰会|科学城|地区|领导人|高级领导|官[，指]"
)


@dataclass(frozen=True, slots=True)
class Testimony:
    """What the tagger changes: names that are none, and names that end elsewhere (wrong → right)."""

    denied: frozenset[str]
    corrected: dict[str, str]


def testify(text: str, sentences: Sequence[Sentence], people: People) -> Testimony:
    """Ask the tagger about one article; names that it alone has found are added to `people`."""
    tagging = Tagging(text, [(s.start, s.end) for s in sentences])
    told = _told(text, tagging)
    denied, corrected = _judged(text, people, told, tagging)
    for name in (*denied, *corrected):
        del people.seen[name]
    for name, spans in sorted(told.items(), key=lambda t: (-len(t[0]), t[0])):
        if name not in people.seen and _believed(text, name, spans, people, corrected):
            people.add(NameGuess(spans[0].start, spans[0].end, 9.0, chinese_weight(name) < 0), text)
    return Testimony(denied, corrected)


def _told(text: str, tagging: Tagging) -> dict[str, list[Tagged]]:
    """Every name that the tagger sees, and where."""
    told: dict[str, list[Tagged]] = {}
    for span in tagging.names():
        if not is_doctrine(text, span.end) and not _DOT.match(text, span.end - 1):
            start, end = span.start, _before_a_neighbour(text, span.start, span.end)
            start += text[start] == "世" and text[start - 1 : start] in _ORDINALS  # 十一世|班禅某某·某某
            told.setdefault(text[start:end], []).append(Tagged(start, end, span.margin))
    return told


_ORDINALS = frozenset("一二三四五六七八九十")


def silent(text: str, sentences: Sequence[Sentence], people: People) -> Testimony:
    """No opinion: what the tagger is taught must not be what it has said."""
    return Testimony(frozenset(), {})


Asking = Callable[[str, Sequence[Sentence], People], Testimony]


def _judged(
    text: str, people: People, told: dict[str, list[Tagged]], tagging: Tagging
) -> tuple[frozenset[str], dict[str, str]]:
    denied: set[str] = set()
    corrected: dict[str, str] = {}
    for name, spots in people.places.items():
        if name in told or name not in people.seen or _is_whole(name):
            continue
        right = _border(text, name, spots, told)
        if right and name.startswith(right):
            corrected[name] = right
        elif right or (
            people.seen[name] < WEAK
            and all(tagging.margin(a, b) <= DENIED for a, b in spots)
            and not any(_stands_among(text, a, b, people) for a, b in spots)
        ):
            denied.add(name)
    return frozenset(denied), corrected


def _is_whole(name: str) -> bool:
    """Whether the words themselves tell where a Tibetan's or a Uyghur's name ends, whatever the tagger says."""
    last = max(name.rfind(dot) for dot in "·•・") + 1
    return may_be_tibetan(name) or (last > 0 and turkic_end(name, last, len(name)) == len(name))


def _stands_among(text: str, start: int, end: int, people: People) -> bool:
    """Whether a name stands in a list between two others of which nobody doubts (周大明、|孙易|、林书远)."""
    if text[start - 1 : start] != "、" or text[end : end + 1] != "、":
        return False
    sure = [name for name, weight in people.seen.items() if weight >= WEAK]
    return text.endswith(tuple(sure), 0, start - 1) and text.startswith(tuple(sure), end + 1)


def _border(text: str, name: str, spots: list[tuple[int, int]], told: dict[str, list[Tagged]]) -> str:
    """The name that the tagger has in its stead: a glued word taken off at the end (刘奇|作) or the beginning (问|陈帆)."""
    first, last = spots[0]
    neighbour = _before_a_neighbour(text, first, last)
    if neighbour < last:
        return text[first:neighbour]
    sizes = range(len(name) - 1, 1, -1)
    cuts = [(name[:size], 0) for size in sizes] + [(name[-size:], len(name) - size) for size in sizes]
    for shorter, shift in cuts:
        spans = [s for s in told.get(shorter, ()) if any(s.start == a + shift for a, _ in spots)]
        if len(spans) < len(spots) or not spans:
            continue
        margin = max(s.margin for s in spans)
        if name[-1] in "和与" and any(end_weight(text, b) >= 2.5 for _, b in spots):
            continue  # 林京和10日…, 林京和说: the name goes on with 和
        glued = _glued_before(name, shift) if shift else _glued_behind(name, len(shorter), margin)
        if margin >= BORDER and glued:
            return shorter
    return ""


def _before_a_neighbour(text: str, start: int, end: int) -> int:
    """Where a name ends that runs into the country of the next (某某|和伊朗总统某某)."""
    for joint in _JOINT.finditer(text, start + 2, end):
        if places().longest_at(text, joint.end()):
            return joint.start()
    dots = [dot.end() for dot in _DOT.finditer(text, start, end)]
    if dots and end - dots[-1] > 5:  # 某某·雷文斯|突访伊朗
        deed = dots[-1] + deed_within(text[dots[-1] : end])
        deed -= 2 * (deed < end and text[deed - 2 : deed] in _AGAIN)
        return deed if deed - dots[-1] > 1 else end
    return end


_AGAIN = frozenset("首次 再次 多次 此次 已经 正在 将要".split())


def _glued_before(name: str, shift: int) -> bool:
    """Whether the characters before `shift` may be a word and no part of the name (路易斯·… begins with 路易)."""
    known, dots = name_tables().foreign, _DOT.search(name)
    if not "\u4e00" <= name[shift - 1] <= "\u9fff":
        return False
    return all(known.get(c, UNSEEN) < -1.0 for c in name[:shift]) or (not dots and shift > 1)


def _glued_behind(name: str, size: int, margin: float) -> bool:
    """Whether what follows `size` characters may be a word: no part with a dot, and no better name with it."""
    if _DOT.search(name, size):
        return False
    return name[size] in "和与" or _weight(name) <= _weight(name[:size]) + 1.0 or margin >= 2 * BORDER


def _weight(name: str) -> float:
    return max(chinese_weight(name), japanese_weight(name), foreign_weight(name) - 2.0)


def _believed(text: str, name: str, spans: list[Tagged], people: People, corrected: dict[str, str]) -> bool:
    """Whether the tagger's word is enough for a name that no rule has found."""
    if name in corrected.values():
        return True
    if any(name in other or (other in name and "·" not in name) for other in people.seen):
        return False
    if (
        is_word(name)
        or not can_be_name(name)
        or _NO_NAME.match(name)
        or _is_place(text, name, spans[0].start)
        or is_listed_place(text, spans[0].start, spans[0].end)
    ):
        return False
    if takes_office(text, spans[0].end - 1) or (
        len(name) == 3 and (cuts_an_idiom(text, spans[0].start) or cuts_two_words(text, spans[0].start))
    ):
        return False
    if len(name) == 4 and (is_word(name[2:]) or is_word(name[1:])):  # a surname of two characters and a verb
        return False
    if all(
        text.startswith(_ADDRESSED, s.end) and is_a_bare_surname(text, max(0, s.start - 1), s.end, name)
        for s in spans
    ):
        return False  # 现时|邓先生
    if any(cuts_a_summit(text, s.end) for s in spans):
        return False  # 青岛|峰会
    if any(_cuts_a_post(text, s.start) for s in spans):
        return False  # 护士|长某某
    if any(_NOT_OF_A_PERSON.match(text, s.end) or FIRM.match(text, s.end) for s in spans):
        return False
    if len(name) == 2 and chinese_weight(name) < 0 and not any(_begins_a_word(text, s.start) for s in spans):
        return False  # 萨|勒曼
    margin = max(s.margin for s in spans)
    weight = max(chinese_weight(name), foreign_weight(name) - 2.0, min(japanese_weight(name), 0.0))
    if weight >= 7.0 or (weight >= 6.0 and len(spans) > 1):
        return margin >= SURE
    return weight >= 0.0 and margin >= (AGAIN if len(spans) > 1 or weight >= 5.0 else ALONE)


def _cuts_a_post(text: str, start: int) -> bool:
    """Whether a post ends with the character at `start`, so that no name begins there."""
    if text[start] not in "长员记席":
        return False
    heads = post_lexicon().heads
    return any(text[max(0, start - size) : start + 1] in heads for size in (1, 2, 3))


def _begins_a_word(text: str, start: int) -> bool:
    """Whether a word ends right before `start`, as far as the dictionary and the punctuation tell."""
    before = text[max(0, start - 3) : start]
    if not before or not "\u4e00" <= before[-1] <= "\u9fff" or before[-1] in "和与及对同向请见由被将说":
        return True
    return is_word(before[-2:]) or is_word(before)


def _is_place(text: str, name: str, start: int) -> bool:
    known = places()
    within = (name, name[:2], name[:3], text[max(0, start - 1) : start + len(name)])
    return any(known.lookup(form) for form in within)
