"""Digests of a folder, by which damage is told later, and of code, by which what other code has made is told."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b, file_digest, sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import kg

UNSTABLE = ("LOG", "LOCK")  # names that begin so: written anew whenever a store is opened


def folder_digest(folder: Path) -> str:
    """The SHA-256, in hex, of the names and digests of all files below `folder`."""
    whole = sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and not p.name.startswith(UNSTABLE)):
        with path.open("rb") as file:
            told = f"{path.relative_to(folder).as_posix()}\0{file_digest(file, 'sha256').hexdigest()}\n"
        whole.update(told.encode("utf-8", "surrogateescape"))
    return whole.hexdigest()


def code_digest(parts: Iterable[str], libraries: Iterable[str]) -> str:
    """A digest, 16 hex characters, of code and word lists of ours and of the versions of libraries.

    Args:
        parts: files and folders, as seen from `kg`.
        libraries: names of distributions.
    """
    root = Path(kg.__file__).resolve().parent
    digest = blake2b(digest_size=8)
    for name in parts:
        part = root / name
        files = [part] if part.is_file() else sorted(p for p in part.rglob("*") if p.is_file())
        for path in files:
            if path.suffix != ".pyc":
                data = path.read_bytes()
                digest.update(f"{path.relative_to(root).as_posix()} {len(data)}\n".encode() + data)
    for library in libraries:
        digest.update(f"{library} {_version(library)}\n".encode())
    return digest.hexdigest()


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "absent"
