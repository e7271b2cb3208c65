"""Sorted N-Triples to Turtle, line by line: the same bytes for the same graph, and pleasant to read.

Written by hand: pyoxigraph's writer folds language tags to lower case (zh-hans), puts every object in one
line and leaves no line between subjects; rdflib's stalls at a hundred thousand triples.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.model.namespaces import PREFIXES
from kg.model.settings import Settings

TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
FIRST = (
    "rdfs:label", "skos:prefLabel", "skos:altLabel", "schema:identifier", "schema:headline",
    "org:member", "org:organization", "org:role", "kg:event", "kg:participant", "kg:source",
    "oa:start", "oa:end", "oa:exact",
)  # fmt: skip
"""The properties that a reader looks for first; the rest follow in the order of their IRIs."""
_LOCAL = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*\Z")
_SPLIT = re.compile(r"(?<=[#/])(?=[^#/]*\Z)")
_XSD = "^^<http://www.w3.org/2001/XMLSchema#"
_PREFIX_USED = re.compile(r"(?<=[ ^\n])([a-z]+):")
_NUMBER = re.compile(r"[+-]?[0-9]+\Z")
_DECIMAL = re.compile(r"[+-]?[0-9]+\.[0-9]+\Z")
_CACHE = 200_000  # names kept; more than any vocabulary has, and bounded as the input grows


def write_turtle(nt_path: Path, ttl_path: Path, base: str = Settings().base) -> None:
    """Write a sorted N-Triples file as Turtle; `base` is what `id:` stands for.

    The file is written beside its place, then renamed.
    """
    beside = ttl_path.with_name(f"{ttl_path.name}.{os.getpid()}.part")
    try:
        with (
            nt_path.open(encoding="utf-8", newline="\n") as lines,
            beside.open("w", encoding="utf-8", newline="\n") as out,
        ):
            out.writelines(turtle_of(lines, base))
        beside.replace(ttl_path)
    finally:
        beside.unlink(missing_ok=True)


def turtle_of(lines: Iterable[str], base: str = Settings().base) -> Iterator[str]:
    """Yield the prefixes, then the block of each subject.

    `lines` are sorted N-Triples, each ended by a newline.
    """
    names = Names(base)
    yield from (f"@prefix {name}: <{iri}> .\n" for name, iri in names.prefixes.items())
    subject, block = "", dict[str, list[str]]()
    for line in lines:
        if line == "\n":
            continue
        head, predicate, rest = line.split(" ", 2)
        if head != subject:
            if block:
                yield _block(names.of(subject), block)
            subject, block = head, {}
        value = rest[:-3] if rest.endswith(" .\n") else rest.rstrip().removesuffix(".").rstrip()
        block.setdefault(names.verb(predicate), []).append(names.of(value))
    if block:
        yield _block(names.of(subject), block)


def short_turtle(lines: Iterable[str], base: str = Settings().base) -> Iterator[str]:
    """The same with only those prefixes that are used: for answers, which are small."""
    declared = len(PREFIXES) + 1
    texts = list(turtle_of(lines, base))
    used = set(_PREFIX_USED.findall("".join(texts[declared:])))
    yield from (line for line in texts[:declared] if line.split()[1].removesuffix(":") in used)
    yield from texts[declared:]


class Names:
    """N-Triples terms to Turtle terms."""

    def __init__(self, base: str) -> None:
        self.prefixes = {"id": base, **PREFIXES}
        self._short = {iri: name for name, iri in self.prefixes.items()}
        self._base, self._base_length = f"<{base}", len(base) + 1
        self._verbs: dict[str, str] = {TYPE: "a"}
        self._seen: dict[str, str] = {}

    def verb(self, predicate: str) -> str:
        """A predicate."""
        found = self._verbs.get(predicate)
        if found is None:
            found = self._verbs[predicate] = self.of(predicate)
        return found

    def of(self, term: str) -> str:
        """An IRI or a literal."""
        if term.startswith(self._base):
            local = term[self._base_length : -1]
            return f"id:{local}" if _LOCAL.match(local) else term
        found = self._seen.get(term)
        if found is None:
            found = self._iri(term) if term[0] == "<" else self._literal(term)
            if len(self._seen) < _CACHE:
                self._seen[term] = found
        return found

    def _iri(self, term: str) -> str:
        namespace, *local = _SPLIT.split(term[1:-1], maxsplit=1)
        prefix = self._short.get(namespace)
        return f"{prefix}:{local[0]}" if prefix and local and _LOCAL.match(local[0]) else term

    def _literal(self, term: str) -> str:
        if not term.endswith(">"):
            return term
        quoted, _, datatype = term.rpartition(_XSD)
        if not quoted:
            return term
        kind, inside = datatype[:-1], quoted[1:-1]
        bare = (
            (kind == "integer" and _NUMBER.match(inside))
            or (kind == "decimal" and _DECIMAL.match(inside))
            or (kind == "boolean" and inside in {"true", "false"})
        )
        return inside if bare else f"{quoted}^^xsd:{kind}"


_RANKS = {name: rank for rank, name in enumerate(("a", *FIRST))}


def _block(subject: str, block: dict[str, list[str]]) -> str:
    """All that is said of one subject, what it is first."""
    ordered = sorted(block, key=lambda verb: _RANKS.get(verb, len(_RANKS)))
    return (
        f"\n{subject} " + " ;\n    ".join([f"{verb} {', '.join(block[verb])}" for verb in ordered]) + " .\n"
    )
