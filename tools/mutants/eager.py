"""A plug-in of pytest that puts those tests first that are likely to fail."""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pytest

LIKELY = 8  # tests taken out of their files; more would set up what a file shares again and again


class Eager:
    """A pytest plug-in: tests that noticed most before come first, then file by file the quick ones.

    Keeps the seconds of each test, and the first that fails.
    """

    def __init__(self, noticed: Counter[str], seconds: dict[str, float]) -> None:
        self.noticed, self.seconds = noticed, seconds
        self.failed = ""

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Put them in order."""
        likely = {test for test, _ in self.noticed.most_common(LIKELY)}
        files: defaultdict[Path, float] = defaultdict(float)
        for item in items:
            files[item.path] += self._seconds(item)
        items.sort(
            key=lambda item: (
                -self.noticed[item.nodeid] if item.nodeid in likely else 0,
                files[item.path],
                item.path,
                self._seconds(item),
            )
        )

    def _seconds(self, item: pytest.Item) -> float:
        return self.seconds.get(item.nodeid, 0.0)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Any:
        """Keep the time of one test."""
        before = time.perf_counter()
        try:
            return (yield)
        finally:
            self.seconds[item.nodeid] = time.perf_counter() - before

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep the first that fails."""
        if report.failed and not self.failed:
            self.failed = report.nodeid

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """A file of tests that cannot be imported has noticed, too."""
        if report.failed and not self.failed:
            self.failed = f"import of {report.nodeid}"
