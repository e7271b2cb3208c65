"""Tries targets on mutated inputs and counts: `python -m tests.fuzz.drive dates torn --seconds 60 [--guided]`.

Without `--guided` inputs are seeds of tests/fuzz/corpus, changed up to six times, the same for the same `--seed`. With it
atheris follows the branches that an input takes and keeps what finds new ones; install it by `pip install -e '.[fuzz]'`.
An input that breaks a promise is written to `--broken` under its digest: copy it into the corpus with the repair, and
`make test` tries it from then on.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from pathlib import Path

CORPUS = Path(__file__).with_name("corpus")
LONGEST = 3_000  # bytes of an input
SEPARATOR = b"\x1e"


def seeds(name: str) -> list[bytes]:
    """The kept inputs of a target, in the order of their names."""
    return [path.read_bytes() for path in sorted(CORPUS.glob(f"{name}/*"))] or [b""]


def tokens() -> list[bytes]:
    """Words that mutations put in: of our lexicons, and those that hurt."""
    from tests.fuzz import pieces
    from tests.fuzz.test_queries import HURTS

    words = (
        *pieces.DATES,
        *pieces.STATUS,
        *pieces.MARKS,
        *pieces.WOUNDS,
        *pieces.words(),
        *pieces.posts(),
        *HURTS,
    )
    return [*dict.fromkeys(word.encode("utf-8", "surrogatepass") for word in words if word), SEPARATOR]


class Mutations:
    """An endless row of changed seeds."""

    def __init__(self, name: str, seed: int) -> None:
        self.seeds, self.tokens, self.dice = seeds(name), tokens(), random.Random(f"{name} {seed}")

    def __iter__(self) -> Iterator[bytes]:
        yield from self.seeds
        while True:
            data = self.dice.choice(self.seeds)
            for _ in range(self.dice.choice((1, 1, 2, 3, 6))):
                data = self.changed(data)
            yield data[:LONGEST]

    def changed(self, data: bytes) -> bytes:
        """One change: a byte, a word put in, a piece cut, doubled, moved, or taken from another seed."""
        dice = self.dice
        start = dice.randint(0, len(data))
        end = min(len(data), start + dice.choice((1, 2, 3, 6, 12, 60, 400)))
        match dice.randrange(8):
            case 0:
                return data[:start] + bytes([dice.randrange(256)]) + data[start + 1 :]
            case 1:
                return data[:start] + data[end:]
            case 2:
                return data[:end] + data[start:end] * dice.choice((1, 2, 20)) + data[end:]
            case 3:
                other = dice.choice(self.seeds)
                at = dice.randint(0, len(other))
                return data[:start] + other[at : at + 60] + data[end:]
            case 4:
                return data[:start] + data[end:] + data[start:end]
        return data[:start] + dice.choice(self.tokens) + data[start if dice.random() < 0.7 else end :]


def broken_at(place: Path | None, name: str, data: bytes) -> None:
    """Tell and keep an input that breaks a promise."""
    traceback.print_exc()
    print(f"{name}: broken by {data!r}", file=sys.stderr)
    if place:
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{name}-{hashlib.sha256(data).hexdigest()[:12]}").write_bytes(data)


def plain(name: str, runs: int, seconds: float, seed: int, place: Path | None = None) -> tuple[int, int]:
    """Try a target so many times, or so many seconds but every kept input; executions, and inputs that broke a promise."""
    from tests.fuzz.all_targets import TARGETS

    target, done, broken = TARGETS[name], 0, 0
    until, kept = time.monotonic() + seconds, len(seeds(name))
    for done, data in enumerate(Mutations(name, seed), 1):
        try:
            target(data)
        except Exception:
            broken += 1
            broken_at(place, name, data)
        if done >= runs or broken >= 20 or (done >= kept and time.monotonic() > until):
            break
    return done, broken


def guided(name: str, runs: int, seconds: float, seed: int, place: Path | None = None) -> tuple[int, int]:
    """The same by atheris in a process of its own: libFuzzer ends it."""
    with tempfile.TemporaryDirectory(prefix="renmai-fuzz-") as scratch:
        grown, words = Path(scratch, "grown"), Path(scratch, "words")
        grown.mkdir()
        words.write_text("".join(f'"{_escaped(token)}"\n' for token in tokens()), "ascii")
        options = [f"-runs={runs}", f"-seed={seed}", f"-max_len={LONGEST}", f"-dict={words}", "-timeout=60"]
        options += [f"-max_total_time={int(seconds)}"] if seconds < 1e6 else []
        options += [f"-artifact_prefix={place}/{name}-"] if place else []
        kept = [str(CORPUS / name)] if (CORPUS / name).is_dir() else []
        command = [sys.executable, "-m", "tests.fuzz.guided", name, *options, str(grown), *kept]
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    count = [line.split()[1] for line in done.stderr.splitlines() if line.startswith("Done ")]
    if done.returncode or not count:
        print(done.stdout[-3000:], done.stderr[-3000:], file=sys.stderr)
    return int(count[0]) if count else 0, int(done.returncode != 0)


def _escaped(token: bytes) -> str:
    return "".join(f"\\x{byte:02x}" for byte in token)


def main() -> int:
    """0 where no promise was broken."""
    from tests.fuzz.all_targets import TARGETS

    parser = argparse.ArgumentParser(prog="python -m tests.fuzz.drive", description=__doc__)
    parser.add_argument(
        "targets", nargs="*", metavar="TARGET", help=f"of {', '.join(sorted(TARGETS))}; all by default"
    )
    parser.add_argument("--runs", type=int, default=1_000_000_000)
    parser.add_argument("--seconds", type=float, default=10, help="for each target")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--guided", action="store_true")
    parser.add_argument("--broken", type=Path, help="folder for inputs that break a promise")
    parser.add_argument("--tally", type=Path, help="JSON lines of what was tried, added to")
    given = parser.parse_args()
    engine, failed = (guided if given.guided else plain), 0
    for name in given.targets or sorted(TARGETS):
        begun = time.process_time()
        done, broken = engine(name, given.runs, given.seconds, given.seed, given.broken)
        row = {
            "target": name,
            "executions": done,
            "broken": broken,
            "guided": given.guided,
            "seed": given.seed,
        }
        print(
            f"{name:<14}{done:>10} executions, {broken} broken, {time.process_time() - begun:.0f} s",
            flush=True,
        )
        if given.tally:
            with given.tally.open("a", encoding="utf-8") as file:
                file.write(json.dumps(row) + "\n")
        failed += broken
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
