"""Forms that name a kind of bodies, or that end inside another word: 世界大学|生运动会, 某国两大电信, 某市小学."""

from __future__ import annotations

import re

from kg.extract.segment import tag
from kg.lexicon.places import places


def goes_on(ending: str, text: str, stop: int) -> bool:
    """Whether the word that ends at `stop` goes on as another (大学|生, 电信|诈骗, 航空|发动机)."""
    further = _FURTHER.get(ending)
    return bool(further and further.match(text, stop))


_PUPIL = re.compile("习|生(?![物命态理化殖药科])|城(?!市)|[籍历]")  # but 大学|生命科学学院, 大学|城市学院
_TRADE = "(?:和|、)?(?:部门|系统|设备|设施|网络|行业|企业|巨头|市场|产业|服务|协会|联盟|平台|标准|基础|业|器|工程|技术)"
_FURTHER = {
    **dict.fromkeys(("大学", "中学", "小学"), _PUPIL),
    "电信": re.compile(_TRADE + "|诈骗|运营|供应|终端|普遍|犯罪|和信息|、信息"),
    "组织部": re.compile("分(?![管工别])"),  # 某会|组织|部分艺术家
    "移动": re.compile(_TRADE + "|[，。；]|[通支互卫]|文物|终端|源|距离|速度|到|至|减速"),
    "联通": re.compile(_TRADE + "|[，。；]|项目|能力|水平|工作|世界|的|[各两了起]"),
    "银行": re.compile("业(?!务)|间|集团"),
    "学会": re.compile("[了养种做用说写唱画]"),
    "党组": re.compile("织"),
    "集团": re.compile("军"),
    "协会": re.compile("联合会"),
    "石化": re.compile(_TRADE + "|产品|装备|基地|项目|工业|园"),
    "电力": re.compile(
        _TRADE
        + "|[0-9供支线外员抢]|集团|合作|跟踪|交易|建设|装机|短缺|互联|联网|保障|运行|调度|需求|发展|机构|负荷|中断"
        "|工业|恢复|通道|消费|生产|改革|体制|价格|资源|能源|追踪"
    ),
    "航空": re.compile(
        _TRADE
        + "|[航港展法队兵学城枢材产]|集团|运输|救援|发动|研究|制造|合作|烈士|安全|工业|飞行|口岸|管理|装备|物流|基地"
        "|组织|博览|大会|母舰|科技|小镇|观测|摄影|护林|遥感|应急|医疗|爱好|运动|客运|货运|开放"
    ),
}


def without_description(form: str) -> str:
    """`form` without what it is described by in front: 某国汽车制造商|通用汽车公司, 世界最高坝|双江口水电站."""
    described = _DESCRIBED.match(form) if _MAY_DESCRIBE.search(form) else None
    return form[described.end() :] if described else form


_MAY_DESCRIBE = re.compile(
    "[企商头构门校最第库方人位子]|^(?:正在|加紧|实地|正式)?(?:建设|新建|改建|扩建|筹建|搭建|考察|参观|走访)"
)
_DESCRIBED = re.compile(
    "(?:第[一二三四五六七八九十百0-9]+[届期](?![\u4e00-\u9fff]*(?:委员会|理事会|常委会))|(?:正在|加紧|实地|正式)?(?:新建|改建|扩建|筹建|搭建|考察|参观|走访"
    "|建设(?=[\u4e00-\u9fff]{2,}(?:医院|大学|学校|学院|工厂|煤矿|电站)$)))(?=[\u4e00-\u9fff]{4,}$)|"
    "[\u4e00-\u9fffA-Za-z0-9]{0,12}?(?:(?<![\u4e00-\u9fff])[国央民]企(?![业图划鹅家协])|(?:私营|中资|外资|涉事|肇事|生产|龙头|制造|加工|民营|骨干|校办)企业|^企业(?![家管联协法文品评])|(?:评级|民调|调查|研究)机构|(?:[美英法德韩]国|日本|俄罗斯)智库|巨头|制造商|运营商|供应商|零售商"
    "|龙头|企业(?!管理|家|策划|咨询|形象|发展|服务|集团|文化|顾问|信息|投资|[（(])(?=[\u4e00-\u9fff]{4,}(?:有限|股份|责任)公司$)|(?:调研|咨询)机构|(?:主|承|协)办方|参展商|厂商|提供商|管理人|会员单位|(?:控股|全资|参股)子公司|贸易商|经销商|代理商|分销商|服务商|集成商"
    "|开发商|生产商|(?:上级|主管)部门|母校|(?:最[大高长早]|第[一二三四五六七八九十]大)[\u4e00-\u9fff]{0,6}?(?:公司|集团|银行|医院|大学|媒体|坝))"
    "(?=[\u4e00-\u9fff·]{4,}$)"
)


def is_kind(form: str, ending: str) -> bool:
    """Whether `form` tells of a kind or of any one of it: 兰州市|小学, 某地一|炼油厂, 世界一流|大学, 某国|公司."""
    if _MANY.search(form) or _ANY.search(form) or (ending != "联盟" and _OF_RANK.match(form)):
        return True
    if _is_any_one(form) or _ANY_FIRM.fullmatch(form):
        return True
    stem = form[: -len(ending)]
    return bool(stem) and ending in _COMMON_NOUNS and _all_place(stem) and _is_bare(stem, ending)


_ANY_FIRM = re.compile(
    "[\u4e00-\u9fffA-Z]*?(?:上市|创业|初创|高科技|本土|跨国|同类|兄弟|(?:控股|全资|参股|处置|幌|及其|海外|境外)子|通讯系|[一二两三四五六七八九十几数]+家[\u4e00-\u9fff]{0,6})公司"
    "|(?:[美中韩日台欧]国?|欧美|全球|国内|国外|本地)*(?:大型|知名|著名|主要|中小)?"
    "(?:云计算|大数据|手机|通讯|通信|科技|技术|芯片|互联网|电信|软件|能源|半导体|制药|石油|矿业|物流|航空|快递|贸易|外贸|房地产){1,3}公司"
)
"""Any firm of a trade: 台湾电子类|上市公司, 云计算技术|公司, 中国大型手机|公司."""


def _is_any_one(form: str) -> bool:
    """Whether a place, 一 and a common noun are all of `form` (某地|一|炼油厂), no name that begins with 一."""
    one = form.find("一", 2)
    where = _SIDE.sub("", form[:one].removeprefix("驻")) if one > 0 else ""
    if _ONE_OF_NAMES.match(form, one) or not _all_place(where):
        return False
    first = tag(form[one + 1 :])[:1]
    return bool(first) and len(first[0][0]) > 1 and first[0][1] in {"n", "v", "vn", "j", "l", "b", "nt", "m"}


_MANY = re.compile(
    "^(?:城市|农村|外资|中资|大型|股份制|国有|政策性|村镇|优质|贫困县|马克思主义)+(?:商业)?(?:银行|上市公司|医院|政党)$"
    "|(?:执政|在野|反对|参政|反对派政)党$|[反亲]政府$|^(?:一群|一批|一些|数十|许多|众多|个别|一众|边缘|同一|[但有仲]{0,2}[多几]间|第[二三四五]间)|中小学$|世界一流|(?:第[一二三四五六七八九十]|[两三四五六七八九十])大(?:[^学队桥处会党].{0,4})?$"
    "|最[大高早][\u4e00-\u9fff]{0,6}(?:公司|集团|银行|医院|水电站|油田|煤矿|政党)$"
    "|^[0-9]+(?:\\.[0-9]+)?[万亿]?[多余]?(?:[日名次户人所支位家个起]|年来)"  # 54户|医院, 2日电|外交部; 301医院 has a number
)
# 另一|家某国公司, 某市|各大|医院, 京津冀|三地|博物馆, 撑杆跳|冠军, 极右翼|政党; and nothing but words that describe: 零碳|工厂
_ANY = re.compile(
    "另一|超党派|每一?所|(?<![第同统唯])一[家座](?![亲园])|多地|多国(?!部队)|各大|[两三四五]地(?![质区])(?=[\u4e00-\u9fff])|[冠亚季]军$|政党$"
    "|^(?:[\u4e00-\u9fff]{2,4}[省市州县])?(?:零碳|低碳|绿色|卓越级?|智能|智慧型?|数字化?|黑灯|灯塔|超级|5G|高水平|高质量|非?营利性|公益性|普惠性?|普通|民办|公办|公立"
    "|私立|重点|示范性?|国际化?|国内|地方|城市|农村|乡村|国家(?=[一二三]级|重点)|一级|二级|三级|甲等|物探|勘探|涉[黑恶]|恶势力|三甲|小贷|赌诈|犯罪|贩毒|诈骗|村?集体|[AH]股|非|主题|抗战)+"
    "(?:工厂|医院|幼儿园|中学|小学|养老院|高校|大学|师范大学|师范院校|学校|学院|实验室|公司|上市公司|合作社|犯罪集团|纪念馆|博物馆)$"
)
_SIDE = re.compile("(?:[东西南北中]{1,2}部|境内)$")  # 某国南部一|炼油厂
_OF_RANK = re.compile("(?:国家|世界|省|市|县|区|乡镇)级")
_ONE_OF_NAMES = re.compile(
    "一(?:[中院汽重拖机冶线级带]|建(?!筑)|医院|附院|号)"
)  # 长春|一汽, 某市|一中, 某市|一医院
_COMMON_NOUNS = frozenset(
    "公司 集团 医院 中学 小学 幼儿园 学校 工厂 厂 煤矿 超市 酒店 油田 研究所 研究院 研究中心 协会 学会 基金会 法院 政党".split()
)


def _all_place(words: str) -> bool:
    """Whether `words` are names of places and nothing else."""
    at, known = 0, places()
    while at < len(words):
        found = known.longest_at(words, at)
        if found is None:
            return False
        at = found[0]
    return bool(words)


def _is_bare(stem: str, ending: str) -> bool:
    """Whether a place and a common noun are no name: of a country nearly always, at home of schools and works."""
    if places().abroad(stem):
        return True
    if ending == "法院":
        found = places().lookup(stem)
        return bool(found) and found[0].level in {"province", "prefecture"}
    return ending in {"公司", "工厂", "煤矿", "超市"} or (
        ending in {"小学", "幼儿园"} and stem.endswith(("省", "市", "县", "区", "州"))
    )
