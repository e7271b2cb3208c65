"""The browser that tests and benchmarks look through."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ("--no-sandbox", "--disable-background-networking", "--no-first-run")
WITHOUT_WEBGL = "--disable-gpu"
AXE = Path(os.environ.get("RENMAI_AXE", "web/node_modules/axe-core/axe.min.js"))


def missing(what: str) -> None:
    """Skip the test; fail it where KG_NEEDS_BROWSER is set, as .ci/run does."""
    (pytest.fail if os.environ.get("KG_NEEDS_BROWSER") else pytest.skip)(what)


@contextmanager
def chromium(*flags: str) -> Iterator[Browser]:
    """A Chromium without a window, closed at the end."""
    if not CHROMIUM:
        missing("no Chromium on this machine: tools/system.sh browser")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=[*FLAGS, *flags])
        yield opened
        opened.close()


def axe() -> str:
    """The script of axe-core, which finds what hinders people who see or point otherwise."""
    if not AXE.is_file():
        pytest.skip(f"no axe-core at {AXE}: make web, or set RENMAI_AXE")
    return AXE.read_text("utf-8")
