"""A command run and watched: seconds, and the most memory that it and its children had at once."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Run:
    """Wall-clock seconds, processor seconds, and memory in MiB: of all processes together, and of the largest child."""

    seconds: float
    cpu: float
    peak: float
    largest_child: float
    output: str


def run(command: list[str]) -> Run:
    """Run it from the root of the checkout; memory is looked at fifty times a second.

    Memory is what belongs to a process alone (unique set size), so that pages shared by fork count once.
    """
    import resource

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT)
    peaks = [0.0, 0.0]
    watcher = threading.Thread(target=_watch, args=(process.pid, peaks), daemon=True)
    watcher.start()
    output, remarks = process.communicate()
    seconds = time.perf_counter() - began
    watcher.join()
    if process.returncode:
        sys.exit(f"{' '.join(command)} failed:\n{remarks[-2000:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(seconds, cpu, peaks[0], peaks[1], output)


def _watch(pid: int, peaks: list[float]) -> None:
    try:
        parent = psutil.Process(pid)
        while parent.is_running() and parent.status() != psutil.STATUS_ZOMBIE:
            own = parent.memory_full_info()
            children = [_unique(child) for child in parent.children(recursive=True)]
            peaks[0] = max(peaks[0], own.rss / 2**20 + sum(children))
            peaks[1] = max([peaks[1], *children])
            time.sleep(0.02)
    except psutil.Error:
        return


def _unique(process: psutil.Process) -> float:
    try:
        return float(process.memory_full_info().uss) / 2**20
    except psutil.Error:
        return 0.0


def kg(*arguments: str) -> Run:
    """Run our command line."""
    return run([sys.executable, "-m", "kg.cli", *arguments])
