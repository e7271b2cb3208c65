"""Short names that an article defines in brackets: 某某各界庆典委员会（下称“庆委会”）."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kg.extract.organizations.beginnings import body_in_front
from kg.extract.organizations.endings import ending_pattern
from kg.extract.reading import BodyMention
from kg.lexicon.organizations import official_name
from kg.lexicon.place_prefix import Scope
from kg.lexicon.trie import occurrences

_DEFINED = re.compile(
    "（(?:以下|下文|下)?(?:简称|称)(?:为)?[：:]?[“《「]?(?P<short>[\u4e00-\u9fff]{2,8})[”》」]?）"
)
_THE_COMPANY = frozenset(
    "公司 本公司 上市公司 本集团 集团 通知 意见 办法 规定 条例 规划 方案 协议 合同 计划 纲要".split()
)
REACH = 40  # code points from a bracket back to the beginning of the name that it shortens


def defined_names(text: str, region: str) -> dict[str, str]:
    """Short name → full name, for names that end in a word of organisations."""
    found: dict[str, str] = {}
    if "称" not in text:
        return found
    for defined in _DEFINED.finditer(text):
        end = defined.start()
        start = body_in_front(text, max(0, end - REACH), end)
        form, short = text[start:end], defined["short"]
        if len(form) <= len(short) or short in _THE_COMPANY or not _ends_well(form) or "（" in form:
            continue
        found[short] = official_name(form, Scope(region=region)).name
    return found


def _ends_well(form: str) -> bool:
    return any(m.end() == len(form) and m.start() > 1 for m in ending_pattern().finditer(form))


def mentions_of_defined(text: str, defined: Mapping[str, str]) -> Iterator[BodyMention]:
    """Where the short names stand, and the full ones that define them."""
    for at, short in occurrences(text, list(defined)):
        yield BodyMention(at, at + len(short), defined[short])
