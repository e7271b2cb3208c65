"""Ministries told without their country of people who hold another post abroad: 菲律宾副总统某某辞去|教育部长."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.extract.posts.phrases import Phrase
from kg.extract.posts.state_posts import STATE
from kg.lexicon.body_forms import AMBIGUOUS_ABROAD
from kg.lexicon.places import places


def states_of(phrases: Iterable[Phrase]) -> dict[str, str]:
    """The foreign country whose posts somebody is called by, for everybody of whom the article tells one."""
    found: dict[str, str] = {}
    for held in (h for p in phrases for h in p.held if h.item.head in STATE):
        if places().abroad(held.organization or ""):
            found.setdefault(held.person, held.organization or "")
    return found


def in_their_states(phrase: Phrase, states: Mapping[str, str]) -> None:
    """菲律宾副总统某某辞去教育部长: the ministry is that country's."""
    for held in phrase.held:
        state = states.get(held.person, "")
        if state and held.item.body in AMBIGUOUS_ABROAD and not (held.organization or "").startswith(state):
            held.organization, held.resolved_by = state + held.item.body, "context"
