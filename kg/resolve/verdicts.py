"""People's judgements, brought into the form in which the program's own steps obey them."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, field

from kg.model.entities import Decision
from kg.resolve.bodies import body_id
from kg.resolve.body_names import plain_name
from kg.resolve.known import Known
from kg.resolve.likeness import Item
from kg.resolve.people import Persona
from kg.resolve.sightings import FragmentKey, NameRecord

Pair = tuple[FragmentKey, FragmentKey]


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom a decision names: a name, and the marks of the items meant ((), if all of the name)."""

    name: str
    marks: tuple[FragmentKey, ...] = ()


@dataclass(slots=True)
class Verdicts:
    """Decisions about persons, name by name; `unmatched` are those that nothing in the articles answers.

    `known` is whom others know under a name: no judgement of people's, but evidence of another kind.
    """

    together: dict[str, list[Pair]] = field(default_factory=dict)
    apart: dict[str, list[Pair]] = field(default_factory=dict)
    leading: dict[str, str] = field(default_factory=dict)
    forgotten: list[Meant] = field(default_factory=list)
    unmatched: list[Decision] = field(default_factory=list)
    known: Known = field(default_factory=dict)

    def add(self, name: str, pairs: Sequence[Pair], same: bool) -> None:
        """Join or part pairs of a name; the later of two judgements about a pair holds."""
        table, other = (self.together, self.apart) if same else (self.apart, self.together)
        table.setdefault(name, []).extend(pairs)
        overruled = {frozenset(pair) for pair in pairs}
        other[name] = [pair for pair in other.get(name, ()) if frozenset(pair) not in overruled]


def meanings(decisions: Sequence[Decision]) -> dict[tuple[str, str], str]:
    """(form of a body's name, article or "") → the full name that people say it means."""
    table = {}
    for decision in decisions:
        if decision.kind == "means":
            table[plain_name(decision.a), decision.article] = plain_name(decision.b)
        elif decision.kind == "same":
            table[plain_name(decision.b), ""] = plain_name(decision.a)
    return table


def unused(decisions: Sequence[Decision], used: Set[tuple[str, str]]) -> list[Decision]:
    """Decisions on what a form means that no article (or not the one named) gave occasion for.

    Args:
        decisions: all decisions.
        used: (form, article or "") of those meanings that articles gave occasion for.
    """
    means = [decision for decision in decisions if decision.kind == "means"]
    return [d for d in means if (plain_name(d.a), d.article) not in used]


def forgotten_bodies(decisions: Sequence[Decision]) -> frozenset[str]:
    """Ids of bodies that people want left out, given as names or ids."""
    names = {d.a for d in decisions if d.kind == "forget"}
    return frozenset(names | {body_id(plain_name(name)) for name in names})


def verdicts_on_persons(
    decisions: Sequence[Decision],
    records: dict[str, NameRecord],
    bodies: Set[str],
    personas: Callable[[], dict[str, Persona]],
    ids: Callable[[], dict[str, tuple[str, int]]],
) -> Verdicts:
    """Sort decisions about persons by name.

    Args:
        decisions: all decisions, those about bodies too.
        records: sightings by name.
        bodies: keys and ids of all bodies; decisions about those are no matter here.
        personas: the program's own clusters, asked for only if a decision names an id.
        ids: person id → (name, number of the cluster), likewise.
    """
    verdicts = Verdicts()
    for decision in decisions:
        if decision.kind == "means" or {decision.a, plain_name(decision.a)} & bodies:
            continue
        a = _meant(decision.a, records, personas, ids)
        b = _meant(decision.b, records, personas, ids) if decision.b else a
        if a is None or b is None:
            verdicts.unmatched.append(decision)
        elif decision.kind == "forget":
            verdicts.forgotten.append(a)
        elif a.name != b.name:
            if decision.kind == "same":
                few, many = sorted((a.name, b.name), key=lambda n: (records[n].articles, n))
                verdicts.leading[few] = many
                verdicts.together.setdefault(many, []).extend(_pairs(a, b, records))
        else:
            verdicts.add(a.name, _pairs(a, b, records), decision.kind == "same")
    return verdicts


def _meant(
    words: str,
    records: dict[str, NameRecord],
    personas: Callable[[], dict[str, Persona]],
    ids: Callable[[], dict[str, tuple[str, int]]],
) -> Meant | None:
    """Whom "p-…", "张军" or "张军#最高人民检察院/检察长" means."""
    name, _, place = words.partition("#")
    if name in records:
        body, _, post = place.rpartition("/")
        mark = (plain_name(body), post)
        return Meant(name, (mark,) if place else ()) if not place or _known(mark, records[name]) else None
    found = ids().get(words) if words.startswith("p-") else None
    if found is None:
        return None
    return Meant(found[0], tuple(i.mark for i in personas()[found[0]].clusters[found[1]].items))


def _known(mark: FragmentKey, record: NameRecord) -> bool:
    return mark in record.fragments or (not mark[0] and ("", mark[1].partition("@")[0]) in record.fragments)


def _pairs(a: Meant, b: Meant, records: dict[str, NameRecord]) -> list[Pair]:
    mine = a.marks or tuple(sorted(records[a.name].fragments))
    theirs = b.marks or tuple(sorted(records[b.name].fragments))
    return [(one, other) for one in mine for other in theirs if one != other]


def is_forgotten(item: Item, name: str, forgotten: Sequence[Meant]) -> bool:
    """Do people want this item of the name left out?"""
    return any(m.name == name and (not m.marks or item.mark in m.marks) for m in forgotten)
