"""Words in front of a post that are no body: whence somebody comes, an organ of the company, the field of an occupation."""

from __future__ import annotations

import re

from kg.extract.organizations.beginnings import body_in_front
from kg.extract.organizations.brands import (
    OF_ANY_FIELD,
    brand_in_front,
    in_field,
    owner_of_field,
    speaks_for_a_firm,
)
from kg.extract.posts.elided import elided
from kg.extract.posts.links import Link, Memory, as_printed, made, renamed
from kg.extract.posts.listed import beside_the_party
from kg.extract.posts.plausible import BODY_LIKE, place_only
from kg.extract.posts.titles import ATHLETES, REACH, PostItem
from kg.lexicon.body_forms import national_pattern
from kg.lexicon.organizations import official_name
from kg.lexicon.place_prefix import Scope, place_prefix
from kg.lexicon.posts import post_lexicon


def no_body_but_a_field(item: PostItem, before: Link | None, scope: Scope, memory: Memory) -> Link | None:
    """What only looks like a body: whence somebody comes, an organ of the company, the field of a post."""
    body = item.body
    unit = before.unit if before else ""
    if _tells_origin(item, scope):
        return made(item, None, "none", scope)  # 魏县|农民
    committee = memory.committee(body) or beside_the_party(body, before)
    if committee:
        return made(item, committee, "context", scope)
    organ = _ORGAN_OF_THE_COMPANY.fullmatch(body)
    if organ and not unit and (company := memory.company()):
        return Link(item, company + organ["organ"], "context", scope, company, "")
    abroad = place_prefix(body, Scope()) if item.head == "事务次官" else None
    if abroad and abroad.scope.country and body[abroad.end :] in {"外务", "防务"}:  # 日本|外务事务次官
        post = body[abroad.end :] + item.post
        return made(renamed(item, post), abroad.scope.country, "explicit", scope, abroad.scope.country)
    latin = _LATIN.fullmatch(body) if _is_of_a_firm(item) else None
    if latin:
        return made(item, latin["name"], "surface", scope)  # DisplaySurvey|分析师
    if unit and before and item.head in OF_ANY_FIELD and len(body) <= 4 and not BODY_LIKE.search(body):
        return Link(
            renamed(item, body + item.post), unit, "elided", scope, unit, before.country
        )  # 副总裁及营运|总监
    affairs = place_prefix(body, Scope()) if body.endswith("事务") else None
    if affairs and affairs.scope.country and affairs.end < len(body):  # 俄罗斯人权事务|代表
        post, nation = body[affairs.end :] + item.post, affairs.scope.country
        return made(renamed(item, post), as_printed(affairs), "explicit", scope, nation)
    brussels = _COMMISSIONER.fullmatch(body) if item.head == "委员" else None
    if brussels:  # 欧盟能源|委员
        post = brussels["field"] + item.post
        return made(renamed(item, post), official_name("欧盟委员会", scope).name, "explicit", scope)
    owner = owner_of_field(body, item.head)
    if owner:
        return in_field(item, owner, scope)
    firm = _firm_owning(item, memory) if item.head in OF_ANY_FIELD else ""
    if firm:
        return made(renamed(item, body + item.post), official_name(firm, scope).name, "explicit", scope)
    part = (
        _PART_OF_A_FIRM.fullmatch(body) and memory.context.text[item.body_start - 1 : item.body_start] == "其"
    )
    if part and (company := memory.last_named(item.body_start, *_FIRMS)):
        return Link(item, company + body, "context", scope, company, "")  # 某公司，其|国际业务部|经理
    return None


def _is_of_a_firm(item: PostItem) -> bool:
    return post_lexicon().heads[item.head].system == "company" or item.head == "社长"


def _firm_owning(item: PostItem, memory: Memory) -> str:
    """The firm in front of 的 and a field (某科技公司的|技术|总监), or ""."""
    text, end = memory.context.text, item.body_start - 1
    if text[end : end + 1] != "的" or len(item.body) > 4 or not text.endswith(_FIRMS, 0, end):
        return ""
    begin = body_in_front(text, max(0, end - REACH), end)
    return text[begin:end] if end - begin > 4 else ""


_FIRMS = ("公司", "集团", "股份", "银行")
_PART_OF_A_FIRM = re.compile("[\u4e00-\u9fff]{2,8}(?:部|处|中心|事业部|事业群)")


_COMMISSIONER = re.compile("欧盟(?:委员会)?(?P<field>(?!委员会|理事会)[\u4e00-\u9fff]{2,10})")
_LATIN = re.compile(
    "(?!(?:C[A-Z]O|IT|HR|PR|IR|VIP|LED|AI|TV|APP?|EMBA|MBA|BD|R&D|OEM|ODM|PC|IPO|VC|PE|DJ|MC)$)"
    "(?:[\u4e00-\u9fff]{2,10}(?:公司|机构|企业|厂商|巨头|集团))?(?P<name>[A-Z][A-Za-z&＆. -]{1,})"
)
_ORGAN_OF_THE_COMPANY = re.compile(
    "(?:(?:本|该)?公司)?(?:第[一二三四五六七八九十]+届)?(?P<organ>(?:董事会|监事会|董事局)(?:[\u4e00-\u9fff]{2,6}委员会)?|(?:审核|审计|提名|薪酬|战略)委员会)"
)


def without_body(item: PostItem, scope: Scope, memory: Memory) -> Link:
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
        words = (
            _COUNTED.sub("", item.body.lstrip("及和与据"))
            if len(item.body) <= 8 and item.body != "社"
            else ""
        )
        return made(renamed(item, words + item.post), None, "none", scope)
    if head.system == "company" or speaks_for_a_firm(item, memory):
        brand = brand_in_front(item, memory)
        return made(item, brand or None, "surface" if brand else "none", scope)
    return elided(item, None, scope, memory)


_COUNTED = re.compile(
    "^(?:惟|而|但|据|由|主审|上司|另?一名|另一位|两名|一代|内地|大陆|现职|美籍|知名|著名|资深|旅美|本地)"
)


def _tells_origin(item: PostItem, scope: Scope) -> bool:
    """Whether a place before an occupation only says whence somebody comes; athletes stand for their country."""
    if item.head in {"村民", "居民"} and item.body:
        return True
    common = item.head not in ATHLETES and item.head not in {"院士", "法官", "检察官", "民警"}
    return common and post_lexicon().kind_of(item.post) == "job" and place_only(item.body, scope)
