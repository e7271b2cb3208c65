"""Bodies in no list, found by the word that their name ends in (某某公司, 某县财政局)."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.organizations.beginnings import body_in_front
from kg.extract.organizations.endings import inner_parts_end, is_free
from kg.extract.organizations.kinds import goes_on, is_kind, without_description
from kg.extract.organizations.own_names import RELATIVE, proper_name
from kg.extract.persons.characters import chinese_weight, foreign_weight
from kg.extract.posts.state_posts import nation_of
from kg.extract.reading import BodyMention
from kg.extract.scope import PlaceContext
from kg.extract.segment import is_word, tag
from kg.lexicon.body_forms import national_forms
from kg.lexicon.place_prefix import Scope
from kg.lexicon.places import places

REACH = 32  # code points from the end of a body's name back to its beginning

# Works of any kind: 大|钢厂, 台湾|厂, 设立|磊晶厂.
_WORKS = re.compile(
    "(?:[大中小]|而言|设立|合资|上游|下游|台湾|[以的]台|多家|各)(?:钢|纱|纸|电|煤|棉|晶片|磊晶|芯片|面板|焦化)?厂$"
)


def body_by_ending(
    text: str, start: int, found: re.Match[str], busy: list[tuple[int, int]], context: PlaceContext
) -> BodyMention | None:
    """The body whose name ends with `found` in a sentence that begins at `start`, or None if no one body is meant."""
    stop, ending = found.end(), found.group()
    following = text[stop : stop + 1]
    if (
        following in {"长", "员", "门"}
        or (following == "生" and ending in _SCHOOLS)
        or (following in {"势", "面"} and ending[-1] == "局")
    ):
        return None  # 党委|书记, 安全局|势
    if ending == "集团" and following in _LEGAL_FIRST:
        return None
    if goes_on(ending, text, stop):
        return None  # 大学|生, 电信|诈骗
    if ending in _FIRMS_HOLD and _FIRM_GOES_ON.match(text, stop):
        return None  # 诚信电力|机具制造有限责任公司
    if ending == "人大" and following in set("失为量多都喜吃惊怒幅力概"):
        return None  # 令香港人|大失望
    if ending == "商会" and text[max(start, found.start() - 2) : found.start() + 1] in _TRADERS:
        return None  # 代理商|会在…
    if ending == "商会" and text[found.start() - 1 : found.start()] in {"协", "磋"}:
        return None  # 界别协商会
    if ending in {"联盟", "集团"} and following == "号":
        return None  # 俄罗斯联盟|号飞船
    if _NO_ENDING.match(ending + following) or (following == "间" and ending.endswith("银行")):
        return None  # 共产党|人, 厂|房, 银行|间同业拆借
    if ending == "厂" and text[found.start() - 1 : found.start()] in "出离进入设建办投":
        return None  # 含税出|厂结算价
    if ending == "厂" and _WORKS.search(text, max(start, found.start() - 6), stop):
        return None
    if not is_free(found.start(), stop, busy):
        return None
    if ending == "政府" and text.startswith("采购", stop):
        office = _PURCHASE.match(text, stop)
        if office is None:
            return None
        stop = office.end()
    stop = inner_parts_end(text, stop, len(text))
    clinic = _CLINIC.match(text, stop) if ending in {"大学", "学院", "科学院"} else None
    stop = clinic.end() if clinic else stop
    floor = max([start, stop - REACH, *(b for _, b in busy if b <= found.start())])
    offset = body_in_front(text, floor, stop)
    form = text[offset:stop]
    form = without_description(_trim(form))
    if form[:1] == "好" and _MADE.search(text, start, stop - len(form)) and _begins_a_name(form[1:]):
        form = form[1:]  # 共同打造好|斯梅戴雷沃钢厂
    if form[:1] == "日" and text[stop - len(form) - 1 : stop - len(form)] in _DAYS:
        form = form[1:]  # 翌日|警方
    if "有限" in form or "股份" in form:
        form = _with_place_before(text, floor, stop - len(form), stop) or form
    offset = stop - len(form)
    if len(form) <= len(ending) + 1 and ending in _OF_A_STATE:
        nation = _nation_before(text, start, stop - len(ending), context)
        if nation:
            return BodyMention(stop - len(ending) - 1, stop, nation + ending)  # 叙|政府
    if ending in _STATE_BODIES:
        inside = _place_inside(form)
        offset, form = offset + inside, form[inside:]
    if (len(form) <= len(ending) and not _LOCAL.fullmatch(form)) or _is_common(form) or len(form) < 2:
        return None
    if ending in {"巡视组", "督察组"} and "个" in form:
        return None
    if is_kind(form, ending) or _graduate(form, ending, text, stop):
        return None
    if _COUNTED.match(form):
        return None  # 24个|政党
    committee = national_forms().get("全国人大" + form)
    if committee and "全国人大" in text[:offset]:
        return BodyMention(offset, stop, committee)
    name = proper_name(form, ending, _scope_for(form, offset, context))
    return BodyMention(offset, stop, name.name.replace("新一届", "")) if name else None


_MADE = re.compile("(?:打造|实施|建设|办|建|造|筹备|推进|落实|发挥|坚持|完善)$")


def _begins_a_name(words: str) -> bool:
    """Whether a place or a transliterated name stands first."""
    return bool(places().longest_at(words, 0)) or words[0] == "中" or foreign_weight(words[:4]) > 0


_TRADERS = frozenset("代理商 制造商 经销商 供应商 运营商 开发商 零售商 批发商 渠道商 生产商".split())
_OF_A_STATE = frozenset(
    "政府 军方 议会 国会 内政部 外交部 国防部 安全部队 检方 警方 总统府 政府军 联邦会议 联邦委员会 联邦安全局".split()
)


def _nation_before(text: str, start: int, at: int, context: PlaceContext) -> str:
    """The country that the one character before `at` means (叙|政府), or ""; not in a pair (中美|政府) or a word."""
    before = text[max(start, at - 2) : at]
    if (
        before[-1:] not in _nation_signs()
        or before[:1] in _nation_signs() - {before[-1]}
        or before[:1] == "中"
    ):
        return ""
    if before[-1] + text[at] in _WHOLE_COUNTRIES:
        return ""  # 英国|会在…
    return nation_of(before[-1], context.countries())


_WHOLE_COUNTRIES = frozenset("英国 法国 德国 美国 泰国 韩国".split())


@cache
def _nation_signs() -> frozenset[str]:
    return frozenset(sign for sign in places().nations if len(sign) == 1)


def _is_common(form: str) -> bool:
    """Whether the form begins like a kind of bodies (新公司, 老企业), and not with a place (新疆, 老挝)."""
    return (
        form.startswith(("我国", "他", "她", "我们", "国内", "海外"))
        or bool(_SPOKEN.search(form))
        or (bool(_COMMON.match(form)) and not places().longest_at(form, 0))
    )


_SPOKEN = re.compile("[嘅咗喺啲佢唔冇嚟哋咁乜嗰嗌俾畀𠮶]")  # Cantonese: 佢喺医院, 嚟紧公司
_DAYS = frozenset("翌昨今当同该次每明即隔平假节近0123456789")
_SCHOOLS = frozenset("大学 中学 小学".split())
_COUNTED = re.compile("[\\d０-９一二三四五六七八九十百两]+[个家所名]")


def _with_place_before(text: str, floor: int, offset: int, stop: int) -> str:
    """湖北新日|电动车有限公司: a firm whose name seems to be its trade has its place and name before it; "" if not."""
    stem = re.split("有限|股份", text[offset:stop], maxsplit=1)[0]
    if not stem or not all(flag in {"n", "vn"} for _, flag in tag(stem)):
        return ""
    for start in range(offset - 3, max(floor, offset - 9) - 1, -1):
        place = places().longest_at(text, start)
        if place and place[0] < offset and _NAME_OF_A_FIRM.fullmatch(text, place[0], offset):
            return text[start:stop]
    return ""


_NAME_OF_A_FIRM = re.compile("(?!.*[的是在和与及为由向对将从到等了])[\u4e00-\u9fff]{1,4}")
_FIRMS_HOLD = frozenset("电力 石化 航空 移动 电信 联通 超市 酒店 饭店 煤矿 集团 大学 研究院 设计院".split())
_FIRM_GOES_ON = re.compile("[^和与在是为及将对向由的，。；、！？\\s]{0,10}?(?:股份|有限|责任)+公司")
_CLINIC = re.compile(
    "(?:附属|第[一二三四五六七八九十]|[\u4e00-\u9fff]{2})[\u4e00-\u9fff]{0,6}?医院"
)  # 某大学|同济医院
_PURCHASE = re.compile("采购(?:中心|处|办公室|管理办公室)")  # 海口市|政府采购中心
_NO_ENDING = re.compile("[\u4e00-\u9fff]*(?:党[人员派魁]|厂[房商家址区]|政府军)")
_LEGAL_FIRST = frozenset("公股有总（化")
_LEADING = re.compile(
    r"(?:(?:(?:19|20)\d\d[-－—~～至])?(?:19|20)\d\d年(?:\d{1,2}月)?起?(?:任|就读于|毕业于|考入|调入|进入)|(?:中?[左右]翼|极[左右]翼|极端|激进)(?=[\u4e00-\u9fff]{3,}$)|[\u4e00-\u9fff]{0,8}?(?:(?:在野|执政|反对)党?|政党)(?=[\u4e00-\u9fff]{2,}(?:党|联盟|力量)$)"
    r"|[\u4e00-\u9fff]{0,8}?(?:子|附属|母|参股|石油|航空|能源|电信|汽车)公司(?=[\u4e00-\u9fff（）]{4,}公司$)"
    r"|[\u4e00-\u9fff]{0,8}?组织(?=[\u4e00-\u9fff]{3,}党$)"
    r"|[\u4e00-\u9fff]{1,8}?新任(?=公司)|近(?:几|两|三)?年来?|[去今]年|目前|日前|此前|随后|另据|按照|根据|包括|诸如|上述|前述|比如|例如|还有|以及|拟以|拟与|继|[一二三两几数多]+[架艘辆名列支批位]|[中双美俄英]方愿[同与]|如|[和与及在于对向为由以将被从到赴原前新经])(?=[\u4e00-\u9fff]{3,})"
)
_STATE_BODIES = frozenset(
    (
        "政府 警方 外交部 国防部 财政部 议会 国会 参议院 众议院 总统府 内阁 大使馆 总领事馆 部队 军方 "
        "商务部 国务院 国家杜马 国民议会 上议院 下议院 内政部 内务部 检方 安全部队 国防军 奥委会 红十字会 红新月会"
    ).split()
)


def _graduate(form: str, ending: str, text: str, stop: int) -> bool:
    """Whether somebody of the text has been to a university (81岁的任某某|大学|毕业), no university of that name."""
    stem = form[: -len(ending)]
    return (
        ending == "大学"
        and text.startswith("毕业", stop)
        and 2 <= len(stem) <= 4
        and chinese_weight(stem) > 0
        and text.count(stem) > text.count(form)
        and not places().longest_at(stem, 0)
    )


def _place_inside(form: str) -> int:
    """Where a place begins in a form that begins with other words (评价|中国政府); 0 if it begins with one."""
    known = places()
    if known.longest_at(form, 0):
        return 0
    return next((i for i in range(1, len(form) - 2) if known.longest_at(form, i)), 0)


def _trim(form: str) -> str:
    while mark := _LEADING.match(form):
        if mark.end() == 1 and (is_word(form[:2]) or places().longest_at(form, 0)):
            break  # 经济日报出版社, 和平区, 新加坡大学, 以色列国防军
        form = form[mark.end() :]
    verb, flag = tag(form)[0] if form else ("", "")
    if flag == "v" and len(verb) == 2 and places().longest_at(form, 2) and not is_word(form[:4]):
        form = form[2:]  # 采购|美国某公司, 污染|山西某集团
    return form


_COMMON = re.compile(
    r"^(?:各级|各大|公司(?!党|总)|本公司|有关|相关|当地|部分|多家|一家|一间|一所|这家|那家|某家|数家|数间|母公司|子公司|一些|大型|中小|国有|民营|私营|外资|合资|跨国(?!.{0,4}(?:集团|股份|有限))|外国|我国|本|该|其|某|这|那|所|新|老|两|三|几|多|全|上市|龙头|骨干|重点|基层|"
    r"地方|中央企|科技|高新|电商|互联网|物流|保险|房地产|煤炭|石油|钢铁|制药|环保公司|学习|工作|党|政|社会|群众|人民|职工|干部|委员|代表|居民|村民|学生|教师|医疗|临时|秘密|武装|恐怖)"
)
_LOCAL = re.compile(
    "[省市县区州旗](?:委(?:常委会)?|政府|人大(?:常委会)?|政协|纪委)"
)  # a whole form by itself


def _scope_for(form: str, at: int, context: PlaceContext) -> Scope:
    """The scope at `at`, worked out only for forms that depend on it: 省委, or a county with namesakes."""
    found = places().longest_at(form, 0)
    if RELATIVE.match(form) or (found and len(found[1]) > 1):
        return context.at(at)
    return Scope(region=context.region)
