"""Happenings of one article as typed events: who took part, as what, when and where."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.extract.events.arrivals import arrival
from kg.extract.events.background import is_background
from kg.extract.events.both_sides import UNNAMED_TALKS
from kg.extract.events.cases import Case
from kg.extract.events.closing import attach_closing
from kg.extract.events.drafts import Draft, merge, same_happening, same_time
from kg.extract.events.encounters import guests, spoken_while_meeting
from kg.extract.events.floor import chairs_there, speaks_there, spoken_at
from kg.extract.events.frames import FRAMES
from kg.extract.events.gatherings import ASSEMBLIES, UNNAMED, find_gatherings
from kg.extract.events.joining import add_listed_writers, exposed, join, name_those_meant, spouses
from kg.extract.events.journeys import is_abroad, returned
from kg.extract.events.making import make_events
from kg.extract.events.outline import B, Outline, P, T, X
from kg.extract.events.personnel import from_tenures, personnel_events
from kg.extract.events.roles import escorts
from kg.extract.events.scenes import Scene, move, place_left, places_at, take_title, time_of
from kg.extract.events.statements import Speech
from kg.extract.events.telling import Teller, Told
from kg.extract.events.tours import stops, visited
from kg.extract.reading import NameMention, Reading
from kg.extract.time.dates import NOWHEN, TimeRange
from kg.lexicon.triggers import triggers
from kg.model.facts import Event

_DENIED = re.compile(
    r"(?:没有|原定|原计划|未(?!来)|不(?!幸|久|断|仅|但|只|同|少|懈)|拒绝|取消|没(?!收)|无法|不能|如果|若|希望|愿|可能|有意|打算|建议|邀请|呼吁|要求|推迟|准备|期待|争取|为了|力争|考虑|早日|再次邀请"
    r"|可(?!持续)|(?<![智功核技节])能(?![源力量])|(?<![重主首纪])要(?!闻)|应该|必须|(?<![思理])想)(?:[^，。；]{0,6})$"
)
_LETTER = re.compile(
    rf"(?P<who>{P}|{X})(?:主席|总书记|总统|总理)?(?:的|发来的|致[^，。]{{0,16}}的)"
    r"(?P<what>贺信|贺电|贺函|慰问电|慰问信|回信)"
)
_NOT_YET_ISSUED = re.compile("(?:可以?|可先|须|必须|(?<!主)要|一旦|若|如果)(?:对外|公开)?$")
_DENIED_FATE = re.compile("(?:没有|未|不|拒绝|免于|尚未|不予|可能|要求|呼吁|建议|敦促|督促|推动)$")
_REMEMBERED = re.compile("(?:回忆|忆及|忆述|谈到|提到|回顾)[^，。；]{0,16}$")
_ANNIVERSARY = re.compile("(?<=[访问华])(?:[^，。；]{0,6}\\d+)?周年")
_NOT_ISSUED = re.compile("(?:没有|未|无|拒绝|从未)[^，。；]{0,10}$")
_BLAMED = re.compile("(?:因|违规|涉嫌|公款|借机|违法)[^，。]{0,24}$")
_THANKED = re.compile(f"感谢{P}(?:主席|总统|总理|总书记|委员长)?$")  # for the talks told of before
_NICKNAME = re.compile("“[^“”]{1,2}$")
_IN_ITS_CLAUSE = frozenset({"sanction", "investigation", "removal", "appointment", "agreement"})
_CLAUSE_END = re.compile("[，。；]")
_OF_OFFICE = frozenset({"appointment", "removal"})  # not where it is told, but where the office is
_AT_ONE_PLACE = frozenset({"meeting", "talks", "ceremony"})
_BY_VIDEO = re.compile("视频(?:方式|连线|会议|形式|会晤)|通过视频|线上")  # everybody is where he is
_NEAR = 24  # signs around the word of a happening
_ONE_AFTER_ANOTHER = re.compile("先后(?:到|赴|来到|前往|在)")  # …，并召开座谈会: at which of them is not said
_TIMELESS_PLACE = frozenset({"call"})
_AT_WORK = frozenset({"检查", "巡查", "察看", "勘察", "探察"})  # said of workmen as of officials
_TROOPS = re.compile(rf"检阅[^，。]{{0,4}}({B})")
_DECIDES = re.compile(rf"({B})(?:日前|近日|{T})?(?:研究)?决定[：，]")
_RECENT = 200  # happenings told last, among which one is looked for that is told again


def find_events(reading: Reading, trigger_file: str = "") -> tuple[Event, ...]:
    """All events that an article reports, in the order of their first mention.

    Args:
        reading: the article with its people, bodies and tenures.
        trigger_file: path of a TOML file with the user's own triggers, or "".
    """
    if not reading.people and not reading.bodies:
        return ()
    chapters = _Plot(reading, trigger_file).told()
    return make_events(reading, [(chapter.found, chapter.scene) for chapter in chapters])


def _is_denied(words: str, start: int, frame: str) -> bool:
    if frame in {"tours", "does", "travels"} and _BLAMED.search(words[max(0, start - 30) : start]):
        return True
    if frame == "meets" and _THANKED.search(words, max(0, start - 8), start):
        return True
    if (
        frame == "meets"
        and _NICKNAME.search(words, max(0, start - 3), start)
        and "”" in words[start : start + 4]
    ):
        return True  # 此番“尹拜会”
    if frame == "tours" and words[start - 1 : start] == "“" and words[start:].find("”") in {2, 3, 4}:
        return True  # the word alone in quotes: a paper of that name
    if frame == "issues" and words.endswith(("被", "遭"), 0, start):
        return True
    if frame == "travels" and (
        _REMEMBERED.search(words, max(0, start - 24), start) or _ANNIVERSARY.search(words, start)
    ):
        return True
    if frame == "issues" and _NOT_YET_ISSUED.search(words, max(0, start - 8), start):
        return True
    if frame == "issues" and _NOT_ISSUED.search(words, max(0, start - 14), start):
        return True
    pattern = _DENIED_FATE if frame in {"suffers", "issues", "honours"} else _DENIED
    return bool(pattern.search(words[max(0, start - 12) : start]))


def _on_another_day(outline: Outline, tour: Draft) -> bool:
    """Whether a sentence has a time of its own outside the days of a tour."""
    if tour.when is None or not tour.when.start:
        return False
    times = [time for time in outline.times if time.start]
    return bool(times) and not any(same_time(time, tour.when) for time in times)


@dataclass(slots=True)
class Chapter:
    """One story of an article: news in brief has several, every other article one."""

    scene: Scene = field(default_factory=Scene)
    found: list[Draft] = field(default_factory=list)
    couples: list[tuple[NameMention, NameMention]] = field(default_factory=list)


class _Plot:
    """Collects the drafts of one article, chapter by chapter."""

    def __init__(self, reading: Reading, trigger_file: str) -> None:
        self.reading = reading
        self.file = trigger_file
        self.teller = Teller(reading, trigger_file)
        self.chapters = [self._chapter()]
        self.said: dict[str, Draft] = {}
        self.decider = ""  # the body that decides on the posts of an announcement

    def _chapter(self) -> Chapter:
        return Chapter(Scene(year=self.reading.date[:4]))

    @property
    def scene(self) -> Scene:
        """Day and place of the chapter that is being read."""
        return self.chapters[-1].scene

    @property
    def found(self) -> list[Draft]:
        """The drafts of the chapter that is being read."""
        return self.chapters[-1].found

    def told(self) -> list[Chapter]:
        """Read the article from its first to its last sentence; its headlines at the end, for what they alone say."""
        teller = self.teller
        headlines: list[Told] = []
        for told in teller:
            if told.sentence.zone in {"headline", "subtitle"}:
                headlines.append(told)
                continue
            if teller.begins_story():
                self.chapters.append(self._chapter())
            self._read(told, teller.hero or teller.antecedent)
        for name, start, end in teller.said_on:
            if name in self.said:
                self.said[name].said.append((start, end))
        for chapter in self.chapters:
            chapter.found = join(chapter.found, chapter.couples)
        self._read_headlines(headlines)
        if len(self.chapters) == 1 and self.scene.places is None:
            year = self.reading.date[:4]
            take_title(self.scene, self.reading.article.meta.title, int(year) if year.isdigit() else None)
        every = [draft for chapter in self.chapters for draft in chapter.found]
        self.chapters[0].found += from_tenures(self.reading, every)
        return self.chapters

    def _read_headlines(self, headlines: list[Told]) -> None:
        before = [draft for chapter in self.chapters for draft in chapter.found]
        self.chapters.append(self._chapter())
        for told in headlines:
            self._read(told, None)
        head = self.chapters.pop()
        told_already = {(d.type, name): d for d in before for name in (*d.parts, *d.bodies)}
        for draft in join(head.found, head.couples):
            known = [told_already.get((draft.type, n)) for n in (*draft.parts, *draft.bodies)]
            if not any(known):
                self.chapters[0].found.append(draft)
            for same in filter(None, known):
                same.places = draft.places if same.places is None else same.places

    def _read(self, told: Told, meant: NameMention | None) -> None:
        if told.plain:
            self._speeches(told)
            return
        if told.listed:
            add_listed_writers(told, self.found)
            return
        outline = told.outline
        move(self.scene, outline, told.until, told.sentence.paragraph)
        self.chapters[-1].couples += spouses(told)
        if exposed(told, self.found):
            return
        if name_those_meant(told, self.found) or attach_closing(told, self.found, self.scene.when):
            self._speeches(told)
            return
        if self.teller.pair is None and UNNAMED_TALKS.search(outline.words, 0, told.until):
            self._keep(told, Draft("talks", "会谈", [], "both-sides/1"), 0, told.until)
        self._gatherings(told)
        for troops in _TROOPS.finditer(outline.words, 0, told.until):
            for ceremony in [d for d in self.found if d.type == "ceremony"][:1]:
                ceremony.bodies.setdefault(outline.body(troops[1]).name, "participant")
        self._triggers(told)
        came = arrival(outline, told.until)
        if came is not None and not self._tours_here(told) and self._has_official(came[2]):
            self._keep(told, came[2], came[0], came[1])
        home = returned(outline, told.until, told.people)
        if home is not None:
            self._keep(told, home[2], home[0], home[1])
        met = {name for d in self.found if d.type == "talks" for name in d.people()}
        for start, end, draft in spoken_while_meeting(outline, told.until, told.people):
            if not met or not draft.people("counterpart") & met:  # else it was told already
                self._keep(told, draft, start, end)
        self._go_on_touring(told)
        self._letters(told)
        self._personnel(told, meant)
        self._speeches(told)

    def _letters(self, told: Told) -> None:
        """宣读了某某的贺信: a letter that is only spoken of has its writer, and no day."""
        for match in _LETTER.finditer(told.outline.words, 0, told.until):
            draft = Draft("call", match["what"], [(told.sentence.start, told.sentence.end)], "letters/1")
            draft.put(told.outline.person(match["who"]), "lead")
            draft.when, draft.places = NOWHEN, ()
            if not any(d.type == "call" and d.people("lead") & draft.people() for d in self.found):
                self.found.append(draft)

    def _personnel(self, told: Told, meant: NameMention | None) -> None:
        decided = _DECIDES.search(told.outline.words)
        if decided is not None:
            self.decider = told.outline.body(decided[1]).name
        for start, end, draft in personnel_events(told.outline, told.until, told.people, meant):
            if self.decider:
                draft.bodies.setdefault(self.decider, "issuer")
            self._keep(told, draft, start, end)

    def _gatherings(self, told: Told) -> None:
        for start, end, draft in find_gatherings(told.outline, told.until, told.people, self.file):
            told_of = self._just_told(told) if draft.trigger in UNNAMED else None
            if told_of is not None:
                draft.type, draft.noun, draft.when = told_of.type, told_of.noun, told_of.when
            self._keep(told, draft, start, end)
        for start, end, draft in spoken_at(
            told.outline, told.until, told.people, self.file, dated=self.scene.paragraph >= 0
        ):
            self._keep(told, draft, start, end)
        meetings = [d for d in self.found if d.type == "meeting"] or [
            d for d in self.found if d.type == "ceremony" and d.noun and "欢迎" not in d.noun
        ]
        meeting = next((d for d in meetings if d.people("preside")), meetings[0] if meetings else None)
        if meeting is not None:
            here = told.sentence.paragraph - meeting.paragraph <= 1
            for sign in speaks_there(told.outline, told.until, told.people, here=here):
                meeting.put(told.outline.person(sign), "attend")
            for sign in chairs_there(told.outline, told.until):
                meeting.put(told.outline.person(sign), "preside")

    def _just_told(self, told: Told) -> Draft | None:
        """The assembly of this paragraph that 与会 means, where it is told of as no meeting."""
        here = [d for d in self.found if d.paragraph == told.sentence.paragraph and d.type in ASSEMBLIES]
        return here[-1] if here and here[-1].type != "meeting" else None

    def _go_on_touring(self, told: Told) -> None:
        """Later sentences of a tour name further stops: 他还来到B."""
        tours = [d for d in self.found if d.type in {"inspection", "condolence"}]
        names = {told.outline.person(s).name for g in told.people if g.case is Case.SUBJECT for s in g.signs}
        here = (told.sentence.start, told.sentence.end)
        told_here = [d for d in tours if here in d.evidence]
        tour = next(iter(told_here), next((d for d in tours if names & d.people("lead")), None))
        if tour is not None and names & tour.people("lead") and not _on_another_day(told.outline, tour):
            if len(told_here) < 2:  # else each has read its own stretch: 到B调研，看望…
                visited(told.outline, tour, 0, told.until)
            escorts(told.outline, told.people, tour, (0, told.until))
            further = stops(told.outline, told.until) if tour.type == "inspection" and tour.places else ()
            tour.places = tuple(dict.fromkeys((*(tour.places or ()), *further))) or tour.places

    def _triggers(self, told: Told) -> None:
        words = told.outline.words
        lexicon = triggers(self.file)
        for match in lexicon.pattern.finditer(words, 0, told.until):
            trigger = lexicon.words[match.group()]
            if (
                not trigger.fits(words, match.start(), match.end())
                or _is_denied(words, match.start(), trigger.frame)
                or is_background(words, match.start(), match.end(), trigger.frame)
            ):
                continue
            draft = Draft(trigger.type, trigger.word, [], f"{trigger.frame}/1")
            if FRAMES[trigger.frame](told.outline, match.start(), match.end(), told.people, draft):
                if trigger.word in _AT_WORK and not self._has_official(draft):
                    continue
                self._keep(told, draft, match.start(), match.end())
                journey = guests(told.outline) if trigger.frame == "meets" else None
                if journey is not None:
                    there = places_at(told.outline, told.until)
                    if not journey.places and there and is_abroad(there):
                        journey.places = there[:1]
                    self._keep(told, journey, match.start(), match.end())

    def _tours_here(self, told: Told) -> bool:
        here = (told.sentence.start, told.sentence.end)
        return any(d.type in {"inspection", "condolence"} and here in d.evidence for d in self.found)

    def _has_official(self, draft: Draft) -> bool:
        """Whether one who leads holds a post somewhere; who has none and checks a thing is at work."""
        holders = {t.person for t in self.reading.tenures if t.organization}
        return not draft.people("lead") or bool(holders & draft.people("lead"))

    def _speeches(self, told: Told) -> None:
        speeches = [*told.acts, *([told.speech] if told.speech is not None else [])]
        for speech in speeches:
            for sign in speech.signs:
                self._say(told, speech, sign)

    def _say(self, told: Told, speech: Speech, sign: str) -> None:
        outline = told.outline
        who = outline.person(sign)
        draft = self.said.get(who.name)
        if draft is None:
            draft = Draft("statement", speech.verb, [], "statements/1", paragraph=told.sentence.paragraph)
            draft.put(who, "lead")
            draft.when = self._time(told, "statement", speech.at, speech.at + len(speech.verb))
            if draft.when is not None and draft.when.start:
                draft.places = places_at(outline, speech.at) or None
            draft.evidence.append((told.sentence.start, told.sentence.end))
            self.said[who.name] = draft
            self.found.append(draft)
        if speech.said is not None and outline.starts[speech.said] < told.sentence.end:
            draft.said.append((outline.starts[speech.said], told.sentence.end))

    def _time(self, told: Told, kind: str, start: int, end: int) -> TimeRange | None:
        return time_of(told.outline, kind, start, end, told.until, self.scene, told.sentence.paragraph)

    def _reach(self, told: Told, draft: Draft, end: int) -> int:
        """How far to look for places: what happens to somebody happens in its own clause."""
        if draft.type == "issuance":
            return end  # 印发意见，部署在…试点: not where it is issued
        if draft.type not in _IN_ITS_CLAUSE:
            return told.until
        stop = _CLAUSE_END.search(told.outline.words, end, told.until)
        return stop.start() if stop else told.until

    def _keep(self, told: Told, draft: Draft, start: int, end: int) -> None:
        outline = told.outline
        draft.paragraph = told.sentence.paragraph
        draft.evidence.append((told.sentence.start, told.sentence.end))
        if draft.when is None:
            draft.when = self._time(told, draft.type, start, end)
        if draft.places is None and draft.type not in _OF_OFFICE:
            draft.places = places_at(outline, self._reach(told, draft, end)) or None
            several = draft.type in _AT_ONE_PLACE and len(draft.places or ()) > 1
            if several and _ONE_AFTER_ANOTHER.search(outline.words):
                draft.places = None
            draft.places = draft.places or place_left(self.scene, outline.words)
            if draft.places is None and _BY_VIDEO.search(outline.words, max(0, start - _NEAR), end + _NEAR):
                draft.places = ()
        if draft.type in _TIMELESS_PLACE:
            draft.places = ()
        recent = self.found[-_RECENT:]
        if draft.type == "talks" and (pair := draft.pair()) is not None:
            self.teller.pair = pair
        known = next((d for d in recent if d.type == draft.type and same_happening(d, draft)), None)
        if known is None:
            self.found.append(draft)
        else:
            merge(known, draft)
