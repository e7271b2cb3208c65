"""Where the clause begins in which a body's name may stand: behind the last mark that no such name holds."""

from __future__ import annotations

import re

from kg.lexicon.places import places

_STOPS = re.compile(
    r"[，。；：！？、（）()“”‘’〈〉「」『』【】\n\s,;:!?—…|>》《.]"  # all marks first: Python skips to these
    r"(?:(?<![》《.])|(?<=(?:19|20)\d\d\.)\d{1,2}(?=[\u4e00-\u9fff])|(?<=》)(?!杂志社|报社|编辑部|社)|(?<=《)(?![^》]{1,12}》(?:杂志社|报社|编辑部|社)))"
)


_BETWEEN_TERMS = re.compile(
    "第[一二三四五六七八九十]+届(?:、第?[一二三四五六七八九十]+届)*、$"
)  # 第八届、|九届全国委员会
_TERM = re.compile("第?[一二三四五六七八九十]+届")


def clause_start(text: str, floor: int, end: int, explained: bool = False) -> int:
    """The end of the last mark before `end` that no body's name holds; brackets and quotes inside a name are passed.

    With `explained` also a short form in brackets is passed: 某某协会（下称“某协”）党委.
    """
    stops = [m.end() for m in _STOPS.finditer(text, floor, end)]
    while stops and text[stops[-1] - 1] == "、" and _BETWEEN_TERMS.search(text, floor, stops[-1]):
        if not _TERM.match(text, stops[-1]):
            break
        stops.pop()
    stops.extend(m.end() for m in NAMED_AS.finditer(text, stops[-1] if stops else floor, end))
    while stops and (opening := _passed(text, floor, stops[-1], end, explained)):
        stops = [stop for stop in stops if stop <= opening]
    return stops[-1] if stops else floor


def _passed(text: str, floor: int, close: int, end: int, explained: bool) -> int:
    """Where the bracket or quotation begins that ends at `close` and is part of a name; 0 if it is none."""
    pair = _PAIRS.get(text[close - 1])
    opening = text.rfind(pair, floor, close) if pair else -1
    if (
        opening <= floor
        or not "\u4e00" <= text[opening - 1] <= "\u9fff"
        or (close == end and text[opening - 2 : opening] != "刚果")
    ):
        return 0
    inner = text[opening + 1 : close - 1]
    if inner in {"金", "布"} and text.endswith("刚果", floor, opening):
        return opening
    if pair == "“":
        known = places()
        named = any(known.lookup(text[opening - size : opening]) for size in (2, 3, 4, 5, 6))
        central = text[max(floor, opening - 2) : opening] in {"中央", "全国"} and _CAMPAIGN.match(text, close)
        return opening if central or (named and len(inner) <= 8 and _HANZI.match(text, close)) else 0
    if places().lookup(inner) and _HANZI.match(text, close):
        return opening  # 中国（海南）某某研究院
    if _COMPANY.match(text, close, end):
        return opening if len(inner) <= 8 else 0
    return opening if explained and SHORT_FORM.fullmatch(inner) and _HANZI.match(text, close) else 0


NAMED_AS = re.compile(
    r"[任聘委增选推补提辞不获]"  # their first characters first: Python skips to these
    r"(?:(?:(?<=任)命|(?<=聘)[任请]|(?<=委)[任派]|(?<=增)[聘选]|(?<=选)[举聘]|(?<=推)[选举]|(?<=补)选|(?<=提)名)了?"
    r"(?P<name>[\u4e00-\u9fff·]{2,12}?)(?:先生|女士|同志)?(?:为|担任|兼任|出任)(?!了|人民)(?:新任)?"
    r"|(?<=辞)[任去]|(?<=不)再[担兼]任|(?<=获)委任为?)"
)
"""聘任|庄华文|为: whoever is named to a post stands between the verb and 为; no body's name holds 辞任."""
_PAIRS = {"）": "（", "”": "“"}
_CAMPAIGN = re.compile(
    "(?:主题教育|学习教育|教育实践|专项)[\u4e00-\u9fff]{0,6}(?:小组|办公室)"
)  # 中央“某”主题教育领导小组
_HANZI = re.compile("[\u4e00-\u9fff]{2}")
_COMPANY = re.compile("(?:集团|股份|控股|投资|实业|科技|置业|总)*(?:有限|责任|股份|公司)")
SHORT_FORM = re.compile("(?:以下|下文|下)?(?:简称|称)[^（）]{2,16}|[A-Za-z0-9·& -]{2,14}")
