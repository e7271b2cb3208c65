"""What a build tells while it works: nothing, a line per thousand articles, or a bar."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Self, TextIO


class Silent:
    """Tells nothing; also the face of the others."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def stage(self, name: str, total: int | None = None) -> None:
        """A new stage begins; `total` articles are known to lie before it, if given."""

    def advance(self, articles: int, chars: int = 0) -> None:
        """So many more articles, of so many characters, are done in this stage."""

    def close(self) -> None:
        """The build is over."""


class Lines(Silent):
    """A line per thousand articles, for logs."""

    EVERY = 1000

    def __init__(self, stream: TextIO) -> None:
        self.stream, self.name, self.total = stream, "", 0
        self.articles = self.chars = 0
        self.began = time.monotonic()

    def stage(self, name: str, total: int | None = None) -> None:
        """Start counting anew."""
        self.name, self.total, self.articles, self.chars = name, total or 0, 0, 0
        self.began = time.monotonic()

    def advance(self, articles: int, chars: int = 0) -> None:
        """Write a line at each full thousand."""
        before, self.articles = self.articles // self.EVERY, self.articles + articles
        self.chars += chars
        if self.articles // self.EVERY > before:
            seconds = max(time.monotonic() - self.began, 1e-6)
            of = f" of {self.total:,}" if self.total else ""
            rate = f", {self.chars / seconds / 1e6:.2f} million characters a second" if self.chars else ""
            print(
                f"{self.name}: {self.articles:,}{of} articles in {seconds:.0f} s{rate}",
                file=self.stream,
                flush=True,
            )


class Bar(Silent):
    """A moving bar with rate and time left, for a terminal."""

    def __init__(self, stream: TextIO) -> None:
        from rich.console import Console
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            Progress,
            SpinnerColumn,
            TextColumn,
            TimeElapsedColumn,
            TimeRemainingColumn,
        )

        self.bar = Progress(
            SpinnerColumn(), TextColumn("{task.description:<28}"), BarColumn(), MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"), TimeElapsedColumn(), TimeRemainingColumn(),
            console=Console(file=stream), auto_refresh=False,
        )  # fmt: skip
        self.chars, self.began, self.shown = 0, time.monotonic(), 0.0
        self.bar.start()

    def stage(self, name: str, total: int | None = None) -> None:
        """End the bar of the stage before, begin another."""
        self._finish()
        self.bar.add_task(name, total=total, rate="")
        self.chars, self.began = 0, time.monotonic()
        self.bar.refresh()

    def advance(self, articles: int, chars: int = 0) -> None:
        """Move on; redrawn ten times a second at most, without a thread, for we fork."""
        self.chars += chars
        now = time.monotonic()
        rate = f"{self.chars / max(now - self.began, 1e-6) / 1e6:.2f} Mchar/s" if self.chars else ""
        self.bar.update(self.bar.tasks[-1].id, advance=articles, rate=rate)
        if now - self.shown > 0.1:
            self.shown = now
            self.bar.refresh()

    def close(self) -> None:
        """Leave the finished bars on the screen."""
        self._finish()
        self.bar.stop()

    def _finish(self) -> None:
        if self.bar.tasks:
            done = self.bar.tasks[-1].completed
            self.bar.update(self.bar.tasks[-1].id, total=done)
            self.bar.refresh()


def progress_for(stream: TextIO = sys.stderr) -> Silent:
    """A bar on a terminal, lines otherwise."""
    return Bar(stream) if stream.isatty() else Lines(stream)
