"""Firms under their brands, and bodies with the field in which somebody works for them."""

from __future__ import annotations

import re

from kg.extract.organizations.kinds import without_description
from kg.extract.persons.characters import chinese_weight
from kg.extract.persons.names import name_at
from kg.extract.posts.links import Link, Memory, made, renamed
from kg.extract.posts.titles import PostItem
from kg.extract.segment import is_word, tag
from kg.lexicon.body_forms import companies, national_forms, national_pattern
from kg.lexicon.brands import brands_of_companies
from kg.lexicon.organizations import official_name
from kg.lexicon.place_prefix import Scope
from kg.lexicon.places import places
from kg.lexicon.posts import post_lexicon

THE_COMPANY = frozenset(["公司", "本公司", "该公司", "上市公司", "集团", "本集团", "该集团"])
"""What a company calls itself."""
KINDS = frozenset(
    (
        "领导 群众 军 基层 社区 党员 机关 学校 医院 公司 企业 团队 单位 部门 政府 全国 全市 全省 省 市 县 区 "
        "上司 大学 学院 中心 组 法院 公会 委员会 小组 银行 基金 事务所 研究所 研究院 协会 学会 工会 支队 大队 母公司 子公司 "
        "网站 课题组 项目 新区 园区 景区 厂区 校区 小区 灾区 地区 片区"
    ).split()
)
"""Kinds of bodies, no body's name."""


def owner_of_field(body: str, head: str = "") -> str:
    """The body that `body` begins with, where a field and no part of it follows (马会|对外事务, 某公司|人事); "" if none."""
    if body in national_forms() or not (
        body.endswith(_FIELDS)
        or head in OF_ANY_FIELD
        or (head == "分析师" and _FIRM_OF_ANALYSTS.search(body))
    ):
        return ""
    known = national_pattern().match(body)
    owner = known.group() if known else ""
    if not owner or len(owner) == len(body) or not _FIELD.fullmatch(body, len(owner)):
        named = _OWNER_AND_FIELD.match(body) or _LATIN_OWNER.match(body)
        owner = named.group("owner") if named else ""
    return owner if owner and _FIELD.fullmatch(body, len(owner)) else ""


def in_field(item: PostItem, owner: str, scope: Scope) -> Link:
    """某会对外事务|高级经理: the field belongs to the post, but a scholar's subject does not."""
    name = official_name(without_description(owner), scope).name
    field = item.body[len(owner) :]
    scholar = post_lexicon().heads[item.head].kind == "job"
    return made(item if scholar else renamed(item, field + item.post), name, "explicit", scope)


_OWNER_AND_FIELD = re.compile(
    "(?P<owner>.{2,}(?:公司|集团|银行|大学|研究所|研究院|协会|基金会|分校|咨询|证券|期货|基金|软件|传媒|地产|电器|顾问|超市|量贩店|百货|酒店|(?<=.{5})厂|(?<=.{3})网"
    "|快递|物流|科技|食品|汽车|空调|陶瓷|照明|家具|服饰|电源|光电|通讯))(?=.)"
)
_FIRM_OF_ANALYSTS = re.compile("期货|有限公司")
_LATIN_OWNER = re.compile("(?P<owner>[A-Z][A-Za-z&＆.]{2,})(?=[\u4e00-\u9fff])")  # SKB|技术
_FIELDS = tuple(
    (
        "事务 业务 行业 战略 政治 经济 法律 历史 社会 人事 财务 技术 市场 运营 销售 产品 法务 公关 投资 工程 物理 化学 医学 "
        "营销 信息 国际 英文 中文 新闻 研究 生产 品牌 设计 创意 传播 质量 物流 采购 渠道 培训 艺术 内容 制作 客户 数据 行业 产业"
    ).split()
)
_FIELD = re.compile("[\u4e00-\u9fff]{2,10}(?<![部处科室厅局司院所组会])(?<!中心)(?<!公司)(?<!集团)(?<!分行)")
SPEAK_FOR_FIRMS = frozenset(("发言人", "新闻发言人", "负责人"))
"""Posts of bodies of any sort that firms have, too."""
OF_ANY_FIELD = frozenset(("总监", "经理"))  # 港铁车务|总监


def brand_in_front(item: PostItem, memory: Memory) -> str:
    """The firm under its brand that stands right before a post (好乐多|CEO): a word that the article has again."""
    text, title = memory.context.text, memory.context.title
    words = item.body
    if not words:
        fragment = _FRAGMENT.search(text, max(0, item.post_start - 10), item.post_start)
        words = fragment.group("words") if fragment else ""
    described = _DESCRIBED.search(words) if len(words) > 5 else None
    if described and not described["brand"].endswith(_FIELDS) and text.count(described["brand"]) > 1:
        return _in_full(described["brand"], text)  # 明星创业公司|地平线
    if _LOCAL_FIRM.search(words) and (place := places().longest_at(words, 0)) and place[0] == len(words) - 2:
        return words  # 浙江移动
    if not _BRAND.fullmatch(words) or words in KINDS or words in THE_COMPANY:
        return ""
    trade = _FIRM.search("某" + words)
    if trade and trade.start() == 1:
        return ""  # 彩电|负责人
    known = words in brands_of_companies() or words.removesuffix("中国") in brands_of_companies()
    name = _in_full(words, text)
    named = known or _is_proper(words) or (len(words) > 2 and name != words)
    if is_word(words) and not named:
        return ""
    if not known and len(words) < 4 and chinese_weight(words) > 0 and name == words:
        again = text.count(words) > 1 and is_named_behind(text, item)
        return name if again or _is_coined(words, item, text) else ""  # 周某|董事长
    told = known or item.status or _FIRM.search(words) or text.count(words) + title.count(words) > 1
    return name if told or _is_coined(words, item, text) else ""


def _is_coined(words: str, item: PostItem, text: str) -> bool:
    """Whether words at a clause's head are no common ones, and a firm's officer stands behind (劲飞红木|董事长|周明远)."""
    begins = item.post_start - len(words)
    if len(words) < 3 or words.endswith(_FIELDS) or (begins and text[begins - 1] not in _CLAUSE_ENDS):
        return False
    if not is_named_behind(text, item):
        return False
    return any(flag in {"x", "nz", "nrt", "nr"} for _, flag in tag(words))


_CLAUSE_ENDS = frozenset("\n。，；：”“、！？")


def is_named_behind(text: str, item: PostItem) -> bool:
    """Whether behind a firm's post stands who holds it, which makes a brand of what is in front (金马甲|总裁|周明远)."""
    if post_lexicon().heads[item.head].system != "company" and item.head not in SPEAK_FOR_FIRMS:
        return False
    behind = name_at(text, item.end, min(len(text), item.end + 12))
    return behind is not None and behind.score >= SURE and not behind.foreign


def speaks_for_a_firm(item: PostItem, memory: Memory) -> bool:
    """Whether a post that bodies of any sort have may be a firm's: its holder stands behind (奥康|新闻发言人|周明远)."""
    return item.head in SPEAK_FOR_FIRMS and is_named_behind(memory.context.text, item)


SURE = 6.5  # bits of a name behind a firm's post that make what stands in front of it a brand


def _is_proper(word: str) -> bool:
    """Whether the dictionary has a word as a name, but not as a place's."""
    found = tag(word)
    return found[0][1] in {"nz", "ns", "nt"} and word != "中国区" and not places().lookup(word)


def _in_full(brand: str, text: str) -> str:
    """The one longer name that the article has for a brand (中兴 in an article on 中兴通讯), else the brand."""
    if brand in companies():
        return brand
    longer = {f.group() for f in re.finditer(re.escape(brand) + _KIND_OF_FIRM, text)} - {brand}
    if brand in brands_of_companies():  # 中国建材|水泥产能
        longer = {name for name in longer if name in companies() or name.endswith(("公司", "集团", "股份"))}
    longer = (longer - {brand + "公司", brand + "集团"}) or longer
    longest = max(longer, key=len, default=brand)
    return longest if all(longest.startswith(name) for name in longer) else brand


_DESCRIBED = re.compile("(?:公司|企业|机构|厂商|巨头)(?P<brand>[\u4e00-\u9fffA-Za-z0-9]{2,6})$")
_LOCAL_FIRM = re.compile("(?:移动|联通|电信|网通|铁通|电力|邮政|烟草|地铁|公交|燃气|水务|农信|石化)$")
_KIND_OF_FIRM = (
    "(?:通讯|通信|电子|电器|科技|汽车|证券|地产|软件|网络|能源|乳业|制药|药业|服饰|食品|饮料|纺织|化工|石化|钢铁|重工|机械"
    "|建材|石材|水泥|家居|光电|照明|环保|生物|医药|实业|置业|置地|传媒|航空|物流|快递)*(?:控股|集团|股份)*(?:有限|责任)*(?:公司)?"
)
_FIRM = re.compile(
    "(?<=.)(?:[奶乳药实置矿酒物农渔林]业|纺织|食品|电器|能源|生物|医药|网络|信息|通信|光电|半导体|集成|材料|化工|机械|环保|物流|服饰|家居|建材|水泥|钢铁|纸业|文化|金融|租赁|餐饮|数码|电脑|终端"
    "|陶瓷|卫浴|照明|灯饰|石材|鞋业|服装|家具|地板|木业|门业|门窗|玩具|钢构|洗衣机|空调|冰箱|彩电|轮胎|摩托|客车|乳品|饮料|啤酒"
    "|糖业|茶业|珠宝|黄金|营销|策划|广告|传播|物业|装饰|置地|置业|创投|保险|快递|航运|旅游|旅行社|百货|商城|稀土|太阳能|光伏|新能源|电源)$"
)
_FRAGMENT = re.compile(
    r"(?:^|[^\u4e00-\u9fffA-Za-z0-9])(?:据|而|但|原|前|时任|现任|近日|日前|和|与|及|由)?(?P<words>[\u4e00-\u9fffA-Za-z0-9&]{2,8})$"
)
_BRAND = re.compile(
    r"(?!.*(?:[的了任为是兼由被将对向在其该本名位]|当选|辞去|担任|宣布|副$))(?=.*[\u4e00-\u9fff])[\u4e00-\u9fffA-Za-z0-9&·]{2,10}"
)
