"""Posts that decide themselves what they belong to: scholars, ministers abroad, prefectural commissioners, envoys."""

from __future__ import annotations

import re

from kg.extract.posts.links import Link, Memory, as_printed, made, renamed
from kg.extract.posts.titles import PostItem
from kg.lexicon.organizations import official_name
from kg.lexicon.place_prefix import Scope, place_prefix
from kg.lexicon.places import places

_FIELD = re.compile("(?!.*[部省厅院])[\u4e00-\u9fff]{2,8}")


def minister_abroad(item: PostItem, scope: Scope, before: Link | None) -> Link | None:
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


def scholar(item: PostItem, scope: Scope) -> Link:
    """中国|农村经济学家, 社会|学家: the field belongs to the post, and a country only says whence somebody comes."""
    prefix = place_prefix(item.body, Scope())
    field = item.body[prefix.end :] if prefix else item.body
    return made(renamed(item, field + item.post if len(field) <= 6 else item.post), None, "none", scope)


INSTITUTE = re.compile(
    "(?:大学|学院|[院所局部台馆室司厅行站厂队]|(?<!社)会|公司|银行|集团|中心|组织|证券|国际)$"
)


def prefectural_office(item: PostItem, before: Link | None, scope: Scope) -> Link:
    """某地区|行署|专员; in a list the prefecture is that of the party committee before it (某地委副书记、行署专员)."""
    if item.body != "行署":
        return made(item, official_name(item.body, scope).name, "explicit", scope)
    party = re.fullmatch("中国共产党(.+(?:地区|盟))委员会", (before.organization or "") if before else "")
    return made(item, party[1] + "行政公署" if party else None, "elided" if party else "none", scope)


_SENT = re.compile(
    "(?P<country>[\u4e00-\u9fff]{2,4})(?:候任|前任|前|下任|新任)?(?:常)?驻[\u4e00-\u9fff]{1,6}大使"
)


def sender_before(memory: Memory, item: PostItem) -> str:
    """The country of the envoy who is named so right before (韩国驻日大使的前|驻印度大使某某), or ""."""
    sent = _SENT.search(memory.context.text, max(0, item.start - 24), item.start)
    words = sent["country"] if sent else ""
    found = (places().country(words[-size:]) for size in range(2, len(words) + 1))
    return next(filter(None, found), "")
