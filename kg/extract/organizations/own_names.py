"""Whether a form names one body or only a kind of bodies (东方医院, 各级医院), and the full name of the one."""

from __future__ import annotations

import re

from kg.extract.organizations.beginnings import JOINT
from kg.extract.organizations.endings import endings_of_sort
from kg.extract.segment import tag
from kg.lexicon.bodies_of_places import OfficialName
from kg.lexicon.body_forms import systems
from kg.lexicon.organizations import official_name
from kg.lexicon.place_prefix import Scope, place_prefix
from kg.lexicon.places import places

RELATIVE = re.compile(
    r"(?:省|市|县|区|州|自治区)(?:委|政府|人大|政协|纪委|总工会|公安|检察|法院|妇联|监委|中院|高院|人民"
    r"|(?<!市)(?<!区)[\u4e00-\u9fff]{2,8}(?:局|厅|文明办|管委会)$|市场监管局|市场监督管理局)"
)


def proper_name(form: str, ending: str, scope: Scope) -> OfficialName | None:
    """The full name, if the form names one body and not a kind of bodies."""
    if _COUNTED.search(form) or form.startswith("中国特色"):
        return None  # 某州130家医院
    prefix = place_prefix(form, scope)
    if prefix and prefix.end < len(form):
        tail = form[prefix.end :]
        if prefix.scope.country and not prefix.scope.province:
            return _foreign(form, tail, ending, prefix.scope.country)
        if form == "北京政府":
            return None  # the state's, by the name of its capital
        if tail == "警方":
            return OfficialName(form, "explicit", prefix.full, True)
        if ending in {"政府", "警方", "部队"} and tail not in systems() and "采购" not in tail:
            return None
        if _NO_NAME_BEHIND_A_PLACE.match(tail) or _MANY_OR_FOUNDED.match(tail):
            return None
        return official_name(form, scope)
    if RELATIVE.match(form):
        found = official_name(form, scope)
        return found if found.resolved_by == "context" else None
    if ending in endings_of_sort("own", "proper") and _has_own_name(form, _whole_ending(form, ending)):
        return official_name(form, Scope(region=scope.region))
    return None


_NO_NAME_BEHIND_A_PLACE = re.compile(
    "等|各|多|的|全(?!国(?:[^各的最性著有\\d]){3})|籍|产|境内|有关|建有|设有|拥有|当地|部分|某|和|与|及|第?一(?:家|所|座|处|间|支|个)|(?:首|[两几\\d])[家所座支个]"
    "|建立|设立|成立|组建|派出|关闭|转院|开工|达成|派\\d"
)


def _is_country(words: str) -> bool:
    return bool(places().country(words))


_ANY_RULERS = frozenset("执政党 在野党 反对党 现政府 前政府 上届政府 本届政府 新政府".split())
_TRADE = re.compile(
    "(?:通讯|通信|科技|互联网|汽车|电信|能源|芯片|石油|钢铁|矿业|市场研究|咨询|制药|生物技术|软件|网络|保安|建筑|贸易|食品|服装){1,2}(?:公司|企业)"
)
_KINDS = frozenset(
    "公司 企业 集团 学校 大学 学院 医院 中学 小学 酒店 饭店 超市 工厂 厂 协会 商会 俱乐部".split()
)
_CABINET = re.compile("(?!联邦|中央|地方|临时|过渡|自治|军)[\u4e00-\u9fff·]{2,6}(?<![州省市邦县区郡])政府")
_MISSION = re.compile("驻[\u4e00-\u9fff]{1,9}?(?:大使馆|总?领事馆|使馆)")


def _foreign(form: str, tail: str, ending: str, country: str) -> OfficialName | None:
    if tail.startswith("驻"):
        return OfficialName(form, "explicit", country, True) if _MISSION.fullmatch(tail) else None
    if re.match(
        r"(?:[\u4e00-\u9fff]{0,8}一(?:座|处|所|家|间|支)|建立|设立|成立|组建|派出|关闭|达成|等|各|多|的|全(?!国(?:[^各的最性著有\\d]){3})|籍|产|境内|有|建有|设有|拥有|当地|部分|\d+家|一家|一所|某|新|和|与|及|一些|最大|著名|国内|党和|子公司|贩毒|犯罪|恐怖|极端)",
        tail,
    ):
        return None
    if tail in _ANY_RULERS or _TRADE.fullmatch(tail):
        return None  # 中国通讯公司: a firm of that trade
    if tail in _KINDS and _is_country(form.removesuffix(tail)):
        return None  # 美国公司: any of them
    if ending == "政府" and _CABINET.fullmatch(tail):
        return OfficialName(country + "政府", "explicit", country, True)  # 韩国|林某某|政府
    if country == "中国":
        if tail.endswith("队") and not tail.endswith(("总队", "代表队", "仪仗队", "救援队")):
            return None
        if tail in {"政府", "警方"}:
            return OfficialName(form, "explicit", "中国", True)
        return official_name(form, Scope()) if len(tail) > 2 or tail in {"银行"} else None
    if ending in _KINDS_OF_WORKS and all(f[0] in "nvabd" and f[:2] not in {"nr", "nz"} for _, f in tag(tail)):
        return None  # 某国的|生物实验室
    return official_name(form, Scope()) if len(tail) >= 2 else None


_LEGAL = re.compile(
    r"(?:（集团）|集团|控股|投资|实业|股份|（中国）)*(?:股份)?(?:有限责任|有限|股份)?(?:总公司|公司)$|株式会社$"
)


def _whole_ending(form: str, ending: str) -> str:
    """The legal form that a company's name ends in (股份有限公司), else the ending as found."""
    legal = _LEGAL.search(form)
    return legal.group() if legal else ending


def _has_own_name(form: str, ending: str) -> bool:
    """Whether what stands before the ending is a proper name rather than a description."""
    stem = form[: -len(ending)]
    if len(stem) < 2 or len(form) > 30:
        return False
    if ending in _KINDS_OF_WORKS and _FOUNDED.search(stem):
        return False
    if stem.startswith(_NATIONAL_STEMS) or JOINT.match(form):
        return len(stem) >= 4
    words = tag(stem)
    named = any(f.startswith(("nr", "nz", "nt", "ns")) or f in {"eng", "x", "zg"} for _, f in words[:2])
    if _LEGAL_FORM.search(ending) or ending in {"报社", "杂志社", "出版社", "通讯社", "株式会社", "基金会"}:
        return named or not all(f[0] in "abdmprtuvz" for _, f in words)
    if ending in _UNIONS and len(stem) >= 5:
        return True  # 的士司机从业员|总会
    if ending.endswith("党"):
        return len(stem) <= 6 and not _NO_PARTY.search(stem)
    if ending == "医院" and _WARD.fullmatch(stem):
        return False  # 野战|医院
    if ending in {"医院", "大学"} and len(stem) >= 3:
        return named or not _KIND_OF_UNIT.search(stem)
    return named and (ending in endings_of_sort("own") or ending.endswith("公司"))


_UNIONS = frozenset("总会 总工会 公会 协会 学会 商会 联合会".split())
_WARD = re.compile("(?:野战|临时|隔离|定点|方舱|综合|专科|大型|新冠)+")
_NO_PARTY = re.compile("执政|在野|反对|各|两|多|该|本|小|大|政|朝野|全|加入|我")
_KIND_OF_UNIT = re.compile(
    "[级甲立型等家所个各该]|定点|综合|专科|方舱|中医|妇幼|儿童|口腔|传染|精神|社区|附属|基层|地方|普通|重点|老年|开放|高校|名牌|部属|军队|海外|国外|一流"
)
_NATIONAL_STEMS = tuple("中国 中华 全国 国家 国际 世界 联合国 亚洲 欧洲 非洲 全球 中央".split())
_LEGAL_FORM = re.compile("有限|股份|集团公司|总公司|株式会社")
_MANY_OR_FOUNDED = re.compile(
    "地方(?:国有|定点)|定点|国有|民营|下属|\\d+[多余]?[家个所座间名]|在[^线职]|设领事馆|设使馆"
)
_FOUNDED = re.compile("建立|设立|成立|开设|新建")
_KINDS_OF_WORKS = frozenset({"实验室", "工厂", "厂", "酒店"})
_COUNTED = re.compile("\\d+[多余]?[家个所座间名]")
