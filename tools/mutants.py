"""Changes our code at random, one place at a time, and counts how many changes the tests of that room notice.

`python tools/mutants.py kg/clean --sample 150 --seed 1` (`make mutants`). Works in a copy of the last commit. Places are drawn
evenly, then one of cosmic-ray's operators for each, so that a `+` with eleven operators weighs as much as a `<` with seven.
Annotations are left out: they never run; so are caches and flags of dataclasses, which change speed and what a
mistake would be told, never a result. A survivor is printed with its change; mend the tests, or know why it changes nothing.
"""

from __future__ import annotations

import argparse
import ast
import random
import re
import sqlite3
import subprocess
import sys
import tarfile
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TESTS = {
    "kg/clean": "tests/clean",
    "kg/extract": "tests/extract tests/test_cases.py tests/fuzz/test_words.py",
    "kg/rdf": "tests/rdf",
}
"""Room → what has to notice a change in it."""
LEFT_OUT = "takes_long"  # tests of speed: on a busy machine they would notice what is no fault
CONFIGURATION = """[cosmic-ray]
module-path = "{room}"
timeout = {seconds}
excluded-modules = []
test-command = "{command}"

[cosmic-ray.distributor]
name = "local"
"""
SAME = re.compile(r"\s*@(?:lru_cache|cache|dataclass)\b")
"""Lines whose changes give the same results."""
Place = tuple[str, int, int]


def unpack(place: Path, commit: str, paths: list[str]) -> None:
    """Some paths of a commit, or all of it, unpacked over what is there."""
    packed = place.with_suffix(".tar")
    subprocess.run(["git", "archive", "-o", str(packed), commit, *paths], cwd=ROOT, check=True)
    with tarfile.open(packed) as tar:
        tar.extractall(place, filter="data")
    packed.unlink()


def annotations(path: Path) -> set[tuple[int, int]]:
    """Line and column of every character that belongs to an annotation, or to a line of which no change matters."""
    text = path.read_text("utf-8")
    same = [n for n, line in enumerate(text.splitlines(), 1) if SAME.match(line)]
    found = {(line, column) for line in same for column in range(200)}
    for node in ast.walk(ast.parse(text)):
        for part in (getattr(node, "annotation", None), getattr(node, "returns", None)):
            if part is not None:
                lines = range(part.lineno, part.end_lineno + 1)
                found.update(
                    (line, column) for line in lines for column in range(200) if _within(part, line, column)
                )
    return found


def _within(part: ast.expr, line: int, column: int) -> bool:
    end = part.end_lineno or part.lineno, part.end_col_offset or 0
    return (part.lineno, part.col_offset) <= (line, column) < end


def drawn(session: Path, tree: Path, sample: int, seed: int) -> tuple[int, int]:
    """Keep a sample of a session's mutants; how many places there were, and how many are kept."""
    base = sqlite3.connect(session)
    places: dict[Place, list[str]] = {}
    kept_out: dict[str, set[tuple[int, int]]] = {}
    query = "SELECT module_path, start_pos_row, start_pos_col, job_id FROM mutation_specs ORDER BY 1, 2, 3, operator_name, occurrence"
    for module, row, column, job in base.execute(query):
        if module not in kept_out:
            kept_out[module] = annotations(tree / module)
        if (row, column) not in kept_out[module]:
            places.setdefault((module, row, column), []).append(job)
    dice = random.Random(seed)
    chosen = dice.sample(sorted(places), min(sample, len(places)))
    keep = {dice.choice(places[place]) for place in chosen}
    jobs = [(job,) for (job,) in base.execute("SELECT job_id FROM work_items") if job not in keep]
    for table in ("mutation_specs", "work_items"):
        base.executemany(f"DELETE FROM {table} WHERE job_id = ?", jobs)
    base.commit()
    return len(places), len(keep)


def told(session: Path) -> Counter[str]:
    """Print the survivors; outcomes and how often."""
    query = (
        "SELECT module_path, start_pos_row, operator_name, test_outcome, worker_outcome, diff FROM work_results"
        " JOIN mutation_specs USING (job_id) ORDER BY 1, 2"
    )
    counts: Counter[str] = Counter()
    for module, row, operator, outcome, worker, diff in sqlite3.connect(session).execute(query):
        counts[str(outcome or worker).lower().removeprefix("testoutcome.")] += 1
        if str(outcome).upper().endswith("SURVIVED"):
            changed = re.findall(r"^[-+](?![-+]).*$", diff or "", re.MULTILINE)
            print(f"survived {module}:{row} {operator.partition('/')[2]}", *changed, sep="\n    ")
    return counts


def main() -> int:
    """0 where at least `--floor` percent were noticed."""
    parser = argparse.ArgumentParser(prog="tools/mutants.py", description=__doc__)
    parser.add_argument("room", choices=sorted(TESTS))
    parser.add_argument("--sample", type=int, default=150)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--seconds", type=int, default=180, help="after which a run of the tests counts as noticing"
    )
    parser.add_argument("--floor", type=float, default=80)
    parser.add_argument(
        "--cosmic-ray", default=str(Path(sys.executable).with_name("cosmic-ray")), help="the program"
    )
    parser.add_argument(
        "--keep", type=Path, help="folder for the work; where it is there, go on with it: survivors again"
    )
    parser.add_argument(
        "--tests", nargs="*", default=[], help="with --keep: tests to take from the last commit"
    )
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="renmai-mutants-") as name:
        return run(given, given.keep or Path(name))


def run(given: argparse.Namespace, place: Path) -> int:
    """Make the mutants, or go on with them, and tell."""
    place.mkdir(parents=True, exist_ok=True)
    tree, session, settings = (place.resolve() / part for part in ("tree", "session.sqlite", "settings.toml"))
    if session.exists():
        unpack(tree, (place / "COMMIT").read_text("ascii"), ["kg"])  # one may have been left half-way
        unpack(tree, "HEAD", given.tests) if given.tests else None
        base = sqlite3.connect(session)
        base.execute("DELETE FROM work_results WHERE test_outcome = 'SURVIVED'")
        base.commit()
    else:
        begin(given, place, tree, session, settings)
    subprocess.run([given.cosmic_ray, "exec", str(settings), str(session)], cwd=tree, check=True)
    counts = told(session)
    tried = sum(counts.values())
    share = 100 * (1 - counts["survived"] / tried)
    print(f"{given.room}: {tried} changed, {dict(counts)}: {share:.1f} % noticed (seed {given.seed})")
    return int(share < given.floor)


def begin(given: argparse.Namespace, place: Path, tree: Path, session: Path, settings: Path) -> None:
    """Copy the tree, see that its tests pass as it is, draw the mutants."""
    commit = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.strip()
    (place / "COMMIT").write_text(commit, "ascii")
    unpack(tree, commit, [])
    command = f"{sys.executable} -m pytest -x -q -p no:cacheprovider -k 'not {LEFT_OUT}' {TESTS[given.room]}"
    settings.write_text(
        CONFIGURATION.format(room=given.room, seconds=given.seconds, command=command), "utf-8"
    )
    for arguments in (["baseline", str(settings)], ["init", str(settings), str(session)]):
        subprocess.run([given.cosmic_ray, *arguments], cwd=tree, check=True)
    places, kept = drawn(session, tree, given.sample, given.seed)
    print(f"{given.room} at {commit[:7]}: {kept} of {places} places", flush=True)


if __name__ == "__main__":
    sys.exit(main())
