"""Workers that have grown go, and others take their place."""

from __future__ import annotations

import asyncio
from collections import Counter
from pathlib import Path

import pytest

from kg.serve import process
from kg.serve.limits import MIB, Limits
from kg.serve.pool import Pool
from kg.serve.quick import Rank
from tests.serve.conftest import write_store

ONE = '<http://example.org/a> <http://example.org/p> "one" .\n'
JOB = {
    "do": "query", "query": "ASK {}", "form": "application/sparql-results+json", "base": "http://example.org/",
    "default": None, "named": None, "max_rows": 10, "max_bytes": 1000,
}  # fmt: skip


async def worked(pool: Pool, times: int) -> set[int]:
    """Ask some times, one after the other; the processes that answered."""
    await pool.start()
    seen = set()
    for number in range(times):
        answer = pool.submit({**JOB, "query": f"ASK {{}} # {number}"}, Rank.SHORT)
        await asyncio.wait_for(answer.settled.wait(), 20)
        assert answer.error is None
        assert b"true" in answer.spool.take()
        answer.spool.close()
        await asyncio.sleep(0.05)
        seen |= {worker.pid for worker in pool._staff._workers}
    await pool.close()
    return seen


@pytest.mark.parametrize(("each_time", "processes"), [(0, range(2, 5)), (60 * MIB, range(6, 20))])
def test_who_has_grown_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, each_time: int, processes: range
) -> None:
    """A worker is looked at when it starts, when it is free first, and after its first job."""
    looked: Counter[int] = Counter()

    def memory(pid: int) -> int:
        looked[pid] += 1
        return looked[pid] * each_time

    monkeypatch.setattr(process, "_own_memory", memory)
    store = write_store(tmp_path, ONE) / "store"
    assert len(asyncio.run(worked(Pool(store, Limits(timeout=20)), 6))) in processes
