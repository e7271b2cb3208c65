"""Meetings, ceremonies and other assemblies: who called, led and came to them."""

from __future__ import annotations

import re

from kg.extract.events.assembly_words import BESIDE, denied, kind_of, name_of, nouns
from kg.extract.events.background import is_of_another
from kg.extract.events.cases import OBJECT_VERB, Case
from kg.extract.events.casting import Group, in_a_row
from kg.extract.events.drafts import Draft
from kg.extract.events.outline import BODIES, PERSONS, B, Outline, P, T
from kg.extract.events.roles import escorts, subject
from kg.extract.events.sittings import find_sittings
from kg.lexicon.wordlist import any_of

_VERB = r"参会|与会|到场|主持召开|召集并主持|主持|召开|举行|出席|参加|列席|召集|应邀出席|亮相|会上|举办"
_LEADING = frozenset({"主持召开", "召集并主持", "主持", "召开", "召集"})
_HOLDING = frozenset({"举行", "举办", "召开"})  # 出席A举办的论坛: of the forum, not of who attends
_COMING = frozenset({"出席", "参加", "列席", "应邀出席", "亮相", "参会", "与会", "到场"})
_WHAT = 60  # signs between the verb and the noun of an assembly
_ANY_VERB = re.compile(any_of(_VERB.split("|")))
_HELD = re.compile("开启|进行(?=[^，。；]{0,8}仪式)|举行|召开|开幕|闭幕|举办|开班|启动")
_CUT = re.compile("[，。；：]")
_PHRASE_ENDS = re.compile("[，。；：]|(?<=会见)并(?=主持|出席|参加)")


def _phrase(words: str, start: int, until: int, path: str) -> tuple[str, str, int]:
    """What follows a verb up to the noun of an assembly in its clause, as (phrase, noun, end); "" where there is none."""
    cut = _PHRASE_ENDS.search(words, start, until)
    stop = min(cut.start() if cut else until, start + _WHAT)
    match = nouns(path).search(words, start, stop)
    if match is None:
        return "", "", start
    longer = _LONGER.match(words, match.end(), stop)
    if longer is not None:  # 出席联委会第二十次会议纪念雕塑|揭幕仪式
        return words[start : longer.end()], longer["noun"], longer.end()
    return words[start : match.end()], match["noun"], match.end()


_LONGER = re.compile(
    r"(?:(?!研究|部署|讨论|审议|学习|听取|传达|期间|召开|举行)[^，。；、的并和与及时上中后了]){1,14}?"
    r"(?P<noun>仪式|典礼|招待会|座谈会|开幕式|闭幕式|启动会|峰会|生活会|报告会|推进会|交流会|动员会|部署会|总结会)"
)


def find_gatherings(
    outline: Outline, until: int, people: list[Group], path: str = ""
) -> list[tuple[int, int, Draft]]:
    """The assemblies that a sentence tells of, as (start, end of the words that say so, draft)."""
    found = _going(outline, until, people, path)
    found += find_sittings(outline, until, people)
    if not found and not people:
        return _held(outline, until, path)
    first = people[0].start if people else until
    held = (
        _held(outline, min(first, until), path) if not found or _HELD.search(outline.words, 0, first) else []
    )
    if not found and not held:
        held = _held(outline, until, path)
    for _, _, draft in (held or found)[-1:]:
        _joined_there(outline, until, people, draft)
    return held + found


_NOT_THOSE_OF = "(?!(?:各)?(?:组长|负责人|负责同志|代表|成员|人士)[^，。；]{0,4}会)"  # B组长座谈会: they come
_THERE = re.compile("(?:到场|出席|参加|到会|与会|列席)了?(?:会议|活动|仪式|大会)?(?=[，。并]|$)")


def _joined_there(outline: Outline, until: int, people: list[Group], draft: Draft) -> None:
    """「B召开会议，A、C出席。」: they came to what the sentence has just told of."""
    for match in _THERE.finditer(outline.words, 0, until):
        who = subject(people, match.start(), outline.words)
        if who is not None and not denied(outline.words, match.start()):
            for group in in_a_row(outline.words, [g for g in people if g.end <= who.end]):
                for sign in group.signs:
                    draft.put(outline.person(sign), "attend")
                draft.open_list |= group.open


def _going(outline: Outline, until: int, people: list[Group], path: str) -> list[tuple[int, int, Draft]]:
    words = outline.words
    found: list[tuple[int, int, Draft]] = []
    for match in _ANY_VERB.finditer(words, 0, until) if people else ():
        draft = _gone(outline, match, until, people, path)
        if draft is not None:
            found.append((match.start(), match.end(), draft))
    return found


def _gone(outline: Outline, match: re.Match[str], until: int, people: list[Group], path: str) -> Draft | None:
    """The assembly that somebody goes to, calls or leads, by the verb that `match` found."""
    words, verb = outline.words, match.group()
    who = subject(people, match.start(), words)
    if (
        who is None
        or denied(words, match.start())
        or is_of_another(words, match.start(), match.end())
        or (verb in _HOLDING | {"主持", "召集"} and words.startswith("的", match.end()))
    ):
        return None
    begin = match.end() + words.startswith("了", match.end())
    hosted = _HOSTED.match(words, begin, until) if verb in _COMING else None
    what, noun, end = _phrase(words, hosted.end() if hosted else begin, until, path)
    hosted = hosted if noun else None
    if _SEVERAL.match(what) and not _TIMES.search(words):
        return None  # 先后主持召开三次座谈会: none of them told
    if what.strip("了") in _WHAT_WAS_TOLD:
        return None
    if (
        (not noun and (verb not in _ALONE or "监誓" in words))
        or re.search(P, what)
        or (noun in _DOINGS and verb not in _DOING)
    ):
        return None
    between = words[who.end : match.start()]
    if _OFTEN.search(between) or re.search("打算|有意", between):
        return None  # 五次参加…审议; 打算举行会议
    if _BY_UNNAMED.search(between):
        return None  # 某某记得，…由委员长主持
    if _ANOTHER_HOLDS.match(between) and not _AT_PLACE.search(between):
        return None
    if (not noun and not re.match("[，。了并]|$", words[begin:])) or re.search("[。；]", between):
        return None
    aside = between.endswith("并") and not re.search(P, between)  # 看望委员并参加联组会
    if not aside and OBJECT_VERB.search(between.rpartition("，")[2]):
        return None
    if verb in _COMING and _OTHERS_COME.match(words, end) and _MET.search(words, who.end, match.start()):
        return None  # 同列席会议的代表座谈, 会见来华出席论坛的某某
    kind = kind_of(noun, path) if noun else "meeting"
    if not noun and _LED_BY.search(words, 0, match.start()):
        kind = "ceremony"  # 纪念仪式由A主持
    if re.search("开幕式|闭幕式|[^会]仪式", what[-8:]):
        kind = "ceremony"
    draft = Draft(kind, verb + name_of(what, outline), [], _rule(verb), noun=name_of(what, outline))
    role = "preside" if verb in _LEADING else "attend" if verb in _COMING else "lead"
    for group in in_a_row(words, [g for g in people if g.end <= who.end]):
        for sign in group.signs:
            draft.put(outline.person(sign), role)
    for group in people:
        beside = group.case is Case.WITH and who.end <= group.start < match.start()
        if beside and not re.search("，(?!以及)", words[group.end : match.start()]):
            together = words.endswith(BESIDE, 0, match.start())
            for sign in group.signs:
                draft.put(outline.person(sign), role if together else "attend")
    if role == "lead" and kind == "meeting" and len(who.signs) > 1:
        for part in draft.parts.values():  # A、B、C举行会议: nobody leads
            part.role = "attend"
    draft.open_list |= who.open
    if hosted:
        draft.put(outline.person(hosted[1]), "lead")
    if noun in {"仪式", "宴会", "晚宴", "午宴", "招待会"}:
        for group in people:  # A为B举行欢迎仪式
            if group.case is Case.FOR and who.end <= group.start < match.start():
                for sign in group.signs:
                    draft.put(outline.person(sign), "attend")
    escorts(outline, people, draft, (0, min(end, until)))
    guest = re.match(rf"，?(?:热烈)?欢迎[^，。；]{{0,24}}?({P})", words[end:until])
    if guest is not None and kind == "ceremony":
        draft.put(outline.person(guest[1]), "attend")
        draft.noun += "欢迎"
    for sign in re.findall(f"{B}{_NOT_THOSE_OF}", what):
        draft.bodies.setdefault(outline.body(sign).name, "host")
    return draft


_OFTEN = re.compile("(?:(?<!第)[两二三四五六七八九十多\\d]次|每年|多次)(?:先后)?$")
_SEVERAL = re.compile("(?:多|[两三四五六七八九十\\d]+)[次场]")
_TIMES = re.compile(T)
# 出席|某国总统某某为其举行的|欢迎仪式
_HOSTED = re.compile(
    f"(?:了)?({P})(?:在[^，。；{PERSONS}为]{{1,12}})?(?:为[^，。；{PERSONS}]{{1,30}}?)?(?:在[^，。；{PERSONS}]{{1,12}})?(?:举行|举办|主持)的"
)
_OTHERS_COME = re.compile(
    f"的[^，。；]{{0,12}}(?:{P}|元首|来宾|贵宾|总统|总理|首相|客人|学员|人员|专家|运动员|记者|代表|嘉宾|委员|外宾|人士|同志|领导人)"
)
_MET = re.compile("(?:[同与对向跟为给]|会[见晤]|接见|欢迎|邀请|迎接|看望|慰问)[^，。；]{0,12}$")
_LED_BY = re.compile(f"(?:仪式|典礼|公祭)由{P}$")
# 某某接受治疗的医院召开记者会: the hospital does
_ANOTHER_HOLDS = re.compile(rf"[^，。；]{{2,24}}的[^，。；的]{{0,8}}{B}[^，。；的]{{0,6}}$")
_BY_UNNAMED = re.compile("由[^，。；]{2,24}$")
_AT_PLACE = re.compile("[在于]|[来去]到|前往|走进")
_DOINGS = frozenset({"讨论", "审议", "学习", "会商", "圆桌", "沙龙"})  # also mere verbs
_DOING = frozenset({"主持", "参加", "出席", "列席", "主持召开"})
_WHAT_WAS_TOLD = frozenset({"有关活动", "上述活动", "相关活动", "系列活动"})
UNNAMED = frozenset({"参会", "与会"})
ASSEMBLIES = frozenset({"meeting", "ceremony"})
_ALONE = UNNAMED | {"主持"}


def _rule(verb: str) -> str:
    return f"gatherings-{'led' if verb in _LEADING else 'joined'}/1"


def _held(outline: Outline, until: int, path: str) -> list[tuple[int, int, Draft]]:
    """座谈会20日在京举行; B召开会议."""
    words = outline.words
    sitting = _AT_ONE.match(words, 0, until)
    if sitting is not None and (inside := list(nouns(path).finditer(words, sitting.start(), sitting.end()))):
        what, noun = words[: inside[-1].end()], inside[-1]["noun"]
        return [(0, sitting.end(), _assembly(outline, what, what, noun, "", path))]
    organized = _IS_ORGANIZED.match(words, 0, until)
    if organized is not None and (named := list(nouns(path).finditer(words, 0, organized.end("what")))):
        what = words[organized.start("what") : named[-1].end()]
        return [(0, organized.end(), _assembly(outline, what, what, named[-1]["noun"], "", path))]
    for match in _HELD.finditer(words, 0, until):
        begin = max(
            (m.end() for m in _CUT.finditer(words, max(0, match.start() - 90), match.start())),
            default=max(0, match.start() - 90),
        )
        if (
            denied(words, match.start())
            or (words.endswith("的", 0, match.start()) and match.group() in {"召开", "举行", "举办"})
            or words.startswith(_NOT_TOLD, match.end())
            or _SPOKEN_OF.search(words[begin : match.start()])
            or _MEANT.search(words[begin : match.start()])
        ):
            continue
        begin, before = _named_before(words, begin, match.start(), path)
        press = (
            before and "新闻中心" in words[before[-1].end() : match.start()]
        )  # of an assembly; it holds its own
        if before and not press and match.start() - before[-1].end() <= 24:
            what, noun, end = words[begin : before[-1].end()], before[-1]["noun"], match.end()
        else:
            what, noun, end = _phrase(words, match.end(), until, path)
            host = re.search(rf"{B}[^，。；：]{{0,24}}$", words[begin : match.start()])
            if not noun or host is None:
                continue
        return [(begin, end, _assembly(outline, words[begin:end], what, noun, match.group(), path))]
    return []


def _named_before(words: str, begin: int, at: int, path: str) -> tuple[int, list[re.Match[str]]]:
    """The nouns of assemblies before the verb at `at`: of its clause, or of the one before 「，昨晚在…开幕」."""
    before = list(nouns(path).finditer(words, begin, at))
    festival = None if before else _BEFORE_COMMA.search(words, 0, begin)
    if festival is None or not _WHEN_AND_WHERE.fullmatch(words, begin, at):
        return begin, before
    return festival.start(), list(nouns(path).finditer(words, festival.start(), begin))


_BEFORE_COMMA = re.compile("[^，。；：]{2,60}(?:节|会|展|论坛|仪式)，$")  # 某某电影节，昨晚在…开幕
_WHEN_AND_WHERE = re.compile("(?:[\ue800-\uefff]|上午|下午|晚上?|[在于][^，。；]{2,16}|正式|隆重|盛大)+")
_AT_ONE = re.compile("(?:[^，。]{0,20}：)?(?:今天|[\ue800-\uebff])?在[^，。；]{2,40}上(?=，)")
_FESTIVAL = re.compile("(?:运动会|全运会|健身大会|艺术节|电影节|文化节)$")
_DECLARED = frozenset({"开幕", "闭幕"})
_HALLS = (
    "酒店",
    "宾馆",
    "饭店",
    "会展中心",
    "会议中心",
    "体育馆",
    "大剧院",
)  # where it is held, not who holds it
_IS_ORGANIZED = re.compile(
    rf"(?:据悉，|据了解，)?(?P<what>[^，。；]{{2,40}}?)由{B}[^。；]{{0,60}}?(?:主办|承办|协办)"
)
_SIGNED = re.compile("(?:签约|签字|签署|授牌|换文)[^，。；]{0,6}(?:仪式|典礼)$")
_VENUE = re.compile(f"[在于]{B}(?:等地|[^，。{BODIES}]{{0,10}}(?:举行|召开|开幕|举办|闭幕)(?!的))")
_MEANT = re.compile("有意|打算|希望|提议|建议|呼吁|考虑|争取|申请|同意")
_NOT_TOLD = ("之际", "前夕", "期间", "在即", "以来", "之前")  # 在某某峰会召开之际
_SPOKEN_OF = re.compile("祝贺|致信|致电|关于|围绕|学习|贯彻|^自|迎接|筹备|期间|前夕|庆祝|之后|以来|提交|提请")


_ORGANIZED = re.compile(
    rf"({B}(?:(?:、|和|与|及|以及){B})*)(?:等)?[^，。{BODIES}]{{0,6}}?(?:主办|承办|协办|指导(?!下)|发起(?=的))"
)
_THOSE_OF = re.compile(
    rf"(?:(?:、|和|与){B})*等[^，。；的]{{0,8}}的?(?:领导人|外长|防长|财长|代表|官员|负责人)"
)
_OF_STATES = ("-", "—", "–", "－", "一")
_ABOUT = re.compile("(?<!成)就[^，。；]{0,24}$")


def _assembly(outline: Outline, clause: str, what: str, noun: str, verb: str, path: str) -> Draft:
    kind = "ceremony" if verb in _DECLARED and _FESTIVAL.search(what) else kind_of(noun, path)
    draft = Draft(kind, name_of(what, outline) + verb, [], "gatherings-held/1", noun=name_of(what, outline))
    role = "participant" if _SIGNED.search(what) else "host"  # A、B举行签约仪式
    verb_at = clause.find(verb)
    for body in re.finditer(B, clause):
        name = outline.body(body.group()).name
        if clause.startswith("成立", body.end()) and re.search("庆祝|纪念", clause[: body.start()]):
            continue  # 庆祝某党成立百年的座谈会: of its name
        if _ABOUT.search(clause, 0, body.start()) or clause.endswith(_OF_STATES, 0, body.start()):
            continue  # 就某使馆遭袭一事召开会议: what it is about; 中国-东盟博览会
        if _THOSE_OF.match(clause, body.end()):
            continue  # B、B等机构的领导人举行会议
        if verb and 0 <= verb_at < body.start() and re.search(B, clause[:verb_at]):
            continue  # 国新办举行国务院政策吹风会: of its name
        if not name.endswith(_HALLS) and not _VENUE.match(clause, max(0, body.start() - 1)):
            draft.bodies.setdefault(name, role)
    for chain in _ORGANIZED.finditer(outline.words):
        for sign in re.findall(B, chain[1]):
            draft.bodies[outline.body(sign).name] = "organizer"
    return draft
