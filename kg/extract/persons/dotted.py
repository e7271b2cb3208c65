"""Names with dots between their parts (约翰·雷文, J·K·雷文): where the parts lie."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.extract.persons.characters import MAX_FOREIGN
from kg.extract.persons.endings import context_words
from kg.extract.persons.refusals import is_country
from kg.extract.segment import tag
from kg.lexicon.names import UNSEEN, name_tables

INNER_DOT = re.compile(r"[·•・‧⋅∙．]|[-－.](?=[\u4e00-\u9fff])")


def dotted_name(text: str, start: int, limit: int) -> int | None:
    """Where the last part begins of a name with dots at `start` (约翰·雷文, J·K·雷文), or None if it has no dot."""
    at = start
    while at < limit:
        end = at
        if text[end].isascii() and text[end].isalpha():
            while end < limit and text[end].isascii() and text[end].isalpha():
                end += 1
        else:
            dot = INNER_DOT.search(text, at, min(limit, at + MAX_FOREIGN))
            if dot and at > start and re.search("[和与及]", text[at + 1 : dot.start()]):
                break  # another name begins: 丹尼尔·卡纳曼和弗农·史密斯
            end = dot.start() if dot and _is_part(text, at, dot) else at
        if end >= limit or end == at or not INNER_DOT.match(text, end):
            break
        at = end + 1
    return at if at > start else None


# What parts of the names of Uyghurs and Kazakhs begin with that sounds like no transliteration.
_TURKIC = re.compile(
    "艾[力尼山]|艾买提|艾合买提|艾则孜|买买提|麦麦提|买合木提|依明|依布拉音|依米提|雪克来提|肖开提|吐尔[逊洪干]|阿不来提|阿不[都力]|阿布都|司马义|热合曼|热依木|热西提|库尔班"
    "|乌斯满|木拉[提洪]|玉素甫|玉苏甫|努尔|尼牙孜|帕尔哈提|帕提古丽|古丽|再努拉|沙吾提|沙塔尔|赛买提|铁力瓦尔迪|托合提|托乎提|白克力|肉孜|阿迪力|阿[里力]木|迪力夏提|迪里拜尔"
    "|哈德尔|哈斯木|伊力哈木|伊力亚|亚森|亚力坤|穆合塔尔"
)
_LONGEST_TURKIC = 6
_ODD = {1: -3.3, 2: -3.75}  # bits, by the length of the part: a character that hardly any transliteration has


# Common first names whose characters sound like no transliteration.
_FIRST_NAMES = frozenset("亚历山大 大卫 史蒂文 本杰明 优素福 何塞 高登 戈登 查理 玛莉 所罗门 约书亚".split())


def first_name_start(text: str, floor: int, dot: int) -> int | None:
    """Where a common first name begins that ends at a dot (亚历山大·), or None if none does."""
    begins = range(max(floor, dot - 4), dot - 1)
    return next((at for at in begins if text[at:dot] in _FIRST_NAMES), None)


def turkic_start(text: str, floor: int, dot: int) -> int | None:
    """Where a Uyghur name begins that ends at a dot (阿不来提·), or None if none does."""
    begins = range(max(floor, dot - _LONGEST_TURKIC), dot - 1)
    return next((at for at in begins if _TURKIC.fullmatch(text, at, dot)), None)


def turkic_end(text: str, last: int, limit: int) -> int:
    """The end of a last part that is two Uyghur names (阿不都|热合曼); 0 if it is none."""
    begun = _TURKIC.match(text, last, limit)
    second = _TURKIC.match(text, begun.end(), limit) if begun else None
    return second.end() if second else 0


def _is_part(text: str, start: int, dot: re.Match[str]) -> bool:
    """Whether text[start:dot] is a part of a name; one or two characters of any sort are, before a part that is."""
    if reads_foreign(text[start : dot.start()]):
        return True
    short = text[start : dot.start()]
    if len(short) <= _LONGEST_TURKIC and _TURKIC.match(short):
        return True
    if len(short) > 2 or not all("\u4e00" <= c <= "\u9fff" for c in short) or is_country(short):
        return False
    if deed_within(short) < len(short) or any(
        name_tables().foreign.get(c, UNSEEN) < _ODD[len(short)] for c in short
    ):
        return False
    following = text[dot.end() : dot.end() + 2]
    return len(following) == 2 and reads_foreign(following) and dot.group() in "·•・"


@lru_cache(maxsize=50_000)
def reads_foreign(part: str) -> bool:
    """Whether one part of a name with dots reads as transliterated, on the average of its characters."""
    if not part or not all("\u4e00" <= c <= "\u9fff" for c in part):
        return False
    if part in _FIRST_NAMES:
        return True
    if len(part) > 5 and (deed_within(part) < len(part) or _begins_with_a_country(part)):
        return False  # 雷文宣布任命卡尔·海姆: two people and what one of them did
    if "埃米尔" in part[1:] or "苏丹" in part[1:]:
        return False  # 特尔国埃米尔雷文·海姆: whom he rules stands before the name
    foreign = name_tables().foreign
    weights = [max(-4.0, min(4.0, foreign.get(c, UNSEEN))) for c in part]
    return sum(weights) / len(weights) >= (0.3 if len(part) > 1 else -1.0)


@lru_cache(maxsize=50_000)
def deed_within(part: str) -> int:
    """Where the first word in `part` begins that is surely of no name (宣布, 会见, 在); its length if none is."""
    at = 0
    for word, flag in tag(part):
        if (
            (flag == "v" and len(word) > 1)
            or (len(word) > 1 and word in context_words("after"))
            or word in {"在", "从"}
        ):
            return at
        at += len(word)
    return at


def _begins_with_a_country(part: str) -> bool:
    return any(map(is_country, (part[:2], part[:3], part[:4])))
