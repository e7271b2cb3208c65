"""The words for assemblies: their nouns, the type that each stands for, and whether a verb says that one was held."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.events.outline import PRIVATE, Outline
from kg.lexicon.triggers import triggers
from kg.lexicon.wordlist import any_of

# the noun ends the phrase: 会议 in 会议室 or 大会堂 is none
_NO_NOUN = r"(?!厅|室|堂|址|场馆|中心|新闻中心|精神|者|记录|纪要|期间|代表|员|组|团|会|馆|报告|制度|机制|听取的|情况|谈|面|晤|见)"
_MORE = r"(?:第[^，。；]{1,12}?会议|开幕式|闭幕式|开幕会|闭幕会|仪式|典礼|活动)?"


@cache
def nouns(path: str) -> re.Pattern[str]:
    """Finds the nouns of assemblies; `path` is the user's file of triggers, or ""."""
    words = any_of(triggers(path).gatherings)
    return re.compile(
        rf"(?P<noun>{words})(?<![发开进扩拓施伸]展)(?!(?<=展)[现示开望出区品商览])(?:(?<=会)议)?{_NO_NOUN}{_MORE}"
    )


def kind_of(noun: str, path: str) -> str:
    """The type of event that an assembly's noun stands for."""
    return triggers(path).gatherings.get(noun, "meeting")


_BY_WHOM = re.compile("^由?.*?(?:主办|承办|协办)的")


# before a verb: it did not happen, is only wished for, or belongs to somebody else (同出席论坛的代表)
_NOT_DONE = tuple(
    "没有 未 不 拒绝 取消 没 无法 不能 缺席 曾 邀请 希望 有意 打算 期待 支持 预祝 祝贺 同意 将共同 同 与 向 对 会见 接见"
    " 所有 全体 刚刚 结束".split()
)


def denied(words: str, start: int) -> bool:
    """Whether the words before a verb at `start` say that it did not happen, or that others did it."""
    if words.endswith(BESIDE, 0, start) and not words.endswith("将共同", 0, start):
        return False  # 同A共同主持
    return words.endswith(_NOT_DONE, 0, start)


BESIDE = ("共同", "一同", "会同")


def name_of(what: str, outline: Outline) -> str:
    """An assembly's name in plain words, its last 24 signs."""
    if "■" in what and (at := outline.words.find(what)) >= 0:
        what = outline.unquoted[at : at + len(what)]  # the words that were in quotes
    name = _BY_WHOM.sub("", PRIVATE.sub("", what)).strip("、，的了在“”")[-24:]
    return name if name.count("“") == name.count("”") else name.replace("“", "").replace("”", "")
