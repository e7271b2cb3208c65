"""The index with every way to type a name, simplified, traditional, pinyin, initials, and with the overview."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from kg.serve.explorer.index import ways
from kg.serve.explorer.overview import make_overview

SHORT_FORM = 8  # characters; nobody types the pinyin of a longer name that is not the main one


def spell_index(plain: Path, path: Path) -> None:
    """Write to `path` what `plain` holds, and what takes a while to make."""
    shutil.copyfile(plain, path)
    with sqlite3.connect(path) as base:
        base.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;")
        _spell(base)
        make_overview(base)


def _spell(base: sqlite3.Connection) -> None:
    rows, forms = [], list[tuple[str, int]]()
    for number, kind, typed, tight in base.execute("SELECT n, kind, typed, tight FROM thing ORDER BY n"):
        names = typed[1:-1].split("|")
        typed_too, tight_too = ways(_spellings(names, kind == "person"))
        rows.append((typed + typed_too[1:], tight + tight_too[1:], number))
        known = set(tight.split("|"))
        forms += [(f, number) for f in dict.fromkeys(tight_too[1:-1].split("|")) if f not in known]
    base.executemany("UPDATE thing SET typed = ?, tight = ? WHERE n = ?", rows)
    base.executemany("INSERT INTO form VALUES (?, ?)", forms)


def _spellings(names: list[str], is_person: bool) -> Iterator[str]:
    """How the main name, the first, and the short other ones may be typed besides."""
    from kg.clean.script import simplify
    from kg.export.view.spelling import typed_as

    yield typed_as(names[0], is_person)
    for name in names[1:]:
        plain = simplify(name)
        if plain != names[0] and len(plain) <= SHORT_FORM:
            yield f"{plain}|{typed_as(plain, is_person)}"
