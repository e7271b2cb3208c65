"""Seats with two holders, and bodies that became other bodies."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model.entities import Conflict, OrganizationEntity
from kg.rdf.nt import day, digest, first_day, lines, node
from kg.rdf.posts import role_key
from kg.rdf.terms import TYPE, iri, kg

_CONFLICT, _TENURE, _DAY = kg("Conflict"), kg("conflicting"), kg("onDay")
_BODY, _ROLE = iri("org:organization"), iri("org:role")
_CHANGE, _BEFORE, _AFTER = (
    iri("org:ChangeEvent"),
    iri("org:originalOrganization"),
    iri("org:resultingOrganization"),
)
_DATE = kg("onDay")


def conflict_lines(conflict: Conflict, base: str) -> str:
    """A seat that has one holder, claimed for two on overlapping days."""
    tenures = sorted(conflict.tenures)
    return lines(
        node(base, "c-" + digest(conflict.organization, conflict.post, *tenures, conflict.day)),
        [
            (TYPE, _CONFLICT),
            (_BODY, node(base, conflict.organization)),
            (_ROLE, node(base, role_key(conflict.post))),
            *((_TENURE, node(base, t)) for t in tenures),
            (_DAY, day(first_day(conflict.day))),
        ],
    )


def change_lines(body: OrganizationEntity, base: str) -> Iterator[str]:
    """Yield an org:ChangeEvent for each body that this one became."""
    for successor, date in body.became:
        yield lines(
            node(base, "g-" + digest(body.id, successor, date)),
            [
                (TYPE, _CHANGE),
                (_BEFORE, node(base, body.id)),
                (_AFTER, node(base, successor)),
                (_DATE, day(first_day(date))),
            ],
        )
