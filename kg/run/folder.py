"""OUT: whose it is, who writes it now, and how new products take the place of old ones."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.model.errors import KgError

MARK = ".renmai"  # a folder of ours holds this one: the lock, the shards, what is being written
FILES = {
    "facts": "facts.jsonl",
    "nt": "graph.nt",
    "ttl": "graph.ttl",
    "store": "store",
    "html": "graph.html",
    "tables": "tables",
    "shards": "shards",
}
PRODUCTS = tuple(FILES)
DEFAULT_PRODUCTS = ("facts", "ttl", "store", "html")


def chosen(names: Collection[str]) -> frozenset[str]:
    """The products of these names.

    Raises:
        KgError: there is none of a name.
    """
    for name in names:
        if name not in PRODUCTS:
            raise KgError(f"--only: no product is called {name!r}; known are {', '.join(PRODUCTS)}")
    return frozenset(names)


class OutFolder:
    """The places within one OUT."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.work = out / MARK
        self.is_new = not out.exists()
        self.shards = self.work / "shards"
        self.making = self.work / "making"  # shards that are being written
        self.new = self.work / "new"  # products that are being written

    def claim(self) -> None:
        """Make OUT ours, or refuse.

        Raises:
            KgError: OUT is a file, or holds something that no build of ours made.
        """
        if self.out.exists() and not self.out.is_dir():
            raise KgError(f"{self.out}: is a file; name a folder for -o")
        strange = self.out.is_dir() and not self.work.is_dir() and not (self.out / "manifest.json").is_file()
        if strange and any(p.name != "decisions.jsonl" for p in self.out.iterdir()):
            raise KgError(f"{self.out}: holds files that no build made; name an empty or a new folder for -o")
        self.shards.mkdir(parents=True, exist_ok=True)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold OUT for one build; the lock goes with the process, however it ends.

        Raises:
            KgError: another build is at work in OUT.
        """
        with (self.work / "lock").open("a+", encoding="utf-8") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                lock.seek(0)
                holder = lock.read().strip() or "unknown"
                raise KgError(
                    f"{self.out}: process {holder} is building here; wait for it or choose another -o"
                ) from None
            lock.truncate(0)
            lock.write(str(os.getpid()))
            lock.flush()
            yield

    def begin(self) -> None:
        """Empty the places where shards and products are written beside the old ones."""
        self.end()
        self.making.mkdir(parents=True)
        self.new.mkdir(parents=True)

    def abandon(self) -> None:
        """Remove OUT where this build made it and nothing has come of it, so that a mistake leaves no trace."""
        if self.is_new and not any(self.shards.glob("*/*")):
            shutil.rmtree(self.out, ignore_errors=True)

    def end(self) -> None:
        """Leave nothing half-written behind, however the build ended."""
        shutil.rmtree(self.making, ignore_errors=True)
        shutil.rmtree(self.new, ignore_errors=True)

    def publish(self, names: list[str]) -> None:
        """Rename each finished product to its place; manifest.json last, for it vouches for the others."""
        (self.out / "manifest.json").unlink(missing_ok=True)
        for name in names:
            replace(self.new / name, self.out / name, self.work / "old")


def replace(new: Path, place: Path, aside: Path) -> None:
    """Put `new` in `place`; a folder that stood there is first moved to `aside`, then removed."""
    shutil.rmtree(aside, ignore_errors=True)
    if place.is_dir() and not place.is_symlink():
        place.rename(aside)
    new.rename(place)
    shutil.rmtree(aside, ignore_errors=True)
