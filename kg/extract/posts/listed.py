"""Bodies that the post before in the list completes: party groups, inner organs, chambers, what stands beside the party."""

from __future__ import annotations

import re

from kg.extract.organizations.beginnings import JOINT
from kg.extract.posts.links import Link, Memory, made
from kg.extract.posts.party_groups import PARTY_PARTS
from kg.extract.posts.state_posts import is_state_organ, nation_of
from kg.extract.posts.titles import PostItem
from kg.lexicon.body_forms import AMBIGUOUS_ABROAD, national_forms, national_pattern, systems
from kg.lexicon.place_prefix import Scope


def completed_by_list(item: PostItem, before: Link | None, scope: Scope, memory: Memory) -> Link | None:
    """The body that the post before it in the list completes: its party group, its country's organ, its chamber."""
    body = item.body
    unit = before.unit if before else ""
    if before and body in _COMMITTEES and (before.organization or "").endswith(body):
        return Link(item, before.organization, "elided", scope, unit, before.country)  # 第九届|中央委员会
    part = re.fullmatch(r"(?:该|本)?(?:公司|集团|总公司|厂)(?P<part>[\u4e00-\u9fff]{1,6})", body)
    if part and unit and part["part"] in PARTY_PARTS:
        body = part["part"]
    of_place = _PARTY_OF_A_PLACE.fullmatch(unit) if body == "纪委" else None
    if of_place:  # 南京市委常委、纪委|书记
        return made(item, systems()["纪委"].format(of_place["place"]), "elided", scope)
    if body in PARTY_PARTS and unit:
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
    return None


def inside_listed(
    item: PostItem, body: str, name: str, printed: str, before: Link, scope: Scope, memory: Memory
) -> Link | None:
    """The inner organ of what the post before it belongs to; `printed` is the body as it reads, `name` as its post has it."""
    unit = before.unit
    if parent := _parent_of_peer(body, before):
        return Link(item, parent + name, "elided", scope, parent + name, before.country)
    two = body.endswith("委员会") and unit.endswith("委员会") and not unit.startswith(_HAS_COMMITTEES)
    beside = _MINISTRY.search(body) and memory.context.text[max(0, item.body_start - 1)] in "，；"
    beside = beside and unit.endswith(("局", "厅", "部", "委", "委员会", "党组", "人民政府"))
    own = _ARMY.match(body)
    if unit and _INNER_ORGAN.fullmatch(body) and not (two or own or JOINT.match(body) or beside):
        return Link(item, unit + _OWN_WORD.sub("", printed), "elided", scope, unit, before.country)
    if _GROUP_OF_A_COMMITTEE.fullmatch(body) and _PARTY_OF_A_PLACE.match(unit):
        return Link(item, unit + body, "elided", scope, unit, "")
    return None


def beside_the_party(body: str, before: Link | None) -> str:
    """人大常委会 of the place whose party committee stands before it in the list; "" if none does."""
    party = _PARTY_OF_A_PLACE.fullmatch(before.organization or "") if before else None
    return systems()[body].format(party["place"]) if party and body in _STATE_SIDE else ""


_MINISTRY = re.compile("[\u4e00-\u9fff]{3,}部$")  # …某局党组书记，|水利电力部|副部长
_COMMITTEES = frozenset(["中央委员会", "执行委员会", "理事会", "常务委员会", "全国委员会", "监事会"])
_GROUP_OF_A_COMMITTEE = re.compile("(?!中央|国家|全国)[\u4e00-\u9fff]{2,10}领导小组")
_STATE_SIDE = frozenset("人大常委会 人大 政协 政府".split())
_PARTY_OF_A_PLACE = re.compile("中国共产党(?P<place>.+[省市县区州盟旗])委员会")


def _parent_of_peer(body: str, before: Link) -> str:
    """国务院研究室 for 财政金融司, where the post before it was in 国务院研究室|工业贸易司; "" if there is none."""
    peer = before.organization or ""
    school = _INSTITUTE.match(peer)
    if school and _OWN_INSTITUTE.fullmatch(body):  # 某大学经济研究院院长兼产权研究所|所长
        return school["school"]
    if not body.endswith(("司", "部", "所", "局")) or not peer.endswith(body[-1]):
        return ""
    known = national_pattern().match(peer)
    if known is None or len(known.group()) < 3 or len(peer) - known.end() < 2:
        return ""
    return national_forms()[known.group()]


_HAS_COMMITTEES = ("中国人民政治协商会议", "中国共产党", "全国人民代表大会")
"""Whose committees have committees; 财政委员会委员长、经济委员会委员长 headed two."""
_INSTITUTE = re.compile(
    "(?P<school>[\u4e00-\u9fff]{2,16}大学)[\u4e00-\u9fff（）]{2,24}(?:院|所|系|中心|学部|实验室)$"
)
_OWN_INSTITUTE = re.compile(
    "(?!.*(?:大学|中国|国家|全国|中华|省|市|世界|国际))[\u4e00-\u9fff]{2,10}(?:研究所|研究院|研究中心|学院|系|实验室)"
)
_OWN_WORD = re.compile("^(?:总社|本社|公司|集团|总会|总部)")
_INNER_ORGAN = re.compile(
    r"(?!.*(?:集团|公司|大学|学院|全国|中国|国家|国际|中央|国务院|军事|红[一二三四五六七八九十]|新四军|八路军|志愿军|军区))(?:总社|本社|公司|集团|总会|总部)?[\u4e00-\u9fff]{0,6}(?:处|科|室|部|组|股|司|办公厅|办公室|理事会|监事会|董事会|董事局|委员会|革委会|书记处|秘书处|学校部|中心)"
)
_CHAMBER = re.compile("[上下]院$")
_ARMY = re.compile(
    "(?:红|新|第)?[一二三四五六七八九十\\d]+(?:集团)?军(?!委)|红军|[\u4e00-\u9fff]{2}(?:军区|野战军)"
)  # 某某师师长，红四军政治部主任: another unit
