"""Posts behind a name: 周明远主席, 林外长, 雷文前总统."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.organizations.beginnings import body_in_front
from kg.extract.persons.people import is_doctrine
from kg.extract.posts.links import Memory
from kg.extract.posts.phrases import Held, Phrase, Spot
from kg.extract.posts.plausible import is_plausible_body
from kg.extract.posts.titles import REACH, PostItem
from kg.extract.scope import PlaceContext
from kg.lexicon.organizations import official_name
from kg.lexicon.place_prefix import Scope
from kg.lexicon.places import places

_TITLES = (
    "总书记|国家主席|副主席|主席|总统|副总统|总理|副总理|首相|副首相|外长|外相|防长|国务卿|委员长|副委员长|议长|国王|女王|王太后|太后|王后|王储|亲王|大公|埃米尔|苏丹|天皇|"
    "国务委员|部长|副部长|省长|副省长|市长|副市长|县长|书记|副书记|秘书长|总干事|大使|参赞|特首|行政长官|司长|局长|院长|校长|教授|院士|研究员|董事长|总裁|总经理|会长|理事长|主任|"
    "大臣|议员|参议员|众议员|检察长|司令员|司令|将军|上将|老师|医生|律师|博士生导师|发言人|主编|记者|"
    "副?(?:厅长|所长|处长|科长|馆长|园长)|副(?:司长|局长|院长|校长|主任|会长|理事长|董事长|总裁|总经理|秘书长)"
)
_BEHIND = re.compile(
    rf"(?:首任)?(?P<former>前|原)?(?P<new>候任|当选|新任)?(?P<post>{_TITLES})(?!的?(?:夫人会|团|办公室|府|国|级|台|会议|令|制))"
)
_RULING_PARTY = {
    "越南": "越南共产党中央委员会",
    "老挝": "老挝人民革命党中央委员会",
    "朝鲜": "朝鲜劳动党中央委员会",
    "古巴": "古巴共产党中央委员会",
}
_STATE = frozenset(
    "总统 副总统 首相 副首相 外长 外相 防长 国务卿 国王 女王 王太后 太后 王后 王储 亲王 大公 埃米尔 苏丹 天皇".split()
)
_ANYWHERE = frozenset(["主席", "副主席", "总书记"])
_OCCUPATIONS = frozenset(["教授", "院士", "研究员", "老师", "医生", "律师", "记者", "主编"])


def postposed(
    text: str,
    spots: Sequence[Spot],
    foreign: set[str],
    phrases: list[Phrase],
    memory: Memory,
    context: PlaceContext,
) -> list[Phrase]:
    """The posts that stand right behind a name; none where the post's body cannot be told."""
    held: dict[str, list[Held]] = {}
    for known in phrases:
        held.setdefault(known.name, []).extend(known.held)
    taken = {p.start for p in phrases}
    found: list[Phrase] = []
    for spot in spots:
        behind = _BEHIND.match(text, spot.end, spot.sentence_end) or _at_the_head(text, spot)
        if not behind or spot.start in taken or is_doctrine(text, spot.end):
            continue
        if behind.groupdict().get("new") == "当选" and behind["post"] in _ANYWHERE and spot.name not in held:
            continue  # 某某当选主席: of which body, other words tell
        if behind["post"] == "苏丹" and places().lookup(text[spot.start : behind.end()]):
            continue  # 努尔苏丹 was a capital
        greeting = _GREETING.search(text, max(0, spot.start - 24), spot.start)
        sender = _spot_before(text, spots, greeting.start()) if greeting else ""
        country = _country(sender, held) if sender else ""
        if not country and found and text[found[-1].phrase_end : spot.start] in {"、", "和", "与"}:
            country = _country(found[-1].name, held)  # 某国的甲总统、乙总理
        phrase = _phrase(spot, behind, foreign, held, memory, country)
        if phrase and phrase.held[0].organization is None:
            _give_employer(text, spot, phrase, context)
        if phrase and phrase.held[0].organization is None:
            _give_only_one(phrase.held[0], memory)
        if phrase and phrase.held[0].organization is None and phrase.held[0].item.post not in _OCCUPATIONS:
            phrase = None
        if phrase:
            _also_head_of_state(text, behind.end(), spot, phrase)
            found.append(phrase)
            held.setdefault(phrase.name, []).extend(phrase.held)
    return found


def _at_the_head(text: str, spot: Spot) -> re.Match[str] | None:
    """以某某同志为总书记的党中央: the post behind 为."""
    headed = text[spot.start - 1 : spot.start] == "以"
    return _HEADED.match(text, spot.end, spot.sentence_end) if headed else None


_HEADED = re.compile("(?:同志)?为(?P<former>(?!))?(?P<post>总书记)(?=的)")
_AND_STATE = re.compile("、国家主席(?![\u4e00-\u9fff]{2,4}(?:同志|主席|，|、|。))")
_STATE_OF_PARTY = {"中国共产党中央委员会": "中华人民共和国", "越南共产党中央委员会": "越南"}
_STATE_OF_PARTY["老挝人民革命党中央委员会"] = "老挝"


def _also_head_of_state(text: str, at: int, spot: Spot, phrase: Phrase) -> None:
    """周明远总书记、国家主席: the second post goes with the first, if nobody's name follows it."""
    first = phrase.held[0]
    state = _STATE_OF_PARTY.get(first.organization or "")
    also = _AND_STATE.match(text, at, spot.sentence_end) if state and first.item.post == "总书记" else None
    if also is None:
        return
    item = replace(first.item, post_start=also.end() - 2, end=also.end(), post="主席", head="主席")
    phrase.phrase_end = also.end()
    phrase.held.append(replace(first, item=item, organization=state, resolved_by="context", end=also.end()))


_GREETING = re.compile(
    "转达了?[^，。；对向]{0,14}$"
)  # whose greetings a guest brings: those of his own leaders


def _spot_before(text: str, spots: Sequence[Spot], at: int) -> str:
    """The person whose name ends right at `at`, or ""; nobody to whom something is brought (向某某|转达)."""
    return next(
        (s.name for s in spots if s.end == at and text[s.start - 1 : s.start] not in {"向", "对"}), ""
    )


def _give_employer(text: str, spot: Spot, phrase: Phrase, context: PlaceContext) -> None:
    """孟楼中学的|周某某老师, 某市教育局|周某某局长: the body in front is where the post is held."""
    held = phrase.held[0]
    end = spot.start - (text[spot.start - 1 : spot.start] == "的")
    if held.item.post not in _OCCUPATIONS or end == spot.start:
        ending = next((its for head, its in _HELD_AT.items() if held.item.post.endswith(head)), "")
        if not ending or not text.endswith(tuple(ending.split()), 0, end):
            return
    begin = body_in_front(text, max(0, end - REACH), end)
    body = text[begin:end]
    if len(body) < 3 or not is_plausible_body(body, Scope()):
        return
    held.item = replace(held.item, start=begin, body_start=begin, body_end=end, body=body)
    held.organization, held.resolved_by = official_name(body, context.at(begin)).name, "explicit"
    held.start = begin


def _give_only_one(held: Held, memory: Memory) -> None:
    """周明远校长 heads the one school that the article has named, 周明远总裁 the one firm."""
    endings = next((its for head, its in _HEADS_OF.items() if held.item.post in {head, "副" + head}), ())
    body = memory.only(endings, held.person) if endings else None
    if body:
        held.organization, held.resolved_by = body, "context"


_HEADS_OF = {
    "校长": ("大学", "学校", "中学", "小学"),
    "院长": ("院",),
    "所长": ("所",),
    "馆长": ("馆",),
    "董事长": ("公司", "集团"),
    "总裁": ("公司", "集团"),
    "总经理": ("公司", "集团"),
}

# Which bodies have such a head: 教育局|周某某局长, 人民医院|周某某医生.
_HELD_AT = {
    "局长": "局",
    "厅长": "厅",
    "部长": "部",
    "处长": "处",
    "科长": "科",
    "司长": "司",
    "所长": "所",
    "馆长": "馆",
    "园长": "园",
    "院长": "院",
    "校长": "学 校",
    "会长": "会",
    "理事长": "会",
    "检察长": "检察院",
    "主任": "委 办 中心 委员会 办公室 医院 室 科",
    "书记": "委 支部 院 局 学",
    "董事长": "公司 集团 厂",
    "总裁": "公司 集团",
    "总经理": "公司 集团 厂",
    "教授": "学 院",
    "研究员": "院 所 学",
    "老师": "学 校 园",
    "医生": "医院 院",
    "律师": "事务所 律所",
}


def _phrase(
    spot: Spot,
    behind: re.Match[str],
    foreign: set[str],
    held: dict[str, list[Held]],
    memory: Memory,
    country: str,
) -> Phrase | None:
    name, start, end = spot.name, spot.start, spot.end
    post = behind["post"].removeprefix("国家")
    known = next((h for h in held.get(name, ()) if h.item.post == post or h.item.post.endswith(post)), None)
    if known:
        organization, how, post = known.organization, known.resolved_by, known.item.post
    else:
        organization, how = _organization(
            name, post, name in foreign or spot.is_short, held, memory, start, country
        )
    item = PostItem(start, end, end, behind.start("post"), behind.end(), "", post, post, "")
    status = "former" if behind["former"] else known.status if known else None
    status = "appointed" if behind.groupdict().get("new") else status
    phrase = Phrase(name, start, end, start, behind.end())
    phrase.held.append(
        Held(name, item, organization, how, status, start, behind.end(), "post-after-name/1", 0.92)
    )
    return phrase


def _organization(
    name: str,
    post: str,
    is_foreign: bool,
    held: dict[str, list[Held]],
    memory: Memory,
    at: int,
    country: str,
) -> tuple[str | None, str]:
    country = (
        country
        or _country(name, held)
        or (memory.country_near(at) or memory.only_country() if is_foreign else "")
    )
    if post == "总书记" and not country and _is_held_by_another(name, post, _PARTY, held):
        country = memory.country_near(at) or memory.only_country()  # 周大平总书记和本当总书记
        return _RULING_PARTY.get(country), "context"
    if post == "总书记":
        if is_foreign or (country and country in _RULING_PARTY and country != "中国"):
            return _RULING_PARTY.get(country), "context"
        return _PARTY, "context"
    if post in {"外长", "防长", "财长"} and not country and held.get(name):
        return "中国", "context"  # who holds posts here and none abroad
    if post in _STATE:
        country = country or memory.country_near(at) or memory.only_country()
        return country or None, "context"
    if post in {"主席", "副主席"} and not is_foreign and not country:
        known = held.get(name) or _is_about_a_body(memory.context.text, at)
        if known or post != "主席":
            return None, "none"
        if _is_held_by_another(name, post, "中华人民共和国", held):
            ours = _OF_OURS.match(memory.context.text, at + len(name))
            neighbour = "" if ours else memory.only_country()  # of the one other country of the news
            if ours:
                return "中华人民共和国", "context"
            return (neighbour, "context") if neighbour in _RULING_PARTY else (None, "none")
        return "中华人民共和国", "context"
    if post in {"主席", "总理", "副总理"} and (is_foreign or country):
        return country or None, "context"
    if post in {"总理", "副总理", "国务委员"}:
        return "国务院", "context"
    if post in {"特首", "行政长官"}:
        return "香港特别行政区", "context"
    if post == "委员长":
        return "全国人民代表大会常务委员会", "context"
    return None, "none"


_PARTY = "中国共产党中央委员会"


def _is_held_by_another(name: str, post: str, organization: str, held: dict[str, list[Held]]) -> bool:
    """Whether somebody else holds this post, of which there is one, in the article."""
    return any(
        h.item.post == post and h.organization == organization and h.status is None
        for other, posts in held.items()
        if other != name
        for h in posts
    )


def _is_about_a_body(text: str, at: int) -> bool:
    """Whether a body that has a chairman is spoken of near `at`, and nobody is named as that one (全国政协|主席某某)."""
    near = _OF_A_BODY.finditer(text, max(0, at - 40), at + 40)
    return any(not text.startswith(("主席", "副主席"), body.end()) for body in near)


_OF_OURS = re.compile("主席[^。；]{0,20}(?:等中国|等(?:两国)?老一|总理)")  # 某某主席、某某总理等中国领导人
_OF_A_BODY = re.compile(
    "国民党|协会|商会|联合会|(?<!跨国)公司|集团|工会|联盟|学会|基金会|理事会|董事|民进党|亲民党|新党|政协|妇联|文联|作协"
)


def _country(name: str, held: dict[str, list[Held]]) -> str:
    """The country whose posts the person is known to hold."""
    for one in held.get(name, ()):
        if country := places().abroad(one.organization or ""):
            return country
    return ""
