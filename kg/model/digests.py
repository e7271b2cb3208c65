"""One digest for a folder: what a build notes of its store, and what tells later that a file of it was damaged."""

from __future__ import annotations

from hashlib import file_digest, sha256
from pathlib import Path

UNSTABLE = ("LOG", "LOCK")  # names that begin so: written anew whenever a store is opened


def folder_digest(folder: Path) -> str:
    """The SHA-256, in hex, of the names and digests of all files below `folder`."""
    whole = sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and not p.name.startswith(UNSTABLE)):
        with path.open("rb") as file:
            told = f"{path.relative_to(folder).as_posix()}\0{file_digest(file, 'sha256').hexdigest()}\n"
        whole.update(told.encode("utf-8", "surrogateescape"))
    return whole.hexdigest()
