"""Reads a query before it is run: what kind it is, which graphs it names, and whether it is refused.

A scan of tokens, not a parser: strings, IRIs and comments are told apart from words, so that SERVICE in a
string is data and SERVICE in a pattern is refused. Whether the query is SPARQL at all is Oxigraph's to
say, in the worker. Codepoint escapes are read by Oxigraph within strings and IRIs only; outside we refuse
them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

TOKEN = re.compile(
    r"""
    (?P<long>\"{3}(?:[^"\\]|\\.|"(?!""))*+\"{3}|'{3}(?:[^'\\]|\\.|'(?!''))*+'{3})
    |(?P<short>"(?:[^"\\\n\r]|\\.)*+"|'(?:[^'\\\n\r]|\\.)*+')
    |(?P<iri><(?:[^<>"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*+>)
    |(?P<comment>\#[^\n\r]*+)
    |(?P<var>[?$]\w++)
    |(?P<name>[\w.·-]{0,100}+:(?:[\w.:·-]|%[0-9A-Fa-f]{2}|\\[^uU])*+)
    |(?P<word>@?[^\W\d]\w*+)
    |(?P<number>\d++(?:\.\d++)?)
    |(?P<space>\s++)
    |(?P<sign>.)
    """,
    re.DOTALL | re.VERBOSE,
)
HIDDEN = re.compile(r"[^)]*\).*service", re.IGNORECASE)
"""`?a<?b)SERVICE#>` is an IRI to a scan and a comparison to a parser; no IRI of ours has that form."""
KINDS = {"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"}
UPDATES = {
    "INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH", "USING",
}  # fmt: skip
VOLATILE = {"NOW", "RAND", "UUID", "STRUUID", "BNODE"}
COSTLY = {
    "REGEX",
    "REPLACE",
    "GROUP",
    "ORDER",
    "DISTINCT",
    "COUNT",
    "SUM",
    "AVG",
    "SAMPLE",
    "CONTAINS",
    "MINUS",
}
MAX_DEPTH = 200  # nested brackets; a deeper query would only try the parser's stack


class Refused(Exception):  # noqa: N818  (a refusal is an answer, not a fault)
    """A query that is not run; `status` is the HTTP status, the message is for its author."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(status, message)
        self.status, self.message = status, message


def turned_away() -> Refused:
    """What a request is told that finds the queue full."""
    return Refused(429, "too many requests wait already; try again later")


@dataclass(frozen=True, slots=True)
class Shape:
    """What the scan has seen: the form, the graphs of FROM, whether answers change from call to call.

    `trivial` is claimed only where a query cannot take long: no pattern, or one simple one with a small
    LIMIT.
    """

    kind: str
    graphs: tuple[str, ...] = ()
    volatile: bool = False
    trivial: bool = False


@dataclass(slots=True)
class _Seen:
    kind: str = ""
    graphs: list[str] = field(default_factory=list)
    words: set[str] = field(default_factory=set)
    variables: int = 0
    stops: int = 0
    limit: int | None = None
    prefixes: dict[str, str] = field(default_factory=dict)

    def full(self, name: str) -> str:
        """The IRI that `<…>` or a prefixed name stands for; the name itself where its prefix is unknown."""
        if name.startswith("<"):
            return name[1:-1]
        prefix, _, local = name.partition(":")
        return self.prefixes.get(prefix, f"{prefix}:") + local


def examine(query: str, most_chars: int) -> Shape:
    """Look at a query before it is run.

    Raises:
        Refused: it is too long, is an update, or asks for something outside this store.
    """
    if len(query) > most_chars:
        raise Refused(413, f"the query is {len(query)} characters long; at most {most_chars} are read here")
    seen = _scan(query)
    if not seen.kind:
        _refuse_update(seen)
        raise Refused(400, "this is no query: SELECT, ASK, CONSTRUCT or DESCRIBE is missing")
    return Shape(seen.kind, tuple(seen.graphs), bool(seen.words & VOLATILE), _is_trivial(seen))


def _scan(query: str) -> _Seen:
    seen, depth, before = _Seen(), 0, ""
    prefix: str | None = None
    for match in TOKEN.finditer(query):
        group, text = match.lastgroup, match.group()
        if group in {"space", "comment"}:
            continue
        if group == "word":
            before = _word(text.upper(), before, seen)
            continue
        if group == "iri" and HIDDEN.match(text):
            raise Refused(403, "SERVICE is refused: this endpoint speaks to no other server")
        if group == "name" and before == "PREFIX":
            prefix = text
        elif group == "iri" and prefix is not None:
            seen.prefixes[prefix.removesuffix(":")], prefix = text[1:-1], None
        elif group in {"iri", "name"} and before in {"FROM", "FROM NAMED"}:
            seen.graphs.append(seen.full(text))
        elif group == "number" and before == "LIMIT":
            seen.limit = int(text) if len(text) < 9 and text.isdigit() else None
        elif group == "var":
            seen.variables += 1
        elif group == "sign" and (text, before) != ("*", "SELECT"):
            depth = _sign(text, depth, seen)
        before = ":" if group == "name" else ""
    return seen


def _word(word: str, before: str, seen: _Seen) -> str:
    if word in {"SERVICE", "LOAD"}:
        raise Refused(403, f"{word} is refused: this endpoint speaks to no other server")
    if word in KINDS and not seen.kind:
        _refuse_update(seen)
        seen.kind = word
    seen.words.add(word)
    return f"{before} {word}" if before == "FROM" and word == "NAMED" else word


def _sign(text: str, depth: int, seen: _Seen) -> int:
    if text in "{([":
        if depth >= MAX_DEPTH:
            raise Refused(400, f"brackets are nested deeper than {MAX_DEPTH}; write the query flatter")
        if text == "{":
            seen.stops += 1
        return depth + 1
    if text in "})]":
        return depth - 1
    if text == "\\":
        raise Refused(400, r"a \u escape stands outside of strings and IRIs; write the character itself")
    if text in ".;,*+/|^!":
        seen.stops += 1
    return depth


def _refuse_update(seen: _Seen) -> None:
    if seen.words & UPDATES:
        raise Refused(403, "updates are refused: this endpoint only reads")


def _is_trivial(seen: _Seen) -> bool:
    if seen.words & COSTLY or seen.kind in {"CONSTRUCT", "DESCRIBE"}:
        return False
    if not seen.variables and seen.stops <= 1:
        return True
    return seen.stops <= 1 and seen.limit is not None and seen.limit <= 100 and "FILTER" not in seen.words
