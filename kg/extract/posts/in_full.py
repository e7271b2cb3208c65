"""The full name of a body as it stands in front of its post."""

from __future__ import annotations

import re

from kg.extract.organizations.kinds import without_description
from kg.extract.posts.fields import without_body
from kg.extract.posts.links import Link, Memory, made
from kg.extract.posts.listed import inside_listed
from kg.extract.posts.party_groups import unit_of
from kg.extract.posts.plausible import is_plausible_body, place_only
from kg.extract.posts.state_posts import chamber_of, party_country
from kg.extract.posts.titles import PostItem
from kg.lexicon.organizations import official_name
from kg.lexicon.place_prefix import Scope, place_prefix


def body_in_full(item: PostItem, before: Link | None, scope: Scope, memory: Memory) -> Link:
    """The full name of the body as it stands in front of the post."""
    body = item.body
    if not is_plausible_body(body, scope):
        return without_body(item, scope, memory)
    body = without_description(_NATIONAL_BEHIND.sub("", body) if _NATIONAL_BEHIND.match(body) else body)
    found = official_name(
        body, Scope(scope.province, scope.prefecture, scope.county, scope.town, "", scope.region)
    )
    name = found.name
    if place_only(body, scope) and item.head in {"书记", "副书记"}:
        name = official_name(body + "委", scope).name
    if item.head in {"议员", "参议员", "众议员"}:
        name, item = chamber_of(item, name, scope, memory)
        if not name:
            return made(item, None, "none", scope)
    prefix = place_prefix(body.removeprefix("中共"), scope)
    inner = prefix.scope if prefix and (prefix.scope.province or prefix.scope.country) else scope
    if found.resolved_by == "surface" and before:
        inside = inside_listed(item, body, name, found.name, before, scope, memory)
        if inside:
            return inside
    if found.resolved_by == "surface" and _NOBODY.fullmatch(name):
        return made(item, None, "none", scope)
    if found.resolved_by == "surface" and before and _LOCAL_AREA.search(body):
        return Link(item, before.scope.innermost + found.name, "context", scope, before.unit, "")
    country = prefix.scope.country if prefix else party_country(body)
    return Link(item, name, found.resolved_by, inner, unit_of(name), country)


_NOBODY = re.compile(
    "(?:原|该|本)?(?:[省市县区州镇乡]委|党委|党组|党支部|党总支|党工委|纪工委|纪检组|纪委|政府)"
)
_NATIONAL_BEHIND = re.compile(
    "(?:国家)?[\u4e00-\u9fff]{2,5}[部委局](?=(?:中国|全国)[\u4e00-\u9fff]{2,12}(?:学会|协会|研究会|联合会)$)"
)  # 国家发改委|中国宏观经济学会
_LOCAL_AREA = re.compile("^[\u4e00-\u9fff]{0,6}(?:园区|开发区|新区|街道|社区)")
