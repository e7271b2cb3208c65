"""What a page of tests/clean/pages tells of a cleaned article: its zones, what is known of it, what was mended."""

from __future__ import annotations

from collections.abc import Iterator

from kg.clean import clean_article
from kg.model.article import Article, CleanArticle, Rejected
from kg.model.settings import Settings


def told(text: str, about: dict[str, str]) -> Iterator[str]:
    """A line for each zone, for each thing known, for each damage and doubt."""
    authors = tuple(filter(None, about.get("authors", "").split("、")))
    fields = {key: value for key, value in about.items() if key != "authors"}
    outcome = clean_article(Article("a", text, authors=authors, **fields), Settings())
    if isinstance(outcome, Rejected):
        yield f"rejected: {outcome.reason}"
        return
    yield from (f"{z.kind}: " + outcome.text[z.start : z.end].replace("\n", "⏎") for z in outcome.zones)
    yield from known(outcome)
    for d in outcome.damage:
        meant = "left" if d.repaired_as is None else repr(d.repaired_as)
        yield f"{d.kind} {text[d.start : d.end]!a} → {meant} {d.confidence}"
    yield from (f"doubtful {outcome.text[s.start : s.end]!r}" for s in outcome.doubtful)


def known(outcome: CleanArticle) -> Iterator[str]:
    """Title, day, source and the like, as far as they are known."""
    meta = outcome.meta
    for name in ("title", "date", "source", "section", "dateline_place", "authors", "editors"):
        value = getattr(meta, name)
        if value:
            yield f"{name} = {value if isinstance(value, str) else '、'.join(value)}"
    if meta.script == "Hant":
        yield "script = Hant"
