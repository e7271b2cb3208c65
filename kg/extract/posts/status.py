"""The words before a post, cut in two: the organisation, and what says that the post was, is or will be held.

「某某集团原」 is the body 某某集团 and the status former; 时任, 已故, 新任, 候任, 现任 and 署理 are told apart the same way.
"""

from __future__ import annotations

import re
from functools import lru_cache

from kg.extract.clauses import SHORT_FORM
from kg.extract.organizations.beginnings import body_start
from kg.lexicon.body_forms import national_pattern
from kg.lexicon.places import places

_STATUS_END = re.compile(
    r"(?P<former>(?<![太固中平高草清开])原|前|前任|时任|已故|退休|卸任|历任|曾任)$|(?P<appointed>新任|新当选|候任|新晋|候任)$|(?P<present>现任|连任)$"
)
_STATUS_START = re.compile(
    r"^(?P<former>原(?!子|住|油|料|产)|前(?!沿|线|海|进|锋)|时任|已故|曾任|退休|历任)|^(?P<appointed>新任|候任|新当选|新(?=(?:国防|外交|财政|内政|司法|教育|卫生|农业|商务|文化|交通|能源)部?$))|^(?P<present>现任)"
)
_STATUS_INSIDE = re.compile(
    r"(?<=[\u4e00-\u9fff])(?:(?P<former>(?<![太固中平高草清开])原(?=(?:党委|党组|县委|市委|省委|区委|州委|党工委|纪委|机关|工委|总|党支部|党总支|团委|工会)|$)|(?<=国)原(?=[\u4e00-\u9fff]{2,8}部$)|时任|前任|前(?=驻[\u4e00-\u9fff]|政府$|联邦|国会|议会|众议|参议|外交|国防|财政|劳工|商务|央行))|(?P<appointed>新任)|(?P<present>现任))"
)
_PERIOD = re.compile(
    r"^(?:新一|本|上|下一|现|首)[届任](?=.)|^(?:中共)?(?:第?[一二三四五六七八九十百\d]+[届任]、?)+(?<!、)|^\d{4}年(?:度)?|^(?:19|20)\d\d"
)
_EXPLAINED = re.compile(f"（(?:{SHORT_FORM.pattern})）")


def split_explained(region: str) -> tuple[int, str, str, str]:
    """As `_split`, a short form in brackets inside the region left out."""
    short = _EXPLAINED.search(region)
    if short is None:
        return _split(region)
    offset, body, status, acting = _split(region[: short.start()] + region[short.end() :])
    return offset + (short.end() - short.start() if offset > short.start() else 0), body, status, acting


@lru_cache(maxsize=60_000)
def _split(region: str) -> tuple[int, str, str, str]:
    """(where the body begins in `region`, the body without status marks, the status, a modifier in front of the body)."""
    status = ""
    core_end = len(region)
    while True:
        if region[core_end - 1 : core_end] in _ORDINAL_LAST:
            ordinal = _ORDINAL.search(region, 0, core_end)
            core_end = ordinal.start() if ordinal else core_end
        mark = _STATUS_END.search(region[:core_end])
        if not mark:
            break
        status = status or str(mark.lastgroup)
        core_end = mark.start()
    core = region[:core_end]
    offset = _after_verb(core)
    offset += body_start(core[offset:])
    body = core[offset:]
    mark = _STATUS_START.search(body)
    if mark:
        status, body, offset = status or str(mark.lastgroup), body[mark.end() :], offset + mark.end()
    elif not status and offset and _WAS.search(region, 0, offset):
        status = "former"
    elif not status and offset and region[:offset].endswith(("新任", "当选", "候任")):
        status = "appointed"
    inside = _STATUS_INSIDE.search(body)
    if inside and body[inside.end() :].startswith(("公司", "本公司", "该公司")):  # 刘某新任|公司督察长
        offset, status, body = offset + inside.end(), status or str(inside.lastgroup), body[inside.end() :]
    elif inside:
        status, body = status or str(inside.lastgroup), body[: inside.start()] + body[inside.end() :]
    acting = _ACTING.search(body)
    if acting and acting.start() == 0:
        return offset + acting.end(), body[acting.end() :], status, acting.group()
    if acting:  # 香港|署理|某署署长
        return offset, body[: acting.start()] + body[acting.end() :], status, acting.group()
    period = _PERIOD.match(body)
    if period and period.end() < len(body) and not body.startswith("中共中央"):
        offset, body = offset + period.end(), body[period.end() :]
    elif period and period.end() == len(body):
        offset, body = len(region), ""
    return offset, _SUBJECT.sub("", body), status, ""


_WAS = re.compile("(?:原|时任|曾任|历任|已故|(?<![日此目之以提年月会赛战午天期面久])前)$")
_ORDINAL = re.compile("(?:首[任批位个名]|第[一二三四五六七八九十百\\d]+任)$")  # 某队第18任|队长
_ORDINAL_LAST = frozenset("任批位个名")
_ACTING = re.compile("署理|署任|代理(?!商|公司)")
_SUBJECT = re.compile(r"(?<=大学|学院)(?:[\u4e00-\u9fff]{1,6}(?:学|专业|学科))$")  # 北京大学经济学教授


def _after_verb(core: str) -> int:
    """Where a body begins behind 任 or 当选, of which the segmenter makes other words (任上|海市); 0 if none does."""
    for verb in reversed(list(_HOLDING.finditer(core))):
        at = verb.end()
        if (
            core[at : at + 1] in {"前", "原"}
            or places().longest_at(core, at)
            or national_pattern().match(core, at)
        ):
            return at  # 任|上海市, 曾任|前财政司
    return 0


_HOLDING = re.compile("任(?!命)|当选为?|获(?=[前原])")
