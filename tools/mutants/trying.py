"""Runs the tests of a room over one change after another, each in a fork of one process that knows the rest already."""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

from .drawing import Change
from .eager import Eager

LEFT_OUT = "takes_long"  # tests of speed: on a busy machine they would notice what is no fault
KEPT = ("kg.model", "kg.lexicon")
"""Rooms below the changed one: imported once, their dictionaries made once."""


@dataclass
class Bench:
    """A tree with one room to change in it, and the tests that have to notice.

    Attributes:
        tree: a copy of the project, ours alone; the process works in it from `warm` on.
        tests: paths in the tree.
        seconds: what the tests take when all pass, by test.
        threads: whether the tests leave threads of native libraries behind (pyoxigraph's), after which no fork is safe.
        limit: processor seconds after which a run counts as one that noticed.
    """

    tree: Path
    tests: list[str]
    threads: bool = False
    seconds: dict[str, float] = field(default_factory=dict)
    noticed: dict[str, Counter[str]] = field(default_factory=dict)
    limit: int = 60

    def warm(self) -> None:
        """Run the tests over the code as it is; what lies below the room stays loaded. Exits if they fail."""
        os.chdir(self.tree)
        sys.path.insert(0, str(self.tree))
        os.environ["PYTHONPATH"] = os.pathsep.join([str(self.tree), os.environ.get("PYTHONPATH", "")])
        _steady_hypothesis()
        if self.threads:
            said = json.loads(self._forked(Counter()) or "{}")
            failed, self.seconds, used = said["failed"], said["seconds"], said["used"]
        else:
            eager, began = Eager(Counter(), self.seconds), time.process_time()
            failed = _failure(eager, self._run(eager))
            used = time.process_time() - began
            _forget()
        if failed:
            sys.exit(f"the tests fail over the code as it is, first {failed}: nothing to measure")
        self.limit = 5 + int(4 * used)
        os.environ["PYTHONDONTWRITEBYTECODE"] = "1"  # a changed file never leaves its bytes behind
        sys.dont_write_bytecode = True

    def noticed_by(self, change: Change) -> str:
        """The first test that fails over `change`; "" where none does."""
        path = self.tree / change.path
        source, times = path.read_bytes(), path.stat()
        path.write_text(change.code(source.decode("utf-8")) or "", "utf-8")
        try:
            said = self._forked(self._order(change))
        finally:
            path.write_bytes(source)
            os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
        found = str(json.loads(said)["failed"]) if said else "out of time or dead"
        if found:
            self.noticed.setdefault(change.path, Counter())[found] += 1
        return found

    def _forked(self, order: Counter[str]) -> str:
        """What a run in a fork has to say, as JSON: the first failure, seconds by test, processor seconds; "" if it died."""
        reading, writing = os.pipe()
        child = os.fork()
        if not child:
            os.close(reading)
            _in_child(self.limit)
            eager = Eager(order, dict(self.seconds))
            failed = _failure(eager, self._run(eager))
            said = {"failed": failed, "seconds": eager.seconds, "used": time.process_time()}
            with os.fdopen(writing, "w") as pipe:
                json.dump(said, pipe)
            os._exit(0)
        os.close(writing)
        with os.fdopen(reading) as pipe:
            said_there = pipe.read()
        os.waitpid(child, 0)
        return said_there

    def _order(self, change: Change) -> Counter[str]:
        """Tests by how often they noticed: in this file first, then in all."""
        order = Counter({test: n for counts in self.noticed.values() for test, n in counts.items()})
        for test, n in self.noticed.get(change.path, Counter()).items():
            order[test] += 1000 * n
        return order

    def _run(self, eager: Eager) -> int:
        flags = ["-x", "-qq", "--no-header", "-p", "no:cacheprovider", "-k", f"not {LEFT_OUT}"]
        scratch = self.tree.parent / f"scratch-{os.getpid()}"
        with _silent():
            code = pytest.main([*flags, f"--basetemp={scratch}", *self.tests], plugins=[eager])
        shutil.rmtree(scratch, ignore_errors=True)
        return int(code)


def _failure(eager: Eager, code: int) -> str:
    return eager.failed or ("" if code == pytest.ExitCode.OK else f"exit {code}")


@contextmanager
def _silent() -> Iterator[None]:
    """Nothing is printed for a while, by us or by processes that we start."""
    sys.stdout.flush()
    kept = os.dup(1), os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for number in (1, 2):
        os.dup2(nowhere, number)
    try:
        yield
    finally:
        sys.stdout.flush()
        for number, old in enumerate(kept, 1):
            os.dup2(old, number)
            os.close(old)
        os.close(nowhere)


def _steady_hypothesis() -> None:
    """The same examples every time, none kept for the next change, none made smaller."""
    settings.register_profile(
        "mutants",
        derandomize=True,
        database=None,
        deadline=None,
        phases=(Phase.explicit, Phase.generate),
        suppress_health_check=list(HealthCheck),
    )
    settings.load_profile("mutants")


def _forget() -> None:
    """Drop our modules but those below the changed room, so that each fork imports them anew."""
    for name in _ours(sys.modules):
        above, _, last = name.rpartition(".")
        del sys.modules[name]
        if above in sys.modules:
            vars(sys.modules[above]).pop(last, None)


def _ours(names: Iterable[str]) -> list[str]:
    rooms = [n for n in names if n.split(".")[0] in {"kg", "tests", "conftest", "benchmarks"}]
    return [n for n in rooms if n != "kg" and not n.startswith(KEPT)]


def _in_child(limit: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 5))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.alarm(10 * limit)  # one that waits for ever uses no processor
