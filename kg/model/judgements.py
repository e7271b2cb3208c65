"""People's decisions as JSON lines: read, written, and how they name a person for good.

A person's id is made of the earliest sighting and may change when older articles come in. So a decision names a
person as "符晓岚#山西省总工会/主席": a name and a post held. "p-…" and a bare name (all of that name) are understood too.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from kg.model.entities import Decision
from kg.model.errors import KgError

KINDS = ("same", "different", "means", "forget")


def selector(name: str, body: str, post: str) -> str:
    """How a decision names the person of that name who holds a post of a body ("" for an occupation)."""
    return f"{name}#{body}/{post}"


def read_judgements(path: Path) -> list[Decision]:
    """The decisions of a file, in order; none where there is no file.

    Raises:
        KgError: a line is no decision.
    """
    if not path.exists():
        return []
    lines = path.read_text("utf-8").splitlines()
    return [parse(line, f"{path}:{number}") for number, line in enumerate(lines, 1) if line.strip()]


def parse(line: str, where: str) -> Decision:
    """One decision of a JSON line.

    Raises:
        KgError: it is none; the message begins with `where`.
    """
    try:
        decision = Decision(**json.loads(line))
    except (json.JSONDecodeError, TypeError) as error:
        raise KgError(f"{where}: no decision ({error}); mend or remove the line") from error
    if decision.kind not in KINDS:
        raise KgError(f"{where}: a decision's kind is one of {', '.join(KINDS)}, not {decision.kind!r}")
    if not decision.a or (decision.kind != "forget" and not decision.b):
        raise KgError(f'{where}: "{decision.kind}" needs {"a" if not decision.a else "b"}; add it')
    return decision


def line_of(decision: Decision) -> str:
    """A decision as a JSON line, without the fields that are empty."""
    fields = {name: value for name, value in asdict(decision).items() if value}
    return json.dumps(fields, ensure_ascii=False) + "\n"


def write_judgements(path: Path, decisions: Iterable[Decision]) -> None:
    """Write decisions, each once, in order; the file appears whole or not at all."""
    beside = path.with_name(path.name + ".part")
    beside.write_text("".join(dict.fromkeys(line_of(d) for d in decisions)), encoding="utf-8")
    beside.replace(path)
