"""The names behind a post: its holders, if what stands between allows it."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract.organizations.beginnings import BODY_END
from kg.extract.persons.name_lists import names_from
from kg.extract.persons.names import NameGuess
from kg.extract.persons.names_before import LATIN
from kg.extract.persons.party_members import PARTY
from kg.extract.persons.refusals import is_country
from kg.extract.posts.state_posts import STATE, nation_of
from kg.extract.posts.titles import AIDES, ATHLETES, PostItem
from kg.extract.scope import PlaceContext
from kg.extract.segment import is_word
from kg.lexicon.body_forms import AMBIGUOUS_ABROAD, national_pattern
from kg.lexicon.names import name_tables
from kg.lexicon.place_prefix import Scope, place_prefix
from kg.lexicon.posts import post_lexicon

JUDGE = 6.0  # bits of a name behind a judge of no court, where it may be a word
FOREIGNER = 6.0  # bits of a transliterated name behind a firm's post, whatever the country
_BARRISTERS = frozenset(("大律师", "资深大律师"))
_ONE_MORE = re.compile("[、及和与](?:资深)?大律师")  # 资深大律师某某|及大律师某某: two people
_AIDES_FIRST = (*sorted(AIDES), "候选人")
_AIDE_OF_A_FIELD = re.compile(
    "(?:高级|首席)?[\u4e00-\u9fff]{2,4}(?:顾问|助理|秘书)(?=[\u4e00-\u9fff]{2})"
)  # 总统|贸易顾问
_HELD = re.compile("(?:曾任|曾担任|担任|现任|时任|出任)[^，。；：的\n]{0,24}$")
_SKIP = re.compile(
    r"(?:（[^）]{0,20}）|[：:“”‘’\"《》 \u3000]{1,2}|——|，中国共产党的?优秀党员|、[\u4e00-\u9fff]{2,5}党人|、"
    + PARTY
    + ")"
)
_SAID = re.compile("[：:]")
_ENDS_ENTRY = re.compile(
    r"[\s、，；。（(]|$"
)  # what stands behind a name in a list of holders (组长：周明远、…)


def all_named(text: str, context: PlaceContext, item: PostItem, end: int, counted: str) -> bool:
    """Whether as many names stand behind the post as were counted (三名某某法官A、B及C)."""
    names = names_from(text, item.end, end, is_foreign(context, item), more=True)
    return len(names) > 1 and "一两三四五六七八九".find(counted[:-1]) + 1 == len(names)


def holders_behind(
    text: str, context: PlaceContext, item: PostItem, end: int, abroad: bool = False
) -> list[NameGuess]:
    """The holders behind a post; `abroad`: a post before it in the list is another country's."""
    at = item.end
    if text.startswith(_AIDES_FIRST, at) or _AIDE_OF_A_FIELD.match(text, at):
        return []  # 总统|顾问 names nobody
    if text.startswith("的", at) and _HELD.search(text, max(0, item.start - 40), item.start):
        at += 1  # 曾任法国外长|的|某某
    skip = _SKIP.match(text, at, end)
    if skip and item.body:
        at = skip.end()
    said = _SAID.search(text, item.end, at)
    foreign = is_foreign(context, item) or abroad
    kind = post_lexicon().kind_of(item.post)
    more = kind in {"member", "job"} or item.post.startswith("副") or item.post in {"候补委员", "常务主席"}
    more = more or (item.status == "former" and not foreign)  # 原站长甲、乙: one after another
    found = names_from(text, at, end, foreign, more)
    if not found and item.body and (foreign or _is_sure(item.body)):
        found = names_from(text, at, end, foreign, more, 1.5)
        found = [] if found and is_word(text[found[0].start : found[0].end]) else found  # 外交部发言人|宣布
    if (
        not found
        and item.body
        and kind == "chief"
        and text[at : at + 1] not in {"是", "为"}
        and post_lexicon().heads[item.head].system == "company"
    ):
        found = names_from(text, at, end, True, more, FOREIGNER)  # 苹果CEO|库克
    if found and not item.body and item.head == "法官" and _is_rather_a_word(text, found[0]):
        return []  # 法官|宣布押后
    if found and said and not _ENDS_ENTRY.match(text, found[-1].end):
        return []  # 某国总统：欧洲未守信用 is a headline with what was said
    if found and item.body and found[0].score > 5.0 and _is_sure(item.body):
        found[0] = replace(found[0], score=found[0].score + 2.5)  # 韩国外交部次官|崔某某: no weak proof
    if found and foreign and found[0].foreign and found[0].score > 6.5:
        found[0] = replace(found[0], score=found[0].score + 1.5)  # 法国外长|法比昂斯: no common word
    if found and kind == "job" and not (abroad and found[0].score >= 6.5):
        return found if _is_at_work(text, item, found) else []
    return found


def _is_at_work(text: str, item: PostItem, found: list[NameGuess]) -> bool:
    """Whether the names behind an occupation are believed: many a word that is none stands there."""
    first = found[0]
    if text[first.start].isascii():
        return True  # a name in Latin letters
    in_body = bool(BODY_END.search(item.body))
    if in_body and not first.foreign and first.score >= 4.5 and item.head != "记者":
        return True  # 某纪念馆研究馆员|某某
    if in_body and first.foreign and first.score >= 9.0:
        return True  # 某大学某研究院名誉教授|某某
    if first.foreign and first.score >= (4.5 if item.head in ATHLETES else 8.5) and is_country(item.body):
        return True  # 瑞典选手|莫雷高特, 荷兰科学家|费林夫
    of_a_paper = text[item.body_end : item.body_end + 1] == "》"
    if not ((item.head == "记者" and not of_a_paper) or first.score < 6.5 or first.foreign):
        return True
    dotted = any(c in text[first.start : first.end] for c in "·•・") or bool(LATIN.match(text, first.end))
    return dotted or (item.post in _BARRISTERS and bool(_ONE_MORE.match(text, found[-1].end)))


def _is_rather_a_word(text: str, guess: NameGuess) -> bool:
    """Whether a weak name begins with a word, or with what is hardly a surname (宣布押, 信纳)."""
    hardly = name_tables().surnames.get(text[guess.start], -9.0) < 0
    return guess.score < JUDGE and (hardly or is_word(text[guess.start : guess.start + 2]))


def _is_sure(body: str) -> bool:
    """Whether `body` is one beyond doubt, so that a name must follow its post."""
    known = national_pattern().match(body)
    return body == "国家" or bool(known) or place_prefix(body, Scope()) is not None


def is_foreign(context: PlaceContext, item: PostItem) -> bool:
    """Whether the post at `item` is another country's, so that its holder is likely to have a foreign name."""
    if not item.body:
        return item.head in STATE and bool(context.country_before(item.start, max(0, item.start - 40)))
    if len(item.body) == 1 or item.body[1:] in AMBIGUOUS_ABROAD:
        return bool(nation_of(item.body[0], context.countries()))
    prefix = place_prefix(item.body, Scope())
    return bool(prefix and prefix.scope.country and prefix.scope.country != "中国")
