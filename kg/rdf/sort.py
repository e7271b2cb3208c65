"""Sort lines of any number into one file, each kept once, in flat memory.

Not runs and a merge, which costs Python a comparison for each line: lines are dealt out by the first
characters of their subject to buckets on disk, each small enough to be sorted at once. The order of the
buckets is the order of the lines. Order is that of UTF-8 bytes, the same as `LC_ALL=C sort -u`.
"""

from __future__ import annotations

import os
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

HELD = 48_000_000  # characters held before the buckets are written out; about 150 MB
BUCKET = (
    200_000_000  # bytes of a bucket that are sorted at once; a larger one is dealt out again by a longer head
)
LONGEST_HEAD = 100  # a bucket's file is called by its head in hex, and names may have 255 bytes
SUFFIX = ".lines"


def head_for(base: str) -> int:
    """The length of head that parts the nodes under a base into 16 buckets for each kind: few files to open.

    Under our own base it is 31: "<https://w3id.org/renmai/id/a-3".
    """
    return len(base) + 4


def spill(lines: Iterable[str], folder: Path, head: int) -> None:
    """Deal lines out to the buckets of a folder; several processes may each fill a folder of their own.

    Args:
        lines: strings of one or more whole lines of one subject, each line ended by a newline.
        folder: where the buckets are, made if it is not there.
        head: how many characters of a subject choose its bucket (`head_for` of the base).
    """
    folder.mkdir(parents=True, exist_ok=True)
    held: defaultdict[str, list[str]] = defaultdict(list)
    size = 0
    for text in lines:
        held[text[: text.find(" ")][:head]].append(text)
        size += len(text)
        if size > HELD:
            _write(held, folder)
            held.clear()
            size = 0
    _write(held, folder)


def gather(folders: Sequence[Path], path: Path, head: int, buckets: Sequence[str] | None = None) -> int:
    """Sort the buckets of all folders, or those named, into one file, each line once; returns how many lines it has."""
    return _write_whole(path, sorted_blocks(folders, head, buckets))


def bucket_sizes(folders: Sequence[Path]) -> dict[str, int]:
    """The buckets of all folders in the order of their lines, and the bytes of each."""
    sizes: dict[str, int] = {}
    for folder in folders:
        for place in folder.glob("*" + SUFFIX):
            sizes[place.name] = sizes.get(place.name, 0) + place.stat().st_size
    return dict(sorted(sizes.items()))


def sorted_blocks(
    folders: Sequence[Path], head: int, buckets: Sequence[str] | None = None
) -> Iterator[bytes]:
    """Yield the lines of all folders in order, a bucket at a time; of all buckets, or of those named."""
    for name in bucket_sizes(folders) if buckets is None else buckets:
        parts = [folder / name for folder in folders if (folder / name).exists()]
        is_one_subject = bytes.fromhex(name.removesuffix(SUFFIX)).endswith(b">")
        if sum(p.stat().st_size for p in parts) > BUCKET and head < LONGEST_HEAD and not is_one_subject:
            yield from _again(parts, head + 2)
        else:
            yield _sorted(b"".join(p.read_bytes() for p in parts))


def _again(parts: Sequence[Path], head: int) -> Iterator[bytes]:
    """Deal an outsized bucket out by a longer head, and sort that."""
    folder = parts[0].with_suffix(".again")
    try:
        for part in parts:
            with part.open(encoding="utf-8", newline="\n") as file:
                spill(file, folder, head)
        yield from sorted_blocks([folder], head)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _sorted(text: bytes) -> bytes:
    lines = set(text.split(b"\n"))
    lines.discard(b"")
    return b"\n".join(sorted(lines)) + b"\n" if lines else b""


def _write(held: dict[str, list[str]], folder: Path) -> None:
    """Add to the buckets on disk. A file is named by its head in hex, which sorts as the head does."""
    for head, texts in held.items():
        name = head.encode("utf-8", "replace").hex() + SUFFIX
        with (folder / name).open("ab") as file:
            file.write("".join(texts).encode("utf-8", "replace"))


def _write_whole(path: Path, blocks: Iterable[bytes]) -> int:
    """Write beside, then rename; returns the number of lines."""
    beside = path.with_name(f"{path.name}.{os.getpid()}.part")
    count = 0
    try:
        with beside.open("wb") as file:
            for block in blocks:
                file.write(block)
                count += block.count(b"\n")
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return count
