"""The full names of bodies of a place or country: a place and a system, a level alone, a country and a body.

docs/grammar.md, section 4, has the rules.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.lexicon.body_forms import expand_contractions, national_forms, systems
from kg.lexicon.place_prefix import PlacePrefix, Scope

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
LEVEL = "自治区|自治州|自治县|省|市|州|盟|县|区|旗|镇|乡"
_COUNTRY_BODIES = re.compile(
    r"(?:外交|国防|财政|内政|司法|卫生|教育|农业|能源|商务|商业|交通|内务|工业|贸易|经济|文化|劳工|劳动|公安|国土安全|运输|环境|旅游|体育|安全|情报|新闻|通信|科技|科学|水利)[^部]{0,8}部$|国会|议会|政府|国民议会|众议院|参议院|最高法院|央行|军方|海军|空军|陆军"
)
_NATIONS = frozenset({"英格兰", "苏格兰", "威尔士", "北爱尔兰"})  # with banks and governments of their own


@dataclass(frozen=True, slots=True)
class OfficialName:
    """A full name and how it was found: explicit, context or surface (the form as it stands)."""

    name: str
    resolved_by: str
    place: str = ""
    known: bool = False


def of_place(prefix: PlacePrefix, form: str) -> OfficialName | None:
    """A place and a system: 山西省|委, 太原|市委, 遂昌县|县委, 俄罗斯|外交部."""
    tail = form[prefix.end :]
    country = prefix.scope.country if not prefix.scope.province else ""
    if country and (country != prefix.full or prefix.surface in _NATIONS):
        return OfficialName(expand_contractions(form), "explicit", country)  # 日本京都|大学, as printed
    if country:
        return _of_country(prefix, tail, country)
    table = systems()
    place = prefix.name
    bare = re.sub(
        rf"^(?:{LEVEL})(?=委|纪委|政府|人大|政协|人民|监委|总|法院|高院|中院|检|公安|妇联|科协|文联|工商联|团)",
        "",
        tail,
    )
    for candidate in (tail, bare):
        if candidate in table:
            named = _prefecture(place) if candidate in {"地委", "行署"} else place
            return OfficialName(table[candidate].format(named), "explicit", prefix.full, True)
    return _inner(place, bare, prefix.full, "explicit")


def _prefecture(place: str) -> str:
    """The prefecture (地区) that bore the name of what is a city now: 地委 and 行署 were its bodies."""
    return place.removesuffix("市") + "地区" if place.endswith("市") else place


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


def of_level(form: str, match: re.Match[str], scope: Scope) -> OfficialName | None:
    """省委, 市总工会, 区政协, 自治区政府, 镇党委: the place that the context gives."""
    word, tail = match.group(1), form[match.end() :]
    level = LEVELS[word]
    place = scope.place(level)
    if word == "区" and not place and scope.province.endswith("自治区"):
        place = scope.province
    if not place:
        return None
    body = scope_body(scope) if level == "county" and place == scope.county else place
    full = systems().get(tail)
    if full:
        return OfficialName(full.format(body), "context", place, True)
    inner = _inner(body, tail, place, "context")
    if inner:
        return inner
    if len(tail) >= 2:
        return OfficialName(body + expand_contractions(tail), "context", place, True)
    return None


def scope_body(scope: Scope) -> str:
    """The innermost place of the scope as bodies carry it: a district behind its city, else a county, city or province alone."""
    if scope.county:
        above = scope.prefecture or scope.province
        return above + scope.county if scope.county.endswith("区") and above else scope.county
    return scope.prefecture or scope.province


def compose(form: str, prefix: PlacePrefix) -> str:
    """Drop the province before a city's or county's body (河北省保定市体育局 → 保定市体育局)."""
    tail = form[prefix.end :]
    scope = prefix.scope
    if tail.endswith("公司") or scope.country or not (scope.prefecture or scope.county or scope.town):
        return expand_contractions(form)
    if prefix.surface[-1:] != prefix.full[-1:]:
        return expand_contractions(prefix.surface + tail)
    return expand_contractions(prefix.name + tail)
