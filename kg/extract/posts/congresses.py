"""Posts that a congress gives, told without their body: 某党第十七次全国代表大会…，某某当选|主席."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.organizations.beginnings import body_in_front
from kg.extract.posts.phrases import Chain
from kg.lexicon.organizations import official_name
from kg.lexicon.place_prefix import Scope

_HEADS = ("主席", "会长", "理事长", "第一书记", "秘书长", "主任委员")
_CHOSEN = re.compile("(?:当选为?|(?:推选|选举|推举)[^，。；]{2,40}为)$")
_CONGRESS = re.compile(
    "(?<=[\u4e00-\u9fff])第[一二三四五六七八九十百]+(?:次(?:全国|全盟|会员)?(?:会员)?(?:代表)?(?:大会|会议)|届(?:中央委员会|理事会|理事大会|执委会|全国委员会|委员会))"
)
_PARTIES = frozenset(
    "中国国民党革命委员会 中国民主同盟 中国民主建国会 中国民主促进会 中国农工民主党 中国致公党 九三学社 台湾民主自治同盟".split()
)
_OF_ALL = {
    "中国工会": "中华全国总工会",
    "中国妇女": "中华全国妇女联合会",
    "全国妇女": "中华全国妇女联合会",
    "全国归侨侨眷": "中华全国归国华侨联合会",
}
_SHORTEST = 4  # code points; 九三学社 and 中国工会
_LONGEST = 22
_STATE = re.compile("人民代表大会|全国人大|全国政协|政治协商|中国共产党|中共|联合国|青年团|国会|议会")


def give_chosen(text: str, title: str, chains: Sequence[Chain]) -> None:
    """Let posts that a congress gave belong to the body whose congress it was."""
    for chain in chains:
        for link in chain.links:
            inner = link.item.body == "书记处"
            if not (inner or not link.item.body) or not link.item.post.endswith(_HEADS):
                continue
            if link.organization and not inner:
                continue
            if not _CHOSEN.search(text, max(0, chain.start - 48), chain.start):
                continue
            body = _of_congress(text, title, chain.start)
            if body and not (inner and body.endswith("委员会")):
                link.organization, link.resolved_by = body + link.item.body, "context"


def _of_congress(text: str, title: str, at: int) -> str:
    """The body whose congress is told last before `at`, or in the headline; "" if it is one of state or of the ruling party."""
    told = [_body_before(text, found.start()) for found in _CONGRESS.finditer(text, 0, at)]
    head = _CONGRESS.search(title)
    last = told[-1] if told else _body_before(title, head.start()) if head else ""
    if len(last) < _SHORTEST or _STATE.search(last):
        return ""
    name = _OF_ALL.get(last) or official_name(last, Scope()).name
    return name + "中央委员会" if name in _PARTIES else name


def _body_before(text: str, end: int) -> str:
    """The name that ends where 第…次 begins."""
    return text[body_in_front(text, max(0, end - _LONGEST), end) : end]
