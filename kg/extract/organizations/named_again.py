"""Leading groups that somebody's title has told of, where the story names them again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.extract.posts.phrases import Phrase
from kg.extract.reading import BodyMention

_GROUPS = ("领导小组", "协调小组", "指导小组", "指挥部")
_THE_GROUP = re.compile("(?<=[开加席])(?:领导|协调|指导)小组(?=(?:第[^，。；]{1,8}次)?[^，。；]{0,4}会议)")


def groups_named_again(
    text: str, phrases: Sequence[Phrase], bodies: Sequence[BodyMention]
) -> Iterator[BodyMention]:
    """「某某领导小组组长A主持召开某某领导小组会议」, 「…主持召开领导小组会议」: the one of the title, at its meeting.

    Args:
        text: the cleaned text.
        phrases: names with their titles.
        bodies: the organisations found so far; what overlaps one of them is left out.
    """
    groups = {h.organization for p in phrases for h in p.held if (h.organization or "").endswith(_GROUPS)}
    if not groups:
        return
    taken = [(p.phrase_start, p.phrase_end) for p in phrases] + [(b.start, b.end) for b in bodies]
    for name in sorted(filter(None, groups)):
        places = [m.span() for m in re.finditer(re.escape(name), text)]
        if len(groups) == 1:
            places += [m.span() for m in _THE_GROUP.finditer(text)]
        for start, end in places:
            if not any(start < b and a < end for a, b in taken):
                taken.append((start, end))
                yield BodyMention(start, end, name)
