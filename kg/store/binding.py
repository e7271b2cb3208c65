"""Give values to the variables of a query.

A variable that has a VALUES block (`VALUES ?person { "李明"@zh-Hans }`) gets its values there, several if
need be; none at all takes the block away and leaves the variable open. Any other variable is replaced by
the term: pyoxigraph substitutes projected variables only, and a VALUES block does not reach the filters of
inner groups.

Either way the query is cut into tokens, and terms are written and escaped here; strings, IRIs and comments
are tokens of their own, which no value can touch or leave.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from kg.model.errors import QueryError
from kg.model.values import Bound, Iri, Text, Value

XSD = "http://www.w3.org/2001/XMLSchema#"
TOKEN = re.compile(
    r'''"""(?:[^"\\]|\\.|"(?!""))*"""|\'\'\'(?:[^'\\]|\\.|'(?!\'\'))*\'\'\'   # long strings
    |"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*'                        # strings
    |["'].*                                                             # one that is never closed
    |<[^\x00-\x20<>"{}|^`\\]*>                                          # IRIs
    |\#[^\n\r]*                                                         # comments
    |(?i:values)\s*[?$](?P<listed>\w+)\s*\{(?:"(?:[^"\\\n\r]|\\.)*"|<[^<>\s]*>|[^{}"'<#])*\}
    |(?i:bound)\s*\(\s*[?$](?P<tested>\w+)\s*\)                         # BOUND(?x)
    |[?$](?P<name>\w+)                                                  # variables
    |(?P<word>[A-Za-z]\w*)|(?P<brace>[{}])|(?P<paren>[()])''',
    re.VERBOSE | re.DOTALL,
)
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})
_DOUBLES = {"inf": "INF", "-inf": "-INF", "nan": "NaN"}  # as XML Schema writes them
_HALF = re.compile(r"[\ud800-\udfff]")  # of a surrogate pair: no character
_NOT_IN_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\\ud800-\udfff]')
_LOOKS_LIKE_IRI = re.compile(r"(?:https?://|urn:)\S+\Z")


def bind(query: str, bindings: Mapping[str, Bound]) -> str:
    """The query with its variables bound; a projected one becomes (value AS ?name).

    Raises:
        QueryError: a value cannot be written as a term, or the query has no such variable.
    """
    if not bindings:
        return query
    terms = {name: _terms_of(value) for name, value in bindings.items()}
    unknown = set(terms) - variables(query)
    if unknown:
        known = ", ".join(sorted(variables(query)))
        raise QueryError(f"query: no variable ?{min(unknown)} to give a value to; it has {known or 'none'}")
    listed = {m["listed"] for m in TOKEN.finditer(query) if m["listed"]} & set(terms)
    several = [name for name in terms if name not in listed and len(terms[name]) != 1]
    if several:
        raise QueryError(
            f"query: ?{several[0]} can take one value only; VALUES ?{several[0]} {{ }} takes more"
        )
    state = _Clause({name: terms[name][0] for name in terms if name not in listed})
    return TOKEN.sub(
        lambda t: _values(t["listed"], terms[t["listed"]]) if t["listed"] in listed else state.replacement(t),
        query,
    )


def _terms_of(value: Bound) -> list[str]:
    return [term_of(one) for one in (value if isinstance(value, tuple) else (value,))]


def _values(name: str, terms: list[str]) -> str:
    return f"VALUES ?{name} {{ {' '.join(terms)} }}" if terms else ""


def variables(query: str) -> set[str]:
    """The names of all variables of a query."""
    found = {m["name"] or m["tested"] or m["listed"] for m in TOKEN.finditer(query)}
    return {name for name in found if name}


def term_of(value: Value) -> str:
    """A value as a SPARQL term.

    Raises:
        QueryError: an IRI has characters that no IRI has, or a language tag or a date is none.
    """
    match value:
        case bool():
            return f'"{str(value).lower()}"^^<{XSD}boolean>'
        case int():
            return f'"{value}"^^<{XSD}integer>'
        case float():
            return f'"{_DOUBLES.get(repr(value), repr(value))}"^^<{XSD}double>'
        case date():
            return f'"{value.isoformat()}"^^<{XSD}date>'
        case Iri():
            return _iri(value.value)
        case Text():
            return _text(value)
        case _:
            return _iri(value) if _LOOKS_LIKE_IRI.match(value) else _text(Text(value))


class _Clause:
    """Where in a query we are: a bound variable is written otherwise between SELECT and its WHERE."""

    def __init__(self, terms: Mapping[str, str]) -> None:
        self.terms, self.selecting, self.depth = terms, False, 0

    def replacement(self, token: re.Match[str]) -> str:
        """What stands in a token's place."""
        name = token["name"]
        if token["tested"]:
            return "true" if token["tested"] in self.terms else token[0]
        if name is None:
            self._step(token)
            return token[0]
        if name not in self.terms:
            return token[0]
        term = self.terms[name]
        return f"({term} AS ?{name})" if self.selecting and not self.depth else term

    def _step(self, token: re.Match[str]) -> None:
        if token["word"] and token["word"].upper() == "SELECT":
            self.selecting, self.depth = True, 0
        elif token["brace"] or (token["word"] and token["word"].upper() in {"WHERE", "FROM"}):
            self.selecting = False
        elif token["paren"]:
            self.depth += 1 if token["paren"] == "(" else -1


def _iri(iri: str) -> str:
    if _NOT_IN_IRI.search(iri) or ":" not in iri:
        raise QueryError(f"value {iri!r}: not an absolute IRI; percent-encode spaces and brackets")
    return f"<{iri}>"


def _text(text: Text) -> str:
    if _HALF.search(text.value):
        raise QueryError(f"value {text.value!r}: half of a surrogate pair is no character; decode it anew")
    literal = f'"{text.value.translate(_ESCAPES)}"'
    if text.language:
        if not re.fullmatch(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*", text.language):
            raise QueryError(
                f"value {text.value!r}: {text.language!r} is no language tag; use zh-Hans, zh-Hant or en"
            )
        return f"{literal}@{text.language}"
    return f"{literal}^^{_iri(text.datatype)}" if text.datatype else literal
