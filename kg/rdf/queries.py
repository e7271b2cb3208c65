"""The named queries of ontology/queries/: what they ask, which values they take, and how those are bound.

A query's parameters stand in it as VALUES blocks with an example inside, so that each file runs as it is on
any endpoint; a given value takes the block's place as terms.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from kg.model.errors import QueryError
from kg.model.namespaces import EVENT_TYPE, PART
from kg.model.settings import Settings
from kg.model.values import Bound, Iri, Text, Value
from kg.rdf.ontology import ontology_folder

Values = dict[str, Bound]
LANGUAGES = ("zh-Hans", "zh-Hant", "en")
KINDS = {
    "name": "a name in any form in use",
    "text": "words",
    "date": "a day, YYYY-MM-DD",
    "number": "a whole number",
    "iri": "an IRI, or the end of one under the base",
    "type": "an event type (meeting, talks, …)",
    "part": "a participation role (lead, accompany, …)",
    "code": "a GB/T 2260 or ISO 3166 code",
}
_HEADER = re.compile(r"#\+ (?P<key>[a-z]+): (?P<value>.*)")
_FORM = re.compile(r"(?:#[^\n]*|<[^>\s]*>|\s|(?i:prefix|base)\b|[\w-]*:)*(?P<form>[A-Za-z]+)")
_TAGGED = re.compile(r"(?P<words>.*)@(?P<tag>[A-Za-z]{2,3}(?:-[A-Za-z]{4})?)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that a query takes; `kind` is one of KINDS. Without a value an optional one is left open."""

    name: str
    kind: str
    required: bool
    about: str


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query of ontology/queries/ with its header."""

    name: str
    summary: str
    chinese: str
    parameters: tuple[Parameter, ...]
    example: tuple[str, ...]
    text: str

    def explanation(self) -> str:
        """What the query asks and takes, for people."""
        lines = [f"{self.name}: {self.summary}", self.chinese, ""]
        for p in self.parameters:
            need = "" if p.required else ", may be left out"
            lines.append(f"  --set {p.name}=…   {p.about} ({KINDS[p.kind]}{need})")
        example = "".join(f" --set {pair}" for pair in self.example)
        return "\n".join([*lines, "", f"kg query OUT --name {self.name}{example}", "", self.text])

    def values(self, given: Mapping[str, str], base: str = Settings().base) -> Values:
        """Values for the query's parameters, made of words; ids alone are meant under `base`.

        Raises:
            QueryError: a value is missing, unknown, or not of its kind.
        """
        known = {p.name: p for p in self.parameters}
        for name in given:
            if name not in known:
                raise QueryError(
                    f"query {self.name}: no parameter {name}; it takes {', '.join(known) or 'none'}"
                )
        for p in self.parameters:
            if p.required and not given.get(p.name):
                raise QueryError(f"query {self.name}: give --set {p.name}=… ({p.about}, {KINDS[p.kind]})")
        return {p.name: self._value(p, given.get(p.name, ""), base) for p in self.parameters}

    def _value(self, parameter: Parameter, words: str, base: str) -> Bound:
        if not words:
            return ()
        try:
            return value_of(parameter.kind, words, base)
        except ValueError as error:
            where = f"query {self.name}: {parameter.name}={words if words.isprintable() else repr(words)}"
            raise QueryError(f"{where} is not {KINDS[parameter.kind]}") from error


def value_of(kind: str, words: str, base: str = Settings().base) -> Bound:
    """Words as a value of a kind; a name is looked for under every language tag that labels have.

    Raises:
        ValueError: they are none.
    """
    match kind:
        case "name":
            return tuple(Text(words, tag) for tag in LANGUAGES)
        case "date":
            return date.fromisoformat(words)
        case "number":
            return int(words)
        case "iri":
            return Iri(words) if ":" in words else Iri(base + words)
        case "type":
            return Iri(EVENT_TYPE + words)
        case "part":
            return Iri(PART + words)
    return Text(words)


def guessed(words: str) -> Value:
    """A value whose kind shows in how it is written: 2019-01-21, 5, 0.9, true, http://…, 李明@zh-Hans."""
    if words in {"true", "false"}:
        return words == "true"
    for kind in (int, float, date.fromisoformat):
        try:
            return kind(words)
        except ValueError:
            continue
    if words.startswith(("http://", "https://", "urn:")) and " " not in words:
        return Iri(words)
    tagged = _TAGGED.fullmatch(words)
    return Text(tagged["words"], tagged["tag"]) if tagged else Text(words)


@cache
def named_queries() -> dict[str, NamedQuery]:
    """Every named query by its name."""
    return {path.stem: _read(path) for path in sorted((ontology_folder() / "queries").glob("*.rq"))}


def named_query(name: str) -> NamedQuery:
    """The query of that name.

    Raises:
        QueryError: there is none.
    """
    found = named_queries().get(name)
    if found is None:
        near = [known for known in named_queries() if name.partition("-")[0] in known]
        raise QueryError(
            f"query {name}: no such query; {'perhaps ' + ', '.join(near) if near else 'see kg query --list'}"
        )
    return found


def kind_of(query: str) -> str:
    """SELECT, ASK, CONSTRUCT or DESCRIBE; "" where the query begins with none of them."""
    found = _FORM.match(query)
    form = found["form"].upper() if found else ""
    return form if form in {"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"} else ""


def _read(path: Path) -> NamedQuery:
    text = path.read_text("utf-8")
    header: dict[str, list[str]] = {}
    for line in text.splitlines():
        if found := _HEADER.fullmatch(line):
            header.setdefault(found["key"], []).append(found["value"])
    return NamedQuery(
        path.stem,
        header["summary"][0],
        header["zh"][0],
        tuple(_parameter(line) for line in header.get("param", [])),
        tuple(header.get("example", [])),
        "".join(line + "\n" for line in text.splitlines() if not line.startswith("#+")).lstrip(),
    )


def _parameter(line: str) -> Parameter:
    """`person | name | required | whose posts`."""
    name, kind, need, about = (part.strip() for part in line.split("|"))
    return Parameter(name, kind, need == "required", about)
