"""Furniture inside a paragraph: 新华社太原1月18日电 at its head, （记者 某某） at its end."""

from __future__ import annotations

import re
from typing import NamedTuple

_KNOWN = (
    r"(?:本报|本网|本刊|本台|本社|新华社|中新社|新华网|人民网|中新网|央视网|央广网|光明网|中国网|环球网"
    r"|中国新闻社|中国新闻网|中国网络电视台|央视新闻|国际在线)"
)
_ANY = r"(?:[\u4e00-\u9fffA-Z]{2,10}?(?:社|网|报|日报|晚报|时报|电视台|之家|客户端|财经|新闻|在线))"
_PLACE = r"(?:\s*(?P<place>[\u4e00-\u9fff·]{2,12}?))?"
_DAY = r"\s*(?:(?:\d{4}年)?\d{1,2}月)?\d{1,2}日"
_SIGNED = r"(?:\s*[（(][^（）()\n]{1,60}[）)])"
_LEADS = (
    re.compile(
        rf"^(?:据\s*)?(?:{_KNOWN}|{_ANY})(?:客户端)?{_PLACE}{_DAY}(?:综合)?(?:专?电|讯|消息|报道)(?![称说指，,。、了的]){_SIGNED}?"
        r"(?:\s*(?:本?[报网刊台])?记者[^：:，。]{2,14}报道)?\s*(?:[：:]\s*|—{1,2})?\s*"
    ),
    re.compile(r"^【[^】\n]{0,40}(?:报道|记者|讯|编译|综合|消息|编辑|撰文)[^】\n]{0,60}】\s*"),
    re.compile(
        rf"^(?:{_KNOWN}|{_ANY})(?:特约|见习|实习)?记者[\u4e00-\u9fff、 ]{{2,14}}?(?:综合)?报道[，：:]\s*"
    ),
    re.compile(rf"^{_KNOWN}(?:新闻联播)?{_SIGNED}?(?:讯|消息|电)?{_SIGNED}?\s*[：:]\s*"),
    re.compile(rf"^(?:{_ANY}|本报|本网|本台|本刊)(?:讯|消息|电){_SIGNED}?\s*[：:]\s*"),
    re.compile(rf"^(?:本报|本网|本台|本刊){_PLACE}(?:讯|电)(?:{_SIGNED}|\s)\s*"),
)
_LEAD_GATE = re.compile(r"[电讯：:]|消息|报道|^【")
LEAD_REACH = 60  # characters of a paragraph within which a dateline shows itself

_BRACKET = re.compile(r"\s*[（(【\[［]\s*([^（）()【】\[\]［］\n]{1,100})\s*[）)】\]］]\s*$")
EDITING = re.compile(r"(?:编辑|责编|编审|审核|监制|校对|主编|责校|美编|校审)")
_SIGNING = re.compile(
    r"记者|通讯员|作者|编译|实习生|翻译|摄影|撰稿|采访|^(?:文|图|图文|文图)[/／：:]|供稿|执笔|^[\u4e00-\u9fff]{2,6}[网社报台]\s+[\u4e00-\u9fff·]{2,4}$"
)
_ORIGIN = re.compile(
    r"^(?:摘自|转自|选自|新华社.{2,14}电$|[\u4e00-\u9fff]{2,8}[报社网台]$)|^《[^》]{2,12}》.{6,24}版$|^作者(?:单位|系|为)"
    r"|^[\u4e00-\u9fff]{2,4}，[^，。]{4,24}(?:员|授|长|者|家|师|士)$"
    r"|^(?:新华社|中新社|人民网|新华网|.{2,8}[社网报台]).{0,3}(?:专特稿|微特稿|特稿|专电|电|供稿)$"
    r"|^(?:来源|原题|原标题|本文来自|本文系|原载|据)[^。]{0,80}$|^完$"
)
_NAMES = re.compile(
    r"^[\u4e00-\u9fff]{2,4}(?:[\s、，]+[\u4e00-\u9fff]{2,4}){0,9}$|^[\u4e00-\u9fff]\s[\u4e00-\u9fff](?:\s+[\u4e00-\u9fff]\s?[\u4e00-\u9fff]+)*$"
)
_CLOSED = "。！？”…」』；）)】"
SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓韩冯曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛闫阎段雷龙黎史陶贺毛郝顾龚邵万"
    "覃武钱戴严莫孔向常汤康易乔赖文施洪樊兰殷颜倪季柴翟申耿牛关温葛安齐庄柯裴芦穆左鲁迟焦岳宁柏辛成华管骆梅祝符惠佟师解骈闵霍游冉桑晏苗路尚鲍欧甘靳冀娄项祁应池丛单卞米房"
)


class Lead(NamedTuple):
    """How far a dateline reaches into its paragraph, and the place that it names ("" where none)."""

    end: int
    place: str


def find_lead(paragraph: str) -> Lead | None:
    """The dateline or station call at the start of a paragraph, if there is one."""
    if not _LEAD_GATE.search(paragraph, 0, LEAD_REACH):
        return None
    head = paragraph[: LEAD_REACH * 2]
    for pattern in _LEADS:
        if found := pattern.match(head):
            return Lead(found.end(), found.groupdict().get("place") or "")
    return None


def find_tail(paragraph: str) -> int | None:
    """Where the signatures in brackets at the end of a paragraph begin, if there are any."""
    end = len(paragraph)
    while (
        end
        and paragraph[end - 1] in "）)】] "
        and (found := _BRACKET.search(paragraph, max(0, end - 110), end))
    ):
        if not _signs(found[1], paragraph[: found.start()][-1:]):
            break
        end = found.start()
    return end if end < len(paragraph) else None


def _signs(words: str, before: str) -> bool:
    """Whether a closing bracket signs the article; a bare name does, behind a finished sentence."""
    if before and before not in _CLOSED:
        return bool(EDITING.search(words) and "：" in words)
    if EDITING.search(words) or _SIGNING.search(words):
        return len(words) <= 60 or "：" in words
    if _NAMES.match(words):
        return words[0] in SURNAMES
    return bool(_ORIGIN.match(words))
