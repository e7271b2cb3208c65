"""When and where somebody spoke who is only said to have said something."""

from __future__ import annotations

from kg.extract.events.drafts import Draft
from kg.extract.events.scenes import Scene
from kg.extract.events.sites import IN_REGION, same_day, widest

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


def situate(statement: Draft, drafts: list[Draft], scene: Scene) -> None:
    """A statement was made where and when its speaker took part in something; else only as far as the story says."""
    names = statement.people()
    own = statement.when
    there = [
        d
        for d in drafts
        if d.type in _SPOKEN_AT and names & d.people() and (own is None or same_day(own, d.when))
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
            statement.places = widest(scene.places or ())
        return
    if own is None:
        statement.when = near.when
    if statement.places is None:
        placed = next((d for d in there if d.places), near)
        statement.places = () if near.type == "call" else widest(placed.places or ())


def _is_sure(scene: Scene) -> bool:
    """Whether a statement may take the story's place: a house's, or one of its opening that is no paper's own region."""
    if scene.at_a_house or not scene.places:
        return True
    return scene.placed <= scene.opening + 1 and not IN_REGION.match(scene.places[0])


def _in_court(statement: Draft, drafts: list[Draft]) -> Draft | None:
    """The judgement that whoever speaks has just been given: 某某当庭表示不上诉."""
    names = statement.people()
    return next(
        (
            d
            for d in drafts
            if d.type == "sanction" and d.places and names & d.people() and same_day(statement.when, d.when)
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
