"""Where things are: administrative divisions of China with their history, countries, and cities abroad."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from kg.model.errors import LexiconError

Level = Literal["country", "province", "prefecture", "county", "city"]
Home = (
    str | Callable[[], str]
)  # the full name of a province, "" for none; or what finds it out when it matters
RANK: dict[Level, int] = {"country": 0, "province": 1, "prefecture": 2, "county": 3, "city": 2}
_AFTER_STATE = frozenset("家会务防土民王际立")  # with 国 they make words: 国家, 国会, 国务, 国防
_DIRECT_MUNICIPALITIES = ("11", "12", "31", "50")


@dataclass(frozen=True, slots=True)
class Place:
    """A country, an administrative division of China, or a city abroad.

    `name` is the full official name (山西省, 太原市, 鄱阳县; countries by their usual name: 俄罗斯).
    `code` is its GB/T 2260 number (six digits), its ISO 3166 alpha-2, or "".
    `parents` are full names, nearest first: ("太原市", "山西省").
    `since`/`until` are the first and the last year whose list (of 31 December) has the name, None where
    it always did or still does. `abbreviation` is the one-character form (晋, 俄).
    """

    name: str
    code: str
    level: Level
    parents: tuple[str, ...] = ()
    short: str = ""
    abbreviation: str = ""
    since: int | None = None
    until: int | None = None

    def existed_in(self, year: int) -> bool:
        """Whether the division had this name and code at some time in `year`."""
        return (self.since is None or self.since <= year) and (self.until is None or year <= self.until + 1)


class Places:
    """All known places, by every form of their names. Rows become `Place` objects only when asked for.

    `beginnings` are the first two characters of all names of places and venues.
    """

    def __init__(self) -> None:
        self._rows: list[tuple[str, ...]] = []
        self._by_form: dict[str, list[int]] = {}
        self._by_code: dict[str, str] = {}
        self._bare: set[str] = set()
        self._made: dict[int, Place] = {}
        self._found: dict[str, tuple[Place, ...]] = {}
        self.venues: dict[str, tuple[str, ...]] = {}
        self.nations: dict[str, str] = {}  # 俄 → 俄罗斯, where no other country has that character
        self._read()
        self._lengths = self._gate()
        self._venue_lengths: dict[str, list[int]] = {}
        for venue in sorted(self.venues, key=len, reverse=True):
            self._venue_lengths.setdefault(venue[:2], []).append(len(venue))
        self.beginnings = frozenset(form[:2] for form in (*self._bare, *self.venues))

    def lookup(self, surface: str) -> tuple[Place, ...]:
        """All places that `surface` can mean, full or short form; the largest first, abolished ones last.

        An abolished division is left out where one of the same name and province still exists.
        """
        found = self._found.get(surface)
        if found is None:
            if surface not in self._by_form:
                return ()
            found = self._found[surface] = self._distinct(self.all_of(surface))
        return found

    def all_of(self, surface: str) -> list[Place]:
        """Like `lookup`, with every earlier code of the same division."""
        return [self._place(i) for i in self._by_form.get(surface, ())]

    def longest_at(self, text: str, start: int) -> tuple[int, tuple[Place, ...]] | None:
        """The longest place name at `start` as (its end, what it can mean), or None.

        Short forms that are common words (平安, 东方, 大同) are not matched here; `lookup` knows them.
        """
        for length in self._lengths.get(text[start : start + 2], ()):
            form = text[start : start + length]
            if form in self._bare and not (form[-1] == "国" and self._runs_on(text, start, form)):
                return start + len(form), self.lookup(form)
        return None

    def country(self, form: str) -> str:
        """The full name of the country that a whole form means; "" where it means none."""
        found = self.lookup(form)
        return found[0].name if found and found[0].level == "country" else ""

    def abroad(self, form: str) -> str:
        """The same of any country but ours."""
        name = self.country(form)
        return name if name != "中国" else ""

    def country_at(self, text: str, start: int) -> tuple[int, str] | None:
        """The country whose name begins at `start` as (its end, its full name), or None."""
        found = self.longest_at(text, start)
        return (found[0], found[1][0].name) if found and found[1][0].level == "country" else None

    def _runs_on(self, text: str, start: int, form: str) -> bool:
        """Whether 国 rather begins the next word (日本|国会, 日本|国家安全保障局)."""
        return form[:-1] in self._bare and text[start + len(form) : start + len(form) + 1] in _AFTER_STATE

    def matched_forms(self) -> frozenset[str]:
        """The forms that `longest_at` knows, for patterns that scan a whole text."""
        return frozenset(self._bare)

    def venue_at(self, text: str, start: int) -> int | None:
        """Where the longest venue of certain city that begins at `start` ends, or None."""
        for length in self._venue_lengths.get(text[start : start + 2], ()):
            if self.venues.get(text[start : start + length]):
                return start + length
        return None

    def may_start(self, text: str, start: int) -> bool:
        """Whether any place name or venue begins with the two characters at `start`."""
        return text[start : start + 2] in self.beginnings

    def resolve(self, surface: str, province: Home = "", year: int | None = None) -> Place | None:
        """The one place that `surface` means in an article on `province` written in `year`, or None.

        A larger division wins over smaller namesakes (海南 is the province), one that exists over one that is
        gone; among equals only context decides.
        """
        found = self.lookup(surface)
        if year is not None:
            found = tuple(p for p in self.all_of(surface) if p.existed_in(year)) or found
        elif any(p.until is None for p in found):
            found = tuple(p for p in found if p.until is None)
        if len(found) > 1 and province:
            home = province if isinstance(province, str) else province()
            found = tuple(p for p in found if home and self.province_of(p) == home) or found
        if not found:
            return None
        top = min(RANK[p.level] for p in found)
        names = {(p.name, p.parents): p for p in found if RANK[p.level] == top}
        return next(iter(names.values())) if len(names) == 1 else None

    def province_of(self, place: Place) -> str:
        """The full name of the province that `place` is or lies in; "" for countries and places abroad."""
        if place.level == "province":
            return place.name
        return place.parents[-1] if place.parents and place.level in {"prefecture", "county"} else ""

    def _distinct(self, found: list[Place]) -> tuple[Place, ...]:
        live = {(p.name, self.province_of(p)) for p in found if p.until is None}
        kept: dict[tuple[str, str, int | None], Place] = {}
        for place in found:
            key = (place.name, self.province_of(place))
            if place.until is None:
                kept[(*key, int(place.code) if place.level == "county" and place.code else None)] = place
            elif key not in live:
                kept[(*key, None)] = place
        return tuple(sorted(kept.values(), key=lambda p: (p.until is not None, RANK[p.level], p.code)))

    def _read(self) -> None:
        for row in _table("divisions.tsv", 7):
            self._add_division(row)
        for alpha2, name, aliases, abbreviation, _ in _table("countries.tsv", 5):
            self._add(("country", alpha2, name, "", "", "", abbreviation), aliases.split("|"), bare=True)
            if abbreviation:
                self.nations[abbreviation] = "" if abbreviation in self.nations else name
            self._by_code[alpha2] = name
        for name, alpha2, bare in _table("cities_abroad.tsv", 3):
            self._add(("city", "", name, "", "", self._by_code[alpha2], ""), (), bare=bool(bare))
        for name, level, parent, aliases, bare in _table("areas.tsv", 5):
            self._add((level, "", name, "", "", parent, ""), aliases.split("|"), bare=bool(bare))
        for venue, places in _table("venues.tsv", 2):
            self.venues[venue] = tuple(filter(None, places.split("|")))

    def _add_division(self, row: tuple[str, ...]) -> None:
        code, name, short, since, until, bare, abbreviation = row
        if not until:
            self._by_code[code] = name
        self._rows.append(("", code, name, since, until, short, abbreviation))
        number = len(self._rows) - 1
        self._by_form.setdefault(name, []).append(number)
        if len(name) > 2 or until == "" or name.endswith("县"):
            self._bare.add(name)
        if short:
            self._by_form.setdefault(short, []).append(number)
            if bare:
                self._bare.add(short)
            for kind in ("自治州", "自治县", "自治旗"):
                if name.endswith(kind):  # 环江县 for 环江毛南族自治县
                    self._by_form.setdefault(short + kind[-1], []).append(number)
                    self._bare.add(short + kind[-1])

    def _add(self, row: tuple[str, ...], aliases: tuple[str, ...] | list[str], *, bare: bool) -> None:
        self._rows.append(row)
        for form in (row[2], *filter(None, aliases)):
            self._by_form.setdefault(form, []).append(len(self._rows) - 1)
            if bare:
                self._bare.add(form)

    def _gate(self) -> dict[str, tuple[int, ...]]:
        lengths: dict[str, set[int]] = {}
        for form in self._bare:
            lengths.setdefault(form[:2], set()).add(len(form))
        return {pair: tuple(sorted(sizes, reverse=True)) for pair, sizes in lengths.items()}

    def _place(self, number: int) -> Place:
        place = self._made.get(number)
        if place is None:
            place = self._made[number] = self._make(self._rows[number])
        return place

    def _make(self, row: tuple[str, ...]) -> Place:
        kind, code, name, since, until, short, abbreviation = row
        if kind == "country":
            return Place(name, code, "country", (), name, abbreviation)
        if kind:  # a city abroad or an area without a code; `short` names what it belongs to
            above = self.lookup(short) if short != name else ()  # Singapore is a city of itself
            chain = (short, *(above[0].parents if above else ()))
            return Place(name, "", "city" if kind == "city" else "county", chain, name)
        level: Level = "county"
        if code.endswith("00"):
            level = "province" if code.endswith("0000") else "prefecture"
        years = (int(since) if since else None, _last_year(until))
        return Place(name, code, level, self._parents(code, level), short or name, abbreviation, *years)

    def _parents(self, code: str, level: Level) -> tuple[str, ...]:
        province = self._by_code.get(code[:2] + "0000", "")
        if level == "province":
            return ()
        prefecture = self._by_code.get(code[:4] + "00", "") if level == "county" else ""
        if code[:2] in _DIRECT_MUNICIPALITIES or code[2:4] == "90":
            prefecture = ""
        return (prefecture, province) if prefecture else (province,)


def _last_year(until: str) -> int | None:
    if until == "?":
        return 1979  # only in the list of abolished codes: gone before the yearly lists begin
    return int(until) if until else None


def _table(name: str, columns: int) -> list[tuple[str, ...]]:
    """The rows of a word list, each padded to `columns` fields.

    Raises:
        LexiconError: a row has more fields than the table has columns.
    """
    lines = files("kg.lexicon").joinpath(name).read_text("utf-8").split("\n")[1:]
    rows = []
    for number, line in enumerate(lines, 2):
        fields = line.split("\t")
        if len(fields) > columns:
            raise LexiconError(
                f"kg/lexicon/{name}:{number}: {len(fields)} fields, at most {columns} are known"
            )
        if line:
            rows.append((*fields, *[""] * (columns - len(fields))))
    return rows


@cache
def places() -> Places:
    """The places of this process; read once.

    Source: kg/lexicon/SOURCES.md, "divisions", "countries", "cities_abroad", "areas", "venues".
    """
    return Places()
