"""Bodies that everybody knows by name (国务院, 外交部), at home and, with their country, abroad."""

from __future__ import annotations

import re

from kg.extract.organizations.endings import inner_parts_end, is_free
from kg.extract.organizations.paired import paired_start
from kg.extract.reading import BodyMention
from kg.extract.segment import is_word, tag
from kg.lexicon.body_forms import AMBIGUOUS_ABROAD, ONLY_IN_HONG_KONG, companies, national_forms
from kg.lexicon.organizations import official_name
from kg.lexicon.place_prefix import Scope
from kg.lexicon.places import places


def national_body(
    text: str,
    start: int,
    end: int,
    found: re.Match[str],
    busy: list[tuple[int, int]],
    region: str,
) -> BodyMention | None:
    """The body whose well-known form was `found` in the sentence text[start:end], or None if it means none there."""
    form, at, stop = found.group(), found.start(), found.end()
    if not is_free(at, stop, busy) or form in _REGIONS:
        return None
    if form in _ALSO_TRADES and _ALSO_TRADES[form].match(text, stop):
        return None  # 中国|电信设备
    if form == "北大" and text.startswith("西洋", stop):
        return None
    if form.startswith("中央") and (parent := _party_before(text, start, at)):
        return BodyMention(at, stop, parent + form)
    if form == "特别行政区政府" and ("香港" not in text or "澳门" in text):
        return None
    if (form in companies() or national_forms()[form].endswith("公司")) and (
        _IN_A_LONGER_NAME.match(text, stop, end) or text[max(start, at - 2) : at] in _BEGINS_NAMES
    ):
        return None  # 中国|光大集团|股份公司, 华为|技术有限公司: read by their ending
    if form in companies() and (branch := _branch_end(text, stop)):
        return BodyMention(at, branch, text[at:branch])
    stop = inner_parts_end(text, stop, end)
    office = _OF_A_UNION.match(text, stop, end) if form in _UNIONS else None
    if national_forms()[form] == "中国人民解放军":
        office = _OF_THE_ARMY.match(text, stop, end)
    if form == "联合国":
        office = _OF_THE_UN.match(text, stop, end)
    if national_forms()[form] == _HONG_KONG:
        office = _OF_HONG_KONG.match(text, stop, end)
    stop = office.end() if office else stop
    if stop == found.end() and text[stop - 1 : stop + 1] in {"部门", "部队", "党派", "党魁"}:
        return None  # 建设部|门, 安全部|队, 各民主党|派
    if form.endswith("化工") and text.startswith("作", stop):
        return None  # 中国化|工作
    if stop == found.end() and _RUNS_ON.match(text, stop) and form != "国务院":
        longer = _LONGER.match(text, stop, end)
        if longer and not any(flag[0] in "vu" and flag != "vn" for _, flag in tag(longer.group())):
            stop = longer.end()
        elif not _goes_on_with_a_verb(text[stop : stop + 4]):
            return None
    before = text[max(start, at - 8) : at]
    if form.endswith("大") and len(form) == 2 and _goes_on_as_a_word(text, stop):
        return None  # 处理|大学成员, 海港大桥
    if form == "中共" and text[stop : stop + 1] in set("同享鸣存"):
        return None  # 竞争中|共同发展
    if form == "空军" and text.startswith(("一号", "1号"), stop):
        return None  # 空军|一号
    if (
        national_forms()[form].startswith("中国共产党")
        and form[0] == "党"
        and _country_in_front(text, start, at)
    ):
        return None  # 朝鲜|党中央
    if form.endswith("人大") and text[stop : stop + 1] in set("失为量多都喜吃惊怒幅力概"):
        return None  # 令香港人|大失望
    if form == "日共" and (text[stop : stop + 1] in "同有计发享进识建产" or before[-1:] in _DAYS):
        return None  # 当日|共同行事
    if (
        form in _AMBIGUOUS_NATIONAL
        and before
        and not (form in {"海军", "空军"} and _country_in_front(text, start, at))
        and "\u4e00" <= before[-1] <= "\u9fff"
        and (form in {"海军", "空军"} or not before.endswith(_BEFORE_NATIONAL))
    ):
        return None
    if form.startswith(("人大", "政协")) and before.endswith(("各地", "两地", "三地", "四地", "五地")):
        return None  # 某地、某地、某地三地|人大常委会
    if form.endswith("报") and (
        _CITED.match(text, stop) or before.endswith(("据", "援引", "来源", "转自", "摘自", "被"))
    ):
        return None  # only a source
    if form == "央行" and before.endswith(("财长和", "财长、", "各国")):
        return None
    if before.endswith(("省", "市", "县", "区", "州")) or (
        form == "伊斯兰国" and text[stop : stop + 1] != "”"
    ):
        return None
    if form in _OF_CITIES_TOO and _ends_in_a_city(before):
        return None  # 武汉|卫健委
    here = form in ONLY_IN_HONG_KONG or (
        national_forms()[form].startswith("香港") and not form.startswith("香港")
    )
    if region != "hk" and here:
        return None
    if form in AMBIGUOUS_ABROAD and form[-1] == "部":
        near = max(start, at - 12)
        begin = paired_start(text[near:stop])
        if begin >= 0:
            return BodyMention(near + begin, stop, text[near + begin : stop])  # 韩国企划|财政部
    country = _country_in_front(text, start, at) if _may_be_abroad(form) else ""
    if not country and form in AMBIGUOUS_ABROAD and _short_country_ends(before):
        return BodyMention(at - 1, stop, _SHORT_COUNTRIES[before[-1]] + form)  # 美|国防部
    if country and form not in AMBIGUOUS_ABROAD:
        return BodyMention(at - len(country), stop, text[at - len(country) : stop])
    at -= len(country)
    if office and national_forms()[form] == _HONG_KONG:
        return BodyMention(at, stop, _HONG_KONG + office.group())
    name = official_name(text[at:stop], Scope(region=region))
    return BodyMention(at, stop, name.name)


def _may_be_abroad(form: str) -> bool:
    """Whether other countries have a body of this name (苏丹|民航局); ours alone are 国务院台办 and 中国人民银行."""
    return form in AMBIGUOUS_ABROAD or (
        form[-1] in "部局署"
        and len(form) < 7
        and not form.startswith(("中", "全国", "国家", "国务院", "海关"))
    )


_ALSO_TRADES = {
    "中国电信": re.compile("设备|运营|行业|市场|诈骗|产业|业|企业|终端|网络(?!公司)|巨头|供应|领域"),
    "中国移动": re.compile("互联|支付|设备|终端(?!公司)|电源|医疗"),
}


def _branch_end(text: str, stop: int) -> int:
    """Where the firm of a place ends that a company's name goes on with (中国移动|甘肃公司), or 0."""
    place = places().longest_at(text, stop)
    if place is None or place[1][0].level == "country":
        return 0
    return next((place[0] + len(kind) for kind in ("分公司", "公司") if text.startswith(kind, place[0])), 0)


_OF_CITIES_TOO = frozenset("卫健委 卫生健康委 发改委 发展改革委 国资委".split())


def _ends_in_a_city(before: str) -> bool:
    """Whether the short name of a province, city or county ends `before`."""
    found = (places().lookup(before[-size:]) for size in (2, 3) if len(before) >= size)
    return any(meant and meant[0].level not in {"country", "region"} for meant in found)


_HONG_KONG = "香港特别行政区政府"


def _party_before(text: str, start: int, at: int) -> str:
    """The party or federation whose numbered committee is meant (某某同盟第十届|中央委员会), or ""; not the Communist Party."""
    term = _TERM_BEFORE.search(text, max(start, at - 7), at)
    end = term.start() if term else at
    forms = national_forms()
    for size in range(12, 1, -1):
        full = forms.get(text[end - size : end]) if end - size >= start else None
        if full:
            full = full.removesuffix("中央委员会")
            return "" if not term or full.startswith(("中国共产党", "全国")) else full
    return ""


_TERM_BEFORE = re.compile("第[一二三四五六七八九十]+届$")
_REGIONS = frozenset(
    "香港特别行政区 香港特区 澳门特别行政区 澳门特区".split()
)  # places, if nobody's post is there


def _goes_on_as_a_word(text: str, stop: int) -> bool:
    """Whether 大 before `stop` begins a word (港|大桥), and no school's part follows (中大|学生会)."""
    return text[stop : stop + 1] in set("学桥厦道楼街型") and not text.startswith(("学生会", "学生报"), stop)


_DAYS = frozenset("当今昨翌同该次每0123456789")
_AMBIGUOUS_NATIONAL = frozenset(
    (
        "海军 空军 清华 北大 工党 民阵 世行 总参 总政 总后 总装 众志 行会 选举委员会 中国银行 国家电网 民进 "
        "人民出版社 人民文学出版社 总参谋部 总政治部 "
        "民建 民革 民盟 深发展 贸协 央视 安全部 新民党 公民党 行政会议 台盟 火箭军 国资委 发改委"
    ).split()
)
_BEFORE_NATIONAL = (*"、，和与及的在由对向", "全国", "香港", "预期", "预计")
_IN_A_LONGER_NAME = re.compile(
    r"[\u4e00-\u9fff（）()]{0,10}?(?:股份|有限|责任|集团|控股|分|子|总|（集团）)公司|(?:保险|证券|信托|基金|财务|汽车|电子|电器|通讯|通信|飞机|石油|化工|化学|制药|食品|软件|手机|终端)?公司|[\u4e00-\u9fff]{2,4}(?:石化|油田)(?:分?公司)?|[\u4e00-\u9fff]{0,4}?(?:分行|支行|研究院|大学|学院)"
)
_BEGINS_NAMES = frozenset(("中国", "东方", "国际"))


def _short_country_ends(before: str) -> bool:
    """Whether one character for a country stands there by itself (美|农业部), no end of a word (依法|…), no pair (中美|…)."""
    if before[-1:] not in _SHORT_COUNTRIES:
        return False
    return len(before) == 1 or not (is_word(before[-2:]) or before[-2] in "中英法德日韩俄")


_SHORT_COUNTRIES = {
    "俄": "俄罗斯",
    "美": "美国",
    "英": "英国",
    "法": "法国",
    "德": "德国",
    "韩": "韩国",
    "泰": "泰国",
}


def _country_in_front(text: str, start: int, at: int) -> str:
    """The country that stands right before `at` (美国|商务部), as printed, or ""."""
    for size in (6, 5, 4, 3, 2):
        if at - size >= start and places().abroad(text[at - size : at]):
            return text[at - size : at]
    return ""


_UNIONS = frozenset("欧盟 非盟 东盟 阿盟".split())
_OF_HONG_KONG = re.compile("[\u4e00-\u9fff]{2,8}?(?:统计处|总署|[局署处](?![长在理])|办公室|办事处)")
_CITED = re.compile("(?:驻[\u4e00-\u9fff]{1,6})?记者|[《讯网]|报道|消息|出版社|客户端|集团|杂志")
_OF_THE_ARMY = re.compile("第?\\d{1,3}医院|(?:[\u4e00-\u9fff]{2,4})?总医院")  # 解放军|第302医院
_OF_THE_UN = re.compile(
    "[\u4e00-\u9fff]{2,10}?(?<![和与及在向对])(?:特派团|支助团|援助团|观察员部队|临时部队|(?:支助|过渡|综合)办公室|停战监督组织)"
)  # 联合国|某国特派团
_OF_A_UNION = re.compile("(?:统计局|边防局|药品管理局|法院|审计院|理事会|对外行动署)")


def _goes_on_with_a_verb(following: str) -> bool:
    """Whether 公 or 大 begins a verb or an adverb (国家监委|公开通报) and goes on with no name."""
    word, flag = tag(following)[0]
    return len(word) > 1 and flag in {"v", "d", "ad", "vd"}


_LONGER = re.compile(
    r"[\u4e00-\u9fff]{2,14}?(?:办公室|办公厅|委员会|领导小组|研究室|党组|党校|书记处|指挥部|中心|公司|部|局|司|厅)"
)
_RUNS_ON = re.compile(r"[大公分支总附队湖荒]|[省市县]|中学|小学|学院|医院|集团")
