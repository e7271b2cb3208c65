"""Who may import whom: read this first to know how the rooms hang together."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
KG = ROOT / "kg"

MAY_IMPORT = {
    "model": set(),
    "lexicon": {"model"},
    "read": {"model"},
    "clean": {"model", "lexicon"},
    "extract": {"model", "lexicon"},
    "resolve": {"model", "lexicon"},
    "rdf": {"model", "lexicon"},
    "store": {"model"},
    "export": {"model"},
    "ask": {"model", "lexicon"},
    "run": {"model", "lexicon", "read", "clean", "extract", "resolve", "rdf", "store", "export"},
}
"""Room → the rooms it may know. Data flows one way; rooms meet in the model; only kg/run knows the order."""

LOOK_ON_FROM_OUTSIDE = {"cli", "serve", "evaluate"}  # may import any room, and no room imports them

SPOKEN_TO_IN = {
    "jieba": "kg/extract/segment.py",
    "rjieba": "kg/extract/segment.py",
    "pyoxigraph": "kg/store",
    "oxrdflib": "kg/store",
    "pyvis": "kg/export/view",
    "opencc": ("kg/clean", "kg/export/view"),  # the page finds 國 by 国 …
    "pypinyin": ("kg/clean", "kg/export/view"),  # … and by guo
    "ftfy": "kg/clean",
    "charset_normalizer": "kg/read",
    "trafilatura": "kg/read",
    "pyspark": "kg/run",
    "starlette": "kg/serve",
    "uvicorn": "kg/serve",
    "networkx": ("kg/export", "kg/cli/analyse.py"),  # the command names its type only
    "pyarrow": ("kg/read", "kg/export", "kg/run"),
}
"""Library → the one place that knows its name."""

HEAVY = (
    "jieba",
    "rjieba",
    "pyvis",
    "rdflib",
    "pyoxigraph",
    "networkx",
    "opencc",
    "trafilatura",
    "pypinyin",
    "numpy",
)


def files() -> list[Path]:
    return sorted(KG.rglob("*.py"))


def imports_of(path: Path) -> Iterator[str]:
    """Every module that a file imports, also those inside functions."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"), str(path))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}: relative imports hide which room is meant"
            if node.module == "kg":
                yield from (f"kg.{alias.name}" for alias in node.names)
            else:
                yield node.module or ""


def room_of(path: Path) -> str:
    parts = path.relative_to(KG).parts
    return parts[0] if len(parts) > 1 else ""


@pytest.mark.parametrize("path", files(), ids=lambda p: p.relative_to(ROOT).as_posix())
def test_rooms_import_only_whom_they_may(path):
    room = room_of(path)
    if not room or room in LOOK_ON_FROM_OUTSIDE:
        return
    known = {name.split(".")[1] for name in imports_of(path) if name.startswith("kg.")} - {
        "__version__",
        room,
    }
    assert known <= MAY_IMPORT[room], f"{path.relative_to(ROOT)} knows {sorted(known - MAY_IMPORT[room])}"


@pytest.mark.parametrize("path", files(), ids=lambda p: p.relative_to(ROOT).as_posix())
def test_a_library_is_spoken_to_in_one_place(path):
    here = path.relative_to(ROOT).as_posix()
    for name in imports_of(path):
        places = SPOKEN_TO_IN.get(name.split(".")[0], here)
        assert here.startswith(places), f"{here} imports {name}, which belongs to {places}"


def test_every_room_is_in_the_table():
    rooms = {p.name for p in KG.iterdir() if (p / "__init__.py").is_file()}
    assert rooms <= set(MAY_IMPORT) | LOOK_ON_FROM_OUTSIDE


@pytest.mark.parametrize(
    "statement", ["import kg", "import kg.cli", "import kg.run.build", "import kg.model.rows"]
)
def test_importing_loads_nothing_heavy(statement):
    found = _loaded_by(statement)
    allowed = {"numpy"} if statement == "import kg.run.build" else set()
    assert not found - allowed


def test_help_loads_nothing_heavy():
    found = _loaded_by(
        "from click.testing import CliRunner; from kg.cli import kg; CliRunner().invoke(kg, ['--help'])"
    )
    assert not found


def _loaded_by(statement: str) -> set[str]:
    probe = f"import sys; {statement}; print(*(m for m in {HEAVY!r} if m in sys.modules))"
    return set(
        subprocess.run(
            [sys.executable, "-c", probe], capture_output=True, text=True, check=True
        ).stdout.split()
    )


@pytest.mark.parametrize("path", files(), ids=lambda p: p.relative_to(ROOT).as_posix())
def test_text_files_are_opened_as_utf8(path):
    """Under locale C a forgotten encoding breaks on the first Chinese character."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and is_text(node):
            assert "encoding" in {k.arg for k in node.keywords}, f"{path}:{node.lineno}"


def is_text(call: ast.Call) -> bool:
    """Whether a call opens, reads or writes text, and gives no encoding by its place."""
    name, given = getattr(call.func, "attr", getattr(call.func, "id", "")), call.args
    match name:
        case "write_text":
            return len(given) < 2
        case "read_text":
            return not given
        case "open" | "fdopen" | "TemporaryFile" | "NamedTemporaryFile":
            words = [a.value for a in given[:2] if isinstance(a, ast.Constant) and isinstance(a.value, str)]
            modes = [word for word in words if re.fullmatch("[rwaxbt+]+", word)]
            return any("b" not in mode for mode in modes) or (name == "open" and not given)
    return False
