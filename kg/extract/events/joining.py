"""How the happenings of one article hang together: spouses, hosts, lists that name who was meant."""

from __future__ import annotations

import re

from kg.extract.events.casting import groups
from kg.extract.events.drafts import Draft
from kg.extract.events.outline import P
from kg.extract.events.telling import Told
from kg.extract.reading import NameMention

_THEY_ARE = re.compile(
    r"^(?:他们|她们|[两三四五六七八九十]+[位名][^，。：]{1,6}分别|向[^，。]{1,24}(?:发来|致以|表示|送来|致贺|祝贺)[^，。]{0,12}的[^，。]{0,6}|(?:致电|致函|来电|发来|发电|致贺|祝贺)[^，。]{0,24}的[^，。]{0,12}|这些[^，。]{0,12}|这\d+[位名][^，。]{0,16}|其中)(?:分别)?(?:还)?(?:是|有|包括)(?:：)?(?=[^，。]{0,4}[\ue000-\ue3ff])"
)
_COUNTED = re.compile("[两三四五六七八九十]+[位名]")
_CAME = re.compile(
    r"(?:出席|参加|列席|参与)[^，。]{0,20}的[^，。；：]{0,10}?(?:还有|有|包括|是)：?(?=[^，。]{0,4}[\ue000-\ue3ff])"
)
_ON_THE_ROSTRUM = re.compile("在主席台就座的[^，。：]{0,10}(?:还)?有：?(?=[^，。]{0,4}[\ue000-\ue3ff])")
_WINNERS = re.compile("获奖[^，。；：]{0,24}(?:分别是|分别为|有|是)：?(?=[^，。]{0,4}[\ue000-\ue3ff])")
_SPOUSE = re.compile(rf"({P})(?:主席|总统|总理|国王)?(?:和|偕|携|与|及)(?:其)?(?:夫人|丈夫|妻子|王后)({P})")
_LISTED_CASE = re.compile("问题[；。]|问题$|案[；。]")
_EXPOSED = frozenset({"通报", "通报曝光", "公开曝光", "公开通报", "曝光"})
_TALKING = re.compile("座谈|联组|讨论|审议|恳谈|对话会|茶话")


def name_those_meant(told: Told, found: list[Draft]) -> bool:
    """「他们是：A、B、C等。」 names those of whom the sentence before spoke; True where this is such a sentence."""
    words = told.outline.words
    match = _THEY_ARE.match(words)
    role, kinds = "lead", {"call"}
    if match is not None and match.group().startswith("这") and match.group()[1].isdigit():
        role, kinds = "counterpart", {"activity", "talks"}
    elif match is not None and _COUNTED.match(match.group()):
        role, kinds = "attend", {"activity", "meeting", "ceremony"}
    elif match is None:
        match = _CAME.search(words, 0, told.until) or _ON_THE_ROSTRUM.search(words, 0, told.until)
        role, kinds = "attend", {"meeting", "ceremony", "activity"}
    if match is None:
        match = _WINNERS.search(words, 0, told.until) if "获奖" in words else None
        role, kinds = "target", {"award"}
    if match is None:
        return False
    known = [d for d in found if d.type in kinds]
    here = [d for d in known if d.paragraph == told.sentence.paragraph]
    if not known:
        return False
    draft = here[0] if here else known[-1]
    if role == "lead" and not draft.people("lead"):
        draft.noun = LISTED
    for group in groups(words[: told.until], closing=True):
        if group.start >= match.end():
            for sign in group.signs:
                draft.put(told.outline.person(sign), role)
    draft.open_list |= "等" in words
    draft.evidence.append((told.sentence.start, told.sentence.end))
    return role not in {"attend", "target"}


def add_listed_writers(told: Told, found: list[Draft]) -> None:
    """A line below 「发来贺电的还有：」: whoever it names wrote, too."""
    letters = next((d for d in reversed(found) if d.type == "call" and d.people("counterpart")), None)
    if letters is None:
        return
    if not letters.people("lead"):
        letters.noun = LISTED
    for mention in told.outline.people:
        letters.put(mention, "lead")


def exposed(told: Told, found: list[Draft]) -> bool:
    """The cases listed under a report that makes them public, without a penalty, are its targets."""
    report = next((d for d in found if d.type == "issuance" and d.trigger in _EXPOSED), None)
    words = told.outline.words
    if report is None or not told.people or told.speech is not None or not _LISTED_CASE.search(words):
        return False
    if told.sentence.paragraph == report.paragraph or re.search("处分|问责|免职|判|开除", words):
        return False
    for group in told.people:
        for sign in group.signs:
            report.put(told.outline.person(sign), "target")
    return True


def spouses(told: Told) -> list[tuple[NameMention, NameMention]]:
    """The couples that a sentence names."""
    return [
        (told.outline.person(m[1]), told.outline.person(m[2])) for m in _SPOUSE.finditer(told.outline.words)
    ]


def join(found: list[Draft], couples: list[tuple[NameMention, NameMention]]) -> list[Draft]:
    """Give every happening what the others say of it; drop those that are only a part of another."""
    for trip in [d for d in found if d.type == "trip"]:
        _host_and_spouse(trip, found, couples)
    for ceremony in [d for d in found if d.type == "ceremony"]:
        for one, other in couples:
            if one.name in ceremony.parts:
                ceremony.put(other, "attend")
    _talkers(found)
    _writers(found)
    _greeters(found)
    _speakers(found)
    _issuers(found)
    return [d for d in found if not _is_part(d, found)]


def _host_and_spouse(trip: Draft, found: list[Draft], couples: list[tuple[NameMention, NameMention]]) -> None:
    leads = trip.people("lead")
    for one, other in couples:
        if one.name in leads and leads <= {one.name, other.name}:
            trip.put(other, "accompany")
            trip.parts[other.name].role = "accompany"
    for ceremony in found:
        if (
            ceremony.type == "ceremony"
            and leads & ceremony.people("attend")
            and "欢迎" in ceremony.trigger + ceremony.noun
        ):
            for name, part in ceremony.parts.items():
                if part.role == "lead" and name not in leads:
                    trip.put(part.mention, "counterpart")


def _greeters(found: list[Draft]) -> None:
    """At the airport: the first greeter leads, the others attend, the guests are their counterparts."""
    trip = next((d for d in found if d.type == "trip" and d.people("lead")), None)
    for greeting in found:
        if greeting.type != "activity" or greeting.trigger not in {"迎接", "送行", "前来迎接"}:
            continue
        first = True
        for part in greeting.parts.values():
            if part.role == "lead":
                part.role = "lead" if first else "attend"
                first = False
        if trip is not None and not greeting.people() & trip.people("lead"):
            for name, part in trip.parts.items():
                if part.role == "lead" or (part.role == "accompany" and name in _couple(trip)):
                    greeting.put(part.mention, "counterpart")


def _talkers(found: list[Draft]) -> None:
    """两国元首举行会谈, of whom nobody is named: the two who speak in the report, if there are two."""
    said = [p for d in found if d.type == "statement" for p in d.parts.values()]
    for talks in [d for d in found if d.type == "talks" and not d.parts]:
        if len({p.mention.name for p in said}) == 2:
            talks.put(said[0].mention, "lead")
            talks.put(said[1].mention, "counterpart")


def _writers(found: list[Draft]) -> None:
    """「近日，多国领导人致电A」 and what each of them says: they wrote the letters."""
    said = [d for d in found if d.type == "statement"]
    for letters in found:
        if letters.type != "call" or not (letters.people("counterpart") or letters.bodies):
            continue
        if letters.people("lead") and letters.noun != LISTED:
            continue
        writers = [p for d in said for p in d.parts.values() if p.mention.name not in letters.parts]
        if len(writers) >= _MANY:
            for part in writers:
                letters.put(part.mention, "lead")


LISTED = "还有"  # the noun of letters of which some writers stand in a list of their own
_MANY = 3  # writers; fewer who speak may have said it elsewhere


def _couple(trip: Draft) -> set[str]:
    """The first who accompanies: the spouse, where one is named, comes first."""
    return set(list(trip.people("accompany"))[:1]) if len(trip.people("accompany")) == 1 else set()


def _speakers(found: list[Draft]) -> None:
    """Who speaks in the report of a discussion took part in it."""
    meetings = [d for d in found if d.type == "meeting" and _TALKING.search(d.noun + d.trigger)]
    if len(meetings) != 1 or any(d.type in {"talks", "call"} for d in found):
        return
    for said in found:
        if said.type == "statement" and said.paragraph >= meetings[0].paragraph:
            for part in said.parts.values():
                if part.mention.name not in meetings[0].parts:
                    meetings[0].put(part.mention, "attend")


def _issuers(found: list[Draft]) -> None:
    """Who opened the case also decides it, where nobody else is named."""
    for case in [d for d in found if d.type == "investigation"]:
        for sanction in found:
            if sanction.type == "sanction" and sanction.people("target") & case.people("target"):
                for name, role in case.bodies.items():
                    sanction.bodies.setdefault(name, role)


def _is_part(draft: Draft, found: list[Draft]) -> bool:
    if draft.type == "activity" and draft.trigger in {"参观", "观摩"}:
        return any(d.type == "inspection" and d.people("lead") & draft.people("lead") for d in found)
    if draft.type == "activity" and draft.trigger == "检阅":
        return any(d.type == "ceremony" and draft.people() & d.people() for d in found)
    if draft.type == "activity" and draft.trigger == "迎接":
        return any(
            d.type == "ceremony" and "欢迎" in d.trigger + d.noun and draft.people() & d.people()
            for d in found
        )
    return draft.type == "call" and not draft.people("lead") and not draft.bodies
