"""Words of a happening that tell of none: what is done again and again, what is only referred to, what is a noun."""

from __future__ import annotations

import re

from kg.extract.events.outline import PERSONS, X

_MOVING = frozenset({"tours", "meets", "travels"})
# 多次到基层调研, 先后两次会见, 每次考察都…: many happenings, none of them told
_OFTEN = re.compile(
    "(?:(?<![第\\d一二三四五六七八九十])(?:多|数|屡|[二两三四五六七八九十\\d]+多?)次|每次|历次|每[年月周天到逢]|经常|常常|时常|屡屡)"
    "[^，。；]{0,24}$"
)
_REFERRED = re.compile("(?:时|期间|中|后)[的所]")  # 在某地考察时的讲话
# 总书记来学校考察, of one who is named elsewhere: not of the subject
_ANOTHERS = re.compile(
    f"(?:(?<![{PERSONS}])(?:总书记|主席|总理)(?:来|到|在|赴|国内)|领导来)[^，。；{PERSONS}]{{0,12}}$"
)
_OF_THE_PARTY = frozenset({"巡视", "巡察"})
_ITS_WORK = re.compile("工作|监督|制度|权威|利剑|定位|理论|方针|思想")  # 对巡视工作作出部署
_NOUN_BEFORE = re.compile("(?:对照|自我|批评与|大量|反复|全面深入|启动(?:了)?[^，。；]{0,24})$")
_NOUN_AFTER = re.compile(
    "(?:的)?(?:足迹|基础上|基础之上|发言|材料|巡察|工作(?:动员|领导|部署|条例|作[了出]|进行(?:了)?(?:部署|动员|安排))|反馈|全覆盖|上下联动)"
)

_OF_ANOTHER = re.compile(f"{X}[^，。；{PERSONS}]{{0,12}}$")


# 贯彻某某视察白沟市重要讲话精神
_WHOSE = re.compile(f"{X}[^，。；{PERSONS}]{{0,4}}$")
_WORDS_OF_HIS = re.compile("[^，。；]{0,12}(?:讲话|指示|批示|精神)")


def is_of_another(words: str, start: int, end: int) -> bool:
    """回顾某某在这里主持召开的会议: one who is only spoken of did so, in a clause that ends in 的."""
    return words.startswith(("的", "过的"), end) and bool(
        _OF_ANOTHER.search(words, max(0, start - 16), start)
    )


def is_background(words: str, start: int, end: int, frame: str) -> bool:
    """Whether the word of a happening at [start, end) of an outline tells of no happening of its own."""
    if frame not in _MOVING:
        return False
    before = words[max(0, start - 36) : start]
    if _OFTEN.search(before) or is_of_another(words, start, end):
        return True
    if _WHOSE.search(before) and _WORDS_OF_HIS.match(words, end):
        return True
    if frame == "tours" and words[start:end] in _OF_THE_PARTY and _ITS_WORK.match(words, end):
        return True
    return frame == "tours" and bool(
        _REFERRED.match(words, end)
        or _ANOTHERS.search(before)
        or _NOUN_BEFORE.search(before)
        or _NOUN_AFTER.match(words, end)
    )
