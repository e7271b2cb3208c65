"""Committees of the consultative conference, named with the term that they sit in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.reading import BodyMention
from kg.lexicon.places import places

_CONFERENCE = "中国人民政治协商会议"
_OF_A_TERM = re.compile(
    f"(?:{_CONFERENCE}|人民政协|政协)(?P<of>全国|[\u4e00-\u9fff]{{2,10}}?)?第[一二三四五六七八九十]{{1,3}}届(?P<behind>全国|[\u4e00-\u9fff]{{2,10}}?)?"
    "委员会(?P<standing>常务委员会)?(?=[第主会委常的]|[在于将十今\\d])"
)


def committees_of_terms(text: str, bodies: Sequence[BodyMention]) -> Iterator[BodyMention]:
    """政协第十二届全国委员会|第五次会议, 中国人民政治协商会议山西省第十一届委员会: the committee, whatever its term.

    Args:
        text: the cleaned text.
        bodies: the organisations found so far; what begins where a longer one stands is left out.
    """
    for found in _OF_A_TERM.finditer(text) if "届" in text else ():
        of = found["of"] or found["behind"] or ""
        division = places().resolve(of) if of else None
        place = "全国" if of == "全国" else division.name if division is not None else ""
        if place and not any(b.start <= found.start() and found.end() <= b.end for b in bodies):
            name = f"{_CONFERENCE}{place}委员会{found['standing'] or ''}"
            yield BodyMention(found.start(), found.end(), name)
