"""Where a body is: the division or country that its name begins with."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

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


@cache
def _named() -> dict[str, Seat]:
    """Every name that begins the name of a body → its seat; ambiguous county names are left out."""
    table: dict[str, Seat] = {}
    counties: dict[str, set[str]] = {}
    for row in _rows("divisions.tsv"):
        code, name = row["code"], row["name"]
        if code.endswith("00"):
            if row["until"] and name in table:
                continue
            table[name] = Seat("CN", code, name)
            table.setdefault(row["short"], Seat("CN", code, name))
        else:
            counties.setdefault(name, set()).add(code)
    for name, codes in counties.items():
        if len(codes) == 1 and name not in table and len(name) > 2:
            table[name] = Seat("CN", min(codes), name)
    for row in _rows("countries.tsv"):
        seat = Seat(row["alpha2"], "", row["name"])
        for form in (row["name"], *row["aliases"].split("|")):
            if form:
                table.setdefault(form, seat)
    return table


def _rows(file: str) -> list[dict[str, str]]:
    text = (files("kg.lexicon") / file).read_text("utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return [{k: v or "" for k, v in row.items()} for row in rows]


@lru_cache(maxsize=200_000)
def seat_of(body: str) -> Seat | None:
    """Where a body is, as far as its name tells; None where it does not."""
    name = body.partition("@")[0]
    for before in _BEFORE:
        if name.startswith(before) and len(name) > len(before):
            name = name[len(before) :]
            break
    table = _named()
    for length in range(min(_LONGEST, len(name)), 1, -1):
        seat = table.get(name[:length])
        if seat is not None:
            return seat
    return None
