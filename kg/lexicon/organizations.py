"""Full official names of organisations from the forms in which the news write them.

A form is known (全总, 中宣部), or it is a place and a system (山西省 + 委, 市 + 总工会), or it is a name of its own
(太重煤机有限公司). Source: kg/lexicon/SOURCES.md, "organizations", "systems", "contractions".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.lexicon.places import Place, Places, places
from kg.lexicon.tables import rows_of
from kg.lexicon.trie import pattern_of

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
_MUNICIPALITIES = frozenset({"北京市", "天津市", "上海市", "重庆市"})
_COUNTRY_BODIES = re.compile(
    r"(?:外交|国防|财政|内政|司法|卫生|教育|农业|能源|商务|商业|交通|内务|工业|贸易|经济|文化|劳工|劳动|公安|国土安全|运输|环境|旅游|体育|安全|情报|新闻|通信|科技|科学|水利)[^部]{0,8}部$|国会|议会|政府|国民议会|众议院|参议院|最高法院|央行|军方|海军|空军|陆军"
)


@dataclass(frozen=True, slots=True)
class Scope:
    """Where an article (or the sentence so far) is: full names, "" where unknown. `region` is "hk" in Hong Kong's news."""

    province: str = ""
    prefecture: str = ""
    county: str = ""
    town: str = ""
    country: str = ""
    region: str = ""

    def place(self, level: str) -> str:
        """The full name of the place that 省, 市, 县 … means here, or ""."""
        if level == "province":
            return self.province
        if level == "prefecture":
            return self.prefecture or (self.province if self.province in _MUNICIPALITIES else "")
        if level == "county":
            return self.county
        return self.town if level == "town" else ""

    @property
    def innermost(self) -> str:
        """The smallest place that is known."""
        return self.county or self.prefecture or self.province


@dataclass(frozen=True, slots=True)
class OfficialName:
    """A full name and how it was found: explicit, context or surface (the form as it stands)."""

    name: str
    resolved_by: str
    place: str = ""
    known: bool = False


@cache
def national_forms() -> dict[str, str]:
    """Form → full name of bodies that need no place."""
    forms: dict[str, str] = {}
    for full, known in rows_of("organizations.tsv"):
        forms[full] = full
        for form in known.split("|"):
            forms[form] = full
    return forms


@cache
def national_pattern() -> re.Pattern[str]:
    """Finds the longest national form at a place."""
    return re.compile(pattern_of(form for form in national_forms() if len(form) > 1))


@cache
def systems() -> dict[str, str]:
    """Tail after a place → full form with {} for the place."""
    return dict(rows_of("systems.tsv"))


@cache
def _contractions() -> tuple[dict[str, str], re.Pattern[str]]:
    table = dict(rows_of("contractions.tsv"))
    return table, re.compile(pattern_of(table))


def expand_contractions(name: str) -> str:
    """Write the usual short words inside a body's name in full: 环保局 → 环境保护局."""
    table, pattern = _contractions()
    return pattern.sub(lambda m: table[m.group()], name)


@dataclass(frozen=True, slots=True)
class PlacePrefix:
    """The places that a form begins with: `end` is where they end; `scope` what they say."""

    end: int
    scope: Scope
    name: str  # the full name under which a body of the last place goes
    full: str  # the last place's own full name
    surface: str  # the last place as printed


_NO_PLACE = re.compile("[路街道籍话语]|人(?![大民代社才力事])")  # 北京路, 四川人


@lru_cache(maxsize=100_000)
def place_prefix(form: str, context: Scope) -> PlacePrefix | None:
    """Read the places at the beginning of `form` (山西省太原市…, 俄罗斯…), nested ones inside one another."""
    known = places()
    at, last_at, scope = 0, 0, context
    chain: list[Place] = []
    while True:
        found = known.longest_at(form, at) or _short_county(form, at, scope, known)
        if found is None:
            break
        end, meanings = found
        choice = _choose(meanings, scope, known)
        if choice is None or (chain and not _inside(choice, chain[-1])):
            break
        if at == 0 and _NO_PLACE.match(form, end):
            break
        if (
            form[at:end] != choice.name
            and form[end : end + 1] == choice.name[-1]
            and choice.level != "country"
        ):
            end += 1  # 河南|县 is 河南蒙古族自治县
        last_at, at = at, end
        chain.append(choice)
        scope = _narrow(scope, choice, known)
    if not chain:
        return None
    last = chain[-1]
    surface = form[last_at:at]
    town = re.match(
        r"[\u4e00-\u9fff]{1,4}?(?:镇|乡|街道)(?=党委|党工委|政府|人民政府|人大|纪委|办事处|办)", form[at:]
    )
    if town and last.level == "county":
        name = town.group()
        return PlacePrefix(at + len(name), _with_town(scope, name), name, name, name)
    return PlacePrefix(at, scope, _body_name(last), last.name, surface)


def _short_county(form: str, at: int, scope: Scope, known: Places) -> tuple[int, tuple[Place, ...]] | None:
    """A county of two characters (滦县), which only counts behind its province or city."""
    for size in (4, 3, 2):
        end = at + size
        if at and form[end - 1 : end] in {"县", "市", "区", "旗"}:
            inside = tuple(p for p in known.all_of(form[at:end]) if known.province_of(p) == scope.province)
            if inside:
                return end, inside
    return None


def _with_town(scope: Scope, town: str) -> Scope:
    return Scope(scope.province, scope.prefecture, scope.county, town, scope.country, scope.region)


def _choose(meanings: tuple[Place, ...], scope: Scope, known: Places) -> Place | None:
    if len(meanings) == 1:
        return meanings[0]
    inside = [
        p
        for p in meanings
        if (not scope.province or known.province_of(p) == scope.province)
        and (p.level != "county" or not scope.prefecture or scope.prefecture in p.parents)
    ]
    pool = inside or list(meanings)
    live = [p for p in pool if p.until is None] or pool
    order = {"country": 0, "province": 1, "prefecture": 2, "city": 3, "county": 4}
    best = min(order[p.level] for p in live)
    top = [p for p in live if order[p.level] == best]
    names = {p.name for p in top}
    return top[0] if len(names) == 1 else None


def _inside(inner: Place, outer: Place) -> bool:
    if outer.name in inner.parents or (outer.level == "province" and inner.parents[-1:] == (outer.name,)):
        return True
    return inner.until is not None and inner.level == "county" and inner.parents[-1:] == outer.parents[-1:]


def _narrow(scope: Scope, place: Place, known: Places) -> Scope:
    if place.level in {"country", "city"}:
        return Scope(
            country=place.name if place.level == "country" else (place.parents or ("",))[-1],
            region=scope.region,
        )
    province = known.province_of(place)
    prefecture = (
        place.name if place.level == "prefecture" else next((p for p in place.parents if p != province), "")
    )
    county = place.name if place.level == "county" else ""
    return Scope(province, prefecture, county, "", "", scope.region)


def narrow(scope: Scope, place: Place) -> Scope:
    """The scope after `place` has been named."""
    return _narrow(scope, place, places())


def _body_name(place: Place) -> str:
    """The name under which a place's bodies go: a district keeps its city (兰州市红古区), a county does not."""
    if place.level == "county" and place.name.endswith("区") and place.parents:
        return place.parents[0] + place.name
    return place.name


@lru_cache(maxsize=200_000)
def official_name(form: str, scope: Scope) -> OfficialName:
    """The full official name of the organisation that `form` names within `scope`.

    The form itself, with short words written out, where no rule knows better.
    """
    forms = national_forms()
    form = form.removeprefix("中共") if form.startswith("中共") and form not in forms else form
    if scope.country and scope.country != "中国" and form in AMBIGUOUS_ABROAD:
        return OfficialName(scope.country + form, "context", scope.country, True)
    council = re.fullmatch("(?:香港)?(.+?区)区?议会", form)
    if council and (scope.region == "hk" or form.endswith("区区议会")):
        return OfficialName(council.group(1) + "议会", "explicit", "", True)
    if (
        form in forms
        and not (_is_local_form(form) and scope.province)
        and not _only_in_hong_kong(form, scope)
    ):
        return OfficialName(forms[form], "explicit", "", True)
    for suffix in (
        "党组",
        "机关党委",
        "党委",
        "党总支",
        "党支部",
        "团委",
        "纪检组",
        "纪委",
        "书记处",
        "党工委",
    ):
        if form.endswith(suffix) and len(form) > len(suffix) + 1:
            unit = form[: -len(suffix)]
            if _is_unit(unit, scope):
                inner = official_name(unit, scope)
                return OfficialName(inner.name + suffix, inner.resolved_by, inner.place, inner.known)
    youth = re.match("(?:共青团|团)(?=[\u4e00-\u9fff]{1,9}委)", form)
    if youth and form not in forms:
        place = official_name(form[youth.end() :], scope)
        match = re.fullmatch("中国共产党(.+委员会)(.*)", place.name)
        if match:
            return OfficialName(
                "中国共产主义青年团" + match.group(1) + match.group(2), place.resolved_by, place.place, True
            )
    prefix = place_prefix(form, scope)
    if prefix:
        tail = form[prefix.end :]
        found = _of_place(prefix, tail)
        if found:
            return found
    relative = re.match(rf"(?:该|本|全|我)?({_LEVEL})(?=.)", form)
    if relative:
        named = _relative(form, relative, scope)
        if named:
            return named
    if prefix:
        return OfficialName(_compose(form, prefix), "explicit", prefix.full)
    if form in systems() and scope.innermost:
        return OfficialName(systems()[form].format(_scope_body(scope)), "context", scope.innermost, True)
    town = re.match(r"[\u4e00-\u9fff]{1,4}?(?:镇|乡|街道)(?=党委$|政府$|人大$|纪委$)", form)
    if town:
        return OfficialName(systems()[form[town.end() :]].format(town.group()), "context", town.group(), True)
    if scope.innermost and _PARTY_DEPARTMENT.fullmatch(form):
        committee = systems()["委"].format(_scope_body(scope))
        return OfficialName(committee + expand_contractions(form), "context", scope.innermost, True)
    if scope.innermost and scope.region != "hk" and _LOCAL_BUREAU.fullmatch(form):
        return OfficialName(_scope_body(scope) + expand_contractions(form), "context", scope.innermost, True)
    if scope.region == "hk" and re.fullmatch(r"[\u4e00-\u9fff]{2,10}(?:局|署|司|科|办公室)", form):
        return OfficialName("香港特别行政区政府" + form, "context", "香港特别行政区", True)
    longest = _national_head(form)
    if longest:
        return OfficialName(forms[longest] + expand_contractions(form[len(longest) :]), "explicit", "", True)
    return OfficialName(expand_contractions(form), "surface")


AMBIGUOUS_ABROAD = frozenset(
    (
        "外交部 国防部 财政部 司法部 教育部 农业部 商务部 文化部 卫生部 交通部 安全部 公安部 水利部 "
        "内政部 内务部 能源部 国会 议会 参议院 众议院 国民议会 国家安全委员会 国务委员会 最高法院 政府 "
        "海军 空军 央行 国务院"
    ).split()
)


def _national_head(form: str) -> str:
    """The longest national form that `form` begins with and that is a body with inner parts (国务院|三峡办)."""
    found = national_pattern().match(form)
    return found.group() if found and len(found.group()) >= 3 and len(form) - found.end() >= 2 else ""


_PARTY_DEPARTMENT = re.compile(r"(?:组织|宣传|统战|统一战线工作)部|政法委|政研室|老干部局|机要局|巡察办|党校")
_LOCAL_BUREAU = re.compile(
    r"(?:公安|财政|林业|水利|农业|民政|司法|教育|卫生|环保|交通|审计|统计|体育|文化|旅游|规划|建设|国土|工商|税务|国税|地税|质监|安监|粮食|物价|档案|"
    r"信访|人社|人事|劳动|商务|城管|房管|园林|畜牧|渔业|海洋|气象|环境保护|国土资源|交通运输|农业农村|发改|招商|经信|科技|民族宗教|市政)[^局厅]{0,6}(?:局|厅|委)"
    r"|(?:组织|宣传|统战|统一战线工作)部|政法委"
)


def _only_in_hong_kong(form: str, scope: Scope) -> bool:
    """发展局, 港大's 中大: Hong Kong's bodies by short names that mean others, or nothing, elsewhere."""
    full = national_forms()[form]
    return full.startswith("香港") and not form.startswith(("香港", "港", "特区")) and scope.region != "hk"


def _is_local_form(form: str) -> bool:
    return form in {"国资委", "发改委", "发展改革委", "卫健委", "卫计委", "社科院", "立法会", "人大常委会"}


def _is_unit(unit: str, scope: Scope) -> bool:
    """Whether `unit` is a body (whose party committee is X党委), not a bare place (whose one is 中国共产党X委员会)."""
    prefix = place_prefix(unit, scope)
    if prefix and prefix.end == len(unit):
        return False
    return not re.fullmatch(rf"(?:该|本)?(?:{_LEVEL})", unit) and not re.search(r"(?:镇|乡|街道)$", unit)


def _of_place(prefix: PlacePrefix, tail: str) -> OfficialName | None:
    """A place and a system: 山西省|委, 太原|市委, 遂昌县|县委, 俄罗斯|外交部."""
    country = prefix.scope.country if not prefix.scope.province else ""
    if country and country != prefix.full:
        return OfficialName(prefix.surface + expand_contractions(tail), "explicit", country)  # 京都|大学
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
        if tail.startswith(start) and len(tail) > len(start) + 1:
            return OfficialName(form.format(place) + expand_contractions(tail[len(start) :]), how, full, True)
    if tail.startswith("高级人民法院") or tail.startswith("人民"):
        return OfficialName(place + tail, how, full, True)
    return None


def _of_country(prefix: PlacePrefix, tail: str, country: str) -> OfficialName | None:
    if country == "中国":
        full = national_forms().get("中国" + tail) or national_forms().get(tail)
        if full and len(tail) > 2:
            return OfficialName(full, "explicit", "中国", True)
        return None
    name = re.sub(r"^(?:联邦|共和国|王国|联合酋长国)(?=.{2,})", "", tail) or tail
    if re.search(r"^(?:国家)?中央(?:委员会|政治局|书记处)?$", name):
        return None
    printed = prefix.surface if len(prefix.surface) <= len(country) else country
    return OfficialName(printed + name, "explicit", country, bool(_COUNTRY_BODIES.search(name)))


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
    if scope.country or not (scope.prefecture or scope.county or scope.town):
        return expand_contractions(form)
    if prefix.surface[-1:] != prefix.full[-1:]:
        return expand_contractions(prefix.surface + tail)
    return expand_contractions(prefix.name + tail)


def expand(form: str) -> str | None:
    """The full name of `form` read without any context, or None where it needs one (for users' questions)."""
    found = official_name(form, Scope())
    return found.name if found.resolved_by == "explicit" else None
