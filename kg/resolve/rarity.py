"""How likely two people bear one name by chance, told from the names of the corpus itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from math import log

from kg.lexicon.names import name_tables

SMOOTHING = 30.0  # names as if seen before: with few names in the corpus every name counts as rather common
ALPHABET = 1200  # characters in use for given names
SURNAMES = 120  # as if so many surnames were about equally common


@dataclass(slots=True)
class NameStatistics:
    """Counts of surnames and given-name characters over the distinct names of a corpus."""

    total: int = 0
    surnames: Counter[str] = field(default_factory=Counter)
    characters: Counter[str] = field(default_factory=Counter)
    lengths: Counter[int] = field(default_factory=Counter)

    @classmethod
    def of(cls, names: Iterable[str]) -> NameStatistics:
        """Count the Chinese names among `names`."""
        statistics = cls()
        for name in names:
            if is_chinese_form(name):
                surname, given = split_name(name)
                statistics.total += 1
                statistics.surnames[surname] += 1
                statistics.lengths[len(given)] += 1
                statistics.characters.update(given)
        return statistics

    def surprise(self, name: str) -> float:
        """-ln of the chance that a random person bears this very name; higher is rarer."""
        if not is_chinese_form(name):
            return 16.0 if "·" in name else 7.0 + 1.2 * min(len(name), 6)
        surname, given = split_name(name)
        characters = sum(self.characters.values())
        result = -log((self.surnames[surname] + SMOOTHING / SURNAMES) / (self.total + SMOOTHING))
        result -= log((self.lengths[len(given)] + SMOOTHING / 2) / (self.total + SMOOTHING))
        for character in given:
            result -= log(
                (self.characters[character] + 2 * SMOOTHING / ALPHABET) / (characters + 2 * SMOOTHING)
            )
        return result


def is_chinese_form(name: str) -> bool:
    """Two to four characters without a dot: the form of Chinese (and Korean, Vietnamese, Japanese) names."""
    return "·" not in name and 2 <= len(name) <= 4 and all("\u4e00" <= c <= "\u9fff" for c in name)


def split_name(name: str) -> tuple[str, str]:
    """Surname and given name."""
    cut = 2 if len(name) > 2 and (name[:2] in name_tables().double_surnames or len(name) == 4) else 1
    return name[:cut], name[cut:]
