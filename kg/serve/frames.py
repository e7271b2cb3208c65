"""How the server and a worker process talk: frames of a letter, a length and a payload over a socket pair.

Server to worker: `J` a job (JSON). Worker to server: `R` ready, `H` the head of an answer (JSON), `D` bytes
of it, `E` its end (JSON), `X` an error (JSON: status and message).
"""

from __future__ import annotations

import json
import socket
import struct
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from asyncio import StreamReader

HEAD = struct.Struct("!cI")
LARGEST = 64 << 20  # bytes; a longer frame can only be a fault


def pack(kind: bytes, payload: bytes = b"") -> bytes:
    """One frame as bytes."""
    return HEAD.pack(kind, len(payload)) + payload


def pack_json(kind: bytes, value: Any) -> bytes:
    """One frame whose payload is JSON."""
    return pack(kind, json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())


async def read(reader: StreamReader) -> tuple[bytes, bytes]:
    """The next frame.

    Raises:
        EOFError: the other side has gone, or sent what is no frame.
    """
    try:
        kind, length = HEAD.unpack(await reader.readexactly(HEAD.size))
        if length > LARGEST:
            raise EOFError
        return kind, await reader.readexactly(length)
    except OSError as gone:  # asyncio's own IncompleteReadError is an EOFError already
        raise EOFError from gone


def read_blocking(sock: socket.socket) -> tuple[bytes, bytes]:
    """The next frame, in the worker process.

    Raises:
        EOFError: the server has gone.
    """
    kind, length = HEAD.unpack(_exactly(sock, HEAD.size))
    return kind, _exactly(sock, length)


def _exactly(sock: socket.socket, count: int) -> bytes:
    data = bytearray()
    while len(data) < count:
        piece = sock.recv(min(count - len(data), 1 << 20))
        if not piece:
            raise EOFError
        data += piece
    return bytes(data)
