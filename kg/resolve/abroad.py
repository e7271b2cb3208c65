"""Bodies that a text names without their country (国会, 工党): whose they are where the article leaves one country open."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from kg.lexicon.places import places
from kg.lexicon.tables import rows_of
from kg.model.facts import ArticleFacts

# China has none of the name: a foreign parliament's chambers, a president's house, governments for a time
_FOREIGN = frozenset(
    (
        "国会 议会 国民议会 联邦议会 大国民议会 参议院 众议院 上议院 下议院 上院 下院 议会上院 议会下院 联邦院 人民院 部长会议 "
        "国防军 总统府 首相府 宪法法院 过渡政府 看守政府"
    ).split()
)


def country_of(name: str, facts: ArticleFacts) -> str:
    """The one country whose body the open `name` can be in this article; "" if none or several can."""
    if name in _parties():
        return _only(_countries(_bodies(facts)) & _parties()[name])
    if name not in _FOREIGN:
        return ""
    holders = {t.person for t in facts.tenures if t.organization == name}
    own = _countries(t.organization for t in facts.tenures if t.person in holders and t.organization)
    return _only(own) or _only(_countries(_bodies(facts)))


def _only(countries: set[str]) -> str:
    return next(iter(countries)) if len(countries) == 1 else ""


def _bodies(facts: ArticleFacts) -> list[str]:
    """What the article names: bodies, what posts belong to, where events were."""
    names = [mention.name for mention in facts.organizations]
    names += [t.organization for t in facts.tenures if t.organization]
    return names + [place for event in facts.events for place in event.places]


def _countries(names: Iterable[str]) -> set[str]:
    """The foreign countries that `names` are or begin with; a mission belongs to no side."""
    found = set()
    for name in names:
        hit = None if "驻" in name else places().longest_at(name, 0)
        if hit and hit[1][0].level == "country" and hit[1][0].name != "中国":
            found.add(hit[1][0].name)
    return found


@cache
def _parties() -> dict[str, frozenset[str]]:
    """A party's name without its country → the countries where it is one that the news means by it."""
    return {name: frozenset(countries.split("|")) for name, countries in rows_of("parties.tsv")}
