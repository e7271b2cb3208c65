"""Links from our persons to what others know of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.model.background import KnownPerson
from kg.resolve.known import ENOUGH, fit
from kg.resolve.people import Persona


def links(known: Sequence[KnownPerson], personas: Mapping[str, Persona]) -> dict[tuple[str, int], list[str]]:
    """(name, number of the cluster) → IRIs elsewhere.

    A known person is linked to the one person of the name who holds a post that is known of both; where no post is
    known there, to nobody, for the same name is not enough. Two who fit equally get no link.
    """
    found: dict[tuple[str, int], list[str]] = {}
    for person in sorted(known, key=lambda k: k.iri):
        for name in dict.fromkeys([person.name, *person.names]):
            if name not in personas:
                continue
            scored = sorted(
                ((fit(person, cluster.items), n) for n, cluster in enumerate(personas[name].clusters)),
                key=lambda s: (-s[0], s[1]),
            )
            if scored[0][0] >= ENOUGH and (len(scored) == 1 or scored[0][0] > scored[1][0]):
                found.setdefault((name, scored[0][1]), []).append(person.iri)
                break
    return found
