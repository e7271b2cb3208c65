"""Work spread over processes."""

from __future__ import annotations

import os
import signal
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.run.processes import WINDOW_EACH, ordered_map


def double(number: int) -> int:
    return number * 2


def uneven(number: int) -> int:
    time.sleep(0.02 if number % 5 == 0 else 0)
    return number


def die_at_seven(number: int) -> int:
    if number == 7:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def never(number: int) -> int:
    raise AssertionError(f"{number} needed no rescue")


@given(st.integers(0, 40), st.integers(1, 3))
@settings(max_examples=10, deadline=None)
def test_results_come_in_order_whatever_the_number_of_workers(count, workers):
    assert list(ordered_map(double, range(count), workers, never)) == [n * 2 for n in range(count)]


def test_a_slow_task_holds_back_the_later_ones():
    assert list(ordered_map(uneven, range(40), 3, never)) == list(range(40))


def test_a_death_costs_the_task_that_killed_and_no_other():
    rescued = []
    results = list(ordered_map(die_at_seven, range(20), 2, lambda n: rescued.append(n) or -n))
    assert rescued == [7]
    assert results == [*range(7), -7, *range(8, 20)]


def test_input_is_read_only_as_fast_as_it_is_worked_off():
    taken = 0

    def endless():
        nonlocal taken
        while True:
            taken += 1
            yield taken

    results = ordered_map(double, endless(), 2, never)
    assert [next(results) for _ in range(10)] == [n * 2 for n in range(1, 11)]
    assert taken <= 10 + 2 * WINDOW_EACH + 1
    results.close()


def test_large_tasks_do_not_jam_the_pipes():
    tasks = ["晋" * 400_000] * 12
    assert list(ordered_map(len, tasks, 2, never)) == [400_000] * 12


def test_no_process_is_left_behind():
    import multiprocessing

    results = ordered_map(uneven, range(100), 2, never)
    next(results)
    results.close()
    assert not multiprocessing.active_children()


def test_a_worker_ends_with_its_parent(tmp_path):
    """A killed build must not leave workers that eat the machine."""
    import subprocess
    import sys

    program = (
        "import os, time\nfrom kg.run.processes import ordered_map\n"
        "def slow(n):\n    os.write(1, f'{os.getpid()} '.encode())\n    time.sleep(0.2)\n    return n\n"
        "for _ in ordered_map(slow, range(1000), 2, None): pass\n"
    )
    build = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    time.sleep(1)
    workers = {int(pid) for pid in os.read(build.stdout.fileno(), 1000).split()}
    assert len(workers) == 2
    build.kill()
    build.wait()
    for _ in range(50):
        if not any(_alive(pid) for pid in workers):
            break
        time.sleep(0.1)
    else:
        pytest.fail("a worker outlived its parent")


def _alive(pid: int) -> bool:
    try:
        with open(f"/proc/{pid}/stat", encoding="utf-8") as stat:
            return stat.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
