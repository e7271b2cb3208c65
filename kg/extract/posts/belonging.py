"""What organisation a post belongs to: the one in front of it, the list's, one named before, or none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.organizations.beginnings import JOINT
from kg.extract.organizations.brands import (
    KINDS,
    OF_ANY_FIELD,
    THE_COMPANY,
    brand_in_front,
    in_field,
    owner_of_field,
)
from kg.extract.organizations.kinds import without_description
from kg.extract.posts.links import Link, Memory, as_printed, made, renamed, same
from kg.extract.posts.state_posts import (
    GOVERNMENT,
    POSTING,
    STATE,
    chamber_of,
    government_post,
    is_state_organ,
    nation_of,
    party_country,
    posting_abroad,
    state_post,
)
from kg.extract.posts.titles import ATHLETES, PostItem
from kg.lexicon.body_forms import AMBIGUOUS_ABROAD, national_forms, national_pattern, systems
from kg.lexicon.organizations import official_name
from kg.lexicon.place_prefix import Scope, place_prefix
from kg.lexicon.places import places
from kg.lexicon.posts import post_lexicon

_PARTY_PARTS = (
    "机关党组",
    "党组",
    "机关党委",
    "党委",
    "党支部",
    "党总支",
    "党工委",
    "纪工委",
    "书记处",
    "团委",
    "团总支",
    "纪检组",
    "纪委",
)


_RELATIVE = re.compile(
    r"(?:中共|该|本|全|团)?(?:自治|[省市县区州盟旗镇乡])|[\u4e00-\u9fff]{2,8}[局厅委部办院会组处队]$|党委$|政府$"
)


_FIELD = re.compile("(?!.*[部省厅院])[\u4e00-\u9fff]{2,8}")
_ROYAL = frozenset("国王 女王 王后 太后 王储 亲王 王子 公主 大公 酋长 埃米尔 苏丹 天皇 公爵".split())


def _of_a_field(item: PostItem, scope: Scope, before: Link | None) -> Link | None:
    """沙特|能源大臣: the field belongs to the post; None where no country stands before it, or in the list so far."""
    prefix = place_prefix(item.body, Scope())
    if prefix is None and before and before.country and before.organization and _FIELD.fullmatch(item.body):
        return made(
            renamed(item, item.body + item.post), before.organization, "elided", scope, before.country
        )
    if prefix is None or not prefix.scope.country or prefix.scope.country == "中国":
        return None
    if item.body[prefix.end :] in {"政府", "内阁"}:
        return None
    post = item.body[prefix.end :] + item.post
    return made(renamed(item, post), as_printed(prefix), "explicit", scope, prefix.scope.country)


_RESIDENT = re.compile("(?P<country>[\u4e00-\u9fff]{2,}?)(?P<post>常驻)")  # 喀麦隆|常驻代表


def needs_scope(item: PostItem) -> bool:
    """Whether the place that an article is at can decide what the post belongs to."""
    if item.head in GOVERNMENT:
        return True
    if not item.body or item.body in national_forms():
        return False
    found = places().longest_at(item.body, 0)
    return len(found[1]) > 1 if found else bool(_RELATIVE.match(item.body))


def resolve_post(item: PostItem, before: Link | None, scope: Scope, country: str, memory: Memory) -> Link:
    """Name the organisation of a post in full."""
    if item.head == "常务委员":
        item = renamed(item, "常委")
    body, head = item.body, item.head
    if head.endswith("学家") and body and not _INSTITUTE.search(body):
        return _scholar(item, scope)
    if head == "专员" and body.endswith("行署"):
        return _prefectural_office(item, before, scope)
    if head in GOVERNMENT and not (head == "专员" and body and not re.search("行署|地区|盟$", body)):
        return government_post(item, before, scope)
    resident = _RESIDENT.fullmatch(body) if head == "代表" else None
    if resident:
        return posting_abroad(item, resident, scope)
    posting = (
        POSTING.match(body) if head in {"大使", "公使", "参赞", "领事", "总领事", "代表", "代办"} else None
    )
    if posting:
        return posting_abroad(item, posting, scope, _sender_before(memory, item))
    congress = _CONGRESS.fullmatch(body) if head == "代表" else None
    if congress:  # 十九大代表
        return made(item, f"中国共产党第{congress[1]}次全国代表大会", "explicit", scope)
    if head.startswith("长江学者"):
        return made(item, "教育部", "explicit", scope)
    if head in ATHLETES and body == "中国":
        return made(item, "中国", "explicit", scope, "中国")
    if head == "常委" and not body and before:
        return same(item, before)
    if head == "元首":
        item = renamed(item, "国家元首")
    if head.startswith("总参谋长") and not body and not memory.only_country() and _at_home(before):
        return made(item, "中国人民解放军总参谋部", "context", scope)
    if head in STATE or head in {"主席", "副主席", "总书记", "元首"}:
        found = state_post(item, before, scope, country, memory)
        if found:
            return found
    minister = _of_a_field(item, scope, before) if head == "大臣" and body else None
    if minister:
        return minister
    if head in _ROYAL and body:
        return made(item, None, "none", scope)  # 某县司法局王子|树司法所
    if head in {"行政长官", "特首"} and (
        not body or re.search("香港|澳门|特区|特别行政区|下届|现届|首任", body)
    ):
        return made(
            renamed(item, "行政长官"),
            "香港特别行政区" if "澳门" not in body else "澳门特别行政区",
            "explicit",
            scope,
        )
    if not body:
        return _elided(item, before, scope, memory)
    return _named(item, before, scope, memory)


def _at_home(before: Link | None) -> bool:
    return before is None or before.country in {"", "中国"}


def _scholar(item: PostItem, scope: Scope) -> Link:
    """中国|农村经济学家, 社会|学家: the field belongs to the post, and a country only says whence somebody comes."""
    prefix = place_prefix(item.body, Scope())
    field = item.body[prefix.end :] if prefix else item.body
    return made(renamed(item, field + item.post if len(field) <= 6 else item.post), None, "none", scope)


_INSTITUTE = re.compile(
    "(?:大学|学院|[院所局部台馆室司厅行站厂队]|(?<!社)会|公司|银行|集团|中心|组织|证券|国际)$"
)


def _prefectural_office(item: PostItem, before: Link | None, scope: Scope) -> Link:
    """某地区|行署|专员; in a list the prefecture is that of the party committee before it (某地委副书记、行署专员)."""
    if item.body != "行署":
        return made(item, official_name(item.body, scope).name, "explicit", scope)
    party = re.fullmatch("中国共产党(.+(?:地区|盟))委员会", (before.organization or "") if before else "")
    return made(item, party[1] + "行政公署" if party else None, "elided" if party else "none", scope)


def _unit_of(organization: str) -> str:
    if not organization.endswith(_PARTY_PARTS):
        return organization
    for part in _PARTY_PARTS:
        if organization.endswith(part) and len(organization) > len(part) + 1:
            return organization[: -len(part)]
    return organization


def _elided(item: PostItem, before: Link | None, scope: Scope, memory: Memory) -> Link:
    """A post without a body: the list's, or one named before, or none."""
    kind = post_lexicon().kind_of(item.post)
    head = post_lexicon().heads[item.head]
    if before and before.unit:
        if head.kind in {"job", "title"} and item.head not in {
            "教授",
            "讲师",
            "助教",
            "研究员",
            "博士生导师",
            "硕士生导师",
            "导师",
        }:
            return made(item, None, "none", scope, before.country, before.unit)
        organization = before.unit
        if item.head == "常委" or (item.head in {"委员", "候补委员"} and before.organization):
            organization = before.organization or before.unit
        if _COMMITTEE.match(organization) and head.system in {"company", "school", "bureau"}:
            organization = ""
        if item.head == before.item.head == "书记" and before.organization:
            organization = before.organization  # 某系团总支副书记、|书记
        if organization:
            return Link(item, organization, "elided", before.scope, before.unit, before.country)
    endings = _ENDINGS.get(item.head)
    if endings and kind != "job":
        organization = memory.last_body(*endings) or ""
        if organization:
            return made(item, organization, "context", scope)
    if head.system == "company" and head.kind != "job" and not item.body:
        brand = brand_in_front(item, memory)
        another = memory.context.text[item.post_start - 3 : item.post_start]
        known = head.kind == "chief" and (another[-1:] != "的" or another == "公司的")  # “某某之家”的|总经理
        company = brand or (memory.company() if known else None)
        if company:
            return made(item, company, "surface" if brand else "context", scope)
    if item.head == "立法委员" and not item.body:
        return made(item, "立法院", "context", scope)  # only Taiwan's have this name
    if memory.region == "hk" and item.head in {"议员"}:
        return made(item, "香港特别行政区立法会", "context", scope)
    if memory.region == "hk" and item.head in _POLICE and not item.body:
        return made(item, "香港警务处", "context", scope)
    if memory.region == "hk" and item.head in _FINAL_APPEAL and not item.body:
        return made(item, "香港特别行政区终审法院", "context", scope)
    return made(item, None, "none", scope)


_COMMITTEE = re.compile("中国共产党(?!.*(?:部|局|厅|党校|办公室|研究室|研究院)$)")
_FINAL_APPEAL = frozenset("首席法官 常任法官 非常任法官".split())
_SENT = re.compile(
    "(?P<country>[\u4e00-\u9fff]{2,4})(?:候任|前任|前|下任|新任)?(?:常)?驻[\u4e00-\u9fff]{1,6}大使"
)


def _sender_before(memory: Memory, item: PostItem) -> str:
    """The country of the envoy who is named so right before (韩国驻日大使的前|驻印度大使某某), or ""."""
    sent = _SENT.search(memory.context.text, max(0, item.start - 24), item.start)
    words = sent["country"] if sent else ""
    found = (places().lookup(words[-size:]) for size in range(2, len(words) + 1))
    return next((hit[0].name for hit in found if hit and hit[0].level == "country"), "")


_POLICE = frozenset("警司 高级警司 总警司 督察 高级督察 总督察 女督察 女总督察".split())
_ENDINGS: dict[str, tuple[str, ...]] = {
    "局长": ("局",),
    "厅长": ("厅",),
    "部长": ("部",),
    "院长": ("院", "学院"),
    "校长": ("大学", "学校", "中学", "小学", "学院"),
    "行长": ("银行", "分行"),
    "会长": ("会",),
    "理事长": ("会",),
    "董事长": ("公司", "集团"),
    "总经理": ("公司", "集团"),
    "总裁": ("公司", "集团"),
    "首席执行官": ("公司", "集团"),
    "组长": ("组",),
    "成员": ("领导小组", "小组"),
    "台长": ("台",),
    "社长": ("社",),
    "馆长": ("馆",),
    "所长": ("所",),
    "署长": ("署",),
    "司长": ("司",),
    "总干事": ("组织",),
    "队长": ("队",),
    "董事": ("公司", "集团"),
    "发言人": ("外交部", "国防部", "商务部", "国务院台湾事务办公室"),
}


_FIRM_ENDINGS = ("公司", "集团", "股份")


def _named(item: PostItem, before: Link | None, scope: Scope, memory: Memory) -> Link:
    body = item.body
    unit = before.unit if before else ""
    short = max((s for s in memory.defined if _ends_with(memory, item, s)), key=len, default="")
    if short:
        return made(item, memory.defined[short], "explicit", scope)
    if body in {"中央", "中共", "党中央"}:
        return made(item, "中国共产党中央委员会", "explicit", scope)
    if item.head == "委员长" and body in {"人大", "全国人大"}:
        return made(item, "全国人民代表大会常务委员会", "explicit", scope)
    if body in {"政治局", "书记处"} and (not unit or unit.startswith("中国共产党")):
        return made(item, f"中国共产党中央{body}", "elided", scope)
    if body in THE_COMPANY and not unit:
        company = memory.announcing() or memory.last_named(item.body_start, *_FIRM_ENDINGS)
        company = company or memory.company()
        return made(item, company, "context" if company else "none", scope)
    of_village = _OF_THE_VILLAGE.fullmatch(body)
    village = memory.village() or memory.village_before(item.body_start) if of_village else ""
    if of_village and village:
        name = village + (of_village["part"] or "村民委员会")
        return Link(item, name, "context", scope, name, "")
    ours = _OUR_UNIT.fullmatch(body)
    near = (*([unit] if unit else ()), *reversed(memory.told_before(item.body_start)))
    if ours and (owner := memory.unit(ours["kind"], ours=ours["whose"] in {"我", "本"}, near=near)):
        return Link(item, owner + ours["part"], "context", scope, owner, "")
    if (
        body in _MEANT
        and post_lexicon().heads[item.head].kind != "job"
        and (meant := memory.last_named(item.body_start, body))
    ):
        return Link(item, meant, "context", scope, meant, "")
    if body in _OF_A_UNIVERSITY and (owner := memory.last_named(item.body_start, "大学")):
        return Link(item, owner + body, "context", scope, owner + body, "")
    if body in _PARTY_PARTS and (owner := _department(item, memory, near)):
        return Link(item, owner + body, "context", scope, owner, "")
    head_office = _HEAD_OFFICE.match(body)
    if head_office and (owner := memory.head_office(head_office.group())):
        name = owner + body[head_office.end() :]
        return Link(item, name, "context", scope, owner, "")  # what follows is the head office's, too
    part = re.fullmatch(r"(?:该|本)?(?:公司|集团|总公司|厂)(?P<part>[\u4e00-\u9fff]{1,6})", body)
    if part and unit and part["part"] in _PARTY_PARTS:
        body = part["part"]
    if body in _PARTY_PARTS and unit:
        return Link(item, unit + body, "elided", scope, unit, before.country if before else "")
    if body == "领导小组":
        return made(item, memory.last_body("领导小组"), "context", scope)
    if before and before.country and before.country != "中国" and body.startswith("中央"):
        party = re.sub(r"中央(?:委员会|政治局|书记处).*$", "", before.organization or "")
        tail = body.removeprefix("中央")
        middle = "中央" if tail in {"政治局", "书记处"} else "中央委员会"
        return Link(item, party + middle + tail, "elided", scope, party + middle + tail, before.country)
    nation = nation_of(body[0], memory.context.countries()) if body[1:] in AMBIGUOUS_ABROAD else ""
    if nation and body not in national_forms():  # 俄|国防部
        return Link(item, nation + body[1:], "explicit", scope, nation + body[1:], nation)
    if before and before.country not in {"", "中国"} and is_state_organ(body):
        name = before.country + body
        return Link(item, name, "elided", before.scope, name, before.country)
    chamber = _CHAMBER.search(before.organization or "") if before and body in {"上院", "下院"} else None
    if chamber and before and before.organization:  # 某国议会上院议长甲和下院议长乙
        name = before.organization[: chamber.start()] + body
        return Link(item, name, "elided", before.scope, name, before.country)
    if _tells_origin(item, scope):
        return made(item, None, "none", scope)  # 魏县|农民
    committee = memory.committee(body) or _beside_the_party(body, before)
    if committee:
        return made(item, committee, "context", scope)
    organ = _ORGAN_OF_THE_COMPANY.fullmatch(body)
    if organ and not unit and (company := memory.company()):
        return Link(item, company + organ["organ"], "context", scope, company, "")
    abroad = place_prefix(body, Scope()) if item.head == "事务次官" else None
    if abroad and abroad.scope.country and body[abroad.end :] in {"外务", "防务"}:  # 日本|外务事务次官
        post = body[abroad.end :] + item.post
        return made(renamed(item, post), abroad.scope.country, "explicit", scope, abroad.scope.country)
    if _LATIN.fullmatch(body) and post_lexicon().heads[item.head].kind == "job":
        return made(item, body, "surface", scope)  # DisplaySurvey|分析师
    if unit and before and item.head in OF_ANY_FIELD and len(body) <= 4 and not _BODY_LIKE.search(body):
        return Link(
            renamed(item, body + item.post), unit, "elided", scope, unit, before.country
        )  # 副总裁及营运|总监
    owner = owner_of_field(body, item.head)
    if owner:
        return in_field(item, owner, scope)
    if not is_plausible_body(body, scope):
        return _without_body(item, scope, memory)
    body = without_description(body)
    found = official_name(
        body, Scope(scope.province, scope.prefecture, scope.county, scope.town, "", scope.region)
    )
    name = found.name
    if place_only(body, scope) and item.head in {"书记", "副书记"}:
        name = official_name(body + "委", scope).name
    if item.head in {"议员", "参议员", "众议员"}:
        name, item = chamber_of(item, name, scope, memory)
    prefix = place_prefix(body, scope)
    inner = prefix.scope if prefix and (prefix.scope.province or prefix.scope.country) else scope
    if found.resolved_by == "surface" and before and (parent := _parent_of_peer(body, before)):
        return Link(item, parent + name, "elided", scope, parent + name, before.country)
    if found.resolved_by == "surface" and unit and _INNER_ORGAN.fullmatch(body) and not JOINT.match(body):
        return Link(
            item, unit + _OWNER.sub("", found.name), "elided", scope, unit, before.country if before else ""
        )
    if (
        found.resolved_by == "surface"
        and _GROUP_OF_A_COMMITTEE.fullmatch(body)
        and _PARTY_OF_A_PLACE.match(unit)
    ):
        return Link(item, unit + body, "elided", scope, unit, "")
    if found.resolved_by == "surface" and _NOBODY.fullmatch(name):
        return made(item, None, "none", scope)
    if found.resolved_by == "surface" and before and _LOCAL_AREA.search(body):
        return Link(item, before.scope.innermost + found.name, "context", scope, unit, "")
    country = prefix.scope.country if prefix else party_country(body)
    return Link(item, name, found.resolved_by, inner, _unit_of(name), country)


def _department(item: PostItem, memory: Memory, near: Sequence[str]) -> str:
    """The department of a school whose party group is told with 系 alone (，系|党总支), or ""."""
    begins = _DEPARTMENT.search(memory.context.text, max(0, item.body_start - 2), item.body_start)
    return (memory.unit("系", ours=False, near=near) or "") if begins else ""


_DEPARTMENT = re.compile("(?<![\u4e00-\u9fff])系$")


def _beside_the_party(body: str, before: Link | None) -> str:
    """人大常委会 of the place whose party committee stands before it in the list; "" if none does."""
    party = _PARTY_OF_A_PLACE.fullmatch(before.organization or "") if before else None
    return systems()[body].format(party["place"]) if party and body in _STATE_SIDE else ""


_GROUP_OF_A_COMMITTEE = re.compile("(?!中央|国家|全国)[\u4e00-\u9fff]{2,10}领导小组")
_STATE_SIDE = frozenset("人大常委会 人大 政协 政府".split())
_PARTY_OF_A_PLACE = re.compile("中国共产党(?P<place>.+[省市县区州盟旗])委员会")


def _parent_of_peer(body: str, before: Link) -> str:
    """国务院研究室 for 财政金融司, where the post before it was in 国务院研究室|工业贸易司; "" if there is none."""
    peer = before.organization or ""
    if not body.endswith(("司", "部", "所", "局")) or not peer.endswith(body[-1]):
        return ""
    known = national_pattern().match(peer)
    if known is None or len(known.group()) < 3 or len(peer) - known.end() < 2:
        return ""
    return national_forms()[known.group()]


_NOBODY = re.compile(
    "(?:原|该|本)?(?:[省市县区州镇乡]委|党委|党组|党支部|党总支|党工委|纪工委|纪检组|纪委|政府)"
)
_OWNER = re.compile("^(?:总社|本社|公司|集团|总会|总部)")
_INNER_ORGAN = re.compile(
    r"(?!.*(?:集团|公司|大学|学院|全国|中国|国家|国际|中央|国务院|军事))(?:总社|本社|公司|集团|总会|总部)?[\u4e00-\u9fff]{0,6}(?:处|科|室|部|组|股|司|办公厅|办公室|理事会|监事会|董事会|董事局|委员会|革委会|书记处|秘书处|学校部|中心)"
)
_CHAMBER = re.compile("[上下]院$")
_CONGRESS = re.compile(
    "(?:出席)?(?:党的|中共|中国共产党)?(?:第)?(十[一二三四五六七八九]|二十[一二]?)(?:大|次全国代表大会)"
)
_OF_THE_VILLAGE = re.compile("[该本]?村(?:民?委(?:员)?会|(?P<part>党支部|党总支|党委))?")
_OUR_UNIT = re.compile(
    "(?P<whose>[我本该]?)(?P<kind>[校院社局所馆厂厅系])"
    "(?P<part>(?<=[我本该].)|党委|党组|党总支|党支部|团委|团总支|团支部|学生会|工会|教务处|办公室)"
)
_LATIN = re.compile("(?=.*[A-Z])(?=.*[a-z])[A-Za-z][A-Za-z&. -]{2,}")
_MEANT = frozenset(
    "工会 总工会 协会 学会 基金会 商会 联合会 研究院 研究所 医院 银行 俱乐部 联盟 公会 委员会".split()
)
"""Kinds of bodies that mean the last one named (工会|秘书)."""


def _ends_with(memory: Memory, item: PostItem, short: str) -> bool:
    return memory.context.text.endswith(short, 0, item.body_end)


_OF_A_UNIVERSITY = frozenset("学生会 研究生会 校友会 校董会 校委会 校务委员会 教职员协会".split())
_HEAD_OFFICE = re.compile("(?:总社|总局|总行|总公司|总会|总队|总台)(?=[\u4e00-\u9fff]{2})")
_LOCAL_AREA = re.compile("^[\u4e00-\u9fff]{0,6}(?:园区|开发区|新区|街道|社区)")


def is_plausible_body(body: str, scope: Scope) -> bool:
    """Whether `body` can be an organisation at all, not a kind of people or a field (群众|代表, 餐饮服务|人员)."""
    if body in national_forms() or _BODY_LIKE.search(body):
        return bool(re.match(r"[\u4e00-\u9fffA-Za-z\d“《]", body)) and body not in KINDS
    prefix = place_prefix(body, scope)
    return prefix is not None and prefix.end == len(body)


_BODY_LIKE = re.compile(
    r"(?:[一二三四五六七八九十][中高]|[委会局部厅院校司行社台站团队军区署处省科股所室办协联党庭组班府馆厂店系村镇乡寺宫庙]|大学|中学|小学|集团|中心|组织|机构|联盟|基金|法院|论坛|峰会|项目|工程|计划|平台|机制|机场|"
    r"电子|软件|股份|控股|科技|通讯|证券|期货|资讯|咨询|律所|信托|保险|航空|石化|重工|汽车|地产|传媒|媒体|日报|晚报|时报|邮报|网|公社|大队|大会|会议|议会|基地|幼儿园|园区|俱乐部|国际|事务|酒厂|白宫|打击群|战斗群|舰队|前线|阵线|连线|同盟|力量|动力|学苑|智库|关注组|工会|学联|青联|妇联|工商联|文联|作协|科协|政协|人大|党中央|中央|支部|总支|干校|农场|(?:预备役|步兵|炮兵|高炮|装甲|空降|陆战|航空兵|[\d一二三四五六七八九十])[师旅团]|董事局|理事|武装力量)$"
)


_ORGAN_OF_THE_COMPANY = re.compile(
    "(?:(?:本|该)?公司)?(?:第[一二三四五六七八九十]+届)?(?P<organ>(?:董事会|监事会|董事局)(?:[\u4e00-\u9fff]{2,6}委员会)?|(?:审核|审计|提名|薪酬|战略)委员会)"
)


def _without_body(item: PostItem, scope: Scope, memory: Memory) -> Link:
    """An occupation told in more words (水利水电工程|专家): the words are part of the post, no body."""
    head = post_lexicon().heads[item.head]
    kind = post_lexicon().kind_of(item.post)
    if item.head in {"大律师", "资深大律师"}:
        return made(item, None, "none", scope)
    known = national_pattern().match(item.body)
    if kind == "job" and known and 2 <= len(item.body) - known.end() <= 4:  # 中信建投|首席宏观分析师
        post = item.body[known.end() :] + item.post
        return made(renamed(item, post), official_name(known.group(), scope).name, "explicit", scope)
    if kind in {"job", "title"} or item.head in {"代表", "顾问"}:
        words = _COUNTED.sub("", item.body.lstrip("及和与据")) if len(item.body) <= 8 else ""
        return made(renamed(item, words + item.post), None, "none", scope)
    if head.system == "company":
        brand = brand_in_front(item, memory)
        return made(item, brand or None, "surface" if brand else "none", scope)
    return _elided(item, None, scope, memory)


_COUNTED = re.compile(
    "^(?:惟|而|但|据|由|主审|上司|另?一名|另一位|两名|一代|内地|大陆|现职|美籍|知名|著名|资深|旅美|本地)"
)


def _tells_origin(item: PostItem, scope: Scope) -> bool:
    """Whether a place before an occupation only says whence somebody comes; athletes stand for their country."""
    if item.head in {"村民", "居民"} and item.body:
        return True
    common = item.head not in ATHLETES and item.head not in {"院士", "法官", "检察官", "民警"}
    return common and post_lexicon().kind_of(item.post) == "job" and place_only(item.body, scope)


def place_only(body: str, scope: Scope) -> bool:
    """Whether `body` is nothing but a place."""
    prefix = place_prefix(body, scope)
    return bool(prefix and prefix.end == len(body))
