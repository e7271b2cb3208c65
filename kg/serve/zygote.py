"""The process that workers are forked from: everything is loaded once, so that a new worker is ready in milliseconds.

Started as `python -m kg.serve.zygote FD`. Over the socket come messages, each with a socket for the new worker:
JSON {"store", "memory"}. Answered by the worker's process id as eight bytes. It opens no store and starts no thread.
"""

from __future__ import annotations

import gc
import os
import signal
import socket
import sys
from pathlib import Path

import orjson

from kg.serve import sandbox, worker

LONGEST = 65536  # bytes of a message


def main(arguments: list[str]) -> None:
    """Fork a worker for each message, until the server goes."""
    sandbox.die_with_parent()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the server's to answer
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the system buries the dead
    worker.warm_up()
    gc.freeze()  # what is loaded stays shared with the workers
    with socket.socket(fileno=int(arguments[0])) as server:
        server.sendall(b"R")
        while True:
            message, descriptors, _, _ = socket.recv_fds(server, LONGEST, 1)
            if not message:
                return
            server.sendall(_fork(server, orjson.loads(message), descriptors[0]).to_bytes(8, "big"))
            os.close(descriptors[0])


def _fork(server: socket.socket, wish: dict[str, str | int], descriptor: int) -> int:
    """The new worker's process id; in the worker this never returns."""
    pid = os.fork()
    if pid:
        return pid
    status = 1
    try:
        server.close()
        worker.run(descriptor, Path(str(wish["store"])), int(wish["memory"]))
        status = 0
    finally:
        os._exit(status)  # no exit handlers of the zygote


if __name__ == "__main__":
    main(sys.argv[1:])
