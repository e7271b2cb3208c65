"""Happenings of one article as typed events: who took part, as what, when and where."""

from __future__ import annotations

import re

from kg.extract.casting import Case, groups
from kg.extract.closing import attach_closing
from kg.extract.drafts import Draft, merge, same_happening
from kg.extract.frames import FRAMES
from kg.extract.gatherings import find_gatherings, speaks_there
from kg.extract.joining import exposed, join, name_those_meant, spouses
from kg.extract.making import make_events
from kg.extract.outline import Outline
from kg.extract.personnel import from_tenures, personnel_events
from kg.extract.reading import NameMention, Reading
from kg.extract.scenes import Scene, move, places_at, time_at
from kg.extract.statements import Speech
from kg.extract.telling import Teller, Told
from kg.lexicon.triggers import triggers
from kg.model.facts import Event

_DENIED = re.compile(
    r"(?:没有|未|不|拒绝|取消|没|无法|不能|如果|若|希望|愿|可能|有意|打算|建议|邀请|呼吁|要求|推迟|准备|期待|欢迎|争取|为了|力争|考虑|早日|再次邀请|可|能|要|应该|必须|想)(?:[^，。；]{0,6})$"
)
_DENIED_FATE = re.compile("(?:没有|未|不|拒绝|免于|尚未|不予|可能|要求|呼吁)$")
_BLAMED = re.compile("(?:因|违规|涉嫌|公款|借机|违法)[^，。]{0,24}$")
_TIMELESS_PLACE = frozenset({"call"})


def find_events(reading: Reading, trigger_file: str = "") -> tuple[Event, ...]:
    """All events that an article reports, in the order of their first mention.

    Args:
        reading: the article with its people, bodies and tenures.
        trigger_file: path of a TOML file with the user's own triggers, or "".
    """
    plot = _Plot(reading, trigger_file)
    return make_events(reading, plot.drafts(), plot.scene.places)


def _is_denied(words: str, start: int, frame: str) -> bool:
    if frame in {"tours", "does", "travels"} and _BLAMED.search(words[max(0, start - 30) : start]):
        return True
    pattern = _DENIED_FATE if frame in {"suffers", "issues", "honours"} else _DENIED
    return bool(pattern.search(words[max(0, start - 12) : start]))


class _Plot:
    """Collects the drafts of one article."""

    def __init__(self, reading: Reading, trigger_file: str) -> None:
        self.reading = reading
        self.file = trigger_file
        self.scene = Scene()
        self.found: list[Draft] = []
        self.said: dict[str, Draft] = {}
        self.couples: list[tuple[NameMention, NameMention]] = []

    def drafts(self) -> list[Draft]:
        """Read the article from its first to its last sentence."""
        teller = Teller(self.reading, self.file)
        for told in teller:
            self._read(told, teller.antecedent)
        for name, start, end in teller.said_on:
            if name in self.said:
                self.said[name].said.append((start, end))
        self.found += from_tenures(self.reading, self.found)
        return join(self.found, self.couples)

    def _read(self, told: Told, meant: NameMention | None) -> None:
        outline = told.outline
        move(self.scene, outline, told.until)
        self.couples += spouses(told)
        if exposed(told, self.found):
            return
        if name_those_meant(told, self.found) or attach_closing(told, self.found):
            self._speeches(told)
            return
        self._gatherings(told)
        self._triggers(told)
        for start, end, draft in personnel_events(outline, told.until, told.people, meant):
            self._keep(told, draft, start, end)
        self._speeches(told)

    def _gatherings(self, told: Told) -> None:
        for start, end, draft in find_gatherings(told.outline, told.until, told.people, self.file):
            self._keep(told, draft, start, end)
        floor = speaks_there(told.outline, told.until, told.people)
        meeting = next((d for d in reversed(self.found) if d.type in {"meeting"}), None)
        if meeting is not None:
            for sign in floor:
                meeting.put(told.outline.person(sign), "attend")

    def _triggers(self, told: Told) -> None:
        words = told.outline.words
        lexicon = triggers(self.file)
        for match in lexicon.pattern.finditer(words, 0, told.until):
            trigger = lexicon.words[match.group()]
            if not trigger.fits(words, match.start(), match.end()) or _is_denied(words, match.start(), trigger.frame):
                continue
            draft = Draft(trigger.type, trigger.word, [], f"{trigger.frame}/1")
            if FRAMES[trigger.frame](told.outline, match.start(), match.end(), told.people, draft):
                self._keep(told, draft, match.start(), match.end())

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
            draft.when = time_at(outline, speech.at, told.until) or self.scene.when
            draft.places = self._statement_places()
            draft.evidence.append((told.sentence.start, told.sentence.end))
            self.said[who.name] = draft
            self.found.append(draft)
        if speech.said is not None and outline.starts[speech.said] < told.sentence.end:
            draft.said.append((outline.starts[speech.said], told.sentence.end))

    def _statement_places(self) -> tuple[str, ...] | None:
        if any(d.type == "call" for d in self.found):
            return ()
        return None

    def _keep(self, told: Told, draft: Draft, start: int, end: int) -> None:
        outline = told.outline
        draft.paragraph = told.sentence.paragraph
        draft.evidence.append((told.sentence.start, told.sentence.end))
        own = time_at(outline, start, told.until)
        draft.when = own or self.scene.when
        here = places_at(outline, start, told.until)
        draft.places = here or None
        if draft.type in _TIMELESS_PLACE:
            draft.places = ()
        known = next((d for d in self.found if same_happening(d, draft)), None)
        if known is None:
            self.found.append(draft)
        else:
            merge(known, draft)
