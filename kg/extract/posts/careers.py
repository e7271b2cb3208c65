"""Posts that stand apart from their holder: 「张某，现任…」, 「1998年任…」, 「任命张某为…」, 「免去张某的…职务」.

The chains that the title grammar read without a name get one here: the person that the verb in front of them speaks of, or, in a
biography, the person that the whole text is about. The verb also says whether the post is held, was held, is given or taken.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from kg.extract.posts.phrases import Chain, Held, Phrase, Spot
from kg.extract.reading import Sentence
from kg.extract.time.dates import find_dates, may_be_told
from kg.lexicon.posts import post_lexicon
from kg.lexicon.trie import Hit, hits_of, occurrences, within

_NOW = "生前担任|生前任|生前是|生前为|生前系|连任|现任|现为|现系|现担任|目前担任|目前任|兼任|兼|身为|作为|是|系|为|担任|任"
_ONCE = "曾任|历任|曾担任|先后任|先后担任|相继任|相继担任|后任|原任|曾是|曾为|曾兼任|历任过|担任过|任过|退休前任|任职|曾出任"
_GIVEN = (
    "当选连任|连选连任|被聘为|聘为|聘任为|受聘为|受聘任|当选为|当选|出任|就任|接任|获任|升任|转任|调任|改任|继任|再次当选|被任命为|获任命为|获委任为|获聘为|被选为|被选举为|被推举为|被推选为|获选为|新任|履新|"
    "署任|将任|拟任|拟提任|受命担任|开始担任|正式担任|将担任|将出任|将接任|坐正"
)
_TAKEN = "被调离|调离|撤销|解除|免除|不再担任|不再兼任|辞去|辞任|卸任|卸去|被免去|被罢免|被撤销|被撤去|免去|离任|离开"
_VERB = re.compile(
    rf"(?:(?P<taken>{_TAKEN})|(?P<given>{_GIVEN})|(?P<once>{_ONCE})|(?P<now>{_NOW}))"
    r"(?:了|过|着|为|其|他的|她的|(?:本|该)?公司的?)?[“《]?(?:中共|中国共产党|党的)?(?:第?[一二三四五六七八九十百\d]+[届任]、?)*$"
)
_TAKEN_FROM = re.compile(
    r"(?:免去|撤销|罢免|解除|免除|撤去)了?(?P<who>[\u4e00-\u9fff·]{2,12}?)(?:同志|先生|女士)?(?:的|所任|担任的|兼任的)?(?:第[一二三四五六七八九十]+届)?$"
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
_LIFE_TITLE = re.compile(r"(?:同志)?(?:简历|生平|小传| ?-- ?|\s+\S+$|：?个人)")
_LIFE = re.compile(
    r"(?:同志)?(?:（[^）]{0,40}）)?(?:，|[^，。；]{0,2})?(?:[男女]，|[^，。]{0,12}(?:人。|人，|族，|生于|出生|毕业|生。|生，)|(?:19|20)\d\d年\d{0,2}月?\d{0,2}日?(?:出)?生)"
)
_LIFE_AFTER_POSTS = re.compile(
    r"，[^。\n]{0,60}。(?:[男女]，|[\u4e00-\u9fff]{1,4}族，|(?:19|20)\d\d年\d{0,2}月?(?:出)?生)"
)
_PERIOD = re.compile(
    r"(?P<since>(?:19|20)\d\d)(?:[年.．](?P<month>\d{1,2})月?)?(?:\d{1,2}日)?年?(?:[-—－–~～至到]+(?P<until>(?:19|20)\d\d|今|现在)?(?:[年.．](?P<umonth>\d{1,2})月?)?年?|(?P<open>起|以来|至今))?"
)
_YEAR_BEFORE = re.compile(r"(?:19|20)\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:起|，)?$")
LONG_AGO = 4  # years
_NEAR = (
    40  # code points before a post in which its verb ends; longer than any that _VERB and _TAKEN_FROM match
)
_OWN_CLAUSE = re.compile("，(?:现在|目前|如今|同时|也|还)?$")  # 今年31岁的某某来自…，现在是…
_STOP = re.compile("[。；：“]|会见|会谈|同|向")
_OTHERS = re.compile(r"其(?:父|母|妻|夫|子|女|兄|弟)|父亲|母亲|批准|享受|获得?|荣获")


def careers(
    text: str,
    title: str,
    sentences: Sequence[Sentence],
    names: list[str],
    chains: Sequence[Chain],
    date: str,
    phrases: Sequence[Phrase] = (),
) -> list[Phrase]:
    """Give the chains without a name their holder; those of whom nothing tells are left out.

    `phrases` are the names with posts found so far: a post told without its body may be one of theirs.
    """
    if not chains or not names:
        return []
    hero = subject_of(text, title, names)
    known = tuple(names)
    own = {(h.person, h.item.post): h.organization for p in phrases for h in p.held if h.organization}
    found: list[Phrase] = []
    for chain in chains:
        sentence = next((s for s in sentences if s.start <= chain.start < s.end), None)
        if sentence is None:
            continue
        phrase = _with_holder(text, sentence, chain, known, hero, date)
        if phrase is None and hero and (rest := _from_next_body(text, chain)):
            phrase = _with_holder(text, sentence, rest, known, hero, date)
        if phrase:
            phrase.held = [held for held in phrase.held if _belongs(held, own)]
        if phrase and phrase.held:
            found.append(phrase)
            if phrase.held[0].status in {"appointed", "removed"}:
                found += _named_together(text, sentence, phrase, known)
    return found


def _from_next_body(text: str, chain: Chain) -> Chain | None:
    """The chain from its next body on: 历任某师|参谋长，第四集团军|参谋长, where nothing is known of the first."""
    for number, link in enumerate(chain.links[1:], 1):
        if link.item.body and text[link.item.body_start - 1] in "，；":
            return replace(chain, links=chain.links[number:], start=link.item.body_start)
    return None


def _named_together(text: str, sentence: Sentence, phrase: Phrase, names: tuple[str, ...]) -> list[Phrase]:
    """决定A、B、C为X, 同时被推选为X的还有A、B: the others of the list in which the holder stands."""
    row: list[str] = []
    end = -1
    for at, name in within(_hits(text, names), sentence.start, sentence.end):
        if end < 0 or text[end:at] not in {"、", "和"}:
            if phrase.name in row:
                break
            row = []
        row.append(name)
        end = at + len(name)
    return [_held_by(phrase, name) for name in row if name != phrase.name] if phrase.name in row else []


def _row_begins(text: str, mentions: Sequence[tuple[int, str]]) -> int:
    """Where the list of names begins that ends with the last of `mentions`."""
    begin = mentions[-1][0]
    for at, name in reversed(mentions[:-1]):
        if text[at + len(name) : begin] not in {"、", "和"}:
            break
        begin = at
    return begin


def _held_by(phrase: Phrase, name: str) -> Phrase:
    """The same posts, given to another."""
    return replace(phrase, name=name, held=[replace(one, person=name) for one in phrase.held])


def _belongs(held: Held, own: Mapping[tuple[str, str], str]) -> bool:
    """Whether a post has a body, or needs none; one told without is the person's own (不再担任董事长职务)."""
    known = own.get((held.person, held.item.post))
    if known and (not held.item.body or known.endswith(held.item.body)) and held.resolved_by != "explicit":
        held.organization, held.resolved_by = known, "context"
    return held.organization is not None or post_lexicon().kind_of(held.item.post) == "job"


def subject_of(text: str, title: str, names: list[str]) -> str:
    """The person whose life the text tells, or ""."""
    for name in names:
        if title.startswith(name) and _LIFE_TITLE.match(title, len(name)):
            return name
        if any(_begins_life(text, at, at + len(name)) for at, _ in occurrences(text, [name], 0, 1500)):
            return name
    return ""


def _begins_life(text: str, start: int, end: int) -> bool:
    """Whether the name at [start, end) begins a sentence that tells whence its bearer comes."""
    before = text[max(0, start - 5) : start].removesuffix("现在播送")
    return (not before or before[-1] in "\n。：") and bool(
        _LIFE.match(text, end, 1500) or _LIFE_AFTER_POSTS.match(text, end, 1500)
    )


def _with_holder(
    text: str, sentence: Sentence, chain: Chain, names: tuple[str, ...], hero: str, date: str
) -> Phrase | None:
    before = text[sentence.start : chain.start]
    behind = max((n for n in names if text.startswith(n, chain.end)), key=len, default="")
    if behind:  # a name too weak to be read by itself, which the article proves elsewhere
        status = "former" if chain.status == "former" else None
        phrase = _phrase(
            text, chain, behind, status, chain.start, None, None, None, "post-before-known-name/1"
        )
        phrase.held = [held for held in phrase.held if _is_plain(held)]
        return phrase
    taken = _TAKEN_FROM.search(before, max(0, len(before) - _NEAR))
    if taken and taken["who"] in names:
        changed = _day_of_change(text, sentence, chain, date)
        start = sentence.start + taken.start()
        return _phrase(text, chain, taken["who"], "removed", start, changed, None, None, "post-taken-from/1")
    beside = _BESIDE.search(before, max(0, len(before) - 12))
    named = [n for n in names if before.endswith(n, 0, beside.start())] if beside else []
    verb = None if named else _VERB.search(before, max(0, len(before) - _NEAR))
    if verb:
        return _by_verb(text, sentence, chain, names, hero, date, before, verb)
    if beside and named:
        holder = max(named, key=len)
        start = sentence.start + beside.start() - len(holder)
        return _phrase(text, chain, holder, None, start, None, None, None, "post-beside-name/1")
    if hero:
        return _in_life(text, sentence, chain, hero, before)
    return None


_WRITERS = frozenset("记者 通讯员 特约记者 摄影师 编辑".split())


def _is_plain(held: Held) -> bool:
    """Whether a post before a weak name is beyond doubt: a known word, in no body by its kind alone (本台, 消防队)."""
    if held.item.head in _WRITERS:
        return False  # a byline
    if held.organization is None:
        return held.item.post in post_lexicon().heads
    return held.resolved_by != "surface" or len(held.organization) > 5


# 某某（31岁，前大埔区议员）; a line of a list: 某某 - 前立法会议员
_BESIDE = re.compile(r"(?:（(?:\d{1,3}岁[，、])?|\s*[-－—–]+\s*)(?:前|原|前任|时任|现任)?$")


_REPLACING = ("接替", "接替了", "取代", "接替前任", "接替原任")


def _by_verb(
    text: str,
    sentence: Sentence,
    chain: Chain,
    names: tuple[str, ...],
    hero: str,
    date: str,
    before: str,
    verb: re.Match[str],
) -> Phrase | None:
    kind = verb.lastgroup or "now"
    head = before[: verb.start()]
    mentions = within(_hits(text, names), sentence.start, sentence.start + verb.start())
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
    if not holder and hero and not _OTHERS.search(head.rpartition("。")[2][-12:]):
        holder = hero
    if not holder or (
        kind == "now" and verb.group() in {"是", "为", "系", "兼"} and holder != hero and not mentions
    ):
        return None
    status = {"taken": "removed", "given": "appointed", "once": "former", "now": None}[kind]
    since = until = None
    period = _last_period(head)
    if period:
        since, until, past = period
        still = verb.group().startswith(("现", "目前")) or head.endswith(("现在", "目前", "如今"))
        if status is None and past and not still and (hero or _is_long_ago(since, date)):
            status = "former"
        if kind == "given" and (hero or _is_long_ago(since, date)):
            status = "former" if past else "appointed"
    changed = _day_of_change(text, sentence, chain, date) if status in {"appointed", "removed"} else None
    return _phrase(text, chain, holder, status, start, changed, since, until, "post-after-verb/1")


@lru_cache(maxsize=1)
def _hits(text: str, names: tuple[str, ...]) -> list[Hit]:
    """Where the names of one article stand, for all of its chains."""
    return hits_of(text, names)


def _is_long_ago(since: str | None, date: str) -> bool:
    """Whether a year lies so far before the article's that what began then is told as past."""
    return bool(since and date and int(date[:4]) - int(since[:4]) >= LONG_AGO)


def _in_life(text: str, sentence: Sentence, chain: Chain, hero: str, before: str) -> Phrase | None:
    """In a biography posts stand alone, behind years or one another."""
    clause = re.split(r"[，；。：\n]", before)[-1]
    if _OTHERS.search(before[-14:]):
        return None
    period = _last_period(before)
    rest = _PERIOD.sub("", clause).strip("　 至今，、（）()年起")
    rest = re.sub(
        r"(?:中共)?(?:第?[一二三四五六七八九十]+届、?)+|^先后|^同时|^并|^后|^原|^曾",
        "",
        rest.removeprefix(hero).strip(" -：:　"),
    )
    if rest:
        return None
    status, since, until = None, None, None
    if period:
        since, until, past = period
        status = "former" if past else None
    elif re.search(_ONCE, before):
        status = "former"
    return _phrase(text, chain, hero, status, chain.start, None, since, until, "post-in-biography/1")


def _last_period(words: str) -> tuple[str | None, str | None, bool] | None:
    """(since, until, whether it is over) of the last period in `words`."""
    found = [p for p in _PERIOD.finditer(words) if not _OF_LIFE.match(words, p.end())]
    if not found:
        return None
    period = found[-1]
    if len(words) - period.end() > 40:
        return None
    until = period["until"]
    over = not (period["open"] or until in {"今", "现在"})
    end = until if until and until.isdigit() else None
    return _iso(period["since"], period["month"]), _iso(end, period["umonth"]) if end else None, over


_OF_LIFE = re.compile("[月日]{0,2}(?:出?生|参加|加入|毕业|入党|考入)")


def _iso(year: str, month: str | None) -> str:
    return f"{year}-{int(month):02}" if month and 1 <= int(month) <= 12 else year


def _day_of_change(text: str, sentence: Sentence, chain: Chain, date: str) -> str | None:
    found = may_be_told(find_dates(text, sentence.start, chain.start, date))
    return found[-1][2].start if found else None


def _phrase(
    text: str,
    chain: Chain,
    holder: str,
    status: str | None,
    start: int,
    date: str | None,
    since: str | None,
    until: str | None,
    rule: str,
) -> Phrase:
    phrase = Phrase(holder, chain.start, chain.end, chain.start, chain.end)
    for link in chain.links:
        own = "former" if link.item.status == "former" or (chain.status == "former") else None
        phrase.held.append(
            Held(
                holder,
                link.item,
                link.organization,
                link.resolved_by,
                status or own,
                min(start, chain.start),
                chain.end,
                rule,
                0.9 if rule.startswith("post-in-biography") else 0.95,
                date,
                since,
                until,
            )
        )
    return phrase


_ENDED = re.compile(
    r"(?:[^。；，]{0,30}?(?:，[^。；]{0,16}?)?)(?:(?:被|遭|遭到|受到)[^。；，]{0,8}?(?:免职|革职|撤职|罢免|解职|免去|解除职务|撤换|开除公职)|引咎辞职|宣布辞职|请辞|辞职(?!信)|辞任|辞呈|突然辞职|调离|被炒|离职|离任|卸任|的职务，即时生效)"
)
_LOSS = re.compile("免|革|撤|罢|解职|解除|辞|调离|被炒|离职|离任|卸任|开除")
_STRIPPED = re.compile(r"(?:免去|革除|撤销|罢免|解除|撤去|开除)(?:了)?$")


def ended(text: str, phrases: Sequence[Phrase], sentences: Sequence[Sentence], spots: Sequence[Spot]) -> None:
    """Mark as removed the posts of people of whom the same sentence says that they lose them."""
    if not _LOSS.search(text):
        return
    for phrase in phrases:
        if not phrase.held:
            continue
        sentence = next((s for s in sentences if s.start <= phrase.start < s.end), None)
        if sentence is None:
            continue
        stop = next((s.start for s in spots if phrase.end <= s.start < sentence.end), sentence.end)
        stripped = _STRIPPED.search(text, max(sentence.start, phrase.phrase_start - 4), phrase.phrase_start)
        if (stripped and "职" in text[phrase.end : phrase.end + 8]) or _ENDED.match(text, phrase.end, stop):
            for held in phrase.held:
                if held.status is None:
                    held.status = "removed"
