"""Which build is being served: noticing that OUT holds a new one."""

from __future__ import annotations

import hashlib
from pathlib import Path

from kg.model.errors import StoreError


class Build:
    """An OUT folder (or a store folder alone) and the identity of what stands in it now."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.store = store_of(out)
        self.id = self.identity()

    def identity(self) -> str:
        """Changes exactly when another store stands in the place; "" while none does."""
        seen = []
        for path in (self.store / "CURRENT", self.out / "manifest.json"):
            try:
                stat = path.stat()
            except OSError:
                if path.name == "CURRENT":
                    return ""
                continue
            seen.append((path.name, stat.st_ino, stat.st_mtime_ns, stat.st_size))
        return hashlib.sha256(repr(seen).encode()).hexdigest()[:16]

    def changed(self) -> bool:
        """Whether a new build has taken the place since the last call; a gap in between is no change."""
        now = self.identity()
        if not now or now == self.id:
            return False
        self.id = now
        return True


def store_of(out: Path) -> Path:
    """The store folder of OUT.

    Raises:
        StoreError: there is none.
    """
    for folder in (out / "store", out):
        if (folder / "CURRENT").is_file():
            return folder
    raise StoreError(f"{out}: no store in it; write one with `kg build INPUT -o {out}`")
