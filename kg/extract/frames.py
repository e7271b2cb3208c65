"""How the sentence of a trigger casts its people: one function per frame of kg/lexicon/triggers.toml."""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.extract.casting import Case, Group, in_a_row
from kg.extract.drafts import Draft
from kg.extract.outline import PRIVATE, B, L, Outline, P, T
from kg.extract.places import names_in
from kg.lexicon.places import places

Fill = Callable[[Outline, int, int, list[Group], Draft], bool]
_SIGNS = re.compile(P)
_BODIES = re.compile(B)
_STOP = re.compile("[。；！？]")


_OTHER_SUBJECT = re.compile(rf"(?:{T})?(?:{B}(?!负责|领导|主要)|双方|两国|会议|各方|各国|\d+[名位]|多[名位国家]|[^，。]{{0,8}}(?:官员|人士|民众|媒体|警方|法院|政府|发言人))")


def subject(people: list[Group], start: int, words: str = "") -> Group | None:
    """The group that does what the trigger at `start` says: the nearest subject before it.

    None where the clause of the trigger begins with another one: a body, both sides.
    """
    for group in reversed(people):
        if group.end <= start and group.case is Case.SUBJECT:
            comma = words.rfind("，", group.end, start)
            return None if comma >= 0 and _OTHER_SUBJECT.match(words, comma + 1, start) else group
    return None


def _clause(words: str, start: int, end: int) -> tuple[int, int]:
    """The part of the sentence around a trigger that no full stop or semicolon cuts off."""
    first = max((m.end() for m in _STOP.finditer(words, 0, start)), default=0)
    stop = _STOP.search(words, end)
    return first, stop.start() if stop else len(words)


def _cast(outline: Outline, draft: Draft, group: Group, role: str) -> None:
    for sign in group.signs:
        draft.put(outline.person(sign), role)
    draft.open_list |= group.open


def _escorts(outline: Outline, people: list[Group], draft: Draft, span: tuple[int, int]) -> None:
    """在…陪同下, 率…, 陪同…: who came along, in the clause of the trigger."""
    for group in people:
        if not span[0] <= group.start < span[1]:
            continue
        if group.case in {Case.ESCORT, Case.LED}:
            _cast(outline, draft, group, "accompany")


def _bodies(outline: Outline, draft: Draft, start: int, end: int, role: str) -> None:
    for sign in _BODIES.findall(outline.words[start:end]):
        draft.bodies.setdefault(outline.body(sign).name, role)


def meets(outline: Outline, start: int, end: int, people: list[Group], draft: Draft) -> bool:
    """会见A、B; 同A举行会谈; A和B会谈."""
    span = _clause(outline.words, start, end)
    who = subject(people, start, outline.words)
    if who is not None:
        _cast(outline, draft, who, "lead")
    for group in people:
        if (group.case is Case.WITH and span[0] <= group.start < start) or (
            group.start >= end and group.start < span[1] and _reaches(outline.words, end, group.start)
        ):
            _cast(outline, draft, group, "counterpart")
    _escorts(outline, people, draft, span)
    if who is not None and not draft.people("counterpart") and len(who.signs) > 1:
        for sign in who.signs[1:]:
            draft.parts[outline.person(sign).name].role = "counterpart"
    if draft.trigger in _NEEDS_COUNTERPART and not draft.people("counterpart"):
        return who is not None and bool(
            re.search(r"[与同][^，。]{2,24}[长人员统理相表][^，。]{0,4}$", outline.words[:start])
        )
    return bool(draft.parts) and who is not None


_NEEDS_COUNTERPART = frozenset(
    {
        "会晤",
        "会谈",
        "双边会见",
        "交谈",
        "见面",
        "通话",
        "会面",
        "磋商",
        "拜访",
        "面谈",
        "探访",
        "打电话",
        "视频连线",
        "晤谈",
    }
)


def _reaches(words: str, end: int, start: int) -> bool:
    """Whether what follows a verb up to a person is its object: no new clause, no other verb of saying in between."""
    between = words[end:start]
    if re.search("[，。；：“]", between):
        return (
            bool(re.fullmatch(r"[^。；：“，]{0,30}(?:(?:、|和|以及)[^，。；：“]*)*", between))
            and "，" not in between
        )
    return len(between) <= 40 and not re.search("时|后|并|就|前", between)


def writes(outline: Outline, start: int, end: int, people: list[Group], draft: Draft) -> bool:
    """向A致电; 致电A; 同A通电话; A、B致电C."""
    span = _clause(outline.words, start, end)
    who = subject(people, start, outline.words)
    if who is not None:
        _cast(outline, draft, who, "lead")
    for group in people:
        inside = span[0] <= group.start < span[1]
        if (inside and group.case in {Case.WITH, Case.TO} and group.start < start) or (
            inside and group.start >= end and _reaches(outline.words, end, group.start)
        ):
            _cast(outline, draft, group, "counterpart")
    if draft.trigger in _NEEDS_COUNTERPART and not draft.people("counterpart"):
        return False
    if who is None and draft.trigger.startswith("发"):
        return _bodies_act(outline, draft, span[0], start)
    return bool(draft.parts)


def tours(outline: Outline, start: int, end: int, people: list[Group], draft: Draft) -> bool:
    """到…调研; 在A陪同下考察; 看望A、B; 率A慰问."""
    span = _clause(outline.words, start, end)
    who = subject(people, start, outline.words)
    if who is None:
        return draft.type == "inspection" and inspected(outline, start, draft)
    _cast(outline, draft, who, "lead")
    _escorts(outline, people, draft, span)
    for group in people:
        if group.case is Case.ESCORTED and group.start < start:  # A陪同B调研: B leads
            _cast(outline, draft, group, "lead")
            for sign in who.signs:
                draft.parts[outline.person(sign).name].role = "accompany"
        elif (
            draft.type == "condolence"
            and group.start >= end
            and group.start < span[1]
            and _reaches(outline.words, end, group.start)
        ):
            _cast(outline, draft, group, "counterpart")
    _visited(outline, draft, *_own_stretch(outline.words, start, end, (who.end, span[1])))
    return True


_TOURING = re.compile("调研|考察|视察|检查|督导|看望|慰问|宣讲")


def _own_stretch(words: str, start: int, end: int, span: tuple[int, int]) -> tuple[int, int]:
    """The part of a clause that belongs to one act of a tour, where another act stands before or after it."""
    before = max(
        (m.end() for m in _TOURING.finditer(words, span[0], max(span[0], start - 1))), default=span[0]
    )
    after = _TOURING.search(words, end + 1, span[1])
    return before, after.start() if after else span[1]


_GOING = (
    r"(?:到|赴|来到|走进|前往|深入|抵达|考察|调研|视察|察看|检查|参观|慰问|看望|走访|查看|看望慰问|走访慰问)"
)
_VISITED = re.compile(
    rf"(?:{_GOING}(?:了)?(?:位于)?(?:正在)?[^，。；{P[1:-1]}]{{0,14}}?|(?:来到|走进)[^，。；{P[1:-1]}]{{0,36}}的|(?:^|，)在)(?P<chain>{B}(?:(?:、|和|及|以及|与|，)[^，。；{P[1:-1]}]{{0,4}}?{B})*)"
    r"(?=[，。；等和及与、]|的|调研|考察|视察|检查|看望|慰问|参观|指导|展厅|车间|国库|系统|大厅|窗口|现场|工地|座谈|$)"
)
_NOT_VISITED = frozenset({"国务院", "中国共产党中央委员会", "中国共产党", "中国政府"})
_INSPECTED = re.compile(
    rf"对(?P<chain>{B}(?:[（(、，；和及][^。]{{0,26}}?{B})*[）)]?)(?:等)?[^，。；]{{0,24}}(?:开展|进行|实施|启动)[^，。；]{{0,8}}$"
)


def _visited(outline: Outline, draft: Draft, start: int, end: int) -> None:
    for match in _VISITED.finditer(outline.words, start, end):
        for sign in _BODIES.findall(match["chain"]):
            name = outline.body(sign).name
            if name not in _NOT_VISITED:
                draft.bodies.setdefault(name, "visited")


def visited_on(outline: Outline, until: int, draft: Draft) -> None:
    """Add the bodies that a later sentence of the same tour goes to."""
    _visited(outline, draft, 0, until)


def inspected(outline: Outline, start: int, draft: Draft) -> bool:
    """对A、B、C开展巡视, with no person in it: the bodies are the targets, who approved it the issuer."""
    match = _INSPECTED.search(outline.words, 0, start)
    if match is None:
        return False
    for sign in _BODIES.findall(match["chain"]):
        draft.bodies.setdefault(outline.body(sign).name, "target")
    if re.search("经(?:党)?中央批准", outline.words[: match.start()]):
        draft.bodies.setdefault("中国共产党中央委员会", "issuer")
    for body in re.finditer(
        rf"(?:经|报)({B})(?=[^，。]{{0,8}}(?:批准|同意))|({B})(?=[^，。]{{0,6}}$)",
        outline.words[: match.start()],
    ):
        draft.bodies.setdefault(outline.body(body[1] or body[2]).name, "issuer")
    return True


def guests(outline: Outline, draft: Draft) -> Draft | None:
    """会见到访的A: A is on a journey, of which no day is said."""
    match = re.search(rf"(?:到访|来访|来华|访华|访问)[^，。；{P[1:-1]}]{{0,12}}的({P})", outline.words)
    if match is None:
        return None
    trip = Draft("trip", "来访", [], "guests/1")
    trip.put(outline.person(match[1]), "lead")
    trip.places = ()
    if "华" in match.group() or (re.search("来访|到访", match.group()) and "我国" in outline.words):
        trip.places = ("中国",)
    return trip


_INVITED = re.compile(r"应(?P<by>[^，。；]*?)(?:的)?(?:邀请|之邀)")
_BOUND = re.compile(
    r"(?:一行)?(?:将|即将|应邀|正在)?(?:对|来|访|赴|抵|前来|此次|首次|第.次|今天|开始|[\ue800-\uebff])"
)


def travels(outline: Outline, start: int, end: int, people: list[Group], draft: Draft) -> bool:
    """抵达…; 应A邀请对…进行国事访问; A来华. Only to or from another country."""
    words = outline.words
    places = _destination(outline, start, end)
    if places is None:
        return False
    draft.places = places
    if re.match(rf"[^，。；]{{0,14}}的{P}", words[end:]):
        return False
    near = [
        g
        for g in people
        if g.case is not Case.INVITER
        and g.end <= start
        and "，" not in words[g.end : start]
        and _BOUND.match(words, g.end)
    ]
    who = near[-1] if near else subject(people, start, words)
    if who is None or who.case in {Case.WITH, Case.INVITER}:
        return False
    _cast(outline, draft, who, "lead")
    for match in _INVITED.finditer(words):
        for sign in _SIGNS.findall(match["by"]):
            host = outline.person(sign)
            draft.parts.pop(host.name, None)
            draft.put(host, "counterpart")
    _escorts(outline, people, draft, (0, len(words)))
    return bool(draft.people("lead"))


_WHERE = re.compile(rf"^(?:了)?(?:[^，。；{P[1:-1]}]{{0,4}}?)([\ue000-\uefff])")
_TOWARDS = re.compile(rf"对(?:{P})?({L})[^，。]{{0,6}}进行[^，。]{{0,12}}$")
_FIXED = {
    "华": ("中国",),
    "港": ("香港特别行政区",),
    "澳": ("澳门特别行政区",),
    "台": ("台湾省",),
    "美": ("美国",),
    "俄": ("俄罗斯",),
    "日": ("日本",),
    "韩": ("韩国",),
    "朝": ("朝鲜",),
    "欧": (),
}


def _destination(outline: Outline, start: int, end: int) -> tuple[str, ...] | None:
    """Where a journey goes; None where it stays in the country or is none."""
    words = outline.words
    trigger = words[start:end]
    if trigger[-1] in _FIXED and trigger[:-1] in {"访", "来", "抵", "到访"}:
        return _FIXED[trigger[-1]]
    towards = _TOWARDS.search(words, 0, start) if "访问" in trigger else None
    if towards is None:
        towards = _WHERE.search(words[end:])
        origin = re.search(rf"(?:由|从|自)({L})$", words[:start])
        if (
            towards is not None
            and origin
            and re.fullmatch(L, towards[1])
            and is_abroad(outline.place(origin[1]))
        ):
            return outline.place(towards[1])
        if trigger in {"离开", "乘专机离开"}:
            towards = re.search(rf"(?:前往|赴|对|飞往|抵达)[^，。]{{0,6}}({L})", words[end:])
    if towards is not None and re.fullmatch(L, towards[1]):
        names = outline.place(towards[1])
        return names if is_abroad(names) else None
    if towards is None and re.search("我国|中国", words[max(0, start - 8) : start]) and "访问" in trigger:
        return ("中国",)
    return None


def is_abroad(names: tuple[str, ...]) -> bool:
    """Whether places lie in another country, or where one crosses a border to get: Hong Kong, Macau, Taiwan."""
    found = places().lookup(names[0])
    return bool(found) and (found[0].level in {"country", "city"} or found[0].code[:2] in {"71", "81", "82"})


def does(outline: Outline, start: int, end: int, people: list[Group], draft: Draft) -> bool:
    """参观…; A和B签署协议; 迎接A."""
    span = _clause(outline.words, start, end)
    who = subject(people, start, outline.words)
    if who is None or who.end < span[0]:
        return draft.type == "agreement" and _bodies_act(outline, draft, span[0], start)
    if draft.type == "agreement" and not _AGREED.match(outline.words[end : span[1]]):
        if not _DECREED.match(outline.words[end : span[1]]):
            return False
        draft.type = "issuance"
    _cast(outline, draft, who, "lead")
    for group in people:
        if (span[0] <= group.start < start and group.case is Case.WITH) or (
            group.start >= end and group.start < span[1] and _reaches(outline.words, end, group.start)
        ):
            _cast(outline, draft, group, "counterpart")
    _escorts(outline, people, draft, span)
    _visited(outline, draft, who.end, span[1])
    return True


_AGREED = re.compile(
    "[^，。；]{0,60}?(?:协议(?!的)|备忘录|协定(?!的)|条约|合同|声明|宣言|公报|合作文件|意向书|合约|公约|议定书|协议书)"
)
_DECREED = re.compile("[^，。；]{0,40}?(?:令|法案|法令|文件|决议|命令|法律)")
_ACTORS = re.compile(
    rf"(?P<chain>{B}(?:[^，。；{P[1:-1]}]{{0,6}}(?:、|和|与|同|及|以及|，)[^，。；{P[1:-1]}]{{0,4}}?{B})*)(?=[^，。；{P[1:-1]}{B[1:-1]}]{{0,16}}$)"
)


def _bodies_act(outline: Outline, draft: Draft, first: int, start: int) -> bool:
    """B与B签署…, B、B发来贺电: with no person, the bodies before the word take part."""
    match = _ACTORS.search(outline.words[first:start])
    if match is None:
        return False
    for sign in _BODIES.findall(match["chain"]):
        draft.bodies.setdefault(outline.body(sign).name, "participant")
    return True


def honours(outline: Outline, start: int, end: int, people: list[Group], draft: Draft) -> bool:
    """授予A称号; 为A颁奖; A获奖."""
    words = outline.words
    span = _clause(words, start, end)
    trigger = draft.trigger
    who = subject(people, start, outline.words)
    if trigger in {"授予", "颁发", "追授", "颁授", "颁奖"} and "被" not in words[max(0, start - 2) : start]:
        if who is not None:
            _cast(outline, draft, who, "lead")
        for group in people:
            given = group.case in {Case.TO, Case.FOR} and span[0] <= group.start < start
            if given or (
                group.start >= end and group.start < span[1] and len(words[end : group.start]) <= 24
            ):
                for sign in group.signs:
                    draft.parts.pop(outline.person(sign).name, None)
                _cast(outline, draft, group, "target")
        _bodies(outline, draft, span[0], start, "issuer")
        return bool(draft.people("target")) or (trigger == "颁奖" and who is not None)
    if who is None or not re.match(
        r"(?:了|得|得了)?[^，。；]{0,40}(?:奖|称号|勋章|奖章|金牌|银牌|铜牌|冠军|一等功|二等功|奖项|荣誉|楷模|模范)",
        words[end:],
    ):
        return False
    _cast(outline, draft, who, "target")
    return True


def suffers(outline: Outline, start: int, end: int, people: list[Group], draft: Draft) -> bool:
    """A受到处分; 给予A、B开除党籍处分; 对A立案审查; A逝世."""
    words = outline.words
    span = _clause(words, start, end)
    after = next((g for g in people if g.start == end), None)
    listed = [g for g in people if after is not None and g.start > after.start and g.start < span[1]]
    before = [g for g in people if g.end > span[0] and g.end <= start]
    if draft.trigger in _ON_BODIES:
        before = [g for g in before if g.case is Case.TO]
    if draft.type != "death" and after is not None:
        _cast(outline, draft, after, "target")
        for g in listed:  # 分别判处A有期徒刑十一年，B有期徒刑七年
            if words[g.start - 1] in "，、" and re.match(
                "[^，。]{0,8}(?:有期徒刑|无期徒刑|死刑|拘役|处分|警告|开除|罚金)", words[g.end :]
            ):
                _cast(outline, draft, g, "target")
    elif before:
        group = before[-1]
        if draft.type == "death" and group.case in {Case.TO, Case.WITH} and words[group.end : start]:
            return False
        if draft.type == "death" and len(words[group.end : start]) > 24:
            return False
        for g in in_a_row(words, before):
            if not all(outline.title(sign).endswith(_JUDGING) for sign in g.signs):
                _cast(outline, draft, g, "target")
    until = before[0].start if before else start
    for body in re.finditer(
        rf"({B})(?=(?:依法|今天|日前|近日|对|给予|以|决定|作出|宣布|常务?委?|第|一审|二审|[\ue800-\uebff]|[^，。]{{0,6}}$))",
        words[:until],
    ):
        if not re.search(r"(?:依据|按照|根据|并报|报)[^，。]{0,2}$", words[: body.start()]):
            draft.bodies.setdefault(outline.body(body[1]).name, "issuer")
    for body in re.finditer(rf"由({B})(?=报)", words[:until]):
        draft.bodies.setdefault(outline.body(body[1]).name, "issuer")
    if not draft.parts and draft.type == "sanction":
        target = re.search(rf"对({B})[^，。；]{{0,24}}$", words[span[0] : start])
        if target is not None and draft.bodies:
            draft.bodies[outline.body(target[1]).name] = "target"
            return len(draft.bodies) > 1
    if draft.type == "sanction" and not draft.bodies:
        draft.homes.update(homes_of(outline, [s for g in before for s in g.signs]))
    return bool(draft.parts)


_JUDGING = ("法官", "裁判官", "检察官", "律师", "警司", "督察", "检察长")
_UNIT_TOWN = re.compile("(?:^|[、，县市区])([一-龥]{2,3}(?:镇|乡|街道))(?=党|政|人|原|长|纪|副|书|镇|乡)")
_ON_BODIES = frozenset({"制裁", "出口管制", "禁令"})


def homes_of(outline: Outline, signs: list[str]) -> dict[str, tuple[str, ...]]:
    """Where the units of people lie who are named one after the other: 大竹县副县长A、林业局局长B."""
    homes: dict[str, tuple[str, ...]] = {}
    here: tuple[str, ...] = ()
    for sign in signs:
        own = names_in(outline.title(sign), places())
        if own:
            here = own if places().lookup(own[0])[0].level == "province" else (*_above(here, own), *own)
        town = _UNIT_TOWN.search(outline.title(sign))
        homes[outline.person(sign).name] = (*here, town[1]) if town and town[1] not in here else here
    return homes


def _above(here: tuple[str, ...], own: tuple[str, ...]) -> tuple[str, ...]:
    """The divisions last named that the next ones lie in: 天津市 for 津南区, then 天津市 and 津南区 for 小站镇."""
    found = places().lookup(own[0])
    chains = [p.parents for p in found] or [here]
    return tuple(name for name in here if any(name in chain for chain in chains))


def issues(outline: Outline, start: int, end: int, people: list[Group], draft: Draft) -> bool:
    """B印发…; B发表声明: the body issues it."""
    span = _clause(outline.words, start, end)
    lead_in = outline.words[span[0] : start]
    if re.search(rf"{P}[^，。]*$", lead_in):
        return False
    cut = max(lead_in.rfind("，"), lead_in.rfind("："), 0)
    part = lead_in[cut:]
    if not _BODIES.search(part):
        return draft.trigger in {"通报曝光", "公开曝光", "公开通报", "曝光"}
    signs = re.findall(
        rf"{B}(?=(?:、|和|与|及|以及|联合|共同|今天|日前|近日|昨天|就|对|向|公开|[\ue800-\uebff]|，|分别|正式|[一-龥]{{0,6}}$))",
        part,
    )
    for sign in signs:
        draft.bodies.setdefault(outline.body(sign).name, "issuer")
    return bool(draft.bodies)


FRAMES: dict[str, Fill] = {
    "meets": meets,
    "writes": writes,
    "tours": tours,
    "travels": travels,
    "does": does,
    "honours": honours,
    "suffers": suffers,
    "issues": issues,
}


def strip_signs(words: str) -> str:
    """An outline's words without its signs, for labels and nouns."""
    return PRIVATE.sub("", words)
