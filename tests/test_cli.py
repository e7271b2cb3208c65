"""The command line as a whole."""

from __future__ import annotations

import re
import resource
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import COMMANDS, kg

ROOT = Path(__file__).resolve().parents[1]


def run(*arguments: str, **options) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kg.cli", *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=ROOT, encoding="utf-8", **options
    )


def test_help_is_there_at_once():
    """In processor time, the best of five: other work on the machine must not fail it."""
    best = 9.0
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        assert run("--help").returncode == 0
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        best = min(best, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    assert best < 0.3


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_shows_an_example_that_parses(name):
    """The example's words are options that the command has."""
    help_text = CliRunner().invoke(kg, [name, "--help"]).output
    assert "Example" in help_text, f"kg {name} --help has no example"
    example = next(line for line in help_text.splitlines() if re.match(rf"\s+kg {name}\b", line))
    for option in re.findall(r"(?<=\s)--?[a-z][a-z-]*", example):
        assert option in help_text.replace(example, ""), f"{option} of the example is no option of kg {name}"


@pytest.mark.parametrize("group", [[], ["decide", "examples"]], ids=["kg", "kg decide"])
def test_what_a_command_does_fits_its_line(group):
    """On a terminal of 80 columns nothing is cut with dots."""
    told = CliRunner().invoke(kg, [*group, "--help"], terminal_width=80, env={"COLUMNS": "80"}).output
    assert [line for line in told.splitlines()[1:] if line.endswith("...")] == []


def test_the_command_reference_is_fresh(tmp_path):
    """Written in a process of its own, for click remembers how a command was called before."""
    written = tmp_path / "commands.md"
    subprocess.run([sys.executable, "tools/command_reference.py", str(written)], check=True, cwd=ROOT)
    assert (ROOT / "docs" / "commands.md").read_text("utf-8") == written.read_text("utf-8"), "run make docs"


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        pytest.param(["bild"], 2, "No such command 'bild'", id="no such command"),
        pytest.param(["build", "x.txt"], 2, "Missing option '-o'", id="no OUT"),
        pytest.param(["build", "absent.txt", "-o", "{tmp}/o"], 1, "absent.txt", id="no such input"),
        pytest.param(
            ["build", "README.md", "-o", "README.md"],
            1,
            "README.md: is a file; name a folder",
            id="OUT a file",
        ),
        pytest.param(
            ["build", "README.md", "-o", "docs"], 1, "holds files that no build made", id="OUT not ours"
        ),
        pytest.param(
            ["build", "README.md", "-o", "{tmp}/o", "--only", "png"],
            1,
            "'png'; known are facts",
            id="product",
        ),
        pytest.param(["evaluate", "README.md", "{tmp}"], 1, "build first", id="no facts"),
        pytest.param(["evaluate", "README.md", "README.md"], 1, "README.md:1", id="not gold"),
    ],
)
def test_a_mistake_is_told_in_one_line(arguments, code, words, tmp_path):
    done = run(*(a.replace("{tmp}", str(tmp_path)) for a in arguments))
    assert done.returncode == code
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    if code == 1:
        assert len(done.stderr.splitlines()) == 1
        assert done.stderr.startswith("kg: ")
        assert not (tmp_path / "o").exists()


def test_a_closed_pipe_is_no_error():
    done = subprocess.run(
        f"{sys.executable} -m kg.cli --help | head -c 1",
        shell=True,
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert "Traceback" not in done.stderr


def test_locale_c_prints_chinese():
    done = run(
        "--help", env={"LC_ALL": "C", "PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), "PYTHONUTF8": "0"}
    )
    assert done.returncode == 0
    assert "人脉" in done.stdout
