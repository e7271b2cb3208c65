"""The people of one article: names and their places, how sure they must be, and what is named after people."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.extract.persons.names import NameGuess

EXPECTED = 3.0  # bits: enough for a name right behind a post or in a list of names
AT_THE_BEGINNING = 6.5  # bits: enough for a name with which a sentence begins
ANYWHERE = 8.0  # bits: enough for a name at the beginning of a clause
CERTAIN = 99.0  # bits: the headline names the person
_DOCTRINE = re.compile(
    r"(?!总?书记|主席|总理|委员长|同志|先生|教授|[向对在就将把从与和同为了说称给看听]|近日|祝贺|感谢|介绍|希望|勉励|积极|首先|关注|重视|详细)(?:新时代中国特色社会|[\u4e00-\u9fff]{0,7}?)(?:思想|主义(?!者|国家)|理论)(?!家|界|上|工作者)"
    r"|文化奖|文学奖|奖学金|科技奖|基金会|学校|大学|中学|小学|纪念馆|故居|广场|大道|路(?![透上])|号航母|号$|(?:王子|公主|女王|国王|总统)?”号|值(?=[高低的为在])|(?:国家|国际)?机场|大剧院|体育[场馆]"
)


@dataclass(slots=True)
class People:
    """What is known of the article's names so far: name → its places, and how sure."""

    seen: dict[str, float] = field(default_factory=dict)
    foreign: set[str] = field(default_factory=set)
    places: dict[str, list[tuple[int, int]]] = field(default_factory=dict)

    def add(self, guess: NameGuess, text: str) -> str:
        """Record a guess; its name."""
        name = text[guess.start : guess.end]
        self.seen[name] = max(self.seen.get(name, -99.0), guess.score)
        if guess.foreign:
            self.foreign.add(name)
        self.places.setdefault(name, []).append((guess.start, guess.end))
        return name


FIRM = re.compile(
    r"（(?:[^）]{2,8}）(?:集团|股份|控股|投资)*(?:有限|股份|责任|公司)|(?:S[HZ])?\d{5,6})|(?:股份|控股|集团|科技)"
)
"""What follows a firm's name: 某某（中国）有限公司, 某某（600000）."""
_TOWN_BEHIND = re.compile("[、和][\u4e00-\u9fff]{1,4}[乡镇村]")


def is_listed_place(text: str, start: int, end: int) -> bool:
    """Whether what ends like a town stands beside another one (李家镇、王坪镇等地)."""
    if text[end - 1] not in "乡镇村":
        return False
    return text[max(0, start - 2) : start] in {"乡、", "镇、", "村、"} or bool(_TOWN_BEHIND.match(text, end))


def is_doctrine(text: str, end: int) -> bool:
    """Whether the name that ends at `end` only names a doctrine, an award, a school or a street."""
    return bool(_DOCTRINE.match(text, end))
