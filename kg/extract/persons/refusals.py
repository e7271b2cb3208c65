"""What speaks against a name in itself: it is a word or made of words, a place, a form of address, a body."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.extract.persons.characters import foreign_weight
from kg.extract.persons.endings import context_words
from kg.extract.persons.tibetan import is_tibetan
from kg.extract.segment import is_word, tag
from kg.lexicon.body_forms import national_forms
from kg.lexicon.brands import brands_of_companies
from kg.lexicon.names import name_tables
from kg.lexicon.places import places
from kg.lexicon.posts import post_lexicon

NEVER_LAST = frozenset(
    "副并奖早媒指称向今也都陪摄作则在等就被把将与及还又已因从于之所令让前更最太再仍曾须亦续虽便却"
)
_DOTS = "·•・‧⋅∙.．-－—"
_NATIONS = frozenset("中美日韩俄英法德印欧朝越港澳台蒙")


@lru_cache(maxsize=100_000)
def penalty_of(name: str, foreign: bool, prefer_foreign: bool) -> float | None:
    """What speaks against a name in itself, in bits: it is a word, or made of words; None if it can be no name."""
    if is_tibetan(name) or name in name_tables().tibetan:  # two given names, or one alone
        return 0.0
    if name in context_words("never") or _NATIONS.issuperset(name) or begins_with_a_word(name):
        return None
    if name in national_forms() or name == "陆军" or _is_addressed(name) or name[1] == "氏":
        return None  # 惠氏, 陈氏, 巴氏奶
    if not prefer_foreign and name in brands_of_companies():
        return None  # 雷诺 among other brands
    if (
        len(name) > 2
        and (meant := places().lookup(name))
        and (meant[0].level != "city" or not prefer_foreign)
    ):
        return None  # behind a foreign post, a city abroad may be somebody's name (防长|休斯敦)
    if foreign and not any(c in _DOTS for c in name) and all(map(_is_common, tag(name))):
        if prefer_foreign and len(tag(name)) == 1 and foreign_weight(name) > _NAMELIKE:
            return 0.0  # one word, that sounds like nothing but a name
        return None  # 有关嘉宾, 讲述情况: words, not a transliteration
    if (
        is_country(name)
        or (name[0] in "赴访驻应" and is_country(name[1:]))
        or (name[0] == "应" and _is_deed(name[1:]))
        or name.endswith(("基金", "新任", "首任", "前任", "时任"))
        or (name[-1] in "性感度" and len(name) == 3 and is_word(name[:2]))
        or _NUMERALS.issuperset(name)
        or _is_settlement(name, foreign)
        or (name[-1] == "社" and len(name) == 3 and foreign_weight(name[:2]) > _AGENCY)
    ):
        return None
    if (name[0] in "全整" and is_country(name[1:])) or (name[-1] == "新" and is_country(name[:-1])):
        return None  # 代表|全中国, 韩国新|当选总统
    if len(name) == 4 and not foreign and _is_two_words(name):
        return None  # 孟方|希望, 谢谢|杨禹
    if len(name) == 2 and name[1] == "国" and name[0] in _NATIONS_SHORT:
        return None  # 菲国总统
    if _WEEKDAY.fullmatch(name):
        return None  # 周一|晚
    if not foreign and name[1] in "母父" and len(name) < 4:
        return None  # 潘母|昨晚: whose mother she is
    if not foreign and len(name) == 3 and name[1:] in _ADVERBS_BEHIND:
        return None  # 李|其后表示
    if not foreign and len(name) == 3 and name[0] in _MORE_OFTEN_WORDS and is_word(name[1:]):
        return None  # 议员|应小心, 局长|都无法
    if len(name) == 3 and name[2] in "军方关双" and _NATIONS.issuperset(name[:2]):
        return None  # 韩美军演
    penalty = 0.0
    if is_word(name) and prefer_foreign and foreign and _is_no_place(name):
        penalty -= 2.0  # behind a foreign post, what the dictionary takes for a place that is none
    elif is_word(name) and not (len(name) == 4 and name[:2] in name_tables().japanese_surnames):
        penalty += 1.5 if prefer_foreign and foreign and tag(name)[0][1] in {"ns", "nz", "nt"} else 5.0
    if not foreign and len(name) == 3 and name_tables().surnames.get(name[0], 0) < 0 and is_word(name[1:]):
        penalty += 3.0  # 真追责
    return penalty


def _is_deed(words: str) -> bool:
    """Whether words are what somebody should do (应|加强, 应该|成)."""
    return words[:1] == "该" or (is_word(words) and tag(words)[0][1] in {"v", "vn"})


def _is_two_words(name: str) -> bool:
    """Whether four characters are a party or a courtesy and the words with it."""
    if name[:2] in name_tables().double_surnames or name[:2] in name_tables().japanese_surnames:
        return False
    if _is_plain(name[:2]) and _is_plain(name[2:]):
        return True  # 庄严宣誓, 江苏苏州
    return (name[1] == "方" and name[2:] in context_words("after", "weak")) or name[:2] in {"谢谢", "感谢"}


def _is_plain(half: str) -> bool:
    """Whether two characters are a common word, or a place at home."""
    if not is_word(half):
        return False
    sort = tag(half)[0][1]
    return sort in _SORTS or (sort == "ns" and any(place.level != "city" for place in places().lookup(half)))


_SORTS = frozenset("v vn a ad an z d n".split())


def _is_no_place(name: str) -> bool:
    """Whether the dictionary has a place of this name and the gazetteer has not (it knows statesmen so)."""
    return tag(name)[0][1] == "ns" and not places().lookup(name) and foreign_weight(name) > _SOUNDS


_NATIONS_SHORT = frozenset("菲韩美英法德泰俄朝日印越缅老巴土以叙伊埃墨智秘加澳新匈捷波希葡荷瑞挪丹芬奥比意西")
_NAMELIKE = 5.0  # bits: a transliteration beyond doubt
_AGENCY = -1.0  # bits: an agency under a foreign name (彭博社)
_SOUNDS = -4.0  # bits: characters that transliterations have, if not the commonest
_NUMERALS = frozenset("一二三四五六七八九十零〇·")  # “一二·九”运动


def _is_settlement(name: str, foreign: bool) -> bool:
    """Whether the last characters make a village or a town of it (毛竹村, 李家庄, 茹科斯基城)."""
    if len(name) < 3:
        return False
    town = name[-1] in "城镇县州岛" and (foreign or len(name) > 4)
    water = len(name) == 3 and name[-1] in "湖江河山" and bool(places().lookup(name[:2]))
    return town or water or name[-1] in "村乡屯" or name.endswith(("家庄", "家镇", "家寨"))


def can_be_name(name: str) -> bool:
    """Whether nothing in the characters themselves forbids a person's name (no 冯某指, 林|督察, no place)."""
    return (
        name[-1] not in NEVER_LAST
        and name[:2] not in post_lexicon().heads
        and name[:2] not in context_words("begins")
        and penalty_of(name, False, False) is not None
    )


def cuts_an_idiom(text: str, start: int) -> bool:
    """Whether the three characters at `start` begin a word of four (饶有兴|致)."""
    four = text[start : start + 4]
    return len(four) == 4 and is_word(four)


def cuts_a_summit(text: str, end: int) -> bool:
    """Whether a name that ends at `end` would take the first half of 峰会 (青岛峰|会)."""
    return text[end - 1 : end + 1] == "峰会" and text[end + 1 : end + 2] not in set("见谈晤")


def cuts_two_words(text: str, start: int) -> bool:
    """Whether the three characters at `start` are a word and half of the next (农村|妇女, 杭州|峰会)."""
    first, second = text[start : start + 2], text[start + 2 : start + 4]
    if not (len(second) == 2 and is_word(second) and is_word(first)):
        return False
    return bool(places().lookup(first)) or tag(first)[0][1] in {"n", "s", "t"}


def _is_addressed(name: str) -> bool:
    """Whether a bare surname stands before a form of address or a verb (陈|老师, 林|督察, 吴|回应)."""
    rest = name[1:] if name[0] in name_tables().surnames else ""
    if rest == "官" and name != "上官":
        return True  # 张官: a judge whose surname is 张
    return len(rest) > 1 and (rest in context_words("address") or rest in context_words("after"))


def is_country(name: str) -> bool:
    """Whether a whole name is that of a country."""
    return bool(places().country(name))


_ADVERBS_BEHIND = frozenset(
    "其后 同样 突然 坚持 后来 随后 当时 之后 事后 早前 最后 此前 忆述 回忆 透露 男子 女子 其实 曾经 已经 一度".split()
)
"""What is told of a bare surname right behind it."""
_MORE_OFTEN_WORDS = frozenset("都应任所可有信由但")
_WEEKDAY = re.compile("周[一二三四五六日][晚早午夜上下凌傍见和起时后前]?")
_ADVERBS = frozenset("首先 首次 首度 先后 相继 随即 随后 专程".split())


def begins_with_a_word(name: str) -> bool:
    """Whether the first character is no surname but a word of its own (兼|总理, 同|本扬, 曾|表示, 向|台湾)."""
    if name[0] in "同兼及要将在并" or name[:2] in _ADVERBS or name[:2] in context_words("begins"):
        return True
    rest = name[1:]
    if rest in {"领导", "总统", "总理", "主席", "首相", "书记", "部长"}:
        return True
    return (
        name[0] in "向于曾从对时"
        and len(rest) > 1
        and is_word(rest)
        and (name[0] == "向" or tag(rest)[0][1][0] in "vtrdmp" or bool(places().lookup(rest)))
    )


def _is_common(tagged: tuple[str, str]) -> bool:
    word, flag = tagged
    return len(word) > 1 and flag[0] in "nvadbmtr" and flag not in {"nr", "nrt", "ns", "nz", "nt"}
