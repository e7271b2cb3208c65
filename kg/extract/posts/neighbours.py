"""What stands before a post and is no part of its body: a neighbour's name, a verb, a day, a count."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract.persons.characters import chinese_weight
from kg.extract.persons.people import People
from kg.extract.posts.holders_in_front import SURE
from kg.extract.posts.titles import PostItem
from kg.lexicon.body_forms import national_forms
from kg.lexicon.places import places

_ONE_OF_THEM = re.compile(
    "(?:[\u4e00-\u9fff]{0,4}(?:当中|其中|另外))?(?:[一两二三]人|[一两二三][名位])(?:为|是)(?=.)"
)  # 当中一人为|某会|副主席
_SUBJECT = re.compile("(?!.*(?:[院校]|大学|[中小]学))[\u4e00-\u9fff]{1,7}科")
# 周明远任|某军区|司令员; 2004.05-2005.03|某公司|经理; 任城区 is a place
_BEGUN = re.compile(
    r"(?:(?P<name>[\u4e00-\u9fff]{2,4}?)|[他她])?[并还又]?任(?![城丘县])(?=第?\d|[\u4e00-\u9fff]{3})|(?P<day>(?:19|20)\d\d[.．]\d{1,2}(?:[-—－–~～至]+(?:(?:19|20)\d\d[.．]\d{1,2})?)?\s*兼?)(?=[\u4e00-\u9fff]{3})"
    r"|兼任?(?![并职容顾])(?=[\u4e00-\u9fff]{3})|今(?=[\u4e00-\u9fff]{2,10}(?:大学|学院))"
)
_WORD_BEFORE = re.compile("据|从(?=[省市县区])|而|指(?![挥导南])|对(?=[省市县区州旗乡镇村原])")
_COUNTS = ("一张", "一名", "一位", "一封")
_ALL_COUNTED = re.compile(r"(?:\d+|[两二三四五六七八九十百几多数]+)(?:多|余)?[名位]")
_VERBS = frozenset("任 卸任 辞任 兼任 出任 接任 担任 升任 离任 就任 并任 调任 继任 转任 署任".split())
_OF_TROOPS = re.compile("(?:[军师旅团营连]|支队|大队|纵队|部队)党$")
_CHOSEN_AS = re.compile("[\u4e00-\u9fff]{0,8}?(?:被|入|增|补|改|推)选(?:举)?为(?=[\u4e00-\u9fff]{3})")
_ENGAGED_AS = ("聘为", "聘任为", "增选为", "选为", "推选为", "推举为")
_NEIGHBOUR = re.compile("(?P<name>[\u4e00-\u9fff]{2,4})[和与及](?=.)")


def clipped(item: PostItem, left: int, text: str) -> PostItem:
    """The item without the name before it, and without the word that joins the two (周明远|及|日本外相)."""
    if text[left] in "及和与" and left < item.body_end:
        left += 1
    return PostItem(
        left,
        left,
        item.body_end,
        item.post_start,
        item.end,
        text[left : item.body_end],
        item.post,
        item.head,
        item.status,
    )


def without_a_neighbour(text: str, item: PostItem, people: People) -> PostItem:
    """周明远和|工会|主席: one who is named already, and 和, are no part of the next one's body."""
    if item.head in {"医生", "教师", "老师"} and _SUBJECT.fullmatch(item.body):  # 肾科医生, 通识科教师
        start = item.body_start
        return replace(item, body_end=start, post_start=start, body="", post=item.body + item.post)
    if item.body.startswith(_COUNTS) and len(item.body) > 4:  # 一张|某公司创始人
        start = item.body_start + 2
        return replace(item, start=start, body_start=start, body=item.body[2:])
    if item.body[:1] in {"-", "－", "·", "•"} and len(item.body) > 2:  # - 某会会长某某: a line of a list
        start = item.body_start + 1
        return replace(item, start=start, body_start=start, body=item.body[1:])
    if item.body.startswith(("继前", "继原")):  # 继|前政务司|司长
        start = item.body_start + 2
        return replace(item, start=start, body_start=start, body=item.body[2:], status="former")
    if item.body[:1] in {"向", "由"} and item.body[1:] in national_forms():  # 矛头指|向|某会主席
        start = item.body_start + 1
        return replace(item, start=start, body_start=start, body=item.body[1:])
    if len(item.body) > 3 and _WORD_BEFORE.match(item.body):  # 据|省交通运输厅|厅长, 对|县纪委|书记
        start = item.body_start + 1
        return replace(item, start=start, body_start=start, body=item.body[1:])
    if item.body in _VERBS:  # 某某|卸任|总经理
        at = item.post_start
        return replace(item, start=at, body_start=at, body_end=at, body="")
    if item.post == "代表" and _OF_TROOPS.search(item.body):  # 第三十一团|党代表
        at = item.post_start - 1
        item = replace(item, body_end=at, post_start=at, body=item.body[:-1], post="党代表")
    chosen = _CHOSEN_AS.match(item.body)
    if item.body.startswith("以及") or chosen:  # 周明远被选为|某省委|候补委员
        cut = chosen.end() if chosen else 2
        start = item.body_start + cut
        return replace(item, start=start, body_start=start, body=item.body[cut:])
    if item.body.endswith(_ENGAGED_AS) or _ALL_COUNTED.fullmatch(item.body):  # 被某大学聘为|教授, 三名|副市长
        at = item.post_start
        return replace(item, start=at, body_start=at, body_end=at, body="")
    begun = _BEGUN.match(item.body)
    name = begun["name"] if begun else None
    if begun and (not name or name in people.seen or chinese_weight(name) > SURE):
        start = item.body_start + begun.end()
        return replace(item, start=start, body_start=start, body=item.body[begun.end() :])
    one = _ONE_OF_THEM.match(item.body)
    if one and item.body_start + one.end() <= item.body_end:
        start = item.body_start + one.end()
        return replace(item, start=start, body_start=start, body=item.body[one.end() :])
    named = _named_in_front(text, item, people)
    if named:
        start = item.body_start + named
        return replace(item, start=start, body_start=start, body=item.body[named:])
    joint = _NEIGHBOUR.match(item.body)
    if joint is None or joint["name"] not in people.seen or item.body_start + joint.end() > item.body_end:
        return item
    start = item.body_start + joint.end()
    return replace(item, start=start, body_start=start, body=item.body[joint.end() :])


_GIVES_OR_TAKES = re.compile("(?:免去|撤销|撤去|罢免|解除|免除|任命|委任|聘任|增补|补选)了?$")


def _named_in_front(text: str, item: PostItem, people: People) -> int:
    """The length of a name before the place with which a body begins (免去|周明远|太原市某局|副局长); 0 if none."""
    body, start = item.body, item.body_start
    decided = _GIVES_OR_TAKES.search(text, max(0, start - 3), start)
    for size in (3, 2, 4):
        if len(body) <= size + 3:
            continue
        known = body[:size] in people.seen or (decided and chinese_weight(body[:size]) > SURE)
        if known and places().longest_at(body, size):
            return size
    return 0
