"""Where a body is: the division or country that its name begins with."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from kg.lexicon.places import Place, places

_BEFORE = (
    "中国人民政治协商会议",
    "中国共产主义青年团",
    "中国共产党",
    "中国国民党革命委员会",
    "中国民主同盟",
    "中国人民解放军",
    "中国驻",
)
_LONGEST = 12  # characters; no name of a division or country in use is longer


@dataclass(frozen=True, slots=True)
class Seat:
    """A country by ISO 3166 ("CN"), a Chinese division by GB/T 2260 ("140100"; "" for the whole country)."""

    country: str
    division: str = ""
    name: str = ""

    @property
    def province(self) -> str:
        """The first two digits of the division, or ""."""
        return self.division[:2]


@lru_cache(maxsize=200_000)
def seat_of(body: str) -> Seat | None:
    """Where a body is, as far as its name tells; None where it does not."""
    name = body.partition("@")[0]
    for before in _BEFORE:
        if name.startswith(before) and len(name) > len(before):
            name = name[len(before) :]
            break
    known = places()
    for length in range(min(_LONGEST, len(name)), 1, -1):
        place = known.resolve(name[:length])
        if place is not None:
            return _seat(place)
    return None


def _seat(place: Place) -> Seat:
    known = places()
    if place.level == "country":
        return Seat(place.code, "", place.name)
    if known.province_of(place):
        return Seat("CN", place.code, place.name)
    abroad = known.resolve(place.parents[-1]) if place.parents else None
    return Seat(abroad.code if abroad else "", "", place.name)
