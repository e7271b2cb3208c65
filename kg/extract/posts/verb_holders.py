"""Whom a verb of office speaks of: who is named before it or behind its posts, who 他 is, whose life it is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.extract.posts.holders import OTHERS, hits_in_article
from kg.extract.posts.phrases import Chain, Phrase
from kg.extract.reading import Sentence
from kg.lexicon.trie import within

_WHOSE_POST = re.compile("(?:职务|一职)?的(?:还有|有|还包括)?")
_TO_ANOTHER = re.compile("(?:致电|致函|致信)[^，。]+，[^，。]{0,4}[他她]")
_ANOTHER_ON = re.compile("祝贺(?![他她其您你])[^，。]{2,12}$")
_WHILE = re.compile("(?:一职|职务)?(?:期间|任上|时(?!任)|的时候)，?|等?(?:职务|职权)(?:上)?的?(?:便利|影响)")
_THEN = re.compile("(?:当时|那时|当年)[^。]*$")
_NAMED_TO = re.compile(
    r"(?:任命|委任|选举|推选|推举|聘任|聘请|提名|增补|委派|增选|批准|决定)$"
    r"|(?:任命|委任|选举|推选|推举|聘任|聘请)(?:了)?[^，。；：“]{2,26}[长理席官员记授裁任使表家人统相臣卿帅令]$"
    r"|(?:任命|委任|选举|推选|推举|聘任|决定)[^。；：]{2,80}为[^。；：]{2,40}[、，]$"
)
_DECIDED = re.compile("(?:决定|宣布)[：:，]")
_BETWEEN = re.compile(
    r"(?:同志|先生|女士|副?(?:委员长|主席|总理|省长|市长|县长)|（[^）]{0,40}）|[，、]|\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?|起|至今|至(?=\d)|以来|于|在|从|自|后|将|再次|正式|还|也|同时|一直|被|获|先后|曾|并|即|已|现年?|\d{2}岁|"
    r"今天|昨天|日前|当日|[\u4e00-\u9fff]{2,6}人|男|女|[\u4e00-\u9fff]{1,2}族|其后|随后|此前|之后|会上|当天|全票|高票|成功|首次|第[一二三四五六]次|[两三四二再首]度|为|\d{4}[-—－–至]\d{4}年度?|刚刚|新|接替[\u4e00-\u9fff·]{2,8}|现职|目前|(?:加入|加盟|进入|调入|调到|(?:到|在|赴|回)(?=[^，。；]{2,20}(?:大学|学院|学校|局|研究所|厂|社|公司|集团|部|馆|台)))[^，。；]{2,24}，?|(?:获|被|受|应|由|经)[^，。；]{0,24}(?:邀请|委任|任命|提名|聘请|推荐|委派|指派|授权)|(?:先后)?(?:利用|凭借)(?:其)?)*"
)
_YEAR_BEFORE = re.compile(r"(?:19|20)\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:起|，)?$")
_OWN_CLAUSE = re.compile("，(?:现在|目前|如今|同时|也|还)?$")  # 今年31岁的某某来自…，现在是…
_STOP = re.compile("[。；：“]|会见|会谈|同|向")
_ENGAGED_BY = re.compile("(?:被|受|经|获|由)[^，。；、]{0,16}$")  # 被某某聘为: who engages
_BY_OTHERS = ("聘为", "选为", "选举为", "推举为", "任命为", "委任为", "受聘任", "聘任为")
_ASKED_BY = re.compile("(?:获|被|受|应|由|经)[^，。；、]{0,16}$")
_TO_COME = re.compile(
    "(?:先生|女士|同志)?(?:的)?(?:邀请|委任|任命|提名|聘请|推荐|委派|指派|派往|授权|指定|点名|之邀|邀)"
)
_BEATEN = re.compile("(?:击败|战胜|打败|力压|险胜|领先)(?:了)?[^，。；]{0,16}$")
_WISHED = re.compile(
    "(?:支持|推荐|呼吁|要求|希望|建议|盼望?|力挺|反对|鼓励|提议|敦促|劝|游说|阻止|拒绝|考虑)(?:由|让)?[^，。；、“]{0,12}$"
    "|推荐[^，。；]{0,40}$"
)
_DISMISSES = ("解除", "免除", "免去", "撤销", "罢免")
_ORDERS = re.compile("^(?:[^，。；被获遭]{0,10})(?:宣布|决定|下令|签令|签署命令|同意)[^，。；]{0,6}$")
_KIN = re.compile(
    "^(?:的)?(?:父亲|母亲|妻子|丈夫|太太|夫人|[儿孙]子|女儿|哥哥|弟弟|姐姐|妹妹|兄长|岳父|女婿|助手|前任)"
)
REPLACING = re.compile(
    "(?:接替|取代|接棒|代替|顶替)(?:了)?(?:前任|原任|[^，。；]{0,8}(?:辞职|退休|离任|卸任|离职|被免职)的)?$"
)
_ONCE_THERE = re.compile("(?<!不)曾(?:经|于|在|先后)[^，。；]{0,24}$")
ONCE_UPON = re.compile("(?:以往|过去|昔日|早年|往年)[^，。；]*$|[一二三四五六七八九十几多\\d]年前[^。；]*$")


@dataclass(frozen=True, slots=True)
class Claim:
    """A verb of office, the posts behind it, and `before`: the words of its sentence that stand before those.

    `names` are everybody of the article, `hero` whose life it is or "", `meant` whom 他 would mean in the sentence or "",
    `goes_on` are the posts told right before, where these go on with them.
    """

    text: str
    sentence: Sentence
    chain: Chain
    names: tuple[str, ...]
    hero: str
    meant: str
    date: str
    before: str
    verb: re.Match[str]
    goes_on: Phrase | None = None

    @property
    def kind(self) -> str:
        """What the verb by itself says: taken, given, once or now."""
        return self.verb.lastgroup or "now"

    @property
    def word(self) -> str:
        """The verb with what it has behind it."""
        return self.verb.group()

    @property
    def head(self) -> str:
        """The words of the sentence before the verb."""
        return self.before[: self.verb.start()]

    @property
    def is_still(self) -> bool:
        """Whether the posts are said to be held now."""
        return self.word.startswith(("现", "目前")) or self.head.endswith(("现在", "目前", "如今"))

    def named_behind(self, at: int) -> str:
        """The longest name that stands at `at`, or ""."""
        return max((n for n in self.names if self.text.startswith(n, at)), key=len, default="")


@dataclass(slots=True)
class Holder:
    """Who holds, gets or loses the posts, where the proof of it begins, and what the verb says of them there.

    `is_named`: by a name in the sentence, not by 他 or as the one of whose life it tells.
    """

    name: str
    start: int
    kind: str
    is_named: bool = True


def _mentions(claim: Claim) -> list[tuple[int, str]]:
    """The names before the verb, without those whom somebody replaces, and those who do the choosing."""
    start = claim.sentence.start
    mentions = within(hits_in_article(claim.text, claim.names), start, start + claim.verb.start())
    while mentions:
        before = claim.text[start : mentions[-1][0]]
        replaced = len(mentions) > 1 and (REPLACING.search(before) or _BEATEN.search(before))
        chooses = claim.word.startswith(_BY_OTHERS) and _ENGAGED_BY.search(before)
        asks = _TO_COME.match(claim.text, mentions[-1][0] + len(mentions[-1][1]))
        if not replaced and not chooses and not (asks and _ASKED_BY.search(before)):
            break
        mentions = mentions[:-1]
    return mentions


def holder_of(claim: Claim) -> Holder:
    """Of whom the verb speaks; a holder without a name where it tells nobody."""
    text, head, kind = claim.text, claim.head, claim.kind
    holder = Holder("", claim.sentence.start + claim.verb.start(), kind)
    if claim.goes_on and claim.goes_on.held:
        return Holder(claim.goes_on.name, claim.goes_on.held[0].start, kind, is_named=False)
    mentions = _mentions(claim)
    owner = _WHOSE_POST.match(text, claim.chain.end, claim.sentence.end)
    behind = claim.named_behind(owner.end()) if owner else ""
    nobody = bool(owner) and not behind and kind != "taken"
    if nobody and (not mentions or head[mentions[-1][0] - claim.sentence.start + len(mentions[-1][1]) :]):
        return holder  # 某某会见曾任外长的 somebody whose name nothing proves
    if behind:
        holder.name, mentions = behind, []  # 被议会解除总统职务的某某, 曾任外长的某某
    if mentions and not _from_mention(claim, mentions, holder):
        return Holder("", holder.start, kind)
    if not holder.name and kind == "taken":
        holder.name = claim.named_behind(claim.chain.end)
    meanwhile = _WHILE.match(text, claim.chain.end, claim.sentence.end) if holder.kind == "now" else None
    was = _THEN.search(head) or ONCE_UPON.search(head) or _ONCE_THERE.search(head)
    if meanwhile or (holder.kind == "now" and was and not claim.is_still):
        holder.kind = "once"  # 担任县委书记时, 当时…担任
    if not holder.name and meanwhile and claim.word in {"任", "担任"}:
        holder.name = claim.named_behind(meanwhile.end())
    holder.is_named = bool(holder.name)
    if not holder.name and claim.meant and _is_pronoun_before(head, holder.kind):
        holder.name = claim.meant
    if not holder.name and claim.hero and _is_of_another(claim, mentions):
        return holder
    if not holder.name and claim.meant not in {"", claim.hero} and _HE.search(head):
        return holder  # 他 is somebody else than whose life it is
    if not holder.name and claim.hero and not OTHERS.search(head.rpartition("。")[2][-12:]):
        holder.name = claim.hero
    only_is = holder.kind == "now" and claim.word in {"是", "为", "系", "兼"}
    if only_is and holder.name != claim.hero and not mentions:
        holder.name = ""
    return holder


def _from_mention(claim: Claim, mentions: list[tuple[int, str]], holder: Holder) -> bool:
    """Let the last of those named before the verb hold the posts, if it speaks of that one; False if it tells nobody."""
    head, kind = claim.head, claim.kind
    at, name = mentions[-1]
    at -= claim.sentence.start
    between = head[at + len(name) :]
    if _WISHED.search(head, 0, at):
        return False  # 支持某某担任…
    if kind == "taken" and claim.word.startswith(_DISMISSES) and _ORDERS.search(between):
        return False  # 某某宣布解除总参谋长的职务
    if _TO_ANOTHER.search(between) or _ANOTHER_ON.search(between) or _KIN.match(between):
        return False  # 某某致电 somebody whose name nothing proves，祝贺他当选; 某某的父亲曾任…
    is_one = len({n for _, n in mentions}) == 1
    alone = is_one and bool(_YEAR_BEFORE.search(head))
    alone = alone or bool(is_one and _OWN_CLAUSE.search(head) and not _STOP.search(between))
    told = kind != "now" and len(between) < 30 and not re.search("[。；]", between)
    if not alone and not told and not _BETWEEN.fullmatch(between):
        return True
    if kind == "now" and claim.word.startswith(("为", "担任")):
        first = _row_begins(claim.text, mentions) - claim.sentence.start
        is_named_to = bool(_NAMED_TO.search(head[:first]))
        if not is_named_to and between and claim.word.startswith("为"):
            return False
        kind = "given" if is_named_to else kind
    elif kind == "now" and claim.word in {"任", "担任", "兼任"}:
        decided = _DECIDED.search(head[:at]) or (
            between == "同志" and _DECIDED.search(claim.text, 0, claim.sentence.start)
        )
        kind = "given" if decided else kind  # 中共中央决定：某某同志任…
    holder.name, holder.start, holder.kind = name, claim.sentence.start + at, kind
    return True


ROW = re.compile("(?:（[^）]{1,8}）)?(?:、|和|及|以及|与)")


def _row_begins(text: str, mentions: Sequence[tuple[int, str]]) -> int:
    """Where the list of names begins that ends with the last of `mentions`."""
    begin = mentions[-1][0]
    for at, name in reversed(mentions[:-1]):
        if not ROW.fullmatch(text, at + len(name), begin):
            break
        begin = at
    return begin


def _is_of_another(claim: Claim, mentions: list[tuple[int, str]]) -> bool:
    """Whether the clauses before the verb tell of somebody else than whose life it is (省委书记的某某，后来任…)."""
    if not mentions or any(name == claim.hero for _, name in mentions):
        return False
    at = mentions[-1][0]
    return at == claim.sentence.start or claim.text[at - 1] in "，。；：的"


_NO_SUBJECT = re.compile(
    r"(?:他|她)?(?:曾|先后|还|并|生前|此后|其后|后来|后|也|，|[（(]?(?:19|20)\d\d年?(?:\d{1,2}月)?(?:\d{1,2}日)?[）)]?|[-—－–~～至到起间今])*"
)
_HE = re.compile("(?:^|[，。；：日月年起后时前“])[他她](?P<between>[^。；（是]{0,28})$")


def lacks_subject(head: str) -> bool:
    """Whether nothing stands before a verb but 曾, 还 and years (1996年至1999年|任…): its subject is the sentence's before."""
    return _NO_SUBJECT.fullmatch(head) is not None


def _is_pronoun_before(head: str, kind: str) -> bool:
    """Whether 他 or 她 is the subject of the verb behind `head`."""
    if (kind != "given" or head) and lacks_subject(head):
        return True
    found = _HE.search(head)
    return found is not None and (kind != "now" or bool(_BETWEEN.fullmatch(found["between"])))
