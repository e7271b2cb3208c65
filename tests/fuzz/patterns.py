"""Every compiled expression of kg/, and strings made to keep each of them busy."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import random
import re
import warnings
from collections.abc import Iterator
from re import _constants as c  # type: ignore[attr-defined]
from re import _parser as sre_parse  # type: ignore[attr-defined]
from typing import Any

import kg

ROOMS = ("model", "lexicon", "read", "clean", "extract", "resolve", "rdf", "store", "ask", "export", "serve")
GENERIC = (
    "、",
    "（",
    "）",
    "“",
    "《",
    "·",
    " ",
    "\n",
    "，",
    "1",
    "a",
    "的",
    "李",
    "?",
    "&",
    "\ue000",
    "\ue400",
    "\ue800",
)


def patterns() -> dict[str, re.Pattern[str]]:
    """Expressions of modules, and of their functions without arguments, by where they are."""
    found: dict[str, re.Pattern[str]] = {}
    for module in pkgutil.walk_packages(kg.__path__, "kg."):
        if module.name.split(".")[1] not in ROOMS:
            continue
        loaded = importlib.import_module(module.name)
        for name, value in vars(loaded).items():
            if getattr(value, "__module__", None) == module.name and hasattr(value, "cache_info"):
                needed = [p for p in inspect.signature(value).parameters.values() if p.default is p.empty]
                value = None if needed else value()  # noqa: PLW2901
            for number, pattern in enumerate(_within(value)):
                if isinstance(pattern.pattern, str):
                    found[f"{module.name}.{name}" + (f"[{number}]" if number else "")] = pattern
    return found


def _within(value: Any) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, tuple | list) and len(value) < 200:
        for one in value:
            yield from _within(one)
    elif isinstance(value, dict) and len(value) < 200:
        for one in value.values():
            yield from _within(one)
    else:
        for slot in getattr(type(value), "__slots__", ()):
            yield from _within(getattr(value, slot, None))


def hostile_to(pattern: re.Pattern[str]) -> list[str]:
    """Short strings that, repeated, match `pattern` again and again, or nearly so."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tree = sre_parse.parse(pattern.pattern, pattern.flags & ~re.DEBUG)
    made: dict[str, None] = dict.fromkeys(GENERIC)
    for seed in range(8):
        word = "".join(_word(tree, random.Random(seed), {}))
        for part in (word, word[:-1], word[: len(word) // 2], word[:1], word[-1:]):
            if part:
                made[part[:200]] = None
    return list(made)


def _word(tree: Any, rng: random.Random, groups: dict[int, str]) -> Iterator[str]:
    for kind, value in tree:
        match kind:
            case c.LITERAL:
                yield chr(value)
            case c.NOT_LITERAL:
                yield "甲" if chr(value) != "甲" else "乙"
            case c.ANY:
                yield "甲"
            case c.IN:
                yield _one_of(value, rng)
            case c.BRANCH:
                yield from _word(rng.choice(value[1]), rng, groups)
            case c.SUBPATTERN:
                groups[value[0]] = "".join(_word(value[3], rng, groups))
                yield groups[value[0]]
            case c.GROUPREF:
                yield groups.get(value, "")
            case c.ATOMIC_GROUP:
                yield from _word(value, rng, groups)
            case c.MAX_REPEAT | c.MIN_REPEAT | c.POSSESSIVE_REPEAT:
                least, most, body = value
                for _ in range(rng.randint(least, min(int(most), max(least, 3)))):
                    yield from _word(body, rng, groups)
            case c.ASSERT:
                if rng.random() < 0.5:
                    yield from _word(value[1], rng, groups)


def _one_of(choices: Any, rng: random.Random) -> str:
    if choices[0][0] is c.NEGATE:
        banned = re.compile(f"[{''.join(_class_of(choices[1:]))}]")
        return next((x for x in "甲a1、，。 \n（李" if not banned.match(x)), "\x01")
    kind, value = rng.choice(choices)
    match kind:
        case c.LITERAL:
            return chr(value)
        case c.RANGE:
            return chr(rng.randint(*value))
    return {c.CATEGORY_DIGIT: "1", c.CATEGORY_SPACE: " ", c.CATEGORY_WORD: "甲"}.get(value, "甲")


def _class_of(choices: Any) -> Iterator[str]:
    letters = {c.CATEGORY_DIGIT: r"\d", c.CATEGORY_SPACE: r"\s", c.CATEGORY_WORD: r"\w",
               c.CATEGORY_NOT_DIGIT: r"\D", c.CATEGORY_NOT_SPACE: r"\S", c.CATEGORY_NOT_WORD: r"\W"}  # fmt: skip
    for kind, value in choices:
        match kind:
            case c.LITERAL:
                yield re.escape(chr(value))
            case c.RANGE:
                yield "-".join(re.escape(chr(v)) for v in value)
            case c.CATEGORY:
                yield letters[value]
