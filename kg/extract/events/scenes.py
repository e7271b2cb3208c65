"""When and where the story is at a sentence: what later sentences inherit."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from kg.extract.events.outline import BODIES, PERSONS, B, L, Outline, P, T
from kg.extract.places import find_places, seat_in
from kg.extract.time.dates import NOWHEN, TimeRange
from kg.lexicon.places import places

_TIME = re.compile(T)
_PLACE = re.compile(L)
_AT = (
    r"(?:在|到访?|赴|抵达?|飞抵|来到|前往|走进|深入|莅临|(?<![生关由对至鉴基])于|这里是"
    r"|离开(?=[\uec00-\uefff]时)|视察|考察|调研|位于)"
)
_RESTING = re.compile(
    rf"{_AT}(?P<body>{B})|{_AT}{L}(?!代表团|团组|队|分会场|方面)|(?:^|[，：]){L}(?=[^，。]{{0,40}}(?:举行|召开|开幕|启动|开工|闭幕))|{L}(?=举行|召开|开幕|出席|会见)"
)
_REPORTED = re.compile(r"^[^，。]{0,16}(?:报道|消息|文章|刊文|讯|电\b|刊登|刊发|援引)")
_PRESS_BEFORE = re.compile(r"(?:社|报|媒体|电视台|网|新闻|周刊|杂志|■|[\ue400-\ue7ff])(?:于|在)?$")
# 今天的《…》我们来认识…: the day of the programme, not of what it tells
_PROGRAMME = re.compile(
    "(?:起|开始|晚上|晚间)?(?:的)?(?:“■*)?(?:(?<=的)[^，。；“]{2,12}，|系列报道，?|栏目，?|节目，?|，)?(?:我们|就|继续|将|要|一起|一同|首先|重点|正式|再|还|让|请|来)*"
    "(?:为您|为大家|带您|带大家|走进|认识|来?关注|了解一下|来看|播出|推出|讲述)"
)
_FEAST = re.compile("(?:节|新春|春节|元旦|新年|中秋|国庆)[^，。]{0,10}(?:之际|到来|来临|将至)")
_SEASON = re.compile("[春秋]?季?(?:学期|学年|年会|赛季|开学)")
_SOMEBODY = re.compile(f"[{PERSONS}{BODIES}]")
_WIRED = re.compile(
    "(?:上午|下午|晚)?(?:综合报道|消息|电(?=[，：（ ])|讯(?=[，：（ ]))"
)  # the day of the dateline
_WIRE_REACH = 16  # signs from a sentence's beginning within which it stands
_GOING_ON = re.compile("正在?(?:对|在)[^，。；]{0,16}$")  # 正在对某国进行国事访问: over days
_EVE = re.compile(r"[^，。]{0,16}(?:前夕|之前)")
_PLANNED = re.compile("(?<![上中少大])将(?!军)|定于|拟|计划")
_HABITUAL = re.compile("一直|始终|曾|此前|多番|早前|先前|屡次|向来|再三")
# 在纽约期间，某某将出席…，会见…: without a day of its own it is on none
_TO_COME = re.compile(
    f"(?:(?<![上中少大小把])将(?![军领士帅校官其他她{PERSONS}{BODIES}])|定于|拟于|计划|同期|届时)[^。；]*$"
)
_ASIDE = re.compile("^[，]?[\ue000-\ue3ff]?[就对]|[，；](?:就|祝贺|对)|致电|致唁电|致贺电|致函|表示|[；。]")
_OTHER_HAPPENING = re.compile("欢迎|仪式|会见|会谈|会晤|举行|出席|期间")
_SETS_OUT = re.compile(rf"{T}[^，。]{{0,20}}(?:开始|，?应[^，。]*邀请)|开始对")
_DIED = re.compile("去世|逝世|病逝")
_AFTER_IT = re.compile("(?:会谈|会见|会议|仪式|演讲)[^，。]{0,4}后，|随后，|当天，")
# 会议经表决通过了…；决定免去某某…职务
_DECIDED = re.compile(
    f"{P}(?:[、和]{P})*同志(?:当选|为)|[^。；]{{0,24}}签署[^，。；]{{0,12}}令|"
    "(?:决定)?(?:任命|免去)|[^，。；]{0,8}(?:会议|大会|全会|常委会)(?:还|并|经|以)?[^，。；]{0,4}(?:表决|通过|决定|审议)"
)
# 随后，会议推选某某为主席: on the day of the meeting
_ASSEMBLY_DECIDES = re.compile(
    "(?:^|[，。；])(?:会上|[^，。；]{0,6}(?:会议|大会|全会|主席团))(?:还|并|随后|经?表决|一致|选举|决定|通过){0,3}$"
)
_IN_ONE_CLAUSE = re.compile(rf"{T}，?(?:(?!欢迎)[^，。；])*$")
_BY_ITSELF = frozenset({"appointment", "removal", "death", "award", "sanction", "investigation", "issuance"})
# 某某病重期间和逝世后，…看望: over many days
_WHILE_SICK = re.compile("(?:病重|病危|患病|生病|住院|治疗)期间|(?:逝世|去世|病逝|辞世)(?:以|之)?后，")
_TO_THE_SICK = frozenset({"condolence", "call", "statement"})
_NOT_BY_YEAR = frozenset({"statement", "inspection"})
_NAMED = frozenset({"meeting", "ceremony", "activity", "agreement"})
_HOLDS = ("举办", "举办了", "举行", "举行了", "召开", "召开了", "主持", "出席", "参加", "的")
_NEAR = 40  # days: what lies further off is background, not the story


@dataclass(slots=True)
class Scene:
    """The day and the places of the happening that the article is telling; None where nothing was said yet."""

    when: TimeRange | None = None
    places: tuple[str, ...] | None = None
    paragraph: int = -1  # where the day was last said
    year: str = ""  # of the article
    then: set[str] = field(default_factory=set)  # who was named where the day was said
    there: set[str] = field(default_factory=set)  # who was named where the places were said
    opening: int = -1  # the story's first paragraph
    placed: int = -1  # the paragraph where the places were said
    placed_on: TimeRange | None = None  # the day on which the story was there
    at_a_house: bool = False  # a house tells where the story is, not a place's own name
    left: tuple[str, ...] | None = None  # the place left last


def time_of(
    outline: Outline, kind: str, start: int, end: int, until: int, scene: Scene, paragraph: int
) -> TimeRange | None:
    """The time of a happening of type `kind` whose words stand at [start, end): its own, or the scene's.

    A death or an appointment that the sentence only speaks about has the time that its own clause gives, or none.
    """
    words = outline.words
    if kind in _TO_THE_SICK and _WHILE_SICK.search(words, 0, start):
        return NOWHEN
    year = scene.when.start[:4] if scene.when is not None and scene.when.start else scene.year
    own = _own_time(outline, start, end, until, kind, year)
    if kind == "trip" and words[start:end][-2:] in {"访问", "访华", "来华"}:
        said_of_it = own is not None and (
            _SETS_OUT.search(words, 0, until) or _IN_ONE_CLAUSE.search(words, 0, start)
        )
        if _GOING_ON.search(words, 0, start):
            return NOWHEN
        if own is None or (_OTHER_HAPPENING.search(words, 0, until) and not said_of_it):
            return NOWHEN
    if own is not None and own.precision == "year" and own.start == year and kind in _NOT_BY_YEAR:
        own = None  # 2024年经济工作的重点, told in 2024
    if kind in _BY_ITSELF:
        if own is not None:
            return own
        if kind == "award" and (words.startswith("颁奖", start) or _AFTER_IT.match(words)):
            return scene.when  # at the meeting that is told of
        if kind in {"appointment", "removal"}:
            decided = _DECIDED.match(words) or _ASSEMBLY_DECIDES.search(words, 0, start)
            return scene.when if decided else None
        return scene.when if scene.paragraph == paragraph and kind != "death" else None
    if own is not None and (own.precision == "day" or kind not in {"statement"}):
        return own
    if kind == "statement":
        return NOWHEN if _HABITUAL.search(words[max(0, start - 8) : start]) else None
    return NOWHEN if _TO_COME.search(words, 0, start) else scene.when


def _own_time(outline: Outline, start: int, end: int, until: int, kind: str, year: str) -> TimeRange | None:
    """The time in the sentence that belongs to the words at `start`: the nearest before them, or close behind."""
    words = outline.words
    charged = kind == "sanction" and words.endswith(_CHARGED, start, end)
    on = None if charged else _ON.match(words, end, until)
    if on is not None:
        return outline.time(on[1])
    best: TimeRange | None = None
    for match in _TIME.finditer(words, 0, end if charged else until):
        if kind == "sanction" and _is_of_the_deed(words, match.start(), match.end()):
            continue
        if _is_press_time(words, match.start(), match.end()) or _is_term(words, match.start(), match.end()):
            continue
        time = outline.time(match.group())
        if time.start == year and kind in _NAMED and words.endswith(_HOLDS, 0, match.start()):
            continue  # 2011年产品发布会, told in 2011: of its name
        if time.precision in {"year", "month"} and _SEASON.match(words, match.end()):
            continue  # 2023年春季学期: of its name
        if time.precision == "year" and (time.start or "") >= year and _FEAST.match(words, match.end()):
            continue  # 2013年春节到来之际: before or after
        if match.start() >= end:
            if best is None and match.start() <= end + 12 and "，" not in words[end : match.start()]:
                best = time
            break
        if kind in _BY_ITSELF and _ASIDE.search(words[match.end() : start]):
            continue
        if best is None or time.precision == "day" or best.precision != "day":
            best = time
    return best


def _is_of_the_deed(words: str, start: int, end: int) -> bool:
    """因2014年占领行动被控, 涉嫌于6月21日…, 还押至11月11日: the day of what was done, or of the next hearing."""
    return bool(_DONE_ON.search(words, max(0, start - 8), start) or _DONE_IN.match(words, end))


_CHARGED = ("控", "起诉", "检控")  # 被控于7月28日展示刊物: the charge says when it was done
_DONE_ON = re.compile("(?:因|涉嫌|涉|被指|指|还押|还柙|押后|[至到])[^，。；]{0,3}(?:[于在至到]|，)?$")
_IN_A_CHARGE = re.compile("(?:被控|被指|涉嫌|还押|还柙|押后)[^，。；]{0,4}$")
_DONE_IN = re.compile("[^，。；]{0,12}(?:冲突|示威|游行|集会|占领|骚乱|暴动|清场)")


def _is_term(words: str, start: int, end: int) -> bool:
    """任期至2023年7月, 合约2019年3月才完结: when something runs out, not when anything happens."""
    return bool(_RUNS_UNTIL.search(words, max(0, start - 8), start) or _RUNS_OUT.match(words, end))


_ON = re.compile(f"于({T})")  # 生于1922年，逝世于1974年
_RUNS_UNTIL = re.compile("(?:任期|合约|合同|有效期|聘期)[^，。；]{0,4}$")
_RUNS_OUT = re.compile(
    "才?(?:完结|届满|到期|期满)|(?:上任|就任|就职|履新|当选|成立|建交|上台)[^，。；]{0,2}以来"
)


def _is_press_time(words: str, start: int, end: int) -> bool:
    """路透社17日报道, 18日峰会前夕, 今天的《…》: not the day of what is told."""
    if _EVE.match(words, end) or (start <= _WIRE_REACH and _WIRED.match(words, end)):
        return True
    if _PROGRAMME.match(words, end) and not _SOMEBODY.search(words, 0, start):
        return True
    return bool(_PRESS_BEFORE.search(words, max(0, start - 6), start) and _REPORTED.match(words[end:]))


def places_at(outline: Outline, until: int, *, houses: bool = True) -> tuple[str, ...]:
    """The places of the sentence up to `until` that stand where a place of action stands; with `houses`, seats of bodies too."""
    found: list[str] = []
    if not outline.places and not outline.bodies:
        return ()
    for match in _RESTING.finditer(outline.words, 0, until):
        if _AGAINST.search(outline.words, 0, match.start()) or _MATTER.match(outline.words, match.end()):
            continue
        if match.group()[0] == "到" and _FROM.search(outline.words, 0, match.start()):
            continue
        if match["body"]:
            found += seat_of(outline.body(match["body"]).name) if houses else ()
            continue
        sign = _PLACE.search(match.group())
        if sign and not match.group().startswith(_WORDS_OF_REST) and _are_states(outline.place(sign.group())):
            continue  # 甲国、乙国等国领导人在某地举行会议: who, not where
        if sign and not _NO_SITE.match(outline.words, match.start() + sign.end()):
            found += outline.place(sign.group())
            house = _CAPITAL_HOUSE.match(outline.words, match.start() + sign.end())
            found += seat_of(outline.body(house[1]).name) if house is not None else ()
    return tuple(dict.fromkeys(found))


_WORDS_OF_REST = tuple("在到赴抵飞来前走深莅于这离视考调位")


def _are_states(names: tuple[str, ...]) -> bool:
    """Whether several countries are named at once."""
    return len(names) > 1 and all(places().country(name) for name in names)


# 在甲国的推动下, 在甲国公爵某某陪同下: who stands behind it, no site
_NO_SITE = re.compile(
    f"的?[^，。；的在{PERSONS}]{{1,12}}下(?=[，。])|[^，。；在举{PERSONS}]{{0,12}}{P}[^，。；]{{0,4}}陪同"
)
_CAPITAL_HOUSE = re.compile(f"的?首都({B})")  # 阿联酋首都|阿布扎比总统府
_MATTER = re.compile("[^，。；在]{0,24}(?:问题|议题|立场|事务|方面|框架)[上下中]")  # 在某国威胁退出的问题上
_FROM = re.compile("从[^，。；]*$")  # 从某山|到某地: a range, nobody's way
_AGAINST = re.compile(
    "(?:^|[，。])(?:针对|对于|关于|围绕|谈到|谈及)[^，。；]*$"
)  # 针对某国在某地…的说法，某某表示


def seat_of(body: str) -> tuple[str, ...]:
    """Where a body certainly is: a house of known city, or the place that its name begins with."""
    return places().venues.get(body) or seat_in(body, places())


def move(scene: Scene, outline: Outline, until: int, paragraph: int) -> None:
    """Carry the scene along with a sentence of the story."""
    words = outline.words
    for match in _TIME.finditer(words, 0, until):
        time = outline.time(match.group())
        if _is_press_time(words, match.start(), match.end()):
            continue
        if _IN_A_CHARGE.search(words, max(0, match.start() - 8), match.start()):
            continue
        if _RUNS_OUT.match(words, match.end()):
            continue
        if time.start is None and scene.when is None:
            scene.when = time
        if time.precision != "day" or not time.start:
            continue
        if scene.when is not None and _DIED.search(words, match.end(), until):
            break  # 前天，某某去世: the story goes on where it was
        if _fits(scene.when, time, match.start()) and not _PLANNED.search(
            words[max(0, match.start() - 12) : match.start()]
        ):
            scene.when, scene.paragraph = time, paragraph
            scene.then |= {m.name for m in outline.people}
        break
    leaving = _LEAVES.search(words, 0, until) if "离开" in words else None
    if leaving is not None:
        scene.left = outline.place(leaving[1])
    scene.opening = paragraph if scene.opening < 0 else scene.opening
    if scene.places is None:
        scene.places = places_at(outline, until) or None
        scene.there |= {m.name for m in outline.people} if scene.places else set()
        scene.placed, scene.placed_on = paragraph, scene.when
        said = outline.text[outline.starts[0] : outline.starts[-1]]
        scene.at_a_house = not any(name[:2] in said for name in scene.places or ())


_IN_TITLE = re.compile("[在于赴]$|抵达$")


def take_title(scene: Scene, title: str, year: int | None) -> None:
    """Give a story that names no place the one of its headline: 某某大会在京举行, 某某在陕西考察."""
    for start, end, names in find_places(title, 0, len(title), places(), "", year) if title else ():
        if _IN_TITLE.search(title, 0, start) and not _MATTER.match(title, end):
            scene.places, scene.placed, scene.placed_on = names, scene.opening, scene.when
            return


_LEAVES = re.compile(f"离开({L})")
_WHILE_LEAVING = re.compile("(?:临?离开|启程|登机)(?:前|之前|时|之际)")


def place_left(scene: Scene, words: str) -> tuple[str, ...] | None:
    """「离开前，某某敬献花圈。」: the place that the sentences before said was left."""
    return scene.left if _WHILE_LEAVING.match(words) else None


def _fits(now: TimeRange | None, new: TimeRange, position: int) -> bool:
    """A sentence about another year or month is background: it does not move the scene."""
    if now is None:
        return True
    if not now.start or not new.start:
        return position <= 3
    return abs((date.fromisoformat(now.start) - date.fromisoformat(new.start)).days) <= _NEAR
