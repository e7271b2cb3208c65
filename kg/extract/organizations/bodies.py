"""Organisations that stand in the text by themselves, with or without a post."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.organizations.national import national_body
from kg.extract.organizations.unlisted import body_by_ending
from kg.extract.reading import BodyMention
from kg.extract.scan import Scan
from kg.extract.scope import PlaceContext
from kg.extract.segment import is_word
from kg.lexicon.body_forms import AMBIGUOUS_ABROAD, national_forms
from kg.lexicon.places import places

MEDIA = re.compile(
    r"《([\u4e00-\u9fffA-Za-z·]{1,10}(?:日报|晚报|晨报|早报|时报|邮报|周报|导报|商报|卫报|镜报|青年报|周刊|论坛报|快报|电讯报|消息报|先驱报|新闻报|经济报))》"
)


def bodies_in(
    scan: Scan, start: int, end: int, context: PlaceContext, taken: list[tuple[int, int]]
) -> Iterator[BodyMention]:
    """Yield the organisations of the text[start:end] that was scanned; `taken` are places already read as bodies of posts."""
    text, busy = scan.text, list(taken)
    last: BodyMention | None = None
    for found in scan.national.between(start, end):
        mention = national_body(text, start, end, found, busy, context.region)
        if mention and _is_of_nobody_here(mention, text, context):
            continue
        if mention and mention.name not in WHOLE_STATES:
            mention = _of_a_state(text, start, mention)
            mention = _of_another_party(text, _with_nation_named(text, mention, context), last)
            last = mention
            busy.append((mention.start, mention.end))
            yield mention
            if mention.name.endswith("党组"):
                yield from _groups_listed(text, start, mention)
    for found in scan.endings.between(start, end):
        mention = body_by_ending(text, start, found, busy, context)
        if mention:
            busy.append((mention.start, mention.end))
            yield mention
    for found in scan.media.between(start, end):
        yield BodyMention(found.start(1), found.end(1), found.group(1))


def _is_of_nobody_here(body: BodyMention, text: str, context: PlaceContext) -> bool:
    """海军 in an article on the forces of other countries, 党中央 in one on another ruling party."""
    printed = text[body.start : body.end]
    if printed in _FORCES:
        return body.name.endswith(printed) and bool(context.countries()) and not _OURS.search(text)
    return printed == "党中央" and bool(_OTHER_PARTIES.search(text)) and not _OUR_PARTY.search(text)


_FORCES = frozenset(("海军", "空军", "火箭军"))
_OURS = re.compile("解放军|我军|我国|中国(?:人民|海军|空军|军)|我海军|我空军|中央军委|国防部")
_OTHER_PARTIES = re.compile("朝鲜劳动党|越南共产党|越共|老挝人民革命党")
_OUR_PARTY = re.compile("中共|中国共产党|全党|我党|(?<!劳动党)总书记")


def _groups_listed(text: str, start: int, last: BodyMention) -> Iterator[BodyMention]:
    """全国人大常委会、国务院、最高人民法院党组: the unit of the last party group, and a group for each body of the list."""
    unit = last.name.removesuffix("党组").removesuffix("分")  # 某某台|分党组
    if not unit:  # 中共党组织: of nobody in particular
        return
    yield BodyMention(last.start, last.end - 2, unit)
    at = last.start
    while at > start and text[at - 1] == "、":
        end = at - 1
        at = max((m.end() for m in _BEFORE_LISTED.finditer(text, max(start, end - 16), end)), default=start)
        full = national_forms().get(text[at:end])
        if full is None:
            return
        yield BodyMention(at, end, full.removesuffix("党组") + "党组")


_BEFORE_LISTED = re.compile("[、，。；：和]|听取(?:了)?")


def _with_nation_named(text: str, body: BodyMention, context: PlaceContext) -> BodyMention:
    """乌|国防部 is 乌克兰国防部 where one country of the article goes by that character."""
    before = text[max(0, body.start - 2) : body.start]
    printed = text[body.start : body.end]
    if before[-1:] not in _SHORT_BY_CONTEXT or not any(map(printed.startswith, AMBIGUOUS_ABROAD)):
        return body
    if len(before) > 1 and (is_word(before) or before[0] in "中美日韩俄英法德印朝"):
        return body  # 韩日|国防部: two countries'
    known = places()
    named = [c for c in context.countries() if any(p.abbreviation == before[-1] for p in known.lookup(c))]
    return BodyMention(body.start - 1, body.end, named[0] + body.name) if len(named) == 1 else body


WHOLE_STATES = frozenset({"中华人民共和国", "香港特别行政区", "澳门特别行政区"})
_SHORT_BY_CONTEXT = frozenset("乌以伊叙巴土越印澳加墨意波朝日")  # each means several countries, or a word


def _of_another_party(text: str, body: BodyMention, before: BodyMention | None) -> BodyMention:
    """中国民主促进会第十五届|中央委员会 is that party's."""
    if text[body.start : body.end] != "中央委员会" or before is None or before.name == "中国共产党":
        return body
    party = national_forms().get(before.name + "中央委员会")
    return (
        BodyMention(body.start, body.end, party)
        if party and _TERM.fullmatch(text, before.end, body.start)
        else body
    )


_TERM = re.compile("第[一二三四五六七八九十]{1,3}届")


def _of_a_state(text: str, floor: int, body: BodyMention) -> BodyMention:
    """西班牙|国家统计局 is that country's, not ours."""
    printed = text[body.start : body.end]
    if not printed.startswith(_OF_ANY_STATE):
        return body
    known = places()
    for size in (6, 5, 4, 3, 2):
        if body.start - size >= floor and known.abroad(text[body.start - size : body.start]):
            return BodyMention(body.start - size, body.end, text[body.start - size : body.end])
    return body


_OF_ANY_STATE = ("国家", "中央", "最高", "海关")
