"""Who says something in a sentence, with which verb, and where the words said begin."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.extract.events.cases import Case
from kg.extract.events.casting import Group, in_a_row
from kg.extract.events.outline import PERSONS, B, Outline, T
from kg.extract.events.roles import OTHER_SUBJECT
from kg.lexicon.triggers import triggers
from kg.lexicon.wordlist import any_of

# verbs that may stand right before what was said, with no mark between
_DIRECT = (
    "强调|指出|表示|呼吁|认为|提出|谴责|赞扬|直言|反映|重申|承诺|宣布|透露|警告|批评|赞赏|指责|抨击|敦促|坦言|否认|质疑|形容"
    "|确认|辩称|说|称|写道|祝愿|祝贺|坚信|深信|主张|声称|宣称|承认|坦承|附和|勉励|讽刺|表态|告诫|希望|证实|澄清|暗示|告诉记者|告诉我们"
)
_NOT_SAID = (
    r"(?!(?:了)?[^，。]{0,8}(?:意见|建议|请求|申请)(?:和建议)?(?:，|。|$)|[^，。不]{0,8}(?:覆核|诉讼|上诉|动议|议案|控告|投诉|索赔)(?:，|。|$)|(?:了)?(?:[^，。]{0,16}(?:开始|开幕|启动|开工|开馆|成立|闭幕|结束|就职)(?:，|。|$|并)|诚挚|衷心|热烈|亲切|深切|崇高|慰问|敬意|哀悼|问候|(?:祝贺|感谢|欢迎)(?:[和与及并以之、，。；]|$)|热忱|最|由衷|沉痛|强烈谴责的)"
    r"|的(?!是)|等|法(?!国|治|律)|明(?!天|年)|服|导|定|数|标|令|控|示|责|号|出席|辞职|请辞|上诉|申请|为(?=.{1,12}的|.{0,8}“)|呼|赞|职|谓|作|案|请|唱|着(?=.{0,6}的))"
)
_OTHER_SPEAKER = re.compile(
    rf"(?:会议|双方|各方|通报|报道|声明|公报|宣言|方面|人士|媒体|社|专家|代表们|大家|各界|政要|民众|网友|市民|决定|通知|意见|文章|社论|发言人|官员|报告|消息|政府|中方|[一-龥]方|委员们|官员当地时间|人士当地时间|"
    rf"部长|外长|总统|总理|首相|局长|司长|署长|负责人|群众|干部|院士|学者|同志们|领导人们?|元首|国|局|厅|署|部门|公司|机构|单位|{B})(?:{T})?(?:还|也|亦|已|均|都|则|又|一致|普遍|分别|今天|日前|随即|出面|公开|随后|立即)*$"
)
_MEDIA = re.compile(
    rf"(?:社|报|电台|电视台|网|媒体|报道|消息|》|■|记者|据悉|据称|传媒|外媒|消息人士|知情人士|[英美日韩港台]媒)(?:{T})?(?:报道|消息|援引[^，。]{{0,20}}|文章|还|则|此前)?$"
)
_ACT = re.compile(
    r"(?:发表了?|作出|做出|作了|做了|作|致|发出|进行|做|用[^，。]{1,6}|视频或现场|现场或视频|视频|线上)(?:了)?(?:的)?(?:题为[^，。；]{1,40}?的)?(?P<kind>(?!联合)[^，。；、“”的]{0,10}?)"
    r"(?P<act>讲话|演讲|致辞|致词|言论|谈话|演说|贺词|祝酒辞|答词|主题发言|主旨发言|开幕辞|闭幕辞|开幕词|闭幕词|欢迎辞|欢迎词|悼词|批示|指示|声明)(?!精神|中|的|要求|稿)"
    r"|(?:并|先后|分别|上|会上|上述|，|等|发表)(?P<bare>讲话|致辞|致词|讲了话|演讲)(?!精神|中|的|要求|人|稿|嘉宾)"
    r"|(?P<when>讲话|致辞|致词|演讲)(?=时|中(?:表示|指出|强调|说|称))"
    rf"|(?<=[{PERSONS}])(?P<named>致辞|致词)|(?P<wrote>撰文)(?!的)"
)
_ANY_ACT = re.compile(
    "撰文|讲话|讲了话|演讲|致辞|致词|言论|谈话|演说|贺词|祝酒辞|答词|主题发言|主旨发言|开幕辞|闭幕辞|开幕词|闭幕词|欢迎辞|欢迎词|悼词|批示|指示|声明"
)


@dataclass(frozen=True, slots=True)
class Speech:
    """Somebody speaks: `signs` are the speakers in the outline (none: a body, an unnamed person).

    `at` is where the verb stands, `said` where what was said begins (the outline's offset), None for the bare act of speaking.
    """

    signs: str
    verb: str
    at: int
    said: int | None


@cache
def _verb(path: str) -> re.Pattern[str]:
    words, direct = any_of(triggers(path).verbs), any_of(_DIRECT.split("|"))
    return re.compile(
        rf"(?P<verb>{words})(?:了|道|时说|到|，说|称)?(?P<mark>[，：“])|(?P<direct>{direct}){_NOT_SAID}"
    )


# the group is possessive: what it may take apart in many ways would take for ever to fail
_ADVERB = re.compile(
    rf"^(?:{T}|在[^，。]{{1,24}}(?:中|上|时|后|间|下)|[^，。]{{0,5}}地|，|[^，。{PERSONS}])*+$"
)


_HIM = re.compile("[他她其]|[^，。；]{0,7}(?:[。；]|$)")


def _congratulates(words: str, group: Group | None, start: int, end: int) -> bool:
    """Whether a sentence begins with who congratulates on something (某某热烈祝贺…召开): words of his, and no letter."""
    if group is None or group.start or start - group.end > 2:
        return False
    return not _HIM.match(words, end)


_WROTE = re.compile("(?:同日|当天)?(?:致电|致函|致信|电贺)[^。；]{2,50}，")  # A致电祝贺B当选，表示…
# A请B转达对C的问候，赞赏…
_PASSES_ON = re.compile("请[^。；]{1,8}转达[^。；]{2,40}，(?:感谢[^。；，]{2,24}，)?")
_SAME_SUBJECT = re.compile("[^。；“”]{2,80}，(?:并|同时|还){1,2}")


def _goes_on(between: str) -> bool:
    """A介绍了情况，并|强调: the clauses between have no subject of their own."""
    if not _SAME_SUBJECT.fullmatch(between):
        return False
    return not any(OTHER_SUBJECT.match(clause) for clause in between.split("，")[1:])


_IN_BRACKETS = re.compile("（[^）]{0,8}$")
_GREETS = re.compile("转达[^。；]{2,60}(?:问候|祝愿|祝福|敬意)，")  # A转达B对C的问候，表示…


def find_speech(outline: Outline, people: list[Group], path: str = "") -> Speech | None:
    """The first verb of speech in an outline's words that has words after it; acts of speaking are left to `find_acts`."""
    words = outline.words
    for match in _verb(path).finditer(words):
        group = _speaker(people, match.start())
        between = words[group.end : match.start()] if group else words[: match.start()]
        verb = match["verb"] or match["direct"]
        if _IN_BRACKETS.search(words, max(0, match.start() - 9), match.start()):
            continue
        if verb == "祝贺" and not _congratulates(words, group, match.start(), match.end()):
            continue
        if verb == "祝愿" and words.endswith(("的", "和", "、", "好"), 0, match.start()):
            continue  # 致以良好的祝愿
        if _ON_ORDERS.search(words, 0, match.start()):
            continue
        if verb in {"警告", "批评"} and words.endswith(
            ("党内", "严重", "通报", "行政", "受到"), 0, match.start()
        ):
            continue
        if verb == "称" and words[match.start() - 1 : match.start()] in set("名职简号人尊统俗全"):
            continue  # 名称
        if words.endswith(_PASSIVE, 0, match.start()) or (
            verb == "道" and not _SAYS.search(words, 0, match.start())
        ):
            continue
        if verb == "介绍" and words.endswith("，", 0, match.end()) and _HEARD.search(words, 0, match.start()):
            continue  # 听取发展介绍，…
        if verb == "称" and _CALLED.search(words, max(0, match.start() - 32), match.start()):
            continue
        if _is_reported(outline, match.start()) or words.endswith(
            ("未", "未见", "没有", "不愿", "不", "拒绝", "不予"), 0, match.start()
        ):
            continue
        if match["direct"] and _RECEIVED.search(words, 0, match.start()):
            continue  # 得到某某的赞扬
        if match["direct"]:
            if group is None or not (
                (_ADVERB.match(between) and len(between) <= 26)
                or _GREETS.fullmatch(between)
                or _WROTE.fullmatch(between)
                or _PASSES_ON.fullmatch(between)
                or _goes_on(between)
            ):
                continue
        elif match["mark"] != "，" and match["mark"] != "：" and group is None:
            continue
        if verb in {"道", "指", "介绍", "评价", "希望", "要求", "建议", "期待", "相信"} and not _near(
            group, between
        ):
            continue
        if group is not None and group.open and _AND_OTHERS.fullmatch(between):
            return Speech(group.signs, verb, match.start(), match.end() - (match["mark"] == "“"))
        if group is None or _is_clause_end(between):
            return Speech("", verb, match.start(), match.end() - (match["mark"] == "“"))
        return Speech(group.signs, verb, match.start(), match.end() - (match["mark"] == "“"))
    return None


# A、B等某国领导人|表示: they are named
_AND_OTHERS = re.compile(
    "(?:等)?[^，。；]{0,10}(?:领导人|负责人|代表|嘉宾|专家|学者|人士|委员|官员|同志)(?:均|都|分别|先后|还|也|一致|普遍)*"
)


def _is_reported(outline: Outline, at: int) -> bool:
    """Whether a paper or a station says it: what follows is then told, not said by anyone in the story."""
    words = outline.words
    told = _TOLD_TO.search(words, max(0, at - 16), at)
    if told is not None and "采访" in told.group() and _SOMEBODY.search(words, 0, told.start()):
        return False  # 某某在回应有关报道接受采访时表示
    at = told.start() if told else at
    if _MEDIA.search(words, 0, at):
        return True
    body = _BODY_BEFORE.search(words, max(0, at - 6), at)
    return body is not None and outline.body(body[1]).name.endswith(_PRESS)


_SOMEBODY = re.compile(f"[{PERSONS}]")
_PASSIVE = ("被", "遭", "受到", "遭到", "备受")  # 被质疑: others do
_HEARD = re.compile("(?:听取|听了|观看)[^，。；]*$")
_CALLED = re.compile("(?:被[^，。；]{0,10}|[将把][^，。；]{2,30})$")  # 被同事们称作…
_RECEIVED = re.compile("(?:得到|赢得|引发|引来|招致|受到|博得)[^，。；]*$")
_SAYS = re.compile(f"[说问答写喊叫叹骂笑讲诉述称念哭{PERSONS}]$")  # 知道, 报道 say nothing
_ON_ORDERS = re.compile("(?:^|[，。；])(?:根据|按照|遵照|贯彻|落实)[^，。；]*$")
_TOLD_TO = re.compile(r"(?:向|对|告诉|接受)[^，。]{1,14}$")
_PRESS = ("社", "报", "电视台", "网", "电台", "时报", "通讯社", "周刊", "杂志", "新闻", "频道")
_BODY_BEFORE = re.compile(rf"({B})[^，。]{{0,4}}$")


def _near(group: Group | None, between: str) -> bool:
    return group is not None and bool(_ADVERB.match(between))


def _is_clause_end(between: str) -> bool:
    return bool(
        _OTHER_SPEAKER.search(
            re.sub(
                r"(?:(?:向|对|给|告诉|同|与|透过|通过)[^，。]{0,14}|(?:发表|刊发|撰写?)(?:署名)?文章)$",
                "",
                between,
            )
        )
    )


def _speaker(people: list[Group], before: int) -> Group | None:
    """The subject nearest before an offset; people who stand in other cases do not speak."""
    for group in reversed(people):
        if group.end <= before and group.case in {Case.SUBJECT, Case.ESCORTED}:
            return group
    return None


def find_acts(words: str, people: list[Group], until: int) -> list[Speech]:
    """Acts of speaking without the words: 发表讲话, 致辞, 并讲话."""
    found: list[Speech] = []
    if not _ANY_ACT.search(words, 0, until):
        return found
    for match in _ACT.finditer(words, 0, until):
        group = _speaker(people, match.start() + 1)
        if group is not None and not _elsewhere(words[group.end : match.start()]):
            verb = next(
                filter(None, (match["act"], match["bare"], match["when"], match["named"], match["wrote"]))
            )
            row = in_a_row(words, [g for g in people if g.end <= group.end])
            signs = "".join(g.signs for g in row)
            found.append(Speech(signs, (match["kind"] or "") + verb, match.start(), None))
    return found


def _elsewhere(between: str) -> bool:
    """Whether a full clause with another subject stands between the speaker and the act."""
    return "；" in between or bool(re.search(r"听取|学习|重温|传达|贯彻|收听|收看|聆听|现场聆听", between))
