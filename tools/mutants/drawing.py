"""Which places of a room are changed, and to what."""

from __future__ import annotations

import ast
import difflib
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

SAME = re.compile(r"\s*@(?:lru_cache|cache|dataclass)\b|if TYPE_CHECKING\b")
"""Lines whose changes give the same results."""
Place = tuple[str, int, int]
"""Path in the tree, line, column."""


@dataclass(frozen=True, slots=True)
class Change:
    """One of cosmic-ray's operators at one of its places in a file: the n-th there."""

    path: str
    line: int
    operator: str
    occurrence: int

    def code(self, source: str) -> str | None:
        """The changed file; None where the operator cannot do it (cosmic-ray knows no `except a.b`)."""
        try:
            changed = mutate_code(source, get_operator(self.operator)(), self.occurrence)
        except AttributeError:
            return None
        return changed

    def told(self, source: str) -> str:
        """Where and what, with the lines before and after."""
        after = (self.code(source) or source).splitlines()
        lines = difflib.unified_diff(source.splitlines(), after, n=0, lineterm="")
        changed = [line for line in lines if re.match(r"[-+](?![-+])", line)]
        return "\n    ".join([f"{self.path}:{self.line} {self.operator.partition('/')[2]}", *changed])


def draw(tree: Path, room: str, sample: int, seed: int) -> tuple[int, list[Change]]:
    """How many places `room` has, and `sample` of them at random, each with one of its changes at random."""
    places: dict[Place, list[Change]] = {}
    sources: dict[str, str] = {}
    for path in sorted((tree / room).rglob("*.py")):
        name, source = path.relative_to(tree).as_posix(), path.read_text("utf-8")
        sources[name] = source
        left_out = without_effect(source)
        for line, column, operator, occurrence in _changes(source):
            if (line, column) not in left_out:
                places.setdefault((name, line, column), []).append(Change(name, line, operator, occurrence))
    dice = random.Random(seed)
    chosen = dice.sample(sorted(places), min(sample, len(places)))
    drawn = [dice.choice(places[place]) for place in chosen]
    return len(places), [change for change in drawn if change.code(sources[change.path]) is not None]


def _changes(source: str) -> Iterator[tuple[int, int, str, int]]:
    """Line, column, operator, occurrence of every change that cosmic-ray knows."""
    nodes = list(ast_nodes(get_ast(source)))
    for name in sorted(operator_names()):
        if not get_operator(name).arguments():
            operator = get_operator(name)()
            found = (start for node in nodes for start, _ in operator.mutation_positions(node))
            yield from ((line, column, name, number) for number, (line, column) in enumerate(found))


def without_effect(source: str) -> set[tuple[int, int]]:
    """Line and column of every character of an annotation, or of a line of which no change matters."""
    same = [number for number, line in enumerate(source.splitlines(), 1) if SAME.match(line)]
    found = {(line, column) for line in same for column in range(200)}
    for node in ast.walk(ast.parse(source)):
        for part in (getattr(node, "annotation", None), getattr(node, "returns", None)):
            if part is not None:
                lines = range(part.lineno, part.end_lineno + 1)
                found.update(
                    (line, column) for line in lines for column in range(200) if _within(part, line, column)
                )
    return found


def _within(part: ast.expr, line: int, column: int) -> bool:
    end = part.end_lineno or part.lineno, part.end_col_offset or 0
    return (part.lineno, part.col_offset) <= (line, column) < end
