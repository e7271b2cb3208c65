"""Organisations that stand in the text by themselves, with or without a post."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.organizations.beginnings import body_in_front
from kg.extract.reading import BodyMention
from kg.extract.scan import Scan
from kg.extract.scope import PlaceContext
from kg.extract.segment import is_word, tag
from kg.lexicon.body_forms import AMBIGUOUS_ABROAD, companies, national_forms, systems
from kg.lexicon.organizations import OfficialName, official_name
from kg.lexicon.place_prefix import Scope, place_prefix
from kg.lexicon.places import places
from kg.lexicon.tables import rows_of
from kg.lexicon.trie import pattern_of

REACH = 32  # code points from the end of a body's name back to its beginning

_COMMON = re.compile(
    r"^(?:各级|各大|公司(?!党|总)|本公司|有关|相关|当地|部分|多家|一家|一间|一所|这家|那家|某家|数家|数间|母公司|子公司|一些|大型|中小|国有|民营|私营|外资|合资|跨国|外国|我国|本|该|其|某|这|那|所|新|老|两|三|几|多|全|上市|龙头|骨干|重点|基层|"
    r"地方|中央企|科技|高新|电商|互联网|物流|保险|房地产|煤炭|石油|钢铁|制药|环保公司|学习|工作|党|政|社会|群众|人民|职工|干部|委员|代表|居民|村民|学生|教师|医疗|临时|秘密|武装|恐怖)"
)
MEDIA = re.compile(
    r"《([\u4e00-\u9fffA-Za-z·]{1,10}(?:日报|晚报|晨报|早报|时报|邮报|周报|导报|商报|卫报|镜报|青年报|周刊|论坛报|快报|电讯报|消息报|先驱报|新闻报|经济报))》"
)


_DEEPER = re.compile(
    r"(?:(?:集团|股份|控股|有限|（集团）|（中国）)*(?:公司|总公司))"
    r"|[\u4e00-\u9fff]{0,8}?(?:分公司|分行|支行|分局|分院|分校|学院|研究院|研究所|研究中心|实验室|(?<!关)系(?![列统])|学部|学校部|分会|党组(?!书记|成员)|党委(?!书记|委员|常委|副书记)|党支部(?!书记)|办公室(?!主任|副主任)|"
    r"办公厅(?!主任)|委员会(?!主任|委员|副主任|主席)|组织部(?!部长)|宣传部(?!部长)|研究室(?!主任)|董事局|董事会|理事会(?!副?主任|理事)|监事会|总队|支队|大队|联社|联合社|执法检查组|调研组|书记处(?!书记))"
)


@cache
def ending_pattern() -> re.Pattern[str]:
    """Finds the words that organisations end in."""
    return re.compile(pattern_of(body_endings()))


@cache
def body_endings() -> dict[str, str]:
    """The words that organisations end in, with what each says of the name."""
    return dict(rows_of("body_endings.tsv"))


@cache
def _of_sort(*sorts: str) -> frozenset[str]:
    return frozenset(ending for ending, sort in body_endings().items() if sort in sorts)


def bodies_in(
    scan: Scan, start: int, end: int, context: PlaceContext, taken: list[tuple[int, int]]
) -> Iterator[BodyMention]:
    """Yield the organisations of the text[start:end] that was scanned; `taken` are places already read as bodies of posts."""
    text, busy = scan.text, list(taken)
    for found in scan.national.between(start, end):
        mention = _national(text, start, end, found, busy, context.region)
        if mention:
            busy.append((mention.start, mention.end))
            yield mention
            if mention.name.endswith("党组"):
                yield from _groups_listed(text, start, mention)
    for found in scan.endings.between(start, end):
        mention = _by_ending(text, start, found, busy, context)
        if mention:
            busy.append((mention.start, mention.end))
            yield mention
    for found in scan.media.between(start, end):
        yield BodyMention(found.start(1), found.end(1), found.group(1))


def _groups_listed(text: str, start: int, last: BodyMention) -> Iterator[BodyMention]:
    """全国人大常委会、国务院、最高人民法院党组: the unit of the last party group, and a group for each body of the list."""
    unit = last.name.removesuffix("党组")
    if not unit:  # 中共党组织: of nobody in particular
        return
    yield BodyMention(last.start, last.end - 2, unit)
    at = last.start
    while at > start and text[at - 1] == "、":
        end = at - 1
        at = max((m.end() for m in _BEFORE_LISTED.finditer(text, max(start, end - 16), end)), default=start)
        full = national_forms().get(text[at:end])
        if full is None:
            return
        yield BodyMention(at, end, full.removesuffix("党组") + "党组")


_BEFORE_LISTED = re.compile("[、，。；：和]|听取(?:了)?")
_IN_A_LONGER_NAME = re.compile(
    r"[\u4e00-\u9fff（）()]{0,10}?(?:股份|有限|责任|集团|控股|分|子|总|（集团）)公司|(?:保险|证券|信托|基金|财务)?公司|[\u4e00-\u9fff]{0,4}?(?:分行|支行|研究院|大学|学院)"
)
_BEGINS_NAMES = frozenset(("中国", "东方", "国际"))


def _free(start: int, end: int, busy: list[tuple[int, int]]) -> bool:
    return all(end <= a or start >= b for a, b in busy)


_BEFORE_NATIONAL = (*"、，和与及的在由对向", "全国", "香港")
_AMBIGUOUS_NATIONAL = frozenset(
    (
        "海军 空军 清华 北大 工党 世行 总参 总政 总后 总装 众志 行会 选举委员会 中国银行 国家电网 民进 "
        "总参谋部 总政治部 民建 民革 民盟 贸协 央视 安全部 新民党 公民党 行政会议 台盟 火箭军 国资委 发改委"
    ).split()
)


def _national(
    text: str,
    start: int,
    end: int,
    found: re.Match[str],
    busy: list[tuple[int, int]],
    region: str,
) -> BodyMention | None:
    form, at, stop = found.group(), found.start(), found.end()
    if not _free(at, stop, busy):
        return None
    if form in companies() and (
        _IN_A_LONGER_NAME.match(text, stop, end) or text[max(start, at - 2) : at] in _BEGINS_NAMES
    ):
        return None  # 中国|光大集团|股份公司, 华为|技术有限公司: read by their ending
    stop = _deeper(text, stop, end)
    office = _OF_A_UNION.match(text, stop, end) if form in _UNIONS else None
    stop = office.end() if office else stop
    if stop == found.end() and _RUNS_ON.match(text, stop) and form != "国务院":
        longer = _LONGER.match(text, stop, end)
        if longer and not any(flag[0] in "vu" and flag != "vn" for _, flag in tag(longer.group())):
            stop = longer.end()
        elif not _goes_on_with_a_verb(text[stop : stop + 4]):
            return None
    before = text[max(start, at - 8) : at]
    if (
        form in _AMBIGUOUS_NATIONAL
        and before
        and not (form in {"海军", "空军"} and _country_in_front(text, start, at))
        and "\u4e00" <= before[-1] <= "\u9fff"
        and (form in {"海军", "空军"} or not before.endswith(_BEFORE_NATIONAL))
    ):
        return None
    if before.endswith(("省", "市", "县", "区", "州")):
        return None
    if region != "hk" and national_forms()[form].startswith("香港") and not form.startswith("香港"):
        return None
    country = _country_in_front(text, start, at) if form in AMBIGUOUS_ABROAD else ""
    if not country and form in AMBIGUOUS_ABROAD and _short_country_ends(before):
        return BodyMention(at - 1, stop, _SHORT_COUNTRIES[before[-1]] + form)  # 美|国防部
    at -= len(country)
    name = official_name(text[at:stop], Scope(region=region))
    return BodyMention(at, stop, name.name)


def _short_country_ends(before: str) -> bool:
    """Whether one character for a country stands there by itself (美|农业部), no end of a word (依法|…), no pair (中美|…)."""
    if before[-1:] not in _SHORT_COUNTRIES:
        return False
    return len(before) == 1 or not (is_word(before[-2:]) or before[-2] in "中英法德日韩俄")


_SHORT_COUNTRIES = {"美": "美国", "英": "英国", "法": "法国", "德": "德国", "韩": "韩国", "泰": "泰国"}


def _country_in_front(text: str, start: int, at: int) -> str:
    """The country that stands right before `at` (美国|商务部), as printed, or ""."""
    for size in (5, 4, 3, 2):
        if at - size >= start:
            found = places().lookup(text[at - size : at])
            if found and found[0].level == "country" and found[0].name != "中国":
                return text[at - size : at]
    return ""


_UNIONS = frozenset("欧盟 非盟 东盟 阿盟".split())
_OF_A_UNION = re.compile("(?:统计局|边防局|药品管理局|法院|审计院|理事会|对外行动署)")


def _goes_on_with_a_verb(following: str) -> bool:
    """Whether 公 or 大 begins a verb or an adverb (国家监委|公开通报) and goes on with no name."""
    word, flag = tag(following)[0]
    return len(word) > 1 and flag in {"v", "d", "ad", "vd"}


_LONGER = re.compile(
    r"[\u4e00-\u9fff]{2,14}?(?:办公室|办公厅|委员会|领导小组|研究室|党组|党校|书记处|指挥部|中心|公司|部|局|司|厅)"
)
_RUNS_ON = re.compile(r"[大公分支总附门]|[省市县]|中学|小学|学院|医院|集团")


def _by_ending(
    text: str, start: int, found: re.Match[str], busy: list[tuple[int, int]], context: PlaceContext
) -> BodyMention | None:
    stop, ending = found.end(), found.group()
    following = text[stop : stop + 1]
    if following in {"长", "员", "门"} or (ending == "集团" and following in _LEGAL_FIRST):
        return None
    if ending in _FIRMS_HOLD and _FIRM_GOES_ON.match(text, stop):
        return None  # 诚信电力|机具制造有限责任公司
    if _NO_ENDING.match(ending + following) or (following == "间" and ending.endswith("银行")):
        return None  # 共产党|人, 厂|房, 银行|间同业拆借
    if not _free(found.start(), stop, busy):
        return None
    if ending == "政府" and text.startswith("采购", stop):
        office = _PURCHASE.match(text, stop)
        if office is None:
            return None
        stop = office.end()
    stop = _deeper(text, stop, start + 10**9)
    clinic = _CLINIC.match(text, stop) if ending in {"大学", "学院"} else None
    stop = clinic.end() if clinic else stop
    floor = max([start, stop - REACH, *(b for _, b in busy if b <= found.start())])
    offset = body_in_front(text, floor, stop)
    form = text[offset:stop]
    form = _trim(form)
    offset = stop - len(form)
    if ending in _STATE_BODIES:
        inside = _place_inside(form)
        offset, form = offset + inside, form[inside:]
    if (len(form) <= len(ending) and not _LOCAL.fullmatch(form)) or _COMMON.match(form) or len(form) < 2:
        return None
    committee = national_forms().get("全国人大" + form)
    if committee and "全国人大" in text[:offset]:
        return BodyMention(offset, stop, committee)
    name = _proper(form, ending, _scope_for(form, offset, context))
    return BodyMention(offset, stop, name.name) if name else None


_FIRMS_HOLD = frozenset("电力 石化 航空 移动 电信 联通 超市 酒店 饭店 煤矿 集团 大学 研究院 设计院".split())
_FIRM_GOES_ON = re.compile("[^和与在是为及将对向由的，。；、！？\\s]{0,10}?(?:股份|有限|责任)+公司")
_CLINIC = re.compile(
    "(?:附属|第[一二三四五六七八九十]|[\u4e00-\u9fff]{2})[\u4e00-\u9fff]{0,6}?医院"
)  # 某大学|同济医院
_PURCHASE = re.compile("采购(?:中心|处|办公室|管理办公室)")  # 海口市|政府采购中心
_NO_ENDING = re.compile("[\u4e00-\u9fff]*(?:党[人员派魁]|厂[房商家址区]|政府军)")


def _deeper(text: str, stop: int, limit: int) -> int:
    """The end of the inner part that a body's name goes on with (北京大学|光华管理学院), if it does."""
    while True:
        further = _DEEPER.match(text, stop, min(len(text), limit))
        if further is None or not all(
            flag[0] in "nsjbzagil"
            or (
                flag in {"vn", "v", "eng"}
                and word
                not in {
                    "举行",
                    "召开",
                    "通报",
                    "要求",
                    "会见",
                    "派出",
                    "成立",
                    "下发",
                    "印发",
                    "发布",
                    "主办",
                }
            )
            for word, flag in tag(further.group())
        ):
            return stop
        stop = further.end()


_LEGAL_FIRST = frozenset("公股有总（")
_LEADING = re.compile(
    r"(?:[\u4e00-\u9fff]{0,8}?(?:在野|执政|反对)党(?=[\u4e00-\u9fff]{2,}(?:党|联盟|力量)$)"
    r"|[\u4e00-\u9fff]{0,8}?(?:子|附属|母|参股)公司(?=[\u4e00-\u9fff（）]{3,}公司$)"
    r"|[\u4e00-\u9fff]{1,8}?新任(?=公司)|另据|按照|根据|包括|比如|例如|还有|以及|拟以|拟与|如|[和与及在于对向为由以将被从到赴原前新经])(?=[\u4e00-\u9fff]{3,})"
)


_STATE_BODIES = frozenset(
    (
        "政府 警方 外交部 国防部 财政部 议会 国会 参议院 众议院 总统府 内阁 大使馆 总领事馆 部队 军方 "
        "商务部 国务院 国家杜马"
    ).split()
)


def _place_inside(form: str) -> int:
    """Where a place begins in a form that begins with other words (评价|中国政府); 0 if it begins with one."""
    known = places()
    if known.longest_at(form, 0):
        return 0
    return next((i for i in range(1, len(form) - 2) if known.longest_at(form, i)), 0)


def _trim(form: str) -> str:
    while mark := _LEADING.match(form):
        if mark.end() == 1 and is_word(form[:2]):  # 经济日报出版社, 和平区
            break
        form = form[mark.end() :]
    return form


_RELATIVE = re.compile(
    r"(?:省|市|县|区|州|自治区)(?:委|政府|人大|政协|纪委|总工会|公安|检察|法院|妇联|监委|中院|高院|人民"
    r"|(?<!市)(?<!区)[\u4e00-\u9fff]{2,8}(?:局|厅|文明办|管委会)$|市场监管局|市场监督管理局)"
)


_LOCAL = re.compile(
    "[省市县区州旗](?:委(?:常委会)?|政府|人大(?:常委会)?|政协|纪委)"
)  # a whole form by itself


def _scope_for(form: str, at: int, context: PlaceContext) -> Scope:
    """The scope at `at`, worked out only for forms that depend on it: 省委, or a county with namesakes."""
    found = places().longest_at(form, 0)
    if _RELATIVE.match(form) or (found and len(found[1]) > 1):
        return context.at(at)
    return Scope(region=context.region)


def _proper(form: str, ending: str, scope: Scope) -> OfficialName | None:
    """The full name, if the form names one body and not a kind of bodies."""
    prefix = place_prefix(form, scope)
    if prefix and prefix.end < len(form):
        tail = form[prefix.end :]
        if prefix.scope.country and not prefix.scope.province:
            return _foreign(form, tail, ending, prefix.scope.country)
        if form == "北京政府":
            return None  # the state's, by the name of its capital
        if ending in {"政府", "警方", "部队"} and tail not in systems() and "采购" not in tail:
            return None
        if re.match(r"(?:等|各|多|的|全|籍|产|境内|有关|当地|部分|一家|一所|某|和|与|及)", tail):
            return None
        return official_name(form, scope)
    if _RELATIVE.match(form):
        found = official_name(form, scope)
        return found if found.resolved_by == "context" else None
    if ending in _of_sort("own", "proper") and _has_own_name(form, _whole_ending(form, ending)):
        return official_name(form, Scope(region=scope.region))
    return None


_CABINET = re.compile("(?!联邦|中央|地方|临时|过渡|自治|军)[\u4e00-\u9fff·]{2,6}政府")
_MISSION = re.compile("驻[\u4e00-\u9fff]{1,9}?(?:大使馆|总?领事馆|使馆)")


def _foreign(form: str, tail: str, ending: str, country: str) -> OfficialName | None:
    if tail.startswith("驻"):
        return OfficialName(form, "explicit", country, True) if _MISSION.fullmatch(tail) else None
    if re.match(
        r"(?:等|各|多|的|全|籍|产|境内|有关|当地|部分|一家|一所|某|新|和|与|及|一些|最大|著名|国内|党和|子公司|贩毒|犯罪|恐怖|极端)",
        tail,
    ):
        return None
    if ending == "政府" and _CABINET.fullmatch(tail):
        return OfficialName(country + "政府", "explicit", country, True)  # 韩国|林某某|政府
    if country == "中国":
        if tail in {"政府", "警方"}:
            return OfficialName(form, "explicit", "中国", True)
        return official_name(form, Scope()) if len(tail) > 2 or tail in {"银行"} else None
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
    if stem.startswith(_NATIONAL_STEMS):
        return len(stem) >= 4
    words = tag(stem)
    named = any(f.startswith(("nr", "nz", "nt", "ns")) or f in {"eng", "x", "zg"} for _, f in words[:2])
    if _LEGAL_FORM.search(ending) or ending in {"报社", "杂志社", "出版社", "通讯社", "株式会社", "基金会"}:
        return named or not all(f[0] in "abdmprtuvz" for _, f in words)
    if ending.endswith("党"):
        return len(stem) <= 6 and not _NO_PARTY.search(stem)
    if ending in {"医院", "大学"} and len(stem) >= 3:
        return named or not _KIND_OF_UNIT.search(stem)
    return named and (ending in _of_sort("own") or ending.endswith("公司"))


_NO_PARTY = re.compile("执政|在野|反对|各|两|多|该|本|小|大|政|朝野|全|加入|我")
_KIND_OF_UNIT = re.compile(
    "[级甲立型等家所个各该]|定点|综合|专科|方舱|中医|妇幼|儿童|口腔|传染|精神|社区|附属|基层|地方|普通|重点|老年|开放|高校|名牌|部属|军队|海外|国外|一流"
)


_NATIONAL_STEMS = tuple("中国 中华 全国 国家 国际 世界 联合国 亚洲 欧洲 非洲 全球 中央".split())
_LEGAL_FORM = re.compile("有限|股份|集团公司|总公司|株式会社")
