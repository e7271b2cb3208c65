"""Holders that a verb tells: 现任, 曾任, 当选, 免去. It also says whether the post is held, was held, is given or taken."""

from __future__ import annotations

import re

from kg.extract.posts.holders import day_of_change, held_phrase
from kg.extract.posts.phrases import Phrase
from kg.extract.posts.verb_holders import ONCE_UPON, Claim, Holder, holder_of
from kg.extract.posts.years_in_office import last_period

_NOW = "生前担任|生前任|生前是|生前为|生前系|现任|现为|现系|现担任|目前担任|目前任|兼任|兼|身为|作为|是|系|为|担任|任"
ONCE = (
    "两度担任|三度担任|两度出任|三度出任|曾任|历任|曾担任|先后任|先后担任|相继任|相继担任"
    "|后任|原任|曾是|曾为|曾兼任|历任过|担任过|任过|退休前任|退休前是|退休前为|退休前系|任职|曾出任"
)
_GIVEN = (
    "当选连任|连选连任|成功连任|获得连任|连任|被聘为|聘为|聘任为|受聘为|受聘任|当选为|当选|出任|就任|接任|获任|升任|转任|调任|改任|继任|再次当选|被任命为|获任命为|获委任为|获聘为|被选为|被选举为|被推举为|被推选为|获选为|新任|履新|"
    "被委任为|委任为|任命为|获聘任为|被聘任为|增选为|补选为|被提拔为|提拔为|擢升为|晋升为|提升为|升为|"
    "署任|将任|拟任|拟提任|受命担任|开始担任|正式担任|将担任|将出任|将接任|坐正"
)
_TAKEN = "被调离|调离(?!开)|请辞|撤销|解除|免除|不再担任|不再兼任|辞去|辞任|卸任|卸去|被免去|被罢免|被撤销|被撤去|免去|离任|离开"
OFFICE_VERB = re.compile(
    rf"(?:(?P<taken>{_TAKEN})|(?P<given>{_GIVEN})|(?P<once>{ONCE})|(?P<now>{_NOW}))"
    r"(?:了|过|着|为|其|他的|她的|(?:本|该)?公司的?)?(?:新的|新一[任届](?:的)?|新任|新|下一?[任届]|首[任位届个])?[“《]?(?:中共|中国共产党|党的)?(?:第?[一二三四五六七八九十百\d]+[届任]、?)*$"
)
_LONG_AGO = 4  # years
_WE = re.compile("[我咱]们?(?:还|也|曾|先后|便|就|一直|后来|又)*$")
_NOT_SO = re.compile(
    "(?:获荐|获推荐|获提名|被提名|无意|有意|拒绝|不会|(?<!得)不|没有|未能|并未|尚未|要求|呼吁|敦促|促请|希望|盼|建议|若|如果|如|一旦|假如|可能|或|或将|有望|竞选|争取|推荐|考虑|"
    "能否|是否|想|打算|资格|应|应该|准备|反对|支持|劝|逼|传)(?:他|她|其|能|再|要|会|立即|主动|尽快|正式|早日|成功|继续|再次|[^，。；]{0,3}任命[他她其]?|重新){0,3}“?$"
)
# 就任总统以来, 出任部长后首次: told as a time, and so not new
_AS_A_TIME = re.compile(
    "(?:职务|一职|职位)?(?:以来|之后|以后|后(?!任)|之初|伊始|不久|[的已近这]?[一二三四五六七八九十两几半多\\d]+(?:年|个月|周|天))"
)
# 1988年获学位，曾任…: not the year of the post
_OF_SCHOOLING = re.compile(
    "年[^。；]{0,6}(?:获|毕业|考[入取]|加入|入党|出?生|被?授予|移居|就读)[^。；]*，[^，。；]{0,12}$"
)
_TAKEN_UP = re.compile("就任|连任|出任|接任|履新|升任|转任|调任|改任|获任|继任")
_LEFT_BEHIND = re.compile("卸任|卸去|离任|离开")


def by_verb(claim: Claim) -> Phrase | None:
    """The posts with the holder of whom the verb speaks; None if it tells nobody."""
    if _claims_nothing(claim):
        return None
    holder = holder_of(claim)
    if not holder.name:
        return None
    status, since, until = _status(claim, holder)
    changed = None
    if status in {"appointed", "removed"}:
        changed = day_of_change(claim.text, claim.sentence, claim.chain, claim.date)
        over = bool(changed) and _is_over(changed or "", claim)
        if status == "removed" and over:
            status, until, changed = "former", until or changed, None
        elif holder.name == claim.hero and (over or not (changed or holder.is_named)):
            status, since, changed = "former", since or changed, None  # a station of a life
    phrase = held_phrase(
        claim.chain, holder.name, status, holder.start, changed, since, until, "post-after-verb/1"
    )
    for held in phrase.held:
        if held.item.head == "院士" and holder.kind == "given" and since and since[:4] < claim.date[:4]:
            held.status = None  # for life
    return phrase


def _claims_nothing(claim: Claim) -> bool:
    head, word = claim.head, claim.word.rstrip("“《")
    if re.search("[您你]$|阁下$", head) or _WE.search(head):
        return True  # 祝贺您当选: the reader, not the speaker; 我任副书记: who tells
    if claim.text.startswith(("候选人", "人选"), claim.chain.end):
        return True
    if claim.kind == "now" and word.endswith(("下届", "下一届", "下任", "下一任")):
        return True
    if _NOT_SO.search(head[-16:]):
        return True
    # 某某是“某国总统的发言人”
    return claim.kind == "now" and word in {"是", "为", "系"} and claim.text.startswith("的", claim.chain.end)


def _status(claim: Claim, holder: Holder) -> tuple[str | None, str | None, str | None]:
    """(status, since, until) of the posts."""
    head, kind = claim.head, holder.kind
    status = {"taken": "removed", "given": "appointed", "once": "former", "now": None}[kind]
    as_a_time = _AS_A_TIME.match(claim.text, claim.chain.end, claim.sentence.end)
    if as_a_time and kind == "given" and _TAKEN_UP.search(claim.word):
        status = None
    elif (as_a_time and kind == "taken" and _LEFT_BEHIND.search(claim.word)) or (
        status == "appointed" and ONCE_UPON.search(head)
    ):
        status = "former"
    period = last_period(head)
    if period is None or (kind == "once" and _OF_SCHOOLING.search(head)):
        return status, None, None
    since, until, past = period
    if kind == "taken":
        return status, None, until
    past = past and not claim.word.startswith("开始")
    long_ago = bool(claim.hero) or _is_long_ago(since, claim.date)
    if status is None and kind == "now" and past and not claim.is_still and long_ago:
        status = "former"
    if kind == "given" and long_ago:
        status = "former" if past else None  # 2004年起出任: held since
    return status, since, until


def _is_long_ago(since: str | None, date: str) -> bool:
    """Whether a year lies so far before the article's that what began then is told as past."""
    return bool(since and date and int(date[:4]) - int(since[:4]) >= _LONG_AGO)


def _is_over(changed: str, claim: Claim) -> bool:
    """Whether what ended then is no news: two years ago, or last year in a life."""
    if not claim.date:
        return bool(claim.hero)
    return int(claim.date[:4]) - int(changed[:4]) >= (1 if claim.hero else 2)
