"""Files, folders, pipes → `Article`s: bytes become text here, and nothing else is done to them."""

from kg.read.reading import read_articles

__all__ = ["read_articles"]
