"""One regular expression for many words, fast: alternatives that share a beginning are written once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any


def pattern_of(words: Iterable[str]) -> str:
    """A pattern that matches the longest of `words` at a place.

    Python tries alternatives one after the other; factored by first characters, a text in which few words begin is
    passed at the speed of a character class.
    """
    root: dict[str, Any] = {}
    for word in sorted(set(words)):
        node = root
        for character in word:
            node = node.setdefault(character, {})
        node[""] = {}
    return _alternatives(root)


def _alternatives(node: dict[str, Any]) -> str:
    ends = "" in node
    plain = "".join(re.escape(c) for c, rest in node.items() if c and list(rest) == [""])
    longer = [re.escape(c) + _alternatives(rest) for c, rest in node.items() if c and list(rest) != [""]]
    branches = longer + ([f"[{plain}]" if len(plain) > 1 else plain] if plain else [])
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 and not ends else f"(?:{'|'.join(branches)})"
    return joined + "?" if ends else joined
