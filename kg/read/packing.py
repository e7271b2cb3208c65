"""Packed files (.gz .bz2 .xz .zst) as plain streams that cannot explode."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
from collections.abc import Callable
from typing import Any, BinaryIO, cast

MAX_RATIO = 200
"""Unpacked bytes for each packed one; text packs 3 to 20 times, repeated rows up to 100, a bomb over 1000."""
BUFFER = 1 << 20


class PackingError(Exception):
    """A packed file is damaged, cut off or a bomb."""


def _open_zst(raw: BinaryIO) -> BinaryIO:
    import zstandard

    return cast(BinaryIO, zstandard.ZstdDecompressor().stream_reader(raw, read_across_frames=True))


PACKINGS: dict[str, Callable[[BinaryIO], BinaryIO]] = {
    "gz": lambda raw: cast(BinaryIO, gzip.GzipFile(fileobj=raw)),
    "bz2": lambda raw: cast(BinaryIO, bz2.BZ2File(raw)),
    "xz": lambda raw: cast(BinaryIO, lzma.LZMAFile(raw)),  # noqa: SIM115  # the guard closes it
    "zst": _open_zst,
}


class _Guarded(io.RawIOBase):
    """An unpacked stream that stops when it grows out of all proportion to its packed bytes."""

    def __init__(self, stream: BinaryIO, raw: BinaryIO, allowance: int) -> None:
        self._stream, self._raw, self._allowance, self._given = stream, raw, allowance, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            block = self._stream.read(len(buffer))
        except (OSError, EOFError, lzma.LZMAError, ValueError) as error:
            raise PackingError(f"cannot be unpacked ({error}); fetch the file again") from error
        except Exception as error:
            if type(error).__name__ not in {
                "error",
                "ZstdError",
            }:  # zlib.error and zstandard's, by name: lazy imports
                raise
            raise PackingError(f"cannot be unpacked ({error}); fetch the file again") from error
        self._given += len(block)
        if self._given > self._allowance and self._given > MAX_RATIO * self._raw.tell():
            raise PackingError(
                f"grows over {MAX_RATIO} times when unpacked, like a zip bomb; unpack it if you trust it"
            )
        buffer[: len(block)] = block
        return len(block)

    def close(self) -> None:
        self._raw.close()
        super().close()


def unpack(raw: BinaryIO, packing: str, allowance: int) -> BinaryIO:
    """A readable stream of the unpacked bytes of `raw`; below `allowance` bytes any ratio is fine."""
    if not packing:
        return raw
    return io.BufferedReader(_Guarded(PACKINGS[packing](raw), raw, allowance), BUFFER)
