"""Ministries told without their country of people who hold another post abroad: 菲律宾副总统某某辞去|教育部长."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from kg.extract.posts.phrases import Phrase
from kg.extract.posts.state_posts import STATE
from kg.lexicon.body_forms import AMBIGUOUS_ABROAD
from kg.lexicon.organizations import official_name
from kg.lexicon.place_prefix import Scope
from kg.lexicon.places import places


def states_of(phrases: Iterable[Phrase]) -> dict[str, str]:
    """The foreign country whose posts somebody is called by, for everybody of whom the article tells one."""
    found: dict[str, str] = {}
    for held in (h for p in phrases for h in p.held if h.item.head in STATE):
        if places().abroad(held.organization or ""):
            found.setdefault(held.person, held.organization or "")
    return found


def in_their_states(phrase: Phrase, states: Mapping[str, str], near: Callable[[str, int], str]) -> None:
    """菲律宾副总统某某辞去教育部长, 任命某某为外交部长 in news of one country: the ministry is that country's.

    `near` tells the country spoken of at a place in the text, for people with a foreign name; "" if there is none.
    """
    for held in phrase.held:
        if held.item.head in STATE and held.organization is None and held.person in states:
            held.organization, held.resolved_by = states[held.person], "context"
        if (
            held.item.body not in AMBIGUOUS_ABROAD
            or held.organization != official_name(held.item.body, Scope()).name
        ):
            continue
        state = states.get(held.person, "") or near(held.person, held.item.start)
        if state:
            held.organization, held.resolved_by = state + held.item.body, "context"
