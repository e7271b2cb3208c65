"""Names that are forms of one: 特蕾莎·梅 and 特雷莎·梅, 奥巴马 and 贝拉克·奥巴马, a verb read into a name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kg.lexicon.seats import is_single
from kg.lexicon.sounds import likeness_in_sound, renderings
from kg.resolve.kin import kin_of
from kg.resolve.rarity import is_chinese
from kg.resolve.sightings import Fragment, FragmentKey, NameRecord, add_counts
from kg.resolve.standing import standing

ALIKE = 0.6  # of names in one seat at one time
SLACK = 90  # days between the reports of two forms in one seat
LONG = 400  # … where the family name is the very same
AT_HOME = (
    4  # the part of a name's days that the country of a seat must have: a single misread report has less
)
GLUE = frozenset("陪说在和作与同等曾并将已还也就为是到赴及率当今昨又再抵邀宣致访发称指强表出主会")
"""Characters that stand after a name in the news far more often than in one."""
BEFORE = frozenset("向贺晤达吁请对")
"""Characters that stand before a name in the news and are read into it."""
RARE = 4  # times as many articles must have the better form before the other can be a misreading


@dataclass(frozen=True, slots=True)
class Variant:
    """A name that stands for another; `kind` tells why: short, sound, rendering, glued (a misreading)."""

    name: str
    leading: str
    kind: str
    seat: FragmentKey = ("", "")


@dataclass(frozen=True, slots=True)
class Time:
    """The first and the last day of a name's reports in a seat: of those that say it is held, if any does."""

    first: int = 0
    last: int = 0
    held: bool = False

    @classmethod
    def of(cls, fragment: Fragment) -> Time:
        """When reports say that the seat is held; else when they say that it was."""
        first, last = fragment.held()
        if first:
            return cls(first, last, True)
        days = fragment.all_days()
        return cls(min(days, default=0), max(days, default=0))

    def touches(self, other: Time, slack: int) -> bool:
        """Do the two overlap, or nearly?"""
        return max(self.first, other.first) - min(self.last, other.last) <= slack


@dataclass(slots=True)
class Outline:
    """What of a name's record tells its variants.

    `places`: its posts in bodies; for a seat that one person holds, when. `weights`: articles by country (by body,
    where that tells none).
    """

    articles: int
    places: dict[FragmentKey, Time]
    weights: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, record: NameRecord) -> Outline:
        """The outline of a record."""
        places = {}
        weights: dict[str, int] = {}
        for where, fragment in record.fragments.items():
            places[where] = Time.of(fragment) if is_single(*where) else Time()
            if where[0]:
                add_counts(weights, {_land(where): len(fragment.all_days())})
        return cls(record.articles, places, weights)

    @property
    def tells(self) -> bool:
        """Does it hold a seat, so that it can be another's variant by it?"""
        return any(is_single(*where) for where in self.places)

    def is_of(self, land: str) -> bool:
        """Is it named with bodies of this country on a fair share of the days on which it is named with any?"""
        return AT_HOME * self.weights.get(land, 0) >= max(sum(self.weights.values()), 1)


def _land(where: FragmentKey) -> str:
    seat = standing(*where).seat
    return seat.country if seat and seat.country else where[0]


def find_variants(names: Mapping[str, Outline]) -> dict[str, Variant]:
    """Every name that is only another form of a more frequent one, by name.

    Two names are compared only if they are found in one seat (a post that one person holds), in times that
    touch; so two presidents of like names stay two, and so do all of whom no post is told. Brothers, and father
    and son, stay apart under their full names, whatever the family name alone means.
    """
    found: dict[str, Variant] = {}
    for seat, holders in sorted(_seats(names).items()):
        holders.sort(key=lambda n: (-names[n].articles, n))
        for place, name in enumerate(holders):
            for leading in holders[:place]:
                kind = _kind(name, leading, names, seat) if name not in found else ""
                if kind:
                    found[name] = Variant(name, leading, kind, seat)
    for name in sorted(names):
        leading = renderings().get(name, "")
        if leading in names and name not in found and _same_country(names[name], names[leading]):
            found[name] = Variant(name, leading, "rendering")
    return without_kin({name: _to_the_end(variant, found) for name, variant in found.items()}, names)


def _to_the_end(variant: Variant, found: Mapping[str, Variant]) -> Variant:
    leading = variant.leading
    seen = {variant.name}
    while leading in found and leading not in seen:
        seen.add(leading)
        leading = found[leading].leading
    return Variant(variant.name, leading, variant.kind, variant.seat)


def _seats(names: Mapping[str, Outline]) -> dict[FragmentKey, list[str]]:
    seats: dict[FragmentKey, list[str]] = {}
    for name, outline in names.items():
        for where in outline.places:
            if is_single(*where):
                seats.setdefault(where, []).append(name)
    return {where: holders for where, holders in seats.items() if len(holders) > 1}


def _kind(name: str, leading: str, names: Mapping[str, Outline], seat: FragmentKey) -> str:
    mine, theirs = names[name].places[seat], names[leading].places[seat]
    if mine.touches(theirs, LONG) and _glued(name, leading, names):
        return "glued"
    if is_chinese(name) and is_chinese(leading) and not standing(*seat).abroad:
        return ""
    one, other = name.split("·"), leading.split("·")
    same = one[-1] == other[-1]
    if mine.held != theirs.held or not mine.touches(theirs, LONG if same else SLACK):
        return ""
    if not names[name].is_of(_land(seat)) or not names[leading].is_of(_land(seat)):
        return ""
    if (len(one) == 1) != (len(other) == 1) and likeness_in_sound(one[-1], other[-1]) >= 0.8:
        return "short"
    if len(one) == len(other) and likeness_in_sound("".join(one), "".join(other)) >= ALIKE:
        return "sound"
    return ""


def _glued(name: str, leading: str, names: Mapping[str, Outline]) -> bool:
    """Is the rarer name the other with characters too many or too few, in no post that the other has not?"""
    longer, shorter = (name, leading) if len(name) > len(leading) else (leading, name)
    if name == longer and longer[0] in BEFORE and longer[1:] == shorter:
        return names[name].articles * RARE <= names[leading].articles
    rest = longer[len(shorter) :]
    if not longer.startswith(shorter) or not rest or rest.startswith("·"):
        return False
    mine = {where for where in names[name].places if where[0]}
    if not mine <= names[leading].places.keys():
        return False
    if name == longer and rest[0] in GLUE:
        return names[name].articles <= names[leading].articles
    return names[name].articles * (RARE if len(rest) <= 2 else 2 * RARE) <= names[leading].articles


def _same_country(one: Outline, other: Outline) -> bool:
    first, second = _countries(one), _countries(other)
    return not first or not second or bool(first & second)


def _countries(outline: Outline) -> set[str]:
    seats = (standing(*where).seat for where in outline.places if where[0])
    return {seat.country for seat in seats if seat}


def without_kin(found: dict[str, Variant], names: Mapping[str, Outline]) -> dict[str, Variant]:
    """Variants without those that would make one person of people with unlike given names."""
    forms: dict[str, list[str]] = {}
    for name, variant in found.items():
        forms.setdefault(variant.leading, [variant.leading]).append(name)
    for leading, members in sorted(forms.items()):
        full = sorted((n for n in members if "·" in n), key=lambda n: (-names[n].articles, n))
        groups = kin_of(full)
        for first, *others in groups if len(groups) > 1 else ():
            if leading not in (first, *others):
                found.pop(first)
                found.update((n, replace(found[n], leading=first)) for n in others)
    return found


def merge_records(names: dict[str, NameRecord], variants: Mapping[str, Variant]) -> dict[str, NameRecord]:
    """The records under the leading names; forms that are misreadings leave no name behind."""
    merged: dict[str, NameRecord] = {}
    for name in sorted(names):
        variant = variants.get(name)
        record = merged.setdefault(variant.leading if variant else name, NameRecord())
        record.take(names[name])
        if variant and variant.kind != "glued":
            record.printed[name] = record.printed.get(name, 0) + names[name].articles
    return merged
