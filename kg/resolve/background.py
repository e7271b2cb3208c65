"""Links from our persons to what others know of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kg.model.background import KnownPerson
from kg.resolve.body_names import plain_name
from kg.resolve.likeness import Item
from kg.resolve.people import Persona

ENOUGH = 1.0


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
                ((_fit(person, cluster.items), n) for n, cluster in enumerate(personas[name].clusters)),
                key=lambda s: (-s[0], s[1]),
            )
            if scored[0][0] >= ENOUGH and (len(scored) == 1 or scored[0][0] > scored[1][0]):
                found.setdefault((name, scored[0][1]), []).append(person.iri)
                break
    return found


def _fit(person: KnownPerson, items: Sequence[Item]) -> float:
    """How many posts are known of both: the same body and post 2, the words of one in the other 1."""
    score = 0.0
    for known in person.posts:
        body, words = plain_name(known.organization), known.organization + known.post
        best = 0.0
        for item in items:
            if not item.body:
                continue
            if item.post == known.post and item.body == body:
                best = max(best, 2.0)
            elif words.endswith(item.post) and (item.body in words or (body and (body in item.body))):
                best = max(best, 1.0)
        score += best
    return score
