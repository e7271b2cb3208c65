"""Reading what others know: FollowTheMoney JSON lines, results of Wikidata queries (P39), CSV."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.model.background import KnownPerson, KnownPost, merged
from kg.model.errors import KgError

WIKIDATA = "http://www.wikidata.org/entity/"
OPENSANCTIONS = "https://www.opensanctions.org/entities/"


def read_background(path: Path) -> list[KnownPerson]:
    """The persons of a file; its form is told by its content.

    CSV columns: iri (or id), name, and if there: names (by |), organization, post, start, end. Wikidata: the JSON of
    the query service with ?person ?personLabel and, if there, ?positionLabel ?organizationLabel ?start ?end.

    Raises:
        KgError: the file is none of these.
    """
    try:
        text = path.read_text("utf-8-sig")
        start = text.lstrip()[:1]
        if start == "{" and '"bindings"' in text[:20_000] + text[-200:]:
            return merged(_wikidata(json.loads(text), path.name))
        if start == "{":
            return merged(_follow_the_money(text, path.name))
        if start == "[":
            return merged(_table(json.loads(text), path.name))
        return merged(
            _table(
                csv.DictReader(io.StringIO(text), delimiter="\t" if "\t" in text.split("\n")[0] else ","),
                path.name,
            )
        )
    except (ValueError, LookupError, TypeError, AttributeError, csv.Error) as error:
        raise KgError(
            f"{path}: neither FollowTheMoney lines nor Wikidata results nor a table with iri and name, in UTF-8 ({error})"
        ) from error


def _wikidata(answer: dict[str, Any], source: str) -> Iterator[KnownPerson]:
    for row in answer["results"]["bindings"]:
        cell = {name: str(value["value"]) for name, value in row.items()}
        yield _person(
            cell["person"],
            cell.get("personLabel", ""),
            "",
            _post(cell, "organizationLabel", "positionLabel"),
            source,
        )


def _post(cell: dict[str, str], organization: str, post: str) -> tuple[KnownPost, ...]:
    if not cell.get(post):
        return ()
    return (
        KnownPost(
            cell.get(organization, ""), cell[post], cell.get("start", "")[:10], cell.get("end", "")[:10]
        ),
    )


def _person(iri: str, name: str, names: str, posts: tuple[KnownPost, ...], source: str) -> KnownPerson:
    others = tuple(n for n in names.split("|") if n and n != name)
    full = (
        iri
        if ":" in iri
        else (WIKIDATA + iri if iri[:1] == "Q" and iri[1:].isdigit() else OPENSANCTIONS + iri)
    )
    return KnownPerson(full, name, others, posts, source)


def _table(rows: Any, source: str) -> Iterator[KnownPerson]:
    for row in rows:
        cell = {str(k): str(v or "") for k, v in row.items()}
        iri = cell.get("iri") or cell.get("id") or cell["person"]
        yield _person(iri, cell["name"], cell.get("names", ""), _post(cell, "organization", "post"), source)


def _follow_the_money(text: str, source: str) -> Iterator[KnownPerson]:
    """Person entities, with their Occupancy → Position where the file has them, else their `position` words."""
    rows = [json.loads(line) for line in text.splitlines() if line.strip()]
    posts = {r["id"]: r["properties"] for r in rows if r["schema"] == "Position"}
    held: dict[str, list[KnownPost]] = {}
    for row in rows:
        if row["schema"] == "Occupancy":
            given = row["properties"]
            for holder in given.get("holder", ()):
                for post in given.get("post", ()):
                    held.setdefault(holder, []).append(
                        KnownPost(
                            "",
                            _first(posts.get(post, {}), "name"),
                            _first(given, "startDate"),
                            _first(given, "endDate"),
                        )
                    )
    for row in rows:
        if row["schema"] == "Person":
            names = list(
                dict.fromkeys([*row["properties"].get("name", ()), *row["properties"].get("alias", ())])
            )
            chinese = next(
                (n for n in names if any("\u4e00" <= c <= "\u9fff" for c in n)), names[0] if names else ""
            )
            words = [KnownPost("", word) for word in row["properties"].get("position", ())]
            yield _person(row["id"], chinese, "|".join(names), tuple(held.get(row["id"], words)), source)


def _first(properties: dict[str, list[str]], name: str) -> str:
    return next(iter(properties.get(name, ())), "")
