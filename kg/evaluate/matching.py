"""What counts as equal, and how predictions are matched to gold."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

Row = dict[str, Any]
DOTS = str.maketrans(dict.fromkeys("・•‧∙⋅●.．", "·"))
QUOTES = "《》“”\"'"


def folded(text: object) -> str:
    """A name without differences of width, case, spaces, quotes and the dots in foreign names."""
    if text is None:
        return ""
    plain = unicodedata.normalize("NFKC", str(text)).lower().translate(DOTS)
    return "".join(c for c in plain if not c.isspace()).strip(QUOTES)


def name_of(item: str | Row) -> str:
    """The folded name of a row, or of a bare name."""
    return folded(item if isinstance(item, str) else item.get("name"))


@dataclass(frozen=True, slots=True)
class Figure:
    """Hits, predictions and gold facts of one row of the table, and what follows from them."""

    hits: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: Figure) -> Figure:
        return Figure(self.hits + other.hits, self.predicted + other.predicted, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """The share of predictions that are right; 0 where there are none."""
        return self.hits / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of gold facts that were found; 0 where there are none."""
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def to_json(self) -> dict[str, float]:
        """As `kg evaluate --json` prints it."""
        return {
            "tp": self.hits, "predicted": self.predicted, "gold": self.gold,
            "precision": round(self.precision, 4), "recall": round(self.recall, 4), "f1": round(self.f1, 4),
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Outcome:
    """One row in one article: the figure, what was missed and what was wrong."""

    figure: Figure
    missed: tuple[Any, ...]
    wrong: tuple[Any, ...]


def match(
    gold: Iterable[Any], predicted: Iterable[Any], same: Callable[[Any, Any], bool], maybe: Iterable[Any] = ()
) -> Outcome:
    """Match one to one, first come first served; a prediction that only `maybe` has is not counted."""
    left, wrong, hits = list(gold), [], 0
    total, doubtful = len(left), list(maybe)
    for fact in predicted:
        found = next((g for g in left if same(g, fact)), None)
        if found is not None:
            left.remove(found)
            hits += 1
        elif not any(same(m, fact) for m in doubtful):
            wrong.append(fact)
    return Outcome(Figure(hits, hits + len(wrong), total), tuple(left), tuple(wrong))


def distinct(items: Iterable[Any], key: Callable[[Any], Any]) -> Sequence[Any]:
    """One item for each key: the last, in the place of the first."""
    return list({key(item): item for item in items}.values())
