"""Words that report happenings, and the user's own beside them."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from kg.lexicon.wordlist import any_of
from kg.model.errors import LexiconError

FRAMES = frozenset(
    {"meets", "mourns", "writes", "tours", "travels", "does", "suffers", "honours", "issues", "gathers"}
)


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word of an event type; `frame` says how its sentence casts its people."""

    type: str
    frame: str
    word: str
    veto: tuple[str, ...] = ()
    after: tuple[str, ...] = ()

    def fits(self, text: str, start: int, end: int) -> bool:
        """Whether the word at [start, end) is the act, not part of a name of something else (会见厅)."""
        vetoed = text.startswith(self.veto, end) and not text.startswith("前来", end)  # 会见|前来出席…的某某
        return not vetoed and not text.endswith(self.after, 0, start)


@dataclass(frozen=True, slots=True)
class Triggers:
    """All triggers, with one expression that finds any of them."""

    words: dict[str, Trigger]
    pattern: re.Pattern[str]
    verbs: tuple[str, ...]
    acts: tuple[str, ...]
    gatherings: dict[str, str]  # noun of an assembly → event type


@cache
def triggers(path: str = "") -> Triggers:
    """The triggers of the package, with those of the TOML file `path` added where one is given.

    Raises:
        LexiconError: the file cannot be read, or a trigger lacks a type, words or a known frame.
    """
    own = tomllib.loads(files("kg.lexicon").joinpath("triggers.toml").read_text("utf-8"))
    found = {t.word: t for t in _triggers(own, "kg/lexicon/triggers.toml")}
    if path:
        found.update((t.word, t) for t in _triggers(_user_file(path), path))
    gatherings = {noun: kind for kind, nouns in own["gatherings"].items() for noun in nouns}
    speech = own["speech"]
    return Triggers(
        found,
        re.compile(any_of(found)),
        tuple(speech["verbs"]),
        tuple(speech["acts"]),
        gatherings,
    )


def _user_file(path: str) -> dict[str, Any]:
    try:
        return tomllib.loads(Path(path).read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(
            f"{path}: no readable TOML of triggers ({error}); see docs/guide.md, triggers"
        ) from error


def _triggers(table: dict[str, Any], path: str) -> list[Trigger]:
    made = []
    for number, row in enumerate(table.get("trigger", []), 1):
        frame = row.get("frame", "does")
        if not row.get("type") or not row.get("words") or frame not in FRAMES:
            raise LexiconError(
                f"{path}: trigger {number} needs a type, words, and a frame of {', '.join(sorted(FRAMES))}"
            )
        veto, after = tuple(row.get("veto", ())), tuple(row.get("after", ()))
        made += [Trigger(row["type"], frame, word, veto, after) for word in row["words"]]
    return made
