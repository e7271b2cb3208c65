"""The whole table: every article of the gold, every row, the evidence, the floors."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import orjson

from kg.evaluate.matching import Figure, Row
from kg.evaluate.rows import compare
from kg.model.errors import KgError

FACT_KINDS = ("roles", "events")


@dataclass(slots=True)
class Scores:
    """The figures by row, the errors by row, and how many facts stand without exact evidence."""

    articles: int
    predicted: int
    figures: dict[str, Figure] = field(default_factory=dict)
    errors: dict[str, list[Row]] = field(default_factory=dict)
    facts: int = 0
    without_evidence: int = 0


def read_rows(path: Path) -> dict[str, Row]:
    """JSON lines by their "id".

    Raises:
        KgError: a line is no JSON object or has no id.
    """
    rows: dict[str, Row] = {}
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        if line.strip():
            try:
                row = orjson.loads(line)
                rows[row["id"]] = row
            except (orjson.JSONDecodeError, KeyError, TypeError) as error:
                raise KgError(
                    f"{path}:{number}: no facts row ({error}); each line is an object with an id"
                ) from error
    return rows


def score(
    gold: Mapping[str, Row], predicted: Mapping[str, Row], texts: Mapping[str, Row] | None = None
) -> Scores:
    """Compare article by article; an article that was not predicted counts as found empty."""
    scores = Scores(len(gold), sum(identity in predicted for identity in gold))
    for identity, stated in gold.items():
        said = predicted.get(identity) or {}
        for name, outcome in compare(stated, said):
            scores.figures[name] = scores.figures.get(name, Figure()) + outcome.figure
            errors = scores.errors.setdefault(name, [])
            errors.extend({"id": identity, "missed": fact} for fact in outcome.missed)
            errors.extend({"id": identity, "wrong": fact} for fact in outcome.wrong)
        if texts and identity in texts:
            _check_evidence(scores, said, texts[identity]["text"])
    return scores


def _check_evidence(scores: Scores, said: Row, text: str) -> None:
    for kind in FACT_KINDS:
        for fact in said.get(kind) or []:
            scores.facts += 1
            spans = fact.get("evidence") or []
            exact = all(text[span["start"] : span["end"]] == span.get("quote") for span in spans)
            scores.without_evidence += not (spans and exact)


def shortfalls(scores: Scores, floors: Path) -> Iterator[str]:
    """Say in a line each which F1 lies below its floor (a TOML table "floors": row = F1).

    Raises:
        KgError: the file is no such table, or names a row that does not exist.
    """
    try:
        table = tomllib.loads(floors.read_text("utf-8"))["floors"]
    except (tomllib.TOMLDecodeError, KeyError) as error:
        raise KgError(
            f'{floors}: no table of floors ({error}); write [floors] and lines "roles strict" = 0.85'
        ) from error
    for name, floor in table.items():
        if name not in scores.figures:
            raise KgError(f"{floors}: there is no row {name!r}; rows are {', '.join(scores.figures)}")
        if scores.figures[name].f1 < floor:
            yield f"{name}: F1 {scores.figures[name].f1:.4f} is below its floor {floor}"
