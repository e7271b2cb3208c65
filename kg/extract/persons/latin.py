"""Names printed in Latin letters behind a post: 首席执行官|Alan Raven, 分析师|AlanRaven表示."""

from __future__ import annotations

import re

from kg.extract.persons.endings import end_weight

_PART = "[A-ZÀ-Þ][a-zß-ÿ]+(?:[-’'][A-Za-zÀ-ÿ]+)*"
_NAME = re.compile(
    rf"(?:[A-Z]\. ?)*{_PART}(?:(?:[ .·]|\. ?)?(?:[A-Z]\.|(?:Mc|Mac|de|van|von|O['’])? ?{_PART}))+"
)
_NOBODY = re.compile(
    r"Inc|Ltd|Corp|Company|Group|Research|University|College|Bank|Capital|Partners|Business|Times|News|Journal"
    r"|Windows|Office|Phone|Pad|Book|Tech|Soft|Net|Mobile|Digital|Systems|Solutions|Insights?|Strategy|Consult"
    r"|Global|International|World|China|America|Asia|Europe|Association|Institute|Center|Centre|Council|Forum"
)


def latin_name(text: str, start: int, limit: int) -> int:
    """Where a name in Latin letters that begins at `start` ends; 0 if none of two parts or more begins there."""
    found = _NAME.match(text, start, limit)
    if found is None or _NOBODY.search(found.group()):
        return 0
    end = found.end()
    return end if end_weight(text, end, limit) > 0 else 0
