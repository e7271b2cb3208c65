"""Names that the form of the text announces: its headline, a label, a dialogue, a vote that names somebody to a post."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.clauses import NAMED_AS
from kg.extract.persons.characters import chinese_weight
from kg.extract.persons.names import NameGuess
from kg.extract.persons.people import ANYWHERE
from kg.extract.persons.refusals import can_be_name
from kg.extract.segment import is_word


def named_to_a_post(text: str) -> Iterator[NameGuess]:
    """聘任|庄华文|为公司总经理: two words leave the name hardly a doubt."""
    for named in NAMED_AS.finditer(text):
        name = named["name"] or ""
        if 1 < len(name) <= 4 and chinese_weight(name) > -4 and can_be_name(name):
            yield NameGuess(named.start("name"), named.end("name"), ANYWHERE + 1, False)


_LABELLED = re.compile(
    r"(?:联系人|联络人|负责人|经办人|编制|签订|主持人|法定代表人|报名人|咨询人)[：:]\s?([\u4e00-\u9fff]{2,3})(?=[\s，；。、（]|$)"
)


def labelled_names(text: str) -> Iterator[NameGuess]:
    """Whom a notice names behind a label: 联系人：某某."""
    for label in _LABELLED.finditer(text):
        name = label.group(1)
        if chinese_weight(name) >= 0 and can_be_name(name) and not is_word(name):
            yield NameGuess(label.start(1), label.end(1), ANYWHERE + 1, False)


_SPEAKER = re.compile(r"^([\u4e00-\u9fff]{2,3})：", re.MULTILINE)


def speakers(text: str) -> Iterator[NameGuess]:
    """Who speaks in an interview printed as a dialogue: lines that begin with the same name and a colon."""
    found: dict[str, list[int]] = {}
    for line in _SPEAKER.finditer(text):
        found.setdefault(line.group(1), []).append(line.start())
    for name, begins in found.items():
        if len(begins) > 1 and chinese_weight(name) >= 0 and can_be_name(name) and not is_word(name):
            yield NameGuess(begins[0], begins[0] + len(name), ANYWHERE + 1, False)


_TITLE_POST = re.compile(
    r"([\u4e00-\u9fff]{2,4})\s+\S{3,40}(?:长|书记|主任|委员|主席|教授|总裁|经理|理事|董事|院士|专家)$"
)
_TITLE_SAYS = re.compile(r"([\u4e00-\u9fff]{2,3})[：:]")
_TITLE_NAME = re.compile(r"([\u4e00-\u9fff]{2,4})(?:同志)?(?: ?-- ?|\s{2,}|简历|生平|小传|个人简介|遗体)")


def person_in_title(title: str, text: str) -> str:
    """The person whose life or words the headline announces (周某某 -- 某大学教授, 某某某同志简历, 周某某：…), or ""."""
    found = _TITLE_NAME.match(title) or _TITLE_POST.match(title) or _TITLE_SAYS.match(title)
    if not found:
        return ""
    name = found.group(1)
    return (
        name if chinese_weight(name) > -1 and can_be_name(name) and not is_word(name) and name in text else ""
    )
