"""What comes with us: licences, the bill of materials, packages of the same bytes that install and build from an empty venv."""

from __future__ import annotations

import ast
import hashlib
import json
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from pathlib import Path

import pytest

import kg
from tools import dependencies

ROOT = Path(__file__).resolve().parents[1]
WITHIN_SPARK = {
    "kg/run/spark/frames.py"
}  # between processes of one Spark job, as Spark itself does; never read from a user's file
UNSAFE = {"pickle", "cPickle", "dill", "joblib", "shelve", "marshal", "cloudpickle"}


@pytest.fixture(scope="module")
def packages() -> dict[str, dependencies.Package]:
    return dependencies.packages()


def test_every_licence_is_known_and_compatible(packages):
    assert {p.name: p.licence for p in packages.values() if not dependencies.is_compatible(p.licence)} == {}


@pytest.mark.parametrize(
    ("licence", "fits"),
    [("MIT", True), ("GPL-3.0-only", False), ("MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later", True), ("unknown", False),
     ("MPL-2.0 AND (Apache-2.0 OR MIT)", True), ("MIT AND GPL-2.0-only", False), ("MIT AND (GPL-2.0-only OR SSPL-1.0)", False)],
)  # fmt: skip
def test_an_expression_is_read_as_it_is_meant(licence, fits):
    assert dependencies.is_compatible(licence) is fits


def test_what_is_written_down_is_what_there_is(packages):
    """`make sbom` writes both anew."""
    page = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    bill = json.loads((ROOT / "docs" / "renmai.cdx.json").read_text("utf-8"))
    assert dependencies.table(packages) in page
    assert dependencies.bill(packages) == (ROOT / "docs" / "renmai.cdx.json").read_text("utf-8")
    refs = {c["bom-ref"] for c in bill["components"]} | {"renmai"}
    assert {d["ref"] for d in bill["dependencies"]} == refs
    assert all(set(d["dependsOn"]) <= refs for d in bill["dependencies"])


def test_every_package_is_locked_and_every_library_explained(packages):
    assert set(packages) <= set(dependencies.locked())
    page = (ROOT / "docs" / "dependencies.md").read_text("utf-8").lower()
    told = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wishes = [*told["dependencies"], *(w for group in told["optional-dependencies"].values() for w in group)]
    names = {re.split(r"[\[<>=; ]", wish)[0].lower() for wish in wishes} - {"renmai"}
    assert {name for name in names if name not in page} == set()
    assert all(re.search(r">=\d", wish) for wish in wishes if not wish.startswith(("renmai", "pandas-stubs")))


def test_the_version_is_the_same_everywhere():
    told = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert kg.__version__ == told
    assert re.search(r"^version: (.*)", (ROOT / "CITATION.cff").read_text("utf-8"), re.MULTILINE)[1] == told
    assert f"\n## {told}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_the_lock_names_no_place():
    assert re.findall(r"https?://|@ |--", (ROOT / "constraints.txt").read_text("utf-8")) == []


def test_nothing_is_unpickled_or_evaluated():
    ours = {p for p in (ROOT / "kg").rglob("*.py") if p.relative_to(ROOT).as_posix() not in WITHIN_SPARK}
    for path in ours:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import | ast.ImportFrom):
                names = {a.name for a in node.names} | {getattr(node, "module", "") or ""}
                assert not {n.split(".")[0] for n in names} & UNSAFE, path
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in {"eval", "exec"}, path


def test_every_word_list_tells_where_it_is_from():
    told = (ROOT / "kg" / "lexicon" / "SOURCES.md").read_text("utf-8")
    lists = [
        p
        for p in (ROOT / "kg").rglob("*")
        if p.suffix in {".tsv", ".bin", ".npz"} and "explorer" not in p.parts
    ]
    assert {p.name for p in lists if p.stem not in told} == set()


# --- wheel and sdist


def make(source: Path, place: Path) -> dict[str, str]:
    """Wheel and sdist of a tree; digests by name."""
    place.mkdir()
    code = f"import hatchling.build as b; b.build_wheel({str(place)!r}); b.build_sdist({str(place)!r})"
    subprocess.run([sys.executable, "-c", code], cwd=source, check=True, capture_output=True)
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(place.iterdir())}


@pytest.fixture(scope="module")
def dist(tmp_path_factory) -> Path:
    """A folder with wheel and sdist of a copy of this tree, made twice with other times of its files."""
    pytest.importorskip("hatchling")
    folder = tmp_path_factory.mktemp("dist")
    ignored = shutil.ignore_patterns(
        ".git", ".venv", ".*_cache", ".hypothesis", "__pycache__", "demo", "node_modules", "*.tmp"
    )
    shutil.copytree(ROOT, folder / "tree", ignore=ignored)
    first = make(folder / "tree", folder / "first")
    for path in (folder / "tree" / "kg").rglob("*.py"):
        path.touch()
    assert make(folder / "tree", folder / "again") == first
    return folder / "first"


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["*.whl", "*.tar.gz"])
def test_both_packages_install_into_an_empty_venv_and_build_the_examples(dist, tmp_path, kind):
    """Nothing of ours is on its path; the libraries are those of this environment, so that no network is needed."""
    [package] = dist.glob(kind)
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(tmp_path / "venv")], check=True)
    [site] = (tmp_path / "venv" / "lib").glob("python*/site-packages")
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    python = tmp_path / "venv" / "bin" / "python"
    options = ["--no-index", "--no-deps", "--no-build-isolation", "--quiet", "--ignore-installed"]
    subprocess.run([str(python), "-m", "pip", "install", *options, str(package)], check=True, cwd=tmp_path)
    place = [str(python), "-c", "import kg; print(kg.__file__)"]
    assert str(site) in subprocess.run(place, check=True, cwd=tmp_path, capture_output=True, text=True).stdout
    command = [
        str(tmp_path / "venv" / "bin" / "kg"),
        "build",
        str(ROOT / "examples" / "articles"),
        "-o",
        "out",
        "--workers",
        "1",
    ]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert {"facts.jsonl", "graph.ttl", "graph.html", "store"} <= {
        p.name for p in (tmp_path / "out").iterdir()
    }
    served = subprocess.run([str(tmp_path / "venv" / "bin" / "kg"), "who", "out", "山西省总工会", "主席"],
                            cwd=tmp_path, capture_output=True, text=True, check=False)  # fmt: skip
    assert "符晓岚" in served.stdout, served.stderr
