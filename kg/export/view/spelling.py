"""How a name may be typed: simplified, traditional, pinyin, the initials of its pinyin."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC

SURNAME_READINGS = {
    "单": "shan", "解": "xie", "仇": "qiu", "朴": "piao", "查": "zha", "区": "ou", "任": "ren", "曾": "zeng",
    "乐": "yue", "翟": "zhai", "缪": "miao", "覃": "qin", "冼": "xian", "种": "chong", "秘": "bi", "繁": "po",
    "盖": "ge", "召": "shao", "员": "yun", "尉": "yu", "折": "she", "宓": "mi", "逄": "pang", "尹": "yin",
}  # fmt: skip
"""Characters that are read otherwise where they are a surname; both readings find the person."""


COMPOUND_SURNAMES = frozenset({
    "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "宇文", "长孙", "司徒", "夏侯", "端木",
    "轩辕", "独孤", "南宫",
})  # fmt: skip


def typed_as(name: str, is_person: bool) -> str:
    """The other ways to type `name`, separated by "|": syllables, initials, the traditional form."""
    forms = [way for form in _readings(name, is_person) for way in _ways(form)]
    forms.extend(["".join(s[0] for s in form.split()) for form in forms])
    traditional = _converter().convert(name)
    return "|".join(dict.fromkeys([*forms, *([traditional] if traditional != name else [])]))


def _ways(form: str) -> tuple[str, ...]:
    """ü is typed as v, u or yu."""
    if not re.search(r"\b[ln]v", form):
        return (form,)
    return form, re.sub(r"\b([ln])v", r"\1u", form), re.sub(r"\b([ln])v", r"\1yu", form)


def pinyin_of(name: str, is_person: bool) -> str:
    """How a name is read: `Luo Qingyu` of a Chinese person, syllables apart of anything else."""
    forms = _readings(name, is_person)
    syllables = forms[-1].split() if forms else []
    if is_person and 2 <= len(name) <= 4 and len(syllables) == len(name):
        family = 2 if name[:2] in COMPOUND_SURNAMES else 1
        return " ".join("".join(part).capitalize() for part in (syllables[:family], syllables[family:]))
    return " ".join(syllables)


@cache
def _readings(name: str, is_person: bool) -> tuple[str, ...]:
    """Syllables of a name joined by spaces; the surname's own reading last. A name without 汉字 has none."""
    from pypinyin import lazy_pinyin

    if not any("㐀" <= c <= "鿿" or c >= "𠀀" for c in name):
        return ()
    plain = " ".join(_ascii(s) for s in lazy_pinyin(name, v_to_u=False) if _ascii(s))
    if not is_person or name[0] not in SURNAME_READINGS:
        return (plain,) if plain else ()
    family = SURNAME_READINGS[name[0]] + " " + " ".join(plain.split()[1:])
    return tuple(dict.fromkeys((plain, family)))


def _ascii(syllable: str) -> str:
    return "".join(c for c in syllable.lower() if c.isascii() and c.isalnum())


@cache
def _converter() -> OpenCC:
    from opencc import OpenCC

    return OpenCC("s2t")
