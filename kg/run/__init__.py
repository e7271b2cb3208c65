"""The order of the rooms, and where the work runs."""

from kg.run.facts import facts_of

__all__ = ["facts_of"]
