"""Finished events out of drafts: evidence with exact offsets, capacities, inherited time and place."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.extract.events.drafts import Draft, Part
from kg.extract.events.scenes import Scene, seat_of
from kg.extract.quotations import quotation
from kg.extract.reading import Reading
from kg.extract.time.dates import TimeRange
from kg.extract.whereabouts import Whereabouts
from kg.lexicon.places import places
from kg.model.facts import Event, Involvement, Participation

_MAIN = ("talks", "meeting", "ceremony", "inspection", "condolence", "trip", "activity", "lecture", "award")
_SEATED = frozenset(
    {"meeting", "ceremony", "inspection", "condolence", "lecture"}
)  # at the house of host or visited
_HOUSED = _SEATED | {"activity"}
_SPOKEN_AT = frozenset(
    {
        "talks",
        "meeting",
        "ceremony",
        "inspection",
        "condolence",
        "trip",
        "activity",
        "lecture",
        "call",
        "agreement",
    }
)
_WITH_THE_PRESS = ("通道", "发布会", "记者会", "见面会", "吹风会")
_SIGNED_AT = frozenset({"meeting", "ceremony", "talks"})
_WHOLE = frozenset({"inspection", "trip"})
_PART = frozenset(
    {"talks", "meeting", "ceremony", "condolence", "activity", "lecture", "agreement", "inspection"}
)
_PER_PERSON = frozenset({"sanction", "removal"})
_CALLED = {"台湾省": "台湾"}  # as the news calls it
_QUOTES = 4  # sentences quoted as evidence of one event
LABELS = {
    "inspection": "调研考察",
    "condolence": "慰问看望",
    "meeting": "会议",
    "talks": "会见会谈",
    "call": "函电通话",
    "statement": "讲话",
    "lecture": "宣讲授课",
    "ceremony": "仪式",
    "agreement": "签署",
    "appointment": "任命",
    "removal": "免职",
    "investigation": "审查调查",
    "sanction": "处分",
    "trip": "出访",
    "award": "授奖",
    "issuance": "发布",
    "death": "逝世",
    "activity": "活动",
}


def make_events(reading: Reading, chapters: list[tuple[list[Draft], Scene]]) -> tuple[Event, ...]:
    """Turn drafts into events; those without a named person or body are left out.

    Args:
        reading: the article.
        chapters: what each story of the article tells, in order, with its day and places.
    """
    known = Whereabouts(reading)
    posts = _posts(reading)
    events: list[Event] = []
    for drafts, scene in chapters:
        told = [d for draft in drafts for d in _split(draft)]
        kept = [d for d in told if d.parts or d.bodies]
        _inherit(reading, kept, scene)
        for draft in kept:
            if draft.type == "statement":
                _situate(draft, told, scene)
        wholes = _wholes(kept, len(events))
        events += [_event(reading, d, known, posts, whole) for d, whole in zip(kept, wholes, strict=True)]
    return tuple(events)


def _wholes(drafts: list[Draft], before: int) -> list[int | None]:
    """For each draft the index of the tour or journey that it is a part of: the same person leads, within its days."""
    tours = [(before + n, d) for n, d in enumerate(drafts) if d.type in _WHOLE]
    return [
        next((n for n, tour in tours if n - before < number and d.type in _PART and _within(d, tour)), None)
        for number, d in enumerate(drafts)
    ]


def _within(draft: Draft, tour: Draft) -> bool:
    leads = draft.people("lead", "preside")
    if not leads & tour.people("lead") or draft.type == "trip":
        return False
    if draft.when is None or not draft.when.start or tour.when is None or not tour.when.start:
        return draft.when == tour.when
    return tour.when.start <= draft.when.start <= (tour.when.end or draft.when.start)


def _split(draft: Draft) -> list[Draft]:
    """One sanction and one removal per person."""
    if draft.type not in _PER_PERSON:
        return [draft]
    targets = [n for n, p in draft.parts.items() if p.role == "target"]
    if len(targets) < 2:
        return [_at_home(draft, targets)]
    others = {n: p for n, p in draft.parts.items() if p.role != "target"}
    return [_at_home(replace(draft, parts={**others, n: draft.parts[n]}), [n]) for n in targets]


def _at_home(draft: Draft, names: list[str]) -> Draft:
    for name in names:
        if draft.homes.get(name) and not draft.places:
            draft.places = draft.homes[name]
    return draft


def _inherit(reading: Reading, drafts: list[Draft], scene: Scene) -> None:
    """What says nothing of its own place happened where the main happening did."""
    here = scene.places
    for draft in drafts:
        if draft.places is None and draft.type in _NAMED_AFTER_CITIES:
            draft.places = _in_its_name(draft)
        at_home = draft.type in _SEATED and not here
        if any(map(_IS_EMBASSY.search, draft.bodies)):
            draft.places = tuple(dict.fromkeys((*(draft.places or ()), *(_of_house(draft) or ())))) or None
        elif draft.places is None and at_home:
            draft.places = _of_house(draft)
    main = next((d for d in drafts if d.type in _MAIN and d.type != "trip" and d.places), None)
    if main is None and not here:
        main = next((d for d in drafts if d.type == "trip" and d.places), None)
    arrival = next((d for d in drafts if d.type == "trip" and d.places and d.trigger in _ARRIVED), None)
    for draft in drafts:
        if arrival is not None and draft.places is None and draft.trigger == "迎接":
            draft.places = arrival.places if _same_day(draft.when, arrival.when) else None
        if draft.type in _PER_PERSON | {"investigation"} and not draft.places:
            draft.places = _of_court(draft)
        if draft.places is not None or draft.type not in _MAIN:
            continue
        if main is not None and _shares_place(draft, main):
            draft.places = _widest(main.places or ())
        elif here and draft.type != "award" and _on_the_scene(draft, scene, told_so=main is not None):
            draft.places = _widest(here)
    for draft in drafts:
        if draft.places is None and draft.type in _HOUSED:
            draft.places = _of_house(draft)
        if draft.type in {"inspection", "condolence"} and not draft.places:
            draft.places = _of_hosts(reading, draft)
        elif draft.type == "agreement" and draft.places is None:
            draft.places = _where_signed(draft, drafts)


_ASSEMBLIES = frozenset({"meeting", "ceremony"})
_ARRIVED = frozenset({"抵达", "飞抵", "抵京", "抵港", "抵澳", "抵沪"})
_NAMED_AFTER_CITIES = frozenset({"ceremony", "activity", "meeting"})
_SUMMIT = re.compile("(?:第[^届]{1,6}届)?(?P<where>[一-龥]{2,8}?)[一-龥]{0,6}(?:峰会|论坛|圆桌会议)")
_CITIES = frozenset({"北京市", "上海市", "天津市", "重庆市", "香港特别行政区", "澳门特别行政区"})
_FESTIVAL = re.compile(
    "(?:第[^届]{1,6}届)?(?:中国|国际)?(?P<where>[一-龥]{2,6}?)(?:国际)?[一-龥]{0,4}(?:节|博览会|马拉松|车展|书展)"
)


def _in_its_name(draft: Draft) -> tuple[str, ...] | None:
    """第二届中国太原电影节, 荷兰海牙核安全峰会: the city that a festival, a fair or a summit is named after."""
    noun = draft.noun
    named = _SUMMIT.match(noun) if draft.type == "meeting" else _FESTIVAL.match(noun)
    seat = seat_of(noun[named.start("where") :]) if named else ()
    found = places().lookup(seat[-1]) if seat else ()
    return seat if found and (found[0].level in {"prefecture", "city"} or seat[-1] in _CITIES) else None


def _shares_place(draft: Draft, main: Draft) -> bool:
    """Whether a happening was where the main one was: on its day or one of its days, told with it or of its people."""
    if _dated_alone(draft, main) or not _together(draft, main):
        return False
    on_tour = bool(draft.people() & main.people()) and _among_its_days(draft.when, main.when)
    return on_tour or _same_day(draft.when, main.when)


def _among_its_days(a: TimeRange | None, whole: TimeRange | None) -> bool:
    if a is None or whole is None or not (a.start and whole.start and whole.end):
        return False
    return len(a.start) == 10 and whole.start <= a.start <= whole.end


def _on_the_scene(draft: Draft, scene: Scene, *, told_so: bool) -> bool:
    """Whether the story's place is a happening's too: it opens the story, or stands beside it or beside its people.

    Args:
        draft: the happening.
        scene: day and place of the story.
        told_so: whether a happening has a place of its own; then only an assembly of that very day is there too.
    """
    if told_so:
        if draft.paragraph < scene.placed:
            return False
        return draft.type in _ASSEMBLIES and draft.when is not None and draft.when == scene.placed_on
    beside = draft.paragraph == scene.placed or bool(draft.people() & scene.there)
    return _same_day(draft.when, scene.when) and (scene.placed <= scene.opening + 1 or beside)


def _where_signed(agreement: Draft, drafts: list[Draft]) -> tuple[str, ...] | None:
    """The place of the meeting or ceremony at which it was signed: told beside it, or with the same people."""
    for other in drafts:
        beside = other.paragraph == agreement.paragraph or bool(other.people() & agreement.people())
        if other.type in _SIGNED_AT and other.places and beside and _same_day(agreement.when, other.when):
            return _widest(other.places)
    return None


def _of_house(draft: Draft) -> tuple[str, ...] | None:
    """Where those are at home who hold it, or who are visited; of houses in several cities none tells."""
    houses = [name for name, role in draft.bodies.items() if role in _HOLDERS]
    seats = list(dict.fromkeys(filter(None, map(_house, houses))))
    if houses and all(map(_IS_EMBASSY.search, houses)):  # each told of its own reception
        return tuple(name for seat in seats for name in seat) or None
    return seats[0] if len(seats) == 1 else None


_HOLDERS = frozenset({"host", "visited", "organizer"})
_IS_EMBASSY = re.compile("驻.*(?:馆|处|团)$")
_AT_HOME = re.compile("(?:政府|大学|学院)$|驻.*(?:馆|处|团)$")


def _house(name: str) -> tuple[str, ...]:
    """The seat of a body; a country's name before it says only of its government or an embassy where it acts."""
    seat = seat_of(name)
    names_a_country = bool(seat) and bool(places().country(seat[-1]))
    return () if names_a_country and not _AT_HOME.search(name) else seat


def _together(draft: Draft, main: Draft) -> bool:
    """Whether a happening shares its people or its paragraph with the main one, or goes on with it, and so its place."""
    if not draft.parts and not draft.bodies:
        return True
    goes_on = not draft.parts and main.paragraph <= draft.paragraph
    return goes_on or draft.paragraph == main.paragraph or bool(draft.people() & main.people())


def _situate(statement: Draft, drafts: list[Draft], scene: Scene) -> None:
    """A statement was made where and when its speaker took part in something; else only as far as the story says."""
    names = statement.people()
    own = statement.when
    there = [
        d
        for d in drafts
        if d.type in _SPOKEN_AT and names & d.people() and (own is None or _same_day(own, d.when))
    ]
    dated = next((d for d in there if d.when is not None and d.when.start), None)
    near = dated or next(iter(there), None)
    if near is None and own is None and (press := _press(drafts)) is not None:
        statement.when, statement.places = press.when, press.places or ()
        return
    if near is None and (court := _in_court(statement, drafts)) is not None:
        statement.when, statement.places = own or court.when, court.places
        return
    near = near or _assembly_told(statement, drafts)
    if near is None:
        if names & scene.then:
            statement.when = own or scene.when
        if names & scene.there and own is None and _is_sure(scene):
            statement.places = _widest(scene.places or ())
        return
    if own is None:
        statement.when = near.when
    if statement.places is None:
        placed = next((d for d in there if d.places), near)
        statement.places = () if near.type == "call" else _widest(placed.places or ())


def _is_sure(scene: Scene) -> bool:
    """Whether a statement may take the story's place: a house's, or one of its opening that is no paper's own region."""
    if scene.at_a_house or not scene.places:
        return True
    return scene.placed <= scene.opening + 1 and not _IN_REGION.match(scene.places[0])


def _in_court(statement: Draft, drafts: list[Draft]) -> Draft | None:
    """The judgement that whoever speaks has just been given: 某某当庭表示不上诉."""
    names = statement.people()
    return next(
        (
            d
            for d in drafts
            if d.type == "sanction" and d.places and names & d.people() and _same_day(statement.when, d.when)
            if any(name.endswith("法院") for name in d.bodies)
        ),
        None,
    )


def _assembly_told(statement: Draft, drafts: list[Draft]) -> Draft | None:
    """The one assembly of a story that names nobody who came, where the next sentence brings somebody's words."""
    held = [d for d in drafts if d.type in {"meeting", "ceremony"}]
    if len(held) != 1 or held[0].parts or held[0].when is None or statement.when is not None:
        return None
    goes_on = 0 <= statement.evidence[0][0] - held[0].evidence[-1][1] <= 1
    return held[0] if goes_on and held[0].paragraph == statement.paragraph else None


def _press(drafts: list[Draft]) -> Draft | None:
    """A meeting with the press, where a story tells of nothing else: who speaks in it without a day speaks there."""
    found = [d for d in drafts if d.type != "statement"]
    if len(found) != 1 or found[0].type != "activity" or found[0].when is None:
        return None
    return found[0] if found[0].noun.endswith(_WITH_THE_PRESS) else None


def _of_court(draft: Draft) -> tuple[str, ...] | None:
    """A local court or office sits where its name says."""
    for name, role in draft.bodies.items():
        if role == "issuer" and (seat := seat_of(name)):
            return (
                seat
                if places().province_of(places().lookup(seat[0])[0]) and not _IN_REGION.match(name)
                else None
            )
    return draft.places


_IN_REGION = re.compile("香港|澳门")


def _of_hosts(reading: Reading, draft: Draft) -> tuple[str, ...]:
    """The place of those who came along, where nothing else tells: local leaders show their guests round."""
    known = Whereabouts(reading)
    seats: list[tuple[str, ...]] = []
    for part in draft.parts.values():
        if part.role == "accompany":
            title = reading.article.text[part.mention.phrase_start : part.mention.start]
            found = known.of_title(title)
            if found and not places().country(found[0]):
                return found
            posts = (reading.tenures[number].organization or "" for number in part.mention.tenures)
            seats += [seat for post in posts if (seat := seat_of(post.removeprefix("中国共产党")))]
    provinces = {places().province_of(place) for seat in seats for place in places().lookup(seat[0])[:1]}
    return max(seats, key=len) if len(provinces) == 1 else ()


def _widest(names: tuple[str, ...]) -> tuple[str, ...]:
    """Of a tour through several cities only the province holds for everything said on it."""
    return names[:1] if len(names) > 2 else names


def _dated_alone(draft: Draft, main: Draft) -> bool:
    """Whether a happening has a day and the main one has none: where that was tells nothing of this."""
    return bool(draft.when and draft.when.start and not (main.when and main.when.start))


def _same_day(a: TimeRange | None, b: TimeRange | None) -> bool:
    return a is None or b is None or a.start == b.start or not a.start or not b.start


def _event(reading: Reading, draft: Draft, known: Whereabouts, posts: Posts, whole: int | None) -> Event:
    when = draft.when
    start, end = (when.start, when.end) if when is not None else (None, None)
    leads = [n for n, p in draft.parts.items() if p.role in {"lead", "preside", "target", "appointee"}]
    where = known.complete(draft.places or ())
    if "中国" in where and any(places().province_of(p) for name in where for p in places().lookup(name)[:1]):
        where = tuple(name for name in where if name != "中国")
    return Event(
        type=draft.type,
        label="、".join(leads[:2]) + LABELS.get(draft.type, draft.type),
        trigger=draft.trigger,
        start=start,
        end=end,
        places=tuple(_CALLED.get(p, p) for p in where),
        open_list=draft.open_list,
        participants=tuple(
            _participation(reading, n, p, i, posts) for i, (n, p) in enumerate(draft.parts.items(), 1)
        ),
        organizations=tuple(Involvement(name, role) for name, role in draft.bodies.items()),
        evidence=tuple(quotation(reading.article, s, e) for s, e in draft.evidence[:_QUOTES]),
        time_words=when.words if when is not None else "",
        statement=tuple(quotation(reading.article, s, e) for s, e in draft.said),
        part_of=whole,
        rule=draft.rule,
    )


Posts = dict[str, tuple[int, ...]]  # by person, the tenures of the first mention that has any


def _posts(reading: Reading) -> Posts:
    posts: Posts = {}
    for mention in reading.people:
        if mention.tenures:
            posts.setdefault(mention.name, mention.tenures)
    return posts


def _participation(reading: Reading, name: str, part: Part, position: int, posts: Posts) -> Participation:
    """One person's part. News gives the titles once: a bare name acts in the capacity it was introduced with."""
    mention = part.mention
    held = mention.tenures or posts.get(name, ())
    return Participation(
        name,
        part.role,
        position,
        tuple(i for i in held if reading.tenures[i].person == name),
        (quotation(reading.article, mention.start, mention.end),),
    )
