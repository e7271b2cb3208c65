"""JSON-LD: one object for each subject, with the prefixes of the project as context."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from kg.export.files import beside
from kg.export.ntriples import sorted_lines
from kg.model.namespaces import PREFIXES
from kg.model.values import Store

TERM = re.compile(
    r'<(?P<iri>[^>]*)>|"(?P<text>(?:[^"\\]|\\.)*)"(?:@(?P<language>[\w-]+)|\^\^<(?P<datatype>[^>]*)>)?'
)
ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
PLAIN = {"t": "\t", "n": "\n", "r": "\r", "b": "\b", "f": "\f"}
TYPE = PREFIXES["rdf"] + "type"
_SHORT = sorted(((iri, name) for name, iri in PREFIXES.items()), reverse=True)


def write(store: Store, path: Path) -> None:
    """Write the graph of a store as JSON-LD, an object in a line."""
    context = json.dumps(PREFIXES, separators=(",", ":"))
    with (
        beside(path) as part,
        sorted_lines(store) as lines,
        part.open("w", encoding="utf-8", newline="\n") as out,
    ):
        out.write(f'{{"@context":{context},\n"@graph":[')
        for n, thing in enumerate(objects(lines)):
            out.write(
                ("," if n else "") + "\n" + json.dumps(thing, ensure_ascii=False, separators=(",", ":"))
            )
        out.write("\n]}\n")


def objects(lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Yield an object for each subject of sorted N-Triples lines."""
    for subject, group in groupby(lines, key=lambda line: line[: line.index(" ")]):
        thing: dict[str, Any] = {"@id": _compact(subject[1:-1])}
        for line in group:
            predicate, value = line[len(subject) + 1 :].rstrip(" .\n").split(" ", 1)
            if predicate[1:-1] == TYPE:
                thing.setdefault("@type", []).append(_compact(value[1:-1]))
            else:
                thing.setdefault(_compact(predicate[1:-1]), []).append(_value(value))
        yield {
            key: found[0] if isinstance(found, list) and len(found) == 1 else found
            for key, found in thing.items()
        }


def _value(term: str) -> dict[str, str] | str:
    match = TERM.fullmatch(term)
    if match is None:
        raise ValueError(f"no N-Triples term: {term!r}")
    if match["iri"] is not None:
        return {"@id": _compact(match["iri"])}
    text = ESCAPE.sub(_unescaped, match["text"])
    if match["language"]:
        return {"@value": text, "@language": match["language"]}
    return {"@value": text, "@type": _compact(match["datatype"])} if match["datatype"] else text


def _unescaped(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    return chr(int(code, 16)) if code else PLAIN.get(match[3], match[3])


def _compact(iri: str) -> str:
    """A prefixed name where a prefix fits; it must not look like one of the web's schemes."""
    for namespace, name in _SHORT:
        local = iri.removeprefix(namespace)
        if local != iri and local and not local.startswith("/"):
            return f"{name}:{local}"
    return iri
