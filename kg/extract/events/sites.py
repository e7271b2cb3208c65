"""Where happenings were that do not say so themselves: with the main one, on the scene, at a house, where a name says."""

from __future__ import annotations

import re

from kg.extract.events.drafts import Draft
from kg.extract.events.scenes import Scene, seat_of
from kg.extract.reading import Reading
from kg.extract.time.dates import TimeRange
from kg.extract.whereabouts import Whereabouts
from kg.lexicon.places import places

PER_PERSON = frozenset({"sanction", "removal"})
_MAIN = ("talks", "meeting", "ceremony", "inspection", "condolence", "trip", "activity", "lecture", "award")
_SEATED = frozenset(
    {"meeting", "ceremony", "inspection", "condolence", "lecture"}
)  # at the house of host or visited
_HOUSED = _SEATED | {"activity"}
_SIGNED_AT = frozenset({"meeting", "ceremony", "talks"})
_HOLDERS = frozenset({"host", "visited", "organizer"})
_IS_EMBASSY = re.compile("驻.*(?:馆|处|团)$")
_AT_HOME = re.compile("(?:政府|大学|学院)$|驻.*(?:馆|处|团)$")
IN_REGION = re.compile("香港|澳门")
_ASSEMBLIES = frozenset({"meeting", "ceremony"})
_ARRIVED = frozenset({"抵达", "飞抵", "抵京", "抵港", "抵澳", "抵沪"})
_NAMED_AFTER_CITIES = frozenset({"ceremony", "activity", "meeting"})
_CITIES = frozenset({"北京市", "上海市", "天津市", "重庆市", "香港特别行政区", "澳门特别行政区"})
_SUMMIT = re.compile("(?:第[^届]{1,6}届)?(?P<where>[一-龥]{2,8}?)[一-龥]{0,6}(?:峰会|论坛|圆桌会议)")
_FESTIVAL = re.compile(
    "(?:第[^届]{1,6}届)?(?:中国|国际)?(?P<where>[一-龥]{2,6}?)(?:国际)?[一-龥]{0,4}(?:节|博览会|马拉松|车展|书展)"
)


def inherit(reading: Reading, drafts: list[Draft], scene: Scene) -> None:
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
            draft.places = arrival.places if same_day(draft.when, arrival.when) else None
        if draft.type in PER_PERSON | {"investigation"} and not draft.places:
            draft.places = _of_court(draft)
        if draft.places is not None or draft.type not in _MAIN:
            continue
        if main is not None and _shares_place(draft, main):
            draft.places = widest(main.places or ())
        elif here and draft.type != "award" and _on_the_scene(draft, scene, told_so=main is not None):
            draft.places = widest(here)
    for draft in drafts:
        if draft.places is None and draft.type in _HOUSED:
            draft.places = _of_house(draft)
        if draft.type in {"inspection", "condolence"} and not draft.places:
            draft.places = _of_hosts(reading, draft)
        elif draft.type == "agreement" and draft.places is None:
            draft.places = _where_signed(draft, drafts)


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
    return on_tour or same_day(draft.when, main.when)


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
    return same_day(draft.when, scene.when) and (scene.placed <= scene.opening + 1 or beside)


def _where_signed(agreement: Draft, drafts: list[Draft]) -> tuple[str, ...] | None:
    """The place of the meeting or ceremony at which it was signed: told beside it, or with the same people."""
    for other in drafts:
        beside = other.paragraph == agreement.paragraph or bool(other.people() & agreement.people())
        if other.type in _SIGNED_AT and other.places and beside and same_day(agreement.when, other.when):
            return widest(other.places)
    return None


def _of_house(draft: Draft) -> tuple[str, ...] | None:
    """Where those are at home who hold it, or who are visited; of houses in several cities none tells."""
    houses = [name for name, role in draft.bodies.items() if role in _HOLDERS]
    seats = list(dict.fromkeys(filter(None, map(_house, houses))))
    if houses and all(map(_IS_EMBASSY.search, houses)):  # each told of its own reception
        return tuple(name for seat in seats for name in seat) or None
    return seats[0] if len(seats) == 1 else None


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


def _of_court(draft: Draft) -> tuple[str, ...] | None:
    """A local court or office sits where its name says."""
    for name, role in draft.bodies.items():
        if role == "issuer" and (seat := seat_of(name)):
            return (
                seat
                if places().province_of(places().lookup(seat[0])[0]) and not IN_REGION.match(name)
                else None
            )
    return draft.places


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


def widest(names: tuple[str, ...]) -> tuple[str, ...]:
    """Of a tour through several cities only the province holds for everything said on it."""
    return names[:1] if len(names) > 2 else names


def _dated_alone(draft: Draft, main: Draft) -> bool:
    """Whether a happening has a day and the main one has none: where that was tells nothing of this."""
    return bool(draft.when and draft.when.start and not (main.when and main.when.start))


def same_day(a: TimeRange | None, b: TimeRange | None) -> bool:
    """Whether two times may begin on the same day, as far as both are known."""
    return a is None or b is None or a.start == b.start or not a.start or not b.start
