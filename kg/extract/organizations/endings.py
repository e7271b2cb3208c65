"""The words that organisations end in (kg/lexicon/body_endings.tsv), and the inner parts that a name may go on with."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.segment import tag
from kg.lexicon.tables import rows_of
from kg.lexicon.trie import pattern_of


@cache
def body_endings() -> dict[str, str]:
    """The words that organisations end in, with what each says of the name."""
    return dict(rows_of("body_endings.tsv"))


@cache
def ending_pattern() -> re.Pattern[str]:
    """Finds the words that organisations end in."""
    return re.compile(pattern_of(body_endings()))


@cache
def endings_of_sort(*sorts: str) -> frozenset[str]:
    """The endings that say one of `sorts` of the name (own, proper …)."""
    return frozenset(ending for ending, sort in body_endings().items() if sort in sorts)


_DEEPER = re.compile(
    r"(?:(?:集团|股份|控股|有限|（集团）|（中国）)*(?:公司|总公司))"
    r"|(?<=[部委署])[\u4e00-\u9fff]{2,6}(?<![公上])司(?![长机法令库仪])"  # 某部|财务司
    r"|[\u4e00-\u9fff]{0,8}?(?:分公司|分行|支行|分局|分院|分校|学院|研究院|研究所|研究中心|实验室|(?<![关联体维派母父谱星])系(?![列统])|附属[\u4e00-\u9fff]{0,6}(?:学校|中学|小学|幼儿园)|学部|学生会|研究生会|校友会|校董会|学校部|分会|党组(?!书记|成员|织)|党委(?!书记|委员|常委|副书记)|党支部(?!书记)|办公室(?!主任|副主任)|"
    r"办公厅(?!主任)|委员会(?!主任|委员|副主任|主席)|组织部(?!部长|分(?![管工别]))|宣传部(?!部长)|研究室(?!主任)|董事局|董事会|理事会(?!副?主任|理事)|监事会|总队|支队|大队|情报总局|总参谋部|[上下]议?院|联社|联合社|执法检查组|调研组|书记处(?!书记))"
)
_AND = frozenset("与和及")
_TWO_THINGS = ("学院", "系", "研究院", "研究所", "研究中心", "学部")  # 某大学|新闻与传播学院


@cache
def _acts() -> frozenset[str]:
    """Verbs of what bodies do, which no inner part has (某大学|考入某学院)."""
    stops = {word for word, sort in rows_of("body_words.tsv") if sort == "stop"}
    return frozenset(stops.union("举行 召开 通报 要求 会见 派出 成立 下发 印发 发布 主办".split()))


def inner_parts_end(text: str, stop: int, limit: int) -> int:
    """The end of the inner part that a body's name goes on with (北京大学|光华管理学院), if it does."""
    while True:
        further = _DEEPER.match(text, stop, limit)
        if further is None or not all(
            flag[0] in "nsjbzagil"
            or (word in _AND and _of_two_things(further.group(), word))
            or (flag in {"vn", "v", "eng"} and word not in _acts())
            for word, flag in tag(further.group())
        ):
            return stop
        stop = further.end()


def _of_two_things(part: str, joint: str) -> bool:
    """Whether a part is named after two things (新闻与传播学院), and not two parts (法律系和经济学院)."""
    first = part[: part.index(joint)]
    return bool(first) and part.endswith(_TWO_THINGS) and not first.endswith((*_TWO_THINGS, "部", "所"))


def is_free(start: int, end: int, busy: list[tuple[int, int]]) -> bool:
    """Whether [start, end) touches none of the ranges that are already read."""
    return all(end <= a or start >= b for a, b in busy)
