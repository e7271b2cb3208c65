"""The concepts that a graph points to, with their labels: it can be read without the ontology."""

from __future__ import annotations

from collections.abc import Iterator

from kg.rdf.nt import lines, literal
from kg.rdf.terms import (
    CONCEPT,
    EVENT_TYPES,
    GRADES,
    PARTICIPATION_ROLES,
    PREF_LABEL,
    TYPE,
    Labels,
    event_type,
    grade,
    participation_role,
)


def vocabulary_lines() -> Iterator[str]:
    """Yield event types, participation roles and grades, each with its labels."""
    for name, labels in EVENT_TYPES.items():
        yield _concept(event_type(name), labels)
    for name, labels in PARTICIPATION_ROLES.items():
        yield _concept(participation_role(name), labels)
    for name, labels in GRADES.items():
        yield _concept(grade(name), labels)


def _concept(n: str, labels: Labels) -> str:
    chinese, english = labels
    return lines(
        n,
        [(TYPE, CONCEPT), (PREF_LABEL, literal(chinese, "zh-Hans")), (PREF_LABEL, literal(english, "en"))],
    )
