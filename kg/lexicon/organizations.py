"""Full official names of organisations from the forms in which the news write them.

A form is known (全总, 中宣部), or it is a place and a system (山西省 + 委, 市 + 总工会), or it is a name of its own
(太重煤机有限公司). docs/grammar.md, section 4, has the rules in their order.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kg.lexicon.bodies_of_places import LEVEL, OfficialName, compose, of_level, of_place, scope_body
from kg.lexicon.body_forms import (
    AMBIGUOUS_ABROAD,
    ONLY_IN_HONG_KONG,
    expand_contractions,
    national_forms,
    national_pattern,
    systems,
)
from kg.lexicon.place_prefix import Scope, place_prefix


@lru_cache(maxsize=200_000)
def official_name(form: str, scope: Scope) -> OfficialName:
    """The full official name of the organisation that `form` names within `scope`.

    The form itself, with short words written out, where no rule knows better.
    """
    if form.startswith("中共") and form not in national_forms():
        form = form.removeprefix("中共")
    if form.startswith("国家") and form not in national_forms() and form[2:] in national_forms():
        form = form[2:]  # 国家|工信部
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
    full = national_forms().get(form) or _with_place_told(form, scope)
    if not full or (form in _ALSO_LOCAL and scope.province) or _only_in_hong_kong(form, full, scope):
        return None
    return OfficialName(full, "explicit", "", True)


def _with_place_told(form: str, scope: Scope) -> str | None:
    """香港|食卫局: a body of Hong Kong by its short name, with the place in front."""
    if scope.region != "hk" or not form.startswith("香港"):
        return None
    full = national_forms().get(form.removeprefix("香港"))
    return full if full and full.startswith("香港") else None


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
    return of_place(prefix, form) if prefix else None


def _level_and_system(form: str, scope: Scope) -> OfficialName | None:
    """省委, 市总工会: the scope says of which place."""
    level = re.match(rf"(?:该|本|全|我)?({LEVEL})(?=.)", form)
    return of_level(form, level, scope) if level else None


def _place_and_name(form: str, scope: Scope) -> OfficialName | None:
    prefix = place_prefix(form, scope)
    if prefix and prefix.full == "中国":  # 中国社科院|某研究院 is no unit of a place
        return _part_of_known(form, scope) or OfficialName(compose(form, prefix), "explicit", prefix.full)
    return OfficialName(compose(form, prefix), "explicit", prefix.full) if prefix else None


def _bare_system(form: str, scope: Scope) -> OfficialName | None:
    """公安局, 组织部, 党委 without a place: the scope's."""
    town = re.match(r"[\u4e00-\u9fff]{1,4}?(?:镇|乡|街道|林区)(?=党委$|政府$|人大$|纪委$)", form)
    if form in systems() and scope.innermost:
        return OfficialName(systems()[form].format(scope_body(scope)), "context", scope.innermost, True)
    if town:
        return OfficialName(systems()[form[town.end() :]].format(town.group()), "context", town.group(), True)
    if scope.innermost and _PARTY_DEPARTMENT.fullmatch(form):
        committee = systems()["委"].format(scope_body(scope))
        return OfficialName(committee + expand_contractions(form), "context", scope.innermost, True)
    if scope.innermost and scope.region != "hk" and _LOCAL_BUREAU.fullmatch(form):
        return OfficialName(scope_body(scope) + expand_contractions(form), "context", scope.innermost, True)
    return None


def _hong_kong_bureau(form: str, scope: Scope) -> OfficialName | None:
    if scope.region == "hk" and _HONG_KONG_BUREAU.fullmatch(form):
        return OfficialName("香港特别行政区政府" + form, "context", "香港特别行政区", True)
    return None


def _part_of_known(form: str, scope: Scope) -> OfficialName | None:
    """国务院|某办: a known body of three characters or more, and what is left of the form."""
    found = national_pattern().match(form)
    if not found or len(form) - found.end() < 2:
        return None
    if _SCHOOL.match(form, found.end()) and national_forms()[found.group()].endswith(("公司", "集团")):
        return OfficialName(form, "explicit", "", True)  # 中国石油|大学
    if _TRADES_OF_SOCIETY.match(form, found.end()):
        return OfficialName(form, "explicit", "", True)  # 中国石油|和化学工业联合会
    if len(found.group()) < 3 and not (scope.region == "hk" and found.group().endswith("大")):
        return None
    full = national_forms()[found.group()]
    if full.endswith(("公司", "集团")) and _LEGAL_FORM.fullmatch(form, found.end()):
        return OfficialName(form, "explicit", "", True)  # 中石化|集团公司, as printed
    tail = form[found.end() :]
    if found.group().endswith("大") and len(tail) > 2:
        tail = tail if tail.startswith("学生") else tail.removeprefix("学")  # 港大|学法律系 is 港|大学法律系
    if tail.startswith("委员会") and full.endswith("委员会"):
        tail = tail.removeprefix("委员会")  # 民革中央|委员会
    return OfficialName(full + expand_contractions(tail), "explicit", "", True)


# What the Region's bureaus and departments were called from 1997 on, those of today being in organizations.tsv.
_HONG_KONG_BUREAU = re.compile(
    "(?:教育|教育统筹|工务|库务|房屋|房屋及规划地政|规划地政|政制事务|环境运输及工务|卫生福利|卫生福利及食物|工商|工商及科技|经济"
    "|经济发展及劳工|资讯科技及广播|民政|环境食物|运输|财经事务|文康广播)局"
    "|(?:教育|资讯科技|创新科技|工业贸易|知识产权|投资推广|法律援助|建筑|拓展|税务|邮政|库务|影视及娱乐事务管理|政府产业)署"
    "|(?:土力工程|土木工程|公务员培训|礼宾|土地注册|在职家庭津贴办事)处|(?:政府)?统计处|(?:刑事检控|民事法律|国际法律)科|税务局"
)
_SCHOOL = re.compile("大学|学院|医院|学校")
_TRADES_OF_SOCIETY = re.compile("[和与及].{2,10}(?:联合会|协会|学会|商会|研究会)$")
_LEGAL_FORM = re.compile("(?:集团|股份|有限|责任|总)*公司|集团")
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
_PARTS = (
    "机关党组",
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
)
_ALSO_LOCAL = frozenset("国资委 发改委 发展改革委 卫健委 卫计委 社科院 立法会 人大常委会".split())


def _only_in_hong_kong(form: str, full: str, scope: Scope) -> bool:
    """发展局, 港大's 中大: Hong Kong's bodies by short names that mean others, or nothing, elsewhere."""
    here = full.startswith("香港") and not form.startswith(("香港", "港", "特区"))
    return scope.region != "hk" and (here or form in ONLY_IN_HONG_KONG)


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
    return not re.fullmatch(rf"(?:该|本)?(?:{LEVEL})", unit) and not re.search(r"(?:镇|乡|街道|林区)$", unit)


def expand(form: str) -> str | None:
    """The full name of `form` read without any context, or None where it needs one (for users' questions)."""
    found = official_name(form, Scope())
    return found.name if found.resolved_by == "explicit" else None
