"""Bodies that an article misread: a vice president at home who is once, in between, one of a country he visits."""

from __future__ import annotations

import re

from kg.resolve.joining import DECIDED, Linked
from kg.resolve.likeness import FragmentKey, Item, Judgement
from kg.resolve.standing import standing

FEW = 2  # articles
TIMES = 25  # as many articles must name the well-known person
MARGIN = 45  # days
STRANGER = 3  # … the known foreigner, before a seat of the Chinese state is a misreading (国防部长 without the country)
OF_STATE = re.compile(
    r"^(?:国务院|中华人民共和国|中国共产党中央.*|中央.+|最高人民.+|国家.+[会局署]|[^·@]{1,6}部)$"
)
"""Bodies of the Chinese state; a ministry without a country is China's in our news, or the reader missed the country."""


def set_right(groups: list[Linked]) -> frozenset[FragmentKey]:
    """Give stray posts abroad (or at home, of a foreigner) to the well-known person of the name.

    Returns:
        Those posts: the name is that person's, but nobody holds them.
    """
    if not groups:
        return frozenset()
    known = max(groups, key=lambda g: (sum(i.articles for i in g.items), g.items[0].where))
    total = sum(item.articles for item in known.items)
    found = {
        i.where
        for i in known.items
        if (0 < i.articles <= FEW and i.articles * TIMES <= total and _odd(i, known))
        or (_is_of_state(i) and i.articles * STRANGER <= total and _is_foreign(known))
    }
    for group in [g for g in groups if g is not known]:
        few = sum(item.articles for item in group.items)
        stray = few <= FEW and max(few, 1) * TIMES <= total and all(_astray(i, known) for i in group.items)
        if not stray and not _is_at_home_by_mistake(group, few, total, known):
            continue
        if any(reason.score >= DECIDED for reason in group.reasons):
            continue
        found |= {item.where for item in group.items}
        known.items += group.items
        judged = Judgement(0.0, 0.0, ("the body was misread",), group.items[0], known.items[0])
        known.reasons += [*group.reasons, judged]
        groups.remove(group)
    return frozenset(found)


def _is_at_home_by_mistake(group: Linked, few: int, total: int, known: Linked) -> bool:
    """Are all posts of a group seats of the Chinese state, though the known person of the name is a foreigner?"""
    if max(few, 1) * STRANGER > total or not _is_foreign(known):
        return False
    return all(_is_of_state(item) and _in_time(item, known) for item in group.items)


def _is_foreign(known: Linked) -> bool:
    """Does a person hold posts abroad in most articles?"""
    abroad = sum(i.articles for i in known.items if standing(i.body, i.post).abroad)
    return 2 * abroad > sum(i.articles for i in known.items)


def _is_of_state(item: Item) -> bool:
    """Is a post a seat of the Chinese state itself, 国防部部长 or 国务院总理?"""
    here = standing(item.body, item.post)
    return here.chief and not here.abroad and not here.envoy and bool(OF_STATE.match(item.body))


def _odd(item: Item, known: Linked) -> bool:
    """Is a post of the person abroad, where nothing else of many reports is?"""
    here = standing(item.body, item.post)
    weighty = [standing(i.body, i.post) for i in known.items if i.articles > FEW]
    if not here.abroad or here.seat is None or not weighty:
        return False
    return not any(o.seat and o.seat.country == here.seat.country for o in weighty)


def _astray(item: Item, known: Linked) -> bool:
    """Is the post in a country in which the known person holds nothing, in the time of that person's posts?"""
    here = standing(item.body, item.post)
    others = [standing(i.body, i.post) for i in known.items]
    if here.seat is None or any(o.seat and o.seat.country == here.seat.country for o in others):
        return False
    if not here.abroad and not any(o.abroad for o in others):
        return False
    return _in_time(item, known)


def _in_time(item: Item, known: Linked) -> bool:
    """Do the reports of a post lie in the time of the known person's?"""
    first, last = min(i.first for i in known.items), max(i.last for i in known.items)
    return first - MARGIN <= item.first and item.last <= last + MARGIN
