"""Facts of many articles to entities."""

from kg.resolve.resolution import Resolved, resolve

__all__ = ["Resolved", "resolve"]
