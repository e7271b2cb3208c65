"""Posts of governments and states: what 省长, 总统, 总书记, 驻某国大使 or a lawmaker belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from kg.extract.posts.hong_kong import district_council
from kg.extract.posts.links import Link, Memory, as_printed, made, renamed
from kg.extract.posts.phrases import Phrase
from kg.extract.posts.titles import PostItem
from kg.lexicon.body_forms import AMBIGUOUS_ABROAD, national_forms
from kg.lexicon.organizations import official_name
from kg.lexicon.place_prefix import PlacePrefix, Scope, place_prefix
from kg.lexicon.places import places

GOVERNMENT = {
    "省长": "province",
    "省长助理": "province",
    "市长": "prefecture",
    "市长助理": "prefecture",
    "州长": "prefecture",
    "盟长": "prefecture",
    "专员": "prefecture",
    "县长": "county",
    "县长助理": "county",
    "区长": "county",
    "旗长": "county",
    "镇长": "town",
    "乡长": "town",
}
STATE = frozenset(
    (
        "总统 总理 首相 国王 女王 王后 太后 王太后 王储 亲王 王子 公主 大公 酋长 埃米尔 苏丹 天皇 总督 外长 防长 财长 "
        "外长助理 副国务卿 国务次卿 国务部长 国务顾问 最高元首 "
        "国务卿 助理国务卿 外务大臣 外交大臣 国防大臣 财政大臣 内政大臣 外相 公爵 最高领袖 国务委员 国务委员长 国务资政 贸易代表 "
        "官房长官 官房副长官 外务相 防卫相 财务相 经济产业相 经产相 文部科学相 厚生劳动相 国土交通相 "
        "农林水产相 环境相 总务相 法务相 财相"
    ).split()
)
POSTING = re.compile(r"^(?P<country>.*?)(?P<post>(?:常)?驻[\u4e00-\u9fff]+)(?<!馆)$")


def posting_abroad(item: PostItem, posting: re.Match[str], scope: Scope, before: str = "") -> Link:
    """驻某国大使: the post is 驻某国大使, its organisation the country that sent it (GUIDELINE 2)."""
    sender = posting["country"] or before
    prefix = place_prefix(sender, Scope()) if sender else None
    country = prefix.scope.country if prefix else places().nations.get(sender, "")  # 俄|驻美大使
    organization = (
        "中华人民共和国" if not sender or country == "中国" or sender in {"我国", "我"} else country or sender
    )
    return made(renamed(item, posting["post"] + item.post), organization, "explicit", scope, country)


def government_post(item: PostItem, before: Link | None, scope: Scope) -> Link:
    """省长, 市长 …: the people's government of the place."""
    level, body = GOVERNMENT[item.head], item.body
    body = re.sub(r"(?:人民)?政府$", "", body)
    if body:
        prefix = place_prefix(body if body.endswith(item.head[0]) else body + item.head[0], scope)
        if prefix is None:
            prefix = place_prefix(body, scope)
        if prefix and prefix.end >= len(body):
            if prefix.scope.country and not prefix.scope.province:
                return made(item, prefix.full, "explicit", scope, prefix.scope.country)
            return made(item, prefix.name + "人民政府", "explicit", prefix.scope)
        if prefix and prefix.scope.country not in {"", "中国"}:
            return made(item, body, "explicit", scope, prefix.scope.country)  # 德国萨克森州|州长
        relative = re.fullmatch(r"(?:该|本)?(省|市|县|区|州|盟|旗|镇|乡)", body)
        last = None if relative else _last_place(body)
        if last:
            return made(item, last.name + "人民政府", "explicit", last.scope)
        if not relative:
            name = body if body.endswith(item.head[0]) else body + item.head[0]
            return made(item, name + "人民政府", "surface", scope)
    place = scope.place(level)
    if level == "county" and place:
        found = official_name("区政府" if place.endswith("区") else "县政府", scope)
        return made(item, found.name, "elided" if before else "context", scope)
    if not place and item.head in {"区长", "镇长", "乡长"} and before and before.unit:
        match = re.search(r"(?:中国共产党)?([\u4e00-\u9fff]+[区镇乡])(?:委员会)?", before.unit)
        place = match.group(1) if match else ""
    if place:
        return made(item, place + "人民政府", "elided" if before else "context", scope)
    return made(item, None, "none", scope)


def _last_place(words: str) -> PlacePrefix | None:
    """The place of China that words end in (某法院公开宣判|南平市), with its province if that stands before it."""
    for start in range(1, len(words) - 1):
        prefix = place_prefix(words[start:], Scope())
        if prefix and prefix.end == len(words) - start and prefix.scope.province:
            return prefix
    return None


_OF_A_GOVERNMENT = frozenset(("总理", "首相"))
_ANY_GOVERNMENT = re.compile("(?:看守|临时|过渡|联邦|候任|代理|民族团结)+政府|政府|看守")


def state_post(
    item: PostItem, before: Link | None, scope: Scope, country: str, memory: Memory
) -> Link | None:
    """Heads of states, governments and parties."""
    body, head = item.body, item.head
    if head == "国务委员":
        return made(item, "国务院", "explicit", scope)
    if head in {"官房长官", "官房副长官"} and body in {"", "日本", "内阁", "日本内阁", "日"}:
        return made(item, "日本内阁", "explicit", scope, "日本")
    if head == "总书记":
        return _general_secretary(item, scope, country)
    if head in _OF_A_GOVERNMENT and _ANY_GOVERNMENT.fullmatch(body):
        return _of_its_government(replace(item, body=""), before, scope, memory)
    nation = nation_of(body, memory.context.countries()) if len(body) == 1 else ""
    if nation:
        return made(item, nation, "explicit", scope, nation)
    if len(body) == 1 and head in STATE:  # 去|信|总统某某
        item, body = replace(item, start=item.post_start, body_start=item.post_start, body=""), ""
    prefix = place_prefix(body, Scope()) if body else None
    if prefix and prefix.scope.country:
        rest = re.sub(
            r"^(?:联邦|合众国|东岸|玻利瓦尔|多民族国|(?:联合|人民|民主|社会主义|伊斯兰|阿拉伯|合作)*共和国|国家|王国|新任|政府|过渡政府|临时|看守内阁|看守|民族团结|第[一二三四五六七八九十]+[世任]?)+",
            "",
            body[prefix.end :],
        )
        named = as_printed(prefix)
        if not rest:
            nation = named if prefix.full == prefix.scope.country else prefix.scope.country  # 阿布扎比|王储
            return made(item, "中华人民共和国" if named == "中国" else named, "explicit", scope, nation)
        return _of_a_republic(item, before, scope)
    if body in {"国家", "中华人民共和国"}:
        here = country or (before.country if before else "")
        return made(
            item,
            here if here and here != "中国" else "中华人民共和国",
            "elided" if here else "explicit",
            scope,
            here,
        )
    if body in {"军委", "国家军委"}:
        return made(item, "中国共产党中央军事委员会", "explicit", scope)
    region = re.fullmatch(r"(.*自治区)(?:人民)?(?:政府)?", body)
    if head == "主席" and region:
        name = official_name(body if body.endswith("政府") else body + "政府", scope)
        return made(item, name.name, name.resolved_by, scope)
    if (head in STATE or item.post in {"副总统", "副首相"}) and not body:
        if before and before.country and before.organization:
            return Link(item, before.country, "elided", before.scope, before.unit, before.country)
        if head == "总理" and before and before.organization in {"国务院", "中国共产党中央政治局"}:
            return made(item, "国务院", "elided", scope)
        if head in {"外长", "防长", "财长"} and before and before.organization and not before.country:
            return made(item, "中国", "elided", scope)  # 国务委员兼外长
        here = country or _state_told(item, memory)
        if head in {"总统", "首相", "国王", "外长", "防长", "财长", "国务卿", "王储"} and here:
            return made(item, here, "context", scope, here)
        if head == "总理":
            return made(item, here or "国务院", "context", scope, here)
        return made(item, here or None, "context" if here else "none", scope, here)
    return _of_a_republic(item, before, scope)


def _of_its_government(item: PostItem, before: Link | None, scope: Scope, memory: Memory) -> Link:
    """某党领袖、政府|总理: the country of the post before it, or the one named nearby; never ours."""
    if before and before.country:
        return Link(item, before.country, "elided", before.scope, before.unit, before.country)
    here = memory.country_near(item.start) or memory.only_country()
    return made(item, here or None, "context" if here else "none", scope, here)


def _of_a_republic(item: PostItem, before: Link | None, scope: Scope) -> Link | None:
    """鞑靼斯坦共和国|总统, a republic within a state; 共和国|总理 behind it is of the same."""
    body = item.body
    if body == "共和国" and before and (before.organization or "").endswith("共和国"):
        return made(item, before.organization, "elided", scope, before.country)
    found = _REPUBLIC.search(body)
    return made(item, found.group(), "explicit", scope, found.group()) if found else None


_REPUBLIC = re.compile("(?<=联邦)[\u4e00-\u9fff]{2,6}共和国$|^(?!中华)[\u4e00-\u9fff]{2,6}共和国$")


def _state_told(item: PostItem, memory: Memory) -> str:
    """The state of a post told without it: the one that has such posts, the one named last nearby, or the only one."""
    near = memory.country_near(item.start)
    alone = _OF_ONE_STATE.get(item.head, "")
    if alone:
        return near if near in _VATICAN else alone
    text = memory.context.text
    if near or item.head != "总统" or "台湾" not in text[max(0, item.start - _NEAR) : item.start]:
        return near or memory.only_country()
    return "台湾" if memory.region == "hk" else memory.only_country() or "台湾"


_NEAR = 60  # code points from the name of a state to a post told without it
_VATICAN = frozenset(("梵蒂冈", "教廷"))
_OF_ONE_STATE = {
    "国务卿": "美国",
    **dict.fromkeys("外相 防卫大臣 外务相 防卫相 经产相 经济产业相".split(), "日本"),
}


def _general_secretary(item: PostItem, scope: Scope, country: str) -> Link:
    body = item.body
    if not body or body in {"中共中央", "党中央", "中央", "中共", "中国共产党", "中共中央委员会"}:
        here = country if not body else ""
        if here and here != "中国":
            return made(item, None, "none", scope, here)
        return made(item, "中国共产党中央委员会", "explicit" if body else "context", scope)
    name = official_name(body, scope).name
    prefix = place_prefix(body, Scope())
    here = prefix.scope.country if prefix else party_country(body)
    name = re.sub(r"(党)(?:中央)?$", r"\1中央委员会", name)
    return made(item, name, "explicit", scope, here)


def party_country(body: str) -> str:
    """The country of a ruling party that goes by a short form (越共), or ""."""
    parties = {"越共": "越南", "朝鲜": "朝鲜", "老挝": "老挝", "古共": "古巴"}
    return next((country for party, country in parties.items() if body.startswith(party)), "")


_SURE_NATIONS = frozenset("美英法德俄韩朝")


def nation_of(word: str, named: Iterable[str]) -> str:
    """The country that one character means before a post or a ministry (俄|外长), or "".

    `named` are the foreign countries of the article: 叙 is 叙利亚 where that is named.
    """
    if word in _SURE_NATIONS:
        return places().nations.get(word, "")
    if len(word) != 1 or word in "中和与同对以":
        return ""
    short = [c for c in named if any(p.abbreviation == word for p in places().lookup(c))]
    return short[0] if len(short) == 1 else ""


_STATE_ORGAN = re.compile(
    "(?!.*(?:党|公司|集团|银行|协会|大学|联盟|国际|世界|联合国))[\u4e00-\u9fff]{1,14}(?:部|厅|署|立法院|议会|国会|参议院|众议院|最高法院|内阁)"
)


def is_state_organ(body: str) -> bool:
    """Whether a body without a country belongs to a state: the one of the post before it in the list."""
    if body in AMBIGUOUS_ABROAD or body == "立法院":
        return True
    known = body in national_forms() or place_prefix(body, Scope()) is not None
    return not known and bool(_STATE_ORGAN.fullmatch(body))


def chamber_of(item: PostItem, name: str, scope: Scope, memory: Memory) -> tuple[str, PostItem]:
    """Lawmakers sit in a chamber, not in a party or a country (GUIDELINE 17)."""
    if item.body.endswith("区") and memory.region == "hk":
        return district_council(item.body, memory.context.text), item
    prefix = place_prefix(item.body, scope)
    chamber = {"议员": "国会", "参议员": "参议院", "众议员": "众议院"}[item.head]
    if prefix and prefix.scope.country and prefix.end == len(item.body):
        return as_printed(prefix) + chamber, item
    if item.body.endswith("立法会") and memory.region == "hk":
        return "香港特别行政区立法会", item
    if item.body in {"国会", "议会", "众议院", "参议院", "上议院", "下议院"}:
        country = memory.country_near(item.start) or memory.only_country()
        return (country if country != "中国" else "") + item.body, item
    if re.search(r"党|(?:联盟|盟|联|派|力量)$", item.body):
        country = prefix.scope.country if prefix else _country_inside(item.body)
        country = country or _country_of_party(memory.context.text, item.body)
        country = country or memory.country_near(item.start) or memory.only_country()
        if memory.region == "hk" and not country:
            return "香港特别行政区立法会", item
        return (country + chamber if country else name), item
    if item.body.endswith("区"):
        return f"{item.body.removesuffix('区').removesuffix('区')}区议会", item
    return name, item


def _country_of_party(text: str, party: str) -> str:
    """The country before a party where the article names it so (韩国执政党某某党), or ""."""
    known = places()
    for named in re.finditer(
        f"([\u4e00-\u9fff]{{2,5}})(?:最大)?(?:执政党|在野党|反对党)?{re.escape(party)}", text
    ):
        for size in (2, 3, 4, 5):
            if size <= len(named[1]) and (country := known.country(named[1][-size:])):
                return country
    return ""


def _country_inside(body: str) -> str:
    """The country that a party has in its name (自由韩国党), or ""."""
    known = places()
    for at in range(len(body) - 2):
        if found := known.country_at(body, at):
            return found[1]
    return ""


def in_one_state(phrases: Iterable[Phrase]) -> None:
    """Who held a post of one state further up holds it there where only the context names a country."""
    first: dict[tuple[str, str], str] = {}
    for held in (h for p in phrases for h in p.held if h.item.head in STATE and h.organization):
        known = first.setdefault((held.person, held.item.post), held.organization or "")
        if held.resolved_by == "context":
            held.organization = known
