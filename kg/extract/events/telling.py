"""An article as it is told: sentence by sentence, what is narrated and what is only said by somebody."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.events.addressed import addressed
from kg.extract.events.both_sides import BOTH, Pair, name_both
from kg.extract.events.cases import Case
from kg.extract.events.casting import Group, groups
from kg.extract.events.hints import CAME, TELLS, anything
from kg.extract.events.outline import BODIES, FIRST_PERSON, PERSONS, PRIVATE, B, Outline, P, T, draw
from kg.extract.events.statements import Speech, find_acts, find_speech
from kg.extract.places import find_places
from kg.extract.reading import BodyMention, NameMention, Reading, Sentence
from kg.extract.time.dateline import written_on
from kg.extract.time.dates import Found, find_dates, may_be_told
from kg.lexicon.places import places
from kg.lexicon.triggers import triggers

_PRONOUN = re.compile("[他她](?:(?<=^.)|(?<=[，。；：].))(?=[^们的人国乡方门日是])")
_SECRETARY = re.compile(
    "总书记(?:(?<=^...)|(?<=[，。；：]...))(?=(?:还|也|又|再次|特别|深情地?|语重心长地?|亲切地?|反复|一再|在[^，。；]{2,20}[时上中]|对[^，。；]{1,8}){0,2}"
    "(?:指出|强调|说|叮嘱|嘱咐|要求|勉励|表示|希望)(?!的))"
)
_SAYS_ON = re.compile(
    "(?:还|又|也|并|则|续|接着|最后|同时|随后|亦){0,2}(?:说|称|指|表示|强调|指出|认为|形容|透露|补充|解释|坦言|呼吁|相信|批评|希望|提到)"
)
_QUOTED = re.compile("“[^”]{9,}”?|《[^》]*》")
_NAMED_ASSEMBLY = re.compile("“[^，。！？；：]{6,40}(?:会|会议|论坛|仪式|典礼|活动|峰会|展|沙龙)”")
_STARTS_OWN = re.compile(rf"^[^，。{PERSONS}]{{0,12}}，?[^，。{PERSONS}]{{0,14}}{P}")
# 对此，某部18日发表声明称: the story has taken over again
_BODY_ACTS = re.compile(
    rf"(?:[^，。{BODIES}]{{1,8}}，)?(?:[^，。{BODIES}]{{0,6}}){B}(?:[、和与]{B})*(?:{T}|今天|日前|近日|随后|同日)*(?:还|也|又|已|联合|分别)*"
    "(?:发表|发布|公布|印发|通报|发出|举行|召开|签署|出台)"
)
# …大会25日在京召开: so speaks a report, nobody in it
_TAKES_PLACE = re.compile(
    r"[^。；：“”我]{4,60}?(?:会议?|大会|论坛|仪式)(?:\d{1,2}月)?\d{1,2}日(?:上午|下午|晚)?在[^，。；]{1,12}(?:召开|举行|开幕)"
)
_SOURCE = re.compile(r"[^，。；、]{0,16}?(?:消息|讯|日电)(?:[（(][^）)]{0,16}[）)])?[：:]?(?=[^，。])")
_GROUP = re.compile(
    "(?!召|决|成|批|印|同|设|办公厅)[^，。；、“《（(召举印]{1,16}(?:领导小组|联席会议|指挥部|协调小组)"
)
_OF_PARTY = re.compile("[一二三四五六七八九十]{1,2}大(?:会址|代表|纪念)|界")
_TERM = re.compile("第[一二三四五六七八九十]{1,3}届")
_OF_A_TERM = re.compile("第?[一二三四五六七八九十]{1,3}届")
_OPENING_SENTENCES = 2  # always read: they set the day and the place
_PLAINLY_SAID = re.compile("(?<![报道社媒据方闻])(?:强调|指出|表示|说|称|认为)[，：](?!“[^”]{0,12}”)")
_ONLY_SAYS = re.compile("(?:还|也|又|则|最后|同时|再次|随后)?(?P<verb>强调|指出|表示|说|称|认为)[，：]")
# 「某县县长某某：“…”」: what somebody says into a microphone; no line of a life, no heading
_SOUNDBITE = re.compile(r"(?:[（(][^）)]{0,12}[）)])?[：:](?!男|女|汉族|\d{4}年)(?=.{8,}[。！？…”]$)")
_BARE_TITLE = re.compile("[^，。；：“”、]{0,20}")
_FIRST_HAND = re.compile("我(?=[和将愿对很高期相希谨同与要也想曾]|们)")  # the speaker still speaks
_COURTESY = ("总书记", "主席", "总统", "总理", "委员长", "首相", "议长", "外长", "国王", "同志")
_LISTS = re.compile(
    "(?:致电|致函|来电|发来|发电|致贺|祝贺)[^。]{0,24}的[^。，]{0,12}(?:还)?(?:有|包括)[：:]$"
)
_LONGEST_LINE = 60  # signs of a title and a name
_BRIEF = re.compile("快讯|简讯|短讯|速览|一组消息")
_AT_THE_HEAD = 14  # signs within which a body stands that takes the story over again
_LONGEST_HEADING = 40  # signs
_ADDRESSED = ("先生", "女士", "小姐", "太太")
_ONLY_A_SURNAME = re.compile(
    "[^，。；：“”\n]{0,20}?(?:先生|女士|小姐|太太)(?:则|亦|也|又|续|今日?|昨日?|其后|随后|之后)*"
    "(?:表示|说|指|称|认为|质疑|坦言|透露|忆述|批评|形容|希望|相信|：)"
)
_SOMEBODY = re.compile("官员|人士|发言人|负责人|专家|学者|男子|女子|老人|教授|书记|主任|局长|总统|总理|部长")


def _hero(people: tuple[NameMention, ...]) -> NameMention | None:
    """The one person an article is about, where it is about one: a life."""
    if not people:
        return None
    counted = Counter(mention.name for mention in people)
    name, count = counted.most_common(1)[0]
    return next(m for m in people if m.name == name) if 3 * count >= 2 * len(people) else None


def _with_addressed(reading: Reading) -> tuple[NameMention, ...]:
    """The people of an article with those whom a surname and a title mean, in order."""
    more = addressed(reading.article.text, reading.people)
    return tuple(sorted((*reading.people, *more), key=lambda m: m.phrase_start)) if more else reading.people


def _blank(match: re.Match[str]) -> str:
    quoted = match.group()
    if _NAMED_ASSEMBLY.fullmatch(quoted):  # “第八届衍生品市场论坛” says what it is with its last word
        return "“" + "■" * (len(quoted) - 5) + quoted[-4:]
    return "“" + "■" * (len(quoted) - 1)


_ANNOUNCES = re.compile(f"{B}(?:(?:新闻|首席)?发言人)?(?:{T}|日前|近日|随后|同日|正式|联合)*$")


def _end_of_story(words: str, speech: Speech | None) -> int:
    """Where somebody's words begin; what a body announces (某国警方宣布，逮捕了某某) is still told."""
    if speech is None or speech.said is None:
        return len(words)
    announced = speech.verb == "宣布" and not speech.signs and _ANNOUNCES.search(words, 0, speech.at)
    return len(words) if announced else speech.said


@dataclass(slots=True)
class Told:
    """One sentence of the story: its outline, the groups in it, who speaks, and where narration ends in it."""

    sentence: Sentence
    outline: Outline
    people: list[Group]
    until: int
    speech: Speech | None
    acts: list[Speech]
    plain: bool = False  # nothing but somebody's words
    listed: bool = False  # a line of a list that the sentence before begins (发来贺电的还有：)


class Teller:
    """Goes through a reading's sentences; remembers who speaks and whom 他 means."""

    def __init__(self, reading: Reading, trigger_file: str = "") -> None:
        self.reading = reading
        self.text = PRIVATE.sub("\ufffd", reading.article.text)
        self.file = trigger_file
        self._named = _with_addressed(reading)
        self._starts = [m.phrase_start for m in self._named]
        self._body_starts = [b.start for b in reading.bodies]
        self._year = int(reading.date[:4]) if reading.date[:4].isdigit() else None
        self._anchor: str | None = None  # the day spoken of last, and where
        self._anchored_at = 0
        self._written = written_on(reading.article, reading.date)
        self.antecedent: NameMention | None = None
        self._secretaries: list[NameMention | None] = []
        self.hero = _hero(reading.people)
        self.pair: Pair | None = None  # those whose talks were told of last
        self.speaking: tuple[int, str] | None = None  # paragraph, name of the speaker
        self.speaker: NameMention | None = None
        self._quote_open = False
        self._listing = False  # lines of a list follow
        self._quoted = False  # the sentence stands inside a quotation
        self._drawn = 0
        self._heading = False
        self._in_brief = bool(_BRIEF.search(reading.article.meta.title))
        self.said_on: list[
            tuple[str, int, int]
        ] = []  # speaker, range: sentences that go on with what was said

    def __iter__(self) -> Iterator[Told]:
        for sentence in self.reading.sentences:
            told = self._tell(sentence)
            if told is not None:
                yield told
            elif self.speaking is not None and self.speaking[1] and self._goes_on(sentence):
                self.said_on.append((self.speaking[1], sentence.start, sentence.end))

    def _tell(self, sentence: Sentence) -> Told | None:
        self._quoted = False
        if self._in_brief and self._is_heading(sentence):
            self._heading, self.antecedent, self.speaking = True, None, None
            return None
        if self._quote_open:
            self._in_quote(sentence)
            return None
        start, end = sentence.start, sentence.end
        people = self._people(start, end)
        if self._is_of_nobody_named(start, end, people):
            self.antecedent = self.speaker = None
            self.speaking = (sentence.paragraph, "")
            self._note_quote(start, end)
            return None
        if self._listing:
            self._listing = end - start <= _LONGEST_LINE and self.text[end - 1] not in "。！？"
            if self._listing and people:
                return Told(sentence, self._draw(start, end, people, []), [], 0, None, [], listed=True)
        self._listing = self.text[end - 1] in "：:" and _LISTS.search(self.text, start, end) is not None
        if not people and not self._may_matter(start, end, sentence.paragraph):
            self._note_quote(start, end)
            return None
        end = self._narrated(start, end)
        told = self._plain(sentence, people, end)
        if (
            told is None
            and self._drawn >= _OPENING_SENTENCES
            and not anything(self.file).search(self.text, start, end)
        ):
            self.antecedent = people[0] if people else self.antecedent
        else:
            told = told or self._outlined(sentence, people, end)
        self._note_quote(start, sentence.end)
        return told

    def _is_of_nobody_named(self, start: int, end: int, people: list[NameMention]) -> bool:
        """Whether somebody speaks of whom only the surname is told (21岁的林先生说): then 他 means that one."""
        head = self.text[start : min(end, start + _AT_THE_HEAD + 16)]
        if not any(word in head for word in _ADDRESSED):
            return False
        speaker = _ONLY_A_SURNAME.match(self.text, start, end)
        return speaker is not None and not any(m.phrase_start < speaker.end() for m in people)

    def _plain(self, sentence: Sentence, people: list[NameMention], end: int) -> Told | None:
        """「某某指出，…」 and no more: by far the commonest sentence of official news, read without an outline."""
        if not people:
            return None
        speaker = people[0]
        bite = _SOUNDBITE.match(self.text, speaker.phrase_end, sentence.end)
        if bite is not None and _BARE_TITLE.fullmatch(self.text, sentence.start, speaker.phrase_start):
            verb, at, end = "：", bite.end() - 1, bite.end()
        elif people[0].phrase_start == sentence.start and (
            match := _ONLY_SAYS.fullmatch(self.text, speaker.phrase_end, end)
        ):
            verb, at = match["verb"], match.start("verb")
        else:
            return None
        outline = Outline(
            FIRST_PERSON + self.text[speaker.phrase_end : end],
            [sentence.start, *range(speaker.phrase_end, end + 1)],
            self.text,
            [speaker],
        )
        speech = Speech(FIRST_PERSON, verb, at - speaker.phrase_end + 1, len(outline.words))
        self.speaking = (sentence.paragraph, speaker.name)
        self.antecedent = self.speaker = speaker
        return Told(sentence, outline, [], len(outline.words), speech, [], plain=True)

    def _outlined(self, sentence: Sentence, people: list[NameMention], end: int) -> Told | None:
        start, anchor = sentence.start, self._anchor
        self._drawn += sentence.zone not in {"headline", "subtitle"}
        outline = self._draw(
            start, end, [m for m in people if m.phrase_start < end], self._bodies(start, end)
        )
        if "“" in outline.words or "《" in outline.words:
            outline.unquoted = outline.words
            outline.words = _QUOTED.sub(_blank, outline.words)
        if "总书记" in outline.words and _SECRETARY.search(outline.words):
            self._resolve_titles(outline)
        if self.pair is not None and "两" in outline.words:
            name_both(outline, self.pair)
        self._resolve_pronouns(outline, sentence.paragraph)
        goes_on = self._is_spoken_on(sentence.paragraph)
        if goes_on and (
            self._names_another(people)
            or not (
                _STARTS_OWN.match(outline.words)
                or _BODY_ACTS.match(outline.words)
                or self._takes_place(start, end)
            )
            or _FIRST_HAND.search(outline.words)
        ):
            self._anchor = anchor  # a day in somebody's words is not the story's
            return None
        found = groups(outline.words)
        speech = find_speech(outline, found, self.file)
        until = _end_of_story(outline.words, speech)
        acts = find_acts(outline.words, found, until)
        self._remember(outline, found, speech, sentence, until)
        return Told(sentence, outline, found, until, speech, acts)

    def _names_another(self, people: list[NameMention]) -> bool:
        """Whether the first person named is somebody else, by the courtesy form that speakers use (某某主席)."""
        if not people or self.speaking is None or people[0].name == self.speaking[1]:
            return False
        first = people[0]
        return self.text.endswith(_COURTESY, first.end, first.phrase_end) or self.text.startswith(
            ("先生", "女士"), first.phrase_end
        )

    def _is_spoken_on(self, paragraph: int) -> bool:
        """Whether somebody's words go on in this paragraph, until the story takes over again."""
        return self.speaking is not None and self.speaking[0] == paragraph

    def _goes_on(self, sentence: Sentence) -> bool:
        """Whether somebody's words go on in a sentence that tells nothing."""
        return self._quoted or self._is_spoken_on(sentence.paragraph)

    def _in_quote(self, sentence: Sentence) -> None:
        """A sentence inside a quotation that an earlier one opened; it may close it."""
        text, start, end = self.text, sentence.start, sentence.end
        closing = text.rfind("”", start, end)
        self._quoted = True
        self._quote_open = closing < 0 or closing < text.rfind("“", start, end)

    def _narrated(self, start: int, end: int) -> int:
        """Where the first verb that plainly brings somebody's words ends: behind it nothing is narrated."""
        match = _PLAINLY_SAID.search(self.text, start, end)
        return match.end() if match else end

    def begins_story(self) -> bool:
        """Whether a heading of news in brief stood before this sentence; asked once for every sentence."""
        heading, self._heading = self._heading, False
        return heading

    def _is_heading(self, sentence: Sentence) -> bool:
        """In news in brief, a short line without a full stop heads the next story."""
        line = self.text[sentence.start : sentence.end]
        return len(line) <= _LONGEST_HEADING and line[-1] not in "。！？”…；："

    def _note_quote(self, start: int, end: int) -> None:
        last, opened = self.text.rfind("”", start, end), self.text.rfind("“", start, end)
        # “某某“: the second one closes, whatever it looks like
        self._quote_open = opened > last and self.text.count("“", max(start, last), end) % 2 == 1

    def _may_matter(self, start: int, end: int, paragraph: int) -> bool:
        """Whether a sentence that names nobody can tell of a happening, or say who 他 is or when all was."""
        if _PRONOUN.search(self.text, start, min(end, start + 16)):
            return True
        if _SECRETARY.search(self.text, start, end):
            return True
        if self.pair is not None and BOTH.search(self.text, start, end):
            return True
        if self._is_spoken_on(paragraph) and not (
            self._has_bodies(start, min(end, start + _AT_THE_HEAD)) or self._takes_place(start, end)
        ):
            return False
        if self._drawn < _OPENING_SENTENCES or TELLS.search(self.text, start, end):
            return True
        if not self._has_bodies(start, end):
            return False
        return bool(
            CAME.search(self.text, start, end) or triggers(self.file).pattern.search(self.text, start, end)
        )

    def _takes_place(self, start: int, end: int) -> bool:
        return self.text.find("日", start, end) >= 0 and bool(_TAKES_PLACE.match(self.text, start, end))

    def _has_bodies(self, start: int, end: int) -> bool:
        first = bisect_left(self._body_starts, start)
        return first < len(self._body_starts) and self._body_starts[first] < end

    def _people(self, start: int, end: int) -> list[NameMention]:
        people = self._named
        first = bisect_left(self._starts, start)
        found = []
        while first < len(people) and people[first].phrase_start < end:
            found.append(people[first])
            first += 1
        return found

    def _bodies(self, start: int, end: int) -> list[BodyMention]:
        bodies = self.reading.bodies
        first = bisect_left(self._body_starts, start)
        found = []
        source = _SOURCE.match(self.text, start, end) if self._drawn < _OPENING_SENTENCES else None
        skip = source.end() if source else start
        while first < len(bodies) and bodies[first].start < end:
            if bodies[first].start >= skip and not self._is_only_a_part(bodies[first]):
                found.append(self._group_of(bodies[first]))
            first += 1
        return self._of_terms(found)

    def _is_only_a_part(self, body: BodyMention) -> bool:
        """中共三大会址 is not 中共; 庆祝某社成立八十周年大会 is not held by it."""
        if self.text.endswith("驻", 0, body.start) and not body.name.endswith("馆"):
            return True  # 中国驻|欧盟|使团
        if self._names_a_post(body) or (body.name == "中国共产党" and _OF_PARTY.match(self.text, body.end)):
            return True
        return self.text.endswith(("庆祝", "纪念"), 0, body.start) and self.text.startswith("成立", body.end)

    def _group_of(self, body: BodyMention) -> BodyMention:
        """国务院农民工工作领导小组 is a body of its own, not 国务院."""
        group = _GROUP.match(self.text, body.end) if body.name == "国务院" else None
        return BodyMention(body.start, group.end(), body.name + group.group()) if group else body

    def _of_terms(self, bodies: list[BodyMention]) -> list[BodyMention]:
        """Each body whole: 某党第十届|中央委员会 is the party's, 中共第十九届|中央委员会 the committee."""
        kept: list[BodyMention] = []
        for body in bodies:
            of_party = body.name.startswith("中国共产党中央") or (
                bool(kept) and body.name == kept[-1].name + "中央委员会"
            )
            if kept and of_party and _TERM.fullmatch(self.text, kept[-1].end, body.start):
                if kept[-1].name != "中国共产党":
                    continue
                kept.pop()
            if (
                kept
                and kept[-1].name == "中国共产党"
                and _OF_A_TERM.fullmatch(self.text, kept[-1].end, body.start)
            ):
                kept.pop()  # 中共|十二届|某某党组
            kept.append(body)
        return kept

    def _names_a_post(self, body: BodyMention) -> bool:
        """欧盟成员国卫生部长: the body is only the first part of a post that nobody's name follows."""
        return body.name[-1] in "部局厅署省市县州" and self.text.startswith("长", body.end)

    def _draw(self, start: int, end: int, people: list[NameMention], bodies: list[BodyMention]) -> Outline:
        times = may_be_told(self.dates(start, end))
        for begin, _, time in times:
            if time.start:
                self._anchor, self._anchored_at = time.start, begin
        where = find_places(self.text, start, end, places(), self.reading.province, self._year)
        return draw(self.text, start, end, people, bodies, times, where)

    def dates(self, start: int, end: int) -> list[Found]:
        """The dates of `text[start:end]`, as known where the story has come to."""
        is_near = "\n" not in self.text[self._anchored_at : start]
        return find_dates(self.text, start, end, self._written, self._anchor, is_near)

    def _resolve_titles(self, outline: Outline) -> None:
        """总书记强调: the one person of the article who is."""
        secretary = self._secretary()
        if secretary is not None:
            sign = outline.sign_for(secretary)
            outline.words = _SECRETARY.sub(sign + "〇〇", outline.words)

    def _secretary(self) -> NameMention | None:
        """The General Secretary, where the article names just one; found once."""
        if not self._secretaries:
            numbers = {
                n
                for n, held in enumerate(self.reading.tenures)
                if held.post == "总书记" and held.organization == "中国共产党中央委员会"
            }
            holders = {m.name: m for m in self.reading.people if numbers & set(m.tenures)}
            self._secretaries = [next(iter(holders.values())) if len(holders) == 1 else None]
        return self._secretaries[0]

    def _resolve_pronouns(self, outline: Outline, paragraph: int) -> None:
        if self.antecedent is not None and ("他" in outline.words or "她" in outline.words):
            before = outline.sign_for(self.antecedent)
            named = re.compile(P)
            speaker = outline.sign_for(self.speaker) if self.speaker and self._is_spoken_on(paragraph) else ""

            def meant(match: re.Match[str]) -> str:
                first = _PRONOUN.search(outline.words)
                if first is not None and first.start() < match.start():
                    return before  # 他到场，见到某某，他说: the same as before
                if speaker and _SAYS_ON.match(outline.words, match.end()):
                    return speaker
                here = named.findall(outline.words, 0, match.start())
                return here[0] if here else before

            outline.words = _PRONOUN.sub(meant, outline.words)

    def _remember(
        self, outline: Outline, found: list[Group], speech: Speech | None, sentence: Sentence, until: int
    ) -> None:
        if speech is not None:
            name = outline.person(speech.signs[0]).name if speech.signs else ""
            self.speaking = (sentence.paragraph, name)
            self.speaker = outline.person(speech.signs[0]) if speech.signs else None
            if speech.signs:
                self.antecedent = outline.person(speech.signs[0])
                return
        elif self.speaking is not None and self.speaking[0] != sentence.paragraph:
            self.speaking = None
        lead = next((g for g in found if g.case is Case.SUBJECT and g.end <= until), None)
        if lead is not None:
            self.antecedent = outline.person(lead.signs[0])
        elif not found and _SOMEBODY.search(outline.words):
            self.antecedent = None
