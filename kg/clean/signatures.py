"""Who signs an article: the names in 记者 某某, 责编：某某、某某 and （某某）."""

from __future__ import annotations

import re
from typing import NamedTuple

_EDITS = r"责任编辑|责编|编辑|编审|审核|审稿|监制|校对|主编|总编|统筹"
_REPORTS = r"记者|通讯员|作者|撰文|采写|摄影报道|编译|翻译|评论员|实习生|特派员|撰稿|执笔"
_ROLE = re.compile(rf"(?P<edits>{_EDITS})|(?:{_REPORTS})|^(?:文|图|图文|文图|摄)(?=[/／｜|：:丨]|$)")
_PARTED = re.compile(r"[、，,;；/／|｜丨\s（）()【】\[\]《》]+")
_PERSON = re.compile(r"[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,8}·[\u4e00-\u9fff·]{1,12}")
_NO_PERSON = re.compile(
    r"(?:[网社报台电讯稿]|消息|记者|编辑|报道|新闻|联播|特约|本报|供稿|来源|供图|原题|公司|中心|部门|学会)$|^(?:来源|原标题|本报|据)"
)
_SPACED = re.compile(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff])\s([\u4e00-\u9fff])(?![\u4e00-\u9fff])")
_CODE = re.compile(r"[A-Za-z_]{0,4}\d*$")


class Signed(NamedTuple):
    """The people who wrote and who edited."""

    authors: tuple[str, ...]
    editors: tuple[str, ...]


def signed_by(words: str, edits: bool = False) -> Signed:
    """The names in a signature; `edits`: names before any role are editors', not authors'."""
    found: dict[bool, list[str]] = {False: [], True: []}
    words = _SPACED.sub(r"\1\2", words)
    waiting = bool(_ROLE.search(words))  # names count only behind the first role, where one is named
    for part in _PARTED.split(words):
        role = None
        for role in _ROLE.finditer(part):  # noqa: B007  # the last one counts
            pass
        if role:
            edits, waiting = bool(role["edits"]), False
            part = part[role.end() :]  # noqa: PLW2901  # what is left of it
        name = _CODE.sub("", part.strip("：: ■●"))
        if not waiting and _PERSON.fullmatch(name) and not _NO_PERSON.search(name):
            found[edits].append(name)
    return Signed(tuple(found[False]), tuple(found[True]))
