"""Names of bodies: what varies in print, what means another body in every article, what names none at all."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kg.lexicon.body_forms import national_forms
from kg.lexicon.tables import rows_of

# 省委, 市总工会, 县教育局, 该公司: whose, only the article can say, and it did not
_GENERIC = "委|政府|人大|政协|纪委|监委|法院|检察院|总?工会|妇联|团委|党委|公司|单位|部门|集团|学校|医院|党组|支队|大队|队"
_OPEN = re.compile(
    rf"^(?:(?:该|本|我|当地|有关|相关|上述)[省市县区校院]?(?:{_GENERIC})$"
    r"|(?:省|市|县|区|州|旗|盟|镇|乡|村|自治区|自治州|自治县)(?:级|直属?)?"
    rf"(?:{_GENERIC}|[^省市县区州旗盟镇乡村]{{1,8}}(?:局|厅|办|处|部|会|院|中心|公司|党组|支队|大队|队)))"
)
_BARE = re.compile(
    r"^(?:党委|党组|支部|党支部|政府|公司|集团|工会|学校|医院|法院|检察院|委员会|董事会|监事会|理事会|总部|支队|大队"
    r"|工委|主席团|秘书处|研究所|研究院|研究中心|协会|学会|大学|中学|小学|基地|部队|组织|机构)$"
)
# of some country that the article names elsewhere: two parliaments are not one body because both are called 议会
_ABROAD = re.compile(
    r"^(?:(?:国家|国民|联邦|大国民)?(?:议会|国会|会议)|议会?[上下]院|[上下]议?院|参议院|众议院|联邦院|人民院|部长会议"
    r"|内阁|总统府|首相府|央行|警方|军方|国防军|宪法法院|军事法院|(?:过渡|临时|联合|看守)政府|反对党|执政党|[左右]翼政党"
    r"|(?:保守|自由|工|民主|共和|社会|社会民主|人民|劳动|绿|自民|进步|国民|新)党)$"
)
_SEATED_IN_NAME = re.compile(r"^中华人民共和国(?=..+(?:部|委员会|局|署|总局|银行|总署)$)")
_OURS = re.compile("^我国(?=政府|警方|军队|海军|空军|驻)")
_HONG_KONG = "香港特别行政区政府"
_OF_GROUP = re.compile(r"(?<=集团)(?:有限责任公司|有限公司|总公司|公司)$")
_INSTITUTION = re.compile(
    r"(?:政府|[议国协]会|会议|党|使馆|总领事馆|警方|央行|公司|委员会|法院|社|台|部|军)$"
)
_UNSAFE = frozenset(
    {"中华人民共和国", "我国", "中非", "马其顿", "英格兰", "苏格兰", "威尔士", "北爱尔兰", "阿联"}
)
"""Other names of countries that begin other words (中非合作论坛), or mean a part of the country."""

_INITIALS = {
    **{"俄": "俄罗斯", "美": "美国", "英": "英国", "法": "法国", "德": "德国"},
    **{"日": "日本", "韩": "韩国", "朝": "朝鲜", "菲": "菲律宾", "叙": "叙利亚"},
}
_OF_STATE = re.compile(
    r"^(?:(?:联邦)?(?:外交|国防|财政|内政|司法|能源|经济|商务|农业|教育|卫生|交通|文化|紧急情况)部|政府|议会|国会|军方|警方|央行|总统府|总统办公[厅室])"
)
_NUMBER = r"[\d一二两三四五六七八九十百千万亿几数多]"
_COUNTED = re.compile(
    rf"{_NUMBER}[余多]?(?:家(?![渠子坪庄村屯湾沟集])|[所座位名颗艘架]|间(?!房))(?=..)|(?:^|\d)个(?=..)|[\d一几][处支辆](?=..)"
)
"""上海三家医院, 200位大学, 一处工厂: told by number, so no name; but 五家渠市 and 第三支队 are names."""
_NO_BODY = frozenset(
    (
        "村 院 组 党 项目 网站 乡村 论坛 大会 主席台 乘组 事务 机组 科室 夜班 小区 景区 地下 远处 同行 大厂 大医院 新区 东部 "
        "动车组 机车组 车队 学部 同村 邻乡 乡镇 驻村 工程 员工"
    ).split()
)


@lru_cache(maxsize=200_000)
def plain_name(name: str) -> str:
    """A body's name without what varies in print.

    That is dots, brackets, 中华人民共和国 before a ministry, the legal form behind 集团, and another name of a
    country before an institution.
    """
    folded = name.replace("•", "·").replace("・", "·").replace("(", "（").replace(")", "）").strip()
    folded = _OURS.sub("中国", folded)
    if folded.startswith("香港"):
        folded = _hong_kong_in_full(folded)
    return _OF_GROUP.sub("", _country_in_full(_SEATED_IN_NAME.sub("", folded)))


def _hong_kong_in_full(name: str) -> str:
    """香港特区政府教育局, 香港教育局 → 香港特别行政区政府教育局; 香港旅游发展局 is no part of the government."""
    full = re.sub("^香港特区", "香港特别行政区", name)
    office = _HONG_KONG + full[2:]
    return office if office in _full_names() else full


@cache
def _full_names() -> frozenset[str]:
    return frozenset(national_forms().values())


def _country_in_full(name: str) -> str:
    """印尼外交部 → 印度尼西亚外交部, 俄国防部 → 俄罗斯国防部; 中国驻印尼大使馆 likewise."""
    if name[:1] in _INITIALS and _OF_STATE.match(name[1:]):
        return _INITIALS[name[0]] + name[1:].removeprefix("联邦")
    if name in _other_names():
        return _other_names()[name]
    before, stationed, rest = name.rpartition("驻") if name.startswith("中国驻") else ("", "", name)
    for length in range(min(8, len(rest) - 2), 1, -1):
        country = _other_names().get(rest[:length])
        if country and not rest.startswith(country) and _INSTITUTION.search(rest[length:]):
            return before + stationed + country + rest[length:]
    return name


@cache
def _other_names() -> dict[str, str]:
    """Another name of a country → its name."""
    rows = (row for row in rows_of("countries.tsv") if len(row) > 2)
    return {other: row[1] for row in rows for other in row[2].split("|") if other not in _UNSAFE and other}


@lru_cache(maxsize=200_000)
def is_open(name: str) -> bool:
    """Does the name mean another body in every article (省委, 市总工会, 该公司, 国会)?"""
    return bool(_BARE.match(name) or _OPEN.match(name) or _ABROAD.match(name))


@lru_cache(maxsize=200_000)
def names_none(name: str) -> bool:
    """Does the name name no body: things that are counted (三家医院), words for many (网站)?"""
    return name in _NO_BODY or bool(_COUNTED.search(name))
