"""What an engine says of a wrong query, in words that tell what to do."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.store.binding import TOKEN

_UPDATES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"})
_FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
_PREFIXED = re.compile(r"(?<![\w.<-])([A-Za-z][\w-]*):(?!//)")
_DECLARED = re.compile(r"(?i:prefix)\s+([A-Za-z][\w-]*):")


def complaint(error: BaseException, query: str, prefixes: Mapping[str, str]) -> str:
    """One line on why a query cannot be answered."""
    if is_update(query):
        return "query: this is an update, and graphs are read-only; change the articles and build again"
    plain = TOKEN.sub(lambda t: t[0] if t["word"] or t["listed"] else " ", query)
    unknown = set(_PREFIXED.findall(plain)) - set(prefixes) - set(_DECLARED.findall(plain))
    if unknown:
        return f"query: prefix {min(unknown)}: is not known; declare it, or use one of {', '.join(prefixes)}"
    if not any((t["word"] or "").upper() in _FORMS for t in TOKEN.finditer(query)):
        return "query: begin with SELECT, ASK, CONSTRUCT or DESCRIBE, after the PREFIX lines if there are any"
    said = str(error).strip().splitlines() or [type(error).__name__]
    return f"query: {_short(said[0])}"


def is_update(query: str) -> bool:
    """Whether the first keyword that decides it is one of SPARQL Update."""
    for token in TOKEN.finditer(query):
        word = (token["word"] or "").upper()
        if word in _UPDATES | _FORMS:
            return word in _UPDATES
    return False


def _short(said: str) -> str:
    """Without the parser's list of every character class that could have stood there."""
    return said if len(said) <= 160 else said[:157] + "…"
