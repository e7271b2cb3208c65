"""identity.jsonl: why sightings of one name are one person, kept as data; and decisions that met nothing."""

from __future__ import annotations

from pathlib import Path

import orjson

from kg.model.entities import Decision, Resolution


def write_identity(resolution: Resolution, place: Path) -> None:
    """Write each judgement with its score and reasons."""
    with place.open("wb") as file:
        for row in resolution.identity_rows():
            file.write(orjson.dumps(row) + b"\n")


def unmatched_remark(decision: Decision) -> str:
    """What to tell of a decision that nothing in the articles answers to."""
    told = " ".join(word for word in (decision.kind, decision.a, decision.b) if word)
    return f"decision {told!r}: nothing in the articles answers to it; see kg decide OUT list"
