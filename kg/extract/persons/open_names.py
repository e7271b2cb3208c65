"""Names that stand without a post: at the beginning of a clause, behind an age or a verb that chooses somebody."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from kg.extract.persons.announced import labelled_names, named_to_a_post, speakers, voted_lists
from kg.extract.persons.name_lists import names_from
from kg.extract.persons.names import NameGuess, may_reach, name_at
from kg.extract.persons.names_before import DOT, LATIN, MARKED, glossed_name, name_around_dot, name_before
from kg.extract.persons.people import ANYWHERE, AT_THE_BEGINNING, FIRM, is_listed_place
from kg.extract.reading import Sentence
from kg.lexicon.names import name_tables
from kg.lexicon.places import places
from kg.lexicon.tables import rows_of
from kg.lexicon.trie import pattern_of


@cache
def open_context() -> re.Pattern[str]:
    """A surname at the beginning of a clause and, behind two to four characters, what only follows people."""
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


_SPOUSE = re.compile(r"(?:夫人|妻子|丈夫|女儿|儿子|之子|母亲|父亲)(?=[\u4e00-\u9fff]{2})")
_CHOSEN = re.compile(
    r"(?:任命|免去|撤销|选举|推选|推举|委任|提名|聘任|罢免|补选|增选|授予|追授|会见了?|任免)(?=[\u4e00-\u9fff]{2})"
)
_OF_ITS_HEAD = re.compile("(?P<its>[局所厅处院馆园部会校])(?=[\u4e00-\u9fff]{2,3}副?(?P=its)长)")
"""The last character of a body and, behind a name, its head: 教育|局|周某某|局长."""
_AGED = re.compile("(?<![\\d.])[1-9]\\d岁的?(?=[\u4e00-\u9fff]{2})")
"""An age in front of a name: 23岁|周某某（教师）."""
_IN_COURT = re.compile("(?:疑犯|嫌犯|嫌疑人|被告人?|死者|事主|原告|受害人|被害人)(?=[\u4e00-\u9fff]{2})")
"""Whom a case is about, in front of a name: 死者|周某某."""


def open_names(text: str, sentences: Sequence[Sentence]) -> Iterator[NameGuess]:
    """Names that stand without a post: at the beginning of a clause, in a list, as a spouse, before 同志 or 男."""
    starts = [s.start for s in sentences]

    def sentence_of(place: int) -> Sentence | None:
        index = bisect_right(starts, place) - 1
        return sentences[index] if index >= 0 and place < sentences[index].end else None

    done = 0
    for found in open_context().finditer(text):
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
            guess = name_before(text, sentence.start, found.start(), sentence.end)
            if guess is not None:
                yield guess
    for found in _SEATED.finditer(text) if "政协" in text or "人大" in text else ():
        if sentence := sentence_of(found.start()):
            guess = name_before(text, max(sentence.start, found.start() - 4), found.start(), sentence.end)
            if guess is not None and (guess.start == sentence.start or text[guess.start - 1] in "，；：\n"):
                yield guess
    yield from speakers(text)
    if "：" in text:
        yield from labelled_names(text)
    yield from named_to_a_post(text)
    yield from voted_lists(text)
    for pattern, read in ((DOT, name_around_dot), (MARKED, name_before), (LATIN, glossed_name)):
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


def _begins_with_a_state(text: str, guess: NameGuess) -> bool:
    """会见|阿联酋阿布扎比王储某某: what begins with a country is a title."""
    found = places().country_at(text, guess.start)
    return found is not None and found[0] < guess.end


_SEATED = re.compile("(?:常委|委员|代表)(?=提出|认为|建议|指出|呼吁|代表[^，。；]{2,20}(?:发言|建议|提出))")
"""Who sits in the congress or the conference, and what he does there: ；周某某|常委提出."""
_LEADERS = re.compile("(?<=[市县区省州校局厅委团会司镇乡])领导(?:同志)?[：:]?(?=[\u4e00-\u9fff]{2,4}、)")
"""Leaders of a place or a body, told by nothing but their names (某某市领导甲、乙)."""
_TITLED = re.compile(
    "（副?(?:校长|院长|主任|书记|会长|主席|秘书长|组长|所长|经理|总经理|董事长|[\u4e00-\u9fff]{2}副?主任|大队辅导员)）"
)
"""A post in brackets behind its holder: 石某某（校长）."""
