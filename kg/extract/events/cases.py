"""The grammatical case of the people at one place of an outline, by the words around them."""

from __future__ import annotations

import re
from enum import Enum

from kg.extract.events.outline import P, X
from kg.lexicon.places import places


class Case(Enum):
    """What the words around a group of people say about its part."""

    SUBJECT = "subject"
    OBJECT = "object"  # after a verb
    WITH = "with"  # 同…, 与…
    TO = "to"  # 向…, 对…, 致电…
    FOR = "for"  # 为…
    BY = "by"  # 被…, 遭…
    AGENT = "agent"  # 由…: does the verb that follows, and no other
    LED = "led"  # 率…, 偕…
    ESCORT = "escort"  # 在…陪同下
    ESCORTED = "escorted"  # 陪同…
    INVITER = "inviter"  # 应…邀请
    HEARD = "heard"  # 听取…汇报
    NONE = "none"


_ESCORT = re.compile(
    r"(?:的)?(?:和[^，。]{1,12})?(?:等)?(?:亲自)?(?:(?:相关|有关)?(?:人|人员|员|领导|负责人|同志))?(?:的)?(?:陪同|引导|带领|率领|见证|主持)下"
)
_INVITER = re.compile(r"[^，。]{0,6}?(?:的)?(?:邀请|之邀|盛情邀请)")
_BEFORE: tuple[tuple[tuple[str, ...], Case], ...] = (
    (("陪同", "陪伴", "随同", "跟随", "护送", "次随", "曾随"), Case.ESCORTED),
    (("率领", "带领", "率", "偕", "携", "偕同", "会同", "率同", "偕夫人", "携夫人"), Case.LED),
    (
        (
            "代表",
            "受",
            "就",
            "关于",
            "委托",
            "按照",
            "根据",
            "经",
            "继",
            "接替",
            "取代",
            "比",
            "像",
            "如",
            "除",
            "是",
            "叫",
            "有",
        ),
        Case.NONE,
    ),
    (("共同", "一同", "分别", "以及"), Case.SUBJECT),
    (("请",), Case.NONE),
    (("由",), Case.AGENT),
    (("同", "与", "跟"), Case.WITH),
    (
        (
            "向",
            "给",
            "致电",
            "致函",
            "致信",
            "致贺电",
            "致唁电",
            "电贺",
            "对",
            "把",
            "将",
            "致",
            "转达",
            "祝贺",
            "吊唁",
        ),
        Case.TO,
    ),
    (("听取了", "听取", "听了", "会议审议了"), Case.HEARD),
    (("为", "替"), Case.FOR),
    (("被", "遭", "让", "令", "获", "经由", "受到", "遭到"), Case.BY),
)
OBJECT_VERB = re.compile(
    r"会见|会晤|接见|看望|慰问|任命|委任|授予|欢迎|祝贺|迎接|拜会|约见|探望|开除|逮捕|起诉|免去|选举|推选|推举|罢免|颁发|提名|邀请|拜访"
    r"|采访|会同|审查|批准|决定|给予|表彰|追授|悼念|送别|哀悼|护送|接替|支持|欢送|面见|召见|联络|宴请|走访|革除|解除|撤销|调查|战胜|击败|力克|对阵|盘问|质询|讯问"
)
_BOUNDARY = re.compile("[，。；：！？“”（）\n]")


def case_of(words: str, start: int, end: int, before: int) -> Case:
    """The case of the people at [start, end) of an outline; `before` is where the group before them ends, or 0."""
    case = _by_words_behind(words, start, end, before)
    if case is not None:
        return case
    for endings, case in _BEFORE:
        if words.endswith(endings, 0, start):
            return case
    if words.endswith("在", 0, start) and _UNDER.match(words, end):
        return Case.NONE
    if _AT_HOME.match(words, end) or (words.endswith("感谢", 0, start) and _RECEIVES.match(words, end)):
        return Case.OBJECT
    if _ON_BEHALF.search(words, max(0, start - 24), start) or _HOLDS_IT.match(words, end):
        return Case.NONE
    return _by_lead_in(words, start, end, before)


def _by_words_behind(words: str, start: int, end: int, before: int) -> Case | None:
    """在…陪同下, 由…陪同, 应…邀请, 与…分别: what frames people from both sides."""
    if _ESCORT.match(words, end) or (words.endswith("由", 0, start) and _ACCOMPANIED.match(words, end)):
        return Case.ESCORT
    if words.endswith("应", 0, start) or (
        "应" in words[max(0, start - 3) : start] and _INVITER.match(words, end)
    ):
        return Case.INVITER
    if before and before == start - 1 and words[before] in "同与跟" and _TOGETHER.match(words, end):
        return Case.SUBJECT  # A与B分别致辞
    return None


def _by_lead_in(words: str, start: int, end: int, before: int) -> Case:
    """What the clause before says: a verb whose object they are, a partner, or nothing."""
    lead_in = words[max(before, start - 40) : start]
    lead_in = lead_in[max((m.end() for m in _BOUNDARY.finditer(lead_in)), default=0) :]
    if _COMMISSIONED.fullmatch(lead_in):
        return Case.SUBJECT
    if OBJECT_VERB.search(lead_in) and not lead_in.endswith(("时", "后", "前", "中", "上午", "下午")):
        return Case.OBJECT
    if _ANSWERED.search(lead_in) and _ASKED.match(words, end):
        return Case.NONE  # 回复A书面质询时表示: somebody else speaks
    partner = _as_partner(words, start, before, lead_in)
    if partner is not None:
        return partner
    if (lead_in.endswith(("了", "是", "为")) and len(lead_in) > 1) or (
        lead_in.endswith("的") and words[end : end + 1] in "，。；、" and not _opens(words, start, end)
    ):
        return Case.OBJECT
    return Case.SUBJECT


def _as_partner(words: str, start: int, before: int, lead_in: str) -> Case | None:
    """同某国总统|A, 与到访的|A, A17日在罗马和|B: with whom something is done, though a title was not read."""
    towards = _UNREAD.search(lead_in)
    if towards is not None:
        return Case.TO if towards[1] in "向对" else Case.WITH
    beside = _BESIDE.search(lead_in)
    if beside is not None and _begins_with_a_country(beside[1]):
        return Case.WITH
    if _GUEST.search(words, max(before, start - 60), start) or (
        before and (_APART.fullmatch(words, before, start) or _JOINED_BY_DEED.fullmatch(words, before, start))
    ):
        return Case.WITH
    return None


_ANSWERED = re.compile("(?:回复|回覆|回应|答复)[^，。；]{0,6}$")
_ASKED = re.compile("的?(?:书面|口头)?(?:质询|查询|提问|询问|追问|问题)?时")
_ACCOMPANIED = re.compile("(?:[、和][^，。；、和]{1,24}){0,12}等?(?:同志|人)?陪同(?!参观)")  # 由A等陪同
_UNDER = re.compile(
    f"(?:[、和](?:{P}|{X}))*等?的(?:介绍|讲解|帮助|指导|支持|关心|推动|领导|号召|影响)[下中]"
)  # 在A的介绍中
_RECEIVES = re.compile("(?:主席|总统|总理|总书记|委员长)?(?:会见|接见)，")  # A感谢B会见，并表示
_AT_HOME = re.compile("(?:同志|先生|女士|大[爷妈叔娘])?的?家(?:中|里|看望|做客|，)")  # 来到A家中
_ON_BEHALF = re.compile("代表[^，。；]{1,16}[和及与、]$")  # 代表B和A: who is not there
_HOLDS_IT = re.compile(
    "(?:在[^，。；为]{1,12})?(?:为[^，。；]{1,30}?)?(?:所)?(?:举行|主持|举办|主办|召集)的(?!是)"
)  # 出席A主持的午宴
_TOGETHER = re.compile("(?:两人|二人)?(?:分别|先后|双双|均|都)")
# 同某国总统A, where the title was not read
_UNREAD = re.compile(
    "(?<![共一会])([同与跟向对])[^，。；的了在]{2,12}(?:总统|总理|首相|主席|国王|书记|[部外议]长|大臣|大使|代表)$"
)
_BESIDE = re.compile("(?<![共一会])[与同跟](?:[来到]访的)?([^，。；：的了在]{2,12})$")  # 与某国自治领地|A


def _begins_with_a_country(words: str) -> bool:
    if "\ue400" <= words[0] <= "\ue7ff" or "\uec00" <= words[0] <= "\uefff":
        return True
    return places().country_at(words, 0) is not None


# 受B委托主持选举工作的|某某: what stands before 的 tells of the subject, whatever verbs it has
_COMMISSIONED = re.compile("(?:受|来自|专程|正在|应邀|负责|分管|主管)[^，。；：]{1,40}的")
# 与到访的某某, 同来华出席“…”论坛的某某
_GUEST = re.compile(
    "[与同跟和](?:正在|前来|应邀)?(?:[到来]访|来华|访问|访华|出席|参加|前来|率)[^，。；与同]{0,40}的$"
)
_JOINED_BY_DEED = re.compile("和(?:刚刚|已经|即将|此前)[^，。；]{2,20}的")  # 同A和刚刚辞去…职务的B通电话
_APART = re.compile(
    "(?:当地时间|[\ue800-\uebff]|上午|下午|晚上?|在[^，。；和在]{1,16}+)++和"
)  # A17日在罗马和B一道


def _opens(words: str, start: int, end: int) -> bool:
    """Whether a sentence begins with what describes its subject: 正在…出席…的某某，17日."""
    return words.startswith("，", end) and bool(_DESCRIBED.fullmatch(words, 0, start))


_DESCRIBED = re.compile("(?:正在|刚刚|应邀|前来|专程|赴)[^，。；：]{2,50}的")
