"""How likely two people bear one name by chance, told from the names of the corpus itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache
from math import log

from kg.lexicon.names import UNSEEN, name_tables
from kg.lexicon.tables import rows_of

SMOOTHING = (
    3000.0  # given-name characters as if seen before, so that a small corpus does not make all names rare
)
EFFECTIVE = {1: 100, 2: 250}  # by length of given names: as if so many characters were equally common there
USUAL_LENGTHS = {1: 0.16, 2: 0.83, 3: 0.01}
RAREST = 15.5  # -ln; names look rarer than they are, for parents choose characters that go together
ONE_WORD_ABROAD = {2: 7.5, 3: 9.5, 4: 11.5}  # 史密斯, 约翰逊: by length; longer ones are rarer
LONG_WORD_ABROAD = 13.5
FOREIGN = 2.5  # bits by which a name must look foreign
FULL_NAME_ABROAD = 15.0


@dataclass(slots=True)
class Names:
    """How rare and how famous the names of a corpus are."""

    fame: dict[str, int]  # name → articles
    characters: Counter[str] = field(default_factory=Counter)
    total: int = 0
    families: Counter[str] = field(default_factory=Counter)  # part of full names abroad → how many have it

    @classmethod
    def of(cls, fame: dict[str, int], printed: Iterable[str] = ()) -> Names:
        """Count the characters of the Chinese given names among the names, and the parts of foreign full names.

        Args:
            fame: name → articles, all forms of a name together.
            printed: every form of every name.
        """
        names = cls(fame)
        names.families.update(part for name in printed if "·" in name for part in set(name.split("·")))
        for name in fame:
            if is_chinese(name):
                names.characters.update(split_name(name)[1])
        names.total = sum(names.characters.values())
        return names

    def surprise(self, name: str, abroad: bool = False) -> float:
        """-ln of the chance that a random person bears this very name; higher is rarer.

        Args:
            name: the name.
            abroad: whether its bearers hold posts abroad, where 萨维曼 is no rare name of a Mr Sa.
        """
        if not is_chinese(name) or (abroad and looks_foreign(name)):
            if "·" in name:
                return FULL_NAME_ABROAD
            return ONE_WORD_ABROAD.get(len(name), LONG_WORD_ABROAD) - log(max(1, self.families[name]))
        surname, given = split_name(name)
        result = -log(surname_shares().get(surname, 1e-5)) - log(USUAL_LENGTHS[min(len(given), 3)])
        for character in given:
            seen = self.characters[character] + SMOOTHING / EFFECTIVE[min(len(given), 2)]
            result -= log(seen / (self.total + SMOOTHING))
        return min(result, RAREST)


@cache
def surname_shares() -> dict[str, float]:
    """The share of each surname."""
    counts = {row[0]: int(row[1]) for row in rows_of("surnames.tsv")}
    total = sum(counts.values())
    return {name: count / total for name, count in counts.items()}


@lru_cache(maxsize=200_000)
def is_chinese(name: str) -> bool:
    """A surname from the list and one or two characters: the form of Chinese (and some Korean) names."""
    return "·" not in name and 2 <= len(name) <= 4 and split_name(name)[0] in surname_shares()


@lru_cache(maxsize=200_000)
def looks_foreign(name: str) -> bool:
    """Do the characters after the first stand in transliterations rather than in given names?"""
    table, given = name_tables(), name[1:]
    foreign = sum(table.foreign.get(c, UNSEEN) for c in given)
    if len(given) == 1:
        return foreign - table.single.get(given, UNSEEN) > FOREIGN
    return foreign - table.first.get(given[0], UNSEEN) - table.last.get(given[-1], UNSEEN) > FOREIGN


@lru_cache(maxsize=200_000)
def split_name(name: str) -> tuple[str, str]:
    """Surname and given name; the latter has at least one character."""
    cut = 2 if len(name) > 2 and (name[:2] in surname_shares() or len(name) == 4) else 1
    return name[:cut], name[cut:]
