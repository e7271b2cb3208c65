"""Posts in a sentence: the head, its modifiers, and the organisation that stands before it.

「天津市医药集团有限公司原党委书记」 is the body 天津市医药集团有限公司党委, the post 书记, the status former. Where a body
begins is found by walking left over words until one comes that no organisation has in its name (a verb, a preposition …).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.extract.segment import tag
from kg.lexicon.body_forms import national_forms, national_pattern
from kg.lexicon.places import places
from kg.lexicon.posts import post_lexicon
from kg.lexicon.tables import rows_of

AIDES = frozenset("发言人 新闻发言人 新闻秘书 特别代表 特派代表 高级代表 特使 顾问 助理".split())
"""Posts that are held under a chief named right before them (联合国秘书长|特别代表)."""
ATHLETES = frozenset(("选手", "运动员", "球员", "队员"))
"""Who competes for a country (我国选手)."""
REACH = 42  # code points that a body may lie before its post; the longest in the corpora has 34
_STOPS = re.compile(
    r"[，。；：！？、（）()“”‘’〈〉「」『』【】\n\s,;:!?—…|>》《]"  # all marks first: Python skips to these
    r"(?:(?<![》《])|(?<=》)(?!杂志社|报社|编辑部|社)|(?<=《)(?![^》]{1,12}》(?:杂志社|报社|编辑部|社)))"
)
_STATUS_END = re.compile(
    r"(?P<former>(?<![太固中平高草清开])原|前|前任|时任|已故|退休|卸任|历任|曾任)$|(?P<appointed>新任|新当选|候任|新晋|候任)$|(?P<present>现任)$"
)
_STATUS_START = re.compile(
    r"^(?P<former>原(?!子|住|油|料|产)|前(?!沿|线|海|进|锋)|时任|已故|曾任|退休|历任)|^(?P<appointed>新任|候任|新当选)|^(?P<present>现任)"
)
_STATUS_INSIDE = re.compile(
    r"(?<=[\u4e00-\u9fff])(?:(?P<former>(?<![太固中平高草清开])原(?=(?:党委|党组|县委|市委|省委|区委|州委|党工委|纪委|机关|工委|总|党支部|党总支|团委|工会)|$)|时任|前任)|(?P<appointed>新任)|(?P<present>现任))"
)
_PERIOD = re.compile(r"^(?:中共)?(?:第?[一二三四五六七八九十百\d]+[届任])+|^\d{4}年(?:度)?|^(?:19|20)\d\d")


_PAIRED = re.compile(
    r"(?:财产|创新|食物|劳工|财经事务|商务|运输|社会|招标|燃料|发展|工业|住房|文化|人力资源|卫生|监察|宪法|粮食|林业|环境|党史|劳动|人口|城市|经济|信息|农业|科学|民族|财政|商业|外交|国防|安全|贸易|质量|政制|运输|"
    r"发展|评估|自然|规划|教育|儿童|青年|妇女|社会|法律|教科文|拉丁美洲|新闻|移民|监督|管理|食品|应急|生态|交通|统计|退休|技术|中央|国土|资源|战略|防范)(?:和|与|及)$"
)


@dataclass(frozen=True, slots=True)
class PostItem:
    """One post in a text; offsets in that text.

    [body_start, body_end) is the organisation as printed (empty where none stands there), [body_start, end) the whole; `post`
    the post's name with its modifiers; `head` its last word; `status` former, appointed, present or ""; `body` the organisation's
    words without the marks of status.
    """

    start: int
    body_start: int
    body_end: int
    post_start: int
    end: int
    body: str
    post: str
    head: str
    status: str


def posts_at(text: str, start: int, heads: Iterable[re.Match[str]]) -> Iterator[PostItem]:
    """Yield the posts whose heads were found, left to right, each reaching back to the one before or to `start`."""
    left = start
    for found in heads:
        if found.start() < left:
            continue
        item = _item(text, left, found)
        yield item
        left = item.end


def body_in_front(text: str, floor: int, end: int) -> int:
    """Where the organisation that ends at `end` begins, not before `floor`."""
    floor = _clause_start(text, floor, end)
    return floor + _body_start(text[floor:end])


def _clause_start(text: str, floor: int, end: int, explained: bool = False) -> int:
    """The end of the last mark before `end` that no body's name holds; brackets and quotes inside a name are passed.

    With `explained` also a short form in brackets is passed: 某某协会（下称“某协”）党委.
    """
    stops = [m.end() for m in _STOPS.finditer(text, floor, end)]
    stops.extend(m.end() for m in NAMED_AS.finditer(text, stops[-1] if stops else floor, end))
    while stops and (opening := _passed(text, floor, stops[-1], end, explained)):
        stops = [stop for stop in stops if stop <= opening]
    return stops[-1] if stops else floor


def _passed(text: str, floor: int, close: int, end: int, explained: bool) -> int:
    """Where the bracket or quotation begins that ends at `close` and is part of a name; 0 if it is none."""
    pair = _PAIRS.get(text[close - 1])
    opening = text.rfind(pair, floor, close) if pair else -1
    if opening <= floor or not "\u4e00" <= text[opening - 1] <= "\u9fff" or close == end:
        return 0
    inner = text[opening + 1 : close - 1]
    if pair == "“":
        known = places()
        named = any(known.lookup(text[opening - size : opening]) for size in (2, 3, 4, 5, 6))
        return opening if named and len(inner) <= 8 and _HANZI.match(text, close) else 0
    if _COMPANY.match(text, close, end):
        return opening if len(inner) <= 8 else 0
    return opening if explained and _SHORT_FORM.fullmatch(inner) and _HANZI.match(text, close) else 0


NAMED_AS = re.compile(
    r"(?:任命|聘任|委任|增聘|聘请|选举|推选|推举|选聘|增选|补选|提名|委派)了?(?P<name>[\u4e00-\u9fff·]{2,12}?)"
    r"(?:先生|女士|同志)?(?:为|担任|兼任|出任)(?!了|人民)(?:新任)?|辞任|辞去|不再担任|不再兼任|获委任为?"
)
"""聘任|庄华文|为: whoever is named to a post stands between the verb and 为; no body's name holds 辞任."""
_PAIRS = {"）": "（", "”": "“"}
_HANZI = re.compile("[\u4e00-\u9fff]{2}")
_COMPANY = re.compile("(?:集团|股份|控股|投资|实业|科技|置业)*(?:有限|责任|股份|公司)")
_SHORT_FORM = re.compile("(?:以下|下文|下)?(?:简称|称)[^（）]{2,16}|[A-Za-z0-9·& -]{2,14}")
_EXPLAINED = re.compile(f"（(?:{_SHORT_FORM.pattern})）")
_IN_NAME = re.compile("（[^）]*）|“[^”]*”")


def _item(text: str, left: int, found: re.Match[str]) -> PostItem:
    end, head = found.end(), found.group()
    post_start = post_lexicon().modifiers_before(text, left, found.start())
    after_de = text[post_start - 1 : post_start] == "的"
    clause = _IN_CHARGE.search(text, max(left, post_start - 24), post_start) if after_de else None
    owned = after_de and not clause and post_lexicon().heads[head].system == "company"
    floor, body_end = _region(text, left, clause.start() if clause else post_start - owned)
    offset, body, status, acting = _split_explained(text[floor:body_end])
    if owned and not _OWNS.match(body.removeprefix("公司")):
        owned = False
        floor, body_end = _region(text, left, post_start)
        offset, body, status, acting = _split_explained(text[floor:body_end])
    body = _OPPOSITION.sub("", body) if not head.endswith("议员") else body
    body = body.removeprefix("公司") if owned and len(body) > 4 else body
    if not body and head in ATHLETES and text.endswith("我国", left, post_start):
        body, body_end, offset = "中国", post_start, post_start - 2 - floor
    ours = None if body else _OURS.search(text, max(left, post_start - 2), post_start)
    if ours:
        body, body_end, offset = ours.group(), post_start, ours.start() - floor
    issue = _ISSUE.search(body) if head in AIDES else None
    if issue:  # 某国政府|中东问题|特使: what somebody is sent for belongs to the post
        kept = _without_issue(body, issue)
        body_end, body, post_start = body_end - len(body) + kept, body[:kept], body_end - len(body) + kept
    country = _country_owning(text, left, floor + offset) if body.endswith("部") else ""
    body, offset = country + body, offset - len(country) - bool(country)
    modifiers = text[post_start : found.start()]
    joined = _joined(body, modifiers, head)
    body_end = body_end if body else post_start
    start = floor + offset if body or status else post_start
    return PostItem(start, start, body_end, post_start, end, joined, acting + modifiers + head, head, status)


def _country_owning(text: str, left: int, body_start: int) -> str:
    """The country in front of 的 before a ministry (波兰|的发展与技术部), or ""."""
    end = body_start - 1
    if end <= left or text[end] != "的":
        return ""
    for size in (5, 4, 3, 2):
        found = places().lookup(text[end - size : end]) if end - size >= left else ()
        if found and found[0].level == "country" and found[0].name != "中国":
            return text[end - size : end]
    return ""


def _region(text: str, left: int, post_start: int) -> tuple[int, int]:
    """The text in which the body of a post may stand; a short form in brackets behind the body is passed over."""
    body_end = post_start
    if text[post_start - 1 : post_start] == "）":
        opening = text.rfind("（", max(left, post_start - 14), post_start)
        body_end = opening if opening > left else post_start
    return _clause_start(text, max(left, body_end - REACH), body_end, explained=True), body_end


def _joined(body: str, modifiers: str, head: str) -> str:
    """Give the body the character that it shares with the head: 外交|部长 → 外交部."""
    if not modifiers and len(head) >= 2 and head.endswith("长") and body and _SHARES.match(head):
        shared = head[:-1]
        if not body.endswith(shared[-1]) and not _BODY_END.search(body):
            return body + shared
    return body


_OURS = re.compile("[我本该][校院社局所馆厂]$")
_ISSUE = re.compile("(?:问题|事务|政策|局势|国家安全|和平进程)$")


def _without_issue(body: str, issue: re.Match[str]) -> int:
    """How much of the words before an envoy names a body (中国政府|中东问题, 某国国务院|对某国政策); 0 if none does."""
    ends = range(issue.start() - (issue.group() != "国家安全"), 1, -1)
    return next((at for at in ends if _names_a_body(body[:at])), 0)


def _names_a_body(words: str) -> bool:
    return bool(_BODY_END.search(words) or places().lookup(words)) or words in national_forms()


# 高科奶业|的|董事长, 机构“某某之家”|的|总经理
_OWNS = re.compile(
    "^(?!公司|集团|本|该|这|那|其)[\u4e00-\u9fffA-Za-z（）]{2,}(?:公司|集团|银行|[业子器品技份股产车化源物药媒络件信电材工械保险航酒饰居泥铁])$"
)
# 中央某办|分管日常工作的|副主任: what somebody is in charge of stands between the body and the post.
_IN_CHARGE = re.compile("(?:负责|分管|主管|主持|协管)[^，。；：、的]{1,18}的$")
_SHARES = re.compile(
    r"(?:部|局|厅|处|科|司|署|院|所|校|馆|台|社|站|厂|行|会|组|队|大队|支队|中队|总队|庭|团|军|师|旅|营|连|排|班|股)长$"
)
_BODY_END = re.compile(
    r"(?:[一二三四五六七八九十]中|[港中科理浸城北复交]大|委|会|局|部|厅|院|校|大学|学院|中学|小学|司|公司|集团|银行|分行|支行|社|台|站|团|队|军|区|署|处|科|所|室|办|中心|协|联|党|组织|机构|政府|联盟|基金|厂|店|庭|组|府|馆|寺"
    r"|军区|舰队|省|市|县|国|镇|乡|村|街道|基地|学校|法院|检察院|医院|总队|支队|大队|分局|总局|总社|联社|报社|出版社|工程|项目|指挥部)$"
)


def _split_explained(region: str) -> tuple[int, str, str, str]:
    """As `_split`, a short form in brackets inside the region left out."""
    short = _EXPLAINED.search(region)
    if short is None:
        return _split(region)
    offset, body, status, acting = _split(region[: short.start()] + region[short.end() :])
    return offset + (short.end() - short.start() if offset > short.start() else 0), body, status, acting


@lru_cache(maxsize=60_000)
def _split(region: str) -> tuple[int, str, str, str]:
    """(where the body begins in `region`, the body without status marks, the status, a modifier in front of the body)."""
    status = ""
    core_end = len(region)
    while True:
        if region[core_end - 1 : core_end] in _ORDINAL_LAST:
            ordinal = _ORDINAL.search(region, 0, core_end)
            core_end = ordinal.start() if ordinal else core_end
        mark = _STATUS_END.search(region[:core_end])
        if not mark:
            break
        status = status or str(mark.lastgroup)
        core_end = mark.start()
    core = region[:core_end]
    offset = _after_verb(core)
    offset += _body_start(core[offset:])
    body = core[offset:]
    mark = _STATUS_START.search(body)
    if mark:
        status, body, offset = status or str(mark.lastgroup), body[mark.end() :], offset + mark.end()
    elif not status and offset and _WAS.search(region, 0, offset):
        status = "former"
    elif not status and offset and region[:offset].endswith(("新任", "当选", "候任")):
        status = "appointed"
    inside = _STATUS_INSIDE.search(body)
    if inside and body[inside.end() :].startswith(("公司", "本公司", "该公司")):  # 刘某新任|公司督察长
        offset, status, body = offset + inside.end(), status or str(inside.lastgroup), body[inside.end() :]
    elif inside:
        status, body = status or str(inside.lastgroup), body[: inside.start()] + body[inside.end() :]
    acting = _ACTING.search(body)
    if acting and acting.start() == 0:
        return offset + acting.end(), body[acting.end() :], status, acting.group()
    if acting:  # 香港|署理|某署署长
        return offset, body[: acting.start()] + body[acting.end() :], status, acting.group()
    period = _PERIOD.match(body)
    if period and period.end() < len(body) and not body.startswith("中共中央"):
        offset, body = offset + period.end(), body[period.end() :]
    elif period and period.end() == len(body):
        offset, body = len(region), ""
    return offset, _SUBJECT.sub("", body), status, ""


_WAS = re.compile("(?:原|时任|曾任|历任|已故|(?<![日此目之以提年月会赛战午天期面久])前)$")
_ORDINAL = re.compile("(?:首[任批位个名]|第[一二三四五六七八九十百\\d]+任)$")  # 某队第18任|队长
_ORDINAL_LAST = frozenset("任批位个名")
_ACTING = re.compile("署理|署任|代理(?!商|公司)")
_OPPOSITION = re.compile("^[\u4e00-\u9fff]{0,8}?(?:在野|执政|反对)党(?=[\u4e00-\u9fff]{2,}(?:党|联盟|力量))")
_SUBJECT = re.compile(r"(?<=大学|学院)(?:[\u4e00-\u9fff]{1,6}(?:学|专业|学科))$")  # 北京大学经济学教授


def _after_verb(core: str) -> int:
    """Where a body begins behind 任 or 当选, of which the segmenter makes other words (任上|海市); 0 if none does."""
    for verb in reversed(list(_HOLDING.finditer(core))):
        at = verb.end()
        if places().longest_at(core, at) or national_pattern().match(core, at):
            return at
    return 0


_HOLDING = re.compile("任(?!命)|当选为?")


@cache
def _body_words(sort: str) -> frozenset[str]:
    return frozenset(word for word, its in rows_of("body_words.tsv") if its == sort)


@lru_cache(maxsize=60_000)
def _body_start(core: str) -> int:
    """Where the organisation that ends at the end of `core` begins; len(core) if none does."""
    if not core or core in national_forms():
        return 0
    inside = _IN_NAME.search(core)
    if inside:
        start = _body_start(core[: inside.start()] + core[inside.end() :])
        return start if start < inside.start() else start + inside.end() - inside.start()
    words = _words_of(core)
    at = start = len(core)
    known = _known_at_the_end(core)
    soft = -1
    for index in range(len(words) - 1, -1, -1):
        word, flag = words[index]
        at -= len(word)
        if word in _body_words("stop") and not _pairs(word, core, at):
            if word == "中" and at == 0 and start == 1:
                start = 0  # 中|船消防设备有限公司
            break
        if _may_stand_in_body(word, flag) or _pairs(word, core, at):
            if soft < 0:
                start = at
            elif _ANCHOR.match(word) or flag in {"ns", "nt"}:
                start, soft = at, -1
        elif (
            (soft < 0 and (_ANCHOR.match(core, start) or flag[0] not in "vc" or word in _body_words("hard")))
            or flag[0] not in "vcap"
            or word in _body_words("hard")
        ):
            break
        else:
            soft = start
    for before in range(max(0, start - 4), start):  # 道|里|区委 is cut through the middle of 道里区
        found = places().longest_at(core, before)
        if found and found[0] > start and found[0] - before > 2:
            return before
        if found and found[0] == start and core.startswith("驻", start):
            return before  # 约|旦|驻利比亚大使
    return min(known, _of_a_group(core, start))


def _words_of(core: str) -> Sequence[tuple[str, str]]:
    """The words of `core`; a known body is one (前|立法会), so are a school's kind (陆集|中学) and a place (齐聚|范县)."""
    known = _short_known_at_the_end(core) or (len(core) - 5 if core.endswith("提名委员会") else 0)
    found = (*tag(core[:known]), (core[known:], "nt")) if known else tag(core)
    numbered = _NUMBERED_SCHOOL.search(core) if core[-1] == "中" else None
    if numbered and numbered.start():  # 开封|五中, of which the dictionary makes a verb and a number
        place = places().longest_at(core, 0)
        whole = place is not None and place[0] == numbered.start()
        before = ((core[: numbered.start()], "ns"),) if whole else tag(core[: numbered.start()])
        found = (*before, (numbered.group(), "n"))
    elif found[-1][0] == "学" and core.endswith(("大学", "中学", "小学")) and len(core) > 3:
        found = (*tag(core[:-2]), (core[-2:], "n"))
    for word, flag in found:
        if flag == "x" and len(word) > 2:
            break
    else:
        return found
    words: list[tuple[str, str]] = []
    for word, flag in found:
        cut = _place_ends(word) if flag == "x" and len(word) > 2 else 0
        words.extend([*tag(word[:cut]), (word[cut:], "ns")] if cut else [(word, flag)])
    return words


_NUMBERED_SCHOOL = re.compile("第?[一二三四五六七八九十]{1,3}中$")


def _place_ends(word: str) -> int:
    """Where a place begins that ends `word`; 0 if none does."""
    found = ((at, places().longest_at(word, at)) for at in range(1, len(word) - 1))
    return next((at for at, hit in found if hit and hit[0] == len(word)), 0)


def _short_known_at_the_end(core: str) -> int:
    """Where a known body of a few characters begins that ends `core`; 0 if none does."""
    forms, end = national_forms(), len(core)
    for at in range(max(1, end - 8), end - 1):
        if core[at:] in forms and (end - at > 2 or core[at:] in {"人大", "政协"}):
            return at
    return 0


def _known_at_the_end(core: str) -> int:
    """Where a known body of six characters or more begins that ends `core` (听取了|全国人大常委会代表资格审查委员会)."""
    forms, end = national_forms(), len(core)
    if core[-3:] not in _last_three():
        return end
    return next((at for at in range(max(0, end - 24), end - 5) if core[at:] in forms), end)


@cache
def _last_three() -> frozenset[str]:
    return frozenset(form[-3:] for form in national_forms() if len(form) > 5)


def _of_a_group(core: str, start: int) -> int:
    """A leading group's name holds verbs too: 中央|防范和处理…|领导小组."""
    whole = _GROUP.search(core, 0) if core.endswith(("小组", "小组办公室")) else None
    return min(start, whole.start()) if whole else start


_GROUP = re.compile("(?:中央|国务院|全国)[\u4e00-\u9fff]{2,24}?(?:领导|协调|工作|指导)小组(?:办公室)?$")
_ANCHOR = re.compile("中国|中央|中华|全国|国家|国务院|国际|世界|联合国|亚洲|欧洲|非洲|全球|中共")


def _pairs(word: str, core: str, at: int) -> bool:
    """和 within one name (发展和改革), not between two bodies."""
    if word not in {"和", "与", "及"} or at + 1 >= len(core):
        return False
    if _PAIRED.search(core[: at + 1]):
        return True
    if (
        _UNIT_IN_FRONT.search(core, 0, at)
        and not _BODY_END.search(core[:at])
        and _UNIT_BEHIND.search(core, at)
    ):
        return True
    before = core[:at].lstrip("兼任、，")
    first = tag(before) if 2 <= len(before) <= 4 else ()  # 能源|及水务转型部, with which the words begin
    return len(first) == 1 and first[0][1] in {"n", "vn"} and core[-1] in "部厅局署委"


# 某大学社会工作|及|社会行政学系, 某部市场|与|经济信息司: one part of one body, named after two things
_UNIT_IN_FRONT = re.compile(r"(?:大学|学院|医院|研究院|科学院|[部委局厅署])[\u4e00-\u9fff]{2,8}$")
_UNIT_BEHIND = re.compile(
    r"[和与及][\u4e00-\u9fff]{2,10}(?:学?系|学院|司|处|科|局|中心|研究所|研究室|委员会|学部)$"
)


def _may_stand_in_body(word: str, flag: str) -> bool:
    if word in _body_words("hard"):
        return False
    if word in _body_words("act"):
        return True
    if flag == "x" and "为" in word:
        return False  # 任命张伟为山西省…厅厅长 is cut 张|伟为|山西省
    kind = flag[0]
    if flag == "eng" and len(word) > 3 and len(set(word)) == 1:
        return False  # dirt: SSSSSS
    if flag in {"t", "tg"}:
        return False
    if kind == "m":
        return bool(re.search(r"[\d一二三四五六七八九十百]", word)) and not word.endswith(
            ("名", "位", "个", "多")
        )
    if word in {"·", "-", "－"}:
        return True
    return kind in "nsjbgailqfzke" or (flag in {"vn", "eng", "x"} and word.isalnum())
