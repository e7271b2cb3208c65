"""The index of pages that an earlier server has made: kept in OUT, of use while neither build nor code has changed."""

from __future__ import annotations

import logging
import os
import shutil
from functools import cache
from hashlib import sha256
from pathlib import Path

from kg.model.digests import code_digest
from kg.serve.build import Build

LOG = logging.getLogger("kg.serve")
FOLDER = (
    ".renmai"  # a build's own folder in OUT; where there is none, no build made OUT, and nothing is written
)
PREFIX, SUFFIX = "explorer-", ".sqlite"  # between them stands what the index was made of
MADE_BY = ("serve/explorer", "export/view", "clean/script.py")  # the code whose change makes it stale
LIBRARIES = ("pypinyin", "OpenCC")


def take(build: Build, to: Path) -> bool:
    """Copy the index of this build, if there is one, to a place where nobody removes it; whether that was done."""
    try:
        shutil.copyfile(_place(build), to)
    except OSError:
        to.unlink(missing_ok=True)
        return False
    return True


def keep(build: Build, made_for: str, index: Path) -> None:
    """Keep an index for later servers, in the place of older ones; `made_for` is the build that it was made for."""
    place = _place(build)
    beside = place.with_name(f"{place.name}.{os.getpid()}.part")
    if not place.parent.is_dir() or build.identity() != made_for:
        return
    try:
        with index.open("rb") as source, beside.open("wb") as target:
            shutil.copyfileobj(source, target)
            target.flush()
            os.fsync(target.fileno())
        older = [path for path in place.parent.glob(f"{PREFIX}*") if path not in (place, beside)]
        beside.replace(place)
        for path in older:
            path.unlink(missing_ok=True)
    except OSError as error:  # a build that may only be read, a disk that is full
        LOG.info("%s: the index of pages is not kept; %s", build.out, error)
        beside.unlink(missing_ok=True)


def _place(build: Build) -> Path:
    made_of = sha256(f"{build.id} {_code()}".encode()).hexdigest()[:16]
    return build.out / FOLDER / f"{PREFIX}{made_of}{SUFFIX}"


@cache
def _code() -> str:
    return code_digest(MADE_BY, LIBRARIES)
