"""Tenures, and the shortcut from a person to the bodies they belong to."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model.entities import TenureRecord
from kg.rdf.nt import INTEGER, day, first_day, last_day, lines, literal, node, plain
from kg.rdf.posts import role_key
from kg.rdf.terms import PRECISIONS, TYPE, iri, kg

ENDED = frozenset({"former", "removed"})

_TYPES = (kg("Tenure"), iri("org:Membership"))
_MEMBER, _BODY, _ROLE = iri("org:member"), iri("org:organization"), iri("org:role")
_MEMBER_OF, _LABEL = iri("org:memberOf"), iri("rdfs:label")
_FIRST, _LAST, _STATUS, _SPELL, _LEVEL = (
    kg(t) for t in ("firstAttested", "lastAttested", "status", "spell", "level")
)
_FROM, _UNTIL = kg("validFrom"), kg("validUntil")
_FROM_PRECISION, _UNTIL_PRECISION = kg("validFromPrecision"), kg("validUntilPrecision")


def tenure_lines(tenure: TenureRecord, base: str, person: str, body: str) -> str:
    """A tenure, labelled with the names of its person and body.

    A bound that is known to the year or month is its outermost day, and says so.
    """
    return lines(
        node(base, tenure.id),
        [
            *((TYPE, t) for t in _TYPES),
            (_LABEL, literal(f"{person} {body}{tenure.post}".strip(), "zh-Hans")),
            (_MEMBER, node(base, tenure.person)),
            (_BODY, node(base, tenure.organization) if tenure.organization else ""),
            (_ROLE, node(base, role_key(tenure.post))),
            (_FIRST, day(tenure.first_attested)),
            (_LAST, day(tenure.last_attested)),
            (_FROM, day(first_day(tenure.valid_from))),
            (_FROM_PRECISION, PRECISIONS.get(len(tenure.valid_from), "")),
            (_UNTIL, day(last_day(tenure.valid_until))),
            (_UNTIL_PRECISION, PRECISIONS.get(len(tenure.valid_until), "")),
            (_STATUS, plain(tenure.status) if tenure.status else ""),
            (_SPELL, f'"{tenure.spell}"{INTEGER}'),
            (_LEVEL, plain(tenure.level) if tenure.level else ""),
        ],
    )


def member_lines(tenure: TenureRecord, base: str) -> Iterator[str]:
    """Yield org:memberOf for a tenure in a body that is not known to have ended."""
    if tenure.organization and tenure.status not in ENDED:
        yield f"{node(base, tenure.person)} {_MEMBER_OF} {node(base, tenure.organization)} .\n"
