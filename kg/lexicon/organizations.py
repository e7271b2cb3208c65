"""Full official names of organisations from the forms in which the news write them.

A form is known (全总, 中宣部), or it is a place and a system (山西省 + 委, 市 + 总工会), or it is a name of its own
(太重煤机有限公司). docs/grammar.md, section 4, has the rules in their order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.lexicon.body_forms import (
    AMBIGUOUS_ABROAD,
    expand_contractions,
    national_forms,
    national_pattern,
    systems,
)
from kg.lexicon.place_prefix import PlacePrefix, Scope, place_prefix

LEVELS = {
    "省": "province",
    "自治区": "province",
    "市": "prefecture",
    "州": "prefecture",
    "自治州": "prefecture",
    "盟": "prefecture",
    "县": "county",
    "区": "county",
    "旗": "county",
    "自治县": "county",
    "镇": "town",
    "乡": "town",
    "街道": "town",
}
_LEVEL = "自治区|自治州|自治县|省|市|州|盟|县|区|旗|镇|乡"
_COUNTRY_BODIES = re.compile(
    r"(?:外交|国防|财政|内政|司法|卫生|教育|农业|能源|商务|商业|交通|内务|工业|贸易|经济|文化|劳工|劳动|公安|国土安全|运输|环境|旅游|体育|安全|情报|新闻|通信|科技|科学|水利)[^部]{0,8}部$|国会|议会|政府|国民议会|众议院|参议院|最高法院|央行|军方|海军|空军|陆军"
)


@dataclass(frozen=True, slots=True)
class OfficialName:
    """A full name and how it was found: explicit, context or surface (the form as it stands)."""

    name: str
    resolved_by: str
    place: str = ""
    known: bool = False


@lru_cache(maxsize=200_000)
def official_name(form: str, scope: Scope) -> OfficialName:
    """The full official name of the organisation that `form` names within `scope`.

    The form itself, with short words written out, where no rule knows better.
    """
    if form.startswith("中共") and form not in national_forms():
        form = form.removeprefix("中共")
    if "届" in form:
        form = _TERMS.sub("", form)
    form = _VILLAGE.sub(r"\1村民委员会", form)
    form = _GAMES.sub(r"第\1届运动会组织委员会", form)
    for rule in _RULES:
        found = rule(form, scope)
        if found:
            return found
    return OfficialName(expand_contractions(form), "surface")


_TERMS = re.compile(
    "(?<=[\u4e00-\u9fff])第[一二三四五六七八九十]+届(?:、第?[一二三四五六七八九十]+届)*(?=.{2,})"
)  # 政协|第八届|全国委员会
_GAMES = re.compile(
    "(?<=[省市县区州])([一二三四五六七八九十]{1,3})运会组(?:织)?委(?:员)?会$"
)  # 市五运会组委会
_VILLAGE = re.compile("^([\u4e00-\u9fff]{2,}?村)(?:村)?委会$")  # 李家庄村委会: the village's committee


def _abroad(form: str, scope: Scope) -> OfficialName | None:
    """外交部 in a country that is not ours."""
    if scope.country and scope.country != "中国" and form in AMBIGUOUS_ABROAD:
        return OfficialName(scope.country + form, "context", scope.country, True)
    return None


def _district_council(form: str, scope: Scope) -> OfficialName | None:
    """大埔区区议会 of Hong Kong is 大埔区议会."""
    council = re.fullmatch("(?:香港)?(.+?区)区?议会", form)
    if council and (scope.region == "hk" or form.endswith("区区议会")):
        return OfficialName(council.group(1) + "议会", "explicit", "", True)
    return None


def _known(form: str, scope: Scope) -> OfficialName | None:
    full = national_forms().get(form)
    if not full or (form in _ALSO_LOCAL and scope.province) or _only_in_hong_kong(form, full, scope):
        return None
    return OfficialName(full, "explicit", "", True)


def _part_of_unit(form: str, scope: Scope) -> OfficialName | None:
    """某局|党组, 某公司|党委: the unit in full, then its part."""
    for part in _PARTS:
        unit = form.removesuffix(part)
        if unit != form and len(unit) > 1 and _is_unit(unit, scope):
            inner = official_name(unit, scope)
            return OfficialName(inner.name + part, inner.resolved_by, inner.place, inner.known)
    return None


def _youth_league(form: str, scope: Scope) -> OfficialName | None:
    """共青团|上海市委: the committee's name with the league's in front."""
    youth = re.match("(?:共青团|团)(?=[\u4e00-\u9fff]{1,9}委)", form)
    if not youth:
        return None
    party = official_name(form[youth.end() :], scope)
    committee = re.fullmatch("中国共产党(.+委员会.*)", party.name)
    if not committee:
        return None
    return OfficialName("中国共产主义青年团" + committee.group(1), party.resolved_by, party.place, True)


def _place_and_system(form: str, scope: Scope) -> OfficialName | None:
    prefix = place_prefix(form, scope)
    return _of_place(prefix, form) if prefix else None


def _level_and_system(form: str, scope: Scope) -> OfficialName | None:
    """省委, 市总工会: the scope says of which place."""
    relative = re.match(rf"(?:该|本|全|我)?({_LEVEL})(?=.)", form)
    return _relative(form, relative, scope) if relative else None


def _place_and_name(form: str, scope: Scope) -> OfficialName | None:
    prefix = place_prefix(form, scope)
    if prefix and prefix.full == "中国":  # 中国社科院|某研究院 is no unit of a place
        return _part_of_known(form, scope) or OfficialName(_compose(form, prefix), "explicit", prefix.full)
    return OfficialName(_compose(form, prefix), "explicit", prefix.full) if prefix else None


def _bare_system(form: str, scope: Scope) -> OfficialName | None:
    """公安局, 组织部, 党委 without a place: the scope's."""
    town = re.match(r"[\u4e00-\u9fff]{1,4}?(?:镇|乡|街道|林区)(?=党委$|政府$|人大$|纪委$)", form)
    if form in systems() and scope.innermost:
        return OfficialName(systems()[form].format(_scope_body(scope)), "context", scope.innermost, True)
    if town:
        return OfficialName(systems()[form[town.end() :]].format(town.group()), "context", town.group(), True)
    if scope.innermost and _PARTY_DEPARTMENT.fullmatch(form):
        committee = systems()["委"].format(_scope_body(scope))
        return OfficialName(committee + expand_contractions(form), "context", scope.innermost, True)
    if scope.innermost and scope.region != "hk" and _LOCAL_BUREAU.fullmatch(form):
        return OfficialName(_scope_body(scope) + expand_contractions(form), "context", scope.innermost, True)
    return None


def _hong_kong_bureau(form: str, scope: Scope) -> OfficialName | None:
    if scope.region == "hk" and re.fullmatch(r"[\u4e00-\u9fff]{2,10}(?:局|署|(?<!公)司|科|办公室)", form):
        return OfficialName("香港特别行政区政府" + form, "context", "香港特别行政区", True)
    return None


def _part_of_known(form: str, scope: Scope) -> OfficialName | None:
    """国务院|某办: a known body of three characters or more, and what is left of the form."""
    found = national_pattern().match(form)
    if not found or len(form) - found.end() < 2:
        return None
    if len(found.group()) < 3 and not (scope.region == "hk" and found.group().endswith("大")):
        return None
    full = national_forms()[found.group()]
    return OfficialName(full + expand_contractions(form[found.end() :]), "explicit", "", True)


_RULES = (
    _abroad,
    _district_council,
    _known,
    _part_of_unit,
    _youth_league,
    _place_and_system,
    _level_and_system,
    _place_and_name,
    _bare_system,
    _hong_kong_bureau,
    _part_of_known,
)
_PARTS = ("党组", "机关党委", "党委", "党总支", "党支部", "团委", "纪检组", "纪委", "书记处", "党工委")
_ALSO_LOCAL = frozenset("国资委 发改委 发展改革委 卫健委 卫计委 社科院 立法会 人大常委会".split())


def _only_in_hong_kong(form: str, full: str, scope: Scope) -> bool:
    """发展局, 港大's 中大: Hong Kong's bodies by short names that mean others, or nothing, elsewhere."""
    return full.startswith("香港") and not form.startswith(("香港", "港", "特区")) and scope.region != "hk"


_PARTY_DEPARTMENT = re.compile(r"(?:组织|宣传|统战|统一战线工作)部|政法委|政研室|老干部局|机要局|巡察办|党校")
_LOCAL_BUREAU = re.compile(
    r"(?:公安|财政|林业|水利|农业|民政|司法|教育|卫生|环保|交通|审计|统计|体育|文化|旅游|规划|建设|国土|工商|税务|国税|地税|质监|安监|粮食|物价|档案|"
    r"信访|人社|人事|劳动|商务|城管|房管|园林|畜牧|渔业|海洋|气象|环境保护|国土资源|交通运输|农业农村|发改|招商|经信|科技|民族宗教|市政)[^局厅]{0,6}(?:局|厅|委)"
    r"|(?:组织|宣传|统战|统一战线工作)部|政法委"
)


def _is_unit(unit: str, scope: Scope) -> bool:
    """Whether `unit` is a body (whose party committee is X党委), not a bare place (whose one is 中国共产党X委员会)."""
    prefix = place_prefix(unit, scope)
    if prefix and prefix.end == len(unit):
        return False
    return not re.fullmatch(rf"(?:该|本)?(?:{_LEVEL})", unit) and not re.search(r"(?:镇|乡|街道|林区)$", unit)


def _of_place(prefix: PlacePrefix, form: str) -> OfficialName | None:
    """A place and a system: 山西省|委, 太原|市委, 遂昌县|县委, 俄罗斯|外交部."""
    tail = form[prefix.end :]
    country = prefix.scope.country if not prefix.scope.province else ""
    if country and country != prefix.full:
        return OfficialName(expand_contractions(form), "explicit", country)  # 日本京都|大学, as printed
    if country:
        return _of_country(prefix, tail, country)
    table = systems()
    place = prefix.name
    bare = re.sub(
        rf"^(?:{_LEVEL})(?=委|纪委|政府|人大|政协|人民|监委|总|法院|高院|中院|检|公安|妇联|科协|文联|工商联|团)",
        "",
        tail,
    )
    for candidate in (tail, bare):
        if candidate in table:
            return OfficialName(table[candidate].format(place), "explicit", prefix.full, True)
    return _inner(place, bare, prefix.full, "explicit")


def _inner(place: str, tail: str, full: str, how: str) -> OfficialName | None:
    """A part of a place's body: 委宣传部, 政府办公厅, 人大法制委员会, 公安局."""
    for start, form in (
        ("委", "中国共产党{}委员会"),
        ("纪委", "中国共产党{}纪律检查委员会"),
        ("人大常委会", "{}人民代表大会常务委员会"),
        ("人大", "{}人民代表大会"),
        ("政协", "中国人民政治协商会议{}委员会"),
        ("政府", "{}人民政府"),
    ):
        if tail.startswith(start) and len(tail) > len(start) + 1 and not tail.startswith("政府采购"):
            return OfficialName(form.format(place) + expand_contractions(tail[len(start) :]), how, full, True)
    if tail.startswith("高级人民法院") or (
        tail.startswith("人民") and not tail.endswith(("出版社", "大学", "日报", "电台"))
    ):
        return OfficialName(place + tail, how, full, True)
    return None


def _of_country(prefix: PlacePrefix, tail: str, country: str) -> OfficialName | None:
    if country == "中国":
        full = national_forms().get("中国" + tail) or national_forms().get(tail)
        if full and len(tail) > 2:
            return OfficialName(full, "explicit", "中国", True)
        return None
    name = _OFFICIAL_STYLE.sub("", tail) or tail
    if re.search(r"^(?:国家)?中央(?:委员会|政治局|书记处)?$", name):
        return None
    short = len(prefix.surface) <= len(country) or name.endswith("通讯社")
    whole = prefix.surface.endswith("联邦") and not _OFFICIAL_STYLE.match("联邦" + tail)
    printed = prefix.surface if short or whole else country
    return OfficialName(printed + name, "explicit", country, bool(_COUNTRY_BODIES.search(name)))


# 俄罗斯联邦|外交部; what a federation has beside its states keeps the word: 联邦安全局, 联邦航空局
_OFFICIAL_STYLE = re.compile("^(?:联邦(?!会议$|.{2,6}[局院署会]$)|共和国(?!卫队)|王国|联合酋长国)(?=.{2,})")


def _relative(form: str, match: re.Match[str], scope: Scope) -> OfficialName | None:
    """省委, 市总工会, 区政协, 自治区政府, 镇党委: the place that the context gives."""
    word, tail = match.group(1), form[match.end() :]
    level = LEVELS[word]
    place = scope.place(level)
    if word == "区" and not place and scope.province.endswith("自治区"):
        place = scope.province
    if not place:
        return None
    body = _scope_body(scope) if level == "county" and place == scope.county else place
    full = systems().get(tail)
    if full:
        return OfficialName(full.format(body), "context", place, True)
    inner = _inner(body, tail, place, "context")
    if inner:
        return inner
    if len(tail) >= 2:
        return OfficialName(body + expand_contractions(tail), "context", place, True)
    return None


def _scope_body(scope: Scope) -> str:
    if scope.county:
        above = scope.prefecture or scope.province
        return above + scope.county if scope.county.endswith("区") and above else scope.county
    return scope.prefecture or scope.province


def _compose(form: str, prefix: PlacePrefix) -> str:
    """Drop the province before a city's or county's body (河北省保定市体育局 → 保定市体育局)."""
    tail = form[prefix.end :]
    scope = prefix.scope
    if tail.endswith("公司") or scope.country or not (scope.prefecture or scope.county or scope.town):
        return expand_contractions(form)
    if prefix.surface[-1:] != prefix.full[-1:]:
        return expand_contractions(prefix.surface + tail)
    return expand_contractions(prefix.name + tail)


def expand(form: str) -> str | None:
    """The full name of `form` read without any context, or None where it needs one (for users' questions)."""
    found = official_name(form, Scope())
    return found.name if found.resolved_by == "explicit" else None
