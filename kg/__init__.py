"""Renmai 人脉: who held which post in which organisation, and who took part in which event, with proof."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.api import Graph, open

__version__ = "0.1.0"
__all__ = ["Graph", "__version__", "open"]


def __getattr__(name: str) -> Any:
    """`kg.open` and `kg.Graph` are loaded when they are first used: `import kg` stays light."""
    if name in {"open", "Graph"}:
        from kg import api

        return getattr(api, name)
    raise AttributeError(f"module 'kg' has no attribute {name!r}")
