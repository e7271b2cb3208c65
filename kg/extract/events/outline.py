"""A sentence as an outline: every person, body, time and place as one sign, so that rules see the grammar."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from kg.extract.reading import BodyMention, NameMention
from kg.extract.time.dates import TimeRange
from kg.lexicon.places import places as gazetteer

PERSONS, BODIES, PLACES = "\ue000-\ue3ff", "\ue400-\ue7ff", "\uec00-\uefff"  # to stand in a class with others
P = f"[{PERSONS}]"  # a person who may take part
B = f"[{BODIES}]"  # a body
T = "[\ue800-\uebff]"  # a time
L = f"[{PLACES}]"  # a place or several
X = "[\uf000-\uf3ff]"  # a person who is only spoken of
FIRST_PERSON = "\ue000"  # the sign of the first person of a sentence
PRIVATE = re.compile("[\ue000-\uf8ff]")

_PERSON, _BODY, _TIME, _PLACE, _MERE = 0xE000, 0xE400, 0xE800, 0xEC00, 0xF000
_LIMIT = 0x3FF
# The sign comes first: what stands around it is only looked at where somebody is named.
_ONLY_SPOKEN_OF = re.compile(
    rf"{P}(?:(?<=贯彻.)|(?<=贯彻落实.)|(?<=以.)(?=(?:同志)?为(?!团长|首的|领队))|(?<=受.)(?=的?委托)|(?<=纪念.)|(?<=[习贯落根按遵][彻实据照循].)"
    rf"|(?<!听取.)(?<!取了.)(?=关于)|(?<=维护.)(?=核心|党中央)"
    rf"|(?=同志为(?:核心|总书记|代表|首|主要|榜样|班长)|重要|系列|经济思想|外交思想|对[^，。]{{1,16}}的(?:重要|亲切|关心|关怀)|在[^，。]{{2,24}}(?:上|时|中)的(?!失职|问题|责任|违|行为|[^，。]{{0,8}}(?:演讲|讲话|致辞|发言|谈话)[中时]))"
    rf"|(?=(?:同志|先生|女士|主席|总统|总理|总书记)?的(?!陪同|邀请|委托|见证|带领|引导|主持|率领|共同|亲自|辞职|[^，。；]{{0,24}}职务))"
    rf"|(?=[^，。、；{PERSONS}]{{0,4}}[和与及][^，。、；{PERSONS}]{{1,10}}(?:纪念|故居|旧居|陵园|陈列馆)|(?:总司令|元帅|将军|烈士)[和与]{B})"
    rf"|(?<=回顾.|重温.|缅怀.|追忆.|铭记.|沿着.)|(?<=观看.|参观.|瞻仰.|察看.)(?=同志)|(?=同志[^，。；{PERSONS}]{{1,6}}过的)"
    rf"|(?=(?:同志|先生)?(?:所作|所?提|作?出|发表|强调|主持召开|宣布|签署)的)"
    rf"|(?=(?:主席|总统|总理|先生|同志)?(?:夫人|后裔|遗孀|之子|之女|儿子|女儿|妻子|丈夫){P})"
    rf"|(?=(?:同志|先生|将军|元帅)?(?:办公室|烈士墓|烈士陵|诞辰|雕像|塑像|铜像|墓|陵园|像前|生前|故居|旧居|故里|陈列馆|精神|纪念|一家|家属|亲属|事迹|遗孀|之子|之女|政府|内阁|当局|团队|阵营|政权)))"
)


@dataclass(slots=True)
class Outline:
    """What rules read of a sentence.

    `words` has one private-use sign for each person, body, time and place. `starts[i]` is where sign `i`
    begins in the cleaned text, `starts[-1]` where the outline ends.
    """

    words: str
    starts: list[int]
    text: str = ""  # the whole cleaned text that `starts` count in
    people: list[NameMention] = field(default_factory=list)
    bodies: list[BodyMention] = field(default_factory=list)
    times: list[TimeRange] = field(default_factory=list)
    places: list[tuple[str, ...]] = field(default_factory=list)
    unquoted: str = ""  # `words` before what stands in quotes was covered, sign for sign

    def person(self, sign: str) -> NameMention:
        """The mention that a person's sign stands for."""
        code = ord(sign)
        return self.people[code - (_MERE if code >= _MERE else _PERSON)]

    def body(self, sign: str) -> BodyMention:
        """The mention that a body's sign stands for."""
        return self.bodies[ord(sign) - _BODY]

    def time(self, sign: str) -> TimeRange:
        """The time that a sign stands for."""
        return self.times[ord(sign) - _TIME]

    def place(self, sign: str) -> tuple[str, ...]:
        """The places that a sign stands for."""
        return self.places[ord(sign) - _PLACE]

    def title(self, sign: str) -> str:
        """The words of a person's titles before the name."""
        mention = self.person(sign)
        return self.text[mention.phrase_start : mention.start]

    def sign_for(self, mention: NameMention) -> str:
        """A new sign for a person who is meant but not named (他)."""
        self.people.append(mention)
        return chr(_PERSON + len(self.people) - 1)


_ASSEMBLIES = ("论坛", "峰会", "年会", "会议")  # named like bodies, but something one goes to
_NO_TITLE = re.compile(
    r"(?:\d{1,2}[日号])?(?:上午|下午|晚上?|中午|凌晨)?(?:应约)?"
    r"(?:同(?!济|仁|德|江|心|方)|与|会见了?|接见|向|对(?!外|话)|应(?!急|用)|受|代表|率(?!先)|给|致电|电贺)?"
)
Piece = tuple[int, int, int, object]  # start, end, base of its signs, what it is


def draw(
    text: str,
    start: int,
    end: int,
    people: list[NameMention],
    bodies: list[BodyMention],
    times: list[tuple[int, int, TimeRange]],
    places: list[tuple[int, int, tuple[str, ...]]],
) -> Outline:
    """Draw the outline of `text[start:end]`; people win over bodies, bodies over places, places over times."""
    pieces: list[Piece] = _persons(text, people)
    venues = [(s, e) for s, e, _ in places if text[s:e] in gazetteer().venues]  # 全国政协|礼堂
    bodies = [b for b in bodies if not any(s <= b.start and b.end < e for s, e in venues)]
    for group in (
        [(b.start, b.end, _BODY, b) for b in bodies if not b.name.endswith(_ASSEMBLIES)],
        [(s, _before_a_house(text, s, e, bodies), _PLACE, names) for s, e, names in places],
        [(s, e, _TIME, time) for s, e, time in times],
    ):
        pieces += [p for p in group if not any(p[0] < q[1] and q[0] < p[1] for q in pieces)]
    return _assemble(text, start, end, sorted(pieces, key=lambda p: p[0]))


def _before_a_house(text: str, start: int, end: int, bodies: list[BodyMention]) -> int:
    """Where a place ends that goes on with a body's own house: 美国华盛顿|白宫."""
    return next(
        (
            b.start
            for b in bodies
            if start < b.start < end == b.end and text[b.start : end] in gazetteer().venues
        ),
        end,
    )


def _persons(text: str, people: list[NameMention]) -> list[Piece]:
    """The people as pieces; a country that was taken for a name belongs to the titles of the next one (俄罗斯外长某某)."""
    pieces: list[Piece] = []
    begin, until = 0, -1
    for mention in people:
        if _is_country(mention.name):
            begin, until = mention.phrase_start, mention.phrase_end
            continue
        first = begin if mention.phrase_start == until else _title_start(text, mention)
        pieces.append((first, mention.phrase_end, _PERSON, mention))
    return pieces


def _is_country(name: str) -> bool:
    return bool(gazetteer().country(name))


def _title_start(text: str, mention: NameMention) -> int:
    """Where a person's titles begin: 「晚同希腊总理某某」 begins with 希腊, and 同 is grammar that rules need."""
    match = _NO_TITLE.match(text, mention.phrase_start, mention.start)
    return match.end() if match else mention.phrase_start


def _assemble(text: str, start: int, end: int, pieces: list[Piece]) -> Outline:
    outline = Outline("", [], text)
    lists: dict[int, list[Any]] = {
        _PERSON: outline.people,
        _BODY: outline.bodies,
        _TIME: outline.times,
        _PLACE: outline.places,
    }
    words: list[str] = []
    starts: list[int] = []
    at = start
    for first, last, base, what in pieces:
        if first < at or last > end or len(lists[base]) >= _LIMIT:
            continue
        words.append(text[at:first])
        starts.extend(range(at, first))
        words.append(chr(base + len(lists[base])))
        starts.append(first)
        lists[base].append(what)
        at = last
    words.append(text[at:end])
    starts.extend(range(at, end))
    starts.append(end)
    outline.starts = starts
    outline.words = _ONLY_SPOKEN_OF.sub(_as_mere, "".join(words))
    return outline


def _as_mere(match: re.Match[str]) -> str:
    return chr(ord(match.group()) - _PERSON + _MERE)
