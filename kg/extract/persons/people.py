"""The people of one article: found where the grammar expects a name, voted on, then found again everywhere."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from kg.extract.clauses import NAMED_AS
from kg.extract.persons.characters import chinese_weight, foreign_weight
from kg.extract.persons.dotted import reads_foreign
from kg.extract.persons.endings import end_weight, follows_names
from kg.extract.persons.names import NameGuess, may_reach, name_at
from kg.extract.persons.refusals import begins_with_a_word, can_be_name
from kg.extract.reading import Sentence
from kg.extract.segment import is_word, tag
from kg.lexicon.names import name_tables
from kg.lexicon.places import places
from kg.lexicon.posts import post_lexicon
from kg.lexicon.tables import rows_of
from kg.lexicon.trie import occurrences, pattern_of

EXPECTED = 3.0  # bits: enough for a name right behind a post or in a list of names
AT_THE_BEGINNING = 6.5  # bits: enough for a name with which a sentence begins
ANYWHERE = 8.0  # bits: enough for a name at the beginning of a clause
CERTAIN = 99.0  # bits: the headline names the person

_DOCTRINE = re.compile(
    r"[\u4e00-\u9fff]{0,14}?(?:思想|主义(?!者|国家)|理论)(?!家|界|上|工作者)|文化奖|文学奖|奖学金|科技奖|基金会|学校|大学|中学|小学|纪念馆|故居|广场|大道|路(?![透上])|号航母|号$|(?:王子|公主|女王|国王|总统)?”号|值(?=[高低的为在])|(?:国家|国际)?机场|大剧院|体育[场馆]"
)
_SEPARATOR = re.compile(r"[、，]|和|与|及|以及")


@dataclass(slots=True)
class People:
    """What is known of the article's names so far: name → its places, and how sure."""

    seen: dict[str, float] = field(default_factory=dict)
    foreign: set[str] = field(default_factory=set)
    places: dict[str, list[tuple[int, int]]] = field(default_factory=dict)

    def add(self, guess: NameGuess, text: str) -> str:
        """Record a guess; its name."""
        name = text[guess.start : guess.end]
        self.seen[name] = max(self.seen.get(name, -99.0), guess.score)
        if guess.foreign:
            self.foreign.add(name)
        self.places.setdefault(name, []).append((guess.start, guess.end))
        return name


def names_from(
    text: str, start: int, limit: int, prefer_foreign: bool, more: bool, enough: float = EXPECTED
) -> list[NameGuess]:
    """The names at `start`: one, or with `more` a list of them joined by 、 和 (A、B和C等)."""
    found: list[NameGuess] = []
    at = start
    while at < limit:
        guess = name_at(text, at, limit, prefer_foreign)
        if len(found) > 1 and (guess is None or guess.score < EXPECTED + 1.5):
            guess = _between_names(text, at, limit)
        if guess is None or guess.score < (enough if not found else EXPECTED + 1.5):
            break
        if found and text[guess.end - 1] in "县乡镇村" and _HANZI.match(text, guess.end):
            break  # 书记某某，白沟乡|林业站站长: a place
        found.append(guess)
        separator = _SEPARATOR.match(text, guess.end, limit)
        if not more or not separator or _is_state(text, separator.end()):
            break
        at = separator.end()
    return found


_LISTED = re.compile(
    "[\u4e00-\u9fff]{2,3}(?=[、，。；]|等(?:\\d+|[一二三四五六七八九十]+)[人位名]|等(?:先后|同志|出席|参加))"
)


def _between_names(text: str, at: int, limit: int) -> NameGuess | None:
    """Whoever stands third or later in a list of names: a surname of any sort is enough (甲、乙、焦晃等12人)."""
    listed = _LISTED.match(text, at, limit)
    name = listed.group() if listed else ""
    if not name or name[0] not in name_tables().surnames or is_word(name) or not can_be_name(name):
        return None
    return NameGuess(at, at + len(name), EXPECTED + 1.5, False)


@cache
def _open_context() -> re.Pattern[str]:
    after = [word for word, side in rows_of("name_contexts.tsv") if side == "after"]
    surnames = "".join(re.escape(c) for c, w in name_tables().surnames.items() if w > -0.5)
    doubles = sorted(name_tables().double_surnames)
    firsts = "".join(sorted({name[0] for name in doubles}))
    seconds = "|".join(f"(?<={name[0]}){name[1:]}" for name in doubles)
    # The first character comes first: what stands before it is only looked at where a surname may begin.
    return re.compile(
        rf"[{surnames}{firsts}](?:(?<![\u4e00-\u9fff].)|(?<=记者.|同志.))"
        rf"(?:{seconds}|(?<=[{surnames}]))[\u4e00-\u9fff]{{1,3}}?"
        rf"(?=[、（](?!个)|，(?:现任|曾任|男|女|中共党员|(?:中小学|小学|中学|高级|一级|特级|语文|数学|英语)[\u4e00-\u9fff]{{0,6}}教师|原|系|汉族|[\u4e00-\u9fff]族|生于|\d{{4}}年|[\u4e00-\u9fff]{{2,4}}人，)|{pattern_of(after)}"
        r"|任(?=[\u4e00-\u9fff]{2,16}?(?:长|书记|主任|主席)))"
    )


FIRM = re.compile(
    r"（(?:[^）]{2,8}）(?:集团|股份|控股|投资)*(?:有限|股份|责任|公司)|(?:S[HZ])?\d{5,6})|(?:股份|控股|集团|科技)"
)
"""What follows a firm's name: 某某（中国）有限公司, 某某（600000）."""
_SPOUSE = re.compile(r"(?:夫人|妻子|丈夫|女儿|儿子|之子|母亲|父亲)(?=[\u4e00-\u9fff]{2})")
_CHOSEN = re.compile(
    r"(?:任命|免去|选举|推选|推举|委任|提名|聘任|罢免|补选|增选|授予|追授|会见了?|任免)(?=[\u4e00-\u9fff]{2})"
)
_OF_ITS_HEAD = re.compile("(?P<its>[局所厅处院馆园部会校])(?=[\u4e00-\u9fff]{2,3}副?(?P=its)长)")
"""The last character of a body and, behind a name, its head: 教育|局|周某某|局长."""
_AGED = re.compile("(?<![\\d.])[1-9]\\d岁的?(?=[\u4e00-\u9fff]{2})")
"""An age in front of a name: 23岁|周某某（教师）."""
_IN_COURT = re.compile("(?:疑犯|嫌犯|嫌疑人|被告人?|死者|事主|原告|受害人|被害人)(?=[\u4e00-\u9fff]{2})")
"""Whom a case is about, in front of a name: 死者|周某某."""
_TOLD = "(?:表示|介绍|认为|说|称|指出|透露|告诉|分析|坦言|强调|解释)"
_COMRADE = re.compile(
    # Each branch begins with one character and no class: Python then skips to the places where any of them can begin.
    rf"主(?=任{_TOLD})|经(?=理{_TOLD})|教(?=授{_TOLD})|博(?=士{_TOLD})|院(?=长{_TOLD})|会(?=长{_TOLD})|所(?=长{_TOLD})|总(?=监{_TOLD})"
    r"|同(?=志(?!们|加))|院(?=士(?!大会|专家|团队|工作))|老(?<=的[\u4e00-\u9fff]{3}老)(?=师)|老(?<=的[\u4e00-\u9fff]{2}老)(?=师)"
    r"|先(?=生)|女(?=士|，)|男(?=，)|，(?=[男女]，)|,(?=[男女]，)|（(?=[男女]，)|，(?=\d{4}年\d{0,2}月?(?:出)?生)"
)


def open_names(text: str, sentences: Sequence[Sentence]) -> Iterator[NameGuess]:
    """Names that stand without a post: at the beginning of a clause, in a list, as a spouse, before 同志 or 男."""
    starts = [s.start for s in sentences]

    def sentence_of(place: int) -> Sentence | None:
        index = bisect_right(starts, place) - 1
        return sentences[index] if index >= 0 and place < sentences[index].end else None

    done = 0
    for found in _open_context().finditer(text):
        sentence = sentence_of(found.start()) if found.start() >= done else None
        if sentence:
            for listed in _at_the_beginning(text, found.start(), sentence):
                done = listed.end  # a long list is read once, not from each of its names
                yield listed
    for found in _SPOUSE.finditer(text):
        if sentence := sentence_of(found.start()):
            guess = name_at(text, found.end(), sentence.end, True)
            if guess is not None and guess.score >= 5:
                yield guess
    for found in _CHOSEN.finditer(text):
        if sentence := sentence_of(found.start()):
            guess = name_at(text, found.end(), sentence.end)
            if guess is not None and guess.score >= 7.0 and not _begins_with_a_state(text, guess):
                yield guess
    for found in _OF_ITS_HEAD.finditer(text):
        if sentence := sentence_of(found.start()):
            guess = name_at(text, found.end(), sentence.end)
            heads = (f"{found.group()}长", f"副{found.group()}长")
            if guess is not None and guess.score >= 5 and text.startswith(heads, guess.end):
                yield guess
    for found in _AGED.finditer(text):
        if sentence := sentence_of(found.start()):
            guess = name_at(text, found.end(), sentence.end)
            ends = guess is not None and text[guess.end : guess.end + 1] in "（、，及和"
            if guess is not None and ends and guess.score >= 7.0 and not guess.foreign:
                yield guess
    for found in _IN_COURT.finditer(text):
        if sentence := sentence_of(found.start()):
            guess = name_at(text, found.end(), sentence.end)
            if guess is not None and guess.score >= 7.5 and not guess.foreign:
                yield guess
    for found in _LEADERS.finditer(text):
        if sentence := sentence_of(found.start()):
            leaders = names_from(text, found.end(), sentence.end, False, True)
            yield from leaders if len(leaders) > 1 else ()
    for found in _TITLED.finditer(text):
        if sentence := sentence_of(found.start()):
            guess = _before(text, sentence.start, found.start(), sentence.end)
            if guess is not None:
                yield guess
    yield from _speakers(text)
    if "：" in text:
        yield from _labelled(text)
    yield from _named_to_a_post(text)
    for pattern, read in ((_DOT, _dotted), (_COMRADE, _before), (LATIN, _glossed)):
        for found in pattern.finditer(text):
            sentence = sentence_of(found.start())
            guess = read(text, sentence.start, found.start(), sentence.end) if sentence else None
            if guess:
                yield guess


def _at_the_beginning(text: str, start: int, sentence: Sentence) -> Iterator[NameGuess]:
    enough = AT_THE_BEGINNING if start == sentence.start else ANYWHERE
    guess = name_at(text, start, sentence.end) if may_reach(text, start, enough) else None
    if guess is not None and guess.score >= enough and not guess.foreign and not FIRM.match(text, guess.end):
        if is_listed_place(text, guess.start, guess.end):
            return  # 李家镇、王坪镇等地
        yield guess
        if text[guess.end : guess.end + 1] == "、":
            yield from names_from(text, guess.end + 1, sentence.end, False, True)


def _is_state(text: str, start: int) -> bool:
    """Whether a country stands at `start`: a title begins there, no name of a list."""
    found = places().longest_at(text, start)
    return found is not None and found[1][0].level == "country"


def _begins_with_a_state(text: str, guess: NameGuess) -> bool:
    """会见|阿联酋阿布扎比王储某某: what begins with a country is a title."""
    found = places().longest_at(text, guess.start)
    return found is not None and found[1][0].level == "country" and found[0] < guess.end


_TOWN_BEHIND = re.compile("[、和][\u4e00-\u9fff]{1,4}[乡镇村]")


def is_listed_place(text: str, start: int, end: int) -> bool:
    """Whether what ends like a town stands beside another one (李家镇、王坪镇等地)."""
    if text[end - 1] not in "乡镇村":
        return False
    return text[max(0, start - 2) : start] in {"乡、", "镇、", "村、"} or bool(_TOWN_BEHIND.match(text, end))


_HANZI = re.compile("[\u4e00-\u9fff]+")
_NOT_FIRST = frozenset("使人电卿和与对向是为被令由从统理相王长员记席任说")
_DOT = re.compile(r"[·•・‧⋅∙](?<=[\u4e00-\u9fffA-Za-z].)(?=[\u4e00-\u9fffA-Za-z])")


def _dotted(text: str, start: int, dot: int, end: int) -> NameGuess | None:
    """The name whose first dot is at `dot`; its beginning is where the transliterated characters begin."""
    at = dot
    while at > start and dot - at < 8 and _goes_on(text, at - 1, start):
        if text[at - 2 : at] in _RULERS:
            break  # 文莱达鲁萨兰国苏丹|哈桑纳·某某
        at -= 1
    if at == dot and dot - start > 0 and text[dot - 1].isalpha():
        at = dot - 1
    if at == dot or text[at - 1 : at] in {"·", "•", "・"} or not reads_foreign(text[at:dot]):
        return None
    guess = name_at(text, at, end, True)
    return guess if guess is not None and guess.score >= ANYWHERE - 1 and guess.end > dot else None


_RULERS = frozenset("苏丹 国王 女王 总统 总理 首相 王储 亲王 公主 主席 外长".split())


def _goes_on(text: str, place: int, start: int) -> bool:
    """Whether the character at `place` still belongs to the name; one odd character may stand between good ones."""
    foreign, character = name_tables().foreign, text[place]
    if character in _NOT_FIRST or not "\u4e00" <= character <= "\u9fff":
        return False
    if foreign.get(character, -9.0) > -1.0:
        return True
    before = text[place - 1] if place > start else "。"
    return before not in _NOT_FIRST and foreign.get(before, -9.0) > 2


def _before(text: str, floor: int, end: int, _: int) -> NameGuess | None:
    """The best Chinese name that ends at `end`, not beginning before `floor`."""
    best: NameGuess | None = None
    if text[end] in "男女" and is_word(text[end - 1 : end + 1]):
        return None  # 农村|妇女，
    for size in (3, 2, 4):
        name = text[end - size : end]
        if end - size < floor or not _HANZI.fullmatch(name) or (is_word(name) and not _may_be_known(name)):
            continue
        if name[0] in "向同对和与及替部局处科室院所厂店" or begins_with_a_word(name):
            continue  # 向|周明同志学习, 有|关领导同志
        if end - size > floor and text[end - size - 1 : end - size + 1] in post_lexicon().heads:
            continue  # 文|员杨先生
        if size == 3 and name[0] in "家长员" and _ends_a_title(text, floor, end - 2):
            continue  # 画家|启明先生, 委员长|启明同志
        if any(is_word(text[max(floor, end - whole) : end]) for whole in range(size + 1, 5)):
            continue  # 巴音|朝鲁
        weight = chinese_weight(name) + 4.5 + (0.5 if size == 3 else 0)
        if weight >= 4.8 and (best is None or weight > best.score):
            best = NameGuess(end - size, end, weight, False)
    return best


def _ends_a_title(text: str, floor: int, end: int) -> bool:
    """Whether a word or a post ends at `end`."""
    heads = post_lexicon().heads
    return is_word(text[end - 2 : end]) or any(text[max(floor, end - size) : end] in heads for size in (3, 4))


def _may_be_known(name: str) -> bool:
    """Whether a word of three characters may yet be a name: the dictionary knows it as one, or as some place."""
    if len(name) != 3 or name[-1] in "院省市县区州镇乡村":
        return False
    return tag(name)[0][1] in {"nr", "ns"} and chinese_weight(name) > 2.0 and not places().lookup(name)


LATIN = re.compile(
    r"（(?!(?:[^）]* )?(?:Society|University|College|Inc|Ltd|Company|Group|Times|News|Gallery|Institute|The"
    r"|Bureau|Agency|Department|Office|Committee|Commission|Council|Party|Bank|Guard|Association|Cent(?:er|re)"
    r"|Force|Authority|Foundation|School|Hospital|Court|Union|Service|Research"
    r"|Square|Street|Road|Park|Plaza|Bridge|Hotel|Station|Airport|Museum|Palace|Tower|Church|Garden|Gardens|Bay|Island|Islands|River|Lake)\b)"
    r"[A-Z][a-z][A-Za-z.'’-]*(?: [A-Z][A-Za-z.'’-]*){1,4}）"
)
"""A name in Latin letters in brackets, as Hong Kong's papers put behind a foreigner's: 雷文（Alan Raven）."""


def _glossed(text: str, floor: int, bracket: int, _: int) -> NameGuess | None:
    """The name that its Latin form explains: the likeliest that begins where a word has ended."""
    best: NameGuess | None = None
    for start in range(bracket - 2, max(floor, bracket - 8) - 1, -1):
        name = text[start:bracket]
        if not _HANZI.fullmatch(name):
            break
        if is_word(name) or not can_be_name(name) or not _begins_anew(text, floor, start):
            continue
        weight = max(chinese_weight(name), foreign_weight(name))
        if weight >= 0 and (best is None or weight > best.score):
            best = NameGuess(start, bracket, weight, chinese_weight(name) < 0)
            if any(text.endswith(head, floor, start) for head in post_lexicon().heads):
                break  # 检察官|雷文
    return best and NameGuess(best.start, best.end, max(best.score, ANYWHERE + 1), best.foreign)


def _begins_anew(text: str, floor: int, start: int) -> bool:
    """Whether a word, a post or a place ends right before `start`."""
    before = text[max(floor, start - 4) : start]
    if not before or not "\u4e00" <= before[-1] <= "\u9fff" or before[-1] in "和与及对":
        return True
    return any(
        is_word(before[-size:]) or before[-size:] in post_lexicon().heads
        for size in range(2, len(before) + 1)
    )


def _named_to_a_post(text: str) -> Iterator[NameGuess]:
    """聘任|庄华文|为公司总经理: two words leave the name hardly a doubt."""
    for named in NAMED_AS.finditer(text):
        name = named["name"] or ""
        if 1 < len(name) <= 4 and chinese_weight(name) > -4 and can_be_name(name):
            yield NameGuess(named.start("name"), named.end("name"), ANYWHERE + 1, False)


_LEADERS = re.compile("(?<=[市县区省州校局厅委团会司镇乡])领导(?:同志)?[：:]?(?=[\u4e00-\u9fff]{2,4}、)")
"""Leaders of a place or a body, told by nothing but their names (某某市领导甲、乙)."""
_TITLED = re.compile(
    "（副?(?:校长|院长|主任|书记|会长|主席|秘书长|组长|所长|经理|总经理|董事长|[\u4e00-\u9fff]{2}副?主任|大队辅导员)）"
)
"""A post in brackets behind its holder: 石某某（校长）."""
_LABELLED = re.compile(
    r"(?:联系人|联络人|负责人|经办人|编制|签订|主持人|法定代表人|报名人|咨询人)[：:]\s?([\u4e00-\u9fff]{2,3})(?=[\s，；。、（]|$)"
)


def _labelled(text: str) -> Iterator[NameGuess]:
    """Whom a notice names behind a label: 联系人：某某."""
    for label in _LABELLED.finditer(text):
        name = label.group(1)
        if chinese_weight(name) >= 0 and can_be_name(name) and not is_word(name):
            yield NameGuess(label.start(1), label.end(1), ANYWHERE + 1, False)


_SPEAKER = re.compile(r"^([\u4e00-\u9fff]{2,3})：", re.MULTILINE)


def _speakers(text: str) -> Iterator[NameGuess]:
    """Who speaks in an interview printed as a dialogue: lines that begin with the same name and a colon."""
    found: dict[str, list[int]] = {}
    for line in _SPEAKER.finditer(text):
        found.setdefault(line.group(1), []).append(line.start())
    for name, begins in found.items():
        if len(begins) > 1 and chinese_weight(name) >= 0 and can_be_name(name) and not is_word(name):
            yield NameGuess(begins[0], begins[0] + len(name), ANYWHERE + 1, False)


def married_surnames(people: People) -> frozenset[str]:
    """What only is a married woman's double surname, alone or with the word behind it (周郭, 周郭|率先)."""
    doubles = {
        name[:2]
        for name in people.seen
        if len(name) == 4 and chinese_weight(name) > 0 and not is_word(name[2:])
    }
    short = {name for name in people.seen if name[:2] in doubles and len(name) < 4}
    return frozenset(short) | {
        name for name in people.seen if name[:2] in doubles and len(name) == 4 and is_word(name[2:])
    }


def with_preposition(people: People, text: str) -> dict[str, str]:
    """Names that are a preposition and a name which stands elsewhere without it (透过律师|向|黄某某, 但|彭某): wrong → right."""
    return {
        name: name[1:]
        for name in people.seen
        if (
            name[0] == "向"
            and len(name) > 2
            and text.count(name[1:]) > 2 * text.count(name)
            and chinese_weight(name[1:]) > 0
        )
        or (name[0] == "但" and name[1:] in people.seen)
    }


def settle(people: People, text: str) -> dict[str, str]:
    """Vote between names of which one begins another (刘奇 / 刘奇作): loser → winner."""
    lost: dict[str, str] = {}
    for short, long in _begun(people):
        if people.seen[short] >= CERTAIN or long[len(short) :] in {"和", "与", "及", "同"}:
            lost[long] = short
        elif not _stands_alone(short, long, text):
            a, b = _support(short, text), _support(long, text)
            loser, winner = (short, long) if b >= a else (long, short)
            lost[loser] = winner
        elif follows_names(long[len(short) :]) or (
            len(long) > len(short) + 1 and is_word(long[len(short) :])
        ):
            lost[long] = short  # 洪大森|时, 奥朗诺|北京时间
    for name in people.seen:
        if _has_a_word_behind(name, text):
            lost[name] = name[:2]
        elif len(name) > 2 and name[0] == "谢" and "谢" + name in text:
            lost[name] = name[1:]  # 谢|谢某某先生
        elif name[-1] in "时后" and len(name) > 2 and text.count(name[:-1]) > text.count(name):
            lost[name] = name[:-1]  # 会见雷特|时, 雷特表示
        elif name[0] in "向同与对由为和" and people.seen.get(name[1:], 0.0) > people.seen[name] - 4.0:
            lost[name] = name[1:]  # 向|普希宁总统
    return lost


def _has_a_word_behind(name: str, text: str) -> bool:
    """Whether a name of two characters, which stands elsewhere, has a word behind it (周陆|密切, 周陆|安全)."""
    short, word = name[:2], name[2:]
    return (
        len(word) == 2
        and is_word(word)
        and chinese_weight(short) > 1.0
        and short not in name_tables().double_surnames
        and text.count(short) > text.count(name)
    )


def _begun(people: People) -> list[tuple[str, str]]:
    """The pairs of names of which the first begins the second and is shorter by one or two; the shortest first."""
    order = {name: i for i, name in enumerate(sorted(people.seen, key=len))}
    pairs = [(long[:-cut], long) for long in order for cut in (1, 2) if long[:-cut] in order]
    pairs = [(short, long) for short, long in pairs if "·" not in long or "·" in short]
    return sorted(pairs, key=lambda pair: (order[pair[0]], order[pair[1]]))


def _stands_alone(short: str, long: str, text: str) -> bool:
    """Whether `short` also occurs, well ended, where it is not the beginning of `long`."""
    tail = long[len(short) :]
    return any(
        not text.startswith(tail, at + len(short)) and end_weight(text, at + len(short)) >= 4
        for at, _ in occurrences(text, [short])
    ) and not any(tail.startswith(c) for c in "说在等作对向同和与就")


def _support(name: str, text: str) -> float:
    """How well `name` is ended by what follows, on average over the article, and how well it reads."""
    total, count = 0.0, 0
    for at, _ in occurrences(text, [name]):
        total += end_weight(text, at + len(name))
        count += 1
    return (
        total / max(1, count) + 0.5 * max(-6.0, chinese_weight(name)) + (0.5 * len(name) if count > 1 else 0)
    )


_TITLE_POST = re.compile(
    r"([\u4e00-\u9fff]{2,4})\s+\S{3,40}(?:长|书记|主任|委员|主席|教授|总裁|经理|理事|董事|院士|专家)$"
)
_TITLE_SAYS = re.compile(r"([\u4e00-\u9fff]{2,3})[：:]")
_TITLE_NAME = re.compile(r"([\u4e00-\u9fff]{2,4})(?:同志)?(?: ?-- ?|\s{2,}|简历|生平|小传|个人简介|遗体)")


def person_in_title(title: str, text: str) -> str:
    """The person whose life or words the headline announces (周某某 -- 某大学教授, 某某某同志简历, 周某某：…), or ""."""
    found = _TITLE_NAME.match(title) or _TITLE_POST.match(title) or _TITLE_SAYS.match(title)
    if not found:
        return ""
    name = found.group(1)
    return (
        name if chinese_weight(name) > -1 and can_be_name(name) and not is_word(name) and name in text else ""
    )


def is_doctrine(text: str, end: int) -> bool:
    """Whether the name that ends at `end` only names a doctrine, an award, a school or a street."""
    return bool(_DOCTRINE.match(text, end))
