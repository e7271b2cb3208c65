"""The places that the name of a body begins with, and the scope in which short forms are read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.lexicon.places import Place, Places, places

_MUNICIPALITIES = frozenset({"北京市", "天津市", "上海市", "重庆市"})


@dataclass(frozen=True, slots=True)
class Scope:
    """Where an article (or the sentence so far) is: full names, "" where unknown. `region` is "hk" in Hong Kong's news."""

    province: str = ""
    prefecture: str = ""
    county: str = ""
    town: str = ""
    country: str = ""
    region: str = ""

    def place(self, level: str) -> str:
        """The full name of the place that 省, 市, 县 … means here, or ""."""
        if level == "province":
            return self.province
        if level == "prefecture":
            own = self.county if self.county.endswith("市") else ""
            return self.prefecture or own or (self.province if self.province in _MUNICIPALITIES else "")
        if level == "county":
            return self.county
        return self.town if level == "town" else ""

    @property
    def innermost(self) -> str:
        """The smallest place that is known."""
        return self.county or self.prefecture or self.province


@dataclass(frozen=True, slots=True)
class PlacePrefix:
    """The places that a form begins with: `end` is where they end; `scope` what they say."""

    end: int
    scope: Scope
    name: str  # the full name under which a body of the last place goes
    full: str  # the last place's own full name
    surface: str  # the last place as printed


_NO_PLACE = re.compile("[路街道籍话语]|人(?![大民代社才力事权])")  # 北京路, 四川人


@lru_cache(maxsize=100_000)
def place_prefix(form: str, context: Scope) -> PlacePrefix | None:
    """Read the places at the beginning of `form` (山西省太原市…, 俄罗斯…), nested ones inside one another."""
    known = places()
    at, last_at, scope = 0, 0, context
    chain: list[Place] = []
    while True:
        found = known.longest_at(form, at) or _short_county(form, at, scope, known)
        if found is None:
            break
        end, meanings = found
        choice = _choose(meanings, scope, known)
        if choice is None or (chain and not _inside(choice, chain[-1])):
            break
        if at == 0 and _NO_PLACE.match(form, end):
            break
        if (
            form[at:end] != choice.name
            and form[end : end + 1] == choice.name[-1]
            and choice.level != "country"
        ):
            end += 1  # 河南|县 is 河南蒙古族自治县
        last_at, at = at, end
        chain.append(choice)
        scope = _narrow(scope, choice, known)
    if not chain:
        return None
    last = chain[-1]
    surface = form[last_at:at]
    town = re.match(
        r"[\u4e00-\u9fff]{1,4}?(?:镇|乡|街道)(?=党委|党工委|政府|人民政府|人大|纪委|办事处|办)", form[at:]
    )
    if town and last.level == "county":
        name = town.group()
        return PlacePrefix(at + len(name), _with_town(scope, name), name, name, name)
    return PlacePrefix(at, scope, _body_name(last), last.name, surface)


def _short_county(form: str, at: int, scope: Scope, known: Places) -> tuple[int, tuple[Place, ...]] | None:
    """A county of two characters (滦县), a prefecture before 地委: they only count behind their province or city."""
    for size in (4, 3, 2):
        end = at + size
        if at and (
            form[end - 1 : end] in {"县", "市", "区", "旗"} or form[end : end + 2] in {"地委", "行署"}
        ):
            inside = tuple(p for p in known.all_of(form[at:end]) if known.province_of(p) == scope.province)
            if inside:
                return end, inside
    return None


def _with_town(scope: Scope, town: str) -> Scope:
    return Scope(scope.province, scope.prefecture, scope.county, town, scope.country, scope.region)


def _choose(meanings: tuple[Place, ...], scope: Scope, known: Places) -> Place | None:
    if len(meanings) == 1:
        return meanings[0]
    inside = [
        p
        for p in meanings
        if (not scope.province or known.province_of(p) == scope.province)
        and (p.level != "county" or not scope.prefecture or scope.prefecture in p.parents)
    ]
    pool = inside or list(meanings)
    live = [p for p in pool if p.until is None] or pool
    order = {"country": 0, "province": 1, "prefecture": 2, "city": 3, "county": 4}
    best = min(order[p.level] for p in live)
    top = [p for p in live if order[p.level] == best]
    names = {p.name for p in top}
    return top[0] if len(names) == 1 else None


def _inside(inner: Place, outer: Place) -> bool:
    if outer.name in inner.parents or (outer.level == "province" and inner.parents[-1:] == (outer.name,)):
        return True
    return inner.until is not None and inner.level == "county" and inner.parents[-1:] == outer.parents[-1:]


def _narrow(scope: Scope, place: Place, known: Places) -> Scope:
    if place.level in {"country", "city"}:
        return Scope(
            country=place.name if place.level == "country" else (place.parents or ("",))[-1],
            region=scope.region,
        )
    province = known.province_of(place)
    prefecture = (
        place.name if place.level == "prefecture" else next((p for p in place.parents if p != province), "")
    )
    county = place.name if place.level == "county" else ""
    return Scope(province, prefecture, county, "", "", scope.region)


def narrow(scope: Scope, place: Place) -> Scope:
    """The scope after `place` has been named."""
    return _narrow(scope, place, places())


def _body_name(place: Place) -> str:
    """The name under which a place's bodies go: a district keeps its city (兰州市红古区), a county does not."""
    if place.level == "county" and place.name.endswith("区") and place.parents:
        return place.parents[0] + place.name
    return place.name
