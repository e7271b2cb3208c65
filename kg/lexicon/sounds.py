"""How transliterated names sound: 特蕾莎 and 特雷莎 are one name, 欧巴马 and 奥巴马 nearly.

Source: kg/lexicon/SOURCES.md, "sounds" and "renderings".
"""

from __future__ import annotations

from functools import cache, lru_cache

from kg.lexicon.tables import rows_of

_VOWELS = "aeiouv"
_PAIRS = (("l", "r"), ("b", "p"), ("d", "t"), ("g", "k"), ("f", "w"), ("zh", "j"), ("sh", "x"), ("ch", "q"))
_NEAR = {one: other for a, b in _PAIRS for one, other in ((a, b), (b, a))}


@cache
def _syllables() -> dict[str, str]:
    return {character: syllable for syllable, characters in rows_of("sounds.tsv") for character in characters}


@cache
def renderings() -> dict[str, str]:
    """The rendering of a name in Hong Kong or Taiwan → that of the mainland."""
    return {row[0]: row[1] for row in rows_of("renderings.tsv")}


def _parts(syllable: str) -> tuple[str, str]:
    cut = next((i for i, letter in enumerate(syllable) if letter in _VOWELS), len(syllable))
    return syllable[:cut], syllable[cut:]


def _difference(one: str, other: str) -> float:
    """0 for the same sound, 1 for quite another."""
    first, second = _syllables().get(one, one), _syllables().get(other, other)
    if first == second:
        return 0.0
    (initial, final), (begin, end) = _parts(first), _parts(second)
    same_start = initial == begin or _NEAR.get(initial) == begin
    return (
        0.5 if (same_start and final[:1] == end[:1]) or (same_start and not initial) or final == end else 1.0
    )


@lru_cache(maxsize=100_000)
def likeness_in_sound(one: str, other: str) -> float:
    """1 for names that sound the same, 0 for names without a common sound (by edit distance of syllables)."""
    row = [float(j) for j in range(len(other) + 1)]
    for i, a in enumerate(one, 1):
        diagonal, row[0] = row[0], float(i)
        for j, b in enumerate(other, 1):
            diagonal, row[j] = row[j], min(diagonal + _difference(a, b), row[j] + 1, row[j - 1] + 1)
    return 1.0 - row[-1] / max(len(one), len(other), 1)
