"""Posts that their holders lose or enter upon in the same sentence: 某某被免职, 免去某某职务; 某某宣誓就职."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.posts.phrases import Held, Phrase, Spot
from kg.extract.reading import Sentence
from kg.lexicon.posts import post_lexicon

_ENDED = re.compile(
    r"(?:[^。；，]{0,30}?(?:，[^。；]{0,16}?)?)(?:(?:被|遭|遭到|受到)[^。；，]{0,8}?(?:免职|革职|撤职|罢免|解职|免去|解除职务|撤换|开除公职)|引咎辞职|宣布辞职|请辞|辞职(?!信)|辞任|辞呈|突然辞职|调离(?!开)|被炒|离职|离任|卸任|的职务，即时生效)"
)
_LOSS = re.compile("免|革|撤|罢|解职|解除|辞|调离|被炒|离职|离任|卸任|开除")
# 称赞即将离任的|日本首相某某; but 辞职的消息
_OF_THE_NEXT = re.compile(
    "的(?!消息|决定|原因|事|新闻|请求|申请|总统令|命令|法令|传闻|声明|报道|意向|压力|要求|信)"
)
_OBJECT = re.compile("(?P<words>[^，。；、]{2,16}?)(?:一职|职务|之职|的职务|$|[，。；、])")
_OF_HIS = re.compile("所?(?:领导|率领)的|的(?:内阁|政府|幕僚|助手)|政府|内阁")
_THEIR_POSTS = re.compile("[^，。；]{0,30}?职")  # 解除了国防部长某某、总参谋长某某的职务
_STRIPPED = re.compile(r"(?:免去|革除|撤销|罢免|解除|撤去|开除)(?:了)?(?:[^，。；]{2,20}、)?$")


def ended(text: str, phrases: Sequence[Phrase], sentences: Sequence[Sentence], spots: Sequence[Spot]) -> None:
    """Mark as removed the posts of people of whom the same sentence says that they lose them."""
    if not _LOSS.search(text):
        return
    for phrase in phrases:
        sentence = next((s for s in sentences if s.start <= phrase.start < s.end), None)
        if sentence is None:
            continue
        stop = next((s.start for s in spots if phrase.end <= s.start < sentence.end), sentence.end)
        stripped = _STRIPPED.search(text, max(sentence.start, phrase.phrase_start - 24), phrase.phrase_start)
        if text[phrase.phrase_start - 1 : phrase.phrase_start] == "向":
            continue  # 某某向总统某某递交辞呈: to whom it is handed
        if _OF_HIS.match(text, phrase.end):
            continue  # 总统某某所领导的内阁全体请辞
        lost = _ENDED.match(text, phrase.end, stop)
        if lost and _OF_THE_NEXT.match(text, lost.end(), stop):
            continue
        if lost or (stripped and _THEIR_POSTS.match(text, phrase.end, sentence.end)):
            only = _post_left(text, lost.end(), sentence.end) if lost else ""
            for held in phrase.held:
                if held.status is None and (not only or held.item.post.endswith(only)):
                    held.status = "removed"


def _post_left(text: str, start: int, end: int) -> str:
    """The post that stands right behind the verb (创始人某某卸任|总经理): no other one is left; "" if none does."""
    rest = _OBJECT.match(text, start, end)
    found = [m.group() for m in post_lexicon().pattern.finditer(rest["words"])] if rest else []
    return found[-1] if found else ""


_ENTERS = re.compile(
    "[^。；，]{0,16}?(?:宣誓就[职任]|正式(?:就[职任]|上任|履新)|(?<![一刚])(?:就[职任]|上任|履新))(?=[，。；]|$)"
)


def begun(text: str, phrases: Sequence[Phrase], sentences: Sequence[Sentence], spots: Sequence[Spot]) -> None:
    """Mark as appointed the posts of people of whom the same clause says that they enter upon them (某国总统某某宣誓就职)."""
    if not any(word in text for word in ("就职", "就任", "上任", "履新")):
        return
    for phrase in phrases:
        sentence = next((s for s in sentences if s.start <= phrase.start < s.end), None)
        if sentence is None or not phrase.held or not phrase.held[0].rule.startswith("post-before-name"):
            continue
        stop = next((s.start for s in spots if phrase.end <= s.start < sentence.end), sentence.end)
        if _ENTERS.match(text, phrase.end, stop) and _is_open(phrase.held[-1]):
            phrase.held[-1].status = "appointed"


def _is_open(held: Held) -> bool:
    """Whether a post is told without any word on its holder's tenure (连任总统某某 held it before)."""
    return held.status is None and held.item.status != "present"
