"""Places in running text: divisions, countries and cities abroad that a clause says it happened in."""

from __future__ import annotations

import re
from functools import cache

from kg.lexicon.places import Home, Place, Places, places

FoundPlaces = tuple[int, int, tuple[str, ...]]

_CUE = (
    r"(?:(?:(?<=[）：])|(?<=日|午|晨|晚|间))|(?:^|(?<=[，。；：、（\n“]))"
    r"|在|到|赴|于|这里是|抵达?+|前往|来到|走进|深入|访问?+|离开?+|对|从|位于|考察|视察|调研|返|至|回)"
)
_EPITHET = re.compile(
    "(?:革命)?(?:圣地|老区)|历史文化名城|历史名城|古城|古都|首都|省会|港口城市|(?:中|东|西|南|北)部(?:城市)?|位于"
)
_EPITHET_BEGINS = frozenset("革圣老历古首省港中东西南北位")


@cache
def _cues() -> re.Pattern[str]:
    """Finds the cues with a character behind them that may begin a place or what is said of one."""
    begins = sorted({form[0] for form in places().beginnings} | _EPITHET_BEGINS)
    return re.compile(f"{_CUE}(?=[{re.escape(''.join(begins))}])")


_LINK = re.compile(r"(?:首都|的首都|省会)?(?:、|和|及|以及|与|，)?")
_TOWN = re.compile(r"[一-龥]{2,4}?(?:镇|乡|街道)(?!长|党|政|委|村|亲|干)")
_NOT_A_PLACE = re.compile(
    r"(?:人(?!民大会堂|民英雄)|时间|合作(?!社|区)|关系|论坛|政府|军|籍|方|族|大学|学院|银行|共产党|民族|驻|和平|语|队|裔|货币|日报|晚报|台|路|街|话|菜|站(?!起)|号|银(?!川)|科|协|足|油田|钢铁|航空|股份|集团|公司|证券|杯|侵|当局|首相|总统|外交部|官方|民众|总理|国防部|外长)|(?<=天水)围"
)
_INNER = {
    "来京": "北京市",
    "在京": "北京市",
    "赴京": "北京市",
    "在沪": "上海市",
    "在穗": "广州市",
    "在港": "香港特别行政区",
}
_SHORT_WAY = re.compile("|".join(_INNER))


def find_places(
    text: str, start: int, end: int, known: Places, province: Home = "", year: int | None = None
) -> list[FoundPlaces]:
    """The places named where a clause begins or after a word of motion or rest, in order.

    Args:
        text: the cleaned text; offsets count in it.
        start: where to begin.
        end: where to stop.
        known: the gazetteer.
        province: full name of the province that the article is about, or ""; asked for only where it decides.
        year: the article's year, for divisions that came and went.

    Returns:
        (start, end, full names: a division after the ones it is said to lie in).
    """
    found: list[FoundPlaces] = []
    at, begins = start, known.beginnings
    for cue in _cues().finditer(text, start, end):
        here = cue.end()
        if text[here : here + 1] in _EPITHET_BEGINS and (epithet := _EPITHET.match(text, here)):
            here = epithet.end()
        if here < at or text[here : here + 2] not in begins:
            continue
        one = _with_venue(text, here, end, known, _chain(text, here, end, known, province, year))
        if one:
            found.append(one)
            at = one[1]
    for match in _SHORT_WAY.finditer(text, start, end):
        if all(match.end() <= a or match.start() >= b for a, b, _ in found):
            found.append((match.start() + 1, match.end(), (_INNER[match.group()],)))
    return sorted(found)


def _with_venue(
    text: str, start: int, end: int, known: Places, chain: FoundPlaces | None
) -> FoundPlaces | None:
    """人民大会堂, 北京人民大会堂: a venue of certain city, alone or right after a place."""
    at = chain[1] if chain else start
    stop = known.venue_at(text, at)
    if stop is None or stop > end:
        return chain
    names = known.venues[text[at:stop]]
    if chain and any(known.abroad(place) or _is_city_abroad(place, known) for place in chain[2]):
        return chain[0], stop, chain[2]  # 泰国曼谷|国家会议中心: no house of ours
    return (start, stop, tuple(dict.fromkeys((*(chain[2] if chain else ()), *names))))


def _is_city_abroad(name: str, known: Places) -> bool:
    found = known.lookup(name)
    return bool(found) and found[0].level == "city"


def _chain(
    text: str,
    start: int,
    end: int,
    known: Places,
    province: Home,
    year: int | None,
    no_place: re.Pattern[str] = _NOT_A_PLACE,
) -> FoundPlaces | None:
    """山西太原, 广东珠海、广州、深圳, 韩国首都首尔: one run of names, each read in the light of the one before."""
    names: list[str] = []
    at, within, last = start, province, start
    while True:
        hit = known.longest_at(text, at) or (_after(text, at, known) if names else None)
        if hit is None or hit[0] > end or no_place.match(text, hit[0]):
            break
        place = known.resolve(text[at : hit[0]], within, year)
        if place is None or (names and at == last and _lies_elsewhere(place, within, known)):
            break  # 苏州|汇川技术有限公司: no county of another province
        names.append(place.name)
        last = hit[0]
        within = known.province_of(place) or within
        town = _TOWN.match(text, last) if place.level in {"county", "prefecture"} else None
        if town:
            names.append(town.group())
            last = town.end()
        link = _LINK.match(text, last)
        at = link.end() if link else last
    return (start, last, tuple(dict.fromkeys(names))) if names else None


def _lies_elsewhere(place: Place, within: Home, known: Places) -> bool:
    """Whether a division that stands right behind another lies in another province."""
    home = known.province_of(place)
    return bool(home) and isinstance(within, str) and bool(within) and home != within


def _after(text: str, start: int, known: Places) -> tuple[int, tuple[Place, ...]] | None:
    """A short form that is also a common word is a place right after another place: 广西来宾."""
    for length in (4, 3, 2):
        found = known.lookup(text[start : start + length])
        if found and len(text) >= start + length and found[0].level != "county":
            return start + length, found
    return None


_EMBASSY = re.compile("驻(?P<where>[一-龥]{2,16}?)(?:大?使馆|总?领事馆|总领馆|代表处|使团)")
_NO_SEAT = re.compile("(?!政府|人|大学|学院|警方|(?:总统|首相|总理)府)(?:" + _NOT_A_PLACE.pattern + ")")


def seat_in(body: str, known: Places) -> tuple[str, ...]:
    """Where a body's name says that it is: 某市人民政府 and 某市大学 in 某市, an embassy in the country it is sent to."""
    embassy = _EMBASSY.search(body)
    words = embassy["where"] if embassy else body
    chain = _chain(words, 0, len(words), known, "", None, _NO_SEAT)
    return chain[2] if chain and chain[2] != ("中国",) else ()


def names_in(words: str, known: Places, province: str = "", year: int | None = None) -> tuple[str, ...]:
    """The places that the name of a body or a post begins with: 广西壮族自治区永福县纪委 → both divisions."""
    chain = _chain(words, 0, len(words), known, province, year)
    return chain[2] if chain and chain[2] != ("中国",) else ()
