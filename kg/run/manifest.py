"""manifest.json: what went into a build, what came out, and with which program."""

from __future__ import annotations

import platform
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field, fields
from datetime import UTC, datetime
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any

import orjson

from kg import __version__
from kg.model.digests import folder_digest
from kg.model.facts import ArticleFacts
from kg.model.settings import Settings
from kg.read.source import printable
from kg.run.batches import code_version

LISTED_FILES = 200  # an input folder with more is given by one digest over all


@dataclass(slots=True)
class Counts:
    """What a build counted; all in units of their name, `chars` in code points of the source."""

    articles: int = 0
    rejected: int = 0
    reused: int = 0  # articles whose facts were already there from an earlier run
    chars: int = 0
    mentions: int = 0
    tenure_statements: int = 0
    event_reports: int = 0
    persons: int = 0
    organizations: int = 0
    tenures: int = 0
    events: int = 0
    conflicts: int = 0
    triples: int = 0
    cleaned: dict[str, int] = field(default_factory=dict)

    def add(self, facts: ArticleFacts) -> None:
        """Count one article."""
        self.articles += 1
        self.chars += facts.chars
        self.mentions += sum(len(m.evidence) for m in (*facts.persons, *facts.organizations))
        self.tenure_statements += len(facts.tenures)
        self.event_reports += len(facts.events)
        for damage in facts.damage:
            self.cleaned[damage.kind] = self.cleaned.get(damage.kind, 0) + 1

    def take(self, other: Counts) -> None:
        """Add what was counted elsewhere of other articles."""
        for name in (own.name for own in fields(self) if own.name != "cleaned"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for kind, count in other.cleaned.items():
            self.cleaned[kind] = self.cleaned.get(kind, 0) + count

    def to_json(self) -> dict[str, Any]:
        """As it stands in the manifest and in `kg build --json`."""
        return {**asdict(self), "cleaned": dict(sorted(self.cleaned.items()))}


@dataclass(slots=True)
class Manifest:
    """The record of one build; the clock appears here and nowhere else."""

    counts: Counts
    settings: Settings
    inputs: list[dict[str, Any]] = field(default_factory=list)
    products: dict[str, dict[str, Any]] = field(default_factory=dict)
    stages: dict[str, float] = field(default_factory=dict)  # seconds
    workers: int = 1
    engine: str = "local"
    remarks: list[str] = field(default_factory=list)
    started: str = ""
    finished: str = ""

    def to_json(self) -> dict[str, Any]:
        """The whole record."""
        return {
            "program": {
                "name": "renmai",
                "version": __version__,
                "code": code_version(),
                "python": platform.python_version(),
            },
            "started": self.started,
            "finished": self.finished,
            "engine": self.engine,
            "workers": self.workers,
            "inputs": self.inputs,
            "settings": asdict(self.settings),
            "counts": self.counts.to_json(),
            "stages": {name: round(seconds, 3) for name, seconds in self.stages.items()},
            "products": self.products,
            "remarks": self.remarks,
        }

    def write(self, path: Path) -> None:
        """Write it, indented."""
        path.write_bytes(orjson.dumps(self.to_json(), option=orjson.OPT_INDENT_2) + b"\n")


def now() -> str:
    """This second, UTC, ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def inputs_record(inputs: Sequence[str]) -> list[dict[str, Any]]:
    """Name and SHA-256 of every input; a folder's is taken over the names and digests of its files."""
    return [_input_record(name) for name in inputs]


def _input_record(name: str) -> dict[str, Any]:
    path = Path(name)
    if path.is_file():
        return {"path": printable(name), **_file_record(path)}
    if not path.is_dir():
        return {"path": printable(name)}  # standard input or a glob
    files = {p.relative_to(path).as_posix(): _file_record(p) for p in sorted(path.rglob("*")) if p.is_file()}
    whole = sha256(
        "".join(f"{k}\0{v['sha256']}\n" for k, v in files.items()).encode("utf-8", "surrogateescape")
    )
    record: dict[str, Any] = {"path": printable(name), "files": len(files), "sha256": whole.hexdigest()}
    if len(files) <= LISTED_FILES:
        record["listed"] = [{"path": printable(k), **v} for k, v in files.items()]
    return record


def _file_record(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            return {"bytes": path.stat().st_size, "sha256": file_digest(file, "sha256").hexdigest()}
    except OSError:  # the reader rejects it with the reason
        return {"bytes": 0, "sha256": ""}


def product_record(path: Path) -> dict[str, Any]:
    """Size and SHA-256 of a product; a folder's is taken over the names and digests of its files."""
    if path.is_dir():
        size = sum(p.stat().st_size for p in path.rglob("*") if p.is_file())
        return {"bytes": size, "sha256": folder_digest(path)}
    return _file_record(path)
