"""Where an answer is written in a worker: counts rows and bytes, compresses, sends frames early."""

from __future__ import annotations

import io
import socket
import zlib
from typing import Any

from kg.serve import frames, media

CHUNK = 64 * 1024  # bytes; what one frame carries once an answer flows
FIRST = 4 * 1024  # bytes; the first frame is small, so that the first byte is early
SMALL = 1024  # bytes; shorter answers are not worth compressing


class TooLarge(Exception):  # noqa: N818
    """An answer passes a limit; the message says which."""


class RowCount:
    """Counts the rows of a table from the bytes written, without reading the values twice."""

    def __init__(self, form: str) -> None:
        self.form = form
        self.rows = 0
        self._tail = b""
        self._quoted = False
        if form in {media.CSV, media.TSV}:
            self.rows = -1  # the line of names

    def see(self, data: bytes) -> None:
        """Count what `data` ends or begins."""
        if self.form == media.TSV:
            self.rows += data.count(b"\n")  # a line end within a value is written as \n
        elif self.form == media.XML:
            self.rows += self._across(data, b"<result>")
        elif self.form == media.JSON:
            # in a string a backslash is before each quote, so `,{"` begins a row; one without values is
            # not counted
            self.rows += self._across(data, b',{"', b'[{"')
        elif self.form == media.CSV:
            pieces = data.split(b'"')
            first = 1 if self._quoted else 0
            self.rows += sum(piece.count(b"\n") for piece in pieces[first::2])
            self._quoted ^= len(pieces) % 2 == 0

    def _across(self, data: bytes, *marks: bytes) -> int:
        longest = max(map(len, marks)) - 1
        text = self._tail + data
        found = sum(text.count(mark) - self._tail.count(mark) for mark in marks)
        self._tail = text[-longest:]
        return found


class Sink(io.RawIOBase):
    """A file for Oxigraph or a page to write to; what it takes goes to the server as frames."""

    def __init__(self, sock: socket.socket, head: dict[str, Any], limits: dict[str, int], gzip: bool) -> None:
        super().__init__()
        self.sock, self.head, self.gzip = sock, head, gzip
        self.max_rows, self.max_bytes = limits["max_rows"], limits["max_bytes"]
        self.count = RowCount(head.get("form", ""))
        self.bytes = 0
        self.error: TooLarge | None = None
        self._held = bytearray()
        self._squeeze: zlib._Compress | None = None
        self._begun = False

    def writable(self) -> bool:
        """Yes."""
        return True

    def write(self, data: Any) -> int:
        """Take bytes; raises `TooLarge` beyond a limit (kept in `error`, for Oxigraph wraps exceptions)."""
        data = bytes(data)
        self.bytes += len(data)
        self.count.see(data)
        if self.count.rows > self.max_rows:
            self._fail(
                f"the answer has more than {self.max_rows} rows, the most this server gives; add a LIMIT"
            )
        if self.bytes > self.max_bytes:
            self._fail(
                f"the answer is longer than {self.max_bytes} bytes, the most this server gives; add a LIMIT"
            )
        self._held += data
        if len(self._held) >= (CHUNK if self._begun else FIRST):
            self._send()
        return len(data)

    def _fail(self, message: str) -> None:
        self.error = TooLarge(message)
        raise self.error

    def _send(self, last: bool = False) -> None:
        data = bytes(self._held)
        self._held.clear()
        if not self._begun:
            self.gzip = self.gzip and not (last and len(data) < SMALL)
            self._squeeze = zlib.compressobj(5, zlib.DEFLATED, 31) if self.gzip else None
            self.sock.sendall(frames.pack_json(b"H", {**self.head, "gzip": self.gzip}))
        if self._squeeze:
            mode = zlib.Z_FINISH if last else zlib.Z_NO_FLUSH if self._begun else zlib.Z_SYNC_FLUSH
            data = self._squeeze.compress(data) + (
                b"" if mode == zlib.Z_NO_FLUSH else self._squeeze.flush(mode)
            )
        self._begun = True
        if data:
            self.sock.sendall(frames.pack(b"D", data))

    def finish(self) -> None:
        """Send what is held and the end."""
        self._send(last=True)
        self.sock.sendall(frames.pack_json(b"E", {"rows": max(0, self.count.rows), "bytes": self.bytes}))
