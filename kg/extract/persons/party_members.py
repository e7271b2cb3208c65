"""Members of Hong Kong's parties and unions, who are named right behind them (公民党某某)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.persons.names import NameGuess, name_at
from kg.extract.reading import Sentence
from kg.extract.scope import PlaceContext

PARTY = (
    "(?:民主党|公民党|工党|新民党|自由党|民建联|工联会|社民连|经民联|民协|街工|新民主同盟|众志|热血公民|青年新政"
    "|本土民主前线|人民力量|职工盟|教协|土地正义联盟|新思维|民族党|实政圆桌|专业议政|公共专业联盟)"
)
"""A party or union, as a pattern."""
ENOUGH = 6.5  # bits: enough for a name right behind a party
_PARTY = re.compile(PARTY + "(?:的)?")


def members_of_parties(
    text: str, sentences: Sequence[Sentence], context: PlaceContext
) -> Iterator[NameGuess]:
    """The people who are named right behind a party, in the news of Hong Kong."""
    if context.region != "hk":
        return
    for sentence in sentences:
        for party in _PARTY.finditer(text, sentence.start, sentence.end):
            guess = name_at(text, party.end(), sentence.end)
            if guess is not None and guess.score >= ENOUGH and not guess.foreign:
                yield guess
