"""What others know of persons (OpenSanctions, Wikidata, a table of one's own): links, told apart from what articles say."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, astuple, dataclass
from pathlib import Path

from kg.model.errors import KgError


@dataclass(frozen=True, slots=True)
class KnownPost:
    """A post that another source gives; ISO dates of known precision, "" where unknown."""

    organization: str
    post: str
    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person of another source: `iri` is its identifier there."""

    iri: str
    name: str
    names: tuple[str, ...] = ()
    posts: tuple[KnownPost, ...] = ()
    source: str = ""


def line_of(person: KnownPerson) -> str:
    """A known person as a JSON line."""
    return json.dumps(asdict(person), ensure_ascii=False) + "\n"


def read_known(path: Path) -> tuple[KnownPerson, ...]:
    """The known persons of a file of such lines; none where there is no file.

    Raises:
        KgError: a line is none.
    """
    if not path.exists():
        return ()
    lines = path.read_bytes().splitlines()
    return tuple(_known(line, f"{path}:{n}") for n, line in enumerate(lines, 1) if line.strip())


def _known(line: bytes, where: str) -> KnownPerson:
    try:
        row = json.loads(line)
        posts = tuple(KnownPost(**post) for post in row.get("posts", ()))
        names = tuple(row.get("names", ()))
        words = (
            row["iri"],
            row["name"],
            row.get("source", ""),
            *names,
            *(w for p in posts for w in astuple(p)),
        )
        if any(not isinstance(word, str) for word in words):
            raise TypeError("every value is a text")
        return KnownPerson(row["iri"], row["name"], names, posts, row.get("source", ""))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        reason = " ".join(str(error).split())
        raise KgError(
            f"{where}: no known person ({reason}); import the file again with kg background"
        ) from error


def merged(persons: Iterable[KnownPerson]) -> list[KnownPerson]:
    """Rows of one person (one row a post, as tables have it) brought together, by IRI."""
    found: dict[str, KnownPerson] = {}
    for person in persons:
        old = found.get(person.iri)
        if old is None:
            found[person.iri] = person
            continue
        names = tuple(
            dict.fromkeys([*old.names, *person.names, *([person.name] if person.name != old.name else [])])
        )
        posts = tuple(dict.fromkeys([*old.posts, *person.posts]))
        found[person.iri] = KnownPerson(old.iri, old.name, names, posts, old.source or person.source)
    return [found[iri] for iri in sorted(found)]
