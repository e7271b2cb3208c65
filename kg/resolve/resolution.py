"""What is known after every article was seen once, and what the names of one article mean by it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kg.model.entities import (
    ArticleIds,
    Conflict,
    Decision,
    EventRecord,
    OrganizationEntity,
    PersonEntity,
    TenureRecord,
)
from kg.model.facts import ArticleFacts, Tenure
from kg.resolve.bodies import BodyBook, body_id
from kg.resolve.body_names import names_none
from kg.resolve.happenings import mark_of
from kg.resolve.keys import day_number
from kg.resolve.likeness import COMPANY
from kg.resolve.people import Persona
from kg.resolve.reprints import ReprintBook
from kg.resolve.sightings import FragmentKey
from kg.resolve.spells import Timeline


@dataclass(slots=True)
class Resolved:
    """kg.model.entities.Resolution, with the tables behind it; `unmatched` decisions met nothing to decide."""

    persons: dict[str, PersonEntity]
    organizations: dict[str, OrganizationEntity]
    tenures: dict[str, TenureRecord]
    events: dict[str, EventRecord]
    conflicts: tuple[Conflict, ...]
    bodies: BodyBook
    reprints: ReprintBook
    personas: dict[str, Persona]
    person_ids: dict[tuple[str, int], str]  # (name, number of the cluster) → id, "" for who is left out
    timelines: dict[tuple[str, str, str], Timeline]
    marks: dict[int, str]
    leading: dict[str, str] = field(default_factory=dict)
    unmatched: tuple[Decision, ...] = ()

    def ids_of(self, facts: ArticleFacts) -> ArticleIds:
        """Whom and what the names of one article mean; a name without an id, and "", must be left out."""
        day = day_number(facts.meta.date)
        keys = self.bodies.keys_in(facts)
        seen: dict[str, list[FragmentKey]] = {}
        for tenure in facts.tenures:
            seen.setdefault(tenure.person, []).append(_where(tenure, keys))
        names = dict.fromkeys([*(mention.name for mention in facts.persons), *seen])
        found = {name: self._person(name, seen.get(name) or [("", "")], day) for name in names}
        persons = {name: own for name, own in found.items() if own}
        bodies = {name: own for name, own in self._bodies(keys) if own in self.organizations}
        holders = [self._person(t.person, [_where(t, keys)], day) for t in facts.tenures]
        tenures = tuple(self._tenure(*pair, keys, day) for pair in zip(facts.tenures, holders, strict=True))
        others = {i: own for i, own in enumerate(holders) if own != found[facts.tenures[i].person]}
        events = tuple(self.marks[mark_of(event, facts, day)] for event in facts.events)
        return ArticleIds(persons, bodies, tenures, events, self.reprints.original_of(facts), others)

    def _bodies(self, keys: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        for name in sorted(keys):
            if not names_none(keys[name]):
                yield name, body_id(keys[name])

    def _person(self, name: str, places: Sequence[FragmentKey], day: int) -> str:
        """The person whom most of these posts of the name point to on that day."""
        leading = self.leading.get(name, name)
        persona = self.personas[leading]
        if len(persona.clusters) == 1:
            return self.person_ids[leading, 0]
        votes: dict[int, int] = {}
        for where in places:
            number = persona.cluster_of(where, day)
            votes[number] = votes.get(number, 0) + 1
        winner = min(votes, key=lambda n: (-votes[n], n))
        return self.person_ids[leading, winner]

    def _tenure(self, tenure: Tenure, holder: str, keys: Mapping[str, str], day: int) -> str:
        """The spell that a statement is about; "" where its body was misread."""
        timeline = self.timelines.get((holder, *_where(tenure, keys)))
        return timeline.spell_on(day) if timeline else ""

    def identity_rows(self) -> Iterator[dict[str, Any]]:
        """Each person of more than one post or doubt, with scores and reasons: the rows of identity.jsonl."""
        gone = nobody_left(self.person_ids)
        for name, persona in self.personas.items():
            ids = [self.person_ids[name, number] for number in range(len(persona.clusters))]
            for found in identity_rows(name, persona, ids):
                yield without_names(found, lambda one: self.leading.get(one, one) in gone)


def identity_rows(name: str, persona: Persona, ids: Sequence[str]) -> Iterator[dict[str, Any]]:
    """The rows of identity.jsonl for one name, whose persons have these ids; who is left out has none, and no row."""
    for number, cluster in enumerate(persona.clusters):
        doubtful = {n: judged for n, judged in sorted(cluster.possibly.items()) if ids[n]}
        if not ids[number] or (len(cluster.items) == 1 and not doubtful):
            continue
        yield {
            "name": name,
            "person": ids[number],
            "number": number + 1,
            "posts": [_shown(i.body, i.post) for i in cluster.items],
            "joined": [j.shown() for j in cluster.reasons],
            "doubtful": [{"person": ids[other], **judged.shown()} for other, judged in doubtful.items()],
        }


def nobody_left(person_ids: Mapping[tuple[str, int], str]) -> frozenset[str]:
    """The names all of whose persons are left out."""
    left = {name for (name, _), own in person_ids.items() if own}
    return frozenset(name for name, _ in person_ids if name not in left)


def without_names(row: dict[str, Any], is_gone: Callable[[str], bool]) -> dict[str, Any]:
    """A row of identity.jsonl whose reasons name nobody who is left out."""
    for judged in (*row["joined"], *row["doubtful"]):
        judged["reasons"] = [kept for said in judged["reasons"] if (kept := _company_left(said, is_gone))]
    return row


def _company_left(reason: str, is_gone: Callable[[str], bool]) -> str:
    if not reason.startswith(COMPANY):
        return reason
    names = [name for name in reason.removeprefix(COMPANY).split("、") if not is_gone(name)]
    return COMPANY + "、".join(names) if names else ""


def _where(tenure: Tenure, keys: Mapping[str, str]) -> FragmentKey:
    return keys[tenure.organization] if tenure.organization else "", tenure.post


def _shown(body: str, post: str) -> str:
    return f"{body.partition('@')[0]} {post}".strip()
