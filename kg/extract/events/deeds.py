"""Doing, signing, honouring and publishing."""

from __future__ import annotations

import re

from kg.extract.events.cases import Case
from kg.extract.events.casting import Group, in_a_row
from kg.extract.events.drafts import Draft
from kg.extract.events.outline import BODIES, B, Outline, P, T
from kg.extract.events.pacts import parties
from kg.extract.events.roles import BODY, behind, cast, clause, escorts, subject
from kg.extract.events.tours import visited

_AGREED = re.compile(
    "[^，。；]{0,60}?(?:协议(?!的)|备忘录|协定(?!的)|条约|合同|声明|宣言|公报|合作文件|意向书|合约|公约|议定书|协议书|责任书|确认书|承诺书|协定书)"
)
_AGREED_TITLE = re.compile(  # 签署《…合作协议》: what the title says
    "[^，。；《]{0,20}《[^》]{0,60}(?:协议|备忘录|协定|条约|合同|声明|宣言|公报|合作文件|意向书|公约|议定书|协议书)[^》]{0,12}》"
)
# 就两国签署…互致贺信, A就任的第二天，甲国和乙国代表签署…: not the people before the word
_OTHERS_SIGN = re.compile("见证|(?:(?<![与和同])两国|双方|代表|就)[^，。；]{0,14}$")
_DECREED_TITLE = re.compile("[^，。；《]{0,20}《[^》]{0,60}(?:令|法案|法令|决议|命令)》")
_DECREED = re.compile("[^，。；]{0,40}?(?:令|法案|法令|文件|决议|命令|法律)")
_OF_BODY = re.compile(rf"(?:了)?(?:第\d+号)?({B})(?:第\d+号)?(?:令|命令|文件)")  # 签署B令
_RECEIVING = frozenset({"迎接", "送行"})  # 共同迎接明年: only of people who arrive or leave
_ARRIVALS = re.compile("机场|廊桥|舱门|舷梯|车站|到访|到来|专机")
_GIVING = frozenset({"授予", "颁发", "追授", "颁授", "颁奖", "记一等功", "记二等功", "记三等功"})
_PASSIVE = re.compile(f"被[^，。；{P[1:-1]}]*$")  # 被B、B和B授予
_GIVERS = 60  # signs that they may take up in front of the verb
_MERITED = re.compile("[给为]")
_PRIZED = re.compile(
    "[^，。；]{0,4}奖(?:的)?(?:代表|单位|人员|作品|项目|选手|企业|团队|集体|个人|作者|影片|学生|同志)"
)
_WHO_WON = re.compile("奖(?![后时并了及和项])[一-龥]")  # 为获奖|运动员颁奖
_ORDERED = re.compile("[^，。；]{0,12}(?:称号|勋章|奖章)?的?(?:命令|通令|决定)")
_ASKED = re.compile("邀?请$")
_PRIZE = re.compile(
    r"(?:了|得|得了)?[^，。；]{0,40}(?:奖|称号|勋章|奖章|金牌|银牌|铜牌|冠军|一等功|二等功|奖项|荣誉|楷模|模范)"
)
_PERSON_BEFORE = re.compile(rf"{P}[^，。]*$")
_ORDER = re.compile("(?:了)?[^，。；的]{0,12}(?<!命)(?:令|训令|命令|法令|政令)(?=[，。；、]|$)")
_EXPOSING = frozenset({"通报曝光", "公开曝光", "公开通报", "曝光"})
_GOES_ON = re.compile(rf"(?:{T}，?)?({B}(?:[、和与]{B})*)(?:{T}|今天|[日近]日)*(?:召开|举行|会同)")
_TITLE = re.compile("了?“■")
_REPORTS = _EXPOSING | {"通报"}
_ISSUER = re.compile(
    rf"{B}(?=(?:{B}|、|和|与|及|以及|于|联合|共同|今天|日前|近日|昨天|就|对|向|公开|等[\d一二三四五六七八九十]*(?:个?部门|部委|单位|机构)|[\ue800-\uebff]|，|分别|正式|[一-龥]{{0,6}}$))"
)


def does(outline: Outline, start: int, end: int, people: list[Group], draft: Draft) -> bool:
    """参观…; A和B签署协议; 迎接A."""
    words = outline.words
    span = clause(words, start, end)
    who = subject(people, start, words)
    if who is None or who.end < span[0]:
        return draft.type == "agreement" and parties(outline, draft, span[0], start)
    paper = outline.text[outline.starts[end] : outline.starts[span[1]]] if draft.type == "agreement" else ""
    if (
        draft.type == "agreement"
        and "达成" not in draft.trigger
        and not (_AGREED.match(words, end, span[1]) or _AGREED_TITLE.match(paper))
    ):
        if not (_DECREED.match(words, end, span[1]) or _DECREED_TITLE.match(paper)):
            return False
        draft.type = "issuance"
        cast(outline, draft, who, "lead")  # whoever the decree names is not there
        decree = _OF_BODY.match(words, end)
        if decree is not None:
            draft.bodies[outline.body(decree[1]).name] = "issuer"
        return True
    if draft.trigger in _RECEIVING and not (
        any(behind(g, words, end, span) for g in people) or _ARRIVALS.search(words)
    ):
        return False
    if draft.type == "agreement" and _OTHERS_SIGN.search(words, who.end, start):
        return False
    escorted = [g for g in people if g.case is Case.ESCORTED and who.end <= g.start and g.end <= start]
    for group in in_a_row(words, [g for g in people if g.end <= who.end]):
        cast(outline, draft, group, "accompany" if escorted else "lead")
    for group in escorted:  # A陪同B检阅仪仗队: B leads
        cast(outline, draft, group, "lead")
    for group in people:
        if (group.case is Case.WITH and span[0] <= group.start < start) or behind(group, words, end, span):
            cast(outline, draft, group, "counterpart")
        elif group.case is Case.FOR and draft.trigger == "设宴" and who.end <= group.start < start:
            cast(outline, draft, group, "attend")
    escorts(outline, people, draft, span)
    visited(outline, draft, who.end, span[1])
    return True


def honours(outline: Outline, start: int, end: int, people: list[Group], draft: Draft) -> bool:
    """授予A称号; 为A颁奖; A获奖."""
    words = outline.words
    if _ORDERED.match(words, end):
        return False  # 宣读授予荣誉称号命令
    who = subject(people, start, words)
    passive = _PASSIVE.search(words, max(0, start - _GIVERS), start)
    if draft.trigger in _GIVING and passive is not None and who is not None and who.end <= passive.start():
        cast(outline, draft, who, "target")
        for sign in BODY.findall(passive.group()):
            draft.bodies.setdefault(outline.body(sign).name, "issuer")
        return True
    if draft.trigger in _GIVING and "被" not in words[max(0, start - 2) : start]:
        return (
            _given(outline, start, end, people, draft, who)
            or _given_to_bodies(outline, start, end, draft)
            or _conferred(outline, start, end, draft)
        )
    if _PRIZED.match(words, end) or (words.endswith("获", 0, end) and _WHO_WON.match(words, end)):
        return False  # 接见获奖代表
    prize = _PRIZE.match(words, end)
    if who is None or prize is None or words.startswith("的", prize.end()):
        return False  # 向获得金牌的运动员致电: not who writes
    cast(outline, draft, who, "target")
    return True


def _given(
    outline: Outline, start: int, end: int, people: list[Group], draft: Draft, who: Group | None
) -> bool:
    words = outline.words
    span = clause(words, start, end)
    givers = start
    if draft.trigger.startswith("记"):  # 给A，B，C记一等功
        to = _MERITED.search(words, span[0], start)
        givers = to.start() if to is not None else start
        for group in people:
            if to is not None and to.end() <= group.end <= start:
                cast(outline, draft, group, "target")
    elif (asked := _asked(people, start, words)) is not None:
        cast(outline, draft, asked, "lead")
    elif who is not None:
        cast(outline, draft, who, "lead")
    for group in people:
        before = group.case in {Case.TO, Case.FOR} and span[0] <= group.start < start
        if before or (end <= group.start < span[1] and group.start - end <= 24):
            for sign in group.signs:
                draft.parts.pop(outline.person(sign).name, None)
            cast(outline, draft, group, "target")
    for sign in BODY.findall(words[span[0] : givers]):
        draft.bodies.setdefault(outline.body(sign).name, "issuer")
    return bool(draft.people("target")) or (draft.trigger == "颁奖" and who is not None)


def _asked(people: list[Group], start: int, words: str) -> Group | None:
    """A邀请B为优胜者|颁奖: B, who does so."""
    for group in people:
        if (
            group.end <= start
            and _ASKED.search(words, 0, group.start)
            and "，" not in words[group.end : start]
        ):
            return group
    return None


def _given_to_bodies(outline: Outline, start: int, end: int, draft: Draft) -> bool:
    """B授予B、B…称号; B为B颁发…: a prize for bodies."""
    words = outline.words
    span = clause(words, start, end)
    to = re.search(
        rf"[给为向](?:包括)?({B}(?:[、和及]{B})*)[^，。；{BODIES}]{{0,24}}$", words[span[0] : start]
    )
    behind_it = re.match(
        rf"(?:了)?({B}(?:[、和及]{B})*)[^，。；]{{0,30}}(?:称号|奖|勋章|牌)", words[end : span[1]]
    )
    chain = to or behind_it
    if chain is None:
        return False
    for sign in BODY.findall(words[span[0] : span[0] + to.start() if to else start]):
        draft.bodies.setdefault(outline.body(sign).name, "issuer")
    for sign in BODY.findall(chain[1]):
        draft.bodies[outline.body(sign).name] = "target"
    return True


_CITED = re.compile("[，：]?(?:另?据|根据|按照|依据|依照)")  # 据B通报，…: only where it was heard
# B召开发布会通报, 在B会议发表报告: told as a meeting; B录制的作品今天发布: not issued by B
_AT_ITS_MEETING = re.compile(rf"{B}(?:会议|[^，。；{BODIES}]*发布会)")
_BY_ANOTHER = re.compile(rf"{B}[^，。；{BODIES}]*的(?![^，。；]*(?:会|仪式|论坛)上)[^，。；{BODIES}]*$")
_NAMES_SOMEBODY = re.compile("，(?:委任|任命|聘任)")  # 政府公布，委任某某: an appointment
_A_PAPER = {
    "发表": re.compile("(?:了)?[^，。；“]{0,10}(?:“■|白皮书|报告|公报|公开信)"),
    "发出": re.compile("(?:了)?[^，。；]{0,16}(?:通知|公告|通告|警示|预警|倡议|公开信|警告|命令|指令)(?!的)"),
}
_PRESS = ("社", "报", "电视台", "网", "电台", "通讯社", "周刊", "杂志", "时报", "求是")


def _is_paper(outline: Outline, end: int, part: str) -> bool:
    """发表《…》, 发出警示: only of a paper, and of no newspaper, whose daily work it is."""
    trigger = outline.words[end - 2 : end]
    issuers = [outline.body(sign).name for sign in BODY.findall(part)]
    return bool(_A_PAPER[trigger].match(outline.words, end)) and not any(
        name.endswith(_PRESS) for name in issuers
    )


_CONFERS = re.compile(rf"({B}(?:[、和与]{B})*)(?:{T}|[日近]日|决定|联合|正式|向[^，。；{BODIES}]{{2,20}})*$")

# B发布某大队的先进事迹，授予他们
_PUBLISHED = re.compile(
    rf"(?:^|，)({B})(?:{T}|向全社会|宣传|[日近]日|今天)*(?:发布|追授|发出)[^，。；{BODIES}]*事迹，$"
)
_DEEDS = re.compile("了?[^，。；]{0,30}事迹")  # published to be followed: no paper


def _conferred(outline: Outline, start: int, end: int, draft: Draft) -> bool:
    """B授予某号医院船“…”称号: by whom, where who is honoured is nobody we know."""
    first = clause(outline.words, start, end)[0]
    givers = _CONFERS.search(outline.words, first, start) or _PUBLISHED.search(outline.words, first, start)
    if givers is None or not _PRIZE.match(outline.words, end):
        return False
    for sign in BODY.findall(givers[1]):
        draft.bodies.setdefault(outline.body(sign).name, "issuer")
    return True


def issues(outline: Outline, start: int, end: int, people: list[Group], draft: Draft) -> bool:
    """B印发…; B发表声明: the body issues it."""
    span = clause(outline.words, start, end)
    lead_in = outline.words[span[0] : start]
    if _PERSON_BEFORE.search(lead_in):
        who = subject(people, start, outline.words)
        if who is None or not _ORDER.match(outline.words, end):
            return False
        cast(outline, draft, who, "lead")  # 某某发布命令
        return True
    part = lead_in[max(lead_in.rfind("，"), lead_in.rfind("："), 0) :]
    before = _GOES_ON.match(lead_in) if part in {"，", "，并", "，联合"} else None
    if before is not None and _TITLE.match(outline.words, end):  # B召开发布会，发布《…》
        for sign in BODY.findall(before[1]):
            draft.bodies.setdefault(outline.body(sign).name, "issuer")
        return True
    if (
        _CITED.match(part)
        or _DEEDS.match(outline.words, end)
        or _NAMES_SOMEBODY.match(outline.words, end)
        or (draft.trigger in _A_PAPER and not _is_paper(outline, end, part))
    ):
        return False
    if _AT_ITS_MEETING.search(part) or (draft.trigger not in _REPORTS and _BY_ANOTHER.search(part)):
        return False
    if not BODY.search(part):
        if draft.trigger in _EXPOSING and "中央纪委" in part:
            draft.bodies["中国共产党中央纪律检查委员会"] = "issuer"
        return draft.trigger in _EXPOSING
    for sign in _ISSUER.findall(part):
        role = "target" if part[part.index(sign) - 1] in "向对给" else "issuer"
        draft.bodies.setdefault(outline.body(sign).name, role)
    return bool(draft.bodies)
