"""Holders that a verb tells: 现任, 曾任, 当选, 免去. It also says whether the post is held, was held, is given or taken."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.extract.posts.holders import OTHERS, day_of_change, held_phrase, hits_in_article
from kg.extract.posts.phrases import Chain, Phrase
from kg.extract.posts.years_in_office import last_period
from kg.extract.reading import Sentence
from kg.lexicon.trie import within

_NOW = "生前担任|生前任|生前是|生前为|生前系|连任|现任|现为|现系|现担任|目前担任|目前任|兼任|兼|身为|作为|是|系|为|担任|任"
ONCE = "曾任|历任|曾担任|先后任|先后担任|相继任|相继担任|后任|原任|曾是|曾为|曾兼任|历任过|担任过|任过|退休前任|任职|曾出任"
_GIVEN = (
    "当选连任|连选连任|被聘为|聘为|聘任为|受聘为|受聘任|当选为|当选|出任|就任|接任|获任|升任|转任|调任|改任|继任|再次当选|被任命为|获任命为|获委任为|获聘为|被选为|被选举为|被推举为|被推选为|获选为|新任|履新|"
    "署任|将任|拟任|拟提任|受命担任|开始担任|正式担任|将担任|将出任|将接任|坐正"
)
_TAKEN = "被调离|调离|撤销|解除|免除|不再担任|不再兼任|辞去|辞任|卸任|卸去|被免去|被罢免|被撤销|被撤去|免去|离任|离开"
OFFICE_VERB = re.compile(
    rf"(?:(?P<taken>{_TAKEN})|(?P<given>{_GIVEN})|(?P<once>{ONCE})|(?P<now>{_NOW}))"
    r"(?:了|过|着|为|其|他的|她的|(?:本|该)?公司的?)?[“《]?(?:中共|中国共产党|党的)?(?:第?[一二三四五六七八九十百\d]+[届任]、?)*$"
)
_WHOSE_POST = re.compile("(?:职务|一职)?的(?:还有|有|还包括)?")
_TO_ANOTHER = re.compile("(?:致电|致函|致信)[^，。]+，[^，。]{0,4}[他她]")
_ANOTHER_ON = re.compile("祝贺(?![他她其您你])[^，。]{2,12}$")
_WHILE = re.compile("(?:一职|职务)?(?:期间|任上|时(?!任)|的时候)，?|等?(?:职务|职权)(?:上)?的?(?:便利|影响)")
_THEN = re.compile("(?:当时|那时|当年)[^。]*$")
_NAMED_TO = re.compile(r"(?:任命|委任|选举|推选|推举|聘任|聘请|提名|增补|委派|增选|批准|决定)$")
_DECIDED = re.compile("(?:决定|宣布)[：:，]")
_BETWEEN = re.compile(
    r"(?:同志|先生|女士|副?(?:委员长|主席|总理|省长|市长|县长)|（[^）]{0,40}）|[，、]|\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?|起|至今|至(?=\d)|以来|于|在|从|自|后|将|再次|正式|还|也|同时|一直|被|获|先后|曾|并|即|已|现年?|\d{2}岁|"
    r"今天|昨天|日前|当日|[\u4e00-\u9fff]{2,6}人|男|女|[\u4e00-\u9fff]{1,2}族|其后|随后|此前|之后|会上|当天|全票|高票|成功|首次|第[一二三四五六]次|刚刚|新|接替[\u4e00-\u9fff·]{2,8}|现职|目前|(?:先后)?(?:利用|凭借)(?:其)?)*"
)
_YEAR_BEFORE = re.compile(r"(?:19|20)\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:起|，)?$")
LONG_AGO = 4  # years
_OWN_CLAUSE = re.compile("，(?:现在|目前|如今|同时|也|还)?$")  # 今年31岁的某某来自…，现在是…
_STOP = re.compile("[。；：“]|会见|会谈|同|向")


def _row_begins(text: str, mentions: Sequence[tuple[int, str]]) -> int:
    """Where the list of names begins that ends with the last of `mentions`."""
    begin = mentions[-1][0]
    for at, name in reversed(mentions[:-1]):
        if text[at + len(name) : begin] not in {"、", "和"}:
            break
        begin = at
    return begin


_REPLACING = ("接替", "接替了", "取代", "接替前任", "接替原任")


def by_verb(
    text: str,
    sentence: Sentence,
    chain: Chain,
    names: tuple[str, ...],
    hero: str,
    date: str,
    before: str,
    verb: re.Match[str],
) -> Phrase | None:
    """The posts of `chain` with the holder of whom `verb` speaks, which ends `before`; None if it tells nobody."""
    kind = verb.lastgroup or "now"
    head = before[: verb.start()]
    mentions = within(hits_in_article(text, names), sentence.start, sentence.start + verb.start())
    if len(mentions) > 1 and text.endswith(_REPLACING, sentence.start, mentions[-1][0]):
        mentions = mentions[:-1]  # A接替B出任: it is A who comes
    holder, start = "", sentence.start + verb.start()
    owner = _WHOSE_POST.match(text, chain.end, sentence.end)
    behind = max((n for n in names if owner and text.startswith(n, owner.end())), key=len, default="")
    if re.search("[您你]$|阁下$", head):
        return None  # 祝贺您当选: the reader, not the speaker
    if (
        kind == "now"
        and verb.group().rstrip("“《") in {"是", "为", "系"}
        and text.startswith("的", chain.end)
    ):
        return None  # 某某是“某国总统的发言人”
    unknown = bool(owner) and not behind and kind != "taken"
    if unknown and mentions and head[mentions[-1][0] - sentence.start + len(mentions[-1][1]) :]:
        return None  # 某某会见曾任外长的 somebody whose name nothing proves
    if behind:
        holder, mentions = behind, []  # 被议会解除总统职务的某某, 曾任外长的某某
    if mentions:
        at, name = mentions[-1]
        at -= sentence.start
        between = head[at + len(name) :]
        if _TO_ANOTHER.search(between) or _ANOTHER_ON.search(between):
            return None  # 某某致电 somebody whose name nothing proves，祝贺他当选
        alone = len({n for _, n in mentions}) == 1 and _YEAR_BEFORE.search(head)
        if len({n for _, n in mentions}) == 1 and _OWN_CLAUSE.search(head) and not _STOP.search(between):
            alone = alone or _OWN_CLAUSE.search(head)
        if (
            alone
            or _BETWEEN.fullmatch(between)
            or (kind != "now" and len(between) < 30 and not re.search("[。；]", between))
        ):
            holder, start = name, sentence.start + at
            if kind == "now" and verb.group().startswith(("为", "担任")):
                first = _row_begins(text, mentions) - sentence.start
                is_named_to = bool(_NAMED_TO.search(head[:first]))
                if not is_named_to and between and verb.group().startswith("为"):
                    return None
                kind = "given" if is_named_to else kind
            elif kind == "now" and verb.group() in {"任", "担任", "兼任"}:
                decided = _DECIDED.search(head[:at]) or (
                    between == "同志" and _DECIDED.search(text, 0, sentence.start)
                )
                kind = "given" if decided else kind  # 中共中央决定：某某同志任…
    if not holder and kind == "taken":
        holder = max((n for n in names if text.startswith(n, chain.end)), key=len, default="")
    meanwhile = _WHILE.match(text, chain.end, sentence.end) if kind == "now" else None
    if meanwhile or (kind == "now" and _THEN.search(head)):
        kind = "once"  # 担任县委书记时, 当时…担任
    if not holder and meanwhile and verb.group() in {"任", "担任"}:
        holder = max((n for n in names if text.startswith(n, meanwhile.end())), key=len, default="")
    if not holder and hero and not OTHERS.search(head.rpartition("。")[2][-12:]):
        holder = hero
    if not holder or (
        kind == "now" and verb.group() in {"是", "为", "系", "兼"} and holder != hero and not mentions
    ):
        return None
    status = {"taken": "removed", "given": "appointed", "once": "former", "now": None}[kind]
    since = until = None
    period = last_period(head)
    if period:
        since, until, past = period
        still = verb.group().startswith(("现", "目前")) or head.endswith(("现在", "目前", "如今"))
        if status is None and past and not still and (hero or _is_long_ago(since, date)):
            status = "former"
        if kind == "given" and (hero or _is_long_ago(since, date)):
            status = "former" if past else "appointed"
    changed = day_of_change(text, sentence, chain, date) if status in {"appointed", "removed"} else None
    return held_phrase(chain, holder, status, start, changed, since, until, "post-after-verb/1")


def _is_long_ago(since: str | None, date: str) -> bool:
    """Whether a year lies so far before the article's that what began then is told as past."""
    return bool(since and date and int(date[:4]) - int(since[:4]) >= LONG_AGO)
