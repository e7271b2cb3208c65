"""`Article` → `CleanArticle`: repaired, simplified, in typed ranges, every character with its way back."""

from kg.clean.cleaning import clean_article

__all__ = ["clean_article"]
