"""Surnames with a title that mean somebody named in full: 周主席, 林书记.

They name nobody of their own; whoever the article names in full with that surname, alone, is meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.reading import NameMention
from kg.lexicon.names import name_tables

_TITLE = re.compile(
    "主席|总书记|委员长|书记|总理|部长|省长|市长|县长|区长|镇长|乡长|局长|厅长|主任|校长|院长|所长|院士|教授|老师|医生|医师|律师"
)
_HIGHEST = frozenset(
    {"主席", "总书记", "委员长"}
)  # meant wherever they stand, the others behind the full name
_BORDER = frozenset("和与同向对给由被让请是说为的着了受把在跟")  # what may stand right before a surname
_NO_TITLE = ("任", "团", "台", "制", "会议", "办公")  # 周主席|团


def addressed(text: str, people: Sequence[NameMention]) -> list[NameMention]:
    """The mentions of `people` by surname and title in `text`, in order."""
    meant = _by_surname(people)
    if not meant:
        return []
    found: list[NameMention] = []
    taken = {place for mention in people for place in range(mention.phrase_start, mention.phrase_end)}
    for match in _TITLE.finditer(text):
        start, end = match.start() - 1, match.end()
        who = meant.get(text[start]) if start >= 0 else None
        if who is None or start in taken or text.startswith(_NO_TITLE, end):
            continue
        if start and "\u4e00" <= text[start - 1] <= "\u9fff" and text[start - 1] not in _BORDER:
            continue
        if who.end <= start or match.group() in _HIGHEST:
            found.append(NameMention(start, end, who.name, start, end, who.tenures, True))
    return found


def _by_surname(people: Sequence[NameMention]) -> dict[str, NameMention]:
    """For each surname that one person alone has, the first mention of that person."""
    surnames = name_tables().surnames
    first: dict[str, NameMention] = {}
    shared: set[str] = set()
    for mention in people:
        name = mention.name
        if not (2 <= len(name) <= 3 and name[0] in surnames):
            continue
        known = first.setdefault(name[0], mention)
        if known.name != name:
            shared.add(name[0])
    return {surname: mention for surname, mention in first.items() if surname not in shared}
