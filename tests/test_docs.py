"""What the documentation shows can be done: every command of README and guide runs, all it names is there."""

from __future__ import annotations

import json
import re
import shlex
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest
from click import Context
from click.testing import CliRunner

from kg.cli import COMMANDS, kg
from kg.model.article import Article
from kg.model.settings import Settings
from kg.run.facts import facts_of

ROOT = Path(__file__).resolve().parents[1]
PAGES = [*ROOT.glob("README*.md"), *(ROOT / "docs").glob("guide*.md")]
FOLDERS = ("kg", "tests", "tools", "benchmarks", "docs", "ontology", "examples", "web")
DOCUMENTS = [
    *ROOT.glob("*.md"),
    *(page for name in (*FOLDERS, "outputs") for page in ROOT.glob(f"{name}/**/*.md") if "node_modules" not in page.parts),
]  # fmt: skip
# These need a client, a server, other builds, an id, gold, or a file of your own.
NOT_HERE = {"serve", "publish", "diff", "event", "evaluate", "background"}


def commands(page: Path) -> list[str]:
    """Every `kg …` line of the shell blocks of a page."""
    blocks = re.findall(r"^```sh\n(.*?)^```", page.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    lines = (line.split("  #")[0].strip() for block in blocks for line in block.splitlines())
    return [line.removeprefix(".venv/bin/") for line in lines if re.match(r"(\.venv/bin/)?kg ", line)]


@pytest.fixture(scope="module")
def place(tmp_path_factory) -> Path:
    """A folder with the examples, built as the guide begins."""
    folder = tmp_path_factory.mktemp("reader")
    (folder / "examples").symlink_to(ROOT / "examples")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        done = CliRunner().invoke(kg, ["build", "examples/articles", "-o", "outputs/demo", "--workers", "1"])
    assert done.exit_code == 0, done.output
    return folder


def examples() -> list[str]:
    """Every line of the examples that the commands' help shows."""
    found = []
    for name in COMMANDS:
        text = CliRunner().invoke(kg, [name, "--help"]).output
        found += [line.split("|")[0].strip() for line in text.splitlines() if re.match(r"\s+kg \w", line)]
    return found


@pytest.mark.parametrize("line", sorted({c for page in PAGES for c in commands(page)} | set(examples())))
def test_a_command_that_is_shown_runs(line, place, monkeypatch):
    monkeypatch.chdir(place)
    arguments = shlex.split(line)[1:]
    if arguments[0] in NOT_HERE:
        assert CliRunner().invoke(kg, [arguments[0], "--help"]).exit_code == 0
        return
    done = CliRunner().invoke(kg, arguments)
    assert done.exit_code == 0, f"{line}\n{done.output}\n{done.exception!r}"
    assert done.output or "-o" in arguments or "list" in arguments or arguments[0] == "decide"


@pytest.mark.parametrize("page", DOCUMENTS, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(page):
    text = page.read_text("utf-8")
    for target in [*re.findall(r"\]\(([^)#\s]+)", text), *re.findall(r'<img src="([^"]+)"', text)]:
        if not target.startswith(("http://", "https://", "mailto:")):
            assert (page.parent / target).exists(), f"{page.name} points to {target}"


@pytest.mark.parametrize("page", DOCUMENTS, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_every_file_that_is_named_is_there(page):
    named = re.findall(rf"(?<![\w./-])((?:{'|'.join(FOLDERS)})/[\w./*-]*[\w*])", page.read_text("utf-8"))
    assert {path for path in named if not any(ROOT.glob(path))} <= {
        "kg/serve/explorer/built"
    }  # by `make web`


@pytest.mark.parametrize("page", DOCUMENTS, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_every_test_that_is_named_is_there(page):
    for path, name in re.findall(r"`([\w/]+\.py)::(\w+)", page.read_text("utf-8")):
        assert f"def {name}(" in (ROOT / path).read_text("utf-8"), f"{page.name} names {path}::{name}"


@pytest.mark.parametrize("page", DOCUMENTS, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_every_target_of_make_that_is_named_is_there(page):
    rules = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"`make ([a-z-]+)", page.read_text("utf-8"))) <= rules


@pytest.mark.parametrize("page", DOCUMENTS, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_every_option_that_is_named_is_known(page):
    """What stands between backquotes and begins with `kg`, whether it can be run here or not."""
    for line in re.findall(r"`kg ([a-z]+ [^`]*)`", page.read_text("utf-8")):
        command, *words = line.split()
        known = {option for p in kg.get_command(Context(kg), command).params for option in p.opts}
        assert {word for word in words if re.match("--[a-z]", word)} <= known | {"--help"}, line


def test_both_guides_tell_the_same():
    """As many sections, the same commands, the same settings: all that there are."""
    told = [(ROOT / "docs" / name).read_text("utf-8") for name in ("guide.md", "guide.zh.md")]
    assert len({len(re.findall("^## ", text, re.MULTILINE)) for text in told}) == 1
    assert commands(ROOT / "docs/guide.md") == commands(ROOT / "docs/guide.zh.md")
    one, other = (tomllib.loads(re.search(r"```toml\n(.*?)```", text, re.DOTALL)[1]) for text in told)
    assert one == other
    assert set(one) == {field.name for field in fields(Settings)}


def test_the_settings_of_the_guide_are_read(tmp_path):
    shown = re.search(r"```toml\n(.*?)```", (ROOT / "docs/guide.md").read_text("utf-8"), re.DOTALL)[1]
    (tmp_path / "my.toml").write_text(shown, "utf-8")
    assert Settings.from_toml(tmp_path / "my.toml").plugins == ("my-extractor",)


def test_the_form_of_facts_is_the_one_written_down(place):
    """docs/facts.md shows every key that a row has, and no other."""
    text = (ROOT / "docs" / "facts.md").read_text("utf-8")
    shown = json.loads(re.search(r"```json\n(.*?)```", text, re.DOTALL)[1])
    rows = [json.loads(line) for line in (place / "outputs/demo/facts.jsonl").read_text("utf-8").splitlines()]
    assert keys_of(shown) == {path for row in rows for path in keys_of(row)} - {"meta.reprint_of"}


def keys_of(value: object, path: str = "") -> set[str]:
    """Every key at any depth, as a path."""
    if isinstance(value, dict):
        below = (
            keys_of(v, f"{path}.{k}".lstrip(".")) | {f"{path}.{k}".lstrip(".")} for k, v in value.items()
        )
        return set().union(*below)
    if isinstance(value, list):
        return set().union(*(keys_of(item, path + "[]") for item in value))
    return set()


def test_the_notebook_runs(place, monkeypatch, capsys):
    monkeypatch.chdir(place)
    notebook = json.loads((ROOT / "examples" / "first-steps.ipynb").read_text("utf-8"))
    names: dict[str, object] = {}
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            exec("".join(cell["source"]), names)
            assert not cell["outputs"]
    printed = capsys.readouterr().out
    assert "符晓岚" in printed
    assert "16 articles" in printed


def test_the_example_of_the_grammar_is_what_is_read():
    page = (ROOT / "docs" / "grammar.md").read_text("utf-8")
    sentence = re.search("An example.*「(.*)」", page)[1]
    rows = re.findall(r"^\| (\S+) \| (\S+) \| (\S+) \| (explicit|context|elided)", page, re.MULTILINE)
    facts = facts_of(Article(id="example", text=sentence, date="2021-02-05"), Settings())
    assert [(t.person, t.post, t.organization, t.resolved_by) for t in facts.tenures] == rows
    [event] = facts.events
    assert (event.type, event.start, event.places, event.open_list) == (
        "condolence",
        "2021-02-03",
        ("太原市",),
        True,
    )
    assert [p.role for p in event.participants] == ["lead", *["accompany"] * 3]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_the_python_of_the_pages_runs(page, place, monkeypatch, capsys):
    monkeypatch.chdir(place)
    for block in re.findall(r"^```python\n(.*?)^```", page.read_text("utf-8"), re.DOTALL | re.MULTILINE):
        exec(block, {})
        assert capsys.readouterr().out
