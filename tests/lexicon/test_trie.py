"""Many words looked for at once."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from kg.lexicon.trie import WordFinder, occurrences, pattern_of

WORDS = st.sets(st.text(alphabet="山西省太原市-]", min_size=2, max_size=4), min_size=1, max_size=12)
TEXTS = st.text(alphabet="山西省太原市-]^", max_size=40)


def by_hand(words: set[str], text: str) -> list[tuple[int, str]]:
    found, place = [], 0
    while place < len(text):
        here = [w for w in words if text.startswith(w, place)]
        if here:
            found.append((place, max(here, key=len)))
        place += len(found[-1][1]) if here else 1
    return found


@given(WORDS, TEXTS)
def test_all_ways_find_the_longest_words_from_left_to_right(words, text):
    expected = by_hand(words, text)
    assert list(WordFinder(words).find(text)) == expected
    assert occurrences(text, words) == expected
    assert [(m.start(), m.group()) for m in re.finditer(pattern_of(words), text)] == expected
