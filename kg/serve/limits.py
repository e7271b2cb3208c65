"""What one server may spend: time, memory, rows, places in the queue."""

from __future__ import annotations

import os
from dataclasses import dataclass

MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of a server; sizes in bytes, times in seconds.

    `timeout` bounds the evaluation of one query; `budget` is how long a query may keep a quick worker
    before it is treated as heavy; `workers` counts the heavy queries that run at once, `quick` the workers
    for short ones; `queue` bounds the requests that wait (429 beyond it); `memory` is what one query may
    allocate; `patience` is how long a client may take no byte of its answer, or send none of its request.
    """

    timeout: float = 30.0
    max_rows: int = 2_000_000
    max_bytes: int = 1024 * MIB
    memory: int = 1024 * MIB
    workers: int = max(2, os.cpu_count() or 2)
    quick: int = 2
    queue: int = 64
    budget: float = 0.25
    patience: float = 30.0
    body: int = MIB
    query_chars: int = 200_000
    url: int = 32_768
    spool: int = 4096 * MIB
