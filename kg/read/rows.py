"""A row of a table (JSON object, CSV line, Parquet record) → `Article`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kg.model.article import Article, Rejected
from kg.model.settings import Settings


def article_of(
    row: Mapping[str, Any], default_id: str, path: str, encoding: str, settings: Settings
) -> Article | Rejected:
    """The article that `row` holds, by the field names of `settings`; `default_id` for a row without id."""
    text = row.get(settings.text_field)
    identity = _words(row.get(settings.id_field)) or default_id
    if not isinstance(text, str):
        return Rejected(
            identity,
            f"no text in the field {settings.text_field!r}; name the right one with --text-field",
            path,
        )
    return Article(
        id=identity,
        text=text,
        title=_words(row.get(settings.title_field)),
        date=_words(row.get(settings.date_field)),
        source=_words(row.get(settings.source_field)),
        url=_words(row.get(settings.url_field)),
        authors=_authors(row.get("authors") or row.get("author")),
        path=path,
        encoding=encoding,
    )


def _words(value: Any) -> str:
    if isinstance(value, str):
        return value.strip()
    return "" if value is None or isinstance(value, (dict, list)) else str(value)


def _authors(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value.strip(),) if value.strip() else ()
    return tuple(_words(v) for v in value if _words(v)) if isinstance(value, list) else ()
