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
from kg.lexicon.names import name_tables


def named_to_a_post(text: str) -> Iterator[NameGuess]:
    """聘任|庄华文|为公司总经理: two words leave the name hardly a doubt."""
    for named in NAMED_AS.finditer(text):
        name = named["name"] or ""
        if 1 < len(name) <= 4 and chinese_weight(name) > -4 and can_be_name(name):
            yield NameGuess(named.start("name"), named.end("name"), ANYWHERE + 1, False)


_WORD = r"[^为的、，。；：“”（）《》\s\da-zA-Z]{2,14}"
_VOTED = re.compile(
    rf"(?:任命|免去|罢免|补选|增补|接受)了?(?P<names>{_WORD}(?:、{_WORD}){{0,24}})"
    r"(?:为(?=[^，。；]{4})|的(?=[^，。；]{2,60}职务)|(?=辞去))"
)


def voted_lists(text: str) -> Iterator[NameGuess]:
    """任命甲、乙为…；免去丙、丁的…职务: everybody between the verb and what it gives or takes."""
    if not any(word in text for word in ("任命", "免去", "罢免", "补选", "增补", "辞去")):
        return
    for vote in _VOTED.finditer(text):
        ones = list(_ones(text, *vote.span("names")))
        for start, end in ones:
            if _may_be_voted(text[start:end], len(ones) > 1):
                yield NameGuess(start, end, ANYWHERE + 1, False)


_PART = re.compile("[^、]+")
_TWO = re.compile("(.{2,4})和(.{2,4})")  # 和 is a joint between two names, and part of one (周和平, 林凤和)
_ADDRESS = re.compile("(?:同志|女士|先生)$")


def _ones(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where each word of a list stands, forms of address left out."""
    for part in _PART.finditer(text, start, end):
        two = _TWO.fullmatch(part.group())
        for one in (two.span(1), two.span(2)) if two else ((0, len(part.group())),):
            word = part.group()[slice(*one)]
            yield part.start() + one[0], part.start() + one[0] + len(_ADDRESS.sub("", word))


def _may_be_voted(name: str, listed: bool) -> bool:
    """Whether a word in such a place names somebody: a surname and a given name, or in a list four characters."""
    if not 2 <= len(name) <= 4 or not can_be_name(name):
        return False
    if len(name) == 4:
        return listed and not is_word(name[:2]) and not is_word(name[2:])
    weight = name_tables().surnames.get(name[0])
    return weight is not None and (weight > 0 or not is_word(name))


# 林某委员代表民盟中央发言说; 周某代表说: who speaks at a congress, by the seat there
_MEMBER_SPEAKS = re.compile(
    r"(?:委员|代表)(?:代表[^，。]{2,20}?)?(?:在[^，。]{2,10})?(?:作?大会)?(?:发言|说|表示|认为|建议|提出|指出)"
)
_BORDER = frozenset("。\n”：")  # what stands before such a name
_COMMON = 2.0  # the weight of a surname with which even a word is a name


def members_who_speak(text: str) -> Iterator[NameGuess]:
    """Members of a congress who speak there, named without more: 林某委员发言说."""
    for spoken in _MEMBER_SPEAKS.finditer(text):
        end = spoken.start()
        start = next((s for s in (end - 2, end - 3) if s == 0 or (s > 0 and text[s - 1] in _BORDER)), -1)
        if start >= 0 and _is_member(text[start:end]):
            yield NameGuess(start, end, ANYWHERE + 1, False)


def _is_member(name: str) -> bool:
    weight = name_tables().surnames.get(name[0])
    if weight is None or (name[-1] in "方国业" and (len(name) == 2 or weight < 1)):
        return False  # 韩方代表说, 多国代表说
    return can_be_name(name) and (weight > _COMMON or not is_word(name))


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
    """Who speaks in an interview printed as a dialogue, on lines that begin with one name and a colon, or in a congress."""
    yield from members_who_speak(text)
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
