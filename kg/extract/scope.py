"""Where an article is at each point: what 省委, 市长 or 外长 mean there.

The last place named before a point decides, a place inside the former one narrowing it; the title stands before the first
sentence. Computed only for articles that have such short forms.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from kg.lexicon.names import name_tables
from kg.lexicon.place_prefix import Scope, narrow
from kg.lexicon.places import Place, places
from kg.lexicon.trie import WordFinder

_HONG_KONG = re.compile(
    "香港|港府|特首|立法会|港铁|港人|律政司|廉署|廉政公署|警司|裁判官|区议会|终审法院|大律师|本港|医管局|监警会|支联会|民阵|民建联|工联会|经民联|公民党|社民连|教协|食环署|选举事务处|反修例|逃犯条例|港大(?<![香海]港大)(?![学桥])"
)
_PAPERS_THERE = re.compile("香港|众新闻|明报|立场新闻|星岛|东方日报|信报|HK|Hong Kong")
_NEAR = 30  # code points from a country to a post without a place of its own
_SENTENCE_END = re.compile("[。！？\n]")
_TITLE_ENDS = frozenset("长记席任员理事师授士")
_NOT_A_PLACE = re.compile(r"[路街道籍话]|(?<=小金)库|(?<=天水)围|人民币|肺炎|之行|之旅")


@cache
def _finder() -> WordFinder:
    return WordFinder(place_forms())


@cache
def place_forms() -> frozenset[str]:
    """The names of places that are looked for in a text."""
    return frozenset(form for form in places().matched_forms() if len(form) > 1)


def place_mentions(
    text: str, begins: Iterable[int] | None = None
) -> list[tuple[int, int, tuple[Place, ...]]]:
    """Every place in `text` as (start, end, what it can mean), left to right; `begins` as for `WordFinder.find`."""
    known = places()
    texas = "美国" in text and "山东" not in text  # 德州 of the south
    return [
        (start, start + len(form), known.lookup(form))
        for start, form in _finder().find(text, begins)
        if not (texas and form == "德州")
        and not _NOT_A_PLACE.match(text, start + len(form))
        and not _is_given_name(text, start, form)
    ]


def _is_given_name(text: str, start: int, form: str) -> bool:
    """Whether the short form of a place rather ends a name behind a post or a mark (省委书记翟北辰、翟北辰强调)."""
    if len(form) != 2 or start < 1 or text[start - 1] not in name_tables().surnames:
        return False
    before = text[start - 2] if start > 1 else "\n"
    return (before in _TITLE_ENDS or not "\u4e00" <= before <= "\u9fff") and text[
        start - 1
    ] not in "和于向从时常同与对赴到在由会往应"


class PlaceContext:
    """The places of one article, folded into a scope at each point."""

    def __init__(self, title: str, text: str, begins: Sequence[int] | None = None, source: str = "") -> None:
        """`begins`: where in `text` names of places may begin, if somebody has looked; `source`: the medium."""
        self.title, self.text, self._begins = title, text, begins
        self._points: list[int] | None = None
        self._scopes: list[Scope] = []
        self._countries: list[tuple[int, str]] = []
        enough = 1 if _PAPERS_THERE.search(source) else 2
        self.region = "hk" if len(_HONG_KONG.findall(text)) >= enough else ""

    def at(self, position: int) -> Scope:
        """The scope at a position of the text (cleaned offsets); `country` is the last foreign one named."""
        points = self._fold()
        index = bisect_right(points, position) - 1
        abroad = max((at for at, _ in self._countries if at < position), default=-1)
        if (
            index >= 0
            and abroad > points[index]
            and position - abroad < _NEAR
            and self._abroad_now(abroad, position)
        ):
            return Scope(region=self.region)  # 美国纽约疫情严峻，但市长…
        return self._scopes[index] if index >= 0 else self._ahead()

    def _abroad_now(self, country: int, position: int) -> bool:
        """Whether the sentence that a post stands in is set in the country named in it."""
        return country >= 0 and not _SENTENCE_END.search(self.text, country, position)

    def _ahead(self) -> Scope:
        """Where no place has been named yet: the one that the whole article is about, if there is one."""

        def only(names: set[str]) -> str:
            return names.pop() if len(names) == 1 else ""

        province = only({s.province for s in self._scopes})
        if not province:
            return Scope(region=self.region)
        prefecture = only({s.prefecture for s in self._scopes if s.prefecture})
        county = only({s.county for s in self._scopes if s.county})
        return Scope(province, prefecture, county, region=self.region)

    def hide(self, spans: Iterable[tuple[int, int]]) -> None:
        """Forget the countries of places that are only a part of somebody's name (法国外长|科隆|塔)."""
        hidden = [(start, end) for start, end in spans if end > start]
        if not hidden:
            return
        self._fold()
        self._countries = [
            (at, country)
            for at, country in self._countries
            if not any(start <= at < end for start, end in hidden)
        ]

    def country_before(self, position: int, floor: int) -> str:
        """The last foreign country named in text[floor:position], or ""."""
        self._fold()
        for at, country in reversed(self._countries):
            if at < position:
                return country if at >= floor else ""
        return ""

    def countries(self) -> set[str]:
        """All foreign countries that the article names."""
        self._fold()
        return {country for _, country in self._countries}

    def province(self) -> str:
        """The one province that the article names or whose places it names, or ""."""
        self._fold()
        named = {scope.province for scope in self._scopes if scope.province}
        return named.pop() if len(named) == 1 else ""

    def _fold(self) -> list[int]:
        if self._points is not None:
            return self._points
        scope = Scope(region=self.region)
        points, scopes = [], []
        cities: set[str] = set()
        shift = len(self.title) + 1
        begins = None if self._begins is None else [*range(shift), *(at + shift for at in self._begins)]
        for start, end, meanings in place_mentions(f"{self.title}\n{self.text}", begins):
            place = _meant(meanings, scope)
            if place is None:
                continue
            if place.level in {"country", "city"}:
                country = place.name if place.level == "country" else (place.parents or ("",))[0]
                if country and country != "中国":
                    self._countries.append((start - shift, country))
                continue
            scope = _folded(scope, place)
            cities.add(place.name)
            if scope.county.endswith("市") and scope.prefecture not in cities:
                scope = replace(scope, prefecture="")  # 石狮市: 市委 is its own until 泉州市 is named
            points.append(end - shift)
            scopes.append(scope)
        self._points, self._scopes = points, scopes
        return points


def _meant(meanings: tuple[Place, ...], scope: Scope) -> Place | None:
    living = [p for p in meanings if p.until is None]
    if len(meanings) == 1 or len(living) == 1:
        return (living or meanings)[0]
    known = places()
    inside = [p for p in meanings if scope.province and known.province_of(p) == scope.province]
    if scope.prefecture and len(inside) > 1:
        inside = [p for p in inside if scope.prefecture in p.parents] or inside
    names = {p.name: p for p in inside}
    if len(names) == 1:
        return next(iter(names.values()))
    larger = [p for p in meanings if p.level in {"province", "prefecture", "country"} and p.until is None]
    return larger[0] if len(larger) == 1 else None


def _folded(scope: Scope, place: Place) -> Scope:
    """A county keeps the city it lies in; a city or province starts anew."""
    inner = narrow(scope, place)
    return Scope(inner.province, inner.prefecture, inner.county, "", "", scope.region)
