"""Appointments and removals: the events behind the tenures that an article starts and ends."""

from __future__ import annotations

import re

from kg.extract.drafts import Draft
from kg.extract.reading import Reading


def personnel_drafts(reading: Reading, found: list[Draft]) -> list[Draft]:
    """Drafts of the appointments and removals that the reading's tenures stand for."""
    return []
