"""When and where the story is at a sentence: what later sentences inherit."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extract.dates import NOWHEN, TimeRange
from kg.extract.outline import B, L, T, Outline
from kg.extract.places import names_in
from kg.lexicon.places import places

_TIME = re.compile(T)
_PLACE = re.compile(L)
_RESTING = re.compile(rf"(?:在|到|赴|抵达?|飞抵|来到|前往|走进|深入|于|视察|考察|调研)(?P<body>{B})|(?:在|到|赴|抵达?|飞抵|来到|前往|走进|深入|于|视察|考察|调研){L}|(?:^|[，：]){L}(?=[^，。]{{0,40}}(?:举行|召开|开幕|启动|开工|闭幕))|{L}(?=举行|召开|开幕|出席|会见)")


@dataclass(slots=True)
class Scene:
    """The day and the places of the happening that the article is telling; None where nothing was said yet."""

    when: TimeRange | None = None
    words: str = ""
    places: tuple[str, ...] | None = None


def time_at(outline: Outline, position: int, until: int) -> TimeRange | None:
    """The time that a happening at `position` has in its own sentence: the nearest before it, or right after it."""
    best: TimeRange | None = None
    for match in _TIME.finditer(outline.words, 0, until):
        time = outline.time(match.group())
        if match.start() > position and (best is not None and best.precision == "day" or match.start() > position + 12):
            break
        if best is None or time.precision == "day" or best.precision != "day":
            best = time
    return best


def places_at(outline: Outline, position: int, until: int) -> tuple[str, ...]:
    """The places of the sentence up to `until` that stand where a place of action stands."""
    found: list[str] = []
    for match in _RESTING.finditer(outline.words, 0, until):
        sign = _PLACE.search(match.group())
        if match["body"]:
            found += seat_of(outline.body(match["body"]).name)
        elif sign:
            found += outline.place(sign.group())
    return tuple(dict.fromkeys(found))


def seat_of(body: str) -> tuple[str, ...]:
    """Where a body certainly is: a house of known city, or the place that its name begins with."""
    return places().venues.get(body) or names_in(body, places())


def move(scene: Scene, outline: Outline, until: int) -> None:
    """Carry the scene along with a sentence of the story."""
    first = next(iter(_TIME.findall(outline.words[:until])), None)
    if first is not None:
        time = outline.time(first)
        if time.precision == "day" and time.start and _fits(scene.when, time):
            scene.when = time
        elif scene.when is None and time == NOWHEN:
            scene.when = NOWHEN
    if scene.places is None:
        scene.places = places_at(outline, 0, until) or None


def _fits(now: TimeRange | None, new: TimeRange) -> bool:
    """A sentence about another year or month is background: it does not move the scene."""
    if now is None or not now.start or not new.start:
        return now is None
    return now.start[:7] == new.start[:7] or abs(int(now.start[5:7]) - int(new.start[5:7])) <= 1
