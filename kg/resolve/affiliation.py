"""How bodies belong together: part and whole, the level above, what a body became."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cache

from kg.lexicon.places import places
from kg.lexicon.tables import rows_of
from kg.lexicon.whereabouts import seat_of
from kg.resolve.body_names import plain_name

_SHORTEST = 3  # characters; a shorter name is the beginning of too many others
_WHOLE = re.compile(
    r"(?:部|委|会|院|局|军|大学|学院|公司|集团|政府|党|校|所|处|室|社|队|厅|署|行|团|省委|国)$"
)
_NOT_OF_IT = {
    "中国银行": re.compile(r"^(?:业|保险|间)"),
    "中国证券": re.compile(r""),
    "中国人民": re.compile(r""),
}
_LADDERS = (
    "中国共产党{}委员会",
    "{}人民政府",
    "{}总工会",
    "{}人民代表大会常务委员会",
    "中国人民政治协商会议{}委员会",
    "{}妇女联合会",
)
_TOP = {"{}总工会": "中华全国总工会", "{}妇女联合会": "中华全国妇女联合会"}


@cache
def _changes() -> dict[str, list[tuple[str, str]]]:
    """Body → (what it became, ISO date). Source: kg/lexicon/renamings.tsv."""
    table: dict[str, list[tuple[str, str]]] = {}
    for former, later, date, _ in rows_of("renamings.tsv"):
        table.setdefault(plain_name(former), []).append((plain_name(later), date))
    return table


def became(body: str, known: Container[str]) -> tuple[tuple[str, str], ...]:
    """What a body became, and when, as far as those bodies are known here."""
    return tuple((later, date) for later, date in _changes().get(body, ()) if later in known)


def whole_of(body: str, known: Container[str]) -> str:
    """The body that this one is a part of, or stands below, if it is known here; else ""."""
    name, _, article = body.partition("@")
    if article:
        return ""
    for length in range(len(name) - 2, _SHORTEST - 1, -1):
        whole, part = name[:length], name[length:]
        if whole in known and _WHOLE.search(whole) and not places().lookup(whole):
            wrong = _NOT_OF_IT.get(whole)
            if wrong is None or not wrong.search(part):
                return whole
    return _above(name, known)


def _above(name: str, known: Container[str]) -> str:
    """The like body of the division above: 中国共产党太原市委员会 → 中国共产党山西省委员会."""
    for ladder in _LADDERS:
        before, after = ladder.split("{}")
        place = name[len(before) : len(name) - len(after)]
        if not place or ladder.format(place) != name or seat_of(name) is None:
            continue
        found = places().resolve(place)
        for parent in found.parents if found else ():
            if ladder.format(parent) in known:
                return ladder.format(parent)
        top = _TOP.get(ladder, "")
        return top if top in known else ""
    return ""
