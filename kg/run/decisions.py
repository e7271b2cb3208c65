"""decisions.jsonl: people's judgements, replayed by every build."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import orjson

from kg.model.entities import Decision
from kg.model.errors import KgError

KINDS = ("same", "different", "means", "forget")


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """Read the decisions of an OUT; none where the file is absent.

    Raises:
        KgError: a line is no decision.
    """
    if not path.exists():
        return ()
    lines = path.read_bytes().splitlines()
    return tuple(_decision(line, f"{path}:{number}") for number, line in enumerate(lines, 1) if line.strip())


def _decision(line: bytes, where: str) -> Decision:
    try:
        decision = Decision(**orjson.loads(line))
        if any(not isinstance(value, str) for value in asdict(decision).values()):
            raise TypeError("every value is a text")
    except (orjson.JSONDecodeError, TypeError) as error:
        reason = " ".join(str(error).split())  # it may quote a key, line ends and all
        raise KgError(
            f"{where}: no decision ({reason}); mend or remove the line, see docs/guide.md"
        ) from error
    if decision.kind not in KINDS:
        raise KgError(f"{where}: a decision's kind is one of {', '.join(KINDS)}, not {decision.kind!r}")
    return decision
