"""The government of Hong Kong where its papers only say 政府."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.reading import BodyMention
from kg.extract.scope import PlaceContext

_NAME = "香港特别行政区政府"
_ACTS = re.compile(
    r"(?:(?<=[，。；：、“\s])|(?<![^\n])|(?<=[由向促吁令指])|(?<=批评)|(?<=要求))政府"
    r"(?=(?:昨日?|今日?|今早|日前|早前|其后|周[一二三四五六日]|随即|一直|仍|已|将|会|须|应|必须|再)*"
    r"(?:公布|宣布|发言人|委任|表示|建议|推出|批准|拒绝|回应|提出|修订|承认|推行|决定|发表|强调|否认|计划|撤回|押后|延长|落实|推动|成立|委派|立法|引用|呼吁|预告|指出|指))"
)
# What other places have too, and here only means that of Hong Kong where nothing stands before it.
_OFFICES = re.compile(
    r"(?:(?<=[，。；：、“\s到由向促令指对与和及])|(?<![^\n])|(?<=早前|日前))教育局(?!局?长)"
)
_OTHERS = re.compile("英国政府|美国政府|中华民国|台湾(?:政府|当局|总统)|首相|内地政府|中央政府决定")


def home_government(text: str, context: PlaceContext, bodies: Sequence[BodyMention]) -> list[BodyMention]:
    """Mentions of the government, and of its offices, by that word alone, in the news of Hong Kong that speak of no other's."""
    if context.region != "hk":
        return []
    taken = {body.start for body in bodies}
    told = (office for office in _OFFICES.finditer(text) if office.start() not in taken)
    offices = [BodyMention(m.start(), m.end(), f"{_NAME}{m.group()}") for m in told]
    if "政府" not in text:
        return offices
    named = any(body.name == _NAME for body in bodies)
    if not named and (_OTHERS.search(text) or context.countries()):
        return offices
    return offices + [BodyMention(m.start(), m.end(), _NAME) for m in _ACTS.finditer(text)]
