"""`python -m tools.mutants kg/clean --sample 150 --seed 1` (`make mutants`).

Works in a copy of the last commit. Places are drawn evenly, then one of cosmic-ray's operators for each, so that a `+` with
eleven operators weighs as much as a `<` with seven. Annotations are left out: they never run; so are caches and flags of
dataclasses, which change speed and what a mistake would be told, never a result. The tests of a change stop at the first that fails; those that
noticed a change of the same file before come first. A survivor is printed with its change; mend the tests, or know why it changes nothing.
`--keep DIR` keeps copy and outcomes: called again, it tries the survivors again, with `--tests` taken from the last commit.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import asdict
from pathlib import Path

from .drawing import Change, draw
from .trying import Bench

ROOT = Path(__file__).resolve().parents[2]
TESTS = {
    "kg/clean": ["tests/clean"],
    "kg/extract": ["tests/extract", "tests/test_cases.py", "tests/fuzz/test_words.py"],
    "kg/rdf": ["tests/rdf"],
}
"""Room → what has to notice a change in it."""
THREADS = {"kg/rdf"}
"""Rooms whose tests leave threads behind."""


def unpack(tree: Path, commit: str, paths: list[str]) -> None:
    """Some paths of a commit, or all of it, unpacked over what is there."""
    packed = tree.with_suffix(".tar")
    subprocess.run(["git", "archive", "-o", str(packed), commit, *paths], cwd=ROOT, check=True)
    with tarfile.open(packed) as tar:
        tar.extractall(tree, filter="data")
    packed.unlink()


def main() -> int:
    """0 where at least `--floor` percent were noticed."""
    parser = argparse.ArgumentParser(prog="tools.mutants", description=__doc__)
    parser.add_argument("room", choices=sorted(TESTS))
    parser.add_argument("--sample", type=int, default=150)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--floor", type=float, default=80, help="percent")
    parser.add_argument(
        "--keep", type=Path, help="folder for the work; where it is there, its survivors again"
    )
    parser.add_argument(
        "--tests", nargs="*", default=[], help="with --keep: tests to take from the last commit"
    )
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="renmai-mutants-") as name:
        return run(given, (given.keep or Path(name)).resolve())


def run(given: argparse.Namespace, place: Path) -> int:
    """Try what is to be tried, write it down, and tell."""
    place.mkdir(parents=True, exist_ok=True)
    tree, written = place / "tree", place / "outcomes.jsonl"
    outcomes = again(place, written, given.tests) if written.exists() else begin(given, place, written)
    bench = Bench(tree, TESTS[given.room], given.room in THREADS)
    bench.warm()
    for change, by in outcomes.items():
        if not by:
            outcomes[change] = bench.noticed_by(change)
            if not outcomes[change]:
                print("survived", change.told((tree / change.path).read_text("utf-8")), flush=True)
            keep(written, outcomes)
    return verdict(given, list(outcomes.values()))


def begin(given: argparse.Namespace, place: Path, written: Path) -> dict[Change, str]:
    """Copy the tree and draw the changes."""
    commit = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.strip()
    (place / "COMMIT").write_text(commit, "ascii")
    unpack(place / "tree", commit, [])
    places, drawn = draw(place / "tree", given.room, given.sample, given.seed)
    print(f"{given.room} at {commit[:7]}: {len(drawn)} of {places} places", flush=True)
    outcomes = dict.fromkeys(drawn, "")
    keep(written, outcomes)
    return outcomes


def again(place: Path, written: Path, tests: list[str]) -> dict[Change, str]:
    """What was found so far; the code as it was, with some tests as they are now."""
    unpack(
        place / "tree", (place / "COMMIT").read_text("ascii"), ["kg"]
    )  # a change may have been left half-way
    if tests:
        unpack(place / "tree", "HEAD", tests)
    rows = map(json.loads, written.read_text("utf-8").splitlines())
    return {Change(**row["change"]): row["by"] for row in rows}


def keep(written: Path, outcomes: dict[Change, str]) -> None:
    """Write all outcomes down, a line each."""
    lines = (json.dumps({"change": asdict(change), "by": by}) for change, by in outcomes.items())
    written.write_text("".join(f"{line}\n" for line in lines), "utf-8")


def verdict(given: argparse.Namespace, outcomes: list[str]) -> int:
    """Print the share noticed with the range that 95 of 100 samples of this size would give."""
    tried, noticed = len(outcomes), sum(map(bool, outcomes))
    low, high = (100 * bound for bound in wilson(noticed, tried))
    print(
        f"{given.room}: {noticed} of {tried} noticed, {100 * noticed / tried:.1f} % ({low:.0f}–{high:.0f} %), seed {given.seed}"
    )
    return int(100 * noticed / tried < given.floor)


def wilson(hits: int, tried: int, z: float = 1.96) -> tuple[float, float]:
    """Wilson's interval of a share."""
    share, more = hits / tried, z * z / tried
    middle = (share + more / 2) / (1 + more)
    half = z * math.sqrt(share * (1 - share) / tried + more / (4 * tried)) / (1 + more)
    return middle - half, middle + half


if __name__ == "__main__":
    sys.exit(main())
