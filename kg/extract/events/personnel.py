"""Appointments and removals: words that say so, and the events behind tenures that an article starts or ends."""

from __future__ import annotations

import re

from kg.extract.events.cases import Case
from kg.extract.events.casting import Group, in_a_row
from kg.extract.events.drafts import Draft
from kg.extract.events.fates import homes_of
from kg.extract.events.outline import PERSONS, B, Outline, P, T
from kg.extract.reading import NameMention, Reading
from kg.extract.time.dates import Precision, TimeRange
from kg.lexicon.places import places
from kg.lexicon.wordlist import any_of

_GIVEN = re.compile(
    any_of(
        "当选 任命 委任 聘任 出任 接任 就任 获任 上任 履新 派驻 署任 升任 晋升 连任 推举 推选 选举 增补"
        " 选为 聘为 通过了 同志为 接替 坐正 顶上 补选 改任 转任 担任".split()
    )
    + r"|(?<=[\ue000-\ue3ff志生士])任(?=[\ue400-\ue7ff\uec00-\uefff]|[^，。]{0,14}"
    r"(?:书记|部长|主任|局长|厅长|省长|市长|县长|委员|主席|院长|检察长|董事|经理))"
)
_DECIDED = re.compile("决定：|决定任|不再担任|免去|任命|职务")
_TAKEN = re.compile(
    any_of(
        "免职 免去 请辞 辞职 辞去 调离 革职 革除 罢免 撤职 卸任 离任 解除 停职 下台 递交辞呈 提交辞呈 递交辞职信"
        " 被免 炒 离职 解职 退休 不再担任 撤销 辞任 引咎 被撤 辞官".split()
    )
)
_NO_ACT = re.compile(
    r"(?:继续|无意|讨论|拒绝|反对|如果|若|是否|要求|呼吁|敦促|促请|逼|希望|支持|建议|候选|竞选|有意|准备|可能|传|推荐|提名|否认|曾|没有|不会|不|未|资格)[^，。]{0,6}$"
)
_TAKEN_UP = frozenset({"出任", "就任", "接任", "担任", "上任"})
_AS_A_TIME = re.compile("了?[^，。；]{0,14}(?:以来|之后|以后|后|期间|时|不久)[，。；]")
_OF_HIS = re.compile("所?(?:领导|率领)的|的(?:内阁|政府|幕僚|助手)|政府|内阁")
_NOT_DONE = re.compile(
    r"^(?:[^，。；]{0,9}(?:以来|期间|后(?=[^，。；任]))|不久|呈请|论坛|的(?!是)|后|时|期间|前|结果|权|案|书|制度|委员会|活动|工作|程序|典礼|仪式|演说|宣誓|日(?!本)|事宜)"
)


def personnel_events(
    outline: Outline, until: int, people: list[Group], ellipsis: NameMention | None
) -> list[tuple[int, int, Draft]]:
    """What a sentence says of posts given and taken, as (start, end of the word, draft).

    `ellipsis` is who is meant where the sentence names nobody but has a date of its own (a biography).
    """
    found = []
    for kind, pattern in (("appointment", _GIVEN), ("removal", _TAKEN)):
        for match in pattern.finditer(outline.words, 0, until):
            draft = _read(outline, match, kind, people, ellipsis)
            if draft is not None:
                found.append((match.start(), match.end(), draft))
    return found


_BY_HIM = re.compile(f"由{P}$|由{P}任[^，。；]{{2,24}}[，、]{P}$")  # 由A任董事长，B任总经理
_WEAK = frozenset({"担任", "选举", "连任", "退休", "撤销", "炒", "解除", "上任", "增补", "晋升"})


_CHOSEN = re.compile(f"了?(?:{P}|为|[^，。；]{{0,6}}(?:委员|常委|主席|代表))")
_WHILE = re.compile(f"{P}(?:在?任|做|担任)[^，。；]{{1,6}}(?:时|期间|任内)，?[^，。；{PERSONS}]{{0,3}}$")
_NO_POST = re.compile("[^，。；]{0,4}证人|主任(?:指|裁|询|要求|[\ue000-\ue3ff])")
_PASSED = re.compile(f"{P}(?:[、和]{P})*为")  # 通过了A、B为大会副秘书长
_DECLARED = re.compile(f"{P}(?:[、和]{P})*")  # 主持人宣布：|A、B同志为副主席
_AS = re.compile(f"了?[^，。；]{{0,8}}{P}(?:出任|就任|担任|任)")


def _read(
    outline: Outline, match: re.Match[str], kind: str, people: list[Group], ellipsis: NameMention | None
) -> Draft | None:
    words, start, end = outline.words, match.start(), match.end()
    if _NO_ACT.search(words[max(0, start - 9) : start]) or _NOT_DONE.match(words[end : end + 12]):
        return None
    dated = re.search(T, words[:start].rpartition("，")[2])
    if match.group() in _TAKEN_UP and not dated and _AS_A_TIME.match(words, end):
        return None  # 出任总统后，韩方多次表达不满
    if words.endswith("低", 0, start) and match.group() == "调离":
        return None  # 低调|离开
    if match.group() == "补选" and not _CHOSEN.match(words, end):
        return None  # 立法会九龙西补选中落败
    if kind == "appointment" and (_WHILE.search(words, 0, start) or _NO_POST.match(words, end)):
        return None  # 某某任特首时出任司长的另一人, 出任控方证人
    role = "appointee" if kind == "appointment" else "target"
    if match.group() == "任" and not (_DECIDED.search(outline.text) or _BY_HIM.search(words, 0, start)):
        return None
    if match.group() == "通过了" and not _PASSED.match(words, end):
        return None
    if match.group() == "同志为" and not _DECLARED.fullmatch(words, 0, start):
        return None
    if match.group() == "接替" and _AS.match(words, end):
        return None  # A接替B|出任: told by the verb behind
    draft = Draft(kind, match.group(), [], f"personnel-{kind}/1")
    if (
        kind == "removal"
        and people
        and _OF_HIS.match(words, max((g.end for g in people if g.end <= start), default=0))
    ):
        return None  # 总统某某所领导的内阁全体请辞
    whom = _whom(words, start, end, people)
    if whom is None:
        if ellipsis is None or match.group() in _WEAK or people or not re.match("[\ue800-\uebff]", words):
            return None
        draft.put(ellipsis, role)
        return draft
    firm = _is_firm(words, start, end, whom) or bool(_CONGRATULATED.search(words, 0, start))
    if match.group() in _WEAK and not firm:
        return None
    for group in whom:
        for sign in group.signs:
            draft.put(outline.person(sign), role)
    draft.places = _country(words, end) if kind == "appointment" else None
    if kind == "removal" and "因" in words[:start]:
        draft.homes.update(homes_of(outline, [s for g in people if g.end <= start for s in g.signs]))
    for body in re.finditer(
        rf"({B})(?!关于)(?=[^，。；{PERSONS}]{{0,10}}(?:决定|任命|免去|委任|批准|接受|公布|宣布|选举|会议上))",
        words[:start] + match.group(),
    ):
        draft.bodies.setdefault(outline.body(body[1]).name, "issuer")
    actor = next(
        (g for g in reversed(people) if g.end <= start and g.case is Case.SUBJECT and g not in whom), None
    )
    object_too = match.group() not in _TAKES_NO_OBJECT
    object_too = object_too and actor is not None and not re.search("[；。]", words[actor.end : start])
    if actor is not None and object_too and whom[0].start >= end and len(words[actor.end : start]) <= 12:
        for sign in actor.signs:
            draft.put(outline.person(sign), "lead")
    return draft


_BETWEEN = re.compile("(?:连任|为|新任|新一任|新一届)?")
_HEAD_OF_STATE = re.compile("[^，。；]{0,14}(?:总统|总理|首相|国王|主席|议长)")


def _country(words: str, end: int) -> tuple[str, ...] | None:
    """当选巴西总统: the country whose head somebody becomes."""
    gap = _BETWEEN.match(words, end)
    hit = places().country_at(words, gap.end() if gap else end)
    return (hit[1],) if hit and _HEAD_OF_STATE.match(words, hit[0]) else None


_ACTIVE = frozenset(
    {"任命", "委任", "聘任", "免去", "选举", "推举", "罢免", "革除", "解除", "选为", "聘为", "增补", "撤销"}
)


def _is_firm(words: str, start: int, end: int, whom: list[Group]) -> bool:
    if whom[0].start == end or words[start - 1 : start] in {"获", "被"} or words[end : end + 1] == "为":
        return True
    return words.endswith(("获得", "成功", "实现"), 0, start)


_TAKES_NO_OBJECT = frozenset(
    {
        "退休",
        "离职",
        "解职",
        "停职",
        "当选",
        "出任",
        "就任",
        "辞职",
        "请辞",
        "辞去",
        "卸任",
        "履新",
        "上任",
        "离任",
        "接任",
        "署任",
        "下台",
        "连任",
        "递交辞呈",
        "提交辞呈",
        "递交辞职信",
        "接替",  # A接替B: it is A who comes
    }
)
_OF_WHOM = re.compile(f"(?:了)?[^，。；{PERSONS}]{{2,16}}的(?P<who>{P})")
_OTHER_SIDE = re.compile(
    "(?:(?:接替|取代|接棒|击败|战胜|打败|力压|险胜)了?(?:[^，。；]{1,30}的)?|(?<!接)(?:获|受|应)(?!到)[^，。；的]{0,8})$"
)
_OTHERS = re.compile(
    "(?:欢迎|祝贺|支持|要求|同意)[^，。；]{2,12}$"
)  # 欢迎各国使节来华履新: not who welcomes them
_CONGRATULATED = re.compile("祝贺(?:他|她|其)?(?:成功|再次|获胜|高票)?$")


def _whom(words: str, start: int, end: int, people: list[Group]) -> list[Group] | None:
    """任命A为…，B为…; A当选; 由A接任; 免去A的职务; 致电A，祝贺他就任."""
    after = [g for g in people if g.start >= end]
    word = words[start:end]
    of = _OF_WHOM.match(words, end) if word in _TAKES_NO_OBJECT else None
    if of and (word != "接替" or "一职" in of.group() or "职务" in of.group()):  # 刚卸任某国总理的某某
        whose = next((g for g in after if g.start == of.start("who")), None)
        return [whose] if whose else None
    if (
        after
        and word not in _TAKES_NO_OBJECT
        and re.fullmatch(r"(?:了)?[^，。；]{0,12}", words[end : after[0].start])
    ):
        return _all_given(words, after)
    before = [g for g in people if g.end <= start and not _OTHER_SIDE.search(words, 0, g.start)]
    if word.endswith(("辞呈", "辞职信")):
        before = [g for g in before if g.case is not Case.TO]  # 向某某递交辞呈
    if word in _ACTIVE and words[start - 1 : start] not in {"被", "获", "受", "遭"}:
        before = [g for g in before if g.case is not Case.SUBJECT]
        if words.startswith("了", end):
            return None  # …某某的职务，并任命了新的部长
    if (
        not before
        or len(words[before[-1].end : start]) > (48 if word.endswith("辞呈") else 30)
        or re.search("[。；]", words[before[-1].end : start])
    ):
        return None
    if _CONGRATULATED.search(words, 0, start):
        return None if before[-1].case is Case.SUBJECT else [before[-1]]
    if _OTHERS.search(words, before[-1].end, start):
        return None
    if before[-1].case in {Case.BY, Case.WITH, Case.TO, Case.ESCORT} and word != "当选":
        return [before[-2]] if len(before) > 1 and before[-1].case is Case.BY else None
    return in_a_row(words, before)


def _all_given(words: str, after: list[Group]) -> list[Group]:
    """The first of those named behind the verb, and those to whom 为 gives another post in the same clause."""
    given = [after[0]]
    for group in after[1:]:
        between = words[given[-1].end : group.start]
        if (
            "；" in between
            or "。" in between
            or not words.startswith("为", group.end)
            or not between.endswith(("，", "、"))
        ):
            break
        given.append(group)
    return given


_WISHED = re.compile("(?:要求|呼吁|敦促|希望|逼)[^，。；]{0,12}$")


def from_tenures(reading: Reading, found: list[Draft]) -> list[Draft]:
    """Drafts for tenures that begin or end in the article and of which no sentence has told yet."""
    made: list[Draft] = []
    for mention in reading.people:
        for number in mention.tenures:
            tenure = reading.tenures[number]
            kind = {"appointed": "appointment", "removed": "removal"}.get(tenure.status or "")
            title = reading.article.text[mention.phrase_start : mention.start]
            if (
                kind is None
                or tenure.rule.startswith("roster")  # what the meeting did, the text tells before the list
                or "新任" in title
                or reading.article.text.endswith(("新任", "新"), 0, mention.phrase_start)
                or _WISHED.search(
                    reading.article.text, max(0, mention.phrase_start - 16), mention.phrase_start
                )
                or any(d.type == kind and tenure.person in d.parts for d in (*found, *made))
            ):
                continue
            draft = Draft(kind, tenure.post, [_sentence(reading, mention)], "personnel-tenure/1")
            draft.when = _stated(tenure.date)
            draft.put(mention, "appointee" if kind == "appointment" else "target")
            made.append(draft)
    return made


def _stated(when: str | None) -> TimeRange | None:
    precision: dict[int, Precision] = {4: "year", 7: "month", 10: "day"}
    return TimeRange(when, when, precision[len(when)]) if when and len(when) in precision else None


def _sentence(reading: Reading, mention: NameMention) -> tuple[int, int]:
    inside = next((s for s in reading.sentences if s.start <= mention.start < s.end), None)
    return (inside.start, inside.end) if inside is not None else (mention.phrase_start, mention.phrase_end)
