"""Every target, by name."""

from __future__ import annotations

import tests.fuzz.api  # noqa: F401  registers its own

from .targets import TARGETS

__all__ = ["TARGETS"]
