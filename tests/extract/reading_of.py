"""One sentence of ours, read: what the tests of the grammar look at."""

from kg.extract.article import read_article
from kg.extract.reading import Reading
from kg.model.article import Article, CleanArticle, Meta, Zone
from kg.model.origin import OriginMap


def reading_of(text: str, title: str = "", date: str = "2020-05-06") -> Reading:
    """Read `text` as a clean article of one body zone."""
    article = Article("t", text, title, date)
    return read_article(
        CleanArticle(
            article,
            text,
            OriginMap.identity(len(text)),
            (Zone("body", 0, len(text)),),
            Meta(title=title, date=date),
        )
    )


def tenures_of(text: str, title: str = "") -> list[tuple[str, str, str | None, str | None]]:
    """(person, post, organisation, status) of every tenure, in order."""
    return [(t.person, t.post, t.organization, t.status) for t in reading_of(text, title).tenures]


def people_of(text: str, title: str = "") -> list[str]:
    """The names of all people, sorted."""
    return sorted({m.name for m in reading_of(text, title).people})


def bodies_of(text: str, title: str = "") -> list[str]:
    """The full names of all organisations, sorted."""
    return sorted({b.name for b in reading_of(text, title).bodies})
