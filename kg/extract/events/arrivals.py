"""Visits told without a word for them: 「2023年9月，某某来到白沟村，和乡亲们亲切交流」 is an inspection.

Only with a day, month or year of its own, by one who holds a post, to a place or a body.
"""

from __future__ import annotations

import re

from kg.extract.events.drafts import Draft
from kg.extract.events.outline import BODIES, PERSONS, PLACES, Outline, P, T

_CAME_TO = re.compile(
    rf"({T})[^。；{PERSONS}]{{0,24}}?({P})(?:一行)?(?:又|再次|便|就|先后|还)?(?:来到|走进|深入|赴|前往)(?:了)?"
    rf"(?P<where>[^，。；{PERSONS}]{{1,40}})，(?P<deed>[^。；]{{0,40}})"
)
_SAW = re.compile("察看|了解|看望|交流|嘱托|听取|询问|叮嘱|勉励|看真贫|座谈")
_SOMEWHERE = re.compile(f"[{PLACES}{BODIES}]|[村区园厂馆院校站港场营连所]$")


def arrival(outline: Outline, until: int) -> tuple[int, int, Draft] | None:
    """The visit that a sentence tells of, as (start, end of its words, draft), or None."""
    words = outline.words
    match = _CAME_TO.search(words, 0, until) if "来到" in words or "走进" in words else None
    if match is None or not _SAW.search(match["deed"]) or not _SOMEWHERE.search(match["where"]):
        return None
    draft = Draft("inspection", "来到", [], "arrivals/1")
    draft.put(outline.person(match[2]), "lead")
    draft.when = outline.time(match[1])
    return match.start("where"), match.end("where"), draft
