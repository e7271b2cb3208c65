"""How the sentence of a trigger casts its people: one function per frame of kg/lexicon/triggers.toml."""

from __future__ import annotations

from collections.abc import Callable

from kg.extract.events.casting import Group
from kg.extract.events.deeds import does, honours, issues
from kg.extract.events.drafts import Draft
from kg.extract.events.encounters import meets, writes
from kg.extract.events.fates import mourns, suffers
from kg.extract.events.journeys import travels
from kg.extract.events.outline import Outline
from kg.extract.events.tours import tours

Fill = Callable[[Outline, int, int, list[Group], Draft], bool]
"""Fills a draft from an outline whose trigger stands at [start, end); False where the sentence tells of no such thing."""

FRAMES: dict[str, Fill] = {
    "meets": meets,
    "writes": writes,
    "tours": tours,
    "travels": travels,
    "does": does,
    "honours": honours,
    "suffers": suffers,
    "mourns": mourns,
    "issues": issues,
}
