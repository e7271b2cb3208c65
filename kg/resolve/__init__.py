"""Facts of many articles to entities."""

from kg.resolve.entities import resolve
from kg.resolve.resolution import Resolved

__all__ = ["Resolved", "resolve"]
